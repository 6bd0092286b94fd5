//! What the council decides: each topic, whether it is on the agenda, and what was decided of it.

use leptos::prelude::*;
use std::rc::Rc;

use super::Form;
use crate::domain::minutes::{TEXT_MAX, Topic};
use crate::ui::kit::check::check_box;
use crate::ui::kit::entry::{self, Lines};
use crate::ui::kit::field::Bound;
use crate::ui::kit::view::{Element, View, el, el_class};
use crate::words::fr::minutes as say;

/// The topics, as far as they are fields of their own: undoing may bring others.
pub fn key(form: Form) -> String {
    let keys: Vec<_> = form.topics().into_iter().map(Topic::key).collect();
    keys.join(" ")
}

pub fn topics(form: Form) -> View {
    let topics = form.topics();
    if topics.is_empty() {
        return el("p").child(say::NOTHING).view();
    }
    el_class("ul", "council__topics")
        .children(topics.into_iter().map(|one| topic(form, one)))
        .view()
}

/// A topic: whether it is on the agenda, what is asked, what was decided.
fn topic(form: Form, topic: Topic) -> View {
    let name = form
        .session
        .read(|dossier| say::topic(topic, dossier, form.session.questionnaire));
    let is_in = move || !form.minutes.with(|minutes| minutes.of(topic).is_left_out);
    let choose = move |is_in: bool| {
        form.set(|minutes| minutes.note(topic, |noted| noted.is_left_out = !is_in))
    };
    let asked = move || {
        let today = form.session.day();
        form.session
            .read(|dossier| say::asked(topic, dossier, today))
    };
    let on_agenda = el_class("label", "council__topic-name")
        .child(check_box(is_in, choose))
        .child(el("span").child(name));
    let is_hidden = move || (form.is_agenda() || !is_in()).then(String::new);
    el("li")
        .child(on_agenda)
        .child(el_class("p", "small").text(asked))
        .child(decision(form, topic).attr_fn("hidden", is_hidden))
        .view()
}

fn decision(form: Form, topic: Topic) -> Element {
    let id = format!("decision-{}", topic.key().replace('/', "-"));
    let bound = Bound {
        get: Rc::new(move || form.minutes.with(|minutes| minutes.of(topic).decision)),
        set: Rc::new(move |text| {
            form.set(|minutes| minutes.note(topic, |noted| noted.decision = text))
        }),
    };
    let area = el_class("textarea", "input")
        .attr("id", &id)
        .attr("rows", "2");
    let (area, sentence) = entry::text(area, (&id, ""), (Lines::Several, TEXT_MAX), &bound);
    let about = match topic {
        Topic::Objective(id) => format!(" sur l’objectif {id}"),
        Topic::Progress(statement) => format!(" sur l’item {}", statement.item),
    };
    let name = el_class("label", "form-field__label")
        .attr("for", &id)
        .child("Décision du conseil")
        .child(el_class("span", "visually-hidden").child(about));
    el_class("div", "form-field")
        .child(name)
        .child(area)
        .child(sentence)
}
