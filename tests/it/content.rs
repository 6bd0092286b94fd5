//! The official wording, to the letter: compared with a fixture made from the source itself.

use crate::support::OFFICIAL;
use numea::domain::formats::questionnaire::read_questionnaire;
use numea::domain::formats::questionnaire::words_of;
use numea::domain::school::questionnaire::{
    ACTORS, Circle, GlossaryEntry, Place, Questionnaire, Stage,
};
use std::collections::BTreeSet;

/// One line a fact, tab separated: kind, id, text.
const SOURCE: &str = include_str!("fixtures/source.txt");

fn facts(kind: &str) -> Vec<(&'static str, &'static str)> {
    let lines = SOURCE.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once('\t'))
        .filter(|(found, _)| *found == kind)
        .map(|(_, rest)| rest.split_once('\t').unwrap())
        .collect()
}

/// White space apart.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn assert_same(kind: &str, ours: Vec<(String, String)>) {
    let source = facts(kind);
    assert_eq!(ours.len(), source.len(), "number of {kind}");
    for ((our_id, ours), (id, text)) in ours.iter().zip(source) {
        assert_eq!(
            (our_id.as_str(), folded(ours)),
            (id, folded(text)),
            "{kind} {id}"
        );
    }
}

#[test]
fn every_aim_heading_title_and_statement_is_the_source_s() {
    let fields = || OFFICIAL.fields();
    assert_same(
        "aim",
        fields()
            .map(|f| (f.id.to_string(), f.aim.clone()))
            .collect(),
    );
    let headings = fields().flat_map(|field| {
        Stage::ALL.map(|stage| {
            (
                format!("{}/{stage}", field.id),
                stage.of(&field.headings).clone(),
            )
        })
    });
    assert_same("stage", headings.collect());
    let items = || OFFICIAL.items();
    assert_same(
        "title",
        items()
            .map(|i| (i.id.to_string(), i.source_title.clone()))
            .collect(),
    );
    let statements = items().flat_map(|item| {
        Stage::ALL.map(|stage| {
            (
                format!("{}/{stage}", item.id),
                stage.of(&item.statements).text(),
            )
        })
    });
    assert_same("statement", statements.collect());
}

#[test]
fn it_has_2_parts_6_fields_21_items_63_statements_and_119_conditions() {
    assert_eq!(OFFICIAL.parts.len(), 2);
    let sizes: Vec<_> = OFFICIAL.fields().map(|field| field.items.len()).collect();
    assert_eq!(sizes, [5, 3, 6, 2, 3, 2]);
    let statements: Vec<_> = OFFICIAL.items().flat_map(|item| &item.statements).collect();
    assert_eq!(statements.len(), 63);
    assert_eq!(
        statements.iter().map(|s| s.conditions.len()).sum::<usize>(),
        119
    );
    assert_eq!(
        statements
            .iter()
            .filter(|statement| statement.is_split())
            .count(),
        28
    );
    assert_eq!(
        statements.iter().map(|s| s.conditions.len()).max(),
        Some(12)
    );
}

#[test]
fn our_titles_are_the_source_s_in_sentence_case_with_accents() {
    let bare = |text: &str| -> String {
        let lower = text.to_lowercase();
        let plain = lower.chars().map(|c| match c {
            'à' | 'â' => 'a',
            'é' | 'è' | 'ê' => 'e',
            'î' => 'i',
            'ô' => 'o',
            '’' => '\'',
            other => other,
        });
        folded(&plain.collect::<String>())
    };
    for item in OFFICIAL.items() {
        assert_eq!(bare(&item.title), bare(&item.source_title), "{}", item.id);
        assert_ne!(item.title, item.source_title, "{}", item.id);
    }
}

