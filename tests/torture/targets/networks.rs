//! « Réseau »: files with the dossiers and links of many schools, and zips of such files.

use super::{OFFICIAL, text};
use numea::documents::archive::Archive;
use numea::domain::network::{Found, SIZE_MAX, read_file};

/// Any bytes as a file, and as a zip. What is counted was answered and is found again the same; no more is inflated than the
/// directory says.
pub fn network(data: &[u8]) {
    let text = text(data);
    let found = read_file(&text, &OFFICIAL);
    for (_, one) in &found {
        if let Found::School(school) = one {
            assert!(school.positioning.progress.answered > 0);
            assert!(school.missing.len() <= OFFICIAL.items().count());
        }
    }
    assert_eq!(read_file(&text, &OFFICIAL), found);
    let Ok(archive) = Archive::open(data.to_vec()) else {
        return;
    };
    let sizes: Vec<_> = archive.files().map(|(_, size)| size).collect();
    for (place, size) in sizes.into_iter().enumerate() {
        if let Ok(bytes) = archive.read(place) {
            assert!(bytes.len() == size && size <= SIZE_MAX);
        }
    }
}
