//! What is said of a questionnaire that a school adapted, or of one of another size.

use super::{count, items};
use crate::domain::school::positioning::Positioning;
use crate::domain::school::questionnaire::{Item, Origin, Questionnaire, Stage};

/// « Un champ a de 2 à 6 items », of these numbers of items, and what that means.
pub fn small_fields(sizes: &[usize]) -> String {
    let (least, most) = (sizes.iter().min(), sizes.iter().max());
    let has = match (least.copied().unwrap_or(0), most.copied().unwrap_or(0)) {
        (least, most) if least == most => items(most),
        (least, most) => format!("de {least} à {}", items(most)),
    };
    format!("Un champ a {has}\u{a0}: un seul item de plus y change beaucoup le pourcentage.")
}

/// Said with figures that are those of a questionnaire that the school adapted.
pub fn whose_figures(questionnaire: &Questionnaire) -> Option<&'static str> {
    questionnaire.adapted.as_ref()?;
    Some("Chiffres de notre questionnaire, adapté du questionnaire officiel.")
}

/// The two counts of an adapted questionnaire, in the order in which they stand side by side.
pub const COUNTS: [&str; 2] = ["Questionnaire officiel", "Notre questionnaire"];

/// What the two rest on.
pub const BOTH_COUNTS: &str = "Deux comptes, par la même règle, jamais mêlés\u{a0}: le questionnaire officiel, sur les seuls items restés à son texte\u{202f}; notre \
    questionnaire, sur tout ce que nous demandons.";

/// « Questionnaire officiel : étape 1, 9 sur 18 ; … »: the official figures of an adapted one, in one line.
pub fn official_line(official: &Positioning) -> String {
    let stages = Stage::ALL.map(|stage| {
        let counted = *stage.of(&official.stages);
        format!("étape\u{a0}{stage}, {}", count(counted))
    });
    let [name, _] = COUNTS;
    format!("{name}\u{a0}: {}.", stages.join("\u{202f}; "))
}

/// « 1.1.3 La charte », on paper: what is not officially worded says so.
pub fn item_name(item: &Item) -> String {
    let mut name = format!("{} {}", item.id, item.title);
    if let Some(origin) = origin(item.origin) {
        name.push_str(&format!(" [{}]", origin.to_lowercase()));
    }
    name
}

/// Whose words an item has, where they are not the official ones.
pub fn origin(origin: Origin) -> Option<&'static str> {
    match origin {
        Origin::Own => None,
        Origin::Reworded => Some("Reformulé"),
        Origin::Added => Some("Ajouté"),
    }
}
