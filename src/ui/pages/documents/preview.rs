//! What a table that came in would change, line by line: each is kept or taken, and nothing is applied before the button.

use leptos::prelude::*;
use std::rc::Rc;

use crate::browser::{page, task};
use crate::domain::bidi::closed;
use crate::domain::route::Route;
use crate::domain::school::import::Trouble;
use crate::session::{ChangedLine, Changes, Outcome, Session};
use crate::ui::kit::button;
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::view::{Element, View, el, el_class, unlocked};
use crate::ui::shared::link::big_link;
use crate::ui::shared::own_tab::only_in_own_tab;
use crate::words::fr::importing as say;

/// Which lines are taken, in their order.
type Chosen = RwSignal<Vec<bool>>;

/// The place of the preview; nothing where no table was read.
pub fn region(session: Session) -> Element {
    let shown = move || {
        session.desk(|desk| {
            let imported = desk.imported.as_ref()?;
            match &imported.outcome {
                Outcome::Shown(changes) => Some(preview(session, &imported.name, changes)),
                Outcome::Taken(lines) => Some(taken(session, *lines)),
                Outcome::Reading
                | Outcome::NotOpened(_)
                | Outcome::NotLoaded
                | Outcome::Refused(_) => None,
            }
        })
    };
    let is_hidden = move || {
        session.imported_key();
        let is_shown = session.desk(|desk| match desk.imported.as_ref()?.outcome {
            Outcome::Shown(_) | Outcome::Taken(_) => Some(()),
            Outcome::Reading | Outcome::NotOpened(_) | Outcome::NotLoaded | Outcome::Refused(_) => {
                None
            }
        });
        is_shown.is_none().then(String::new)
    };
    el("div").attr_fn("hidden", is_hidden).dynamic_by(
        move || session.imported_key(),
        move || {
            let view = shown();
            if view.is_some() {
                page::next_frame(|| page::focus("#h-preview"));
            }
            view.into()
        },
    )
}

fn title(text: &str) -> Element {
    el("h2")
        .attr("id", "h-preview")
        .attr("tabindex", "-1")
        .child(text)
}

fn section(heading: Element) -> Element {
    el_class("section", "card help__section")
        .attr("aria-labelledby", "h-preview")
        .child(heading)
}

/// That lines were taken, and where to see them.
fn taken(session: Session, lines: usize) -> View {
    let links = el_class("div", "btn-row")
        .child(big_link(Route::Positioning, "Voir le positionnement"))
        .child(big_link(Route::Objectives, "Voir les objectifs"));
    section(title("Changements repris"))
        .child(el("p").attr("role", "status").child(say::taken(lines)))
        .child(links)
        .child(close(session, "Fermer"))
        .view()
}

fn preview(session: Session, name: &str, changes: &Changes) -> View {
    // Where two things are said that do not go together, nothing is taken unasked.
    let at_first = changes.lines.iter().map(|line| line.remark.is_none());
    let chosen: Chosen = RwSignal::new(at_first.collect());
    let heading = title(&say::title(&closed(name)));
    let section = section(heading).child(el("p").child(say::summary(changes)));
    let section = match say::along(changes) {
        "" => section,
        sentence => section.child(callout(Tone::Info, el("p").child(sentence).view())),
    };
    let section = section.child(troubles(&changes.troubles));
    if changes.lines.is_empty() {
        return section.child(close(session, "Fermer")).view();
    }
    let lines = changes.lines.iter().enumerate();
    let lines = lines.map(|(place, line)| row(chosen, place, line));
    section
        .child(for_all(chosen))
        .child(el("ul").children(lines.collect::<Vec<_>>()))
        .child(apply(session, chosen, &changes.lines))
        .view()
}

/// What was not understood, and where.
fn troubles(troubles: &[Trouble]) -> View {
    if troubles.is_empty() {
        return View::nothing();
    }
    let line = |trouble: &Trouble| {
        el("li")
            .child(el("strong").child(say::place(&trouble.at)))
            .child("\u{a0}: ")
            .child(say::trouble(trouble))
            .view()
    };
    let list = el_class("ul", "help__list").attr("data-import-troubles", "");
    let list = list.children(troubles.iter().map(line));
    callout(
        Tone::Alert,
        View::all([
            el("h3").child(say::not_understood(troubles.len())).view(),
            list.view(),
        ]),
    )
}

