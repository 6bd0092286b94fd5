//! What leaves the device: nothing that was typed is in a link, or in a file, where its box is not ticked.

use crate::support::{OFFICIAL, change, item};
use numea::documents::dossier_link::{read, write};
use numea::domain::formats::base64url;
use numea::domain::formats::document::write_document;
use numea::domain::formats::file::write_file;
use numea::domain::formats::link::{SharedPositioning, write_link};
use numea::domain::json::quoted;
use numea::domain::school::answers::ItemAnswer;
use numea::domain::school::contacts::ContactKind;
use numea::domain::school::dossier::{Bin, Change, Dossier, LeftOut};
use numea::domain::school::identity::Identity;
use numea::domain::school::plan::{FollowUp, Objective, ObjectiveId};
use numea::domain::school::team::Decision;
use numea::domain::stored::read_backup;
use proptest::prelude::*;

/// What a person does; each text that she types is new, and is found nowhere else.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Identify,
    NoteContact(usize),
    NoteItem(usize),
    Decide(usize),
    AddObjective,
    RewriteObjective(u32),
    Delete(u32),
    Recover(u32),
    Erase(u32),
}

fn any_deed() -> impl Strategy<Value = Deed> {
    let id = || 1..6_u32;
    prop_oneof![
        Just(Deed::Identify),
        (0..ContactKind::ALL.len()).prop_map(Deed::NoteContact),
        (0..21_usize).prop_map(Deed::NoteItem),
        (0..21_usize).prop_map(Deed::Decide),
        Just(Deed::AddObjective),
        id().prop_map(Deed::RewriteObjective),
        id().prop_map(Deed::Delete),
        id().prop_map(Deed::Delete),
        id().prop_map(Deed::Recover),
        id().prop_map(Deed::Erase),
    ]
}

/// A dossier being typed, and the texts that it was given, by the box that gives them along.
#[derive(Default)]
struct Typed {
    dossier: Dossier,
    number: usize,
}

impl Typed {
    /// A text like no other, which says where it belongs.
    fn text(&mut self, part: &str) -> String {
        self.number += 1;
        format!("{part}{}z", self.number)
    }

    fn objective(&mut self) -> Objective {
        let place = Objective::new("1.1".parse().unwrap());
        // Without `..`: a text that joins an objective is typed here too.
        Objective {
            field: place.field,
            description: self.text("PLAN"),
            item: place.item,
            stage: place.stage,
            lead: self.text("PILOTE"),
            start: place.start,
            due: place.due,
            indicator: self.text("PLAN"),
            target: self.text("PLAN"),
            means: self.text("PLAN"),
            status: place.status,
            priority: place.priority,
            is_attainable: place.is_attainable,
            rhythm: place.rhythm,
            notes: vec![FollowUp {
                on: "2026-11-24".parse().ok(),
                value: self.text("SUIVI"),
                remark: self.text("SUIVI"),
            }],
        }
    }

    fn does(&mut self, deed: Deed) {
        let id = |number: u32| number.to_string().parse::<ObjectiveId>().unwrap();
        let done = match deed {
            Deed::Identify => {
                let said = self.dossier.identity.clone();
                Change::Identify(Identity {
                    school: self.text("NOM"),
                    centre: said.centre,
                    centre_name: self.text("NOM"),
                    school_year: said.school_year,
                    positioned_on: said.positioned_on,
                    body: self.text("NOM"),
                    team: self.text("NOM"),
                })
            }
            Deed::NoteContact(place) => {
                let text = self.text("NOM");
                let mut contacts = self.dossier.contacts.clone();
                contacts.set(ContactKind::ALL[place], &text);
                Change::SetContacts(contacts)
            }
            Deed::NoteItem(place) => {
                let id = OFFICIAL.items().nth(place).unwrap().id;
                let answer = ItemAnswer {
                    response: self.dossier.answers.response(id),
                    note: self.text("NOTE"),
                    proofs: vec![self.text("NOTE"), self.text("NOTE")],
                };
                return self.dossier.answers.set(id, answer);
            }
            Deed::Decide(place) => Change::Decide {
                item: OFFICIAL.items().nth(place).unwrap().id,
                response: None,
                decision: Decision {
                    on: "2026-11-24".parse().ok(),
                    reason: self.text("NOTE"),
                },
            },
            Deed::AddObjective => Change::AddObjective(self.objective()),
            Deed::RewriteObjective(number) => Change::SetObjective {
                id: id(number),
                objective: self.objective(),
            },
            Deed::Delete(number) => Change::DeleteObjective(id(number)),
            Deed::Recover(number) => Change::RecoverObjective(id(number)),
            Deed::Erase(number) => Change::EraseObjective(id(number)),
        };
        change(&mut self.dossier, done);
    }
}

