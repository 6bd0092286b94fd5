//! Icons: always beside a word, never instead of one, and hidden from screen readers.

use super::view::{Element, View, svg};

/// An icon, by the outline it draws on a 24 × 24 grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Icon(&'static str);

impl Icon {
    /// A tick.
    pub const TICK: Self = Self("m5 12.5 4.5 4.5L19 7.5");
    /// Opens or goes on.
    pub const CHEVRON: Self = Self("m9 6 6 6-6 6");
    /// Goes forward.
    pub const NEXT: Self = Self("M5 12h14m-6-6 6 6-6 6");
    /// Goes back.
    pub const BACK: Self = Self("M19 12H5m6-6-6 6 6 6");
    /// Leaves for another site.
    pub const OUT: Self =
        Self("M14 5h5v5M19 5l-8 8M17 14v4a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1h4");
    /// The questionnaire.
    pub const LIST: Self = Self("M4 6h10M4 12h7M4 18h5M14 16l2.5 2.5L21 13");
    /// The figures.
    pub const BARS: Self = Self("M4 20V10m8 10V4m8 16v-7");
    /// Help.
    pub const HELP: Self = Self(
        "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM9.6 9.3a2.5 2.5 0 1 1 3.7 2.3c-.9.5-1.3 1-1.3 1.9m0 2.9v.1",
    );
    /// Something to know.
    pub const INFO: Self = Self("M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 11v5m0-8.2v.1");
    /// Done in part.
    pub const HALF: Self = Self("M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM12 4v16M15 5v14M17.5 6.5v11");
    /// Something wrong.
    pub const ALERT: Self = Self("M12 4 2.8 19.5h18.4L12 4ZM12 10v4.5m0 2.5v.1");
    /// One place up.
    pub const UP: Self = Self("M12 19V5m-6 6 6-6 6 6");
    /// One place down.
    pub const DOWN: Self = Self("M12 5v14m-6-6 6 6 6-6");
    /// Undoes.
    pub const UNDO: Self = Self("M8 5 4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11H9");
    /// Does again.
    pub const REDO: Self = Self("m16 5 4 4-4 4M20 9H10a5.5 5.5 0 0 0 0 11h5");
    /// Light or dark.
    pub const THEME: Self = Self("M20 14.5A8 8 0 1 1 9.5 4a6.5 6.5 0 0 0 10.5 10.5Z");
    /// Prints.
    pub const PRINT: Self = Self(
        "M7 9V4h10v5M7 17H5a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1h14a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-2M7 14h10v6H7z",
    );
    /// Copies.
    pub const COPY: Self = Self(
        "M10 8h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-8a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2ZM16 8V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h2",
    );
    /// A code to scan.
    pub const QR: Self =
        Self("M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2m4-2v2h-2m-4 4h2m2-2v2h2");
    /// Gives.
    pub const SHARE: Self = Self("M12 15V4m-4 4 4-4 4 4M5 13v5a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-5");
    /// A letter.
    pub const MAIL: Self = Self("M4 6h16v12H4zM4 7l8 6 8-6");
    /// Adds.
    pub const ADD: Self = Self("M12 5v14M5 12h14");
    /// A file.
    pub const FILE: Self =
        Self("M13 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V9l-6-6ZM13 3v6h6");
    /// Closes.
    pub const CLOSE: Self = Self("M6 6l12 12M18 6 6 18");
    /// Kept here.
    pub const LOCK: Self = Self(
        "M7 11h10a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2ZM8 11V8a4 4 0 0 1 8 0v3",
    );
    /// Goes two ways.
    pub const SPLIT: Self = Self("M12 20v-7m0 0L5.5 6.5M12 13l6.5-6.5M5 11V6h5M19 11V6h-5");
    /// Nearly the same.
    pub const NEAR: Self = Self("M4 8h14m-4-4 4 4-4 4M20 16H6m4-4-4 4 4 4");
    /// A screen on a wall.
    pub const SCREEN: Self = Self(
        "M5 5h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2ZM8 21h8m-4-4v4",
    );
    /// People.
    pub const PEOPLE: Self = Self(
        "M9 4.8a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4ZM3 20c0-3.5 2.7-6 6-6s6 2.5 6 6M16 5.2a3.2 3.2 0 0 1 0 5.8M18 14.5c1.9.8 3 2.7 3 5.5",
    );
    /// Objectives.
    pub const TARGET: Self =
        Self("M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z");
}

/// Draws an icon.
pub fn icon(icon: Icon) -> View {
    picture("icon", "0 0 24 24")
        .child(svg("path").attr("d", icon.0))
        .view()
}

/// An SVG picture that screen readers pass over.
pub fn picture(class: &str, view_box: &str) -> Element {
    svg("svg")
        .attr("class", class)
        .attr("viewBox", view_box)
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
}

/// The brand's mark: three furrows.
pub fn brand_mark() -> View {
    let furrows = [
        ("M6 31.5c7-1.5 12-5 15-10.5S28 10.5 33.5 9", "5"),
        ("M15.5 33c5.5-2.5 8.5-6 10.5-10s4-6 7.5-7", "3"),
        ("M24 33.5c3-2 4.5-4.5 5.7-7 .9-1.8 2-3 3.8-3.7", "1.8"),
    ];
    let ground = svg("rect")
        .attr("width", "40")
        .attr("height", "40")
        .attr("rx", "9");
    picture("brand__mark", "0 0 40 40")
        .child(ground.attr("fill", "currentColor"))
        .child(
            svg("g")
                .attr("fill", "none")
                .attr("stroke", "var(--accent-on)")
                .attr("stroke-linecap", "round")
                .children(
                    furrows.map(|(d, width)| {
                        svg("path").attr("d", d).attr("stroke-width", width).view()
                    }),
                ),
        )
        .view()
}
