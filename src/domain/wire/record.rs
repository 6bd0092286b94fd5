//! What one store keeps: a document, its revision, and a checksum over the document's exact bytes,
//! so that a copy that was cut or damaged is never taken for work.

use serde::{Deserialize, Serialize};

/// One kept copy, version 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Grows by one with each edit; the newest copy that verifies wins.
    pub revision: u64,
    /// CRC-32 of `body`, eight hexadecimal digits.
    pub crc: String,
    /// The document, as written by [`super::document::write_document`].
    pub body: String,
}

/// Why a kept text is no record.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// Not the JSON of a record.
    #[error("not a record: {0}")]
    Json(#[from] serde_json::Error),
    /// The checksum does not match.
    #[error("the checksum does not match")]
    Checksum,
}

impl Record {
    /// A record of this document.
    pub fn new(revision: u64, body: String) -> Self {
        Self {
            revision,
            crc: checksum(&body),
            body,
        }
    }

    /// Reads and verifies a kept text.
    pub fn read(text: &str) -> Result<Self, RecordError> {
        let record: Self = serde_json::from_str(text)?;
        if record.crc == checksum(&record.body) {
            Ok(record)
        } else {
            Err(RecordError::Checksum)
        }
    }
}

/// CRC-32 of a text, eight hexadecimal digits.
pub fn checksum(text: &str) -> String {
    format!("{:08x}", crc32fast::hash(text.as_bytes()))
}
