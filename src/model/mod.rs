//! What a register holds: plain values, one file for each kind of thing.
//!
//! Every table is declared once, with the meaning of its fields (see [`crate::table!`]). All fields are optional in
//! code: a missing answer is a finding, never a refusal to read.

mod activity;
mod assessment;
mod automation;
mod contract;
mod cookie;
mod data;
mod joint_arrangement;
mod notice;
mod organisation;
mod processing_for;
mod purpose;
mod recipient;
mod references;
mod retention;
mod retention_rule;
mod settings;
mod statute;
mod system;
mod transfer;
mod uses;
mod values;

pub use activity::*;
pub use assessment::*;
pub use automation::*;
pub use contract::*;
pub use cookie::*;
pub use data::*;
pub use joint_arrangement::*;
pub use notice::*;
pub use organisation::*;
pub use processing_for::*;
pub use purpose::*;
pub use recipient::*;
pub use references::*;
pub use retention::*;
pub use retention_rule::*;
pub use settings::*;
pub use statute::*;
pub use system::*;
pub use transfer::*;
pub use uses::*;
pub use values::*;
