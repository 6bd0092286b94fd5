//! The link to a whole dossier: what is given along survives it, what is left out is nowhere in it, and
//! nothing else is ever read from it.

use crate::manglings::manglings_of;
use crate::support::{OFFICIAL, any_dossier, day, is_whole, item, moment};
use miniz_oxide::deflate::compress_to_vec;
use numea::documents::dossier_link::{read, write};
use numea::domain::checksum::crc_32;
use numea::domain::formats::base64url;
use numea::domain::formats::document::{read_document, write_document};
use numea::domain::formats::dossier_link::{CODE_MAX, MARK, Reach, TEXT_MAX, seal, unseal};
use numea::domain::formats::link::LinkError;
use numea::domain::formats::pasted::{Found, Kind, PASTED_MAX, find_code, find_link};
use numea::domain::json::quoted;
use numea::domain::school::answers::{Declared, ItemAnswer, Response, Tick, Ticks};
use numea::domain::school::contacts::ContactKind;
use numea::domain::school::dossier::{Dossier, LeftOut};
use numea::domain::school::identity::{BODIES, CentreKind, Identity, SchoolYear};
use numea::domain::school::plan::Objective;
use numea::domain::school::questionnaire::Stage;
use numea::domain::school::team::Decision;
use proptest::prelude::*;

const WHOLE: LeftOut = LeftOut {
    names: false,
    texts: false,
    objectives: false,
};

/// Every choice of parts.
fn choices() -> impl Iterator<Item = LeftOut> {
    (0..8).map(|bits| LeftOut {
        names: bits & 1 != 0,
        texts: bits & 2 != 0,
        objectives: bits & 4 != 0,
    })
}

/// A dossier whose every text is marked with its part: `NOM`, `TEXTE` or `OBJECTIF`.
fn marked() -> Dossier {
    let mut dossier = Dossier {
        identity: Identity {
            school: "NOM école".into(),
            centre: Some(CentreKind::Cfa),
            centre_name: "NOM centre".into(),
            school_year: SchoolYear::starting_in(2026),
            positioned_on: Some(day("2026-11-23")),
            body: "NOM instance".into(),
            team: "NOM équipe\nNOM autre".into(),
        },
        edited_at: Some(moment()),
        ..Dossier::default()
    };
    for kind in ContactKind::ALL {
        dossier.contacts.set(kind, "NOM contact");
    }
    let answer = ItemAnswer {
        response: Response::Declared(Declared::Unknown),
        note: "TEXTE note".into(),
        proofs: vec!["https://TEXTE.fr/".into(), "TEXTE".into()],
    };
    dossier.answers.set(item("1.1.1"), answer.clone());
    let only_a_note = ItemAnswer {
        response: Response::Unanswered,
        ..answer
    };
    dossier.answers.set(item("2.3.2"), only_a_note);
    let objective = Objective {
        description: "OBJECTIF".into(),
        indicator: "OBJECTIF".into(),
        target: "OBJECTIF".into(),
        means: "OBJECTIF".into(),
        lead: "NOM pilote".into(),
        ..Objective::new("1.1".parse().unwrap())
    };
    dossier.plan.set("7".parse().unwrap(), objective);
    let decision = Decision {
        on: Some(day("2026-11-23")),
        reason: "TEXTE motif".into(),
    };
    dossier.decisions.set(item("1.1.2"), decision);
    dossier
        .unknown_fields
        .set("later", quoted("NOM TEXTE OBJECTIF"));
    dossier
}

/// What the link without these parts holds, inflated.
fn given(dossier: &Dossier, left_out: LeftOut) -> String {
    let code = write(&write_document(&dossier.without(left_out)), left_out).unwrap();
    let (told, document) = read(&code).unwrap();
    assert_eq!(told, left_out);
    document
}

