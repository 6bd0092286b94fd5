//! The screens that one route holds together: their parts of the page name them.

use crate::domain::school::questionnaire::ItemId;

/// A screen of « Équipe ». One route holds them all: their part of the page names them, the first visit does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TeamScreen {
    /// `#/equipe`: inviting, gathering, reading the spread, deciding.
    Overview,
    /// `#/i/<code>`: an invitation, answered alone. The code stays in the address bar.
    Answering,
    /// `#/c/<code>`: somebody's answers, received as a link. The code stays in the address bar.
    Contribution,
    /// `#/adapter`: the questionnaire as the school makes it its own.
    Adapting,
    /// `#/reunion`, `#/reunion/1.1.3`: one item at a time on a projector.
    Meeting(Option<ItemId>),
    /// `#/reseau`: what many schools have in common.
    Network,
}

/// A paper with a screen of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperScreen {
    /// `#/feuille-de-route`: the positioning and the objectives that come first, on one page of A4.
    Roadmap,
    /// `#/rapport`: every item, statement and note, the figures, the objectives.
    Report,
    /// `#/compte-rendu`: the agenda and the minutes of a council.
    Minutes,
}

/// A screen of « Évolution ».
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimelineScreen {
    /// `#/evolution`: taking a positioning, and comparing two.
    Overview,
    /// `#/relais`: all that a successor needs, in one file.
    Handover,
}

/// A screen of « Centres ».
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CentresScreen {
    /// `#/centres`: the list of the dossiers.
    List,
    /// `#/centres/ensemble`: the figures and the plans of all, side by side.
    Together,
}

/// A part of « Aide » that has an address of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpPlace {
    /// « Mode d’emploi ».
    HowTo,
    /// « Accompagnement ».
    Support,
    /// « Glossaire ».
    Glossary,
    /// « À propos ».
    About,
}

impl HelpPlace {
    /// The four, in the order of the screen.
    pub const ALL: [Self; 4] = [Self::HowTo, Self::Support, Self::Glossary, Self::About];

    /// What stands for it in an address.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::HowTo => "mode-d-emploi",
            Self::Support => "accompagnement",
            Self::Glossary => "glossaire",
            Self::About => "a-propos",
        }
    }
}
