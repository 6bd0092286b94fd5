//! Reading what was given, file by file, link by link.

use leptos::prelude::*;

use super::{FILES_MAX, NETWORK, Read, Watch};
use crate::browser::file::Picked;
use crate::browser::folder::Listed;
use crate::browser::{clock, documents, task};
use crate::domain::formats::file::{FileError, OLE, is_table, text_of};
use crate::domain::network::{
    Found, Refusal, Refused, SIZE_MAX, Source, find_schools, read_file, read_unpacked,
};
use crate::domain::school::dossier::LeftOut;
use crate::domain::school::import;
use crate::session::Session;

/// Largest zip, in bytes: a thousand long dossiers.
const ZIP_MAX: usize = 30_000_000;
/// How long work goes on before the page may answer, in milliseconds.
const SLICE: f64 = 12.0;
/// How zips start; one that holds nothing starts with the second.
const ZIP: [&[u8]; 2] = [b"PK\x03\x04", b"PK\x05\x06"];
/// What systems put into folders and zips by themselves.
const UNSAID: [&str; 4] = ["__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini"];

/// One reading: its label, where it is told of, and when it paused last.
pub(super) struct Reading {
    pub session: Session,
    pub label: String,
    pub watch: Watch,
    pub since: f64,
    pub done: Read,
}

impl Reading {
    pub async fn text(&mut self, text: &str) {
        let found = find_schools(text, self.session.questionnaire);
        self.done.of = found.len();
        for (code, found) in found {
            if self.watch.is_over() {
                return;
            }
            self.found(code, "", found).await;
            self.step().await;
        }
    }

    pub async fn files(&mut self, mut files: Vec<Listed>, is_cut: bool) {
        files.retain(|one| !is_unsaid(&one.path));
        self.done.is_cut = is_cut || files.len() > FILES_MAX;
        files.truncate(FILES_MAX);
        self.done.of = files.len();
        for one in files {
            if self.watch.is_over() {
                return;
            }
            self.file(&one.path, &one.file).await;
            self.step().await;
        }
    }

    /// One more is read: the page may answer now, where it could not for a while.
    async fn step(&mut self) {
        self.done.read += 1;
        if clock::milliseconds() - self.since > SLICE {
            let Read { read, of, .. } = self.done;
            let _ = self.watch.progress.try_set(Some((read, of)));
            task::pause(0).await;
            self.since = clock::milliseconds();
        }
    }

    async fn file(&mut self, path: &str, file: &Picked) {
        let name = file.name().to_ascii_lowercase();
        let (size, is_named_zip) = (file.size(), name.ends_with(".zip"));
        if is_named_zip && size > ZIP_MAX {
            return refuse(path, Refusal::Zip(import::Refusal::TooLarge));
        }
        if size > SIZE_MAX && !is_named_zip {
            let is_ours = name.ends_with(".json") || name.ends_with(".txt");
            let other = Refusal::File(FileError::NotText);
            return refuse(path, if is_ours { Refusal::TooLarge } else { other });
        }
        let bytes = match file.bytes().await {
            Ok(bytes) => bytes,
            Err(why) => return refuse(path, Refusal::File(why)),
        };
        if ZIP.iter().any(|start| bytes.start_with(start)) {
            match documents::open_zip(&bytes).await {
                Ok(Ok(files)) => self.zip(path, files).await,
                Ok(Err(why)) => refuse(path, Refusal::Zip(why)),
                Err(_) => refuse(path, Refusal::NotLoaded),
            }
        } else {
            self.bytes(path, bytes.to_vec()).await;
        }
    }

