//! Sentences of « Équipe »: what was received, how the answers spread, what the school decides.

pub use super::answering::{refusal, role};
use super::{plural, stage};
use crate::domain::formats::file::FileError;
use crate::domain::school::positioning::StatementState;
use crate::domain::school::questionnaire::{Item, Stage};
use crate::domain::school::team::{Addition, Contribution, Decision, Level, Role, Tally};
use crate::domain::text::agree;

/// Said where another tab has the pen.
pub const ELSEWHERE: &str =
    "Un autre onglet est en train d’écrire\u{a0}: rien n’a été ajouté ni retiré ici.";

/// Said where no store takes what came in.
pub const REFUSED: &str = "Le navigateur a refusé d’enregistrer\u{a0}: rien n’a été changé. Libérez de l’espace sur l’appareil, puis \
    réessayez.";

/// Said where a text holds no code.
pub const NOTHING_FOUND: &str = "Aucun code de réponse n’a été trouvé dans ce texte. Copiez le message entier, ou demandez à la personne de renvoyer son code.";

/// Said where only the start of a text was looked at.
pub const CUT: &str =
    "Ce texte est très long\u{a0}: seul son début a été lu. Collez le reste séparément.";

/// Why the spread of so few answers is not projected.
pub const TOO_FEW: &str = "Moins de cinq réponses\u{a0}: seule la réponse retenue est projetée, pour que personne ne soit reconnu.";

/// What gathering protects, and what it does not.
pub const TRUE_OF_CODES: &str = "Qui reçoit un code peut l’ouvrir et lire les réponses qu’il contient. Le regroupement protège seulement ce qui est montré\u{a0}: un \
    rôle de moins de cinq réponses n’apparaît que dans l’ensemble.";

/// How the answers get to the computer that projects.
pub const TAKING_ALONG: &str = "Sur l’ordinateur qui projette, ouvrez ce lien, ou collez les codes dans «\u{a0}Équipe\u{a0}». Pour y retrouver aussi les réponses déjà retenues, ouvrez-y \
    d’abord un lien vers tout le dossier, à l’écran «\u{a0}Partage\u{a0}».";

/// Said where there is no answer to take along.
pub const NO_ANSWERS_TO_MOVE: &str = "Cet ordinateur n’a encore aucune réponse à emporter.";

/// Said where one link would be too long.
pub const TOO_MANY_TO_LINK: &str = "Il y a trop de réponses pour un seul lien. Copiez les codes, ou téléchargez les réponses depuis «\u{a0}Équipe\u{a0}» et ajoutez ce fichier là-bas.";

/// How the decisions come back.
pub const BRINGING_BACK: &str = "Après la réunion, sur l’ordinateur qui a projeté\u{a0}: copiez ce lien, ouvrez-le sur le vôtre, puis choisissez «\u{a0}Reprendre les réponses \
    retenues\u{a0}». Il contient les réponses et les motifs, sans nom ni objectif.";

/// Said where there is no decision to bring back.
pub const NOTHING_DECIDED: &str =
    "Rien n’est encore retenu sur cet ordinateur\u{a0}: il n’y a aucune décision à rapporter.";

/// Said where the link of the decisions would be too long.
pub const DECISIONS_TOO_LONG: &str = "Les motifs sont trop longs pour un lien. Téléchargez une sauvegarde à l’écran «\u{a0}Partage\u{a0}», et ouvrez-la sur votre ordinateur\u{a0}: le même \
    bouton y est.";

/// On the button that takes what was decided elsewhere.
pub fn taking_decisions(items: usize) -> String {
    let items = plural(items, "réponse retenue", "réponses retenues");
    ["Reprendre ", &items].concat()
}

/// What that button leaves alone.
pub const ONLY_DECISIONS: &str = "Seulement les items retenus là-bas, avec leur date et leur motif\u{a0}: vos autres réponses, vos notes et vos objectifs restent.";

/// How many answers a link holds, and how many of its codes are none.
pub fn in_link(answers: usize, refused: usize) -> String {
    let answers = plural(answers, "réponse individuelle", "réponses individuelles");
    let refused = match refused {
        0 => String::new(),
        number => {
            let codes = plural(number, "code illisible", "codes illisibles");
            format!(
                " et {codes}, souvent parce qu’une messagerie a coupé le lien\u{a0}: demandez-le de nouveau"
            )
        }
    };
    ["Ce lien contient ", &answers, &refused, "."].concat()
}

