//! What one store keeps: a document, its revision, a checksum over the document's exact bytes, and a seal
//! over the revision and the document, so that a copy that was cut or damaged is never taken for work, nor
//! an old one for the newest.

use crate::domain::checksum::{Crc32, checksum, hexadecimal};
use crate::domain::json::{Members, NotThis, number, quoted, string};

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
    /// The document, byte for byte.
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
        let Self {
            revision,
            alone,
            met,
            body,
        } = self;
        let mut members = Members::default();
        members.set("revision", revision.to_string());
        members.set("crc", quoted(&checksum(body)));
        for (name, sums) in [("alone", alone), ("met", met)] {
            if let Some(sums) = sums {
                members.set(name, quoted(sums));
            }
        }
        members.set("seal", quoted(&self.seal()));
        members.set("body", quoted(body));
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
        let mut sum = Crc32::start();
        sum.add_all(self.revision.to_string().as_bytes());
        sum.add_all(b" ");
        for sums in [&self.alone, &self.met].into_iter().flatten() {
            sum.add_all(sums.as_bytes());
            sum.add_all(b" ");
        }
        sum.add_all(self.body.as_bytes());
        hexadecimal(sum.so_far())
    }
}
