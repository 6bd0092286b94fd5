//! Folders that are dropped are walked through, all of them and no more than was asked for.

use js_sys::{Array, Function, Reflect};
use numea::browser::folder::Dropped;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Event;

/// An event that drops a folder of `many` files beside a folder in it of one, as browsers hand it over: a hundred entries at a
/// time. With `round` the inner folder holds itself, as a link between folders does.
fn drop_of(many: u32, round: bool) -> Event {
    let make = Function::new_with_args(
        "many, round",
        "const file = (name, path) => ({ isDirectory: false, name, fullPath: path, file: (done) => done(new File(['{}'], name)) });
         const folder = (path, inside) => ({ isDirectory: true, fullPath: path, createReader: () => {
           const left = inside();
           return { readEntries: (done) => done(left.splice(0, 100)) };
         } });
         const inner = folder('/outer/inner', () => [file('z.json', '/outer/inner/z.json'), ...(round ? [inner] : [])]);
         const outer = folder('/outer', () => [...Array.from({ length: many }, (_, n) => file(`${n}.json`, `/outer/${n}.json`)), inner]);
         const event = new Event('drop');
         Object.defineProperty(event, 'dataTransfer', { value: { items: { length: 1, 0: { webkitGetAsEntry: () => outer } }, files: [] } });
         return event;",
    );
    let asked = Array::of2(&many.into(), &round.into());
    let made = Reflect::apply(&make, &JsValue::NULL, &asked).unwrap();
    made.dyn_into().unwrap()
}

#[wasm_bindgen_test]
async fn every_file_of_a_dropped_folder_is_listed_with_its_path() {
    let (files, is_whole) = Dropped::of(&drop_of(250, false)).list(1_000).await;
    assert_eq!(files.len(), 251);
    assert!(is_whole);
    let path = |place: usize| files.get(place).map(|one| one.path.as_str());
    assert_eq!(path(0), Some("outer/0.json"));
    assert_eq!(path(249), Some("outer/249.json"));
    assert_eq!(path(250), Some("outer/inner/z.json"));
    let last = files.last().unwrap();
    assert_eq!(last.file.read().await.as_deref(), Ok(&b"{}"[..]));
}

#[wasm_bindgen_test]
async fn no_more_files_are_listed_than_asked_for_and_that_is_told() {
    let (files, is_whole) = Dropped::of(&drop_of(250, false)).list(100).await;
    assert_eq!((files.len(), is_whole), (100, false));
}

#[wasm_bindgen_test]
async fn a_folder_that_holds_itself_comes_to_an_end() {
    let (files, is_whole) = Dropped::of(&drop_of(0, true)).list(1_000).await;
    assert!(is_whole && files.len() < 20, "{}", files.len());
}
