//! French sentences with numbers, read as a person reads them.

use numea::domain::date::Day;
use numea::domain::formats::dossier_link::Reach;
use numea::domain::school::plan::{Filter, Objective, Plan, Priority, State, Status};
use numea::ui::shared::troubles;
use numea::words::fr;
use wasm_bindgen_test::wasm_bindgen_test;

fn plan(statuses: &[Status], due: &str) -> Plan {
    let mut plan = Plan::default();
    for status in statuses {
        let objective = Objective {
            status: *status,
            due: due.parse().ok(),
            ..Objective::new("1.1".parse().unwrap())
        };
        plan.set(plan.next_id().unwrap(), objective);
    }
    plan
}

#[wasm_bindgen_test]
fn a_plan_is_told_in_sentences_whatever_its_numbers() {
    use Status::{Done, Ongoing, ToStart};
    let today: Day = "2026-11-27".parse().unwrap();
    for (statuses, due, told) in [
        (&[Ongoing][..], "", "1 objectif en cours."),
        (&[Done, Done], "", "2 objectifs terminés."),
        (
            &[Done, Ongoing],
            "2026-11-01",
            "2 objectifs : 1 en cours, 1 terminé. 1 objectif est en retard.",
        ),
        (
            &[ToStart, Ongoing, Done],
            "2026-11-01",
            "3 objectifs : 1 à lancer, 1 en cours, 1 terminé. 2 objectifs sont en retard.",
        ),
    ] {
        let text = fr::planning::plan(&plan(statuses, due), today);
        assert_eq!(text.replace('\u{a0}', " "), told);
    }
}

#[wasm_bindgen_test]
fn a_number_of_one_is_told_in_the_singular() {
    assert_eq!(fr::the_items(1), "L’item");
    assert_eq!(fr::the_items(21), "Les 21\u{a0}items");
    assert_eq!(fr::the_other_items(1), "Voir l’autre item");
    assert_eq!(fr::the_other_items(10), "Voir les 10\u{a0}autres items");
    let link = fr::dossier_link::reach(Reach::Safe, 690);
    assert_eq!(
        link.replace('\u{a0}', " "),
        "Ce lien est assez court pour un courriel ou une messagerie (690 caractères)."
    );
}

#[wasm_bindgen_test]
fn what_a_field_does_not_keep_is_said_in_figures_and_quoted() {
    use numea::ui::kit::entry::Trouble;
    fn told(trouble: Trouble<'_>) -> String {
        let text = troubles::said(trouble);
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }
    assert_eq!(
        told(Trouble::TooLong(1, 4_000, " fin")),
        "1 caractère de trop : seuls les 4 000 premiers sont gardés. Ne sera pas gardé : « fin »."
    );
    let long = told(Trouble::TooLong(1_000, 200, &"a".repeat(1_000)));
    assert!(long.starts_with("1 000 caractères de trop : "), "{long}");
    assert!(long.ends_with("aaa… »."), "{long}");
    let turned = told(Trouble::TooLong(1, 200, "\u{202e}x"));
    assert!(turned.ends_with("\u{202e}x\u{202c} »."), "{turned}");
}

#[wasm_bindgen_test]
fn a_year_far_off_is_questioned_and_a_usual_one_is_not() {
    let day = |text: &str| text.parse::<Day>().unwrap();
    let told = |text| {
        let text = fr::entry::day(day(text), day("2026-11-27"));
        text.replace(['\u{a0}', '\u{202f}'], " ")
    };
    assert_eq!(told("2027-06-30"), "30 juin 2027");
    assert_eq!(
        told("2072-06-30"),
        "30 juin 2072 : dans 46 ans. Est-ce bien l’année voulue ?"
    );
    assert_eq!(
        told("0027-06-30"),
        "30 juin 27 : il y a 1 999 ans. Est-ce bien l’année voulue ?"
    );
}

#[wasm_bindgen_test]
fn what_a_filter_leaves_is_told_with_what_was_asked_for() {
    let filter = |lead: Option<&str>, state, priority| Filter {
        lead: lead.map(str::to_owned),
        state,
        priority,
    };
    let done = Some(State::Of(Status::Done));
    for (shown, filter, told) in [
        (
            4,
            filter(Some("CPE"), None, None),
            "4 objectifs sur 11 : pilote « CPE ».",
        ),
        (
            1,
            filter(Some(""), done, None),
            "1 objectif sur 11 : sans pilote, terminé.",
        ),
        (
            2,
            filter(None, done, Some(Priority::High)),
            "2 objectifs sur 11 : terminés, prioritaires.",
        ),
        (
            0,
            filter(None, Some(State::Late), None),
            "Aucun objectif sur 11 : en retard.",
        ),
    ] {
        let said = fr::schedule::filtered(shown, 11, &filter).replace('\u{a0}', " ");
        assert_eq!(said, told);
    }
}
