//! How the schedule is shown: what its objectives stand together by, which of them, and how many that leaves.

use leptos::prelude::untrack;
use std::rc::Rc;

use crate::browser::page;
use crate::domain::school::plan::{Filter, Priority, SortBy, State};
use crate::session::Session;
use crate::ui::kit::button::plain;
use crate::ui::kit::field::{Bound, Label, choice};
use crate::ui::kit::view::{View, el, el_class, unlocked};
use crate::words::fr::schedule as say;

/// The four choices. With one objective there is nothing to filter, with none nothing to show either. They change nothing
/// of the dossier: a tab that only reads has them too.
pub fn choices(session: Session) -> View {
    let number = move || session.read(|dossier| dossier.plan.len());
    let filters = move || {
        if untrack(number) < 2 {
            return View::nothing();
        }
        unlocked(|| View::all([lead(session), state(session), priority(session)]))
    };
    let key = move || {
        let mut key = session.read(|dossier| dossier.plan.leads());
        key.push((number() < 2).to_string());
        key.join("\n")
    };
    el_class("div", "schedule__tools")
        .attr_fn("hidden", move || (number() == 0).then(String::new))
        .child(unlocked(|| sort(session)))
        .dynamic_by(key, filters)
        .view()
}

/// « 4 objectifs sur 11 », where some are hidden, and the way to all of them. Paper says it too.
pub fn shown(session: Session) -> View {
    let is_filtered = move || !session.filter().is_none();
    let sentence = move || {
        let filter = session.filter();
        if filter.is_none() {
            return String::new();
        }
        let shown = session.schedule().rows().count();
        let of = session.read(|dossier| dossier.plan.len());
        say::filtered(shown, of, &filter)
    };
    let show_all = move |_| {
        session.set_filter(|filter| *filter = Filter::default());
        // This button goes away.
        page::focus("#filter-lead");
    };
    let button = plain()
        .attr_fn("hidden", move || (!is_filtered()).then(String::new))
        .on("click", show_all)
        .child("Tout afficher");
    el_class("div", "schedule__shown")
        .child(el("p").attr("role", "status").text(sentence))
        .child(button)
        .view()
}

fn sort(session: Session) -> View {
    let bound = Bound {
        get: Rc::new(move || say::sort_by(session.sort_by()).to_owned()),
        set: Rc::new(move |chosen| {
            let order = SortBy::ALL
                .into_iter()
                .find(|order| say::sort_by(*order) == chosen);
            session.set_sort_by(order.unwrap_or_default());
        }),
    };
    let choices = SortBy::ALL.map(|order| named(say::sort_by(order)));
    choice(label("sort", "Présenter par"), choices, &bound)
}

fn lead(session: Session) -> View {
    // A letter before each name: an empty text asks for nothing, and nobody has an empty name.
    let value = |name: String| ["=", &name].concat();
    let leads = untrack(|| session.read(|dossier| dossier.plan.leads()));
    let leads = leads.into_iter().map(|name| {
        let words = say::lead(&name);
        (value(name), words)
    });
    let bound = Bound {
        get: Rc::new(move || session.filter().lead.map(value).unwrap_or_default()),
        set: Rc::new(move |chosen| {
            let lead = chosen.strip_prefix('=').map(str::to_owned);
            session.set_filter(|filter| filter.lead = lead);
        }),
    };
    let all = std::iter::once(all("Tous"));
    choice(
        label("filter-lead", "Filtrer par pilote"),
        all.chain(leads),
        &bound,
    )
}

fn state(session: Session) -> View {
    let get = |filter: &Filter| filter.state;
    let set = |filter: &mut Filter, state| filter.state = state;
    let words = ("filter-state", "Filtrer par état", "Tous");
    one_of(
        session,
        words,
        (State::ALL.as_slice(), say::state),
        (get, set),
    )
}

fn priority(session: Session) -> View {
    let get = |filter: &Filter| filter.priority;
    let set = |filter: &mut Filter, priority| filter.priority = priority;
    let words = ("filter-priority", "Filtrer par priorité", "Toutes");
    let all = (Priority::ALL.as_slice(), say::priorities as fn(_) -> _);
    one_of(session, words, all, (get, set))
}

/// How a part of the filter is read and set.
type Part<T> = (fn(&Filter) -> Option<T>, fn(&mut Filter, Option<T>));

/// A filter by one of several, each known by its words, or by none.
fn one_of<T: Copy + 'static>(
    session: Session,
    (id, name, none): (&'static str, &'static str, &str),
    (values, words): (&'static [T], fn(T) -> &'static str),
    (get, set): Part<T>,
) -> View {
    let bound = Bound {
        get: Rc::new(move || {
            let chosen = get(&session.filter()).map(words);
            chosen.unwrap_or_default().to_owned()
        }),
        set: Rc::new(move |chosen| {
            let mut values = values.iter().copied();
            let value = values.find(|value| words(*value) == chosen);
            session.set_filter(|filter| set(filter, value));
        }),
    };
    let named = values.iter().map(|value| named(words(*value)));
    choice(
        label(id, name),
        std::iter::once(all(none)).chain(named),
        &bound,
    )
}

fn label(id: &'static str, name: &'static str) -> Label {
    Label { id, name, hint: "" }
}

fn named(words: &str) -> (String, String) {
    (words.to_owned(), words.to_owned())
}

fn all(words: &str) -> (String, String) {
    (String::new(), words.to_owned())
}
