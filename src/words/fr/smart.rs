//! French sentences about the five SMART criteria: what is missing, and what would do.

use crate::domain::school::plan::{Advice, WORDS_MAX};
use crate::domain::text::plural;

/// What to do next for a criterion.
pub fn advice(advice: Advice) -> String {
    let words = match advice {
        Advice::Describe => "Décrivez en une phrase ce qui sera fait.",
        Advice::OneSentence(sentences) => {
            let said = plural(sentences, "phrase", "phrases");
            return format!("{said}\u{a0}: résumez en une seule, que chacun retienne.");
        }
        Advice::FewerWords(words) => {
            let said = plural(words, "mot", "mots");
            return format!("{said}\u{a0}: une phrase de {WORDS_MAX} au plus se retient mieux.");
        }
        Advice::ChooseItemOrStage => {
            "Choisissez l’item ou l’étape visée\u{a0}: on saura où il fait progresser."
        }
        Advice::NameIndicator => "Dites ce qui sera compté ou mesuré.",
        Advice::SetTarget => "Donnez la valeur à atteindre.",
        Advice::NoteValue => {
            "Notez la valeur d’aujourd’hui et sa date, sous «\u{a0}Suivi\u{a0}»\u{a0}: le progrès se mesure depuis là."
        }
        Advice::ConfirmAttainable => {
            "Vous seuls pouvez en juger\u{a0}: cochez la case si c’est le cas."
        }
        Advice::NameLeadAndMeans => "Nommez un pilote, et les moyens ou «\u{a0}aucun\u{a0}».",
        Advice::NameLead => "Nommez un pilote\u{a0}: sans lui, personne ne le fera avancer.",
        Advice::StateMeans => "Dites les moyens humains et financiers, ou «\u{a0}aucun\u{a0}».",
        Advice::SetDates => "Donnez un début et une échéance.",
        Advice::SetStart => "Donnez une date de début.",
        Advice::SetDue => "Donnez une échéance.",
        Advice::PutDatesInOrder => "L’échéance est avant le début\u{a0}: corrigez l’une des deux.",
        Advice::MovePastDue => {
            "L’échéance est passée\u{a0}: marquez l’objectif terminé ou abandonné, ou repoussez-la."
        }
    };
    words.to_owned()
}
