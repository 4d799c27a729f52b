//! Finds registers and reads their files.

use std::fmt;
use std::fs;
use std::io::{Read, Seek};
use std::path::{Component, Path, PathBuf};

use arcstr::ArcStr;
use rayon::prelude::*;
use walkdir::WalkDir;

use crate::register::MARKS;
use crate::source::{FileId, Loc, MAX_BYTES, Sources};
use crate::syntax::{Fault, Language};

/// Why privreg itself could not do its work: one sentence that names the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure(pub String);

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl std::error::Error for Failure {}

pub(super) fn failure(what: &str, path: &Path, error: &std::io::Error) -> Failure {
    Failure(format!("{what} {}: {}", shown(path), plain(error)))
}

/// What the system says, without its error number.
pub fn plain(error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => "there is no such file or folder".into(),
        ErrorKind::PermissionDenied => "permission denied".into(),
        ErrorKind::IsADirectory => "it is a folder".into(),
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => "a file stands where a folder has to be".into(),
        ErrorKind::StorageFull => "the disk is full".into(),
        ErrorKind::QuotaExceeded => "the disk quota is used up".into(),
        ErrorKind::FileTooLarge => "the file would become larger than the system allows".into(),
        ErrorKind::ReadOnlyFilesystem => "the disk is read-only".into(),
        _ => {
            let text = error.to_string();
            text.rsplit_once(" (os error").map_or(text.as_str(), |(text, _)| text).to_owned()
        }
    }
}

/// A path as people see it: `/` on every system, no `./` before it.
pub fn shown(path: &Path) -> String {
    with_slashes(&path.to_string_lossy(), std::path::MAIN_SEPARATOR)
}

/// Where `\` parts folders, a full path may begin with `\\?\`. Elsewhere it is a letter of a name.
fn with_slashes(path: &str, separator: char) -> String {
    let text = path.replace(separator, "/");
    let text = if separator == '\\' { text.strip_prefix("//?/").unwrap_or(&text) } else { &text };
    text.strip_prefix("./").unwrap_or(text).to_owned()
}

/// Where a folder lies below the root of its repository, as services know it. Without a repository: as people named it, or in
/// full where that leads out of where they are.
///
/// # Errors
/// The folder cannot be found.
pub fn in_repository(folder: &Path) -> Result<String, Failure> {
    let full = fs::canonicalize(folder).map_err(|error| failure("Cannot read", folder, &error))?;
    let root = full.ancestors().find(|above| above.join(".git").exists());
    let is_below = folder.components().all(|part| matches!(part, Component::CurDir | Component::Normal(_)));
    let place = match root.and_then(|root| full.strip_prefix(root).ok()) {
        Some(place) => shown(place),
        None if is_below => shown(folder),
        None => shown(&full),
    };
    Ok(if place == "." { String::new() } else { place })
}

