//! « Accessibilité »: the statement, which only says what was measured.

use crate::domain::site::SiteFact;
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::page::{card, heading, points, screen};
use crate::ui::shared::site_words::SiteWords;

/// The day on which what follows was last gone over, and for which version.
const STATED: &str = concat!(
    "Déclaration établie le\u{a0}24\u{a0}novembre\u{a0}2026, pour la version ",
    env!("CARGO_PKG_VERSION"),
    "."
);

/// What the tests of the project do before each version.
const MEASURED: [(&str, &str); 4] = [
    (
        "Règles automatiques.",
        "axe-core 4.14 (WCAG 2.0 à 2.2, niveaux A et AA) sur chaque écran, en clair et en sombre\u{a0}: aucun défaut relevé. Un tel \
         outil ne voit qu’une partie des défauts possibles.",
    ),
    (
        "Clavier.",
        "Le questionnaire, les notes et l’annulation se font au clavier seul\u{202f}; le focus n’est ni perdu ni caché.",
    ),
    (
        "Zoom et petits écrans.",
        "À 200\u{a0}% et à 320 pixels de large, aucun écran ne défile de côté.",
    ),
    (
        "Images.",
        "Le graphique a un texte de remplacement, et un tableau qui dit les mêmes chiffres.",
    ),
];

const LIMITS: [(&str, &str); 3] = [
    (
        "Essais humains.",
        "Aucun essai n’a été mené avec des lecteurs d’écran ou par des personnes handicapées. Les vérifications se font dans Chromium, \
         pas dans Firefox ni Safari.",
    ),
    (
        "PDF.",
        "Les documents imprimés en PDF dépendent du navigateur\u{202f}; leur structure n’est pas vérifiée.",
    ),
    (
        "Liens de 2020.",
        "Les documents vers lesquels mène le questionnaire ne font pas partie de cet outil.",
    ),
];

/// The accessibility statement.
pub fn accessibility() -> View {
    let words = SiteWords::fetch();
    let text = el_class("div", "page-head__text")
        .child(heading("Accessibilité"))
        .child(el_class("p", "lead").child(STATED));
    let state = el("p").child(el("strong").child("Non auditée.")).child(
        " Aucun audit selon le RGAA 4.1 n’a été mené. La loi nomme cet état «\u{a0}non\u{a0}conforme\u{a0}»\u{202f}; voici ce qui est \
         mesuré, et ce qui ne l’est pas.",
    );
    screen("page help")
        .child(el_class("header", "page-head").child(text))
        .child(card("h-state", "État").child(state))
        .child(card("h-measured", "Vérifié à chaque version").child(points("ul", &MEASURED)))
        .child(card("h-limits", "Limites connues").child(points("ul", &LIMITS)))
        .child(contact(&words))
        .view()
}

/// Whom to tell, and what if nobody answers.
fn contact(words: &SiteWords) -> View {
    let tell = "Quelque chose vous empêche d’utiliser cet outil\u{202f}? Dites-le, en précisant l’écran concerné et votre matériel.";
    let appeal = "Sans réponse satisfaisante, vous pouvez saisir gratuitement le Défenseur des droits\u{a0}: \
        www.defenseurdesdroits.fr, 09\u{a0}69\u{a0}39\u{a0}00\u{a0}00, ou par courrier sans timbre, Défenseur des droits, Libre \
        réponse 71120, 75342 Paris CEDEX 07.";
    card("h-contact", "Signaler un défaut, faire un recours")
        .child(el("p").child(tell))
        .child(words.line("Contact\u{a0}: ", SiteFact::AccessibilityContact))
        .child(el("p").child(appeal))
        .view()
}
