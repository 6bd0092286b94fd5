//! The code of an invitation that brings its questions along.

use super::bytes::Bytes;
use super::links::is_whole;
use super::{OFFICIAL, seeds, text};
use numea::documents::invitation::unpack;
use numea::domain::checksum::crc_32;
use numea::domain::formats::base64url::{decode, encode};
use numea::domain::formats::contribution::{read_contribution, write_contribution};
use numea::domain::formats::invitation::{
    CODE_MAX, Packed, TEXT_MAX, read_invitation_file, read_packed,
};
use numea::domain::school::answers::Answers;
use numea::domain::school::positioning::Positioning;
use numea::domain::school::team::{Contribution, ContributionId, Role};

/// Any text as a code or as a file; a golden code with some bits changed, with the right checksum; any text in the place of
/// what it brings along. What is opened can be counted and answered, and the answer is read again.
pub fn invitation(data: &[u8]) {
    let any = text(data);
    if let Some(Ok(code)) = read_invitation_file(&any) {
        assert!(code.len() <= CODE_MAX);
    }
    let mut choices = Bytes::new(data);
    let golden = seeds::invitations();
    let code = text(&golden[choices.below(golden.len())]);
    let mut body = decode(&code).unwrap();
    body.truncate(body.len() - 4);
    for _ in 0..choices.below(4) {
        let place = choices.below(body.len());
        body[place] ^= 1 << choices.below(8);
    }
    let crc = crc_32(&body).to_be_bytes();
    body.extend(crc);
    for code in [any.clone(), encode(&body)] {
        let Some(packed) = read_packed(&code) else {
            continue;
        };
        assert!(code.len() <= CODE_MAX && is_whole(&code));
        let unpacked = if packed.is_bare() {
            Some(String::new())
        } else {
            unpack(&encode(&packed.deflated))
        };
        for text in unpacked.into_iter().chain([any.clone()]) {
            assert!(text.len() <= TEXT_MAX);
            open(&packed, text);
        }
    }
}

fn open(packed: &Packed, text: String) {
    let Ok((invitation, asked)) = packed.open(text, &OFFICIAL) else {
        return;
    };
    assert!(!invitation.fields.is_empty());
    Positioning::of(&asked, &Answers::default());
    let answer = Contribution {
        id: ContributionId(1),
        revision: 1,
        role: Role::Teachers,
        answered_on: None,
        fields: invitation.fields,
        answers: Answers::default(),
        earlier: None,
    };
    let code = write_contribution(&answer, &asked);
    assert_eq!(read_contribution(&code, &asked), Ok(answer));
}
