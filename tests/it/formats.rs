//! Formats: what was written is read back, and what was once released is read for ever.

use crate::support::{OFFICIAL, any_answers, any_dossier, day, item};
use numea::domain::formats::document::{self, UNKNOWN_MAX, read_document, write_document};
use numea::domain::formats::file::{BYTES_MAX, FileError, write_file};
use numea::domain::formats::link;
use numea::domain::formats::questionnaire::read_questionnaire;
use numea::domain::safekeeping::record::Record;
use numea::domain::school::answers::{
    Declared, ItemAnswer, NOTE_MAX, PROOF_MAX, PROOFS_MAX, Response, Tick, Ticks,
};
use numea::domain::school::dossier::{Bin, Dossier};
use numea::domain::school::identity::{CentreKind, TEXT_MAX};
use numea::domain::school::plan::{
    DESCRIPTION_MAX, FollowUp, LINE_MAX, MEANS_MAX, OBJECTIVES_MAX, Objective, PLAN_NOTES_MAX,
    Plan, Priority, REMARK_MAX, Status, VALUE_MAX,
};
use numea::domain::school::positioning::Positioning;
use numea::domain::school::questionnaire::Stage;
use numea::domain::stored::read_backup;
use proptest::prelude::*;
use serde_json::Value;
use std::path::Path;

/// The dossier of a file.
fn read_file(text: &str) -> Result<numea::domain::formats::document::Restored, FileError> {
    read_backup(text).map(|(restored, _)| restored)
}

proptest! {
    #[test]
    fn any_dossier_survives_the_document(dossier in any_dossier()) {
        let restored = read_document(&write_document(&dossier)).unwrap();
        prop_assert_eq!(restored.left_out, Vec::<String>::new());
        prop_assert_eq!(restored.dossier, dossier);
    }

    #[test]
    fn any_dossier_survives_the_file_and_is_the_same_document(dossier in any_dossier()) {
        let text = write_file(&dossier, Bin::Given);
        let restored = read_file(&text).unwrap();
        prop_assert_eq!(restored.left_out, Vec::<String>::new());
        prop_assert_eq!(&restored.dossier, &dossier);
        let values = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
        prop_assert_eq!(values(&text), values(&write_document(&dossier)));
        prop_assert!(text.lines().count() > 3, "one member a line");
        prop_assert_eq!(write_file(&restored.dossier, Bin::Given), text);
    }

    #[test]
    fn a_file_cut_anywhere_is_refused(dossier in any_dossier(), place in any::<prop::sample::Index>()) {
        let text = write_file(&dossier, Bin::Given);
        let place = place.index(text.trim_end().len());
        if let Some(cut) = text.get(..place) {
            prop_assert!(matches!(read_file(cut), Err(FileError::Damaged | FileError::Empty)));
        }
    }

    #[test]
    fn any_text_is_read_or_refused_never_a_crash(text in "\\PC{0,200}") {
        let _ = read_document(&text);
        let _ = read_file(&text);
        let _ = Record::read(&text);
        let _ = read_questionnaire(&text);
    }

    #[test]
    fn a_record_changed_in_one_byte_or_cut_is_refused_or_the_same(
        answers in any_answers(), place in any::<prop::sample::Index>(), byte in any::<u8>(),
    ) {
        let dossier = Dossier { answers, ..Dossier::default() };
        let record = Record::new(7, write_document(&dossier));
        let text = record.write();
        let place = place.index(text.len());
        if let Some(cut) = text.get(..place) {
            prop_assert!(Record::read(cut).is_err());
        }
        let mut bytes = text.into_bytes();
        bytes[place] = byte;
        if let Some(read) = String::from_utf8(bytes).ok().and_then(|text| Record::read(&text).ok()) {
            prop_assert_eq!(read, record);
        }
    }
}

