//! Files that cannot be read, folders that cannot be written, and runs that are killed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::{ON, refused, register, shell};
use crate::common::{privreg_in, write};

/// Every file below a folder with its contents.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    entries
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let name = entry.path().strip_prefix(folder).expect("below it").to_string_lossy().into_owned();
            (name, fs::read(entry.path()).expect("a file"))
        })
        .collect()
}

fn render(folder: &Path) -> crate::common::Run {
    privreg_in(folder, &["render", "all", "--out", "out", ON[0], ON[1]], &[])
}

/// The same register under another name: every document differs.
fn rename(folder: &Path, to: &str) {
    let file = folder.join("privreg.yaml");
    let text = fs::read_to_string(&file).expect("the register");
    let at = text.find("organisation:").expect("a section");
    let start = at + text[at..].find("name: ").expect("a name") + "name: ".len();
    let end = start + text[start..].find(['\n', ',', '}']).expect("its end");
    fs::write(&file, format!("{}{to}{}", &text[..start], &text[end..])).expect("written");
}

#[test]
fn a_pipe_in_a_register_is_a_finding_and_nobody_waits_for_it() {
    let folder = register("fault-pipe");
    let run = shell(&folder, "mkfifo pipe.yaml && $P validate --format short --as-of 2026-11-22");
    assert_eq!(run.code, 1, "{}{}", run.out, run.err);
    assert!(run.out.contains("pipe.yaml:1:1: error") && run.out.contains("a pipe or a device"), "{}", run.out);
    let run = shell(&folder, "rm pipe.yaml && mkdir out && mkfifo out/index.html && $P render all --as-of 2026-11-22");
    refused(&run, "Cannot read out/index.html: it is a pipe or a device, not a file");
}

#[test]
fn a_folder_where_a_file_should_be_is_named() {
    let folder = register("fault-folder");
    fs::create_dir_all(folder.join("out/index.html")).expect("a folder");
    let run = |arguments: &[&str]| privreg_in(&folder, arguments, &[]);
    refused(&run(&["validate", "--baseline", "out"]), "Cannot read out: it is a folder");
    refused(&run(&["render", "policy", "--css", "out", ON[0], ON[1]]), "Cannot read out: it is a folder");
    refused(&run(&["render", "all", ON[0], ON[1]]), "Cannot read out/index.html: it is a folder");
    refused(&run(&["render", "all", "--out", "privreg.yaml/x", ON[0], ON[1]]), "a file stands where a folder has to be");
    assert_eq!(contents(&folder.join("out")).len(), 0, "nothing was written");
}

#[test]
fn a_file_that_breaks_off_while_it_is_read_is_named() {
    let folder = register("fault-read");
    if !Path::new("/proc/self/mem").exists() {
        return eprintln!("skipped: this system has no file that opens and cannot be read");
    }
    let run = privreg_in(&folder, &["validate", "--baseline", "/proc/self/mem"], &[]);
    refused(&run, "Cannot read /proc/self/mem: ");
}

#[test]
fn a_file_without_end_and_one_too_large_are_refused() {
    let folder = register("fault-large");
    refused(
        &privreg_in(&folder, &["validate", "--baseline", "/dev/zero"], &[]),
        "Cannot read /dev/zero: it is larger than 512 MB",
    );
    let file = fs::File::create(folder.join("large.yaml")).expect("a file");
    file.set_len(513 * 1024 * 1024).expect("a hole takes no room");
    refused(&privreg_in(&folder, &["validate"], &[]), "large.yaml: it is larger than 512 MB");
    fs::remove_file(folder.join("large.yaml")).expect("removed");
}

#[test]
fn a_file_that_shrinks_and_grows_while_it_is_read_is_read_as_it_was_at_some_moment() {
    let folder = register("fault-shrink");
    let text = "# filler\n".repeat(200_000);
    let stop = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !stop.load(std::sync::atomic::Ordering::Relaxed) {
                write(&folder, "more.yaml", &text);
                write(&folder, "more.yaml", "");
            }
        });
        let runs: Vec<_> = (0..8).map(|_| privreg_in(&folder, &["validate", ON[0], ON[1]], &[])).collect();
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
        for run in runs {
            assert!(run.code <= 1 && run.err.is_empty(), "{}: {}", run.code, run.err);
        }
    });
}

