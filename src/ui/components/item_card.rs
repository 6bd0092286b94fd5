//! One item: its three statements, what may be declared instead, and its tools.

use leptos::prelude::*;

use crate::domain::answers::{Declared, Tick};
use crate::domain::dossier::Change;
use crate::domain::positioning::ItemPositioning;
use crate::domain::questionnaire::{Item, Stage};
use crate::domain::wire::document::state_name;
use crate::session::use_session;
use crate::ui::components::item_tools::ItemTools;
use crate::ui::components::marks::item_chip;
use crate::ui::components::stage_option::StageOption;
use crate::ui::fr;

/// One item.
#[component]
pub fn ItemCard(
    /// The item.
    item: &'static Item,
) -> impl IntoView {
    let answer = use_session().answer(item.id);
    let counted =
        Memo::new(move |_| answer.with(|answer| ItemPositioning::of(item, answer.response)));
    let title = format!("item-{}-title", item.id);
    let labelled_by = title.clone();
    view! {
        <article class="item-card" id=format!("item-{}", item.id) tabindex="-1" aria-labelledby=labelled_by>
            <header class="item-card__head">
                <h3 class="item-card__title" id=title>
                    <span class="item-card__number">{item.id.to_string()}</span>
                    " "
                    <span>{item.title.clone()}</span>
                </h3>
                {move || item_chip(counted.get().state)}
            </header>
            <fieldset class="item-card__stages">
                <legend class="visually-hidden">{format!("Item {} – {}", item.id, item.title)}</legend>
                {Stage::ALL
                    .map(|stage| view! { <StageOption item=item stage=stage answer=answer counted=counted /> })
                    .collect_view()}
            </fieldset>
            <fieldset class="item-card__else">
                <legend class="visually-hidden">{format!("Item {}, si aucune étape ne convient", item.id)}</legend>
                <span class="item-card__else-label" aria-hidden="true">"Ou bien\u{a0}:"</span>
                {Declared::ALL
                    .map(|declared| {
                        let is_on = move || answer.with(|answer| answer.response.declared() == Some(declared));
                        view! { <DeclaredPill item=item declared=declared is_on=Signal::derive(is_on) /> }
                    })
                    .collect_view()}
            </fieldset>
            <ItemTools item=item answer=answer />
        </article>
    }
}

#[component]
fn DeclaredPill(item: &'static Item, declared: Declared, is_on: Signal<bool>) -> impl IntoView {
    let session = use_session();
    view! {
        <label class="pill">
            <input
                class="check"
                type="checkbox"
                data-item=item.id.to_string()
                data-state=state_name(declared)
                prop:checked=is_on
                on:change=move |event| {
                    let tick = Tick::from(event_target_checked(&event));
                    session.apply(Change::Declare { item: item.id, declared, tick });
                }
            />
            <span>
                {fr::declared(declared)} <span class="visually-hidden">", item "{item.id.to_string()}</span>
            </span>
        </label>
    }
}
