//! What is said of a questionnaire that a school adapted, or of one of another size.

use super::items;
use crate::domain::school::questionnaire::{Item, Origin, Questionnaire};

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
