//! The chart of a comparison: one stage of two positionings, on the axes of the positioning chart.

use super::outline::{Hand, drawn};
use super::radar::{ChartLook, ChartOption, axes_of, option};
use crate::domain::school::questionnaire::{ActionField, Questionnaire, Stage};
use crate::domain::school::timeline::{Comparison, FieldChange};

/// One stage before and after. The former is dotted and in the colour of the text, the latter solid and in that of its stage.
pub fn comparison_chart(
    questionnaire: &Questionnaire,
    comparison: &Comparison,
    stage: Stage,
    look: &ChartLook,
) -> ChartOption {
    let of = |field: &ActionField| comparison.fields.iter().find(|one| one.id == field.id);
    let counted = |field: &ActionField| {
        let [_, after] = of(field)?.counts;
        Some(usize::from(stage.of(&after).of))
    };
    let counts = |which: usize| {
        let count = move |field: &FieldChange| {
            let counts = field.counts.get(which).copied().unwrap_or_default();
            *stage.of(&counts)
        };
        comparison.fields.iter().map(count)
    };
    let color = stage.of(&look.stages).clone();
    let series = vec![
        drawn("Avant".into(), &look.ink, Hand::of(Stage::One), counts(0)),
        drawn("Après".into(), &color, Hand::of(Stage::Three), counts(1)),
    ];
    let axes = axes_of(questionnaire, counted, look);
    option(vec![look.ink.clone(), color], axes, series, look)
}
