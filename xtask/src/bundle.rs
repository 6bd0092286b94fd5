//! The page, built into `dist/`, and only when something it is made of has changed.

use crate::cache::Lock;
use crate::fingerprint::Fingerprint;
use crate::npm;
use crate::places;
use crate::process::{self, Outcome, capture, program_in};
use crate::tools::{self, Tool};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// All that the page is made of, besides the tools.
const INGREDIENTS: [&str; 14] = [
    ".cargo/config.toml",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "build",
    "build.rs",
    "index.html",
    "package-lock.json",
    "public",
    "rust-toolchain.toml",
    "src",
    "style",
    "vendor",
    "xtask/src/bundle.rs",
];

/// Set in the environment, the page is cut into parts that are fetched by need: see `build.rs` and `src/ui/parts`. A plain
/// `trunk build` leaves one module.
const PARTS: &str = "NUMEA_PARTS";

/// What a build leaves: the prints of what went in and of what came out, and what the page weighs.
struct Stamp {
    ingredients: String,
    dist: String,
    weights: String,
}

/// The tools, all there.
struct Kit {
    node: PathBuf,
    trunk: PathBuf,
    wasm_bindgen: PathBuf,
    wasm_split: PathBuf,
    versions: String,
}

/// Builds `dist/` when it is not up to date, and says what a first visit weighs.
pub fn build() -> Outcome {
    let kit = Kit::ready()?;
    let _lock = Lock::take(&places::state()?.join("build.lock"))?;
    let ingredients = print_of_ingredients(&kit.versions)?;
    if let Some(stamp) = Stamp::read()?
        && stamp.ingredients == ingredients
        && stamp.dist == print_of_dist()?
    {
        println!("dist/ is up to date: nothing has changed since it was built.");
        println!("{}", stamp.weights);
        return Ok(());
    }
    println!(
        "Building the page in release, into dist/ (a few minutes the first time, about one after a change) …"
    );
    // Should the build fail, the next one must not believe the old stamp.
    Stamp::forget()?;
    process::run(&mut kit.trunk_build()?, "build the page")?;
    let stamp = Stamp {
        ingredients,
        dist: print_of_dist()?,
        weights: kit.weigh()?,
    };
    println!("{}", stamp.weights);
    stamp.write()
}

impl Kit {
    fn ready() -> Outcome<Kit> {
        let (node, node_version) = tools::node()?;
        let rust = tools::rust_version()?;
        tools::ensure_wasm_target()?;
        npm::ensure_packages()?;
        let (trunk, wasm_bindgen) = (Tool::trunk(), Tool::wasm_bindgen()?);
        let wasm_split = Tool::wasm_split();
        let tools = [trunk.label(), wasm_bindgen.label(), wasm_split.label()];
        let versions = [rust, node_version, tools.join("\n")].join("\n");
        Ok(Kit {
            node,
            trunk: trunk.folder()?,
            wasm_bindgen: wasm_bindgen.folder()?,
            wasm_split: wasm_split.folder()?,
            versions,
        })
    }

    fn trunk_build(&self) -> Outcome<Command> {
        let root = places::root()?;
        let trunk = program_in(&self.trunk, "trunk").ok_or("Trunk has gone: run this again.")?;
        let mut command = Command::new(trunk);
        command
            .args(["build", "--release", "--locked"])
            .current_dir(&root);
        // Trunk and the hook take their tools from PATH.
        let first = [
            root.join("node_modules").join(".bin"),
            self.wasm_bindgen.clone(),
            self.wasm_split.clone(),
        ];
        let rest = std::env::var_os("PATH").unwrap_or_default();
        let path = std::env::join_paths(first.into_iter().chain(std::env::split_paths(&rest)));
        command.env(
            "PATH",
            path.map_err(|error| format!("PATH cannot be used: {error}."))?,
        );
        // Trunk refuses the usual `NO_COLOR=1`.
        command
            .env_remove("NO_COLOR")
            .env(PARTS, "1")
            .env("TRUNK_SKIP_VERSION_CHECK", "true");
        if let Some(flag) = anonymous_sources() {
            command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flag);
        }
        Ok(command)
    }

    fn weigh(&self) -> Outcome<String> {
        let mut command = Command::new(&self.node);
        command
            .arg("build/weigh.mjs")
            .arg("dist")
            .current_dir(places::root()?);
        capture(&mut command).ok_or_else(|| {
            "dist/ cannot be weighed: run `node build/weigh.mjs` to see why.".to_owned()
        })
    }
}

impl Stamp {
    fn read() -> Outcome<Option<Stamp>> {
        let Ok(text) = fs::read_to_string(Stamp::place()?) else {
            return Ok(None);
        };
        let mut parts = text.splitn(3, '\n').map(str::to_owned);
        let (Some(ingredients), Some(dist), Some(weights)) =
            (parts.next(), parts.next(), parts.next())
        else {
            return Ok(None);
        };
        Ok(Some(Stamp {
            ingredients,
            dist,
            weights,
        }))
    }

    fn write(&self) -> Outcome {
        let text = format!("{}\n{}\n{}", self.ingredients, self.dist, self.weights);
        fs::write(Stamp::place()?, text)
            .map_err(|error| format!("cannot note that the build succeeded: {error}."))
    }

    fn forget() -> Outcome {
        match fs::remove_file(Stamp::place()?) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(format!(
                "cannot remove the stamp of the last build: {error}."
            )),
            _ => Ok(()),
        }
    }

    fn place() -> Outcome<PathBuf> {
        Ok(places::state()?.join("build.stamp"))
    }
}

/// The messages of a panic name source files: without the name of whoever built the page. Cargo adds it to the flags of
/// `.cargo/config.toml`, and cuts it at spaces.
fn anonymous_sources() -> Option<String> {
    let home = std::env::var("CARGO_HOME")
        .or_else(|_| std::env::var("HOME").map(|home| format!("{home}/.cargo")))
        .ok()?;
    let flag = format!("--remap-path-prefix={home}=cargo");
    (!flag.contains(char::is_whitespace)).then_some(flag)
}

fn print_of_ingredients(versions: &str) -> Outcome<String> {
    let root = places::root()?;
    let flags = std::env::var("RUSTFLAGS").unwrap_or_default();
    let print = Fingerprint::new()
        .feed(versions.as_bytes())
        .feed(flags.as_bytes());
    let print = INGREDIENTS.iter().try_fold(print, |print, name| {
        print.feed_path(&root, &root.join(name))
    })?;
    Ok(print.text())
}

fn print_of_dist() -> Outcome<String> {
    let dist = places::dist()?;
    Ok(Fingerprint::new().feed_path(&dist, &dist)?.text())
}
