//! Writes documents: whole or not at all, only inside the folder asked for, never over what privreg did not write.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::disk::read;
use super::replace::{replace, turn};
use super::{Failure, failure, shown};

/// A file to be written, by its path below the output folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    pub name: String,
    pub bytes: Vec<u8>,
    pub about: About,
}

/// What the manifest says of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// `policy`, `art30-controller`, ...
    pub document: String,
    pub language: String,
    pub public: bool,
    /// Fingerprint of the register it was made from.
    pub register: String,
    /// Bears the stamp of a draft. Manifests of older versions do not say.
    #[serde(default)]
    pub draft: bool,
}

/// Lists what privreg wrote into a folder, with the sum of each file: a file that somebody has changed since is theirs.
pub const MANIFEST: &str = "manifest.json";

#[derive(Debug, Default, Serialize, Deserialize)]
struct Manifest {
    format_version: String,
    documents: BTreeMap<String, Listed>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Listed {
    #[serde(flatten)]
    about: About,
    sha256: String,
    /// Sum of what stood there before, while a run is replacing it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before: Option<String>,
}

impl Manifest {
    fn text(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}

fn sum(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The manifest of a folder. Others call their files the same (the manifest of a web application, above all), so whatever
/// cannot be read as one is somebody else's.
fn manifest(folder: &Path, force: bool) -> Result<Manifest, Failure> {
    let path = folder.join(MANIFEST);
    match read_there(&path)?.map(|text| serde_json::from_slice(&text)) {
        None => Ok(Manifest::default()),
        Some(Ok(manifest)) => Ok(manifest),
        Some(Err(_)) if force => Ok(Manifest::default()),
        Some(Err(_)) => Err(Failure(format!(
            "{} was not written by privreg, which lists its documents in a file of that name: write into a folder of its own, or replace it with --force",
            shown(&path)
        ))),
    }
}

/// The only files that begin with a dot which privreg writes: what `init` adds for editors and for checks.
const DOT_FILES: [&str; 3] = [".vscode/settings.json", ".github/workflows/privreg.yml", ".pre-commit-config.yaml"];

/// What a write would change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Not there yet.
    pub new: Vec<String>,
    /// There with other contents.
    pub differs: Vec<String>,
}

impl Changes {
    pub fn is_empty(&self) -> bool {
        self.new.is_empty() && self.differs.is_empty()
    }
}

/// Compares what is there with what would be written.
///
/// # Errors
/// A name leads outside the folder, or a file there cannot be read.
pub fn changes(folder: &Path, outputs: &[Output]) -> Result<Changes, Failure> {
    let mut changes = Changes::default();
    for output in outputs {
        let path = target(folder, &output.name)?;
        match read_there(&path)? {
            Some(found) if found == output.bytes => {}
            Some(_) => changes.differs.push(output.name.clone()),
            None => changes.new.push(output.name.clone()),
        }
    }
    Ok(changes)
}

/// Where a file of a new register goes: the dot files of `init` as well, which no document may take.
fn begun_target(folder: &Path, name: &str) -> Result<PathBuf, Failure> {
    if DOT_FILES.contains(&name) { Ok(folder.join(name)) } else { target(folder, name) }
}

/// The files of a new register, of those named, that are there already.
///
/// # Errors
/// A name leads outside the folder, or a folder stands where a file has to go.
pub fn existing(folder: &Path, names: &[&str]) -> Result<Vec<String>, Failure> {
    let mut there = Vec::new();
    for name in names {
        let path = begun_target(folder, name)?;
        // A link that leads nowhere is there as well.
        match fs::symlink_metadata(&path) {
            Ok(found) if found.is_dir() => {
                return Err(Failure(format!("{} is a folder: a file of that name has to go there", shown(&path))));
            }
            Ok(_) => there.push((*name).to_owned()),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(failure("Cannot write", &path, &error)),
        }
    }
    Ok(there)
}

/// Writes the files of a new register: they are the person's own from then on, so no manifest lists them.
///
/// # Errors
/// A name leads outside the folder, or the disk refuses: then none is written.
pub fn begin(folder: &Path, files: &[(String, String)], tell: &dyn Fn(&str)) -> Result<(), Failure> {
    let _turn = turn(folder, tell)?;
    let files: Result<Vec<_>, _> = files.iter().map(|(name, text)| Ok((begun_target(folder, name)?, text.as_bytes()))).collect();
    replace(&files?)
}

/// Writes all files, or none if one cannot be written, and lists them in the manifest.
///
/// # Errors
/// A name leads outside the folder, a file was not written by privreg (unless forced), another process keeps the folder (`tell`
/// is told when it has to be waited for), or the disk refuses.
pub fn write(folder: &Path, outputs: &[Output], force: bool, tell: &dyn Fn(&str)) -> Result<(), Failure> {
    let _turn = turn(folder, tell)?;
    let mut manifest = manifest(folder, force)?;
    let listed_before = manifest.text();
    let mut files = Vec::with_capacity(outputs.len());
    let mut listed = Vec::with_capacity(outputs.len());
    for output in outputs {
        let path = target(folder, &output.name)?;
        let found = read_there(&path)?;
        if let Some(other) = manifest.documents.get(&output.name).map(|listed| &listed.about.document)
            && *other != output.about.document
            && !force
        {
            return Err(Failure(format!(
                "{} is another document ({other}): write into another folder, or give the notice another id",
                shown(&path)
            )));
        }
        if let Some(found) = &found
            && !force
            && !is_ours(found, output, &manifest)
        {
            return Err(Failure(format!(
                "{} was not written by privreg, or was changed since: move it away, or write with --force",
                shown(&path)
            )));
        }
        let sha256 = sum(&output.bytes);
        let before = found.map(|found| sum(&found)).filter(|before| *before != sha256);
        listed.push((output.name.clone(), Listed { about: output.about.clone(), sha256, before }));
        files.push((path, output.bytes.as_slice()));
    }
    manifest.format_version = "1.0".into();
    manifest.documents.extend(listed);
    // Before the first file changes, the manifest knows its old and its new contents: a run that is killed half-way leaves
    // nothing that the next would take for somebody else's.
    let path = folder.join(MANIFEST);
    let text = manifest.text();
    if text != listed_before {
        replace(&[(path.clone(), text.as_bytes())])?;
    }
    manifest.documents.values_mut().for_each(|listed| listed.before = None);
    let text = manifest.text();
    files.push((path, text.as_bytes()));
    replace(&files)
}

/// Whether a file may be replaced: it is the same, or is as the manifest lists it. What a text says of itself is no proof: pages
/// that somebody corrected by hand still name privreg.
fn is_ours(found: &[u8], output: &Output, manifest: &Manifest) -> bool {
    if found == output.bytes {
        return true;
    }
    manifest.documents.get(&output.name).is_some_and(|listed| {
        let found = sum(found);
        listed.sha256 == found || listed.before.as_ref() == Some(&found)
    })
}

/// Contents of a file that may have to give way; none where there is none.
fn read_there(path: &Path) -> Result<Option<Vec<u8>>, Failure> {
    match read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(failure("Cannot read", path, &error)),
    }
}

/// The path of a name below a folder. Names come from ids, and no id leads anywhere else.
fn target(folder: &Path, name: &str) -> Result<PathBuf, Failure> {
    let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
    let plain = !name.is_empty() && !name.contains(['\\', ':', '\0']) && !name.starts_with('.');
    if !inside || !plain {
        return Err(Failure(format!("`{name}` is no file name inside {}", shown(folder))));
    }
    Ok(folder.join(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn output(name: &str, text: &str) -> Output {
        Output { name: name.into(), bytes: text.as_bytes().to_vec(), about: About::default() }
    }

    #[test]
    fn names_cannot_leave_the_folder() {
        let names = ["../x.md", "/etc/x", "a/../../x", "C:\\x", "", ".", "a\0b", ".hidden", ".vscode/settings.json"];
        for name in names {
            assert!(target(Path::new("out"), name).is_err(), "{name:?}");
        }
        assert!(target(Path::new("out"), "privacy.nb.html").is_ok());
        assert!(DOT_FILES.iter().all(|name| begun_target(Path::new("out"), name).is_ok()));
        assert!(begun_target(Path::new("out"), ".vscode/x").is_err());
    }

    #[test]
    fn a_file_of_somebody_else_is_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("privacy.en.md"), "my own text").expect("a file");
        let new = [output("privacy.en.md", "# Policy\n\nRegister 0123456789ab\n")];
        assert!(write(folder.path(), &new, false, &|_| ()).is_err());
        assert_eq!(fs::read_to_string(folder.path().join("privacy.en.md")).expect("a file"), "my own text");
        write(folder.path(), &new, true, &|_| ()).expect("forced");
        let newer = [output("privacy.en.md", "# Policy 2\n\nRegister 0123456789ab\n")];
        assert_eq!(changes(folder.path(), &newer).expect("read").differs, ["privacy.en.md"]);
        write(folder.path(), &newer, false, &|_| ()).expect("our own");
        assert!(changes(folder.path(), &newer).expect("read").is_empty());
        // The document and the manifest; nothing else is left behind.
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 2);
        fs::write(folder.path().join("privacy.en.md"), "# Policy, corrected by hand\n\nRegister 0123456789ab\n").expect("a file");
        let newest = [output("privacy.en.md", "# Policy 3\n\nRegister 0123456789ab\n")];
        assert!(write(folder.path(), &newest, false, &|_| ()).is_err(), "changed by hand");
    }

