//! Runs rules over a register: levels, silencing, suppressions, baseline. The result is a [`Report`], never an error.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::decode::{Collected, Entry, ProblemKind, TODO, path_of, upward};
use crate::finding::{Finding, Suppressed, fingerprint, fingerprint_in};
use crate::law::Law;
use crate::model::{Activity, Level};
use crate::register::Register;
use crate::relations::Relations;
use crate::rule::{Affects, Check, Ctx, Rule, Sink};
use crate::rules;
use crate::walk::{self, PurposeIn, TextIn, own};
use crate::wordlists::Lists;

/// What to check, beside the register's own settings.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Only these rules, families or names; all where empty.
    pub select: Vec<String>,
    pub ignore: Vec<String>,
    /// Only findings that touch one of these; all where empty.
    pub only: Vec<Affects>,
    /// Report what `suppress:` silences as well.
    pub no_suppressions: bool,
    pub baseline: Accepted,
}

/// Findings that were accepted before: the part of a baseline that is about one register.
#[derive(Clone, Debug, Default)]
pub struct Accepted {
    pub fingerprints: Arc<HashSet<String>>,
    /// The name the register bears in them, where they are of several registers.
    pub register: Option<String>,
}

impl Accepted {
    /// Whether a finding of the register is among them.
    pub fn holds(&self, fingerprint: &str) -> bool {
        match &self.register {
            Some(register) => self.fingerprints.contains(&fingerprint_in(register, fingerprint)),
            None => self.fingerprints.contains(fingerprint),
        }
    }
}

/// How many of each thing were checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub files: usize,
    pub activities: usize,
    pub purposes: usize,
    pub recipients: usize,
    pub services: usize,
    pub rules: usize,
}

/// The outcome of a check.
#[derive(Debug)]
pub struct Report {
    pub as_of: NaiveDate,
    /// Sorted by file, place and rule: same input, same bytes.
    pub findings: Vec<Finding>,
    /// Findings that are not counted, with the reason.
    pub suppressed: Vec<Finding>,
    /// Rules that the findings speak for: switched on, run on this register, and not left out by `only`.
    pub ran: Vec<&'static Rule>,
    pub counts: Counts,
    /// Some file could not be read to its end: the rules on what the register says have not run.
    pub incomplete: bool,
}

impl Report {
    pub fn count(&self, level: Level) -> usize {
        self.findings.iter().filter(|finding| finding.level == level).count()
    }

    /// Whether any finding is at or above a level.
    pub fn reaches(&self, level: Level) -> bool {
        self.findings.iter().any(|finding| finding.level >= level)
    }

    /// What the record and the notices must contain and do not.
    pub fn must_contain(&self) -> usize {
        self.above_notes().filter(|finding| matches!(finding.rule.affects, Affects::Record | Affects::Notice)).count()
    }

    /// Values that look legally wrong. A gap in the record is not one of them (CJEU C-60/22).
    pub fn legally_wrong(&self) -> usize {
        self.above_notes().filter(|finding| finding.rule.affects == Affects::Lawfulness).count()
    }

    /// Documentation and hygiene.
    pub fn upkeep(&self) -> usize {
        self.above_notes().filter(|finding| finding.rule.affects == Affects::Practice).count()
    }

    /// What only a person can answer.
    pub fn questions(&self) -> usize {
        self.count(Level::Note)
    }

    fn above_notes(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.level > Level::Note)
    }

    /// Makes each finding one of this register: where a run checks several, the same fault in two of them is two findings.
    pub fn belongs_to(&mut self, register: &str) {
        for finding in self.findings.iter_mut().chain(&mut self.suppressed) {
            finding.fingerprint = fingerprint_in(register, &finding.fingerprint);
        }
    }

    /// Number of findings of each rule, most first.
    pub fn statistics(&self) -> Vec<(&'static Rule, usize)> {
        let mut counts: BTreeMap<&str, (&'static Rule, usize)> = BTreeMap::new();
        for finding in &self.findings {
            counts.entry(finding.rule.code).or_insert((finding.rule, 0)).1 += 1;
        }
        let mut counts: Vec<_> = counts.into_values().collect();
        counts.sort_by_key(|(rule, count)| (std::cmp::Reverse(*count), rule.code));
        counts
    }
}

