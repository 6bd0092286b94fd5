//! The items: how the answers about each spread, once that is revealed, beside the answer that the school keeps.

use leptos::prelude::*;

use crate::domain::route::{Route, TeamScreen};
use crate::domain::school::questionnaire::{Item, ItemId, Stage};
use crate::domain::school::team::{Level, Role, Spread};
use crate::ui::kit::button;
use crate::ui::kit::disclosure::disclosure;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, dynamic, dynamic_by, el, el_class, unlocked};
use crate::ui::pages::team::agreed::agreed;
use crate::ui::pages::team::room::{Room, in_slices};
use crate::ui::pages::team::spread::{level_chip, spread};
use crate::ui::shared::marks::stage_name;
use crate::words::fr;

/// What is shown of the spreads. Cheap to copy: handles.
#[derive(Clone, Copy)]
struct Shown {
    is_revealed: RwSignal<bool>,
    /// Whose answers; `None` for all.
    role: RwSignal<Option<Role>>,
}

/// How many cards are made in one go: the page stays quick while the others come.
const AT_ONCE: usize = 7;

/// The section of the items.
pub fn items(room: Room) -> View {
    let shown = Shown {
        is_revealed: RwSignal::new(false),
        role: RwSignal::new(None),
    };
    let count = room.session.questionnaire.items().count();
    let words = move || {
        if shown.is_revealed.get() {
            "Les plus grands désaccords d’abord. Un rond est une personne\u{a0}; plein, elle atteint l’étape."
        } else {
            "Les écarts restent cachés tant que vous ne les révélez pas\u{a0}: chacun peut d’abord redire sa réponse sans suivre les autres."
        }
    };
    let title = el("div")
        .child(
            el("h2")
                .attr("id", "h-spread")
                .child("Écarts et réponses retenues"),
        )
        .child(el_class("p", "hint").text(move || words().to_owned()));
    let chip = el_class("p", "chip")
        .attr("data-tone", "ink")
        .text(move || fr::team::decided_of(room.decided(), count));
    let made = in_slices(count.div_ceil(AT_ONCE));
    let ids = Memo::new(move |_| {
        let order = order(room, shown.is_revealed.get());
        order.iter().map(|item| item.id).collect::<Vec<_>>()
    });
    // A card is made anew when another item comes to its place, when answers about its own come in, and when they are revealed:
    // never while somebody ticks or types.
    let cards = (0..count).map(|place| {
        let at = move || {
            let id = ids.with(|ids| ids.get(place).copied());
            id.filter(|_| place / AT_ONCE < made.get())
        };
        let key = move || {
            at().map_or_else(String::new, |id| {
                format!("{id} {} {:?}", shown.is_revealed.get(), room.spread(id))
            })
        };
        dynamic_by(key, move || {
            let item = untrack(at).and_then(|id| room.session.questionnaire.item(id));
            item.map(|item| card(room, shown, item)).into()
        })
    });
    let cards = el_class("div", "stack").children(cards.collect::<Vec<_>>());
    el_class("section", "stack")
        .attr("aria-labelledby", "h-spread")
        .child(el_class("div", "section-head").child(title).child(chip))
        .child(tools(room, shown))
        .child(cards)
        .view()
}

/// The items, by disagreement once that is revealed: before, their order would tell it.
fn order(room: Room, is_revealed: bool) -> Vec<&'static Item> {
    let questionnaire = room.session.questionnaire;
    room.spreads.with(|all| {
        if is_revealed {
            let ids = all.iter().map(|spread| spread.item);
            ids.filter_map(|id| questionnaire.item(id)).collect()
        } else {
            questionnaire.items().collect()
        }
    })
}

fn tools(room: Room, shown: Shown) -> Element {
    let reveal = button::plain()
        .attr("data-reveal", "")
        .attr_fn("aria-pressed", move || {
            Some(shown.is_revealed.get().to_string())
        })
        .on("click", move |_| shown.is_revealed.update(|is| *is = !*is))
        .text(move || {
            let word = if shown.is_revealed.get() {
                "Cacher les écarts"
            } else {
                "Révéler les écarts"
            };
            word.to_owned()
        });
    let few = move || {
        let is_few = room.gathered.with(|all| (1..5).contains(&all.len()));
        let sentence = is_few.then(|| el_class("p", "hint").child(fr::team::TOO_FEW).view());
        sentence.into()
    };
    el_class("div", "stack")
        .child(
            el_class("div", "btn-row")
                .child(reveal)
                .dynamic(move || choice(room, shown)),
        )
        .dynamic(few)
}

