//! Documents through templates: the shipped ones, each replaceable by a file of the same name.

use rayon::prelude::*;
use tera::{Context, Kwargs, State, Tera};

use super::clean;
use super::page::Page;

/// The shipped templates, by name.
pub const TEMPLATES: [(&str, &str); 4] = [
    ("parts.md", include_str!("../../templates/parts.md")),
    ("page.md", include_str!("../../templates/page.md")),
    ("parts.html", include_str!("../../templates/parts.html")),
    ("page.html", include_str!("../../templates/page.html")),
];

/// Style sheet of shipped pages.
pub const STYLE: &str = include_str!("../../templates/page.css");

/// Whether a style sheet would end the element it stands in, and go on as markup.
pub fn ends_style(css: &str) -> bool {
    css.to_ascii_lowercase().contains("</style")
}

/// Form of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Markdown,
    Html,
    /// The inside of a page, for content systems that bring their own frame.
    Fragment,
}

impl Form {
    pub fn ending(self) -> &'static str {
        match self {
            Form::Markdown => "md",
            Form::Html | Form::Fragment => "html",
        }
    }
}

/// Templates, ready to use.
pub struct Engine {
    tera: Tera,
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Engine")
    }
}

impl Engine {
    /// With templates of one's own in place of shipped ones: pairs of name and text.
    ///
    /// # Errors
    /// Names the template and the place where it cannot be understood, in one paragraph.
    pub fn new(own: &[(String, String)]) -> Result<Self, String> {
        let mut tera = Tera::default();
        tera.register_filter("md", |text: &str, _: Kwargs, _: &State| clean::markdown(text));
        tera.register_filter(
            "href",
            |text: &str, _: Kwargs, _: &State| {
                if clean::is_safe_link(text) { text.to_owned() } else { "#".to_owned() }
            },
        );
        let shipped = TEMPLATES.iter().filter(|(name, _)| !own.iter().any(|(other, _)| other == name));
        let all = shipped.map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).chain(own.iter().cloned());
        tera.add_raw_templates(all).map_err(|error| explained(&error))?;
        Ok(Engine { tera })
    }

    /// A page in a form.
    ///
    /// # Errors
    /// A template asks for something that the view does not have.
    pub fn render(&self, page: &Page, form: Form, style: &str) -> Result<String, String> {
        self.render_each(page, &[form], style).map(|texts| texts.concat())
    }

    /// A page in several forms: what templates see of it is made once.
    ///
    /// # Errors
    /// As for one form.
    pub fn render_each(&self, page: &Page, forms: &[Form], style: &str) -> Result<Vec<String>, String> {
        let mut context = Context::from_serialize(page).map_err(|error| explained(&error))?;
        context.insert("css", style.trim());
        let render = |form: &Form| {
            let mut context = context.clone();
            context.insert("fragment", &(*form == Form::Fragment));
            let name = if *form == Form::Markdown { "page.md" } else { "page.html" };
            let text = self.tera.render(name, &context).map_err(|error| explained(&error))?;
            Ok(if *form == Form::Markdown { tidy(&text) } else { text.trim_start().to_owned() })
        };
        forms.par_iter().map(render).collect::<Vec<_>>().into_iter().collect()
    }
}

/// At most one blank line in a row, none at the end.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = true;
    for line in text.lines().map(str::trim_end) {
        if line.is_empty() && blank {
            continue;
        }
        blank = line.is_empty();
        out.push_str(line);
        out.push('\n');
    }
    format!("{}\n", out.trim_end())
}

fn explained(error: &tera::Error) -> String {
    use std::error::Error;
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        text.push_str(&format!(": {inner}"));
        cause = inner.source();
    }
    text
}
