//! A short print of contents (FNV-1a, 64 bits): enough to see that something changed, not against ill will.

use crate::process::Outcome;
use std::fs;
use std::path::{Path, PathBuf};

/// The print of what was fed so far.
#[derive(Clone, Copy)]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// The print of nothing.
    pub fn new() -> Self {
        Fingerprint(0xcbf2_9ce4_8422_2325)
    }

    /// Adds bytes, and their number: « ab » then « c » differs from « a » then « bc ».
    pub fn feed(mut self, bytes: &[u8]) -> Self {
        let length = (bytes.len() as u64).to_le_bytes();
        for byte in bytes.iter().chain(&length) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        self
    }

    /// Adds a file, or every file under a folder, with their names; what is absent counts as absent.
    pub fn feed_path(self, root: &Path, path: &Path) -> Outcome<Self> {
        let name = path
            .strip_prefix(root)
            .unwrap_or(path)
            .to_string_lossy()
            .replace('\\', "/");
        let print = self.feed(name.as_bytes());
        if path.is_dir() {
            return sorted(path)?
                .iter()
                .try_fold(print, |print, entry| print.feed_path(root, entry));
        }
        match fs::read(path) {
            Ok(content) => Ok(print.feed(&content)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(print),
            Err(error) => Err(format!("cannot read {}: {error}.", path.display())),
        }
    }

    /// Sixteen hexadecimal digits.
    pub fn text(self) -> String {
        format!("{:016x}", self.0)
    }
}

fn sorted(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let cannot = |error: std::io::Error| format!("cannot read {}: {error}.", folder.display());
    let entries = fs::read_dir(folder).map_err(cannot)?;
    let mut paths = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(cannot)?;
    paths.sort();
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_bytes_give_the_same_print_and_cuts_count() {
        let once = Fingerprint::new().feed(b"ab").feed(b"c").text();
        assert_eq!(once, Fingerprint::new().feed(b"ab").feed(b"c").text());
        assert_ne!(once, Fingerprint::new().feed(b"a").feed(b"bc").text());
        assert_eq!(once.len(), 16);
    }

    #[test]
    fn what_is_absent_has_a_print_too() {
        let root = std::env::temp_dir();
        let absent = root.join("numea-no-such-file");
        assert!(Fingerprint::new().feed_path(&root, &absent).is_ok());
    }
}
