//! A code is found whatever mail and chat programs did to its link.

use crate::manglings::{escaped, manglings, safe_link};
use crate::support::OFFICIAL;
use numea::domain::formats::link::{LinkError, SharedPositioning, read_link, write_link};
use numea::domain::formats::pasted::{Kind, PASTED_MAX, find_code, find_link, find_route};
use numea::domain::route::{Route, TeamScreen};
use proptest::prelude::*;

/// A golden link of format 1, with both `-` and `_`.
const CODE: &str = "AQD-YAGAAAAAAAAAAAAAAAAAAABIAY_UP1XcgCquug";

#[test]
fn a_code_is_found_in_what_programs_make_of_its_link() {
    for (what, pasted) in manglings(CODE) {
        assert_eq!(
            find_code(&pasted).as_deref(),
            Some(CODE),
            "{what}: {pasted}"
        );
    }
}

#[test]
fn a_damaged_code_is_found_too_so_that_reading_it_says_so() {
    let cut = &CODE[..30];
    for pasted in [
        format!("https://exemple.fr/#/r/{cut}"),
        format!("<https://exemple.fr/%23/r/{cut}>."),
        safe_link(&format!("https://exemple.fr/#/r/{cut}")),
        cut.to_owned(),
        format!(" {cut}\n"),
    ] {
        let code = find_code(&pasted).unwrap();
        assert_eq!(code, cut, "{pasted}");
        assert_eq!(read_link(&code, &OFFICIAL), Err(LinkError::Damaged));
    }
}

#[test]
fn where_there_is_no_code_none_is_found() {
    for pasted in [
        "",
        " \n",
        "#",
        "#/r/",
        "#/positionnement",
        "https://exemple.fr/",
        "https://exemple.fr/#/r/",
        "Bonjour, voici notre lien !",
        "%23%2Fr%2F",
        "%",
        "%2",
        "%zz%c3%28",
    ] {
        assert_eq!(find_code(pasted), None, "{pasted:?}");
    }
    // Escaped four times: one more than is looked at.
    let deep = (0..4).fold(format!("#/r/{CODE}"), |text, _| escaped(&text));
    assert_eq!(find_code(&deep), None);
}

/// An address that was passed on, in the bar and in the field: a positioning, a dossier, a screen.
#[test]
fn the_bar_and_the_field_read_an_address_alike() {
    for (hash, code) in [
        (format!("#%2Fr%2F{CODE}"), Kind::Positioning),
        (format!("#%252Fr%252F{CODE}"), Kind::Positioning),
        (format!("#r/{CODE}"), Kind::Positioning),
        (format!("#/R/{CODE}"), Kind::Positioning),
        (format!("#/r/{CODE}/"), Kind::Positioning),
        (format!("#/r/{CODE}?utm=1&utm_source=x"), Kind::Positioning),
        (format!("#/r/{CODE}%3Futm=1"), Kind::Positioning),
        ("#/D/cut?utm=1".to_owned(), Kind::Dossier),
        ("#/I/cut?utm=1".to_owned(), Kind::Invitation),
        ("#%2Fc%2Fcut/".to_owned(), Kind::Contribution),
    ] {
        let route = match code {
            Kind::Positioning => Route::Received,
            Kind::Dossier => Route::Linked,
            Kind::Invitation => Route::Team(TeamScreen::Answering),
            Kind::Contribution => Route::Team(TeamScreen::Contribution),
        };
        assert_eq!(Route::from_hash(&hash), Some(route), "{hash}");
        for pasted in [
            hash.clone(),
            format!("https://exemple.fr/numea/?utm=1{hash}"),
            format!("Voici : <https://exemple.fr/numea/{hash}>."),
        ] {
            let found = find_link(&pasted).unwrap();
            assert_eq!(found.kind, code, "{pasted}");
            if code == Kind::Positioning {
                assert_eq!(found.code, CODE, "{pasted}");
            }
        }
    }
    for (pasted, route) in [
        (
            "https://exemple.fr/numea/#/objectifs/",
            Some(Route::Objectives),
        ),
        (
            "https://exemple.fr/?utm=1#/Objectifs?utm=1",
            Some(Route::Objectives),
        ),
        (
            "Point 1 : <https://exemple.fr/%23%2Fpartage>.",
            Some(Route::Sharing),
        ),
        (
            "#1 : https://exemple.fr/#/questionnaire-vierge",
            Some(Route::Blank),
        ),
        ("https://exemple.fr/numea/", None),
        ("https://exemple.fr/#/ailleurs", None),
        ("Bonjour", None),
    ] {
        assert_eq!(find_route(pasted), route, "{pasted}");
    }
}

#[test]
fn a_text_that_is_too_long_is_not_looked_at() {
    let link = format!("#/r/{CODE}");
    let padded = |len: usize| format!("{link}{}", " ".repeat(len - link.len()));
    assert_eq!(find_code(&padded(PASTED_MAX)).as_deref(), Some(CODE));
    assert_eq!(find_code(&padded(PASTED_MAX + 1)), None);
}

#[test]
fn hostile_texts_of_the_longest_kind_are_done_with_quickly() {
    let start = std::time::Instant::now();
    for piece in [
        "A", "#/r/", "%25", "%", "#/r/AAAA", "A,", "é", "\u{ad}", "%23/r/-_", "#",
    ] {
        let text = piece.repeat(PASTED_MAX / piece.len());
        let _ = (find_code(&text), find_route(&text), Route::from_hash(&text));
    }
    assert!(start.elapsed().as_secs() < 20, "without optimisation");
}

proptest! {
    #[test]
    fn any_text_has_a_code_or_none_never_a_crash(
        text in "\\PC{0,120}|([%#/r<> =A-Za-z0-9_-]|%23|#/r/|%2F|\u{ad}|\n){0,60}",
    ) {
        if let Some(code) = find_code(&text) {
            prop_assert!(read_link(&code, &OFFICIAL).is_err());
        }
    }

    #[test]
    fn a_line_broken_anywhere_is_mended(place in 0..70_usize, escapes in 0..4_usize) {
        let code = write_link(&SharedPositioning::default(), &OFFICIAL);
        let mut link = format!("https://exemple.fr/numea/#/r/{code}");
        for _ in 0..escapes {
            link = escaped(&link);
        }
        let place = place * link.len() / 70;
        link.insert_str(place, "\r\n");
        let found = find_code(&link);
        prop_assert_eq!(found, Some(code));
    }
}
