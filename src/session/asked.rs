//! « Questionnaires d’avant »: what the school asked before it changed its questionnaire. Kept beside the dossier, each once: answers to
//! an earlier invitation are read by it, and the official words that an adaptation rested on stay readable once they are others.

use super::Session;
use crate::domain::checksum::crc_32;
use crate::domain::formats::adaptation::{asked_before, write_grid};
use crate::domain::formats::contribution::find_contributions;
use crate::domain::formats::contribution::{Gathering, read_earlier};
use crate::domain::formats::link::{LinkError, numbered};
use crate::domain::safekeeping::frozen::ASKED;
use crate::domain::school::adaptation::AdaptationText;
use crate::domain::school::questionnaire::Questionnaire;
use crate::domain::school::team::Contribution;
use crate::keeper::frozen::Texts;

impl Session {
    /// What the school asked before, as far as this device knows; the official questionnaire in any case.
    pub async fn asked_before(self) -> Vec<Questionnaire> {
        let texts = self.keeper().clean().await.texts(ASKED).await.into_iter();
        let texts: Vec<_> = texts.map(|(_, text)| AdaptationText(text)).collect();
        asked_before(&texts, self.base())
    }

    /// The texts by which what is asked now, and what will be, is known later.
    pub(super) fn asked_texts(&self, next: &AdaptationText) -> Texts {
        let own = self.read(|dossier| dossier.adaptation.clone());
        let official = write_grid(self.base());
        let texts = [official, own, next.clone()].into_iter();
        let texts = texts.filter(|text| !text.is_none());
        let keyed = |text: AdaptationText| {
            let sum = crc_32(text.0.as_bytes());
            ([ASKED, &format!("{sum:08x}")].concat(), text.0)
        };
        texts.map(keyed).collect()
    }

    /// Every answer in a text, and every code that is none; of answers to what was asked `earlier`, what still has its place.
    pub fn find_answers(&self, text: &str, earlier: &[Questionnaire]) -> Gathering {
        find_contributions(text, self.questionnaire).with_earlier(self.questionnaire, earlier)
    }

    /// The answers of these codes, or why they cannot be read.
    pub(super) async fn read_answers(
        self,
        codes: Vec<String>,
    ) -> Vec<Result<Contribution, LinkError>> {
        let asked = numbered(self.questionnaire);
        let read = |earlier: &[Questionnaire]| {
            let codes = codes.iter();
            let read = codes.map(|code| read_earlier(code, &asked, earlier));
            read.collect::<Vec<_>>()
        };
        let all = read(&[]);
        let is_other =
            |one: &Result<_, LinkError>| matches!(one, Err(LinkError::OtherQuestionnaire(_)));
        if all.iter().any(is_other) {
            read(&self.asked_before().await)
        } else {
            all
        }
    }
}