/// Checks a register against the law on a day.
pub fn check(register: &Register, law: &Law, options: &Options) -> Report {
    let levels = Levels::new(register, options);
    let active: Vec<&'static Rule> = rules::all().iter().copied().filter(|rule| levels.is_on(rule)).collect();
    let mut findings = structural(register, &active);
    let incomplete = register.is_incomplete();
    if !incomplete {
        let relations = Relations::of(register);
        let lists_of = |piece: &Collected| piece.prose.iter().map(|prose| Lists::of(register.tree.text(prose.node))).collect();
        let lists: Vec<Vec<Lists>> = register.collected.par_iter().map(lists_of).collect();
        let ctx = Ctx { register, law, relations: &relations, lists: &lists };
        let mut found = run(&ctx, &active);
        drop_consequences(&mut found, register);
        findings.append(&mut found);
    }
    make_way(&mut findings);
    silence(&mut findings);
    for finding in &mut findings {
        // A rule that is off and runs all the same was selected by name: it keeps its own level.
        if let Some(level) = levels.set_for(finding.rule).filter(|level| *level != Level::Off && !must_be_seen(finding.rule)) {
            finding.level = level;
        }
    }
    let all_rules = options.select.iter().all(|pattern| pattern == "all") && options.ignore.is_empty();
    let full_run = all_rules && !incomplete;
    suppress(register, law, options, levels.is_on(rules::suppressions()), full_run, &mut findings);
    if !options.only.is_empty() {
        findings.retain(|finding| options.only.contains(&finding.rule.affects) || must_be_seen(finding.rule));
    }
    sort(register, &mut findings);
    number_repeats(&mut findings);
    for finding in &mut findings {
        let is_accepted = options.baseline.holds(&finding.fingerprint) && !must_be_seen(finding.rule);
        if finding.suppressed.is_none() && is_accepted {
            finding.suppressed = Some(Suppressed::Baseline);
        }
    }
    let (suppressed, findings) = findings.into_iter().partition(|finding| finding.suppressed.is_some());
    let ran: Vec<&'static Rule> = active
        .into_iter()
        .filter(|rule| !incomplete || matches!(rule.check, Check::Structure(_)))
        .filter(|rule| options.only.is_empty() || options.only.contains(&rule.affects) || must_be_seen(rule))
        .collect();
    Report { as_of: law.as_of(), findings, suppressed, counts: counts(register, ran.len()), ran, incomplete }
}

fn counts(register: &Register, rules: usize) -> Counts {
    Counts {
        files: register.tree.sources.len(),
        activities: register.activities.len(),
        purposes: register.activities.iter().map(|activity| activity.purposes.len()).sum(),
        recipients: register.recipients.iter().filter(|recipient| recipient.node.is_some()).count(),
        services: register.processing_for.len(),
        rules,
    }
}

/// Levels from the register's settings and the command line.
struct Levels<'o> {
    set: HashMap<&'static str, Level>,
    options: &'o Options,
}

impl<'o> Levels<'o> {
    fn new(register: &Register, options: &'o Options) -> Self {
        let mut set = HashMap::new();
        // A family first, so that a single rule can be set otherwise.
        let mut pairs: Vec<_> = register.settings.rules.iter().collect();
        pairs.sort_by_key(|pair| pair.key.0.len());
        for pair in pairs {
            for rule in rules::matching(&pair.key.0) {
                set.insert(rule.code, pair.value);
            }
        }
        Levels { set, options }
    }

    fn set_for(&self, rule: &Rule) -> Option<Level> {
        self.set.get(rule.code).copied()
    }

