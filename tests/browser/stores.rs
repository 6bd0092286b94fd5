//! Both stores keep what they are given, and refuse with an error, never a panic.

use numea::browser::database::{Database, Slots};
use numea::browser::storage::LocalStorage;
use numea::browser::{clock, js};
use numea::domain::safekeeping::erasure::{ERASED, Erasure};
use numea::domain::safekeeping::record::Record;
use numea::domain::safekeeping::slots::SLOTS;
use numea::domain::safekeeping::startup::Kept;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

const HOSTILE: [&str; 4] = [
    "",
    "é \u{202f}« 🚜 »",
    "\"\\\n\u{1}",
    "<img src=x onerror=alert(1)>",
];

#[wasm_bindgen_test]
fn local_storage_gives_back_what_it_kept() {
    let local = LocalStorage::probe().unwrap();
    for text in HOSTILE {
        local.write("test", text).unwrap();
        assert_eq!(local.read("test").unwrap().as_deref(), Some(text));
    }
    assert_eq!(local.read("never written").unwrap(), None);
}

#[wasm_bindgen_test]
fn a_text_too_large_for_local_storage_is_refused_and_the_old_one_stays() {
    let local = LocalStorage::probe().unwrap();
    local.write("large", "small").unwrap();
    assert!(local.write("large", &"x".repeat(20_000_000)).is_err());
    assert_eq!(local.read("large").unwrap().as_deref(), Some("small"));
}

#[wasm_bindgen_test]
async fn the_database_gives_back_what_it_kept_to_a_later_connection() {
    for text in HOSTILE {
        let database = Database::open().await.unwrap();
        let texts = vec![("test".to_owned(), text.to_owned())];
        database.write(texts, Erasure::default()).await.unwrap();
        let later = Database::open().await.unwrap();
        assert_eq!(later.read("test").await.unwrap().as_deref(), Some(text));
    }
    let database = Database::open().await.unwrap();
    assert_eq!(database.read("never written").await.unwrap(), None);
}

#[wasm_bindgen_test]
async fn what_never_answers_is_given_up() {
    let never = js_sys::Promise::new(&mut |_, _| {});
    assert!(js::within(20, never).await.is_err());
    let now = js_sys::Promise::resolve(&JsValue::from(5));
    assert_eq!(js::within(20_000, now).await.unwrap(), JsValue::from(5));
}

#[wasm_bindgen_test]
fn calling_what_is_not_there_is_an_error() {
    let object = js::object(&[("answer", 42.into())]);
    assert_eq!(js::get(&object, "answer"), JsValue::from(42));
    assert!(js::call(&object, "answer", &[]).is_err());
    assert!(js::call(&JsValue::NULL, "anything", &[]).is_err());
    assert!(js::get(&JsValue::NULL, "anything").is_undefined());
}

#[wasm_bindgen_test]
fn the_clock_gives_a_moment_of_this_century() {
    let now = clock::now().unwrap().to_string();
    assert!(now.starts_with("20") && now.len() == 19, "{now}");
}

/// A database that holds nothing, not even the mark of an erasure.
async fn blank() -> Database {
    let database = Database::open().await.unwrap();
    for key in database.keys("").await.unwrap() {
        database.delete(&key).await.unwrap();
    }
    database
}

#[wasm_bindgen_test]
async fn an_exchange_reads_and_writes_in_one_transaction() {
    let database = blank().await;
    let one = vec![(SLOTS[0].to_owned(), "one".to_owned())];
    database.write(one, Erasure::default()).await.unwrap();
    let decide = |(present, mark): Slots| {
        assert_eq!(present, [Kept::Text("one".to_owned()), Kept::Nothing]);
        assert_eq!(mark, Erasure::default());
        vec![
            (SLOTS[1].to_owned(), "two".to_owned()),
            ("set-aside:test".to_owned(), "one".to_owned()),
        ]
    };
    database.exchange(Box::new(decide)).await.unwrap();
    let kept = |text: &str| Kept::Text(text.to_owned());
    let (slots, _) = database.slots().await.unwrap();
    assert_eq!(slots, [kept("one"), kept("two")]);
    let aside = database.read("set-aside:test").await;
    assert_eq!(aside, Ok(Some("one".to_owned())));
}

#[wasm_bindgen_test]
async fn what_is_erased_leaves_a_mark_and_a_page_that_did_not_hear_of_it_writes_nothing_more() {
    let database = blank().await;
    let text = |key: &str| vec![(key.to_owned(), "one".to_owned())];
    database
        .write(text("test"), Erasure::default())
        .await
        .unwrap();
    let mark = Erasure::of_all(7);
    database.erase(mark).await.unwrap();
    assert_eq!(database.keys("").await.unwrap(), [ERASED]);
    assert_eq!(database.slots().await.unwrap().1, mark);
    let late = database.write(text("copy:late"), Erasure::default()).await;
    assert!(late.is_err());
    assert_eq!(database.keys("").await.unwrap(), [ERASED]);
    database.write(text("copy:new"), mark).await.unwrap();
    assert_eq!(database.keys("copy:").await.unwrap(), ["copy:new"]);
    blank().await;
}

#[wasm_bindgen_test]
async fn what_an_erasure_covers_that_did_not_reach_the_database_is_deleted_from_it() {
    let database = blank().await;
    let mark = Erasure::of_all(7);
    let record = |revision| Record::new(revision, "{}".to_owned()).write();
    let texts = [
        (SLOTS[0], record(6)),
        (SLOTS[1], record(mark.number + 1)),
        ("copy:a", record(7)),
        ("set-aside:b", "[true".to_owned()),
    ];
    let texts = texts.map(|(key, text)| (key.to_owned(), text)).to_vec();
    database.write(texts, Erasure::default()).await.unwrap();
    database.erase(mark).await.unwrap();
    assert_eq!(database.keys("").await.unwrap(), [SLOTS[1], ERASED]);
    assert_eq!(database.slots().await.unwrap().1, mark);
    blank().await;
}