/// Whose answers are shown: everybody's, or those of a role.
fn choice(room: Room, shown: Shown) -> View {
    if !shown.is_revealed.get() {
        return View::nothing();
    }
    let roles = room
        .gathered
        .with(crate::domain::school::team::Gathered::roles);
    let option = |(place, role): (usize, &Role)| {
        el("option")
            .attr("value", &(place + 1).to_string())
            .child(fr::team::role(role))
            .view()
    };
    let options: Vec<_> = roles.iter().enumerate().map(option).collect();
    let chosen = roles.clone();
    let place = move || {
        let role = shown.role.get();
        let place = role.and_then(|role| roles.iter().position(|one| *one == role));
        place.map_or(0, |place| place + 1).to_string()
    };
    let select = unlocked(|| el_class("select", "input"))
        .attr("id", "role")
        .child(el("option").attr("value", "0").child("Toute l’équipe"))
        .children(options)
        .value(place)
        .on("change", move |event| {
            let place: usize = crate::browser::dom::value(&event)
                .parse()
                .unwrap_or_default();
            let role = place
                .checked_sub(1)
                .and_then(|place| chosen.get(place).cloned());
            shown.role.set(role);
        });
    el_class("div", "form-field")
        .child(
            el_class("label", "form-field__label")
                .attr("for", "role")
                .child("Montrer les réponses de"),
        )
        .child(select)
        .view()
}

fn card(room: Room, shown: Shown, item: &'static Item) -> View {
    let title = format!("agree-{}", item.id);
    let spread = untrack(|| room.spread(item.id));
    let is_revealed = shown.is_revealed.get_untracked();
    let level = spread.as_ref().map(|spread| spread.all.level());
    let chip = level.filter(|_| is_revealed).map(level_chip);
    let link = el("a")
        .attr(
            "href",
            &Route::Team(TeamScreen::Meeting(Some(item.id))).to_string(),
        )
        .attr("class", "btn")
        .attr("data-kind", "quiet")
        .child(icon(Icon::SCREEN))
        .child("Projeter")
        .child(el_class("span", "visually-hidden").child(format!(" l’item {}", item.id)));
    let heading = el("h3")
        .attr("id", &title)
        .child(el_class("span", "item-card__number").child(item.id.to_string()))
        .child(" ")
        .child(el("span").child(&item.title));
    let head = el_class("header", "agree__head").child(heading).child(chip);
    let told = spread.clone();
    let left = el_class("div", "agree__spread")
        .child(dynamic(move || {
            told_of(room, item.id, told.as_ref(), shown)
        }))
        .child(statements(item))
        .child(link);
    el_class("article", "card agree")
        .attr("aria-labelledby", &title)
        .attr_if(
            "data-level",
            level
                .filter(|level| is_revealed && *level == Level::FarApart)
                .map(|_| "fort"),
        )
        .child(head)
        .child(left)
        .child(agreed(room, item, move || {
            shown.is_revealed.get() && !room.is_empty()
        }))
        .view()
}

/// The spread of those who are chosen; before it is revealed, how many answered.
fn told_of(room: Room, item: ItemId, told: Option<&Spread>, shown: Shown) -> View {
    let Some(told) = told.filter(|_| !room.is_empty()) else {
        return View::nothing();
    };
    if !shown.is_revealed.get() {
        let people = fr::plural(told.all.people(), "réponse", "réponses");
        return el_class("p", "small").child(people).view();
    }
    let Some(role) = shown.role.get() else {
        return spread(item, told.all);
    };
    let folded = told.folded();
    let of_role = folded.roles.into_iter().find(|(one, _)| *one == role);
    match of_role {
        Some((_, tally)) => spread(item, tally),
        None => View::all([
            el_class("p", "small").child(fr::team::folded(&role)).view(),
            spread(item, told.all),
        ]),
    }
}

/// The statements, to be read without leaving the screen.
fn statements(item: &'static Item) -> View {
    let statement = |stage: Stage| {
        let about = el("b")
            .attr("data-stage", &stage.to_string())
            .child(stage_name(stage));
        el("p")
            .child(about)
            .child("\u{a0}: ")
            .child(stage.of(&item.statements).text())
            .view()
    };
    let link = el("a")
        .attr("href", &Route::Item(item.id).to_string())
        .child("Cocher condition par condition");
    let all = View::all(Stage::ALL.map(statement));
    let content = el_class("div", "stack small")
        .child(all)
        .child(el("p").child(link));
    disclosure(
        "Lire les énoncés",
        &format!("de l’item {}", item.id),
        content,
    )
}
