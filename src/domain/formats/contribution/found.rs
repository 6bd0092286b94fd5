//! Finds every code of an answer in one text: what a person pastes, drops, or scans. In any order, with links, bare codes,
//! letters around, wrapped lines, other codes and rubbish among them. A code is known by its seal, wherever a word starts.

use super::keyboard::Keyboard;
use super::{CODE_MAX, read_contribution, read_earlier};
use crate::domain::escapes::{DECODINGS_MAX, percent_decoded};
use crate::domain::formats::base64url::is_of_alphabet;
use crate::domain::formats::link::{Asked, LinkError, numbered};
use crate::domain::formats::pasted::{Kind, is_soft, plain};
use crate::domain::formats::seal::whole_start;
use crate::domain::formats::{dossier_link, invitation};
use crate::domain::school::questionnaire::Questionnaire;
use crate::domain::school::team::Contribution;

/// Longest text that is looked at, in bytes: a thousand letters with a link each.
pub const TEXT_MAX: usize = 256 * 1024;
/// Most letters that are tried as codes; a text that makes more work is left there, and that is said.
const WORK_MAX: usize = 2_000_000;
/// Shortest lone word that is taken for a damaged code rather than for no code, in characters.
const DAMAGED_MIN: usize = 20;
/// What the codes of the official questionnaire and of adapted ones start with, in version 1.
const OURS: &str = "4Q";
/// Longest gap within a code, in letters: the end of a line and what mail programs put before the next.
const GAP_MAX: usize = 64;
/// What is blanked once it was understood: part of no code.
const TAKEN: char = '\0';

/// What was found in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathering {
    /// Each code, also those that were met before: those as they stand first, then what only a decoding shows.
    pub pieces: Vec<Piece>,
    /// Whether the text was too long, or made too much work, to be looked at whole.
    pub is_cut: bool,
}

/// A code, and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The code as it was found.
    pub code: String,
    /// The answers, or why they cannot be had.
    pub read: Result<Contribution, Refusal>,
}

/// Why a code is no answer that can be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It was cut or changed on its way.
    Damaged,
    /// It was written by a newer version of the app.
    Newer(u8),
    /// It answers another questionnaire.
    OtherQuestionnaire(Asked),
    /// It is a positioning.
    Positioning,
    /// It is a whole dossier.
    Dossier,
    /// It is the invitation, not an answer to it.
    Invitation,
}

/// Every answer in a text, and every code that is none. Bounded: [`TEXT_MAX`] bytes are looked at, and two million letters
/// are tried.
pub fn find_contributions(text: &str, questionnaire: &Questionnaire) -> Gathering {
    let mut search = Search::of(text);
    for _ in 0..=DECODINGS_MAX {
        for keyboard in Keyboard::ALL {
            search.take_whole(keyboard);
        }
        if !search.decode() {
            break;
        }
    }
    search.take_damaged();
    let many = (search.found.len() > 1).then(|| numbered(questionnaire));
    let asked = many.as_ref().unwrap_or(questionnaire);
    let pieces = search.found.into_iter().map(|found| Piece {
        read: read(&found, asked),
        code: found.code,
    });
    Gathering {
        pieces: pieces.collect(),
        is_cut: search.is_cut,
    }
}

impl Gathering {
    /// The same where what the school asked before is known: answers to that are taken, as far as they have a place in what it
    /// asks `now`.
    #[must_use]
    pub fn with_earlier(mut self, now: &Questionnaire, earlier: &[Questionnaire]) -> Self {
        for piece in &mut self.pieces {
            if matches!(piece.read, Err(Refusal::OtherQuestionnaire(_)))
                && let Ok(fitting) = read_earlier(&piece.code, now, earlier)
            {
                piece.read = Ok(fitting);
            }
        }
        self
    }
}

/// A code of this kind, whole or not.
struct Found {
    kind: Kind,
    code: String,
}

fn read(found: &Found, questionnaire: &Questionnaire) -> Result<Contribution, Refusal> {
    match found.kind {
        Kind::Positioning => Err(Refusal::Positioning),
        Kind::Dossier => Err(Refusal::Dossier),
        Kind::Invitation => Err(Refusal::Invitation),
        Kind::Contribution => {
            read_contribution(&found.code, questionnaire).map_err(|error| match error {
                LinkError::NotACode | LinkError::Damaged => Refusal::Damaged,
                LinkError::Newer(version) => Refusal::Newer(version),
                LinkError::OtherQuestionnaire(asked) => Refusal::OtherQuestionnaire(asked),
            })
        }
    }
}

struct Search {
    letters: Vec<char>,
    found: Vec<Found>,
    work: usize,
    is_cut: bool,
}

impl Search {
    fn of(text: &str) -> Self {
        let start = text.char_indices().take_while(|(at, _)| *at < TEXT_MAX);
        Self {
            letters: start.map(|(_, letter)| plain(letter)).collect(),
            found: Vec::new(),
            work: 0,
            is_cut: text.len() > TEXT_MAX,
        }
    }

