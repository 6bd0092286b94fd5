//! What the host of the page says of itself, in screens that are there before its words are.

use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

use crate::browser::{site, task};
use crate::domain::formats::site::SiteError;
use crate::domain::site::{Published, Site, SiteFact, link_of, without_end};
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::progress::Progress;
use crate::ui::kit::view::{Element, View, dynamic, el, el_class};

/// What stands where the host says nothing.
const UNSAID: &str = "Non renseigné";

/// What was read of the host's file, or why nothing was.
type Found = Result<Site, SiteError>;

/// The host's words, on their way or there.
#[derive(Clone)]
pub struct SiteWords {
    progress: RwSignal<Progress>,
    found: Rc<RefCell<Found>>,
}

impl SiteWords {
    /// Fetches them for a screen.
    pub fn fetch() -> Self {
        let words = Self {
            progress: RwSignal::new(Progress::Loading),
            found: Rc::new(RefCell::new(Err(SiteError::Absent))),
        };
        let (progress, found) = (words.progress, words.found.clone());
        task::spawn(async move {
            let read = site::site().await;
            *found.borrow_mut() = read;
            // The screen may have been left meanwhile.
            progress.try_set(Progress::Shown);
        });
        words
    }

    /// What the host says of this; where it leads to, as a link.
    pub fn fact(&self, fact: SiteFact) -> View {
        self.once_there(move |found| {
            let said = found.as_ref().map_or("", |site| site.get(fact));
            let said = if said.is_empty() {
                el_class("span", "hint").child(UNSAID).view()
            } else {
                linked(said)
            };
            let mark = el("span").attr("data-site", fact.name());
            mark.child(said).view()
        })
    }

    /// The same, as a paragraph after a few words.
    pub fn line(&self, before: &str, fact: SiteFact) -> View {
        el("p").child(before).child(self.fact(fact)).view()
    }

    /// What the host should do about its file, if anything.
    pub fn trouble(&self) -> View {
        self.once_there(|found| {
            let sentence = sentence(found).map(|sentence| {
                let text = ["Pour la personne qui publie cette page\u{a0}: ", &sentence].concat();
                callout(Tone::Info, el("p").child(text).view())
            });
            sentence.into()
        })
    }

    /// The regional contacts, if there are any.
    pub fn regional(&self) -> View {
        self.once_there(|found| match found {
            Ok(site) if !site.regional.is_empty() => {
                let listed = |said: &String| el("li").child(linked(said)).view();
                let list = el_class("ul", "help__list");
                View::all([
                    el("h3").child("Les contacts de votre région").view(),
                    el_class("p", "small")
                        .child("Donnés par l’éditeur de cette page.")
                        .view(),
                    list.children(site.regional.iter().map(listed)).view(),
                ])
            }
            Ok(_) | Err(_) => View::nothing(),
        })
    }

    /// The questionnaires that the host publishes, each as `show` shows it; nothing where there is none.
    pub fn questionnaires(&self, show: impl Fn(&[Published]) -> View + 'static) -> View {
        self.once_there(move |found| match found {
            Ok(site) if !site.questionnaires.is_empty() => show(&site.questionnaires),
            Ok(_) | Err(_) => View::nothing(),
        })
    }

    fn once_there(&self, show: impl Fn(&Found) -> View + 'static) -> View {
        let words = self.clone();
        let show: Box<dyn Fn(&Found) -> View> = Box::new(show);
        dynamic(move || match words.progress.get() {
            Progress::Shown => show(&words.found.borrow()),
            Progress::Hidden | Progress::Loading | Progress::Failed => View::nothing(),
        })
    }
}

/// A text of the host, with links where its words lead somewhere.
fn linked(said: &str) -> View {
    let mut shown = el("span");
    for word in said.split_inclusive(' ') {
        let address = without_end(word.trim_end());
        shown = match link_of(address) {
            Some(link) => shown
                .child(anchor(&link, address))
                .child(word.get(address.len()..).unwrap_or_default()),
            None => shown.child(word),
        };
    }
    shown.view()
}

fn anchor(link: &str, address: &str) -> Element {
    let anchor = el("a").attr("href", link).child(address);
    if link.starts_with("mailto:") {
        return anchor;
    }
    anchor
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
        .child(" (nouvel onglet)")
}

/// What is wrong with the file, and what to do.
fn sentence(found: &Found) -> Option<String> {
    let sentence = match found {
        Ok(site) if !site.wrong.is_empty() => {
            let start = "dans le fichier site.json, ceci n’a pas la forme attendue et n’est pas montré\u{a0}: ";
            let end = ". Comparez avec site.exemple.json.";
            return Some([start, &site.wrong.join(", "), end].concat());
        }
        Ok(site) if !site.is_silent() => return None,
        Ok(_) => {
            "le fichier site.json est encore vide. Dites-y qui publie cette page et à qui écrire."
        }
        Err(SiteError::Absent) => {
            "le fichier site.json n’a pas été trouvé à côté de index.html. Copiez-y site.exemple.json sous ce nom et complétez-le."
        }
        Err(SiteError::TooBig) => {
            "le fichier site.json dépasse 64 ko et n’est pas lu. Raccourcissez-le."
        }
        Err(SiteError::NotUtf8) => {
            "les accents du fichier site.json ne se lisent pas. Enregistrez-le de nouveau, en UTF-8."
        }
        Err(SiteError::NotJson) => {
            "le fichier site.json ne se lit pas\u{a0}: il y manque sans doute un guillemet, une virgule ou une accolade. Comparez avec \
             site.exemple.json."
        }
    };
    Some(sentence.to_owned())
}
