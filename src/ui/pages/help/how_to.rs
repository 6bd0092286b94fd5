//! « Mode d’emploi »: how the process is led, how one answers, what becomes of it.

use super::section;
use crate::domain::formats::questionnaire::words_of;
use crate::domain::route::{HelpPlace, Route, TeamScreen};
use crate::domain::school::questionnaire::Place;
use crate::session::Session;
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::page::points;
use crate::ui::shared::resources::{DATED, resource_list};
use crate::words::fr;

/// The process, as the source sees it (« Démarche et mise en œuvre »).
const PROCESS: [(&str, &str); 7] = [
    (
        "La direction pilote.",
        "Le directeur ou la directrice conduit une concertation qui associe l’ensemble de la communauté éducative.",
    ),
    (
        "Chacun, puis tous.",
        "Le questionnaire se remplit individuellement et collectivement\u{a0}: là où les réponses diffèrent, il y a \
         de quoi discuter.",
    ),
    (
        "Dans une instance.",
        "Le conseil de l’éducation et de la formation, le conseil d’administration ou toute autre instance peuvent mener \
         cette réflexion et ce positionnement.",
    ),
    (
        "La seconde partie avec l’équipe éducative.",
        "La première donne une feuille de route à la direction\u{202f}; la seconde implique plus particulièrement l’équipe \
         éducative.",
    ),
    (
        "Lire.",
        "Le graphique et les pourcentages font apparaître les points forts et les axes de progrès.",
    ),
    (
        "Décider.",
        "Choisissez ensemble, champ par champ, quelques objectifs SMART prioritaires.",
    ),
    (
        "Y revenir.",
        "La démarche est itérative\u{a0}: les réponses évoluent avec l’établissement, d’année en année.",
    ),
];

const ANSWERING: [(&str, &str); 5] = [
    (
        "Cochez toutes les étapes où se trouve l’établissement.",
        "Chaque champ d’action a plusieurs items, et chaque item trois étapes. Les étapes sont indépendantes, et \
         certains énoncés de l’étape 1 cessent d’être vrais à l’étape 3.",
    ),
    (
        "Un énoncé contient souvent plusieurs conditions.",
        "Dépliez-le pour les cocher une par une\u{a0}: la case de l’étape se coche quand toutes le sont. Cochée d’un coup, \
         elle les coche toutes.",
    ),
    (
        "Aucune étape ne convient\u{202f}?",
        "«\u{a0}Aucune étape atteinte\u{a0}» est une réponse. «\u{a0}Ne sait pas\u{a0}» se vérifie plus tard. \
         «\u{a0}Non concerné\u{a0}» sort l’item du total. Choisir l’une d’elles décoche les étapes\u{202f}; cocher \
         une étape l’enlève. Les deux flèches, en haut de la page, annulent et rétablissent, même après une \
         fermeture.",
    ),
    (
        "Élèves\u{a0}:",
        "dans tout l’outil, ce mot désigne aussi les étudiants, les apprentis et les apprenants.",
    ),
    (
        "Au clavier\u{a0}:",
        "Tab pour avancer, Espace pour cocher, Alt + Maj + 1 à 6 pour aller à un champ, Alt + Maj + S pour l’item suivant, \
         Ctrl + S (Cmd + S) pour télécharger une sauvegarde, hors d’un texte Ctrl + Z pour annuler et Ctrl + Maj + Z pour \
         rétablir.",
    ),
];

const KEEPING: [(&str, &str); 5] = [
    (
        "Vous n’avez rien à enregistrer.",
        "Ce navigateur enregistre chaque réponse aussitôt, sur cet appareil. L’heure du dernier enregistrement est en \
         haut de la page.",
    ),
    (
        "Montrer\u{a0}:",
        "l’écran «\u{a0}Partage\u{a0}» donne deux liens\u{a0}: l’un vers le positionnement, sans note, objectif ni contact\u{202f}; \
         l’autre vers le dossier, avec ce que vous choisissez.",
    ),
    (
        "Télécharger une sauvegarde\u{a0}:",
        "à l’écran «\u{a0}Partage\u{a0}», et la ranger avec les documents de l’établissement. C’est un fichier qui \
         contient tout le dossier. Effacer les données du navigateur efface aussi votre dossier, mais pas ce fichier.",
    ),
    (
        "Reprendre sur un autre ordinateur\u{a0}:",
        "ouvrez-y la sauvegarde, à l’écran «\u{a0}Partage\u{a0}».",
    ),
    (
        "Plusieurs centres\u{a0}:",
        "à la page «\u{a0}Établissement\u{a0}», «\u{a0}Tenir un dossier par centre\u{a0}» ouvre la liste des centres. Chacun a son \
         dossier\u{202f}; on passe de l’un à l’autre en haut de chaque page.",
    ),
];

/// How the tool and the process work.
pub fn how_to(session: Session) -> View {
    let words = words_of(session.questionnaire);
    let links = |place| resource_list(words.resources_at(place).collect());
    section(HelpPlace::HowTo)
        .child(el("h3").child("Conduire la démarche"))
        .child(points("ol", &PROCESS))
        .child(links(Place::Guide))
        .child(el("h3").child("Répondre"))
        .child(points("ul", &ANSWERING))
        .child(
            el("p").child(
                el("a")
                    .attr("href", &Route::Blank.to_string())
                    .child("Imprimer le questionnaire vierge"),
            ),
        )
        .child(
            el("p").child(
                el("a")
                    .attr("href", &Route::Team(TeamScreen::Adapting).to_string())
                    .child(fr::adapting::LINK),
            ),
        )
        .child(el("h3").child("Compter"))
        .child(el("p").child(fr::RULE))
        .child(el("h3").child("Fixer des objectifs SMART"))
        .child(el("p").child(
            "Spécifique et simple, Mesurable, Ambitieux et Atteignable, Réaliste, Temporel\u{a0}: ce sont les cinq critères \
             de l’annexe 1 du document, qui renvoie au guide ci-dessous. Sur l’écran «\u{a0}Objectifs\u{a0}», décrivez chaque \
             objectif, nommez son pilote par sa fonction et donnez-lui une échéance\u{a0}: c’est l’échéancier. Un objectif \
             supprimé attend 30 jours au moins dans la corbeille, sous l’échéancier.",
        ))
        .child(links(Place::Annex))
        .child(el("h3").child("Garder, montrer, reprendre ailleurs"))
        .child(points("ul", &KEEPING))
        .child(el_class("p", "small").child(DATED))
        .view()
}
