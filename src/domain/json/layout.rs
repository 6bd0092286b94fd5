//! The white space of a JSON text: for people to read, or none. What stands inside strings is left alone.

/// How far the members of an object stand in from it.
const INDENT: &str = "  ";

/// The same JSON, one member a line. Lists stay on their line: those of our formats are short.
pub fn indented(json: &str) -> String {
    let json = compact(json);
    let mut text = String::with_capacity(json.len() * 2);
    let mut strings = Strings::default();
    let mut open = String::new();
    let mut chars = json.chars().peekable();
    while let Some(char) = chars.next() {
        if strings.take(char) {
            text.push(char);
            continue;
        }
        if char == '}' || char == ']' {
            open.pop();
        }
        if char == '}' && !text.ends_with('{') {
            new_line(&mut text, &open);
        }
        text.push(char);
        match char {
            '{' | '[' => {
                open.push(char);
                if char == '{' && chars.peek() != Some(&'}') {
                    new_line(&mut text, &open);
                }
            }
            ',' if open.ends_with('{') => new_line(&mut text, &open),
            ',' | ':' => text.push(' '),
            _ => {}
        }
    }
    text
}

/// The same JSON without white space. The text must be JSON: of one that is not it may make one.
pub fn compact(json: &str) -> String {
    let mut strings = Strings::default();
    json.chars()
        .filter(|char| strings.take(*char) || !matches!(char, ' ' | '\n' | '\r' | '\t'))
        .collect()
}

/// Starts a line inside these open brackets, of which only those of objects stand in.
fn new_line(text: &mut String, open: &str) {
    text.push('\n');
    for _ in open.matches('{') {
        text.push_str(INDENT);
    }
}

/// Tells strings from what is around them, character after character.
#[derive(Default)]
struct Strings {
    is_inside: bool,
    is_escaped: bool,
}

impl Strings {
    /// Whether this next character belongs to a string, its quotes included.
    fn take(&mut self, char: char) -> bool {
        let was_inside = self.is_inside;
        if self.is_escaped {
            self.is_escaped = false;
        } else if char == '"' {
            self.is_inside = !was_inside;
        } else {
            self.is_escaped = was_inside && char == '\\';
        }
        was_inside || self.is_inside
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_member_a_line_and_lists_on_theirs() {
        let text = r#"{"a":[1,{"b":"x, \"{y: [ \\"}],"c":{},"d":[],"e":{"f":null}}"#;
        let shown = "{\n  \"a\": [1, {\n    \"b\": \"x, \\\"{y: [ \\\\\"\n  }],\n  \"c\": {},\n  \"d\": [],\n  \
            \"e\": {\n    \"f\": null\n  }\n}";
        assert_eq!(indented(text), shown);
        assert_eq!(compact(shown), text);
    }
}
