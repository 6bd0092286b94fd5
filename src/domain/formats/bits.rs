//! Small numbers side by side in bytes, the highest bit of each first.

/// Writes numbers of a given width.
#[derive(Clone, Debug, Default)]
pub struct BitWriter {
    bytes: Vec<u8>,
    /// Bits written.
    len: usize,
}

impl BitWriter {
    /// Adds the lowest `width` bits of a value, 0 to 32.
    pub fn push(&mut self, value: u32, width: u32) {
        for place in (0..width).rev() {
            if self.len.is_multiple_of(8) {
                self.bytes.push(0);
            }
            if let Some(last) = self.bytes.last_mut()
                && value >> place & 1 == 1
            {
                *last |= 0x80 >> (self.len % 8);
            }
            self.len += 1;
        }
    }

    /// The bytes; what is left of the last one is 0.
    pub fn finish(self) -> Vec<u8> {
        self.bytes
    }
}

/// Reads them back.
#[derive(Clone, Debug)]
pub struct BitReader<'a> {
    bytes: &'a [u8],
    /// Bits read.
    at: usize,
}

impl<'a> BitReader<'a> {
    /// Starts at the first bit.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// The next number of `width` bits, 0 to 32; `None` where the bytes end before.
    pub fn take(&mut self, width: u32) -> Option<u32> {
        (0..width).try_fold(0, |value, _| {
            let byte = *self.bytes.get(self.at / 8)?;
            let bit = byte >> (7 - self.at % 8) & 1;
            self.at += 1;
            Some(value << 1 | u32::from(bit))
        })
    }
}
