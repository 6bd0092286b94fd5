//! libFuzzer on the decoders, on nightly Rust.

use super::table::{Figure, grouped};
use super::whole;
use crate::places;
use crate::process::{self, Outcome, program_in};
use crate::tools::{self, Tool};
use std::process::Command;

/// Each target in turn, up to the first that breaks; it keeps what it found in `fuzz/corpus`.
pub fn fuzz() -> Outcome<(bool, Vec<Figure>)> {
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
