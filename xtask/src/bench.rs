//! How quick the page is, beside a hand-written page of the same boxes. It prints figures and judges none: a machine
//! that does something else at the same time would fail a test of them.

use crate::browser;
use crate::bundle;
use crate::places;
use crate::process::{self, Outcome};
use crate::tools;
use std::process::Command;

/// Builds when needed, then measures. `rounds` is the number of rounds, as it was typed; none for the usual one.
pub fn run(rounds: Option<&str>) -> Outcome {
    bundle::build()?;
    let chromium = browser::chromium()?;
    let (node, _) = tools::node()?;
    let mut script = Command::new(node);
    script
        .arg("tests/bench/bench.mjs")
        .args(rounds)
        .current_dir(places::root()?);
    script.env(browser::VARIABLE, chromium);
    process::run(&mut script, "measure the page")
}
