//! Sentences about this device: what the browser allows at this address, and what is kept.

use crate::domain::device::{Frame, Offline};

/// What a plain http address costs.
pub const PLAIN_HTTP: &str = "Cette adresse commence par http, sans s\u{a0}: les navigateurs y refusent le travail sans réseau \
    et l’installation, et parfois la copie d’un clic. Tout le reste fonctionne. La même adresse en https les permettrait.";

/// What becomes of the work in a frame.
pub fn in_frame(keeps_nothing: bool) -> &'static str {
    if keeps_nothing {
        "Rien de ce que vous saisissez ici n’est conservé\u{a0}: la page qui contient ce cadre, ou le navigateur, ne le \
         permet pas. Dans son propre onglet, l’outil enregistre."
    } else {
        "Ce que vous saisissez ici est enregistré, mais vous ne le retrouverez peut-être pas en ouvrant l’outil dans \
         un onglet\u{a0}: travaillez toujours au même endroit."
    }
}

/// Whether the browser promised to keep the data.
pub fn persisted(is_persisted: Option<bool>) -> &'static str {
    match is_persisted {
        Some(true) => "Ce navigateur les garde, même si la place manque.",
        Some(false) => {
            "Si la place manque, ce navigateur peut les effacer\u{a0}: téléchargez une sauvegarde de temps en temps."
        }
        None => {
            "À cette adresse, ce navigateur peut les effacer si la place manque\u{a0}: téléchargez une sauvegarde de \
             temps en temps."
        }
    }
}

/// Of what kind the address is.
pub fn address(address: &str, is_secure: bool) -> &'static str {
    if address.starts_with("https:") {
        "https\u{a0}: tout y est permis."
    } else if is_secure {
        "http, sur cet appareil même\u{a0}: tout y est permis."
    } else {
        PLAIN_HTTP
    }
}

/// What the page is shown in.
pub fn frame(frame: Frame, is_installed: bool) -> &'static str {
    match frame {
        Frame::None if is_installed => "Comme une application installée.",
        Frame::None => "Dans son propre onglet.",
        Frame::Same => "Dans le cadre d’une page du même site.",
        Frame::Other => "Dans le cadre d’une page d’un autre site, qui garde ses données à part.",
        Frame::Sealed => {
            "Dans un cadre fermé par la page qui le contient\u{a0}: rien ne peut y être enregistré."
        }
    }
}

/// How often each change is kept, in localStorage and in the database.
pub fn saved_in(saves_in: [bool; 2]) -> &'static str {
    match saves_in {
        [true, true] => "Oui. Chaque modification est écrite deux fois dans ce navigateur.",
        [false, true] => "Non, une seule.",
        [true, false] => {
            "Non, une seule, qui peut perdre la dernière minute si le navigateur s’arrête brutalement."
        }
        [false, false] => "Non, aucune\u{a0}: tout disparaît à la fermeture de la page.",
    }
}

/// How far the page is cached for work without a network.
pub fn offline(offline: Offline) -> &'static str {
    match offline {
        Offline::Impossible => {
            "Non. Il faut le réseau pour ouvrir la page\u{202f}; ouverte, elle s’en passe."
        }
        Offline::Refused => {
            "Non. La page n’a pas pu être gardée\u{a0}: réseau coupé, espace plein, ou un fichier que le serveur ne donne pas tel \
             quel. Rechargez-la\u{202f}; si rien ne change, prévenez la personne qui publie l’outil."
        }
        Offline::NotYet => "Oui, mais la page n’est pas encore gardée.",
        Offline::Fetching => "Oui, la page est en train d’être gardée.",
        Offline::Cached => "Oui, la page est gardée.",
        Offline::NewerWaits => "Oui, la page est gardée, et une version plus récente attend.",
    }
}

/// « 2 Mo sur 10 Go »: the room that is used.
pub fn space(space: Option<(u64, u64)>) -> String {
    space.map_or_else(
        || "Ce navigateur ne le dit pas à cette adresse.".to_owned(),
        |(used, of)| format!("{} sur {}.", bytes(used), bytes(of)),
    )
}

fn bytes(bytes: u64) -> String {
    let (unit, name) = match bytes {
        0..1_000_000 => (1_000, "ko"),
        1_000_000..1_000_000_000 => (1_000_000, "Mo"),
        _ => (1_000_000_000, "Go"),
    };
    format!("{}\u{a0}{name}", bytes / unit)
}

/// Whether the files came as they should.
pub fn file_types(types: Option<(String, String)>) -> String {
    let Some((kind, packed)) = types else {
        return "Inconnu\u{a0}: le fichier n’a pas pu être redemandé.".to_owned();
    };
    let verdict = if kind.starts_with("application/wasm") {
        "Type correct"
    } else {
        "Type inattendu, à corriger par la personne qui publie l’outil"
    };
    let kind = match kind.as_str() {
        "" => "aucun type",
        kind => kind,
    };
    let packed = match packed.as_str() {
        "" => "aucune compression annoncée",
        packed => packed,
    };
    format!("{verdict} ({kind}), {packed}.")
}
