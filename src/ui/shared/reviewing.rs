//! Under an item, while the answers are reviewed: whether it was looked at again, and the button that finds it unchanged.

use crate::domain::school::questionnaire::ItemId;
use crate::domain::school::timeline::Look;
use crate::session::Session;
use crate::ui::kit::button;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{View, dynamic_by, el_class};
use crate::words::fr::timeline as say;

/// The line; nothing without a review.
pub fn reviewing(session: Session, item: ItemId) -> View {
    let look = move || session.look(item);
    dynamic_by(
        move || look().map(say::look).unwrap_or_default().to_owned(),
        move || {
            leptos::prelude::untrack(look)
                .map_or_else(View::nothing, |found| line(session, item, found))
        },
    )
}

fn line(session: Session, item: ItemId, look: Look) -> View {
    let (tone, sign) = match look {
        Look::Pending => ("alert", None),
        Look::Unchanged | Look::Changed => ("good", Some(Icon::TICK)),
    };
    let chip = el_class("span", "chip")
        .attr("data-tone", tone)
        .child(sign.map(icon))
        .child(say::look(look));
    let about = el_class("span", "visually-hidden").child(format!(", item {item}"));
    let press = |label: &'static str, is_unchanged| {
        button::plain()
            .attr("data-review", &item.to_string())
            .on("click", move |_| session.find_unchanged(item, is_unchanged))
            .child(label)
            .child(about)
            .view()
    };
    let button = match look {
        Look::Pending => press("Inchangé", true),
        Look::Unchanged => press("Finalement, à revoir", false),
        Look::Changed => View::nothing(),
    };
    el_class("div", "btn-row item-card__review no-print")
        .child(chip)
        .child(button)
        .view()
}
