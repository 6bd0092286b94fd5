//! CRC-32 (ISO-HDLC, as in zip and PNG), by which what was cut or damaged is seen. Of our own: `docs/decisions/crc-tables.md`.

use std::sync::LazyLock;

/// The polynomial, its bits in reverse.
const POLYNOMIAL: u32 = 0xedb8_8320;

/// What a byte comes to, and what it comes to with one to seven zero bytes after it. Made at the first sum, and nothing to load.
static TABLES: LazyLock<[[u32; 256]; 8]> = LazyLock::new(|| {
    let mut tables = [[0; 256]; 8];
    for byte in 0..=u8::MAX {
        let mut sum = u32::from(byte);
        for table in &mut tables {
            for _ in 0..8 {
                sum = (sum >> 1) ^ (POLYNOMIAL & (sum & 1).wrapping_neg());
            }
            if let Some(entry) = table.get_mut(usize::from(byte)) {
                *entry = sum;
            }
        }
    }
    tables
});

/// CRC-32.
pub fn crc_32(bytes: &[u8]) -> u32 {
    let mut sum = Crc32::start();
    sum.add_all(bytes);
    sum.so_far()
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
pub struct Crc32(u32);

impl Crc32 {
    /// That of no bytes.
    pub fn start() -> Self {
        Self(!0)
    }

    /// Adds the next byte.
    pub fn add(&mut self, byte: u8) {
        self.add_all(&[byte]);
    }

    /// Adds the next bytes, eight at a time: each has a table of its own.
    pub fn add_all(&mut self, bytes: &[u8]) {
        let tables = &*TABLES;
        let (eights, rest) = bytes.as_chunks::<8>();
        for eight in eights {
            let mixed = u64::from_le_bytes(*eight) ^ u64::from(self.0);
            let entries = mixed.to_le_bytes().into_iter().zip(tables.iter().rev());
            self.0 = entries.fold(0, |sum, (byte, table)| sum ^ entry(table, byte));
        }
        let [first, ..] = tables;
        for byte in rest {
            let [low, ..] = self.0.to_le_bytes();
            self.0 = (self.0 >> 8) ^ entry(first, byte ^ low);
        }
    }

    /// That of all the bytes so far.
    pub fn so_far(&self) -> u32 {
        !self.0
    }
}

/// A table has an entry for each byte.
fn entry(table: &[u32; 256], byte: u8) -> u32 {
    table.get(usize::from(byte)).copied().unwrap_or_default()
}