#[test]
fn folders_without_permission_are_named_and_nothing_is_lost() {
    // Permissions do not bind root: then another user runs the program, from a folder that everybody may enter.
    let is_root = shell(Path::new("/"), "id -u").out.trim() == "0";
    let place = tempfile::Builder::new().permissions(mode(0o755)).tempdir().expect("a folder");
    if is_root && shell(Path::new("/"), "command -v setpriv").code != 0 {
        return eprintln!("skipped: root may read everything, and there is no setpriv to run as somebody else");
    }
    fs::copy(env!("CARGO_BIN_EXE_privreg"), place.path().join("p")).expect("the program");
    super::copy(&register("fault-permission"), &place.path().join("r"));
    let user = if is_root { "chown -R 65534:65534 r && setpriv --reuid=65534 --regid=65534 --clear-groups" } else { "" };
    let run =
        |before: &str, arguments: &str| shell(place.path(), &format!("{before}; {user} ./p {arguments} --as-of 2026-11-22"));
    assert_eq!(run(":", "render all r --out r/out").code, 0);
    let before = contents(&place.path().join("r/out"));
    refused(&run("chmod 000 r/privreg.yaml", "validate r"), "Cannot read r/privreg.yaml: permission denied");
    refused(
        &run("chmod 644 r/privreg.yaml; mkdir r/closed; chmod 000 r/closed", "validate r"),
        "Cannot read r/closed: permission denied",
    );
    rename(&place.path().join("r"), "Andre Navn AS");
    refused(&run("rmdir r/closed; chmod 555 r/out", "render all r --out r/out"), "Cannot write r/out/");
    refused(&run(":", "render all r --out r/out/deeper"), "Cannot write r/out/deeper: permission denied");
    assert_eq!(contents(&place.path().join("r/out")), before);
    refused(&run("chmod 755 r/out; chmod 000 r", "validate r"), "Cannot read r: permission denied");
    shell(place.path(), "chmod 755 r");
}

fn mode(mode: u32) -> fs::Permissions {
    std::os::unix::fs::PermissionsExt::from_mode(mode)
}

#[test]
fn a_disk_that_fills_up_while_rendering_leaves_everything_as_it_was() {
    let folder = register("fault-full");
    assert_eq!(render(&folder).code, 0);
    let before = contents(&folder.join("out"));
    rename(&folder, "Andre Navn AS");
    // Half-way through: small documents can still be written, large ones not.
    let run = shell(&folder, "ulimit -f 18; exec $P render all --out out --as-of 2026-11-22");
    refused(&run, "Cannot write out/");
    assert!(run.err.contains("larger than the system allows"), "{}", run.err);
    let after = contents(&folder.join("out"));
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>(), "nothing is left behind");
    // Only the manifest knows more: what was about to come.
    assert!(before.iter().all(|(name, bytes)| name == "manifest.json" || after[name] == *bytes), "nothing is lost");
    assert_eq!(render(&folder).code, 0, "and the next run works");
}

#[test]
fn a_killed_run_leaves_each_file_whole_and_the_next_one_clean() {
    let folder = register("fault-kill");
    let out = folder.join("out");
    let names = ["Nord Navn AS", "Syd Navn AS", "Vest Navn AS"];
    let mut versions: Vec<BTreeMap<String, Vec<u8>>> = Vec::new();
    let mut time = Duration::ZERO;
    for name in names {
        rename(&folder, name);
        let start = Instant::now();
        assert_eq!(render(&folder).code, 0);
        time = start.elapsed();
        versions.push(contents(&out));
    }
    let rounds = 8;
    let mut mixed = 0;
    for round in 0..rounds {
        let (old, killed, next) = ((round + 2) % 3, round % 3, (round + 1) % 3);
        rename(&folder, names[killed]);
        let mut child = Command::new(env!("CARGO_BIN_EXE_privreg"))
            .args(["render", "all", "--out", "out", ON[0], ON[1]])
            .current_dir(&folder)
            .stdout(Stdio::null())
            .spawn()
            .expect("privreg runs");
        // Files are replaced at the end of a run.
        std::thread::sleep(time.mul_f64(0.4 + 0.7 * f64::from(u32::try_from(round).expect("small")) / f64::from(rounds as u32)));
        let _ = child.kill();
        let _ = child.wait();
        let there = contents(&out);
        for (name, bytes) in &versions[old] {
            let is_whole =
                name == "manifest.json" || there.get(name).is_some_and(|is| is == bytes || *is == versions[killed][name]);
            assert!(is_whole, "round {round}: {name}");
        }
        for name in there.keys().filter(|name| !versions[old].contains_key(*name)) {
            assert!(name.starts_with(".privreg-"), "round {round}: {name}");
        }
        mixed += usize::from(there != versions[old] && there != versions[killed]);
        rename(&folder, names[next]);
        let run = render(&folder);
        assert_eq!(run.code, 0, "round {round}: {}", run.err);
        assert_eq!(contents(&out).into_keys().collect::<Vec<_>>(), versions[next].keys().cloned().collect::<Vec<_>>());
        assert!(contents(&out).iter().all(|(name, bytes)| versions[next][name] == *bytes), "round {round}");
        // The round after begins from here.
        rename(&folder, names[killed]);
        assert_eq!(render(&folder).code, 0);
    }
    eprintln!("{mixed} of {rounds} runs were killed while they replaced files");
}

