//! Reading codes by the camera: phones are held before it one after the other, without a click between two.

use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

use crate::browser::camera::Camera;
use crate::browser::{clock, task};
use crate::domain::device::NoCamera;
use crate::domain::school::team::Scans;
use crate::ui::kit::button;
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, el, el_class};
use crate::words::fr::answering as say;

/// Between two looks, in milliseconds: a hand holds a phone still for longer.
const LOOKING: i32 = 180;
/// Most lines that are said at once, the last first.
const SAID_MAX: usize = 8;

/// Takes what a code says, and gives the sentence that says what became of it.
pub type Take = Rc<dyn Fn(&str) -> String>;

/// How far the camera is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Off,
    Starting,
    On,
    Not(NoCamera),
}

impl State {
    fn word(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Starting => "starting",
            Self::On => "on",
            Self::Not(NoCamera::Insecure) => "insecure",
            Self::Not(NoCamera::Refused) => "refused",
            Self::Not(NoCamera::Framed) => "framed",
            Self::Not(NoCamera::Missing) => "missing",
            Self::Not(NoCamera::Busy) => "busy",
            Self::Not(NoCamera::NoReader) => "no-reader",
        }
    }
}

/// The button that opens the camera, what it sees, and what became of each code.
pub fn camera(take: Take) -> View {
    let state = RwSignal::new(State::Off);
    let said = RwSignal::new(Vec::<String>::new());
    let video = el_class("video", "camera__video")
        .attr("muted", "")
        .attr("playsinline", "")
        .attr("aria-label", "Ce que voit la caméra")
        .attr_fn("hidden", move || {
            (state.get() != State::On).then(String::new)
        });
    let node = video.node();
    let press = move |_| match state.get_untracked() {
        State::On => state.set(State::Off),
        // The browser is asking the person.
        State::Starting => {}
        State::Off | State::Not(_) => {
            state.set(State::Starting);
            let watching = Watching {
                state,
                said,
                take: take.clone(),
            };
            task::spawn(watching.watch(node.clone()));
        }
    };
    let is_on = move || matches!(state.get(), State::On | State::Starting);
    let button = button::plain()
        .attr("data-camera", "")
        .on("click", press)
        .child(icon(Icon::QR))
        .text(move || {
            let label = if is_on() {
                "Fermer la caméra"
            } else {
                "Lire les codes avec la caméra"
            };
            label.to_owned()
        });
    el_class("div", "camera stack")
        .attr_fn("data-camera-state", move || {
            Some(state.get().word().to_owned())
        })
        .child(el_class("div", "btn-row").child(button))
        .child(
            el("div")
                .attr("role", "status")
                .dynamic(move || about(state.get())),
        )
        .child(video)
        .child(lines(said))
        .view()
}

/// What became of each code, the last first.
fn lines(said: RwSignal<Vec<String>>) -> Element {
    el("ol")
        .attr("class", "camera__said")
        .attr("aria-live", "polite")
        .attr("aria-relevant", "additions text")
        .attr("aria-label", "Codes lus")
        .dynamic(move || {
            let line = |text: String| el("li").child(text).view();
            View::all(said.get().into_iter().map(line))
        })
}

fn about(state: State) -> View {
    match state {
        State::Off => View::nothing(),
        State::Starting => el_class("p", "hint")
            .child("Le navigateur demande s’il peut utiliser la caméra.")
            .view(),
        State::On => el_class("p", "hint")
            .child(
                "Présentez les téléphones l’un après l’autre, à une main de distance. Aucune image n’est gardée ni envoyée.",
            )
            .view(),
        State::Not(why) => callout(Tone::Alert, el("p").child(say::no_camera(why)).view()),
    }
}

/// An open camera and what is done with what it sees.
struct Watching {
    state: RwSignal<State>,
    said: RwSignal<Vec<String>>,
    take: Take,
}

impl Watching {
    /// Opens the camera and reads codes until it is closed, or the screen is left.
    async fn watch(self, video: crate::browser::dom::Element) {
        let camera = match Camera::open(video).await {
            Ok(camera) => camera,
            Err(why) => {
                let _ = self.state.try_set(State::Not(why));
                return;
            }
        };
        if self.state.try_get_untracked() != Some(State::Starting) {
            return;
        }
        let _ = self.state.try_set(State::On);
        let scans = RefCell::new(Scans::default());
        while self.state.try_get_untracked() == Some(State::On) {
            for text in camera.codes().await {
                let is_new = scans.borrow_mut().is_new(&text, clock::milliseconds());
                // The screen may have been left while the browser looked.
                if is_new && self.state.try_get_untracked() == Some(State::On) {
                    self.say((self.take)(&text));
                }
            }
            task::pause(LOOKING).await;
        }
    }

    fn say(&self, sentence: String) {
        let _ = self.said.try_update(|said| {
            said.insert(0, sentence);
            said.truncate(SAID_MAX);
        });
    }
}
