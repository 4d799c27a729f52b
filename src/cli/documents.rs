//! Which files a render makes: the documents of a target, in the languages and forms asked for.

use std::collections::HashMap;

use clap::ValueEnum;
use rayon::prelude::*;

use super::args::{RenderArgs, What};
use super::fitting::BOARD;
use crate::check::Report;
use crate::decode::{Entry, nearest_all};
use crate::finding::listed;
use crate::io::{About, Failure, Output};
use crate::law::Law;
use crate::model::{Activity, Notice};
use crate::notices;
use crate::register::Register;
use crate::relations::Relations;
use crate::render::docx::docx;
use crate::render::engine::{Engine, Form};
use crate::render::page::Page;
use crate::render::policy::{self, Detail, Scope};
use crate::render::records::{self, Choices, Dialect, Kind, Standing};
use crate::render::words::{self, Words};
use crate::render::{self, Maker, fingerprint};

/// A map in a form of its own.
type Drawing = fn(&Maker<'_>, Standing, Option<&str>) -> String;

/// What the documents of one render are made from.
pub(super) struct Job<'a> {
    pub args: &'a RenderArgs,
    pub register: &'a Register,
    pub law: &'a Law,
    pub relations: &'a Relations,
    pub report: &'a Report,
    pub engine: &'a Engine,
    pub style: &'a str,
    /// Whether documents are stamped: asked for, or placeholders are left.
    pub is_draft: bool,
}

