//! The code of a whole dossier.

use super::bytes::Bytes;
use super::links::is_whole;
use super::{document, seeds, text};
use numea::documents::dossier_link::{read, write};
use numea::domain::formats::dossier_link::{CODE_MAX, TEXT_MAX, seal, unseal};
use numea::domain::formats::link::LinkError;
use numea::domain::school::dossier::LeftOut;

/// Any text as a code; then any bytes, and those of a golden code with some bits changed, with the right
/// checksum around them. What is read is bounded, and is read again from a code of its own.
pub fn dossier_link(data: &[u8]) {
    read_or_refused(&text(data));
    let mut choices = Bytes::new(data);
    let left_out = LeftOut {
        names: choices.below(2) == 0,
        texts: choices.below(2) == 0,
        objectives: choices.below(2) == 0,
    };
    read_or_refused(&seal(left_out, data));
    let golden = seeds::dossier_links();
    let code = text(&golden[choices.below(golden.len())]);
    let (_, mut deflated) = unseal(&code).unwrap();
    for _ in 0..choices.below(4) {
        let place = choices.below(deflated.len());
        deflated[place] ^= 1 << choices.below(8);
    }
    read_or_refused(&seal(left_out, &deflated));
}

fn read_or_refused(code: &str) {
    match read(code) {
        Ok((left_out, text)) => {
            assert!(code.len() <= CODE_MAX && text.len() <= TEXT_MAX);
            if let Some(again) = write(&text, left_out) {
                assert_eq!(read(&again).as_ref(), Ok(&(left_out, text.clone())));
            }
            document(text.as_bytes());
        }
        Err(LinkError::Newer(_)) => assert!(is_whole(code)),
        Err(LinkError::NotACode | LinkError::Damaged | LinkError::OtherQuestionnaire(_)) => {}
    }
}
