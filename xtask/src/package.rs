//! The archive for whoever hosts the page: the page, how to install it, examples, licences, sums.

use crate::bundle;
use crate::places;
use crate::process::{self, Outcome};
use crate::tools;
use std::process::Command;

/// Builds when needed, then writes `target/package/numea-<version>.zip` and says where.
pub fn package() -> Outcome {
    bundle::build()?;
    let (node, _) = tools::node()?;
    let mut command = Command::new(node);
    command
        .arg("build/package.mjs")
        .current_dir(places::root()?);
    process::run(&mut command, "write the archive")
}
