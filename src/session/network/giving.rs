//! What is taken away of a network: tables as a file.

use crate::browser::file::Content;
use crate::browser::{clock, documents, file};
use crate::domain::date::{Day, Moment};
use crate::domain::formats::file::name_of;
use crate::domain::papers::{NotMade, SheetsFile};
use crate::domain::sheets::Sheets;
use crate::session::Session;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

impl Session {
    /// Gives tables as a file about this, under this title. Returns its name.
    ///
    /// # Errors
    /// Where it could not be made, or the browser cannot make a file.
    pub async fn save_sheets(
        self,
        about: &str,
        title: &str,
        sheets: Sheets,
        kind: SheetsFile,
    ) -> Result<String, NotMade> {
        let today = clock::now().map(Moment::day);
        let text = sheets.write();
        match kind {
            SheetsFile::Workbook => {
                let day = today.unwrap_or(Day::FIRST);
                let bytes = documents::sheets(&text, title, day).await?;
                let name = name_of(about, today, "xlsx");
                file::save_as(&name, XLSX, Content::Bytes(&bytes))?;
                Ok(name)
            }
            SheetsFile::Table => {
                let table = documents::table(&text).await?;
                let name = name_of(about, today, "csv");
                file::save_as(&name, "text/csv", Content::Text(&table))?;
                Ok(name)
            }
        }
    }
}
