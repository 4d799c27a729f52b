use crate::notices;
use crate::rules::prelude::*;
use chrono::{Datelike, NaiveDate};

use crate::decode::{DaySense, FieldInfo, TableInfo, parse_date};
use crate::syntax::NodeId;

rule! {
    /// Two dates contradict each other, or a day that is past by its meaning lies in the future.
    ///
    /// Every date of the format is classed: what has happened (signed, checked, reviewed, done), what begins, and what may lie ahead.
    /// An error where a day cannot be right; a warning where it hardly can: checked before it was signed, begun in the future without
    /// being planned.
    ///
    /// ## Why
    /// Every dated check rests on these days: a wrong one hides a real finding (Art. 5(1)(d)).
    ///
    /// ## Fix
    /// Correct the date that is wrong.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// status: planned
    /// since: 2024-05-01
    /// ended: 2023-05-01 #~ PR010
    /// ```
    ///
    /// Signed in the future.
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   mailwash:
    ///     name: Mailwash AS
    ///     role: processor
    ///     does: filters our mail
    ///     country: NO
    ///     contract: {signed: 2031-03-01, file: m.pdf} #~ PR010 PR503
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [mailwash]
    /// ```
    ///
    /// Not looked at since it began; a slip in the year.
    /// ```yaml file=activities/example.yaml
    /// since: 2026-06-01
    /// reviewed: 2026-01-10 #~ PR010
    /// changed: 0026-07-01 #~ PR010
    /// ```
    ///
    /// Not planned, and yet to begin.
    /// ```yaml file=activities/example.yaml
    /// since: 2031-05-01 #~ PR010
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// since: 2023-05-01
    /// ```
    ///
    /// What is planned is looked at before it begins.
    /// ```yaml file=activities/example.yaml
    /// status: planned
    /// since: 2031-05-01
    /// reviewed: 2026-11-01
    /// ```
    code: "PR010",
    name: "date-contradiction",
    level: Error,
    affects: Practice,
    articles: ["Art. 5(1)(d) GDPR"],
    source: "Art. 5(1)(d) (accuracy), Art. 13(1) (information when data are collected)",
    check: Register(check),
}

/// Years that no date of a register can have: slips such as 0026, and ends that stand for "never".
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2150;

/// As [`YEARS`], for statutes: some are older.
const YEARS_OF_LAW: std::ops::RangeInclusive<i32> = 1200..=2150;

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    // A day's grace for time zones.
    let tomorrow = ctx.as_of().succ_opt().unwrap_or(NaiveDate::MAX);
    ctx.register.tables(&mut |table, node| {
        let dated = table.fields().iter().filter_map(|field| Some((field, field.day?, date(ctx, node, field.name)?)));
        for (field, sense, day) in dated {
            let years = if table.name == "statute" { YEARS_OF_LAW } else { YEARS };
            if !years.contains(&day.year()) {
                let message = format!("`{}` is {day}: no date of a register lies in the year {:04}", field.name, day.year());
                sink.report(ctx.at(node).field(field.name), message)
                    .help("Correct the year. What has no end needs no date: leave the field out.");
            } else if sense == DaySense::Past && day > tomorrow {
                let message = format!("`{}` is {day}, which has not come yet on {}", field.name, ctx.as_of());
                sink.report(ctx.at(node).field(field.name), message);
            } else if sense == DaySense::Begins && day > tomorrow && is_said_to_go_on(ctx, table, node) {
                let message = format!(
                    "`{}` is {day}, which has not come yet on {}, and nothing says it is planned",
                    field.name,
                    ctx.as_of()
                );
                sink.report(ctx.at(node).field(field.name), message)
                    .level(Level::Warning)
                    .help("Write `status: planned` until it begins, or correct the date.");
            } else {
                order(ctx, node, field, day, sink);
            }
        }
    });
    told_too_late(ctx, sink);
}

/// Reports a day that lies before another of the same table on which it should follow.
fn order(ctx: &Ctx<'_>, node: NodeId, field: &'static FieldInfo, day: NaiveDate, sink: &mut Sink) {
    let pairs = [(field.after, Level::Error), (field.usually_after, Level::Warning)];
    let pairs = pairs.into_iter().flat_map(|(names, level)| names.split_whitespace().map(move |name| (name, level)));
    for (name, level) in pairs {
        let Some(first) = date(ctx, node, name).filter(|first| day < *first) else { continue };
        // What is planned may be looked at, and changed, before it begins.
        if level == Level::Warning && first > ctx.as_of() {
            continue;
        }
        let message = format!("`{}` {day} lies before `{name}` {first}", field.name);
        let finding = sink.report(ctx.at(node).field(field.name), message).level(level);
        if level == Level::Warning {
            finding.help(format!("Correct the date that is wrong, or look again and enter that day in `{}`.", field.name));
        }
        return;
    }
}

/// The date in a field of a written table.
fn date(ctx: &Ctx<'_>, node: NodeId, field: &str) -> Option<NaiveDate> {
    let tree = &ctx.register.tree;
    parse_date(tree.text(tree.get(node, field)?.value))
}

/// Whether a thing that has a `status` is not recorded as planned.
fn is_said_to_go_on(ctx: &Ctx<'_>, table: &TableInfo, node: NodeId) -> bool {
    let tree = &ctx.register.tree;
    table.field("status").is_some() && tree.get(node, "status").is_none_or(|item| tree.text(item.value) != Status::Planned.id())
}

/// A notice with its history that came out only after the processing had begun: a question, as another text may have
/// informed people before.
fn told_too_late(ctx: &Ctx<'_>, sink: &mut Sink) {
    for activity in &ctx.register.activities {
        let Some(since) = activity.since else { continue };
        let covering = notices::of(ctx.register, activity).into_iter().filter(|notice| !notice.changes.is_empty());
        let days = covering.flat_map(|notice| {
            let changes = notice.value.changes.iter().filter_map(|change| change.in_force);
            [notice.in_force, notice.published].into_iter().flatten().chain(changes)
        });
        if let Some(first) = days.min().filter(|first| since < *first) {
            let message = format!("`{}` began on {since}, the first notice that covers it dates from {first}", activity.title());
            sink.report(ctx.at(activity.node).field("since"), message).level(Level::Note);
        }
    }
}