/// Every marked text in this one.
fn found(text: &str) -> Vec<&str> {
    let words = text.split(|char: char| !char.is_ascii_alphanumeric());
    let is_typed = |word: &&str| {
        ["NOM", "NOTE", "PLAN", "PILOTE", "SUIVI"]
            .iter()
            .any(|part| word.starts_with(part))
    };
    words.filter(is_typed).collect()
}

/// What was deleted and waits, as texts.
fn binned(dossier: &Dossier) -> String {
    let bin = dossier.plan.bin().iter();
    bin.map(|(_, binned)| format!("{:?}", binned.objective))
        .collect()
}

proptest! {
    #[test]
    fn no_text_typed_anywhere_is_in_a_link_or_a_file_whose_box_is_not_ticked(
        deeds in prop::collection::vec(any_deed(), 0..40),
    ) {
        let mut typed = Typed::default();
        for deed in deeds {
            typed.does(deed);
        }
        let dossier = typed.dossier;
        let whole = write_document(&dossier);
        let deleted = binned(&dossier);
        let deleted = found(&deleted);
        for bits in 0..8 {
            let left_out = LeftOut { names: bits & 1 != 0, texts: bits & 2 != 0, objectives: bits & 4 != 0 };
            let is_given = |text: &&str| !deleted.contains(text) && match *text {
                name if name.starts_with("NOM") => !left_out.names,
                note if note.starts_with("NOTE") => !left_out.texts,
                plan if plan.starts_with("PLAN") => !left_out.objectives,
                followed if followed.starts_with("SUIVI") => !left_out.objectives && !left_out.texts,
                _ => !left_out.objectives && !left_out.names,
            };
            let code = write(&write_document(&dossier.without(left_out)), left_out).unwrap();
            let (_, document) = read(&code).unwrap();
            let expected: Vec<_> = found(&whole).into_iter().filter(is_given).collect();
            prop_assert_eq!(found(&document), expected, "{:?}", left_out);
        }
        let positioning = base64url::decode(&write_link(&SharedPositioning::of(&dossier), &OFFICIAL)).unwrap();
        let positioning = String::from_utf8_lossy(&positioning);
        prop_assert!(found(&positioning).is_empty());

        let file = write_file(&dossier, Bin::LeftOut);
        let kept: Vec<_> = found(&whole).into_iter().filter(|text| !deleted.contains(text)).collect();
        prop_assert_eq!(found(&file), kept);
        let opened = read_backup(&file).unwrap().0.dossier;
        prop_assert_eq!(opened.plan.last_given(), dossier.plan.last_given(), "ids stay given");
        let whole_file = write_file(&dossier, Bin::Given);
        prop_assert_eq!(found(&whole_file), found(&whole));
    }
}

#[test]
fn what_was_deleted_is_in_no_link_even_where_every_box_is_ticked() {
    let mut typed = Typed::default();
    typed.does(Deed::AddObjective);
    typed.does(Deed::AddObjective);
    typed.does(Deed::Delete(1));
    typed
        .dossier
        .unknown_fields
        .set("later", quoted("plus tard"));
    let given = typed.dossier.without(LeftOut::default());
    assert!(given.plan.bin().is_empty());
    assert_eq!(given.plan.len(), 1);
    assert!(!write_document(&given).contains("\"bin\""));
    assert!(write_document(&given).contains("plus tard"));
}

#[test]
fn an_item_of_which_only_a_note_was_kept_is_not_named_in_a_link_without_notes() {
    let mut typed = Typed::default();
    typed.does(Deed::NoteItem(0));
    let left_out = LeftOut {
        texts: true,
        ..LeftOut::default()
    };
    let answers = typed.dossier.without(left_out).answers;
    assert_eq!(answers.iter().count(), 0);
    assert!(
        typed
            .dossier
            .answers
            .get(item("1.1.1"))
            .note
            .starts_with("NOTE")
    );
}