fn for_all(chosen: Chosen) -> View {
    let all = |is_taken: bool, label: &'static str, handle: &'static str| {
        unlocked(button::plain)
            .attr("data-import-all", handle)
            .on("click", move |_| chosen.update(|all| all.fill(is_taken)))
            .child(label)
    };
    el_class("div", "btn-row")
        .child(all(true, "Tout prendre du fichier", "take"))
        .child(all(false, "Tout garder du dossier", "keep"))
        .view()
}

/// A line: what it is about, what the dossier and the file say, and which of the two is to be.
fn row(chosen: Chosen, place: usize, line: &ChangedLine) -> View {
    let (about, part) = (closed(&line.about), line.part.as_str());
    let head = el("div")
        .child(el("strong").child(&about))
        .child(el_class("p", "small").child(say::part(part, &line.at)));
    let named = [about.as_str(), part].join(", ");
    let options = [
        option(chosen, (place, false), "Garder du dossier", &line.before),
        option(chosen, (place, true), "Prendre du fichier", &line.after),
    ];
    let fields = el_class("fieldset", "choices")
        .child(el_class("legend", "visually-hidden").child(&named))
        .children(options);
    let remark = line
        .remark
        .map(|remark| callout(Tone::Alert, el("p").child(say::remark(remark)).view()));
    el_class("li", "help__row")
        .attr("data-import-line", &line.id)
        .child(head)
        .child(
            el_class("div", "stack")
                .child(View::from(remark))
                .child(fields),
        )
        .view()
}

fn option(chosen: Chosen, (place, is_taken): (usize, bool), label: &str, text: &str) -> View {
    let is_chosen = move || chosen.with(|all| all.get(place).copied() == Some(is_taken));
    let choose = move |_| {
        chosen.update(|all| {
            if let Some(one) = all.get_mut(place) {
                *one = is_taken;
            }
        });
    };
    let radio = unlocked(|| el("input"))
        .attr("type", "radio")
        .attr("name", &["import-", &place.to_string()].concat())
        .attr("data-import-choice", if is_taken { "take" } else { "keep" })
        .flag("checked", is_chosen)
        .on("change", choose);
    let text = if text.is_empty() { say::NOTHING } else { text };
    el_class("label", "offer")
        .child(radio)
        .child(el("strong").child(label))
        .child(el("span").child(text))
        .view()
}

/// The one button that applies, and the one that does not.
fn apply(session: Session, chosen: Chosen, lines: &[ChangedLine]) -> View {
    if session.is_in_foreign_frame() {
        return callout(Tone::Info, only_in_own_tab(session, say::ONLY_IN_OWN_TAB));
    }
    let ids: Rc<Vec<String>> = Rc::new(lines.iter().map(|line| line.id.clone()).collect());
    let trouble = RwSignal::new("");
    let press = move |_| {
        let taken = chosen.get_untracked();
        let taken = ids.iter().zip(taken).filter(|(_, is_taken)| *is_taken);
        let taken: Vec<_> = taken.map(|(id, _)| id.clone()).collect();
        if taken.is_empty() {
            trouble.set(say::NOTHING_CHOSEN);
            return;
        }
        task::spawn(async move {
            if let Err(why) = session.take_import(taken).await {
                // The screen may have been left meanwhile.
                let _ = trouble.try_set(say::not_taken(why));
            }
        });
    };
    let label =
        move || say::apply(chosen.with(|all| all.iter().filter(|is_taken| **is_taken).count()));
    let button = button::once()
        .attr("data-kind", "primary")
        .attr("data-import-apply", "")
        .on("click", press)
        .text(label);
    let said = el_class("p", "form-field__hint")
        .attr("role", "alert")
        .text(move || trouble.get().to_owned());
    View::all([
        el_class("div", "btn-row")
            .child(button)
            .child(close(session, "Fermer sans rien changer"))
            .view(),
        said.view(),
    ])
}

fn close(session: Session, label: &'static str) -> Element {
    unlocked(button::plain)
        .attr("data-kind", "quiet")
        .attr("data-import-close", "")
        .on("click", move |_| {
            session.close_import();
            page::focus("#h-import");
        })
        .child(label)
}
