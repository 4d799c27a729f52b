use crate::rules::prelude::*;
use std::collections::{HashMap, HashSet};

rule! {
    /// A definition is used by nothing in the register.
    ///
    /// A processor that nothing uses is a warning: its contract may have to be ended, or an activity forgot to name it.
    ///
    /// ## Why
    /// A definition that nothing refers to is either out of use, or an activity forgot to name it (Art. 30(1)(d)).
    ///
    /// ## Fix
    /// Add the reference to the activity that uses it, or delete the definition.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// systems:
    ///   archive: {name: Paper archive, run_by: us} #~ PR005
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// systems:
    ///   archive: {name: Paper archive, run_by: us}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// systems: [archive]
    /// ```
    code: "PR005",
    name: "unused-definition",
    level: Note,
    affects: Practice,
    articles: ["Art. 30(1)(d) GDPR"],
    source: "Art. 30(1): the record must be complete and current",
    check: Register(check),
}

use crate::decode::Defined;
use crate::syntax::NodeId;

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    let used = Used::of(ctx.register);
    let mut report = |section: &'static str, noun: &str, definitions: Vec<(usize, Spot<'_>, String, bool)>| {
        for (number, spot, title, is_processor) in definitions {
            if !used.is_used(section, number) {
                let finding = sink.report(spot.key(), format!("{noun} `{title}` is used by nothing in the register"));
                if is_processor {
                    finding.level(Level::Warning);
                }
            }
        }
    };
    macro_rules! section {
        ($($type:ty, $field:ident, $noun:literal;)+) => { $(
            let own = ctx.register.$field.iter().enumerate().filter(|(_, entry)| entry.node.is_some() && !entry.broken);
            let definitions = own.map(|(number, entry)| (number, ctx.at(entry.node), entry.id.to_string(), false)).collect();
            report(<$type>::SECTION, $noun, definitions);
        )+ };
    }
    let own = ctx.register.recipients.iter().enumerate().filter(|(_, entry)| entry.node.is_some() && !entry.broken);
    let recipients =
        own.map(|(number, entry)| (number, ctx.at(entry.node), entry.title().to_owned(), entry.role == Some(Role::Processor)));
    report(Recipient::SECTION, "The recipient", recipients.collect());
    section! {
        DataSubject, data_subjects, "The group of people";
        DataCategory, data_categories, "The data category";
        RetentionRule, retention, "The retention rule";
        Event, events, "The event";
        Source, sources, "The source";
        System, systems, "The system";
        SecurityMeasure, security_measures, "The security measure";
        JointArrangement, joint_controllers, "The arrangement of joint controllers";
        Assessment, assessments, "The assessment";
        Document, documents, "The document";
        Statute, laws, "The law";
    }
}

/// What is reached from what stands for itself: activities, services, notices, cookies, organisations, settings.
struct Used {
    reached: HashSet<(&'static str, usize)>,
}

impl Used {
    fn of(register: &crate::register::Register) -> Self {
        let mut owners: Vec<(NodeId, (&'static str, usize))> = Vec::new();
        macro_rules! owners {
            ($($type:ty, $field:ident;)+) => { $(
                for (number, entry) in register.$field.iter().enumerate() {
                    owners.extend(entry.node.map(|node| (node, (<$type>::SECTION, number))));
                }
            )+ };
        }
        owners! {
            DataSubject, data_subjects; DataCategory, data_categories; RetentionRule, retention; Event, events;
            Recipient, recipients; Source, sources; System, systems; SecurityMeasure, security_measures;
            JointArrangement, joint_controllers; Assessment, assessments; Document, documents; Commitment, commitments;
            Statute, laws;
        }
        // There are few beside many references: to look through a sorted list is quicker than to hash.
        owners.sort_by_key(|(node, _)| *node);
        let own = |node: NodeId| owners.binary_search_by_key(&node, |(own, _)| *own).ok().map(|at| owners[at].1);
        let owner = |node| std::iter::successors(Some(node), |node| register.tree.parent(*node)).find_map(own);
        let mut edges: HashMap<(&'static str, usize), Vec<(&'static str, usize)>> = HashMap::new();
        let mut open: Vec<(&'static str, usize)> = Vec::new();
        for reference in register.references() {
            let target = (reference.section, reference.target as usize);
            match owner(reference.node) {
                Some(from) if from.0 != "commitments" => edges.entry(from).or_default().push(target),
                _ => open.push(target),
            }
        }
        // What a definition says it covers uses it the other way round: an assessment of a supplier is in use with it.
        for (number, assessment) in register.assessments.iter().enumerate() {
            if !assessment.covers.is_empty() {
                open.push((Assessment::SECTION, number));
            }
        }
        let mut reached = HashSet::new();
        while let Some(next) = open.pop() {
            if reached.insert(next) {
                open.extend(edges.get(&next).into_iter().flatten().copied());
            }
        }
        Used { reached }
    }

    fn is_used(&self, section: &'static str, number: usize) -> bool {
        self.reached.contains(&(section, number))
    }
}
