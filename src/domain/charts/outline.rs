//! An outline of a radar chart. Dash, mark and width tell it apart without colour.

use charming::datatype::{DataPoint, DataPointItem};
use charming::element::{AreaStyle, Color, LineStyle, LineStyleType, Symbol};
use charming::series::Radar;

use crate::domain::school::positioning::Count;
use crate::domain::school::questionnaire::Stage;

/// How an outline is drawn.
pub struct Hand {
    dash: LineStyleType,
    width: f64,
    symbol: Symbol,
    fill: f64,
}

impl Hand {
    /// Each stage has its own.
    pub fn of(stage: Stage) -> Self {
        let (dash, width, symbol, fill) = match stage {
            Stage::One => (LineStyleType::Dotted, 3.0, Symbol::Circle, 0.0),
            Stage::Two => (LineStyleType::Dashed, 2.5, Symbol::Rect, 0.0),
            Stage::Three => (LineStyleType::Solid, 2.5, Symbol::Triangle, 0.1),
        };
        Self {
            dash,
            width,
            symbol,
            fill,
        }
    }
}

/// One outline: its name, colour and hand, and a count for each axis.
pub fn drawn(name: String, color: &str, hand: Hand, counts: impl Iterator<Item = Count>) -> Radar {
    let color = || Color::Value(color.to_owned());
    let values: Vec<f64> = counts
        .map(|count| count.percent().map_or(0.0, f64::from))
        .collect();
    let line = LineStyle::new().color(color()).type_(hand.dash);
    Radar::new()
        .name(name.clone())
        .symbol(hand.symbol)
        .symbol_size(8)
        .line_style(line.width(hand.width))
        .area_style(AreaStyle::new().color(color()).opacity(hand.fill))
        .data(vec![DataPoint::Item(DataPointItem::new(values).name(name))])
}
