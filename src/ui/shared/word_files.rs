//! The papers for a word processor: what they hold, and the buttons that give them.

use leptos::prelude::*;

use crate::domain::charts::picture::PictureText;
use crate::domain::minutes::{Kind, Minutes};
use crate::domain::paper::Paper;
use crate::session::Viewed;
use crate::ui::kit::view::View;
use crate::ui::shared::giving::giving;
use crate::words::fr::{self, documents, papers};

/// The report as it stands now.
pub fn report(viewed: Viewed) -> Paper {
    let today = viewed.day();
    viewed.read(|dossier| fr::report::report(dossier, viewed.questionnaire, today))
}

/// The agenda or the minutes, with what was written for them.
pub fn council(viewed: Viewed, minutes: &Minutes) -> Paper {
    let today = viewed.day();
    viewed.read(|dossier| fr::minutes::paper(minutes, dossier, viewed.questionnaire, today))
}

/// The schedule as it is arranged and filtered.
fn schedule(viewed: Viewed) -> Paper {
    let (schedule, filter, today) = (viewed.schedule(), viewed.filter(), viewed.day());
    viewed.read(|dossier| {
        let shown = schedule.rows().count();
        let filtered =
            (!filter.is_none()).then(|| fr::schedule::filtered(shown, dossier.plan.len(), &filter));
        fr::schedule_paper::schedule(dossier, viewed.questionnaire, &schedule, filtered, today)
    })
}

/// The figures of the stages, which are the legend of the chart; the report says the rest.
pub fn around(viewed: Viewed) -> PictureText {
    let picture = viewed.read(|dossier| {
        let asked = viewed.questionnaire;
        viewed.both_counts(|both| documents::picture(&dossier.identity, both, asked, None))
    });
    PictureText {
        stages: picture.stages,
        ..PictureText::default()
    }
}

/// The button that gives the report.
pub fn word_report(viewed: Viewed, label: &'static str) -> View {
    giving(("", "word-report", label), papers::MAKING, move || {
        let (made, around) = untrack(|| (report(viewed), around(viewed)));
        Box::pin(viewed.save_word("rapport", made, around))
    })
}

/// The button that gives the schedule.
pub fn word_schedule(viewed: Viewed, label: &'static str) -> View {
    giving(("", "word-schedule", label), papers::MAKING, move || {
        let made = untrack(|| schedule(viewed));
        Box::pin(viewed.save_word("echeancier", made, PictureText::default()))
    })
}

/// The button that gives the agenda or the minutes, with what was written for them.
pub fn word_minutes(
    viewed: Viewed,
    label: &'static str,
    minutes: impl Fn() -> Minutes + 'static,
) -> View {
    giving(("", "word-minutes", label), papers::MAKING, move || {
        let minutes = untrack(&minutes);
        let what = match minutes.kind {
            Kind::Agenda => "ordre-du-jour",
            Kind::Minutes => "compte-rendu",
        };
        let made = untrack(|| council(viewed, &minutes));
        Box::pin(viewed.save_word(what, made, PictureText::default()))
    })
}
