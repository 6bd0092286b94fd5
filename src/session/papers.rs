//! What one takes away as a file, beside the backup: the workbook, the table of answers, the chart, papers. They are
//! made by what is fetched when they are asked for.

use leptos::prelude::*;

use super::Viewed;
use crate::browser::clock;
use crate::browser::documents;
use crate::browser::echarts;
use crate::browser::file::{Content, Refused, save_as};
use crate::browser::picture::png;
use crate::browser::script::NotLoaded;
use crate::browser::task;
use crate::domain::charts::picture::{self, PictureText};
use crate::domain::charts::radar::{ChartLook, positioning_chart};
use crate::domain::date::{Day, Moment};
use crate::domain::formats::document::write_document;
use crate::domain::formats::file::name_of;
use crate::domain::paper::Paper;
use crate::domain::papers::{ChartFile, Document, NotMade};
use crate::domain::school::dossier::{Bin, Dossier};
use crate::domain::text::folded;

/// Pixels of the picture for one of the drawing: sharp on paper too.
const FINE: u16 = 2;

impl From<NotLoaded> for NotMade {
    fn from(_: NotLoaded) -> Self {
        Self::NotLoaded
    }
}

impl From<Refused> for NotMade {
    fn from(_: Refused) -> Self {
        Self::Refused
    }
}

impl Viewed {
    /// Gives a document as a file. Returns its name. What was deleted is in none.
    ///
    /// # Errors
    /// Where it could not be made, or the browser cannot make a file.
    pub async fn save_document(self, document: Document) -> Result<String, NotMade> {
        let today = clock::now().map(Moment::day);
        let (text, school) = self.dossier.with_untracked(|dossier| {
            let text = write_document(&dossier.for_file(Bin::LeftOut));
            (text, dossier.identity.school.clone())
        });
        let name = |ending| name_of(&school, today, ending);
        match document {
            Document::Workbook => save_workbook(name("xlsx"), &text, today).await,
            Document::BlankWorkbook => {
                let text = write_document(&Dossier::default());
                save_workbook("numea-questionnaire.xlsx".to_owned(), &text, today).await
            }
            Document::Csv => {
                let table = documents::csv(&text).await?;
                save(name("csv"), "text/csv", Content::Text(&table))
            }
        }
    }

    /// Gives the positioning chart as a file, with this text around it. Returns its name.
    ///
    /// # Errors
    /// Where nothing is answered, the chart could not be drawn, or the browser cannot make a file.
    pub async fn save_chart(self, file: ChartFile, text: PictureText) -> Result<String, NotMade> {
        let (is_blank, school) = self.dossier.with_untracked(|dossier| {
            (dossier.answers.is_empty(), dossier.identity.school.clone())
        });
        if is_blank {
            return Err(NotMade::NothingAnswered);
        }
        let name = |ending| name_of(&school, clock::now().map(Moment::day), ending);
        match file {
            ChartFile::Svg => {
                let drawing = self.drawn(&text, 1).await?;
                save(name("svg"), "image/svg+xml", Content::Text(&drawing))
            }
            ChartFile::Png => {
                let bytes = png(&self.drawn(&text, FINE).await?).await?;
                save(name("png"), "image/png", Content::Bytes(&bytes))
            }
        }
    }

    /// Gives a paper as a file for a word processor, with its chart where it has one, drawn with this text around it; `what`
    /// begins the name of the file. Returns that name.
    ///
    /// # Errors
    /// Where the chart or the file could not be made.
    pub async fn save_word(
        self,
        what: &str,
        paper: Paper,
        text: PictureText,
    ) -> Result<String, NotMade> {
        let chart = if paper.has_chart() {
            Some(png(&self.drawn(&text, FINE).await?).await?)
        } else {
            None
        };
        let today = clock::now().map(Moment::day);
        let day = today.unwrap_or(Day::FIRST);
        let bytes = documents::word(&paper.write(), chart.as_deref(), day).await?;
        let school = self
            .dossier
            .with_untracked(|one| one.identity.school.clone());
        let name = name_of(&school, today, "docx");
        let name = name.replacen("numea-", &["numea-", what, "-"].concat(), 1);
        let media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        save(name, media_type, Content::Bytes(&bytes))
    }

    /// The positioning chart as a drawing (SVG), with this text around it; `scale` pixels stand for one.
    ///
    /// # Errors
    /// Where what draws could not be fetched, or failed.
    pub async fn drawn(self, text: &PictureText, scale: u16) -> Result<String, NotMade> {
        echarts::load().await?;
        let option = self.positioning.with_untracked(|all| {
            positioning_chart(self.questionnaire, all, &ChartLook::on_white())
        });
        // What draws is slow the first time: on smaller drawings, each in a task of its own, it stops the page for less.
        for step in option.steps() {
            echarts::draw(&step, picture::DRAWING)?;
            task::pause(0).await;
        }
        let drawing = echarts::draw(&option, picture::DRAWING)?;
        picture::framed(&drawing, text, scale).ok_or(NotMade::NotLoaded)
    }

    /// The leads of objectives that have a due date, each once.
    pub fn dated_leads(&self) -> Vec<String> {
        let mut leads: Vec<String> = Vec::new();
        self.dossier.with(|dossier| {
            for (_, objective) in dossier.plan.iter().filter(|(_, one)| one.due.is_some()) {
                let lead = objective.lead.trim();
                if !lead.is_empty() && !leads.iter().any(|one| folded(one) == folded(lead)) {
                    leads.push(lead.to_owned());
                }
            }
        });
        leads
    }

    /// How many objectives have a due date.
    pub fn due_dates(&self) -> usize {
        self.read(|dossier| {
            dossier
                .plan
                .iter()
                .filter(|(_, one)| one.due.is_some())
                .count()
        })
    }
}

async fn save_workbook(name: String, text: &str, today: Option<Day>) -> Result<String, NotMade> {
    let today = today.unwrap_or(Day::FIRST);
    let bytes = documents::workbook(text, today).await?;
    let media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    save(name, media_type, Content::Bytes(&bytes))
}

pub(super) fn save(
    name: String,
    media_type: &str,
    content: Content<'_>,
) -> Result<String, NotMade> {
    save_as(&name, media_type, content)?;
    Ok(name)
}
