//! Uses of AI, wherever the register describes them.

use crate::decode::{Country, Entry};
use crate::law::Law;
use crate::model::*;
use crate::register::Register;
use crate::syntax::NodeId;
use crate::titles::Titled;

/// What uses AI.
#[derive(Clone, Copy, Debug)]
pub enum Holder<'r> {
    Activity(&'r Entry<Activity>),
    ProcessingFor(&'r Entry<ProcessingFor>),
    System(&'r Entry<System>),
}

/// One use of AI with what it belongs to.
#[derive(Clone, Copy, Debug)]
pub struct AiIn<'r> {
    pub holder: Holder<'r>,
    pub ai: &'r Ai,
}

impl<'r> AiIn<'r> {
    pub fn title(&self) -> &'r str {
        match self.holder {
            Holder::Activity(activity) => activity.title(),
            Holder::ProcessingFor(service) => service.title(),
            Holder::System(system) => system.title(),
        }
    }

    /// The table that holds the field `ai`.
    pub fn node(&self) -> Option<NodeId> {
        match self.holder {
            Holder::Activity(activity) => activity.node,
            Holder::ProcessingFor(service) => service.node,
            Holder::System(system) => system.node,
        }
    }

    /// Where the organisation is that uses it.
    pub fn country(&self, register: &Register) -> Option<Country> {
        let named = match self.holder {
            Holder::Activity(activity) => activity.controller,
            Holder::ProcessingFor(service) => service.processor,
            Holder::System(_) => None,
        };
        named.and_then(|organisation| register.get(organisation)).or(register.organisation())?.country
    }

    /// Whether the AI Act is law where the organisation is: in Iceland, Liechtenstein and Norway not before it is taken
    /// into the EEA Agreement.
    pub fn is_under_ai_act(&self, register: &Register, law: &Law) -> bool {
        self.country(register).is_some_and(|country| law.is_eea(country) && !law.is_efta_state(country))
    }

    /// The activities it is used in.
    pub fn activities(&self, register: &'r Register) -> Vec<&'r Entry<Activity>> {
        match self.holder {
            Holder::Activity(activity) => vec![activity],
            Holder::ProcessingFor(_) => Vec::new(),
            Holder::System(system) => {
                let uses = |activity: &&Entry<Activity>| register.all(&activity.value.systems).any(|own| own.id == system.id);
                register.running_activities().filter(uses).collect()
            }
        }
    }
}

/// Every use of AI that is described, of activities and services that have not ended.
pub fn uses(register: &Register) -> Vec<AiIn<'_>> {
    let activities = register.running_activities().filter_map(|activity| {
        let ai = activity.value.ai.as_ref()?.some()?;
        Some(AiIn { holder: Holder::Activity(activity), ai })
    });
    let services = register.processing_for.iter().filter(|service| service.is_running() && !service.broken);
    let services = services.filter_map(|service| {
        let ai = service.value.ai.as_ref()?.some()?;
        Some(AiIn { holder: Holder::ProcessingFor(service), ai })
    });
    let systems = register.systems.iter().filter(|system| !system.broken).filter_map(|system| {
        let ai = system.value.ai.as_ref()?.one()?;
        Some(AiIn { holder: Holder::System(system), ai })
    });
    activities.chain(services).chain(systems).collect()
}
