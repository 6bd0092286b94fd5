//! The long campaigns: each tries to break something for as long as it takes, and says what it reached in lines
//! `figure|what|how many|result`. A campaign that joins is one more line of [`ALL`]. At the end, the table that the README
//! shows.

use crate::browser;
use crate::bundle;
use crate::npm;
use crate::places;
use crate::process::{self, Outcome, cargo};
use crate::report::spoken;
use crate::serve::Server;
use crate::tools;
use std::process::{Command, ExitCode};
use std::time::Instant;
use table::{Figure, HEAD, keep_in_readme, rows};

mod fuzz;
mod table;

/// Mutations of a campaign.
const WHOLE: u64 = 20_000_000;
/// Mutations within `cargo xtask test`.
pub const SLICE: u64 = 1_000_000;
/// Set where the journeys try all that they have, and not the share of it that every run tries.
const WHOLE_JOURNEYS: &str = "NUMEA_WHOLE";
/// Kills of the browser in a campaign of that many mutations.
const KILLS: u64 = 120;
/// Random schedules of several tabs in a browser.
const SCHEDULES: u64 = 100;
/// Names the number of mutations: to `tests/torture` and `tests/it`, and to whoever wants a shorter campaign.
const VARIABLE: &str = "NUMEA_TORTURE";
/// The journeys in which something is tried again and again, each time in another way.
const JOURNEYS: [&str; 6] = [
    "faults.spec",
    "hostile.spec",
    "hosts.spec",
    "offline.spec",
    "recovery.spec",
    "storage.spec",
];

/// Tries to break something.
pub struct Campaign {
    name: &'static str,
    /// Whether nothing broke, and the figures reached.
    run: fn() -> Outcome<(bool, Vec<Figure>)>,
}

/// Every campaign. The last one needs nightly Rust.
const ALL: [Campaign; 9] = [
    campaign("decoders", mutate),
    campaign("rules", rules),
    campaign("journeys", journeys),
    campaign("tabs", tabs),
    campaign("kills", kill_the_browser),
    campaign("servers", servers),
    campaign("engines", engines),
    campaign("libreoffice", libreoffice),
    campaign("fuzz", fuzz::fuzz),
];

const fn campaign(name: &'static str, run: fn() -> Outcome<(bool, Vec<Figure>)>) -> Campaign {
    Campaign { name, run }
}

/// What becomes of the figures reached.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// They are printed.
    Print,
    /// They are printed, and put into the table of the README.
    Readme,
}

/// The campaigns of these names.
pub fn named(names: &str) -> Outcome<Vec<Campaign>> {
    let one = |name: &str| {
        ALL.into_iter()
            .find(|campaign| campaign.name == name)
            .ok_or_else(|| {
                let all = ALL.map(|campaign| campaign.name).join(", ");
                format!("`--only {name}`: the campaigns are {all}.")
            })
    };
    names.split(',').map(one).collect()
}

/// Those that any Rust can run.
pub fn stable() -> Vec<Campaign> {
    ALL.into_iter()
        .filter(|campaign| campaign.name != "fuzz")
        .collect()
}

/// Every campaign.
pub fn all() -> Vec<Campaign> {
    ALL.into_iter().collect()
}

