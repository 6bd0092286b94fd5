//! What a field says of what it does not keep.

use crate::domain::bidi::closed;
use crate::domain::date::Day;
use crate::domain::school::answers::{PROOF_MAX, PROOFS_MAX};
use crate::domain::school::proofs::Spread;
use crate::domain::text::plural;

/// How much of what is not kept is quoted, in characters.
const QUOTED: usize = 80;

/// So many characters more than are saved, which is at most so many; the text that is not.
pub fn too_long(over: usize, max: usize, cut: &str) -> String {
    [
        &plural(over, "caractère de trop", "caractères de trop"),
        "\u{a0}: seuls les ",
        &plural(max, "premier", "premiers"),
        " sont gardés. Ne sera pas gardé\u{a0}: «\u{a0}",
        &start(cut),
        "\u{a0}».",
    ]
    .concat()
}

/// So many lines came into a field of one line.
pub fn joined(lines: usize) -> String {
    [
        &plural(lines, "ligne collée", "lignes collées"),
        "\u{a0}: elles sont mises bout à bout, ce champ n’en a qu’une.",
    ]
    .concat()
}

/// No date, or not a whole one; whether a date was there before, which stays.
pub fn no_date(stays: bool) -> String {
    not_kept("Date inexistante ou incomplète", stays)
}

/// A year of fewer than four digits, or of more.
pub fn short_year(stays: bool) -> String {
    not_kept(
        "Date incomplète, son année s’écrit en quatre chiffres",
        stays,
    )
}

/// The field was emptied, and the date with it.
pub const EMPTIED: &str = "Date effacée.";

fn not_kept(what: &str, stays: bool) -> String {
    let before = if stays {
        " La date écrite dessous reste gardée."
    } else {
        ""
    };
    [what, "\u{a0}: non gardée.", before].concat()
}

/// The start of a text, which ends with « … » where it goes on.
fn start(text: &str) -> String {
    let text = text.trim();
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => [&closed(text.get(..end).unwrap_or_default()), "…"].concat(),
        None => closed(text),
    }
}

/// « 30 juin 2027 »; a year that is surely a slip is questioned, never refused.
pub fn day(day: Day, today: Day) -> String {
    if !day.is_far_from(today) {
        return day.text();
    }
    let years = plural(day.year().abs_diff(today.year()), "an", "ans");
    let when = if day < today { "il y a " } else { "dans " };
    let asked = ". Est-ce bien l’année voulue\u{202f}?";
    [&day.text(), "\u{a0}: ", when, &years, asked].concat()
}

/// What became of several links put into one field.
pub fn links(placed: usize, spread: &Spread) -> String {
    let mut said = Vec::new();
    if placed > 0 {
        said.push(
            [
                &plural(placed, "lien rangé", "liens rangés"),
                ", un par champ.",
            ]
            .concat(),
        );
    }
    if !spread.over.is_empty() {
        let over = plural(spread.over.len(), "lien de trop", "liens de trop");
        let over: String = [
            &over,
            "\u{a0}: un item garde ",
            &plural(PROOFS_MAX, "lien", "liens"),
        ]
        .concat();
        said.push(format!(
            "{over} de {} au plus. Non gardé\u{a0}: {}",
            plural(PROOF_MAX, "caractère", "caractères"),
            closed(&spread.over.join(" "))
        ));
    }
    said.join(" ")
}
