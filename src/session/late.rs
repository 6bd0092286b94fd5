//! What the session seldom does, by the part of the page that comes just after the start: a first visit has nothing stored
//! to read, and most pages meet no other tab. A visit that finds something stored waits for that part.

use std::pin::Pin;
use std::rc::Rc;

#[cfg(parts)]
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::Session;
use super::boot::{self, Chosen};
use crate::browser::database::Slots;
use crate::browser::task;
use crate::domain::school::plan::ObjectiveId;
use crate::domain::school::questionnaire::Questionnaire;
use crate::domain::school::undo::Way;
use crate::keeper::stores::Stores;

/// The part of the page could not be fetched, or did not run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a part of the page could not be fetched")]
pub struct NotFetched;

#[cfg(parts)]
impl From<SplitLoaderError> for NotFetched {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

/// Something that is seldom done.
#[derive(Clone)]
pub enum Task {
    /// What another tab wrote is read and shown, unless this says that it is stale already.
    ReadAgain(Rc<dyn Fn() -> bool>),
    /// The stores are looked at again.
    TakeStock,
    /// The day follows the clock, the look the system's wish, and the undo history is saved with each edit.
    Follow,
    /// The page is cached for work without a network.
    CachePage,
    /// An objective whose form was left disappears, where nothing was written in it.
    LeaveObjective(ObjectiveId),
    /// The last change is undone, or done again.
    Step(Way),
    /// A database that did not answer at the start is taken once it does.
    AwaitDatabase,
}

type Running<T = ()> = Pin<Box<dyn Future<Output = T>>>;

/// When the part is asked for again where it did not come, in milliseconds.
pub const AGAIN_AFTER: i32 = 10_000;

/// Does it, from start to end, once the part is there, however long that takes: a tab that waits for it to read what another
/// one wrote writes nothing meanwhile.
pub async fn run(session: Session, task: Task) {
    loop {
        if let Ok(running) = fetched(begun(session, task.clone())).await {
            return running.await;
        }
        task::pause(AGAIN_AFTER).await;
    }
}

/// What starts from what the slots hold.
///
/// # Errors
/// Where the part that reads it cannot be fetched.
pub async fn read(
    stores: Stores,
    slots: [Slots; 2],
    official: &'static Questionnaire,
) -> Result<Chosen, NotFetched> {
    Ok(fetched(chosen(stores, slots, official)).await?.await)
}

#[cfg(parts)]
async fn fetched<T>(made: impl Future<Output = Result<T, NotFetched>>) -> Result<T, NotFetched> {
    made.await
}

#[cfg(not(parts))]
async fn fetched<T>(made: Result<T, NotFetched>) -> Result<T, NotFetched> {
    made
}

#[cfg_attr(parts, wasm_split(after, fallible, wasm_split_path = ::leptos::wasm_split))]
fn begun(session: Session, task: Task) -> Result<Running, NotFetched> {
    Ok(match task {
        Task::ReadAgain(is_stale) => Box::pin(session.read_again(move || is_stale())),
        Task::TakeStock => Box::pin(session.take_stock()),
        Task::Follow => Box::pin(session.follow_world()),
        Task::CachePage => Box::pin(session.cache_page()),
        Task::LeaveObjective(id) => Box::pin(async move { session.leave_objective(id) }),
        Task::Step(way) => Box::pin(async move { session.go_through(way) }),
        Task::AwaitDatabase => Box::pin(session.take_late_database()),
    })
}

#[cfg_attr(parts, wasm_split(after, fallible, wasm_split_path = ::leptos::wasm_split))]
fn chosen(
    stores: Stores,
    slots: [Slots; 2],
    official: &'static Questionnaire,
) -> Result<Running<Chosen>, NotFetched> {
    Ok(Box::pin(boot::choose_from(stores, slots, official)))
}
