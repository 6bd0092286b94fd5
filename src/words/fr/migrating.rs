//! What becomes of the answers when another questionnaire comes into force.

use super::items;
use crate::domain::school::adaptation::Migration;
use crate::domain::school::questionnaire::ItemId;
use crate::domain::text::agree;

/// Above the words of what is to look at again.
pub const BOTH_WORDS: &str = "Relire, avant et maintenant\u{a0}:";
/// The two columns of the words of an item.
pub const COLUMNS: [&str; 2] = ["Texte d’avant", "Texte de maintenant"];
/// Said in the place of words that are not known.
pub const NOT_KEPT: &str = "Cet appareil n’a pas gardé le texte d’avant\u{a0}: l’adaptation y est arrivée par une sauvegarde ou un lien, ou date d’une \
    version plus ancienne de l’outil. L’appareil où elle a été faite l’a peut-être encore.";

/// What to look at again; `None` where there is nothing.
pub fn again(migration: &Migration) -> Option<String> {
    let changed = &migration.changed;
    let said = || {
        format!(
            "À reprendre, car leur texte change\u{a0}: {}.",
            named(changed)
        )
    };
    (!changed.is_empty()).then(said)
}

fn named(ids: &[ItemId]) -> String {
    let ids: Vec<_> = ids.iter().map(ToString::to_string).collect();
    ids.join(", ")
}

/// What becomes of the other answers.
pub fn migration(migration: &Migration) -> Vec<String> {
    let mut said = Vec::new();
    if !migration.gone.is_empty() {
        said.push(format!(
            "Réponses gardées, sans compter\u{a0}: {}. Elles reviennent avec l’item.",
            named(&migration.gone)
        ));
    }
    if !migration.new.is_empty() {
        said.push(format!(
            "Nouveau, à renseigner\u{a0}: {}.",
            named(&migration.new)
        ));
    }
    if !migration.kept.is_empty() {
        let kept = migration.kept.len();
        said.push(format!(
            "{} {} comme avant.",
            items(kept),
            agree(kept, "compte", "comptent")
        ));
    }
    said
}

/// Said where the official words of items are others than when the school adapted the questionnaire; then those that it had put
/// into words of its own.
pub fn official_changed(items: &[ItemId], own: &[ItemId]) -> String {
    let mut said = "Le texte officiel a changé depuis votre adaptation.".to_owned();
    if !items.is_empty() {
        said += &format!(
            " À reprendre\u{a0}: {}. Les coches sont restées\u{a0}: relisez-les.",
            named(items)
        );
    }
    if !own.is_empty() {
        said += &format!(" Vos mots restent pour\u{a0}: {}.", named(own));
    }
    said + " Appliquez quand vous en avez pris connaissance."
}
