//! The plan of the house holds: no room names what it must not.

use std::fs;
use std::path::{Path, PathBuf};

/// What only the browser's room may name.
const MACHINE: &[&str] = &["web_sys", "js_sys", "gloo", "wasm_bindgen"];
/// Adapters that screens must not call, nor what keeps the work: what is on the device is the session's.
const STORES: &[&str] = &[
    "browser::storage",
    "browser::database",
    "browser::location",
    "crate::keeper",
];

/// Room (a path under `src`), and the words that its code must not name.
const FENCES: [(&str, &[&[&str]]); 32] = [
    ("domain", &[MACHINE, ABOVE_DOMAIN]),
    (
        "domain/school",
        &[&[
            "domain::formats",
            "domain::safekeeping",
            "domain::charts",
            "domain::route",
            "domain::stored",
            "include_str",
        ]],
    ),
    // It knows texts and revisions; what is in them `domain/stored.rs` reads.
    (
        "domain/safekeeping",
        &[&[
            "domain::school",
            "domain::formats",
            "domain::charts",
            "domain::route",
            "domain::stored",
        ]],
    ),
    (
        "domain/charts",
        &[&["domain::formats", "domain::safekeeping"]],
    ),
    (
        "domain/formats",
        &[&["domain::charts", "domain::safekeeping", "domain::stored"]],
    ),
    ("documents", &[MACHINE, ABOVE_DOMAIN]),
    // The doors of the modules that come later: nothing of the page rides along.
    (
        "bin",
        &[&[
            "leptos",
            "web_sys",
            "gloo",
            "numea::browser",
            "numea::keeper",
            "numea::session",
            "numea::ui",
            "numea::words",
        ]],
    ),
    (
        "browser",
        &[&[
            "leptos",
            "crate::keeper",
            "crate::session",
            "crate::ui",
            "crate::words",
        ]],
    ),
    // It keeps texts, and knows neither what a school answers nor what is shown.
    (
        "keeper",
        &[
            MACHINE,
            &[
                "domain::school",
                "domain::route",
                "crate::session",
                "crate::ui",
                "crate::words",
                "view!",
            ],
        ],
    ),
    (
        "session",
        &[MACHINE, &["crate::ui", "crate::words", "view!"]],
    ),
    (
        "words",
        &[
            MACHINE,
            STORES,
            &["leptos", "crate::browser", "crate::session", "crate::ui"],
        ],
    ),
    (
        "ui/kit",
        &[
            MACHINE_OF_THE_KIT,
            STORES,
            // Of the browser, the kit only knows the elements that it is made of, and when they are painted.
            &[
                "crate::domain",
                "crate::session",
                "crate::words",
                "ui::frame",
                "ui::shared",
                "ui::pages",
                "browser::clock",
                "browser::page",
            ],
        ],
    ),
    ("ui/shared", &[SCREENS, STORES, &["ui::frame", "ui::pages"]]),
    ("ui/frame", &[SCREENS, STORES, &["ui::pages"]]),
    ("ui/parts", &[SCREENS, STORES]),
    ("ui/pages", &[SCREENS, STORES, &["ui::frame"]]),
    ("ui", &[SCREENS]),
    // What is read cannot be changed, saved or erased by whoever reads it.
    (
        "session/viewed.rs",
        &[&["Change", "apply", "keeper", "Keeper", "undo", "History"]],
    ),
    ("session/papers.rs", READERS),
    ("ui/frame/announcer.rs", READERS),
    ("ui/pages/blank.rs", READERS),
    ("ui/pages/report.rs", READERS),
    ("ui/pages/objectives/year.rs", READERS),
    ("ui/pages/survey/live_figures.rs", READERS),
    ("ui/shared/chart_files.rs", READERS),
    ("ui/shared/counting_rule.rs", READERS),
    ("ui/shared/on_paper.rs", READERS),
    ("ui/shared/word_files.rs", READERS),
    ("ui/shared/results/chart.rs", READERS),
    ("ui/shared/results/field_table.rs", READERS),
    ("ui/shared/results/stage_figures.rs", READERS),
    ("ui/shared/schedule.rs", READERS),
];

