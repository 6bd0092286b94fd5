//! What was written for another council, or another school: kept, or begun anew.

use leptos::prelude::*;

use super::Form;
use crate::browser::page;
use crate::domain::minutes::Minutes;
use crate::ui::kit::button;
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::view::{View, el, el_class};
use crate::words::fr::minutes as say;

/// Said where another dossier has come since.
pub fn stranger(form: Form) -> View {
    let school = form.school();
    let other = form.minutes.with(|minutes| {
        let is_other = minutes.is_for_another(&school);
        is_other.then(|| say::other_school(&minutes.school))
    });
    let Some(text) = other else {
        return View::nothing();
    };
    let keep = move |_| {
        form.minutes
            .update(|minutes| minutes.school = untrack(|| form.school()));
        form.keep();
        page::focus("#council-kind");
    };
    let keep = button::plain().on("click", keep).child("Les garder");
    callout(
        Tone::Alert,
        View::all([el("p").child(text).view(), keep.view()]),
    )
}

/// Begins anew; what was written can be had back until the screen is left.
pub fn anew(form: Form) -> View {
    let before = RwSignal::new(None::<Minutes>);
    let clear = move |_| {
        let kind = form.minutes.with_untracked(|minutes| minutes.kind);
        before.set(Some(form.minutes.get_untracked()));
        form.minutes.set(Minutes {
            kind,
            ..Minutes::default()
        });
        form.keep();
        page::next_frame(|| page::focus(".council__back"));
    };
    let back = move |_| {
        if let Some(minutes) = before.try_update(Option::take).flatten() {
            form.minutes.set(minutes);
            form.keep();
        }
        page::focus("#council-kind");
    };
    let clear = button::once()
        .attr_fn("hidden", move || {
            form.minutes.with(Minutes::is_blank).then(String::new)
        })
        .on("click", clear)
        .child("Repartir à blanc");
    let back = button::plain()
        .attr("class", "btn council__back")
        .attr_fn("hidden", move || {
            before.with(Option::is_none).then(String::new)
        })
        .on("click", back)
        .child("Remettre ce que j’avais écrit");
    el_class("div", "btn-row").child(clear).child(back).view()
}