/// Released with version 0.1.0. Its checksum was made by another program.
#[test]
fn the_record_of_format_1_is_read_and_written_for_ever() {
    let text = include_str!("fixtures/record-1.json");
    let record = Record::read(text).unwrap();
    assert_eq!(record.revision, 42);
    let restored = read_document(&record.body).unwrap();
    assert!(restored.left_out.is_empty());
    assert_eq!(
        restored.dossier.answers.get(item("1.1.1")).note,
        "« Été » \\ \"1\"\n"
    );
    assert_eq!(write_document(&restored.dossier), record.body);
    let sealed = include_str!("fixtures/record-1-sealed.json");
    assert_eq!(record.write(), sealed);
    assert_eq!(Record::read(sealed).as_ref(), Ok(&record));
    let alone = include_str!("fixtures/record-1-alone.json");
    let record = Record {
        alone: Some("0badcafe".to_owned()),
        met: Some("0ddf00d5".to_owned()),
        ..record
    };
    assert_eq!(record.write(), alone);
    assert_eq!(Record::read(alone), Ok(record));
}

/// A version that joins brings its fixture; none ever leaves.
#[test]
fn every_released_version_of_every_format_has_a_fixture() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures");
    let released = [
        ("dossier", document::VERSION),
        ("links", link::VERSION.into()),
    ];
    for (name, newest) in released
        .into_iter()
        .chain([("record", 1), ("questionnaire-small", 1)])
    {
        for version in 1..=newest {
            let is_there = ["json", "txt"].iter().any(|ending| {
                fixtures
                    .join(format!("{name}-{version}.{ending}"))
                    .is_file()
            });
            assert!(is_there, "{name}-{version}");
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

/// Released with version 0.1.0.
#[test]
fn the_identity_and_the_plan_of_format_1_are_read_for_ever() {
    let restored = read_document(include_str!("fixtures/dossier-1-plan.json")).unwrap();
    assert!(restored.left_out.is_empty(), "{:?}", restored.left_out);
    let Dossier { identity, plan, .. } = &restored.dossier;
    assert_eq!(identity.school, "EPLEFPA des Trois Rivières");
    assert_eq!(identity.centre, Some(CentreKind::Cfppa));
    assert_eq!(identity.centre_name, "CFPPA de la Vallée");
    assert_eq!(identity.school_year.map(|year| year.start()), Some(2026));
    assert_eq!(identity.positioned_on, Some(day("2026-11-23")));
    assert!(identity.body.ends_with("(CEF)"));
    assert_eq!(identity.functions().count(), 3);
    let first = Objective {
        description: "Faire signer la charte numérique à tous les apprenants.".into(),
        item: Some(item("1.1.3")),
        stage: Some(Stage::Two),
        lead: "Directrice adjointe".into(),
        start: Some(day("2026-12-01")),
        due: Some(day("2027-03-31")),
        indicator: "Part des apprenants signataires".into(),
        target: "100 %".into(),
        means: "Deux réunions de rentrée ;\nimpression : 50 €".into(),
        status: Status::Ongoing,
        priority: Priority::High,
        ..Objective::new("1.1".parse().unwrap())
    };
    assert_eq!(plan.get("1".parse().unwrap()), Some(&first));
    let statuses: Vec<_> = plan.iter().map(|(_, objective)| objective.status).collect();
    assert_eq!(statuses, [Status::Ongoing, Status::ToStart, Status::Done]);
    assert_eq!(plan.next_id().map(|id| id.number()), Some(5));
}

#[test]
fn the_bin_of_format_1_is_read_for_ever() {
    let restored = read_document(include_str!("fixtures/dossier-1-bin.json")).unwrap();
    assert_eq!(restored.left_out, Vec::<String>::new());
    let plan = restored.dossier.plan;
    assert_eq!((plan.len(), plan.bin().len()), (1, 2));
    let binned = plan.binned("10".parse().unwrap()).unwrap();
    assert_eq!(binned.deleted_on.to_string(), "2026-11-24");
    assert_eq!(binned.gone_on().to_string(), "2026-12-24");
    assert_eq!(binned.objective.lead, "Directrice");
    assert_eq!(plan.next_id().map(|id| id.number()), Some(12));
}

#[test]
fn what_is_kept_of_unknown_members_is_bounded_and_what_does_not_fit_is_reported() {
    let text = |name: &str, len: usize| {
        let later = "x".repeat(len);
        format!(
            r#"{{"format": "numea-dossier", "version": 1, "answers": {{}}, "a": [ 1 ], "{name}": "{later}", "z": {{ }} }}"#
        )
    };
    let restored = read_file(&text("later", 11_000_000)).unwrap();
    assert_eq!(restored.left_out, ["later"]);
    let unknown = &restored.dossier.unknown_fields;
    assert_eq!(
        unknown.iter().collect::<Vec<_>>(),
        [("a", "[1]"), ("z", "{}")]
    );
    assert!(write_document(&restored.dossier).len() < 200);
    let restored = read_file(&text(&"é".repeat(200_000), 0)).unwrap();
    assert_eq!(restored.left_out, ["é".repeat(60)]);
    // What was kept once is kept for ever, laid out as a file or not.
    let restored = read_file(&text("later", UNKNOWN_MAX - 20)).unwrap();
    assert!(restored.left_out.is_empty());
    assert_eq!(
        read_file(&write_file(&restored.dossier, Bin::Given)),
        Ok(restored)
    );
}

#[test]
fn a_dossier_without_identity_or_plan_is_written_without_them() {
    let text = write_document(&Dossier::default());
    assert!(
        !text.contains("identity") && !text.contains("plan"),
        "{text}"
    );
    let mut dossier = Dossier::default();
    dossier.plan.remember_given(3);
    let restored = read_document(&write_document(&dossier)).unwrap();
    assert_eq!(
        restored.dossier.plan.last_given(),
        3,
        "an id is never given again"
    );
}

#[test]
fn what_makes_no_sense_in_the_identity_or_the_plan_is_left_out_and_reported() {
    let long = "é".repeat(TEXT_MAX + 1);
    let text = r#"{"format":"numea-dossier","version":1,
        "identity":{"school":"LONG","centre":"castle","schoolYear":1999,"positionedOn":"hier","body":5,
            "team":"TIM","motto":"x"},
        "plan":{"lastId":-1,"later":[],"objectives":{
            "7":{"field":"1.1","item":"1.2.1","stage":4,"due":"2027-02-30","status":"late","lead":"P","x":1},
            "8":{"item":"1.2.1","priority":"usual"},
            "9":{"description":"nowhere"}, "10":[], "0":{"field":"1.1"}, "x":{"field":"1.1"}},
          "bin":{"8":{"deletedOn":"2026-11-01","objective":{"field":"1.1"}}, "11":{"objective":{"field":"1.1"}},
            "12":{"deletedOn":"2026-11-01"}, "13":5,
            "14":{"deletedOn":"2026-11-01","objective":{"field":"1.1","lead":7},"x":1}}}}"#;
    let restored = read_document(&text.replace("LONG", &long)).unwrap();
    let mut left_out = restored.left_out;
    left_out.sort();
    assert_eq!(
        left_out,
        [
            "identity/body",
            "identity/centre",
            "identity/motto",
            "identity/positionedOn",
            "identity/school",
            "identity/schoolYear",
            "plan/0",
            "plan/10",
            "plan/7/due",
            "plan/7/item",
            "plan/7/stage",
            "plan/7/status",
            "plan/7/x",
            "plan/8/priority",
            "plan/9",
            "plan/bin/11",
            "plan/bin/12",
            "plan/bin/13",
            "plan/bin/14/lead",
            "plan/bin/14/x",
            "plan/bin/8",
            "plan/lastId",
            "plan/later",
            "plan/x",
        ]
    );
    let Dossier { identity, plan, .. } = restored.dossier;
    assert_eq!(identity.school, long[.."é".len() * TEXT_MAX]);
    assert_eq!(identity.team, "TIM");
    assert_eq!(plan.get("7".parse().unwrap()).unwrap().lead, "P");
    let by_item = plan.get("8".parse().unwrap()).unwrap();
    assert_eq!(by_item.field, item("1.2.1").field());
    assert_eq!(plan.bin().len(), 1);
    assert_eq!(plan.next_id().map(|id| id.number()), Some(15));
    for whole in [
        r#""identity":5"#,
        r#""plan":[]"#,
        r#""plan":{"objectives":5}"#,
        r#""plan":{"bin":5}"#,
    ] {
        let text = format!(r#"{{"format":"numea-dossier","version":1,{whole}}}"#);
        let restored = read_document(&text).unwrap();
        assert_eq!(restored.left_out.len(), 1, "{whole}");
        assert_eq!(restored.dossier, Dossier::default());
    }
}

#[test]
fn a_date_of_editing_that_is_none_and_a_state_beside_ticks_are_left_out_and_reported() {
    let text = r#"{"format":"numea-dossier","version":1,"editedAt":"2026-02-30T10:00:00","answers":{
        "1.1.1":{"state":"none","ticked":{"1":[1]}}, "1.1.2":{"state":"none","ticked":{}}}}"#;
    let restored = read_document(text).unwrap();
    assert_eq!(restored.left_out, ["1.1.1/state", "editedAt"]);
    let dossier = restored.dossier;
    assert_eq!(dossier.edited_at, None);
    let ticks = Ticks::default().with(Stage::One, 0, Tick::On);
    let response = |id| dossier.answers.response(item(id));
    assert_eq!(response("1.1.1"), Response::Ticked(ticks));
    assert_eq!(response("1.1.2"), Response::Declared(Declared::NoStage));
}

