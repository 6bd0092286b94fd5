//! Valid JSON with some of its values changed, so that what lies behind the grammar is reached.

use super::bytes::Bytes;
use serde_json::{Map, Value, json};

/// Names that the formats give a meaning to, and some that they do not.
const NAMES: [&str; 30] = [
    "1",
    "2",
    "3",
    "0",
    "4",
    "01",
    "1.1.1",
    "1.1.2",
    "2.3.2",
    "9.9.9",
    "255.255.255",
    "1.1",
    "7",
    "4294967295",
    "answers",
    "identity",
    "plan",
    "lastId",
    "objectives",
    "editedAt",
    "ticked",
    "state",
    "note",
    "proofs",
    "field",
    "item",
    "status",
    "priority",
    "__proto__",
    "",
];

const NUMBERS: [f64; 14] = [
    0.0,
    1.0,
    2.0,
    31.0,
    32.0,
    33.0,
    -1.0,
    500.0,
    1999.0,
    2026.0,
    0.5,
    4294967295.0,
    4294967296.0,
    1e300,
];

const TEXTS: [&str; 22] = [
    "",
    "1.1.1",
    "1.1",
    "1.2.1",
    "2.3.2",
    "0.1",
    "none",
    "unknown",
    "not-applicable",
    "done",
    "ongoing",
    "high",
    "lycee",
    "2026-11-23",
    "2026-02-30",
    "2026-11-23T10:42:05",
    "\u{0}",
    "\u{202e}",
    "\"\\",
    "javascript:alert(1)",
    "https://exemple.fr/",
    "é\u{301}\u{1f69c}",
];

/// The tree with one to six of its values changed.
pub fn shaken(seed: &Value, bytes: &mut Bytes) -> Value {
    let mut tree = seed.clone();
    for _ in 0..=bytes.below(6) {
        let (place, source) = (bytes.below(size(&tree)), bytes.below(size(&tree)));
        let other = nth(&mut tree, source).clone();
        change(nth(&mut tree, place), other, bytes);
    }
    tree
}

/// How many values a tree has, itself included.
fn size(tree: &Value) -> usize {
    1 + match tree {
        Value::Array(values) => values.iter().map(size).sum(),
        Value::Object(members) => members.values().map(size).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 0,
    }
}

/// The value at this place, counted from the root.
fn nth(tree: &mut Value, place: usize) -> &mut Value {
    if place == 0 {
        return tree;
    }
    let children: Vec<&mut Value> = match tree {
        Value::Array(values) => values.iter_mut().collect(),
        Value::Object(members) => members.values_mut().collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
    };
    let mut rest = place - 1;
    for child in children {
        let len = size(child);
        if rest < len {
            return nth(child, rest);
        }
        rest -= len;
    }
    unreachable!("a place is below the size")
}

fn change(value: &mut Value, other: Value, bytes: &mut Bytes) {
    match value {
        Value::Object(members) if bytes.below(3) > 0 => change_members(members, other, bytes),
        Value::Array(values) if bytes.below(3) > 0 => match bytes.below(3) {
            0 => drop(values.pop()),
            1 => values.extend(values.clone().into_iter().take(40)),
            _ => values.push(other),
        },
        _ => *value = fresh(other, bytes),
    }
}

fn change_members(members: &mut Map<String, Value>, other: Value, bytes: &mut Bytes) {
    let nth_name = bytes.below(members.len());
    let name = members.keys().nth(nth_name).cloned().unwrap_or_default();
    match bytes.below(4) {
        0 => drop(members.remove(&name)),
        1 => {
            let value = members.remove(&name).unwrap_or(Value::Null);
            members.insert(bytes.one_of(&NAMES).to_owned(), value);
        }
        2 => drop(members.insert(bytes.one_of(&NAMES).to_owned(), other)),
        _ => drop(members.insert(bytes.one_of(&NAMES).to_owned(), fresh(other, bytes))),
    }
}

fn fresh(other: Value, bytes: &mut Bytes) -> Value {
    match bytes.below(10) {
        0 => Value::Null,
        1 => Value::Bool(true),
        2 => json!(bytes.one_of(&NUMBERS)),
        3 => json!(bytes.one_of(&NUMBERS) as i64),
        4 => json!(bytes.one_of(&TEXTS)),
        5 => {
            let len = bytes.below(24);
            Value::String(bytes.text(len))
        }
        6 => Value::String(bytes.one_of(&TEXTS).repeat(1 + bytes.below(4_200))),
        7 => (0..bytes.below(40)).fold(Value::Null, |inner, _| json!([inner])),
        8 => bytes.one_of(&[json!({}), json!([])].each_ref()).clone(),
        _ => other,
    }
}
