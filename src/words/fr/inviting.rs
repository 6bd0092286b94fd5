//! What is said of an invitation that brings its questions along.

use super::plural;
use crate::domain::school::team::Contribution;
use crate::domain::text::agree;

/// That it does, and what that means.
pub const TRAVELS: &str = "Vos questions ne sont pas toutes au texte officiel\u{a0}: l’invitation les emporte, telles qu’elles sont aujourd’hui. La personne \
    n’a rien d’autre à ouvrir. Si vous changez ensuite le questionnaire, les réponses à l’ancien s’ajoutent encore, pour les items dont le texte \
    est resté le même.";
/// While the link is made.
pub const LOADING: &str = "Préparation de l’invitation…";
/// Where what makes the link could not be fetched.
pub const NOT_LOADED: &str = "L’invitation n’a pas pu être préparée, souvent parce que le réseau est coupé. Rechargez la page, puis recommencez.";
/// Where even a file could not be read.
pub const FAR_TOO_LONG: &str =
    "Ces questions sont trop longues pour une invitation. Demandez moins de champs à la fois.";

/// « 2 items ont changé depuis cette invitation… »: what of an answer is not counted; empty where all of it is.
pub fn changed_since(one: &Contribution) -> String {
    let changed = one.earlier.as_ref().map(|earlier| &earlier.changed);
    let changed: Vec<_> = changed.into_iter().flatten().collect();
    if changed.is_empty() {
        return String::new();
    }
    let number = changed.len();
    let named: Vec<_> = changed.iter().map(ToString::to_string).collect();
    format!(
        "{} changé depuis cette invitation et {}\u{a0}: {}.",
        plural(number, "item a", "items ont"),
        agree(number, "n’est pas compté", "ne sont pas comptés"),
        named.join(", ")
    )
}

/// Where some programs might cut the link.
pub fn risky(length: usize) -> String {
    format!(
        "Ce lien est long ({}), car il emporte vos questions\u{a0}: certaines messageries pourraient le couper. Un fichier, en pièce jointe, \
         passe partout.",
        plural(length, "caractère", "caractères")
    )
}

/// Where there is no link.
pub fn too_long(length: usize) -> String {
    format!(
        "Vos questions sont trop longues pour un lien ({})\u{a0}: des messageries le couperaient. Téléchargez l’invitation, et envoyez ce \
         fichier en pièce jointe. Ou demandez moins de champs à la fois.",
        plural(length, "caractère", "caractères")
    )
}

/// The text of the letter that goes with a file, after its greeting.
pub fn letter(address: &str) -> String {
    format!(
        "Bonjour,\nVoici, en pièce jointe, le questionnaire à remplir seul ou seule, sans donner votre nom. Enregistrez le fichier, ouvrez \
         {address}, choisissez «\u{a0}Ouvrir un lien ou un fichier reçu\u{a0}», puis ce fichier. Répondez, et envoyez-moi le code \
         affiché à la fin.\n"
    )
}
