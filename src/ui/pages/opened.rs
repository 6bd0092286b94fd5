//! A dossier opened from a file, a kept copy or a link: whose it is, its positioning and its objectives, read
//! only, and the way to make it one's own. It writes nothing by itself.

use crate::domain::route::Route;
use crate::domain::school::dossier::Change;
use crate::session::{Opened, Session};
use crate::ui::components::dossier_summary::{objectives, summary};
use crate::ui::components::take_over::take_over;
use crate::ui::fr;
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, el, el_class};
use crate::ui::pages::positioning::content;
use crate::ui::pages::received::big_link;
use crate::ui::pages::{heading, screen};

/// What is opened, or that nothing is.
pub fn opened(session: Session) -> View {
    session.desk(|desk| {
        let title = heading(fr::files::opened_title(desk));
        match &desk.opened {
            Some(opened) => shown(session, title, opened),
            None => nothing(title),
        }
    })
}

fn nothing(title: Element) -> View {
    let share = big_link(Route::Sharing, "Aller à Partage pour ouvrir une sauvegarde");
    let own = big_link(Route::Positioning, "Aller à mon positionnement");
    let text = el_class("div", "page-head__text")
        .child(title)
        .child(el_class("p", "lead").child(
            "Cette page ne garde pas ce qui n’est qu’ouvert\u{a0}: après un rechargement, ouvrez de nouveau la sauvegarde.",
        ))
        .child(
            el_class("div", "btn-row")
                .child(share.attr("data-kind", "primary"))
                .child(own),
        );
    screen("page").child(text).view()
}

pub(super) fn shown(session: Session, title: Element, opened: &Opened) -> View {
    let dossier = &opened.restored.dossier;
    let other = dossier.clone();
    let (take, trouble) = take_over(session, move || Change::TakeOver(Box::new(other.clone())));
    let kept = if session.holds_nothing() {
        "Ce dossier deviendra le vôtre, en entier."
    } else {
        "«\u{a0}En faire mon dossier\u{a0}» remplace tout votre dossier par celui-ci. Une copie de votre dossier actuel est d’abord \
         gardée sur cet appareil, et le bouton d’annulation remet tout comme avant."
    };
    let left_out = fr::files::left_out(opened)
        .map(|sentence| callout(Tone::Alert, el("p").child(sentence).view()));
    let viewing = session.viewing_dossier(dossier.clone());
    let head = el_class("div", "banner__title")
        .child(icon(Icon::FILE))
        .child(
            el("div")
                .child(title)
                .child(el("p").child(fr::files::opened(opened)))
                .child(summary(session, opened))
                .child(el_class("p", "hint").child(kept)),
        );
    let buttons = el_class("div", "btn-row").child(take).child(
        big_link(Route::Positioning, "Revenir à mon positionnement").attr("data-kind", "quiet"),
    );
    screen("page results")
        .attr("data-opened", "")
        .child(
            el_class("section", "banner")
                .child(head)
                .child(View::from(left_out))
                .child(buttons)
                .child(trouble),
        )
        .child(content(viewing))
        .child(objectives(viewing))
        .view()
}
