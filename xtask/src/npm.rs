//! The npm packages: one folder in the cache for each `package-lock.json`, linked from the clone as `node_modules`.

use crate::cache;
use crate::fingerprint::Fingerprint;
use crate::places;
use crate::process::{self, Outcome, find};
use crate::tools;
use std::fs;
use std::path::Path;
use std::process::Command;

const MANIFESTS: [&str; 2] = ["package.json", "package-lock.json"];

/// Makes `node_modules` hold exactly what the lock file says.
pub fn ensure_packages() -> Outcome {
    ensure_in(&places::root()?)
}

/// The same for a folder that has a lock file of its own.
pub fn ensure_in(folder: &Path) -> Outcome {
    let print = Fingerprint::new().feed_path(folder, &folder.join("package-lock.json"))?;
    // npm writes this file last.
    let is_whole = |place: &Path| {
        place
            .join("node_modules")
            .join(".package-lock.json")
            .is_file()
    };
    let place = cache::ensure(&format!("npm-{}", print.text()), is_whole, |place| {
        install(folder, place)
    })?;
    link(&folder.join("node_modules"), &place.join("node_modules"))
}

fn install(folder: &Path, place: &Path) -> Outcome {
    tools::node()?;
    let npm = find("npm").ok_or("npm is missing: it comes with Node.js (https://nodejs.org).")?;
    println!(
        "Installing the npm packages of this lock file, once for every clone (a few seconds) …"
    );
    for name in MANIFESTS {
        fs::copy(folder.join(name), place.join(name))
            .map_err(|error| format!("cannot copy {name}: {error}."))?;
    }
    let mut ci = Command::new(npm);
    ci.args([
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
    ])
    .current_dir(place);
    process::run(&mut ci, "install the npm packages")
}

fn link(from: &Path, to: &Path) -> Outcome {
    if fs::read_link(from).is_ok_and(|target| target == to) {
        return Ok(());
    }
    match fs::symlink_metadata(from) {
        Ok(found) if fs::read_link(from).is_err() && found.is_dir() => {
            return Err(
                "node_modules is a folder of its own here: delete it, and run this again."
                    .to_owned(),
            );
        }
        Ok(_) => unlink(from).map_err(|error| format!("cannot replace node_modules: {error}."))?,
        Err(_) => {}
    }
    make_link(from, to)
}

#[cfg(unix)]
fn unlink(from: &Path) -> std::io::Result<()> {
    fs::remove_file(from)
}

#[cfg(unix)]
fn make_link(from: &Path, to: &Path) -> Outcome {
    std::os::unix::fs::symlink(to, from)
        .map_err(|error| format!("cannot link node_modules: {error}."))
}

#[cfg(windows)]
fn unlink(from: &Path) -> std::io::Result<()> {
    fs::remove_dir(from)
}

/// A junction: unlike a symbolic link, it needs no privilege.
#[cfg(windows)]
fn make_link(from: &Path, to: &Path) -> Outcome {
    process::run(
        Command::new("cmd")
            .args(["/C", "mklink", "/J"])
            .arg(from)
            .arg(to),
        "link node_modules",
    )
}
