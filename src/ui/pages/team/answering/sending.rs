//! « Envoyer »: the answers as a code, to show, to copy, to mail or to give as a file.

use leptos::prelude::*;

use super::{Asked, Step, eyebrow, go, leaving};
use crate::browser::{documents, page, task};
use crate::domain::school::team::Role;
use crate::session::Respondent;
use crate::ui::kit::button;
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::progress::Progress;
use crate::ui::kit::view::{View, dynamic_by, el, el_class};
use crate::ui::shared::copied::{copied, shown};
use crate::ui::shared::late::trouble;
use crate::ui::shared::mail::mail;
use crate::ui::shared::page::heading;
use crate::ui::shared::qr_code::code as qr_code;
use crate::ui::shared::share_card::card;
use crate::words::fr::answering as say;

const NOT_LOADED: &str =
    "Le QR code n’a pas pu être chargé. Copiez le code ou le lien, ou rechargez la page.";

const OVERTAKEN: &str = "Vos réponses ont changé dans un autre onglet\u{a0}: le code affiché ici ne les contenait pas toutes. Refaites-le avant de l’envoyer. Un code \
    déjà envoyé sera remplacé par le nouveau.";

/// The step. Being here counts as sending: whoever scans the code says nothing. A code that holds less than another tab has
/// answered since is shown no longer.
pub fn sending(asked: &Asked, respondent: Respondent, step: RwSignal<Step>) -> View {
    respondent.send();
    let asked = asked.clone();
    dynamic_by(
        move || respondent.is_overtaken().to_string(),
        move || {
            if untrack(|| respondent.is_overtaken()) {
                overtaken(respondent)
            } else {
                untrack(|| ready(&asked, respondent, step))
            }
        },
    )
}

fn overtaken(respondent: Respondent) -> View {
    let again = button::plain()
        .attr("data-kind", "primary")
        .on("click", move |_| {
            respondent.send();
            page::next_frame(|| page::focus("h1"));
        })
        .child("Refaire le code");
    View::all([
        eyebrow("Dernière étape".to_owned()),
        heading("Envoyer votre réponse").view(),
        callout(
            Tone::Info,
            View::all([
                el("p").attr("role", "status").child(OVERTAKEN).view(),
                el_class("div", "btn-row").child(again).view(),
            ]),
        ),
    ])
}

fn ready(asked: &Asked, respondent: Respondent, step: RwSignal<Step>) -> View {
    let unsaid = Role::own(say::NO_ROLE).unwrap_or(Role::Teachers);
    let (code, link) = (respondent.code(&unsaid), respondent.link(&unsaid));
    let role = say::role(&respondent.role().unwrap_or(unsaid)).to_lowercase();
    let back = button::plain()
        .on("click", move |_| go(step, Step::Field(0)))
        .child(icon(Icon::BACK))
        .child("Revenir à mes réponses");
    View::all([
        eyebrow("Dernière étape".to_owned()),
        heading("Envoyer votre réponse").view(),
        el_class("p", "lead")
            .child("Montrez ce QR code, ou envoyez le code ou le lien à la personne qui vous invite. Rien n’est parti tant que vous ne l’avez pas fait.")
            .view(),
        missing(asked, respondent, step),
        el_class("div", "share__grid")
            .child(el_class("div", "share__column").child(showing(&link)))
            .child(
                el_class("div", "share__column").child(copying(respondent, &code, &link, &role)),
            )
            .view(),
        afterwards(asked),
        el_class("div", "btn-row answering__go").child(back).view(),
    ])
}

/// What has no answer yet, each with the way back to it.
fn missing(asked: &Asked, respondent: Respondent, step: RwSignal<Step>) -> View {
    let left = asked.missing(respondent.form);
    let no_role = respondent.role().is_none().then(|| {
        let choose = button::plain()
            .on("click", move |_| go(step, Step::Start))
            .child("Choisir votre rôle");
        el("p")
            .child("Votre rôle n’est pas choisi. ")
            .child(choose)
            .view()
    });
    let fields = asked
        .fields
        .iter()
        .enumerate()
        .filter_map(|(place, field)| {
            let items = left.iter().filter(|item| item.id.field() == field.id);
            let items: Vec<_> = items.map(|item| item.id.to_string()).collect();
            (!items.is_empty()).then(|| {
                button::plain()
                    .on("click", move |_| go(step, Step::Field(place)))
                    .child(format!("Compléter {}", items.join(", ")))
                    .view()
            })
        });
    let content = View::all([
        el("p")
            .attr("data-missing", "")
            .child(say::missing(left.len()))
            .view(),
        el_class("div", "btn-row").children(fields).view(),
        no_role.into(),
    ]);
    callout(Tone::Info, content)
}

/// The code to scan, large; the module that draws it comes at once.
fn showing(link: &str) -> View {
    let progress = RwSignal::new(Progress::Loading);
    task::spawn(async move {
        let is_loaded = documents::load().await.is_ok();
        // The screen may have been left meanwhile.
        progress.try_set(if is_loaded {
            Progress::Shown
        } else {
            Progress::Failed
        });
    });
    let link = link.to_owned();
    let picture = move || match progress.get() {
        Progress::Hidden | Progress::Loading => {
            el_class("p", "hint").child("Chargement du QR code…").view()
        }
        Progress::Shown => qr_code(&link, "QR code de votre réponse"),
        Progress::Failed => trouble(NOT_LOADED),
    };
    card("h-show", "Montrer le QR code")
        .child(el("p").child("À présenter à la caméra de l’ordinateur qui réunit les réponses."))
        .child(el("div").attr("role", "status").dynamic(picture))
        .view()
}

fn copying(respondent: Respondent, code: &str, link: &str, role: &str) -> View {
    let [link, code_shown] = [link.to_owned(), code.to_owned()];
    let link = shown("input", "answer-link", move || link.clone())
        .attr("type", "text")
        .attr("data-share-link", "");
    let link = copied(link, "answer-link", "Lien", ("Copier le lien", None));
    let field = shown("input", "answer-code", move || code_shown.clone())
        .attr("type", "text")
        .attr("data-share-code", "");
    let field = copied(
        field,
        "answer-code",
        "Code",
        ("Copier le code", Some("primary")),
    );
    let letter = say::letter(role, code);
    card("h-copy", "Envoyer le code ou le lien")
        .child(field)
        .child(link)
        .child(mail(move || letter.clone()))
        .child(file(respondent, say::file(role, code)))
        .child(el_class("p", "small").child("Qui reçoit ce code peut le lire\u{a0}: envoyez-le seulement à la personne qui vous invite."))
        .view()
}

fn file(respondent: Respondent, text: String) -> View {
    let said = RwSignal::new(String::new());
    let button = button::plain()
        .on("click", move |_| {
            said.set(match respondent.save_file(&text) {
                Ok(name) => format!("Téléchargé sous le nom {name}."),
                Err(_) => {
                    "Ce navigateur ne peut pas faire de fichier\u{a0}: copiez le code.".to_owned()
                }
            });
        })
        .child(icon(Icon::FILE))
        .child("Télécharger un fichier à envoyer");
    button::with_outcome(button, said)
}

fn afterwards(asked: &Asked) -> View {
    card("h-then", "Ensuite, sur cet appareil")
        .child(el("p").child(
            "Vous pouvez revenir corriger vos réponses\u{a0}: un nouvel envoi remplacera le premier. Sur un appareil partagé, effacez-les.",
        ))
        .child(leaving::leaving(asked))
        .view()
}
