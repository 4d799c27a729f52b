use crate::rules::prelude::*;

rule! {
    /// A recipient is a general word instead of a name.
    ///
    /// Built-in categories that may stand without a name (banks people choose, courts) pass, and so does `unnamed` with a reason.
    ///
    /// ## Why
    /// "Partners and vendors" tells people nothing; names are the rule, else a narrow category with activity, sector and place (Art. 13(1)(e), C-154/21).
    ///
    /// ## Fix
    /// Name the companies, in `name` or `entities`; or keep the category, narrow it ("payroll provider in Norway") and say why in `unnamed`.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   partners: {name: Business partners and other third parties, role: controller, country: NO} #~ PR502
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [partners]
    /// ```
    ///
    /// A group without its companies.
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   group: {name: Nordlys companies, role: group, country: NO} #~ PR502
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [group]
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   ledger: {name: Ledger Regnskap AS, role: controller, country: NO}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [ledger]
    /// ```
    code: "PR502",
    name: "generic-recipient",
    level: Warning,
    affects: Notice,
    articles: ["Art. 13(1)(e) GDPR", "Art. 30(1)(d) GDPR", "Art. 12(1) GDPR"],
    source: "WP260 rev.01 Annex, row on recipients; IMY Klarna (recipients incomplete); CJEU C-154/21; C-413/23 P EDPS v SRB",
    check: Recipient(check),
}

fn check(recipient: &Entry<Recipient>, ctx: &Ctx<'_>, sink: &mut Sink) {
    if !recipient.entities.is_empty() || recipient.unnamed.is_some() || !ctx.relations.is_in_use(ctx.register, recipient) {
        return;
    }
    let may_stand = recipient.category.is_some_and(crate::vocabulary::may_stand_unnamed);
    if may_stand || matches!(recipient.role, Some(Role::Authority | Role::PrivatePerson | Role::Internal)) {
        return;
    }
    let spot = ctx.at(recipient.node);
    let generic = recipient.value.name.as_ref().and_then(|name| name.iter().find(|(lang, text)| is_generic(text, *lang)));
    if let Some((_, text)) = generic {
        sink.report(spot.field("name"), format!("`{text}` names nobody")).label("who?");
    } else if recipient.role == Some(Role::Group) && !has_legal_form(recipient.title()) {
        sink.report(spot.field("name"), format!("`{}` stands for a group and names none of its companies", recipient.title()))
            .label("which companies?")
            .help("List them: `entities: [{name: Nordlys Sverige AB, country: SE}]`.");
    }
}

/// Whether only general words, and what binds them, make up the name.
fn is_generic(text: &str, lang: Lang) -> bool {
    const BINDING: &[&str] = &[
        "the",
        "our",
        "other",
        "others",
        "and",
        "or",
        "of",
        "any",
        "all",
        "certain",
        "selected",
        "including",
        "related",
        "a",
        "an",
        "in",
        "some",
        "such",
        "as",
        "with",
        "to",
        "we",
        "us",
        "for",
        "who",
        "like",
        "companies",
        "company",
        "våre",
        "og",
        "andre",
        "eller",
        "vores",
        "våra",
        "och",
        "andra",
    ];
    if !wordlists::GENERIC_RECIPIENT.is_in(text, lang) {
        return false;
    }
    let rest = wordlists::GENERIC_RECIPIENT.without(text, lang).to_lowercase();
    let words = rest.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.into_iter().all(|word| BINDING.contains(&word))
}

fn has_legal_form(name: &str) -> bool {
    const FORMS: &[&str] = &[
        "AS",
        "ASA",
        "AB",
        "ApS",
        "A/S",
        "Oy",
        "Oyj",
        "GmbH",
        "AG",
        "Ltd",
        "Ltd.",
        "Limited",
        "Inc",
        "Inc.",
        "LLC",
        "plc",
        "BV",
        "B.V.",
        "SA",
        "S.A.",
        "SAS",
        "SE",
        "NV",
        "Corp",
        "Corp.",
        "Corporation",
        "ehf.",
        "hf.",
        "KG",
        "SpA",
        "Srl",
        "SL",
        "ANS",
        "HB",
        "UAB",
        "OÜ",
        "Sp.",
    ];
    name.split([' ', ',']).any(|word| FORMS.contains(&word))
}
