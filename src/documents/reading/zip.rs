//! The zip around a workbook, or around many files. Its sizes are what somebody wrote: each is checked before anything is inflated, and again
//! while it is.

use miniz_oxide::inflate::decompress_to_vec_with_limit;
use std::borrow::Cow;
use std::cell::Cell;

use super::xml::PIECES_MAX;
use crate::domain::checksum::crc_32;
use crate::domain::school::import::Refusal;

/// Most entries of a workbook.
pub const ENTRIES_MAX: usize = 4_096;
/// Most bytes that a workbook says it holds, of all entries together.
pub const DECLARED_MAX: usize = 64 << 20;
/// Most bytes that are inflated, of the entries that are read: more would stop the page for a second.
pub const INFLATED_MAX: usize = 32 << 20;

const END: [u8; 4] = *b"PK\x05\x06";
const ENTRY: [u8; 4] = *b"PK\x01\x02";
const LOCAL: [u8; 4] = *b"PK\x03\x04";
/// Length of the end of the directory, without its comment.
const END_LEN: usize = 22;
/// Longest comment.
const COMMENT_MAX: usize = 65_535;

/// How much of a zip is read.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Most bytes that it says it holds, of all entries together.
    pub declared: usize,
    /// Most bytes that are inflated, of the entries that are read.
    pub inflated: usize,
}

/// How much of a workbook is read.
pub const OF_WORKBOOK: Limits = Limits {
    declared: DECLARED_MAX,
    inflated: INFLATED_MAX,
};

struct Entry {
    name: String,
    is_encrypted: bool,
    method: u16,
    crc: u32,
    compressed: usize,
    size: usize,
    at: usize,
}

/// A zip whose directory was read.
pub struct Zip<'a> {
    bytes: Cow<'a, [u8]>,
    entries: Vec<Entry>,
    limits: Limits,
    /// How many bytes were inflated.
    inflated: Cell<usize>,
    /// How many pieces of XML may still be read.
    pub pieces: Cell<usize>,
}

impl<'a> Zip<'a> {
    /// Reads the directory of a workbook.
    ///
    /// # Errors
    /// Where it is cut, has too many entries, or says that it holds more than is inflated.
    pub fn read(bytes: &'a [u8]) -> Result<Self, Refusal> {
        Self::within(Cow::Borrowed(bytes), OF_WORKBOOK)
    }

    /// Reads the directory of a zip of which this much is read.
    ///
    /// # Errors
    /// As [`Zip::read`].
    pub fn within(zip: Cow<'a, [u8]>, limits: Limits) -> Result<Self, Refusal> {
        let bytes: &[u8] = &zip;
        let end = find_end(bytes).ok_or(Refusal::Damaged)?;
        let count = usize::from(u16_at(bytes, end + 10).ok_or(Refusal::Damaged)?);
        let mut at = usize_at(bytes, end + 16).ok_or(Refusal::Damaged)?;
        if count > ENTRIES_MAX {
            return Err(Refusal::Bomb);
        }
        let mut entries = Vec::new();
        for _ in 0..count {
            let (entry, next) = entry(bytes, at).ok_or(Refusal::Damaged)?;
            entries.push(entry);
            at = next;
        }
        let sizes = entries.iter().map(|entry| entry.size);
        if sizes.fold(0, usize::saturating_add) > limits.declared {
            return Err(Refusal::Bomb);
        }
        Ok(Self {
            bytes: zip,
            entries,
            limits,
            inflated: Cell::new(0),
            pieces: Cell::new(PIECES_MAX),
        })
    }

