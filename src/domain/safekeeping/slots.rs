//! The two slots of a store: where the next revision goes, and what must be safe elsewhere before it is
//! written. A cut or damaged write never costs the revision before it, and a version that this page never
//! saw is never lost.

use super::erasure::Erasure;
use super::startup::{Content, Kept, Start, Verdict, glance};
use crate::domain::checksum::{checksum, crc_32};
use crate::domain::date::Moment;
use crate::domain::safekeeping::record::Record;
use std::marker::PhantomData;
use std::ops::Range;

/// The keys of the two slots, in each store. The first is the only one of the app's first version.
pub const SLOTS: [&str; 2] = ["dossier", "dossier-b"];

/// The keys of texts that could not be read whole start so.
pub const SET_ASIDE: &str = "set-aside:";

/// How far a tab that takes the pen goes on above what it read. Whatever the tab that had the pen still writes is below:
/// it makes no so many edits before it hears of it.
pub const LEAP: u64 = 1_000;

/// The texts that this page knows: those it read or wrote. Anything else was written by somebody else. `T` is what the
/// bodies of records hold.
#[derive(Debug, Default)]
pub struct Seen<T>(Vec<Known>, PhantomData<T>);

/// How many texts are known by their bytes: as many as there are slots in the two stores. To compare is quicker than to sum.
const WHOLE: usize = 2 * SLOTS.len();

#[derive(Debug)]
struct Known {
    look: Look,
    verdict: Verdict,
    /// Whether nothing is lost where it is written over: what it holds is in the dossier, or kept elsewhere.
    is_safe: bool,
}

/// How a text is known again.
#[derive(Debug, PartialEq, Eq)]
enum Look {
    /// By its bytes.
    Whole(String),
    /// By its CRC-32.
    Sum(u32),
}

impl Look {
    fn sum(&self) -> u32 {
        match self {
            Self::Whole(text) => crc_32(text.as_bytes()),
            Self::Sum(sum) => *sum,
        }
    }
}

/// A text that must be kept elsewhere before anything is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// Its exact bytes.
    pub text: String,
    /// What it is.
    pub verdict: Verdict,
    /// Whether the person was told of it already.
    pub is_told: bool,
}

impl Aside {
    /// The key under which it is kept: a whole version is a dated copy, `copy:<moment>.<crc>`; a text that
    /// does not read whole is `set-aside:<crc>`. The same text has one key, however often it is met.
    pub fn key(&self, now: Option<Moment>) -> String {
        let crc = checksum(&self.text);
        match now {
            Some(now) if !self.verdict.wants_setting_aside() => format!("copy:{now}.{crc}"),
            Some(_) | None => [SET_ASIDE, &crc].concat(),
        }
    }
}

/// How to write the next revision to a store.
#[derive(Debug, PartialEq, Eq)]
pub struct Plan {
    /// The slot to write: never the one that holds the newest copy that reads.
    pub slot: &'static str,
    /// The highest revision that the store holds; the next one is above it.
    pub above: u64,
    /// What must be safe before.
    pub aside: Vec<Aside>,
    /// The highest revision that another page, which knows of the pen, wrote and this one never read; 0 for none.
    pub rival: u64,
}

/// What a write may do, as it finds the stores in its own transaction; the last one that a store says holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It is written.
    Written,
    /// The pen went on in another tab, while this page's thread stood still: the text becomes a dated copy.
    Copied,
    /// All was erased meanwhile: nothing is written.
    Dropped,
}

impl Plan {
    /// What a page that knows of the erasure `known` may do with this revision, in a store that has the mark `found`. It
    /// never goes above a revision that it has not read.
    pub fn fate(&self, revision: u64, known: Erasure, found: Erasure) -> Fate {
        if found.is_after(known) {
            Fate::Dropped
        } else if self.rival > 0 && self.rival >= revision {
            Fate::Copied
        } else {
            Fate::Written
        }
    }
}

impl<T: Content> Seen<T> {
    /// Takes note of what the start read. Gives the texts that do not read whole and were not known yet.
    ///
    /// A version as new as the one that was chosen, but different, is left unknown: the next write then
    /// keeps it as a copy. So is one from which the chosen one does not come.
    pub fn learn(&mut self, copies: &[Kept], start: &Start<T>) -> Vec<Aside> {
        let mut unread = Vec::new();
        let stranger = stranger(copies, start);
        for (kept, verdict) in copies.iter().zip(&start.verdicts) {
            let Kept::Text(text) = kept else { continue };
            let is_rival = stranger == Some(text.as_str())
                || *verdict == Verdict::Good(start.revision) && start.chosen.as_ref() != Some(text);
            let is_safe = !verdict.wants_setting_aside();
            if is_rival {
                // Even where this page wrote it: what is shown from now on does not come from it.
                self.forget(text);
            } else if self.get(text).is_none() {
                self.add(text, *verdict, is_safe);
                if !is_safe {
                    unread.push(aside(text, *verdict, false));
                }
            }
        }
        unread
    }

