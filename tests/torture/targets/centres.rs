//! Several dossiers in one browser: their list, one file of all, and the positionings taken over the years.

use super::text;
use numea::domain::formats::centres::{read_centres, write_centres};
use numea::domain::formats::handover::write_handover;
use numea::domain::formats::library::{read_entry, write_entry};
use numea::domain::formats::snapshot::{head_of_ends, read_head, read_snapshot, write_snapshot};
use numea::domain::school::dossier::Bin;
use numea::domain::school::library::{DOSSIERS_MAX, KIND_MAX, Kind, Library, Listed, NAME_MAX};
use numea::domain::school::timeline;

/// What the list says of a dossier is within its limits, is written so that the same is read, and goes into a list once.
pub fn library(data: &[u8]) {
    let Ok(entry) = read_entry(&text(data)) else {
        return;
    };
    if let Some(listed) = entry.listed() {
        check(listed);
    }
    assert_eq!(read_entry(&write_entry(&entry)).as_ref(), Ok(&entry));
    let library: Library = [entry.clone(), entry.clone()].into_iter().collect();
    assert!(library.entries().eq([&entry]));
}

fn check(listed: &Listed) {
    assert!(listed.name.chars().count() <= NAME_MAX && !listed.name.contains(char::is_control));
    if let Some(Kind::Other(words)) = &listed.kind {
        assert!(!words.is_empty() && words.chars().count() <= KIND_MAX);
    }
}

/// What opens of a file with several dossiers is written into such a file again so that the same opens; none is put away.
pub fn centres(data: &[u8]) {
    let Ok(all) = read_centres(&text(data)) else {
        return;
    };
    assert!((1..=DOSSIERS_MAX).contains(&all.len()));
    let mut texts = Vec::new();
    let mut whole = Vec::new();
    for one in all {
        check(&one.listed);
        assert!(!one.listed.is_archived && one.listed.binned.is_none());
        let Ok((restored, taken)) = one.content else {
            continue;
        };
        let written: Vec<_> = taken.iter().map(write_snapshot).collect();
        let saved = write_handover(&restored.dossier, Bin::Given, &written);
        assert_eq!(saved.left_out, 0);
        texts.push((one.listed.clone(), saved.text));
        whole.push((one.listed, restored.dossier, taken));
    }
    if texts.is_empty() {
        return;
    }
    let again = read_centres(&write_centres(&texts)).unwrap();
    assert_eq!(again.len(), whole.len());
    for (again, (listed, dossier, taken)) in again.into_iter().zip(whole) {
        let (restored, snapshots) = again.content.unwrap();
        assert_eq!(
            (again.listed, restored.dossier, snapshots),
            (listed, dossier, taken)
        );
        assert_eq!(restored.left_out, Vec::<String>::new());
    }
}

/// A positioning that is read is written so that the same is read, and its two ends tell of it what its text does.
pub fn positioning(data: &[u8]) {
    let text = text(data);
    // Cut in two anywhere, never a crash.
    let half: String = text.chars().take(text.chars().count() / 2).collect();
    let _ = head_of_ends([&half, &text[half.len()..]]);
    let Ok((snapshot, _)) = read_snapshot(&text) else {
        return;
    };
    assert_eq!(read_head(&text), Ok(snapshot.head()));
    assert!(snapshot.name.chars().count() <= timeline::NAME_MAX);
    let written = write_snapshot(&snapshot);
    assert_eq!(head_of_ends([&written, &written]), Some(snapshot.head()));
    let (again, left_out) = read_snapshot(&written).unwrap();
    assert_eq!((again, left_out), (snapshot, Vec::new()));
}
