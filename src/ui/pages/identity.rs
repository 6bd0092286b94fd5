//! « Établissement »: whose positioning it is. Asked once, all optional.

use leptos::prelude::untrack;
use std::rc::Rc;

use crate::browser::{dom, page};
use crate::domain::date::Day;
use crate::domain::route::{CentresScreen, Route};
use crate::domain::school::identity::{
    BODIES, CentreKind, Identity, SchoolYear, TEAM_MAX, TEXT_MAX,
};
use crate::session::Session;
use crate::ui::kit::button;
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::field::{Bound, Label, area, choice, day, line, line_with_offers};
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::shared::page::{heading, screen};
use crate::words::fr;

/// How many school years before and after the present one are offered.
const YEARS_AROUND: u16 = 3;

/// The form of the identity.
pub fn identity(session: Session) -> View {
    let text = el_class("div", "page-head__text")
        .child(heading("Établissement"))
        .child(el_class("p", "lead").child(
            "De quel établissement est-ce le positionnement\u{202f}? Rien n’est obligatoire. Ce que vous écrivez ici \
             figure en tête des pages imprimées.",
        ));
    let stays = "Ces renseignements restent sur cet appareil et dans vos sauvegardes. Un lien de partage ne montre \
        que l’année scolaire et la date\u{202f}; un nom, seulement si vous l’ajoutez.";
    let done = el_class("a", "btn")
        .attr("data-kind", "primary")
        .attr("href", &Route::Positioning.to_string())
        .child("Voir le positionnement")
        .child(icon(Icon::NEXT));
    let form = el_class("form", "card smart")
        .on("submit", |event: dom::Event| event.prevent_default())
        .child(school(session))
        .child(moment(session))
        .child(team(session))
        .child(callout(Tone::Info, el("p").child(stays).view()))
        .child(el_class("div", "btn-row").child(done));
    screen("page identity")
        .child(el_class("header", "page-head").child(text))
        .child(form)
        .child(several())
        .view()
}

/// The way to a dossier for each centre, for those who have several.
fn several() -> View {
    let link = el("a")
        .attr("href", &Route::Centres(CentresScreen::List).to_string())
        .child("Tenir un dossier par centre");
    el_class("p", "hint")
        .child(fr::centres::SEVERAL)
        .child(" ")
        .child(link)
        .view()
}

fn bound(session: Session, get: fn(&Identity) -> String, set: fn(&mut Identity, String)) -> Bound {
    Bound {
        get: Rc::new(move || session.read(|dossier| get(&dossier.identity))),
        set: Rc::new(move |text| session.identify(|identity| set(identity, text))),
    }
}

fn label(id: &'static str, name: &'static str, hint: &'static str) -> Label {
    Label { id, name, hint }
}

fn school(session: Session) -> View {
    let name = bound(
        session,
        |identity| identity.school.clone(),
        |identity, text| identity.school = text,
    );
    let kind = bound(
        session,
        |identity| {
            identity
                .centre
                .map(CentreKind::text)
                .unwrap_or_default()
                .to_owned()
        },
        |identity, chosen| {
            identity.centre = CentreKind::named(&chosen);
        },
    );
    let centre = bound(
        session,
        |identity| identity.centre_name.clone(),
        |identity, text| identity.centre_name = text,
    );
    let kinds = CentreKind::ALL.map(|kind| (kind.text().to_owned(), kind.text().to_owned()));
    View::all([
        line(
            label("id-school", "Nom de l’établissement", ""),
            TEXT_MAX,
            &name,
        ),
        el_class("div", "form-grid")
            .child(choice(
                label("id-centre", "Centre", ""),
                std::iter::once((String::new(), "Tout l’établissement".to_owned())).chain(kinds),
                &kind,
            ))
            .child(line(
                label("id-centre-name", "Nom du centre", ""),
                TEXT_MAX,
                &centre,
            ))
            .view(),
    ])
}

fn moment(session: Session) -> View {
    let year = bound(
        session,
        |identity| {
            identity
                .school_year
                .map(|year| year.start().to_string())
                .unwrap_or_default()
        },
        |identity, chosen| {
            let start = chosen.parse().ok();
            identity.school_year = start.and_then(SchoolYear::starting_in);
        },
    );
    let on = bound(
        session,
        |identity| {
            identity
                .positioned_on
                .map(|day| day.to_string())
                .unwrap_or_default()
        },
        |identity, text| identity.positioned_on = text.parse().ok(),
    );
    let body = bound(
        session,
        |identity| identity.body.clone(),
        |identity, text| identity.body = text,
    );
    let said = move || {
        let on = session.read(|dossier| dossier.identity.positioned_on);
        on.map(|day| fr::entry::day(day, session.today()))
            .unwrap_or_default()
    };
    View::all([
        el_class("div", "form-grid")
            .child(
                el("div")
                    .child(choice(
                        label("id-year", "Année scolaire", ""),
                        years(session),
                        &year,
                    ))
                    .child(this_year(session)),
            )
            .child(day(
                label("id-date", "Date du positionnement", ""),
                Day::OFFERED,
                &on,
                said,
            ))
            .view(),
        line_with_offers(
            label(
                "id-body",
                "Instance",
                "Devant qui le positionnement est discuté ou adopté.",
            ),
            TEXT_MAX,
            &BODIES,
            &body,
        ),
    ])
}

/// One press gives the present school year, while none is given; it is never given by itself.
fn this_year(session: Session) -> View {
    let offered = move || {
        let given = session.read(|dossier| dossier.identity.school_year);
        SchoolYear::of(session.today()).filter(|_| given.is_none())
    };
    let give = move |_| {
        let year = SchoolYear::of(untrack(|| session.today()));
        session.identify(|identity| identity.school_year = year);
        // The button that had the focus is gone.
        page::next_frame(|| page::focus("#id-year"));
    };
    let button = move || match untrack(offered) {
        Some(year) => button::plain()
            .attr("data-kind", "quiet")
            .on("click", give)
            .child(icon(Icon::TICK))
            .child(format!("Choisir {year}, l’année en cours"))
            .view(),
        None => View::nothing(),
    };
    el("div")
        .dynamic_by(
            move || offered().map_or_else(String::new, |year| year.to_string()),
            button,
        )
        .view()
}

/// The school years offered: those around today, and the one that is kept.
fn years(session: Session) -> Vec<(String, String)> {
    let kept = session.read(|dossier| dossier.identity.school_year);
    let now = SchoolYear::of(session.today()).map_or(2026, SchoolYear::start);
    let around = (now.saturating_sub(YEARS_AROUND)..=now + YEARS_AROUND)
        .rev()
        .filter_map(SchoolYear::starting_in);
    let other = kept.filter(|kept| kept.start().abs_diff(now) > YEARS_AROUND);
    let words = |year: SchoolYear| (year.start().to_string(), year.to_string());
    std::iter::once((String::new(), "Non précisée".to_owned()))
        .chain(around.chain(other).map(words))
        .collect()
}

fn team(session: Session) -> View {
    let team = bound(
        session,
        |identity| identity.team.clone(),
        |identity, text| identity.team = text,
    );
    area(
        label(
            "id-team",
            "Équipe projet",
            "Une fonction par ligne\u{a0}: «\u{a0}Directeur adjoint\u{a0}», «\u{a0}Professeur documentaliste\u{a0}»… Préférez les fonctions aux noms.",
        ),
        4,
        TEAM_MAX,
        &team,
    )
}
