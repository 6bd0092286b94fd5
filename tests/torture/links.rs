//! Links cut at every place, with every bit changed, and mangled: what is read is what was shared, or
//! is refused.

use crate::manglings::manglings;
use crate::targets::shared_by;
use crate::{Numbers, figure, mutations};
use numea::domain::formats::link::{MARK, SharedPositioning, read_link, write_link};
use numea::domain::formats::pasted::find_code;
use numea::domain::formats::questionnaire::official;
use numea::domain::school::questionnaire::Questionnaire;
use std::sync::LazyLock;

static OFFICIAL: LazyLock<Questionnaire> = LazyLock::new(|| official().unwrap());

/// A run of so many mutations tries the whole number of links, a shorter one its part.
const WHOLE: u64 = 20_000_000;

fn part(whole: u64) -> u64 {
    (whole * mutations().min(WHOLE)).div_ceil(WHOLE)
}

/// So many links of positionings that look random, or this run's part of them.
fn links(whole: u64, name: &str) -> impl Iterator<Item = (SharedPositioning, String)> {
    let count = part(whole);
    let mut numbers = Numbers::of(name);
    (0..count).map(move |_| {
        let shared = shared_by(&OFFICIAL, &numbers.bytes(128));
        let code = write_link(&shared, &OFFICIAL);
        assert_eq!(read_link(&code, &OFFICIAL).as_ref(), Ok(&shared));
        (shared, code)
    })
}

#[test]
fn every_truncation_of_a_link_is_refused() {
    let mut tried = 0;
    for (_, code) in links(10_000, "truncations") {
        for len in 0..code.len() {
            let cut = &code[..len];
            assert!(read_link(cut, &OFFICIAL).is_err(), "{cut}");
            let found = find_code(&[MARK, cut].concat());
            assert!(
                found.is_none_or(|found| read_link(&found, &OFFICIAL).is_err()),
                "{cut}"
            );
            tried += 1;
        }
    }
    figure(
        &format!("truncations of {} links: every one", part(10_000)),
        tried,
        "0 read",
    );
}

#[test]
fn every_bit_flip_of_a_link_is_refused() {
    let mut tried = 0;
    for (_, code) in links(1_000, "bit flips") {
        for bit in 0..code.len() * 8 {
            let mut bytes = code.clone().into_bytes();
            bytes[bit / 8] ^= 1 << (bit % 8);
            let flipped = String::from_utf8_lossy(&bytes);
            assert!(read_link(&flipped, &OFFICIAL).is_err(), "{flipped}");
            tried += 1;
        }
    }
    figure(
        &format!("bit flips of {} links: every one", part(1_000)),
        tried,
        "0 read",
    );
}

#[test]
fn what_mail_and_chat_programs_make_of_a_link_is_read_as_what_was_shared() {
    let mut tried = 0;
    for (shared, code) in links(10_000, "manglings") {
        for (what, pasted) in manglings(&code) {
            assert_eq!(find_code(&pasted).as_ref(), Some(&code), "{what}: {pasted}");
            tried += 1;
        }
        assert_eq!(read_link(&code, &OFFICIAL), Ok(shared));
    }
    figure(
        &format!(
            "manglings by mail and chat programs of {} links",
            part(10_000)
        ),
        tried,
        "all read, 0 wrongly",
    );
}

#[test]
fn what_two_programs_make_of_a_link_is_never_read_as_another() {
    let (mut tried, mut read) = (0, 0);
    for (shared, code) in links(40, "twice") {
        for (_, once) in manglings(&code) {
            for (what, twice) in manglings(&once) {
                let found = find_code(&twice);
                if let Some(other) = found.and_then(|code| read_link(&code, &OFFICIAL).ok()) {
                    assert_eq!(other, shared, "{what}: {twice}");
                    read += 1;
                }
                tried += 1;
            }
        }
    }
    let result = format!("{} % read, 0 wrongly", 100 * read / u64::max(tried, 1));
    figure(
        &format!("two manglings in a row of {} links", part(40)),
        tried,
        &result,
    );
}
