//! The cards of what is printed, and of what is finished in a word processor.

use super::holding;
use crate::domain::route::{PaperScreen, Route};
use crate::session::Session;
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::share_card::{card, has};
use crate::ui::shared::word_files;

/// What is printed from its own screen.
pub fn to_print() -> View {
    let papers = [
        (
            Route::Paper(PaperScreen::Roadmap),
            "synthesis",
            "Feuille de route (une page A4)",
            "les chiffres, ce qui compte déjà, les objectifs prioritaires avec leurs pilotes et leurs dates",
        ),
        (
            Route::Paper(PaperScreen::Minutes),
            "minutes",
            "Ordre du jour et compte rendu du conseil",
            "ce qui est à décider, à compléter avant d’imprimer, avec les pilotes et les dates",
        ),
        (
            Route::Paper(PaperScreen::Report),
            "report",
            "Rapport complet",
            "chaque item avec ses énoncés, ce qui manque, les notes et les objectifs, avec les noms que vous avez écrits",
        ),
        (
            Route::Positioning,
            "positioning",
            "Positionnement",
            "les chiffres, le graphique, les items et ce qui manque, avec le nom de l’établissement",
        ),
        (
            Route::Objectives,
            "schedule",
            "Échéancier",
            "les objectifs par champ d’action, avec les pilotes et les dates",
        ),
        (
            Route::Blank,
            "blank",
            "Questionnaire vierge",
            "tous les items à cocher au stylo, sans aucune réponse",
        ),
    ];
    let line = |(route, handle, name, text): (Route, &str, &str, &str)| {
        let link = el("a")
            .attr("href", &route.to_string())
            .attr("data-document", handle)
            .child(name);
        el("li").child(link).child("\u{a0}: ").child(text).view()
    };
    card("h-papers", "À imprimer")
        .child(el("p").child("Chaque page a son bouton «\u{a0}Imprimer\u{a0}». Le navigateur propose aussi de l’enregistrer en PDF."))
        .child(el_class("ul", "help__list").children(papers.map(line)))
        .view()
}

/// The papers that one finishes in a word processor.
pub fn word(session: Session) -> View {
    let own = session.own();
    card("h-word", "Documents à finir dans Word (.docx)")
        .child(el("p").child(
            "Pour Word ou LibreOffice\u{a0}: de vrais titres, listes et tableaux, que vous corrigez et complétez. L’échéancier suit les filtres de l’écran \
             «\u{a0}Objectifs\u{a0}».",
        ))
        .child(holding([
            has("Le rapport\u{a0}: les chiffres, le graphique, les réponses, les notes et les objectifs"),
            has("L’ordre du jour ou le compte rendu\u{a0}: ce qui est à décider, et ce que vous y avez écrit"),
            has("Des noms\u{a0}: l’établissement, les pilotes, et ceux que vous avez écrits"),
        ]))
        .child(word_files::word_report(own, "Télécharger le rapport"))
        .child(word_files::word_minutes(own, "Télécharger l’ordre du jour ou le compte rendu", move || session.minutes()))
        .child(word_files::word_schedule(own, "Télécharger l’échéancier"))
        .view()
}
