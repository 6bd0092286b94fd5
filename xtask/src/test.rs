//! Everything that must hold, step by step, up to the first step that fails; the sums at the end whatever happened.

use crate::browser;
use crate::bundle;
use crate::npm;
use crate::places;
use crate::process::{self, Outcome, cargo, program_in};
use crate::report::{self, Tally, spoken};
use crate::serve::Server;
use crate::tools::{self, Tool};
use crate::torture;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

mod wasm;

/// What this machine runs itself.
const NATIVE: [&str; 4] = ["--package", "numea", "--package", "xtask"];

/// The documents instead of the page.
const DOCUMENTS: &[&str] = &["--no-default-features", "--features", "numea/documents"];

/// A step of the tests.
#[derive(Clone, Copy)]
pub enum Step {
    /// The code is formatted.
    Format,
    /// No warning, on this machine's target and on the browser's.
    Clippy,
    /// Licences, bans and sources of every crate.
    Deny,
    /// The domain and the documents without Leptos, the tests of the code's order, and these commands.
    Native,
    /// A million mutations of what the decoders read: a slice of the long campaigns.
    Torture,
    /// Adapters and components, in a real browser.
    Wasm,
    /// Journeys, on the release build, in a real browser.
    EndToEnd,
}

/// How a step went.
#[derive(Default)]
struct Verdict {
    success: bool,
    tally: Tally,
    /// Tests that failed, then passed when they were tried once more.
    flaky: Vec<String>,
}

impl Step {
    /// In the order in which they run: the quickest to fail first.
    pub const ALL: [Step; 7] = [
        Step::Format,
        Step::Clippy,
        Step::Deny,
        Step::Native,
        Step::Torture,
        Step::Wasm,
        Step::EndToEnd,
    ];

    /// The step of that name.
    pub fn named(name: &str) -> Option<Step> {
        Step::ALL.into_iter().find(|step| step.name() == name)
    }

    fn name(self) -> &'static str {
        match self {
            Step::Format => "fmt",
            Step::Clippy => "clippy",
            Step::Deny => "deny",
            Step::Native => "native",
            Step::Torture => "torture",
            Step::Wasm => "wasm",
            Step::EndToEnd => "e2e",
        }
    }

    fn run(self, extra: &[&str]) -> Outcome<Verdict> {
        match self {
            Step::Format => format(extra),
            Step::Clippy => clippy(extra),
            Step::Deny => deny(extra),
            Step::Native => native(extra),
            Step::Torture => decoders(extra),
            Step::Wasm => wasm::run(extra),
            Step::EndToEnd => end_to_end(extra),
        }
    }
}

/// Runs the steps; `extra` goes to their runners.
pub fn run(steps: &[Step], extra: &[&str]) -> Outcome<ExitCode> {
    let mut sum = Tally::default();
    let mut times = Vec::new();
    let mut flaky = Vec::new();
    for step in steps {
        println!("\n── {} ──", step.name());
        let start = Instant::now();
        let verdict = step.run(extra).unwrap_or_else(|message| {
            eprintln!("error: {message}");
            Verdict::default()
        });
        times.push((step.name(), start.elapsed()));
        flaky.extend(verdict.flaky);
        let tally = if verdict.success {
            verdict.tally
        } else {
            verdict.tally.at_least_one_failed()
        };
        sum = sum.plus(tally);
        if tally.failed > 0 {
            println!("\n{} failed: nothing was run after it.", step.name());
            break;
        }
    }
    close(sum, &times, &flaky);
    Ok(if sum.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn close(sum: Tally, times: &[(&str, Duration)], flaky: &[String]) {
    println!();
    for (name, time) in times {
        println!("{name:<8}{}", spoken(*time));
    }
    let total = times.iter().map(|(_, time)| *time).sum();
    println!("{:<8}{}", "total", spoken(total));
    println!("{} passed, {} failed", sum.passed, sum.failed);
    if !flaky.is_empty() {
        println!(
            "{} flaky: failed, then passed when tried again",
            flaky.len()
        );
        for name in flaky {
            println!("    {name}");
        }
    }
}

fn format(extra: &[&str]) -> Outcome<Verdict> {
    tools::ensure_checkers()?;
    without_counts(
        in_clone(&mut cargo())?
            .args(["fmt", "--all", "--check"])
            .args(extra),
    )
}

fn clippy(extra: &[&str]) -> Outcome<Verdict> {
    tools::ensure_checkers()?;
    tools::ensure_wasm_target()?;
    let browser = ["--package", "numea", "--target", tools::TARGET];
    let page: &[&str] = &[];
    for (target, features) in [
        (NATIVE.as_slice(), DOCUMENTS),
        (&browser, page),
        (&browser, DOCUMENTS),
    ] {
        let mut command = cargo();
        in_clone(&mut command)?
            .args(["clippy", "--locked", "--all-targets"])
            .args(target)
            .args(features)
            .args(extra);
        let verdict = without_counts(command.args(["--", "--deny", "warnings"]))?;
        if !verdict.success {
            return Ok(verdict);
        }
    }
    Ok(Verdict {
        success: true,
        ..Verdict::default()
    })
}

/// Advisories are not asked for: their list comes from the network at each run.
fn deny(extra: &[&str]) -> Outcome<Verdict> {
    let folder = Tool::cargo_deny().folder()?;
    let program =
        program_in(&folder, "cargo-deny").ok_or("cargo-deny has gone: run this again.")?;
    // Two versions of a crate are a warning: the list is long, and nobody here can shorten it.
    without_counts(
        in_clone(&mut Command::new(program))?
            .args(["--log-level", "error", "--locked", "check"])
            .args(["--hide-inclusion-graph", "licenses", "bans", "sources"])
            .args(extra),
    )
}

fn decoders(extra: &[&str]) -> Outcome<Verdict> {
    let printed = process::tee(torture::decoders(torture::SLICE)?.args(extra))?;
    Ok(Verdict {
        success: printed.success,
        tally: Tally::of_cargo(&printed.text),
        ..Verdict::default()
    })
}

fn native(extra: &[&str]) -> Outcome<Verdict> {
    let mut command = cargo();
    in_clone(&mut command)?
        .args(["test", "--locked"])
        .args(NATIVE)
        .args(DOCUMENTS);
    let printed = process::tee(command.args(extra))?;
    Ok(Verdict {
        success: printed.success,
        tally: Tally::of_cargo(&printed.text),
        ..Verdict::default()
    })
}

fn end_to_end(extra: &[&str]) -> Outcome<Verdict> {
    bundle::build()?;
    npm::ensure_packages()?;
    let chromium = browser::chromium()?;
    let server = Server::on_free_port()?;
    let mut command = browser::playwright()?;
    command.arg("test").args(extra);
    command
        .env("NUMEA_URL", &server.address)
        .env(browser::VARIABLE, chromium);
    let printed = process::tee(&mut command)?;
    Ok(Verdict {
        success: printed.success,
        tally: Tally::of_playwright(&printed.text),
        flaky: report::flaky(&printed.text),
    })
}

fn without_counts(command: &mut Command) -> Outcome<Verdict> {
    Ok(Verdict {
        success: process::succeeds(command)?,
        ..Verdict::default()
    })
}

fn in_clone(command: &mut Command) -> Outcome<&mut Command> {
    Ok(command.current_dir(places::root()?))
}
