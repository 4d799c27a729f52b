//! Which definition a place of a register lies in, whatever its section.

use std::fmt;

use crate::decode::{Holds, holds, path_of, quote};
use crate::syntax::{NodeId, Tree};

/// A definition, by its section and its id; the id is empty for a section that is one table.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Owner {
    pub section: String,
    pub id: String,
    /// Where the place lies below the definition: `purposes.hire.recipients[0]`; empty for the definition itself.
    pub below: String,
}

impl Owner {
    /// Whether the definition is one of a section.
    pub fn is_in(&self, section: &str) -> bool {
        self.section == section
    }
}

/// As `privreg show` takes it: `recipients.postduen`.
impl fmt::Display for Owner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.section)?;
        if self.id.is_empty() { Ok(()) } else { write!(f, ".{}", quote(&self.id)) }
    }
}

/// Sections that are one table, or a list without ids.
const TABLES: [&str; 3] = ["organisation", "settings", "suppress"];

/// The definition a place lies in.
pub fn owner(tree: &Tree, node: NodeId) -> Owner {
    // From the outside in: the nodes below the file's outermost table.
    let mut way: Vec<NodeId> = std::iter::successors(Some(node), |node| tree.parent(*node)).collect();
    way.reverse();
    let key = |at: usize| way.get(at).and_then(|node| tree.entry_of(*node)).map(|item| item.key.to_owned());
    let (section, id, top) = match holds(&tree.sources.get(node.file).relative) {
        Holds::Definition(section, id) => (section.to_owned(), id, way.first()),
        Holds::Sections => {
            let section = key(1).unwrap_or_default();
            if TABLES.contains(&section.as_str()) {
                (section, String::new(), way.get(1))
            } else {
                (section, key(2).unwrap_or_default(), way.get(2))
            }
        }
    };
    let above = top.map_or(String::new(), |top| path_of(tree, *top));
    let path = path_of(tree, node);
    let below = path.strip_prefix(&above).unwrap_or(&path).trim_start_matches('.').to_owned();
    Owner { section, id, below }
}
