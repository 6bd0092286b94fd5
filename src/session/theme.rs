//! Light or dark: the system's wish until the person says otherwise.

use leptos::prelude::*;

use super::{Session, Viewed};
use crate::browser::{page, storage::LocalStorage};
use crate::domain::charts::radar::{AxisNames, ChartLook, Motion};
use crate::domain::world::World;

/// Key of the chosen theme, which is that of the device, whatever dossier is open.
pub const KEY: &str = "theme";

const DARK: &str = "(prefers-color-scheme: dark)";
const REDUCED: &str = "(prefers-reduced-motion: reduce)";
const CONTRAST: &str = "(forced-colors: active)";
/// Windows where the titles of the fields do not fit around the chart.
const NARROW: &str = "(max-width: 35rem)";

/// A theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

impl Theme {
    /// The theme in force.
    pub fn in_force() -> Self {
        if page::is_dark() {
            Self::Dark
        } else {
            Self::Light
        }
    }

    /// Its name in the page and in storage.
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Forces the other theme.
    pub fn toggle(&mut self) {
        *self = match self {
            Self::Light => Self::Dark,
            Self::Dark => Self::Light,
        };
        page::set_theme(self.name());
    }
}

impl Session {
    /// Changes between the light and the dark theme.
    pub fn toggle_theme(&self) {
        self.theme.update(Theme::toggle);
        if let Some(local) = self.keeper().local() {
            // Losing it costs nothing.
            let name = self.theme.get_untracked().name();
            let _ = local.of(World::FIRST).write(KEY, name);
        }
    }
}

impl Viewed {
    /// Colours for the chart, as the theme in force gives them.
    pub fn chart_look(&self) -> ChartLook {
        chart_look(self.theme.get())
    }
}

/// Forces the theme that was chosen on an earlier visit.
pub fn restore(local: Option<LocalStorage>) {
    let kept = local.and_then(|local| local.of(World::FIRST).read(KEY).ok().flatten());
    for theme in [Theme::Light, Theme::Dark] {
        if kept.as_deref() == Some(theme.name()) {
            page::set_theme(theme.name());
        }
    }
}

/// Follows the system's wish for as long as the page lives. Whatever else the look depends on makes it
/// anew too.
pub fn follow_system(theme: RwSignal<Theme>) {
    for query in [DARK, REDUCED, CONTRAST, NARROW] {
        page::on_media_change(query, move || theme.set(Theme::in_force()));
    }
}

/// The look of the page while this theme is in force, read from its custom properties.
pub fn chart_look(_in_force: Theme) -> ChartLook {
    let is_reduced = page::matches_media(REDUCED);
    ChartLook {
        ink: page::css_value("--ink"),
        line: page::css_value("--line-control"),
        stages: ["--s1", "--s2", "--s3"].map(page::css_value),
        font: page::css_value("--font-text"),
        names: if page::matches_media(NARROW) {
            AxisNames::Numbers
        } else {
            AxisNames::Titles
        },
        motion: if is_reduced {
            Motion::Reduced
        } else {
            Motion::Full
        },
    }
}
