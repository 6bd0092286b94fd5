//! What the questionnaire shows besides where the school adapted it. It comes with the part that is fetched after the start.

use crate::domain::route::{Route, TeamScreen};
use crate::domain::school::questionnaire::Stage;
use crate::session::Viewed;
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::view::{View, el, el_class};
use crate::words::fr;

/// What the school tells who answers; nothing where it tells nothing.
pub fn note(viewed: Viewed) -> View {
    let adapted = viewed.questionnaire.adapted.as_ref();
    let note = adapted.map(|adapted| &adapted.note);
    let note = note.filter(|note| !note.is_empty());
    let shown = note.map(|note| {
        let text = el_class("p", "pre-line").child(note);
        callout(Tone::Info, text.view())
    });
    View::all([shown.into(), official_changed(viewed)])
}

/// That the official words of items are others than when the school adapted the questionnaire.
fn official_changed(viewed: Viewed) -> View {
    let outdated = viewed.adaptation().outdated(viewed.base());
    if !viewed.is_own() || outdated.is_empty() {
        return View::nothing();
    }
    let way = el("a")
        .attr("href", &Route::Team(TeamScreen::Adapting).to_string())
        .child("Voir ce qui est à reprendre");
    let text = el("p")
        .child("Le texte officiel a changé depuis votre adaptation. ")
        .child(way);
    callout(Tone::Info, text.view())
}

/// « Notre questionnaire », the figures of each stage; the official ones stand above.
pub fn local_figures(viewed: Viewed) -> View {
    let figure = |stage: Stage| {
        let said = move || {
            let count = viewed.local_count(None, stage).unwrap_or_default();
            format!("{} – {}", fr::count(count), fr::percent(count))
        };
        let figure = el_class("span", "nowrap")
            .attr("data-figure", &format!("local/stage-{stage}"))
            .attr("translate", "no")
            .text(said);
        el("li")
            .child(format!("{}\u{a0}: ", fr::stage(stage)))
            .child(figure)
            .view()
    };
    let official = el_class("p", "small local-figure").child(
        "Ci-dessus, le questionnaire officiel, sur les items restés à son texte. Ci-dessous, le nôtre.",
    );
    el_class("div", "live-figures__local")
        .child(official)
        .child(el_class("p", "live-figures__name-own").child("Notre questionnaire"))
        .child(el_class("ul", "small live-figures__own").children(Stage::ALL.map(figure)))
        .view()
}
