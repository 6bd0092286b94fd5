//! The words of one item, with its card as it will be.

use leptos::prelude::*;
use std::rc::Rc;

use super::preview::preview;
use super::{Making, Worded};
use crate::domain::school::adaptation::{Adaptation, Migration, Refusal, TITLE_MAX};
use crate::domain::school::positioning::Positioning;
use crate::domain::school::questionnaire::{Item, ItemId, Stage};
use crate::ui::kit::button;
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::field::{Bound, Label, area, line};
use crate::ui::kit::view::{View, el, el_class};
use crate::words::fr::adapting as say;

/// Longest text of a stage, in characters.
const TEXT_MAX: usize = 8_000;

/// What is typed. Cheap to copy: it only holds handles.
#[derive(Clone, Copy)]
struct Texts {
    title: RwSignal<String>,
    stages: [RwSignal<String>; 3],
}

/// The form of an item, or of one that is to be added.
pub fn wording(making: Making, worded: Worded, item: &Item) -> View {
    let texts = Texts {
        title: RwSignal::new(item.title.clone()),
        stages: Stage::ALL.map(|stage| {
            let sentences: Vec<_> = stage.of(&item.statements).sentences().collect();
            RwSignal::new(sentences.join("\n"))
        }),
    };
    let keep = move |_| {
        let made = made(making, worded, texts);
        if making.change(made.map(|(adaptation, _)| adaptation)) {
            making.open.set(None);
        }
    };
    let buttons = el_class("div", "btn-row")
        .child(
            button::once()
                .attr("data-kind", "primary")
                .on("click", keep)
                .child(match worded {
                    Worded::Item(_) => "Retenir ce texte",
                    Worded::New(_) => "Retenir cet item",
                }),
        )
        .child(
            button::plain()
                .on("click", move |_| making.open.set(None))
                .child("Annuler"),
        );
    let shown = move || match made(making, worded, texts) {
        Ok((adaptation, id)) => told(making, &adaptation, id),
        Err(refusal) => callout(Tone::Info, el("p").child(say::refusal(refusal)).view()),
    };
    let fields = el_class("div", "adapting__texts")
        .child(title(texts))
        .children(Stage::ALL.map(|stage| stage_text(texts, stage)))
        .child(buttons);
    let card = el_class("div", "adapting__preview")
        .child(el_class("p", "eyebrow").child("Aperçu"))
        .child(el("div").dynamic(shown));
    el_class("div", "adapting__wording")
        .child(fields)
        .child(card)
        .view()
}

/// The draft with these words, and the id of the item.
fn made(making: Making, worded: Worded, texts: Texts) -> Result<(Adaptation, ItemId), Refusal> {
    let title = texts.title.get();
    let [one, two, three] = texts.stages.map(|text| text.get());
    let stages = [one.as_str(), &two, &three];
    making.draft.with(|draft| match worded {
        Worded::Item(id) => {
            let changed = draft.reword(making.base, id, &title, stages)?;
            Ok((changed, id))
        }
        Worded::New(field) => draft.add(making.base, field, &title, stages),
    })
}

/// The card as it will be, and what it does to the figures.
fn told(making: Making, adaptation: &Adaptation, id: ItemId) -> View {
    let Some(item) = adaptation.item(making.base, id) else {
        return View::nothing();
    };
    let [before, after] = [
        making.draft.with(|draft| draft.apply(making.base)),
        adaptation.apply(making.base),
    ];
    let said = making.session.read(|dossier| {
        let answers = &dossier.answers;
        let [was, is] = [&before, &after].map(|asked| Positioning::of(asked, answers));
        let [official_was, official_is] =
            [&before, &after].map(|asked| Positioning::official(asked, answers));
        let mut said = vec![say::figures(&was, &is)];
        if official_was.stages != official_is.stages {
            said.push(say::official(&official_is));
        }
        let migration = Migration::between(&before, &after, answers);
        if migration.changed.contains(&id) {
            said.push(say::LOOK_AGAIN.to_owned());
        }
        said
    });
    let said = said.into_iter().map(|line| el("li").child(line).view());
    View::all([
        preview(&item),
        el_class("ul", "help__list small").children(said).view(),
    ])
}

fn bound(signal: RwSignal<String>) -> Bound {
    Bound {
        get: Rc::new(move || signal.get()),
        set: Rc::new(move |text| signal.set(text)),
    }
}

fn title(texts: Texts) -> View {
    let label = Label {
        id: "adapt-title",
        name: "Titre de l’item",
        hint: "",
    };
    line(label, TITLE_MAX, &bound(texts.title))
}

fn stage_text(texts: Texts, stage: Stage) -> View {
    let (id, name) = match stage {
        Stage::One => ("adapt-stage-1", "Énoncé de l’étape 1"),
        Stage::Two => ("adapt-stage-2", "Énoncé de l’étape 2"),
        Stage::Three => ("adapt-stage-3", "Énoncé de l’étape 3"),
    };
    let label = Label {
        id,
        name,
        hint: say::SENTENCES_HINT,
    };
    area(label, 4, TEXT_MAX, &bound(*stage.of(&texts.stages)))
}
