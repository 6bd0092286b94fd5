//! A positioning received as a link: the same figures, chart and matrix, read only. It writes nothing.

use leptos::prelude::untrack;

use crate::domain::formats::link::{LinkError, SharedPositioning};
use crate::domain::route::Route;
use crate::domain::school::dossier::{Change, Dossier};
use crate::session::Session;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{View, dynamic, el, el_class};
use crate::ui::shared::compared::compare_button;
use crate::ui::shared::link::big_link;
use crate::ui::shared::page::{heading, screen};
use crate::ui::shared::results::content;
use crate::ui::shared::take_over::take_over;
use crate::words::fr;

/// What the address bar received, or what is wrong with it.
pub fn received(session: Session) -> View {
    dynamic(move || match session.received() {
        Ok((shared, adaptation)) => {
            let mut dossier = shared.shown();
            dossier.adaptation = adaptation;
            shown(session, &shared, (dossier, session.received_sender()))
        }
        Err(error) => refused(&error),
    })
}

/// The title of the window.
pub fn title(session: Session) -> String {
    let title = match session.received() {
        Ok(_) => "Positionnement reçu",
        Err(_) => "Lien illisible",
    };
    title.to_owned()
}

fn refused(error: &LinkError) -> View {
    let own = big_link(Route::Positioning, "Aller à mon positionnement");
    let paste =
        big_link(Route::Sharing, "Coller un autre lien ou un code").attr("data-kind", "primary");
    let text = el_class("div", "page-head__text")
        .child(heading("Ce lien ne peut pas être lu"))
        .child(el_class("p", "lead").child(fr::link_error(error)))
        .child(el("p").child("Rien n’a été changé sur cet appareil."))
        .child(el_class("div", "btn-row").child(paste).child(own));
    screen("page").child(text).view()
}

fn shown(
    session: Session,
    shared: &SharedPositioning,
    (dossier, sender): (Dossier, Option<String>),
) -> View {
    let whose = sender.clone().unwrap_or_default();
    let compare = compare_button(session, &whose, shared.positioned_on, &dossier);
    let sender = sender.map(|name| {
        let whose = fr::planning::sender_received(&name);
        el_class("p", "lead")
            .attr("data-sender", "")
            .child(whose)
            .view()
    });
    let adaptation = dossier.adaptation.clone();
    let viewing = session.other(dossier);
    let received = shared.clone();
    let adopted = move || {
        let mut adopted = untrack(|| session.read(|own| received.adopted_by(own)));
        // The answers come with the questionnaire that they answer.
        adopted.adaptation = adaptation.clone();
        Change::TakeOver(Box::new(adopted))
    };
    let (take, trouble) = take_over(session, adopted, Vec::new());
    let kept = if session.holds_nothing() {
        "Ce positionnement deviendra le point de départ du vôtre."
    } else {
        "«\u{a0}En faire mon dossier\u{a0}» remplace vos réponses par celles-ci\u{202f}; vos notes et vos preuves restent. Une copie \
         de votre dossier actuel est d’abord gardée sur cet appareil, et le bouton d’annulation remet tout comme avant."
    };
    let title = el_class("div", "banner__title").child(icon(Icon::INFO)).child(
        el("div")
            .child(heading("Positionnement reçu"))
            .child(View::from(sender))
            .child(el("p").child(
                "Vous consultez le positionnement de quelqu’un d’autre. Rien n’est enregistré sur cet appareil et votre propre \
                 travail n’est pas touché.",
            ))
            .child(el_class("p", "hint").child(fr::received(shared)))
            .child(el_class("p", "hint").child(kept)),
    );
    let buttons = el_class("div", "btn-row").child(take).child(compare).child(
        big_link(Route::Positioning, "Revenir à mon positionnement").attr("data-kind", "quiet"),
    );
    screen("page results")
        .attr("data-received", "")
        .child(
            el_class("section", "banner")
                .child(title)
                .child(buttons)
                .child(trouble),
        )
        .child(content(viewing, None))
        .view()
}
