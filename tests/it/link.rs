//! The share code: any answers survive it, nothing else is ever read from it.

use crate::support::{OFFICIAL, any_response, is_whole, item};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use numea::domain::checksum::crc_32;
use numea::domain::date::Day;
use numea::domain::formats::base64url::{Base64Error, decode, encode};
use numea::domain::formats::document::read_document;
use numea::domain::formats::link::{
    Asked, CODE_MAX, LinkError, MARK, SharedPositioning, fingerprint, read_link, write_link,
};
use numea::domain::formats::questionnaire::read_questionnaire;
use numea::domain::school::answers::{Answers, Declared, ItemAnswer, Response, Tick, Ticks};
use numea::domain::school::identity::SchoolYear;
use numea::domain::school::questionnaire::{Questionnaire, Stage};
use proptest::prelude::*;
use std::sync::LazyLock;

const SMALL_FILE: &str = include_str!("fixtures/questionnaire-small-1.json");
static SMALL: LazyLock<Questionnaire> = LazyLock::new(|| read_questionnaire(SMALL_FILE).unwrap());

fn answer(response: Response) -> ItemAnswer {
    ItemAnswer {
        response,
        ..ItemAnswer::default()
    }
}

fn any_day() -> impl Strategy<Value = Option<Day>> {
    (1..=9999_u16, 1..=12_u8, 1..=31_u8).prop_map(|(year, month, day)| Day::new(year, month, day))
}

fn any_shared() -> impl Strategy<Value = SharedPositioning> {
    let responses: Vec<_> = OFFICIAL.items().map(|item| any_response(item.id)).collect();
    let year = (1999..2100_u16).prop_map(SchoolYear::starting_in);
    (responses, year, any_day()).prop_map(|(responses, school_year, positioned_on)| {
        let mut answers = Answers::default();
        for (item, response) in OFFICIAL.items().zip(responses) {
            answers.set(item.id, answer(response));
        }
        SharedPositioning {
            answers,
            school_year,
            positioned_on,
        }
    })
}

/// Numbers that look random and are the same at each run (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % end
    }

    fn shared(&mut self) -> SharedPositioning {
        let mut shared = SharedPositioning {
            school_year: SchoolYear::starting_in(1990 + self.below(110) as u16),
            positioned_on: Day::new(2026, self.below(13) as u8, self.below(28) as u8),
            ..SharedPositioning::default()
        };
        for item in OFFICIAL.items() {
            let bits = [0; 3].map(|_: u32| self.below(1 << 32) as u32);
            let response = match self.below(6) {
                0 => Response::Unanswered,
                1 => Response::Declared(Declared::ALL[self.below(3) as usize]),
                _ => Response::from_ticks(Ticks::from_bits(bits).within(item)),
            };
            shared.answers.set(item.id, answer(response));
        }
        shared
    }
}

#[test]
fn every_truncation_and_every_bit_flip_of_1000_links_is_refused() {
    let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
    let mut tried = 0;
    for _ in 0..1_000 {
        let shared = numbers.shared();
        let code = write_link(&shared, &OFFICIAL);
        assert_eq!(read_link(&code, &OFFICIAL).as_ref(), Ok(&shared));
        let cuts = (0..code.len()).map(|len| code[..len].to_owned());
        let flips = (0..code.len() * 8).filter_map(|bit| {
            let mut bytes = code.clone().into_bytes();
            bytes[bit / 8] ^= 1 << (bit % 8);
            String::from_utf8(bytes).ok()
        });
        for damaged in cuts.chain(flips) {
            assert!(read_link(&damaged, &OFFICIAL).is_err(), "{damaged}");
            tried += 1;
        }
    }
    assert_eq!(tried, 1_000 * (42 + 42 * 7), "the eighth flip is no UTF-8");
}

/// One line a link: questionnaire, code, first year of the school year, date, document. Frozen for ever.
#[test]
fn the_links_of_format_1_are_read_for_ever() {
    let mut read = 0;
    for line in include_str!("fixtures/links-1.txt").lines() {
        if line.starts_with('#') {
            continue;
        }
        let [which, code, year, date, document] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let questionnaire = match which {
            "official" => &*OFFICIAL,
            _ => &*SMALL,
        };
        let shared = read_link(code, questionnaire).unwrap();
        assert_eq!(
            shared.answers,
            read_document(document).unwrap().dossier.answers,
            "{code}"
        );
        let start = shared.school_year.map(|year| year.start().to_string());
        assert_eq!(start.as_deref().unwrap_or("-"), year, "{code}");
        let day = shared.positioned_on.map(|day| day.to_string());
        assert_eq!(day.as_deref().unwrap_or("-"), date, "{code}");
        assert_eq!(write_link(&shared, questionnaire), code);
        read += 1;
    }
    assert_eq!(read, 6);
}

