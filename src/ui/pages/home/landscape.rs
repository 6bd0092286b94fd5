//! The picture of the home page: three fields, ploughed as the bars of the three stages are drawn. It
//! is the key to every bar.

use crate::ui::kit::icon::picture;
use crate::ui::kit::view::{Element, View, svg};

/// The landscape.
pub fn landscape() -> View {
    let patterns = svg("defs")
        .child(furrows("1", "rotate(24)", ("14", "14", "8")))
        .child(furrows("2", "rotate(-9)", ("12", "9", "6.5")));
    let field = |d: &str, fill: &str| svg("path").attr("d", d).attr("fill", fill).view();
    let edges = svg("g")
        .attr("fill", "none")
        .attr("stroke", "var(--surface)")
        .attr("stroke-width", "5")
        .children(
            [
                "M0 292c92-60 216-72 330-30 118 43 208 48 310 4",
                "M0 356c120-34 240-24 356 14 108 35 196 34 284 2",
            ]
            .map(|d| svg("path").attr("d", d).view()),
        );
    let sun = svg("circle")
        .attr("cx", "452")
        .attr("cy", "118")
        .attr("r", "58")
        .attr("fill", "var(--sky-disc)");
    let labels = svg("g")
        .attr("font-weight", "700")
        .attr("font-size", "19")
        .attr("text-anchor", "middle")
        .children([
            label("1", 58, 392),
            label("2", 250, 298),
            label("3", 466, 218),
        ]);
    picture("landscape", "0 0 640 460")
        .attr("preserveAspectRatio", "xMidYMax slice")
        .child(patterns)
        .child(rect("640", "460", "var(--sunken)"))
        .child(sun)
        .child(field(
            "M0 214c120-58 236-60 352-26 104 31 196 30 288-18v290H0Z",
            "var(--s3)",
        ))
        .child(field(
            "M0 292c92-60 216-72 330-30 118 43 208 48 310 4v194H0Z",
            "url(#furrows-2)",
        ))
        .child(field(
            "M0 356c120-34 240-24 356 14 108 35 196 34 284 2v88H0Z",
            "url(#furrows-1)",
        ))
        .child(edges)
        .child(labels)
        .view()
}

fn rect(width: &str, height: &str, fill: &str) -> Element {
    svg("rect")
        .attr("width", width)
        .attr("height", height)
        .attr("fill", fill)
}

/// The furrows of a stage: its colour on a strip of this height, over the colour between furrows.
fn furrows(stage: &str, transform: &str, (width, height, strip): (&str, &str, &str)) -> View {
    svg("pattern")
        .attr("id", &format!("furrows-{stage}"))
        .attr("width", width)
        .attr("height", height)
        .attr("patternUnits", "userSpaceOnUse")
        .attr("patternTransform", transform)
        .child(rect(width, height, &format!("var(--s{stage}-gap)")))
        .child(rect(width, strip, &format!("var(--s{stage})")))
        .view()
}

fn label(stage: &str, x: u16, y: u16) -> View {
    let ground = rect("104", "40", "var(--surface)")
        .attr("x", &x.to_string())
        .attr("y", &y.to_string());
    let text = svg("text")
        .attr("x", &(x + 52).to_string())
        .attr("y", &(y + 26).to_string())
        .attr("fill", &format!("var(--s{stage}-text)"))
        .child(format!("Étape {stage}"));
    View::all([ground.attr("rx", "7").view(), text.view()])
}
