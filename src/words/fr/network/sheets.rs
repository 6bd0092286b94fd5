//! What is taken away of a network, as tables: their headings and words.

use super::{band, statement};
use crate::domain::bidi::closed;
use crate::domain::network::{
    BANDS, Figures, Filter, Names, Network, Source, Standing, is_too_few,
};
use crate::domain::school::positioning::Count;
use crate::domain::school::questionnaire::{Questionnaire, Stage, StatementId};
use crate::domain::sheets::{Cell, Sheet, Sheets};
use crate::words::fr::stage;

/// What is looked at: the figures are those of the screen.
#[derive(Clone, Copy)]
pub struct Looked<'a> {
    /// Where conditions and titles are read.
    pub questionnaire: &'a Questionnaire,
    /// What was gathered.
    pub network: &'a Network,
    /// Which of it.
    pub filter: &'a Filter,
    /// Whether schools are named.
    pub names: Names,
    /// Its figures.
    pub figures: &'a Figures,
}

/// Everything, sheet by sheet. Without names, nothing of fewer than five, and nothing that names.
pub fn sheets(looked: Looked<'_>) -> Sheets {
    let mut sheets = vec![
        whole(looked),
        fields(looked),
        items(looked),
        lacking(looked),
        aimed(looked),
    ];
    if looked.names == Names::Shown {
        sheets.push(schools(looked));
        sheets.push(read(looked));
    }
    Sheets(sheets)
}

fn sheet(name: &str, columns: &[(&str, u16)], rows: Vec<Vec<Cell>>) -> Sheet {
    let columns = columns
        .iter()
        .map(|(name, width)| ((*name).to_owned(), *width));
    Sheet {
        name: name.to_owned(),
        columns: columns.collect(),
        rows,
    }
}

/// A count in three cells; without names, none of fewer than five.
fn counted(looked: Looked<'_>, count: Count) -> [Cell; 3] {
    if is_too_few(looked.names, count.of) {
        return ["moins de 5".into(), "moins de 5".into(), "".into()];
    }
    let share = Cell::Share(count.reached.into(), count.of.into());
    [count.reached.into(), count.of.into(), share]
}

fn whole(looked: Looked<'_>) -> Sheet {
    let figures = looked.figures;
    let groups = super::of(figures.schools.into(), looked.filter.groups());
    let rows = Stage::ALL.map(|one| {
        let count = *one.of(&figures.stages);
        let share = Cell::Share(count.reached.into(), count.of.into());
        let median = one
            .of(&figures.medians)
            .map_or_else(|| "".into(), |percent| Cell::Share(percent.into(), 100));
        let bands = one
            .of(&figures.spread)
            .iter()
            .map(|schools| Cell::from(*schools));
        let start = [
            stage(one).into(),
            groups.as_str().into(),
            count.reached.into(),
            count.of.into(),
            share,
            median,
        ];
        start.into_iter().chain(bands).collect()
    });
    let bands: [String; BANDS] =
        std::array::from_fn(|place| ["Établissements de ", band(place)].concat());
    let mut columns = vec![
        ("Étape", 10),
        ("Établissements", 40),
        ("Items atteints", 12),
        ("Items concernés", 12),
        ("Part", 8),
        ("La moitié sont à … ou plus", 16),
    ];
    columns.extend(bands.iter().map(|name| (name.as_str(), 16)));
    sheet("Ensemble", &columns, rows.into())
}

fn fields(looked: Looked<'_>) -> Sheet {
    let mut rows = Vec::new();
    for field in &looked.figures.fields {
        let known = looked.questionnaire.field(field.id);
        let title = known.map(|one| one.title.as_str()).unwrap_or_default();
        for one in Stage::ALL {
            let count = *one.of(&field.stages);
            let share = Cell::Share(count.reached.into(), count.of.into());
            let mut row = vec![
                field.id.to_string().into(),
                title.into(),
                stage(one).into(),
                count.reached.into(),
                count.of.into(),
                share,
            ];
            row.extend(
                one.of(&field.spread)
                    .iter()
                    .map(|schools| Cell::from(*schools)),
            );
            rows.push(row);
        }
    }
    let bands: [String; BANDS] =
        std::array::from_fn(|place| ["Établissements de ", band(place)].concat());
    let mut columns = vec![
        ("Champ", 8),
        ("Titre", 40),
        ("Étape", 10),
        ("Items atteints", 12),
        ("Items concernés", 12),
        ("Part", 8),
    ];
    columns.extend(bands.iter().map(|name| (name.as_str(), 16)));
    sheet("Champs", &columns, rows)
}

/// The one table of the .csv.
pub fn table(looked: Looked<'_>) -> Sheets {
    Sheets(vec![items(looked)])
}

