//! Puts files in place whole: each is written under another name beside its own, and renamed when all of them are complete.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use super::{Failure, failure};

/// Beginning and end of the names that files bear until they are complete.
const UNFINISHED: (&str, &str) = (".privreg-", ".tmp");

/// Keeps other runs of privreg out of a folder while it lives; also a killed run gives it back.
pub(super) struct Turn(#[expect(dead_code, reason = "the lock ends with the file")] Option<File>);

/// Waits until no other run writes into a folder, and makes the folder.
///
/// Two runs at once would each miss what the other lists in the manifest. Where a system cannot lock folders, nobody waits.
///
/// # Errors
/// The folder cannot be made.
pub(super) fn turn(folder: &Path) -> Result<Turn, Failure> {
    fs::create_dir_all(folder).map_err(|error| failure("Cannot write", folder, &error))?;
    Ok(Turn(File::open(folder).ok().filter(|file| file.lock().is_ok())))
}

/// Writes all files, or leaves all as they are if one cannot be written. What earlier runs left unfinished beside them goes.
///
/// A run that is killed during the renaming leaves some files new and some old, each of them whole.
///
/// # Errors
/// The disk refuses.
pub(super) fn replace(files: &[(PathBuf, &[u8])]) -> Result<(), Failure> {
    let folders: BTreeSet<&Path> = files.iter().filter_map(|(path, _)| path.parent()).collect();
    folders.into_iter().for_each(clear);
    let mut complete = Vec::with_capacity(files.len());
    for (path, bytes) in files {
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
        let first = turn(folder.path()).expect("a turn");
        let second = File::open(folder.path()).expect("the folder");
        assert!(second.try_lock().is_err(), "the second waits");
        drop(first);
        second.try_lock().expect("the folder is free");
    }
}
