//! The name of an axis of a radar chart.

use super::radar::AxisNames;
use crate::domain::school::questionnaire::ActionField;
use crate::domain::text::plural;

/// Longest line of an axis's name, in characters.
const NAME_LINE: usize = 16;

/// Number, title on short lines, and how many items the axis rests on: few of them have more than three.
pub(super) fn axis_name(field: &ActionField, counted: Option<usize>, names: AxisNames) -> String {
    let mut lines = vec![field.id.to_string()];
    let title = match names {
        AxisNames::Titles => field.title.as_str(),
        AxisNames::Numbers => "",
    };
    for word in title.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= NAME_LINE => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    let all = field.items.len();
    let counted = counted.unwrap_or(all);
    lines.push(if counted < all {
        // Beside a phone's small chart the two words on one line are cut by the edge.
        let (one, many) = match names {
            AxisNames::Titles => ("item compté", "items comptés"),
            AxisNames::Numbers => ("item\ncompté", "items\ncomptés"),
        };
        format!("({})", plural(counted, one, many))
    } else {
        format!("({})", plural(all, "item", "items"))
    });
    lines.join("\n")
}