/// « 9 réponses reçues ».
pub fn received(number: usize) -> String {
    plural(number, "réponse reçue", "réponses reçues")
}

/// « 21 items sur 21, le 20 nov. 2026 »: what is known of an answer besides its role.
pub fn about(one: &Contribution, asked: usize) -> String {
    let answered = one.answers.iter().count();
    let answered = plural(answered, "item renseigné", "items renseignés");
    let items = format!("{answered} sur\u{a0}{asked}");
    match one.answered_on {
        Some(day) => format!("{items}, {}", day.short_text()),
        None => items,
    }
}

/// Said while what came in is read and kept.
pub const READING: &str = "Lecture des codes…";

/// Said of answers that are kept, to other questions than those of now.
pub fn elsewhere(number: usize) -> String {
    format!(
        "{} sur cet appareil {} sur d’autres questions que celles d’aujourd’hui\u{a0}: {}. Elles comptent de nouveau si vous revenez au questionnaire d’avant.",
        plural(number, "réponse gardée", "réponses gardées"),
        agree(number, "porte", "portent"),
        agree(
            number,
            "elle n’est pas comptée ici",
            "elles ne sont pas comptées ici"
        ),
    )
}

/// What became of what came in, in one sentence.
pub fn outcome(additions: &[Addition], refused: usize) -> String {
    let count = |wanted| additions.iter().filter(|one| **one == wanted).count();
    let known = count(Addition::Known) + count(Addition::Older);
    let parts = [
        (
            count(Addition::Added),
            "réponse ajoutée",
            "réponses ajoutées",
        ),
        (count(Addition::Replaced), "remplacée", "remplacées"),
        (known, "déjà connue", "déjà connues"),
        (refused, "refusée", "refusées"),
    ];
    let parts = parts.into_iter().filter(|(number, _, _)| *number > 0);
    let parts: Vec<_> = parts
        .map(|(number, one, many)| plural(number, one, many))
        .collect();
    [&parts.join(", "), "."].concat()
}

/// What became of one answer.
pub fn addition(addition: Addition) -> &'static str {
    match addition {
        Addition::Added => "ajoutée",
        Addition::Replaced => "remplace la réponse que la même personne avait envoyée avant",
        Addition::Known => "déjà reçue",
        Addition::Older => "déjà reçue dans une version plus récente, qui est gardée",
    }
}

/// Why a file gives no answers.
pub fn file_trouble(error: FileError) -> &'static str {
    match error {
        FileError::TooBig => "fichier trop gros pour contenir des réponses.",
        FileError::Refused => {
            "fichier que le navigateur n’a pas pu lire. Copiez-le sur cet appareil, puis choisissez-le de nouveau."
        }
        FileError::Empty
        | FileError::NotText
        | FileError::Code
        | FileError::NotOurs
        | FileError::Damaged
        | FileError::Newer(_) => {
            "fichier sans code de réponse. Une sauvegarde du dossier s’ouvre depuis l’écran «\u{a0}Partage\u{a0}»."
        }
    }
}

/// What became of the answer of a link, once it was to be added.
pub fn added(addition: Addition) -> &'static str {
    match addition {
        Addition::Added => "Ajoutée aux réponses de l’équipe, sur cet appareil.",
        Addition::Replaced => "Elle remplace celle que la même personne avait envoyée avant.",
        Addition::Known => "Elle y était déjà.",
        Addition::Older => "Une version plus récente y est déjà\u{a0}: elle est gardée.",
    }
}

/// What became of an answer that the camera read: « 7e réponse, Enseignants. »
pub fn scanned(became: Addition, number: usize, of: &Role) -> String {
    match became {
        Addition::Added if number == 1 => format!("1re réponse, {}.", role(of)),
        Addition::Added => format!("{number}e\u{a0}réponse, {}.", role(of)),
        Addition::Replaced => format!("Réponse remplacée par la nouvelle, {}.", role(of)),
        Addition::Known | Addition::Older => format!("Déjà reçue, {}.", role(of)),
    }
}