#[test]
fn what_is_left_out_is_nowhere_in_the_link_and_all_the_rest_is() {
    let dossier = marked();
    for left_out in choices() {
        let document = given(&dossier, left_out);
        assert_eq!(document.contains("NOM"), !left_out.names, "{document}");
        assert_eq!(document.contains("TEXTE"), !left_out.texts, "{document}");
        assert_eq!(
            document.contains("OBJECTIF"),
            !left_out.objectives,
            "{document}"
        );
        assert_eq!(
            document.contains("lastId"),
            !left_out.objectives,
            "{document}"
        );
        let read = read_document(&document).unwrap();
        assert_eq!(read.left_out, Vec::<String>::new());
        assert_eq!(read.dossier, dossier.without(left_out));
        let (read, whole) = (read.dossier, &dossier);
        assert_eq!(read.identity.school_year, whole.identity.school_year);
        assert_eq!(read.identity.positioned_on, whole.identity.positioned_on);
        assert_eq!(read.identity.centre, whole.identity.centre);
        let response = |dossier: &Dossier| dossier.answers.response(item("1.1.1"));
        assert_eq!(response(&read), response(whole));
        assert_eq!(read.edited_at, whole.edited_at);
        assert_eq!(read.plan.is_empty(), left_out.objectives);
    }
    assert_eq!(dossier.without(WHOLE), dossier);
}

#[test]
fn a_usual_body_is_no_name() {
    let mut dossier = marked();
    dossier.identity.body = BODIES[0].into();
    let unnamed = LeftOut {
        names: true,
        ..WHOLE
    };
    assert_eq!(dossier.without(unnamed).identity.body, BODIES[0]);
}

#[test]
fn a_link_reaches_as_far_as_its_length_lets_it() {
    for (length, reach) in [
        (1, Reach::Safe),
        (1_000, Reach::Safe),
        (1_001, Reach::Risky),
        (2_000, Reach::Risky),
        (2_001, Reach::TooLong),
        (usize::MAX, Reach::TooLong),
    ] {
        assert_eq!(Reach::of(length), reach, "{length}");
    }
}

#[test]
fn answers_to_the_whole_questionnaire_make_a_short_link() {
    let mut dossier = marked();
    for official in OFFICIAL.items() {
        let mut ticks = Ticks::default();
        for stage in Stage::ALL {
            ticks = ticks.with_all(stage, stage.of(&official.statements).bits(), Tick::On);
        }
        let answer = ItemAnswer {
            response: Response::from_ticks(ticks),
            ..ItemAnswer::default()
        };
        dossier.answers.set(official.id, answer);
    }
    let left_out = LeftOut {
        names: true,
        texts: true,
        ..WHOLE
    };
    let code = write(&write_document(&dossier.without(left_out)), left_out).unwrap();
    assert!(code.len() < 500, "{}", code.len());
}

/// One line a link: code, letters of what was left out, document. Frozen for ever.
#[test]
fn the_links_of_format_1_are_read_for_ever() {
    let mut seen = 0;
    for line in include_str!("fixtures/dossier-links-1.txt").lines() {
        if line.starts_with('#') {
            continue;
        }
        let [code, letters, document] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let (left_out, text) = read(code).unwrap();
        assert_eq!(
            (left_out.letters().as_str(), text.as_str()),
            (letters, document)
        );
        assert_eq!(
            LeftOut::from_letters(&[letters, document].concat()),
            (left_out, document)
        );
        assert!(read_document(document).unwrap().left_out.is_empty());
        seen += 1;
    }
    assert_eq!(seen, 4);
}

fn code() -> String {
    let left_out = LeftOut {
        names: true,
        ..WHOLE
    };
    write(&write_document(&marked().without(left_out)), left_out).unwrap()
}

#[test]
fn every_truncation_and_every_bit_flip_is_refused() {
    let code = code();
    for len in 0..code.len() {
        assert!(read(&code[..len]).is_err(), "{len}");
    }
    for bit in 0..code.len() * 8 {
        let mut bytes = code.clone().into_bytes();
        bytes[bit / 8] ^= 1 << (bit % 8);
        let flipped = String::from_utf8_lossy(&bytes);
        assert!(read(&flipped).is_err(), "{flipped}");
    }
}

