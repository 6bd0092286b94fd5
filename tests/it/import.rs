//! What a table that comes in would change, and what is taken of it.

use numea::documents::preview::shown;
use numea::documents::reading::{Tables, read};
use numea::documents::understanding::understand;
use numea::documents::{csv, workbook};
use numea::domain::formats::document::{read_document, write_document};
use numea::domain::school::answers::{Declared, ItemAnswer, NOTE_MAX, Response, Tick, Ticks};
use numea::domain::school::dossier::{Change, Dossier};
use numea::domain::school::import::{
    Comparison, Line, Offer, Part, Refusal, Remark, Why, compare, take,
};
use numea::domain::school::plan::{Objective, Priority, Status};
use numea::domain::school::questionnaire::Stage;
use numea::domain::school::undo::Undo;
use proptest::prelude::*;

use crate::support::{OFFICIAL, any_dossier, back, change, day, edit, item};

fn compared(tables: &Tables, dossier: &Dossier) -> Comparison {
    compare(&understand(tables, &OFFICIAL).unwrap(), dossier, &OFFICIAL)
}

/// What a text with separators would change.
fn of_text(text: &str, dossier: &Dossier) -> Comparison {
    compared(&read(text.as_bytes()).unwrap(), dossier)
}

/// What a table of keys and answers would change.
fn of_answers(lines: &[(&str, &str)], dossier: &Dossier) -> Comparison {
    let lines: String = lines
        .iter()
        .map(|(key, word)| format!("{key};{word}\n"))
        .collect();
    of_text(&["Clé;Réponse\n", &lines].concat(), dossier)
}

fn of_workbook(source: &Dossier, dossier: &Dossier) -> Comparison {
    let bytes = workbook::write(source, &OFFICIAL, day("2026-11-27")).unwrap();
    compared(&read(&bytes).unwrap(), dossier)
}

fn answered(id: &str, response: Response) -> Dossier {
    let mut dossier = Dossier::default();
    let answer = ItemAnswer {
        response,
        ..ItemAnswer::default()
    };
    dossier.answers.set(item(id), answer);
    dossier
}

/// Ticks of 1.1.3, whose statements have 2, 2 and 3 conditions.
fn ticks(bits: [u32; 3]) -> Response {
    Response::from_ticks(Ticks::from_bits(bits))
}

fn responses(comparison: &Comparison) -> Vec<Response> {
    let lines = comparison.lines.iter();
    let of = |line: &Line| match line.offer {
        Offer::Response(_, response) => Some(response),
        _ => None,
    };
    lines.filter_map(of).collect()
}

fn whys(comparison: &Comparison) -> Vec<(String, Why)> {
    let troubles = comparison.troubles.iter();
    troubles.map(|one| (one.at.cell.clone(), one.why)).collect()
}

