//! IndexedDB: the second, durable copy. localStorage alone loses up to a minute of work when the
//! browser is killed; a transaction with strict durability does not.
//!
//! web-sys has the durability option only behind an unstable flag, so the transaction is opened
//! through [`super::js`].

mod beside;
mod others;

use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, IdbDatabase, IdbOpenDbRequest, IdbRequest, IdbTransaction};

use super::{js, world};
use crate::domain::safekeeping::erasure::{ERASED, Erasure};
use crate::domain::safekeeping::slots::SLOTS;
use crate::domain::safekeeping::startup::Kept;
use crate::domain::world::World;

const STORE: &str = "v1";
/// Some browsers never answer in private windows: the start does not wait longer.
const PATIENCE: i32 = 4_000;
/// A slow disk takes seconds; one that takes longer is said not to have kept anything.
const WRITING: i32 = 15_000;

/// The browser refused, or did not answer in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the browser's database refused")]
pub struct Refused;

impl From<JsValue> for Refused {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// What the slots of the dossier hold, and the mark that the last erasure left.
pub type Slots = ([Kept; 2], Erasure);

/// Gives the texts to keep, each with its key, from what the slots hold.
pub type Decide = dyn FnOnce(Slots) -> Vec<(String, String)>;

/// The open database.
#[derive(Clone, Debug)]
pub struct Database(IdbDatabase);

impl Database {
    /// Opens the database of the dossier that this page is on, creating it the first time.
    ///
    /// # Errors
    /// Where the browser has none, denies it or does not answer.
    pub async fn open() -> Result<Self, Refused> {
        Opening::start()?.done().await
    }

    /// Opens the database however long that takes: a slow disk that starts takes more than the start waits for.
    ///
    /// # Errors
    /// Where the browser has none or denies it.
    pub async fn open_late() -> Result<Self, Refused> {
        let request = ask(world::here(), create_store)?;
        JsFuture::from(done(&request)).await?;
        Ok(Self(request.result()?.unchecked_into()))
    }

    /// Calls `then` where the browser closes the connection by itself.
    pub fn on_close(&self, then: impl FnMut() + 'static) {
        let then = Closure::<dyn FnMut()>::new(then).into_js_value();
        self.0.set_onclose(Some(then.unchecked_ref()));
    }

    /// The text kept under this key.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn read(&self, key: &str) -> Result<Option<String>, Refused> {
        let transaction = self.0.transaction_with_str(STORE)?;
        let [kept] = read_in(&transaction, [key]).await?;
        Ok(kept.text().map(str::to_owned))
    }

    /// What the slots of the dossier hold, and the mark that the last erasure left.
    ///
    /// # Errors
    /// Where the browser refuses, or does not answer in time.
    pub async fn slots(&self) -> Result<Slots, Refused> {
        slots_in(&self.0.transaction_with_str(STORE)?).await
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

    /// Keeps texts, each under its key; done once they are on the disk.
    ///
    /// # Errors
    /// Where the browser refuses, or where all was erased since `known`: then nothing is kept.
    pub async fn write(&self, texts: Vec<(String, String)>, known: Erasure) -> Result<(), Refused> {
        let transaction = self.writing()?;
        let (_, found) = slots_in(&transaction).await?;
        if found.is_after(known) {
            return Err(Refused);
        }
        for (key, text) in texts {
            put(&transaction, &key, &text)?;
        }
        finished(&transaction).await
    }

    /// Reads the slots, then keeps the texts that `decide` gives, each under its key, in one transaction:
    /// no other tab can write in between, and all is kept or nothing. Done once it is on the disk.
    ///
    /// # Errors
    /// Where the browser refuses, or does not answer in time.
    pub async fn exchange(&self, decide: Box<Decide>) -> Result<(), Refused> {
        let transaction = self.writing()?;
        let present = slots_in(&transaction).await?;
        for (key, text) in decide(present) {
            put(&transaction, &key, &text)?;
        }
        finished(&transaction).await
    }

    /// Deletes what is kept under this key; done once the disk knows.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn delete(&self, key: &str) -> Result<(), Refused> {
        let transaction = self.writing()?;
        transaction.object_store(STORE)?.delete(&key.into())?;
        finished(&transaction).await
    }

