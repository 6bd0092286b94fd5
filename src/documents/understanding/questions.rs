//! A sheet of questions: a key in one column (`1.1.3`, `1.1.3/2`, `1.1.3/2.4`), an answer in another.

use super::headings::Columns;
use super::said;
use crate::documents::reading::{Row, Sheet};
use crate::domain::school::import::{Claims, ItemClaim, Mark, Place, Said, Trouble, Why};
use crate::domain::school::questionnaire::{FieldId, ItemId, Questionnaire, Stage};

/// Key, answer, note, proof links.
const NAMES: [&[&str]; 4] = [
    &["cle", "key", "code", "identifiant", "id"],
    &["reponse", "reponses", "answer", "response"],
    &[
        "note",
        "notes",
        "remarque",
        "remarques",
        "commentaire",
        "commentaires",
        "comment",
    ],
    &[
        "liens de preuve",
        "preuves",
        "lien de preuve",
        "liens",
        "proofs",
        "links",
        "proof links",
    ],
];

/// What a key names.
enum Key {
    Item,
    Statement(Stage),
    /// Number of the condition, from 0.
    Condition(Stage, u8),
}

/// The columns of a sheet of questions; none where it is none.
pub fn columns(sheet: &Sheet) -> Option<Columns<4>> {
    Columns::find(sheet, &NAMES, |[key, answer, ..]| {
        key.is_some() && answer.is_some()
    })
}

/// Adds what the sheet says.
pub fn understand(
    sheet: &Sheet,
    columns: &Columns<4>,
    questionnaire: &Questionnaire,
    claims: &mut Claims,
) {
    for row in sheet.rows.iter().filter(|row| row.number > columns.row) {
        let Some((column, text)) = columns.cell(row, 0) else {
            continue;
        };
        // The title of a field has a key too.
        if text.parse::<FieldId>().is_ok() {
            continue;
        }
        match key(text, questionnaire) {
            Some((item, key)) => line(sheet, (row, columns), (item, &key), claims),
            // Without an answer beside it, it may be any word of a person.
            None if columns.cell(row, 1).is_none() => {}
            None => claims.troubles.push(Trouble {
                at: sheet.place(row.number, column),
                found: text.to_owned(),
                why: Why::UnknownKey,
            }),
        }
    }
}

/// What a key names, where the questionnaire has it.
fn key(text: &str, questionnaire: &Questionnaire) -> Option<(ItemId, Key)> {
    let text: String = text.chars().filter(|char| !char.is_whitespace()).collect();
    let Some((item, rest)) = text.split_once('/') else {
        let item = text.parse().ok()?;
        return questionnaire.item(item).map(|_| (item, Key::Item));
    };
    let item = item.parse().ok()?;
    let (stage, condition) = rest.split_once('.').unwrap_or((rest, ""));
    let stage = stage.parse().ok()?;
    let statement = questionnaire.statement(item, stage)?;
    if condition.is_empty() {
        return Some((item, Key::Statement(stage)));
    }
    let number = condition.parse::<u8>().ok()?.checked_sub(1)?;
    statement.condition(number)?;
    Some((item, Key::Condition(stage, number)))
}

fn line(
    sheet: &Sheet,
    (row, columns): (&Row, &Columns<4>),
    (item, key): (ItemId, &Key),
    claims: &mut Claims,
) {
    let place = |column: u32| sheet.place(row.number, column);
    if let Some((column, text)) = columns.cell(row, 1) {
        if let Key::Statement(stage) = key
            && let Some(computed) = claims.item(item).computed.get_mut(stage.index())
        {
            *computed = row.is_computed(column);
        }
        let why = answer(claims.item(item), key, text, &place(column));
        let found = text.to_owned();
        claims.troubles.extend(why.map(|why| Trouble {
            at: place(column),
            found,
            why,
        }));
    }
    let note = columns.cell(row, 2).map(|(column, text)| Said {
        value: text.to_owned(),
        at: place(column),
    });
    let proofs = columns.cell(row, 3).map(|(column, text)| {
        let links = text.lines().map(str::trim).filter(|link| !link.is_empty());
        Said {
            value: links.map(str::to_owned).collect(),
            at: place(column),
        }
    });
    if note.is_none() && proofs.is_none() {
        return;
    }
    // A table has them on the line of the first stage, a person may write them on any.
    let claim = claims.item(item);
    let again = |at: Place, found: String| Trouble {
        at,
        found,
        why: Why::SaidTwice,
    };
    let twice = once(&mut claim.note, note).map(|said| again(said.at, said.value));
    let twice = twice.into_iter().collect::<Vec<_>>();
    let other = once(&mut claim.proofs, proofs).map(|said| again(said.at, said.value.join("\n")));
    claims.troubles.extend(twice.into_iter().chain(other));
}

/// Keeps what is said first; gives back what differs from it.
fn once<T: PartialEq>(place: &mut Option<Said<T>>, said: Option<Said<T>>) -> Option<Said<T>> {
    let said = said?;
    match place {
        Some(first) => (first.value != said.value).then_some(said),
        None => {
            *place = Some(said);
            None
        }
    }
}

/// Adds an answer to what is said of an item; returns what is wrong with it.
fn answer(claim: &mut ItemClaim, key: &Key, text: &str, at: &Place) -> Option<Why> {
    fn said<T>(value: T, at: &Place) -> Option<Said<T>> {
        Some(Said {
            value,
            at: at.clone(),
        })
    }
    // In a table, an answer for the whole item is repeated for each statement.
    if let Some(declared) = said::declared(text) {
        return once(&mut claim.declared, said(declared, at)).map(|_| Why::SaidTwice);
    }
    match (key, said::mark(text)) {
        (Key::Item, _) | (_, None) => Some(Why::UnknownWord),
        (Key::Statement(stage), Some(mark)) => {
            let place = claim.statements.get_mut(stage.index())?;
            once(place, said(mark, at)).map(|_| Why::SaidTwice)
        }
        (Key::Condition(..), Some(Mark::Partly)) => Some(Why::UnknownWord),
        (Key::Condition(stage, number), Some(mark)) => {
            let value = (*stage, *number, mark == Mark::Yes);
            let mut others = claim.conditions.iter().map(|said| said.value);
            match others.find(|(other, one, _)| (other, one) == (stage, number)) {
                Some(other) => (other != value).then_some(Why::SaidTwice),
                None => {
                    claim.conditions.extend(said(value, at));
                    None
                }
            }
        }
    }
}