/// A text as a table gives it back.
fn tidy(text: &str) -> String {
    text.trim().lines().collect::<Vec<_>>().join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]
    #[test]
    fn a_dossier_s_own_workbook_changes_nothing_and_fills_a_blank_one_the_same(dossier in any_dossier()) {
        let own = of_workbook(&dossier, &dossier);
        prop_assert_eq!(own.lines, Vec::new());
        prop_assert_eq!(own.troubles, Vec::new());
        let into_blank = of_workbook(&dossier, &Dossier::default());
        // A link is one line: made-up ones of several lines become more links than are kept.
        let is_of_links = |why: &Why| *why == Why::TooManyLinks;
        prop_assert!(into_blank.troubles.iter().all(|one| is_of_links(&one.why)));
        let taken = take(&Dossier::default(), &into_blank.lines);
        for one in OFFICIAL.items() {
            let (found, kept) = (taken.answers.get(one.id), dossier.answers.get(one.id));
            prop_assert_eq!(found.response, kept.response);
            prop_assert_eq!(tidy(&found.note), tidy(&kept.note));
        }
        let says = |one: &Objective| {
            let texts = [&one.description, &one.lead, &one.indicator, &one.target, &one.means];
            let says_something = texts.iter().any(|text| !text.trim().is_empty());
            says_something || one.start.is_some() || one.due.is_some()
        };
        let planned: Vec<_> = dossier.plan.iter().filter(|(_, one)| says(one)).collect();
        let found: Vec<_> = taken.plan.iter().map(|(_, one)| one).collect();
        prop_assert_eq!(planned.len(), found.len());
        for ((_, kept), found) in planned.into_iter().zip(found) {
            for (found, kept) in [(&found.lead, &kept.lead), (&found.indicator, &kept.indicator), (&found.target, &kept.target)] {
                prop_assert_eq!(tidy(found), tidy(kept));
            }
            prop_assert_eq!(tidy(&found.description), tidy(&kept.description));
            prop_assert_eq!(tidy(&found.means), tidy(&kept.means));
            prop_assert_eq!(
                (found.field, found.item, found.stage, found.start, found.due, found.status, found.priority),
                (kept.field, kept.item, kept.stage, kept.start, kept.due, kept.status, kept.priority)
            );
        }
    }

    #[test]
    fn a_dossier_s_own_table_changes_nothing(dossier in any_dossier()) {
        let own = of_text(&csv::write(&dossier, &OFFICIAL), &dossier);
        prop_assert_eq!(own.lines, Vec::new());
        prop_assert_eq!(own.troubles, Vec::new());
    }

    #[test]
    fn a_blank_workbook_changes_nothing_whatever_the_dossier_holds(dossier in any_dossier()) {
        let blank = of_workbook(&Dossier::default(), &dossier);
        prop_assert_eq!(blank.lines, Vec::new());
        prop_assert_eq!(blank.troubles, Vec::new());
    }
}

#[test]
fn words_and_codes_are_both_understood_whatever_their_case_and_spaces() {
    for yes in [
        "oui", "Oui ", " OUI", "x", "X", "1", "TRUE", "true", "vrai", "Yes", "✓", "☑", "Atteinte",
    ] {
        let comparison = of_answers(&[("1.1.3/1", yes)], &Dossier::default());
        assert_eq!(responses(&comparison), [ticks([3, 0, 0])], "{yes}");
    }
    for no in ["non", "NON ", "0", "FALSE", "faux", "no"] {
        let all = [("1.1.3/1", no), ("1.1.3/2", no), ("1.1.3/3", no)];
        let comparison = of_answers(&all, &Dossier::default());
        assert_eq!(
            responses(&comparison),
            [Response::Declared(Declared::NoStage)],
            "{no}"
        );
    }
    for (word, declared) in [
        ("Aucune étape atteinte", Declared::NoStage),
        ("none", Declared::NoStage),
        ("NE SAIT PAS", Declared::Unknown),
        ("unknown", Declared::Unknown),
        ("non concerné ", Declared::NotApplicable),
        ("not-applicable", Declared::NotApplicable),
        ("N/A", Declared::NotApplicable),
    ] {
        let comparison = of_answers(&[("1.1.3", word)], &Dossier::default());
        assert_eq!(
            responses(&comparison),
            [Response::Declared(declared)],
            "{word}"
        );
    }
    let english = of_text("Key,Answer\n1.1.3/2,yes\n", &Dossier::default());
    assert_eq!(responses(&english), [ticks([0, 3, 0])]);
}

#[test]
fn columns_may_be_moved_and_lines_deleted() {
    let text = "Note ;Énoncé;RÉPONSE;cle\nà revoir;La charte;oui;1.1.3/3.2\n;;x;1.1.2/1\n";
    let comparison = of_text(text, &Dossier::default());
    assert_eq!(comparison.troubles, []);
    let taken = take(&Dossier::default(), &comparison.lines);
    assert_eq!(taken.answers.response(item("1.1.3")), ticks([0, 0, 2]));
    assert_eq!(taken.answers.get(item("1.1.3")).note, "à revoir");
    assert_eq!(taken.answers.response(item("1.1.2")), ticks([1, 0, 0]));
    let [line, ..] = comparison.lines.as_slice() else {
        panic!("lines");
    };
    assert_eq!(
        (line.at.sheet.as_str(), line.at.cell.as_str()),
        ("Tableau", "C2")
    );
}

