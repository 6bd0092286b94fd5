//! What adds schools: files, a folder of the computer, a zip, links and codes; how far reading is, and the way to stop it.

use leptos::prelude::*;

use crate::browser::folder::{self, Dropped};
use crate::browser::{dom, page, task};
use crate::domain::network::LABEL_MAX;
use crate::domain::text::plural;
use crate::session::{Came, Read, forget_network, network};
use crate::ui::kit::button;
use crate::ui::kit::card::card;
use crate::ui::kit::disclosure::disclosure;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, el, el_class, unlocked};
use crate::ui::pages::network::room::Room;
use crate::words::fr::network as say;

/// What adds, and what came of it last. Cheap to copy: handles.
#[derive(Clone, Copy)]
pub struct Adding {
    room: Room,
    label: RwSignal<String>,
    said: RwSignal<String>,
}

/// What an event drops on the screen; none where it brings no file.
pub fn dropped(event: &dom::Event) -> Option<Dropped> {
    let dropped = Dropped::of(event);
    if dropped.is_nothing() {
        return None;
    }
    event.prevent_default();
    Some(dropped)
}

impl Adding {
    /// Nothing was added yet.
    pub fn new(room: Room) -> Self {
        Self {
            room,
            label: RwSignal::new(String::new()),
            said: RwSignal::new(String::new()),
        }
    }

    /// Reads what is given, unless something is being read.
    pub fn take(self, came: Came) {
        let watch = self.room.watch;
        if watch.progress.get_untracked().is_some() {
            return;
        }
        self.said.set(String::new());
        let label = self.label.get_untracked();
        let label: String = label.trim().chars().take(LABEL_MAX).collect();
        let is_text = matches!(came, Came::Text(_));
        task::spawn(async move {
            let read = self.room.session.gather_schools(came, label, watch).await;
            let Read { read, of, is_cut } = read;
            let said = if is_text && of == 0 {
                say::NOTHING_FOUND.to_owned()
            } else {
                say::read(read, of, is_cut)
            };
            // The screen may have been left meanwhile.
            let _ = self.said.try_set(said);
        });
    }

    /// The card.
    pub fn card(self) -> View {
        card(
            "card stack no-print",
            "h-network-add",
            "Ajouter des établissements",
        )
        .child(self.files())
        .child(
            el_class("div", "network__fields")
                .child(self.label_field())
                .child(self.folder()),
        )
        .child(disclosure("Coller des liens ou des codes", "", self.form()))
        .child(self.progress())
        .child(self.outcome())
        .view()
    }

    fn files(self) -> Element {
        let input = unlocked(|| el_class("input", "file-input"))
            .attr("id", "network-files")
            .attr("type", "file")
            .attr("multiple", "")
            .attr("accept", ".json,.txt,.zip,application/json,application/zip")
            .on("change", move |event| {
                self.take(Came::Files(folder::chosen(&event)));
            });
        el_class("div", "drop-zone")
            .child(icon(Icon::FILE))
            .child(field("network-files", say::FILES, input, None))
    }

    fn folder(self) -> View {
        let input = unlocked(|| el_class("input", "file-input"))
            .attr("id", "network-folder")
            .attr("type", "file")
            .attr("webkitdirectory", "")
            .on("change", move |event| {
                self.take(Came::Files(folder::chosen(&event)));
            });
        let hint = "Tout ce qu’il contient est lu, sous-dossiers compris. Votre navigateur parle peut-être d’envoi\u{a0}: rien n’est envoyé.";
        field(
            "network-folder",
            "Ou un dossier entier de l’ordinateur",
            input,
            Some(hint),
        )
    }

    fn label_field(self) -> View {
        let input = unlocked(|| el_class("input", "input"))
            .attr("id", "network-label")
            .attr("type", "text")
            .attr("autocomplete", "off")
            .on("input", move |event| self.label.set(dom::value(&event)));
        field(
            "network-label",
            "Étiquette (facultatif)",
            input,
            Some(say::LABEL_HINT),
        )
    }

    fn form(self) -> Element {
        let area = unlocked(|| el_class("textarea", "input"))
            .attr("id", "network-links")
            .attr("rows", "4")
            .attr("autocomplete", "off")
            .attr("spellcheck", "false");
        let node = area.node();
        let add = move |event: dom::Event| {
            event.prevent_default();
            self.take(Came::Text(dom::field_value(&node)));
        };
        let hint = "Autant que vous voulez d’un coup, même avec le texte des messages autour.";
        let submit = unlocked(|| el_class("button", "btn"))
            .attr("type", "submit")
            .child(icon(Icon::ADD))
            .child("Ajouter");
        el_class("form", "stack")
            .on("submit", add)
            .child(field(
                "network-links",
                "Liens ou codes de positionnement reçus",
                area,
                Some(hint),
            ))
            .child(el_class("div", "btn-row").child(submit))
    }

    fn progress(self) -> Element {
        let watch = self.room.watch;
        let is_reading = Memo::new(move |_| watch.progress.get().is_some());
        let counts = move || watch.progress.get().unwrap_or_default();
        let bar = move || {
            if !is_reading.get() {
                return View::nothing();
            }
            let bar = el_class("progress", "network__progress")
                .attr("id", "network-progress")
                .attr_fn("max", move || Some(counts().1.max(1).to_string()))
                .attr_fn("value", move || Some(counts().0.to_string()));
            let words = el_class("label", "form-field__label")
                .attr("for", "network-progress")
                .text(move || {
                    let (read, of) = counts();
                    say::reading(read, of)
                });
            let stop = unlocked(button::plain)
                .attr("data-network-stop", "")
                .on("click", move |_| {
                    watch.is_stopped.set(true);
                    page::focus("#network-said");
                })
                .child("Annuler");
            el_class("div", "network__reading")
                .child(words)
                .child(bar)
                .child(stop)
                .view()
        };
        el("div").dynamic(bar)
    }

    /// What came of it, and the way to forget everything.
    fn outcome(self) -> Element {
        let said = el("p")
            .attr("id", "network-said")
            .attr("tabindex", "-1")
            .attr("role", "status")
            .text(move || self.said.get());
        let forget = move || {
            self.room.watch.revision.track();
            if network(|network| network.is_empty()) {
                return View::nothing();
            }
            unlocked(button::once)
                .attr("data-network-forget", "")
                .on("click", move |_| self.forget())
                .child("Vider la liste")
                .view()
        };
        el_class("div", "network__outcome")
            .child(said)
            .dynamic(forget)
    }

    fn forget(self) {
        let read = network(|network| network.sources().count());
        self.room.filter.set(Default::default());
        forget_network(self.room.watch);
        let number = plural(read, "dossier retiré", "dossiers retirés");
        self.said.set(format!(
            "Liste vidée\u{a0}: {number} de cet écran. Vos fichiers n’ont pas changé."
        ));
        page::focus("#network-said");
    }
}

fn field(id: &str, name: &str, control: Element, hint: Option<&str>) -> View {
    let label = el_class("label", "form-field__label")
        .attr("for", id)
        .child(name);
    let said = [id, "-hint"].concat();
    let (control, hint) = match hint {
        None => (control, None),
        Some(text) => {
            let hint = el_class("p", "form-field__hint")
                .attr("id", &said)
                .child(text);
            (control.attr("aria-describedby", &said), Some(hint.view()))
        }
    };
    el_class("div", "form-field")
        .child(label)
        .child(control)
        .child(hint)
        .view()
}