#[test]
fn a_plan_is_read_up_to_its_most_objectives() {
    let mut dossier = Dossier::default();
    for number in 0..=OBJECTIVES_MAX {
        let id = (number + 1).to_string().parse().unwrap();
        dossier.plan.set(id, Objective::new("1.1".parse().unwrap()));
    }
    let restored = read_document(&write_document(&dossier)).unwrap();
    let plan: &Plan = &restored.dossier.plan;
    assert_eq!((plan.len(), restored.left_out.len()), (OBJECTIVES_MAX, 1));
}

#[test]
fn a_questionnaire_is_whole_or_refused() {
    let official = include_str!("../../src/domain/school/questionnaire/official.json");
    for (what, replaced) in [
        ("\"version\": 1", "\"version\": 2"),
        ("\"numea-questionnaire\"", "\"other\""),
        ("\"id\": \"1.1.1\"", "\"id\": \"1.2.1\""),
        ("\"id\": \"1.2\"", "\"id\": \"2.2\""),
        ("\"place\": \"items\"", "\"place\": \"nowhere\""),
        ("\"aim\"", "\"goal\""),
        ("\"id\": \"1.1.2\"", "\"id\": \"1.1.1\""),
        ("\"id\": \"1\"", "\"id\": \"+1\""),
        ("\"url\": \"https:", "\"url\": \"javascript:"),
        ("\"url\": \"https:", "\"url\": \" https:"),
    ] {
        assert!(official.contains(what), "{what}");
        assert!(
            read_questionnaire(&official.replacen(what, replaced, 1)).is_err(),
            "{replaced}"
        );
    }
    assert!(read_questionnaire(official).is_ok());
}

