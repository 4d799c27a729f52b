//! The state of the register: for the DPO what is due, what is missing and where the risks are; for the board one sheet of
//! paper of it, without the codes of rules.

mod due;
mod numbers;
mod room;

use chrono::Days;

use crate::check::Report;
use crate::model::Level;
use crate::render::Maker;
use crate::render::page::{Block, Item, Line, Page, Section};
use crate::render::policy::frame;
use crate::rule::Affects;

use super::{Standing, meta};
use due::{Due, dues, open, table};
use room::Room;

/// The most urgent entries; a longer list is not read.
const MOST_NOW: usize = 10;

/// What both pages begin with.
struct State {
    standing: Standing,
    /// In the order of their days.
    due: Vec<Due>,
    /// What has no day and waits.
    open: Vec<Due>,
    overdue: usize,
    /// Errors and warnings that the register sets aside.
    silenced: usize,
}

impl State {
    fn of(maker: &Maker<'_>, report: &Report) -> Self {
        let today = maker.law.as_of();
        let mut due = dues(maker);
        due.sort_by(|a, b| (a.day, &a.what).cmp(&(b.day, &b.what)));
        let overdue = due.iter().filter(|due| due.is_before(today)).count();
        let silenced = report.suppressed.iter().filter(|own| own.level >= Level::Warning).count();
        State { standing: Standing::of(report), due, open: open(maker), overdue, silenced }
    }

    /// A word, because colours are not seen by everybody, and a sentence.
    fn verdict(&self, maker: &Maker<'_>) -> Line {
        let standing = self.standing;
        let word = match (standing.errors, standing.warnings + self.overdue + self.open.len()) {
            (0, 0) => "state-good",
            (0, _) => "state-attention",
            _ => "state-urgent",
        };
        let numbers = [("errors", standing.errors), ("warnings", standing.warnings), ("overdue", self.overdue)];
        let w = maker.words;
        let mut sentence = w.with_numbers("verdict", &[], &numbers);
        if !self.open.is_empty() {
            sentence = format!("{sentence} {}", w.with_numbers("verdict-open", &[], &[("count", self.open.len())]));
        }
        if self.silenced > 0 {
            sentence = format!("{sentence} {}", w.with_numbers("verdict-silenced", &[], &[("count", self.silenced)]));
        }
        Line::labelled(&w.say(word), sentence, "verdict")
    }

    fn page(&self, maker: &Maker<'_>, stem: &str, title: &str) -> Page {
        let w = maker.words;
        let mut page = frame(maker, "dashboard", stem, w.say(title), w.say(title), &[]);
        page.internal = true;
        page.meta = meta(maker, self.standing);
        page.intro.push(Block::paragraph(self.verdict(maker)));
        page
    }

    /// What is due in the next 90 days.
    fn coming(&self, maker: &Maker<'_>, room: Room) -> Section {
        let today = maker.law.as_of();
        let until = today.checked_add_days(Days::new(90)).unwrap_or(today);
        let all: Vec<&Due> = self.due.iter().filter(|due| !due.is_before(today) && due.is_by(until)).collect();
        table(maker, "coming", &all, room)
    }
}

/// The page for the DPO.
pub fn dashboard(maker: &Maker<'_>, report: &Report) -> Page {
    let state = State::of(maker, report);
    let mut page = state.page(maker, "dashboard", "dashboard");
    let mut counted = Section::new("counted", maker.words.say("counted"));
    counted.blocks.push(Block::paragraph(Line::text(maker.words.say("counted-text"), "counted")));
    page.sections = vec![
        now(maker, report, &state),
        numbers::coverage(maker, Room::ENDLESS),
        numbers::risks(maker, Room::ENDLESS),
        state.coming(maker, Room::ENDLESS),
        numbers::inventory(maker),
        counted,
    ];
    page.sections.retain(|section| !section.is_empty());
    page
}

/// The page for the board: the verdict, coverage, risks and the next 90 days, on one sheet of A4.
pub fn board(maker: &Maker<'_>, report: &Report) -> Page {
    let state = State::of(maker, report);
    let mut page = state.page(maker, "dashboard-board", "dashboard-board");
    page.sheet = true;
    let mut coming = state.coming(maker, Room::SHEET);
    if coming.is_empty() {
        coming.blocks.push(Block::paragraph(Line::text(maker.words.say("nothing-coming"), "due")));
    }
    page.sections = vec![numbers::coverage(maker, Room::SHEET), numbers::risks(maker, Room::SHEET), coming];
    page
}

/// What waits, then what is past its day, then what the check has found.
fn now(maker: &Maker<'_>, report: &Report, state: &State) -> Section {
    let w = maker.words;
    let today = maker.law.as_of();
    let all: Vec<&Due> = state.open.iter().chain(state.due.iter().filter(|due| due.is_before(today))).collect();
    let mut section = table(maker, "do-now", &all, Room { rows: MOST_NOW, ..Room::ENDLESS });
    let items = findings(maker, report);
    if !items.is_empty() {
        section.blocks.push(Block::list(items));
        section.blocks.push(Block::paragraph(Line::text(w.say("findings-where"), "findings")));
    }
    if section.is_empty() {
        section.blocks.push(Block::paragraph(Line::text(w.say("nothing-to-do"), "due")));
    }
    section
}

/// A line for each thing that findings touch, the worst first. What rules say of themselves is English only; `privreg
/// validate` shows it, and this page stays in its language.
fn findings(maker: &Maker<'_>, report: &Report) -> Vec<Item> {
    let w = maker.words;
    let mut all: Vec<(usize, usize, Affects, Vec<&str>)> = Affects::ALL
        .into_iter()
        .map(|affects| {
            let own = || report.findings.iter().filter(move |own| own.rule.affects == affects && own.level >= Level::Warning);
            let mut codes: Vec<&str> = own().map(|finding| finding.rule.code).collect();
            codes.sort_unstable();
            codes.dedup();
            let errors = own().filter(|finding| finding.level == Level::Error).count();
            (errors, own().count() - errors, affects, codes)
        })
        .filter(|(errors, warnings, ..)| errors + warnings > 0)
        .collect();
    all.sort_by_key(|(errors, warnings, affects, _)| (std::cmp::Reverse((*errors, *warnings)), *affects));
    all.into_iter()
        .map(|(errors, warnings, affects, codes)| {
            let what = w.say(&format!("affects-{}", affects.id()));
            let texts = [("what", what.as_str()), ("rules", &codes.join(", "))];
            let numbers = [("errors", errors), ("warnings", warnings)];
            Item::of(Line::text(w.with_numbers("finding-row", &texts, &numbers), "findings"))
        })
        .collect()
}
