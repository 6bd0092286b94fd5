//! « Centres »: the list of the dossiers of one browser, and the file that holds several.

use numea::domain::date::Day;
use numea::domain::formats::centres::{is_centres, read_centres, write_centres};
use numea::domain::formats::document::{DocumentError, read_document, write_document};
use numea::domain::formats::file::{FileError, write_file};
use numea::domain::formats::library::{read_entry, write_entry};
use numea::domain::json::quoted;
use numea::domain::safekeeping::record::Record;
use numea::domain::school::dossier::{Bin, Dossier};
use numea::domain::school::identity::{CentreKind, Identity};
use numea::domain::school::library::{Entry, Kind, Library, Listed, NAME_MAX, State};
use numea::domain::stored::read_several;
use numea::domain::world::DossierId;
use proptest::prelude::*;

fn id(text: &str) -> DossierId {
    DossierId::read(text).unwrap()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn any_kind() -> impl Strategy<Value = Option<Kind>> {
    let named = proptest::sample::select(CentreKind::ALL.to_vec()).prop_map(Kind::Named);
    proptest::option::of(prop_oneof![
        named,
        "[a-zé]{1,40}".prop_map(|words| Kind::other(&words).unwrap())
    ])
}

/// Entries of a few dossiers at a few moments, so that they meet.
fn any_entry() -> impl Strategy<Value = Entry> {
    let ids = proptest::sample::select(vec!["00000000", "0000000a", "1f2e3d4c"]);
    let binned =
        proptest::option::of(1_u32..3_000_000).prop_map(|day| day.and_then(Day::from_number));
    let listed = (any_kind(), "[ -~é]{0,90}", any::<bool>(), binned).prop_map(
        |(kind, name, is_archived, binned)| {
            State::Listed(Listed {
                is_archived,
                binned,
                ..Listed::named(kind, &name)
            })
        },
    );
    let state = prop_oneof![4 => listed, 1 => Just(State::Gone)];
    (ids, 0_u64..4, state).prop_map(|(text, changed, state)| Entry {
        changed,
        state,
        id: id(text),
    })
}

fn any_library() -> impl Strategy<Value = Vec<Entry>> {
    proptest::collection::vec(any_entry(), 0..8)
}

fn merged(lists: &[&[Entry]]) -> Library {
    lists.iter().copied().flatten().cloned().collect()
}

proptest! {
    #[test]
    fn merging_lists_is_commutative_associative_and_idempotent(a in any_library(), b in any_library(), c in any_library()) {
        prop_assert_eq!(merged(&[&a, &b]), merged(&[&b, &a]));
        let left: Vec<_> = merged(&[&a, &b]).entries().cloned().collect();
        let right: Vec<_> = merged(&[&b, &c]).entries().cloned().collect();
        prop_assert_eq!(merged(&[&left, &c]), merged(&[&a, &right]));
        prop_assert_eq!(merged(&[&a, &a, &left]), merged(&[&a, &b]));
    }

    #[test]
    fn an_entry_that_replaces_another_wins_whatever_the_clock_says(a in any_entry(), state in any_entry(), now in 0_u64..4) {
        let after = a.replaced(state.state, now);
        let both = merged(&[std::slice::from_ref(&after), std::slice::from_ref(&a)]);
        prop_assert_eq!(both.get(a.id), Some(&after));
    }

    #[test]
    fn every_entry_is_read_back_as_it_was_written(entry in any_entry()) {
        let text = write_entry(&entry);
        prop_assert_eq!(read_entry(&text), Ok(entry));
    }

    #[test]
    fn no_text_of_a_store_is_too_odd_to_be_read_or_refused(text in "\\PC{0,80}") {
        let _ = read_entry(&text);
        let _ = read_centres(&text);
    }
}

#[test]
fn the_record_of_a_dossier_stays_as_it_was_released() {
    let lines = include_str!("fixtures/centres-entries-1.txt");
    for line in lines.lines() {
        assert_eq!(write_entry(&read_entry(line).unwrap()), line);
    }
    assert_eq!(lines.lines().count(), 4);
    let newer = lines
        .lines()
        .next()
        .unwrap()
        .replace("\"version\":1", "\"version\":2");
    assert_eq!(read_entry(&newer), Err(DocumentError::Newer(2)));
}

#[test]
fn a_deleted_dossier_stays_thirty_days_in_the_bin_and_is_due_then() {
    let mut binned = Listed::named(Some(Kind::Named(CentreKind::Cfa)), "CFA du Val");
    binned.binned = Some(day("2026-11-27"));
    assert_eq!(binned.erased_on(), Some(day("2026-12-27")));
    let library: Library = [Entry::new(id("0000000a"), binned, 1)]
        .into_iter()
        .collect();
    assert_eq!(library.due(day("2026-12-26")), []);
    assert_eq!(library.due(day("2026-12-27")), [id("0000000a")]);
    assert_eq!(library.in_use().len() + library.archived().len(), 0);
    assert_eq!(library.binned().len(), 1);
}

#[test]
fn an_erased_dossier_is_in_no_list_and_its_name_is_kept_nowhere() {
    let entry = Entry::new(id("0000000a"), Listed::named(None, "CFA du Val"), 5);
    let gone = entry.replaced(State::Gone, 1);
    assert!(!write_entry(&gone).contains("Val"));
    let library: Library = [gone, entry].into_iter().collect();
    assert!(!library.has_several() && library.in_use().is_empty() && library.binned().is_empty());
}

#[test]
fn the_first_dossier_comes_first_and_the_others_by_kind_and_name() {
    let entry = |text, kind, name| Entry::new(id(text), Listed::named(kind, name), 1);
    let library: Library = [
        entry("00000003", Some(Kind::Named(CentreKind::Cfa)), "Éclair"),
        entry("00000002", Some(Kind::Named(CentreKind::Cfa)), "Zone"),
        entry("00000001", Some(Kind::Named(CentreKind::Lycee)), "Autre"),
        entry("00000000", None, "Premier"),
    ]
    .into_iter()
    .collect();
    let names: Vec<_> = library
        .in_use()
        .iter()
        .map(|(_, one)| one.title().to_owned())
        .collect();
    assert_eq!(names, ["Premier", "Autre", "Éclair", "Zone"]);
    assert!(library.has_several() && !library.is_full());
}

#[test]
fn a_name_is_one_line_and_a_dossier_without_one_is_called_after_its_kind() {
    let long = Listed::named(None, &"é\n ".repeat(100));
    assert_eq!(long.name.chars().count(), NAME_MAX - 1);
    assert_eq!(
        Listed::named(Some(Kind::Named(CentreKind::Farm)), " ").title(),
        "Exploitation agricole"
    );
    assert_eq!(Kind::other(" \n "), None);
}

fn dossier(name: &str) -> Dossier {
    Dossier {
        identity: Identity {
            centre_name: name.into(),
            ..Identity::default()
        },
        ..Dossier::default()
    }
}

fn file() -> String {
    let one = (
        Listed::named(Some(Kind::Named(CentreKind::Lycee)), "Lycée du Val"),
        write_file(&dossier("Lycée du Val"), Bin::Given),
    );
    let other = (
        Listed::named(Kind::other("Antenne"), "Antenne de la Côte"),
        write_file(&dossier("Antenne de la Côte"), Bin::Given),
    );
    write_centres(&[one, other])
}

#[test]
fn a_file_with_several_dossiers_gives_back_each_of_them() {
    let golden = include_str!("fixtures/centres-1.json");
    assert_eq!(file(), golden);
    assert!(is_centres(golden));
    let read = read_centres(golden).unwrap();
    let names: Vec<_> = read.iter().map(|one| one.listed.title()).collect();
    assert_eq!(names, ["Lycée du Val", "Antenne de la Côte"]);
    for one in &read {
        let (restored, snapshots) = one.content.clone().unwrap();
        assert_eq!(restored.dossier, dossier(one.listed.title()));
        assert!(restored.left_out.is_empty() && snapshots.is_empty());
    }
}

#[test]
fn a_dossier_that_cannot_be_read_takes_nothing_from_the_others_of_its_file() {
    let damaged = file().replacen("numea-dossier", "recette", 1);
    let read = read_centres(&damaged).unwrap();
    assert_eq!(read[0].content, Err(FileError::NotOurs));
    assert!(read[1].content.is_ok());
    let cut = &file()[..file().len() - 4];
    assert_eq!(read_centres(cut).map(|_| ()), Err(FileError::Damaged));
    let newer = file().replacen("\"version\": 1\n}", "\"version\": 9\n}", 1);
    assert_eq!(read_centres(&newer).map(|_| ()), Err(FileError::Newer(9)));
    assert!(!is_centres(&write_file(&Dossier::default(), Bin::Given)));
}

#[test]
fn what_the_guard_gives_after_a_crash_holds_every_dossier_with_its_name() {
    let record = |name: &str| quoted(&Record::new(3, write_document(&dossier(name))).write());
    let entry = Entry::new(
        id("1f2e3d4c"),
        Listed::named(Some(Kind::Named(CentreKind::Cfa)), "CFA du Val"),
        1,
    );
    let rescue = format!(
        r#"{{"format":"numea-rescue","complete":true,"local":{{"numea:v1:dossier":{}}},"database":{{}},
            "library":{{"local":{{}},"database":{{"1f2e3d4c":{}}}}},
            "centres":{{"1f2e3d4c":{{"local":{{}},"database":{{"dossier-b":{}}}}},"0000000b":{{"local":{{}},"database":{{}}}}}}}}"#,
        record("Lycée"),
        quoted(&write_entry(&entry)),
        record("CFA"),
    );
    let read = read_several(&rescue).unwrap().unwrap();
    let of = |place: usize| read[place].content.clone().unwrap().0.dossier;
    assert_eq!(read.len(), 2, "nothing was written in the third");
    assert_eq!((of(0), of(1)), (dossier("Lycée"), dossier("CFA")));
    assert_eq!(read[1].listed.title(), "CFA du Val");
    assert!(read_several(&write_file(&Dossier::default(), Bin::Given)).is_none());
}

