//! Many codes in one paste: whatever is around them and whatever was done to them, each answer is found once, and what is
//! none says why.

use crate::manglings::manglings_of;
use crate::support::OFFICIAL;
use numea::domain::checksum::crc_32;
use numea::domain::formats::base64url::{decode, encode};
use numea::domain::formats::contribution::{
    Gathering, MARK, Refusal, TEXT_MAX, find_contributions, write_contribution,
};
use numea::domain::formats::invitation::write_invitation;
use numea::domain::formats::link::{Asked, SharedPositioning, fingerprint, write_link};
use numea::domain::formats::questionnaire::read_questionnaire;
use numea::domain::school::answers::{Answers, Declared, ItemAnswer, Response, Tick, Ticks};
use numea::domain::school::questionnaire::{Questionnaire, Stage};
use numea::domain::school::team::{Contribution, ContributionId, Invitation, Role};
use proptest::prelude::*;
use std::time::Instant;

const SMALL: &str = include_str!("fixtures/questionnaire-small-1.json");

/// The answers of the person of this number: each other than the others.
fn answered(number: u64) -> Contribution {
    let mut answers = Answers::default();
    for (place, item) in OFFICIAL.items().enumerate() {
        let response = match (number + place as u64) % 4 {
            0 => Response::Unanswered,
            1 => Response::Declared(Declared::ALL[place % 3]),
            _ => Response::from_ticks(Ticks::default().with(Stage::One, 0, Tick::On)),
        };
        answers.set(
            item.id,
            ItemAnswer {
                response,
                ..ItemAnswer::default()
            },
        );
    }
    Contribution {
        id: ContributionId(number.wrapping_mul(0x9e37_79b9_7f4a_7c15)),
        revision: 1,
        role: Role::NAMED[number as usize % 5].clone(),
        answered_on: None,
        fields: OFFICIAL.fields().map(|field| field.id).collect(),
        answers,
        earlier: None,
    }
}

fn code(number: u64) -> String {
    write_contribution(&answered(number), &OFFICIAL)
}

fn link(number: u64) -> String {
    format!("https://exemple.fr/numea/{MARK}{}", code(number))
}

fn find(text: &str) -> Gathering {
    find_contributions(text, &OFFICIAL)
}

/// The ids that are read, in the order in which they are found, and what is refused.
fn found(text: &str) -> (Vec<Contribution>, Vec<Refusal>) {
    let (mut read, mut refused) = (Vec::new(), Vec::new());
    for piece in find(text).pieces {
        match piece.read {
            Ok(contribution) => read.push(contribution),
            Err(why) => refused.push(why),
        }
    }
    (read, refused)
}

#[test]
fn an_answer_is_found_in_what_programs_make_of_its_link() {
    for (what, pasted) in manglings_of('c', &code(3)) {
        let (mut read, refused) = found(&pasted);
        // A link that stands there twice is found twice: that it is known is said where answers are merged.
        read.dedup();
        assert_eq!(read, [answered(3)], "{what}: {pasted}");
        let damaged = usize::from(what == "two links, the first damaged");
        assert_eq!(refused, vec![Refusal::Damaged; damaged], "{what}: {pasted}");
    }
}

#[test]
fn twenty_codes_are_found_in_one_paste_in_any_order_with_rubbish_and_duplicates_among_them() {
    let mut text = String::from("Bonjour, voici les réponses reçues le 23/11/2026 :\r\n-----\r\n");
    for number in 1..=20 {
        match number % 4 {
            0 => text += &format!("{}\r\n", code(number)),
            1 => text += &format!("Réponse {number} : {}.\r\n", link(number)),
            2 => text += &format!("> {}\r\n> {}\r\n", &link(number)[..50], &link(number)[50..]),
            _ => text += &format!("- {}, merci ! Tél. 04 75 12 34 56\r\n", code(number)),
        }
    }
    text += &format!("{}\n{}\nCordialement_________\n", code(7), link(7));
    let (read, refused) = found(&text);
    assert_eq!(refused, []);
    let mut ids: Vec<_> = read.iter().map(|read| read.id).collect();
    assert_eq!(
        ids.len(),
        22,
        "two are there twice more: that they are known is said where they are merged"
    );
    ids.sort_unstable();
    ids.dedup();
    let mut all: Vec<_> = (1..=20).map(|number| answered(number).id).collect();
    all.sort_unstable();
    assert_eq!(ids, all);
}

#[test]
fn codes_one_after_the_other_without_anything_between_lines_are_told_apart() {
    let lines: Vec<_> = (1..=30).map(code).collect();
    for between in ["\n", "\r\n", " ", "\t", "\u{a0}", "\n\n\n", ";", " | "] {
        let (read, refused) = found(&lines.join(between));
        assert_eq!((read.len(), refused.len()), (30, 0), "{between:?}");
    }
}

