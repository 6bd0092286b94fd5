//! « Aide »: how the tool and the process work, who can help, the words, the source.

use leptos::prelude::*;

use crate::domain::questionnaire::Place;
use crate::session::use_session;
use crate::ui::components::resources::{Glossary, ResourceList};
use crate::ui::fr;
use crate::ui::kit::disclosure::Disclosure;

/// Help.
#[component]
pub fn Help() -> impl IntoView {
    view! {
        <main id="contenu" tabindex="-1" class="page help">
            <header class="page-head">
                <div class="page-head__text">
                    <h1 tabindex="-1">"Aide"</h1>
                    <p class="lead">"Comment se positionner, qui peut vous accompagner, et d’où vient ce questionnaire."</p>
                </div>
            </header>
            <HowTo />
            <Support />
            <Words />
            <About />
        </main>
    }
}

#[component]
fn HowTo() -> impl IntoView {
    let questionnaire = use_session().questionnaire;
    view! {
        <section class="card help__section" aria-labelledby="h-how-to">
            <h2 id="h-how-to">"Mode d’emploi"</h2>
            <h3>"Répondre"</h3>
            <ul class="help__list">
                <li>
                    "Le questionnaire a deux parties, six champs d’action et 21 items. Chaque item décrit trois étapes. Cochez toutes celles où se trouve l’établissement\u{a0}: les étapes sont indépendantes, et certains énoncés de l’étape 1 cessent d’être vrais à l’étape 3."
                </li>
                <li>
                    "Un énoncé fait souvent plusieurs conditions. Dépliez-le pour les cocher une par une\u{a0}: la case de l’étape se coche quand toutes le sont. Cochée d’un coup, elle les coche toutes."
                </li>
                <li>
                    "«\u{a0}Aucune étape atteinte\u{a0}» est une réponse. «\u{a0}Ne sait pas\u{a0}» se vérifie plus tard. «\u{a0}Non concerné\u{a0}» sort l’item du total. Ces trois réponses effacent les étapes cochées, et l’inverse\u{a0}; le bouton d’annulation revient en arrière."
                </li>
                <li>"Dans tout l’outil, «\u{a0}élèves\u{a0}» désigne aussi les étudiants, les apprentis et les apprenants."</li>
                <li>
                    "Au clavier\u{a0}: Tab pour avancer, Espace pour cocher, Alt + Maj + 1 à 6 pour aller à un champ, Ctrl + Z pour annuler hors d’un texte."
                </li>
            </ul>
            <h3>"Compter"</h3>
            <p>{fr::RULE}</p>
            <h3>"Conduire la démarche"</h3>
            <ul class="help__list">
                <li>
                    "Le directeur ou la directrice pilote\u{a0}; la seconde partie concerne surtout l’équipe éducative. Le questionnaire peut être rempli seul, puis repris à plusieurs."
                </li>
                <li>
                    "Le conseil de l’éducation et de la formation, le conseil d’administration ou toute autre instance peuvent servir de lieu de discussion."
                </li>
                <li>
                    "Revenez-y régulièrement\u{a0}: les réponses évoluent avec l’établissement, et servent à choisir quelques objectifs prioritaires."
                </li>
            </ul>
            <ResourceList resources=questionnaire.resources_at(Place::Guide).collect() />
            <h3>"Des objectifs SMART"</h3>
            <p>
                "Spécifique et simple, Mesurable, Ambitieux et Atteignable, Réaliste, Temporel\u{a0}: ce sont les cinq critères de l’annexe 1 du document, qui renvoie à ce guide."
            </p>
            <ResourceList resources=questionnaire.resources_at(Place::Annex).collect() />
        </section>
    }
}

#[component]
fn Support() -> impl IntoView {
    let questionnaire = use_session().questionnaire;
    view! {
        <section class="card help__section" aria-labelledby="h-support">
            <h2 id="h-support">"Accompagnement"</h2>
            <p>
                "Pendant le positionnement ou ensuite, ces acteurs peuvent aider l’établissement. Commencez par les plus proches\u{a0}: référent NumEA, professeur TIM, professeur documentaliste, puis le DRTIC de votre région."
            </p>
            <ResourceList resources=questionnaire.resources_at(Place::Support).collect() />
        </section>
    }
}

#[component]
fn Words() -> impl IntoView {
    let questionnaire = use_session().questionnaire;
    let number = questionnaire.glossary.len();
    view! {
        <section class="card help__section" aria-labelledby="h-words">
            <h2 id="h-words">"Glossaire"</h2>
            <Disclosure title=format!("Les {number} sigles et mots expliqués")>
                <Glossary entries=questionnaire.glossary.iter().collect() />
            </Disclosure>
        </section>
    }
}

#[component]
fn About() -> impl IntoView {
    let questionnaire = use_session().questionnaire;
    let source = &questionnaire.source;
    view! {
        <section class="card help__section" aria-labelledby="h-about">
            <h2 id="h-about">"À propos"</h2>
            <p>
                "Le texte du questionnaire est repris à la lettre du document «\u{a0}"
                {source.title.clone()}
                "\u{a0}» ("
                {source.year}
                "), rédigé par le "
                {source.publisher.clone()}
                ". Ce document dit avoir pris appui sur cette ressource\u{a0}:"
            </p>
            <ResourceList resources=questionnaire.resources_at(Place::Credit).collect() />
            <p>
                "Les titres des items en minuscules accentuées, les explications et cette aide sont propres à cet outil. Code sous licence MIT ou Apache 2.0, au choix. Graphique dessiné par Apache ECharts (licence Apache 2.0)."
            </p>
            <p class="small">"Version "{env!("CARGO_PKG_VERSION")}"."</p>
        </section>
    }
}
