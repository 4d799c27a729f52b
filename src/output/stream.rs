//! Long lists that are written piece by piece: no more than one piece is in memory beside the text.

use serde::{Serialize, Serializer};

/// A list whose pieces are made when they are written.
pub(super) struct Stream<F>(pub F);

impl<F, I> Serialize for Stream<F>
where
    F: Fn() -> I,
    I: Iterator,
    I::Item: Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}
