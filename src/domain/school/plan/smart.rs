//! The five SMART criteria: both wordings of the source to the letter. What an objective gives to each of them
//! is judged in [`super::check`](mod@super::check).

/// The criteria as annex 1 introduces them.
pub const ANNEX: [&str; 3] = [
    "Il existe plusieurs méthodes pour définir concrètement des objectifs.",
    "La méthode SMART repose sur un principe simple\u{a0}: tout objectif doit être structuré pour apporter le \
     résultat escompté.",
    "Selon la méthode SMART, les objectifs du projet doivent respecter les cinq critères suivants\u{a0}:",
];

/// « Critère SMART ».
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SmartCriterion {
    /// S.
    Specific,
    /// M.
    Measurable,
    /// A.
    Attainable,
    /// R.
    Realistic,
    /// T.
    TimeBound,
}

impl SmartCriterion {
    /// The five, in the order of the word.
    pub const ALL: [Self; 5] = [
        Self::Specific,
        Self::Measurable,
        Self::Attainable,
        Self::Realistic,
        Self::TimeBound,
    ];

    /// S, M, A, R or T.
    pub fn letter(self) -> char {
        match self {
            Self::Specific => 'S',
            Self::Measurable => 'M',
            Self::Attainable => 'A',
            Self::Realistic => 'R',
            Self::TimeBound => 'T',
        }
    }

    /// The word of the source's user guide.
    pub fn short_name(self) -> &'static str {
        match self {
            Self::Specific => "Simple",
            Self::Measurable => "Mesurable",
            Self::Attainable => "Acceptable",
            Self::Realistic => "Réaliste",
            Self::TimeBound => "Temporel",
        }
    }

    /// The words of annex 1.
    pub fn long_name(self) -> &'static str {
        match self {
            Self::Specific => "Spécifique et simple",
            Self::Measurable => "Mesurable",
            Self::Attainable => "Ambitieux et Atteignable",
            Self::Realistic => "Réaliste",
            Self::TimeBound => "Temporel",
        }
    }

    /// What annex 1 says of it, after « S pour Spécifique et simple : », without the mark that parts it
    /// from the next.
    pub fn explanation(self) -> &'static str {
        match self {
            Self::Specific => {
                "les objectifs doivent être élaborés de manière claire et précise. En effet s’ils sont trop \
                 génériques, ils sont le plus souvent inatteignables. Ces objectifs devront également être exprimés \
                 simplement et de façon intelligible pour permettre au plus grand nombre d’en avoir une bonne \
                 compréhension partagée"
            }
            Self::Measurable => {
                "les objectifs doivent pouvoir être quantifiables et chiffrables. Cela permet de définir la valeur \
                 de la mesure qui doit être atteinte. Il sera ainsi possible de suivre la progression tout au long \
                 du projet et potentiellement de procéder aux éventuels ajustements"
            }
            Self::Attainable => {
                "les objectifs doivent être suffisamment ambitieux pour susciter l’implication des différents \
                 acteurs mais à la fois réalisables et concrets pour permettre de mesurer une évolution dans leur \
                 atteinte"
            }
            Self::Realistic => {
                "les objectifs visent à s’adapter à la réalité et au contexte du projet. Pour cela, il est \
                 nécessaire de s’assurer de l’implication des principaux acteurs du projet mais également de la \
                 disponibilité des moyens humains et financiers essentiels à la conduite du projet"
            }
            Self::TimeBound => {
                "les objectifs doivent être délimités dans le temps de sorte à faciliter le suivi du calendrier \
                 projet et éviter de potentielles dérives pouvant être sources de surcoûts"
            }
        }
    }
}
