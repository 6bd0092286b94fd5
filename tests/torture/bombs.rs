//! Texts made to grow: a megabyte of whatever a decoder splits into most pieces stays within the memory.

use crate::targets::seeds;
use crate::{assert_memory, figure, measured, peak};
use numea::domain::formats::document::read_document;
use numea::domain::formats::pasted::find_code;
use numea::domain::formats::questionnaire::read_file;
use numea::domain::formats::site::read_site;
use numea::domain::json::{self, Members};
use numea::domain::route::Route;
use numea::domain::safekeeping::record::Record;
use numea::domain::safekeeping::startup::Kept;
use numea::domain::stored::choose;

/// Length of a bomb, in bytes.
const LEN: usize = 1 << 20;

/// One piece again and again, up to the length of a bomb, between two ends.
fn filled(start: &str, mut piece: impl FnMut(usize) -> String, end: &str) -> String {
    let mut text = start.to_owned();
    let mut number = 0;
    while text.len() < LEN {
        text.push_str(&piece(number));
        number += 1;
    }
    text.push_str(end);
    text
}

fn bombs() -> Vec<String> {
    let dossier = r#"{"format":"numea-dossier","version":1,"#;
    let same = |piece: &str| {
        let piece = piece.to_owned();
        move |_| piece.clone()
    };
    vec![
        "[".repeat(LEN),
        "{\"a\":".repeat(LEN / 5),
        "9".repeat(LEN),
        filled("\"", same("\\u0001"), "\""),
        filled("[", same("1,"), "1]"),
        filled("[", same("[],"), "[]]"),
        filled("{", |n| format!("\"{n}\":0,"), "\"\":0}"),
        filled(dossier, |n| format!("\"{n}\":0,"), "\"\":0}"),
        filled(
            &format!("{dossier}\"answers\":{{"),
            |n| format!("\"{n}\":{{}},"),
            "\"\":{}}}",
        ),
        filled(
            &format!("{dossier}\"answers\":{{\"1.1.1\":{{\"ticked\":{{\"1\":["),
            same("1,"),
            "1]}}}}",
        ),
        filled(
            &format!("{dossier}\"plan\":{{\"objectives\":{{"),
            |n| format!("\"{}\":{{\"item\":\"1.1.1\"}},", n + 1),
            "\"x\":0}}}",
        ),
        filled(
            &format!("{dossier}\"plan\":{{\"objectives\":{{\"1\":{{\"field\":\"1.1\",\"lead\":\""),
            same("é"),
            "\"}}}}",
        ),
        seeds::SMALL_QUESTIONNAIRE.replacen(
            "\"Premier\"",
            &filled("\"", same("TIM ENT "), "\""),
            1,
        ),
        filled("#/r/", same("#/r/AQAA"), ""),
    ]
}

/// Reads the text by every decoder.
fn read(text: &str) {
    let kept = [Kept::Text(text.to_owned())];
    drop(Members::read(text));
    drop(json::list(text));
    drop(json::string(text));
    drop(Record::read(text));
    drop(read_document(text));
    drop(read_file(text));
    drop(choose(&kept));
    drop(find_code(text));
    drop(read_site(text));
    let _ = Route::from_hash(text);
}

#[test]
fn a_megabyte_made_to_grow_stays_within_the_memory() {
    let _alone = measured();
    let mut tried = 0;
    for (place, bomb) in bombs().iter().enumerate() {
        read(bomb);
        assert_memory(&format!("bomb {place}"));
        tried += 1;
    }
    let result = format!("no panic; at most {} MiB in all", peak());
    figure(
        "texts of 1 MiB made to grow, through every decoder",
        tried,
        &result,
    );
}