#[test]
fn codes_with_line_ends_or_spaces_in_their_middle_are_whole_again() {
    for gap in [
        "\n", "\r\n", "\r\n> ", "=\r\n", " ", "  ", "\u{a0}", "\t", " \n ",
    ] {
        for cut in [2, 17, 30] {
            let codes = (1..=5).map(|number| {
                let code = code(number);
                [&code[..cut], gap, &code[cut..]].concat()
            });
            let codes: Vec<_> = codes.collect();
            let (read, refused) = found(&codes.join("\n\n"));
            assert_eq!((read.len(), refused.len()), (5, 0), "{gap:?} after {cut}");
        }
    }
}

#[test]
fn a_thousand_codes_pasted_at_once_are_all_found() {
    let all: Vec<_> = (1..=1_000).map(code).collect();
    let whole = find(&all.join("\n"));
    let read = whole.pieces.iter().filter(|piece| piece.read.is_ok());
    assert_eq!(read.count(), 1_000);
    assert!(!whole.is_cut, "nothing is left unread");
}

#[test]
fn what_is_no_answer_says_what_it_is() {
    let small = read_questionnaire(SMALL).unwrap();
    let other = Contribution {
        fields: small.fields().map(|field| field.id).collect(),
        answers: Answers::default(),
        ..answered(1)
    };
    let invitation = Invitation {
        fields: answered(1).fields,
        ..Invitation::default()
    };
    let newer = {
        let mut bytes = decode(&code(1)).unwrap();
        bytes.truncate(bytes.len() - 4);
        bytes[0] = 0xe2;
        bytes.extend(crc_32(&bytes).to_be_bytes());
        encode(&bytes)
    };
    let asked = Asked::Adapted(fingerprint(&small));
    let positioning = write_link(&SharedPositioning::default(), &OFFICIAL);
    let dossier = include_str!("fixtures/dossier-links-1.txt");
    let dossier = dossier.lines().find(|line| !line.starts_with('#')).unwrap();
    let dossier = dossier
        .split('\t')
        .find(|word| word.starts_with("gQ"))
        .unwrap();
    for (text, why) in [
        (positioning.clone(), Refusal::Positioning),
        (
            format!("https://exemple.fr/#/r/{positioning}"),
            Refusal::Positioning,
        ),
        (dossier.to_owned(), Refusal::Dossier),
        (format!("#/d/{}", &dossier[..24]), Refusal::Dossier),
        (
            write_invitation(&invitation, &OFFICIAL),
            Refusal::Invitation,
        ),
        (
            format!("#/i/{}", write_invitation(&invitation, &OFFICIAL)),
            Refusal::Invitation,
        ),
        (newer.clone(), Refusal::Newer(2)),
        (
            write_contribution(&other, &small),
            Refusal::OtherQuestionnaire(asked),
        ),
        (
            format!("https://exemple.fr/{MARK}{}", &code(1)[..30]),
            Refusal::Damaged,
        ),
        (code(1)[..30].to_owned(), Refusal::Damaged),
        (code(1).replacen('A', "B", 1), Refusal::Damaged),
    ] {
        let among = format!("{}\n{text}\n{}\n", link(4), code(5));
        let (read, refused) = found(&among);
        assert_eq!(read, [answered(4), answered(5)], "{among}");
        assert_eq!(refused, [why], "{among}");
    }
}

#[test]
fn where_there_is_no_code_none_is_found() {
    for text in [
        "",
        "Bonjour à tous, la réunion est le 4 décembre à 9 h, salle B_12 – merci de confirmer.",
        "--------------------------------",
        "________________________________",
        "https://exemple.fr/numea/#/c/",
        "https://exemple.fr/numea/#/equipe",
        "06 12 34 56 78 ; 4Q ; 4QA",
        "&é\"'(-è_çà",
        "%23%2Fc%2F",
        "{\"format\": \"numea-dossier\", \"version\": 1}",
    ] {
        assert_eq!(find(text), Gathering::default(), "{text}");
    }
}

/// What a keyboard set to French shows of what a scanner types as on an American one: the keys in the order of the keyboard,
/// without Shift and with it.
fn typed_in_french(text: &str, keys: [(&str, &str); 2]) -> String {
    let shown = |letter: char| {
        keys.iter().find_map(|(american, french)| {
            let key = american.chars().position(|key| key == letter)?;
            french.chars().nth(key)
        })
    };
    text.chars()
        .map(|letter| shown(letter).unwrap_or(letter))
        .collect()
}

