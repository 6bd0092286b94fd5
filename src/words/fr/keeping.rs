//! French sentences about what is kept: the save state, its troubles, the notices.

use super::files::{self, moment};
use crate::domain::date::{Day, Moment};
use crate::domain::notice::Notice;
use crate::domain::safekeeping::save_state::SaveState;
use crate::domain::school::plan::OBJECTIVES_MAX;
use crate::domain::text::plural;

/// The save state, in the header at all times.
pub fn save_state(state: SaveState, today: Option<Day>) -> String {
    match state {
        SaveState::Untouched => "Rien à enregistrer".to_owned(),
        SaveState::Saving => "Enregistrement…".to_owned(),
        SaveState::Fragile => "Enregistré, copie fragile".to_owned(),
        SaveState::Failed => "Non enregistré".to_owned(),
        SaveState::Memory => "Rien n’est conservé ici".to_owned(),
        SaveState::Saved(at) => saved_at("Enregistré", at, today),
        SaveState::Elsewhere(None) => "Ouvert dans un autre onglet".to_owned(),
        SaveState::Elsewhere(at) => saved_at("Enregistré ailleurs", at, today),
    }
}

/// « Enregistré à 10 h 42 », « Enregistré hier, 16 h 40 », or the day alone: a phone has little room.
fn saved_at(saved: &str, at: Option<Moment>, today: Option<Day>) -> String {
    match at {
        None => saved.to_owned(),
        Some(at) if today == Some(at.day()) => {
            format!("{saved} à\u{a0}{}", at.hour_text())
        }
        Some(at) if today == Some(at.day().later(1)) => {
            format!("{saved} hier, {}", at.hour_text())
        }
        Some(at) => [saved, " le\u{a0}", &at.day().short_text()].concat(),
    }
}

/// What a save state that is not well means, and what to do.
pub fn save_trouble(state: SaveState) -> Option<&'static str> {
    match state {
        // Of a page that can keep nothing the start speaks, and the badge for ever after.
        SaveState::Untouched
        | SaveState::Saved(_)
        | SaveState::Elsewhere(_)
        | SaveState::Saving
        | SaveState::Memory => None,
        SaveState::Fragile => Some(
            "Ce navigateur ne garde qu’une copie de votre travail au lieu de deux. S’il s’arrête brutalement, la \
             dernière minute peut être perdue\u{a0}: attendez une minute avant d’éteindre l’appareil.",
        ),
        SaveState::Failed => Some(
            "Le navigateur a refusé d’enregistrer, souvent parce que l’espace est plein. Votre travail est encore \
             dans cette page\u{a0}: ne la fermez pas, libérez de l’espace sur l’appareil, puis modifiez une réponse \
             pour réessayer.",
        ),
    }
}

