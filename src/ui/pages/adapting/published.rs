//! The questionnaires that the host of the page publishes, a region's own for instance: offered, never imposed.

use leptos::prelude::Get;

use super::Making;
use super::receiving::Receiving;
use crate::browser::{site, task};
use crate::domain::site::Published;
use crate::ui::kit::button;
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::page::card;
use crate::ui::shared::site_words::SiteWords;
use crate::words::fr::adapting as say;

/// The card; nothing where the host publishes none.
pub fn published(making: Making) -> View {
    let receiving = Receiving::new();
    let words = SiteWords::fetch();
    words.questionnaires(move |all| {
        let rows = all.iter().map(|one| row(making, receiving, one));
        card("h-published", "Questionnaires proposés par ce site")
            .child(el("p").child(say::PUBLISHED))
            .child(el_class("ul", "stack").children(rows))
            .dynamic(move || receiving.beginning(making))
            .child(
                el("p")
                    .attr("role", "status")
                    .text(move || receiving.said.get()),
            )
            .view()
    })
}

fn row(making: Making, receiving: Receiving, one: &Published) -> View {
    let file = one.file.clone();
    let read = move |_| {
        let file = file.clone();
        task::spawn(async move {
            let read = site::questionnaire(&file).await;
            receiving.take(making, read.map_err(|_| say::NOT_PUBLISHED));
        });
    };
    let label = "Voir ce qu’il demande";
    let button = button::plain()
        .attr("data-published", &one.file)
        .attr("aria-label", &format!("{label}\u{a0}: {}", one.title))
        .on("click", read)
        .child(label);
    el_class("li", "btn-row")
        .child(el("b").child(&one.title))
        .child(button)
        .view()
}
