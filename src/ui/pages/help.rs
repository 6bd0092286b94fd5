//! « Aide »: how the tool and the process work, who can help, the words, the source.

use crate::domain::questionnaire::Place;
use crate::domain::route::Route;
use crate::session::Session;
use crate::ui::components::resources::{DATED, glossary, resource_list};
use crate::ui::fr;
use crate::ui::kit::disclosure::disclosure;
use crate::ui::kit::view::{Element, View, el, el_class};
use crate::ui::pages::{heading, screen};

const ANSWERING: [&str; 5] = [
    "Le questionnaire a deux parties, six champs d’action et 21 items. Chaque item décrit trois étapes. Cochez toutes \
     celles où se trouve l’établissement\u{a0}: les étapes sont indépendantes, et certains énoncés de l’étape 1 cessent \
     d’être vrais à l’étape 3.",
    "Un énoncé fait souvent plusieurs conditions. Dépliez-le pour les cocher une par une\u{a0}: la case de l’étape se \
     coche quand toutes le sont. Cochée d’un coup, elle les coche toutes.",
    "«\u{a0}Aucune étape atteinte\u{a0}» est une réponse. «\u{a0}Ne sait pas\u{a0}» se vérifie plus tard. «\u{a0}Non \
     concerné\u{a0}» sort l’item du total. Ces trois réponses effacent les étapes cochées, et l’inverse\u{a0}; le bouton \
     d’annulation, en haut de la page, revient en arrière.",
    "Dans tout l’outil, «\u{a0}élèves\u{a0}» désigne aussi les étudiants, les apprentis et les apprenants.",
    "Au clavier\u{a0}: Tab pour avancer, Espace pour cocher, Alt + Maj + 1 à 6 pour aller à un champ, Ctrl + Z pour \
     annuler hors d’un texte.",
];

const PROCESS: [&str; 3] = [
    "Le directeur ou la directrice pilote\u{a0}; la seconde partie concerne surtout l’équipe éducative. Le questionnaire \
     peut être rempli seul, puis repris à plusieurs.",
    "Le conseil de l’éducation et de la formation, le conseil d’administration ou toute autre instance peuvent servir de \
     lieu de discussion.",
    "Revenez-y régulièrement\u{a0}: les réponses évoluent avec l’établissement, et servent à choisir quelques objectifs \
     prioritaires.",
];

/// Help.
pub fn help(session: Session) -> View {
    let text = el_class("div", "page-head__text")
        .child(heading("Aide"))
        .child(el_class("p", "lead").child(
            "Comment se positionner, qui peut vous accompagner, et d’où vient ce questionnaire.",
        ));
    let text = text.child(el_class("p", "hint").child(DATED));
    screen("page help")
        .child(el_class("header", "page-head").child(text))
        .child(how_to(session))
        .child(support(session))
        .child(words(session))
        .child(about(session))
        .view()
}

fn section(id: &'static str, title: &str) -> Element {
    el_class("section", "card help__section")
        .attr("aria-labelledby", id)
        .child(el("h2").attr("id", id).child(title))
}

fn links(session: Session, place: Place) -> View {
    resource_list(session.questionnaire.resources_at(place).collect())
}

fn points(texts: &[&str]) -> View {
    el_class("ul", "help__list")
        .children(texts.iter().map(|text| el("li").child(*text).view()))
        .view()
}

fn how_to(session: Session) -> View {
    section("h-how-to", "Mode d’emploi")
        .child(el("h3").child("Répondre"))
        .child(points(&ANSWERING))
        .child(
            el("p").child(
                el("a")
                    .attr("href", &Route::Blank.to_string())
                    .child("Imprimer le questionnaire vierge"),
            ),
        )
        .child(el("h3").child("Compter"))
        .child(el("p").child(fr::RULE))
        .child(el("h3").child("Conduire la démarche"))
        .child(points(&PROCESS))
        .child(links(session, Place::Guide))
        .child(el("h3").child("Des objectifs SMART"))
        .child(el("p").child(
            "Spécifique et simple, Mesurable, Ambitieux et Atteignable, Réaliste, Temporel\u{a0}: ce sont les cinq critères \
             de l’annexe 1 du document, qui renvoie à ce guide.",
        ))
        .child(links(session, Place::Annex))
        .view()
}

fn support(session: Session) -> View {
    section("h-support", "Accompagnement")
        .child(el("p").child(
            "Pendant le positionnement ou ensuite, ces acteurs peuvent aider l’établissement. Commencez par les plus \
             proches\u{a0}: référent NumEA, professeur TIM, professeur documentaliste, puis le DRTIC de votre région.",
        ))
        .child(links(session, Place::Support))
        .view()
}

fn words(session: Session) -> View {
    let entries: Vec<_> = session.questionnaire.glossary.iter().collect();
    let title = format!("Les {} sigles et mots expliqués", entries.len());
    section("h-words", "Glossaire")
        .child(disclosure(title, "", glossary(entries)))
        .view()
}

fn about(session: Session) -> View {
    let source = &session.questionnaire.source;
    section("h-about", "À propos")
        .child(el("p").child(format!(
            "Le texte du questionnaire est repris à la lettre du document «\u{a0}{}\u{a0}» ({}), rédigé par le {}. Ce \
             document dit avoir pris appui sur cette ressource\u{a0}:",
            source.title, source.year, source.publisher
        )))
        .child(links(session, Place::Credit))
        .child(el("p").child(
            "Les titres des items en minuscules accentuées, les explications et cette aide sont propres à cet outil. Code \
             sous licence MIT ou Apache 2.0, au choix. Graphique dessiné par Apache ECharts (licence Apache 2.0).",
        ))
        .child(el_class("p", "small").child(format!("Version {}.", env!("CARGO_PKG_VERSION"))))
        .view()
}
