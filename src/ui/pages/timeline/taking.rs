//! Taking a positioning: the dossier as it is now, as of today or of an earlier day.

use leptos::prelude::*;
use std::rc::Rc;

use super::Kept;
use crate::browser::task;
use crate::domain::date::Day;
use crate::domain::school::timeline::NAME_MAX;
use crate::session::{NotFrozen, Session};
use crate::ui::kit::button;
use crate::ui::kit::field::{Bound, Label, day, line};
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::page::card;
use crate::words::fr::timeline as say;

/// The days that the calendar of the field offers.
const OFFERED: (&str, &str) = ("2015-01-01", "2099-12-31");

/// The card in which one is taken.
pub fn taking(session: Session, kept: Kept) -> View {
    let is_blank = move || session.is_blank();
    card("h-take", "Garder le positionnement d’aujourd’hui")
        .attr("class", "card help__section no-print")
        .dynamic_by(
            move || is_blank().to_string(),
            move || {
                if untrack(is_blank) {
                    el("p").child(say::NOTHING_TO_TAKE).view()
                } else {
                    form(session, kept)
                }
            },
        )
        .view()
}

fn form(session: Session, kept: Kept) -> View {
    let name = RwSignal::new(String::new());
    let today = session.day().map(|day| day.to_string());
    let of_day = RwSignal::new(today.unwrap_or_default());
    let said = RwSignal::new(String::new());
    let bound = |signal: RwSignal<String>| Bound {
        get: Rc::new(move || signal.get()),
        set: Rc::new(move |text| signal.set(text)),
    };
    let named = Label {
        id: "snapshot-name",
        name: "Nom (facultatif)",
        hint: say::NAME_HINT,
    };
    let dated = Label {
        id: "snapshot-day",
        name: "Date du positionnement",
        hint: say::DAY_HINT,
    };
    let in_words = move || {
        let day = of_day.get().parse().ok();
        day.map(|day: Day| day.text()).unwrap_or_default()
    };
    let fields = el_class("div", "timeline__fields")
        .child(line(named, NAME_MAX, &bound(name)))
        .child(day(dated, OFFERED, &bound(of_day), in_words));
    let take = move |_| {
        let Ok(day) = of_day.get_untracked().parse::<Day>() else {
            return said.set(say::NO_DAY.to_owned());
        };
        let words = name.get_untracked();
        task::spawn(async move {
            match session.take_snapshot(day, &words).await {
                Ok(all) => {
                    kept.show(all);
                    let _ = said.try_set(say::taken(day, &words));
                    let _ = name.try_set(String::new());
                    kept.count(session).await;
                }
                Err(NotFrozen::Elsewhere) => {}
                Err(NotFrozen::Refused) => {
                    let _ = said.try_set(say::NOT_KEPT.to_owned());
                }
            }
        });
    };
    let button = button::once()
        .attr("data-kind", "primary")
        .on("click", take)
        .child(icon(Icon::ADD))
        .child("Garder ce positionnement");
    let row = el_class("div", "btn-row")
        .child(button)
        .child(el("p").attr("role", "status").text(move || said.get()));
    View::all([fields.view(), row.view()])
}
