//! What a field says of what it does not keep.

use crate::domain::bidi::closed;
use crate::domain::date::Day;
use crate::domain::school::answers::{PROOF_MAX, PROOFS_MAX};
use crate::domain::school::proofs::Spread;
use crate::domain::text::plural;
use crate::ui::kit::entry::Trouble;

/// How much of what is not kept is quoted, in characters.
const QUOTED: usize = 80;

/// What is not kept of a field, and what becomes of it.
pub fn trouble(trouble: Trouble<'_>) -> String {
    match trouble {
        Trouble::TooLong(over, max, cut) => [
            &plural(over, "caractère de trop", "caractères de trop"),
            "\u{a0}: seuls les ",
            &plural(max, "premier", "premiers"),
            " sont gardés. Ne sera pas gardé\u{a0}: «\u{a0}",
            &start(cut),
            "\u{a0}».",
        ]
        .concat(),
        Trouble::Joined(lines) => [
            &plural(lines, "ligne collée", "lignes collées"),
            "\u{a0}: elles sont mises bout à bout, ce champ n’en a qu’une.",
        ]
        .concat(),
        Trouble::NoDate { keeps } => not_kept("Date inexistante ou incomplète", keeps),
        Trouble::ShortYear { keeps } => not_kept(
            "Date incomplète, son année s’écrit en quatre chiffres",
            keeps,
        ),
        Trouble::Emptied => "Date effacée.".to_owned(),
    }
}

fn not_kept(what: &str, keeps: bool) -> String {
    let before = if keeps {
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
