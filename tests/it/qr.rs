//! Codes to scan: another program reads from the drawing what was put into it.

use std::collections::HashSet;

use numea::documents::qr::{LONGEST, QUIET_ZONE, TooLong, draw};
use numea::documents::scan::{SIDE_MAX, codes};
use proptest::prelude::*;
use rqrr::{Grid, SimpleGrid};

/// The dark modules of a drawing: columns and rows from 0, quiet zone included. Reads the path with
/// rules of its own, and refuses what a picture of modules does not need.
fn dark_modules(path: &str) -> HashSet<(usize, usize)> {
    let mut dark = HashSet::new();
    for run in path.split_terminator('z') {
        let run = run.strip_prefix('M').expect("a run starts with M");
        let (place, shape) = run.split_once('h').unwrap();
        let (x, y) = place.split_once(' ').unwrap();
        let (width, back) = shape.split_once("v1h-").unwrap();
        assert_eq!(width, back, "a run is a rectangle");
        let (x, y, width): (usize, usize, usize) = (
            x.parse().unwrap(),
            y.parse().unwrap(),
            width.parse().unwrap(),
        );
        for x in x..x + width {
            assert!(dark.insert((x, y)), "module {x}, {y} is drawn twice");
        }
    }
    dark
}

/// What a reader makes of the drawing of this text, with the level of correction it found.
fn read_back(text: &str) -> (String, u16) {
    let drawing = draw(text).unwrap();
    let dark = dark_modules(&drawing.path);
    let size = drawing.side - 2 * QUIET_ZONE;
    let grid = SimpleGrid::from_func(size, |x, y| {
        dark.contains(&(x + QUIET_ZONE, y + QUIET_ZONE))
    });
    let (found, read) = Grid::new(grid).decode().unwrap();
    (read, found.ecc_level)
}

/// A link of this many bytes.
fn link(length: usize) -> String {
    let start = "https://exemple.fr/numea/#/r/";
    let code = "AQD-YAGAAAAAAAAAAAAAAAAAAABIAY_UP1XcgCquug";
    let text: String = start
        .chars()
        .chain(code.chars().cycle())
        .take(length)
        .collect();
    assert_eq!(text.len(), length);
    text
}

/// The number of level M in the format bits of a code (ISO/IEC 18004, table 12).
const LEVEL_M: u16 = 0b00;

#[test]
fn a_reader_finds_the_link_again_short_or_long_at_level_m() {
    for length in [1, 29, 71, 90, 120, 200, 300, LONGEST] {
        let text = link(length);
        assert_eq!(read_back(&text), (text, LEVEL_M), "{length} bytes");
    }
}

#[test]
fn texts_of_digits_of_capitals_and_with_accents_are_read_too() {
    for text in [
        "0123456789",
        "HTTPS://EXEMPLE.FR/",
        "Établissement agricole d’Été",
        "",
    ] {
        assert_eq!(read_back(text).0, text);
    }
}

#[test]
fn a_text_too_long_to_be_read_from_a_screen_is_refused() {
    assert_eq!(draw(&link(LONGEST + 1)), Err(TooLong));
    assert_eq!(draw(&"é".repeat(LONGEST / 2 + 1)), Err(TooLong));
    assert_eq!(draw(&link(LONGEST)).unwrap().side, 69 + 2 * QUIET_ZONE);
}

#[test]
fn four_light_modules_surround_the_code() {
    for length in [1, 71, LONGEST] {
        let drawing = draw(&link(length)).unwrap();
        let dark = dark_modules(&drawing.path);
        let inside = QUIET_ZONE..drawing.side - QUIET_ZONE;
        assert!(
            dark.iter()
                .all(|(x, y)| inside.contains(x) && inside.contains(y))
        );
        // The corner of the first finder pattern is where the code starts.
        assert!(dark.contains(&(QUIET_ZONE, QUIET_ZONE)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_fits_is_read_back(text in "\\PC{1,80}") {
        prop_assert_eq!(read_back(&text).0, text);
    }
}

/// A picture of so many points a side with the codes of these texts, each at its place, five points a module.
fn photographed(side: usize, texts: &[(&str, usize, usize)]) -> Vec<u8> {
    const MODULE: usize = 5;
    let mut points = vec![120; side * side];
    for (text, left, top) in texts {
        let drawing = draw(text).unwrap();
        let dark = dark_modules(&drawing.path);
        for y in 0..drawing.side * MODULE {
            for x in 0..drawing.side * MODULE {
                let is_dark = dark.contains(&(x / MODULE, y / MODULE));
                points[(top + y) * side + left + x] = if is_dark { 30 } else { 230 };
            }
        }
    }
    points
}

#[test]
fn codes_are_read_from_the_brightness_of_a_picture_and_nothing_from_a_blurred_one() {
    let (one, other) = (link(80), link(40));
    let picture = photographed(800, &[(&one, 20, 30), (&other, 400, 420)]);
    let mut read = codes(&picture, 800);
    read.sort_by_key(String::len);
    assert_eq!(read, [other, one]);
    let blurred: Vec<_> = (0..picture.len())
        .map(|place| {
            let around = &picture[place.saturating_sub(20)..(place + 20).min(picture.len())];
            (around
                .iter()
                .map(|point| usize::from(*point))
                .sum::<usize>()
                / around.len()) as u8
        })
        .collect();
    assert_eq!(codes(&blurred, 800), Vec::<String>::new());
}

#[test]
fn a_picture_that_is_none_is_not_looked_at() {
    for (points, width) in [
        (0, 0),
        (10, 0),
        (0, 10),
        (11, 10),
        (SIDE_MAX + 1, SIDE_MAX + 1),
        (SIDE_MAX + 1, 1),
    ] {
        assert_eq!(
            codes(&vec![0; points], width),
            Vec::<String>::new(),
            "{points}, {width}"
        );
    }
    let mut numbers = 7_u32;
    let noise: Vec<_> = (0..300 * 200)
        .map(|_| {
            numbers = numbers.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (numbers >> 24) as u8
        })
        .collect();
    assert_eq!(codes(&noise, 300), Vec::<String>::new());
}
