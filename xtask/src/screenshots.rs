//! Pictures of the application, for its makers and its README.

use crate::browser;
use crate::bundle;
use crate::places;
use crate::process::{self, Outcome};
use crate::serve::Server;
use crate::tools;
use std::process::Command;

/// Builds when needed, then lets the script take its pictures.
pub fn take(options: &[&str]) -> Outcome {
    bundle::build()?;
    let chromium = browser::chromium()?;
    let server = Server::on_free_port()?;
    let (node, _) = tools::node()?;
    let mut script = Command::new(node);
    script
        .arg("tests/e2e/support/screenshots.mjs")
        .args(options)
        .current_dir(places::root()?);
    script
        .env("NUMEA_URL", &server.address)
        .env(browser::VARIABLE, chromium);
    process::run(&mut script, "take the pictures")
}
