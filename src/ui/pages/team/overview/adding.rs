//! Adding answers: a field for as many codes as were received, files, and a report of each.

use leptos::prelude::*;
use std::rc::Rc;

use crate::browser::file::Picked;
use crate::browser::{dom, page, paint, task};
use crate::domain::formats::contribution::{Gathering, Piece};
use crate::domain::formats::file::{FileError, text_of};
use crate::domain::school::team::{Addition, Contribution};
use crate::ui::kit::button;
use crate::ui::kit::card::card;
use crate::ui::kit::drop_zone::drop_zone;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, el, el_class};
use crate::ui::pages::team::camera::camera;
use crate::ui::pages::team::room::{Room, not_kept};
use crate::words::fr;

/// What became of what came in.
#[derive(Clone, Debug, Default, PartialEq)]
struct Report {
    /// In one sentence.
    summary: String,
    /// Of each piece: what it is, and what became of it.
    lines: Vec<(String, String)>,
}

impl Report {
    fn of(summary: &str) -> Self {
        Self {
            summary: summary.to_owned(),
            lines: Vec::new(),
        }
    }
}

/// The report of the last addition. Cheap to copy: a handle.
#[derive(Clone, Copy)]
pub struct Adding {
    room: Room,
    report: RwSignal<Report>,
}

impl Adding {
    /// Nothing was added yet.
    pub fn new(room: Room) -> Self {
        Self {
            room,
            report: RwSignal::default(),
        }
    }

    /// The card.
    pub fn card(self) -> View {
        card("card stack", "h-add", "Ajouter des réponses reçues")
            .child(self.form())
            .child(camera(Rc::new(move |text| self.scan(text))))
            .child(self.files())
            .child(self.reported())
            .view()
    }

    fn form(self) -> Element {
        let field = el_class("textarea", "input")
            .attr("id", "codes")
            .attr("rows", "5")
            .attr("data-code", "")
            .attr("autocomplete", "off")
            .attr("spellcheck", "false")
            .attr("aria-describedby", "codes-hint");
        let node = field.node();
        let add = move |event: dom::Event| {
            event.prevent_default();
            let text = dom::field_value(&node);
            let node = node.clone();
            task::spawn(async move {
                let is_whole = self.take(vec![text.clone()], Vec::new()).await;
                // What was refused stays in sight, to be corrected; so does what was pasted meanwhile.
                if is_whole && dom::field_value(&node) == text {
                    dom::set_value(&node, "");
                }
            });
        };
        let label = el_class("label", "form-field__label")
            .attr("for", "codes")
            .child("Codes, liens ou messages reçus");
        let hint = el_class("p", "form-field__hint").attr("id", "codes-hint").child(
            "Collez-en autant que vous voulez d’un coup, dans n’importe quel ordre, même avec le texte des messages autour.",
        );
        let submit = el_class("button", "btn")
            .attr("type", "submit")
            .attr("data-kind", "primary")
            .child(icon(Icon::ADD))
            .child("Ajouter");
        let rest = el_class("div", "form-field")
            .child(label)
            .child(field)
            .child(hint);
        el_class("form", "stack")
            .on("submit", add)
            .child(rest)
            .child(el_class("div", "btn-row").child(submit))
    }

    fn files(self) -> Element {
        let input = el_class("input", "file-input")
            .attr("id", "answer-files")
            .attr("type", "file")
            .attr("multiple", "")
            .attr("accept", ".txt,text/plain")
            .on("change", move |event| {
                task::spawn(self.open(Picked::all_chosen(&event)));
            });
        let label = "Fichiers de réponses (.txt), à choisir ou à déposer ici";
        drop_zone("answer-files", label, input)
    }

    /// Adds what the camera read at once, and says what became of it; it is kept on this device just after.
    fn scan(self, text: &str) -> String {
        if untrack(|| self.room.session.is_elsewhere()) {
            return fr::team::ELSEWHERE.to_owned();
        }
        let Some(piece) = self.find(text).pieces.into_iter().next() else {
            return fr::team::NOT_AN_ANSWER.to_owned();
        };
        let one = match piece.read {
            Ok(one) => one,
            Err(why) => return fr::team::refusal(why),
        };
        let mut gathered = self.room.gathered.get_untracked();
        let became = gathered.add(one.clone());
        let sentence = fr::team::scanned(became, gathered.len(), &one.role);
        if matches!(became, Addition::Added | Addition::Replaced) {
            self.room.add(vec![one.clone()]);
            task::spawn(async move {
                match self.room.session.gather(vec![one.clone()]).await {
                    // Another tab may have had it read again before it was kept.
                    Ok(_) => self.room.add(vec![one]),
                    Err(why) => {
                        self.room.read().await;
                        let _ = self.report.try_set(Report::of(not_kept(why)));
                    }
                }
            });
        }
        sentence
    }

