//! Words with numbers, and what no sentence of the page says.

use std::fs;

use crate::architecture::{rust_files, source};
use numea::domain::text::{agree, folded, number, plural};

#[test]
fn a_number_and_its_word_agree_as_in_french() {
    for (number, text) in [
        (0_usize, "0\u{a0}item"),
        (1, "1\u{a0}item"),
        (2, "2\u{a0}items"),
        (21, "21\u{a0}items"),
        (999, "999\u{a0}items"),
        (1_000, "1\u{202f}000\u{a0}items"),
        (1_234_567, "1\u{202f}234\u{202f}567\u{a0}items"),
    ] {
        assert_eq!(plural(number, "item", "items"), text);
    }
    assert_eq!(agree(0, "renseigné", "renseignés"), "renseigné");
    assert_eq!(agree(1, "renseigné", "renseignés"), "renseigné");
    assert_eq!(agree(2, "renseigné", "renseignés"), "renseignés");
    assert_eq!(number(12_005), "12\u{202f}005");
}

/// The texts between quotes of the rooms that people read, on one line, with the name of their file.
fn sentences() -> Vec<(String, String)> {
    let mut sentences = Vec::new();
    let rooms = ["ui", "words"].map(|room| rust_files(&source().join(room)));
    for file in rooms.concat() {
        let code = fs::read_to_string(&file).unwrap();
        let code: String = code
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect::<Vec<_>>()
            .join("\n")
            .replace("'\"'", "")
            .replace("\\\"", "");
        let literals = code.split('"').skip(1).step_by(2);
        sentences.extend(literals.map(|literal| {
            let words = literal.replace("\\u{a0}", " ").replace("\\\n", " ");
            let words: Vec<_> = words.split_whitespace().collect();
            (file.display().to_string(), words.join(" "))
        }));
    }
    for page in ["index.html", "build/page/guard.js"] {
        let text = fs::read_to_string(source().join("..").join(page)).unwrap();
        sentences.push((page.to_owned(), text));
    }
    sentences
}

/// Where a number may be 1, its word comes from `plural` or `agree`: a word that ends in s or x right
/// after a placeholder is right for some numbers only.
#[test]
fn no_sentence_puts_a_plural_of_its_own_after_a_number() {
    // A statement that is split has two conditions at least; six fields and 21 items never are one.
    const ALWAYS_MANY: [&str; 3] = ["les {number} conditions", "des {} champs", "{number:02}s"];
    let mut wrong = Vec::new();
    for (file, sentence) in sentences() {
        let mut rest = sentence.clone();
        ALWAYS_MANY
            .iter()
            .for_each(|many| rest = rest.replace(many, ""));
        let counted = rest.split('}').skip(1).filter_map(|after| {
            let word = after
                .strip_prefix(' ')?
                .split([' ', '.', ',', ':', ')'])
                .next()?;
            (word.len() > 3 && word.ends_with(['s', 'x'])).then_some(word)
        });
        wrong.extend(counted.map(|word| format!("{file}: « {sentence} » ({word})")));
    }
    assert!(wrong.is_empty(), "use plural or agree: {wrong:#?}");
}

/// One word for one thing: the browser « enregistre » by itself; a file is a « sauvegarde », which one downloads.
#[test]
fn the_browser_saves_by_itself_and_a_file_is_a_backup() {
    const MIXED: [&str; 8] = [
        "enregistrer un fichier",
        "enregistrez un fichier",
        "enregistrer le fichier",
        "enregistrer dans un fichier",
        "fichier enregistré",
        "dans un fichier",
        "ouvrir un fichier",
        "fichier ouvert",
    ];
    let said: Vec<_> = sentences()
        .into_iter()
        .filter(|(_, sentence)| {
            let sentence = sentence.to_lowercase();
            let is_file = sentence.contains("fichier") || sentence.contains("dossier");
            let saves_it = is_file && sentence.starts_with("enregistrer ");
            saves_it || MIXED.iter().any(|words| sentence.contains(words))
        })
        .collect();
    assert!(said.is_empty(), "{said:#?}");
}

/// Sentences that made people stop, were false, or spoke of how the tool is made.
#[test]
fn no_sentence_says_what_made_people_stop() {
    const STOPPED: [&str; 13] = [
        "s’est pas engagé",
        "ne s’engage pas",
        "Va dans le fichier",
        "au-dessus de la plus haute",
        "sous une étape atteinte",
        "Tout est facultatif",
        "longueur de la barre",
        "remplies, ne compte pas",
        "vérifiés pendant",
        "gardent entier",
        "fait parler",
        "dont {late}",
        "empreinte",
    ];
    let said: Vec<_> = sentences()
        .into_iter()
        .filter(|(_, sentence)| STOPPED.iter().any(|words| sentence.contains(words)))
        .collect();
    assert!(said.is_empty(), "{said:#?}");
}

#[test]
fn accents_fold_whether_they_are_part_of_their_letter_or_follow_it() {
    for (text, plain) in [
        ("Équipement", "equipement"),
        ("E\u{301}quipement", "equipement"),
        ("ço\u{302}té", "cote"),
        ("Œuvre, l’ÂGE", "oeuvre, l'age"),
        ("n\u{a0}o\u{202f}1", "n o 1"),
    ] {
        assert_eq!(folded(text), plain);
    }
}
