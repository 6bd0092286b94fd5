//! The wasm tests: compiled for the browser, served by wasm-bindgen's runner, opened by Playwright. No driver of the
//! browser's exact version is needed.

use super::{Verdict, in_clone};
use crate::browser;
use crate::npm;
use crate::places;
use crate::process::{self, Outcome, cargo, program_in};
use crate::report::Tally;
use crate::tools::{self, Tool};
use std::io::{BufRead, BufReader, Lines};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

/// Compiles and runs `tests/browser`; `extra` goes to wasm-bindgen's runner (a filter, for example).
pub fn run(extra: &[&str]) -> Outcome<Verdict> {
    tools::ensure_wasm_target()?;
    npm::ensure_packages()?;
    let tool = Tool::wasm_bindgen()?.folder()?;
    let runner = program_in(&tool, "wasm-bindgen-test-runner")
        .ok_or("wasm-bindgen's runner has gone: run this again.")?;
    let chromium = browser::chromium()?;
    let program = compile()?;
    let page = Page::serve(&runner, &program, extra)?;
    let Some(address) = &page.address else {
        return Err("wasm-bindgen's runner offers no page: tests/browser holds no test for a browser, or none that was asked for.".to_owned());
    };
    let (node, _) = tools::node()?;
    let mut reader = Command::new(node);
    in_clone(&mut reader)?
        .arg("tests/e2e/support/wasm-page.mjs")
        .arg(address)
        .env(browser::VARIABLE, chromium);
    let printed = process::tee(&mut reader)?;
    Ok(Verdict {
        success: printed.success,
        tally: Tally::of_cargo(&printed.text),
        ..Verdict::default()
    })
}

/// The compiled test program.
fn compile() -> Outcome<PathBuf> {
    let mut command = cargo();
    in_clone(&mut command)?.args([
        "test",
        "--locked",
        "--no-run",
        "--package",
        "numea",
        "--test",
        "browser",
    ]);
    command.args([
        "--target",
        tools::TARGET,
        "--message-format",
        "json-render-diagnostics",
    ]);
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("could not start cargo: {error}."))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let program = text.lines().rev().find_map(executable);
    program
        .filter(|_| output.status.success())
        .ok_or_else(|| "the wasm tests do not compile: see the lines above.".to_owned())
}

/// The test program, where a line of Cargo's JSON names it; other lines name the page's own program, which Cargo builds
/// along with its tests.
fn executable(line: &str) -> Option<PathBuf> {
    let (_, rest) = line.split_once("\"executable\":\"")?;
    let (path, _) = rest.split_once('"')?;
    // Backslashes come doubled; Windows takes the other kind as well.
    let path = path.replace(r"\\", "/");
    let is_test = path.ends_with(".wasm") && path.contains("/browser-");
    is_test.then(|| PathBuf::from(path))
}

/// wasm-bindgen's runner, serving its page until dropped.
struct Page {
    child: Child,
    address: Option<String>,
    /// It goes on writing, and would stop if nobody could read.
    _lines: Option<Lines<BufReader<ChildStdout>>>,
}

impl Page {
    fn serve(runner: &Path, program: &Path, extra: &[&str]) -> Outcome<Page> {
        let temporary = places::state()?.join("wasm-tests");
        std::fs::create_dir_all(&temporary)
            .map_err(|error| format!("cannot make {}: {error}.", temporary.display()))?;
        let mut command = Command::new(runner);
        in_clone(&mut command)?
            .arg(program)
            .args(extra)
            .stdout(Stdio::piped());
        command
            .env("NO_HEADLESS", "1")
            .env("WASM_BINDGEN_TEST_ADDRESS", "127.0.0.1:0");
        // It is ended by force, and leaves its files: better here than in the system's temporary folder.
        command.envs(["TMPDIR", "TMP", "TEMP"].map(|name| (name, &temporary)));
        let mut child = command
            .spawn()
            .map_err(|error| format!("wasm-bindgen's runner cannot start: {error}."))?;
        let mut lines = child
            .stdout
            .take()
            .map(|stdout| BufReader::new(stdout).lines());
        let address = lines
            .iter_mut()
            .flatten()
            .map_while(Result::ok)
            .find_map(|line| announced(&line));
        Ok(Page {
            child,
            address,
            _lines: lines,
        })
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.child.kill());
        drop(self.child.wait());
        if let Ok(state) = places::state() {
            drop(std::fs::remove_dir_all(state.join("wasm-tests")));
        }
    }
}

fn announced(line: &str) -> Option<String> {
    let (_, address) = line.split_once("available at ")?;
    Some(address.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_names_the_program_in_its_json() {
        let line =
            r#"{"reason":"compiler-artifact","executable":"C:\\t\\browser-1.wasm","fresh":true}"#;
        assert_eq!(executable(line), Some(PathBuf::from("C:/t/browser-1.wasm")));
        assert_eq!(executable(r#"{"executable":"/t/app.wasm"}"#), None);
        assert_eq!(executable(r#"{"executable":null}"#), None);
    }

    #[test]
    fn the_runner_announces_its_page() {
        let line = "Interactive browsers tests are now available at http://127.0.0.1:4123";
        assert_eq!(announced(line).as_deref(), Some("http://127.0.0.1:4123"));
    }
}