/// Who only reads gets a `Viewed`.
const READERS: &[&[&str]] = &[&["Session"]];

/// What screens do not call.
const SCREENS: &[&str] = &["web_sys", "js_sys", "gloo"];
/// The kit's handlers hold closures of wasm-bindgen.
const MACHINE_OF_THE_KIT: &[&str] = &["web_sys", "js_sys"];
/// The rooms above the domain.
const ABOVE_DOMAIN: &[&str] = &[
    "leptos",
    "crate::browser",
    "crate::keeper",
    "crate::session",
    "crate::ui",
    "crate::words",
];

pub fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

/// The files of a room, which is a folder or one file.
fn files_of(room: &Path) -> Vec<PathBuf> {
    match room.is_dir() {
        true => rust_files(room),
        false => vec![room.to_owned()],
    }
}

pub fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Lines of code, without comments, with their numbers from 1.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(number, line)| (number + 1, line.split("//").next().unwrap_or("")))
}

#[test]
fn no_room_names_what_it_must_not() {
    let mut breaches = Vec::new();
    for (room, words) in FENCES {
        let files = files_of(&source().join(room));
        assert!(
            !files.is_empty(),
            "{room} has no file: is the fence still where the room is?"
        );
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            for (number, line) in code(&text) {
                let named = words.iter().copied().flatten();
                for word in named.filter(|word| line.contains(**word)) {
                    breaches.push(format!("{}:{number} names {word}", file.display()));
                }
            }
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

/// What decides what a link, a file, a table, a calendar or a store is given, and the types that it takes apart there.
const WRITERS: [(&str, &[&str]); 21] = [
    (
        "domain/school/dossier/parts.rs",
        &["Self", "Identity", "Objective", "LeftOut"],
    ),
    ("domain/school/answers.rs", &["ItemAnswer"]),
    ("domain/school/plan/bin.rs", &["Self"]),
    ("domain/school/undo/step.rs", &["Self"]),
    ("domain/formats/document/v1/mod.rs", &["Dossier"]),
    ("domain/formats/members/v1/answers.rs", &["ItemAnswer"]),
    ("domain/formats/members/v1/identity.rs", &["Identity"]),
    (
        "domain/formats/members/v1/plan.rs",
        &["Objective", "Binned"],
    ),
    (
        "domain/formats/members/v1/follow_up.rs",
        &["Objective", "FollowUp"],
    ),
    ("domain/formats/members/v1/decisions.rs", &["Decision"]),
    ("domain/formats/link/v1/mod.rs", &["SharedPositioning"]),
    ("domain/formats/contribution/v1/mod.rs", &["Contribution"]),
    ("domain/formats/invitation/v1/mod.rs", &["Invitation"]),
    ("domain/formats/library/v1.rs", &["Entry", "Listed"]),
    ("domain/formats/dossier_link.rs", &["LeftOut"]),
    ("domain/safekeeping/record.rs", &["Self"]),
    ("documents/calendar", &["Dossier", "Objective"]),
    (
        "words/fr/report",
        &["Dossier", "Objective", "ItemAnswer", "Decision"],
    ),
    ("words/fr/papers.rs", &["Identity"]),
    ("documents/csv.rs", &["ItemAnswer"]),
    ("documents/workbook", &["Objective", "ItemAnswer"]),
];

/// A field that joins a type would else leave the device, or be lost, before anybody decided.
#[test]
fn what_is_written_is_taken_apart_field_by_field_so_that_a_new_one_does_not_compile() {
    for (place, types) in WRITERS {
        let texts: Vec<_> = files_of(&source().join(place))
            .iter()
            .map(|file| fs::read_to_string(file).unwrap())
            .collect();
        for text in &texts {
            let rest = code(text).find(|(_, line)| {
                let line = line.trim();
                let is_update = line.starts_with("..") && !line.starts_with("..=");
                is_update || line.contains(", .. } = ")
            });
            assert_eq!(rest, None, "{place}: `..` decides for fields to come");
        }
        for name in types {
            let taken = format!("let {name} {{");
            let is_taken = texts.iter().any(|text| text.contains(&taken));
            assert!(is_taken, "{place} takes no {name} apart");
        }
    }
}

/// The name of the screen that a file under `ui/pages` belongs to: its folder, or itself.
fn screen_of(file: &Path) -> Option<String> {
    let pages = source().join("ui/pages");
    let first = file.strip_prefix(pages).unwrap().components().next()?;
    let name = first.as_os_str().to_str()?.trim_end_matches(".rs");
    (name != "mod").then(|| name.to_owned())
}

#[test]
fn no_page_imports_from_a_page() {
    let mut breaches = Vec::new();
    for file in rust_files(&source().join("ui/pages")) {
        let Some(screen) = screen_of(&file) else {
            continue;
        };
        let own = format!("pages::{screen}");
        let text = fs::read_to_string(&file).unwrap();
        for (number, line) in code(&text) {
            if line.replace(&own, "").contains("pages::") || line.contains("super::super") {
                breaches.push(format!("{}:{number}: {}", file.display(), line.trim()));
            }
        }
    }
    assert!(
        breaches.is_empty(),
        "what two screens need is in ui/shared: {}",
        breaches.join("\n")
    );
}

/// Browsers cut what is pasted to `maxlength` without a word: `ui/kit/entry.rs` says what is over instead.
#[test]
fn no_field_leaves_it_to_the_browser_to_cut_a_text() {
    for file in rust_files(&source()) {
        let text = fs::read_to_string(&file).unwrap();
        let is_left = code(&text).any(|(_, line)| line.contains("maxlength"));
        assert!(!is_left, "{}", file.display());
    }
}

#[test]
fn files_stay_short_enough_to_read() {
    let too_long: Vec<_> = rust_files(&source())
        .into_iter()
        .filter_map(|file| {
            let text = fs::read_to_string(&file).unwrap();
            let lines = text
                .split("#[cfg(test)]")
                .next()
                .unwrap_or("")
                .lines()
                .count();
            (lines > 300).then(|| format!("{}: {lines} lines", file.display()))
        })
        .collect();
    assert!(too_long.is_empty(), "split by meaning: {too_long:?}");
}

/// The lint cannot be allowed again below; the fuzz targets cannot have it, for libFuzzer's macro.
#[test]
fn unsafe_code_is_forbidden_in_every_package() {
    for manifest in ["../Cargo.toml", "../xtask/Cargo.toml"] {
        let text = fs::read_to_string(source().join(manifest)).unwrap();
        assert!(text.contains("\nunsafe_code = \"forbid\"\n"), "{manifest}");
    }
    let stand_in = fs::read_to_string(source().join("../vendor/wasm-streams/src/lib.rs")).unwrap();
    assert!(!stand_in.contains("unsafe"));
    for target in rust_files(&source().join("../fuzz/fuzz_targets")) {
        let text = fs::read_to_string(&target).unwrap();
        assert_eq!(
            text.lines().count(),
            2,
            "{}: one line, no code",
            target.display()
        );
    }
}

/// The style mock-ups write the dark tokens twice; they must stay the same.
#[test]
fn both_dark_themes_are_equal() {
    let tokens = fs::read_to_string(source().join("../style/tokens.css")).unwrap();
    let blocks: Vec<_> = tokens
        .split("color-scheme: dark;")
        .skip(1)
        .map(|block| {
            block
                .split('}')
                .next()
                .unwrap()
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect();
    assert_eq!(blocks.len(), 2);
    assert_eq!(blocks[0], blocks[1]);
}