/// Said of a code that the camera read and that is none of ours.
pub const NOT_AN_ANSWER: &str = "Ce n’est pas un code de réponse.";

/// How far apart the answers are, in words.
pub fn level(level: Level) -> &'static str {
    match level {
        Level::Alone => "Trop peu de réponses",
        Level::Agreed => "Accord",
        Level::Close => "Proches",
        Level::Apart => "Désaccord",
        Level::FarApart => "Désaccord fort",
    }
}

/// « Étape 2 : 5 sur 9 ».
pub fn reached(tally: Tally, of: Stage) -> String {
    let reached = of.of(&tally.reached);
    format!("{}\u{a0}: {reached} sur {}", stage(of), tally.answered)
}

/// Who answered, and what else was said: « 9 personnes ont répondu, 1 « ne sait pas » ».
pub fn people(tally: Tally) -> String {
    let have = agree(tally.answered.into(), "a répondu", "ont répondu");
    let mut text = format!("{} {have}", plural(tally.answered, "personne", "personnes"));
    let details = [
        (tally.no_stage, "aucune étape"),
        (tally.unknown, "ne sait pas"),
        (tally.not_applicable, "non concerné"),
    ];
    for (number, words) in details.into_iter().filter(|(number, _)| *number > 0) {
        text.push_str(&format!(", {number}\u{a0}«\u{a0}{words}\u{a0}»"));
    }
    if tally.silent > 0 {
        text.push_str(", ");
        text.push_str(&plural(tally.silent, "sans réponse", "sans réponse"));
    }
    text.push('.');
    text
}

/// Said in the place of the spread of a role that is not shown.
pub fn folded(of: &Role) -> String {
    format!(
        "{}\u{a0}: moins de cinq réponses, ou un rôle qu’une soustraction révélerait\u{a0}; comptées dans l’ensemble.",
        role(of)
    )
}

/// Where a decision stands.
pub fn decided(decision: &Decision) -> String {
    match decision.on {
        Some(day) => format!("retenue le {}", day.text()),
        None => "à décider".to_owned(),
    }
}

/// « 3 réponses retenues sur 21 ».
pub fn decided_of(decided: usize, items: usize) -> String {
    let decided = plural(decided, "réponse retenue", "réponses retenues");
    format!("{decided} sur\u{a0}{items}")
}

/// What the majority leaves to decide.
pub fn ties(number: u16) -> String {
    if number == 0 {
        return "La majorité a été reprise.".to_owned();
    }
    let conditions = plural(number, "condition", "conditions");
    let stays = agree(
        number.into(),
        "reste comme elle était",
        "restent comme elles étaient",
    );
    format!("La majorité a été reprise. Égalité pour {conditions}, qui {stays}\u{a0}: à décider.")
}

/// The decided answer in words, for minutes.
pub fn answer(item: &Item, statements: [StatementState; 3], declared: Option<&str>) -> String {
    if let Some(declared) = declared {
        return declared.to_owned();
    }
    let stages = Stage::ALL.into_iter().zip(statements).zip(&item.statements);
    let said = stages.filter_map(|((of, state), statement)| match state {
        StatementState::Reached => Some(stage(of)),
        StatementState::Partial { ticked, .. } => Some(format!(
            "{} en partie ({ticked} sur\u{a0}{})",
            stage(of),
            statement.len()
        )),
        StatementState::NotReached => None,
    });
    match said.collect::<Vec<_>>() {
        said if said.is_empty() => "pas encore de réponse".to_owned(),
        said => said.join(", "),
    }
}

/// What raised hands said.
pub fn hands(hands: [u16; 3]) -> String {
    let counts = Stage::ALL.map(|one| format!("étape\u{a0}{one}\u{a0}: {}", one.of(&hands)));
    format!("Second tour, à main levée\u{a0}: {}.", counts.join(", "))
}

/// « 4 min », « 40 s »: how long an item took.
pub fn duration(seconds: u64) -> String {
    match seconds {
        0..60 => format!("{seconds}\u{a0}s"),
        _ => format!("{}\u{a0}min", (seconds + 30) / 60),
    }
}
