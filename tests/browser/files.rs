//! Files are read as they are, or refused; what is too big is not even read.

use js_sys::{Array, Promise, Reflect, Uint8Array};
use numea::browser::database::Database;
use numea::browser::file::{Picked, save};
use numea::browser::storage::LocalStorage;
use numea::domain::formats::file::{BYTES_MAX, FileError, text_of};
use numea::domain::safekeeping::erasure::Erasure;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::File;

fn of_text(text: &str) -> File {
    File::new_with_str_sequence(&Array::of1(&text.into()), "numea.json").unwrap()
}

fn of_bytes(bytes: &[u8]) -> Picked {
    let bytes = Uint8Array::from(bytes);
    File::new_with_u8_array_sequence(&Array::of1(&bytes), "numea.json")
        .unwrap()
        .into()
}

#[wasm_bindgen_test]
async fn a_file_is_read_to_the_letter() {
    for text in ["", "é \u{202f}« 🚜 »\r\n", "\u{feff}{}"] {
        let picked = Picked::from(of_text(text));
        assert_eq!(picked.read().await.as_deref(), Ok(text.as_bytes()));
        assert_eq!(picked.name(), "numea.json");
    }
}

#[wasm_bindgen_test]
async fn what_is_no_utf_8_is_read_as_it_is_and_is_no_text() {
    for bytes in [
        &[0xff, 0xfe, 0x7b, 0x00][..],
        &[0x89, 0x50, 0x4e, 0x47],
        &[b'{', 0xe9],
    ] {
        let read = of_bytes(bytes).read().await.unwrap();
        assert_eq!(read, bytes);
        assert_eq!(text_of(read), Err(FileError::NotText));
    }
}

#[wasm_bindgen_test]
async fn a_file_that_is_too_big_is_refused_before_it_is_read() {
    let file = of_text(&"x".repeat(BYTES_MAX + 1));
    // Reading it would now be an uncaught error.
    Reflect::set(&file, &"arrayBuffer".into(), &JsValue::NULL).unwrap();
    assert_eq!(Picked::from(file).read().await, Err(FileError::TooBig));
    let largest = of_text(&"x".repeat(BYTES_MAX));
    assert_eq!(
        Picked::from(largest).read().await.map(|bytes| bytes.len()),
        Ok(BYTES_MAX)
    );
}

#[wasm_bindgen_test]
async fn a_file_that_is_gone_is_refused() {
    let file = of_text("{}");
    let gone = js_sys::Function::new_no_args("return Promise.reject(new Error('gone'))");
    Reflect::set(&file, &"arrayBuffer".into(), &gone).unwrap();
    assert_eq!(Picked::from(file).read().await, Err(FileError::Refused));
}

#[wasm_bindgen_test]
async fn a_text_is_given_to_be_saved_under_its_name() {
    let listened = Promise::new(&mut |resolve, _| {
        let document = web_sys::window().unwrap().document().unwrap();
        document
            .add_event_listener_with_callback("click", &resolve)
            .unwrap();
    });
    save("numea-cfa.json", "{\"a\": \"é\"}").unwrap();
    let event = wasm_bindgen_futures::JsFuture::from(listened)
        .await
        .unwrap();
    let link = Reflect::get(&event, &"target".into()).unwrap();
    let of_link = |name: &str| {
        Reflect::get(&link, &name.into())
            .unwrap()
            .as_string()
            .unwrap()
    };
    assert_eq!(of_link("download"), "numea-cfa.json");
    assert!(of_link("href").starts_with("blob:"));
}

#[wasm_bindgen_test]
async fn keys_are_found_by_their_start_and_deleted_alone() {
    let database = Database::open().await.unwrap();
    let local = LocalStorage::probe().unwrap();
    for key in ["found:2", "found:1", "other"] {
        let text = vec![(key.to_owned(), key.to_owned())];
        database.write(text, Erasure::default()).await.unwrap();
        local.write(key, key).unwrap();
    }
    assert_eq!(
        database.keys("found:").await.unwrap(),
        ["found:1", "found:2"]
    );
    let mut keys = local.keys("found:");
    keys.sort();
    assert_eq!(keys, ["found:1", "found:2"]);
    database.delete("found:1").await.unwrap();
    local.delete("found:1").unwrap();
    assert_eq!(database.keys("found:").await.unwrap(), ["found:2"]);
    assert_eq!(local.keys("found:"), ["found:2"]);
    assert_eq!(
        database.read("other").await.unwrap().as_deref(),
        Some("other")
    );
}
