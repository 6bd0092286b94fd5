//! « Mode d’emploi »: how to fill the workbook, whose it is, and the lists that the other sheets choose from.

use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, Formula, Worksheet, XlsxError};

use super::look::{Look, fit};
use super::{SHEETS, Source, quoted};
use crate::documents::words;
use crate::domain::school::answers::Declared;
use crate::domain::school::plan::Status;
use crate::domain::school::questionnaire::{Questionnaire, Stage};

const HOW_TO: [&str; 8] = [
    "Feuille « Questionnaire » : pour chaque item, choisissez oui, en partie ou non en face de chaque étape. Plusieurs étapes peuvent être vraies.",
    "Un énoncé de plusieurs phrases se déplie par le signe + à gauche : répondez à ses conditions, et sa réponse se remplit d’elle-même. Vous pouvez aussi choisir directement la réponse de l’énoncé.",
    "Sur la ligne d’un item, « Aucune étape atteinte », « Ne sait pas » ou « Non concerné » vaut pour tout l’item et l’emporte sur les étapes.",
    "Feuille « Positionnement » : les chiffres et les graphiques suivent vos réponses. Rien n’y est à saisir.",
    "Feuille « Objectifs » : une ligne par objectif, avec son pilote et son échéance.",
    "Laissez la première colonne telle quelle : elle dit de quel item il s’agit. Vous pouvez ajouter, déplacer ou masquer les autres.",
    "Ce classeur est une copie : ce que vous y changez n’entre dans le dossier que si vous le reprenez, à la page « Documents » de l’outil, qui montre d’abord chaque changement.",
    "Un item compte pour une étape quand la réponse est « oui ». Les items non concernés ne sont pas comptés ; « ne sait pas » et « à renseigner » le sont.",
];

/// Width of the column of words.
const WORDS: f64 = 90.0;
/// First row of the lists.
const LISTS_ROW: u32 = 22;

/// Which list a cell is chosen from.
#[derive(Clone, Copy)]
pub(super) enum List {
    States,
    Answers,
    Conditions,
    Fields,
    Items,
    Stages,
    Statuses,
    Priorities,
}

/// The lists, one a column.
pub(super) struct Lists([(&'static str, Vec<String>); 8]);

impl Lists {
    pub(super) fn of(questionnaire: &Questionnaire) -> Self {
        let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        let fields = questionnaire.fields();
        let items = questionnaire.items();
        Self([
            ("Item", texts(&Declared::ALL.map(words::declared))),
            ("Énoncé", texts(&[words::YES, words::PARTLY, words::NO])),
            ("Condition", texts(&[words::YES, words::NO])),
            (
                "Champ d’action",
                fields
                    .map(|one| format!("{} {}", one.id, one.title))
                    .collect(),
            ),
            (
                "Item visé",
                items
                    .map(|one| format!("{} {}", one.id, one.title))
                    .collect(),
            ),
            ("Étape", Stage::ALL.map(|stage| stage.to_string()).into()),
            ("État", texts(&Status::ALL.map(Status::text))),
            ("Priorité", texts(&[words::HIGH])),
        ])
    }

    /// The rule of a cell that is chosen from a list. Other words may be typed, as a school fills it its own way: the
    /// figures then count them as not reached.
    pub(super) fn rule(&self, list: List) -> Result<DataValidation, XlsxError> {
        let Self(lists) = self;
        let (column, choices) = (list as usize, lists.get(list as usize));
        let last = choices.map_or(1, |(_, choices)| choices.len());
        let last = LISTS_ROW + 1 + u32::try_from(last).unwrap_or_default();
        let letter = ('C'..='Z').nth(column).unwrap_or('C');
        let [guide, ..] = SHEETS;
        let range = format!(
            "{}!${letter}${}:${letter}${last}",
            quoted(guide),
            LISTS_ROW + 2
        );
        DataValidation::new()
            .allow_list_formula(Formula::new(range))
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_error_title("Réponse inattendue")?
            .set_error_message("Choisissez dans la liste : une autre réponse n’est pas comptée.")
    }
}

pub(super) fn write(
    sheet: &mut Worksheet,
    source: Source<'_>,
    lists: &Lists,
    look: &Look,
) -> Result<(), XlsxError> {
    sheet.set_column_width(0, 22)?.set_column_width(1, WORDS)?;
    // The lists are for the other sheets.
    sheet.set_print_area(0, 0, LISTS_ROW - 1, 1)?;
    sheet.write_string_with_format(0, 0, "NumEA-Établissement", &look.title)?;
    for (row, (name, text)) in (2..).zip(identity(source)) {
        sheet.write_string_with_format(row, 0, name, &look.heading)?;
        fit(sheet, row, &[(&text, WORDS)])?;
        sheet.write_string_with_format(row, 1, text, &look.text)?;
    }
    for (row, (number, text)) in (12..).zip((1..).zip(HOW_TO)) {
        sheet.write_string_with_format(row, 0, format!("{number}."), &look.plain)?;
        let text = spaced(text);
        fit(sheet, row, &[(&text, WORDS)])?;
        sheet.write_string_with_format(row, 1, text, &look.plain)?;
    }
    let Lists(lists) = lists;
    sheet.set_column_range_width(2, 9, 18)?;
    sheet.write_string_with_format(
        LISTS_ROW,
        1,
        "Listes de choix des autres feuilles, à laisser telles quelles",
        &look.plain,
    )?;
    for (column, (name, choices)) in (2..).zip(lists) {
        sheet.write_string_with_format(LISTS_ROW, column, *name, &look.heading)?;
        for (row, choice) in (LISTS_ROW + 1..).zip(choices) {
            sheet.write_string_with_format(row, column, choice, &look.key)?;
        }
    }
    Ok(())
}

/// Whose it is, and what it is about.
fn identity(source: Source<'_>) -> Vec<(&'static str, String)> {
    let (identity, questionnaire) = (&source.dossier.identity, source.questionnaire);
    let year = identity.school_year.map(|year| year.to_string());
    let day = identity.positioned_on.map(|day| day.text());
    vec![
        ("Établissement", words::whose(identity)),
        ("Année scolaire", year.unwrap_or_default()),
        ("Date du positionnement", day.unwrap_or_default()),
        ("Instance", identity.body.trim().to_owned()),
        ("Classeur préparé le", source.today.text()),
        (
            "Questionnaire",
            format!(
                "{}, {}, {}",
                questionnaire.title, questionnaire.source.publisher, questionnaire.source.year
            ),
        ),
    ]
}

/// The spaces of French typography, which the sentences above are written without.
fn spaced(text: &str) -> String {
    text.replace("« ", "«\u{a0}")
        .replace(" »", "\u{a0}»")
        .replace(" :", "\u{a0}:")
        .replace(" ;", "\u{202f};")
}
