//! The reference pages: rules and fields, made from what the program knows of them.

use crate::decode::{Needed, Shape, ValuesInfo};
use crate::explain::tables;
use crate::register::SECTIONS;
use crate::rules::{FAMILIES, all};

/// All rules: a table, then a part for each.
pub fn rules() -> String {
    let mut page = format!(
        "# Rules\n\nMade from the rules themselves. There are {} of them in {} families; `privreg explain CODE` shows one.\n\n",
        all().len(),
        FAMILIES.iter().filter(|family| !family.rules.is_empty()).count(),
    );
    page.push_str("A finding touches the record (Art. 30), a notice (Art. 13 and 14), lawfulness, or practice. ");
    page.push_str("A gap in the record does not by itself make processing unlawful (CJEU C-60/22).\n");
    for family in FAMILIES.iter().filter(|family| !family.rules.is_empty()) {
        page.push_str(&format!(
            "\n## {} {}\n\n| Code | Name | Level | Affects | Rests on |\n|---|---|---|---|---|\n",
            family.prefix, family.name
        ));
        for rule in family.rules {
            let articles = rule.articles.join(", ");
            let anchor = format!("{}-{}", rule.code.to_lowercase(), rule.name);
            page.push_str(&format!(
                "| [{}](#{anchor}) | {} | {} | {} | {} |\n",
                rule.code,
                rule.name,
                rule.level.id(),
                rule.affects.id(),
                cell(&articles),
            ));
        }
    }
    for rule in all() {
        page.push_str(&format!("\n### {} {}\n\n", rule.code, rule.name));
        let text = rule.text();
        for line in text.lines() {
            let line = line.split("#~").next().unwrap_or(line).trim_end();
            match line.strip_prefix("## ") {
                Some(heading) => page.push_str(&format!("**{heading}**\n")),
                None => page.push_str(&format!("{line}\n")),
            }
        }
        page.push_str(&format!("\nRests on: {}. Source: {}\n", rule.articles.join(", "), rule.source));
    }
    page
}

/// All tables and fields of the format, and the values of coded fields.
pub fn fields() -> String {
    let mut page = "# Fields of a register\n\nMade from the declarations in `src/model/`. Public fields may appear in public documents, internal ones never do.\n\n## Sections\n\n| Section | Table | Meaning |\n|---|---|---|\n".to_owned();
    for section in SECTIONS {
        page.push_str(&format!(
            "| `{}` | [{}](#{}) | {} |\n",
            section.name,
            (section.table)().name,
            (section.table)().name,
            cell(section.meaning)
        ));
    }
    let mut values: Vec<&'static ValuesInfo> = Vec::new();
    for table in tables() {
        page.push_str(&format!("\n## {}\n\n{} Stands as {}.\n\n| Field | Type | Required | Default | Meaning | GDPR | Shown |\n|---|---|---|---|---|---|---|\n", table.name, table.meaning.trim(), table.place));
        for field in table.fields() {
            let shape = (field.shape)();
            collect(&shape, &mut values);
            let needed = match field.needed {
                Needed::Yes => "**yes**".to_owned(),
                Needed::When(condition) => format!("when {condition}"),
                Needed::No => String::new(),
            };
            page.push_str(&format!(
                "| `{}` | {} | {} | {} | {} | {} | {} |\n",
                field.name,
                cell(&shape.describe()),
                cell(&needed),
                cell(field.default.unwrap_or("")),
                cell(field.meaning.trim()),
                cell(field.gdpr.unwrap_or("")),
                if field.is_public { "public" } else { "internal" },
            ));
        }
    }
    page.push_str("\n# Values\n");
    for info in values {
        page.push_str(&format!("\n## {} values\n\n| Value | Meaning | Reported by |\n|---|---|---|\n", info.name));
        for value in info.values {
            page.push_str(&format!("| `{}` | {} | {} |\n", value.id, cell(value.meaning), value.reported_by.unwrap_or("")));
        }
    }
    page
}

fn collect(shape: &Shape, found: &mut Vec<&'static ValuesInfo>) {
    match shape {
        Shape::Values(values) if !found.iter().any(|known| known.name == values.name) => found.push(values),
        Shape::List(inner) => collect(inner, found),
        Shape::Map(key, value) => {
            collect(key, found);
            collect(value, found);
        }
        Shape::Either(all) => all.iter().for_each(|shape| collect(shape, found)),
        _ => {}
    }
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
