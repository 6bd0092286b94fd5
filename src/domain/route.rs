//! Addresses of the screens: what follows the `#`. They are written into links that people keep, so
//! an address that was once valid stays valid.

mod places;

pub use places::{CentresScreen, HelpPlace, PaperScreen, TeamScreen, TimelineScreen};

use std::fmt;
use std::str::FromStr;

use crate::domain::escapes::{DECODINGS_MAX, percent_decoded};
use crate::domain::school::plan::ObjectiveId;
use crate::domain::school::questionnaire::{FieldId, ItemId, Stage, StatementId};

/// One screen, and where on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// `#/`: what the tool is, where one was.
    Home,
    /// `#/questionnaire/1.1`: one field.
    Field(FieldId),
    /// `#/questionnaire/1.1.3`: one item of a field.
    Item(ItemId),
    /// `#/questionnaire/1.1.3/2`: one statement.
    Statement(StatementId),
    /// `#/positionnement`: figures, chart, matrix.
    Positioning,
    /// `#/positionnement/items`: the matrix on that screen.
    Matrix,
    /// `#/objectifs`: the schedule, by field.
    Objectives,
    /// `#/objectifs/3`: the form of one objective.
    Objective(ObjectiveId),
    /// `#/etablissement`: whose positioning it is.
    Identity,
    /// `#/partage`: the link to give, and what one receives.
    Sharing,
    /// `#/r/<code>`: a positioning received as a link. The code stays in the address bar.
    Received,
    /// `#/d/<code>`: a whole dossier received as a link. The code stays in the address bar.
    Linked,
    /// `#/fichier`: a dossier opened from a file or a kept copy, to be read. It is in memory only.
    Opened,
    /// `#/questionnaire-vierge`: the blank questionnaire, to be printed.
    Blank,
    /// `#/documents`: everything that can be printed or downloaded.
    Documents,
    /// What is printed or given to a word processor, beside the screens that print as they are.
    Paper(PaperScreen),
    /// « Équipe »: what people answer alone, and what the school decides of it.
    Team(TeamScreen),
    /// « Évolution »: positionings taken at a date, compared.
    Timeline(TimelineScreen),
    /// « Centres »: the dossiers of this browser.
    Centres(CentresScreen),
    /// `#/mentions`: who publishes the page, and what becomes of personal data.
    Legal,
    /// `#/accessibilite`: the accessibility statement.
    Accessibility,
    /// `#/diagnostic`: what this address and this browser allow.
    Diagnostic,
    /// `#/aide`: how it works, who can help, the source; `#/aide/glossaire`: one part of it.
    Help(Option<HelpPlace>),
}

impl Route {
    /// The route of this address, if it is one; no address at all is home. Links that people keep or pass on are
    /// read as they are meant: escaped, in capitals, with a stroke at the end, or with what a campaign of
    /// letters appends.
    pub fn from_hash(hash: &str) -> Option<Self> {
        let mut path = hash.strip_prefix('#').unwrap_or(hash).to_owned();
        for _ in 0..=DECODINGS_MAX {
            if let Some(route) = Self::from_path(&path) {
                return Some(route);
            }
            path = percent_decoded(&path);
        }
        None
    }

    fn from_path(path: &str) -> Option<Self> {
        let path = path.split(['?', '&']).next().unwrap_or_default();
        let path = path.strip_prefix('/').unwrap_or(path);
        let path = path.strip_suffix('/').unwrap_or(path).to_ascii_lowercase();
        match path.as_str() {
            "" => Some(Self::Home),
            "positionnement" => Some(Self::Positioning),
            "objectifs" => Some(Self::Objectives),
            "etablissement" => Some(Self::Identity),
            "partage" => Some(Self::Sharing),
            "r" => Some(Self::Received),
            "d" => Some(Self::Linked),
            "fichier" => Some(Self::Opened),
            "questionnaire-vierge" => Some(Self::Blank),
            "documents" => Some(Self::Documents),
            "feuille-de-route" => Some(Self::Paper(PaperScreen::Roadmap)),
            "rapport" => Some(Self::Paper(PaperScreen::Report)),
            "compte-rendu" => Some(Self::Paper(PaperScreen::Minutes)),
            "equipe" => Some(Self::Team(TeamScreen::Overview)),
            "reunion" => Some(Self::Team(TeamScreen::Meeting(None))),
            "reseau" => Some(Self::Team(TeamScreen::Network)),
            "adapter" => Some(Self::Team(TeamScreen::Adapting)),
            "i" => Some(Self::Team(TeamScreen::Answering)),
            "c" => Some(Self::Team(TeamScreen::Contribution)),
            "evolution" => Some(Self::Timeline(TimelineScreen::Overview)),
            "relais" => Some(Self::Timeline(TimelineScreen::Handover)),
            "centres" => Some(Self::Centres(CentresScreen::List)),
            "mentions" => Some(Self::Legal),
            "accessibilite" => Some(Self::Accessibility),
            "diagnostic" => Some(Self::Diagnostic),
            "aide" => Some(Self::Help(None)),
            other => Self::in_a_place(other),
        }
    }

