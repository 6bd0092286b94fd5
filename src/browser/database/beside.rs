//! Texts beside the slots: many at once, read and written each in one transaction.

use js_sys::{Array, JsString};
use wasm_bindgen::{JsCast, JsValue};
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
        let both = self.all(start).await?;
        // What is no text was not written by us.
        let both = both.filter_map(|(key, text)| key.as_string().zip(text.as_string()));
        Ok(both.collect())
    }

    /// The same, of each text only as many characters at its beginning and at its end: what is between does not come over
    /// from the browser's memory.
    ///
    /// # Errors
    /// Where the browser refuses, or does not answer in time.
    pub async fn ends(
        &self,
        start: &str,
        size: u32,
    ) -> Result<Vec<(String, [String; 2])>, Refused> {
        let both = self.all(start).await?.filter(|(_, text)| text.is_string());
        let ends = both.filter_map(|(key, text)| {
            let text: JsString = text.unchecked_into();
            let length = text.length();
            let ends = [
                text.substring(0, size),
                text.substring(length.saturating_sub(size), length),
            ];
            Some((key.as_string()?, ends.map(String::from)))
        });
        Ok(ends.collect())
    }

    /// What is kept under the keys that start so, with them.
    async fn all(&self, start: &str) -> Result<impl Iterator<Item = (JsValue, JsValue)>, Refused> {
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
        let answer = async |(request, answered): (IdbRequest, JsFuture)| -> Result<Array, Refused> {
            answered.await?;
            // A browser that answers with no list has not answered.
            request.result()?.dyn_into().map_err(|_| Refused)
        };
        let (keys, texts) = (answer(keys).await?, answer(texts).await?);
        Ok(keys.to_vec().into_iter().zip(texts.to_vec()))
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
