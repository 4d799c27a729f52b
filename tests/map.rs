//! The data map: what it must show, that it can be read, and that names are only text in every form of it.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::common::documents::{engine, folders, law, read};
use privreg::Register;
use privreg::relations::Relations;
use privreg::render::Maker;
use privreg::render::engine::{Form, STYLE};
use privreg::render::records::map::{Column, Graph, Layout, MOST, Rect};
use privreg::render::records::{Standing, data_map, dot, mermaid, pictures, svg};
use privreg::render::words::Words;
use regex::Regex;

fn with_maker<T>(register: &Register, lang: &str, body: impl FnOnce(&Maker<'_>) -> T) -> T {
    let law = law();
    let relations = Relations::of(register);
    body(&Maker::new(register, &law, &relations, Words::of(lang).expect("a language")))
}

fn html(maker: &Maker<'_>) -> String {
    engine().render(&data_map(maker, Standing::default()), Form::Html, STYLE).expect("a page")
}

/// A register in which everything bears a name.
struct Made {
    name: &'static str,
    country: &'static str,
    activities: usize,
    departments: usize,
    /// Of sources, systems, recipients inside and recipients outside the EEA.
    each: usize,
}

impl Made {
    fn register(&self) -> Register {
        let mut text = String::new();
        let name = |number: usize| {
            let letters = format!("{} {number}", self.name);
            format!("\"{}\"", letters.chars().map(|letter| format!("\\U{:08x}", u32::from(letter))).collect::<String>())
        };
        let _ = writeln!(
            text,
            "organisation: {{name: {}, country: {}, languages: [en], address: a, email: a@b.example}}",
            name(0),
            self.country
        );
        let mut section = |title: &str, entry: &dyn Fn(usize) -> String, count: usize| {
            let _ = writeln!(text, "{title}:");
            for number in 0..count {
                let _ = writeln!(text, "  {}-{number}: {}", &title[..3], entry(number));
            }
        };
        section("data_subjects", &|at| format!("{{name: {}}}", name(at)), self.each);
        section(
            "data_categories",
            &|at| format!("{{name: {}, special: {}}}", name(at), if at == 0 { "health" } else { "no" }),
            self.each,
        );
        // Every other recipient is outside, and every third runs a system.
        section(
            "recipients",
            &|at| {
                let place = if at % 2 == 0 { "country: NO" } else { "country: US, transfers: {US: sccs}" };
                let role = ["processor", "controller", "authority"][at % 3];
                format!("{{name: {}, role: {role}, {place}}}", name(at))
            },
            2 * self.each,
        );
        section("systems", &|at| format!("{{name: {}, run_by: rec-{}}}", name(at), 3 * at % (2 * self.each)), self.each);
        let all = |what: &str, count: usize| (0..count).map(|at| format!("{what}-{at}")).collect::<Vec<_>>().join(", ");
        section(
            "activities",
            &|at| {
                let department = match self.departments {
                    0 => String::new(),
                    count => format!("department: {}, ", name(at % count)),
                };
                format!(
                    "{{name: {}, {department}data_subjects: [{}], data_categories: [{}], systems: [{}], recipients: [{}]}}",
                    name(at),
                    all("dat", self.each),
                    all("dat", self.each),
                    all("sys", self.each),
                    all("rec", 2 * self.each),
                )
            },
            self.activities,
        );
        let mut sources = privreg::Sources::default();
        sources.add("privreg.yaml", "privreg.yaml", text);
        let register = Register::read(sources);
        assert_eq!(register.activities.iter().filter(|activity| !activity.broken).count(), self.activities, "{}", self.name);
        register
    }
}

const LONG: &str = "Sammenslåingsopplysningspliktregisteret for virksomheter i alle fylker og kommuner";

const HOSTILE: [&str; 9] = [
    "<script>alert(1)</script>",
    "\" onmouseover=\"x",
    "a\"]; b[\"c",
    "--> <!-- ]]> </svg></style>",
    "back\\slash\\N\\\"",
    "line\nbreak\r\nsubgraph x\nend",
    "%%{init: {}}%% `code` #quot; &lt; |x| {y}",
    "\u{202E}turned\u{2066} \u{FFFE}",
    "漢字漢字漢字漢字漢字漢字漢字漢字 🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂",
];

fn made(name: &'static str) -> Made {
    Made { name, country: "NO", activities: 2, departments: 0, each: 2 }
}

/// Registers that are hard to draw.
fn worst() -> Vec<Register> {
    let sizes = [(1, 0, 1), (1, 0, 30), (7, 0, 3), (13, 0, 2), (12, 4, 5), (40, 20, 9)];
    let places = ["NO", "US"];
    let all = sizes.into_iter().flat_map(|size| places.map(move |country| (size, country)));
    all.map(|((activities, departments, each), country)| Made { name: LONG, country, activities, departments, each }.register())
        .collect()
}

fn overlap(one: Rect, other: Rect) -> bool {
    one.x < other.right() && other.x < one.right() && one.y < other.bottom() && other.y < one.bottom()
}

fn holds(outer: Rect, inner: Rect) -> bool {
    outer.x <= inner.x && outer.y <= inner.y && inner.right() <= outer.right() && inner.bottom() <= outer.bottom()
}

/// The room that a piece of an arrow takes. A bend leaves and arrives level, so it stays between its ends.
fn pieces(route: &[(i32, i32)]) -> impl Iterator<Item = Rect> + '_ {
    route.windows(2).map(move |ends| {
        let (one, other) = (ends[0], ends[1]);
        assert!(one.0 <= other.0, "arrows run to the right: {route:?}");
        let y = one.1.min(other.1);
        // A level piece has no height: it takes a pixel.
        Rect { x: one.0, y, width: other.0 - one.0, height: (one.1 - other.1).abs().max(1) }
    })
}

