//! Which texts are offered as links to the web: those that show where they lead.

/// Whether a text is a whole address of the web. Beside the letters of Europe and the signs of print it has none
/// of the characters that turn a text around, hide in it or part it; nor a name before an `@`, which a browser
/// passes over on its way to another host.
pub fn is_web_address(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once("://") else {
        return false;
    };
    let is_web = ["http", "https"]
        .iter()
        .any(|web| scheme.eq_ignore_ascii_case(web));
    let host = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    let is_named = host.starts_with(|char: char| char == '[' || is_letter_or_digit(char));
    is_web && is_named && !host.contains('@') && rest.chars().all(is_plain)
}

fn is_letter_or_digit(char: char) -> bool {
    char.is_ascii_alphanumeric() || ('\u{c0}'..='\u{24f}').contains(&char)
}

fn is_plain(char: char) -> bool {
    char.is_ascii_graphic() || is_letter_or_digit(char) || ('\u{2010}'..='\u{2027}').contains(&char)
}

#[cfg(test)]
mod tests {
    use super::is_web_address;

    #[test]
    fn only_a_whole_address_that_shows_where_it_leads_is_a_link() {
        for text in [
            "https://exemple.fr",
            "http://intranet/compte-rendu.pdf",
            "HTTPS://Exemple.fr/L’école–2026",
            "https://[::1]:8080/x?a=b#c",
            "https://élan.fr/@direction",
        ] {
            assert!(is_web_address(text), "{text}");
        }
        for text in [
            "",
            "https://",
            "https:///x",
            "https://.",
            "https://?x",
            "http:exemple.fr",
            "ftp://exemple.fr",
            "javascript://exemple.fr",
            "https://exemple.fr/\u{202e}fdp.exe",
            "https://\u{202e}rf.elpmexe",
            "https://exemple.fr/\u{200b}",
            "https://exemple.fr\u{2066}",
            "https://exemple.fr https://autre.fr",
            "https://exemple.fr\u{a0}x",
            "https://exemple.fr/a\nb",
            "https://exemple.fr@autre.fr",
            "https://exemple.fr:x@autre.fr/",
        ] {
            assert!(!is_web_address(text), "{text:?}");
        }
    }
}