#[test]
fn a_blank_cell_changes_nothing_and_only_what_is_said_is_merged() {
    let before = answered("1.1.3", ticks([3, 0, 1]));
    let comparison = of_answers(&[("1.1.3/2", "oui"), ("1.1.3/1", "")], &before);
    assert_eq!(responses(&comparison), [ticks([3, 3, 1])]);
    assert_eq!(
        of_answers(&[("1.1.3/1", "oui"), ("1.1.3", "")], &before).lines,
        []
    );
}

#[test]
fn a_statement_and_its_conditions_are_told_apart_by_what_changed() {
    let before = answered("1.1.3", ticks([1, 0, 0]));
    let file = |word: &'static str, first: &'static str, second: &'static str| {
        of_answers(
            &[
                ("1.1.3/1", word),
                ("1.1.3/1.1", first),
                ("1.1.3/1.2", second),
            ],
            &before,
        )
    };
    // The word is a formula that was not computed again.
    let conditions = file("en partie", "oui", "oui");
    assert_eq!(responses(&conditions), [ticks([3, 0, 0])]);
    assert_eq!(conditions.lines[0].remark, None);
    // The word was typed over the formula.
    let word = file("oui", "oui", "non");
    assert_eq!(responses(&word), [ticks([3, 0, 0])]);
    assert_eq!(word.lines[0].remark, None);
    // Both were changed, and say different things.
    let both = file("oui", "non", "oui");
    assert_eq!(responses(&both), [ticks([2, 0, 0])]);
    assert_eq!(both.lines[0].remark, Some(Remark::ConditionsDiffer));
    // Partly, of which nobody knows what.
    let partly = of_answers(&[("1.1.3/2", "en partie")], &before);
    assert_eq!(partly.lines, []);
    assert_eq!(whys(&partly), [("B2".to_owned(), Why::WhichConditions)]);
}

#[test]
fn an_answer_for_the_whole_item_and_stages_beside_it_are_a_conflict_that_is_said() {
    let unknown = answered("1.1.3", Response::Declared(Declared::Unknown));
    let still = of_answers(&[("1.1.3", "Ne sait pas"), ("1.1.3/1", "oui")], &unknown);
    assert_eq!(responses(&still), [ticks([3, 0, 0])]);
    assert_eq!(still.lines[0].remark, Some(Remark::StateStillSaid));
    let blank = Dossier::default();
    let too = of_answers(&[("1.1.3", "Non concerné"), ("1.1.3/1", "oui")], &blank);
    assert_eq!(
        responses(&too),
        [Response::Declared(Declared::NotApplicable)]
    );
    assert_eq!(too.lines[0].remark, Some(Remark::StagesToo));
}

#[test]
fn what_is_not_understood_is_said_with_its_place() {
    let lines = [
        ("1.1.3/1", "peut-être"),
        ("1.1.9/1", "oui"),
        ("1.1.3/1.7", "oui"),
        ("1.1.3", "oui"),
        ("1.1.3/2", "oui"),
        ("1.1.3/2", "non"),
    ];
    let comparison = of_answers(&lines, &Dossier::default());
    let expected = [
        ("B2", Why::UnknownWord),
        ("A3", Why::UnknownKey),
        ("A4", Why::UnknownKey),
        ("B5", Why::UnknownWord),
        ("B7", Why::SaidTwice),
    ];
    assert_eq!(
        whys(&comparison),
        expected.map(|(cell, why)| (cell.to_owned(), why))
    );
    assert_eq!(
        responses(&comparison),
        [ticks([0, 3, 0])],
        "the rest is offered"
    );
}

#[test]
fn a_text_over_its_limit_is_said_and_never_cut() {
    let note = "é".repeat(NOTE_MAX + 1);
    let text = format!("Clé;Réponse;Note\n1.1.3;;{note}\n1.1.4;;court\n");
    let comparison = of_text(&text, &Dossier::default());
    let why = Why::TooLong {
        length: NOTE_MAX + 1,
        max: NOTE_MAX,
    };
    assert_eq!(whys(&comparison), [("C2".to_owned(), why)]);
    assert_eq!(comparison.lines.len(), 1);
}