    /// Whether what was read is news to a page that shows this revision: newer, or as new and another's.
    pub fn is_news(&self, start: &Start<T>, revision: u64) -> bool {
        let is_unknown = |text: &String| self.get(text).is_none();
        start.revision > revision
            || start.revision == revision && start.chosen.as_ref().is_some_and(is_unknown)
    }

    /// Takes note of a text that this page wrote, as this revision.
    pub fn wrote(&mut self, text: &str, revision: u64) {
        // The same text goes into both stores.
        if self.get(text).is_none_or(|known| !known.is_safe) {
            self.add(text, Verdict::Good(revision), true);
        }
    }

    /// Takes note that this text is now kept elsewhere.
    pub fn record_aside(&mut self, aside: &Aside) {
        self.forget(&aside.text);
        self.add(&aside.text, aside.verdict, true);
    }

    /// How to write the next revision to a store whose slots hold this now.
    pub fn plan(&self, present: &[Kept]) -> Plan {
        let mut plan = Plan {
            slot: SLOTS[0],
            above: 0,
            aside: Vec::new(),
            rival: 0,
        };
        let mut newest = None;
        for (kept, other) in present.iter().zip([SLOTS[1], SLOTS[0]]) {
            let Kept::Text(text) = kept else { continue };
            let known = self.get(text);
            let verdict = known.map_or_else(|| glance::<T>(kept), |known| known.verdict);
            if known.is_none() && Record::is_sealed(text) {
                plan.rival = plan.rival.max(verdict.number());
            }
            let is_met = plan.aside.iter().any(|aside| aside.text == *text);
            if !is_met && known.is_none_or(|known| !known.is_safe) {
                plan.aside.push(aside(text, verdict, known.is_some()));
            }
            plan.above = plan.above.max(verdict.number());
            if verdict.revision().is_some() && verdict.revision() > newest {
                newest = verdict.revision();
                plan.slot = other;
            }
        }
        plan
    }

    fn get(&self, text: &str) -> Option<&Known> {
        let is_same = |known: &&Known| matches!(&known.look, Look::Whole(own) if own == text);
        self.0.iter().find(is_same).or_else(|| {
            let sum = Look::Sum(crc_32(text.as_bytes()));
            self.0.iter().find(|known| known.look == sum)
        })
    }

    fn forget(&mut self, text: &str) {
        let sum = crc_32(text.as_bytes());
        self.0.retain(|known| known.look.sum() != sum);
    }

    fn add(&mut self, text: &str, verdict: Verdict, is_safe: bool) {
        self.0.push(Known {
            look: Look::Whole(text.to_owned()),
            verdict,
            is_safe,
        });
        let whole = self.0.len().saturating_sub(WHOLE);
        // Those before were summed when they came to stand there.
        if let Some(known) = self.0.get_mut(..whole).and_then(<[Known]>::last_mut) {
            known.look = Look::Sum(known.look.sum());
        }
    }
}

/// Of the newest texts of the two stores the one that was not chosen, where it is no ancestor of the other:
/// localStorage was written while the database was out of reach, from something else than what that holds.
fn stranger<'a, T>(copies: &'a [Kept], start: &Start<T>) -> Option<&'a str> {
    let newest = |slots: Range<usize>| {
        let verdicts = start.verdicts.get(slots.clone())?;
        let texts = copies.get(slots)?.iter().map(Kept::text).zip(verdicts);
        let newest = texts.max_by_key(|(_, verdict)| verdict.revision())?;
        newest.0.filter(|_| newest.1.revision().is_some())
    };
    let (local, database) = (newest(0..2)?, newest(2..4)?);
    let base = Record::read(local).ok()?.alone?;
    let goes_back = local == database || base.split(' ').any(|sum| sum == checksum(database));
    let is_met = || Record::read(database).is_ok_and(|one| one.met == Some(checksum(local)));
    let is_local_chosen = start.chosen.as_deref() == Some(local);
    let other = if is_local_chosen { database } else { local };
    (!goes_back && !is_met()).then_some(other)
}

/// Checksum of the offline work already merged: the newest text of localStorage, where that was written without
/// the database. The next records of the database have it as [`Record::met`].
pub fn met(copies: &[Kept]) -> Option<String> {
    let records = copies.iter().take(SLOTS.len()).filter_map(Kept::text);
    let records = records.filter_map(|text| Some((Record::read(text).ok()?, text)));
    let (newest, text) = records.max_by_key(|(record, _)| record.revision)?;
    newest.alone.map(|_| checksum(text))
}

fn aside(text: &str, verdict: Verdict, is_told: bool) -> Aside {
    Aside {
        text: text.to_owned(),
        verdict,
        is_told,
    }
}