/// Item by item.
fn items(looked: Looked<'_>) -> Sheet {
    let mut rows = Vec::new();
    for item in looked.figures.items() {
        let asked = looked.questionnaire.item(item.id);
        let title = asked.map(|one| one.title.as_str()).unwrap_or_default();
        for one in Stage::ALL {
            let id = StatementId {
                item: item.id,
                stage: one,
            };
            let statement = looked.questionnaire.statement(item.id, one);
            let text = statement.map(|one| one.text()).unwrap_or_default();
            let mut row = vec![
                id.to_string().into(),
                format!("{} {title}", item.id).into(),
                stage(one).into(),
                text.into(),
            ];
            row.extend(counted(looked, *one.of(&item.stages)));
            let states = [item.unanswered, item.unknown, item.not_applicable];
            row.extend(states.map(|schools| {
                if is_too_few(looked.names, schools) {
                    "moins de 5".into()
                } else {
                    schools.into()
                }
            }));
            rows.push(row);
        }
    }
    let columns = [
        ("Clé", 10),
        ("Item", 40),
        ("Étape", 10),
        ("Énoncé", 70),
        ("Établissements qui l’atteignent", 16),
        ("Établissements concernés", 16),
        ("Part", 8),
        ("Sans réponse", 12),
        ("Ne sait pas", 12),
        ("Non concerné", 12),
    ];
    sheet("Items", &columns, rows)
}

fn lacking(looked: Looked<'_>) -> Sheet {
    let figures = looked.figures;
    let shown = figures
        .lacking
        .iter()
        .filter(|one| !is_too_few(looked.names, one.schools));
    let rows = shown.filter_map(|one| {
        let asked = looked
            .questionnaire
            .statement(one.statement.item, one.statement.stage)?;
        let sentence = &asked.condition(one.condition)?.text;
        let share = Cell::Share(one.schools.into(), figures.schools.into());
        Some(vec![
            sentence.as_str().into(),
            statement(one.statement).into(),
            one.schools.into(),
            share,
        ])
    });
    let columns = [
        ("Condition qui manque", 90),
        ("Énoncé", 20),
        ("Établissements", 16),
        ("Part", 8),
    ];
    sheet("Ce qui manque", &columns, rows.collect())
}

fn aimed(looked: Looked<'_>) -> Sheet {
    let shown = looked
        .figures
        .aimed
        .iter()
        .filter(|one| !is_too_few(looked.names, one.schools));
    let rows = shown.filter_map(|one| {
        let title = &looked.questionnaire.item(one.item)?.title;
        Some(vec![
            one.item.to_string().into(),
            title.as_str().into(),
            one.schools.into(),
            one.objectives.into(),
        ])
    });
    let columns = [
        ("Item", 10),
        ("Titre", 70),
        ("Établissements", 16),
        ("Objectifs", 12),
    ];
    sheet("Objectifs", &columns, rows.collect())
}

fn schools(looked: Looked<'_>) -> Sheet {
    let row = |source: &Source| {
        let school = &source.school;
        let text = |text: Option<String>| Cell::from(text.unwrap_or_default());
        let mut row: Vec<Cell> = vec![
            closed(&school.name).into(),
            text(school.centre.map(|centre| centre.text().to_owned())),
            text(school.year.map(|year| year.to_string())),
            text(school.day.map(|day| day.short_text())),
            closed(&source.label).into(),
        ];
        for one in Stage::ALL {
            let count = *one.of(&school.positioning.stages);
            row.extend([
                count.reached.into(),
                count.of.into(),
                Cell::Share(count.reached.into(), count.of.into()),
            ]);
        }
        row.push(closed(&source.origin).into());
        row
    };
    let rows = looked.network.counted(looked.filter).into_iter().map(row);
    let stages = Stage::ALL
        .map(|one| ["atteints", "concernés", "part"].map(|what| format!("{}, {what}", stage(one))));
    let mut columns = vec![
        ("Établissement", 50),
        ("Centre", 14),
        ("Année", 12),
        ("Date", 14),
        ("Étiquette", 20),
    ];
    columns.extend(stages.iter().flatten().map(|name| (name.as_str(), 12)));
    columns.push(("Origine", 50));
    sheet("Établissements", &columns, rows.collect())
}

/// What became of everything that was read.
fn read(looked: Looked<'_>) -> Sheet {
    let sources = looked.network.sources().map(|(source, standing)| {
        let became = match standing {
            Standing::Counted => "compté".to_owned(),
            Standing::Same(other) => super::same(&closed(other)),
            Standing::Older(other) => super::older(&closed(other)),
        };
        vec![closed(&source.origin).into(), became.into()]
    });
    let refused = looked.network.refused().iter();
    let refused =
        refused.map(|one| vec![closed(&one.origin).into(), super::refusal(one.why).into()]);
    let columns = [("Fichier ou lien", 60), ("Ce qu’il en est", 90)];
    sheet(
        "Ce qui a été lu",
        &columns,
        sources.chain(refused).collect(),
    )
}
