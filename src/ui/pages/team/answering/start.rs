//! The first step: who asks what, what becomes of the answers, and in which capacity one answers.

use super::role::role;
use super::{Asked, Step, begin_anew, eyebrow, go, leaving, points};
use crate::domain::bidi::closed;
use crate::domain::text::agree;
use crate::session::Respondent;
use crate::ui::kit::button;
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::page::heading;
use crate::words::fr::{answering as say, items};
use leptos::prelude::*;

/// The step.
pub fn start(asked: &Asked, respondent: Respondent, step: RwSignal<Step>) -> View {
    let number = asked.items().count();
    let school = asked.invitation.school.as_str();
    let from = if school.is_empty() {
        "Invitation".to_owned()
    } else {
        format!("Invitation – {}", closed(school))
    };
    let has_begun = respondent.form.read(|dossier| !dossier.answers.is_empty());
    let label = if has_begun {
        "Reprendre ces réponses"
    } else {
        "Commencer"
    };
    let begin = button::plain()
        .attr("data-kind", "primary")
        .attr("data-size", "l")
        .on("click", move |_| go(step, Step::Field(0)))
        .child(label)
        .child(icon(Icon::NEXT));
    View::all([
        eyebrow(from),
        heading("Votre réponse individuelle").view(),
        el_class("p", "lead")
            .child(say::asks(&asked.invitation, number, asked.questionnaire))
            .view(),
        note(asked),
        points(what_to_know(asked)),
        fields(asked),
        role(asked, respondent),
        has_begun.then(|| begun(asked, respondent)).into(),
        el_class("div", "btn-row answering__go").child(begin).view(),
    ])
}

/// What the school tells who answers its own questions.
fn note(asked: &Asked) -> View {
    let adapted = asked.questionnaire.adapted.as_ref();
    let note = adapted.map(|adapted| adapted.note.as_str());
    let note = note.filter(|note| !note.is_empty());
    let shown = note.map(|note| {
        let text = el_class("p", "pre-line").child(note);
        callout(Tone::Info, text.view())
    });
    shown.into()
}

fn what_to_know(asked: &Asked) -> Vec<String> {
    let mut points = vec![
        "Aucun nom n’est demandé\u{a0}: seul le rôle accompagne vos réponses.".to_owned(),
        "Rien n’est obligatoire. «\u{a0}Ne sait pas\u{a0}» et «\u{a0}Non concerné\u{a0}» sont de vraies réponses.".to_owned(),
        "Rien ne part sans vous\u{a0}: à la fin, un code à montrer ou à envoyer. Qui reçoit le code peut le lire.".to_owned(),
        "L’établissement réunit les réponses pour voir où elles s’accordent, puis décide ensemble.".to_owned(),
    ];
    if !asked.store.keeps() {
        points.push(
            "Ce navigateur ne garde rien\u{a0}: envoyez votre code avant de fermer cette page."
                .to_owned(),
        );
    }
    points
}

fn fields(asked: &Asked) -> View {
    let line = |field: &&'static crate::domain::school::questionnaire::ActionField| {
        let items = items(field.items.len());
        el("li")
            .child(el("b").child(format!("{} {}", field.id, field.title)))
            .child(format!(" – {items}"))
            .view()
    };
    let number = asked.fields.len();
    let title = agree(number, "Le champ demandé", "Les champs demandés");
    View::all([
        el("h2").child(title).view(),
        el_class("ul", "answering__points")
            .children(asked.fields.iter().map(line))
            .view(),
    ])
}

/// Answers that are on this device already, perhaps somebody else's: none of them is shown before one goes on with them.
fn begun(asked: &Asked, respondent: Respondent) -> View {
    let (another, said) = (asked.clone(), asked.clone());
    let content = View::all([
        el("p")
            .child("Des réponses à cette invitation sont déjà sur cet appareil. ")
            .child(
                "Si ce ne sont pas les vôtres, choisissez «\u{a0}Une autre personne répond\u{a0}».",
            )
            .view(),
        leaving::confirmed(
            ("another", "Une autre personne répond"),
            "Les réponses commencées ici seront effacées de cet appareil. Ont-elles été envoyées\u{202f}?",
            move || begin_anew(&another),
        ),
        el_class("p", "small")
            .text(move || said.progress(respondent.form))
            .view(),
    ]);
    callout(Tone::Info, content)
}
