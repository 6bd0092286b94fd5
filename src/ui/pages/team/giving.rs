//! An invitation as it is given: a link with its QR code and its letter; a file, where its questions are too long for that.

use leptos::prelude::*;

use crate::browser::{documents, location, task};
use crate::domain::formats::dossier_link::Reach;
use crate::domain::school::team::Invitation;
use crate::session::Session;
use crate::ui::kit::button;
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::progress::Progress;
use crate::ui::kit::view::{View, dynamic, el, el_class};
use crate::ui::shared::copied::{copied, shown};
use crate::ui::shared::late::trouble;
use crate::ui::shared::mail::mail;
use crate::ui::shared::qr_code::qr_code;
use crate::words::fr;
use crate::words::fr::answering as say;
use crate::words::fr::inviting as words;

/// How an invitation can be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// By a link, this far.
    Link(Reach),
    /// Its questions are too long even for a file.
    None,
    /// What packs them has failed.
    Failed,
}

/// An invitation that is being made. Cheap to copy: it only holds handles.
#[derive(Clone, Copy)]
struct Giving {
    session: Session,
    invitation: Signal<Invitation>,
    /// Its code, and how it can be given.
    code: Memo<(String, Way)>,
}

impl Giving {
    fn link(self) -> String {
        self.code
            .with(|(code, _)| self.session.invitation_link(code))
    }

    fn school(self) -> String {
        self.invitation.with(|invitation| invitation.school.clone())
    }

    fn length(self) -> usize {
        self.link().chars().count()
    }
}

/// The link of this invitation, or what there is in its place. What packs the questions that it brings along comes first.
pub fn giving(
    session: Session,
    invitation: impl Fn() -> Invitation + Send + Sync + 'static,
) -> View {
    let invitation = Signal::derive(invitation);
    if session.questionnaire.is_official() {
        return made(session, invitation);
    }
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
    dynamic(move || match progress.get() {
        Progress::Hidden | Progress::Loading => el_class("p", "hint")
            .attr("role", "status")
            .child(words::LOADING)
            .view(),
        Progress::Shown => made(session, invitation),
        Progress::Failed => trouble(words::NOT_LOADED),
    })
}

fn made(session: Session, invitation: Signal<Invitation>) -> View {
    let code = Memo::new(move |_| {
        let code = invitation.with(|invitation| session.invitation_code(invitation));
        match code {
            Ok(Some(code)) => {
                let way = Way::Link(Reach::of(session.invitation_link(&code).chars().count()));
                (code, way)
            }
            Ok(None) => (String::new(), Way::None),
            Err(_) => (String::new(), Way::Failed),
        }
    });
    let giving = Giving {
        session,
        invitation,
        code,
    };
    let way = Memo::new(move |_| code.with(|(_, way)| *way));
    dynamic(move || match way.get() {
        Way::Link(Reach::Safe) => View::all([linked(giving), warning()]),
        Way::Link(Reach::Risky) => {
            let told = el("p").text(move || words::risky(giving.length()));
            let told = View::all([told.view(), file(giving, "")]);
            View::all([linked(giving), callout(Tone::Info, told), warning()])
        }
        Way::Link(Reach::TooLong) => {
            let told = el("p").text(move || words::too_long(giving.length()));
            let told = callout(Tone::Info, told.view());
            View::all([told, file(giving, "primary"), attached(giving), warning()])
        }
        Way::None => trouble(words::FAR_TOO_LONG),
        Way::Failed => trouble(words::NOT_LOADED),
    })
}

/// The link, its QR code and its letter.
fn linked(giving: Giving) -> View {
    let field = shown("input", "invitation-link", move || giving.link())
        .attr("type", "text")
        .attr("data-invitation-link", "");
    let letter = move || {
        let (subject, text) = say::invitation_letter(&giving.school());
        (subject, [text, giving.link(), "\n".to_owned()].concat())
    };
    let button = ("Copier le lien", Some("primary"));
    View::all([
        copied(field, "invitation-link", "Lien de l’invitation", button).view(),
        mail(letter),
        qr_code(move || giving.link(), "QR code de l’invitation"),
    ])
}

/// The button that saves it as a file.
fn file(giving: Giving, kind: &'static str) -> View {
    let said = RwSignal::new(String::new());
    let save = move |_| {
        let (code, school) = untrack(|| (giving.code.get().0, giving.school()));
        let saved = giving.session.save_invitation(&code, &school);
        said.set(saved.map_or_else(
            |_| fr::adapting::NOT_GIVEN.to_owned(),
            |name| fr::documents::made(&name),
        ));
    };
    let button = button::plain()
        .attr_if("data-kind", Some(kind).filter(|kind| !kind.is_empty()))
        .attr("data-invitation-file", "")
        .on("click", save)
        .child(icon(Icon::FILE))
        .child("Télécharger l’invitation");
    button::with_outcome(button, said)
}

/// The letter to which the file is attached.
fn attached(giving: Giving) -> View {
    mail(move || {
        let (subject, _) = say::invitation_letter(&giving.school());
        (subject, words::letter(&location::page()))
    })
}

fn warning() -> View {
    el_class("p", "small")
        .child("Qui reçoit un code de réponse peut le lire\u{a0}: demandez qu’il ne soit envoyé qu’à vous.")
        .view()
}
