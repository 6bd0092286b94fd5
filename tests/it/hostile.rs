//! Hostile strings through every sink that a text of the dossier has here: kept, written, read, sorted,
//! judged and shared, each comes out as it went in, and changes nothing around it. The screens' own
//! sinks are tried in a real browser.

use crate::support::{OFFICIAL, change, item, moment};
use numea::domain::charts::radar::{ChartLook, positioning_chart};
use numea::domain::formats::document::{read_document, write_document};
use numea::domain::formats::link::{SharedPositioning, read_link, write_link};
use numea::domain::formats::pasted::find_code;
use numea::domain::formats::questionnaire::{read_questionnaire, words_of};
use numea::domain::json::{Members, quoted, string};
use numea::domain::route::Route;
use numea::domain::safekeeping::record::Record;
use numea::domain::safekeeping::startup::{Kept, Verdict};
use numea::domain::school::answers::{Answers, NOTE_MAX, PROOF_MAX, PROOFS_MAX, at_most};
use numea::domain::school::dossier::{Change, Dossier, Subject, go_back};
use numea::domain::school::identity::{Identity, TEAM_MAX, TEXT_MAX};
use numea::domain::school::plan::{
    DESCRIPTION_MAX, LINE_MAX, MEANS_MAX, Objective, Schedule, SortBy, check,
};
use numea::domain::school::positioning::Positioning;
use numea::domain::stored::choose;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// What hurts somewhere: pages, addresses, spreadsheets, terminals, word processors, decoders, readers.
const KERNELS: [&str; 50] = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "' onfocus=alert(1) autofocus '",
    "</textarea></title></style><iframe srcdoc='<script>alert(1)</script>'>",
    "<!--",
    "]]>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "&lt;script&gt;&#x27;&amp;amp;",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "//exemple.fr/x",
    "https://exemple.fr/\u{202e}gpj.exe",
    "https://u:p@exemple.fr:443/#/r/AQAA",
    "=1+1",
    "=HYPERLINK(\"http://exemple.fr\";\"clic\")",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=cmd|' /C calc'!A0",
    "=IMPORTXML(CONCAT(\"http://exemple.fr/\";A1);\"//a\")",
    "\u{202e}renversé\u{202c}",
    "\u{2066}isolé\u{2069}\u{2067}",
    "\u{200b}\u{200d}\u{feff}\u{ad}\u{2060}",
    "\u{0}\u{1}\u{8}\u{b}\u{c}\u{1b}\u{1f}\u{7f}\u{85}\u{9f}",
    "\u{1b}[2J\u{1b}]0;titre\u{7}",
    "a\r\nb\rc\nd\u{2028}e\u{2029}f",
    "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30a}",
    "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}\u{1f3ff}\u{1f1eb}\u{1f1f7}",
    "\u{fffd}\u{fffe}\u{ffff}\u{10ffff}\u{e000}",
    "شجرة עץ 木 ต้นไม้ дерево",
    "ﷺﷺﷺ",
    "\\\"\\u0000\\ud800\\",
    "{\"format\":\"numea-dossier\",\"version\":9}",
    "\",\"plan\":{\"lastId\":4294967295},\"x\":\"",
    "__proto__",
    "constructor.prototype",
    "${7*7}{{7*7}}<%= 7*7 %>#{7*7}",
    "'; DROP TABLE dossier; --",
    "../../../../etc/passwd",
    "CON.txt:$DATA",
    "%s%n%x%d {0} {} \\0",
    "%00%23%2Fr%2F%252525",
    "\\documentclass{article}\\input{/etc/passwd}",
    "NaN",
    "1e999999",
];

/// What is put around them.
type Setting = fn(&str) -> String;
const SETTINGS: [Setting; 10] = [
    |text| text.to_owned(),
    |text| format!(" {text}\u{a0}"),
    |text| format!("« {text} » dit le compte rendu\u{202f}; voir aussi l’annexe."),
    |text| format!("\"{text}\""),
    |text| format!("'{text}'"),
    |text| format!("Ligne\n{text}\r\nLigne"),
    |text| format!("{text};{text},{text}\t{text}"),
    |text| text.to_uppercase(),
    |text| text.chars().rev().collect(),
    // Longer than anything that is kept.
    |text| text.repeat(1 + 8_000 / text.chars().count()),
];

