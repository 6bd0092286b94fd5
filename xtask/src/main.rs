//! The project's commands. Each installs what it misses, so that a clone needs Rust (rustup) and Node.js, nothing else.
//! Reading order: this file, then `bundle` (build), `serve`, `test`, `torture`; what they stand on: `tools`, `npm`, `browser`,
//! which fill the per-user `cache`.

mod bench;
mod browser;
mod bundle;
mod cache;
mod fingerprint;
mod npm;
mod package;
mod places;
mod process;
mod report;
mod screenshots;
mod serve;
mod test;
mod tools;
mod torture;

use process::Outcome;
use std::process::ExitCode;
use test::Step;
use torture::Keep;

const USAGE: &str = "\
cargo xtask build                     the page, in dist/: static files for any host
cargo xtask package                   the archive for whoever hosts it, in target/package/
cargo xtask serve [--port N]          the page under http://127.0.0.1:8080/numea/
cargo xtask test [--only STEP] [-- …] everything that must hold; STEP: fmt, clippy, deny, native, torture,
                                      wasm, e2e; what follows -- goes to that step's runner
cargo xtask torture [--fuzz] [--readme]
                                      the long campaigns, and the table of what they reached; --fuzz: libFuzzer
                                      too, on nightly Rust; --readme: the table goes into the README;
                                      --only NAME,…: some of decoders, rules, journeys, tabs, kills, servers, engines, libreoffice, fuzz
cargo xtask bench [--rounds N]        how quick the page is, beside a hand-written one: ratios and their spread
cargo xtask screenshots [--readme]    pictures in target/screenshots/, or those of the README
cargo xtask first-screen              writes build/page/home.html anew: the home that the page holds before the application
                                      is there, from what the application shows";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match dispatch(&words) {
        Ok(code) => code,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(words: &[&str]) -> Outcome<ExitCode> {
    match words {
        ["build"] => bundle::build().map(|()| ExitCode::SUCCESS),
        ["package"] => package::package().map(|()| ExitCode::SUCCESS),
        ["serve"] => serve::serve(None).map(|()| ExitCode::SUCCESS),
        ["serve", "--port", port] => {
            serve::serve(Some(port_number(port)?)).map(|()| ExitCode::SUCCESS)
        }
        ["test"] => test::run(&Step::ALL, &[]),
        ["test", "--only", name] => test::run(&[step(name)?], &[]),
        ["test", "--only", name, "--", rest @ ..] => test::run(&[step(name)?], rest),
        ["torture", rest @ ..] => torture(rest),
        ["bench"] => bench::run(None).map(|()| ExitCode::SUCCESS),
        ["bench", "--rounds", rounds] => bench::run(Some(rounds)).map(|()| ExitCode::SUCCESS),
        ["first-screen"] => screenshots::write_first_screen().map(|()| ExitCode::SUCCESS),
        ["screenshots", rest @ ..] => screenshots::take(rest).map(|()| ExitCode::SUCCESS),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(ExitCode::SUCCESS)
        }
        _ => Err(format!(
            "`cargo xtask {}` is not a command; these are:\n{USAGE}",
            words.join(" ")
        )),
    }
}

fn torture(words: &[&str]) -> Outcome<ExitCode> {
    let (campaigns, rest) = match words {
        ["--only", names, rest @ ..] => (torture::named(names)?, rest),
        ["--fuzz", rest @ ..] => (torture::all(), rest),
        rest => (torture::stable(), rest),
    };
    match rest {
        [] => torture::run(&campaigns, Keep::Print),
        ["--readme"] => torture::run(&campaigns, Keep::Readme),
        _ => Err(format!(
            "torture knows nothing of {}.\n{USAGE}",
            rest.join(" ")
        )),
    }
}

fn port_number(word: &str) -> Outcome<u16> {
    word.parse()
        .map_err(|_| format!("`--port {word}`: a port is a number from 0 to 65535."))
}

fn step(name: &str) -> Outcome<Step> {
    Step::named(name).ok_or_else(|| {
        format!("`--only {name}`: the steps are fmt, clippy, deny, native, torture, wasm and e2e.")
    })
}
