//! Where things are in the clone.

use crate::process::Outcome;
use std::path::PathBuf;

/// The root of the clone.
pub fn root() -> Outcome<PathBuf> {
    let xtask = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    xtask
        .as_deref()
        .and_then(|folder| folder.parent())
        .map(PathBuf::from)
        .ok_or_else(|| "start it as `cargo xtask …`, inside the clone.".to_owned())
}

/// The built page.
pub fn dist() -> Outcome<PathBuf> {
    Ok(root()?.join("dist"))
}

/// What these commands remember between two runs; made when missing.
pub fn state() -> Outcome<PathBuf> {
    let folder = root()?.join("target").join("numea");
    std::fs::create_dir_all(&folder)
        .map_err(|error| format!("cannot make {}: {error}.", folder.display()))?;
    Ok(folder)
}