    /// What came of the last addition, announced in one sentence, then line by line.
    fn reported(self) -> Element {
        let line = |(what, became): (String, String)| {
            el("li")
                .child(el("b").child(what))
                .child("\u{a0}: ")
                .child(became)
                .view()
        };
        let report = self.report;
        let lines = move || {
            let lines = report.with(|report| report.lines.clone());
            if lines.is_empty() {
                return View::nothing();
            }
            let list = el_class("ul", "contrib__report").children(lines.into_iter().map(line));
            list.view()
        };
        el("div")
            .child(
                el("p")
                    .attr("role", "status")
                    .attr("data-gathered", "")
                    .text(move || report.with(|report| report.summary.clone())),
            )
            .dynamic(lines)
    }

    /// Takes files that are dropped on the screen: several, or one text. One dossier or workbook opens as anywhere.
    pub fn dropped(self, event: &dom::Event) {
        let files = Picked::all_dropped(event);
        let is_text = |file: &Picked| file.name().to_ascii_lowercase().ends_with(".txt");
        if files.len() > 1 || files.iter().any(is_text) {
            event.prevent_default();
            task::spawn(self.open(files));
        }
    }

    async fn open(self, files: Vec<Picked>) {
        let (mut texts, mut troubles) = (Vec::new(), Vec::new());
        for file in files {
            match file.read().await.and_then(text_of) {
                Ok(text) if !self.find(&text).pieces.is_empty() => texts.push(text),
                Ok(_) => troubles.push((file.name(), fr::team::file_trouble(FileError::Empty))),
                Err(error) => troubles.push((file.name(), fr::team::file_trouble(error))),
            }
        }
        self.take(texts, troubles).await;
    }

    fn find(self, text: &str) -> Gathering {
        let Room {
            session, earlier, ..
        } = self.room;
        let found = earlier.try_with_value(|earlier| session.find_answers(text, earlier));
        // The screen may have been left meanwhile.
        found.unwrap_or_else(|| session.find_answers(text, &[]))
    }

    /// Adds every answer of these texts, and reports; whether all of it could be added or was known.
    async fn take(self, texts: Vec<String>, troubles: Vec<(String, &'static str)>) -> bool {
        let _ = self.report.try_set(Report::of(fr::team::READING));
        // It is seen before the work: a thousand codes take a moment.
        task::pause(0).await;
        let found = texts.iter().map(|text| self.find(text));
        let found: Vec<_> = found.collect();
        let is_cut = found.iter().any(|one| one.is_cut);
        let pieces: Vec<_> = found.into_iter().flat_map(|one| one.pieces).collect();
        let came = pieces.iter().filter_map(|piece| piece.read.clone().ok());
        let came: Vec<Contribution> = came.collect();
        if pieces.is_empty() && troubles.is_empty() {
            let _ = self.report.try_set(Report::of(fr::team::NOTHING_FOUND));
            return false;
        }
        // Said once it is on the disk: the page may be closed at once.
        match self.room.session.gather(came.clone()).await {
            Ok(additions) => {
                let report = report(&pieces, &additions, &troubles, is_cut);
                let is_whole = report.lines.len() == additions.len() && !is_cut;
                // The screen may have been left meanwhile.
                let _ = self.report.try_set(report);
                // What became of them is said first: their rows and spreads are much more work.
                paint::painted().await;
                self.room.add(came);
                is_whole
            }
            Err(why) => {
                let _ = self.report.try_set(Report::of(not_kept(why)));
                false
            }
        }
    }
}

fn report(
    pieces: &[Piece],
    additions: &[Addition],
    troubles: &[(String, &'static str)],
    is_cut: bool,
) -> Report {
    let mut became = additions.iter();
    let mut lines = Vec::new();
    let mut refused = troubles.len();
    for piece in pieces {
        match &piece.read {
            Ok(one) => {
                let addition = became.next().copied().unwrap_or(Addition::Known);
                let said = fr::team::addition(addition);
                let changed = fr::inviting::changed_since(one);
                let said = if changed.is_empty() {
                    said.to_owned()
                } else {
                    [said, ". ", &changed].concat()
                };
                lines.push((fr::team::role(&one.role), said));
            }
            Err(why) => {
                refused += 1;
                let start: String = piece.code.chars().take(12).collect();
                lines.push((start + "…", fr::team::refusal(*why)));
            }
        }
    }
    for (name, why) in troubles {
        lines.push((name.clone(), (*why).to_owned()));
    }
    let mut summary = fr::team::outcome(additions, refused);
    if is_cut {
        summary = [&summary, " ", fr::team::CUT].concat();
    }
    Report { summary, lines }
}

/// A button of the head that leads to the field.
pub fn going_there() -> Element {
    button::plain()
        .attr("class", "btn team__add")
        .on("click", |_| page::show("#codes"))
        .child(icon(Icon::ADD))
        .child("Ajouter des réponses reçues")
}