#[test]
fn the_fullest_dossier_is_a_file_that_opens() {
    let fullest = |length: usize| "\u{1f69c}".repeat(length);
    let note = FollowUp {
        on: "2027-03-12".parse().ok(),
        value: fullest(VALUE_MAX),
        remark: fullest(REMARK_MAX),
    };
    let mut dossier = Dossier::default();
    for item in OFFICIAL.items() {
        let answer = ItemAnswer {
            note: fullest(NOTE_MAX),
            proofs: vec![fullest(PROOF_MAX); PROOFS_MAX],
            ..ItemAnswer::default()
        };
        dossier.answers.set(item.id, answer);
    }
    while let Some(id) = dossier.plan.next_id() {
        let objective = Objective {
            description: fullest(DESCRIPTION_MAX),
            lead: fullest(LINE_MAX),
            indicator: fullest(LINE_MAX),
            target: fullest(LINE_MAX),
            means: fullest(MEANS_MAX),
            notes: vec![note.clone(); PLAN_NOTES_MAX / OBJECTIVES_MAX],
            ..Objective::new("1.1".parse().unwrap())
        };
        dossier.plan.set(id, objective);
    }
    let text = write_file(&dossier, Bin::Given);
    assert!(text.len() < BYTES_MAX, "{} bytes", text.len());
    assert_eq!(read_file(&text).unwrap().dossier, dossier);
}

