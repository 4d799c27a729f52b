//! Nothing hangs: twice the register is little more than twice the work. Counted in looks at the register (`privreg::visits`)
//! and in letters written, not in time, so that it comes out the same on every machine.

use std::collections::BTreeSet;

use privreg::decode::{Shape, reachable};
use privreg::list::{self, Context, show};
use privreg::register::SECTIONS;
use privreg::relations::Relations;
use privreg::render::Maker;
use privreg::render::engine::{Engine, Form, STYLE};
use privreg::render::page::Page;
use privreg::render::policy::{Detail, Scope, cookie_page, policy};
use privreg::render::records::{self, By, Choices, Kind, Request, Standing, access_reply, board, chosen_sheet, dashboard};
use privreg::render::words::Words;
use privreg::{Law, Options, Register, Report, Sources, check, visits};

use crate::common::documents::{engine, law};
use crate::registers;

/// What one piece of work cost: looks at the register, and letters of what came out.
#[derive(Clone, Copy, Debug)]
struct Cost {
    looks: u64,
    letters: u64,
}

fn read(files: Vec<(String, String)>) -> Register {
    let mut sources = Sources::default();
    for (name, text) in files {
        sources.add(name.clone(), name, text);
    }
    Register::read(sources)
}

struct World<'w> {
    register: &'w Register,
    law: &'w Law,
    relations: &'w Relations,
    report: &'w Report,
    engine: &'w Engine,
}

impl World<'_> {
    fn maker(&self) -> Maker<'_> {
        Maker::new(self.register, self.law, self.relations, Words::of("en").expect("a language"))
    }

    fn written(&self, page: &Page) -> String {
        [Form::Markdown, Form::Html].map(|form| self.engine.render(page, form, STYLE).expect("a page")).concat()
    }
}

type Work = (String, Box<dyn Fn(&World<'_>) -> String>);

fn work(name: impl Into<String>, make: impl Fn(&World<'_>) -> String + 'static) -> Work {
    (name.into(), Box::new(make))
}

/// Everything that privreg makes of a register.
fn everything() -> Vec<Work> {
    let standing = |world: &World<'_>| Standing::of(world.report);
    let mut all = vec![
        work("check", |world| {
            let report = check(world.register, world.law, &Options::default());
            report.findings.iter().map(|finding| format!("{finding:?}")).collect()
        }),
        work("policy", |world| {
            let notices = world.register.notices.iter();
            let maker = world.maker();
            notices.map(|notice| world.written(&policy(&maker, &Scope::of(&maker, notice, None, Detail::Plain), "privacy"))).collect()
        }),
        work("cookies", |world| cookie_page(&world.maker(), "cookies").map_or_else(String::new, |page| world.written(&page))),
        work("access reply", |world| world.written(&access_reply(&world.maker(), &Request::default()))),
        work("checklist", move |world| world.written(&records::checklist(&world.maker(), standing(world), &Request::default()))),
        work("dashboard", |world| world.written(&dashboard(&world.maker(), world.report))),
        work("board", |world| world.written(&board(&world.maker(), world.report))),
        work("data map", move |world| world.written(&records::data_map(&world.maker(), standing(world)))),
        work("feed", |world| String::from_utf8(records::atom(&world.maker(), None).expect("a feed")).expect("UTF-8")),
        work("show", |world| {
            let context = Context::new(world.register, world.law);
            format!("{:?}", show::show(&context, "common-users").or_else(|_| show::show(&context, "users-0")).expect("a group"))
        }),
    ];
    let plain = Kind::ALL.map(|kind| (kind, Choices::default()));
    let by_system = (Kind::Retention, Choices { by: By::System, ..Choices::default() });
    for (kind, choices) in plain.into_iter().chain([by_system]) {
        all.push(work(format!("{kind:?} {:?}", choices.by), move |world| {
            let maker = world.maker();
            let sheet = chosen_sheet(&maker, kind, Standing::of(world.report), choices);
            world.written(&records::page(&maker, &sheet))
        }));
    }
    for what in <list::What as clap::ValueEnum>::value_variants() {
        all.push(work(format!("list {what:?}"), |world| {
            format!("{:?}", list::of(*what, &Context::new(world.register, world.law)).rows)
        }));
    }
    all
}

fn costs(files: Vec<(String, String)>, works: &[Work]) -> Vec<Cost> {
    let law = law();
    let engine = engine();
    let before = visits::count();
    let register = read(files);
    let mut costs = vec![Cost { looks: visits::count() - before, letters: 0 }];
    let relations = Relations::of(&register);
    let report = check(&register, &law, &Options::default());
    let world = World { register: &register, law: &law, relations: &relations, report: &report, engine: &engine };
    costs.extend(works.iter().map(|(_, work)| {
        let before = visits::count();
        let text = work(&world);
        Cost { looks: visits::count() - before, letters: text.len() as u64 }
    }));
    costs
}
#[test]
fn explore() {
    let works = everything();
    for (name, make) in [("connected", registers::connected as fn(usize) -> _), ("packed", registers::packed), ("crowded", registers::crowded)] {
        let all: Vec<Vec<Cost>> = [10,20, 40].map(|n| rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap().install(|| costs(make(n), &everything()))).to_vec();
        for i in 0..all[0].len() {
            let f = |g: fn(&Cost)->u64| { let v: Vec<f64> = all.iter().map(|c| g(&c[i]) as f64).collect(); ((v[2]-v[1])/(v[1]-v[0]), v) };
            let (a,b)=(f(|c|c.looks),f(|c|c.letters));
            eprintln!("{name} {}: looks {:.2} {:?} letters {:.2} {:?}", if i==0 {"read"} else {&works[i-1].0}, a.0,a.1,b.0,b.1);
        }
    }
}
