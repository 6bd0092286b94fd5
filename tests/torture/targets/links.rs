//! The share code, and the code in what people paste.

use super::bytes::Bytes;
use super::{OFFICIAL, SMALL, text};
use numea::domain::checksum::crc_32;
use numea::domain::date::Day;
use numea::domain::formats::base64url::{decode, encode, is_of_alphabet};
use numea::domain::formats::link::{
    CODE_MAX, LinkError, MARK, SharedPositioning, fingerprint, read_link, write_link,
};
use numea::domain::formats::pasted::{PASTED_MAX, find_code, find_link};
use numea::domain::formats::sender::{NAME_MAX, find_sender, read_sender, write_sender};
use numea::domain::school::answers::{Answers, Declared, ItemAnswer, Response, Ticks};
use numea::domain::school::identity::SchoolYear;
use numea::domain::school::questionnaire::Questionnaire;

/// Whether a text is a code whose checksum is right, of this version or of any other.
pub fn is_whole(code: &str) -> bool {
    decode(code).is_ok_and(|bytes| {
        let (body, crc) = bytes.split_at(bytes.len().saturating_sub(4));
        !body.is_empty() && crc_32(body).to_be_bytes() == *crc
    })
}

/// Bytes have one text, and texts that are read have one sequence of bytes.
pub fn base64url(data: &[u8]) {
    assert_eq!(decode(&encode(data)).as_deref(), Ok(data));
    let text = text(data);
    if let Ok(bytes) = decode(&text) {
        assert_eq!(encode(&bytes), text);
    }
}

/// A code that is read is the one code of what was read; each refusal has its reason.
pub fn link(data: &[u8]) {
    let text = text(data);
    for questionnaire in [&*OFFICIAL, &*SMALL] {
        read_or_refused(&text, questionnaire);
    }
}

fn read_or_refused(text: &str, questionnaire: &Questionnaire) {
    match read_link(text, questionnaire) {
        Ok(shared) => assert_eq!(write_link(&shared, questionnaire), text),
        Err(LinkError::NotACode) => {
            assert!(text.is_empty() || text.len() > CODE_MAX || !text.chars().all(is_of_alphabet));
        }
        Err(LinkError::Damaged) => assert!(text.chars().all(is_of_alphabet)),
        Err(LinkError::Newer(_) | LinkError::OtherQuestionnaire(_)) => assert!(is_whole(text)),
    }
}

/// Any bytes, or those of a positioning with some bits changed, with the right checksum.
pub fn link_sealed(data: &[u8]) {
    let mut choices = Bytes::new(data);
    let questionnaire = asked(&mut choices);
    let mut body = match choices.below(4) {
        0 => data.to_vec(),
        1 => [&[1, 0], data].concat(),
        2 => [&[1, 1][..], &fingerprint(&SMALL).to_be_bytes(), data].concat(),
        _ => body(&shared(questionnaire, &mut choices), questionnaire),
    };
    for _ in 0..choices.below(3) {
        let place = choices.below(body.len());
        if let Some(byte) = body.get_mut(place) {
            *byte ^= 1 << choices.below(8);
        }
    }
    let crc = crc_32(&body).to_be_bytes();
    body.extend(crc);
    read_or_refused(&encode(&body), questionnaire);
}

/// The official questionnaire, or more often the small one, whose fingerprint is taken in no time.
fn asked(choices: &mut Bytes) -> &'static Questionnaire {
    match choices.below(16) {
        0 => &OFFICIAL,
        _ => &SMALL,
    }
}

/// What stands before the checksum in the code of a positioning.
fn body(shared: &SharedPositioning, questionnaire: &Questionnaire) -> Vec<u8> {
    let mut bytes = decode(&write_link(shared, questionnaire)).unwrap();
    bytes.truncate(bytes.len() - 4);
    bytes
}

/// A positioning of this questionnaire, chosen by these bytes.
pub fn shared_by(questionnaire: &Questionnaire, data: &[u8]) -> SharedPositioning {
    shared(questionnaire, &mut Bytes::new(data))
}

