//! The long campaigns: each tries to break something for as long as it takes, and says what it reached. A
//! campaign that joins is one more line of [`ALL`]. At the end, the table that the README shows.

use crate::browser;
use crate::bundle;
use crate::npm;
use crate::places;
use crate::process::{self, Outcome, cargo, program_in};
use crate::report::spoken;
use crate::serve::Server;
use crate::tools::{self, Tool};
use std::process::{Command, ExitCode};
use std::time::Instant;

/// Mutations of a campaign.
const WHOLE: u64 = 20_000_000;
/// Mutations within `cargo xtask test`.
pub const SLICE: u64 = 1_000_000;
/// Kills of the browser in a campaign of that many mutations.
const KILLS: u64 = 120;
/// Names the number of mutations: to `tests/torture`, and to whoever wants a shorter campaign.
const VARIABLE: &str = "NUMEA_TORTURE";

/// One thing that was tried, how many times, and what came of it.
#[derive(Debug, PartialEq, Eq)]
struct Figure {
    what: String,
    how_many: u64,
    result: String,
}

/// Tries to break something.
pub struct Campaign {
    name: &'static str,
    /// Whether nothing broke, and the figures reached.
    run: fn() -> Outcome<(bool, Vec<Figure>)>,
}

const DECODERS: Campaign = Campaign {
    name: "decoders",
    run: mutate,
};
const FUZZ: Campaign = Campaign {
    name: "fuzz",
    run: fuzz,
};

const BROWSER_KILLED: Campaign = Campaign {
    name: "kills",
    run: kill_the_browser,
};

/// Those that any Rust can run.
pub const STABLE: [Campaign; 2] = [DECODERS, BROWSER_KILLED];
/// Every campaign.
pub const ALL: [Campaign; 3] = [DECODERS, BROWSER_KILLED, FUZZ];

/// The campaign of that name.
pub fn named(name: &str) -> Outcome<Campaign> {
    let mut all = ALL.into_iter();
    all.find(|campaign| campaign.name == name)
        .ok_or_else(|| format!("`--only {name}`: the campaigns are decoders, kills and fuzz."))
}