/// The checksum is right: it is what is inside that is not.
#[test]
fn what_is_whole_and_no_dossier_is_refused() {
    let deflate = |text: &[u8]| seal(WHOLE, &compress_to_vec(text, 6));
    assert_eq!(read(&deflate(b"{}")), Ok((WHOLE, "{}".into())));
    let mut trailing = compress_to_vec(b"{}", 6);
    trailing.extend([0, 0]);
    let mut cut = compress_to_vec(&[b'{'; 300], 6);
    cut.truncate(4);
    for (what, code) in [
        ("nothing", seal(WHOLE, &[])),
        ("a text of something else", deflate("bonjour".as_bytes())),
        ("no UTF-8", deflate(b"{\xff}")),
        ("bytes after the end", seal(WHOLE, &trailing)),
        ("a stream that is cut", seal(WHOLE, &cut)),
        (
            "a stream that refers to before its start",
            seal(WHOLE, &[0x4b, 0x04, 0x7e, 0xff, 0xff]),
        ),
        ("another use of the flags", changed(&code(), 1, 8)),
    ] {
        assert!(is_whole(&code), "{what}");
        assert_eq!(read(&code), Err(LinkError::Damaged), "{what}");
    }
    assert_eq!(read(&changed(&code(), 0, 0x87)), Err(LinkError::Newer(7)));
    assert_eq!(
        read(&changed(&code(), 0, 1)),
        Err(LinkError::Damaged),
        "a positioning's"
    );
    for text in ["", " ", "é", "AQ+", &"g".repeat(CODE_MAX + 1)] {
        assert_eq!(read(text), Err(LinkError::NotACode), "{text}");
    }
}

/// The code with one byte replaced, and the checksum that belongs to it.
fn changed(code: &str, place: usize, byte: u8) -> String {
    let mut bytes = base64url::decode(code).unwrap();
    bytes.truncate(bytes.len() - 4);
    bytes[place] = byte;
    let crc = crc_32(&bytes);
    bytes.extend(crc.to_be_bytes());
    base64url::encode(&bytes)
}

#[test]
fn no_more_than_the_longest_document_is_ever_inflated() {
    let spaces = |len: usize| ["{", &" ".repeat(len - 1)].concat();
    let longest = spaces(TEXT_MAX);
    let code = write(&longest, WHOLE).unwrap();
    assert_eq!(read(&code), Ok((WHOLE, longest)));
    assert_eq!(write(&spaces(TEXT_MAX + 1), WHOLE), None);
    for len in [TEXT_MAX + 1, 10_000_000] {
        let bomb = seal(WHOLE, &compress_to_vec(spaces(len).as_bytes(), 9));
        assert!(bomb.len() < CODE_MAX, "{}", bomb.len());
        assert_eq!(read(&bomb), Err(LinkError::Damaged), "{len}");
    }
}

#[test]
fn what_mail_and_chat_programs_make_of_it_is_found() {
    for code in [code(), write(&write_document(&marked()), WHOLE).unwrap()] {
        let found = Found {
            kind: Kind::Dossier,
            code: code.clone(),
            sender: String::new(),
        };
        assert_eq!(found.address(), [MARK, &code].concat());
        for (what, pasted) in manglings_of('d', &code) {
            assert_eq!(
                find_link(&pasted).as_ref(),
                Some(&found),
                "{what}: {pasted}"
            );
            assert_eq!(find_code(&pasted), None, "{what}: no positioning");
        }
        let cut = &code[..code.len() - 9];
        let found = find_link(&[MARK, cut].concat()).unwrap();
        assert_eq!((found.kind, found.code.as_str()), (Kind::Dossier, cut));
    }
}

#[test]
fn the_longest_texts_are_done_with_quickly() {
    let start = std::time::Instant::now();
    for piece in ["g", "#/d/", "#/d/gQAA", "g,", "%67", "AAAA"] {
        let _ = find_link(&piece.repeat(PASTED_MAX / piece.len()));
    }
    assert!(start.elapsed().as_secs() < 10, "without optimisation");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_dossier_whose_texts_are_short_enough_survives(dossier in any_dossier(), bits in 0..8_usize) {
        let left_out = choices().nth(bits).unwrap();
        let kept = dossier.without(left_out);
        let document = write_document(&kept);
        match write(&document, left_out) {
            Some(code) => {
                let (told, read) = read(&code).unwrap();
                prop_assert_eq!((told, &read), (left_out, &document));
                prop_assert_eq!(read_document(&read).unwrap().dossier, kept);
                let link = [MARK, &code].concat();
                prop_assert_eq!(find_link(&link).map(|found| found.code), Some(code));
                let (_, deflated) = unseal(&link[MARK.len()..]).unwrap();
                prop_assert!(deflated.len() < document.len());
            }
            None => prop_assert!(document.len() > 15_000),
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,200}|[A-Za-z0-9_-]{0,200}", bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(read(&text).is_err());
        if let Ok((_, document)) = read(&seal(WHOLE, &bytes)) {
            prop_assert!(document.len() <= TEXT_MAX);
        }
    }
}
