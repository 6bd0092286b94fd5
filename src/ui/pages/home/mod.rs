//! Home: what it is, where one was, where the data are.

mod landscape;
mod published;

use leptos::prelude::*;

use crate::browser::{device, task};
use crate::domain::route::{Route, TeamScreen};
use crate::domain::school::positioning::ItemState;
use crate::domain::school::questionnaire::Stage;
use crate::session::Session;
use crate::ui::kit::bar::ticks;
use crate::ui::kit::disclosure::disclosure;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, el, el_class};
use crate::ui::parts;
use crate::ui::shared::file_cards::opening;
use crate::ui::shared::marks::stage_badge;
use crate::ui::shared::page::{heading, screen};
use crate::ui::shared::receiving::receiving;
use crate::words::fr;
use landscape::landscape;
pub use published::published;

/// Title of the way in for a link or a file.
const RECEIVED: &str = "Ouvrir un lien ou un fichier reçu";

/// Home.
pub fn home(session: Session) -> View {
    let is_blank = move || session.is_blank();
    let key = move || is_blank().to_string();
    let fact = |text: &str| el("li").child(icon(Icon::TICK)).child(text).view();
    let items = session.positioning.with_untracked(|all| all.progress.items);
    let lead = [
        "Le questionnaire ",
        &session.questionnaire.title,
        " situe un établissement agricole sur ",
        &fr::items(items),
        " et trois étapes, seul ou à plusieurs. Les pourcentages et le graphique de positionnement apparaissent à mesure que vous cochez.",
    ]
    .concat();
    let intro = el_class("div", "home__intro")
        .child(
            heading("Où en est la transition numérique de votre établissement\u{202f}?")
                .attr("class", "home__title"),
        )
        .child(el_class("p", "lead").child(lead))
        .child(el_class("ul", "home__facts").children([
            fact("Gratuit, sans compte"),
            fact("Une heure environ, en une ou plusieurs fois"),
            fact("Rien n’est obligatoire, tout se modifie"),
        ]))
        .dynamic_by(key, move || {
            if is_blank() {
                start(session)
            } else {
                View::nothing()
            }
        });
    screen("page home")
        .child(
            el_class("section", "home__hero")
                .child(intro)
                .child(landscape()),
        )
        .dynamic_by(key, move || {
            if is_blank() {
                View::nothing()
            } else {
                resume(session)
            }
        })
        .child(received(session))
        .child(
            section("h-steps", "En trois temps")
                .child(el_class("ol", "steps").children(steps(session))),
        )
        .child(data())
        .view()
}

/// The way in for who was sent something: nothing has to be found elsewhere first.
fn received(session: Session) -> View {
    let cards = el_class("div", "home__received-cards").child(parts::receiving(session));
    el_class("section", "home__received")
        .attr("aria-label", RECEIVED)
        .child(disclosure(RECEIVED, "", cards))
        .child(parts::published(session))
        .view()
}

/// The cards of the way in.
pub fn receiving_cards(session: Session) -> View {
    let other = el("a")
        .attr("href", &Route::Team(TeamScreen::Adapting).to_string())
        .child("Répondre à un autre questionnaire, ou adapter celui-ci");
    View::all([
        receiving(session),
        opening(session),
        el("p").child(other).view(),
    ])
}

fn section(id: &'static str, title: &str) -> Element {
    el("section")
        .attr("aria-labelledby", id)
        .child(el("h2").attr("id", id).child(title))
}

fn big_link(route: Route, label: impl Into<View>) -> Element {
    el_class("a", "btn")
        .attr("data-size", "l")
        .attr("href", &route.to_string())
        .child(label)
}

/// The two ways in, on a first visit.
fn start(session: Session) -> View {
    el_class("div", "btn-row")
        .child(
            big_link(session.first_field(), "Commencer le questionnaire")
                .attr("data-kind", "primary")
                .child(icon(Icon::NEXT)),
        )
        .child(
            big_link(Route::Matrix, "Recopier un questionnaire rempli")
                .attr("class", "btn home__copy"),
        )
        .view()
}

