//! What to start from: the newest kept copy that verifies. Whatever cannot be read never stops the
//! start, and is named so that it is set aside before anything is written over it.

use crate::domain::checksum::checksum;
use crate::domain::safekeeping::record::Record;

/// A store's answer when asked for what one of its slots holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// The store cannot be used at all.
    NoStore,
    /// It has no copy.
    Nothing,
    /// The text it keeps.
    Text(String),
}

impl Kept {
    /// The text.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::NoStore | Self::Nothing => None,
        }
    }
}

/// What the body of a record holds. Safekeeping knows texts and revisions: whoever knows documents reads them.
pub trait Content: Default {
    /// Reads a body.
    fn read(body: &str) -> Body<Self>;

    /// What a body is by its head alone: what of it makes no sense is not looked for.
    fn glance(body: &str) -> Body<()>;
}

/// What became of reading the body of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body<T> {
    /// All of it reads.
    Whole(T),
    /// It reads, with members left out.
    Repaired(T),
    /// It was written by a newer version of the app.
    Newer,
    /// It is something else, or is cut.
    Unreadable,
}

/// What became of a kept text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing was kept.
    Absent,
    /// It verifies and reads whole.
    Good(u64),
    /// It reads, with members left out: to be set aside before it is written over.
    Repaired(u64),
    /// It does not verify, or is no dossier: to be set aside.
    Unreadable,
    /// It was written by a newer version of the app, as this revision: to be set aside.
    Newer(u64),
}

impl Verdict {
    /// Whether the text must be set aside before this store is written again.
    pub fn wants_setting_aside(self) -> bool {
        match self {
            Self::Absent | Self::Good(_) => false,
            Self::Repaired(_) | Self::Unreadable | Self::Newer(_) => true,
        }
    }

    /// The revision of a copy that reads.
    pub fn revision(self) -> Option<u64> {
        match self {
            Self::Good(revision) | Self::Repaired(revision) => Some(revision),
            Self::Absent | Self::Unreadable | Self::Newer(_) => None,
        }
    }

    /// The number that the next revision must be above, whoever wrote this one; 0 for none.
    pub fn number(self) -> u64 {
        match self {
            Self::Good(revision) | Self::Repaired(revision) | Self::Newer(revision) => revision,
            Self::Absent | Self::Unreadable => 0,
        }
    }
}

/// What to start from.
#[derive(Clone, Debug, PartialEq)]
pub struct Start<T> {
    /// The newest content that reads; an empty one where there is none.
    pub restored: T,
    /// Its revision, 0 for none.
    pub revision: u64,
    /// The text that it was read from.
    pub chosen: Option<String>,
    /// What became of each slot's text, in the order given.
    pub verdicts: Vec<Verdict>,
}

impl<T: Content> Start<T> {
    /// The start of something empty, where none of this many slots has a text.
    pub fn of_nothing(slots: usize) -> Self {
        Self {
            restored: T::default(),
            revision: 0,
            chosen: None,
            verdicts: vec![Verdict::Absent; slots],
        }
    }
}

impl<T> Start<T> {
    /// What work that goes on from here without the database goes back to ([`Record::alone`]): every text that
    /// localStorage has, or what that goes back to itself.
    pub fn base(&self, copies: &[Kept]) -> String {
        let chosen = self.chosen.as_deref().map(Record::read);
        let inherited = chosen.and_then(|record| record.ok()?.alone);
        inherited.unwrap_or_else(|| {
            let sums: Vec<_> = copies.iter().filter_map(Kept::text).map(checksum).collect();
            sums.join(" ")
        })
    }

    /// Whether one of these slots holds the very text that was chosen.
    pub fn is_in(&self, slots: Option<&[Kept]>) -> bool {
        let chosen = self.chosen.as_deref();
        let mut texts = slots.unwrap_or_default().iter().map(Kept::text);
        chosen.is_some() && texts.any(|text| text == chosen)
    }
}

/// Chooses among the kept copies. Of two with the same revision the first given wins.
pub fn choose<T: Content>(copies: &[Kept]) -> Start<T> {
    let mut start = Start::of_nothing(0);
    for kept in copies {
        let (verdict, restored) = judge(kept);
        if let (Some(revision), Some(restored)) = (verdict.revision(), restored)
            && (revision > start.revision || start.verdicts.iter().all(|v| v.revision().is_none()))
        {
            start.revision = revision;
            start.restored = restored;
            start.chosen = kept.text().map(str::to_owned);
        }
        start.verdicts.push(verdict);
    }
    start
}

/// What a kept text is by its seal and the head of its body alone.
pub fn glance<T: Content>(kept: &Kept) -> Verdict {
    of_record(kept, T::glance).0
}

/// What a kept text is, and what is in it.
pub fn judge<T: Content>(kept: &Kept) -> (Verdict, Option<T>) {
    of_record(kept, T::read)
}

fn of_record<B>(kept: &Kept, read: fn(&str) -> Body<B>) -> (Verdict, Option<B>) {
    let Kept::Text(text) = kept else {
        return (Verdict::Absent, None);
    };
    let Ok(record) = Record::read(text) else {
        return (Verdict::Unreadable, None);
    };
    match read(&record.body) {
        Body::Whole(content) => (Verdict::Good(record.revision), Some(content)),
        Body::Repaired(content) => (Verdict::Repaired(record.revision), Some(content)),
        Body::Newer => (Verdict::Newer(record.revision), None),
        Body::Unreadable => (Verdict::Unreadable, None),
    }
}
