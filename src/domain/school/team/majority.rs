//! « Reprendre la majorité »: what most of those who answered an item ticked, condition by condition.

use super::Gathered;
use crate::domain::school::answers::{Declared, Response, Tick, Ticks};
use crate::domain::school::positioning::{ItemPositioning, ItemState};
use crate::domain::school::questionnaire::{Item, Stage};

/// What a majority makes of the answer of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Majority {
    /// The answer that it gives.
    pub response: Response,
    /// How many conditions stay as they are, « à décider »: as many are for as against.
    pub ties: u16,
}

/// What the majority makes of this answer: a condition is ticked where more than half of those who answered the item
/// ticked it, unticked where fewer did, and stays as it is on a tie. Where nothing stays ticked and nothing is tied, it
/// says « aucune étape atteinte ». `None` where nobody answered the item.
pub fn majority(item: &Item, gathered: &Gathered, present: Response) -> Option<Majority> {
    let asked = gathered.iter().filter(|one| one.is_asked(item.id));
    let responses = asked.map(|one| one.answers.response(item.id));
    let answered: Vec<Ticks> = responses
        .filter(|response| ItemPositioning::of(item, *response).state == ItemState::Answered)
        .map(|response| response.ticks().within(item))
        .collect();
    if answered.is_empty() {
        return None;
    }
    let mut ticks = present.ticks();
    let mut ties = 0;
    for stage in Stage::ALL {
        for condition in stage.of(&item.statements).ids() {
            let for_it = answered
                .iter()
                .filter(|ticks| ticks.is_ticked(stage, condition));
            let twice = for_it.count() * 2;
            if twice == answered.len() {
                ties += 1;
            } else {
                let tick = Tick::from(twice > answered.len());
                ticks = ticks.with(stage, condition, tick);
            }
        }
    }
    let response = match Response::from_ticks(ticks.within(item)) {
        // What was declared stays as long as a tie leaves something to decide.
        Response::Unanswered if ties > 0 => match present {
            Response::Declared(_) => present,
            Response::Unanswered | Response::Ticked(_) => Response::Unanswered,
        },
        Response::Unanswered => Response::Declared(Declared::NoStage),
        // With the ticks of sentences that the questionnaire does not have any more.
        Response::Ticked(_) | Response::Declared(_) => Response::Ticked(ticks),
    };
    Some(Majority { response, ties })
}
