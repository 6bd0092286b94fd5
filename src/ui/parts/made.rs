//! What each part makes: the functions that `build/split.mjs` cuts out, and how they are called.

#[cfg(parts)]
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::{Adapted, Part, Piece};
use crate::domain::route::{PaperScreen, Route, TeamScreen};
use crate::session::{NotFetched, Session};
use crate::ui::frame::{announcer, centre_menu, helpers, notices, paper_head};
use crate::ui::kit::view::View;
use crate::ui::pages;
use crate::ui::pages::home;
use crate::ui::pages::survey::{adapted, left_to_answer, reminder};
use crate::ui::shared::item_tools;
use crate::words::fr;

/// Fetches a part.
#[cfg(parts)]
pub(super) async fn fetched(part: Part) -> Result<(), SplitLoaderError> {
    match part {
        Part::After => fetch_after().await,
        Part::Results => fetch_results().await,
        Part::Work => fetch_work().await,
        Part::Words => fetch_words().await,
        Part::Team => fetch_team().await,
    }
}

/// Everything is there.
#[cfg(not(parts))]
pub(super) async fn fetched(_: Part) -> Result<(), NotFetched> {
    Ok(())
}

/// What is asked of a part that makes screens. One function a part answers both: each function of a part would be waited
/// for by itself.
#[derive(Clone, Copy, Debug)]
enum Asked {
    Screen(Route),
    /// The title of what was received or opened.
    Title(Route),
    /// The menu of the dossiers.
    Centres,
}

enum Answer {
    Screen(View),
    Title(String),
}

/// What a part makes. Its functions are `async` where they come later; they are called once the part is there, and then
/// answer at once.
pub(super) fn make(session: Session, piece: Piece) -> Result<View, NotFetched> {
    match piece {
        Piece::Screen(part, route) => match answer(session, part, Asked::Screen(route))? {
            Answer::Screen(view) => Ok(view),
            Answer::Title(_) => Err(NotFetched),
        },
        Piece::Centres => match answer(session, Part::Team, Asked::Centres)? {
            Answer::Screen(view) => Ok(view),
            Answer::Title(_) => Err(NotFetched),
        },
        other => at_once(after(session, other)),
    }
}

/// The title of what was received or opened, by the part that reads it.
pub(super) fn title(session: Session, part: Part, route: Route) -> Result<String, NotFetched> {
    match answer(session, part, Asked::Title(route))? {
        Answer::Title(title) => Ok(title),
        Answer::Screen(_) => Err(NotFetched),
    }
}

fn answer(session: Session, part: Part, asked: Asked) -> Result<Answer, NotFetched> {
    match part {
        Part::Results => at_once(results(session, asked)),
        Part::Work => at_once(work(session, asked)),
        Part::Team => at_once(team(session, asked)),
        Part::Words | Part::After => at_once(words(session, asked)),
    }
}

#[cfg(parts)]
fn at_once<T>(making: impl Future<Output = Result<T, NotFetched>>) -> Result<T, NotFetched> {
    use std::task::{Context, Poll, Waker};
    match std::pin::pin!(making).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(made) => made,
        Poll::Pending => Err(NotFetched),
    }
}

#[cfg(not(parts))]
fn at_once<T>(made: Result<T, NotFetched>) -> Result<T, NotFetched> {
    made
}

#[cfg_attr(parts, wasm_split(after, fallible, preload(fetch_after), wasm_split_path = ::leptos::wasm_split))]
fn after(session: Session, piece: Piece) -> Result<View, NotFetched> {
    Ok(match piece {
        Piece::Tools(item) => item_tools::item_tools(session, item),
        Piece::Message(notice) => notices::one(session, notice),
        Piece::Elsewhere => notices::elsewhere(session),
        Piece::PaperHead => paper_head::paper_head(session),
        Piece::PaperFoot => paper_head::paper_foot(session),
        Piece::Receiving => home::receiving_cards(session),
        Piece::Published => home::published(session),
        Piece::Saving => reminder::saving(session),
        Piece::Left => left_to_answer::left_to_answer(session),
        Piece::Adapted(Adapted::Note) => adapted::note(session.own()),
        Piece::Adapted(Adapted::Figures) => adapted::local_figures(session.own()),
        Piece::Helpers => helpers::helpers(session),
        Piece::Announcer(said) => announcer::announcer(session.own(), said),
        Piece::Screen(..) | Piece::Centres => return Err(NotFetched),
    })
}

