//! A piece that the module of documents makes: a button shows and hides it, and the module is fetched at
//! the first press.

use leptos::prelude::*;

use crate::browser::{documents, task};
use crate::ui::kit::button;
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::progress::Progress;
use crate::ui::kit::view::{Element, View, el, el_class};

/// The words of such a piece.
#[derive(Clone, Copy, Debug)]
pub struct Late {
    /// Id of its place.
    pub id: &'static str,
    /// Role of its place: `status` where what comes into it is to be announced.
    pub role: &'static str,
    /// Picture of the button.
    pub icon: Icon,
    /// Kind of the button while the piece is not shown: `primary` for the main one of its card.
    pub kind: &'static str,
    /// What it is, after « Afficher » and « Masquer ».
    pub name: &'static str,
    /// Said while the module is on its way.
    pub loading: &'static str,
    /// Said where the module could not be fetched.
    pub not_loaded: &'static str,
}

/// The button, and the place of what `show` makes.
pub fn late(late: Late, show: impl Fn() -> View + 'static) -> View {
    let progress = RwSignal::new(Progress::Hidden);
    // It stays in the page while empty: what comes into it is then announced.
    let place = el("div").attr("id", late.id).attr("role", late.role);
    el_class("div", "late")
        .child(button(late, progress))
        .child(place.dynamic(move || match progress.get() {
            Progress::Hidden => View::nothing(),
            Progress::Loading => el_class("p", "hint").child(late.loading).view(),
            Progress::Shown => show(),
            Progress::Failed => trouble(late.not_loaded),
        }))
        .view()
}

/// A sentence about what could not be done.
pub fn trouble(text: &str) -> View {
    callout(Tone::Alert, el("p").child(text).view())
}

fn button(late: Late, progress: RwSignal<Progress>) -> Element {
    let press = move |_| match progress.get_untracked() {
        Progress::Hidden | Progress::Failed => {
            progress.set(Progress::Loading);
            task::spawn(load(progress));
        }
        Progress::Shown => progress.set(Progress::Hidden),
        // The first press is still at work.
        Progress::Loading => {}
    };
    let is_shown = move || progress.get() == Progress::Shown;
    button::plain()
        .attr("aria-controls", late.id)
        .attr_fn("data-kind", move || {
            (!is_shown()).then(|| late.kind.to_owned())
        })
        .attr_fn("aria-expanded", move || Some(is_shown().to_string()))
        .on("click", press)
        .child(icon(late.icon))
        .text(move || {
            let word = if is_shown() { "Masquer " } else { "Afficher " };
            [word, late.name].concat()
        })
}

async fn load(progress: RwSignal<Progress>) {
    let loaded = documents::load().await;
    // The screen may have been left while the module came.
    progress.try_set(if loaded.is_ok() {
        Progress::Shown
    } else {
        Progress::Failed
    });
}
