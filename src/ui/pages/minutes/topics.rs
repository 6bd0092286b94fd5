//! What the council decides: each topic, whether it is on the agenda, and what was decided of it.

use leptos::prelude::*;
use std::rc::Rc;

use super::Form;
use crate::domain::minutes::{LINE_MAX, Noted, TEXT_MAX, Topic};
use crate::ui::kit::button;
use crate::ui::kit::check::check_box;
use crate::ui::kit::disclosure::disclosure;
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
    let name = move || {
        let own = form.minutes.with(|minutes| minutes.of(topic).name);
        say::own_or(&own, proposed_name(form, topic))
    };
    let is_in = move || !form.minutes.with(|minutes| minutes.of(topic).is_left_out);
    let choose = move |is_in: bool| {
        form.set(|minutes| minutes.note(topic, |noted| noted.is_left_out = !is_in))
    };
    let asked = move || {
        let own = form.minutes.with(|minutes| minutes.of(topic).asked);
        say::own_or(&own, proposed_asked(form, topic))
    };
    let on_agenda = el_class("label", "council__topic-name")
        .child(check_box(is_in, choose))
        .child(el("span").text(name));
    let is_hidden = move || (form.is_agenda() || !is_in()).then(String::new);
    el("li")
        .child(on_agenda)
        .child(el_class("p", "small").text(asked))
        .child(
            el("div")
                .attr_fn("hidden", move || (!is_in()).then(String::new))
                .child(wording(form, topic)),
        )
        .child(decision(form, topic).attr_fn("hidden", is_hidden))
        .view()
}

fn proposed_name(form: Form, topic: Topic) -> String {
    let session = form.session;
    session.read(|dossier| say::topic(topic, dossier, session.questionnaire))
}

fn proposed_asked(form: Form, topic: Topic) -> String {
    let today = form.session.day();
    form.session
        .read(|dossier| say::asked(topic, dossier, today))
}

/// The words of the point, to be changed: what is emptied is again as the dossier says it.
fn wording(form: Form, topic: Topic) -> View {
    let set = move |write: &dyn Fn(&mut Noted)| {
        form.set(|minutes| minutes.note(topic, |noted| write(noted)));
    };
    let name = Bound {
        get: Rc::new(move || {
            let own = form.minutes.with(|minutes| minutes.of(topic).name);
            own_or(own, || proposed_name(form, topic))
        }),
        set: Rc::new(move |text| {
            let own = changed(text, proposed_name(form, topic));
            set(&|noted| noted.name.clone_from(&own));
        }),
    };
    let asked = Bound {
        get: Rc::new(move || {
            let own = form.minutes.with(|minutes| minutes.of(topic).asked);
            own_or(own, || proposed_asked(form, topic))
        }),
        set: Rc::new(move |text| {
            let own = changed(text, proposed_asked(form, topic));
            set(&|noted| noted.asked.clone_from(&own));
        }),
    };
    let is_own = move || {
        let minutes = form.minutes;
        !minutes.with(|minutes| minutes.of(topic).is_as_proposed())
    };
    let again = button::plain()
        .attr_fn("hidden", move || (!is_own()).then(String::new))
        .on("click", move |_| {
            set(&|noted| {
                noted.name.clear();
                noted.asked.clear();
            });
        })
        .child("Remettre les mots du dossier");
    let line = el_class("input", "input").attr("type", "text");
    let fields = el_class("div", "stack")
        .child(field(
            ("name", topic),
            "Point",
            line,
            (Lines::One, LINE_MAX),
            &name,
        ))
        .child(
            field(
                ("asked", topic),
                "À décider",
                el_class("textarea", "input").attr("rows", "2"),
                (Lines::Several, TEXT_MAX),
                &asked,
            )
            .attr_fn("hidden", move || (!form.is_agenda()).then(String::new)),
        )
        .child(el_class("div", "btn-row").child(again));
    disclosure("Changer les mots de ce point", &about(topic), fields)
}

/// The person's words, or those of the dossier where there are none.
fn own_or(own: String, proposed: impl FnOnce() -> String) -> String {
    if own.is_empty() { proposed() } else { own }
}

/// What is kept of a wording: nothing where it is that of the dossier, which may change.
fn changed(text: String, proposed: String) -> String {
    if text == proposed {
        String::new()
    } else {
        text
    }
}

fn decision(form: Form, topic: Topic) -> Element {
    let bound = Bound {
        get: Rc::new(move || form.minutes.with(|minutes| minutes.of(topic).decision)),
        set: Rc::new(move |text| {
            form.set(|minutes| minutes.note(topic, |noted| noted.decision = text))
        }),
    };
    let area = el_class("textarea", "input").attr("rows", "2");
    let limits = (Lines::Several, TEXT_MAX);
    field(
        ("decision", topic),
        "Décision du conseil",
        area,
        limits,
        &bound,
    )
}

/// Of which point a field is, for whoever does not see where it stands.
fn about(topic: Topic) -> String {
    match topic {
        Topic::Objective(id) => format!("sur l’objectif {id}"),
        Topic::Progress(statement) => format!("sur l’item {}", statement.item),
    }
}

/// A field of a topic.
fn field(
    (part, topic): (&str, Topic),
    name: &'static str,
    control: Element,
    limits: (Lines, usize),
    bound: &Bound,
) -> Element {
    let id = [part, "-", &topic.key().replace('/', "-")].concat();
    let (control, sentence) = entry::text(control.attr("id", &id), (&id, ""), limits, bound);
    let label = el_class("label", "form-field__label")
        .attr("for", &id)
        .child(name)
        .child(el_class("span", "visually-hidden").child([" ", &about(topic)].concat()));
    el_class("div", "form-field")
        .child(label)
        .child(control)
        .child(sentence)
}
