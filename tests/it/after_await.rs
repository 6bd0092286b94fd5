//! What a screen reads or sets once it has waited may be gone with the screen. Reading it then stops the page.

use std::fs;

use crate::architecture::{rust_files, source};

/// What reads or sets a signal, and fails where it is gone; each has a sister that does not, `try_…`.
const CALLS: [&str; 13] = [
    ".get()",
    ".get_untracked()",
    ".get_value()",
    ".set(",
    ".set_value(",
    ".update(",
    ".update_untracked(",
    ".update_value(",
    ".with(",
    ".with_untracked(",
    ".with_value(",
    ".read()",
    ".write()",
];

/// What is no signal of a screen.
const SAFE: [(&str, &str, &str); 5] = [
    (
        "team/overview/adding.rs",
        "room.read().await",
        "a method of the room, which tries",
    ),
    ("team/overview/received.rs", "room.read().await", "the same"),
    (
        "team/room.rs",
        "round.get()",
        "a cell that whoever waits holds too",
    ),
    (
        "ui/parts/mod.rs",
        "progress.set(",
        "the parts of the page live as long as the page",
    ),
    (
        "ui/shared/take_over.rs",
        "is_busy.set(false)",
        "a cell that the button itself holds",
    ),
];

/// What is inside the braces that open at the end of `before`, and where that ends.
fn block(text: &str, start: usize) -> &str {
    let mut depth = 1;
    let end = text[start..].find(|char| {
        depth += i32::from(char == '{') - i32::from(char == '}');
        depth == 0
    });
    &text[start..start + end.unwrap_or(text.len() - start)]
}

/// The lines of a text that read or set a signal after waiting, in each block that can wait.
fn late(text: &str) -> Vec<String> {
    let text: String = text
        .lines()
        .map(|line| [line.split("//").next().unwrap_or(""), "\n"].concat())
        .collect();
    let mut found = Vec::new();
    for (at, _) in text.match_indices("async ") {
        let Some(open) = text[at..].find('{') else {
            continue;
        };
        let inside = block(&text, at + open + 1);
        let Some(waits) = inside.find(".await") else {
            continue;
        };
        // The line that waits is over before anything else is read.
        for line in inside[waits..].lines() {
            if CALLS.iter().any(|call| line.contains(call)) {
                found.push(line.trim().to_owned());
            }
        }
    }
    found
}

#[test]
fn what_reads_a_signal_after_waiting_is_found_and_what_tries_is_not() {
    let read = "task::spawn(async move {\n let all = session.snapshots().await;\n if kept.with_untracked(f) {}\n});";
    assert_eq!(late(read), ["if kept.with_untracked(f) {}"]);
    let tried = "async fn show(self) {\n let before = self.kept.get();\n wait().await;\n self.kept.try_set(1); // then .get()\n}";
    assert_eq!(late(tried), Vec::<String>::new());
}

#[test]
fn no_screen_reads_or_sets_a_signal_of_its_own_after_waiting_but_by_trying() {
    let (mut breaches, mut excused) = (Vec::new(), Vec::new());
    for file in rust_files(&source().join("ui")) {
        let name = file.display().to_string();
        for line in late(&fs::read_to_string(&file).unwrap()) {
            let of_it = |(path, words, _): &&(&str, &str, &str)| {
                name.ends_with(path) && line.contains(words)
            };
            match SAFE.iter().find(of_it) {
                Some(safe) => excused.push(safe),
                None => breaches.push(format!("{name}: {line}")),
            }
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
    for (path, words, why) in SAFE {
        let is_used = excused.iter().any(|(other, ..)| *other == path);
        assert!(
            is_used,
            "{path}: « {words} » is excused ({why}) and not there any more"
        );
    }
}
