//! The codes of invitations and contributions, and the answers in what people paste.

use super::bytes::Bytes;
use super::links::is_whole;
use super::{OFFICIAL, SMALL, text};
use numea::domain::checksum::crc_32;
use numea::domain::formats::base64url::encode;
use numea::domain::formats::contribution::{
    CODE_MAX, TEXT_MAX, find_contributions, read_contribution, write_contribution,
};
use numea::domain::formats::invitation::{read_invitation, write_invitation};
use numea::domain::formats::link::{LinkError, fingerprint};
use numea::domain::school::questionnaire::Questionnaire;
use numea::domain::school::team::{OWN_ROLE_MAX, Role, SCHOOL_MAX};

/// A code that is read is the one code of what was read.
pub fn contribution(data: &[u8]) {
    let text = text(data);
    for questionnaire in [&*OFFICIAL, &*SMALL] {
        read_or_refused(&text, questionnaire);
    }
}

fn read_or_refused(text: &str, questionnaire: &Questionnaire) {
    match read_contribution(text, questionnaire) {
        Ok(read) => {
            assert!(read.revision > 0 && !read.fields.is_empty() && is_bounded(&read.role));
            for (item, answer) in read.answers.iter() {
                assert!(read.fields.contains(&item.field()));
                assert!(answer.note.is_empty() && answer.proofs.is_empty());
            }
            assert_eq!(write_contribution(&read, questionnaire), text);
        }
        Err(LinkError::Newer(_) | LinkError::OtherQuestionnaire(_)) => assert!(is_whole(text)),
        Err(LinkError::NotACode | LinkError::Damaged) => {}
    }
    match read_invitation(text, questionnaire) {
        Ok(read) => {
            assert!(!read.fields.is_empty() && read.role.as_ref().is_none_or(is_bounded));
            assert!(read.school.chars().count() <= SCHOOL_MAX && !read.school.contains('\n'));
            assert_eq!(write_invitation(&read, questionnaire), text);
        }
        Err(LinkError::Newer(_) | LinkError::OtherQuestionnaire(_)) => assert!(is_whole(text)),
        Err(LinkError::NotACode | LinkError::Damaged) => {}
    }
}

fn is_bounded(role: &Role) -> bool {
    match role {
        Role::Own(words) => !words.is_empty() && words.chars().count() <= OWN_ROLE_MAX,
        Role::Teachers
        | Role::SchoolLife
        | Role::Administration
        | Role::Pupils
        | Role::Families => true,
    }
}

/// Any bytes as a contribution or an invitation, with the right checksum.
pub fn contribution_sealed(data: &[u8]) {
    let mut choices = Bytes::new(data);
    let version = choices.one_of(&[0xe1_u8, 0xc1, 0xe2, 0xe0]);
    let is_official = choices.below(8) == 0;
    let rest = data.get(2..).unwrap_or_default();
    let (questionnaire, mut body) = if is_official {
        (&*OFFICIAL, [&[version, 0], rest].concat())
    } else {
        let small = fingerprint(&SMALL).to_be_bytes();
        (&*SMALL, [&[version, 1][..], &small, rest].concat())
    };
    let crc = crc_32(&body).to_be_bytes();
    body.extend(crc);
    read_or_refused(&encode(&body), questionnaire);
}

/// Whatever is pasted, what is found as an answer is one, and the search ends.
pub fn gathered(data: &[u8]) {
    let text = text(data);
    let found = find_contributions(&text, &SMALL);
    assert!(found.is_cut || text.len() <= TEXT_MAX);
    for piece in found.pieces {
        assert!(!piece.code.is_empty());
        if let Ok(read) = piece.read {
            assert!(piece.code.len() <= CODE_MAX);
            assert_eq!(write_contribution(&read, &SMALL), piece.code);
            let again = find_contributions(&piece.code, &SMALL).pieces;
            assert_eq!(again.len(), 1);
            assert_eq!(again[0].read, Ok(read));
        }
    }
}
