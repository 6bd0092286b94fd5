//! One item on the wall: its statements, how many reach each, what the school decides.

use leptos::prelude::*;

use super::decision::decision;
use super::state::{State, Way};
use crate::domain::route::{Route, TeamScreen};
use crate::domain::school::answers::{Response, Tick};
use crate::domain::school::dossier::Change;
use crate::domain::school::positioning::StatementState;
use crate::domain::school::questionnaire::{Item, ItemId, Stage, StatementId};
use crate::domain::school::team::{Tally, is_long};
use crate::ui::kit::button;
use crate::ui::kit::check::check_box;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, el, el_class};
use crate::ui::pages::team::stand_alone;
use crate::ui::shared::marks::origin_chip;
use crate::ui::shared::page::heading;
use crate::ui::shared::stage_option::statement_box;
use crate::words::fr;

/// The item.
pub fn item(state: State, item: &'static Item) -> View {
    stand_alone("meeting");
    let work = if is_long(item) {
        stage_by_stage(state, item)
    } else {
        side_by_side(state, item)
    };
    View::all([
        head(state, item).view(),
        work.view(),
        decision(state, item).view(),
        nav(state, item).view(),
    ])
}

fn head(state: State, item: &'static Item) -> Element {
    let questionnaire = state.room.session.questionnaire;
    let field = questionnaire.field(item.id.field());
    let title = field.map(|field| format!("{} {}", field.id, field.title));
    let place = questionnaire.items().position(|one| one.id == item.id);
    let place = format!(
        "item {} sur\u{a0}{}",
        place.unwrap_or_default() + 1,
        questionnaire.items().count()
    );
    let at = el_class("p", "meeting__where")
        .child(title.unwrap_or_default())
        .child(" ")
        .child(el("span").child(place));
    let number = el_class("span", "item-card__number").child(item.id.to_string());
    let chip = origin_chip(item.origin).into();
    let title = View::all([number.view(), " ".into(), (&item.title).into(), chip]);
    el_class("header", "meeting__head")
        .child(at)
        .child(heading(title))
        .child(leaving())
}

/// The way back to « Équipe ».
pub fn leaving() -> Element {
    el_class("a", "btn")
        .attr("href", &Route::Team(TeamScreen::Overview).to_string())
        .child("Quitter ")
        .child(el("kbd").child("Échap"))
}

/// What may be projected of the answers about this item; nothing before it is revealed.
pub fn projected(state: State, item: ItemId) -> Option<Tally> {
    let spread = state.room.spread(item)?;
    spread.folded().all.filter(|_| state.is_revealed(item))
}

/// « 5 sur 9 »: how many reach a stage.
fn count(state: State, item: &'static Item, stage: Stage) -> View {
    let told = move || {
        projected(state, item.id).map(|tally| {
            let statement = StatementId {
                item: item.id,
                stage,
            };
            el_class("p", "meeting__count")
                .attr("data-spread", &statement.to_string())
                .child(el("b").child(stage.of(&tally.reached).to_string()))
                .child(format!(" sur {} ", tally.answered))
                .child(if tally.answered > 1 {
                    "personnes"
                } else {
                    "personne"
                })
                .view()
        })
    };
    el_class("div", "meeting__counted")
        .dynamic(move || told().into())
        .view()
}

/// The box of a stage once the item is revealed; before, its name alone.
fn label(state: State, item: &'static Item, stage: Stage) -> View {
    let name = move || {
        let name = el_class("span", "meeting__name")
            .child(el_class("span", "visually-hidden").child("Réponse retenue, "))
            .child(fr::stage(stage));
        if state.is_revealed(item.id) {
            let tick_box = statement_box(state.room.session, item, stage).attr("data-size", "l");
            el_class("label", "meeting__label")
                .child(tick_box)
                .child(name)
                .view()
        } else {
            let name = el_class("span", "meeting__name").child(fr::stage(stage));
            el_class("p", "meeting__label").child(name).view()
        }
    };
    // Alone in it: ticking must not make it anew.
    el("div")
        .dynamic_by(move || state.is_revealed(item.id).to_string(), name)
        .view()
}

fn is_on(state: State, item: &'static Item, stage: Stage) -> bool {
    let counted = state.room.session.counted(item);
    state.is_revealed(item.id) && counted.is_reached(stage)
}

fn side_by_side(state: State, item: &'static Item) -> Element {
    let stage = |stage: Stage| {
        let statement = StatementId {
            item: item.id,
            stage,
        };
        el_class("div", "meeting__stage")
            .attr("data-stage", &stage.to_string())
            .attr_fn("data-state", move || {
                is_on(state, item, stage).then(|| "on".to_owned())
            })
            .child(label(state, item, stage))
            .child(count(state, item, stage))
            .child(
                el_class("p", "meeting__text")
                    .attr("data-statement", &statement.to_string())
                    .child(stage.of(&item.statements).text()),
            )
            .view()
    };
    el_class("div", "meeting__stages")
        .attr("role", "group")
        .attr("aria-label", "Étapes")
        .children(Stage::ALL.map(stage))
}