/// Where one was.
fn resume(session: Session) -> View {
    let positioning = session.positioning;
    let done = move || {
        positioning.with(|all| {
            all.items()
                .map(|item| item.state != ItemState::Unanswered)
                .collect()
        })
    };
    let line = el_class("p", "resume__line")
        .child(el("b").text(move || positioning.with(|all| fr::progress(all.progress))))
        .child(" – ")
        .text(move || fr::save_state(session.save_state.get(), session.day()));
    let main = el_class("div", "resume__main")
        .child(line)
        .child(el_class("div", "resume__ticks").child(ticks(done)))
        .child(
            el_class("p", "resume__figures")
                .children(Stage::ALL.map(|stage| figure(session, stage))),
        );
    let go_on = move || {
        let first = positioning.with(|all| all.first_unanswered());
        let link = |item| {
            big_link(Route::Item(item), format!("Reprendre à l’item {item}"))
                .attr("data-kind", "primary")
                .child(icon(Icon::NEXT))
                .view()
        };
        first.map(link).into()
    };
    let buttons = el_class("div", "btn-row")
        .dynamic(go_on)
        .child(big_link(Route::Positioning, "Voir le positionnement"));
    section("h-work", "Votre positionnement")
        .child(
            el_class("article", "card resume")
                .child(main)
                .child(buttons),
        )
        .view()
}

fn figure(session: Session, stage: Stage) -> View {
    let text = move || {
        let count = session.stage_count(stage);
        format!("{} – {}", fr::count(count), fr::percent(count))
    };
    let figure = el("span")
        .child(stage_badge(stage))
        .child(el("span").child(format!("{}\u{a0}: ", fr::stage(stage))))
        .child(
            el("span")
                .attr("data-figure", &format!("stage-{stage}"))
                .attr("translate", "no")
                .text(text),
        );
    View::all([figure.view(), " ".into()])
}

/// What one does here, in order.
fn steps(session: Session) -> [View; 3] {
    let step = |sign, name: &str, text: &str, route: Route, link: &str| {
        el_class("li", "steps__step")
            .child(icon(sign))
            .child(el("h3").child(name))
            .child(el("p").child(text))
            .child(el("a").attr("href", &route.to_string()).child(link))
            .view()
    };
    [
        step(
            Icon::LIST,
            "Se positionner",
            "Cochez les étapes où se trouve l’établissement, seul, à plusieurs ou en réunion. Un énoncé long se déplie en \
             conditions à cocher une par une.",
            session.first_field(),
            "Ouvrir le questionnaire",
        ),
        step(
            Icon::BARS,
            "Lire",
            "Un pourcentage d’items atteints pour chacune des trois étapes, le graphique de positionnement et une vue de \
             tous les items.",
            Route::Positioning,
            "Lire le positionnement",
        ),
        step(
            Icon::TARGET,
            "Agir",
            "Quelques objectifs SMART par champ d’action, chacun avec un pilote et une échéance, tirés de ce qui manque ou \
             écrits en réunion.",
            Route::Objectives,
            "Ouvrir l’échéancier",
        ),
    ]
}

/// Where the data are.
fn data() -> View {
    // What a browser says on a first visit: the sentence is there from the first paint.
    let promise = RwSignal::new(fr::device::persisted(Some(false)));
    task::spawn(async move {
        // The screen may be gone by now, and the sentence with it.
        let _ = promise.try_set(fr::device::persisted(device::is_persisted().await));
    });
    let link = |route: Route, label: &str| el("a").attr("href", &route.to_string()).child(label);
    el_class("section", "card home__data")
        .attr("aria-labelledby", "h-data")
        .child(el("h2").attr("id", "h-data").child(icon(Icon::LOCK)).child(" Où sont vos réponses\u{202f}?"))
        .child(
            el("p")
                .child(
                    "Dans ce navigateur, sur cet appareil, et nulle part ailleurs. Elles sont enregistrées à chaque \
                     modification\u{202f}; l’heure est affichée en haut de la page. ",
                )
                .text(move || promise.get().to_owned()),
        )
        .child(el_class("p", "hint").child(
            "Safari, sur Mac, iPad et iPhone, peut effacer les données d’un site que l’on n’ouvre pas pendant 7 jours\u{a0}: \
             ajoutez l’outil à l’écran d’accueil, ou téléchargez une sauvegarde. En navigation privée, tout disparaît à la \
             fermeture.",
        ))
        .child(
            el("p")
                .child(link(Route::Sharing, "Télécharger une sauvegarde, ou tout effacer de cet appareil"))
                .child(", à la page Partage. ")
                .child(link(Route::Diagnostic, "Diagnostic de cet appareil")),
        )
        .view()
}