#[test]
fn an_identity_and_the_list_of_centres_know_the_same_kinds_and_write_them_alike() {
    for kind in CentreKind::ALL {
        let identity = Identity {
            centre: Some(kind),
            ..Identity::default()
        };
        let dossier = Dossier {
            identity,
            ..Dossier::default()
        };
        let text = write_document(&dossier);
        assert_eq!(read_document(&text).unwrap().dossier, dossier);
        let listed = Listed::named(Some(Kind::Named(kind)), "");
        assert_eq!(listed.title(), kind.text());
        assert_eq!(listed.kind.as_ref().and_then(Kind::centre), Some(kind));
        let entry = write_entry(&Entry::new(DossierId::FIRST, listed, 1));
        let name = entry.split("\"kind\":").nth(1).unwrap();
        let name = name.split(',').next().unwrap();
        assert!(text.contains(&["\"centre\":", name].concat()), "{text}");
        assert_eq!(CentreKind::named(kind.text()), Some(kind));
    }
}

#[test]
fn another_dossier_in_use_is_opened_in_place_of_one_that_leaves_the_list_and_none_in_place_of_the_last()
 {
    let listed = |is_archived, binned| Listed {
        is_archived,
        binned,
        ..Listed::named(None, "Un centre")
    };
    let [first, other, third] = ["00000000", "0000000a", "0000000b"].map(id);
    let entry = |id, listed| Entry::new(id, listed, 1);
    let mut library: Library = [
        entry(first, listed(false, None)),
        entry(other, listed(true, None)),
        entry(third, listed(false, Some(day("2026-11-28")))),
    ]
    .into_iter()
    .collect();
    assert_eq!(library.beside(first), None);
    library.merge(Entry::new(other, listed(false, None), 2));
    assert_eq!(library.beside(first).map(|(id, _)| id), Some(other));
    assert_eq!(library.beside(other).map(|(id, _)| id), Some(first));
}
