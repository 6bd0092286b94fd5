//! What the style may not do.

use std::fs;

/// A rule about the whole page that asks what is in it is asked again at each change anywhere: a tick would cost twice as
/// much. Print may: it is asked once.
#[test]
fn no_rule_for_the_screen_asks_the_whole_page_what_it_holds() {
    for sheet in ["base", "kit", "pages", "tokens"] {
        let place = format!("{}/style/{sheet}.css", env!("CARGO_MANIFEST_DIR"));
        let text = fs::read_to_string(place).unwrap();
        for asked in ["body:has(", "html:has(", ":root:has(", "main:has("] {
            assert!(!text.contains(asked), "{sheet}.css: {asked}…)");
        }
    }
}