#[test]
fn everything_after_the_address_is_under_120_characters_and_ends_with_a_letter_or_digit() {
    let mut numbers = Numbers(1);
    for _ in 0..200 {
        let code = write_link(&numbers.shared(), &OFFICIAL);
        assert_eq!(code.len(), 42);
        assert!(MARK.len() + code.len() < 120);
        assert!(code.ends_with(|last: char| last.is_ascii_alphanumeric()));
    }
    let code = write_link(&SharedPositioning::default(), &SMALL);
    assert!(code.len() < 42 && code.ends_with(|last: char| last.is_ascii_alphanumeric()));
}

#[test]
fn notes_proofs_and_answers_to_other_items_are_not_written() {
    let mut answers = Answers::default();
    let ticks = Ticks::default().with(Stage::One, 1, Tick::On);
    let full = ItemAnswer {
        response: Response::Ticked(ticks.with(Stage::One, 31, Tick::On)),
        note: "Mme Dupont".into(),
        proofs: vec!["https://exemple.fr".into()],
    };
    answers.set(item("1.1.1"), full);
    answers.set(item("9.9.9"), answer(Response::Declared(Declared::Unknown)));
    let shared = SharedPositioning {
        answers,
        ..SharedPositioning::default()
    };
    let read = read_link(&write_link(&shared, &OFFICIAL), &OFFICIAL).unwrap();
    let mut expected = Answers::default();
    expected.set(item("1.1.1"), answer(Response::Ticked(ticks)));
    assert_eq!(read.answers, expected);
}

#[test]
fn a_code_of_another_questionnaire_says_which() {
    let small = Asked::Adapted(fingerprint(&SMALL));
    assert_eq!(
        (Asked::of(&OFFICIAL), Asked::of(&SMALL)),
        (Asked::Official, small)
    );
    let shared = SharedPositioning::default();
    for (code, asked, other) in [
        (write_link(&shared, &SMALL), small, &OFFICIAL),
        (write_link(&shared, &OFFICIAL), Asked::Official, &SMALL),
    ] {
        assert_eq!(
            read_link(&code, other),
            Err(LinkError::OtherQuestionnaire(asked))
        );
    }
}

#[test]
fn a_fingerprint_changes_with_what_is_ticked_and_with_nothing_else() {
    let small = fingerprint(&SMALL);
    for (what, replaced, is_same) in [
        ("\"id\": \"petit\"", "\"id\": \"autre\"", true),
        ("Petit questionnaire adapté", "Autre titre", true),
        ("\"Premier\"", "\"Autre\"", true),
        ("\"A.\", \"B.\"", "\"A. B.\"", false),
        ("\"A.\", \"B.\"", "\"B.\", \"A.\"", false),
        ("\"C.\"", "\"C !\"", false),
        ("1.1.4", "1.1.2", false),
        (
            "[\"A.\", \"B.\"], [\"C.\"]",
            "[\"A.\"], [\"B.\", \"C.\"]",
            false,
        ),
    ] {
        let file = SMALL_FILE.replacen(what, replaced, 1);
        assert_ne!(file, SMALL_FILE, "{what}");
        let other = fingerprint(&read_questionnaire(&file).unwrap());
        assert_eq!(other == small, is_same, "{what} → {replaced}");
    }
}

/// The code of these bytes, with a right checksum.
fn sealed(bytes: &[u8]) -> String {
    let mut bytes = bytes.to_vec();
    bytes.extend(crc_32(&bytes).to_be_bytes());
    encode(&bytes)
}

/// The 27 bytes before the checksum of a code without any answer.
fn blank() -> Vec<u8> {
    let mut bytes = decode(&write_link(&SharedPositioning::default(), &OFFICIAL)).unwrap();
    bytes.truncate(27);
    bytes
}

/// Sets one bit, counted from the start of the code.
fn with_bits(bits: &[usize]) -> Vec<u8> {
    let mut bytes = blank();
    for bit in bits {
        bytes[bit / 8] |= 0x80 >> (bit % 8);
    }
    bytes
}

