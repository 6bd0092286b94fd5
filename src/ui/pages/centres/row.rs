//! One dossier of the list: opened in one gesture; renamed, duplicated, put away or deleted where it is opened to be changed.

use leptos::prelude::*;

use super::Shelf;
use super::form::{Form, Labels};
use crate::browser::{page, task};
use crate::domain::school::library::Listed;
use crate::domain::world::DossierId;
use crate::session::NoDossier;
use crate::ui::kit::button;
use crate::ui::kit::field::Label;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, el_class};
use crate::words::fr::centres as say;

/// The fields of the centre that is renamed.
const RENAMED: Labels = Labels {
    kind: "kind-renamed",
    words: "words-renamed",
    name: Label {
        id: "centre-renamed",
        name: "Nom du centre",
        hint: say::RENAME_HINT,
    },
};

/// The row that is open to be changed.
#[derive(Clone, Copy)]
pub struct Open(pub RwSignal<Option<DossierId>>);

/// The row of a dossier.
pub fn row(shelf: Shelf, open: Open, id: DossierId, listed: &Listed) -> View {
    let is_here = shelf.session.present_dossier() == id;
    let kind = say::kind(listed);
    let here = is_here.then(|| {
        el_class("span", "chip")
            .attr("data-tone", "good")
            .child(icon(Icon::TICK))
            .child(say::HERE)
            .view()
    });
    let kind = (!kind.is_empty()).then(|| el_class("span", "small").child(kind).view());
    let standing = (is_here || kind.is_some()).then(|| {
        el_class("p", "centres__standing")
            .child(View::from(kind))
            .child(View::from(here))
            .view()
    });
    let text = el_class("div", "copies__text")
        .child(el_class("p", "copies__when").child(say::title(listed)))
        .child(View::from(standing));
    let go = (!is_here).then(|| {
        about("Ouvrir", listed)
            .on("click", move |_| shelf.open(id))
            .view()
    });
    let is_open = move || open.0.get() == Some(id);
    let change = about("Modifier…", listed)
        .attr("data-kind", "quiet")
        .attr_fn("aria-expanded", move || Some(is_open().to_string()))
        .on("click", move |_| {
            let now = (open.0.get_untracked() != Some(id)).then_some(id);
            open.0.set(now);
        });
    let panel = {
        let listed = listed.clone();
        move || {
            let panel = is_open().then(|| untrack(|| changing(shelf, open, id, &listed)));
            panel.into()
        }
    };
    el_class("li", "copies__row")
        .attr("data-dossier", &id.text())
        .attr_if("aria-current", is_here.then_some("true"))
        .child(text)
        .child(
            el_class("div", "btn-row")
                .child(View::from(go))
                .child(change),
        )
        .dynamic_by(move || is_open().to_string(), panel)
        .view()
}

/// A button that is told apart from those of other rows.
pub fn about(label: &str, listed: &Listed) -> Element {
    let which = [" ", &say::title(listed)].concat();
    button::once()
        .child(label)
        .child(el_class("span", "visually-hidden").child(which))
}

fn changing(shelf: Shelf, open: Open, id: DossierId, listed: &Listed) -> View {
    let form = Form::of(listed);
    let rename = button::once()
        .child("Enregistrer le nom")
        .on("click", move |_| {
            let renamed = form.listed();
            task::spawn(async move {
                let said = format!("Renommé\u{a0}: {}.", say::title(&renamed));
                let Listed { kind, name, .. } = renamed;
                let changed = shelf.session.relist(id, move |listed| {
                    listed.kind = kind;
                    listed.name = name;
                });
                close(shelf, open, changed.await, said);
            });
        });
    el_class("div", "centres__changing")
        .child(form.fields(&RENAMED))
        .child(el_class("div", "btn-row").child(rename))
        .child(others(shelf, open, id, listed))
        .view()
}

