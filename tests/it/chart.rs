//! The chart's option: the same numbers as the table, told apart without colour.

use crate::support::{OFFICIAL, any_answers, change, item};
use numea::domain::charts::radar::{AxisNames, ChartLook, Motion, positioning_chart};
use numea::domain::school::answers::{Declared, Tick};
use numea::domain::school::dossier::{Change, Dossier};
use numea::domain::school::positioning::Positioning;
use numea::domain::school::questionnaire::Stage;
use proptest::prelude::*;
use serde_json::Value;

fn option(positioning: &Positioning, motion: Motion) -> Value {
    let look = ChartLook {
        ink: "#111".into(),
        line: "#888".into(),
        stages: ["#a00", "#0a0", "#00a"].map(str::to_owned),
        font: "sans".into(),
        motion,
        ..ChartLook::default()
    };
    serde_json::to_value(positioning_chart(&OFFICIAL, positioning, &look)).unwrap()
}

proptest! {
    #[test]
    fn three_outlines_of_six_percentages(answers in any_answers()) {
        let positioning = Positioning::of(&OFFICIAL, &answers);
        let option = option(&positioning, Motion::Full);
        for stage in Stage::ALL {
            let series = &option["series"][stage.index()];
            prop_assert_eq!(&series["type"], "radar");
            let values: Vec<f64> = serde_json::from_value(series["data"][0]["value"].clone()).unwrap();
            let wanted: Vec<f64> = positioning
                .fields
                .iter()
                .map(|field| f64::from(stage.of(&field.stages).percent().unwrap_or(0)))
                .collect();
            prop_assert_eq!(values, wanted);
        }
    }
}

#[test]
fn each_axis_says_its_field_and_how_many_items_it_rests_on() {
    let option = option(
        &Positioning::of(&OFFICIAL, &Default::default()),
        Motion::Full,
    );
    let axes = option["radar"]["indicator"].as_array().unwrap();
    let names: Vec<_> = axes
        .iter()
        .map(|axis| axis["name"].as_str().unwrap())
        .collect();
    assert_eq!(
        names[0],
        "1.1 Pilotage,\nimpulsion et\norganisation\n(5\u{a0}items)"
    );
    assert!(names[3].ends_with("(2\u{a0}items)"));
    assert!(
        axes.iter()
            .all(|axis| axis["max"] == 100.0 && axis["min"] == 0.0)
    );
    assert_eq!(axes.len(), 6);
}

#[test]
fn stages_differ_by_line_and_mark_and_keep_still_when_asked() {
    let positioning = Positioning::of(&OFFICIAL, &Default::default());
    let moving = option(&positioning, Motion::Full);
    let marks: Vec<_> = (0..3)
        .map(|n| {
            (
                moving["series"][n]["symbol"].clone(),
                moving["series"][n]["lineStyle"]["type"].clone(),
            )
        })
        .collect();
    assert!(marks[0] != marks[1] && marks[1] != marks[2] && marks[0] != marks[2]);
    assert_eq!(moving["animation"], true);
    assert_eq!(option(&positioning, Motion::Reduced)["animation"], false);
}

/// A callback would need `unsafe-eval`; charming writes it as an object.
#[test]
fn the_option_is_plain_data() {
    let text = option(
        &Positioning::of(&OFFICIAL, &Default::default()),
        Motion::Full,
    )
    .to_string();
    assert!(
        !text.contains("function") && !text.contains("null"),
        "{text}"
    );
}

#[test]
fn an_axis_says_how_many_items_count_where_some_are_not_concerned() {
    let mut dossier = Dossier::default();
    let declare = |dossier: &mut Dossier, id| {
        let item = item(id);
        let (declared, tick) = (Declared::NotApplicable, Tick::On);
        change(
            dossier,
            Change::Declare {
                item,
                declared,
                tick,
            },
        );
    };
    declare(&mut dossier, "2.1.1");
    let name = |dossier: &Dossier| {
        let positioning = Positioning::of(&OFFICIAL, &dossier.answers);
        let option = option(&positioning, Motion::Full);
        let name = option["radar"]["indicator"][3]["name"].as_str();
        name.unwrap().lines().last().unwrap().to_owned()
    };
    assert_eq!(name(&dossier), "(1\u{a0}item compté)");
    declare(&mut dossier, "2.1.2");
    assert_eq!(name(&dossier), "(0\u{a0}item compté)");
}

#[test]
fn on_a_phone_no_line_of_an_axis_is_longer_than_its_number_of_items() {
    let mut dossier = Dossier::default();
    let (item, declared, tick) = (item("2.1.1"), Declared::NotApplicable, Tick::On);
    change(
        &mut dossier,
        Change::Declare {
            item,
            declared,
            tick,
        },
    );
    let look = ChartLook {
        names: AxisNames::Numbers,
        ..ChartLook::default()
    };
    let positioning = Positioning::of(&OFFICIAL, &dossier.answers);
    let chart = positioning_chart(&OFFICIAL, &positioning, &look);
    let option = serde_json::to_value(chart).unwrap();
    for axis in option["radar"]["indicator"].as_array().unwrap() {
        for line in axis["name"].as_str().unwrap().lines() {
            assert!(line.chars().count() <= "(3 items)".len(), "{line}");
        }
    }
}

#[test]
fn the_scale_is_written_once_at_50_and_100_percent() {
    let positioning = Positioning::of(&OFFICIAL, &Default::default());
    let option = option(&positioning, Motion::Full);
    let axes = option["radar"]["indicator"].as_array().unwrap();
    let shown = axes.iter().map(|axis| &axis["axisLabel"]["show"]);
    assert_eq!(shown.filter(|shown| **shown == true).count(), 1);
    let marks = &axes[0]["axisLabel"];
    assert_eq!(marks["customValues"], serde_json::json!([50, 100]));
    assert_eq!(marks["formatter"], "{value}\u{a0}%");
}

#[test]
fn a_chart_is_drawn_in_steps_each_of_which_adds_to_the_one_before() {
    let positioning = Positioning::of(&OFFICIAL, &Dossier::default().answers);
    let whole = positioning_chart(&OFFICIAL, &positioning, &ChartLook::default());
    let steps = whole
        .steps()
        .map(|step| serde_json::to_value(step).unwrap());
    let sizes = steps.iter().map(|step| {
        let all = |list: &Value| list.as_array().map_or(0, Vec::len);
        (all(&step["radar"]["indicator"]), all(&step["series"]))
    });
    assert_eq!(
        sizes.collect::<Vec<_>>(),
        [(0, 0), (1, 0), (1, 0), (6, 0), (6, 1)]
    );
    let first_name = |step: &Value| step["radar"]["indicator"][0]["name"] == "";
    assert!(first_name(&steps[1]) && !first_name(&steps[2]));
    let whole = serde_json::to_value(whole).unwrap();
    assert_eq!(steps[4]["radar"], whole["radar"]);
    assert_eq!(steps[4]["series"][0], whole["series"][0]);
}
