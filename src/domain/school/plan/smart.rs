//! The five SMART criteria: both wordings of the source to the letter, and what an objective gives to
//! each of them. Advice, never a gate.

use super::Objective;

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

    /// What to write next for this criterion; `None` where the objective gives it something.
    fn advice(self, objective: &Objective) -> Option<Advice> {
        let lacks = |text: &str| text.trim().is_empty();
        match self {
            Self::Specific => lacks(&objective.description).then_some(Advice::Describe),
            Self::Measurable if lacks(&objective.indicator) => Some(Advice::NameIndicator),
            Self::Measurable => lacks(&objective.target).then_some(Advice::SetTarget),
            Self::Attainable => (lacks(&objective.lead) && objective.stage.is_none())
                .then_some(Advice::NameLeadOrStage),
            Self::Realistic => lacks(&objective.means).then_some(Advice::StateMeans),
            Self::TimeBound => objective.due.is_none().then_some(Advice::SetDue),
        }
    }
}

/// What to write next so that an objective gives something to a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// S: the description.
    Describe,
    /// M: the indicator, and then its target.
    NameIndicator,
    /// M: the target of the indicator.
    SetTarget,
    /// A: who leads it, or the stage that it aims at.
    NameLeadOrStage,
    /// R: the means.
    StateMeans,
    /// T: the due date.
    SetDue,
}

/// What an objective gives to one criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The criterion.
    pub criterion: SmartCriterion,
    /// What to write next; `None` where the criterion is given something.
    pub advice: Option<Advice>,
}

/// Holds an objective against the five criteria, in the order of the word. Whether what is written is
/// really specific or realistic is for people to say.
pub fn check(objective: &Objective) -> [Verdict; 5] {
    SmartCriterion::ALL.map(|criterion| Verdict {
        criterion,
        advice: criterion.advice(objective),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::date::Day;
    use crate::domain::school::questionnaire::Stage;

    fn advised(objective: &Objective) -> [Option<Advice>; 5] {
        check(objective).map(|verdict| verdict.advice)
    }

    #[test]
    fn each_criterion_asks_for_what_it_lacks() {
        let mut objective = Objective::new("1.1".parse().unwrap());
        objective.description = " \n".into();
        let nothing = [
            Advice::Describe,
            Advice::NameIndicator,
            Advice::NameLeadOrStage,
            Advice::StateMeans,
            Advice::SetDue,
        ];
        assert_eq!(advised(&objective), nothing.map(Some));
        objective.description = "Charte signée".into();
        objective.indicator = "Part des élèves signataires".into();
        objective.means = "Deux réunions".into();
        objective.due = Day::new(2027, 6, 30);
        objective.stage = Some(Stage::Two);
        let target = [None, Some(Advice::SetTarget), None, None, None];
        assert_eq!(advised(&objective), target);
        objective.target = "100 %".into();
        assert_eq!(advised(&objective), [None; 5]);
        objective.stage = None;
        assert_eq!(advised(&objective)[2], Some(Advice::NameLeadOrStage));
        objective.lead = "Proviseure adjointe".into();
        assert_eq!(advised(&objective), [None; 5]);
    }
}