/// Released with version 0.1.0, as one would find it in a folder.
#[test]
fn the_documents_of_format_1_open_as_files_for_ever() {
    for text in [
        include_str!("fixtures/dossier-1.json"),
        include_str!("fixtures/dossier-1-plan.json"),
    ] {
        let restored = read_file(text).unwrap();
        assert!(restored.left_out.is_empty(), "{:?}", restored.left_out);
        assert_eq!(
            read_file(&write_file(&restored.dossier, Bin::Given)),
            Ok(restored)
        );
    }
}

/// Two of them would be one answer, one axis, one chapter.
#[test]
fn a_questionnaire_with_two_items_fields_or_parts_of_one_id_is_refused() {
    let small = include_str!("fixtures/questionnaire-small-1.json");
    let file: Value = serde_json::from_str(small).unwrap();
    for path in ["/parts/0/fields/0/items", "/parts/0/fields", "/parts"] {
        let mut twins = file.clone();
        let list = twins
            .pointer_mut(path)
            .and_then(Value::as_array_mut)
            .unwrap();
        list.push(list[0].clone());
        assert!(
            read_questionnaire(&twins.to_string()).is_err(),
            "{path} twice"
        );
    }
    assert!(read_questionnaire(&file.to_string()).is_ok());
}

/// What the guard of the page gives after a crash, with a copy and a text set aside beside the slots.
#[test]
fn what_was_downloaded_after_a_crash_opens_as_its_newest_slot() {
    let with_note = |note: &str| {
        let mut dossier = Dossier::default();
        let answer = ItemAnswer {
            note: note.into(),
            ..ItemAnswer::default()
        };
        dossier.answers.set("1.1.1".parse().unwrap(), answer);
        dossier
    };
    let record = |revision, note: &str| {
        let body = write_document(&with_note(note));
        Record::new(revision, body).write()
    };
    let rescue = |older: &str, newer: &str| {
        serde_json::json!({
            "format": "numea-rescue",
            "local": { "numea:v1:dossier": older, "numea:v1:theme": "dark" },
            "database": {
                "dossier-b": newer,
                "copy:2026-11-23T10:42:05": record(9, "a copy"),
                "set-aside:01234567": "{",
            },
        })
    };
    let opened = |rescue: Value| read_file(&serde_json::to_string_pretty(&rescue).unwrap());
    let newest = opened(rescue(&record(3, "older"), &record(4, "newer")));
    assert_eq!(newest.unwrap().dossier, with_note("newer"));
    let damaged = opened(rescue(&record(3, "older"), "{\"revision\":4"));
    assert_eq!(damaged.unwrap().dossier, with_note("older"));
    let nothing = opened(rescue("", "x"));
    assert_eq!(nothing, Err(FileError::Empty));
}