#[test]
fn the_26_links_of_the_source_are_all_there_once_and_each_has_its_place() {
    let urls: BTreeSet<_> = words_of(&OFFICIAL)
        .resources
        .iter()
        .map(|resource| &resource.url)
        .collect();
    assert_eq!((urls.len(), words_of(&OFFICIAL).resources.len()), (26, 26));
    let count = |place| words_of(&OFFICIAL).resources_at(place).count();
    assert_eq!(count(Place::Credit), 1);
    assert_eq!(count(Place::Annex), 1);
    let guide: Vec<_> = words_of(&OFFICIAL)
        .resources_at(Place::Guide)
        .map(|r| r.url.as_str())
        .collect();
    assert_eq!(guide, ["https://chlorofil.fr/numerique"]);
    let used: BTreeSet<_> = OFFICIAL.items().flat_map(|item| &item.resources).collect();
    let for_items: BTreeSet<_> = words_of(&OFFICIAL)
        .resources_at(Place::Items)
        .map(|r| &r.id)
        .collect();
    assert_eq!(
        used, for_items,
        "every link for items is on an item, and no other"
    );
    for resource in &words_of(&OFFICIAL).resources {
        assert!(
            !resource.label.contains("http"),
            "{} is labelled by what it is",
            resource.url
        );
    }
}

#[test]
fn every_actor_has_its_words_and_its_link_and_no_link_for_support_is_left_alone() {
    let names: BTreeSet<_> = ACTORS.iter().map(|actor| actor.name).collect();
    assert_eq!(names.len(), ACTORS.len());
    for actor in &ACTORS {
        for term in actor.terms {
            assert!(words_of(&OFFICIAL).explained(term).is_some(), "{term}");
        }
    }
    let linked: Vec<_> = ACTORS.iter().filter_map(|actor| actor.resource).collect();
    let once: BTreeSet<_> = linked.iter().copied().collect();
    assert_eq!(linked.len(), once.len());
    let places = [Place::Guide, Place::Support];
    let given: BTreeSet<_> = places
        .into_iter()
        .flat_map(|place| words_of(&OFFICIAL).resources_at(place))
        .map(|resource| resource.id.as_str())
        .collect();
    assert_eq!(once, given, "the five links beside the diagram");
    let circles: Vec<_> = ACTORS.iter().map(|actor| actor.circle).collect();
    assert!(circles.is_sorted_by_key(|circle| Circle::ALL.iter().position(|each| each == circle)));
}

#[test]
fn the_glossary_is_in_the_order_of_its_initials() {
    let initials: Vec<_> = words_of(&OFFICIAL)
        .glossary
        .iter()
        .map(GlossaryEntry::initial)
        .collect();
    assert!(initials.is_sorted(), "{initials:?}");
    assert!(
        initials.iter().all(char::is_ascii_uppercase),
        "{initials:?}"
    );
}

#[test]
fn acronyms_of_a_statement_are_explained_on_its_item() {
    for (id, term) in [
        ("1.1.1", "CRCN"),
        ("1.1.1", "TIM"),
        ("1.1.5", "ENT"),
        ("1.3.6", "PSSI"),
        ("1.2.2", "CCF"),
    ] {
        let item = OFFICIAL.item(id.parse().unwrap()).unwrap();
        let entries = words_of(&OFFICIAL).glossary_of(&item.texts());
        assert!(
            entries.iter().any(|entry| entry.term == term),
            "{term} on {id}"
        );
        assert!(entries.iter().all(|entry| !entry.expansion.is_empty()));
    }
    assert!(
        words_of(&OFFICIAL)
            .glossary
            .iter()
            .any(|entry| entry.term == "DRTIC")
    );
}

/// Positions and numbers of conditions are part of every format: frozen for ever.
#[test]
fn the_order_of_items_and_the_number_of_conditions_are_frozen() {
    let shape: Vec<String> = OFFICIAL
        .items()
        .map(|item| {
            format!(
                "{}:{}",
                item.id,
                item.statements
                    .each_ref()
                    .map(|s| s.len().to_string())
                    .join("-")
            )
        })
        .collect();
    let frozen = include_str!("fixtures/shape-1.txt").trim();
    assert_eq!(shape.join("\n"), frozen);
}

#[test]
fn what_the_page_embeds_is_the_official_file_cut_in_two_and_nothing_is_lost() {
    let whole = read_questionnaire(include_str!(
        "../../src/domain/school/questionnaire/official.json"
    ))
    .expect("the official file reads");
    assert_eq!(whole.words.as_ref(), Some(words_of(&OFFICIAL)));
    let questions = Questionnaire {
        words: None,
        ..whole
    };
    assert_eq!(questions, *OFFICIAL);
}