const OBJECTIVES: &str =
    "N°;Champ d’action;Item visé;Étape visée;Objectif;Pilote;Début;Échéance;État;Priorité\n";

fn planned() -> Dossier {
    let mut dossier = Dossier::default();
    for description in ["Signer la charte", "Former les professeurs"] {
        let objective = Objective {
            description: description.into(),
            lead: "Proviseure".into(),
            item: Some(item("1.1.3")),
            ..Objective::new("1.1".parse().unwrap())
        };
        assert!(change(&mut dossier, Change::AddObjective(objective)).is_some());
    }
    dossier
}

#[test]
fn an_objective_is_found_by_its_number_and_a_new_line_is_one_more() {
    let before = planned();
    let text = [
        OBJECTIVES,
        "1;1.1;1.1.3 La charte;2;Signer la charte;Proviseure adjointe;01/09/2026;31 mars 2027;En cours;Prioritaire\n",
        ";Accès, réseau et équipement;;étape 1;Ouvrir le wifi;;;46327;;\n",
        ";;;;;;;;;\n",
    ]
    .concat();
    let comparison = of_text(&text, &before);
    assert_eq!(comparison.troubles, []);
    let after = take(&before, &comparison.lines);
    let [first, second, third] =
        ["1", "2", "3"].map(|id| after.plan.get(id.parse().unwrap()).unwrap());
    assert_eq!(first.lead, "Proviseure adjointe");
    assert_eq!(
        (first.start, first.due),
        (Some(day("2026-09-01")), Some(day("2027-03-31")))
    );
    assert_eq!(
        (first.status, first.priority),
        (Status::Ongoing, Priority::High)
    );
    assert_eq!(first.stage, Some(Stage::Two));
    assert_eq!(
        second,
        before.plan.get("2".parse().unwrap()).unwrap(),
        "a deleted line deletes nothing"
    );
    assert_eq!(
        (third.description.as_str(), third.field.to_string()),
        ("Ouvrir le wifi", "1.3".to_owned())
    );
    assert_eq!(third.due, Some(day("2026-11-01")), "the number of a day");
    assert_eq!(
        compared(&read(text.as_bytes()).unwrap(), &after).lines,
        [],
        "the same file again adds nothing"
    );
}

#[test]
fn a_line_that_has_the_number_of_quite_another_objective_is_taken_only_when_asked_for() {
    let dossier = planned();
    let text = [
        OBJECTIVES,
        "1;2.1;;;Tout autre chose;Quelqu’un d’autre;;;;;\n",
    ]
    .concat();
    let lines = of_text(&text, &dossier).lines;
    assert!(!lines.is_empty());
    let is_other = |line: &Line| line.remark == Some(Remark::OtherObjective);
    assert!(lines.iter().all(is_other), "{lines:?}");
    // What was taken from another dossier under another number is there already.
    let taken = of_text(
        &[OBJECTIVES, "7;1.1;;;D’ailleurs;Elle;;;;;\n"].concat(),
        &dossier,
    );
    let after = take(&dossier, &taken.lines);
    let number = after.plan.iter().last().unwrap().0;
    assert_ne!(number.to_string(), "7");
    let again = [OBJECTIVES, "1;1.1;;;D’ailleurs;Elle;;;;;\n"].concat();
    assert_eq!(of_text(&again, &after).lines, []);
}

#[test]
fn an_objective_that_was_deleted_here_comes_back_only_when_asked_for() {
    let mut dossier = planned();
    change(&mut dossier, Change::DeleteObjective("2".parse().unwrap()));
    let text = [
        OBJECTIVES,
        "2;1.1;;;Former les professeurs;;;;;\n9;1.1;;;D’ailleurs;;;;;\n",
    ]
    .concat();
    let remarks: Vec<_> = of_text(&text, &dossier)
        .lines
        .iter()
        .map(|line| line.remark)
        .collect();
    assert_eq!(remarks, [Some(Remark::Deleted), Some(Remark::OtherNumber)]);
}

