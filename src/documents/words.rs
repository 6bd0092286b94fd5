//! The French words that a workbook, a table and a calendar share. A person types some of them back.

use crate::domain::school::answers::Declared;
use crate::domain::school::identity::Identity;
use crate::domain::school::positioning::StatementState;

/// A statement or a condition that is true.
pub const YES: &str = "oui";
/// A statement of which some conditions are true.
pub const PARTLY: &str = "en partie";
/// A statement or a condition that is not true.
pub const NO: &str = "non";
/// An objective that the school put first.
pub const HIGH: &str = "Prioritaire";

/// The two counts of an adapted questionnaire, in the order in which they stand side by side on the page.
pub const COUNTS: [&str; 2] = ["Questionnaire officiel", "Notre questionnaire"];

/// « oui », « en partie » or « non ».
pub fn statement(state: StatementState) -> &'static str {
    match state {
        StatementState::Reached => YES,
        StatementState::Partial { .. } => PARTLY,
        StatementState::NotReached => NO,
    }
}

/// The answer for a whole item.
pub fn declared(declared: Declared) -> &'static str {
    match declared {
        Declared::NoStage => "Aucune étape atteinte",
        Declared::Unknown => "Ne sait pas",
        Declared::NotApplicable => "Non concerné",
    }
}

/// « Lycée Les Prés – CFA du Val »: whose dossier it is; empty where nothing of it was said.
pub fn whose(identity: &Identity) -> String {
    let kind = identity.centre.map(|centre| centre.text().to_owned());
    let centre = match identity.centre_name.trim() {
        "" => kind.unwrap_or_default(),
        name => name.to_owned(),
    };
    let names = [identity.school.trim().to_owned(), centre];
    let said: Vec<_> = names.into_iter().filter(|name| !name.is_empty()).collect();
    said.join(" – ")
}
