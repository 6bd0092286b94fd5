//! The card of the calendar: whose dates, which reminders, the next positioning.

use leptos::prelude::*;
use std::rc::Rc;

use super::holding;
use crate::domain::date::Day;
use crate::session::{Reminders, Session, Wanted};
use crate::ui::kit::check::check_box;
use crate::ui::kit::disclosure::disclosure;
use crate::ui::kit::field::{Bound, Label, choice, day};
use crate::ui::kit::view::{View, el, el_class, unlocked};
use crate::ui::shared::giving::giving;
use crate::ui::shared::page::points;
use crate::ui::shared::share_card::{card as share_card, has};
use crate::words::fr::documents as say;

/// All the leads, in the list of leads.
const EVERYBODY: &str = "Tous les objectifs";

/// The due dates, for an agenda.
pub fn card(session: Session) -> View {
    let lead = RwSignal::new(EVERYBODY.to_owned());
    let has_events = RwSignal::new(false);
    let next = RwSignal::new(untrack(|| offered(session)));
    let wanted = move || Wanted {
        lead: untrack(|| asked(session, lead)),
        reminders: if has_events.get_untracked() {
            Reminders::Events
        } else {
            Reminders::Alarms
        },
        next_positioning: next.with_untracked(|day| day.parse().ok()),
    };
    let reminders = el_class("label", "pill")
        .child(unlocked(|| {
            check_box(
                move || has_events.get(),
                move |checked| has_events.set(checked),
            )
        }))
        .child("Ajouter un rappel sept jours avant");
    let importing = View::all([
        points("ul", &say::IMPORTING),
        el("p").child(say::CANCELLED).view(),
        el("p").child(say::OWN_CALENDAR).view(),
    ]);
    share_card("h-calendar", "Calendrier des échéances (.ics)")
        .child(el("p").child("Chaque échéance devient une journée de votre agenda, sans vous marquer comme occupé.").child(" ").child(
            el("span").text(move || say::due_dates(session.due_dates())),
        ))
        .child(holding([
            has("Les échéances et les points d’étape des objectifs, avec leur pilote, leurs moyens et leur état"),
            has("L’annulation de ce qui a été supprimé depuis le calendrier précédent"),
            has("Des noms\u{a0}: l’établissement et les pilotes"),
        ]))
        .child(el("div").dynamic_by(move || session.dated_leads().join("\n"), move || leads(session, lead)))
        .child(reminders)
        .child(next_positioning(next))
        .child(giving(("primary", "calendar", "Télécharger le calendrier"), say::MAKING_CALENDAR, move || Box::pin(session.save_calendar(wanted()))))
        .child(disclosure("Importer de nouveau après un changement", "", importing))
        .view()
}

/// Whose due dates; nothing to choose where there is one lead at most.
fn leads(session: Session, chosen: RwSignal<String>) -> View {
    let leads = session.dated_leads();
    if leads.len() < 2 {
        return View::nothing();
    }
    let bound = Bound {
        get: Rc::new(move || asked(session, chosen).unwrap_or_else(|| EVERYBODY.to_owned())),
        set: Rc::new(move |lead| chosen.set(lead)),
    };
    let label = Label {
        id: "calendar-lead",
        name: "Les échéances de",
        hint: "",
    };
    let all = std::iter::once(EVERYBODY.to_owned()).chain(leads);
    unlocked(|| choice(label, all.map(|lead| (lead.clone(), lead)), &bound))
}

/// A year after the positioning of the dossier; nothing where that has no date.
fn offered(session: Session) -> String {
    let day = session.read(|dossier| dossier.identity.positioned_on);
    day.map(|day| day.next_year().to_string())
        .unwrap_or_default()
}

/// The day of the next positioning, which the calendar has where there is one.
fn next_positioning(chosen: RwSignal<String>) -> View {
    let bound = Bound {
        get: Rc::new(move || chosen.get()),
        set: Rc::new(move |day| chosen.set(day)),
    };
    let label = Label {
        id: "calendar-next",
        name: "Prochain positionnement (facultatif)",
        hint: "Un jour de plus dans le calendrier. Videz le champ pour ne pas l’ajouter.",
    };
    let said = move || {
        let day = chosen.with(|day| day.parse::<Day>());
        day.map(Day::text).unwrap_or_default()
    };
    unlocked(|| day(label, Day::OFFERED, &bound, said))
}

/// The lead that is chosen; none for all of them, or where the one chosen leads nothing any more.
fn asked(session: Session, chosen: RwSignal<String>) -> Option<String> {
    let chosen = chosen.get();
    session
        .dated_leads()
        .into_iter()
        .find(|lead| *lead == chosen)
}
