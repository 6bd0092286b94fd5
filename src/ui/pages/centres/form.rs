//! The fields of a centre: what kind it is of, and its name.

use leptos::prelude::*;

use super::bound;
use crate::domain::school::identity::CentreKind;
use crate::domain::school::library::{KIND_MAX, Kind, Listed, NAME_MAX};
use crate::ui::kit::field::{Label, choice, line};
use crate::ui::kit::view::{View, el, el_class, unlocked};

/// What stands for a kind in own words, in the list of kinds.
const OTHER: &str = "other";

/// The ids of the fields, and how the name is labelled: the screen may hold two of these forms.
pub struct Labels {
    /// Id of the kind.
    pub kind: &'static str,
    /// Id of the kind in own words.
    pub words: &'static str,
    /// The name.
    pub name: Label,
}

/// What is typed: the kind is one that has a name, [`OTHER`], or nothing.
#[derive(Clone, Copy)]
pub struct Form {
    kind: RwSignal<String>,
    words: RwSignal<String>,
    name: RwSignal<String>,
}

impl Form {
    /// What the list says of this dossier.
    pub fn of(listed: &Listed) -> Self {
        let (kind, words) = match &listed.kind {
            Some(Kind::Other(words)) => (OTHER, words.as_str()),
            Some(Kind::Named(centre)) => (centre.text(), ""),
            None => ("", ""),
        };
        let [kind, words, name] =
            [kind, words, &listed.name].map(|text| RwSignal::new(text.to_owned()));
        Self { kind, words, name }
    }

    /// What the list is to say.
    pub fn listed(self) -> Listed {
        let kind = self.kind.get_untracked();
        let kind = if kind == OTHER {
            Kind::other(&self.words.get_untracked())
        } else {
            CentreKind::named(&kind).map(Kind::Named)
        };
        Listed::named(kind, &self.name.get_untracked())
    }

    /// Empties the fields. The screen may be gone by now.
    pub fn clear(self) {
        for field in [self.kind, self.words, self.name] {
            let _ = field.try_set(String::new());
        }
    }

    /// The fields. They change nothing of what is kept.
    pub fn fields(self, labels: &Labels) -> View {
        let Labels { kind, words, name } = *labels;
        let label = |id, name| Label { id, name, hint: "" };
        let named = CentreKind::ALL.map(|kind| (kind.text().to_owned(), kind.text().to_owned()));
        let unsaid = (String::new(), "À préciser".to_owned());
        let other = (OTHER.to_owned(), "Autre, en vos mots".to_owned());
        let choices = [unsaid].into_iter().chain(named).chain([other]);
        let is_other = move || self.kind.get() == OTHER;
        let own = move || {
            let words = label(words, "Type, en vos mots");
            let field = || unlocked(|| line(words, KIND_MAX, &bound(self.words)));
            is_other().then(field).into()
        };
        unlocked(|| {
            el_class("div", "timeline__fields")
                .child(choice(
                    label(kind, "Type de centre"),
                    choices,
                    &bound(self.kind),
                ))
                .child(
                    el("div")
                        .attr_fn("hidden", move || (!is_other()).then(String::new))
                        .dynamic_by(move || is_other().to_string(), own),
                )
                .child(line(name, NAME_MAX, &bound(self.name)))
                .view()
        })
    }
}
