//! Figures of many schools, by the one rule of counting: a school counts for a stage of an item as its own positioning
//! counts it, and leaves the denominator where the item is « non concerné ».

use super::Source;
use super::common::{Aimed, Common, Lacking};
use crate::domain::school::positioning::{
    Count, FieldPositioning, ItemPositioning, ItemState, Positioning, Progress,
};
use crate::domain::school::questionnaire::{FieldId, ItemId, Questionnaire, Stage};

/// Into how many bands the percentages are put: 0 to 19, 20 to 39, 40 to 59, 60 to 79, 80 to 100.
pub const BANDS: usize = 5;

/// The band of a percentage.
pub fn band(percent: u8) -> usize {
    usize::from(percent / 20).min(BANDS - 1)
}

/// How many schools are in each band, for each stage.
pub type Spread = [[u16; BANDS]; 3];

/// An item in many schools.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemFigures {
    /// The item.
    pub id: ItemId,
    /// For each stage, the schools that reached it out of those concerned.
    pub stages: [Count; 3],
    /// Schools without any answer.
    pub unanswered: u16,
    /// Schools that answered « ne sait pas ».
    pub unknown: u16,
    /// Schools that answered « non concerné ».
    pub not_applicable: u16,
}

/// A field in many schools.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldFigures {
    /// The field.
    pub id: FieldId,
    /// For each stage, items reached out of items concerned, of all schools together.
    pub stages: [Count; 3],
    /// The schools by their percentage.
    pub spread: Spread,
    /// Its items.
    pub items: Vec<ItemFigures>,
}

/// The figures of many schools.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// How many schools they are of.
    pub schools: u16,
    /// For each stage, items reached out of items concerned, of all schools together.
    pub stages: [Count; 3],
    /// The schools by their percentage.
    pub spread: Spread,
    /// For each stage, the percentage that half of the schools reach.
    pub medians: [Option<u8>; 3],
    /// The fields, in order.
    pub fields: Vec<FieldFigures>,
    /// The conditions that schools miss, the most frequent first.
    pub lacking: Vec<Lacking>,
    /// The items that objectives are about, the most frequent first.
    pub aimed: Vec<Aimed>,
}

impl Figures {
    /// Counts these schools.
    pub fn of(questionnaire: &Questionnaire, sources: &[&Source]) -> Self {
        let fields = questionnaire.fields().map(|field| FieldFigures {
            id: field.id,
            stages: [Count::default(); 3],
            spread: Spread::default(),
            items: field
                .items
                .iter()
                .map(|item| ItemFigures::new(item.id))
                .collect(),
        });
        let mut figures = Self {
            schools: u16::try_from(sources.len()).unwrap_or(u16::MAX),
            stages: [Count::default(); 3],
            spread: Spread::default(),
            medians: [None; 3],
            fields: fields.collect(),
            lacking: Vec::new(),
            aimed: Vec::new(),
        };
        let mut percents = [[0_u16; 101]; 3];
        let mut common = Common::default();
        for source in sources {
            let school = &source.school;
            figures.add(&school.positioning);
            for (stage, percents) in Stage::ALL.into_iter().zip(&mut percents) {
                let percent = stage.of(&school.positioning.stages).percent();
                let place = percent.and_then(|percent| percents.get_mut(usize::from(percent)));
                place.into_iter().for_each(|schools| *schools += 1);
            }
            common.add(school);
        }
        figures.medians = percents.map(|percents| median(&percents));
        (figures.lacking, figures.aimed) = common.ordered();
        figures
    }

    fn add(&mut self, one: &Positioning) {
        add(&mut self.stages, &mut self.spread, one.stages);
        for (field, own) in self.fields.iter_mut().zip(&one.fields) {
            add(&mut field.stages, &mut field.spread, own.stages);
            for (item, own) in field.items.iter_mut().zip(&own.items) {
                item.add(own);
            }
        }
    }

    /// Every item, in order.
    pub fn items(&self) -> impl Iterator<Item = &ItemFigures> {
        self.fields.iter().flat_map(|field| &field.items)
    }

    /// All schools together as one positioning, to be drawn.
    pub fn together(&self) -> Positioning {
        let fields = self.fields.iter().map(|field| FieldPositioning {
            id: field.id,
            stages: field.stages,
            items: Vec::new(),
            progress: Progress::default(),
        });
        Positioning {
            stages: self.stages,
            fields: fields.collect(),
            progress: Progress::default(),
        }
    }
}

impl ItemFigures {
    fn new(id: ItemId) -> Self {
        Self {
            id,
            stages: [Count::default(); 3],
            unanswered: 0,
            unknown: 0,
            not_applicable: 0,
        }
    }

    fn add(&mut self, own: &ItemPositioning) {
        for (stage, count) in Stage::ALL.into_iter().zip(&mut self.stages) {
            *count = count.and(own.count(stage));
        }
        match own.state {
            ItemState::Unanswered => self.unanswered += 1,
            ItemState::Unknown => self.unknown += 1,
            ItemState::NotApplicable => self.not_applicable += 1,
            ItemState::Answered => {}
        }
    }
}

fn add(stages: &mut [Count; 3], spread: &mut Spread, own: [Count; 3]) {
    for ((sum, bands), own) in stages.iter_mut().zip(spread).zip(own) {
        *sum = sum.and(own);
        let place = own
            .percent()
            .and_then(|percent| bands.get_mut(band(percent)));
        place.into_iter().for_each(|schools| *schools += 1);
    }
}

/// The highest percentage that at least half of the schools reach, from how many have each.
fn median(percents: &[u16; 101]) -> Option<u8> {
    let all: u32 = percents.iter().map(|schools| u32::from(*schools)).sum();
    let mut above = 0;
    (0..=100_u8)
        .rev()
        .zip(percents.iter().rev())
        .find_map(|(percent, schools)| {
            above += u32::from(*schools);
            (*schools > 0 && above * 2 >= all).then_some(percent)
        })
}
