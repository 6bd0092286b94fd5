//! French sentences about the documents that one takes away.

use super::planning;
use crate::domain::charts::picture::PictureText;
use crate::domain::date::Day;
use crate::domain::papers::{Document, NotMade};
use crate::domain::school::identity::Identity;
use crate::domain::school::positioning::Positioning;
use crate::domain::school::questionnaire::{Questionnaire, Stage};
use crate::domain::text::plural;

/// Under the title of the screen.
pub const LEAD: &str = "Tout ce que vous pouvez télécharger ou imprimer, avec ce que chaque document contient. Rien n’est envoyé\u{a0}: les fichiers sont préparés sur \
    cet appareil.";

/// What re-importing a calendar does.
pub const IMPORTING: [(&str, &str); 4] = [
    ("Outlook", "ajoute souvent les dates une seconde fois."),
    (
        "Google Agenda",
        "ajoute parfois les dates une seconde fois, et ne garde pas les alarmes\u{a0}: cochez les rappels ci-dessus.",
    ),
    (
        "Apple Calendrier",
        "met en général à jour les dates déjà importées.",
    ),
    (
        "Thunderbird",
        "demande quoi faire des dates déjà importées.",
    ),
];

/// How to keep an agenda clean.
pub const OWN_CALENDAR: &str = "Le plus simple\u{a0}: créez dans votre agenda un calendrier «\u{a0}NumEA\u{a0}», importez-y le fichier, et videz ce calendrier avant d’importer \
    de nouveau.";

/// What becomes of what was deleted, where the calendar before was downloaded on this device.
pub const CANCELLED: &str = "Ce qui a été supprimé depuis le calendrier téléchargé avant, sur cet appareil, figure dans le nouveau comme annulé\u{a0}: la plupart des agendas le \
    barrent ou l’enlèvent.";

/// Said while a document is made.
pub fn making(document: Document) -> &'static str {
    match document {
        Document::Workbook | Document::BlankWorkbook => "Préparation du classeur…",
        Document::Csv => "Préparation du tableau…",
    }
}

/// Said while a calendar is made.
pub const MAKING_CALENDAR: &str = "Préparation du calendrier…";

/// Said while the chart is made into a picture.
pub const MAKING_PICTURE: &str = "Préparation de l’image…";

/// What is written around the chart that is given as a picture: it is read far from this tool.
pub fn picture(
    identity: &Identity,
    [positioning, official]: [&Positioning; 2],
    questionnaire: &Questionnaire,
    today: Option<Day>,
) -> PictureText {
    let day = match (identity.positioned_on, today) {
        (Some(day), _) => format!("Positionnement du\u{a0}{}", day.text()),
        (None, Some(today)) => format!("Au\u{a0}{}", today.text()),
        (None, None) => String::new(),
    };
    let progress = super::progress(positioning.progress);
    let lines = [
        planning::positioned(identity),
        planning::joined([day, progress]),
        "Part des items atteints à chaque étape, par champ d’action".to_owned(),
        super::whose_figures(questionnaire)
            .unwrap_or_default()
            .to_owned(),
        (questionnaire.adapted.as_ref())
            .map_or_else(String::new, |_| super::official_line(official)),
    ];
    let stage = |stage: Stage| {
        let count = *stage.of(&positioning.stages);
        let [count, percent] = [super::count(count), super::percent(count)];
        format!("{}\u{a0}: {count} – {percent}", super::stage(stage))
    };
    PictureText {
        title: ["Positionnement ", super::APP].concat(),
        lines: lines.into_iter().filter(|line| !line.is_empty()).collect(),
        stages: Stage::ALL.map(stage),
        foot: vec![super::RULE.to_owned(), super::source(questionnaire)],
    }
}

/// That it was given to the browser.
pub fn made(name: &str) -> String {
    format!("Fichier «\u{a0}{name}\u{a0}» téléchargé, en général dans le dossier Téléchargements.")
}

/// Why it was not.
pub fn not_made(why: NotMade) -> &'static str {
    match why {
        NotMade::NotLoaded => {
            "Le document n’a pas pu être préparé\u{a0}: le réseau est coupé, ou l’outil a été mis à jour entre-temps. Votre dossier n’a pas changé. \
            Réessayez, ou rechargez la page."
        }
        NotMade::Refused => {
            "Ce navigateur n’a pas pu préparer le fichier. Votre dossier n’a pas changé\u{a0}: réessayez, ou ouvrez cette page dans un autre navigateur."
        }
        NotMade::NoDueDate => {
            "Aucun objectif n’a d’échéance pour le moment\u{a0}: ajoutez-en une, puis revenez ici."
        }
        NotMade::NothingAnswered => {
            "Aucun item n’est renseigné pour le moment\u{a0}: le graphique serait vide. Répondez au questionnaire, puis revenez ici."
        }
    }
}

/// How many dates the calendar has.
pub fn due_dates(number: usize) -> String {
    match number {
        0 => "Aucun objectif n’a d’échéance pour le moment\u{a0}: ce calendrier serait vide."
            .to_owned(),
        _ => format!(
            "{} pour le moment.",
            plural(number, "échéance", "échéances")
        ),
    }
}
