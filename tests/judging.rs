//! Does a notice answer what a reader and an authority ask? The questions that need no person, answered from the view and the
//! register, never by looking for words in the text.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

use std::collections::BTreeSet;

use crate::common::documents::{folders, law, read};
use privreg::decode::{Entry, Excerpt, OrNone};
use privreg::law::Law;
use privreg::model::*;
use privreg::relations::{self, Relations};
use privreg::render::Maker;
use privreg::render::page::{Block, Cell, Line, Page, Part, Section};
use privreg::render::policy::{Detail, Scope, languages, policy};
use privreg::render::words::Words;
use privreg::walk::PurposeIn;
use privreg::{decisions, flows, origins, rights};

/// One notice in one language, with what it was made from.
struct Case<'r> {
    name: String,
    maker: Maker<'r>,
    scope: Scope<'r>,
    page: Page,
}

impl<'r> Case<'r> {
    fn section(&self, id: &str) -> Option<&Section> {
        self.page.sections.iter().find(|section| section.id == id)
    }

    fn blocks(&self, id: &str) -> Vec<&Block> {
        let section = self.section(id).into_iter();
        section.flat_map(|own| own.blocks.iter().chain(own.sections.iter().flat_map(|inner| &inner.blocks))).collect()
    }

    /// Lines of a section with everything below it.
    fn lines(&self, id: &str) -> Vec<&Line> {
        self.blocks(id).into_iter().flat_map(lines).collect()
    }

    fn says(&self, id: &str, words: &str) -> bool {
        self.lines(id).iter().any(|line| line.plain().contains(words))
    }

    /// All anchors of the page.
    fn anchors(&self) -> BTreeSet<String> {
        let mut all = BTreeSet::new();
        for section in &self.page.sections {
            for own in std::iter::once(section).chain(&section.sections) {
                all.insert(own.id.clone());
                for block in &own.blocks {
                    match block {
                        Block::Paragraph { id, .. } => all.extend(id.clone()),
                        Block::List { items } => all.extend(items.iter().filter_map(|item| item.id.clone())),
                        Block::Table(table) => all.extend(table.rows.iter().filter_map(|row| row.id.clone())),
                        Block::Box { id, .. } => all.extend([id.clone()]),
                        Block::Own { .. } => {}
                    }
                }
            }
        }
        all
    }

    fn purposes(&self) -> Vec<PurposeIn<'r>> {
        let own =
            |activity: &'r Entry<Activity>| activity.value.purposes.iter().map(move |purpose| PurposeIn { activity, purpose });
        self.scope.activities.iter().flat_map(|activity| own(activity)).collect()
    }

    /// What a row of the purposes says in a column: its cell, or the line above the table that holds for all rows.
    fn column(&self, purpose: &PurposeIn<'_>, key: &str) -> Vec<Line> {
        let label = self.maker.words.say(key);
        let section = self.section("purposes").expect("purposes");
        for own in std::iter::once(section).chain(&section.sections) {
            for block in &own.blocks {
                let Block::Table(table) = block else { continue };
                let row = table.rows.iter().find(|row| row.id.as_deref() == Some(&anchor(purpose)));
                let Some(row) = row else { continue };
                if let Some(at) = table.columns.iter().position(|column| *column == label) {
                    let Cell { lines } = &row.cells[at];
                    return lines.clone();
                }
                let above = own.blocks.iter().filter_map(|block| match block {
                    Block::Paragraph { line, .. } if line.plain().starts_with(&label) => Some(line.clone()),
                    _ => None,
                });
                return above.collect();
            }
        }
        Vec::new()
    }

    fn is_stated(&self, lines: &[Line]) -> bool {
        let unstated = self.maker.words.say("keep-unstated");
        !lines.is_empty() && lines.iter().all(|line| !line.plain().is_empty() && !line.plain().contains(&unstated))
    }
}

fn anchor(purpose: &PurposeIn<'_>) -> String {
    match purpose.activity.purposes.len() {
        1 => format!("p-{}", purpose.activity.id),
        _ => format!("p-{}-{}", purpose.activity.id, purpose.purpose.id),
    }
}

