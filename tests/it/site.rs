//! `site.json`: whatever a host writes into it, the page has something to say or nothing, and never fails.

use numea::domain::formats::site::{BYTES_MAX, SiteError, read_site};
use numea::domain::site::{
    QUESTIONNAIRES_MAX, REGIONAL_MAX, Site, SiteFact, TEXT_MAX, link_of, without_end,
};
use proptest::prelude::*;
use serde_json::json;

fn read(text: &str) -> Site {
    read_site(text).unwrap()
}

#[test]
fn the_file_that_is_shipped_is_whole_and_says_nothing() {
    let shipped = include_str!("../../public/site.json");
    let site = read(shipped);
    assert_eq!(site, Site::default());
    assert!(site.is_silent());
    for fact in SiteFact::ALL {
        assert!(shipped.contains(&format!("\"{}\"", fact.name())));
    }
}

#[test]
fn the_example_of_the_instructions_is_whole() {
    let instructions = include_str!("../../INSTALLER.md");
    let start = instructions.find("```json\n").unwrap() + "```json\n".len();
    let len = instructions[start..].find("```").unwrap();
    let site = read(&instructions[start..start + len]);
    assert!(site.wrong.is_empty() && !site.regional.is_empty());
    for fact in SiteFact::ALL {
        assert!(!site.get(fact).is_empty(), "{}", fact.name());
        let row = format!("| `{}` |", fact.name());
        assert!(instructions.contains(&row), "{row}");
    }
}

#[test]
fn what_is_said_is_read_and_the_rest_is_passed_over() {
    let text = r#"
        {"_note": ["pour moi"], "editeur": "  Lycée du Val  ", "contact_donnees": "dpo@exemple.fr",
         "contacts_regionaux": ["DRTIC : x", "", " "]}"#;
    let site = read(text);
    assert_eq!(site.get(SiteFact::Publisher), "Lycée du Val");
    assert_eq!(site.get(SiteFact::DataContact), "dpo@exemple.fr");
    assert_eq!(site.get(SiteFact::Host), "");
    assert_eq!(
        site.regional,
        ["DRTIC : x"],
        "those that say nothing are left out"
    );
    assert_eq!(site.wrong, Vec::<String>::new());
    assert!(!site.is_silent());
    assert_eq!(read_site(&format!("\u{feff}{text}")), Ok(site));
}