#[test]
fn what_has_a_right_checksum_but_was_never_written_is_refused() {
    // Bits: 16 of header, 119 conditions, 21 × 2 of states, 14 of school year, 14 + 4 + 5 of date, 2 of zeros.
    let (states, year, date) = (16 + 119, 16 + 119 + 42, 16 + 119 + 42 + 14);
    assert_eq!(
        sealed(&blank()),
        write_link(&SharedPositioning::default(), &OFFICIAL)
    );
    assert!(read_link(&sealed(&with_bits(&[16])), &OFFICIAL).is_ok());
    assert!(read_link(&sealed(&with_bits(&[states])), &OFFICIAL).is_ok());
    for (what, bytes) in [
        ("a tick and a declared state", with_bits(&[16, states])),
        ("a school year before 2000", with_bits(&[year + 13])),
        ("a school year after 2099", with_bits(&[year])),
        ("a year without month and day", with_bits(&[date + 13])),
        (
            "a month and day without year",
            with_bits(&[date + 17, date + 22]),
        ),
        (
            "a month 13",
            with_bits(&[date + 3, date + 14, date + 15, date + 17, date + 22]),
        ),
        (
            "a 31st of February",
            with_bits(&[
                date + 3,
                date + 16,
                date + 18,
                date + 19,
                date + 20,
                date + 21,
                date + 22,
            ]),
        ),
        ("padding that is not zero", with_bits(&[date + 23])),
        ("padding that is not zero", with_bits(&[date + 24])),
        ("an unknown kind of questionnaire", with_bits(&[14])),
        ("no version", {
            let mut bytes = blank();
            bytes[0] = 0;
            bytes
        }),
        ("a byte too much", [blank(), vec![0]].concat()),
        ("a byte too few", blank()[..26].to_vec()),
        ("a version alone", vec![1]),
        ("a header alone", vec![1, 0]),
        ("half a fingerprint", vec![1, 1, 7, 7]),
    ] {
        assert_eq!(
            read_link(&sealed(&bytes), &OFFICIAL),
            Err(LinkError::Damaged),
            "{what}"
        );
    }
    let official = Asked::Adapted(fingerprint(&OFFICIAL));
    let bytes = [
        &[1, 1][..],
        &fingerprint(&OFFICIAL).to_be_bytes(),
        &blank()[2..],
    ]
    .concat();
    assert_eq!(
        read_link(&sealed(&bytes), &OFFICIAL),
        Err(LinkError::OtherQuestionnaire(official)),
        "the official questionnaire has one name"
    );
}

#[test]
fn each_failure_has_its_name() {
    let code = write_link(&SharedPositioning::default(), &OFFICIAL);
    let mut newer = blank();
    newer[0] = 2;
    let mut unused_bits = code.clone();
    let last = unused_bits.pop().unwrap();
    unused_bits.push(char::from(last as u8 + 1));
    for (text, error) in [
        (String::new(), LinkError::NotACode),
        (format!("{code}="), LinkError::NotACode),
        (format!("{code}\n"), LinkError::NotACode),
        ("é".repeat(42), LinkError::NotACode),
        ("A".repeat(CODE_MAX + 1), LinkError::NotACode),
        (code[..30].to_owned(), LinkError::Damaged),
        (format!("{code}AAAA"), LinkError::Damaged),
        (code.to_lowercase(), LinkError::Damaged),
        (unused_bits, LinkError::Damaged),
        ("AAAAAA".into(), LinkError::Damaged),
        (sealed(&newer), LinkError::Newer(2)),
        (sealed(&[9]), LinkError::Newer(9)),
    ] {
        assert_eq!(read_link(&text, &OFFICIAL), Err(error), "{text}");
    }
}

proptest! {
    #[test]
    fn any_answers_survive_the_link(shared in any_shared()) {
        let code = write_link(&shared, &OFFICIAL);
        prop_assert!(is_whole(&code));
        prop_assert_eq!(read_link(&code, &OFFICIAL), Ok(shared));
    }

    #[test]
    fn any_text_is_read_or_refused_never_a_crash(text in "\\PC{0,80}|[A-Za-z0-9_-]{0,600}") {
        prop_assert!(read_link(&text, &OFFICIAL).is_err());
        prop_assert!(read_link(&text, &SMALL).is_err());
    }

    #[test]
    fn any_bytes_with_a_right_checksum_are_read_or_refused_never_a_crash(
        body in prop::collection::vec(any::<u8>(), 0..40), tag in 0..3_u8, is_ours in any::<bool>(),
    ) {
        let body = if is_ours { [vec![1, tag], body].concat() } else { body };
        let code = sealed(&body);
        if let Ok(shared) = read_link(&code, &OFFICIAL) {
            prop_assert_eq!(write_link(&shared, &OFFICIAL), code);
        }
    }

    #[test]
    fn our_base64url_writes_and_reads_as_the_base64_crate_does(
        bytes in prop::collection::vec(any::<u8>(), 0..40), text in "[A-Za-z0-9_-]{0,12}|[ -~é]{0,6}",
    ) {
        prop_assert_eq!(encode(&bytes), URL_SAFE_NO_PAD.encode(&bytes));
        prop_assert_eq!(decode(&encode(&bytes)), Ok(bytes));
        prop_assert_eq!(decode(&text).ok(), URL_SAFE_NO_PAD.decode(&text).ok());
    }
}

#[test]
fn base64url_says_what_is_wrong() {
    for (text, error) in [
        ("AA+A", Base64Error::Alphabet),
        ("AAA=", Base64Error::Alphabet),
        ("A", Base64Error::Length),
        ("AB", Base64Error::Length),
        ("AAB", Base64Error::Length),
    ] {
        assert_eq!(decode(text), Err(error), "{text}");
    }
}