#[test]
fn two_runs_into_one_folder_do_not_miss_each_other() {
    let folder = register("fault-two");
    let start = |what: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_privreg"));
        command.args(["render", what, "--out", "out", ON[0], ON[1]]).current_dir(&folder).stdout(Stdio::null());
        command.spawn().expect("privreg runs")
    };
    let mut children: Vec<_> = ["policy", "retention", "transfers", "dashboard"].into_iter().map(start).collect();
    assert!(children.iter_mut().all(|child| child.wait().expect("it ends").success()));
    let manifest: serde_json::Value =
        serde_json::from_slice(&fs::read(folder.join("out/manifest.json")).expect("read")).expect("JSON");
    let listed: Vec<PathBuf> = manifest["documents"].as_object().expect("a list").keys().map(PathBuf::from).collect();
    let there = contents(&folder.join("out")).len() - 1;
    assert_eq!(listed.len(), there, "{listed:?}");
}

#[test]
fn a_run_that_is_interrupted_leaves_nothing_behind() {
    let folder = register("fault-interrupt");
    let start = Instant::now();
    assert_eq!(render(&folder).code, 0);
    let time = start.elapsed();
    let names: Vec<String> = contents(&folder.join("out")).into_keys().collect();
    for round in 0..12u32 {
        rename(&folder, &format!("Navn {round} AS"));
        let mut child = Command::new(env!("CARGO_BIN_EXE_privreg"))
            .args(["render", "all", "--out", "out", ON[0], ON[1]])
            .current_dir(&folder)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("privreg runs");
        std::thread::sleep(time.mul_f64(0.5 + 0.5 * f64::from(round) / 12.0));
        let signal = if round % 2 == 0 { "INT" } else { "TERM" };
        let _ = Command::new("kill").args(["-s", signal, &child.id().to_string()]).stderr(Stdio::null()).status();
        let status = child.wait().expect("it ends");
        assert!(matches!(status.code(), None | Some(0 | 2)), "{status}");
        assert_eq!(contents(&folder.join("out")).into_keys().collect::<Vec<_>>(), names, "round {round}");
    }
}

#[test]
fn where_no_thread_can_be_started_one_does_the_work() {
    let folder = register("fault-threads");
    let expected = privreg_in(&folder, &["validate", "--format", "json", ON[0], ON[1]], &[]);
    // Root may start as many as it likes: somebody else runs the program then.
    let is_root = shell(&folder, "id -u").out.trim() == "0";
    if is_root && shell(&folder, "command -v setpriv").code != 0 {
        return eprintln!("skipped: root has no limits, and there is no setpriv to run as somebody else");
    }
    let place = tempfile::Builder::new().permissions(mode(0o755)).tempdir().expect("a folder");
    fs::copy(env!("CARGO_BIN_EXE_privreg"), place.path().join("p")).expect("the program");
    super::copy(&folder, &place.path().join("r"));
    let user = if is_root { "setpriv --reuid=65533 --regid=65533 --clear-groups" } else { "" };
    let run = shell(&place.path().join("r"), &format!("ulimit -u 1; exec {user} ../p validate --format json --as-of 2026-11-22"));
    assert_eq!(
        (run.code, run.out.as_str()),
        (expected.code, expected.out.replace(&format!("\"{}\"", in_repository(&folder)), "\"\"").as_str()),
        "{}",
        run.err
    );
    let run = shell(
        &place.path().join("r"),
        &format!("ulimit -u 1; exec {user} ../p render all --stdout --format md --as-of 2026-11-22"),
    );
    assert!(run.code == 0 && run.out.contains("# "), "{}{}", run.code, run.err);
}

/// Where a folder lies below the root of the project.
fn in_repository(folder: &Path) -> String {
    folder.strip_prefix(crate::common::root()).expect("below it").to_string_lossy().into_owned()
}
