//! IndexedDB: the second, durable copy. localStorage alone loses up to a minute of work when the
//! browser is killed; a transaction with strict durability does not.
//!
//! web-sys has the durability option only behind an unstable flag, so the transaction is opened
//! through [`super::js`].

use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

use super::js;

const NAME: &str = "numea";
const STORE: &str = "v1";
/// Some browsers never answer in private windows: the start does not wait longer.
const PATIENCE: i32 = 4_000;

/// The browser refused, or did not answer in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the browser's database refused")]
pub struct Refused;

impl From<JsValue> for Refused {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// The open database.
#[derive(Clone, Debug)]
pub struct Database(IdbDatabase);

impl Database {
    /// Opens the database, creating it the first time.
    ///
    /// # Errors
    /// Where the browser has none, denies it or does not answer.
    pub async fn open() -> Result<Self, Refused> {
        let factory = web_sys::window()
            .ok_or(Refused)?
            .indexed_db()?
            .ok_or(Refused)?;
        let request = factory.open_with_u32(NAME, 1)?;
        let create = create_store(&request);
        request.set_onupgradeneeded(Some(create.unchecked_ref()));
        let opened = done(&request);
        js::within(PATIENCE, opened).await?;
        let database: IdbDatabase = request.result()?.unchecked_into();
        Ok(Self(database))
    }

    /// The text kept under this key.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn read(&self, key: &str) -> Result<Option<String>, Refused> {
        let store = self.0.transaction_with_str(STORE)?.object_store(STORE)?;
        let request = store.get(&key.into())?;
        js::within(PATIENCE, done(&request)).await?;
        Ok(request.result()?.as_string())
    }

    /// The keys that start so, in alphabetical order.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn keys(&self, start: &str) -> Result<Vec<String>, Refused> {
        let store = self.0.transaction_with_str(STORE)?.object_store(STORE)?;
        let request = store.get_all_keys()?;
        js::within(PATIENCE, done(&request)).await?;
        let keys: Array = request.result()?.unchecked_into();
        let keys = keys.iter().filter_map(|key| key.as_string());
        Ok(keys.filter(|key| key.starts_with(start)).collect())
    }

    /// Keeps a text under this key; done once it is on the disk.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn write(&self, key: &str, text: &str) -> Result<(), Refused> {
        let (transaction, store) = self.writing()?;
        store.put_with_key(&text.into(), &key.into())?;
        completed(&transaction).await
    }

    /// Deletes what is kept under this key; done once the disk knows.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn delete(&self, key: &str) -> Result<(), Refused> {
        let (transaction, store) = self.writing()?;
        store.delete(&key.into())?;
        completed(&transaction).await
    }

    /// Deletes everything that is kept; done once the disk knows.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn clear(&self) -> Result<(), Refused> {
        let (transaction, store) = self.writing()?;
        store.clear()?;
        completed(&transaction).await
    }

    fn writing(&self) -> Result<(IdbTransaction, IdbObjectStore), Refused> {
        let options = js::object(&[("durability", "strict".into())]);
        let arguments = [STORE.into(), "readwrite".into(), options];
        let transaction: IdbTransaction =
            js::call(&self.0, "transaction", &arguments)?.dyn_into()?;
        let store = transaction.object_store(STORE)?;
        Ok((transaction, store))
    }
}

/// Waits until the transaction is on the disk.
async fn completed(transaction: &IdbTransaction) -> Result<(), Refused> {
    js::settled(|resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onerror(Some(&reject));
        transaction.set_onabort(Some(&reject));
    })
    .await?;
    Ok(())
}

/// The handler that makes our one store; it stays alive as long as the request may call it.
fn create_store(request: &IdbOpenDbRequest) -> JsValue {
    let request = request.clone();
    wasm_bindgen::closure::Closure::once_into_js(move || {
        if let Ok(database) = request.result() {
            let database: IdbDatabase = database.unchecked_into();
            // A failure here aborts the opening, which then reports it.
            let _ = database.create_object_store(STORE);
        }
    })
}

fn done(request: &IdbRequest) -> Promise {
    Promise::new(&mut |resolve: Function, reject: Function| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    })
}
