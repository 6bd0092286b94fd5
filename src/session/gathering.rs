//! « Réponses reçues »: kept on this device, each as its code under a key of its own.

use leptos::prelude::{Set, StoredValue, With};

use super::Session;
use super::safety::TEAM_KEY;
use crate::browser::channel::News;
use crate::browser::file::{self, Content};
use crate::browser::script::NotLoaded;
use crate::browser::{clock, location, world};
use crate::domain::formats::contribution::{Gathering, MARK, write_contribution};
use crate::domain::formats::dossier_link::Reach;
use crate::domain::formats::link::{LinkError, numbered};
use crate::domain::safekeeping::frozen::{CONTRIBUTION, key};
use crate::domain::school::dossier::LeftOut;
use crate::domain::school::questionnaire::Questionnaire;
use crate::domain::school::team::{Addition, Contribution, Gathered, Meeting};
use crate::keeper::frozen::NotFrozen;

/// Key of the meeting that goes on, and of whether keys of one letter do something in it.
const MEETING_KEY: &str = "meeting";
const LETTERS_KEY: &str = "meeting-letters";

impl Session {
    /// The answers that this device keeps, and how many more it keeps that answer other questions than those that are asked
    /// now. What cannot be read stays where it is.
    pub async fn gathered(self) -> (Gathered, usize) {
        let texts = self.keeper().clean().await.texts(CONTRIBUTION).await;
        let codes = texts.into_iter().map(|(_, code)| code).collect();
        let (mut gathered, mut others) = (Gathered::default(), 0);
        for read in self.read_answers(codes).await {
            match read {
                Ok(one) => drop(gathered.add(one)),
                Err(LinkError::OtherQuestionnaire(_)) => others += 1,
                Err(LinkError::NotACode | LinkError::Damaged | LinkError::Newer(_)) => {}
            }
        }
        (gathered, others)
    }

    /// Keeps the answers that came in, and says of each what became of it.
    ///
    /// # Errors
    /// Where another tab has the pen, or no store takes them: then nothing is changed.
    pub async fn gather(self, came: Vec<Contribution>) -> Result<Vec<Addition>, NotFrozen> {
        let (before, _) = self.gathered().await;
        let mut after = before.clone();
        let additions = came.into_iter().map(|one| after.add(one)).collect();
        let is_new = |one: &&Contribution| before.get(one.id) != Some(*one);
        let asked = numbered(self.questionnaire);
        let (mut texts, mut gone) = (Vec::new(), Vec::new());
        for one in after.iter().filter(is_new) {
            texts.push((key_of(one), code_to_keep(one, &asked)));
            let former = before.get(one.id).map(key_of);
            gone.extend(former.filter(|former| *former != key_of(one)));
        }
        if !texts.is_empty() {
            self.freeze(texts, gone).await?;
            News::tell(world::here(), CONTRIBUTION);
            self.show_team();
        }
        Ok(additions)
    }

    /// Deletes an answer from this device.
    ///
    /// # Errors
    /// Where another tab has the pen, or a store still has it.
    pub async fn remove_contribution(self, one: &Contribution) -> Result<(), NotFrozen> {
        self.freeze(Vec::new(), vec![key_of(one)]).await?;
        News::tell(world::here(), CONTRIBUTION);
        Ok(())
    }

    /// Deletes what may be left of an answer that was deleted: a revision before it, which one store kept alone. The same
    /// revision was put back meanwhile.
    ///
    /// # Errors
    /// Where another tab has the pen, or a store still has it.
    pub async fn remove_former(self, one: &Contribution) -> Result<(), NotFrozen> {
        let (left, _) = self.gathered().await;
        let former = left.get(one.id);
        if let Some(former) = former.filter(|former| former.revision < one.revision) {
            self.freeze(Vec::new(), vec![key_of(former)]).await?;
            News::tell(world::here(), CONTRIBUTION);
        }
        Ok(())
    }