/// Reads a text file that belongs to no register, such as a baseline. A pipe will do. Shells of Windows write UTF-16, and a
/// byte-order mark before UTF-8: both are text.
pub fn read_text(path: &Path) -> Result<String, Failure> {
    let cannot = |error: &std::io::Error| failure("Cannot read", path, error);
    let file = fs::File::open(path).map_err(|error| cannot(&error))?;
    let bytes = up_to_the_most(file).map_err(|error| cannot(&error))?;
    let text = match bytes.as_slice() {
        [0xff, 0xfe, units @ ..] => utf16(units, u16::from_le_bytes),
        [0xfe, 0xff, units @ ..] => utf16(units, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => std::str::from_utf8(rest).ok().map(str::to_owned),
        _ => String::from_utf8(bytes).ok(),
    };
    text.ok_or_else(|| Failure(format!("Cannot read {}: it is not saved as UTF-8", shown(path))))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (units, rest) = bytes.as_chunks::<2>();
    let text = char::decode_utf16(units.iter().copied().map(unit)).collect::<Result<String, _>>().ok();
    text.filter(|_| rest.is_empty())
}

/// The folders of all registers at or below a path; for a file, or a folder inside a register, the register it belongs to.
pub fn registers_at(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    let meta = fs::metadata(path).map_err(|error| failure("Cannot read", path, &error))?;
    let mut found = Vec::new();
    if meta.is_dir() {
        let walk = WalkDir::new(path).sort_by_file_name().into_iter().filter_entry(|entry| {
            entry.depth() == 0 || !(entry.file_type().is_dir() && is_skipped(&entry.file_name().to_string_lossy(), true))
        });
        for entry in walk {
            let entry = entry.map_err(|error| walk_failure(path, &error))?;
            if entry.file_type().is_file() && MARKS.iter().any(|mark| entry.file_name() == *mark) {
                let folder = entry.path().parent().unwrap_or(path).to_path_buf();
                if found.last() != Some(&folder) {
                    found.push(folder);
                }
            }
        }
    }
    if found.is_empty() {
        let absolute = fs::canonicalize(path).map_err(|error| failure("Cannot read", path, &error))?;
        let is_register = |folder: &&Path| MARKS.iter().any(|mark| folder.join(mark).is_file());
        found.extend(absolute.ancestors().skip(usize::from(!meta.is_dir())).find(is_register).map(Path::to_path_buf));
        // A relative path in, a relative path out: shown paths should be the ones people typed.
        let parent = path.parent().map(|parent| if parent.as_os_str().is_empty() { Path::new(".") } else { parent });
        if let (Some(folder), Some(parent)) = (found.first_mut(), parent)
            && fs::canonicalize(parent).ok().as_ref() == Some(folder)
        {
            *folder = parent.to_path_buf();
        }
    }
    found.sort();
    found.dedup();
    Ok(found)
}

fn is_skipped(name: &str, is_dir: bool) -> bool {
    name.starts_with(['.', '_']) || (is_dir && matches!(name, "target" | "node_modules"))
}

fn walk_failure(root: &Path, error: &walkdir::Error) -> Failure {
    let path = error.path().unwrap_or(root);
    match error.io_error() {
        Some(io) => failure("Cannot read", path, io),
        None => Failure(format!("Cannot read {}: links lead in a circle", shown(path))),
    }
}

/// The texts of a register, and what is wrong with its files as files.
#[derive(Debug, Default)]
pub struct Loaded {
    pub sources: Sources,
    pub faults: Vec<Fault>,
}

impl Loaded {
    /// Takes a file over. What is no text is a fault of it.
    pub fn add(&mut self, path: impl Into<String>, relative: impl Into<String>, bytes: Vec<u8>) -> FileId {
        self.take(path.into(), relative.into(), Content::Bytes(bytes))
    }

    fn take(&mut self, path: String, relative: String, content: Content) -> FileId {
        let (text, fault) = match content {
            Content::Text(text) => (text, None),
            Content::Bytes(bytes) => text_of(bytes),
        };
        let file = self.sources.add(path, relative, text);
        if let Some((start, end, message, help)) = fault {
            self.faults.push(Fault::syntax(Loc::new(file, start, end), message, help));
        }
        file
    }
}

/// What a file holds.
enum Content {
    /// A text, read to where it stays: a copy of a large one would cost its size in memory once more.
    Text(ArcStr),
    /// Bytes that are not simply a text.
    Bytes(Vec<u8>),
}

enum Found {
    File(PathBuf),
    /// A link or another thing that is no file, with what is wrong with it and what to do.
    Other(PathBuf, &'static str, &'static str),
}

/// Reads all files of the register in a folder.
pub fn load(folder: &Path) -> Result<Loaded, Failure> {
    let mut found = list(folder)?;
    // The file that marks the register comes first: it is what a finding without a better place points to.
    found.sort_by_cached_key(|found| {
        let (Found::File(path) | Found::Other(path, ..)) = found;
        let relative = path.strip_prefix(folder).unwrap_or(path);
        (MARKS.iter().position(|mark| relative == Path::new(mark)).unwrap_or(MARKS.len()), shown(relative))
    });
    let contents: Vec<Result<Content, Failure>> = found
        .par_iter()
        .map(|found| match found {
            Found::File(path) => content(path).map_err(|error| failure("Cannot read", path, &error)),
            Found::Other(..) => Ok(Content::Bytes(Vec::new())),
        })
        .collect();
    let mut loaded = Loaded::default();
    loaded.sources.reserve(found.len());
    for (found, content) in found.iter().zip(contents) {
        let (Found::File(path) | Found::Other(path, ..)) = found;
        let relative = shown(path.strip_prefix(folder).unwrap_or(path));
        let file = loaded.take(shown(path), relative.clone(), content?);
        if let Found::Other(_, message, help) = found {
            loaded.faults.push(Fault::syntax(Loc::new(file, 0, 0), *message, *help));
        }
        if relative == MARKS[1] && loaded.sources.get(FileId(0)).relative == MARKS[0] {
            loaded.faults.push(Fault::misplaced(
                Loc::new(file, 0, 0),
                "This folder has both privreg.yaml and privreg.toml",
                "Keep one: move what the other says into it.",
            ));
        }
    }
    Ok(loaded)
}

fn list(folder: &Path) -> Result<Vec<Found>, Failure> {
    let mut found = Vec::new();
    let walk = WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(|entry| {
        let name = entry.file_name().to_string_lossy();
        let is_dir = entry.file_type().is_dir();
        let other_register = is_dir && entry.depth() > 0 && MARKS.iter().any(|mark| entry.path().join(mark).is_file());
        entry.depth() == 0 || !(is_skipped(&name, is_dir) || other_register)
    });
    let root = fs::canonicalize(folder).map_err(|error| failure("Cannot read", folder, &error))?;
    for entry in walk {
        let entry = entry.map_err(|error| walk_failure(folder, &error))?;
        let path = entry.path();
        if entry.depth() > 0 && entry.path_is_symlink() {
            found.extend(link(&root, path));
        } else if entry.file_type().is_file() && Language::of(&path.to_string_lossy()).is_some() {
            found.push(Found::File(path.to_path_buf()));
        } else if !entry.file_type().is_dir() && Language::of(&path.to_string_lossy()).is_some() {
            let (message, help) =
                ("This is a pipe or a device, not a file", "Put a file here: a register holds all that it says.");
            found.push(Found::Other(path.to_path_buf(), message, help));
        }
    }
    Ok(found)
}

/// What is wrong with a link in a register. One to a file that is not read anyway is left in peace.
fn link(root: &Path, path: &Path) -> Option<Found> {
    let looks_read = Language::of(&path.to_string_lossy()).is_some();
    let help = "Put the file itself here instead of a link: a register holds all that it says.";
    let (message, matters) = match fs::canonicalize(path) {
        Err(_) => ("This link leads nowhere, or in a circle", looks_read),
        Ok(target) if root.starts_with(&target) => {
            ("This link leads to a folder above it: reading on would go in a circle", true)
        }
        Ok(target) if !target.starts_with(root) => ("This link leads outside the register", looks_read || target.is_dir()),
        Ok(target) => ("This link leads to something that the register already holds", looks_read || target.is_dir()),
    };
    matters.then(|| Found::Other(path.to_path_buf(), message, help))
}

fn content(path: &Path) -> std::io::Result<Content> {
    let mut file = open(path)?;
    if let Some(text) = in_place(&mut file) {
        return Ok(Content::Text(text));
    }
    file.rewind()?;
    up_to_the_most(file).map(Content::Bytes)
}

/// The text of a file that holds nothing else, and has the size it says. No text has no place.
fn in_place(file: &mut fs::File) -> Option<ArcStr> {
    let size = file.metadata().ok()?.len();
    if size == 0 || size > MAX_BYTES {
        return None;
    }
    let mut is_whole = false;
    let text = ArcStr::init_with(usize::try_from(size).ok()?, |bytes| {
        is_whole = file.read_exact(bytes).is_ok() && matches!(file.read(&mut [0]), Ok(0));
    });
    text.ok().filter(|text| is_whole && !text.starts_with('\u{feff}'))
}

pub(super) fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    up_to_the_most(open(path)?)
}