    /// Takes every code whose seal is right, as if the text had been typed through this keyboard.
    fn take_whole(&mut self, keyboard: Keyboard) {
        let seen: Vec<_> = self.letters.iter().map(|l| keyboard.read_as(*l)).collect();
        let mut at = 0;
        while at < seen.len() {
            let Some(max) = is_word(&seen, at).then(|| longest(&seen, at)).flatten() else {
                at += 1;
                continue;
            };
            // Most codes end with their line: what is on the next ones is looked at only where that is no whole code.
            let line = joined(&seen, at, max, |_| true);
            let (run, places) = if whole_start(&line.0) == Some(line.0.as_str()) {
                line
            } else {
                joined(&seen, at, max, |_| false)
            };
            self.work += places.last().map_or(0, |last| last + 1 - at);
            if self.work > WORK_MAX {
                self.is_cut = true;
                return;
            }
            match whole_start(&run) {
                Some(code) => {
                    let kind = Kind::of(code);
                    let last = places.get(code.len() - 1).copied();
                    at = self.take(kind, code, at, last);
                }
                None => at += 1,
            }
        }
    }

    /// Takes what stands after the mark of a code, or starts as an answer does, and was not understood.
    fn take_damaged(&mut self) {
        let mut at = 0;
        while at < self.letters.len() {
            let kind = is_word(&self.letters, at)
                .then(|| self.damaged_kind(at))
                .flatten();
            at = match kind {
                Some(kind) => {
                    let (run, places) = self.damaged_run(at);
                    self.take(kind, &run, at, places.last().copied())
                }
                None => at + 1,
            };
        }
    }

    fn damaged_kind(&self, at: usize) -> Option<Kind> {
        let marked = self.letters.get(..at).and_then(mark_before);
        marked.or_else(|| {
            let word = self.letters.get(at..)?;
            let word = word.get(..DAMAGED_MIN)?.iter().copied();
            let is_ours = word
                .clone()
                .zip(OURS.chars())
                .all(|(one, other)| one == other);
            (is_ours && word.clone().all(is_of_alphabet)).then_some(Kind::Contribution)
        })
    }

    /// A damaged code and the lines on which it goes on, up to the next one.
    fn damaged_run(&self, at: usize) -> (String, Vec<usize>) {
        let is_next = |place: usize| {
            let next = self.letters.get(place..place + OURS.len());
            next.is_some_and(|next| next.iter().copied().eq(OURS.chars()))
        };
        joined(&self.letters, at, CODE_MAX, is_next)
    }

    /// Blanks a code and notes it; the place after it.
    fn take(&mut self, kind: Kind, code: &str, at: usize, last: Option<usize>) -> usize {
        let end = last.unwrap_or(at) + 1;
        if let Some(letters) = self.letters.get_mut(at..end) {
            letters.fill(TAKEN);
        }
        let code = code.to_owned();
        self.found.push(Found { kind, code });
        end
    }

    /// Takes one escape off what is left; whether there was any.
    fn decode(&mut self) -> bool {
        if !self.letters.contains(&'%') {
            return false;
        }
        let text: String = self.letters.iter().collect();
        self.letters = percent_decoded(&text).chars().map(plain).collect();
        true
    }
}

/// Whether a word, or what follows a hyphen in one, starts there.
fn is_word(letters: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| letters.get(before));
    letters.get(at).is_some_and(|first| is_of_alphabet(*first))
        && !before.is_some_and(char::is_ascii_alphanumeric)
}

/// The most letters that a code which starts there can have; `None` where none starts so. Answers of newer versions are
/// looked for too; of other codes only what exists.
fn longest(letters: &[char], at: usize) -> Option<usize> {
    let (start, _) = joined(letters, at, OURS.len(), |_| false);
    match start.as_str() {
        "gQ" => Some(dossier_link::CODE_MAX),
        "AQ" | "wQ" => Some(CODE_MAX),
        // An invitation that brings its questionnaire along.
        "wg" => Some(invitation::CODE_MAX),
        other => super::starts_so(other).then_some(CODE_MAX),
    }
}

/// The letters of codes from there on, past what programs put between them, with the place of each; up to a letter of no
/// code, to so many, to a long gap, or to where `ends` says of what follows a gap.
fn joined(
    letters: &[char],
    at: usize,
    max: usize,
    ends: impl Fn(usize) -> bool,
) -> (String, Vec<usize>) {
    let (mut run, mut places) = (String::new(), Vec::new());
    let mut gap = 0;
    for (place, letter) in letters.iter().copied().enumerate().skip(at) {
        if is_soft(letter) && gap < GAP_MAX {
            gap += 1;
        } else if !is_of_alphabet(letter) || places.len() == max || gap > 0 && ends(place) {
            break;
        } else {
            gap = 0;
            run.push(letter);
            places.push(place);
        }
    }
    (run, places)
}

/// The kind of code whose mark the letters end with, white space apart.
fn mark_before(letters: &[char]) -> Option<Kind> {
    let back = letters.iter().rev().copied();
    let mut back = back.filter(|letter| !is_soft(*letter));
    let is_slash = back.next()? == '/';
    let kind = Kind::of_mark(back.next()?)?;
    let before = match back.next()? {
        '/' => back.next()?,
        other => other,
    };
    (is_slash && before == '#').then_some(kind)
}
