//! Two preparations of the page's module.
//!
//! The official questionnaire is cut in two, what is asked and the words that explain it, so that the second can come later;
//! both without white space. And the module keeps its relocations, by which `build/split.mjs` cuts it into parts: only where
//! NUMEA_PARTS is set, as `cargo xtask` sets it; a plain `trunk build` leaves everything in one module.

use std::path::PathBuf;
use std::{env, fs};

use serde_json::{Value, from_str, json};

const OFFICIAL: &str = "src/domain/school/questionnaire/official.json";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=NUMEA_PARTS");
    println!("cargo::rustc-check-cfg=cfg(parts)");
    cut_questionnaire();
    let is_wasm = env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm");
    let is_page = is_wasm && env::var_os("CARGO_FEATURE_APP").is_some();
    if is_page && env::var_os("NUMEA_PARTS").is_some() {
        println!("cargo::rustc-cfg=parts");
        println!("cargo::rustc-link-arg-bin=app=--emit-relocs");
    }
}

/// Writes `questions.json` and `words.json` where the sources of the domain include them. A build stops where it cannot.
#[allow(clippy::expect_used)]
fn cut_questionnaire() {
    println!("cargo::rerun-if-changed={OFFICIAL}");
    let text = fs::read_to_string(OFFICIAL).expect("the official questionnaire is there");
    let mut questions: Value = from_str(&text).expect("the official questionnaire is JSON");
    let members = questions
        .as_object_mut()
        .expect("the official questionnaire is an object");
    let mut take = |name| {
        members
            .remove(name)
            .expect("the official questionnaire has its words")
    };
    let words = json!({ "resources": take("resources"), "glossary": take("glossary") });
    let folder = PathBuf::from(env::var_os("OUT_DIR").expect("cargo tells where to write"));
    for (name, value) in [("questions.json", questions), ("words.json", words)] {
        fs::write(folder.join(name), value.to_string())
            .expect("a piece of the questionnaire is written");
    }
}