/// Runs campaigns, each whatever the others found, and prints the table.
pub fn run(campaigns: &[Campaign]) -> Outcome<ExitCode> {
    let mut table =
        String::from("| campaign | what | how many | result | time |\n|---|---|---:|---|---:|\n");
    let mut is_whole = true;
    for campaign in campaigns {
        println!("\n── {} ──", campaign.name);
        let start = Instant::now();
        let (success, figures) = (campaign.run)().unwrap_or_else(|message| {
            eprintln!("error: {message}");
            (false, Vec::new())
        });
        is_whole &= success;
        table.push_str(&rows(
            campaign.name,
            success,
            &figures,
            &spoken(start.elapsed()),
        ));
    }
    println!("\n{table}");
    Ok(if is_whole {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// The rows of one campaign. Its time is that of all its figures, which run side by side.
fn rows(name: &str, success: bool, figures: &[Figure], time: &str) -> String {
    let mut rows = String::new();
    for figure in figures {
        let how_many = grouped(figure.how_many);
        rows.push_str(&format!(
            "| {name} | {} | {how_many} | {} | {time} |\n",
            figure.what, figure.result
        ));
    }
    if !success {
        rows.push_str(&format!(
            "| {name} | | | **failed**: see above | {time} |\n"
        ));
    }
    rows
}

/// « 20,000,000 ».
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// The command that drives the decoders, those of the documents too, with this many mutations, on this Rust.
pub fn decoders(mutations: u64) -> Outcome<Command> {
    let mut command = cargo();
    command
        .args([
            "test",
            "--locked",
            "--package",
            "numea",
            "--no-default-features",
            "--features",
            "numea/documents",
        ])
        .args([
            "--profile",
            "torture",
            "--test",
            "torture",
            "--",
            "--nocapture",
        ])
        .env(VARIABLE, mutations.to_string())
        .current_dir(places::root()?);
    Ok(command)
}

/// How many inputs the campaigns are for.
fn whole() -> Outcome<u64> {
    match std::env::var(VARIABLE) {
        Ok(number) => number
            .parse()
            .map_err(|_| format!("{VARIABLE}={number} is not a number of mutations.")),
        Err(_) => Ok(WHOLE),
    }
}

fn mutate() -> Outcome<(bool, Vec<Figure>)> {
    let printed = process::tee(&mut decoders(whole()?)?)?;
    let figures = printed.text.lines().filter_map(figure).collect();
    Ok((printed.success, figures))
}

/// On the release build, in one profile of a real browser.
fn kill_the_browser() -> Outcome<(bool, Vec<Figure>)> {
    bundle::build()?;
    npm::ensure_packages()?;
    let chromium = browser::chromium()?;
    let server = Server::on_free_port()?;
    let (node, _) = tools::node()?;
    let kills = (KILLS * whole()?.min(WHOLE)).div_ceil(WHOLE);
    let mut command = Command::new(node);
    command
        .args(["tests/e2e/torture/kills.mjs", &kills.to_string(), "1"])
        .current_dir(places::root()?)
        .env("NUMEA_URL", &server.address)
        .env(browser::VARIABLE, chromium);
    let printed = process::tee(&mut command)?;
    let figures = printed.text.lines().filter_map(figure).collect();
    Ok((printed.success, figures))
}

/// From a line `figure|what|how many|result`.
fn figure(line: &str) -> Option<Figure> {
    let mut parts = line
        .strip_prefix("figure|")?
        .splitn(3, '|')
        .map(str::to_owned);
    Some(Figure {
        what: parts.next()?,
        how_many: parts.next()?.parse().ok()?,
        result: parts.next()?,
    })
}

/// libFuzzer on each target in turn, up to the first that breaks; it keeps what it found in `fuzz/corpus`.
fn fuzz() -> Outcome<(bool, Vec<Figure>)> {
    tools::ensure_nightly()?;
    let folder = Tool::cargo_fuzz().folder()?;
    let program =
        program_in(&folder, "cargo-fuzz").ok_or("cargo-fuzz has gone: run this again.")?;
    let root = places::root()?;
    let fuzz = |words: &[&str]| -> Outcome<Command> {
        let mut command = tools::rustup()?;
        command
            .args(["run", "nightly"])
            .arg(&program)
            .arg("fuzz")
            .args(words)
            .current_dir(&root);
        Ok(command)
    };
    let names =
        process::capture(&mut fuzz(&["list"])?).ok_or("cargo-fuzz cannot list its targets.")?;
    let names: Vec<&str> = names.lines().collect();
    let runs = whole()?.div_ceil(names.len() as u64);
    let mut done = 0;
    for name in &names {
        println!("\n{name}: {} inputs", grouped(runs));
        let corpus = format!("fuzz/corpus/{name}");
        std::fs::create_dir_all(root.join(&corpus))
            .map_err(|error| format!("cannot make {corpus}: {error}."))?;
        // What was released is what it starts from.
        let mut command = fuzz(&["run", name, &corpus, "tests/it/fixtures", "--"])?;
        command.arg(format!("-runs={runs}")).args([
            "-malloc_limit_mb=64",
            "-max_len=4096",
            "-seed=1",
            "-verbosity=0",
            "-print_final_stats=1",
        ]);
        if !process::succeeds(&mut command)? {
            return Ok((false, Vec::new()));
        }
        done += runs;
    }
    let reached = Figure {
        what: format!("inputs that libFuzzer grew, {} targets", names.len()),
        how_many: done,
        result: "no panic; no allocation over 64 MiB".to_owned(),
    };
    Ok((true, vec![reached]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_from_what_the_tests_print() {
        let reached = Figure {
            what: "bit flips".to_owned(),
            how_many: 336_000,
            result: "0 read".to_owned(),
        };
        assert_eq!(figure("figure|bit flips|336000|0 read"), Some(reached));
        assert_eq!(figure("test links::figure ... ok"), None);
        assert_eq!(figure("figure|bit flips|many|0 read"), None);
    }

    #[test]
    fn the_table_has_a_row_for_each_figure_and_one_for_a_failure() {
        let reached = figure("figure|bit flips|336000|0 read");
        let figures: Vec<_> = reached.into_iter().collect();
        let row = "| links | bit flips | 336,000 | 0 read | 2.0 s |\n";
        assert_eq!(rows("links", true, &figures, "2.0 s"), row);
        assert!(rows("links", false, &[], "2.0 s").contains("failed"));
    }

    #[test]
    fn great_numbers_are_grouped() {
        assert_eq!(grouped(20_000_008), "20,000,008");
        assert_eq!(grouped(999), "999");
    }
}
