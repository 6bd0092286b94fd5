//! A sheet of objectives: a line for each, known by its number.

use super::headings::Columns;
use super::said;
use crate::documents::reading::{Row, Sheet};
use crate::domain::school::import::{Claims, ObjectiveClaim, Said, Trouble, Why};
use crate::domain::school::questionnaire::{FieldId, ItemId, Questionnaire};

/// The headings, in the order of our own sheet.
const NAMES: [&[&str]; 13] = [
    &["n", "no", "numero", "number", "id"],
    &["champ d action", "champ", "field"],
    &["item vise", "item"],
    &["etape visee", "etape", "stage"],
    &["objectif", "objectifs", "objective", "description"],
    &["pilote", "responsable", "lead", "pilotes"],
    &["debut", "start", "date de debut"],
    &[
        "echeance",
        "due",
        "deadline",
        "date limite",
        "date de fin",
        "fin",
    ],
    &["indicateur", "indicator", "indicateurs"],
    &["valeur cible", "cible", "target"],
    &["moyens", "means", "resources", "ressources"],
    &["etat", "avancement", "statut", "status"],
    &["priorite", "priority"],
];

/// The columns of a sheet of objectives; none where it is none.
pub fn columns(sheet: &Sheet) -> Option<Columns<13>> {
    Columns::find(sheet, &NAMES, |found| {
        let [
            _,
            field,
            _,
            _,
            description,
            lead,
            _,
            due,
            _,
            _,
            _,
            status,
            _,
        ] = found;
        let others = [field, lead, due, status].into_iter().flatten().count();
        description.is_some() && others >= 2
    })
}

/// Adds what the sheet says.
pub fn understand(
    sheet: &Sheet,
    columns: &Columns<13>,
    questionnaire: &Questionnaire,
    claims: &mut Claims,
) {
    for row in sheet.rows.iter().filter(|row| row.number > columns.row) {
        let mut line = Line {
            sheet,
            columns,
            row,
            troubles: Vec::new(),
        };
        let claim = line.claim(questionnaire);
        let says_nothing = claim
            == ObjectiveClaim {
                at: claim.at.clone(),
                number: claim.number.clone(),
                ..ObjectiveClaim::default()
            };
        if !says_nothing || !line.troubles.is_empty() {
            claims.objectives.push(claim);
            claims.troubles.append(&mut line.troubles);
        }
    }
}

struct Line<'a> {
    sheet: &'a Sheet,
    columns: &'a Columns<13>,
    row: &'a Row,
    troubles: Vec<Trouble>,
}

impl Line<'_> {
    fn claim(&mut self, questionnaire: &Questionnaire) -> ObjectiveClaim {
        let first = self.row.cells.first().map_or(0, |(column, _)| *column);
        let number = self.columns.cell(self.row, 0).map(|(_, text)| text);
        ObjectiveClaim {
            at: self.sheet.place(self.row.number, first),
            number: number.unwrap_or_default().to_owned(),
            field: self.choice(1, Why::UnknownAim, |text| field(text, questionnaire)),
            item: self.choice(2, Why::UnknownAim, |text| item(text, questionnaire)),
            stage: self.choice(3, Why::UnknownAim, said::stage),
            description: self.text(4),
            lead: self.text(5),
            start: self.choice(6, Why::NotADay, said::day),
            due: self.choice(7, Why::NotADay, said::day),
            indicator: self.text(8),
            target: self.text(9),
            means: self.text(10),
            status: self.choice(11, Why::UnknownState, said::status),
            priority: self.choice(12, Why::UnknownState, said::priority),
        }
    }

    fn text(&self, which: usize) -> Option<Said<String>> {
        let (column, text) = self.columns.cell(self.row, which)?;
        Some(Said {
            value: text.to_owned(),
            at: self.sheet.place(self.row.number, column),
        })
    }

    /// What a cell means; what is not understood is said.
    fn choice<T>(
        &mut self,
        which: usize,
        why: Why,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<Said<T>> {
        let Said { value: text, at } = self.text(which)?;
        match read(&text) {
            Some(value) => Some(Said { value, at }),
            None => {
                self.troubles.push(Trouble {
                    at,
                    found: text,
                    why,
                });
                None
            }
        }
    }
}

/// « 1.1 Pilotage, impulsion et organisation », or either of the two.
fn field(text: &str, questionnaire: &Questionnaire) -> Option<FieldId> {
    let said = said::plain(text);
    let by_code = said::code::<FieldId>(text).filter(|id| questionnaire.field(*id).is_some());
    by_code.or_else(|| {
        let mut fields = questionnaire.fields();
        fields
            .find(|field| said::plain(&field.title) == said)
            .map(|field| field.id)
    })
}

/// « 1.1.3 La charte numérique », or either of the two.
fn item(text: &str, questionnaire: &Questionnaire) -> Option<ItemId> {
    let said = said::plain(text);
    let by_code = said::code::<ItemId>(text).filter(|id| questionnaire.item(*id).is_some());
    by_code.or_else(|| {
        let mut items = questionnaire.items();
        items
            .find(|item| said::plain(&item.title) == said)
            .map(|item| item.id)
    })
}