impl Job<'_> {
    /// # Errors
    /// A document cannot be made, or two would bear one name.
    pub fn outputs(&self) -> Result<Vec<Output>, Failure> {
        let outputs = self.documents(self.args.what)?;
        // Some systems do not tell capitals from small letters.
        let mut by_name: HashMap<String, &Output> = HashMap::with_capacity(outputs.len());
        for output in &outputs {
            if let Some(other) = by_name.insert(output.name.to_lowercase(), output) {
                return Err(Failure(format!(
                    "Two documents would be called {} ({} and {}): give the notice another id",
                    output.name, other.about.document, output.about.document
                )));
            }
        }
        Ok(outputs)
    }

    fn documents(&self, what: What) -> Result<Vec<Output>, Failure> {
        match what {
            What::Policy => self.policies(),
            What::Cookies => self.cookies(),
            What::Short => self.short(),
            What::Art30Controller => self.sheet(Kind::ControllerRecord),
            What::Art30Processor => self.sheet(Kind::ProcessorRecord),
            What::Subprocessors => self.sheet(Kind::Subprocessors),
            What::Retention => self.sheet(Kind::Retention),
            What::Transfers => self.sheet(Kind::Transfers),
            What::Dpia => self.sheet(Kind::Dpia),
            What::AccessReply => self.access_reply(),
            What::DataMap => self.map(),
            What::Dashboard => self.dashboard(),
            What::All => self.everything(),
        }
    }

    fn everything(&self) -> Result<Vec<Output>, Failure> {
        let documents = What::value_variants().par_iter().filter(|what| self.has(**what));
        let mut all = in_order(documents.map(|what| self.documents(*what)).collect())?;
        all.push(self.index(&all)?);
        Ok(all)
    }

    /// Whether there is something to say in a document.
    fn has(&self, what: What) -> bool {
        match what {
            What::Policy => self.register.notices.iter().any(|notice| !policy::languages(self.register, notice).is_empty()),
            What::Cookies => !self.register.cookies.is_empty(),
            What::Short => self.args.activity.is_some(),
            What::Art30Processor | What::Subprocessors => !self.register.processing_for.is_empty(),
            What::All => false,
            _ => true,
        }
    }

    /// A document in each of the languages asked for, of those it is written in.
    fn in_languages(
        &self,
        own: &[&'static str],
        make: impl Fn(&Maker<'_>) -> Result<Vec<Output>, Failure> + Sync,
    ) -> Result<Vec<Output>, Failure> {
        let languages = self.languages(own)?;
        in_order(render::in_languages(self.register, self.law, self.relations, &languages, make))
    }

    /// The page that lists the others.
    fn index(&self, all: &[Output]) -> Result<Output, Failure> {
        let words = self.languages(&self.register_languages())?[0];
        let maker = Maker::new(self.register, self.law, self.relations, words);
        let files: Vec<(&str, bool)> = all.iter().map(|output| (output.name.as_str(), output.about.public)).collect();
        let mut page = records::index(&maker, Standing::of(self.report), &files);
        page.draft = self.is_draft.then(|| words.say("draft"));
        let text = self
            .engine
            .render(&page, Form::Html, self.style)
            .map_err(|error| Failure(format!("A template cannot be used: {error}")))?;
        Ok(self.output("index.html".to_owned(), text.into_bytes(), "index", words.lang, false))
    }

    /// Records and reports are for the house and for authorities: they come in English where they cannot be written in a
    /// language of the register, since there is little in them but the register's own words.
    fn register_languages(&self) -> Vec<&'static str> {
        let known = words::known(self.register.languages());
        if known.is_empty() { vec!["en"] } else { known }
    }

    fn output(&self, name: String, bytes: Vec<u8>, document: &str, lang: &str, public: bool) -> Output {
        let about = About {
            document: document.to_owned(),
            language: lang.to_owned(),
            public,
            register: fingerprint(self.register),
            draft: self.is_draft,
        };
        Output { name, bytes, about }
    }

    /// Whether a form is asked for.
    fn wants(&self, form: &str) -> bool {
        self.args.format == "all" || self.args.format == form
    }

    fn sheet(&self, kind: Kind) -> Result<Vec<Output>, Failure> {
        let choices = Choices { by: self.args.by.unwrap_or_default(), redact_controllers: self.args.redact_controllers };
        self.in_languages(&self.register_languages(), |maker| {
            let words = maker.words;
            let mut outputs = Vec::new();
            let mut sheet = records::chosen_sheet(maker, kind, Standing::of(self.report), choices);
            if self.is_draft {
                sheet.stamp(words.say("head-draft"), words.say("draft"));
            }
            let sheet = match records::layout(&self.args.layout) {
                Some(layout) => layout.applied(maker, kind, sheet),
                None => sheet,
            };
            let name = |ending: &str| policy::file_name(&sheet.stem, words.lang, ending);
            let mut add = |name: String, bytes: Vec<u8>| {
                outputs.push(self.output(name, bytes, sheet.id, words.lang, sheet.is_public));
            };
            if self.wants("csv") {
                let dialect = if self.args.csv_dialect == "excel" { Dialect::Excel } else { Dialect::Rfc4180 };
                add(name("csv"), records::csv(&sheet, dialect, words.lang));
                for annex in &sheet.annexes {
                    let name = policy::file_name(&format!("{}-{}", sheet.stem, annex.key), words.lang, "csv");
                    add(name, records::annex_csv(&sheet, annex, dialect, words.lang));
                }
            }
            if self.wants("json") {
                add(name("json"), records::json(&sheet));
            }
            if self.wants("xlsx") {
                let bytes = records::xlsx(maker, &sheet)
                    .map_err(|error| Failure(format!("The workbook {} cannot be made: {error}", name("xlsx"))))?;
                add(name("xlsx"), bytes);
            }
            if kind == Kind::Subprocessors && self.wants("atom") {
                let stamp = self.is_draft.then(|| words.say("draft"));
                let bytes = records::atom(maker, stamp.as_deref())
                    .map_err(|error| Failure(format!("The feed {} cannot be made: {error}", name("atom"))))?;
                add(name("atom"), bytes);
            }
            outputs.extend(self.pages(maker, records::page(maker, &sheet), &sheet.stem, sheet.is_public)?);
            Ok(outputs)
        })
    }

    /// Internal pages, in the languages of the register.
    fn internal(&self, make: impl Fn(&Maker<'_>) -> Vec<Page> + Sync) -> Result<Vec<Output>, Failure> {
        self.in_languages(&self.register_languages(), |maker| {
            let mut outputs = Vec::new();
            for page in make(maker) {
                let stem = page.stem.clone();
                outputs.extend(self.pages(maker, page, &stem, false)?);
            }
            Ok(outputs)
        })
    }

    fn map(&self) -> Result<Vec<Output>, Failure> {
        let standing = Standing::of(self.report);
        let forms: [(&str, Drawing); 3] = [("svg", records::svg), ("mmd", records::mermaid), ("dot", records::dot)];
        let mut outputs = self.internal(|maker| vec![records::data_map(maker, standing)])?;
        outputs.extend(self.in_languages(&self.register_languages(), |maker| {
            let stamp = self.is_draft.then(|| maker.words.say("draft"));
            let asked = forms.iter().filter(|(ending, _)| self.wants(ending));
            let drawn = asked.map(|(ending, make)| {
                let name = policy::file_name("data-map", maker.words.lang, ending);
                let bytes = make(maker, standing, stamp.as_deref()).into_bytes();
                self.output(name, bytes, "data-map", maker.words.lang, false)
            });
            Ok(drawn.collect())
        })?);
        Ok(outputs)
    }

    fn access_reply(&self) -> Result<Vec<Output>, Failure> {
        let request = records::Request { activities: self.args.activities.clone(), received: self.args.received };
        let ids = || self.register.activities.iter().map(|activity| &*activity.id);
        if let Some(unknown) = request.activities.iter().find(|asked| ids().all(|id| id != asked.as_str())) {
            return Err(Failure(match nearest_all(unknown, ids(), 3).as_slice() {
                [] => format!("There is no activity `{unknown}`; `privreg list activities` shows what there is"),
                names => format!("There is no activity `{unknown}`. Did you mean {}?", names.join(" or ")),
            }));
        }
        self.internal(|maker| {
            vec![records::access_reply(maker, &request), records::checklist(maker, Standing::of(self.report), &request)]
        })
    }

    /// For the DPO, or for the board.
    fn dashboard(&self) -> Result<Vec<Output>, Failure> {
        let is_for_board = self.args.audience.as_deref() == Some(BOARD);
        let make = if is_for_board { records::board } else { records::dashboard };
        self.internal(|maker| vec![make(maker, self.report)])
    }

    /// The group of people that notices are for; where everything is written, the board is the dashboard's.
    fn group(&self) -> Option<&str> {
        self.args.audience.as_deref().filter(|own| self.args.what != What::All || *own != BOARD)
    }

    fn notices(&self) -> Result<Vec<&Entry<Notice>>, Failure> {
        let all: Vec<&Entry<Notice>> = self.register.notices.iter().filter(|notice| !notice.broken).collect();
        if let Some(id) = &self.args.notice {
            return match all.iter().find(|notice| *notice.id == **id) {
                Some(notice) => Ok(vec![*notice]),
                None => {
                    let ids: Vec<&str> = all.iter().map(|notice| &*notice.id).collect();
                    Err(Failure(format!("There is no notice `{id}`; there are: {}", ids.join(", "))))
                }
            };
        }
        if all.is_empty() {
            return Err(Failure("The register has no `notices:`: add one that says which activities it covers".into()));
        }
        Ok(all)
    }

    /// The languages asked for, of those a document is written in.
    fn languages(&self, own: &[&'static str]) -> Result<Vec<&'static Words>, Failure> {
        let tags: Vec<&str> = match self.args.lang.as_str() {
            "all" => own.to_vec(),
            tag => vec![tag],
        };
        if tags.is_empty() {
            let all = listed(words::tags());
            return Err(Failure(format!("Documents can be written in {all}, and the register is in none of them")));
        }
        tags.into_iter()
            .map(|tag| {
                Words::of(tag).ok_or_else(|| {
                    let all = listed(words::tags());
                    Failure(format!("There are no sentences in `{tag}`: documents can be written in {all}"))
                })
            })
            .collect()
    }

    fn policies(&self) -> Result<Vec<Output>, Failure> {
        let detail = if self.args.detail == "legal" { Detail::Legal } else { Detail::Plain };
        let mut outputs = Vec::new();
        let notices = self.notices()?;
        for notice in &notices {
            let stem = self.stem(notice, notices.len());
            let own = policy::languages(self.register, notice);
            outputs.extend(self.in_languages(&own, |maker| {
                let scope = Scope::of(maker, notice, self.group(), detail);
                if scope.activities.is_empty() && scope.services.is_empty() {
                    return Err(Failure(format!("The notice `{}` covers no activity about these people", notice.id)));
                }
                self.written(maker, policy::policy(maker, &scope, &stem), &stem)
            })?);
        }
        Ok(outputs)
    }

    /// The name of a notice's files: one notice is the privacy notice; several bear their ids.
    fn stem(&self, notice: &Entry<Notice>, of: usize) -> String {
        if of == 1 && self.args.notice.is_none() { "privacy".to_owned() } else { notice.id.to_string() }
    }

    /// The name of the notice in which people read more about an activity.
    fn stem_about(&self, activity: &Entry<Activity>) -> Option<String> {
        let all: Vec<&Entry<Notice>> = self.register.notices.iter().filter(|notice| !notice.broken).collect();
        let tells = |notice: &Entry<Notice>| notices::activities(self.register, notice).iter().any(|own| own.id == activity.id);
        all.iter().find(|notice| tells(notice)).map(|notice| self.stem(notice, all.len()))
    }

    fn cookies(&self) -> Result<Vec<Output>, Failure> {
        self.in_languages(&self.register_languages(), |maker| {
            let page = policy::cookie_page(maker, "cookies").ok_or_else(|| {
                Failure(
                    "The register has no `cookies:`, and does not say that there are none: add what is stored on devices".into(),
                )
            })?;
            self.written(maker, page, "cookies")
        })
    }

    fn short(&self) -> Result<Vec<Output>, Failure> {
        let Some(id) = &self.args.activity else { return Err(Failure("Say which activity: --activity ID".into())) };
        let Some(activity) = self.register.activities.iter().find(|activity| *activity.id == **id) else {
            return Err(Failure(format!("There is no activity `{id}`")));
        };
        let notice = self.stem_about(activity);
        self.in_languages(&self.register_languages(), |maker| {
            self.written(maker, policy::short(maker, activity, notice.as_deref()), &format!("short-{id}"))
        })
    }

    fn written(&self, maker: &Maker<'_>, page: Page, stem: &str) -> Result<Vec<Output>, Failure> {
        let missing = maker.missing();
        if !missing.is_empty() && !self.args.draft {
            let shown: Vec<&str> = missing.iter().take(8).map(String::as_str).collect();
            let more =
                if missing.len() > shown.len() { format!(" and {} more", missing.len() - shown.len()) } else { String::new() };
            return Err(Failure(format!(
                "{} texts are missing in {}: {}{more}",
                missing.len(),
                maker.words.lang,
                shown.join(", ")
            )));
        }
        self.pages(maker, page, stem, true)
    }

    /// A page in the forms asked for.
    fn pages(&self, maker: &Maker<'_>, mut page: Page, stem: &str, public: bool) -> Result<Vec<Output>, Failure> {
        if self.is_draft {
            page.draft = Some(maker.words.say("draft"));
        }
        page.annotate = self.args.annotate;
        let html = if self.args.fragment { Form::Fragment } else { Form::Html };
        let forms = [("md", Form::Markdown), ("html", html)].into_iter().filter(|(name, _)| self.wants(name));
        let forms: Vec<Form> = forms.map(|(_, form)| form).collect();
        let texts = self
            .engine
            .render_each(&page, &forms, self.style)
            .map_err(|error| Failure(format!("A template cannot be used: {error}")))?;
        let mut outputs: Vec<Output> = forms
            .iter()
            .zip(texts)
            .map(|(form, text)| {
                let name = policy::file_name(stem, maker.words.lang, form.ending());
                self.output(name, text.into_bytes(), page.kind, maker.words.lang, public)
            })
            .collect();
        if self.wants("docx") && is_for_word(&page) {
            let name = policy::file_name(stem, maker.words.lang, "docx");
            let bytes = docx(&page).map_err(|error| Failure(format!("The document {name} cannot be made: {error}")))?;
            outputs.push(self.output(name, bytes, page.kind, maker.words.lang, public));
        }
        Ok(outputs)
    }
}

/// Documents made side by side, in their order; of several failures the first.
fn in_order(made: Vec<Result<Vec<Output>, Failure>>) -> Result<Vec<Output>, Failure> {
    Ok(made.into_iter().collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
}

/// Which documents people go on working with in Word: notices, letters, and the records of Art. 30.
fn is_for_word(page: &Page) -> bool {
    matches!(page.kind, "policy" | "letter") || page.stem.starts_with("art30-")
}