/// Opens a file, and nothing that only looks like one: a pipe or a device might never end.
fn open(path: &Path) -> std::io::Result<fs::File> {
    let meta = fs::metadata(path)?;
    if meta.is_dir() {
        return Err(std::io::ErrorKind::IsADirectory.into());
    }
    if !meta.is_file() {
        return Err(std::io::Error::other("it is a pipe or a device, not a file"));
    }
    fs::File::open(path)
}

/// Also a file that grows while it is read ends here.
fn up_to_the_most(file: fs::File) -> std::io::Result<Vec<u8>> {
    let too_large = || std::io::Error::other("it is larger than 512 MB, which no text of a register is");
    let size = file.metadata()?.len();
    if size > MAX_BYTES {
        return Err(too_large());
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_BYTES { Err(too_large()) } else { Ok(bytes) }
}

type TextFault = (usize, usize, String, &'static str);

/// Bytes as text. What is not UTF-8 is kept readable, and its first wrong byte is pointed at.
fn text_of(bytes: Vec<u8>) -> (ArcStr, Option<TextFault>) {
    let utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    match String::from_utf8(bytes) {
        Ok(text) => (text.into(), None),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let byte = error.as_bytes()[at];
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let bom = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
            let message = if utf16 {
                "This file is saved as UTF-16, not as UTF-8".to_owned()
            } else {
                format!("The file is not UTF-8: the byte {byte:#04x} here is no character of it")
            };
            let help = "Save the file as UTF-8 (in Notepad: Save as, Encoding: UTF-8).";
            let end = at + text[at..].chars().next().map_or(0, char::len_utf8);
            (text.into(), Some((at - bom.min(at), end - bom.min(end), message, help)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_byte_is_found_where_it_stands() {
        let (text, fault) = text_of(b"name: K\xe5re\n".to_vec());
        assert_eq!(text, "name: K\u{fffd}re\n");
        let (start, end, message, _) = fault.expect("a fault");
        assert_eq!(&text[start..end], "\u{fffd}");
        assert!(message.contains("0xe5"), "{message}");
    }

    #[test]
    fn paths_are_shown_with_slashes() {
        assert_eq!(shown(Path::new("./a/b.yaml")), "a/b.yaml");
        assert_eq!(with_slashes("a\\b.yaml", '\\'), "a/b.yaml");
        assert_eq!(with_slashes(".\\a\\b.yaml", '\\'), "a/b.yaml");
        assert_eq!(with_slashes("C:\\registers\\a.yaml", '\\'), "C:/registers/a.yaml");
        assert_eq!(with_slashes("\\\\?\\C:\\registers\\a.yaml", '\\'), "C:/registers/a.yaml");
        // Where folders are parted by `/`, a backslash is a letter like any other.
        assert_eq!(with_slashes("a\\b.yaml", '/'), "a\\b.yaml");
    }
}
