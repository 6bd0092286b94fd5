//! Formats: what was written is read back, and what was once released is read for ever.

use crate::support::{OFFICIAL, any_answers, item, moment};
use numea::domain::dossier::Dossier;
use numea::domain::positioning::Positioning;
use numea::domain::wire::document::{read_document, write_document};
use numea::domain::wire::questionnaire::read_questionnaire;
use numea::domain::wire::record::Record;
use proptest::prelude::*;

proptest! {
    #[test]
    fn any_answers_survive_the_document(answers in any_answers()) {
        let dossier = Dossier { answers, edited_at: Some(moment()), ..Dossier::default() };
        let restored = read_document(&write_document(&dossier)).unwrap();
        prop_assert_eq!(restored.left_out, Vec::<String>::new());
        prop_assert_eq!(restored.dossier, dossier);
    }

    #[test]
    fn any_text_is_read_or_refused_never_a_crash(text in "\\PC{0,200}") {
        let _ = read_document(&text);
        let _ = Record::read(&text);
        let _ = read_questionnaire(&text);
    }

    #[test]
    fn a_record_changed_in_one_byte_or_cut_is_refused_or_the_same(
        answers in any_answers(), place in any::<prop::sample::Index>(), byte in any::<u8>(),
    ) {
        let dossier = Dossier { answers, ..Dossier::default() };
        let record = Record { revision: 7, body: write_document(&dossier) };
        let text = record.write();
        let place = place.index(text.len());
        if let Some(cut) = text.get(..place) {
            prop_assert!(Record::read(cut).is_err());
        }
        let mut bytes = text.into_bytes();
        bytes[place] = byte;
        if let Some(read) = String::from_utf8(bytes).ok().and_then(|text| Record::read(&text).ok()) {
            prop_assert_eq!(read.body, record.body);
        }
    }
}

/// Released with version 0.1.0.
#[test]
fn the_document_of_format_1_is_read_for_ever() {
    let restored = read_document(include_str!("fixtures/dossier-1.json")).unwrap();
    assert!(restored.left_out.is_empty(), "{:?}", restored.left_out);
    let positioning = Positioning::of(&OFFICIAL, &restored.dossier.answers);
    assert_eq!(
        positioning.stages.map(|count| (count.reached, count.of)),
        [(2, 20), (1, 20), (0, 20)]
    );
    let answer = restored.dossier.answers.get(item("1.1.1"));
    assert_eq!(answer.note, "CRCN présenté en réunion de rentrée.");
    assert_eq!(answer.proofs, ["https://exemple.fr/compte-rendu"]);
    assert!(
        restored.dossier.unknown_fields.get("later").is_some(),
        "a later version’s field is kept"
    );
}

#[test]
fn a_questionnaire_is_whole_or_refused() {
    let official = include_str!("../../src/domain/questionnaire/official.json");
    for (what, replaced) in [
        ("\"version\": 1", "\"version\": 2"),
        ("\"numea-questionnaire\"", "\"other\""),
        ("\"id\": \"1.1.1\"", "\"id\": \"1.2.1\""),
        ("\"id\": \"1.2\"", "\"id\": \"2.2\""),
        ("\"place\": \"items\"", "\"place\": \"nowhere\""),
        ("\"aim\"", "\"goal\""),
    ] {
        assert!(official.contains(what), "{what}");
        assert!(
            read_questionnaire(&official.replacen(what, replaced, 1)).is_err(),
            "{replaced}"
        );
    }
    assert!(read_questionnaire(official).is_ok());
}