    fn is_on(&self, rule: &Rule) -> bool {
        if must_be_seen(rule) {
            return true;
        }
        let named = |list: &[String]| list.iter().any(|pattern| rules::matches(pattern, rule));
        let selected = self.options.select.is_empty() || named(&self.options.select);
        let on = self.set_for(rule).unwrap_or(rule.level) != Level::Off || named(&self.options.select);
        selected && on && !named(&self.options.ignore)
    }
}

/// What could not be read is reported at its own level whatever was asked for: a run that checked nothing must not look clean.
fn must_be_seen(rule: &Rule) -> bool {
    matches!(rule.check, Check::Structure(kinds) if kinds.contains(&ProblemKind::Unreadable))
}

fn structural(register: &Register, active: &[&'static Rule]) -> Vec<Finding> {
    let by_kind: HashMap<ProblemKind, &'static Rule> = active
        .iter()
        .filter_map(|rule| if let Check::Structure(kinds) = rule.check { Some((kinds, *rule)) } else { None })
        .flat_map(|(kinds, rule)| kinds.iter().map(move |kind| (*kind, rule)))
        .collect();
    let problems = register.problems.iter().filter_map(|problem| {
        let rule = by_kind.get(&problem.kind)?;
        // Quotes are a matter of the language of the file, not of what the register says.
        let value = register.tree.sources.slice(problem.loc).trim_matches(['"', '\'']);
        Some(Finding {
            rule,
            level: if problem.kind == ProblemKind::Synonym { Level::Note } else { rule.level },
            loc: problem.loc,
            path: problem.path.clone(),
            message: problem.message.clone(),
            label: None,
            help: problem.help.clone(),
            notes: problem.other.iter().cloned().collect(),
            fingerprint: fingerprint(rule.code, &problem.path, value),
            suppressed: None,
            yields_to: None,
        })
    });
    problems.collect()
}

/// The rules of one scope, each with its check.
macro_rules! scope {
    ($rules:expr, $scope:ident) => {{
        let checks =
            $rules.iter().filter_map(|rule| if let Check::$scope(check) = rule.check { Some((*rule, check)) } else { None });
        checks.collect::<Vec<_>>()
    }};
}

fn run(ctx: &Ctx<'_>, active: &[&'static Rule]) -> Vec<Finding> {
    let many = of_activities(ctx, active).into_iter().chain(of_texts(ctx, active));
    many.chain(of_the_rest(ctx, active)).flatten().collect()
}

/// Activities are what a large register has many of: they are shared out.
fn of_activities(ctx: &Ctx<'_>, active: &[&'static Rule]) -> Vec<Vec<Finding>> {
    let (activities, retentions) = (scope!(active, Activity), scope!(active, Retention));
    let (purposes, bases) = (scope!(active, Purpose), scope!(active, Basis));
    let one = |activity: &Entry<Activity>, findings: &mut Vec<Finding>| {
        Sink::each(&activities, findings, |check, sink| check(activity, ctx, sink));
        walk::activity_retentions(activity, &mut |retention| {
            Sink::each(&retentions, findings, |check, sink| check(&retention, ctx, sink));
        });
        for purpose in activity.purposes.into_iter().filter(|purpose| !purpose.broken) {
            let purpose = PurposeIn { activity, purpose };
            Sink::each(&purposes, findings, |check, sink| check(&purpose, ctx, sink));
            for basis in purpose.bases() {
                Sink::each(&bases, findings, |check, sink| check(&basis, ctx, sink));
            }
        }
    };
    let chunks = ctx.register.activities.par_chunks(64).map(|chunk| {
        let mut findings = Vec::new();
        chunk
            .iter()
            .filter(|activity| !activity.broken && activity.is_running())
            .for_each(|activity| one(activity, &mut findings));
        findings
    });
    chunks.collect()
}

/// So are texts.
fn of_texts(ctx: &Ctx<'_>, active: &[&'static Rule]) -> Vec<Vec<Finding>> {
    let rules = scope!(active, Text);
    let chunks = ctx.register.collected.par_iter().zip(ctx.lists).map(|(piece, lists)| {
        let mut findings = Vec::new();
        for (prose, lists) in piece.prose.iter().zip(lists) {
            let text = TextIn::of(ctx.register, prose, *lists);
            Sink::each(&rules, &mut findings, |check, sink| check(&text, ctx, sink));
        }
        findings
    });
    chunks.collect()
}

