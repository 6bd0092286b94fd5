//! What one store keeps: a document, its revision, and a checksum over the document's exact bytes,
//! so that a copy that was cut or damaged is never taken for work.

use crc::{CRC_32_ISO_HDLC, Crc, Digest, NoTable};

use super::json::{Members, NotThis, number, quoted, string};

/// One kept copy, version 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Grows by one with each edit; the newest copy that verifies wins.
    pub revision: u64,
    /// The document, as written by [`super::document::write_document`].
    pub body: String,
}

/// Why a kept text is no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// Not the JSON of a record.
    #[error("not a record")]
    Form,
    /// The checksum does not match.
    #[error("the checksum does not match")]
    Checksum,
}

impl From<NotThis> for RecordError {
    fn from(_: NotThis) -> Self {
        Self::Form
    }
}

impl Record {
    /// The text to keep.
    pub fn write(&self) -> String {
        let mut members = Members::default();
        members.set("revision", self.revision.to_string());
        members.set("crc", quoted(&checksum(&self.body)));
        members.set("body", quoted(&self.body));
        members.write()
    }

    /// Reads and verifies a kept text.
    pub fn read(text: &str) -> Result<Self, RecordError> {
        let members = Members::read(text)?;
        let member = |name| members.get(name).ok_or(RecordError::Form);
        let body = string(member("body")?)?;
        if string(member("crc")?)? != checksum(&body) {
            return Err(RecordError::Checksum);
        }
        Ok(Self {
            revision: number(member("revision")?)?,
            body,
        })
    }
}

/// CRC-32 of a text, eight hexadecimal digits.
pub fn checksum(text: &str) -> String {
    format!("{:08x}", crc_32(text.as_bytes()))
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
