//! French sentences of the « feuille de route ».

use super::count;
use crate::domain::school::plan::First;
use crate::domain::school::positioning::Count;
use crate::domain::school::questionnaire::Stage;
use crate::domain::text::plural;

/// What the page is.
pub const LEAD: &str = "Une page A4 pour le conseil\u{a0}: où le numérique compte déjà, où des objectifs comptent, qui les \
    porte et pour quand.";

/// Title of the strengths.
pub const STRENGTHS: &str = "Où le numérique compte déjà";

/// Title of the lines of progress.
pub const PROGRESS: &str = "Où des objectifs comptent";

/// Title of the objectives.
pub const OBJECTIVES: &str = "Objectifs en cours";

/// In the place of the strengths, where there is none.
pub const NO_STRENGTH: &str = "Aucun item n’atteint encore l’étape\u{a0}2.";

/// In the place of the lines of progress, where there is none.
pub const NO_PROGRESS: &str = "Rien ne manque aux items renseignés.";

/// In the place of the objectives, where there is none.
pub const NO_OBJECTIVE: &str = "Aucun objectif en cours.";

/// « Étape 1 : 14 sur 21 (67 %) ».
pub fn stage(stage: Stage, counted: Count) -> String {
    let percent = super::percent(counted);
    format!(
        "{}\u{a0}: {} ({percent})",
        super::stage(stage),
        count(counted)
    )
}

/// « 5 items sur 9, dans l’ordre. » of a list that the page has no room for; nothing where all of it is there.
pub fn some_items(shown: usize, of: usize) -> Option<String> {
    (shown < of).then(|| {
        let shown = plural(shown, "item", "items");
        format!("{shown} sur\u{a0}{of}, dans l’ordre.")
    })
}

/// Which objectives the page shows; nothing where all of them are there.
pub fn some_objectives(first: &First) -> Option<String> {
    let shown = first.ids.len();
    (shown < first.of).then(|| {
        let of = plural(first.of, "objectif", "objectifs");
        format!(
            "{shown} sur\u{a0}{of} en cours\u{a0}: les prioritaires d’abord, puis les plus proches. L’échéancier les porte tous."
        )
    })
}
