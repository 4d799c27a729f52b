//! What a definition is called in messages: its English name, else its name in any language, else its id.

use crate::decode::{Entry, Text};
use crate::model::*;

/// A definition that has a name.
pub trait Titled {
    fn title(&self) -> &str;
}

fn or_id<'t>(name: Option<&'t Text>, id: &'t str) -> &'t str {
    name.map(Text::english).filter(|name| !name.trim().is_empty()).unwrap_or(id)
}

macro_rules! titled {
    ($($type:ty => $field:ident),+ $(,)?) => {
        $( impl Titled for Entry<$type> {
            fn title(&self) -> &str {
                or_id(self.value.$field.as_ref(), &self.id)
            }
        } )+
    };
}

titled! {
    Activity => name,
    Purpose => name,
    DataSubject => name,
    DataCategory => name,
    Recipient => name,
    Service => name,
    Source => name,
    SecurityMeasure => name,
    Event => name,
    ProcessingFor => name,
    Document => title,
    Notice => title,
    Cookie => name,
    Statute => name,
}

impl Titled for Entry<Organisation> {
    fn title(&self) -> &str {
        self.value.name.as_deref().filter(|name| !name.trim().is_empty()).unwrap_or("The organisation")
    }
}

impl Titled for Entry<System> {
    fn title(&self) -> &str {
        self.value.name.as_deref().filter(|name| !name.trim().is_empty()).unwrap_or(&self.id)
    }
}
