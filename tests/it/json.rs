//! Our reading of JSON, held against serde_json's.

use numea::domain::json::{Members, list, quoted, string};
use proptest::prelude::*;
use serde_json::Value;

/// Texts that are nearly JSON: pieces of its grammar, strung together.
fn nearly_json() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"a\"",
        "\"b\\u00e9\"",
        "\"\\ud83d\\ude9c\"",
        "\"\\x\"",
        "1",
        "-0.5e+3",
        "01",
        "1.",
        "true",
        "nul",
        "null",
        " ",
        "\n",
        "\"",
        "\\",
        "é",
        "\u{1}",
    ]);
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

/// Any JSON value, numbers included.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<i32>().prop_map(|number| Value::from(f64::from(number) / 4.0)),
        "\\PC{0,12}|[\u{0}-\u{1f}\"\\\\]{0,4}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map("[a-zé\"\\\\ ]{0,6}", inner, 0..5)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn it_accepts_the_same_objects_lists_and_strings(text in nearly_json()) {
        let theirs: Option<Value> = serde_json::from_str(&text).ok();
        // serde_json keeps the last of two members of one name, ours refuses them.
        let has_twins = text.matches("\"a\"").count() > 1 || text.matches("\"b\\u00e9\"").count() > 1;
        if !has_twins {
            prop_assert_eq!(Members::read(&text).is_ok(), theirs.as_ref().is_some_and(Value::is_object));
            prop_assert_eq!(list(&text).is_ok(), theirs.as_ref().is_some_and(Value::is_array));
        }
        prop_assert_eq!(string(&text).ok(), theirs.as_ref().and_then(Value::as_str).map(str::to_owned));
    }

    #[test]
    fn it_reads_what_serde_json_writes(value in any_json(), pretty in any::<bool>()) {
        let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) }.unwrap();
        match &value {
            Value::Object(members) => {
                let ours = Members::read(&text).unwrap();
                prop_assert_eq!(ours.iter().count(), members.len());
                for (name, raw) in ours.iter() {
                    prop_assert_eq!(&serde_json::from_str::<Value>(raw).unwrap(), &members[name]);
                }
                prop_assert_eq!(serde_json::from_str::<Value>(&ours.write()).unwrap(), value);
            }
            Value::Array(values) => {
                let ours: Vec<Value> =
                    list(&text).unwrap().iter().map(|raw| serde_json::from_str(raw).unwrap()).collect();
                prop_assert_eq!(&ours, values);
            }
            Value::String(text_inside) => prop_assert_eq!(&string(&text).unwrap(), text_inside),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    #[test]
    fn serde_json_reads_what_it_quotes(text in any::<String>()) {
        prop_assert_eq!(serde_json::from_str::<String>(&quoted(&text)).unwrap(), text.clone());
        prop_assert_eq!(string(&quoted(&text)).unwrap(), text);
    }
}
