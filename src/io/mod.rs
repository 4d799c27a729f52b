//! The only code that touches the disk.

#![expect(clippy::disallowed_methods, reason = "this is the folder the ban points to")]

mod disk;
mod replace;
mod signals;
mod write;

use disk::failure;
pub use disk::{Failure, Loaded, in_repository, load, plain, read_text, registers_at, shown};
pub use signals::prepare;
pub use write::{About, Changes, Output, begin, changes, existing, write};
