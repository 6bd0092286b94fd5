//! Several dossiers in one browser: what belongs to one is in no other.

use numea::browser::database::Database;
use numea::browser::locks::{Manner, Request};
use numea::browser::storage::LocalStorage;
use numea::domain::safekeeping::erasure::Erasure;
use numea::domain::world::{DossierId, World};
use wasm_bindgen_test::wasm_bindgen_test;

fn world(id: &str) -> World {
    World::of(DossierId::read(id).unwrap())
}

#[wasm_bindgen_test]
async fn what_one_dossier_keeps_is_in_no_other() {
    let other = world("0000000e");
    let local = LocalStorage::probe().unwrap();
    local.write("whose", "first").unwrap();
    local.of(other).write("whose", "other").unwrap();
    assert_eq!(local.read("whose").unwrap().as_deref(), Some("first"));
    assert!(local.keys("").iter().all(|key| !key.contains("0000000e")));
    assert_eq!(local.of(other).keys("wh"), ["whose"]);

    let database = Database::of(other).await.unwrap();
    let texts = vec![("whose".to_owned(), "other".to_owned())];
    database.write(texts, Erasure::default()).await.unwrap();
    let first = Database::open().await.unwrap();
    assert_ne!(first.read("whose").await.unwrap().as_deref(), Some("other"));
}

#[wasm_bindgen_test]
async fn looking_for_the_database_of_a_dossier_makes_none() {
    let none = world("0000000d");
    assert!(Database::existing(none).await.unwrap().is_none());
    assert!(Database::existing(none).await.unwrap().is_none());
    Database::of(none).await.unwrap();
    assert!(Database::existing(none).await.unwrap().is_some());
}

#[wasm_bindgen_test]
async fn of_two_texts_under_one_key_the_one_that_is_newer_stays_whoever_comes_first() {
    let list = Database::of(World::LIBRARY).await.unwrap();
    for text in ["2", "3", "1"] {
        let texts = vec![("0000000c".to_owned(), text.to_owned())];
        list.settle(texts, |kept, other| other > kept)
            .await
            .unwrap();
    }
    assert_eq!(list.read("0000000c").await.unwrap().as_deref(), Some("3"));
}

#[wasm_bindgen_test]
async fn each_dossier_has_a_lock_of_its_own() {
    let [one, other] = ["0000000a", "0000000b"].map(world);
    for world in [one, other] {
        let lock = Request::of(world, Manner::IfFree).unwrap();
        assert_eq!(lock.was_free().await, Ok(true));
    }
    let again = Request::of(one, Manner::IfFree).unwrap();
    assert_eq!(again.was_free().await, Ok(false));
}