    /// The files of a zip. A workbook is one too, and a paper for a word processor.
    async fn zip(&mut self, path: &str, files: Vec<(String, usize)>) {
        let has = |name: &str| files.iter().any(|(one, _)| one == name);
        if has("[Content_Types].xml") || has("content.xml") {
            let is_paper = has("word/document.xml");
            let other = Refusal::File(FileError::NotText);
            return refuse(path, if is_paper { other } else { Refusal::Table });
        }
        let places = (0..).zip(&files);
        let wanted = places.filter(|(_, (name, _))| !name.ends_with('/') && !is_unsaid(name));
        let wanted: Vec<_> = wanted.collect();
        // The zip itself is none of them.
        self.done.of += wanted.len().saturating_sub(1);
        if wanted.is_empty() {
            refuse(path, Refusal::File(FileError::Empty));
        }
        for (at, (place, (name, size))) in wanted.into_iter().enumerate() {
            if self.watch.is_over() {
                break;
            }
            if at > 0 {
                self.step().await;
            }
            self.entry(&[path, "/", name].concat(), place, *size).await;
        }
        documents::close_zip().await;
    }

    async fn entry(&mut self, path: &str, place: u32, size: usize) {
        if size > SIZE_MAX {
            return refuse(path, Refusal::TooLarge);
        }
        match documents::unzip(place).await {
            Ok(Ok(bytes)) if ZIP.iter().any(|start| bytes.starts_with(start)) => {
                let is_zip = path.to_ascii_lowercase().ends_with(".zip");
                refuse(
                    path,
                    if is_zip {
                        Refusal::Nested
                    } else {
                        Refusal::Table
                    },
                );
            }
            Ok(Ok(bytes)) => self.bytes(path, bytes).await,
            Ok(Err(why)) => refuse(path, Refusal::Zip(why)),
            Err(_) => refuse(path, Refusal::NotLoaded),
        }
    }

    async fn bytes(&mut self, path: &str, bytes: Vec<u8>) {
        if bytes.starts_with(&OLE) || is_table(path, &bytes) {
            return refuse(path, Refusal::Table);
        }
        let text = match text_of(bytes) {
            Ok(text) => text,
            Err(why) => return refuse(path, Refusal::File(why)),
        };
        for (code, found) in read_file(&text, self.session.questionnaire) {
            self.found(code, path, found).await;
        }
    }

    /// Adds what was found in a file, or under a code of it.
    async fn found(&mut self, code: String, path: &str, found: Found) {
        let origin = match (path.is_empty(), code.is_empty()) {
            (_, true) => path.to_owned(),
            (true, false) => code,
            (false, false) => [path, "\u{a0}: ", &code].concat(),
        };
        let found = match found {
            Found::Packed(code) => self.unpacked(&code).await,
            Found::School(_) | Found::Refused(_) => found,
        };
        match found {
            Found::School(school) => {
                let label = if self.label.is_empty() {
                    folder(path).to_owned()
                } else {
                    self.label.clone()
                };
                let source = Source {
                    origin: origin.clone(),
                    label,
                    school: *school,
                };
                if !NETWORK.with_borrow_mut(|network| network.add(source)) {
                    refuse(&origin, Refusal::Full);
                }
            }
            Found::Refused(why) => refuse(&origin, why),
            // What was unpacked is no code.
            Found::Packed(_) => refuse(&origin, Refusal::NotLoaded),
        }
    }

    async fn unpacked(&self, code: &str) -> Found {
        if documents::load().await.is_err() {
            return Found::Refused(Refusal::NotLoaded);
        }
        match documents::unpack(code) {
            Ok(Ok(text)) => {
                let (_, document) = LeftOut::from_letters(&text);
                read_unpacked(document, self.session.questionnaire)
            }
            Ok(Err(why)) => Found::Refused(Refusal::Link(why)),
            Err(_) => Found::Refused(Refusal::NotLoaded),
        }
    }
}

fn refuse(origin: &str, why: Refusal) {
    let origin = origin.to_owned();
    NETWORK.with_borrow_mut(|network| network.refuse(Refused { origin, why }));
}

/// Whether nobody put it there.
fn is_unsaid(path: &str) -> bool {
    UNSAID.iter().any(|name| path.ends_with(name))
        || path.starts_with(UNSAID[0])
        || path.contains("/__MACOSX/")
}

/// The name of the folder that a file lies in; empty where it lies in none.
fn folder(path: &str) -> &str {
    let folders = path.rsplit_once('/').map_or("", |(folders, _)| folders);
    folders.rsplit('/').next().unwrap_or_default()
}