#[test]
fn what_an_objective_says_that_cannot_be_is_said() {
    let text = [
        OBJECTIVES,
        "1;1.1;2.1.1;;;;;30/02/2027;presque;\n",
        ";;;;Sans champ;;;;;\n",
        ";9.9;;;Autre champ;;;;;\n",
    ]
    .concat();
    let comparison = of_text(&text, &planned());
    let mut found = whys(&comparison);
    found.sort_by(|one, other| one.0.cmp(&other.0));
    let expected = [
        ("B4", Why::UnknownAim),
        ("B4", Why::NoField),
        ("C2", Why::OtherField),
        ("E3", Why::NoField),
        ("H2", Why::NotADay),
        ("I2", Why::UnknownState),
    ];
    assert_eq!(found, expected.map(|(cell, why)| (cell.to_owned(), why)));
    assert!(
        comparison
            .lines
            .iter()
            .all(|line| !matches!(line.offer, Offer::Part(_, Part::Aim(..))))
    );
}

#[test]
fn a_table_with_items_as_rows_and_a_cross_for_each_stage_is_read_by_its_titles() {
    let text = "\
NumEA-Établissement\t\t\t\t
1.1 Pilotage\t\t\t\t
Items\tEtape 1 : Démarrer\tEtape 2 : Développer\tEtape 3 : Généraliser\t
LE PROJET D'ETABLISSEMENT ET LE PILOTAGE DE LA TRANSITION NUMERIQUE\tX\t\t\t
  3 - La  charte numerique\tx\tx\t\t
L'ent et ses usages\t\toui\t\t
La charte du numérique\tx\t\t\t
Total\t2\t2\t0\t
Items\tEtape 1\t\tEtape 2\t\tEtape 3\t
Articulation présentiel / hors la classe\tLe texte de l’étape 1\tx\tLe texte de l’étape 2\t\tLe texte de l’étape 3\tX
";
    let comparison = of_text(text, &Dossier::default());
    assert_eq!(whys(&comparison), [("A7".to_owned(), Why::UnknownTitle)]);
    let taken = take(&Dossier::default(), &comparison.lines);
    assert_eq!(
        taken.answers.response(item("1.1.1")),
        ticks([0b1_1111, 0, 0])
    );
    assert_eq!(taken.answers.response(item("1.1.3")), ticks([3, 3, 0]));
    assert_eq!(taken.answers.response(item("1.1.5")), ticks([0, 7, 0]));
    assert_eq!(taken.answers.response(item("2.3.2")), ticks([1, 0, 1]));
    assert_eq!(comparison.found, 4);
}

#[test]
fn a_second_row_about_an_item_that_says_something_else_is_said_and_not_taken() {
    let text = "\
Items;Etape 1;Etape 2;Etape 3
La charte numérique;x;non;
La charte numérique;x;x;x
";
    let comparison = of_text(text, &Dossier::default());
    assert_eq!(whys(&comparison), [("C3".to_owned(), Why::SaidTwice)]);
    let taken = take(&Dossier::default(), &comparison.lines);
    // What the first row left open, the second may say.
    assert_eq!(taken.answers.response(item("1.1.3")), ticks([3, 0, 7]));
}

#[test]
fn a_row_that_names_two_items_is_said_to_be_ambiguous() {
    let text = "Items;Etape 1;Etape 2;Etape 3\nLa charte numérique;x;;\n";
    let with_two = text
        .replace("La charte", "1.1.4;La charte")
        .replace("Items;", "N°;Items;");
    let comparison = of_text(&with_two, &Dossier::default());
    assert_eq!(whys(&comparison), [("B2".to_owned(), Why::SeveralTitles)]);
    assert_eq!(comparison.lines, []);
}

#[test]
fn a_table_of_something_else_is_refused() {
    let tables = read(b"Nom;Prix\nPommes;3\n").unwrap();
    assert_eq!(understand(&tables, &OFFICIAL), Err(Refusal::NothingFound));
}

