//! One school of a network: what is counted of its dossier, and by what it is known again. Small: its texts are not kept.

use std::cmp::Ordering;

use crate::domain::date::{Day, Moment};
use crate::domain::school::dossier::Dossier;
use crate::domain::school::identity::{CentreKind, Identity, SchoolYear};
use crate::domain::school::positioning::{ItemState, Positioning};
use crate::domain::school::questionnaire::{ItemId, Questionnaire};
use crate::domain::school::reading::{Missing, Reading};
use crate::domain::text::folded;

/// Digits of the number that the ministry gives a school, before its letter.
const UAI_DIGITS: usize = 7;

/// What is counted of a school.
#[derive(Clone, Debug, PartialEq)]
pub struct School {
    /// Its name and that of its centre, as they were typed; empty where nobody typed one.
    pub name: String,
    /// « Centre »: of which kind.
    pub centre: Option<CentreKind>,
    /// « Année scolaire »: as it was chosen, else that of its date.
    pub year: Option<SchoolYear>,
    /// When it was positioned; else when the dossier was last changed.
    pub day: Option<Day>,
    /// Its answers, counted by the one rule.
    pub positioning: Positioning,
    /// What each item misses for its next stage.
    pub missing: Vec<Missing>,
    /// The items that its objectives are about, one entry for each objective.
    pub aims: Vec<ItemId>,
    edited_at: Option<Moment>,
    key: String,
    sum: u64,
}

/// Why the answers of a dossier are not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NotCounted {
    /// They are to another questionnaire, or to another wording of this one.
    OtherQuestionnaire,
    /// There is none.
    NoAnswer,
}

impl School {
    /// What is counted of a dossier. `text` is what was read, from which the same content is known again.
    ///
    /// # Errors
    /// Where its answers must not be counted with those of others.
    pub fn of(
        questionnaire: &Questionnaire,
        dossier: &Dossier,
        text: &str,
    ) -> Result<Self, NotCounted> {
        if !is_of(questionnaire, dossier) {
            return Err(NotCounted::OtherQuestionnaire);
        }
        let positioning = Positioning::of(questionnaire, &dossier.answers);
        if positioning.progress.answered == 0 {
            return Err(NotCounted::NoAnswer);
        }
        let identity = &dossier.identity;
        let day = identity
            .positioned_on
            .or_else(|| dossier.edited_at.map(Moment::day));
        let is_known = |id: &ItemId| questionnaire.item(*id).is_some();
        let aims = dossier.plan.iter().filter_map(|(_, one)| one.item);
        let sum = sum(text);
        Ok(Self {
            name: name(identity),
            centre: identity.centre,
            year: identity
                .school_year
                .or_else(|| day.and_then(SchoolYear::of)),
            day,
            missing: Reading::of(questionnaire, &dossier.answers).progress,
            positioning,
            aims: aims.filter(is_known).collect(),
            edited_at: dossier.edited_at,
            key: key(identity, sum),
            sum,
        })
    }

    /// Whether it is of the same school.
    pub fn is_same_school(&self, other: &Self) -> bool {
        self.key == other.key
    }

    /// Whether it says the same, to the letter.
    pub fn is_same_content(&self, other: &Self) -> bool {
        self.is_same_school(other) && self.sum == other.sum
    }

    /// Whether nobody typed whose it is.
    pub fn is_nameless(&self) -> bool {
        self.name.is_empty()
    }

    /// Its place among others: school by school, the newest of each first.
    pub(super) fn place(&self, other: &Self) -> Ordering {
        self.key
            .cmp(&other.key)
            .then_with(|| other.day.cmp(&self.day))
            .then_with(|| other.edited_at.cmp(&self.edited_at))
            .then_with(|| self.sum.cmp(&other.sum))
    }

    /// Whether anything was answered about this item.
    pub fn is_answered(&self, item: ItemId) -> bool {
        let counted = self.positioning.item(item);
        counted.is_some_and(|item| item.state != ItemState::Unanswered)
    }
}

/// Whether every answer is to an item of this questionnaire, and every tick at a condition that the item has.
fn is_of(questionnaire: &Questionnaire, dossier: &Dossier) -> bool {
    dossier.answers.iter().all(|(id, answer)| {
        let ticks = answer.response.ticks();
        let item = questionnaire.item(id);
        item.is_some_and(|item| ticks.within(item) == ticks)
    })
}

/// « Lycée du Val – CFA de la Plaine ».
fn name(identity: &Identity) -> String {
    let names = [identity.school.trim(), identity.centre_name.trim()];
    let mut said: Vec<_> = names.into_iter().filter(|name| !name.is_empty()).collect();
    said.dedup();
    said.join(" – ")
}

/// By what versions of one school are known: the number that the ministry gives it, where somebody typed that, else its
/// name; and its centre. Who says nothing of this is nobody's version.
fn key(identity: &Identity, sum: u64) -> String {
    let names = name(identity);
    let who = match uai(&names) {
        Some(uai) => uai,
        None if names.is_empty() => format!("\u{0}{sum:016x}"),
        None => [&bare(&identity.school), "/", &bare(&identity.centre_name)].concat(),
    };
    let centre = identity.centre.map_or("", CentreKind::text);
    [&who, "/", centre].concat()
}

/// Letters and digits only, single spaces between words, without capitals and accents.
fn bare(name: &str) -> String {
    let folded = folded(name);
    let words = folded.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// « 0350001A » among the words of a name.
fn uai(name: &str) -> Option<String> {
    let words = name.split(|letter: char| !letter.is_alphanumeric());
    let is_uai = |word: &&str| {
        let (digits, letter) = word.split_at_checked(UAI_DIGITS).unwrap_or_default();
        let is_letter = letter.len() == 1 && letter.bytes().all(|byte| byte.is_ascii_alphabetic());
        is_letter && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    words.into_iter().find(is_uai).map(str::to_ascii_uppercase)
}

/// FNV-1a over 64 bits: two of a thousand texts meet once in 10^13.
fn sum(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn identity(school: &str, centre_name: &str) -> Identity {
        Identity {
            school: school.into(),
            centre_name: centre_name.into(),
            ..Identity::default()
        }
    }

    #[test]
    fn a_school_is_known_again_however_its_name_is_typed() {
        let key_of = |school, centre| key(&identity(school, centre), 7);
        assert_eq!(
            key_of("EPLEFPA du Val d’Aubrac", ""),
            key_of("  eplefpa DU Val d'aubrac ", "")
        );
        assert_ne!(
            key_of("EPLEFPA du Val", ""),
            key_of("EPLEFPA du Vallon", "")
        );
        assert_ne!(key_of("EPL", "CFA Nord"), key_of("EPL", "CFA Sud"));
        assert_eq!(
            key_of("Lycée (0350001a)", ""),
            key_of("0350001A – Lycée du Val", "Site B")
        );
        assert_ne!(
            key(&identity("", ""), 1),
            key(&identity("", ""), 2),
            "nobody's version"
        );
    }

    #[test]
    fn a_name_said_twice_is_shown_once() {
        assert_eq!(name(&identity("CFA ", "CFA")), "CFA");
        assert_eq!(name(&identity("EPL", "CFA")), "EPL – CFA");
    }
}
