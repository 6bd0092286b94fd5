//! « Revoir les réponses »: begun here, gone on with in the questionnaire.

use leptos::prelude::*;

use crate::domain::route::Route;
use crate::session::Session;
use crate::ui::kit::bar::bar;
use crate::ui::kit::button;
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::link::big_link;
use crate::ui::shared::page::card;
use crate::words::fr::timeline as say;

/// The card of the review; nothing before something is answered.
pub fn reviewing(session: Session) -> View {
    let since = move || session.read(|dossier| dossier.review.since);
    let key = move || {
        format!(
            "{:?} {}",
            since().map(|day| day.to_string()),
            session.is_blank()
        )
    };
    card("h-review", "Revoir les réponses, item par item")
        .attr("class", "card help__section no-print")
        .attr_fn("hidden", move || session.is_blank().then(String::new))
        .dynamic_by(key, move || match untrack(since) {
            Some(day) => going_on(session, &day.text()),
            None => beginning(session),
        })
        .view()
}

fn beginning(session: Session) -> View {
    let begin = button::once()
        .on("click", move |_| session.begin_review())
        .child("Commencer à revoir");
    let text = el("p").child(say::REVIEW);
    View::all([text.view(), el_class("div", "btn-row").child(begin).view()])
}

fn going_on(session: Session, since: &str) -> View {
    let items = session.questionnaire.items().count();
    let left = move || {
        session.read(|dossier| {
            let pending = dossier
                .review
                .pending(session.questionnaire, &dossier.answers);
            pending.collect::<Vec<_>>()
        })
    };
    let looked = move || items - left().len();
    let percent = move || u8::try_from(looked() * 100 / items.max(1)).unwrap_or(100);
    let next = move || match left().first() {
        Some(item) => big_link(Route::Item(*item), &say::go_on_at(*item))
            .attr("data-kind", "primary")
            .view(),
        None => View::nothing(),
    };
    let end = button::once()
        .on("click", move |_| session.end_review())
        .child("Terminer la revue");
    View::all([
        el("p")
            .attr("role", "status")
            .text({
                let since = since.to_owned();
                move || say::reviewed(looked(), items, &since)
            })
            .view(),
        bar("s", percent),
        el_class("div", "btn-row").dynamic(next).child(end).view(),
    ])
}
