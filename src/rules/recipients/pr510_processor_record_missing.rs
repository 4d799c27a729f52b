use crate::rules::prelude::*;

rule! {
    /// The organisation works for customers, and the record of that work is missing.
    ///
    /// ## Why
    /// Whoever processes for customers keeps a second record, of the work done for them (Art. 30(2)).
    ///
    /// ## Fix
    /// Add a file in `processing-for/` for each service, or set `acts_as: [controller]` where no service handles customers' data.
    ///
    /// ## Bad
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   acts_as: [controller, processor] #~ PR510
    /// ```
    ///
    /// ## Good
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   acts_as: [controller]
    /// ```
    code: "PR510",
    name: "processor-record-missing",
    level: Error,
    affects: Record,
    articles: ["Art. 30(2) GDPR"],
    source: "Art. 30(2); guidance of Datatilsynet (NO) on the processor's record",
    check: Organisation(check),
}

fn check(organisation: &Entry<Organisation>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let runs = ctx.register.processing_for.iter().any(|service| service.is_running());
    if organisation.acts_as.contains(&ActsAs::Processor) && !runs {
        let message = format!("{} acts as a processor, and the register holds no record of that work", organisation.title());
        sink.report(ctx.at(organisation.node).field("acts_as"), message).label("which services?");
    }
}
