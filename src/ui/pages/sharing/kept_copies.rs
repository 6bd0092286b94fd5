//! « Copies gardées sur cet appareil »: seen only when there is one. Each is read, saved as a file, or
//! deleted, which can be undone as long as the screen stays.

use leptos::prelude::*;
use std::rc::Rc;

use crate::browser::{page, task};
use crate::domain::formats::document::Restored;
use crate::domain::school::dossier::{Bin, Dossier};
use crate::session::{Held, Session, StoredCopy};
use crate::ui::kit::button;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, dynamic, el, el_class};
use crate::ui::shared::file_cards::bin_box;
use crate::ui::shared::share_card::card;
use crate::words::fr;

/// How many copies say by themselves what they hold, the newest first; the others say it when they are opened.
const READ_AT_ONCE: usize = 5;

/// The card of the copies.
pub fn kept_copies(session: Session) -> View {
    task::spawn(session.look_for_copies());
    dynamic(move || {
        session.copies.track();
        session.desk(|desk| shown(session, &desk.copies))
    })
}

fn shown(session: Session, copies: &[StoredCopy]) -> View {
    if copies.is_empty() {
        return View::nothing();
    }
    let rows = copies.iter().enumerate().map(|(place, copy)| {
        let row = Row::new(session, copy.clone());
        if place < READ_AT_ONCE {
            task::spawn(row.clone().describe());
        }
        row.view()
    });
    card("h-copies", "Copies gardées sur cet appareil")
        .child(el("p").child(
            "Votre dossier tel qu’il était avant d’en reprendre un autre, et ce qui n’a pas pu être lu en entier. Tout reste ici \
             jusqu’à ce que vous le supprimiez.",
        ))
        .child(el_class("ul", "copies").children(rows))
        .view()
}

/// One copy. What it holds is read when it is asked for; the screen may be gone by then.
#[derive(Clone)]
struct Row {
    session: Session,
    copy: Rc<StoredCopy>,
    /// What it holds, or why it cannot be read, once that is known.
    content: RwSignal<String>,
    /// Whether it is known that it cannot be read.
    is_unreadable: RwSignal<bool>,
    /// How many deleted objectives it holds, once that is known; and whether they go into the file.
    binned: RwSignal<usize>,
    bin: RwSignal<Bin>,
    /// What came of the last press.
    said: RwSignal<String>,
    /// Its text, once it was deleted: it can be had back as long as this screen stays.
    deleted: RwSignal<Option<String>>,
}

impl Row {
    fn new(session: Session, copy: StoredCopy) -> Self {
        Self {
            session,
            copy: Rc::new(copy),
            content: RwSignal::new(String::new()),
            is_unreadable: RwSignal::new(false),
            binned: RwSignal::new(0),
            bin: RwSignal::new(Bin::LeftOut),
            said: RwSignal::new(String::new()),
            deleted: RwSignal::new(None),
        }
    }

    async fn held(&self) -> Option<Held> {
        let held = self.session.read_copy(&self.copy).await;
        match &held {
            Some(held) => {
                let whole = held.restored.as_ref().and_then(Restored::whole);
                let binned = whole.map_or(0, |dossier| dossier.plan.bin().len());
                let _ = self.binned.try_set(binned);
            }
            None => self.say(fr::files::NOT_GIVEN),
        }
        held
    }

    fn say(&self, text: &str) {
        let _ = self.said.try_set(text.to_owned());
    }

    /// « 14 items sur 21 renseignés, 3 objectifs. »
    async fn describe(self) {
        let Some(held) = self.held().await else {
            return;
        };
        let restored = held.restored.as_ref();
        let holds = restored.map(|restored| holds(self.session, &restored.dossier) + ".");
        let trouble = fr::files::copy_trouble(held.verdict);
        let _ = self.content.try_set(holds.unwrap_or_default() + trouble);
        let _ = self.is_unreadable.try_set(restored.is_none());
    }

    async fn consult(self) {
        let Some(held) = self.held().await else {
            return;
        };
        match held.restored {
            Some(restored) => self.session.open_copy(&self.copy, restored),
            None => self.describe().await,
        }
    }

    async fn save(self) {
        if let Some(held) = self.held().await {
            let bin = self.bin.try_get_untracked().unwrap_or(Bin::LeftOut);
            match self.session.save_copy(&self.copy, &held, bin) {
                Ok(name) => self.say(&fr::files::saved(&name)),
                Err(_) => self.say(fr::files::NOT_SAVED),
            }
        }
    }

    async fn delete(self) {
        let Some(held) = self.held().await else {
            return;
        };
        let is_gone = self.session.delete_copy(&self.copy.key, &held.text).await;
        if !is_gone {
            self.say(fr::files::NOT_DELETED);
        } else if self.deleted.try_set(Some(held.text)).is_none() {
            self.say("Supprimé.");
            page::next_frame(|| page::focus(".copies__back"));
        }
    }

    async fn put_back(self) {
        let text = self.deleted.get_untracked().unwrap_or_default();
        if !self.session.restore_copy(&self.copy.key, &text).await {
            self.say(fr::files::NOT_PUT_BACK);
        } else if self.deleted.try_set(None).is_none() {
            self.say("");
            page::next_frame(|| page::focus("h1"));
        }
    }

    fn view(self) -> View {
        let (content, said) = (self.content, self.said);
        let text = el_class("div", "copies__text")
            .child(el_class("p", "copies__when").child(fr::files::copy_title(&self.copy)))
            .child(el_class("p", "small").text(move || content.get()));
        let said = el_class("span", "small")
            .attr("role", "status")
            .text(move || said.get());
        let buttons = move || match self.deleted.with(Option::is_some) {
            true => self.back(),
            false => self.at_rest(),
        };
        el_class("li", "copies__row")
            .child(text)
            .child(el_class("div", "btn-row").dynamic(buttons).child(said))
            .view()
    }

    fn at_rest(&self) -> View {
        let [read, saved, gone] = [self.clone(), self.clone(), self.clone()];
        let is_unreadable = self.is_unreadable;
        let consult = button("Consulter", &self.copy)
            .attr_fn("hidden", move || is_unreadable.get().then(String::new))
            .on("click", move |_| task::spawn(read.clone().consult()));
        let save = button("Télécharger", &self.copy)
            .on("click", move |_| task::spawn(saved.clone().save()))
            .child(icon(Icon::FILE));
        // What is still where it was found goes from there with the next edit, and is set aside then.
        let may_delete = self.copy.is_apart && !self.session.is_in_foreign_frame();
        let delete = may_delete.then(|| {
            let delete = button("Supprimer", &self.copy).attr("data-kind", "quiet");
            let delete = delete.on("click", move |_| task::spawn(gone.clone().delete()));
            delete.view()
        });
        let binned = self.binned;
        let bin = bin_box(self.bin, move || binned.get());
        View::all([consult.view(), save.view(), bin, delete.into()])
    }

    fn back(&self) -> View {
        let row = self.clone();
        button("Annuler la suppression", &self.copy)
            .attr("class", "btn copies__back")
            .on("click", move |_| task::spawn(row.clone().put_back()))
            .view()
    }
}

/// « 14 items sur 21 renseignés, 3 objectifs ».
fn holds(session: Session, dossier: &Dossier) -> String {
    let progress = session.figures_of(dossier).progress;
    let objectives = fr::files::objectives(dossier);
    format!("{}, {objectives}", fr::progress(progress))
}

fn button(label: &str, copy: &StoredCopy) -> Element {
    let about = [" ", &fr::files::copy_name(copy)].concat();
    button::once()
        .child(label)
        .child(el_class("span", "visually-hidden").child(about))
}
