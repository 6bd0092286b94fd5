//! The header: brand, screens, undoing and doing again, save state, theme. On a phone the screens are a bar at the bottom.

use leptos::prelude::*;
use std::cell::Cell;

use crate::domain::route::{Route, TeamScreen};
use crate::domain::school::undo::Way;
use crate::session::{SaveState, Session};
use crate::ui::kit::icon::{Icon, brand_mark, icon};
use crate::ui::kit::view::{Element, View, dynamic, el, el_class, together_after_paint};
use crate::ui::parts;
use crate::words::fr;

/// The header of every screen.
pub fn header(session: Session) -> View {
    let brand = el_class("a", "brand")
        .attr("href", "#/")
        .child(brand_mark())
        .child(el_class("span", "brand__name").child(fr::APP));
    let end = el_class("div", "app-header__end")
        .child(dossier(session))
        .child(step_button(session, Way::Back))
        .child(step_button(session, Way::Forth))
        .child(theme_button(session));
    let row = el_class("div", "app-header__row")
        .child(brand)
        .child(nav(session))
        .child(end);
    el_class("header", "app-header").child(row).view()
}

/// The screens.
fn nav(session: Session) -> View {
    // The questionnaire opens where one last was in it.
    let last = Cell::new(session.first_field());
    let questionnaire = move || {
        let shown = session
            .route
            .get()
            .filter(|route| route.field().is_some())
            .map(Route::screen);
        shown
            .inspect(|shown| last.set(*shown))
            .unwrap_or_else(|| last.get())
    };
    let in_questionnaire = move || {
        session
            .route
            .get()
            .is_some_and(|route| route.field().is_some())
    };
    let link_to = move |route: Route, sign, name| {
        let is_current = move || session.route.get().map(Route::screen) == Some(route);
        nav_link(sign, name, is_current)
            .attr("href", &route.to_string())
            .view()
    };
    let in_objectives = move || {
        matches!(
            session.route.get(),
            Some(Route::Objectives | Route::Objective(_))
        )
    };
    let objectives = nav_link(Icon::TARGET, "Objectifs", in_objectives)
        .attr("href", &Route::Objectives.to_string());
    let team = move || {
        let asked = session.has_team.get().then(|| {
            let route = Route::Team(TeamScreen::Overview);
            link_to(route, Icon::PEOPLE, "Équipe")
        });
        asked.into()
    };
    let adapting = session.questionnaire.adapted.as_ref().map(|_| {
        let route = Route::Team(TeamScreen::Adapting);
        link_to(route, Icon::LIST, "Adapter")
    });
    el_class("nav", "app-nav")
        .attr("aria-label", "Principal")
        .child(
            nav_link(Icon::LIST, "Questionnaire", in_questionnaire)
                .attr_fn("href", move || Some(questionnaire().to_string())),
        )
        .child(link_to(Route::Positioning, Icon::BARS, "Positionnement"))
        .child(objectives)
        .child(dynamic(team))
        .child(adapting)
        .child(link_to(Route::Sharing, Icon::SHARE, "Partage"))
        .child(link_to(Route::Help(None), Icon::HELP, "Aide"))
        .view()
}

fn nav_link(sign: Icon, name: &str, is_current: impl Fn() -> bool + 'static) -> Element {
    el_class("a", "app-nav__link")
        .attr_fn("aria-current", move || {
            is_current().then(|| "page".to_owned())
        })
        .child(icon(sign))
        .child(el("span").child(name))
}

/// Whose positioning it is, which leads to its form.
fn dossier_link(session: Session) -> View {
    let name = move |unnamed: &str| match session
        .read(|dossier| fr::planning::identity(&dossier.identity))
    {
        name if name.is_empty() => unnamed.to_owned(),
        name => name,
    };
    // A phone has room for a few words only.
    let whole = move || Some(name("Donner un nom à l’établissement"));
    let link = el_class("a", "dossier__name")
        .attr("href", &Route::Identity.to_string())
        // Beside somebody else's work, one's own name would be taken for theirs.
        .attr_fn("hidden", move || {
            (session.has_several_dossiers() || session.is_visit()).then(String::new)
        });
    together_after_paint(|| {
        link.attr_fn("title", whole)
            .attr_fn("aria-label", whole)
            .text(move || name("Donner un nom"))
            .view()
    })
}

/// Whose positioning it is, above whether it is safe.
fn dossier(session: Session) -> View {
    let has_menu = move || !session.centres.get().is_empty() && !session.is_visit();
    let menu = move || has_menu().then(|| parts::centres(session)).into();
    el_class("div", "dossier")
        .dynamic_by(move || has_menu().to_string(), menu)
        .child(dossier_link(session))
        .child(save_badge(session))
        .view()
}

/// Whether the work is safe, in sight at all times.
fn save_badge(session: Session) -> View {
    let state = move || match session.save_state.get() {
        SaveState::Untouched | SaveState::Saved(_) | SaveState::Elsewhere(_) => "saved",
        SaveState::Saving => "saving",
        SaveState::Fragile | SaveState::Failed => "failed",
        SaveState::Memory => "memory",
    };
    let sign = move || match session.save_state.get() {
        SaveState::Saved(_) | SaveState::Elsewhere(_) => icon(Icon::TICK),
        SaveState::Untouched | SaveState::Saving => View::nothing(),
        SaveState::Fragile | SaveState::Failed | SaveState::Memory => icon(Icon::ALERT),
    };
    el_class("p", "dossier__save")
        .attr("translate", "no")
        .attr_fn("data-save-state", move || Some(state().to_owned()))
        .attr_fn("data-pen", move || {
            let pen = if session.is_elsewhere() {
                "elsewhere"
            } else {
                "here"
            };
            Some(pen.to_owned())
        })
        .dynamic(sign)
        .child(el("span").text(move || fr::save_state(session.save_state.get(), session.day())))
        .view()
}

/// The button that undoes, or does again.
fn step_button(session: Session, way: Way) -> View {
    let (sign, keys) = match way {
        Way::Back => (Icon::UNDO, "Control+Z"),
        Way::Forth => (Icon::REDO, "Control+Shift+Z Control+Y"),
    };
    let label = move || Some(fr::step(way, session.next_step(way)));
    let button = el_class("button", "icon-btn")
        .attr("type", "button")
        .attr("aria-keyshortcuts", keys)
        // Undoing rests there: what it changes is out of sight.
        .attr_fn("hidden", move || session.is_visit().then(String::new))
        .on("click", move |_| session.ask_step(way))
        .child(icon(sign));
    together_after_paint(|| {
        button
            .attr_fn("aria-label", label)
            .attr_fn("title", label)
            .attr_fn("aria-disabled", move || {
                let rests = session.is_elsewhere() || session.next_step(way).is_none();
                rests.then(|| "true".to_owned())
            })
            .view()
    })
}

fn theme_button(session: Session) -> View {
    el_class("button", "icon-btn")
        .attr("type", "button")
        .attr("aria-label", "Changer de thème\u{a0}: clair ou sombre")
        .attr("title", "Thème clair ou sombre")
        .on("click", move |_| session.toggle_theme())
        .child(icon(Icon::THEME))
        .view()
}
