//! An opened dossier: whose it is, how much it holds, its positioning and its objectives, read only, and the
//! way to make it one's own.

use crate::domain::bidi::closed;
use crate::domain::date::Moment;
use crate::domain::route::Route;
use crate::domain::school::dossier::Change;
use crate::domain::school::identity::Identity;
use crate::session::{Opened, Origin, Session, Viewed};
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, el, el_class};
use crate::ui::shared::compared::compare_button;
use crate::ui::shared::copied_table::copy_button;
use crate::ui::shared::link::big_link;
use crate::ui::shared::page::screen;
use crate::ui::shared::results::content;
use crate::ui::shared::schedule::schedule;
use crate::ui::shared::share_card::card;
use crate::ui::shared::take_decisions::take_decisions;
use crate::ui::shared::take_over::take_over;
use crate::words::fr;

/// The screen of an opened dossier.
pub fn shown(session: Session, title: Element, opened: &Opened) -> View {
    let dossier = &opened.restored.dossier;
    let other = dossier.clone();
    let change = move || Change::TakeOver(Box::new(other.clone()));
    let (take, trouble) = take_over(session, change, opened.snapshots.clone());
    let kept = if session.holds_nothing() {
        "Ce dossier deviendra le vôtre, en entier."
    } else {
        "«\u{a0}En faire mon dossier\u{a0}» remplace tout votre dossier par celui-ci. Une copie de votre dossier actuel est d’abord \
         gardée sur cet appareil, et le bouton d’annulation remet tout comme avant."
    };
    let left_out = fr::files::left_out(opened)
        .map(|sentence| callout(Tone::Alert, el("p").child(sentence).view()));
    let viewing = session.other(dossier.clone());
    let head = el_class("div", "banner__title")
        .child(icon(Icon::FILE))
        .child(
            el("div")
                .child(title)
                .child(el("p").child(fr::files::opened(opened)))
                .child(summary(session, opened))
                .child(el_class("p", "hint").child(kept)),
        );
    // A positioning of one's own is compared where it stands.
    let is_own = matches!(opened.origin, Origin::Taken(..));
    let compare = (!is_own).then(|| {
        let identity = &dossier.identity;
        let edited = dossier.edited_at.map(Moment::day);
        let day = identity.positioned_on.or(edited);
        let whose = joined(&[&identity.school, &identity.centre_name], " – ");
        compare_button(session, &whose, day, dossier).view()
    });
    let compare = View::from(compare);
    let buttons = el_class("div", "btn-row").child(take).child(compare).child(
        big_link(Route::Positioning, "Revenir à mon positionnement").attr("data-kind", "quiet"),
    );
    screen("page results")
        .attr("data-opened", "")
        .child(
            el_class("section", "banner")
                .child(head)
                .child(View::from(left_out))
                .child(take_decisions(session, dossier))
                .child(buttons)
                .child(trouble),
        )
        .child(content(viewing, None))
        .child(objectives(viewing))
        .view()
}

/// Whose dossier it is and how much it holds: a term and what it says, for what was said.
fn summary(session: Session, opened: &Opened) -> View {
    let dossier = &opened.restored.dossier;
    let progress = session.figures_of(dossier).progress;
    let mut holds = fr::progress(progress);
    // « Aucun objectif » would be said of a school that has some, and did not give them along.
    if !matches!(&opened.origin, Origin::Link(left_out) if left_out.objectives) {
        holds.push_str(", ");
        holds.push_str(&fr::files::objectives(dossier));
    }
    if !opened.snapshots.is_empty() {
        holds.push_str(", ");
        holds.push_str(&fr::files::snapshots(opened.snapshots.len()));
    }
    let entries = entries(&dossier.identity);
    let all = entries.into_iter().chain([("Contenu", holds)]);
    let entries = all.filter(|(_, text)| !text.is_empty());
    let entry = |(term, text): (&'static str, String)| {
        el("div")
            .child(el("dt").child(term))
            .child(el("dd").child(text))
            .view()
    };
    el_class("dl", "summary")
        .children(entries.map(entry))
        .view()
}

fn entries(identity: &Identity) -> [(&'static str, String); 6] {
    let kind = identity.centre.map(|centre| centre.text());
    let centre = [kind.unwrap_or_default(), identity.centre_name.as_str()];
    let year = identity.school_year.map(|year| year.to_string());
    let day = identity.positioned_on.map(|day| day.text());
    let team: Vec<_> = identity.functions().collect();
    [
        ("Établissement", identity.school.clone()),
        ("Centre", joined(&centre, " – ")),
        ("Année scolaire", year.unwrap_or_default()),
        ("Date du positionnement", day.unwrap_or_default()),
        ("Instance", identity.body.clone()),
        ("Équipe projet", joined(&team, ", ")),
    ]
}

/// The texts that are not empty, with this between them.
fn joined(texts: &[&str], between: &str) -> String {
    let mut all = String::new();
    for text in texts.iter().filter(|text| !text.is_empty()) {
        if !all.is_empty() {
            all.push_str(between);
        }
        all.push_str(&closed(text));
    }
    all
}

/// The schedule of an opened dossier, to be read; nothing where it has no objective.
fn objectives(viewing: Viewed) -> View {
    if viewing.read(|dossier| dossier.plan.is_empty()) {
        return View::nothing();
    }
    card("h-objectives", "Objectifs de ce dossier")
        .child(schedule(viewing, |_| View::nothing()))
        .child(el_class("div", "no-print").child(copy_button(".schedule__table")))
        .view()
}