fn assert_can_be_read(what: &str, graph: &Graph) {
    let layout = Layout::of(graph);
    let whole = Rect { x: 0, y: 0, width: layout.width, height: layout.height };
    let what = format!("{what}: {}", graph.title);
    assert!(graph.nodes.len() <= MOST, "{what} has {} boxes", graph.nodes.len());
    for (at, rect) in layout.boxes.iter().enumerate() {
        assert!(holds(whole, *rect), "{what}: a box is cut");
        assert!(layout.boxes[..at].iter().all(|other| !overlap(*rect, *other)), "{what}: boxes lie on each other");
        let node = &graph.nodes[at];
        let is_own = matches!(node.column, Column::Process | Column::System);
        assert_eq!(holds(layout.organisation, *rect), is_own, "{what}: {} and the organisation", node.name);
        let is_inside = layout.eea.is_some_and(|eea| holds(eea, *rect));
        assert_eq!(is_inside, !node.is_outside, "{what}: {} and the EEA", node.name);
        assert!(is_inside || layout.eea.is_none_or(|eea| !overlap(eea, *rect)), "{what}: {} stands on the line", node.name);
    }
    for route in &layout.routes {
        for piece in pieces(route) {
            assert!(holds(whole, piece), "{what}: an arrow is cut");
            assert!(layout.boxes.iter().all(|rect| !overlap(piece, *rect)), "{what}: an arrow runs behind a box");
            assert!(layout.labels.iter().all(|label| !overlap(piece, label.rect)), "{what}: an arrow crosses words");
        }
    }
    for (at, label) in layout.labels.iter().enumerate() {
        assert!(layout.boxes.iter().all(|rect| !overlap(label.rect, *rect)), "{what}: words lie on a box");
        assert!(layout.labels[..at].iter().all(|other| !overlap(label.rect, other.rect)), "{what}: words lie on words");
    }
}

#[test]
fn boxes_arrows_and_words_keep_clear_of_each_other() {
    let mut seen = 0;
    for folder in folders() {
        let register = read(&folder);
        for lang in ["en", "nb", "sv"] {
            let all = with_maker(&register, lang, pictures);
            seen += all.len();
            all.iter().for_each(|graph| assert_can_be_read(&folder, graph));
        }
    }
    for (number, register) in worst().iter().enumerate() {
        let all = with_maker(register, "nb", pictures);
        seen += all.len();
        all.iter().for_each(|graph| assert_can_be_read(&format!("worst {number}"), graph));
    }
    assert!(seen > 300, "{seen} pictures");
}

