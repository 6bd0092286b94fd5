//! The tools of the build: the right version from the cache, else from PATH, else prebuilt, else from source.

use crate::cache;
use crate::places;
use crate::process::{self, Outcome, capture, cargo, find, program_in};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the page is compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";
const NODE_SINCE: u32 = 20;

/// Optimised only as far as tools that run for seconds need: compiling them takes a third of the time.
const QUICK_PROFILE: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_LTO", "false"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
];

/// A program of the build, at the one version the project uses.
pub struct Tool {
    /// The name of its folder in the cache, without the version.
    name: &'static str,
    /// The crate it comes from.
    package: &'static str,
    version: String,
    /// Its programs; the first one answers `--version`.
    programs: &'static [&'static str],
    /// What `cargo install` wants besides.
    options: &'static [&'static str],
    /// From source, on two cores.
    minutes: u8,
}

impl Tool {
    /// Trunk, which puts the page together.
    pub fn trunk() -> Tool {
        Tool {
            name: "trunk",
            package: "trunk",
            // The last one that compiles with the Rust version of this project.
            version: "0.21.14".to_owned(),
            programs: &["trunk"],
            options: &["--locked", "--no-default-features", "--features", "rustls"],
            minutes: 4,
        }
    }

    /// The wasm-bindgen command line and its test runner: the version of the library in `Cargo.lock`.
    pub fn wasm_bindgen() -> Outcome<Tool> {
        let lock = places::root()?.join("Cargo.lock");
        let text = fs::read_to_string(&lock)
            .map_err(|error| format!("cannot read Cargo.lock: {error}."))?;
        let version = locked_version(&text, "wasm-bindgen")
            .ok_or("Cargo.lock does not name wasm-bindgen.")?;
        Ok(Tool {
            name: "wasm-bindgen",
            package: "wasm-bindgen-cli",
            version: version.to_owned(),
            programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
            // Without --locked: its own lock file names withdrawn versions.
            options: &[],
            minutes: 2,
        })
    }

    /// What cuts the page's WebAssembly into a first module and parts that come later.
    pub fn wasm_split() -> Tool {
        Tool {
            name: "wasm-split-cli",
            package: "wasm_split_cli_support",
            // The one that reads what the `wasm_split_helpers` of `Cargo.lock` writes.
            version: "0.2.4".to_owned(),
            programs: &["wasm-split-cli"],
            options: &["--locked", "--features", "build-binary"],
            minutes: 2,
        }
    }

    /// cargo-deny, which holds the licences and sources of every crate against `deny.toml`.
    pub fn cargo_deny() -> Tool {
        Tool {
            name: "cargo-deny",
            package: "cargo-deny",
            version: "0.20.2".to_owned(),
            programs: &["cargo-deny"],
            options: &["--locked"],
            minutes: 3,
        }
    }

    /// cargo-fuzz, which drives libFuzzer.
    pub fn cargo_fuzz() -> Tool {
        Tool {
            name: "cargo-fuzz",
            package: "cargo-fuzz",
            version: "0.13.2".to_owned(),
            programs: &["cargo-fuzz"],
            options: &["--locked"],
            minutes: 1,
        }
    }

    /// Name and version.
    pub fn label(&self) -> String {
        format!("{}-{}", self.name, self.version)
    }

    /// The folder that holds its programs; installs them when they are nowhere.
    pub fn folder(&self) -> Outcome<PathBuf> {
        let cached = cache::folder()?.join(self.label());
        if self.is_whole(&cached) {
            return Ok(cached.join("bin"));
        }
        if let Some(folder) = self.on_path() {
            return Ok(folder);
        }
        let place = cache::ensure(
            &self.label(),
            |place| self.is_whole(place),
            |place| self.install(place),
        )?;
        Ok(place.join("bin"))
    }

    fn is_whole(&self, place: &Path) -> bool {
        self.programs
            .iter()
            .all(|name| program_in(&place.join("bin"), name).is_some())
    }

    fn on_path(&self) -> Option<PathBuf> {
        let first = find(self.programs.first()?)?;
        let folder = first.parent()?.to_path_buf();
        let answer = capture(Command::new(&first).arg("--version"))?;
        let is_right = answer.split_whitespace().nth(1) == Some(self.version.as_str());
        let is_whole = self
            .programs
            .iter()
            .all(|name| program_in(&folder, name).is_some());
        (is_right && is_whole).then_some(folder)
    }