    /// Deletes what this erasure covers, and leaves its mark; done once the disk knows.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn erase(&self, mark: Erasure) -> Result<(), Refused> {
        let keys = self.keys("").await?;
        let transaction = self.writing()?;
        let (mut slots, found) = slots_in(&transaction).await?;
        mark.hide(&mut slots, found);
        let store = transaction.object_store(STORE)?;
        if mark.is_whole(found) && slots == [Kept::Nothing, Kept::Nothing] {
            store.clear()?;
        } else {
            // Another tab has begun a new dossier since, while this page's thread stood still.
            for key in keys {
                let [kept] = read_in(&transaction, [&key]).await?;
                if kept.text().is_some_and(|text| mark.covers(text, found)) {
                    store.delete(&key.into())?;
                }
            }
        }
        put(&transaction, ERASED, &mark.newest(found).write())?;
        finished(&transaction).await
    }

    fn writing(&self) -> Result<IdbTransaction, Refused> {
        let options = js::object(&[("durability", "strict".into())]);
        let arguments = [STORE.into(), "readwrite".into(), options];
        let transaction = js::call(&self.0, "transaction", &arguments)?;
        transaction.dyn_into().map_err(|_| Refused)
    }
}

/// A database that is being opened, while the start does something else.
pub struct Opening {
    request: IdbOpenDbRequest,
    opened: JsFuture,
}

impl Opening {
    /// Asks for it.
    ///
    /// # Errors
    /// Where the browser has none or denies it.
    pub fn start() -> Result<Self, Refused> {
        Self::of(world::here(), create_store)
    }

    fn of(world: World, missing: fn(Event)) -> Result<Self, Refused> {
        let request = ask(world, missing)?;
        let opened = js::within(PATIENCE, done(&request));
        Ok(Self { request, opened })
    }

    /// Waits for it.
    ///
    /// # Errors
    /// Where the browser denies it or does not answer in time.
    pub async fn done(self) -> Result<Database, Refused> {
        self.opened.await?;
        Ok(Database(self.request.result()?.unchecked_into()))
    }
}

/// Asks for a database. Where there is none of this name, `missing` is called.
fn ask(world: World, missing: fn(Event)) -> Result<IdbOpenDbRequest, Refused> {
    let window = web_sys::window().ok_or(Refused)?;
    let factory = window.indexed_db()?.ok_or(Refused)?;
    let request = factory.open_with_u32(&world.database(), 1)?;
    let missing = Closure::<dyn FnMut(Event)>::new(missing).into_js_value();
    request.set_onupgradeneeded(Some(missing.unchecked_ref()));
    Ok(request)
}

/// What is kept under these keys, which are all asked for at once.
async fn read_in<const N: usize>(
    transaction: &IdbTransaction,
    keys: [&str; N],
) -> Result<[Kept; N], Refused> {
    let store = transaction.object_store(STORE)?;
    let mut asked = Vec::new();
    for key in keys {
        let request = store.get(&key.into())?;
        let answered = js::within(PATIENCE, done(&request));
        asked.push((request, answered));
    }
    let mut kept = [const { Kept::Nothing }; N];
    for ((request, answered), kept) in asked.into_iter().zip(&mut kept) {
        answered.await?;
        let found = request.result()?;
        if !found.is_undefined() {
            // What is no text was not written by us: it is treated as a text that cannot be read.
            let text = found.as_string().or_else(|| {
                let text = js_sys::JSON::stringify(&found).ok()?;
                text.as_string()
            });
            *kept = Kept::Text(text.unwrap_or_default());
        }
    }
    Ok(kept)
}

async fn slots_in(transaction: &IdbTransaction) -> Result<Slots, Refused> {
    let [first, second] = SLOTS;
    let [first, second, mark] = read_in(transaction, [first, second, ERASED]).await?;
    Ok(([first, second], Erasure::read(mark.text())))
}

fn put(transaction: &IdbTransaction, key: &str, text: &str) -> Result<(), Refused> {
    let store = transaction.object_store(STORE)?;
    store.put_with_key(&text.into(), &key.into())?;
    Ok(())
}

async fn finished(transaction: &IdbTransaction) -> Result<(), Refused> {
    let finished = Promise::new(&mut |resolve: Function, reject: Function| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onerror(Some(&reject));
        transaction.set_onabort(Some(&reject));
    });
    js::within(WRITING, finished).await?;
    Ok(())
}

/// Makes our one store. It holds nothing: where the store is there already it is never called, and would keep
/// the request and the connection for ever.
fn create_store(event: Event) {
    let request = event
        .target()
        .and_then(|target| target.dyn_into::<IdbRequest>().ok());
    if let Some(Ok(database)) = request.map(|request| request.result()) {
        let database: IdbDatabase = database.unchecked_into();
        // A failure here aborts the opening, which then reports it.
        let _ = database.create_object_store(STORE);
    }
}

fn done(request: &IdbRequest) -> Promise {
    Promise::new(&mut |resolve: Function, reject: Function| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    })
}