/// Runs campaigns, each whatever the others found, and prints the table.
pub fn run(campaigns: &[Campaign], keep: Keep) -> Outcome<ExitCode> {
    let mut table = HEAD.to_owned();
    let mut times = String::new();
    let mut broken = Vec::new();
    for campaign in campaigns {
        println!("\n── {} ──", campaign.name);
        let start = Instant::now();
        let (success, figures) = (campaign.run)().unwrap_or_else(|message| {
            eprintln!("error: {message}");
            (false, Vec::new())
        });
        times.push_str(&format!(
            "{:<12}{}\n",
            campaign.name,
            spoken(start.elapsed())
        ));
        let rows = rows(campaign.name, &figures);
        table.push_str(&rows);
        if !success {
            broken.push(campaign.name);
        } else if keep == Keep::Readme && !rows.is_empty() {
            keep_in_readme(campaign.name, &rows)?;
        }
    }
    println!("\n{table}\n{times}");
    for name in &broken {
        eprintln!("error: {name} failed: see above.");
    }
    Ok(if broken.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// The command that drives the decoders, those of the documents too, with this many mutations, on this Rust.
pub fn decoders(mutations: u64) -> Outcome<Command> {
    let mut command = native("torture", mutations)?;
    command.args(["--", "--nocapture"]);
    Ok(command)
}

/// The command that runs one of the native test programs, optimised, for this many mutations.
fn native(test: &str, mutations: u64) -> Outcome<Command> {
    let mut command = cargo();
    command
        .args(["test", "--locked", "--package", "numea"])
        .args(["--no-default-features", "--features", "numea/documents"])
        .args(["--profile", "torture", "--test", test])
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

/// As many as that in a whole campaign, fewer in a shorter one, at least one.
fn share_of(count: u64) -> Outcome<u64> {
    Ok((count * whole()?.min(WHOLE)).div_ceil(WHOLE))
}

fn tried(command: &mut Command) -> Outcome<(bool, Vec<Figure>)> {
    let printed = process::tee(command)?;
    Ok((printed.success, Figure::all_of(&printed.text)))
}

fn mutate() -> Outcome<(bool, Vec<Figure>)> {
    tried(&mut decoders(whole()?)?)
}

/// The rules that are tried at random, or with many texts, and need no browser.
fn rules() -> Outcome<(bool, Vec<Figure>)> {
    let mut command = native("it", whole()?)?;
    tried(command.args(["--", "--nocapture", "pen::", "hostile::"]))
}

/// On the release build, in a real browser.
fn in_browser(fill: impl FnOnce(&mut Command)) -> Outcome<(bool, Vec<Figure>)> {
    bundle::build()?;
    npm::ensure_packages()?;
    let chromium = browser::chromium()?;
    let server = Server::on_free_port()?;
    let (node, _) = tools::node()?;
    let mut command = Command::new(node);
    command
        .current_dir(places::root()?)
        .env("NUMEA_URL", &server.address)
        .env(browser::VARIABLE, chromium);
    fill(&mut command);
    tried(&mut command)
}

fn journeys() -> Outcome<(bool, Vec<Figure>)> {
    in_browser(|node| {
        node.arg(browser::PLAYWRIGHT)
            .arg("test")
            .args(JOURNEYS)
            .env(WHOLE_JOURNEYS, "1");
    })
}

/// Several tabs of one dossier, each doing what it likes.
fn tabs() -> Outcome<(bool, Vec<Figure>)> {
    let schedules = share_of(SCHEDULES)?.to_string();
    in_browser(|node| {
        node.args(["tests/e2e/torture/tabs.mjs", &schedules, "1"]);
    })
}

/// On real servers, those of them that are installed.
fn servers() -> Outcome<(bool, Vec<Figure>)> {
    in_browser(|node| {
        node.arg("tests/e2e/torture/servers.mjs");
    })
}

/// Through LibreOffice, where it is installed, or named by `NUMEA_SOFFICE`.
fn libreoffice() -> Outcome<(bool, Vec<Figure>)> {
    let mut command = native("it", whole()?)?;
    tried(command.args(["--", "--ignored", "--nocapture", "libreoffice::"]))
}

/// In Firefox and WebKit, those of them that are installed.
fn engines() -> Outcome<(bool, Vec<Figure>)> {
    npm::ensure_in(&places::root()?.join("tests").join("engines"))?;
    in_browser(|node| {
        node.arg("tests/engines/engines.mjs");
    })
}

/// In one profile of the browser.
fn kill_the_browser() -> Outcome<(bool, Vec<Figure>)> {
    let kills = share_of(KILLS)?.to_string();
    in_browser(|node| {
        node.args(["tests/e2e/torture/kills.mjs", &kills, "1"]);
    })
}