    /// Runs this whenever another tab added answers or took some out, as long as the view lives.
    pub fn on_gathered_elsewhere(self, heard: impl FnMut() + 'static) {
        StoredValue::new_local(News::about(world::here(), CONTRIBUTION, heard));
    }

    /// Puts « Équipe » into the menu, from now on.
    pub fn show_team(self) {
        self.save_setting(TEAM_KEY, "on");
        self.has_team.set(true);
    }

    /// The meeting that goes on, or the last one.
    pub fn meeting(self) -> Meeting {
        let kept = self.setting(MEETING_KEY);
        kept.map_or_else(Meeting::default, |text| Meeting::read(&text))
    }

    /// Keeps the meeting that goes on, for a page that is loaded anew.
    pub fn save_meeting(self, meeting: &Meeting) {
        self.save_setting(MEETING_KEY, &meeting.write());
        News::tell(world::here(), MEETING_KEY);
    }

    /// Runs this whenever another tab changed the meeting, as long as the view lives.
    pub fn on_meeting_elsewhere(self, heard: impl FnMut() + 'static) {
        StoredValue::new_local(News::about(world::here(), MEETING_KEY, heard));
    }

    /// Whether keys of one letter do something in a meeting.
    pub fn has_letter_keys(self) -> bool {
        self.setting(LETTERS_KEY).as_deref() != Some("off")
    }

    /// Has keys of one letter do something in a meeting, or not.
    pub fn save_letter_keys(self, is_on: bool) {
        self.save_setting(LETTERS_KEY, if is_on { "on" } else { "off" });
    }

    /// Saves the answers as one file, a code on each line. Returns its name.
    ///
    /// # Errors
    /// Where the browser cannot make a file.
    pub fn save_answers(self, all: &Gathered) -> Result<String, file::Refused> {
        let day = clock::now().map(|now| now.day().to_string());
        let name = ["numea-reponses-", &day.unwrap_or_default(), ".txt"].concat();
        let codes = self.codes_of(all).join("\n") + "\n";
        file::save_as(&name, "text/plain", Content::Text(&codes))?;
        Ok(name)
    }

    /// The code of each answer, to what is asked now: where they go, nothing may be known of what was asked before.
    pub fn codes_of(self, all: &Gathered) -> Vec<String> {
        let asked = numbered(self.questionnaire);
        let codes = all.iter();
        codes.map(|one| write_contribution(one, &asked)).collect()
    }

    /// One link with all of them, to another computer: their codes one after the other. None where it is too long to be given.
    pub fn answers_link(self, all: &Gathered) -> Option<String> {
        let codes = self.codes_of(all).join("/");
        let link = [location::page().as_str(), MARK, &codes].concat();
        (Reach::of(link.len()) != Reach::TooLong).then_some(link)
    }

    /// Every answer that the address bar holds, and every code in it that is none.
    pub fn contributions(&self, earlier: &[Questionnaire]) -> Gathering {
        self.hash.with(|hash| self.find_answers(hash, earlier))
    }

    /// A link, and its code, that brings what was decided here to another computer, and nothing else but the answers. None where
    /// it is too long to be given.
    ///
    /// # Errors
    /// Where the module of documents was not loaded first, or has failed.
    pub fn decisions_link(&self) -> Result<Option<String>, NotLoaded> {
        let link = self.dossier_link(LeftOut {
            names: true,
            texts: false,
            objectives: true,
        })?;
        Ok(link.filter(|link| Reach::of(link.len()) != Reach::TooLong))
    }
}

/// The code to keep: as it came, where it answers what was asked before.
fn code_to_keep(one: &Contribution, asked: &Questionnaire) -> String {
    let earlier = one.earlier.as_ref();
    earlier.map_or_else(
        || write_contribution(one, asked),
        |earlier| earlier.code.clone(),
    )
}

fn key_of(one: &Contribution) -> String {
    let Contribution {
        id,
        revision,
        role: _,
        answered_on: _,
        fields: _,
        answers: _,
        earlier: _,
    } = one;
    key(CONTRIBUTION, id.0, *revision)
}