fn lines(block: &Block) -> Vec<&Line> {
    match block {
        Block::Paragraph { line, .. } => vec![line],
        Block::List { items } => items.iter().flat_map(|item| std::iter::once(&item.line).chain(&item.items)).collect(),
        Block::Table(table) => table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.lines).collect(),
        Block::Box { lines, .. } => lines.iter().collect(),
        Block::Own { .. } => Vec::new(),
    }
}

/// The questions of the sheet, by number. "Does not apply" counts as yes.
fn sheet(case: &Case<'_>, law: &Law) -> Vec<(u8, &'static str, bool)> {
    let register = case.maker.register;
    let organisation = register.organisation().expect("an organisation");
    let anchors = case.anchors();
    let has = |id: &str| anchors.contains(id);
    let all_purposes = |holds: &dyn Fn(&PurposeIn<'_>) -> bool| case.purposes().iter().all(holds);
    let applicable: BTreeSet<Right> = rights::of_notice(register, case.scope.notice).iter().map(|own| own.right).collect();
    let on_page = |right: Right| match right {
        Right::Access => has("right-access"),
        Right::Rectification => has("right-rectification"),
        Right::Erasure => has("right-erasure"),
        Right::Restriction => has("right-restriction"),
        Right::Portability => has("right-portability"),
        Right::Objection => has("right-object"),
        Right::Withdrawal => has("right-withdraw"),
        Right::NoAutomatedDecision => has("right-no-automated"),
        Right::HumanReview => has("right-human"),
        Right::Complaint => has("complaint"),
    };
    let every_right = [
        Right::Access,
        Right::Rectification,
        Right::Erasure,
        Right::Restriction,
        Right::Portability,
        Right::Objection,
        Right::Withdrawal,
        Right::NoAutomatedDecision,
        Right::HumanReview,
        Right::Complaint,
    ];
    let text = |own: &Option<Excerpt>| own.as_deref().unwrap_or_default().to_owned();
    let name = text(&organisation.value.name);
    let electronic = [organisation.email.as_deref(), organisation.contact_form.as_deref()];
    let contact = electronic.into_iter().flatten().any(|way| case.says("controller", way));
    let interests: Vec<String> = case
        .purposes()
        .iter()
        .flat_map(|purpose| purpose.bases())
        .filter(|basis| basis.basis == LegalBasis::LegitimateInterests)
        .filter_map(|basis| basis.interest().map(|interest| case.maker.text(interest)))
        .collect();
    let recipients: Vec<&Entry<Recipient>> = case
        .scope
        .activities
        .iter()
        .flat_map(|activity| activity.value.recipients.iter())
        .filter_map(|entry| register.get(entry.recipient))
        .filter(|recipient| recipient.role != Some(Role::Internal))
        .collect();
    let outside: Vec<String> = recipients
        .iter()
        .flat_map(|recipient| relations::chain(register, recipient))
        .flat_map(|link| flows::of(register, case.maker.relations, law, link))
        .map(|flow| format!("t-{}-{}", flow.recipient.id, flow.place.to_string().to_lowercase()))
        .collect();
    let unstated = case.maker.words.say("transfer-unstated");
    let withdrawals = case.blocks("rights").into_iter().any(|block| match block {
        Block::List { items } => items.iter().any(|item| item.id.as_deref() == Some("right-withdraw") && !item.items.is_empty()),
        _ => false,
    });
    let authority = law.authority(organisation.country.expect("a country"));
    let complaint = case.blocks("rights").into_iter().any(|block| match block {
        Block::Paragraph { id: Some(id), line } if id == "complaint" => {
            let words = line.plain();
            authority.is_none_or(|own| {
                own.address.iter().chain(&own.email).chain(&own.website).chain(&own.complaint_url).any(|way| words.contains(way))
            })
        }
        _ => false,
    });
    let from_person = case.scope.activities.iter().any(|activity| origins::has_the_person(register, activity));
    let alone: Vec<_> = case.scope.activities.iter().flat_map(|activity| decisions::by_machine_alone(activity)).collect();
    let explained = case.blocks("automated").into_iter().any(|block| match block {
        Block::List { items } => items.iter().filter(|item| item.items.len() >= 3).count() >= alone.len(),
        _ => false,
    });
    let others: Vec<String> = case
        .scope
        .activities
        .iter()
        .flat_map(|activity| origins::of_activity(activity))
        .filter(|source| origins::is_somebody_else(register, source))
        .filter_map(|source| match source.target {
            SourceTarget::Source(own) => register.get(own)?.value.name.as_ref().map(|name| case.maker.text(name)),
            SourceTarget::Recipient(own) => register.get(own).map(|own| case.maker.recipient(own)),
            _ => None,
        })
        .collect();
    let notice = &case.scope.notice.value;
    let intro: usize = case.page.intro.iter().flat_map(lines).map(|line| line.plain().split_whitespace().count()).sum();
    let facts: usize = case.lines("key-facts").iter().map(|line| line.plain().split_whitespace().count()).sum();
    let dpo = organisation.dpo.as_ref().is_some_and(|dpo| dpo.none.is_none());
    vec![
        (1, "controller: name, address, electronic contact", case.says("controller", &name) && contact),
        (2, "officer shown where there is one, and else not", has("dpo") == dpo),
        (3, "a basis beside each purpose", all_purposes(&|purpose| case.is_stated(&case.column(purpose, "col-basis")))),
        (4, "a concrete interest", interests.iter().all(|interest| case.says("interests", interest.trim_end_matches('.')))),
        (5, "data of each purpose", all_purposes(&|purpose| case.is_stated(&case.column(purpose, "col-what")))),
        (6, "recipients by name", recipients.iter().all(|own| has(&format!("r-{}", own.id)))),
        (
            7,
            "transfers: country and mechanism, or none",
            outside.iter().all(|id| has(id) || anchors.iter().any(|own| own.starts_with(&id[..id.len() - 3])))
                && !case.says("transfers", &unstated),
        ),
        (
            8,
            "a period for each purpose",
            all_purposes(&|purpose| {
                let kept = case.column(purpose, "col-keep");
                let refers = kept.iter().flat_map(|line| &line.parts).any(|part| matches!(part, Part::Link { .. }));
                // What the row leaves to the list of data stands there, for each of its kinds.
                let is_listed = |name: &String| case.says("data", name) || case.says("data", &lower(name));
                case.is_stated(&kept) && (!refers || kinds(case, purpose).iter().all(is_listed))
            }),
        ),
        (
            9,
            "the rights that apply, and no others",
            every_right.iter().all(|right| on_page(*right) == applicable.contains(right)),
        ),
        (10, "the right to object apart", has("right-object") == applicable.contains(&Right::Objection)),
        (11, "how to withdraw a consent", withdrawals == applicable.contains(&Right::Withdrawal)),
        (12, "an authority within reach", complaint),
        (13, "must I give the data", !from_person || case.section("required").is_some()),
        (14, "automated decisions explained, or none named", alone.is_empty() || explained),
        (15, "other sources by name", others.iter().all(|name| case.says("sources", name) || case.says("sources", &lower(name)))),
        (20, "the first layer in 250 words", intro + facts <= 250 && case.page.sections[0].id == "key-facts"),
        (
            21,
            "version, day and what changed, as far as the register knows them",
            (notice.version.is_none() || case.page.meta.len() >= 2)
                && (notice.changes.is_empty() || case.lines("changes").len() >= notice.changes.len()),
        ),
        (22, "told of changes", notice.updates.is_none() || has("changes")),
    ]
}

/// Names of the kinds of data of a purpose.
fn kinds(case: &Case<'_>, purpose: &PurposeIn<'_>) -> Vec<String> {
    let register = case.maker.register;
    let named: Vec<_> = register.all(&purpose.purpose.value.data_categories).collect();
    let all = purpose.activity.value.data_categories.iter().filter_map(|entry| register.get(entry.category));
    let own = all.filter(|category| named.is_empty() || named.iter().any(|one| one.id == category.id));
    own.map(|category| case.maker.category(category)).collect()
}

fn lower(text: &str) -> String {
    privreg::render::lower_first(text)
}

/// Every notice of every register, in every language it promises.
fn with_cases(mut judge: impl FnMut(&Case<'_>, &Law)) {
    let law = law();
    for folder in folders() {
        let register = read(&folder);
        let relations = Relations::of(&register);
        for notice in &register.notices {
            for lang in languages(&register, notice) {
                let maker = Maker::new(&register, &law, &relations, Words::of(lang).expect("a language"));
                let scope = Scope::of(&maker, notice, None, Detail::Plain);
                let page = policy(&maker, &scope, &notice.id);
                judge(&Case { name: format!("{folder} {} {lang}", notice.id), maker, scope, page }, &law);
            }
        }
    }
}

#[test]
fn notices_answer_the_questions() {
    let mut failed = Vec::new();
    let mut judged = 0;
    with_cases(|case, law| {
        judged += 1;
        let no = sheet(case, law).into_iter().filter(|(.., holds)| !holds);
        failed.extend(no.map(|(number, question, _)| format!("{}: {number} {question}", case.name)));
    });
    assert!(judged >= 15, "{judged} notices");
    assert_eq!(failed, Vec::<String>::new());
}

#[test]
fn the_sheet_sees_what_is_taken_away() {
    with_cases(|case, law| {
        let mut page = case.page.clone();
        page.sections.retain(|section| matches!(section.id.as_str(), "key-facts" | "purposes"));
        let maker = Maker::new(case.maker.register, law, case.maker.relations, case.maker.words);
        let scope = Scope::of(&maker, case.scope.notice, None, Detail::Plain);
        let poorer = Case { name: case.name.clone(), maker, scope, page };
        let no = sheet(&poorer, law).iter().filter(|(.., holds)| !holds).count();
        assert!(no >= 4, "{}: only {no} questions notice that the page is gone", case.name);
    });
}

/// G3: whatever is shown says the field or the sentence it comes from, and sentences exist.
#[test]
fn every_line_traces_to_a_field_or_a_sentence() {
    with_cases(|case, _| {
        for section in &case.page.sections {
            for own in std::iter::once(section).chain(&section.sections) {
                for line in own.blocks.iter().flat_map(lines) {
                    let known = match line.src.strip_prefix("words.") {
                        Some(key) => Words::of("en").expect("English").has(key),
                        None => !line.src.is_empty(),
                    };
                    assert!(known, "{}: {} from `{}`", case.name, line.plain(), line.src);
                }
            }
        }
    });
}

/// G4: the parts of Art. 13 and 14 that apply have their anchors, and what does not apply has none.
#[test]
fn parts_that_apply_have_their_anchors() {
    with_cases(|case, _| {
        let anchors = case.anchors();
        let bases: Vec<LegalBasis> =
            case.purposes().iter().flat_map(|purpose| purpose.bases()).map(|basis| basis.basis).collect();
        for id in ["key-facts", "controller", "purposes", "recipients", "rights", "complaint"] {
            assert!(anchors.contains(id), "{}: no {id}", case.name);
        }
        let interests = bases.contains(&LegalBasis::LegitimateInterests);
        assert_eq!(anchors.contains("interests"), interests, "{}", case.name);
        let decides = case.scope.activities.iter().any(|activity| decisions::of(activity).next().is_some());
        assert!(!decides || anchors.contains("automated"), "{}", case.name);
        let uses_ai = case.scope.activities.iter().any(|activity| matches!(activity.value.ai, Some(OrNone::Some(_))));
        assert!(!uses_ai || anchors.contains("automated"), "{}", case.name);
        for purpose in case.purposes() {
            assert!(anchors.contains(&anchor(&purpose)), "{}: no {}", case.name, anchor(&purpose));
        }
    });
}

/// LIX (Björnsson) of the sentences that are not the register's: words a sentence, plus long words in a hundred.
#[test]
fn fixed_sentences_are_easy_to_read_on_every_page() {
    with_cases(|case, _| {
        let fixed = case.page.sections.iter().flat_map(|section| &section.blocks).flat_map(lines);
        let text: Vec<String> = fixed.filter(|line| line.src.starts_with("words.")).map(Line::plain).collect();
        let text = text.join(" ");
        let words: Vec<&str> = text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).collect();
        let sentences = text.matches(['.', '?', '!', ':']).count().max(1);
        let long = words.iter().filter(|word| word.chars().filter(|letter| letter.is_alphabetic()).count() > 6).count();
        let lix = words.len() as f64 / sentences as f64 + 100.0 * long as f64 / words.len() as f64;
        assert!(lix <= 40.0, "{}: LIX {lix:.1}", case.name);
    });
}
