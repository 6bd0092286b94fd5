//! « Questionnaire à imprimer »: the blank questionnaire, one field a page, boxes to tick with a pen and
//! room for notes. On the screen it is seen as it will be printed.

use crate::domain::school::answers::Declared;
use crate::domain::school::questionnaire::{ActionField, Item, Part, Stage};
use crate::session::Viewed;
use crate::ui::kit::view::{Element, View, el, el_class};
use crate::ui::shared::marks::origin_chip;
use crate::ui::shared::page::{heading, screen};
use crate::ui::shared::print_button::print_button;
use crate::words::fr;

const HOW_TO: [&str; 3] = [
    "Cochez toutes les étapes où se trouve l’établissement\u{a0}: chacune se lit à part. Rien n’est obligatoire.",
    "Un énoncé de plusieurs conditions compte quand toutes sont remplies\u{a0}: cochez celles qui le sont, puis la case \
     de l’étape si aucune ne manque.",
    "Recopiez ensuite les cases dans l’outil, sur un ordinateur, à l’écran «\u{a0}Positionnement\u{a0}»\u{a0}: les \
     chiffres et le graphique apparaissent aussitôt.",
];

/// What is written by hand on the first page.
const TO_FILL: [&str; 3] = ["Établissement, centre", "Rempli par (fonctions)", "Date"];

/// The blank questionnaire.
pub fn blank(viewed: Viewed) -> View {
    let text = el_class("div", "page-head__text")
        .child(heading("Questionnaire à imprimer"))
        .child(el_class("p", "lead").child(
            "Chaque champ d’action commence une page, avec des cases à cocher au stylo et de la place pour les notes. Vos \
             réponses n’y figurent pas.",
        ));
    let button = print_button("Imprimer le questionnaire vierge").attr("data-kind", "primary");
    let fields = viewed
        .questionnaire
        .parts
        .iter()
        .flat_map(|part| part.fields.iter().map(move |field| sheet(part, field)));
    screen("page blank")
        .child(
            el_class("header", "page-head")
                .child(text)
                .child(el_class("div", "btn-row").child(button)),
        )
        .child(how_to(&viewed.questionnaire.title))
        .children(fields)
        .view()
}

fn how_to(title: &str) -> View {
    let line = |label: &str| el("p").child(label).view();
    el_class("section", "card blank__how-to")
        .attr("aria-labelledby", "h-how-to")
        .child(
            el("h2")
                .attr("id", "h-how-to")
                .child(format!("Questionnaire {title}")),
        )
        .child(
            el_class("ul", "help__list").children(HOW_TO.map(|text| el("li").child(text).view())),
        )
        .child(el_class("div", "blank__fill").children(TO_FILL.map(line)))
        .view()
}

fn sheet(part: &Part, field: &ActionField) -> View {
    let id = format!("h-{}", field.id);
    let step = |stage: Stage| {
        el("li")
            .child(el("b").child(fr::stage(stage)))
            .child(" ")
            .child(stage.of(&field.headings))
            .view()
    };
    el_class("section", "card blank__sheet")
        .attr("aria-labelledby", &id)
        .child(el_class("p", "eyebrow").child(format!("Partie {} – {}", part.number, part.title)))
        .child(
            el("h2")
                .attr("id", &id)
                .child(format!("{} {}", field.id, field.title)),
        )
        .child(
            el("p")
                .child(el("b").child("Objectif\u{a0}:"))
                .child(" ")
                .child(&field.aim),
        )
        .child(el_class("ol", "blank__stages").children(Stage::ALL.map(step)))
        .children(field.items.iter().map(item))
        .view()
}

fn item(item: &Item) -> View {
    let id = format!("h-{}", item.id);
    let declared = [
        Declared::NoStage,
        Declared::Unknown,
        Declared::NotApplicable,
    ];
    let declared = declared.map(|declared| boxed("span", fr::declared(declared)).view());
    el_class("article", "blank__item")
        .attr("aria-labelledby", &id)
        .child(
            el("h3")
                .attr("id", &id)
                .child(format!("{} {}", item.id, item.title))
                .child(origin_chip(item.origin)),
        )
        .children(Stage::ALL.map(|stage| statement(item, stage)))
        .child(el_class("p", "blank__else").children(declared))
        .child(el_class("p", "blank__notes").child("Notes"))
        .view()
}

/// A stage with its box, and its statement: the official wording, with a box for each condition where
/// there are several.
fn statement(item: &Item, stage: Stage) -> View {
    let conditions = &stage.of(&item.statements).conditions;
    let wording = match conditions.as_slice() {
        [only] => el("p").child(only.text.as_str()),
        several => el("ul").children(several.iter().map(|one| boxed("li", &one.text).view())),
    };
    el_class("div", "blank__statement")
        .child(boxed("p", &fr::stage(stage)))
        .child(wording)
        .view()
}

/// A text after a box for a pen, which is drawn by the style: nobody ticks it here.
fn boxed(tag: &'static str, text: &str) -> Element {
    el_class(tag, "blank__box").child(text)
}