#[test]
fn a_member_of_the_wrong_kind_is_named_and_costs_nothing_else() {
    for (text, wrong) in [
        (r#"{"editeur": 1, "hebergeur": "H"}"#, "editeur"),
        (
            r#"{"direction_de_la_publication": ["x"], "hebergeur": "H"}"#,
            "direction_de_la_publication",
        ),
        (
            r#"{"contact_donnees": null, "hebergeur": "H"}"#,
            "contact_donnees",
        ),
        (
            r#"{"contacts_regionaux": {}, "hebergeur": "H"}"#,
            "contacts_regionaux",
        ),
        (
            r#"{"contacts_regionaux": ["x", 1], "hebergeur": "H"}"#,
            "contacts_regionaux",
        ),
        (
            r#"{"contacts_regionaux": [{}], "hebergeur": "H"}"#,
            "contacts_regionaux",
        ),
    ] {
        let site = read(text);
        assert_eq!(site.wrong, [wrong], "{text}");
        assert_eq!(site.get(SiteFact::Host), "H", "{text}");
        assert!(site.regional.is_empty());
    }
}

#[test]
fn what_cannot_be_read_has_its_reason() {
    let long = format!("{{\"editeur\":\"{}\"}}", "x".repeat(BYTES_MAX));
    for (text, error) in [
        ("", SiteError::NotJson),
        ("[]", SiteError::NotJson),
        ("{\"editeur\": \"A\",}", SiteError::NotJson),
        ("{'editeur': 'A'}", SiteError::NotJson),
        ("{\"editeur\": \"A\"", SiteError::NotJson),
        (
            "{\"editeur\": \"A\", \"editeur\": \"B\"}",
            SiteError::NotJson,
        ),
        // What some hosts answer for a file that is not there.
        ("<!doctype html><html></html>", SiteError::Absent),
        ("\u{feff}\n  <html>", SiteError::Absent),
        ("{\"editeur\": \"Lyc\u{fffd}e\"}", SiteError::NotUtf8),
        (&long, SiteError::TooBig),
    ] {
        assert_eq!(
            read_site(text),
            Err(error),
            "{}",
            &text[..text.len().min(40)]
        );
    }
}

#[test]
fn nothing_said_is_too_long_or_too_much() {
    let text = json!({ "editeur": "é".repeat(TEXT_MAX + 1) }).to_string();
    assert_eq!(
        read(&text).get(SiteFact::Publisher).chars().count(),
        TEXT_MAX
    );
    let contacts = |number| json!({ "contacts_regionaux": vec!["x"; number] }).to_string();
    assert_eq!(read(&contacts(REGIONAL_MAX)).regional.len(), REGIONAL_MAX);
    assert_eq!(
        read(&contacts(REGIONAL_MAX + 1)).wrong,
        ["contacts_regionaux"]
    );
}

#[test]
fn only_addresses_of_the_web_and_of_people_become_links() {
    for (contact, link) in [
        (
            "https://exemple.fr/a?b=c#d",
            Some("https://exemple.fr/a?b=c#d"),
        ),
        ("http://intranet/", Some("http://intranet/")),
        ("https://exemple.fr/é", Some("https://exemple.fr/é")),
        ("dpo@exemple.fr", Some("mailto:dpo@exemple.fr")),
        (
            "prenom.nom+numea@ac.exemple.fr",
            Some("mailto:prenom.nom+numea@ac.exemple.fr"),
        ),
        ("mailto:dpo@exemple.fr", None),
        ("mailto:dpo@exemple.fr?body=x", None),
        ("mailto:a@b.fr,c@d.fr", None),
        ("01 23 45 67 89", None),
        ("Mme D., dpo@exemple.fr", None),
        ("a@b@c.fr", None),
        ("@exemple.fr", None),
        ("dpo@exemple", None),
        ("javascript:alert(1)", None),
        ("JaVaScRiPt:alert(1)//https://exemple.fr", None),
        ("javascript:alert(1)//@a.fr", None),
        ("data:text/html,<script>alert(1)</script>", None),
        ("vbscript:x", None),
        ("//exemple.fr", None),
        ("https://exemple.fr/\u{202e}gpj.exe", None),
        ("https://exemple.fr/ x", None),
        (" https://exemple.fr/", None),
        ("https://exemple.fr/\u{0}", None),
        ("", None),
    ] {
        assert_eq!(link_of(contact).as_deref(), link, "{contact:?}");
    }
}

#[test]
fn the_end_of_a_sentence_is_not_part_of_an_address() {
    for word in [
        "dpo@exemple.fr,",
        "dpo@exemple.fr.",
        "dpo@exemple.fr).",
        "dpo@exemple.fr",
    ] {
        assert_eq!(without_end(word), "dpo@exemple.fr");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,80}|[{}\\[\\]\",: a-z]{0,60}") {
        prop_assert_eq!(read_site(&text).is_ok(), read_site(&format!(" {text}\n")).is_ok());
    }

    #[test]
    fn what_a_host_writes_is_what_is_shown(said in "\\PC{0,100}", contact in any::<String>()) {
        let [said, contact] = [said, contact].map(|text| text.replace('\u{fffd}', "?"));
        let file = json!({ "hebergeur": said, "contacts_regionaux": [contact] }).to_string();
        let site = read_site(&file).unwrap();
        prop_assert_eq!(site.get(SiteFact::Host), said.trim());
        let contact: String = contact.trim().chars().take(TEXT_MAX).collect();
        prop_assert_eq!(site.regional.concat(), contact);
    }
}

#[test]
fn a_host_publishes_questionnaires_that_lie_beside_the_page_and_no_others() {
    let said = |file: &str| {
        let one = json!({ "titre": " Grille de la région ", "fichier": file });
        read(
            &json!({ "editeur": "E", "questionnaires": [one, { "titre": "", "fichier": "" }] })
                .to_string(),
        )
    };
    for file in ["bretagne.json", "grilles/2026/bretagne-v2.json"] {
        let site = said(file);
        assert!(site.wrong.is_empty(), "{file}");
        assert_eq!(site.questionnaires.len(), 1);
        assert_eq!(site.questionnaires[0].title, "Grille de la région");
        assert_eq!(site.questionnaires[0].file, file);
    }
    for file in [
        "",
        "/bretagne.json",
        "../bretagne.json",
        "grilles/../../x.json",
        "//exemple.fr/x.json",
        "https://exemple.fr/x.json",
        "javascript:x.json",
        "grilles\\x.json",
        "x.json?y",
        "%2e%2e/x.json",
        "é.json",
        "index.html",
        ".json",
    ] {
        let site = said(file);
        assert_eq!(site.wrong, ["questionnaires"], "{file}");
        assert!(site.questionnaires.is_empty());
        assert_eq!(site.get(SiteFact::Publisher), "E");
    }
    let many = vec![json!({ "titre": "T", "fichier": "t.json" }); QUESTIONNAIRES_MAX + 1];
    assert_eq!(
        read(&json!({ "questionnaires": many }).to_string()).wrong,
        ["questionnaires"]
    );
    for wrong in [
        r#"{"questionnaires": {}}"#,
        r#"{"questionnaires": ["x.json"]}"#,
        r#"{"questionnaires": [{"titre": "T"}]}"#,
    ] {
        assert_eq!(read(wrong).wrong, ["questionnaires"], "{wrong}");
    }
}
