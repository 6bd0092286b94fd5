//! The positioning chart: charming's types build the option, ECharts draws it elsewhere. Six axes
//! (the fields), three outlines (the stages), percentages from 0 to 100.
//!
//! charming's whole `Chart` drags the serializer of every kind of series along (+26 kB of brotli,
//! measured); its component types put together here are the same option for a tenth of that.

use charming::element::{Color, LineStyle};
use charming::series::Radar;
use serde::Serialize;

use super::axis_name::axis_name;
use super::outline::{Hand, drawn};
use crate::domain::school::positioning::Positioning;
use crate::domain::school::questionnaire::{ActionField, Questionnaire, Stage};

/// Colours and type of the page, as its theme gives them (any CSS colour).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChartLook {
    /// Text.
    pub ink: String,
    /// Grid and axes.
    pub line: String,
    /// One colour for each stage.
    pub stages: [String; 3],
    /// Font family.
    pub font: String,
    /// How the axes are named.
    pub names: AxisNames,
    /// Whether the outlines may glide to their new place.
    pub motion: Motion,
}

/// How the axes are named: the table beside the chart has the titles in any case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AxisNames {
    /// By number and title.
    #[default]
    Titles,
    /// By number only, where there is no room.
    Numbers,
}

/// Whether things may move.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Motion {
    /// They may.
    #[default]
    Full,
    /// The person asked for less motion.
    Reduced,
}

/// The option that ECharts draws.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ChartOption {
    animation: bool,
    animation_duration: u16,
    animation_duration_update: u16,
    color: Vec<String>,
    /// `None` in the first of its [steps](Self::steps) only.
    radar: Option<Axes>,
    series: Vec<Radar>,
}

impl ChartOption {
    /// What is drawn before the whole, each in a task of its own: the first drawing of a library takes long, as none of its
    /// code has run yet. Each step runs some of that code for the first time.
    #[must_use]
    pub fn steps(&self) -> [Self; 5] {
        let of = |radar: Option<Axes>, outlines: usize| Self {
            radar,
            series: self.series.iter().take(outlines).cloned().collect(),
            ..self.clone()
        };
        let bare = self.radar.as_ref().map(Axes::one_bare);
        let one = self.radar.as_ref().map(Axes::one);
        let all = self.radar.clone();
        [
            of(None, 0),
            of(bare, 0),
            of(one, 0),
            of(all.clone(), 0),
            of(all, 1),
        ]
    }
}

/// The axes. Of charming's `RadarCoordinate` only what is used: each field that it may have weighs
/// on the first load, and the colour of its spokes can only be given as the segments of a gauge.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Axes {
    center: [&'static str; 2],
    radius: &'static str,
    clockwise: bool,
    split_number: u8,
    name_gap: u8,
    axis_name: AxisName,
    axis_line: Lines,
    split_line: Lines,
    split_area: Shown,
    indicator: Vec<Axis>,
}

impl Axes {
    /// The first axis alone.
    fn one(&self) -> Self {
        let mut one = self.clone();
        one.indicator.truncate(1);
        one
    }

    /// The same without a word.
    fn one_bare(&self) -> Self {
        let mut bare = self.one();
        for axis in &mut bare.indicator {
            axis.name.clear();
            axis.axis_label.show = false;
        }
        bare
    }
}

/// One axis, from 0 to 100.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Axis {
    name: String,
    min: u8,
    max: u8,
    axis_label: Marks,
}

/// The percentages written along an axis.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Marks {
    show: bool,
    custom_values: [u8; 2],
    formatter: &'static str,
    color: String,
    font_family: String,
    font_size: u8,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct AxisName {
    color: String,
    font_family: String,
    font_size: u8,
    line_height: u8,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Lines {
    line_style: LineStyle,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Shown {
    show: bool,
}

/// The positioning chart of these figures.
pub fn positioning_chart(
    questionnaire: &Questionnaire,
    positioning: &Positioning,
    look: &ChartLook,
) -> ChartOption {
    let counted = |field: &ActionField| {
        let counted = positioning.field(field.id);
        // What is « non concerné » does not count.
        counted.map(|field| usize::from(Stage::One.of(&field.stages).of))
    };
    let axes = axes_of(questionnaire, counted, look);
    option(
        look.stages.to_vec(),
        axes,
        Stage::ALL
            .map(|stage| outline(stage, positioning, look))
            .into(),
        look,
    )
}

/// An axis for each field, named with how many of its items count.
pub(super) fn axes_of(
    questionnaire: &Questionnaire,
    counted: impl Fn(&ActionField) -> Option<usize>,
    look: &ChartLook,
) -> Axes {
    let indicators = questionnaire
        .fields()
        .enumerate()
        .map(|(place, field)| Axis {
            name: axis_name(field, counted(field), look.names),
            min: 0,
            max: 100,
            // One scale for all: on each axis it would cover the outlines.
            axis_label: marks(place == 0, look),
        });
    axes(indicators.collect(), look)
}

/// A chart of these outlines, each in its colour.
pub(super) fn option(
    color: Vec<String>,
    radar: Axes,
    series: Vec<Radar>,
    look: &ChartLook,
) -> ChartOption {
    ChartOption {
        animation: look.motion == Motion::Full,
        animation_duration: 0,
        animation_duration_update: 200,
        color,
        radar: Some(radar),
        series,
    }
}

fn marks(show: bool, look: &ChartLook) -> Marks {
    Marks {
        show,
        custom_values: [50, 100],
        formatter: "{value}\u{a0}%",
        color: look.ink.clone(),
        font_family: look.font.clone(),
        font_size: 11,
    }
}

fn axes(indicator: Vec<Axis>, look: &ChartLook) -> Axes {
    let lines = Lines {
        line_style: LineStyle::new()
            .color(Color::Value(look.line.clone()))
            .width(1),
    };
    Axes {
        // Room for the four lines of the first name above, and three below, in a picture of 360 pixels.
        center: ["50%", "52%"],
        radius: "60%",
        clockwise: true,
        split_number: 4,
        name_gap: 10,
        axis_name: AxisName {
            color: look.ink.clone(),
            font_family: look.font.clone(),
            font_size: 13,
            line_height: 17,
        },
        axis_line: lines.clone(),
        split_line: lines,
        split_area: Shown { show: false },
        indicator,
    }
}

/// One stage's outline. Dash, mark and width tell it apart without colour.
fn outline(stage: Stage, positioning: &Positioning, look: &ChartLook) -> Radar {
    let counts = positioning
        .fields
        .iter()
        .map(|field| *stage.of(&field.stages));
    drawn(
        format!("Étape {stage}"),
        stage.of::<String>(&look.stages),
        Hand::of(stage),
        counts,
    )
}