#[test]
fn the_overview_goes_by_department() {
    let register = Made { name: "Name", country: "NO", activities: 12, departments: 4, each: 2 }.register();
    with_maker(&register, "en", |maker| {
        let all = pictures(maker);
        let of = |graph: &Graph| -> Vec<(String, Option<String>)> {
            let own = graph.nodes.iter().filter(|node| node.column == Column::Process);
            own.map(|node| (node.name.clone(), node.note.clone())).collect()
        };
        let overview = of(&all[0]);
        assert_eq!(overview.len(), 4);
        assert_eq!(overview[0], ("Name 0".to_owned(), Some("3 activities (sensitive)".to_owned())));
        assert_eq!(all.len(), 13);
        assert_eq!(of(&all[1]).len(), 1);
    });
}

#[test]
fn what_leaves_the_eea_is_a_double_line_with_country_and_mechanism() {
    let register = read("examples/shop");
    with_maker(&register, "en", |maker| {
        let page = html(maker);
        for said in ["class=\"pr-out\"", "Outside the EEA", "United States: EU-US Data", "outside the EEA: United States"] {
            assert!(page.contains(said), "{said}");
        }
        assert!(mermaid(maker, Standing::default(), Some("Draft.")).contains(" ==> "));
        assert!(dot(maker, Standing::default(), Some("Draft.")).contains("black:invis:black"));
    });
    let register = read("examples/minimal");
    with_maker(&register, "en", |maker| {
        assert!(!html(maker).contains("class=\"pr-out\""));
        assert!(
            !mermaid(maker, Standing::default(), Some("Draft.")).contains("==>")
                && !dot(maker, Standing::default(), Some("Draft.")).contains("invis")
        );
    });
}

#[test]
fn sensitive_data_are_marked_by_a_word() {
    let register = read("examples/clinic");
    with_maker(&register, "en", |maker| {
        let page = html(maker);
        assert!(page.contains(">Sensitive data</text>") && page.contains("Health records (sensitive)"));
        assert!(
            mermaid(maker, Standing::default(), Some("Draft.")).contains("Sensitive data")
                && dot(maker, Standing::default(), Some("Draft.")).contains("Health records (sensitive)")
        );
    });
}

#[test]
fn the_table_has_what_the_pictures_shorten() {
    for folder in folders() {
        let register = read(&folder);
        with_maker(&register, "en", |maker| {
            let page = html(maker);
            let (_, table) = page.split_once("id=\"facts\"").expect("a table");
            for activity in register.activities.iter().filter(|activity| table.contains(&format!("id=\"flow-{}\"", activity.id)))
            {
                for recipient in activity.value.recipients.iter().filter_map(|entry| register.get(entry.recipient)) {
                    let name = maker.recipient(recipient).replace('&', "&amp;").replace('\'', "&#39;");
                    assert!(table.contains(&name), "{folder}: {name}");
                }
                assert!(page.contains(&format!("id=\"map-{}\"", activity.id)), "{folder}: {} has no map", activity.id);
            }
        });
    }
}

#[test]
fn names_are_only_text_in_every_form() {
    let text = r#""(?:[^"\\\n]|\\.)*""#;
    let dot_line = Regex::new(&format!(
        r#"^ *(digraph map \{{|graph \[label={text}(, [a-z]+=[A-Za-z0-9.]+)*\]|node \[shape=box, fontname={text}\]|edge \[fontname={text}, fontsize=11\]|subgraph cluster_[a-z]+ \{{|\}}|n\d+ \[label={text}(, [a-z]+=[a-z0-9]+)?\]|n\d+ -> n\d+( \[(label={text})?(, )?(color="black:invis:black")?\])?)$"#
    ))
    .expect("a pattern");
    let label = r##""(?:[^"<>`|\[\]{}#;\\%]|#\d+;|<br>)*""##;
    let mermaid_line = Regex::new(&format!(
        r"^ *(---|title: {label}|%% [^%{{}}<]*|flowchart LR|subgraph [a-z]+\[{label}\]|end|n\d+(\({label}\)|\[\({label}\)\]|\[{label}\]|\[\[{label}\]\])|n\d+ (-->|==>)(\|{label}\|)? n\d+)$"
    ))
    .expect("a pattern");
    for name in HOSTILE {
        for departments in [0, 1] {
            let register = Made { departments, ..made(name) }.register();
            with_maker(&register, "en", |maker| {
                for (pattern, form) in [
                    (&dot_line, dot(maker, Standing::default(), Some("Draft."))),
                    (&mermaid_line, mermaid(maker, Standing::default(), Some("Draft."))),
                ] {
                    for line in form.lines() {
                        assert!(pattern.is_match(line), "{line}");
                    }
                }
                let chart = mermaid(maker, Standing::default(), Some("Draft."));
                let count = |begins: &dyn Fn(&str) -> bool| chart.lines().filter(|line| begins(line.trim())).count();
                assert_eq!(count(&|line| line == "end"), count(&|line| line.starts_with("subgraph ")), "every part ends once");
                let drawing = svg(maker, Standing::default(), Some("Draft."));
                assert_is_a_picture(&drawing);
                let page = html(maker);
                for part in page.split("<svg").skip(1) {
                    let (inner, _) = part.split_once("</svg>").expect("an end");
                    assert_is_a_picture(&format!("<svg{inner}</svg>"));
                }
                for forbidden in ["<script", "<!--", "\" onmouseover"] {
                    assert!(!page.contains(forbidden) && !drawing.contains(forbidden), "{forbidden}");
                }
                let markdown = engine().render(&data_map(maker, Standing::default()), Form::Markdown, STYLE).expect("a page");
                assert_eq!(
                    markdown.matches("```").count(),
                    2 * markdown.matches("```mermaid\n").count(),
                    "every chart ends once"
                );
            });
        }
    }
}

