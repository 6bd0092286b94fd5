//! The name that a sender adds to the link of a positioning.

use crate::manglings::manglings;
use crate::support::OFFICIAL;
use numea::domain::formats::link::{LinkError, read_link};
use numea::domain::formats::pasted::{Kind, find_link};
use numea::domain::formats::sender::{NAME_MAX, name_to_give, read_sender, write_sender};
use proptest::prelude::*;

/// A golden link of format 1.
const CODE: &str = "AQD-YAGAAAAAAAAAAAAAAAAAAABIAY_UP1XcgCquug";
const NAME: &str = "EPLEFPA des Trois Rivières";

fn segment(name: &str) -> String {
    write_sender(name).strip_prefix('/').unwrap().to_owned()
}

/// The code and the name that are found in a text.
fn found(text: &str) -> (String, Option<String>) {
    let found = find_link(text).unwrap();
    assert_eq!(found.kind, Kind::Positioning);
    (found.code, read_sender(&found.sender))
}

#[test]
fn the_names_of_format_1_are_read_for_ever() {
    for (name, written) in [
        (NAME, "/AEVQTEVGUEEgZGVzIFRyb2lzIFJpdmnDqHJlc5KTzqE"),
        ("A", "/AEEAFiOnVg"),
    ] {
        assert_eq!(write_sender(name), written);
        assert_eq!(read_sender(&written[1..]).as_deref(), Some(name));
    }
}

#[test]
fn a_link_with_a_name_is_found_with_it_whatever_programs_make_of_it_and_never_with_another() {
    let code = [CODE, &write_sender(NAME)].concat();
    let mut named = 0;
    for (what, pasted) in manglings(&code) {
        let (code, name) = found(&pasted);
        assert_eq!(code, CODE, "{what}: {pasted}");
        assert!(
            name.is_none() || name.as_deref() == Some(NAME),
            "{what}: {name:?}"
        );
        named += usize::from(name.is_some());
    }
    // All but the code without its mark or its #, or one that was damaged: it is shown without a name.
    assert!(named * 5 >= manglings(&code).len() * 4, "{named}");
}

#[test]
fn a_name_that_was_cut_or_changed_is_left_out_and_the_positioning_is_shown() {
    let segment = segment(NAME);
    for end in 0..segment.len() {
        let link = format!("https://exemple.fr/#/r/{CODE}/{}", &segment[..end]);
        assert_eq!(found(&link), (CODE.to_owned(), None), "{link}");
    }
    for place in 0..segment.len() {
        let other = if &segment[place..=place] == "B" {
            "C"
        } else {
            "B"
        };
        let mut changed = segment.clone();
        changed.replace_range(place..=place, other);
        let (code, name) = found(&format!("#/r/{CODE}/{changed}"));
        assert_eq!((code.as_str(), name), (CODE, None), "{changed}");
    }
}

#[test]
fn words_after_a_link_do_not_become_a_name_and_a_name_alone_is_no_positioning() {
    for after in ["", "/", "/voir", "/positionnement", "?utm=1", "/%20", "//"] {
        assert_eq!(
            found(&format!("#/r/{CODE}{after}")),
            (CODE.to_owned(), None)
        );
    }
    let code = find_link(&segment(NAME)).unwrap().code;
    assert_eq!(read_link(&code, &OFFICIAL), Err(LinkError::Damaged));
}

#[test]
fn a_name_is_on_one_line_without_control_characters_and_not_too_long() {
    assert_eq!(name_to_give("  Lycée\n du\u{7}  Val\t\0"), "Lycée du Val");
    assert_eq!(write_sender(" \n\0"), "");
    let longest = "é".repeat(NAME_MAX);
    assert_eq!(name_to_give(&"é".repeat(NAME_MAX + 9)), longest);
    assert_eq!(read_sender(&segment(&longest)), Some(longest));
    let widest = "😀".repeat(NAME_MAX);
    assert_eq!(read_sender(&segment(&widest)), Some(widest));
}

proptest! {
    #[test]
    fn any_name_is_given_as_it_is_read(name in any::<String>()) {
        let given = name_to_give(&name);
        prop_assert_eq!(name_to_give(&given), given.as_str());
        if given.is_empty() {
            prop_assert_eq!(write_sender(&name), "");
        } else {
            let segment = segment(&name);
            prop_assert_eq!(read_sender(&segment), Some(given.clone()));
            let address = find_link(&format!("#/r/{CODE}/{segment}")).unwrap().address();
            prop_assert_eq!(address, format!("#/r/{CODE}/{segment}"));
        }
    }

    #[test]
    fn any_segment_is_read_as_the_one_spelling_of_a_name_or_not_at_all(segment in "\\PC{0,40}|[A-Za-z0-9_-]{0,700}") {
        if let Some(name) = read_sender(&segment) {
            prop_assert_eq!(write_sender(&name), ["/", &segment].concat());
        }
    }
}