    fn in_a_place(path: &str) -> Option<Self> {
        let (screen, place) = path.split_once('/')?;
        match screen {
            "r" => Some(Self::Received),
            "d" => Some(Self::Linked),
            "i" => Some(Self::Team(TeamScreen::Answering)),
            "c" => Some(Self::Team(TeamScreen::Contribution)),
            "reunion" => {
                let item = place.parse().ok()?;
                Some(Self::Team(TeamScreen::Meeting(Some(item))))
            }
            "objectifs" => place.parse().map(Self::Objective).ok(),
            "questionnaire" => Self::in_questionnaire(place),
            "aide" => Self::in_help(place),
            "positionnement" => (place == "items").then_some(Self::Matrix),
            "centres" => (place == "ensemble").then_some(Self::Centres(CentresScreen::Together)),
            _ => None,
        }
    }

    fn in_help(name: &str) -> Option<Self> {
        let place = HelpPlace::ALL
            .into_iter()
            .find(|place| place.name() == name)?;
        Some(Self::Help(Some(place)))
    }

    fn in_questionnaire(place: &str) -> Option<Self> {
        if let Some((item, stage)) = place.split_once('/') {
            let (item, stage) = (item.parse().ok()?, Stage::from_str(stage).ok()?);
            return Some(Self::Statement(StatementId { item, stage }));
        }
        let item = place.parse().map(Self::Item);
        item.or_else(|_| place.parse().map(Self::Field)).ok()
    }

    /// The field that is shown, if the screen is one of the questionnaire's.
    pub fn field(self) -> Option<FieldId> {
        match self {
            Self::Field(field) => Some(field),
            Self::Item(item) => Some(item.field()),
            Self::Statement(statement) => Some(statement.item.field()),
            Self::Home
            | Self::Positioning
            | Self::Matrix
            | Self::Objectives
            | Self::Objective(_)
            | Self::Identity
            | Self::Sharing
            | Self::Received
            | Self::Linked
            | Self::Opened
            | Self::Blank
            | Self::Documents
            | Self::Paper(_)
            | Self::Team(_)
            | Self::Timeline(_)
            | Self::Centres(_)
            | Self::Legal
            | Self::Accessibility
            | Self::Diagnostic
            | Self::Help(_) => None,
        }
    }

    /// Whether the screen shows somebody else's work, or an older state of one's own: one does not
    /// come back to it at the next start, nothing is written for it and nothing is undone on it.
    pub fn is_visit(self) -> bool {
        match self {
            Self::Received
            | Self::Linked
            | Self::Opened
            | Self::Team(TeamScreen::Answering | TeamScreen::Contribution) => true,
            Self::Home
            | Self::Field(_)
            | Self::Item(_)
            | Self::Statement(_)
            | Self::Positioning
            | Self::Matrix
            | Self::Objectives
            | Self::Objective(_)
            | Self::Identity
            | Self::Sharing
            | Self::Blank
            | Self::Documents
            | Self::Paper(_)
            | Self::Team(
                TeamScreen::Overview
                | TeamScreen::Adapting
                | TeamScreen::Meeting(_)
                | TeamScreen::Network,
            )
            | Self::Timeline(_)
            | Self::Centres(_)
            | Self::Legal
            | Self::Accessibility
            | Self::Diagnostic
            | Self::Help(_) => false,
        }
    }

