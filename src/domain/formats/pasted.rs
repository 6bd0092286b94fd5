//! Finds the code in what a person pastes: a link as mail and chat programs leave it, with words around
//! it, or the bare code. Whether the code means anything is [`super::link`]'s or [`super::dossier_link`]'s to
//! say.

use super::base64url::is_of_alphabet;
use super::seal::whole_start;
use super::sender::{find_sender, read_sender};
use super::{contribution, dossier_link, invitation, link};
use crate::domain::escapes::{DECODINGS_MAX, percent_decoded};
use crate::domain::route::Route;

/// Longest text that is looked at, in bytes: room for the longest code, wrapped.
pub const PASTED_MAX: usize = 32 * 1024;
/// Most places of a pasted text at which the address of a screen is looked for.
const HASHES_MAX: usize = 16;
/// Shortest lone word that is taken for a damaged code rather than for no code, in characters.
const DAMAGED_MIN: usize = 20;

/// What a code is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A positioning: [`super::link`].
    Positioning,
    /// A whole dossier: [`super::dossier_link`].
    Dossier,
    /// What somebody is asked: [`super::invitation`].
    Invitation,
    /// What somebody answered: [`super::contribution`].
    Contribution,
}

impl Kind {
    /// What stands before its code in an address.
    pub fn mark(self) -> &'static str {
        match self {
            Self::Positioning => link::MARK,
            Self::Dossier => dossier_link::MARK,
            Self::Invitation => invitation::MARK,
            Self::Contribution => contribution::MARK,
        }
    }

    /// That of a code without its link.
    pub(super) fn of(code: &str) -> Self {
        if dossier_link::starts_so(code) {
            Self::Dossier
        } else if invitation::starts_so(code) {
            Self::Invitation
        } else if contribution::starts_so(code) {
            Self::Contribution
        } else {
            Self::Positioning
        }
    }

    /// That of the letter of a mark.
    pub(super) fn of_mark(letter: char) -> Option<Self> {
        match letter {
            'r' | 'R' => Some(Self::Positioning),
            'd' | 'D' => Some(Self::Dossier),
            'i' | 'I' => Some(Self::Invitation),
            'c' | 'C' => Some(Self::Contribution),
            _ => None,
        }
    }

    /// The run, no longer than a code of this kind may be.
    fn at_most_a_code(self, run: &str) -> &str {
        let max = match self {
            Self::Positioning => link::CODE_MAX,
            Self::Dossier => dossier_link::CODE_MAX,
            Self::Invitation => invitation::CODE_MAX,
            Self::Contribution => contribution::CODE_MAX,
        };
        run.get(..max).unwrap_or(run)
    }
}

/// A code, whole or not, in what was pasted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is of, or would be.
    pub kind: Kind,
    /// The code.
    pub code: String,
    /// The name that stands after the code of a positioning, see [`super::sender`]; empty where there is none.
    pub sender: String,
}

impl Found {
    fn new(kind: Kind, code: &str) -> Self {
        Self {
            kind,
            code: code.to_owned(),
            sender: String::new(),
        }
    }

    /// The same with the name after the code, if what follows it is one.
    fn signed(self, after: &str) -> Self {
        let sender = match self.kind {
            Kind::Positioning => find_sender(after).to_owned(),
            Kind::Dossier | Kind::Invitation | Kind::Contribution => String::new(),
        };
        Self { sender, ..self }
    }

    /// Its address in this page.
    pub fn address(&self) -> String {
        let slash = if self.sender.is_empty() { "" } else { "/" };
        [self.kind.mark(), &self.code, slash, &self.sender].concat()
    }
}

/// The code in a pasted text or in an address; the first that verifies. Where none does, what looks most
/// like one, so that reading it tells what is wrong with it. `None` where there is nothing like a code, or
/// the text is longer than [`PASTED_MAX`].
pub fn find_link(pasted: &str) -> Option<Found> {
    if pasted.len() > PASTED_MAX {
        return None;
    }
    let mut text = squeezed(pasted);
    let mut damaged = None;
    for _ in 0..=DECODINGS_MAX {
        for (kind, run, after) in marked(&text) {
            if let Some(code) = whole_start(run) {
                return Some(Found::new(kind, code).signed(after));
            }
            if damaged.is_none() && !run.is_empty() {
                damaged = Some(Found::new(kind, run));
            }
        }
        text = squeezed(&percent_decoded(&text));
    }
    damaged.or_else(|| bare_code(pasted))
}

/// The same, of a positioning only.
pub fn find_code(pasted: &str) -> Option<String> {
    let found = find_link(pasted).filter(|found| found.kind == Kind::Positioning);
    found.map(|found| found.code)
}

/// The screen that a pasted address names after its `#`, read as the address bar is. `None` where it names none.
pub fn find_route(pasted: &str) -> Option<Route> {
    if pasted.len() > PASTED_MAX {
        return None;
    }
    let mut text = pasted.to_owned();
    for _ in 0..=DECODINGS_MAX {
        let route = text
            .match_indices('#')
            .take(HASHES_MAX)
            .find_map(|(place, _)| {
                let word = text.get(place..)?.split_whitespace().next()?;
                Route::from_hash(word.trim_end_matches(['.', ',', ';', ')', '>', '"', '»']))
            });
        if route.is_some() {
            return route;
        }
        text = percent_decoded(&text);
    }
    None
}

/// What stands after each mark, up to a character that no code has, and what stands after that. The mark may have
/// lost its first stroke, or be in capitals.
fn marked(text: &str) -> impl Iterator<Item = (Kind, &str, &str)> {
    text.match_indices('#').filter_map(|(place, hash)| {
        let after = text.get(place + hash.len()..)?;
        let mut chars = after.strip_prefix('/').unwrap_or(after).chars();
        let kind = Kind::of_mark(chars.next()?)?;
        let run = chars.as_str().strip_prefix('/')?;
        let (run, after) = run.split_at(run.find(is_foreign).unwrap_or(run.len()));
        Some((kind, kind.at_most_a_code(run), after))
    })
}

/// A code without its link: alone, spread over spaces and lines, or a word among words.
fn bare_code(pasted: &str) -> Option<Found> {
    let squeezed = squeezed(pasted);
    let word = |word| {
        let kind = Kind::of(word);
        (kind, kind.at_most_a_code(word))
    };
    let words = squeezed
        .split(is_foreign)
        .chain(pasted.split(is_foreign))
        .map(word);
    for (kind, run) in words {
        // A name that stands after a code is whole too, and is none.
        let code = whole_start(run).filter(|code| read_sender(code).is_none());
        if let Some(code) = code {
            return Some(Found::new(kind, code));
        }
    }
    let alone = squeezed.trim_matches(is_foreign);
    let is_damaged = alone.len() >= DAMAGED_MIN && !alone.contains(is_foreign);
    let (kind, run) = word(alone);
    is_damaged.then(|| Found::new(kind, run))
}

fn is_foreign(char: char) -> bool {
    !is_of_alphabet(char)
}

/// The text without what programs put into a link that they wrap.
fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|char| !is_soft(*char))
        .map(plain)
        .collect()
}

/// What programs put into a link that they wrap: white space, invisible characters, the `>` of a quoted line, the `=` of a
/// folded one.
pub(super) fn is_soft(char: char) -> bool {
    let is_invisible = matches!(
        char,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
    );
    char.is_whitespace() || is_invisible || matches!(char, '<' | '>' | '=')
}

/// Other hyphens become the plain one.
pub(super) fn plain(char: char) -> char {
    match char {
        '\u{2010}' | '\u{2011}' => '-',
        other => other,
    }
}