    /// The names of its entries.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.name.as_str())
    }

    /// Whether it has this entry.
    pub fn has(&self, name: &str) -> bool {
        self.names().any(|one| one == name)
    }

    /// The text of an entry; `None` where there is none of this name.
    ///
    /// # Errors
    /// Where it is damaged, encrypted, no UTF-8, or more than is inflated.
    pub fn text(&self, name: &str) -> Result<Option<String>, Refusal> {
        // Some programs write other capitals in the directory than in what names an entry.
        let is_it = |entry: &&Entry| entry.name.eq_ignore_ascii_case(name);
        let Some(entry) = self.entries.iter().find(is_it) else {
            return Ok(None);
        };
        let bytes = self.inflate(entry)?;
        String::from_utf8(bytes)
            .map(Some)
            .map_err(|_| Refusal::Damaged)
    }

    /// The names and sizes of its entries, as its directory says them.
    pub fn sizes(&self) -> impl Iterator<Item = (&str, usize)> {
        let said = |entry: &Entry| entry.size;
        self.names().zip(self.entries.iter().map(said))
    }

    /// The bytes of the entry at this place, from 0.
    ///
    /// # Errors
    /// As [`Zip::text`], whatever the bytes are; where there is no such entry.
    pub fn bytes_at(&self, place: usize) -> Result<Vec<u8>, Refusal> {
        let entry = self.entries.get(place).ok_or(Refusal::Damaged)?;
        self.inflate(entry)
    }

    fn inflate(&self, entry: &Entry) -> Result<Vec<u8>, Refusal> {
        if entry.is_encrypted {
            return Err(Refusal::Password);
        }
        if self.inflated.get() + entry.size > self.limits.inflated {
            return Err(Refusal::TooLarge);
        }
        let data = data(&self.bytes, entry).ok_or(Refusal::Damaged)?;
        // An entry may say that it is small and be large: never more than it said.
        let bytes = match entry.method {
            0 if data.len() == entry.size => data.to_vec(),
            8 => decompress_to_vec_with_limit(data, entry.size).map_err(|_| Refusal::Damaged)?,
            _ => return Err(Refusal::Damaged),
        };
        // The same entry may be asked for again.
        self.inflated.set(self.inflated.get() + bytes.len());
        let is_whole = bytes.len() == entry.size && crc_32(&bytes) == entry.crc;
        is_whole.then_some(bytes).ok_or(Refusal::Damaged)
    }
}

/// Where the end of the directory is: the last thing but a comment.
fn find_end(bytes: &[u8]) -> Option<usize> {
    let last = bytes.len().checked_sub(END_LEN)?;
    let first = last.saturating_sub(COMMENT_MAX);
    let is_end = |at: &usize| bytes.get(*at..).is_some_and(|rest| rest.starts_with(&END));
    (first..=last).rev().find(is_end)
}

/// The entry of the directory that starts here, and where the next one does.
fn entry(bytes: &[u8], at: usize) -> Option<(Entry, usize)> {
    let head = bytes.get(at..at.checked_add(46)?)?;
    if !head.starts_with(&ENTRY) {
        return None;
    }
    let [name_len, extra_len, comment_len] =
        [28, 30, 32].map(|place| u16_at(head, place).map_or(0, usize::from));
    let name = bytes.get(at + 46..at + 46 + name_len)?;
    let entry = Entry {
        name: String::from_utf8_lossy(name).into_owned(),
        is_encrypted: u16_at(head, 8)? & 1 != 0,
        method: u16_at(head, 10)?,
        crc: u32_at(head, 16)?,
        compressed: usize_at(head, 20)?,
        size: usize_at(head, 24)?,
        at: usize_at(head, 42)?,
    };
    Some((entry, at + 46 + name_len + extra_len + comment_len))
}

/// The bytes of an entry as they lie there.
fn data<'a>(bytes: &'a [u8], entry: &Entry) -> Option<&'a [u8]> {
    let head = bytes.get(entry.at..entry.at.checked_add(30)?)?;
    if !head.starts_with(&LOCAL) {
        return None;
    }
    let start = entry.at + 30 + usize::from(u16_at(head, 26)?) + usize::from(u16_at(head, 28)?);
    bytes.get(start..start.checked_add(entry.compressed)?)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(two.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}

fn usize_at(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32_at(bytes, at)?).ok()
}
