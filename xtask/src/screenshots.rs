//! What scripts make of the application in a browser: pictures for its makers and its README, and the home that the page
//! holds before the application is there.

use crate::browser;
use crate::bundle;
use crate::places;
use crate::process::{self, Outcome};
use crate::serve::Server;
use crate::tools;
use std::process::Command;

/// Builds when needed, then lets the script take its pictures.
pub fn take(options: &[&str]) -> Outcome {
    open("screenshots.mjs", options, "take the pictures")
}

/// Builds when needed, then writes the home of a first visit, as the application shows it, into `build/page/home.html`.
pub fn write_first_screen() -> Outcome {
    open("first-screen.mjs", &[], "write the first screen")
}

fn open(name: &str, options: &[&str], what: &str) -> Outcome {
    bundle::build()?;
    let chromium = browser::chromium()?;
    let server = Server::on_free_port()?;
    let (node, _) = tools::node()?;
    let mut script = Command::new(node);
    script
        .arg(format!("tests/e2e/support/{name}"))
        .args(options)
        .current_dir(places::root()?);
    script
        .env("NUMEA_URL", &server.address)
        .env(browser::VARIABLE, chromium);
    process::run(&mut script, what)
}
