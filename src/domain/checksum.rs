//! CRC-32, by which what was cut or damaged is seen.

use crc::{CRC_32_ISO_HDLC, Crc, Digest, Table};
use std::sync::LazyLock;

/// The table is made at the first sum, and is nothing to load.
static CRC_32: LazyLock<Crc<u32, Table<1>>> =
    LazyLock::new(|| Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC));

/// CRC-32.
pub fn crc_32(bytes: &[u8]) -> u32 {
    CRC_32.checksum(bytes)
}

/// CRC-32 of a text, eight hexadecimal digits.
pub fn checksum(text: &str) -> String {
    hexadecimal(crc_32(text.as_bytes()))
}

/// A CRC-32 as eight hexadecimal digits.
pub fn hexadecimal(sum: u32) -> String {
    format!("{sum:08x}")
}

/// CRC-32 of bytes that come one after the other.
#[derive(Clone)]
pub struct Crc32(Digest<'static, u32, Table<1>>);

impl Crc32 {
    /// That of no bytes.
    pub fn start() -> Self {
        Self(CRC_32.digest())
    }

    /// Adds the next byte.
    pub fn add(&mut self, byte: u8) {
        self.0.update(&[byte]);
    }

    /// Adds the next bytes.
    pub fn add_all(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// That of all the bytes so far.
    pub fn so_far(&self) -> u32 {
        self.0.clone().finalize()
    }
}
