//! What mail and chat programs, and hands, make of a link: whatever it is, its code is to be found.

/// The text with every character that is not a letter or a digit escaped.
pub fn escaped(text: &str) -> String {
    let escape = |byte: u8| match byte {
        byte if byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_' => {
            char::from(byte).to_string()
        }
        other => format!("%{other:02X}"),
    };
    text.bytes().map(escape).collect()
}

pub fn safe_link(link: &str) -> String {
    let wrapper = "https://eur03.safelinks.protection.outlook.com/?url=";
    let data =
        "&data=05%7C02%7Cnom%40exemple.fr%7C0123456789abcdef%7C0%7C0&sdata=AbCd%3D&reserved=0";
    format!("{wrapper}{}{data}", escaped(link))
}

/// The link of a positioning's code after each of them, with what was done.
pub fn manglings(code: &str) -> Vec<(&'static str, String)> {
    manglings_of('r', code)
}

/// The same for codes that stand after the mark of this letter.
pub fn manglings_of(letter: char, code: &str) -> Vec<(&'static str, String)> {
    let link = format!("https://exemple.fr/numea/#/{letter}/{code}");
    let (start, end) = code.split_at(20);
    let change = |(place, char)| match (place, char) {
        (1, 'A') => 'B',
        (1, _) => 'A',
        (_, char) => char,
    };
    let damaged: String = code.chars().enumerate().map(change).collect();
    let spread: Vec<_> = code.chars().map(String::from).collect();
    vec![
        ("the link", link.clone()),
        ("the address after the host", format!("#/{letter}/{code}")),
        ("the bare code", code.to_owned()),
        ("the code with spaces around", format!("\n {code}\t ")),
        ("the code after words", format!("Voici le code : {code}.")),
        (
            "the code after a word",
            format!("Notre code {code} de juin"),
        ),
        (
            "the code without its #",
            format!("https://exemple.fr/{letter}/{code}"),
        ),
        ("the code on two lines", format!("{start}\r\n{end}")),
        ("the code spelled", spread.join(" ")),
        ("an escaped #", link.replace('#', "%23")),
        (
            "an escaped # and slashes",
            link.replace(&format!("#/{letter}/"), &format!("%23%2f{letter}%2F")),
        ),
        ("a # escaped twice", link.replace('#', "%2523")),
        ("everything escaped", escaped(&link)),
        ("Safe Links", safe_link(&link)),
        ("Safe Links in Safe Links", safe_link(&safe_link(&link))),
        (
            "Safe Links of an escaped link",
            safe_link(&link.replace('#', "%23")),
        ),
        (
            "Safe Links cut by a line break",
            safe_link(&link).replacen(&format!("%2F{letter}"), &format!("%2\r\nF{letter}"), 1),
        ),
        ("angle brackets", format!("<{link}>")),
        (
            "angle brackets, then words",
            format!("Lien <{link}> Bonne journée"),
        ),
        ("French quotes", format!("« {link} »")),
        ("quotes", format!("\"{link}\"")),
        (
            "an attribute",
            format!("<a href=\"{link}\">Notre positionnement</a>"),
        ),
        ("a full stop", format!("Voir {link}.")),
        ("brackets and a comma", format!("({link}),")),
        ("Markdown", format!("[lien]({link})")),
        ("emphasis", format!("_{link}_ et *{link}*")),
        (
            "a line break inside",
            link.replace(end, &format!("\r\n{end}")),
        ),
        (
            "a line break, then words",
            link.replace(end, &format!("\n{end}\nBonne journée")),
        ),
        ("a folded line", link.replace(end, &format!("=\r\n{end}"))),
        (
            "a quoted line",
            format!("> {}", link.replace(end, &format!("\n> {end}"))),
        ),
        (
            "a line break before the code",
            link.replace(code, &format!("\n{code}")),
        ),
        (
            "a space that does not break",
            link.replace(end, &format!("\u{a0}{end}")),
        ),
        ("soft hyphens", link.replace(end, &format!("\u{ad}{end}"))),
        (
            "escaped soft hyphens",
            link.replace(end, &format!("%C2%AD{end}")),
        ),
        (
            "a space without width",
            format!("\u{feff}{}", link.replace(end, &format!("\u{200b}{end}"))),
        ),
        (
            "a hyphen that does not break",
            link.replace('-', "\u{2011}"),
        ),
        ("parameters added", format!("{link}?utm_source=mail&x=1")),
        (
            "two links, the first damaged",
            format!("{} {link}", link.replace(code, &damaged)),
        ),
    ]
}
