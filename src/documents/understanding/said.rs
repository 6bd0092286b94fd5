//! Words that people and programs write in cells, and what they mean.

use crate::documents::words;
use crate::domain::date::Day;
use crate::domain::formats::document::{state_name, status_name};
use crate::domain::school::answers::Declared;
use crate::domain::school::import::Mark;
use crate::domain::school::plan::{Priority, Status};
use crate::domain::school::questionnaire::Stage;
use crate::domain::text::folded;

/// A text without capitals, accents and signs: its words, one space between them.
pub fn plain(text: &str) -> String {
    let folded = folded(text);
    let words = folded.split(|char: char| !char.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// « oui », « en partie », « non », and what stands for them.
pub fn mark(text: &str) -> Option<Mark> {
    if ["✓", "✔", "☑", "☒", "✗", "✘", "×", "●", "■", "+"].contains(&text.trim()) {
        return Some(Mark::Yes);
    }
    if ["☐", "□", "○", "-", "–"].contains(&text.trim()) {
        return Some(Mark::No);
    }
    match plain(text).as_str() {
        "oui" | "o" | "x" | "xx" | "1" | "true" | "vrai" | "yes" | "y" | "ok" | "wahr"
        | "atteint" | "atteinte" | "fait" => Some(Mark::Yes),
        "en partie" | "partiel" | "partielle" | "partiellement" | "partly" | "partial"
        | "en cours" => Some(Mark::Partly),
        "non" | "n" | "0" | "false" | "faux" | "no" | "non atteint" | "non atteinte" => {
            Some(Mark::No)
        }
        _ => None,
    }
}

/// An answer for a whole item.
pub fn declared(text: &str) -> Option<Declared> {
    let said = plain(text);
    let ours = |declared: &Declared| {
        said == plain(words::declared(*declared)) || said == plain(state_name(*declared))
    };
    Declared::ALL
        .into_iter()
        .find(ours)
        .or(match said.as_str() {
            "aucune" | "aucune etape" | "no stage" => Some(Declared::NoStage),
            "nsp" | "je ne sais pas" | "ne sais pas" | "a verifier" | "don t know"
            | "not known" => Some(Declared::Unknown),
            "nc" | "na" | "n a" | "non applicable" | "sans objet" | "not concerned" => {
                Some(Declared::NotApplicable)
            }
            _ => None,
        })
}

/// How far an objective is.
pub fn status(text: &str) -> Option<Status> {
    let said = plain(text);
    let ours =
        |status: &Status| said == plain(status.text()) || said == plain(status_name(*status));
    Status::ALL.into_iter().find(ours).or(match said.as_str() {
        "a faire" | "a demarrer" | "a venir" | "non commence" | "to do" | "todo"
        | "not started" => Some(Status::ToStart),
        "commence" | "demarre" | "in progress" | "started" => Some(Status::Ongoing),
        "terminee" | "atteint" | "fait" | "realise" | "acheve" | "finished" | "completed" => {
            Some(Status::Done)
        }
        "abandonnee" | "annule" | "dropped" | "cancelled" => Some(Status::Abandoned),
        _ => None,
    })
}

/// Whether an objective was put first.
pub fn priority(text: &str) -> Option<Priority> {
    match (plain(text).as_str(), mark(text)) {
        ("prioritaire" | "priorite" | "haute" | "high" | "priority", _) | (_, Some(Mark::Yes)) => {
            Some(Priority::High)
        }
        ("normale" | "habituelle" | "usual" | "normal", _) | (_, Some(Mark::No)) => {
            Some(Priority::Usual)
        }
        _ => None,
    }
}

/// « 2 », « Étape 2 », « 2,0 ».
pub fn stage(text: &str) -> Option<Stage> {
    let said = plain(text);
    let digits = said.strip_prefix("etape ").or(said.strip_prefix("stage "));
    let digits = digits.unwrap_or(&said);
    let number = digits.strip_suffix(" 0").unwrap_or(digits);
    number.parse().ok()
}

/// The code that a text starts with, where only something that is no part of it follows: « 1.1.3 La charte ».
pub fn code<T: std::str::FromStr>(text: &str) -> Option<T> {
    let is_of_code = |char: char| char.is_ascii_digit() || char == '.';
    let end = text.find(|char| !is_of_code(char)).unwrap_or(text.len());
    text.get(..end)?.trim_end_matches('.').parse().ok()
}

/// A day as our own files, a spreadsheet or a person writes it: « 2026-11-01 », « 01/11/2026 », « 1er novembre 2026 », or
/// the number that it is for a spreadsheet.
pub fn day(text: &str) -> Option<Day> {
    let text = text.trim();
    if let Ok(day) = text.parse() {
        return Some(day);
    }
    let said = plain(text);
    let parts: Vec<_> = said.split(' ').collect();
    match parts.as_slice() {
        [number] => {
            // Days of spreadsheets are counted from 30 December 1899: this century has five digits.
            let number = number.parse::<u32>().ok().filter(|_| number.len() == 5)?;
            Day::from_number(Day::new(1899, 12, 30)?.number() + number)
        }
        [year, month, day] if year.len() == 4 => {
            Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        }
        [day, month, year] => Day::new(
            full_year(year)?,
            month_number(month)?,
            day.strip_suffix("er").unwrap_or(day).parse().ok()?,
        ),
        // With an hour after it.
        [year, month, day, ..] if year.len() == 4 && text.contains('-') => {
            let day = day.split('t').next()?;
            Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        }
        _ => None,
    }
}

/// « 26 » is of this century.
fn full_year(text: &str) -> Option<u16> {
    let year: u16 = text.parse().ok()?;
    match text.len() {
        2 => Some(2000 + year),
        4 => Some(year),
        _ => None,
    }
}

/// « 11 », « novembre », « nov. ».
fn month_number(text: &str) -> Option<u8> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let is_it = |month: u8| {
        let day = Day::new(2000, month, 2)?;
        let names = [plain(&day.text()), plain(&day.short_text())];
        let mut names = names.iter().filter_map(|name| name.split(' ').nth(1));
        names.any(|name| name == text).then_some(month)
    };
    (1..=12).find_map(is_it)
}
