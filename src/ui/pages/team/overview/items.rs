//! The items, with what shows their spreads: the button that reveals them, and the choice of a role.

use leptos::prelude::*;

use super::cards::cards;
use crate::browser::dom;
use crate::domain::school::team::{Gathered, Role};
use crate::ui::kit::button;
use crate::ui::kit::view::{Element, View, el, el_class, unlocked};
use crate::ui::pages::team::room::Room;
use crate::words::fr;

/// What is shown of the spreads. Cheap to copy: handles.
#[derive(Clone, Copy)]
pub struct Shown {
    /// Whether the spreads are shown.
    pub is_revealed: RwSignal<bool>,
    /// Whose answers; `None` for all.
    pub role: RwSignal<Option<Role>>,
}
/// The section of the items.
pub fn items(room: Room) -> View {
    let shown = Shown {
        is_revealed: RwSignal::new(false),
        role: RwSignal::new(None),
    };
    let count = room.session.questionnaire.items().count();
    let words = move || {
        if shown.is_revealed.get() {
            "Les plus grands désaccords d’abord. Un rond est une personne\u{a0}; plein, elle atteint l’étape."
        } else {
            "Les écarts restent cachés tant que vous ne les révélez pas\u{a0}: chacun peut d’abord redire sa réponse sans suivre les autres."
        }
    };
    let title = el("div")
        .child(
            el("h2")
                .attr("id", "h-spread")
                .child("Écarts et réponses retenues"),
        )
        .child(el_class("p", "hint").text(move || words().to_owned()));
    let chip = el_class("p", "chip")
        .attr("data-tone", "ink")
        .text(move || fr::team::decided_of(room.decided(), count));
    el_class("section", "stack")
        .attr("aria-labelledby", "h-spread")
        .child(el_class("div", "section-head").child(title).child(chip))
        .child(tools(room, shown))
        .child(cards(room, shown))
        .view()
}

fn tools(room: Room, shown: Shown) -> Element {
    let reveal = button::plain()
        .attr("data-reveal", "")
        .attr_fn("aria-pressed", move || {
            Some(shown.is_revealed.get().to_string())
        })
        .on("click", move |_| shown.is_revealed.update(|is| *is = !*is))
        .text(move || {
            let word = if shown.is_revealed.get() {
                "Cacher les écarts"
            } else {
                "Révéler les écarts"
            };
            word.to_owned()
        });
    // A choice that is made anew with each answer would lose the focus, and have the browser look through the whole screen for forms.
    let roles = Memo::new(move |_| room.gathered.with(Gathered::roles));
    let few = move || {
        let is_few = room.gathered.with(|all| (1..5).contains(&all.len()));
        let sentence = is_few.then(|| el_class("p", "hint").child(fr::team::TOO_FEW).view());
        sentence.into()
    };
    el_class("div", "stack")
        .child(
            el_class("div", "btn-row")
                .child(reveal)
                .dynamic(move || choice(shown, roles)),
        )
        .dynamic(few)
}

/// Whose answers are shown: everybody's, or those of a role.
fn choice(shown: Shown, roles: Memo<Vec<Role>>) -> View {
    if !shown.is_revealed.get() {
        return View::nothing();
    }
    let roles = roles.get();
    let option = |(place, role): (usize, &Role)| {
        el("option")
            .attr("value", &(place + 1).to_string())
            .child(fr::team::role(role))
            .view()
    };
    let options: Vec<_> = roles.iter().enumerate().map(option).collect();
    let chosen = roles.clone();
    let place = move || {
        let role = shown.role.get();
        let place = role.and_then(|role| roles.iter().position(|one| *one == role));
        place.map_or(0, |place| place + 1).to_string()
    };
    let select = unlocked(|| el_class("select", "input"))
        .attr("id", "role")
        .child(el("option").attr("value", "0").child("Toute l’équipe"))
        .children(options)
        .value(place)
        .on("change", move |event| {
            let place: usize = dom::value(&event).parse().unwrap_or_default();
            let role = place
                .checked_sub(1)
                .and_then(|place| chosen.get(place).cloned());
            shown.role.set(role);
        });
    el_class("div", "form-field")
        .child(
            el_class("label", "form-field__label")
                .attr("for", "role")
                .child("Montrer les réponses de"),
        )
        .child(select)
        .view()
}