/// A sentence about the start.
pub fn notice(notice: Notice) -> String {
    let text = match notice {
        Notice::Copied(at) => {
            let at = at.map_or_else(String::new, |at| format!(" du\u{a0}{}", moment(at)));
            return format!(
                "Une autre version de ce dossier a été trouvée sur cet appareil, venue d’un autre onglet ou d’une \
                 autre ouverture de l’outil. Elle est gardée comme copie{at}, dans «\u{a0}Partage\u{a0}». Ce que vous \
                 voyez ici continue de s’enregistrer."
            );
        }
        Notice::TooLate(at) => {
            let at = at.map_or_else(String::new, |at| format!(" du\u{a0}{}", moment(at)));
            return format!(
                "Le dossier a continué dans un autre onglet pendant que celui-ci était arrêté. Votre dernière modification ici n’est pas \
                 perdue\u{a0}: elle est gardée dans une copie{at}, dans «\u{a0}Partage\u{a0}». Ce que vous voyez maintenant vient de l’autre onglet."
            );
        }
        Notice::SetAside => {
            "Un enregistrement trouvé sur cet appareil n’a pas pu être lu. Rien n’est effacé\u{a0}: il est gardé tel \
             quel, dans «\u{a0}Partage\u{a0}». Si une copie lisible existait, elle est affichée\u{202f}; sinon, le \
             questionnaire est vide."
        }
        Notice::Newer => {
            "Un enregistrement fait par une version plus récente de cet outil a été trouvé sur cet appareil. Il est \
             gardé tel quel, dans «\u{a0}Partage\u{a0}». Rechargez la page pour obtenir la dernière version."
        }
        Notice::Repaired => {
            "Une partie de ce qui était enregistré n’a pas pu être lue et n’est pas affichée. L’enregistrement \
             d’origine est gardé tel quel, dans «\u{a0}Partage\u{a0}». Vérifiez vos réponses."
        }
        Notice::SafeStart => {
            "L’outil s’est arrêté plusieurs fois\u{a0}: il est ouvert sans vos données. Elles sont intactes sur cet \
             appareil, et rien de ce que vous faites ici n’est enregistré. Rechargez la page pour les retrouver."
        }
        Notice::NoClock => {
            "L’horloge de cet appareil indique une année impossible (après 9999)\u{a0}: votre dernière modification n’a pas été \
             faite, rien d’autre n’a changé. Réglez la date de l’appareil, puis recommencez."
        }
        Notice::Frame => "Cet outil est affiché à l’intérieur d’une autre page.",
        Notice::FileSaved => {
            "La sauvegarde est téléchargée, en général dans le dossier Téléchargements. Gardez-en une copie ailleurs que sur cet \
             appareil."
        }
        Notice::FileNotSaved => files::NOT_SAVED,
        Notice::PlanFull => {
            return format!(
                "L’échéancier est plein\u{a0}: {}. Supprimez-en d’abord un, à la page «\u{a0}Objectifs\u{a0}».",
                plural(OBJECTIVES_MAX, "objectif", "objectifs")
            );
        }
        Notice::Erased => {
            "Tout a été effacé de cet appareil. Tant que cette page reste ouverte, vous pouvez encore l’annuler\u{a0}: sur un \
             ordinateur partagé, fermez maintenant cet onglet."
        }
        Notice::ErasedLate => {
            "Tout a été effacé de cet appareil. Ce navigateur met jusqu’à une minute à l’écrire sur le disque\u{a0}: attendez avant \
             d’éteindre l’appareil. Tant que cette page reste ouverte, vous pouvez encore annuler l’effacement\u{a0}: sur un ordinateur \
             partagé, fermez ensuite cet onglet."
        }
        Notice::ErasedElsewhere => {
            "Tout a été effacé de cet appareil, depuis un autre onglet de l’outil."
        }
        Notice::Binned => {
            "Ce dossier vient d’être mis à la corbeille, depuis un autre onglet de l’outil. Ce que vous y faites reste \
             enregistré, et s’efface avec lui au bout de 30 jours : pour le garder, remettez-le dans la liste des centres."
        }
        Notice::PartErased => {
            "Le navigateur a refusé d’effacer une partie de ce que cet appareil garde. Effacez les données de ce site dans les \
             réglages du navigateur."
        }
        Notice::NotOpened(why) => return files::not_opened(why),
        Notice::NewVersion => {
            "Une nouvelle version de l’outil est prête. La mise à jour recharge la page."
        }
        Notice::NoStore => {
            "Ce navigateur ne laisse rien enregistrer (navigation privée, ou stockage bloqué). Vous pouvez tout \
             remplir et tout lire, mais les réponses disparaîtront à la fermeture de la page. Imprimez vos \
             résultats, ou ouvrez cette page dans une fenêtre normale."
        }
    };
    text.to_owned()
}

/// What loading the page anew would cost.
pub fn reloading(state: SaveState) -> &'static str {
    match state {
        SaveState::Untouched
        | SaveState::Saved(_)
        | SaveState::Fragile
        | SaveState::Elsewhere(_) => "Votre travail est enregistré.",
        SaveState::Saving => {
            "Attendez que votre travail soit enregistré\u{a0}: l’heure s’affichera en haut de la page."
        }
        SaveState::Failed | SaveState::Memory => {
            "Votre travail n’est pas enregistré dans ce navigateur\u{a0}: téléchargez d’abord une sauvegarde, dans \
             «\u{a0}Partage\u{a0}»."
        }
    }
}

/// Why nothing can be changed in this tab.
pub const ELSEWHERE: &str =
    "Ce dossier est ouvert dans un autre onglet, où il s’enregistre. Ici, il est en lecture seule.";
