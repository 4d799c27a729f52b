use crate::rules::prelude::*;

use crate::decode::TODO;

rule! {
    /// A text still holds a placeholder, a mask or an editor's mark.
    ///
    /// `TODO` may stand in every field, also where a date, a country or an id belongs: it says that the answer is still to come.
    /// An error in names, contacts and addresses, a warning in other texts. `TODO` is a warning until a notice is published: a register
    /// of which nothing is out is a draft. Masks are what a published page leaves behind, and are errors at once. `render` stamps
    /// every document of a register with placeholders as a draft. Markdown links, code and headings are not read.
    ///
    /// ## Why
    /// A published text with remains of a template gives people no way to reach you, and shows that nobody read it (Art. 12(1)).
    ///
    /// ## Fix
    /// Write the real text. `[email protected]` is what an address hider leaves behind when a page is copied.
    ///
    /// ## Bad
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   email: "###@demo.nordlys.no" #~ PR006
    /// ```
    ///
    /// ## Good
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   email: personvern@nordlys.no
    /// ```
    code: "PR006",
    name: "placeholder-text",
    level: Error,
    affects: Notice,
    articles: ["Art. 12(1) GDPR", "Art. 30(1)(a) GDPR"],
    source: "WP260 rev.01 paras 12-13 (clear and plain language); Art. 13(1)(a)-(b)",
    silences: ["PR709", "PR103"],
    check: Text(check),
}

fn check(text: &TextIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let Some(found) = text.placeholder() else { return };
    let is_contact = matches!(
        (text.field.table, text.field.name),
        (
            "organisation" | "dpo" | "representative" | "rights_handling",
            "name" | "email" | "phone" | "address" | "contact" | "contact_form"
        ) | ("recipient", "name" | "contact" | "email" | "address")
            | ("joint_arrangement", "contact_point")
    );
    let mark = &text.text[found];
    let is_note_of_a_draft = mark.eq_ignore_ascii_case("todo") && !is_out(ctx);
    let is_open = text.text == TODO;
    let message = match is_open {
        true => format!("`{}` is still to be answered", text.field.name),
        false => format!("`{mark}` in `{}` is a placeholder, not a text for people", text.field.name),
    };
    let finding = sink.report(ctx.at(text.node), message);
    finding.label(if is_open { text.field.meaning.trim() } else { "template text" });
    if is_note_of_a_draft {
        finding.help("Write your own answer. Until then `privreg render` stamps every document as a draft.");
    } else if wordlists::is_filler(text.text) || mark.eq_ignore_ascii_case("n/a") {
        finding.help("Write the answer, or leave the field out; where a field takes `none` or `unknown`, these are answers.");
    } else if !mark.contains(['#', '@']) && !mark.to_lowercase().contains("mail") {
        finding.help(format!("Write the real text in place of `{mark}`."));
    }
    if !is_contact || is_note_of_a_draft {
        finding.level(Level::Warning);
    }
}

/// Whether people can read a notice of this register already.
fn is_out(ctx: &Ctx<'_>) -> bool {
    ctx.register.notices.iter().any(|notice| notice.value.published.is_some_and(|day| day <= ctx.as_of()))
}
