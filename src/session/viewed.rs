//! What a screen shows: one's own dossier, a positioning received by a link, an opened file, copy or linked dossier. Whoever
//! holds one reads it, and has nothing in hand to change, save or erase it by.

use leptos::prelude::*;

use super::theme::Theme;
use super::watched::Items;
use crate::domain::date::Day;
use crate::domain::school::answers::{Answers, ItemAnswer};
use crate::domain::school::dossier::Dossier;
use crate::domain::school::plan::{Arrangement, Filter, Objective, ObjectiveId, Schedule, SortBy};
use crate::domain::school::positioning::{Count, ItemPositioning, Positioning};
use crate::domain::school::questionnaire::{FieldId, Item, ItemId, Questionnaire, Stage};
use crate::domain::school::reading::{Missing, Reading};
use crate::domain::school::timeline::{Look, Review};

/// A dossier that is shown, and what is computed from it. Cheap to copy: it only holds handles.
#[derive(Clone, Copy)]
pub struct Viewed {
    /// What is asked.
    pub questionnaire: &'static Questionnaire,
    /// The answers, counted.
    pub positioning: Memo<Positioning>,
    /// Where the questionnaire is adapted, those about the items that stand in it as they were worded: by the same rule.
    pub official: Option<Memo<Positioning>>,
    pub(super) whose: Whose,
    pub(super) dossier: RwSignal<Dossier>,
    pub(super) items: Items,
    /// The review that is going on: a tick does not change it, so it runs nothing of the other items.
    pub(super) review: Memo<Review>,
    pub(super) arrangement: RwSignal<Arrangement>,
    /// Today; none where the clock shows a year that no date has.
    pub(super) day: RwSignal<Option<Day>>,
    pub(super) theme: RwSignal<Theme>,
}

/// Whose dossier is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// One's own, as it is now.
    Own,
    /// Somebody else's, or an older state of one's own.
    Other,
}

impl Viewed {
    /// One's own dossier.
    pub(super) fn own(
        questionnaire: &'static Questionnaire,
        dossier: Dossier,
        day: Option<Day>,
    ) -> Self {
        let adapted = questionnaire.adapted.is_some();
        let dossier = RwSignal::new(dossier);
        Self {
            questionnaire,
            positioning: counted(questionnaire, dossier, Positioning::of),
            official: adapted.then(|| counted(questionnaire, dossier, Positioning::official)),
            whose: Whose::Own,
            dossier,
            items: Items::of(questionnaire, dossier),
            review: Memo::new(move |_| dossier.with(|dossier| dossier.review.clone())),
            arrangement: RwSignal::default(),
            day: RwSignal::new(day),
            theme: RwSignal::new(Theme::in_force()),
        }
    }

    /// Another dossier, at the same day and in the same look. It lives as long as the view in which it is made.
    pub fn other(&self, dossier: Dossier) -> Self {
        let Self {
            arrangement,
            day,
            theme,
            ..
        } = *self;
        let questionnaire = self.questionnaire_for(&dossier.adaptation);
        let adapted = questionnaire.adapted.is_some();
        let dossier = RwSignal::new(dossier);
        Self {
            questionnaire,
            positioning: counted(questionnaire, dossier, Positioning::of),
            official: adapted.then(|| counted(questionnaire, dossier, Positioning::official)),
            whose: Whose::Other,
            dossier,
            items: Items::of(questionnaire, dossier),
            review: Memo::new(move |_| dossier.with(|dossier| dossier.review.clone())),
            arrangement,
            day,
            theme,
        }
    }

    /// Whether it is one's own dossier, as it is now.
    pub fn is_own(&self) -> bool {
        match self.whose {
            Whose::Own => true,
            Whose::Other => false,
        }
    }

    /// What `read` finds in the whole dossier.
    pub fn read<T>(&self, read: impl FnOnce(&Dossier) -> T) -> T {
        self.dossier.with(read)
    }

    /// What `read` finds in everything noted about an item.
    pub fn answer<T>(&self, item: ItemId, read: impl FnOnce(&ItemAnswer) -> T) -> T {
        self.items.read(item, read)
    }

    /// One item, counted.
    pub fn counted(&self, item: &Item) -> ItemPositioning {
        let response = self.answer(item.id, |answer| answer.response);
        ItemPositioning::of(item, response)
    }

    /// « x sur n » of a stage, on items as they are officially worded.
    pub fn stage_count(&self, stage: Stage) -> Count {
        self.official().with(|all| *stage.of(&all.stages))
    }

