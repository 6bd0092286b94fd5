//! JSON, read and written piece by piece: a member is its raw text until somebody asks what it is.
//!
//! Our own, because any reading through serde_json costs 25 kB of brotli on the first load (its errors
//! can print floats, which no format of ours has). Tests hold it against serde_json. Reading is total:
//! it refuses, it never panics, and its depth is bounded.

mod layout;
mod places;
mod scan;

use litemap::LiteMap;

pub use layout::{compact, indented};
pub use places::{element_at, member_at, stops_at, twin_at};
use scan::{Scanner, whole};

/// Deepest nesting that is read.
const DEPTH_MAX: u8 = 32;

/// Most members of an object and values of a list: far above the fullest dossier's, so that a file made
/// of tiny values cannot take forty times its size in memory.
pub const ENTRIES_MAX: usize = 10_000;

/// The text is not JSON, or not of the kind that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not JSON of the kind expected")]
pub struct NotThis;

/// The members of a JSON object, each as its raw text. A name that stands twice is refused.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Members(LiteMap<String, String>);

impl Members {
    /// The members of this object.
    pub fn read(text: &str) -> Result<Self, NotThis> {
        let mut members = LiteMap::new();
        whole(text, |scanner| {
            scanner.object(DEPTH_MAX, &mut |name, value| {
                let twin = members.insert(string(name)?, value.to_owned());
                let is_fine = twin.is_none() && members.len() <= ENTRIES_MAX;
                is_fine.then_some(()).ok_or(NotThis)
            })
        })?;
        Ok(Self(members))
    }

    /// The raw text of a member.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// Takes a member away.
    pub fn remove(&mut self, name: &str) {
        self.0.remove(name);
    }

    /// Sets a member to a raw text, which must be JSON.
    pub fn set(&mut self, name: &str, value: String) {
        self.0.insert(name.to_owned(), value);
    }

    /// Every member, in alphabetical order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The object as text.
    pub fn write(&self) -> String {
        let member = |(name, value)| [quoted(name).as_str(), ":", value].concat();
        enclosed("{", self.iter().map(member), "}")
    }
}

/// The values of the list that this raw text is, each as its raw text.
pub fn list(raw: &str) -> Result<Vec<String>, NotThis> {
    let mut values = Vec::new();
    whole(raw, |scanner| {
        scanner.array(DEPTH_MAX, &mut |value| {
            values.push(value.to_owned());
            (values.len() <= ENTRIES_MAX).then_some(()).ok_or(NotThis)
        })
    })?;
    Ok(values)
}

/// The whole number, 0 or more, that this raw text is.
pub fn number(raw: &str) -> Result<u64, NotThis> {
    let is_plain = raw.bytes().all(|byte| byte.is_ascii_digit());
    if is_plain {
        raw.parse().map_err(|_| NotThis)
    } else {
        Err(NotThis)
    }
}

/// The string that this raw text is.
pub fn string(raw: &str) -> Result<String, NotThis> {
    whole(raw, Scanner::string)?;
    let inside = raw
        .trim()
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'))
        .ok_or(NotThis)?;
    let mut string = String::with_capacity(inside.len());
    let mut chars = inside.chars();
    while let Some(char) = chars.next() {
        string.push(if char == '\\' {
            unescaped(&mut chars)?
        } else {
            char
        });
    }
    Ok(string)
}

/// A string as JSON text. What needs no escape goes in one piece: a whole dossier is quoted at each edit.
pub fn quoted(text: &str) -> String {
    let is_special = |byte| matches!(byte, b'"' | b'\\' | 0..b' ');
    let mut json = String::with_capacity(text.len() + text.len() / 16 + 2);
    json.push('"');
    let mut rest = text;
    while let Some(place) = rest.bytes().position(is_special) {
        let (plain, special) = rest.split_at(place);
        let (special, after) = special.split_at(1);
        json.push_str(plain);
        match special {
            "\n" => json.push_str("\\n"),
            "\"" | "\\" => {
                json.push('\\');
                json.push_str(special);
            }
            control => {
                let code = control.bytes().next().unwrap_or_default();
                json.push_str(&format!("\\u{code:04x}"));
            }
        }
        rest = after;
    }
    json.push_str(rest);
    json.push('"');
    json
}