#[test]
fn a_new_objective_is_shown_with_everything_of_it_that_is_taken() {
    let text = "\
N°;Champ d’action;Item visé;Étape visée;Objectif;Pilote;Début;Échéance;Indicateur;Valeur cible;Moyens;État;Priorité
;1.1;1.1.3;2;Signer la charte;Proviseure;01/09/2026;30/06/2027;Classes;8 sur 10;Deux réunions;En cours;Prioritaire
";
    let dossier = Dossier::default();
    let comparison = of_text(text, &dossier);
    let [line] = comparison.lines.as_slice() else {
        panic!("{:?}", comparison.lines);
    };
    let after = shown(line, &dossier, &OFFICIAL)
        .after
        .replace('\u{a0}', " ");
    let said: Vec<_> = after.lines().collect();
    assert_eq!(
        said,
        [
            "Signer la charte",
            "1.1.3 La charte numérique",
            "Étape visée : 2",
            "Pilote : Proviseure",
            "Début : 1er septembre 2026",
            "Échéance : 30 juin 2027",
            "Indicateur : Classes",
            "Valeur cible : 8 sur 10",
            "Moyens : Deux réunions",
            "État : En cours",
            "Priorité : Prioritaire",
        ]
    );
}

#[test]
fn what_is_taken_is_one_edit_that_one_undo_takes_back() {
    let mut dossier = planned();
    change(&mut dossier, Change::DeleteObjective("2".parse().unwrap()));
    let text = [OBJECTIVES, ";1.2;;;Former;;;;;\n"].concat();
    let mut comparison = of_text(&text, &dossier);
    comparison
        .lines
        .extend(of_answers(&[("1.1.3/1", "oui")], &dossier).lines);
    let before = dossier.clone();
    let after = take(&dossier, &comparison.lines);
    // As the page and the module hand it to each other.
    let after = read_document(&write_document(&after)).unwrap().dossier;
    let mut undo = Undo::default();
    assert!(edit(
        &mut undo,
        &mut dossier,
        Change::TakeOver(Box::new(after))
    ));
    assert_eq!(dossier.plan.len(), 2);
    assert_eq!(dossier.plan.bin().len(), 1, "the bin stays");
    assert_eq!(dossier.answers.response(item("1.1.3")), ticks([3, 0, 0]));
    assert!(back(&mut undo, &mut dossier));
    assert_eq!(
        (dossier.answers, dossier.plan),
        (before.answers, before.plan)
    );
}

#[test]
fn only_the_lines_that_are_chosen_are_taken() {
    let comparison = of_answers(
        &[("1.1.3/1", "oui"), ("1.1.4/1", "oui")],
        &Dossier::default(),
    );
    let ids: Vec<_> = comparison.lines.iter().map(Line::id).collect();
    assert_eq!(ids, ["1.1.3/response", "1.1.4/response"]);
    let chosen = comparison
        .lines
        .iter()
        .filter(|line| line.id() == "1.1.4/response");
    let taken = take(&Dossier::default(), chosen);
    assert_eq!(taken.answers.response(item("1.1.3")), Response::Unanswered);
    assert_eq!(
        taken.answers.response(item("1.1.4")),
        Response::from_ticks(Ticks::default().with_all(Stage::One, 0b11, Tick::On))
    );
}

#[test]
fn what_is_wrong_keeps_its_meaning_on_its_way_to_the_page() {
    let too_long = Why::TooLong {
        length: 4_312,
        max: NOTE_MAX,
    };
    let all = (0..13).map(|number| Why::from_numbers([number, 0, 0]));
    let mut seen = Vec::new();
    for why in all.chain([too_long]) {
        assert_eq!(Why::from_numbers(why.numbers()), why);
        assert!(!seen.contains(&why));
        seen.push(why);
    }
    assert_eq!(seen.len(), 14);
}

#[test]
fn a_line_of_which_a_part_cannot_be_kept_is_no_second_objective_the_second_time() {
    let lead = "x".repeat(201);
    let text = format!("Champ d’action;Objectif;Pilote;Échéance\n1.1;Former;{lead};01/02/2027\n");
    let first = of_text(&text, &Dossier::default());
    assert_eq!((first.lines.len(), first.troubles.len()), (1, 1));
    let taken = take(&Dossier::default(), &first.lines);
    let again = of_text(&text, &taken);
    assert_eq!((again.lines.len(), again.troubles.len()), (0, 1));
}
