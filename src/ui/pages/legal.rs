//! « Mentions légales »: who publishes the page, and « Données personnelles »: what becomes of them.

use crate::domain::site::SiteFact;
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::page::{card, heading, points, row, screen};
use crate::ui::shared::site_words::SiteWords;

const DATA: [(&str, &str); 7] = [
    (
        "Ce qui est conservé.",
        "Ce que vous saisissez (réponses, notes, preuves, objectifs, établissement, contacts, ce qui est écrit pour un conseil), les réponses individuelles reçues, sans nom, les dates déjà mises dans un calendrier, le thème, la dernière page ouverte, \
         et les fichiers de l’outil pour travailler sans réseau.",
    ),
    (
        "Où.",
        "Dans ce navigateur, sur cet appareil (localStorage, IndexedDB), pour cette adresse seulement. Rien n’est envoyé\u{a0}: ni \
         compte, ni cookie, ni traceur, ni mesure d’audience, ni transfert hors de l’Union européenne.",
    ),
    (
        "Combien de temps.",
        "Jusqu’à ce que vous l’effaciez, ou que le navigateur le fasse\u{a0}: navigation privée, ménage, sept jours sans visite sur \
         iPhone et iPad.",
    ),
    (
        "Qui peut les lire.",
        "Toute personne qui utilise cet appareil avec le même compte, et celles à qui vous donnez un lien (réponses, \
         année scolaire et date\u{202f}; dans le lien de tout le dossier, les objectifs, et les noms ou les notes si \
         vous les ajoutez) ou une sauvegarde (tout le dossier).",
    ),
    (
        "Les personnes que vous nommez.",
        "Pour un pilote ou un contact, une fonction suffit souvent. Si vous écrivez un nom, prévenez la personne\u{a0}: \
         l’établissement en répond.",
    ),
    (
        "Effacer.",
        "Dans «\u{a0}Partage\u{a0}», téléchargez d’abord une sauvegarde si vous voulez garder votre travail, puis \
         choisissez «\u{a0}Effacer de cet appareil\u{a0}».",
    ),
    (
        "Le serveur.",
        "Comme pour toute page, il peut noter l’adresse IP et les fichiers demandés, selon les règles de son \
         hébergeur. Il ne reçoit ni vos réponses ni ce qui suit le # d’un lien.",
    ),
];

/// Legal notices.
pub fn legal() -> View {
    let words = SiteWords::fetch();
    let facts = [
        row("Éditeur", words.fact(SiteFact::Publisher)),
        row(
            "Direction de la publication",
            words.fact(SiteFact::Director),
        ),
        row("Hébergeur", words.fact(SiteFact::Host)),
        row(
            "Outil",
            "Un logiciel libre, que chacun peut publier. Ses auteurs ne reçoivent rien de cette page.",
        ),
    ];
    let text = el_class("div", "page-head__text")
        .child(heading("Mentions légales"))
        .child(
            el_class("p", "lead").child("Qui publie cette page, et ce que deviennent vos données."),
        );
    screen("page help")
        .child(el_class("header", "page-head").child(text))
        .child(words.trouble())
        .child(
            card("h-publisher", "Qui publie cette page")
                .child(el_class("dl", "facts").children(facts)),
        )
        .child(
            card("h-data", "Données personnelles")
                .child(points("ul", &DATA))
                .child(rights(&words)),
        )
        .view()
}

fn rights(words: &SiteWords) -> View {
    let rights = "Vos droits (accès, rectification, effacement, opposition) s’exercent ici même, sur votre appareil. Pour ce que le \
        serveur aurait noté, écrivez au contact ci-dessous. Vous pouvez aussi saisir la CNIL (www.cnil.fr).";
    View::all([
        el("p").child(rights).view(),
        words.line("Contact pour les données\u{a0}: ", SiteFact::DataContact),
    ])
}
