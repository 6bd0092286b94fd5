//! The databases of other worlds: of the other dossiers, and of their list.

use wasm_bindgen::JsCast;
use web_sys::{Event, IdbOpenDbRequest};

use super::{Database, Opening, Refused, create_store, finished, put, read_in};
use crate::browser::js;
use crate::domain::world::World;

impl Database {
    /// Opens the database of this world, creating it the first time.
    ///
    /// # Errors
    /// Where the browser has none, denies it or does not answer.
    pub async fn of(world: World) -> Result<Self, Refused> {
        Opening::of(world, create_store)?.done().await
    }

    /// Opens the database of this world; nothing where there is none. Never makes one.
    ///
    /// # Errors
    /// Where the browser denies it or does not answer: what is in it is not known.
    pub async fn existing(world: World) -> Result<Option<Self>, Refused> {
        let Opening { request, opened } = Opening::of(world, make_none)?;
        if opened.await.is_ok() {
            return Ok(Some(Self(request.result()?.unchecked_into())));
        }
        // What `make_none` ended ends so.
        let name = js::get(&js::get(&request, "error"), "name").as_string();
        let is_none = name.as_deref() == Some("AbortError");
        is_none.then_some(None).ok_or(Refused)
    }

    /// Writes those texts that take the place of what is kept under their keys, as `is_newer` says of what is kept and of
    /// them; no other tab can write in between. Done once they are on the disk.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn settle(
        &self,
        texts: Vec<(String, String)>,
        is_newer: fn(&str, &str) -> bool,
    ) -> Result<(), Refused> {
        let transaction = self.writing()?;
        for (key, text) in texts {
            let [kept] = read_in(&transaction, [&key]).await?;
            if kept.text().is_none_or(|kept| is_newer(kept, &text)) {
                put(&transaction, &key, &text)?;
            }
        }
        finished(&transaction).await
    }
}

/// Opening what is not there fails.
fn make_none(event: Event) {
    let request = event
        .target()
        .and_then(|target| target.dyn_into::<IdbOpenDbRequest>().ok());
    if let Some(transaction) = request.and_then(|request| request.transaction()) {
        // Where it is over already, an empty database stays, which costs nothing.
        let _ = transaction.abort();
    }
}