fn hostile() -> Vec<String> {
    let all = SETTINGS
        .iter()
        .flat_map(|setting| KERNELS.iter().map(|kernel| setting(kernel)));
    all.collect()
}

#[test]
fn there_are_five_hundred_hostile_strings() {
    let hostile = hostile();
    assert_eq!(hostile.len(), 500);
    println!(
        "\nfigure|hostile texts, natively, through every sink (tests of `hostile.rs`)|500|out as they went in"
    );
    // Some have no capitals, and read the same backwards: hardly any.
    assert!(hostile.iter().collect::<BTreeSet<_>>().len() > 480);
}

fn objective(text: &str) -> Objective {
    Objective {
        description: text.to_owned(),
        lead: text.to_owned(),
        indicator: text.to_owned(),
        target: text.to_owned(),
        means: text.to_owned(),
        ..Objective::new("1.1".parse().unwrap())
    }
}

/// A dossier with this text wherever a text may be, put there as the forms do.
fn dossier_of(text: &str) -> Dossier {
    let mut dossier = Dossier::default();
    let (item, text) = (item("1.1.1"), text.to_owned());
    let identity = Identity {
        school: text.clone(),
        centre_name: text.clone(),
        body: text.clone(),
        team: text.clone(),
        ..Identity::default()
    };
    let links = vec![text.clone(); PROOFS_MAX + 1];
    for (made, subject) in [
        (
            Change::Note {
                item,
                text: text.clone(),
            },
            Subject::Item(item),
        ),
        (Change::Proofs { item, links }, Subject::Item(item)),
        (Change::Identify(identity), Subject::Identity),
        (
            Change::AddObjective(objective(&text)),
            Subject::Objective("1".parse().unwrap()),
        ),
    ] {
        let step = change(&mut dossier, made).unwrap();
        assert_eq!(step.subject(), subject);
    }
    dossier
}

#[test]
fn a_hostile_text_is_kept_as_it_is_up_to_its_longest() {
    for text in hostile() {
        let dossier = dossier_of(&text);
        let answer = dossier.answers.get(item("1.1.1"));
        let Dossier { identity, plan, .. } = &dossier;
        let objective = plan.get("1".parse().unwrap()).unwrap();
        for (kept, max) in [
            (&answer.note, NOTE_MAX),
            (&identity.school, TEXT_MAX),
            (&identity.centre_name, TEXT_MAX),
            (&identity.body, TEXT_MAX),
            (&identity.team, TEAM_MAX),
            (&objective.description, DESCRIPTION_MAX),
            (&objective.lead, LINE_MAX),
            (&objective.indicator, LINE_MAX),
            (&objective.target, LINE_MAX),
            (&objective.means, MEANS_MAX),
        ] {
            assert_eq!(kept, &at_most(&text, max));
        }
        let kept = answer
            .proofs
            .iter()
            .all(|link| at_most(&text, PROOF_MAX).starts_with(link.as_str()));
        assert!(kept, "{text:?}");
    }
}

#[test]
fn a_hostile_text_is_written_and_read_back_by_us_and_by_others() {
    for text in hostile() {
        let dossier = dossier_of(&text);
        let body = write_document(&dossier);
        let restored = read_document(&body).unwrap();
        assert_eq!((&restored.dossier, restored.left_out), (&dossier, vec![]));
        let file: Value = serde_json::from_str(&body).unwrap();
        assert_eq!(file["version"], json!(1));
        assert_eq!(
            file["answers"]["1.1.1"]["note"],
            json!(at_most(&text, NOTE_MAX))
        );
        assert_eq!(file["plan"]["lastId"], json!(1));
        let record = Record::new(3, body).write();
        let start = choose(&[Kept::Text(record), Kept::Text(text)]);
        assert_eq!(start.verdicts, [Verdict::Good(3), Verdict::Unreadable]);
        assert_eq!(start.restored.dossier, dossier);
    }
}

#[test]
fn a_hostile_name_is_a_member_as_any_other() {
    for text in hostile() {
        let mut members = Members::default();
        members.set(&text, quoted(&text));
        let read = Members::read(&members.write()).unwrap();
        assert_eq!(read.iter().count(), 1);
        assert_eq!(read.get(&text).and_then(|raw| string(raw).ok()), Some(text));
    }
}

