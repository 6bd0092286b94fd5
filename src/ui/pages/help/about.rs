//! « À propos »: the source, its authors and its credit, what is ours, licences, versions.

use super::section;
use crate::domain::formats::questionnaire::words_of;
use crate::domain::route::{HelpPlace, Route};
use crate::domain::school::questionnaire::Place;
use crate::session::Session;
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::notice_links::{ACCESSIBILITY, LEGAL, notice_link};
use crate::ui::shared::page::row;
use crate::ui::shared::resources::resource_list;

/// The source and the tool.
pub fn about(session: Session) -> View {
    let questionnaire = session.questionnaire;
    let source = &questionnaire.source;
    let credit = View::all([
        el("p")
            .child("Ses auteurs disent avoir pris appui sur cette ressource\u{a0}:")
            .view(),
        resource_list(
            words_of(questionnaire)
                .resources_at(Place::Credit)
                .collect(),
        ),
    ]);
    let rows = [
        row(
            "Source",
            format!("«\u{a0}{}\u{a0}», {}.", source.title, source.year),
        ),
        row("Auteurs", format!("Le {}.", source.publisher)),
        row(
            "Cadre",
            "Plan d’action triennal de développement du numérique éducatif de l’enseignement technique agricole 2018-2020, \
             NumEA.",
        ),
        row("Crédit", credit),
        row(
            "Propre à cet outil",
            "L’énoncé des étapes est repris à la lettre. Les titres des items en minuscules accentuées, les explications, le \
             glossaire et cette aide ont été écrits pour cet outil.",
        ),
        row(
            "Licences",
            "Code sous licence MIT ou Apache 2.0, au choix. Graphique dessiné par Apache ECharts, licence Apache 2.0.",
        ),
        row(
            "Versions",
            format!(
                "Outil\u{a0}: version {}. Questionnaire\u{a0}: texte de {}.",
                env!("CARGO_PKG_VERSION"),
                source.year
            ),
        ),
        row(
            "Cette page",
            View::all([
                notice_link(LEGAL).view(),
                ". ".into(),
                notice_link(ACCESSIBILITY).view(),
                ".".into(),
            ]),
        ),
    ];
    let diagnostic = el("a")
        .attr("href", &Route::Diagnostic.to_string())
        .child("Diagnostic de cet appareil et de cette adresse");
    section(HelpPlace::About)
        .child(el_class("dl", "facts").children(rows))
        .child(el("p").child(diagnostic))
        .view()
}