fn shared(questionnaire: &Questionnaire, choices: &mut Bytes) -> SharedPositioning {
    let mut answers = Answers::default();
    for item in questionnaire.items() {
        let bits = [0; 3].map(|_: u8| u32::from(choices.byte()));
        let response = match choices.below(6) {
            0 => Response::Unanswered,
            1 => Response::Declared(choices.one_of(&Declared::ALL)),
            _ => Response::from_ticks(Ticks::from_bits(bits).within(item)),
        };
        let answer = ItemAnswer {
            response,
            ..ItemAnswer::default()
        };
        answers.set(item.id, answer);
    }
    SharedPositioning {
        answers,
        school_year: SchoolYear::starting_in(1990 + u16::from(choices.byte())),
        positioned_on: Day::new(2026, choices.byte() % 14, choices.byte() % 33),
    }
}

/// What is found is like a code, and is found again in itself.
pub fn pasted(data: &[u8]) {
    let text = text(data);
    named(&text);
    let Some(code) = find_code(&text) else {
        return;
    };
    assert!(text.len() <= PASTED_MAX);
    assert!((1..=CODE_MAX).contains(&code.len()) && code.chars().all(is_of_alphabet));
    if is_whole(&code) {
        assert_eq!(find_code(&code), Some(code));
    }
}

/// A name that is read after a code is bounded, and has one spelling.
fn named(text: &str) {
    let found = find_link(text).map(|found| found.sender);
    let after = [find_sender(text).to_owned(), found.unwrap_or_default()];
    for segment in after.iter().map(String::as_str).chain([text]) {
        if let Some(name) = read_sender(segment) {
            assert!(!name.is_empty() && name.chars().count() <= NAME_MAX);
            assert_eq!(write_sender(&name), ["/", segment].concat());
        }
    }
}

/// The link of a positioning, mangled and among other words: another positioning is never read.
pub fn pasted_wrapped(data: &[u8]) {
    let mut choices = Bytes::new(data);
    let questionnaire = asked(&mut choices);
    let shared = shared(questionnaire, &mut choices);
    let (before, after) = (choices.text(12), choices.text(12));
    let code = write_link(&shared, questionnaire);
    let page = choices.one_of(&["https://exemple.fr/numea/", "", "x"]);
    let mark = choices.one_of(&[MARK, "", "#/r", "%23/r/"]);
    let mut pasted = [page, mark, &code].concat();
    for _ in 0..choices.below(4) {
        pasted = mangled(&pasted, &mut choices);
    }
    pasted = [before.as_str(), &pasted, &after].concat();
    let has_another = [&before, &after]
        .iter()
        .any(|noise| find_code(noise).is_some_and(|code| is_whole(&code)));
    if has_another {
        return;
    }
    if let Some(read) = find_code(&pasted).and_then(|code| read_link(&code, questionnaire).ok()) {
        assert_eq!(read, shared, "{pasted:?}");
    }
}

/// One thing that a program, or a hand, does to a text.
fn mangled(text: &str, choices: &mut Bytes) -> String {
    let chars: Vec<char> = text.chars().collect();
    let place = choices.below(chars.len());
    let (before, after): (String, String) = (
        chars[..place].iter().collect(),
        chars[place..].iter().collect(),
    );
    let with = |inserted: &str| [&before, inserted, &after].concat();
    match choices.below(14) {
        0 => with("\r\n"),
        1 => with("\n> "),
        2 => with("=\r\n"),
        3 => with("\u{ad}"),
        4 => with("\u{200b}"),
        5 => with(" "),
        6 => with(choices.one_of(&["A", "_", "-", ".", "#/r/", "%", "é"])),
        7 => before,
        8 => after,
        9 => [before.as_str(), after.get(1..).unwrap_or_default()].concat(),
        10 => text.replace('#', "%23"),
        11 => text.bytes().map(|byte| format!("%{byte:02X}")).collect(),
        12 => text.to_lowercase(),
        _ => [text, choices.one_of(&[".", ">", "/", "&x=1", "%20"]), text].concat(),
    }
}