/// Of the rest there are few, or a rule looks at all of them at once.
fn of_the_rest(ctx: &Ctx<'_>, active: &[&'static Rule]) -> Vec<Vec<Finding>> {
    let register = ctx.register;
    let checks = active.par_iter().map(|rule| {
        let mut sink = Sink::new(rule);
        match rule.check {
            Check::Register(check) => check(ctx, &mut sink),
            Check::Organisation(check) => own(&register.organisations).for_each(|entry| check(entry, ctx, &mut sink)),
            Check::Retention(check) => walk::shared_retentions(register, &mut |retention| check(&retention, ctx, &mut sink)),
            Check::Recipient(check) => own(&register.recipients).for_each(|entry| check(entry, ctx, &mut sink)),
            Check::Transfer(check) => walk::transfers(register, &mut |transfer| check(&transfer, ctx, &mut sink)),
            Check::ProcessingFor(check) => own(&register.processing_for)
                .filter(|service| service.is_running())
                .for_each(|entry| check(entry, ctx, &mut sink)),
            Check::Cookie(check) => own(&register.cookies).for_each(|entry| check(entry, ctx, &mut sink)),
            Check::Assessment(check) => own(&register.assessments).for_each(|entry| check(entry, ctx, &mut sink)),
            Check::Notice(check) => own(&register.notices).for_each(|entry| check(entry, ctx, &mut sink)),
            Check::Structure(_)
            | Check::Suppressions(())
            | Check::Activity(_)
            | Check::Purpose(_)
            | Check::Basis(_)
            | Check::Text(_) => {}
        }
        sink.findings
    });
    checks.collect()
}

/// One cause, one finding: what a structural problem makes look absent or odd is not reported again.
fn drop_consequences(findings: &mut Vec<Finding>, register: &Register) {
    let reported = register.problems.iter().filter(|problem| problem.kind != ProblemKind::Synonym);
    let paths: HashSet<&str> = reported.map(|problem| problem.path.as_str()).filter(|path| !path.is_empty()).collect();
    // An answer still to come is reported as a text; what is missing until it comes is not.
    let open = register.prose().filter(|prose| register.tree.text(prose.node) == TODO);
    let open: HashSet<String> = open.map(|prose| path_of(&register.tree, prose.node)).collect();
    if paths.is_empty() && open.is_empty() {
        return;
    }
    let is_open = |finding: &Finding| open.contains(&finding.path) && !matches!(finding.rule.check, Check::Text(_));
    findings.retain(|finding| !is_open(finding) && !upward(&finding.path).any(|path| paths.contains(path)));
}

/// A general finding makes way for one that says the same in words of its own, and for any other at the very same place.
fn make_way(findings: &mut Vec<Finding>) {
    let (general, own): (Vec<&Finding>, Vec<&Finding>) = findings.iter().partition(|finding| finding.yields_to.is_some());
    if general.is_empty() {
        return;
    }
    let rules: HashSet<&str> = general.iter().filter_map(|finding| finding.yields_to.as_ref()?.0).collect();
    let places: HashSet<String> = own.iter().map(|finding| finding.path.clone()).collect();
    let said = own.iter().filter(|finding| rules.contains(finding.rule.code));
    let around: HashSet<(&str, String)> =
        said.flat_map(|finding| upward(&finding.path).map(|path| (finding.rule.code, path.to_owned()))).collect();
    findings.retain(|finding| match &finding.yields_to {
        Some((rule, path)) => {
            let is_said = rule.is_some_and(|rule| around.contains(&(rule, path.clone())));
            !is_said && !places.contains(&finding.path)
        }
        None => true,
    });
}