/// What else can be done with a dossier.
fn others(shelf: Shelf, open: Open, id: DossierId, listed: &Listed) -> View {
    let copied = Listed::named(listed.kind.clone(), &say::copy_name(listed));
    let duplicate = about("Dupliquer", listed).on("click", move |_| {
        let copied = copied.clone();
        task::spawn(async move {
            let said = say::made(&copied);
            let made = shelf.session.duplicate_dossier(id, copied).await;
            close(shelf, open, made.map(|(_, library)| library), said);
        });
    });
    let is_here = shelf.session.present_dossier() == id;
    let next = is_here.then(|| {
        shelf.read(|library| {
            library
                .beside(id)
                .map(|(id, listed)| (id, say::title(listed)))
        })
    });
    let (gone, words) = match next.clone() {
        // Another dossier than the open one.
        None => (true, None),
        Some(Some((_, title))) => (true, Some(say::opens_first(&title))),
        Some(None) => (false, Some(say::ONLY_ONE.to_owned())),
    };
    let next = next.flatten().map(|(id, _)| id);
    let buttons = el_class("div", "btn-row").child(duplicate);
    let buttons = if gone {
        buttons
            .child(archive(shelf, open, (id, next), listed))
            .child(delete(shelf, open, (id, next), listed))
    } else {
        buttons
    };
    let words = words.map(|words| el_class("p", "small").child(words).view());
    View::all([
        buttons.view(),
        el_class("p", "small").child(say::DUPLICATED).view(),
        words.into(),
    ])
}

/// Puts a dossier away, or back among the centres. `next` is opened first where it is the open one.
fn archive(
    shelf: Shelf,
    open: Open,
    (id, next): (DossierId, Option<DossierId>),
    listed: &Listed,
) -> View {
    let is_archived = listed.is_archived;
    let label = if is_archived {
        "Remettre parmi les centres"
    } else {
        "Archiver"
    };
    let title = say::title(listed);
    let archive = about(label, listed).on("click", move |_| {
        let said = if is_archived {
            format!("{title} est de nouveau parmi les centres.")
        } else {
            format!("{title} est archivé.")
        };
        task::spawn(async move {
            let change = move |listed: &mut Listed| listed.is_archived = !is_archived;
            relist(shelf, open, (id, next), change, said).await;
        });
    });
    archive.view()
}

/// Puts a dossier into « Corbeille ».
fn delete(
    shelf: Shelf,
    open: Open,
    (id, next): (DossierId, Option<DossierId>),
    listed: &Listed,
) -> View {
    if shelf.session.is_in_foreign_frame() {
        return View::nothing();
    }
    let said = say::binned(listed);
    let delete = about("Supprimer", listed)
        .attr("data-kind", "quiet")
        .on("click", move |_| {
            let (said, today) = (said.clone(), shelf.session.day());
            task::spawn(async move {
                let change = move |listed: &mut Listed| listed.binned = today;
                relist(shelf, open, (id, next), change, said).await;
            });
        });
    delete.view()
}

async fn relist(
    shelf: Shelf,
    open: Open,
    (id, next): (DossierId, Option<DossierId>),
    change: impl FnOnce(&mut Listed),
    said: String,
) {
    match next {
        // The page is loaded anew, and shows the list.
        Some(next) => {
            if let Err(why) = shelf.session.leave_dossier(next, change).await {
                shelf.say_why(why);
            }
        }
        None => {
            let changed = shelf.session.relist(id, change).await;
            close(shelf, open, changed, said);
        }
    }
}

/// Shows what came of it. The button that had the focus is gone.
fn close(
    shelf: Shelf,
    open: Open,
    changed: Result<crate::domain::school::library::Library, NoDossier>,
    said: String,
) {
    let is_done = changed.is_ok();
    shelf.changed(changed, said);
    if is_done && open.0.try_set(None).is_none() {
        page::next_frame(|| page::focus("h1"));
    }
}
