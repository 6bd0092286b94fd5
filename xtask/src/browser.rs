//! The browser of the tests: named by the developer, else installed already, else installed now.

use crate::npm;
use crate::places;
use crate::process::{self, Outcome, capture, find};
use crate::tools;
use std::path::PathBuf;
use std::process::Command;

/// Names it for every script of the project.
pub const VARIABLE: &str = "NUMEA_CHROMIUM";

const NAMES: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// Where macOS and Windows keep it, outside PATH.
const USUAL_PLACES: [&str; 4] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
];

/// A Chromium that tests can drive.
pub fn chromium() -> Outcome<PathBuf> {
    if let Some(named) = std::env::var_os(VARIABLE)
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
    {
        let sentence = format!("{VARIABLE} names {}, which is not a file.", named.display());
        return if named.is_file() {
            Ok(named)
        } else {
            Err(sentence)
        };
    }
    npm::ensure_packages()?;
    if let Some(found) = installed().or_else(|| downloaded().ok()) {
        return Ok(found);
    }
    if let Some(found) = install_for_system()? {
        return Ok(found);
    }
    download()
}

fn installed() -> Option<PathBuf> {
    let usual = || {
        USUAL_PLACES
            .iter()
            .map(PathBuf::from)
            .find(|place| place.is_file())
    };
    NAMES.iter().find_map(|name| find(name)).or_else(usual)
}

/// Through the system's package manager, where this user may.
fn install_for_system() -> Outcome<Option<PathBuf>> {
    let Some(prefix) = administrator().filter(|_| find("apt-get").is_some()) else {
        return Ok(None);
    };
    println!(
        "No Chromium here. Installing with apt-get the system packages chromium, fonts-liberation (the \
         text it shows) and poppler-utils (reads the PDFs that tests print): one or two minutes …"
    );
    for arguments in [
        &["update"][..],
        &[
            "install",
            "-y",
            "--no-install-recommends",
            "chromium",
            "fonts-liberation",
            "poppler-utils",
        ],
    ] {
        let words: Vec<&str> = prefix
            .iter()
            .copied()
            .chain(["apt-get"])
            .chain(arguments.iter().copied())
            .collect();
        let Some((program, rest)) = words.split_first() else {
            return Ok(None);
        };
        if !process::succeeds(
            Command::new(program)
                .args(rest)
                .env("DEBIAN_FRONTEND", "noninteractive"),
        )? {
            println!("apt-get could not.");
            return Ok(None);
        }
    }
    Ok(installed())
}

/// What to write before a command that only an administrator may run; nothing when we may not.
fn administrator() -> Option<&'static [&'static str]> {
    if capture(Command::new("id").arg("-u"))? == "0" {
        return Some(&[]);
    }
    capture(Command::new("sudo").args(["-n", "true"])).map(|_| &["sudo", "-n"][..])
}

/// The test library's own download, for this user.
fn download() -> Outcome<PathBuf> {
    println!("No Chromium here. Downloading the one of the test library (about 170 MB) …");
    let sentence = "no Chromium could be installed: install one, or name it in NUMEA_CHROMIUM";
    process::run(
        playwright()?.args(["install", "chromium"]),
        "download Chromium",
    )
    .and_then(|()| downloaded())
    .map_err(|error| format!("{sentence} ({error})"))
}

fn downloaded() -> Outcome<PathBuf> {
    let (node, _) = tools::node()?;
    let script =
        "import { chromium } from '@playwright/test'; console.log(chromium.executablePath());";
    let mut ask = Command::new(node);
    ask.args(["--input-type=module", "--eval", script])
        .current_dir(places::root()?);
    capture(&mut ask)
        .map(PathBuf::from)
        .filter(|path| path.is_file())
        .ok_or_else(|| "it is not there.".to_owned())
}

/// Playwright's command line, in the clone, for Node.js.
pub const PLAYWRIGHT: &str = "node_modules/@playwright/test/cli.js";

/// Playwright's command line, to be run in the clone.
pub fn playwright() -> Outcome<Command> {
    let (node, _) = tools::node()?;
    let mut command = Command::new(node);
    command.arg(PLAYWRIGHT).current_dir(places::root()?);
    Ok(command)
}