/// A list as JSON text, of values that already are.
pub fn listed(values: impl IntoIterator<Item = String>) -> String {
    enclosed("[", values.into_iter(), "]")
}

/// With commas between. Written by hand: `join` of the standard library weighs six times as much.
fn enclosed(open: &str, values: impl Iterator<Item = String>, close: &str) -> String {
    let mut text = open.to_owned();
    for (place, value) in values.enumerate() {
        if place > 0 {
            text.push(',');
        }
        text.push_str(&value);
    }
    text.push_str(close);
    text
}

/// The character after a backslash; two escaped halves make one character.
fn unescaped(chars: &mut std::str::Chars<'_>) -> Result<char, NotThis> {
    Ok(match chars.next().ok_or(NotThis)? {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'b' => '\u{8}',
        'f' => '\u{c}',
        'u' => {
            let unit = unit(chars)?;
            let is_high_half = (0xd800..0xdc00).contains(&unit);
            let code = if is_high_half {
                let follows = chars.next() == Some('\\') && chars.next() == Some('u');
                let low = follows.then(|| self::unit(chars)).ok_or(NotThis)??;
                let low = low
                    .checked_sub(0xdc00)
                    .filter(|low| *low < 0x400)
                    .ok_or(NotThis)?;
                0x10000 + ((unit - 0xd800) << 10) + low
            } else {
                unit
            };
            char::from_u32(code).ok_or(NotThis)?
        }
        other => other,
    })
}

/// Four hexadecimal digits.
fn unit(chars: &mut std::str::Chars<'_>) -> Result<u32, NotThis> {
    (0..4).try_fold(0, |unit, _| {
        let digit = chars
            .next()
            .and_then(|char| char.to_digit(16))
            .ok_or(NotThis)?;
        Ok(unit * 16 + digit)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_kept_as_they_were_written() {
        let text = r#"{"a":[1,2.50],"b":{"c":null},"é\n":"\"x\\"}"#;
        assert_eq!(
            Members::read(text)
                .map(|members| members.write())
                .as_deref(),
            Ok(text)
        );
    }

    #[test]
    fn what_is_not_of_the_kind_is_refused() {
        for text in [
            "",
            "[]",
            "null",
            "{",
            "{\"a\":}",
            "{} x",
            "{\"a\":1,}",
            "{\"a\":1,\"a\":2}",
        ] {
            assert_eq!(Members::read(text), Err(NotThis), "{text}");
        }
        for text in [
            "-1",
            "1.0",
            "1e3",
            "\"1\"",
            "",
            "+1",
            "99999999999999999999",
        ] {
            assert_eq!(number(text), Err(NotThis), "{text}");
        }
        for text in [
            "5",
            "\"",
            "\"\\\"",
            "\"\\u12\"",
            "\"\\ud800\"",
            "\"\\ud800\\u0041\"",
            "\"\n\"",
        ] {
            assert_eq!(string(text), Err(NotThis), "{text}");
        }
        assert_eq!(list("{}"), Err(NotThis));
    }

    #[test]
    fn entries_are_bounded() {
        let ones = |number: usize| format!("[{}]", vec!["1"; number].join(","));
        assert!(list(&ones(ENTRIES_MAX)).is_ok());
        assert_eq!(list(&ones(ENTRIES_MAX + 1)), Err(NotThis));
        let members = |number: usize| {
            let all: Vec<_> = (0..number).map(|n| format!("\"{n}\":1")).collect();
            format!("{{{}}}", all.join(","))
        };
        assert!(Members::read(&members(ENTRIES_MAX)).is_ok());
        assert_eq!(Members::read(&members(ENTRIES_MAX + 1)), Err(NotThis));
    }

    #[test]
    fn depth_is_bounded() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(list(&nested(32)).is_ok());
        assert_eq!(list(&nested(33)), Err(NotThis));
        assert_eq!(list(&"[".repeat(1_000_000)), Err(NotThis));
    }
}
