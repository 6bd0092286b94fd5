//! `#/i/<code>`: an invitation, answered alone on whatever device. The answers are apart from any dossier.

mod form;
mod leaving;
mod role;
mod sending;
mod start;

use leptos::prelude::*;
use std::cell::Cell;

use super::stand_alone;
use crate::browser::{page, task};
use crate::domain::route::Route;
use crate::domain::school::answers::Response;
use crate::domain::school::questionnaire::{ActionField, Item, Questionnaire};
use crate::domain::school::team::{Draft, Invitation};
use crate::session::{DraftStore, Followed, Invited, NotInvited, Respondent, Session};
use crate::ui::kit::button;
use crate::ui::kit::view::{View, dynamic, dynamic_by, effect, el, el_class};
use crate::ui::shared::link::big_link;
use crate::ui::shared::page::{heading, screen};
use crate::words::fr::answering as say;

/// What somebody is asked, and what keeps her draft.
#[derive(Clone)]
struct Asked {
    session: Session,
    invitation: Invitation,
    questionnaire: &'static Questionnaire,
    fields: Vec<&'static ActionField>,
    store: DraftStore,
    stage: RwSignal<Stage>,
}

impl Asked {
    /// The items that are asked, in order.
    fn items(&self) -> impl Iterator<Item = &'static Item> + '_ {
        self.fields.iter().flat_map(|field| &field.items)
    }

    /// The items without an answer, followed.
    fn missing(&self, form: Session) -> Vec<&'static Item> {
        let is_missing = |item: &&'static Item| {
            form.answer(item.id, |answer| answer.response) == Response::Unanswered
        };
        self.items().filter(is_missing).collect()
    }

    /// How many items have an answer, in words, followed.
    fn progress(&self, form: Session) -> String {
        let items = self.items().count();
        say::answered(items - self.missing(form).len(), items)
    }
}

/// How far this device is with the invitation.
#[derive(Clone)]
enum Stage {
    /// What it keeps is being read.
    Reading,
    /// Somebody answers, going on from this draft.
    Answering(Box<Draft>),
    /// What was answered is erased.
    Erased,
}

/// Where a respondent is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// Who asks what, and the role.
    Start,
    /// The field of this place, from 0.
    Field(usize),
    /// What is sent.
    Sending,
}

impl Step {
    fn key(self) -> String {
        match self {
            Self::Start => "start".to_owned(),
            Self::Field(place) => place.to_string(),
            Self::Sending => "sending".to_owned(),
        }
    }
}

/// The screen of an invitation.
pub fn answering(session: Session) -> View {
    // What became of unpacking its questions, where it brought them along.
    let unpacked = RwSignal::new(None);
    let key = move || {
        unpacked.track();
        match session.invited() {
            Ok(invited) => invited.code,
            Err(error) => format!("{error:?} {:?}", unpacked.get()),
        }
    };
    dynamic_by(key, move || {
        stand_alone("answering");
        match session.invited() {
            Ok(invited) => opened(session, invited),
            Err(NotInvited::Refused(error)) => refused(say::invitation_error(&error), None),
            Err(NotInvited::Packed) if unpacked.get_untracked() == Some(false) => {
                let again = button::plain()
                    .on("click", move |_| unpacked.set(None))
                    .child("Réessayer");
                refused(say::NOT_UNPACKED.to_owned(), Some(again.view()))
            }
            Err(NotInvited::Packed) => {
                task::spawn(async move {
                    let is_there = session.unpack_invitation().await.is_ok();
                    // The screen may have been left meanwhile.
                    let _ = unpacked.try_set(Some(is_there));
                });
                screen("page answering").child(loading()).view()
            }
        }
    })
}

fn refused(why: String, again: Option<View>) -> View {
    let home = big_link(Route::Home, "Voir ce qu’est cet outil");
    screen("page answering")
        .child(heading("Cette invitation ne peut pas être lue"))
        .child(el_class("p", "lead").child(why))
        .child(el_class("div", "btn-row").child(again).child(home))
        .view()
}

fn loading() -> View {
    el_class("p", "lead")
        .attr("role", "status")
        .child("Chargement…")
        .view()
}

fn opened(session: Session, invited: Invited) -> View {
    let store = session.draft_store(&invited);
    let Invited {
        code: _,
        invitation,
        questionnaire,
    } = invited;
    let fields = questionnaire.fields();
    let fields = fields.filter(|field| invitation.fields.contains(&field.id));
    let asked = Asked {
        session,
        questionnaire,
        fields: fields.collect(),
        stage: RwSignal::new(Stage::Reading),
        store: store.clone(),
        invitation,
    };
    let reading = asked.clone();
    task::spawn(async move {
        let kept = store.read().await;
        let draft = kept.unwrap_or_else(|| session.blank_draft(&reading.invitation));
        // The screen may have been left meanwhile.
        let _ = reading.stage.try_set(Stage::Answering(Box::new(draft)));
    });
    let stage = asked.stage;
    screen("page answering")
        .child(dynamic(move || {
            let stage = stage.get();
            untrack(|| match stage {
                Stage::Reading => loading(),
                Stage::Answering(draft) => answered_by(&asked, *draft),
                Stage::Erased => leaving::erased(&asked),
            })
        }))
        .view()
}

/// The steps of one respondent.
fn answered_by(asked: &Asked, draft: Draft) -> View {
    let respondent = asked.session.respondent(draft, asked.store.clone());
    let step = RwSignal::new(Step::Start);
    let asked = asked.clone();
    follow(&asked, respondent);
    dynamic_by(
        move || step.get().key(),
        move || shown(&asked, respondent, step),
    )
}

/// Follows what is done to the same invitation in another tab.
fn follow(asked: &Asked, respondent: Respondent) {
    let (store, stage) = (asked.store.clone(), asked.stage);
    let is_read = Cell::new(false);
    effect(Box::new(move || {
        store.changed();
        // What is shown was just read.
        if !is_read.replace(true) {
            return;
        }
        task::spawn(async move {
            // The screen may have been left meanwhile.
            let _ = match respondent.follow().await {
                Followed::Shown => None,
                Followed::Other(draft) => stage.try_set(Stage::Answering(draft)),
                Followed::Erased => stage.try_set(Stage::Erased),
            };
        });
    }));
}

fn shown(asked: &Asked, respondent: Respondent, step: RwSignal<Step>) -> View {
    match step.get_untracked() {
        Step::Start => start::start(asked, respondent, step),
        Step::Field(place) => form::field(asked, respondent, step, place),
        Step::Sending => sending::sending(asked, respondent, step),
    }
}

/// Goes to a step: its title takes the focus, at the top of the page.
fn go(step: RwSignal<Step>, to: Step) {
    step.set(to);
    page::next_frame(|| {
        page::scroll_to_top();
        page::focus("h1");
    });
}

/// A blank form, with no trace of the answers before.
fn begin_anew(asked: &Asked) {
    asked.store.forget();
    let draft = asked.session.blank_draft(&asked.invitation);
    asked.stage.set(Stage::Answering(Box::new(draft)));
    page::next_frame(|| {
        page::scroll_to_top();
        page::focus("h1");
    });
}

/// Who invites, above the title of each step.
fn eyebrow(text: String) -> View {
    el_class("p", "eyebrow").child(text).view()
}

/// A short list of what one should know.
fn points(points: Vec<String>) -> View {
    let point = |text: String| el("li").child(text).view();
    el_class("ul", "answering__points")
        .children(points.into_iter().map(point))
        .view()
}
