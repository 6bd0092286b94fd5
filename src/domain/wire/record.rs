//! What one store keeps: a document, its revision, a checksum over the document's exact bytes, and a seal
//! over the revision and the document, so that a copy that was cut or damaged is never taken for work, nor
//! an old one for the newest.

use crc::{CRC_32_ISO_HDLC, Crc, Digest, NoTable};

use super::json::{Members, NotThis, number, quoted, string};

/// One kept copy, version 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Grows by one with each edit; the newest copy that verifies wins.
    pub revision: u64,
    /// Where it was written while the database was out of reach: the checksums of the texts that this work goes
    /// back to. What the database holds is an ancestor only if it is one of those.
    pub alone: Option<String>,
    /// The checksum of the newest text that localStorage had, where that was written so: what it holds is in this
    /// work, or in a copy.
    pub met: Option<String>,
    /// The document, as written by [`super::document::write_document`].
    pub body: String,
}

/// Why a kept text is no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// Not the JSON of a record.
    #[error("not a record")]
    Form,
    /// The checksum or the seal does not match.
    #[error("the checksum does not match")]
    Checksum,
}

impl From<NotThis> for RecordError {
    fn from(_: NotThis) -> Self {
        Self::Form
    }
}

impl Record {
    /// One that was written with both stores at hand.
    pub fn new(revision: u64, body: String) -> Self {
        Self {
            revision,
            alone: None,
            met: None,
            body,
        }
    }

    /// The text to keep.
    pub fn write(&self) -> String {
        let mut members = Members::default();
        members.set("revision", self.revision.to_string());
        members.set("crc", quoted(&checksum(&self.body)));
        for (name, sums) in [("alone", &self.alone), ("met", &self.met)] {
            if let Some(sums) = sums {
                members.set(name, quoted(sums));
            }
        }
        members.set("seal", quoted(&self.seal()));
        members.set("body", quoted(&self.body));
        members.write()
    }

    /// Reads and verifies a kept text. Version 0.1.0 wrote no seal.
    pub fn read(text: &str) -> Result<Self, RecordError> {
        let members = Members::read(text)?;
        let member = |name| members.get(name).ok_or(RecordError::Form);
        let body = string(member("body")?)?;
        let sums = |name| members.get(name).map(string).transpose();
        let record = Self {
            revision: number(member("revision")?)?,
            alone: sums("alone")?,
            met: sums("met")?,
            body,
        };
        let is_sealed = match members.get("seal") {
            Some(written) => string(written)? == record.seal(),
            None => record.alone.is_none() && record.met.is_none(),
        };
        if !is_sealed || string(member("crc")?)? != checksum(&record.body) {
            return Err(RecordError::Checksum);
        }
        Ok(record)
    }

    /// Whether a kept text has a seal, which the pages of version 0.1.0 wrote none of.
    pub fn is_sealed(text: &str) -> bool {
        Members::read(text).is_ok_and(|members| members.get("seal").is_some())
    }

    /// CRC-32 of « 7 {…} »: the revision, a space, the document; before this one, what stands in `alone` and `met`.
    fn seal(&self) -> String {
        let mut digest = CRC_32.digest();
        digest.update(self.revision.to_string().as_bytes());
        digest.update(b" ");
        for sums in [&self.alone, &self.met].into_iter().flatten() {
            digest.update(sums.as_bytes());
            digest.update(b" ");
        }
        digest.update(self.body.as_bytes());
        hexadecimal(digest.finalize())
    }
}

/// CRC-32 of a text, eight hexadecimal digits.
pub fn checksum(text: &str) -> String {
    hexadecimal(crc_32(text.as_bytes()))
}

fn hexadecimal(sum: u32) -> String {
    format!("{sum:08x}")
}

/// Without tables: they weigh 1 to 16 kB, and a dossier is summed in less than a millisecond.
static CRC_32: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);

/// CRC-32.
pub fn crc_32(bytes: &[u8]) -> u32 {
    CRC_32.checksum(bytes)
}

/// CRC-32 of bytes that come one after the other.
#[derive(Clone)]
pub(super) struct Crc32(Digest<'static, u32, NoTable>);

impl Crc32 {
    pub(super) fn start() -> Self {
        Self(CRC_32.digest())
    }

    pub(super) fn add(&mut self, byte: u8) {
        self.0.update(&[byte]);
    }

    /// That of all the bytes so far.
    pub(super) fn so_far(&self) -> u32 {
        self.0.clone().finalize()
    }
}
