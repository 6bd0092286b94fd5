//! A questionnaire that somebody writes by hand: what is wrong is told by its line, its member and what was expected, at each level.

use numea::domain::formats::questionnaire::read_file;
use numea::words::fr::adapting::wrong;

const GRID: &str = include_str!("fixtures/grid-1.json");

/// What is said of the grid where this text of it, the n-th of its kind from 0, is another one.
fn said(what: &str, place: usize, by: &str) -> (usize, String) {
    let (at, _) = GRID.match_indices(what).nth(place).unwrap();
    let text = [&GRID[..at], by, &GRID[at + what.len()..]].concat();
    let fault = read_file(&text).unwrap_err();
    (fault.line, wrong(&fault).replace('\u{a0}', " "))
}

/// The line, from 1, on which the n-th text of this kind stands.
fn line(what: &str, place: usize) -> usize {
    let (at, _) = GRID.match_indices(what).nth(place).unwrap();
    GRID[..at].matches('\n').count() + 1
}

#[test]
fn a_member_of_another_kind_is_told_by_its_line_at_each_level() {
    let titles = GRID.matches("\"title\": ").count();
    assert!(titles > 12, "file, source, parts, fields, items");
    for place in 0..titles {
        let (at, what) = said("\"title\": ", place, "\"title\": 5, \"was\": ");
        assert_eq!(at, line("\"title\": ", place), "{what}");
        assert!(
            what.starts_with(&format!(
                "Ligne {at} : membre « title », attendu : un texte"
            )),
            "{what}"
        );
    }
    for (name, expected) in [
        ("year", "une année"),
        ("id", "un texte"),
        ("introduction", "un texte"),
        ("aim", "un texte"),
        ("source_title", "un texte"),
        ("parts", "une liste"),
        ("fields", "une liste"),
        ("items", "une liste"),
        ("statements", "la liste des trois étapes"),
        ("stages", "la liste des trois étapes"),
        ("resources", "une liste"),
        ("glossary", "une liste"),
    ] {
        let member = format!("\"{name}\": ");
        for place in 0..GRID.matches(&member).count() {
            let (at, what) = said(&member, place, &format!("{member} true, \"was\": "));
            assert_eq!(at, line(&member, place), "{what}");
            assert!(
                what.contains(&format!("membre « {name} », attendu : {expected}")),
                "{what}"
            );
        }
    }
}

#[test]
fn a_member_that_is_missing_is_told_by_the_line_of_what_lacks_it() {
    for place in 0..GRID.matches("\"title\": ").count() {
        let (at, what) = said("\"title\": ", place, "\"titre\": ");
        assert!(at <= line("\"title\": ", place), "{what}");
        assert!(
            what.contains("il manque le membre « title » à ce qui commence ici"),
            "{what}"
        );
    }
    // Of what holds it, not of the first member of this name.
    let (at, what) = said("\"aim\": ", 2, "\"objectif\": ");
    assert_eq!(at, line("\"id\": \"2.1\"", 0) - 1, "{what}");
}

#[test]
fn what_is_no_json_is_told_by_the_line_where_it_stops_being_some() {
    let comma = format!("\n{}\"introduction\"", " ".repeat(6));
    let (at, what) = said(&format!(",{comma}"), 0, &comma);
    assert_eq!(at, line("\"introduction\"", 0), "{what}");
    assert!(
        what.contains("il manque une virgule ou un guillemet juste avant"),
        "{what}"
    );
    let (at, what) = said("\"publisher\": \"", 0, "\"publisher\": ");
    assert_eq!(at, line("\"publisher\"", 0), "{what}");
    // A quotation mark that is not closed: its own line, not the next one.
    let (at, what) = said("\",\n", 1, ",\n");
    assert_eq!(at, line("\",\n", 1), "{what}");
    let cut = &GRID[..GRID.len() / 2].trim_end_matches(|char| char != ',');
    let fault = read_file(cut).unwrap_err();
    assert!(wrong(&fault).contains("s’arrête avant la fin"), "{fault:?}");
    for foreign in ["", "Bonjour", "PK\u{3}\u{4}", "[]", "<html>"] {
        let fault = read_file(foreign).unwrap_err();
        assert!(
            wrong(&fault).starts_with("Ce fichier n’est pas un questionnaire"),
            "{foreign}"
        );
    }
    let fault = read_file("{\"format\": \"numea-dossier\", \"version\": 1}").unwrap_err();
    assert!(wrong(&fault).contains("numea-questionnaire"), "{fault:?}");
}

#[test]
fn a_name_or_a_number_that_stands_twice_is_told_by_its_second_line() {
    let (at, what) = said("\"aim\": ", 1, "\"title\": \"De trop\",\n\"aim\": ");
    assert_eq!(at, line("\"aim\": ", 1), "{what}");
    assert!(
        what.contains("membre « title », attendu : une seule fois"),
        "{what}"
    );
    for (id, by) in [
        ("1.1.2", "1.1.1"),
        ("2.1.3", "2.1.2"),
        ("1.1.2", "1.2.2"),
        ("1.1.3", "un"),
    ] {
        let id = format!("\"id\": \"{id}\"");
        let (at, what) = said(&id, 0, &format!("\"id\": \"{by}\""));
        assert_eq!(at, line(&id, 0), "{what}");
        assert!(
            what.contains(&format!("identifiant « {by} », attendu")),
            "{what}"
        );
    }
}

#[test]
fn a_questionnaire_that_asks_nothing_somewhere_is_refused_by_its_line() {
    let mut grid: serde_json::Value = serde_json::from_str(GRID).unwrap();
    let mut told = |place: &str, value: serde_json::Value| {
        let was = std::mem::replace(grid.pointer_mut(place).unwrap(), value);
        let text = serde_json::to_string_pretty(&grid).unwrap();
        *grid.pointer_mut(place).unwrap() = was;
        wrong(&read_file(&text).unwrap_err()).replace('\u{a0}', " ")
    };
    let nothing = || serde_json::json!([]);
    for (place, expected) in [
        (
            "/parts",
            "membre « parts » vide, attendu : une partie au moins",
        ),
        (
            "/parts/0/fields",
            "membre « fields » vide, attendu : un champ d’action au moins",
        ),
        (
            "/parts/1/fields/0/items",
            "membre « items » vide, attendu : un item au moins",
        ),
        (
            "/parts/0/fields/0/items/1/statements/2",
            "de 1 à 32 phrases",
        ),
    ] {
        let said = told(place, nothing());
        assert!(said.contains(expected), "{said}");
    }
    for place in [
        "/title",
        "/parts/0/title",
        "/parts/0/fields/0/title",
        "/parts/0/fields/0/items/1/title",
    ] {
        let said = told(place, serde_json::json!("  "));
        assert!(
            said.contains("membre « title » vide, attendu : un texte"),
            "{said}"
        );
    }
    let said = told(
        "/parts/0/fields/0/items/1/statements/2/0",
        serde_json::json!(""),
    );
    assert!(said.contains("des phrases, aucune vide"), "{said}");
    let said = told(
        "/parts/0/fields/0/items/1/statements/2/0",
        serde_json::json!({"number": 40, "text": "x"}),
    );
    assert!(
        said.contains("membre « number », attendu : un nombre de 1 à 32"),
        "{said}"
    );
}