    /// The same screen, without the place on it.
    pub fn screen(self) -> Self {
        match self {
            Self::Help(_) => Self::Help(None),
            Self::Matrix => Self::Positioning,
            Self::Team(TeamScreen::Meeting(_)) => Self::Team(TeamScreen::Meeting(None)),
            other => other.field().map_or(other, Self::Field),
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home => f.write_str("#/"),
            Self::Field(field) => write!(f, "#/questionnaire/{field}"),
            Self::Item(item) => write!(f, "#/questionnaire/{item}"),
            Self::Statement(statement) => write!(f, "#/questionnaire/{statement}"),
            Self::Positioning => f.write_str("#/positionnement"),
            Self::Matrix => f.write_str("#/positionnement/items"),
            Self::Objectives => f.write_str("#/objectifs"),
            Self::Objective(id) => write!(f, "#/objectifs/{id}"),
            Self::Identity => f.write_str("#/etablissement"),
            Self::Sharing => f.write_str("#/partage"),
            Self::Received => f.write_str("#/r/"),
            Self::Linked => f.write_str("#/d/"),
            Self::Opened => f.write_str("#/fichier"),
            Self::Blank => f.write_str("#/questionnaire-vierge"),
            Self::Documents => f.write_str("#/documents"),
            Self::Paper(PaperScreen::Roadmap) => f.write_str("#/feuille-de-route"),
            Self::Paper(PaperScreen::Report) => f.write_str("#/rapport"),
            Self::Paper(PaperScreen::Minutes) => f.write_str("#/compte-rendu"),
            Self::Team(TeamScreen::Overview) => f.write_str("#/equipe"),
            Self::Team(TeamScreen::Network) => f.write_str("#/reseau"),
            Self::Team(TeamScreen::Adapting) => f.write_str("#/adapter"),
            Self::Team(TeamScreen::Answering) => f.write_str("#/i/"),
            Self::Team(TeamScreen::Contribution) => f.write_str("#/c/"),
            Self::Team(TeamScreen::Meeting(None)) => f.write_str("#/reunion"),
            Self::Team(TeamScreen::Meeting(Some(item))) => write!(f, "#/reunion/{item}"),
            Self::Timeline(TimelineScreen::Overview) => f.write_str("#/evolution"),
            Self::Timeline(TimelineScreen::Handover) => f.write_str("#/relais"),
            Self::Centres(CentresScreen::List) => f.write_str("#/centres"),
            Self::Centres(CentresScreen::Together) => f.write_str("#/centres/ensemble"),
            Self::Legal => f.write_str("#/mentions"),
            Self::Accessibility => f.write_str("#/accessibilite"),
            Self::Diagnostic => f.write_str("#/diagnostic"),
            Self::Help(None) => f.write_str("#/aide"),
            Self::Help(Some(place)) => write!(f, "#/aide/{}", place.name()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_is_read_back() {
        for hash in [
            "#/",
            "#/questionnaire/1.1",
            "#/questionnaire/2.3.2",
            "#/questionnaire/1.1.3/2",
            "#/positionnement",
            "#/positionnement/items",
            "#/objectifs",
            "#/objectifs/12",
            "#/etablissement",
            "#/partage",
            "#/questionnaire-vierge",
            "#/fichier",
            "#/documents",
            "#/feuille-de-route",
            "#/rapport",
            "#/compte-rendu",
            "#/equipe",
            "#/adapter",
            "#/reunion",
            "#/reunion/1.1.3",
            "#/reseau",
            "#/evolution",
            "#/relais",
            "#/centres",
            "#/centres/ensemble",
            "#/mentions",
            "#/accessibilite",
            "#/diagnostic",
            "#/aide",
            "#/aide/mode-d-emploi",
            "#/aide/accompagnement",
            "#/aide/glossaire",
            "#/aide/a-propos",
        ] {
            assert_eq!(
                Route::from_hash(hash).map(|r| r.to_string()).as_deref(),
                Some(hash)
            );
        }
        assert_eq!(Route::from_hash("#/r/abc"), Some(Route::Received));
        assert_eq!(Route::from_hash("#/d/abc"), Some(Route::Linked));
        let answering = Some(Route::Team(TeamScreen::Answering));
        assert_eq!(Route::from_hash("#/i/abc"), answering);
        let contribution = Some(Route::Team(TeamScreen::Contribution));
        assert_eq!(Route::from_hash("#/c/abc"), contribution);
        assert_eq!(Route::from_hash(""), Some(Route::Home));
        assert_eq!(Route::from_hash("#"), Some(Route::Home));
        let in_help = Route::from_hash("#/aide/glossaire").map(Route::screen);
        assert_eq!(in_help, Some(Route::Help(None)), "one screen");
        assert_eq!(Route::Matrix.screen(), Route::Positioning, "one screen");
        for hash in [
            "#/x",
            "#contenu",
            "#/questionnaire",
            "#/questionnaire/1.1.1/4",
            "#/objectifs/0",
            "#/objectifs/01",
            "#/objectifs/3/2",
            "#/aide/x",
            "#/aide//",
            "#/x?utm=1",
        ] {
            assert_eq!(Route::from_hash(hash), None, "{hash}");
        }
    }

    #[test]
    fn an_address_that_was_passed_on_opens_what_it_means() {
        let objectives = Some(Route::Objectives);
        for (hash, route) in [
            ("#/objectifs/", objectives),
            ("#/Objectifs", objectives),
            ("#objectifs", objectives),
            ("#/OBJECTIFS/?utm=1", objectives),
            ("#/objectifs?utm=1&utm_medium=x", objectives),
            ("#/objectifs&utm=1", objectives),
            ("#%2Fobjectifs", objectives),
            ("#%252Fobjectifs%252F", objectives),
            ("#/objectifs%3Futm=1", objectives),
            ("#?utm=1", Some(Route::Home)),
            (
                "#/aide/Glossaire/",
                Some(Route::Help(Some(HelpPlace::Glossary))),
            ),
            ("#/Positionnement/Items", Some(Route::Matrix)),
            ("#%2Fr%2Fabc", Some(Route::Received)),
            ("#/R/abc", Some(Route::Received)),
            ("#/d/abc?utm=1", Some(Route::Linked)),
        ] {
            assert_eq!(Route::from_hash(hash), route, "{hash}");
        }
    }
}
