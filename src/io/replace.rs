//! Puts files in place whole: each is written under another name beside its own, and renamed when all of them are complete.

use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::signals::Unbroken;
use super::{Failure, failure, shown};

/// Beginning and end of the names that files bear until they are complete.
const UNFINISHED: (&str, &str) = (".privreg-", ".tmp");

/// Keeps other runs of privreg out of a folder while it lives; also a killed run gives it back.
pub(super) struct Turn(#[expect(dead_code, reason = "the lock ends with the file")] Option<File>);

/// How long a run waits for its turn: writing takes a second, so whoever holds a folder longer is not writing.
const PATIENCE: Duration = Duration::from_secs(20);

/// How often it looks whether the folder is free.
const PAUSE: Duration = Duration::from_millis(20);

/// Waits until no other run writes into a folder, and makes the folder. `tell` is told that it has to wait.
///
/// Two runs at once would each miss what the other lists in the manifest. Where a system cannot lock folders, nobody waits.
///
/// # Errors
/// The folder cannot be made, or another process does not give it back.
pub(super) fn turn(folder: &Path, tell: &dyn Fn(&str)) -> Result<Turn, Failure> {
    turn_within(PATIENCE, folder, tell)
}

fn turn_within(patience: Duration, folder: &Path, tell: &dyn Fn(&str)) -> Result<Turn, Failure> {
    fs::create_dir_all(folder).map_err(|error| failure("Cannot write", folder, &error))?;
    let Ok(file) = File::open(folder) else { return Ok(Turn(None)) };
    for looked in 0.. {
        match file.try_lock() {
            Ok(()) => return Ok(Turn(Some(file))),
            Err(TryLockError::Error(_)) => return Ok(Turn(None)),
            Err(TryLockError::WouldBlock) if PAUSE * looked >= patience => break,
            Err(TryLockError::WouldBlock) => {
                // A run beside this one is done in less than a second.
                if PAUSE * looked == Duration::from_secs(1) {
                    tell(&format!("{} is held by another process: waiting for it", shown(folder)));
                }
                std::thread::sleep(PAUSE);
            }
        }
    }
    let seconds = patience.as_secs();
    let name = shown(folder);
    Err(Failure(format!(
        "Cannot write {name}: another process has held the folder for {seconds} seconds; try again when it is done"
    )))
}

/// Writes all files, or leaves all as they are if one cannot be written. What earlier runs left unfinished beside them goes.
///
/// A run that is told to stop does so before the renaming, and leaves nothing behind; one that is killed during the renaming leaves some files new and some old, each of them whole.
///
/// # Errors
/// The disk refuses.
pub(super) fn replace(files: &[(PathBuf, &[u8])]) -> Result<(), Failure> {
    let unbroken = Unbroken::begin();
    let folders: BTreeSet<&Path> = files.iter().filter_map(|(path, _)| path.parent()).collect();
    folders.into_iter().for_each(clear);
    let mut complete = Vec::with_capacity(files.len());
    for (path, bytes) in files {
        if unbroken.must_stop() {
            return Err(Failure("Stopped before anything was replaced".into()));
        }
        complete.push(stage(path, bytes).map_err(|error| failure("Cannot write", path, &error))?);
    }
    for ((path, _), file) in files.iter().zip(complete) {
        file.persist(path).map_err(|error| failure("Cannot write", path, &error.error))?;
    }
    Ok(())
}

/// Only a run that was killed leaves such files; one that fails removes its own.
fn clear(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    for entry in entries {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(UNFINISHED.0) && name.ends_with(UNFINISHED.1) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn stage(path: &Path, bytes: &[u8]) -> std::io::Result<tempfile::TempPath> {
    let parent = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(parent)?;
    let mut file = tempfile::Builder::new().prefix(UNFINISHED.0).suffix(UNFINISHED.1).tempfile_in(parent)?;
    file.write_all(bytes)?;
    // Before the file has its name, so that readers never meet one that is closed to them.
    if let Some(permissions) = fs::metadata(path).map(|meta| meta.permissions()).ok().or_else(readable) {
        let _ = file.as_file().set_permissions(permissions);
    }
    Ok(file.into_temp_path())
}

/// Temporary files are private; documents are for readers.
#[cfg(unix)]
fn readable() -> Option<fs::Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable() -> Option<fs::Permissions> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_or_none_and_nothing_beside_them() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = |name: &str| folder.path().join(name);
        fs::write(path("old"), "old").expect("a file");
        fs::write(path(".privreg-Ab1.tmp"), "half a pa").expect("a file");
        fs::write(path(".privreg-notes"), "somebody's").expect("a file");
        // `old/inner` cannot be: `old` is a file.
        let refused = replace(&[(path("old"), b"new".as_slice()), (path("old/inner"), b"x")]).expect_err("refused");
        assert!(refused.0.starts_with("Cannot write ") && refused.0.contains("old/inner: "), "{refused}");
        assert_eq!(fs::read_to_string(path("old")).expect("a file"), "old");
        replace(&[(path("old"), b"new".as_slice()), (path("b/c"), b"x")]).expect("written");
        assert_eq!(fs::read_to_string(path("old")).expect("a file"), "new");
        let mut names: Vec<_> =
            fs::read_dir(folder.path()).expect("a folder").map(|entry| entry.expect("read").file_name()).collect();
        names.sort();
        assert_eq!(names, [".privreg-notes", "b", "old"]);
    }

    #[test]
    fn two_runs_take_turns() {
        let folder = tempfile::tempdir().expect("a folder");
        let first = turn(folder.path(), &|_| ()).expect("a turn");
        let told = std::cell::RefCell::new(Vec::new());
        let tell = |note: &str| told.borrow_mut().push(note.to_owned());
        let refused = turn_within(Duration::from_millis(1_100), folder.path(), &tell).err().expect("the second waits");
        assert!(refused.0.contains("another process has held the folder for 1 seconds"), "{refused}");
        assert!(matches!(told.borrow().as_slice(), [note] if note.ends_with("is held by another process: waiting for it")));
        drop(first);
        turn_within(Duration::ZERO, folder.path(), &|_| ()).expect("the folder is free");
    }
}
