use crate::rules::prelude::*;

rule! {
    /// An activity is left out of the record although the exemption does not hold for it.
    ///
    /// The number of employees is a dated fact, as a change has been proposed.
    ///
    /// ## Why
    /// The exemption of Art. 30(5) is narrow: what is regular, risky or sensitive belongs in the record of a small organisation as well.
    ///
    /// ## Fix
    /// Delete `record_exempt`, or show that the activity is occasional and without risk (`occasional: yes`).
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// record_exempt: yes #~ PR108
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// record_exempt: yes
    /// occasional: yes
    /// ```
    code: "PR108",
    name: "record-exemption-misapplied",
    level: Warning,
    affects: Record,
    articles: ["Art. 30(5) GDPR"],
    source: "WP29 position paper on Art. 30(5), 19 April 2018 (the conditions are alternatives); CNIL SAN-2021-014",
    check: Activity(check),
}

fn check(activity: &Entry<Activity>, ctx: &Ctx<'_>, sink: &mut Sink) {
    if activity.record_exempt != Some(true) {
        return;
    }
    let mut reasons: Vec<String> = Vec::new();
    let employees = ctx.register.organisation().and_then(|organisation| organisation.employees);
    if let (Some(employees), Some(below)) = (employees, ctx.law.record_exempt_below())
        && employees >= below
    {
        reasons.push(format!("the organisation has {employees} employees"));
    }
    if activity.occasional != Some(true) {
        reasons.push("the activity is not marked as occasional".into());
    }
    if let Some(risk) = activity.risk.first() {
        reasons.push(format!("a risk is named ({})", risk.id()));
    }
    let categories = walk::activity_categories(activity, ctx.register);
    let sensitive = categories
        .iter()
        .find(|category| category.special.is_some_and(|special| special != Special::No) || category.criminal == Some(true));
    if let Some(category) = sensitive {
        reasons.push(format!("it uses {}", category.title()));
    }
    if !reasons.is_empty() {
        let message = format!("`{}` cannot be left out of the record: {}", activity.title(), listed(&reasons));
        sink.report(ctx.at(activity.node).field("record_exempt"), message);
    }
}
