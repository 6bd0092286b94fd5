//! The letter that a link goes into.

use numea::domain::formats::mail::{MAILTO_MAX, mailto};
use proptest::prelude::*;

#[test]
fn a_letter_carries_its_subject_and_its_text_whatever_their_signs() {
    assert_eq!(
        mailto(
            "Positionnement « é »",
            "Bonjour,\nhttps://a.fr/n/#/r/A-_b/c?d=1&e%"
        )
        .as_deref(),
        Some(
            "mailto:?subject=Positionnement%20%C2%AB%20%C3%A9%20%C2%BB&body=Bonjour%2C%0D%0A\
             https%3A%2F%2Fa.fr%2Fn%2F%23%2Fr%2FA-_b%2Fc%3Fd%3D1%26e%25"
        )
    );
}

#[test]
fn no_letter_is_longer_than_mail_programs_are_given() {
    let fits = MAILTO_MAX - "mailto:?subject=&body=".len();
    let letter = |len| mailto("", &"a".repeat(len));
    assert_eq!(letter(fits).map(|address| address.len()), Some(MAILTO_MAX));
    assert_eq!(letter(fits + 1), None);
    assert_eq!(mailto("", &"é".repeat(fits / 6 + 1)), None);
}

proptest! {
    #[test]
    fn nothing_typed_adds_a_header_to_the_letter(subject in "\\PC{0,60}", body in "[^\\r]{0,60}") {
        let address = mailto(&subject, &body).unwrap();
        let (head, rest) = address.split_once("&body=").unwrap();
        prop_assert!(head.starts_with("mailto:?subject=") && !rest.contains(['&', '?', '#', ' ']));
        prop_assert!(address.is_ascii() && address.matches('?').count() == 1);
    }
}