    #[test]
    fn a_manifest_of_somebody_else_is_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(MANIFEST);
        for foreign in
            ["{\"name\":\"My shop\",\"icons\":[],\"start_url\":\"/\"}\n", "", "{", "[]", "{\"documents\": {}}", "\u{feff}{}"]
        {
            fs::write(&path, foreign).expect("a file");
            let refused = write(folder.path(), &[output("a.md", "a")], false, &|_| ()).expect_err(foreign);
            assert!(refused.0.contains("manifest.json was not written by privreg"), "{refused}");
            assert_eq!(fs::read_to_string(&path).expect("a file"), foreign);
        }
        write(folder.path(), &[output("a.md", "a")], true, &|_| ()).expect("forced");
        write(folder.path(), &[output("a.md", "b")], false, &|_| ()).expect("our own");
    }

    #[test]
    fn without_a_manifest_nothing_that_differs_is_ours() {
        let folder = tempfile::tempdir().expect("a folder");
        for text in ["by hand\n\nRegister 0123456789ab\n", "<meta name=\"generator\" content=\"privreg 0.1.0\">by hand"] {
            fs::write(folder.path().join("a.md"), text).expect("a file");
            let new = [output("a.md", "new\n\nRegister 0123456789ab\n")];
            assert!(write(folder.path(), &new, false, &|_| ()).is_err(), "{text}");
            assert_eq!(fs::read_to_string(folder.path().join("a.md")).expect("a file"), text);
        }
    }

    #[test]
    fn one_document_does_not_take_the_place_of_another() {
        let folder = tempfile::tempdir().expect("a folder");
        let of = |document: &str| Output {
            about: About { document: document.into(), ..About::default() },
            ..output("cookies.en.md", document)
        };
        write(folder.path(), &[of("policy")], false, &|_| ()).expect("written");
        let refused = write(folder.path(), &[of("cookies")], false, &|_| ()).expect_err("another document");
        assert!(refused.0.contains("is another document (policy)"), "{refused}");
    }
}
