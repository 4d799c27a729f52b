//! The registers that a command is about: which folders a path means, and what is in them.

use std::path::{Path, PathBuf};

use super::world::World;
use crate::io::{self, Failure};
use crate::register::{MARKS, Register};
use crate::syntax;

/// Reads the register in a folder.
pub(super) fn read(folder: &Path) -> Result<Register, Failure> {
    let loaded = io::load(folder)?;
    let (tree, faults) = syntax::parse(loaded.sources, loaded.faults);
    Ok(Register::load(tree, faults))
}

/// The folder of the one register that a path means; without a path, the register here.
pub(super) fn one_at(path: Option<&Path>, world: &World) -> Result<PathBuf, Failure> {
    let path = path.unwrap_or(&world.here);
    let mut found = all_at(path)?;
    if found.len() > 1 {
        let names: Vec<String> = found.iter().map(|folder| io::shown(folder)).collect();
        return Err(Failure(format!("There are several registers at {}: name one of {}", io::shown(path), names.join(", "))));
    }
    Ok(found.remove(0))
}

/// The folders of all registers that a path means, at least one.
pub(super) fn all_at(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    let found = io::registers_at(path)?;
    if found.is_empty() {
        let marks = MARKS.join(" or ");
        return Err(Failure(format!("There is no register at {}: a register is a folder with {marks}", io::shown(path))));
    }
    Ok(found)
}
