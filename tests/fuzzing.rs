//! A short run of the fuzz targets on the pinned toolchain: every input that once found something, and a fixed number of
//! changed seeds. The same numbers are drawn every time, so what fails here fails again. `docs/fuzzing.md` tells of long runs.
#![allow(clippy::disallowed_methods, reason = "tests read files of their own")]

#[path = "../fuzz/src/lib.rs"]
#[allow(dead_code, reason = "some seeds are for long runs only")]
mod fuzz;

use std::path::Path;

use fuzz::{TARGETS, seeds};

/// Numbers that look drawn (xorshift64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most.max(1) as u64).expect("below a length")
    }

    fn of<'l, T>(&mut self, list: &'l [T]) -> &'l T {
        &list[self.below(list.len())]
    }

    fn range(&mut self, bytes: &[u8]) -> std::ops::Range<usize> {
        let start = self.below(bytes.len() + 1);
        start..start + self.below((bytes.len() - start + 1).min(40))
    }
}

/// An input with one to three changes: a word put in, a piece taken out or doubled, a byte turned, the end of another input.
fn changed(dice: &mut Dice, seeds: &[Vec<u8>], words: &[String]) -> Vec<u8> {
    let mut bytes = dice.of(seeds).clone();
    for _ in 0..=dice.below(3) {
        let range = dice.range(&bytes);
        match dice.below(5) {
            0 => drop(bytes.splice(range.start..range.start, dice.of(words).bytes())),
            1 => drop(bytes.drain(range)),
            2 => {
                let piece = bytes[range.clone()].to_vec();
                drop(bytes.splice(range.end..range.end, piece));
            }
            3 if !range.is_empty() => bytes[range.start] ^= 1 << dice.below(8),
            _ => {
                let other = dice.of(seeds);
                bytes.truncate(range.start);
                bytes.extend_from_slice(&other[dice.below(other.len() + 1)..]);
            }
        }
    }
    bytes
}

/// How many changed inputs a target is given; those that render all documents take longest.
fn times(target: &str) -> usize {
    match target {
        "documents" | "scalars" | "templates" => 6,
        "styles" => 20,
        "readers" => 400,
        _ => 60,
    }
}

#[test]
fn nothing_that_was_changed_at_random_breaks_what_must_hold() {
    let words = seeds::words();
    std::thread::scope(|threads| {
        for target in &TARGETS {
            let words = &words;
            threads.spawn(move || {
                let seeds = (target.seeds)();
                let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
                for _ in 0..times(target.name) {
                    let bytes = changed(&mut dice, &seeds, words);
                    let broken = std::panic::catch_unwind(|| (target.run)(&bytes)).is_err();
                    assert!(!broken, "target {} fails on {:?}", target.name, String::from_utf8_lossy(&bytes));
                }
            });
        }
    });
}

/// `fuzz/found/TARGET/what-it-was`
#[test]
fn what_was_found_once_holds() {
    let found = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/found");
    let mut inputs = 0;
    for target in &TARGETS {
        let Ok(files) = std::fs::read_dir(found.join(target.name)) else { continue };
        for file in files {
            let path = file.expect("a file").path();
            let bytes = std::fs::read(&path).expect("readable");
            assert!(std::panic::catch_unwind(|| (target.run)(&bytes)).is_ok(), "{}", path.display());
            inputs += 1;
        }
    }
    assert!(inputs > 0, "there are inputs");
}
