//! Taking what a table says: a dossier with the lines that were chosen, all at once.

use super::{Line, Offer, objectives};
use crate::domain::school::dossier::Dossier;

/// The dossier with these lines taken. An objective that is there no more, or a plan without room, leaves its line out.
pub fn take<'a>(dossier: &Dossier, lines: impl IntoIterator<Item = &'a Line>) -> Dossier {
    let mut after = dossier.clone();
    for line in lines {
        match &line.offer {
            Offer::Response(item, response) => {
                let mut answer = after.answers.get(*item);
                answer.response = *response;
                after.answers.set(*item, answer);
            }
            Offer::Note(item, text) => {
                let mut answer = after.answers.get(*item);
                answer.note.clone_from(text);
                after.answers.set(*item, answer);
            }
            Offer::Proofs(item, links) => {
                let mut answer = after.answers.get(*item);
                answer.proofs.clone_from(links);
                after.answers.set(*item, answer);
            }
            Offer::Part(id, part) => {
                if let Some(mut objective) = after.plan.get(*id).cloned() {
                    objectives::set(&mut objective, part);
                    after.plan.set(*id, objective.within_limits());
                }
            }
            Offer::New(objective) => {
                if let Some(id) = after.plan.next_id() {
                    after.plan.set(id, objective.within_limits());
                }
            }
        }
    }
    after
}