const AMERICAN: [&str; 2] = [
    "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./",
    "~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?",
];
const FRENCH: [&str; 2] = [
    "²&é\"'(-è_çà)=azertyuiop^$*qsdfghjklmùwxcvbn,;:!",
    "~1234567890°+AZERTYUIOP¨£µQSDFGHJKLM%WXCVBN?./§",
];
const FRENCH_APPLE: [&str; 2] = [
    "@&é\"'(§è!çà)-azertyuiop^$`qsdfghjklmùwxcvbn,;:=",
    "#1234567890°_AZERTYUIOP¨*£QSDFGHJKLM%WXCVBN?./+",
];

#[test]
fn what_a_hand_scanner_types_on_a_french_keyboard_is_recognised() {
    assert_eq!(
        typed_in_french(
            "HA112",
            [(AMERICAN[0], FRENCH[0]), (AMERICAN[1], FRENCH[1])]
        ),
        "HQ&&é"
    );
    for french in [FRENCH, FRENCH_APPLE] {
        let keys = [(AMERICAN[0], french[0]), (AMERICAN[1], french[1])];
        for number in 1..200 {
            for scanned in [code(number), link(number)] {
                let typed = typed_in_french(&scanned, keys);
                let (read, refused) = found(&typed);
                assert_eq!(read, [answered(number)], "{typed}");
                assert_eq!(refused, [], "{typed}");
            }
        }
        // One scan after the other, each ended by a return, among codes that were pasted.
        let typed: Vec<_> = (1..=9)
            .map(|number| typed_in_french(&code(number), keys))
            .collect();
        let text = format!("{}\n{}\n{}\n", link(20), typed.join("\n"), code(21));
        let (read, refused) = found(&text);
        assert_eq!((read.len(), refused.len()), (11, 0), "{text}");
    }
}

#[test]
fn the_search_is_bounded_in_time_and_says_where_it_stopped() {
    let long = |piece: &str| piece.repeat(TEXT_MAX / piece.len());
    let started = Instant::now();
    for piece in [
        "4Q", "4Q ", "4 ", "4", "-", "_-", "'A ", "AQ ", "gQ ", "#/c/4", "%", "%25", "%2525",
        "4Q%20", " ", "\u{ad}", "é", "#/c/ ",
    ] {
        find(&long(piece));
    }
    // Not a benchmark: a search that were quadratic would take minutes.
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
    assert!(find(&long("4Q ")).is_cut, "too much work");
    let all: Vec<_> = (1..=200).map(link).collect();
    let whole = find(&all.join("\r\n"));
    assert_eq!((whole.pieces.len(), whole.is_cut), (200, false));
    let late = format!("{}{}\n{}", code(1), " é".repeat(TEXT_MAX), code(2));
    let cut = find(&late);
    assert_eq!((cut.pieces.len(), cut.is_cut), (1, true));
}

proptest! {
    #[test]
    fn any_text_is_searched_never_a_crash_and_what_is_read_was_written(
        before in "[ -~éà#/c\n\0]{0,60}", after in "[ -~éà#/c\n]{0,60}", number in 0..1000_u64, cut in 0..60_usize,
    ) {
        let code = code(number);
        let whole = format!("{before}\n{code}\n{after}");
        let read = |text: &str| find(text).pieces.into_iter().filter_map(|piece| piece.read.ok()).collect::<Vec<_>>();
        prop_assert_eq!(read(&whole), [answered(number)]);
        let cut = cut.min(code.len() - 1);
        let damaged = format!("{before}\n{}.{after}", &code[..cut]);
        prop_assert!(read(&damaged).is_empty());
        prop_assert!(find(&before).pieces.len() <= before.len());
    }
}

/// The questionnaire that is answered is not guessed from the code.
#[test]
fn codes_of_the_official_questionnaire_are_refused_where_another_is_asked() {
    let small: Questionnaire = read_questionnaire(SMALL).unwrap();
    let found = find_contributions(&code(1), &small).pieces;
    assert_eq!(
        found
            .into_iter()
            .map(|piece| piece.read)
            .collect::<Vec<_>>(),
        [Err(Refusal::OtherQuestionnaire(Asked::Official))]
    );
}

#[test]
fn one_link_that_holds_the_answers_of_a_team_gives_each_also_wrapped_escaped_or_cut() {
    let codes: Vec<_> = (1..=30).map(code).collect();
    let link = format!("https://exemple.fr/numea/{MARK}{}", codes.join("/"));
    let wrapped: String = link
        .chars()
        .enumerate()
        .flat_map(|(place, letter)| {
            let end = (place % 76 == 75).then_some('\n');
            [Some(letter), end].into_iter().flatten()
        })
        .collect();
    for text in [link.clone(), wrapped, link.replace('/', "%2F")] {
        let (read, refused) = found(&text);
        assert_eq!((read.len(), refused), (30, Vec::new()), "{text}");
    }
    let (read, refused) = found(&link[..link.len() - 20]);
    assert_eq!((read.len(), refused), (29, vec![Refusal::Damaged]));
}