    /// « x sur n » of a field and stage, on items as they are officially worded.
    pub fn field_count(&self, field: FieldId, stage: Stage) -> Count {
        field_count(self.official(), field, stage)
    }

    /// « x sur n » of a stage, or of a field and stage, on the questionnaire as the school adapted it; none where it did
    /// not.
    pub fn local_count(&self, field: Option<FieldId>, stage: Stage) -> Option<Count> {
        self.official?;
        Some(match field {
            Some(field) => field_count(self.positioning, field, stage),
            None => self.positioning.with(|all| *stage.of(&all.stages)),
        })
    }

    fn official(&self) -> Memo<Positioning> {
        self.official.unwrap_or(self.positioning)
    }

    /// What `read` makes of the figures of the questionnaire as it is asked, and of the official ones; both the same where it is
    /// not adapted.
    pub fn both_counts<T>(&self, read: impl FnOnce([&Positioning; 2]) -> T) -> T {
        let official = self.official();
        self.positioning
            .with(|own| official.with(|official| read([own, official])))
    }

    /// What the answers say.
    pub fn reading(&self) -> Reading {
        self.dossier
            .with(|dossier| Reading::of(self.questionnaire, &dossier.answers))
    }

    /// Whether nothing was answered or written yet.
    pub fn is_blank(&self) -> bool {
        self.dossier.with(|dossier| dossier.answers.is_empty())
    }

    /// What `read` finds in an objective, if there is one of this id.
    pub fn objective<T>(&self, id: ObjectiveId, read: impl FnOnce(&Objective) -> T) -> Option<T> {
        self.read(|dossier| dossier.plan.get(id).map(read))
    }

    /// « Objectif en cours » about this item, if there is one.
    pub fn open_about(&self, item: ItemId) -> Option<ObjectiveId> {
        self.read(|dossier| dossier.plan.open_about(item))
    }

    /// How an item stands in the review of the answers; `None` without one.
    pub fn look(&self, item: ItemId) -> Option<Look> {
        let response = self.answer(item, |answer| answer.response);
        self.review.with(|review| review.look(item, response))
    }

    /// What good first objectives would aim at.
    pub fn proposals(&self) -> Vec<Missing> {
        self.read(|dossier| {
            let reading = Reading::of(self.questionnaire, &dossier.answers);
            dossier.plan.proposals(&reading)
        })
    }

    /// The schedule as it stands today.
    pub fn schedule(&self) -> Schedule {
        let (sort_by, filter, today) = (self.sort_by(), self.filter(), self.today());
        self.read(|dossier| {
            // Nothing to sort: the fields are where one begins.
            let sort_by = if dossier.plan.is_empty() {
                SortBy::Field
            } else {
                sort_by
            };
            let arrangement = Arrangement { sort_by, filter };
            Schedule::of(self.questionnaire, &dossier.plan, &arrangement, today)
        })
    }

    /// What the objectives of the schedule stand together by.
    pub fn sort_by(&self) -> SortBy {
        self.arrangement.with(|arrangement| arrangement.sort_by)
    }

    /// Which objectives the schedule shows. All of another dossier: the names are those of one's own.
    pub fn filter(&self) -> Filter {
        match self.whose {
            Whose::Own => self.arrangement.with(|arrangement| {
                self.read(|dossier| arrangement.filter.in_force(&dossier.plan))
            }),
            Whose::Other => Filter::default(),
        }
    }

    /// Today, followed; none where the clock shows a year that no date has.
    pub fn day(&self) -> Option<Day> {
        self.day.get()
    }

    /// Today, followed; the first day there is where the clock says nothing sensible, so that nothing looks
    /// late.
    pub fn today(&self) -> Day {
        self.day().unwrap_or(Day::FIRST)
    }
}

fn field_count(all: Memo<Positioning>, field: FieldId, stage: Stage) -> Count {
    let count = all.with(|all| all.field(field).map(|field| *stage.of(&field.stages)));
    count.unwrap_or_default()
}

/// The rule of counting, over all items or over those in official words.
type Rule = fn(&Questionnaire, &Answers) -> Positioning;

fn counted(
    questionnaire: &'static Questionnaire,
    dossier: RwSignal<Dossier>,
    count: Rule,
) -> Memo<Positioning> {
    Memo::new(move |_| dossier.with(|dossier| count(questionnaire, &dossier.answers)))
}
