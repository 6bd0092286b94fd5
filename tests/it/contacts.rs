//! Whom the school turns to: noting it, changing it back, keeping it.

use crate::support::{self, change};
use numea::domain::formats::document::{read_document, write_document};
use numea::domain::formats::history::History;
use numea::domain::school::contacts::{ContactKind, Contacts, LINE_MAX, OTHERS_MAX};
use numea::domain::school::dossier::{Change, Dossier, Subject};
use numea::domain::school::undo::Way;

fn with(dossier: &Dossier, kind: ContactKind, text: &str) -> Change {
    let mut contacts = dossier.contacts.clone();
    contacts.set(kind, text);
    Change::SetContacts(contacts)
}

#[test]
fn typing_a_contact_is_undone_in_one_step_and_another_contact_parts_it() {
    let mut dossier = Dossier::default();
    let mut undo = History::default();
    for (kind, text) in [
        (ContactKind::Drtic, "M"),
        (ContactKind::Drtic, "Mme D."),
        (ContactKind::Maintenance, "Prestataire"),
        (ContactKind::Drtic, "Mme D., 01 23"),
    ] {
        let edit = with(&dossier, kind, text);
        assert!(support::edit(&mut undo, &mut dossier, edit));
    }
    assert_eq!(undo.next_subject(Way::Back), Some(Subject::Contacts));
    assert!(!dossier.is_blank());
    let mut seen = Vec::new();
    while support::back(&mut undo, &mut dossier) {
        let noted = |kind| dossier.contacts.get(kind).to_owned();
        seen.push([noted(ContactKind::Drtic), noted(ContactKind::Maintenance)]);
    }
    assert_eq!(seen, [["Mme D.", "Prestataire"], ["Mme D.", ""], ["", ""]]);
    assert!(dossier.is_blank());
}

#[test]
fn noting_the_same_contacts_again_changes_nothing() {
    let mut dossier = Dossier::default();
    let same = Change::SetContacts(Contacts::default());
    assert_eq!(change(&mut dossier, same), None);
    assert_eq!(dossier, Dossier::default());
}

#[test]
fn contacts_are_cut_to_their_longest_never_refused() {
    let mut contacts = Contacts::default();
    for kind in ContactKind::ALL {
        contacts.set(kind, &"é".repeat(OTHERS_MAX + 1));
        let is_free = kind == ContactKind::Others;
        let longest = if is_free { OTHERS_MAX } else { LINE_MAX };
        assert_eq!(contacts.get(kind).chars().count(), longest, "{kind:?}");
    }
}

#[test]
fn only_what_was_noted_is_shown_and_only_what_is_not_empty_is_written() {
    let mut dossier = Dossier::default();
    dossier.contacts.set(ContactKind::Authority, "  ");
    dossier
        .contacts
        .set(ContactKind::Others, "Réseau\nrégional");
    let filled: Vec<_> = dossier.contacts.filled().collect();
    assert_eq!(filled, [(ContactKind::Others, "Réseau\nrégional")]);
    let text = write_document(&dossier);
    assert!(
        text.contains(r#""contacts":{"authority":"  ","others":"Réseau\nrégional"}"#),
        "{text}"
    );
    assert!(!write_document(&Dossier::default()).contains("contacts"));
}

/// Names are a file format: one of each kind, as written.
#[test]
fn the_contacts_of_format_1_are_read_for_ever() {
    let restored = read_document(include_str!("fixtures/dossier-1-contacts.json")).unwrap();
    assert!(restored.left_out.is_empty(), "{:?}", restored.left_out);
    let noted: Vec<_> = restored.dossier.contacts.filled().collect();
    assert_eq!(
        noted,
        [
            (ContactKind::SchoolLead, "Professeure TIM, bâtiment B"),
            (ContactKind::Drtic, "drtic@exemple.fr"),
            (
                ContactKind::RegionalLead,
                "Référente régionale, 01 23 45 67 89"
            ),
            (ContactKind::DraafSrfd, "SRFD, pôle pédagogie"),
            (
                ContactKind::Authority,
                "Conseil régional, direction des lycées"
            ),
            (ContactKind::Maintenance, "Guichet : assistance@exemple.fr"),
            (
                ContactKind::Others,
                "Réseau documentaire\nAssociation des anciens"
            ),
        ]
    );
}

#[test]
fn what_makes_no_sense_in_the_contacts_is_left_out_and_reported() {
    let long = "é".repeat(LINE_MAX + 1);
    let text = r#"{"format":"numea-dossier","version":1,
        "contacts":{"drtic":"LONG","maintenance":5,"cook":"x","others":"ici"}}"#;
    let restored = read_document(&text.replace("LONG", &long)).unwrap();
    assert_eq!(
        restored.left_out,
        ["contacts/cook", "contacts/drtic", "contacts/maintenance"]
    );
    let contacts = restored.dossier.contacts;
    assert_eq!(
        contacts.get(ContactKind::Drtic).chars().count(),
        LINE_MAX,
        "cut, not lost"
    );
    assert_eq!(contacts.get(ContactKind::Others), "ici");
    let whole = r#"{"format":"numea-dossier","version":1,"contacts":[]}"#;
    assert_eq!(read_document(whole).unwrap().left_out, ["contacts"]);
}
