//! Registers to render, and the same with other texts in them.

use privreg::render::engine::Engine;
use privreg::{Law, Register, Sources};

use super::{DAY, root};

pub const REPAIRED: [&str; 4] = ["aize", "ainsky", "attend", "workitems"];
pub const STARTERS: [&str; 6] = ["minimal", "saas", "shop", "clinic", "association", "processor"];

pub fn folders() -> impl Iterator<Item = String> {
    REPAIRED.iter().map(|name| format!("registers/repaired/{name}")).chain(STARTERS.iter().map(|name| format!("examples/{name}")))
}

pub fn law() -> Law {
    Law::on(DAY.parse().expect("a date"))
}

pub fn read(folder: &str) -> Register {
    let loaded = privreg::io::load(&root().join(folder)).expect("a register");
    let (tree, faults) = privreg::syntax::parse(loaded.sources, loaded.faults);
    Register::load(tree, faults)
}

pub fn engine() -> Engine {
    Engine::new(&[]).expect("the shipped templates")
}

/// Replaces every text of a register by another, in all fields of which the test says so.
pub fn with_texts(folder: &str, replace: impl Fn(&str, bool) -> Option<String>) -> Register {
    let register = read(folder);
    let tree = &register.tree;
    let mut files: Vec<(String, String)> =
        tree.sources.ids().map(|id| (tree.sources.get(id).relative.clone(), tree.sources.get(id).text.to_string())).collect();
    let mut prose: Vec<_> = register.prose().map(|prose| (tree.loc(prose.node), prose)).collect();
    prose.sort_by_key(|(loc, _)| std::cmp::Reverse((loc.file, loc.start)));
    for (loc, prose) in prose {
        let source = tree.sources.get(loc.file);
        let Some(new) = replace(tree.text(prose.node), prose.field.is_public) else { continue };
        let file = files.iter_mut().find(|(name, _)| *name == source.relative).expect("a file");
        file.1.replace_range(loc.start as usize..loc.end as usize, &format!("{new:?}").replace("\\'", "'"));
    }
    let mut sources = Sources::default();
    for (name, text) in files {
        sources.add(name.clone(), name, text);
    }
    Register::read(sources)
}

/// Words of a Word document in the order of reading, a line for each paragraph. Every part must be well-formed, and links
/// to the outside lead to the web, mail or a telephone only.
pub fn words_of_docx(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    let names: Vec<String> = archive.file_names().map(|name| name.expect("a name").into_owned()).collect();
    let mut text = String::new();
    for name in names {
        let part = std::io::read_to_string(archive.by_name(&name).expect("a part")).expect("UTF-8");
        let document = roxmltree::Document::parse(&part).unwrap_or_else(|error| panic!("{name}: {error}"));
        for link in document.descendants().filter(|node| node.attribute("TargetMode") == Some("External")) {
            let target = link.attribute("Target").expect("a target");
            assert!(["https:", "mailto:", "tel:"].iter().any(|scheme| target.starts_with(scheme)), "{target}");
        }
        for node in document.descendants() {
            match node.tag_name().name() {
                "t" | "title" | "description" | "creator" => text.push_str(node.text().unwrap_or("")),
                "p" => text.push('\n'),
                _ => {}
            }
        }
    }
    text
}

pub const HOSTILE: &str =
    "<script>alert(1)</script> \" onmouseover=\"x [a](javascript:alert(1)) | {{ 7*7 }} {% raw %} </style> <!-- `";