/// At one place the more specific rule silences the general one.
fn silence(findings: &mut Vec<Finding>) {
    // For each rule that is silenced: where, and all that these places lie in.
    let mut silenced: HashMap<&str, (HashSet<&str>, HashSet<&str>)> = HashMap::new();
    for finding in findings.iter() {
        for code in finding.rule.silences {
            let (subjects, around) = silenced.entry(*code).or_default();
            if subjects.insert(finding.subject()) {
                around.extend(upward(finding.subject()));
            }
        }
    }
    let is_silenced = |finding: &Finding| {
        let Some((subjects, around)) = silenced.get(finding.rule.code) else { return false };
        let own = finding.subject();
        around.contains(own) || upward(own).any(|path| subjects.contains(path))
    };
    let mut silent = findings.iter().map(is_silenced).collect::<Vec<_>>().into_iter();
    findings.retain(|_| !silent.next().unwrap_or_default());
}

/// Marks what `suppress:` silences, and reports entries of it that are unjustified.
fn suppress(
    register: &Register,
    law: &Law,
    options: &Options,
    report_entries: bool,
    full_run: bool,
    findings: &mut Vec<Finding>,
) {
    let tree = &register.tree;
    let rule = rules::suppressions();
    let mut own = Vec::new();
    for entry in &register.suppressions {
        let (Some(node), Some(code), Some(target)) = (entry.node, &entry.rule, &entry.target) else { continue };
        let expired = entry.until.is_some_and(|until| until < law.as_of());
        let mut matched = 0;
        for finding in findings.iter_mut() {
            let path = finding.path.as_str();
            let below = path.strip_prefix(&*target.0).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']));
            if below && rules::matches(&code.0, finding.rule) && rules::may_be_suppressed(finding.rule) {
                matched += 1;
                if !expired && !options.no_suppressions {
                    let reason = entry.reason.as_deref().unwrap_or_default().to_owned();
                    finding.suppressed = Some(Suppressed::Entry { reason, until: entry.until });
                }
            }
        }
        let spot = crate::finding::Spot::new(tree, Some(node));
        let mut report = |spot: crate::finding::Spot<'_>, message: String, help: &str| {
            let mut finding = Finding::new(rule, &spot, message);
            finding.help(help);
            own.push(finding);
        };
        let reason = entry.reason.as_deref().unwrap_or("");
        let shown = rules::find(&code.0).map_or(&*code.0, |rule| rule.code).to_owned();
        if reason.chars().count() < 15 {
            report(
                spot.clone().field("reason"),
                format!("{shown} is silenced for `{}` without a reason one could follow", target.0),
                "Write why the rule does not apply there, in 15 characters or more.",
            );
        } else if let Some(until) = entry.until.filter(|_| expired) {
            report(
                spot.clone().field("until"),
                format!("{shown} was silenced for `{}` until {until}, which is past", target.0),
                "Look again: mend what the rule found, or set a new date.",
            );
        } else if rules::find(&code.0).is_none_or(|rule| !rules::may_be_suppressed(rule)) {
            let (message, help) = match rules::find(&code.0) {
                None => (format!("There is no rule `{}`", code.0), "See `privreg rules`.".to_owned()),
                Some(rule) => (
                    format!("{} cannot be silenced: it says that the register cannot be read as written", rule.code),
                    "Mend what it found, and delete this entry.".to_owned(),
                ),
            };
            report(spot.clone().field("rule"), message, &help);
        } else if matched == 0 && full_run {
            report(
                spot.clone(),
                format!("{shown} finds nothing at `{}`: this entry silences nothing", target.0),
                "Delete the entry, or correct the path in `for`.",
            );
        }
    }
    if report_entries {
        findings.append(&mut own);
    }
}

fn sort(register: &Register, findings: &mut [Finding]) {
    let path = |finding: &Finding| &register.tree.sources.get(finding.loc.file).path;
    findings.sort_by(|a, b| {
        (path(a), a.loc.start, a.loc.end, a.rule.code, &a.path, &a.message).cmp(&(
            path(b),
            b.loc.start,
            b.loc.end,
            b.rule.code,
            &b.path,
            &b.message,
        ))
    });
}

