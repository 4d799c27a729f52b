//! How long a check takes as a register grows, beside the bare event loop of the YAML parser over the same bytes.

mod registers;

use divan::Bencher;
use divan::counter::BytesCount;
use privreg::relations::Relations;
use privreg::render::engine::{Engine, Form, STYLE};
use privreg::render::in_languages;
use privreg::render::policy::{Detail, Scope, policy};
use privreg::render::words::Words;
use privreg::{Law, Options, Register, Sources, check};
use registers::{Layout, register};

fn main() {
    divan::main();
}

const SIZES: [usize; 3] = [10, 1_000, 10_000];

fn sources(activities: usize, layout: Layout) -> Sources {
    let mut sources = Sources::default();
    for (name, text) in register(activities, layout) {
        sources.add(name.clone(), name, text);
    }
    sources
}

fn bytes(activities: usize, layout: Layout) -> BytesCount {
    BytesCount::new(register(activities, layout).iter().map(|(_, text)| text.len()).sum::<usize>())
}

/// The floor: only the parser's events, nothing kept.
#[divan::bench(args = SIZES)]
fn events_one_file(bencher: Bencher<'_, '_>, activities: usize) {
    let files = register(activities, Layout::OneFile);
    bencher.counter(bytes(activities, Layout::OneFile)).bench(|| {
        let options = granit_parser::options! { emit_comments: false };
        granit_parser::Parser::new_from_str_with_options(&files[0].1, options).filter(Result::is_ok).count()
    });
}

fn validate(bencher: Bencher<'_, '_>, activities: usize, layout: Layout) {
    let law = Law::on("2026-11-22".parse().expect("a date"));
    bencher
        .counter(bytes(activities, layout))
        .with_inputs(|| sources(activities, layout))
        .bench_values(|sources| check(&Register::read(sources), &law, &Options::default()).findings.len());
}

#[divan::bench(args = SIZES)]
fn validate_one_file(bencher: Bencher<'_, '_>, activities: usize) {
    validate(bencher, activities, Layout::OneFile);
}

#[divan::bench(args = SIZES)]
fn validate_yaml_files(bencher: Bencher<'_, '_>, activities: usize) {
    validate(bencher, activities, Layout::Yaml);
}

#[divan::bench(args = SIZES)]
fn validate_toml_files(bencher: Bencher<'_, '_>, activities: usize) {
    validate(bencher, activities, Layout::Toml);
}

#[divan::bench(args = SIZES)]
fn read_one_file(bencher: Bencher<'_, '_>, activities: usize) {
    bencher
        .counter(bytes(activities, Layout::OneFile))
        .with_inputs(|| sources(activities, Layout::OneFile))
        .bench_values(|sources| Register::read(sources).activities.len());
}

/// The policy of a register that is read already, and of which nothing was rendered, in three languages and both forms.
#[divan::bench(args = [10, 500])]
fn render_policy(bencher: Bencher<'_, '_>, activities: usize) {
    let law = Law::on("2026-11-22".parse().expect("a date"));
    bencher.with_inputs(|| Register::read(sources(activities, Layout::OneFile))).bench_refs(|register| {
        let notice = register.notices.first().expect("a notice");
        let engine = Engine::new(&[]).expect("the shipped templates");
        let relations = Relations::of(register);
        let languages = ["en", "nb", "sv"].map(|lang| Words::of(lang).expect("a language"));
        in_languages(register, &law, &relations, &languages, |maker| {
            let page = policy(maker, &Scope::of(maker, notice, None, Detail::Plain), "privacy");
            engine.render_each(&page, &[Form::Markdown, Form::Html], STYLE).expect("a page")
        })
    });
}