#[test]
fn a_hostile_text_never_gets_into_a_link_nor_is_taken_for_one() {
    let plain = write_link(&SharedPositioning::default(), &OFFICIAL);
    for text in hostile() {
        let dossier = dossier_of(&text);
        let shared = SharedPositioning {
            answers: dossier.answers,
            school_year: dossier.identity.school_year,
            positioned_on: dossier.identity.positioned_on,
        };
        assert_eq!(write_link(&shared, &OFFICIAL), plain);
        assert!(read_link(&text, &OFFICIAL).is_err());
        if let Some(code) = find_code(&text) {
            assert!(read_link(&code, &OFFICIAL).is_err(), "{text:?}");
        }
        let field = Route::from_hash(&text).and_then(Route::field);
        assert_eq!(field, None, "{text:?}");
    }
}

#[test]
fn a_hostile_text_is_sorted_judged_and_taken_back_as_any_other() {
    let today = moment().day();
    for text in hostile() {
        let mut dossier = dossier_of(&text);
        for lead in ["", "Pilote", "À définir"] {
            let lead = Objective {
                lead: lead.into(),
                ..objective(&text)
            };
            change(&mut dossier, Change::AddObjective(lead)).unwrap();
        }
        for sort_by in SortBy::ALL {
            let schedule = Schedule::of(&OFFICIAL, &dossier.plan, &sort_by.into(), today);
            let ids: BTreeSet<_> = schedule.rows().map(|row| row.id).collect();
            assert_eq!((schedule.rows().count(), ids.len()), (4, 4));
        }
        let advised = check(&objective(&text), today).map(|verdict| verdict.advice.is_some());
        let is_blank = text.trim().is_empty();
        assert_eq!(
            (advised[3], advised[4], advised[0] || !is_blank),
            (is_blank, true, true),
            "{text:?}"
        );
        let before = dossier.clone();
        let note = Change::Note {
            item: item("1.2.1"),
            text,
        };
        let step = change(&mut dossier, note).unwrap();
        go_back(&mut dossier, step, moment()).unwrap();
        assert_eq!(dossier, before);
    }
}

/// A school may put any words into its own questionnaire, and give it to others.
#[test]
fn a_questionnaire_of_hostile_words_is_asked_drawn_and_shared_as_any_other() {
    let small = include_str!("fixtures/questionnaire-small-1.json");
    let file: Value = serde_json::from_str(small).unwrap();
    for text in hostile() {
        let mut file = file.clone();
        let field = &mut file["parts"][0]["fields"][0];
        field["title"] = json!(text);
        field["items"][0]["title"] = json!(text);
        field["items"][0]["statements"][0] = json!([text, text]);
        file["glossary"] = json!([{
            "term": text, "variants": [text], "expansion": text, "explanation": text,
        }]);
        file["resources"] = json!([{
            "id": text, "label": text, "url": format!("https://exemple.fr/{text}"), "place": "items",
        }]);
        file["parts"][0]["fields"][0]["items"][0]["resources"] = json!([text]);
        let questionnaire = read_questionnaire(&file.to_string()).unwrap();
        let first = questionnaire.items().next().unwrap();
        assert_eq!(first.title, text);
        assert_eq!(words_of(&questionnaire).resources_of(first).count(), 1);
        assert_eq!(
            words_of(&questionnaire).glossary_of(&first.texts()).len(),
            1,
            "{text:?}"
        );
        let positioning = Positioning::of(&questionnaire, &Answers::default());
        let option = positioning_chart(&questionnaire, &positioning, &ChartLook::default());
        let option: Value = serde_json::to_value(&option).unwrap();
        let name = option["radar"]["indicator"][0]["name"].as_str().unwrap();
        assert!(name.starts_with("1.1") && name.ends_with("(2\u{a0}items)"));
        let code = write_link(&SharedPositioning::default(), &questionnaire);
        assert!(read_link(&code, &questionnaire).is_ok());
        assert!(read_link(&code, &OFFICIAL).is_err());
    }
}

/// An address is a link that people click: only those of the web are read.
#[test]
fn a_questionnaire_leads_to_no_hostile_address() {
    let small = include_str!("fixtures/questionnaire-small-1.json");
    let mut file: Value = serde_json::from_str(small).unwrap();
    for text in hostile() {
        let is_web = text.starts_with("https://");
        file["resources"] = json!([{"id": "x", "label": "x", "url": text, "place": "items"}]);
        assert_eq!(
            read_questionnaire(&file.to_string()).is_ok(),
            is_web,
            "{text:?}"
        );
    }
}
