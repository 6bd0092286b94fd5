//! « Vous répondez en tant que… »: the role that is asked for, or the choice of one.

use leptos::prelude::*;
use std::rc::Rc;

use super::Asked;
use crate::domain::school::team::{OWN_ROLE_MAX, Role};
use crate::session::Respondent;
use crate::ui::kit::entry::{self, Bound, Lines};
use crate::ui::kit::view::{View, el, el_class, unlocked};
use crate::words::fr::answering as say;

/// The role of the invitation, in words; where it leaves it open, the choice.
pub fn role(asked: &Asked, respondent: Respondent) -> View {
    if let Some(role) = &asked.invitation.role {
        return el("p")
            .child("Vous répondez au titre de\u{a0}: ")
            .child(el("b").child(say::role(role)))
            .child(".")
            .view();
    }
    let is_own = RwSignal::new(matches!(respondent.role(), Some(Role::Own(_))));
    let named = Role::NAMED.map(|role| {
        let (word, chosen) = (say::role(&role), role.clone());
        let is_on = move || !is_own.get() && respondent.role().as_ref() == Some(&chosen);
        choice(word, is_on, move || {
            is_own.set(false);
            respondent.choose_role(Some(role.clone()));
        })
    });
    let other = choice(
        "Autre".to_owned(),
        move || is_own.get(),
        move || {
            is_own.set(true);
            respondent.choose_role(None);
        },
    );
    el_class("fieldset", "choices")
        .child(el_class("legend", "form-field__label").child("Vous répondez au titre de"))
        .children(named)
        .child(other)
        .dynamic_by(
            move || is_own.get().to_string(),
            move || is_own.get().then(|| own_words(respondent)).into(),
        )
        .view()
}

fn choice(word: String, is_on: impl Fn() -> bool + 'static, choose: impl Fn() + 'static) -> View {
    let radio = unlocked(|| el_class("input", "check"))
        .attr("type", "radio")
        .attr("name", "respondent-role")
        .flag("checked", is_on)
        .on("change", move |_| choose());
    el_class("label", "pill").child(radio).child(word).view()
}

fn own_words(respondent: Respondent) -> View {
    let words = move || match respondent.role() {
        Some(Role::Own(words)) => words,
        Some(_) | None => String::new(),
    };
    // What is typed, as it is typed: a role has no space at its end.
    let typed = RwSignal::new(untrack(words));
    let bound = Bound {
        get: Rc::new(move || typed.get()),
        set: Rc::new(move |text| {
            respondent.choose_role(Role::own(&text));
            typed.set(text);
        }),
    };
    let input = unlocked(|| el_class("input", "input"))
        .attr("id", "own-role")
        .attr("type", "text")
        .attr("autocomplete", "off");
    let ids = ("own-role", "own-role-hint");
    let (input, sentence) = entry::text(input, ids, (Lines::One, OWN_ROLE_MAX), &bound);
    el_class("div", "form-field")
        .child(
            el_class("label", "form-field__label")
                .attr("for", "own-role")
                .child("En quelques mots"),
        )
        .child(input)
        .child(sentence)
        .child(
            el_class("p", "form-field__hint")
                .attr("id", "own-role-hint")
                .child("Une fonction, pas un nom\u{a0}: «\u{a0}tuteurs d’apprentissage\u{a0}», «\u{a0}exploitation agricole\u{a0}»."),
        )
        .view()
}
