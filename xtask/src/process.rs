//! Running other programs, and finding them.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A result whose error is one sentence for the person at the keyboard.
pub type Outcome<T = ()> = Result<T, String>;

/// What a program printed, and whether it succeeded.
pub struct Printed {
    /// Its exit code was 0.
    pub success: bool,
    /// Its standard output.
    pub text: String,
}

/// Runs a program whose failure ends the command; `purpose` completes « could not … ».
pub fn run(command: &mut Command, purpose: &str) -> Outcome {
    let status = command
        .status()
        .map_err(|error| not_started(command, &error))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("could not {purpose}: see the lines above."))
    }
}

/// Runs a program, its output on screen; true when it succeeded.
pub fn succeeds(command: &mut Command) -> Outcome<bool> {
    command
        .status()
        .map(|status| status.success())
        .map_err(|error| not_started(command, &error))
}

/// The trimmed standard output of a program that is there and succeeds.
pub fn capture(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs a program, its standard output both on screen and kept.
pub fn tee(command: &mut Command) -> Outcome<Printed> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| not_started(command, &error))?;
    let mut text = String::new();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            text.push_str(&line);
            text.push('\n');
        }
    }
    let status = child.wait().map_err(|error| not_started(command, &error))?;
    Ok(Printed {
        success: status.success(),
        text,
    })
}

/// The program `name` on PATH.
pub fn find(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).find_map(|folder| program_in(&folder, name))
}

/// The program `name` in a folder, under the name this system gives it.
pub fn program_in(folder: &Path, name: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) {
        &[".exe", ".cmd"]
    } else {
        &[""]
    };
    endings
        .iter()
        .map(|ending| folder.join(format!("{name}{ending}")))
        .find(|program| program.is_file())
}

/// The Cargo that runs this command.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

fn not_started(command: &Command, error: &std::io::Error) -> String {
    format!(
        "could not start {}: {error}.",
        command.get_program().to_string_lossy()
    )
}
