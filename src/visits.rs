//! How often something of a register is looked at: each node of the tree, each definition, each comparison of ids and
//! references. Tests hold that twice the register is little more than twice the looks, which no clock can tell them reliably.
//!
//! Counted for each thread by itself, and in debug builds only: the program that people run does not count.

#[cfg(debug_assertions)]
thread_local! {
    static COUNT: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// Counts one look.
#[inline]
pub fn note() {
    #[cfg(debug_assertions)]
    COUNT.with(|count| count.set(count.get() + 1));
}

/// How many looks there were in this thread.
#[cfg(debug_assertions)]
pub fn count() -> u64 {
    COUNT.with(std::cell::Cell::get)
}
