//! libFuzzer on the decoders, on nightly Rust.

use super::table::{Figure, grouped};
use super::whole;
use crate::places;
use crate::process::{self, Outcome, program_in};
use crate::tools::{self, Tool};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How long a target has before it is the turn of the next one, in seconds: the cheaper it is, the more it does.
const TURN: u64 = 60;

/// How cargo-fuzz is run.
struct Fuzz {
    program: PathBuf,
    root: PathBuf,
}

/// How many inputs a target has had, or what it said when it broke.
type Done = Result<u64, String>;

/// The targets in turn, one on each core, until they have had enough inputs all together, or one breaks. What they
/// found stays in `fuzz/corpus`.
pub fn fuzz() -> Outcome<(bool, Vec<Figure>)> {
    tools::ensure_nightly()?;
    let folder = Tool::cargo_fuzz().folder()?;
    let fuzz = Fuzz {
        program: program_in(&folder, "cargo-fuzz").ok_or("cargo-fuzz has gone: run this again.")?,
        root: places::root()?,
    };
    process::run(&mut fuzz.command(&["build"])?, "build the targets")?;
    let names = process::capture(&mut fuzz.command(&["list"])?)
        .ok_or("cargo-fuzz cannot list its targets.")?;
    let names: Vec<&str> = names.lines().collect();
    let wanted = whole()?;
    // A short campaign has short turns.
    let turn = TURN.min(wanted / 100_000).max(1);
    let mut sum = 0;
    for round in 1.. {
        let done = fuzz.round(&names, turn, round)?;
        for (name, done) in names.iter().zip(done) {
            match done {
                Ok(inputs) => sum += inputs,
                Err(said) => {
                    eprintln!("{said}\n{name} broke: the input is in fuzz/artifacts/{name}.");
                    return Ok((false, Vec::new()));
                }
            }
        }
        println!("round {round}: {} inputs so far", grouped(sum));
        if sum >= wanted {
            break;
        }
    }
    let reached = Figure {
        what: format!("inputs that libFuzzer grew, {} targets", names.len()),
        how_many: sum,
        result: "no panic; no allocation over 64 MiB".to_owned(),
    };
    Ok((true, vec![reached]))
}

impl Fuzz {
    fn command(&self, words: &[&str]) -> Outcome<Command> {
        let mut command = tools::rustup()?;
        command
            .args(["run", "nightly"])
            .arg(&self.program)
            .arg("fuzz")
            .args(words)
            .current_dir(&self.root);
        Ok(command)
    }

    /// One turn of each target; what became of each.
    fn round(&self, names: &[&str], turn: u64, round: u64) -> Outcome<Vec<Done>> {
        let next = AtomicUsize::new(0);
        let done = Mutex::new(Vec::new());
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        std::thread::scope(|scope| {
            for _ in 0..cores {
                scope.spawn(|| {
                    loop {
                        let place = next.fetch_add(1, Ordering::Relaxed);
                        let Some(name) = names.get(place) else { break };
                        let result = self.turn(name, turn, round);
                        if let Ok(mut done) = done.lock() {
                            done.push((place, result));
                        }
                    }
                });
            }
        });
        let mut done = done.into_inner().map_err(|error| error.to_string())?;
        done.sort_by_key(|(place, _)| *place);
        done.into_iter().map(|(_, result)| result).collect()
    }

    /// One turn of a target. What was released is what it starts from, and what it found before.
    fn turn(&self, name: &str, seconds: u64, seed: u64) -> Outcome<Done> {
        let corpus = format!("fuzz/corpus/{name}");
        std::fs::create_dir_all(self.root.join(&corpus))
            .map_err(|error| format!("cannot make {corpus}: {error}."))?;
        let mut command = self.command(&["run", name, &corpus, "tests/it/fixtures", "--"])?;
        command
            .arg(format!("-max_total_time={seconds}"))
            .arg(format!("-seed={seed}"))
            .args(["-malloc_limit_mb=64", "-max_len=4096"])
            .args(["-verbosity=0", "-print_final_stats=1"])
            .stdin(Stdio::null());
        let output = command
            .output()
            .map_err(|error| format!("cannot run cargo-fuzz: {error}."))?;
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        Ok(match executed(&said).filter(|_| output.status.success()) {
            Some(inputs) => Ok(inputs),
            None => Err(said),
        })
    }
}

/// From libFuzzer's closing line `stat::number_of_executed_units: 10000`.
fn executed(said: &str) -> Option<u64> {
    let line = said
        .lines()
        .find_map(|line| line.strip_prefix("stat::number_of_executed_units:"))?;
    line.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_inputs_is_read_from_what_libfuzzer_says() {
        let said = "INFO: seed\nstat::number_of_executed_units: 10000\nstat::new_units_added: 3\n";
        assert_eq!(executed(said), Some(10_000));
        assert_eq!(executed("==1== ERROR: libFuzzer: out-of-memory"), None);
    }
}