/// Services that show findings drop repeated fingerprints: the second of the same gets a number.
fn number_repeats(findings: &mut Vec<Finding>) {
    findings.dedup_by(|a, b| a.rule == b.rule && a.loc == b.loc && a.path == b.path && a.message == b.message);
    let mut seen: HashMap<String, usize> = HashMap::new();
    for finding in findings {
        let count = seen.entry(finding.fingerprint.clone()).or_insert(0);
        *count += 1;
        if *count > 1 {
            finding.fingerprint = fingerprint(finding.rule.code, &finding.path, &format!("{}#{count}", finding.fingerprint));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Spot;
    use crate::visits;

    #[test]
    fn a_rule_is_silenced_in_around_and_below_a_place() {
        let register = Register::read(crate::source::Sources::default());
        let at = |code: &str, path: &str| {
            let rule = rules::find(code).expect("a rule");
            Finding { path: path.into(), ..Finding::new(rule, &Spot::new(&register.tree, None), "") }
        };
        let silencing = ["retention.a", "activities.b.purposes.c", "activities.\"d.e\".retention", ""];
        for (silencing, path, stays) in [
            (&silencing[..3], "retention.a", false),
            (&silencing[..3], "retention.a.start", false),
            (&silencing[..3], "retention.ab", true),
            (&silencing[..3], "retention", false),
            (&silencing[..3], "activities.b", false),
            (&silencing[..3], "activities.b.purposes.c.cases.d", false),
            (&silencing[..3], "activities.b.purposes.d", true),
            (&silencing[..3], "activities.\"d.e\".retention", false),
            (&silencing[..3], "activities.\"d.f\".retention", true),
            (&silencing[..3], "", false),
            (&silencing[3..], "retention.z", false),
        ] {
            let mut findings: Vec<Finding> = silencing.iter().map(|path| at("PR403", path)).collect();
            findings.push(at("PR401", path));
            silence(&mut findings);
            assert_eq!(findings.iter().any(|finding| finding.rule.code == "PR401"), stays, "{path}");
        }
    }

    /// Looks of each rule at registers of a size and twice and four times that: what does not depend on the size falls out.
    #[test]
    fn no_rule_looks_much_more_than_twice_at_twice_the_register() {
        use crate::registers::{connected, crowded, packed};
        const SIZES: [usize; 3] = [10, 20, 40];
        let law = Law::on("2026-11-22".parse().expect("a date"));
        let all: Vec<&'static Rule> = rules::all().to_vec();
        let looks_of_rules = |files: Vec<(String, String)>| -> Vec<u64> {
            let mut sources = crate::source::Sources::default();
            for (name, text) in files {
                sources.add(name.clone(), name, text);
            }
            let register = Register::read(sources);
            let relations = Relations::of(&register);
            let lists_of = |piece: &Collected| piece.prose.iter().map(|prose| Lists::of(register.tree.text(prose.node))).collect();
            let lists: Vec<Vec<Lists>> = register.collected.iter().map(lists_of).collect();
            let ctx = Ctx { register: &register, law: &law, relations: &relations, lists: &lists };
            run(&ctx, &all);
            let looks = |rule: &&'static Rule| {
                let before = visits::count();
                run(&ctx, &[*rule]);
                visits::count() - before
            };
            all.iter().map(looks).collect()
        };
        let mut steep = Vec::new();
        for (name, register) in [("connected", connected as fn(usize) -> _), ("packed", packed), ("crowded", crowded)] {
            let one_thread = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a thread");
            let [small, middle, large] = SIZES.map(|cells| one_thread.install(|| looks_of_rules(register(cells))));
            for (at, rule) in all.iter().enumerate() {
                let (first, second) = (middle[at] - small[at], large[at] - middle[at]);
                if second as f64 > 2.3 * first as f64 {
                    steep.push(format!("{} in {name}: {} {} {}", rule.code, small[at], middle[at], large[at]));
                }
            }
        }
        assert!(steep.is_empty(), "{}", steep.join("\n"));
    }
}