    fn install(&self, place: &Path) -> Outcome {
        let wanted = format!("{}@{}", self.package, self.version);
        if find("cargo-binstall").is_some() {
            println!("Installing {wanted} for every clone, prebuilt …");
            let mut binstall = cargo();
            binstall
                .args([
                    "binstall",
                    "-y",
                    "--disable-strategies",
                    "compile",
                    "--root",
                ])
                .arg(place)
                .arg(&wanted);
            if process::succeeds(&mut binstall)? && self.is_whole(place) {
                return Ok(());
            }
            println!("No prebuilt {wanted} could be had.");
        }
        println!(
            "Installing {wanted} from source, once for every clone (about {} minutes on two cores) …",
            self.minutes
        );
        let mut install = cargo();
        install
            .args(["install", "--force", "--root"])
            .arg(place)
            .args(self.options)
            .arg(&wanted);
        // Outside the clone, whose Cargo settings are for the page.
        install.envs(QUICK_PROFILE).current_dir(place);
        process::run(&mut install, &format!("install {wanted}"))
    }
}

/// The standard library for WebAssembly, through rustup when it is missing.
pub fn ensure_wasm_target() -> Outcome {
    let folder =
        capture(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    let folder = folder.ok_or("Rust is missing: install it with rustup (https://rustup.rs).")?;
    if Path::new(&folder).is_dir() {
        return Ok(());
    }
    println!("Adding Rust's {TARGET} target (a few seconds) …");
    process::run(
        rustup()?.args(["target", "add", TARGET]),
        "add the WebAssembly target",
    )
}

/// rustfmt and clippy, which a minimal Rust leaves out.
pub fn ensure_checkers() -> Outcome {
    for (name, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if capture(cargo().args([name, "--version"])).is_none() {
            println!("Adding Rust's {component} (a few seconds) …");
            process::run(
                rustup()?.args(["component", "add", component]),
                &format!("add {component}"),
            )?;
        }
    }
    Ok(())
}

/// The nightly Rust, whose compiler instruments code for libFuzzer; installed when it is missing.
pub fn ensure_nightly() -> Outcome {
    let mut ask = rustup()?;
    if capture(ask.args(["run", "nightly", "cargo", "--version"])).is_some() {
        return Ok(());
    }
    println!("Adding nightly Rust, beside the one in use (about a minute) …");
    let mut install = rustup()?;
    install.args(["toolchain", "install", "nightly", "--profile", "minimal"]);
    process::run(&mut install, "add nightly Rust")
}

/// rustup, which adds what a Rust lacks and runs one of several.
pub fn rustup() -> Outcome<Command> {
    let sentence = "rustup is missing, which adds what this Rust lacks: install Rust with it (https://rustup.rs).";
    find("rustup")
        .map(Command::new)
        .ok_or_else(|| sentence.to_owned())
}

/// Node.js: its path and version.
pub fn node() -> Outcome<(PathBuf, String)> {
    let advice = format!("install Node.js {NODE_SINCE} or newer (https://nodejs.org).");
    let node = find("node").ok_or_else(|| format!("Node.js is missing: {advice}"))?;
    let version = capture(Command::new(&node).arg("--version")).unwrap_or_default();
    match major(&version) {
        Some(number) if number >= NODE_SINCE => Ok((node, version)),
        _ => Err(format!("Node.js {version} is too old: {advice}")),
    }
}

/// The version of the Rust compiler, in full.
pub fn rust_version() -> Outcome<String> {
    capture(Command::new("rustc").arg("-vV"))
        .ok_or_else(|| "Rust is missing: install it with rustup (https://rustup.rs).".to_owned())
}

fn major(version: &str) -> Option<u32> {
    version
        .trim_start_matches('v')
        .split('.')
        .next()?
        .parse()
        .ok()
}

fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines
        .nth(1)?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_gives_the_version_of_exactly_that_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }

    #[test]
    fn node_says_its_version_with_a_letter() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major(""), None);
    }
}