/// Well-formed, with a name and a description, and of our own elements only.
fn assert_is_a_picture(svg: &str) {
    let document = roxmltree::Document::parse(svg).unwrap_or_else(|error| panic!("{error}: {svg}"));
    let root = document.root_element();
    let named = |tag: &str| root.children().find(|node| node.has_tag_name(("http://www.w3.org/2000/svg", tag)));
    for tag in ["title", "desc"] {
        let node = named(tag).unwrap_or_else(|| panic!("no {tag}"));
        assert!(node.text().is_some_and(|text| !text.trim().is_empty()), "{tag} is empty");
        let ids = root.attribute("aria-labelledby").expect("what names it");
        assert!(ids.split(' ').any(|id| Some(id) == node.attribute("id")), "{tag} names the picture");
    }
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        let tag = node.tag_name().name();
        assert!(["svg", "title", "desc", "style", "g", "rect", "path", "text"].contains(&tag), "<{tag}>");
        assert!(node.attributes().all(|own| !own.name().starts_with("on")), "<{tag}> acts");
    }
}

#[test]
fn anchors_stand_once() {
    let id = Regex::new(r#" id="([^"]*)""#).expect("a pattern");
    let href = Regex::new("href=\"#([^\"]*)\"").expect("a pattern");
    for folder in folders() {
        let page = with_maker(&read(&folder), "en", html);
        let ids: Vec<&str> = id.captures_iter(&page).map(|found| found.get(1).expect("an id").as_str()).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{folder}");
        for link in href.captures_iter(&page) {
            let anchor = link.get(1).expect("an anchor").as_str();
            assert!(ids.contains(&anchor), "{folder}: nothing is at #{anchor}");
        }
    }
}

#[test]
fn maps_of_large_registers_stay_small() {
    let mut sources = privreg::Sources::default();
    for (name, text) in crate::registers::register(200, crate::registers::Layout::OneFile) {
        sources.add(name.clone(), name, text);
    }
    let register = Register::read(sources);
    with_maker(&register, "en", |maker| {
        let all = pictures(maker);
        assert_eq!(all.len(), 201);
        assert!(all.iter().all(|graph| graph.nodes.len() <= MOST));
        let page = html(maker);
        assert!(page == html(maker), "the same register gives the same bytes");
        assert!(page.len() <= 1_000_000, "{} bytes", page.len());
    });
}

#[test]
fn a_picture_of_nothing_still_has_a_head_that_can_be_read() {
    with_maker(&Register::read(privreg::Sources::default()), "en", |maker| {
        let drawing = svg(maker, Standing::default(), Some("Draft."));
        let lines: Vec<&str> = drawing.lines().filter(|line| line.starts_with("<text") && line.contains("y=\"-")).collect();
        assert!(lines[0].contains(">Draft.<") && (2..=4).contains(&(lines.len() - 1)), "{drawing}");
        assert!(drawing.contains("<title id=\"map-t\">Draft. "), "{drawing}");
    });
}