#[cfg_attr(parts, wasm_split(results, fallible, preload(fetch_results), wasm_split_path = ::leptos::wasm_split))]
fn results(session: Session, asked: Asked) -> Result<Answer, NotFetched> {
    Ok(match asked {
        Asked::Title(_) | Asked::Centres => Answer::Title(pages::received::title(session)),
        Asked::Screen(Route::Received) => Answer::Screen(pages::received::received(session)),
        Asked::Screen(_) => Answer::Screen(pages::positioning::positioning(session)),
    })
}

#[cfg_attr(parts, wasm_split(work, fallible, preload(fetch_work), wasm_split_path = ::leptos::wasm_split))]
fn work(session: Session, asked: Asked) -> Result<Answer, NotFetched> {
    let route = match asked {
        Asked::Title(Route::Linked) => {
            return Ok(Answer::Title(
                session.linked(fr::dossier_link::title).to_owned(),
            ));
        }
        Asked::Centres => return Err(NotFetched),
        Asked::Title(_) => {
            let title =
                session.desk(|desk| fr::files::opened_title(desk.opened.as_ref()).to_owned());
            return Ok(Answer::Title(title));
        }
        Asked::Screen(route) => route,
    };
    Ok(Answer::Screen(match route {
        Route::Objective(id) => pages::objective::objective(session, id),
        Route::Identity => pages::identity::identity(session),
        Route::Sharing => pages::sharing::sharing(session),
        Route::Linked => pages::linked::linked(session),
        Route::Opened => pages::opened::opened(session),
        _ => pages::objectives::objectives(session),
    }))
}

/// What is printed or downloaded.
fn papers(session: Session, asked: Asked) -> Result<Answer, NotFetched> {
    Ok(match asked {
        Asked::Title(Route::Paper(paper)) => Answer::Title(fr::papers::title(paper).to_owned()),
        Asked::Title(_) | Asked::Centres => return Err(NotFetched),
        Asked::Screen(Route::Paper(PaperScreen::Roadmap)) => {
            Answer::Screen(pages::roadmap::roadmap(session.own()))
        }
        Asked::Screen(Route::Paper(PaperScreen::Report)) => {
            Answer::Screen(pages::report::report(session.own()))
        }
        Asked::Screen(Route::Paper(PaperScreen::Minutes)) => {
            Answer::Screen(pages::minutes::minutes(session))
        }
        Asked::Screen(_) => Answer::Screen(pages::documents::documents(session)),
    })
}

#[cfg_attr(parts, wasm_split(words, fallible, preload(fetch_words), wasm_split_path = ::leptos::wasm_split))]
fn words(session: Session, asked: Asked) -> Result<Answer, NotFetched> {
    let (Asked::Screen(route) | Asked::Title(route)) = asked else {
        return Err(NotFetched);
    };
    Ok(Answer::Screen(match route {
        Route::Documents | Route::Paper(_) => return papers(session, asked),
        Route::Blank => pages::blank::blank(session.own()),
        Route::Legal => pages::legal::legal(),
        Route::Accessibility => pages::accessibility::accessibility(),
        Route::Diagnostic => pages::diagnostic::diagnostic(session),
        _ => pages::help::help(session),
    }))
}

#[cfg_attr(parts, wasm_split(team, fallible, preload(fetch_team), wasm_split_path = ::leptos::wasm_split))]
fn team(session: Session, asked: Asked) -> Result<Answer, NotFetched> {
    Ok(match asked {
        Asked::Screen(Route::Timeline(screen)) => {
            Answer::Screen(pages::timeline::timeline(session, screen))
        }
        Asked::Title(route @ Route::Timeline(_)) => Answer::Title(pages::timeline::title(route)),
        Asked::Screen(Route::Team(TeamScreen::Network)) => {
            Answer::Screen(pages::network::network(session))
        }
        Asked::Title(Route::Team(TeamScreen::Network)) => {
            Answer::Title(fr::network::TITLE.to_owned())
        }
        Asked::Centres => Answer::Screen(centre_menu::centre_menu(session)),
        Asked::Screen(Route::Centres(screen)) => {
            Answer::Screen(pages::centres::centres(session, screen))
        }
        Asked::Title(route @ Route::Centres(_)) => Answer::Title(pages::centres::title(route)),
        Asked::Screen(Route::Team(TeamScreen::Adapting)) => {
            Answer::Screen(pages::adapting::adapting(session))
        }
        Asked::Title(Route::Team(TeamScreen::Adapting)) => {
            Answer::Title(fr::adapting::TITLE.to_owned())
        }
        Asked::Screen(route) => Answer::Screen(pages::team::team(session, route)),
        Asked::Title(route) => Answer::Title(pages::team::title(session, route)),
    })
}
