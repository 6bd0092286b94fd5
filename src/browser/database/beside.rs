//! Texts beside the slots: many at once, read and written each in one transaction.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::IdbRequest;

use super::{Database, PATIENCE, Refused, STORE, done, finished, put, slots_in};
use crate::browser::js;
use crate::domain::safekeeping::erasure::Erasure;

impl Database {
    /// The texts whose keys start so, with them, all from one transaction, in the order of the keys.
    ///
    /// # Errors
    /// Where the browser refuses, or does not answer in time.
    pub async fn texts(&self, start: &str) -> Result<Vec<(String, String)>, Refused> {
        let store = self.0.transaction_with_str(STORE)?.object_store(STORE)?;
        // No key of ours has a letter after the last one of Unicode's first plane.
        let bounds = [start.into(), [start, "\u{ffff}"].concat().into()];
        let range = js::call(&js::get(&js_sys::global(), "IDBKeyRange"), "bound", &bounds)?;
        let ask = |name| -> Result<(IdbRequest, JsFuture), Refused> {
            let request = js::call(&store, name, std::slice::from_ref(&range))?;
            let request: IdbRequest = request.unchecked_into();
            let answered = js::within(PATIENCE, done(&request));
            Ok((request, answered))
        };
        let [keys, texts] = [ask("getAllKeys")?, ask("getAll")?];
        let mut found = Vec::new();
        for (request, answered) in [keys, texts] {
            answered.await?;
            let all: Array = request.result()?.unchecked_into();
            found.push(all.iter().map(|one| one.as_string()).collect::<Vec<_>>());
        }
        let texts = found.pop().unwrap_or_default();
        let keys = found.pop().unwrap_or_default();
        // What is no text was not written by us.
        let both = keys.into_iter().zip(texts);
        Ok(both.filter_map(|(key, text)| key.zip(text)).collect())
    }

    /// Keeps texts, each under its key, and deletes what is kept under other keys, all or nothing; done once it is on the
    /// disk.
    ///
    /// # Errors
    /// Where the browser refuses, or where all was erased since `known`: then nothing is changed.
    pub async fn replace(
        &self,
        texts: Vec<(String, String)>,
        gone: Vec<String>,
        known: Erasure,
    ) -> Result<(), Refused> {
        let transaction = self.writing()?;
        let (_, found) = slots_in(&transaction).await?;
        if found.is_after(known) {
            return Err(Refused);
        }
        for (key, text) in texts {
            put(&transaction, &key, &text)?;
        }
        for key in gone {
            transaction.object_store(STORE)?.delete(&key.into())?;
        }
        finished(&transaction).await
    }
}