fn stage_by_stage(state: State, item: &'static Item) -> Element {
    let tab = |stage: Stage| {
        let met = move || {
            let conditions = stage.of(&item.statements).len();
            match *stage.of(&state.room.session.counted(item).statements) {
                StatementState::Partial { ticked, .. } => {
                    let ticked = fr::plural(ticked, "condition", "conditions");
                    format!("{ticked} sur\u{a0}{conditions}")
                }
                other => fr::statement_state(other),
            }
        };
        let met = move || {
            let met = state.is_revealed(item.id).then(met);
            met.unwrap_or_default()
        };
        let button = button::plain()
            .attr("class", "meeting__tab")
            .attr("data-stage", &stage.to_string())
            .attr_fn("aria-pressed", move || {
                Some((state.stage.get() == stage).to_string())
            })
            .on("click", move |_| state.stage.set(stage))
            .child(el_class("span", "meeting__name").child(fr::stage(stage)))
            .child(count(state, item, stage))
            .child(el_class("span", "meeting__met").text(met));
        el("li").child(button).view()
    };
    let tabs = el_class("ul", "meeting__tabs")
        .attr("aria-label", "Étapes")
        .children(Stage::ALL.map(tab));
    let shown = move || {
        let stage = state.stage.get();
        let list = stage.of(&item.statements).conditions.iter();
        let rows = list.map(|one| condition(state, item, (stage, one.id), &one.text));
        let list = el_class("ul", "meeting__conditions")
            .attr(
                "data-statement",
                &StatementId {
                    item: item.id,
                    stage,
                }
                .to_string(),
            )
            .children(rows);
        el_class("div", "meeting__stage")
            .attr("data-stage", &stage.to_string())
            .child(label(state, item, stage))
            .child(list)
            .view()
    };
    el_class("div", "meeting__focus")
        .child(tabs)
        .child(el("div").dynamic(shown))
}

/// A condition with its box, once the item is revealed.
fn condition(state: State, item: &'static Item, at: (Stage, u8), text: &'static str) -> View {
    let (stage, condition) = at;
    let session = state.room.session;
    let is_ticked = move || {
        session.answer(item.id, |answer| {
            answer.response.ticks().is_ticked(stage, condition)
        })
    };
    let changed = move |is_checked| {
        session.tick(Change::Condition {
            item: item.id,
            stage,
            condition,
            tick: Tick::from(is_checked),
        });
    };
    let tick_box = move || {
        let tick_box = state.is_revealed(item.id).then(|| {
            check_box(is_ticked, changed)
                .attr("data-item", &item.id.to_string())
                .attr("data-stage", &stage.to_string())
                .attr("data-condition", &(condition + 1).to_string())
                .view()
        });
        View::from(tick_box)
    };
    let label = el("label")
        .child(el("span").dynamic_by(move || state.is_revealed(item.id).to_string(), tick_box))
        .child(el("span").child(text));
    View::all([el("li").child(label).view(), " ".into()])
}

fn nav(state: State, item: &'static Item) -> Element {
    let way = move |way: Way, label: String, sign: Icon| {
        button::plain()
            .attr("data-size", "l")
            .on("click", move |_| state.go(way))
            .child(icon(sign))
            .child(label)
    };
    let named =
        |id: Option<ItemId>| id.map_or_else(|| "Compte rendu".to_owned(), |id| id.to_string());
    let back = way(Way::Back, named(state.neighbour(Way::Back)), Icon::BACK);
    let forth = way(Way::Forth, named(state.neighbour(Way::Forth)), Icon::NEXT);
    let is_answered = Memo::new(move |_| {
        let session = state.room.session;
        session.answer(item.id, |answer| answer.response != Response::Unanswered)
    });
    let main = move || {
        let primary = |label: &'static str| {
            button::once()
                .attr("data-kind", "primary")
                .attr("data-size", "l")
                .child(label)
        };
        match (state.is_revealed(item.id), is_answered.get()) {
            (false, _) => primary("Révéler ")
                .attr("data-reveal", "")
                .on("click", move |_| state.reveal(item.id))
                .child(el("kbd").child("Espace"))
                .view(),
            (true, true) => primary("Retenir et continuer")
                .on("click", move |_| {
                    state.keep();
                    let next = state.neighbour(Way::Forth);
                    state
                        .room
                        .session
                        .go(Route::Team(TeamScreen::Meeting(next)));
                })
                .view(),
            (true, false) => View::nothing(),
        }
    };
    let keys = move || {
        let letters = "R révéler, D retenir, 1\u{a0}2\u{a0}3 étapes\u{a0}; ";
        let letters = if state.letters.get() { letters } else { "" };
        [letters, "←\u{a0}→ ou télécommande pour changer d’item"].concat()
    };
    el_class("nav", "meeting__nav")
        .attr("aria-label", "Items")
        .child(back)
        .child(el_class("p", "meeting__keys").text(keys))
        .child(el_class("div", "btn-row").dynamic(main).child(forth))
}
