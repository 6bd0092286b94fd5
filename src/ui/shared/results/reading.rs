//! « Lecture »: strengths, lines of progress and what is missing, each with its rule, five at most in
//! sight and the others folded behind.

use crate::domain::route::Route;
use crate::domain::school::questionnaire::ItemId;
use crate::domain::school::reading::{Gap, MOST, Missing, Reading, Strength};
use crate::session::{Session, Viewed};
use crate::ui::kit::card::card;
use crate::ui::kit::disclosure::disclosure;
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::marks::stage_badge;
use crate::ui::shared::missing::{advised, item_link, to_objective, told};
use crate::words::fr;

/// Strengths and lines of progress; nothing before the first answer.
pub fn points(viewed: Viewed, own: Option<Session>) -> View {
    once_answered(viewed, "results__points", move || {
        View::all([
            section(viewed, own, "h-strengths", "Points forts", strengths),
            section(viewed, own, "h-progress", "Axes de progrès", progress),
        ])
    })
}

/// What is missing, item by item; nothing before the first answer.
pub fn missing(viewed: Viewed, own: Option<Session>) -> View {
    once_answered(viewed, "results__gaps", move || {
        section(viewed, own, "h-gaps", "Ce qui manque", gaps)
    })
}

fn once_answered(viewed: Viewed, class: &str, make: impl Fn() -> View + 'static) -> View {
    let content = move || {
        if viewed.is_blank() {
            View::nothing()
        } else {
            make()
        }
    };
    el_class("div", class)
        .dynamic_by(move || viewed.is_blank().to_string(), content)
        .view()
}

fn section(
    viewed: Viewed,
    own: Option<Session>,
    id: &'static str,
    title: &str,
    content: fn(Viewed, Option<Session>, &Reading) -> View,
) -> View {
    card("card", id, title)
        .dynamic(move || content(viewed, own, &viewed.reading()))
        .view()
}

fn rule(text: &str) -> View {
    el_class("p", "small").child(text).view()
}

/// The first [`MOST`] entries, and the others behind a title such as « Voir les 4 autres items ».
fn at_most(mut entries: Vec<View>, class: &str) -> View {
    let others = entries.split_off(entries.len().min(MOST));
    let folded = match others.len() {
        0 => View::nothing(),
        number => disclosure(
            fr::the_other_items(number),
            "",
            el_class("ul", class).children(others),
        ),
    };
    View::all([el_class("ul", class).children(entries).view(), folded])
}

fn strengths(viewed: Viewed, _own: Option<Session>, reading: &Reading) -> View {
    let entry = |strength: &Strength| {
        let text = el("span").child(item_link(viewed, strength.item, Route::Item(strength.item)));
        let reached = el_class("span", "small point-list__note")
            .child(format!("Étape {} atteinte", strength.reached));
        el_class("li", "point-list__item")
            .child(stage_badge(strength.reached))
            .child(text.child(" ").child(reached))
            .view()
    };
    View::all([
        rule("Les items qui atteignent l’étape 3, puis ceux qui atteignent l’étape 2."),
        if reading.strengths.is_empty() {
            el("p")
                .child("Aucun item n’atteint encore l’étape 2.")
                .view()
        } else {
            at_most(reading.strengths.iter().map(entry).collect(), "point-list")
        },
    ])
}

fn progress(viewed: Viewed, own: Option<Session>, reading: &Reading) -> View {
    let entry = |next: &Missing| {
        let statement = next.statement;
        let missing = format!(
            "Étape {}\u{a0}: {}",
            statement.stage,
            fr::planning::missing(next)
        );
        let text = el("span").child(item_link(
            viewed,
            statement.item,
            Route::Statement(statement),
        ));
        el_class("li", "point-list__item")
            .child(stage_badge(statement.stage))
            .child(
                text.child(" ")
                    .child(el_class("span", "small point-list__note").child(missing)),
            )
            .child(to_objective(viewed, own, next))
            .view()
    };
    View::all([
        rule(
            "Les plus avancés d’abord\u{a0}: ceux dont la plus grande part des conditions de l’étape suivante est déjà \
             cochée\u{202f}; à égalité, l’étape la plus basse.",
        ),
        if reading.progress.is_empty() {
            // An answered item is either below stage 3, hence listed, or at stage 3, hence a strength.
            let none = if reading.strengths.is_empty() {
                "Ici viendront les items les plus proches de l’étape suivante, dès qu’une étape sera cochée."
            } else {
                "Tous les items renseignés sont à l’étape 3."
            };
            el("p").child(none).view()
        } else {
            at_most(reading.progress.iter().map(entry).collect(), "point-list")
        },
    ])
}

fn gaps(viewed: Viewed, own: Option<Session>, reading: &Reading) -> View {
    let above = |gap: &&Gap| !gap.above.is_empty();
    let entries = reading
        .gaps
        .iter()
        .filter(above)
        .map(|gap| advised(viewed, own, gap.item, &gap.above))
        .collect();
    let below: Vec<_> = reading
        .gaps
        .iter()
        .filter(|gap| !gap.below.is_empty())
        .map(|gap| told(viewed, gap.item, &gap.below))
        .collect();
    View::all([
        rule(
            "Pour chaque item, ce qui n’est pas encore coché aux étapes suivantes, dans le même ordre\u{a0}: les plus \
             avancés d’abord. Un item sans réponse ou «\u{a0}ne \
             sait pas\u{a0}» n’est pas un manque\u{a0}: il est rangé à part.",
        ),
        at_most(entries, "gap-list"),
        folded(
            below.len(),
            "Étapes sautées\u{a0}: un oubli, ou un énoncé qui n’est plus vrai\u{202f}?",
            || el_class("ul", "gap-list").children(below).view(),
        ),
        folded(reading.unanswered.len(), "À renseigner", || {
            links(viewed, &reading.unanswered)
        }),
        folded(
            reading.unknown.len(),
            "À vérifier («\u{a0}ne sait pas\u{a0}»)",
            || links(viewed, &reading.unknown),
        ),
    ])
}

/// A folded list with its number; nothing where it is empty.
fn folded(number: usize, title: &str, content: impl FnOnce() -> View) -> View {
    (number > 0)
        .then(|| disclosure(format!("{title} ({number})"), "", content()))
        .into()
}

fn links(viewed: Viewed, items: &[ItemId]) -> View {
    let entry = |item: &ItemId| {
        el("li")
            .child(item_link(viewed, *item, Route::Item(*item)))
            .view()
    };
    el_class("ul", "help__list")
        .children(items.iter().map(entry))
        .view()
}
