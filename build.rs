//! Two preparations of the page's module.
//!
//! The official questionnaire is cut in two: what is asked, laid out in lines that are quick to read, and the words that
//! explain it, which can come later. And the module keeps its relocations, by which `build/split.mjs` cuts it into parts: only where
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

/// Writes `questions.txt` and `words.json` where the sources of the domain include them. A build stops where it cannot.
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
    for (name, text) in [
        ("questions.txt", lines(&questions).join("\n")),
        ("words.json", words.to_string()),
    ] {
        fs::write(folder.join(name), text).expect("a piece of the questionnaire is written");
    }
}

/// What is asked: a line for each thing, its texts between tabs, the first letter saying what it is
/// (`src/domain/formats/questionnaire/official.rs` reads it).
fn lines(questions: &Value) -> Vec<String> {
    let source = &questions["source"];
    let head = [&questions["id"], &questions["title"]];
    let source = ["title", "publisher", "year"].map(|name| &source[name]);
    let mut lines = vec![line("", head.into_iter().chain(source))];
    for part in list(&questions["parts"]) {
        lines.push(line("P", members(part, &["id", "title", "introduction"])));
        for field in list(&part["fields"]) {
            let head = members(field, &["id", "title", "aim"]);
            lines.push(line("F", head.chain(list(&field["stages"]))));
            for item in list(&field["items"]) {
                let head = members(item, &["id", "title", "source_title"]);
                lines.push(line("I", head.chain(list(&item["resources"]))));
                for (stage, conditions) in ["1", "2", "3"].iter().zip(list(&item["statements"])) {
                    lines.push(line(stage, list(conditions)));
                }
            }
        }
    }
    lines
}

fn line<'a>(kind: &str, values: impl Iterator<Item = &'a Value>) -> String {
    let texts: Vec<String> = values
        .map(|value| {
            value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned)
        })
        .collect();
    let is_plain = |text: &String| !text.contains(['\t', '\n']);
    assert!(texts.iter().all(is_plain), "a text is one line");
    kind.to_owned() + &texts.join("\t")
}

fn members<'a>(object: &'a Value, names: &'static [&str]) -> impl Iterator<Item = &'a Value> {
    names.iter().map(|name| &object[name])
}

#[allow(clippy::expect_used)]
fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value
        .as_array()
        .expect("a list of the questionnaire")
        .iter()
}
