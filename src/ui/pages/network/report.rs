//! What was read: how many schools are counted; what is not, file by file, with the reason and what to do.

use crate::domain::bidi::closed;
use crate::domain::network::{Network, Standing};
use crate::session::network;
use crate::ui::kit::card::card;
use crate::ui::kit::disclosure::disclosure;
use crate::ui::kit::view::{View, el, el_class};
use crate::ui::pages::network::room::Room;
use crate::words::fr::network as say;

/// Most lines of a list: more would stop the page, and nobody reads them. The rest is counted, and in the workbook.
const LINES: usize = 100;

/// The card. Without names it only counts: names of files say whose they are.
pub fn report(room: Room) -> View {
    let (summary, lists) = network(|network| {
        let lists = if room.is_anonymous() {
            Vec::new()
        } else {
            lists(network)
        };
        (summary(network), lists)
    });
    card("card stack", "h-network-read", "Ce qui a été lu")
        .child(el("p").attr("data-network-read", "").child(summary))
        .children(lists)
        .view()
}

fn summary(network: &Network) -> String {
    let (mut counted, mut same, mut older) = (0, 0, 0);
    for (_, standing) in network.sources() {
        match standing {
            Standing::Counted => counted += 1,
            Standing::Same(_) => same += 1,
            Standing::Older(_) => older += 1,
        }
    }
    say::outcome(counted, same, older, network.refused().len())
}

fn lists(network: &Network) -> Vec<View> {
    let (mut same, mut older, mut nameless) = (Vec::new(), Vec::new(), Vec::new());
    for (source, standing) in network.sources() {
        let origin = source.origin.as_str();
        match standing {
            Standing::Counted if source.school.is_nameless() => {
                nameless.push((origin, say::NAMELESS.to_owned()));
            }
            Standing::Counted => {}
            Standing::Same(other) => same.push((origin, say::same(&closed(other)))),
            Standing::Older(other) => older.push((origin, say::older(&closed(other)))),
        }
    }
    let refused = network.refused().iter();
    let refused = refused
        .map(|one| (one.origin.as_str(), say::refusal(one.why)))
        .collect();
    let lists = [
        (
            say::refused as fn(usize) -> String,
            "refused",
            refused,
            None,
        ),
        (say::copies, "same", same, None),
        (say::versions, "older", older, Some(say::OLDER_HINT)),
        (say::nameless, "nameless", nameless, None),
    ];
    let lists = lists
        .into_iter()
        .filter(|(_, _, lines, _)| !lines.is_empty());
    lists
        .map(|(title, handle, lines, hint)| list(title, handle, &lines, hint))
        .collect()
}

fn list(
    title: fn(usize) -> String,
    handle: &'static str,
    lines: &[(&str, String)],
    hint: Option<&str>,
) -> View {
    let line = |(origin, why): &(&str, String)| {
        el("li")
            .child(el("b").child(closed(origin)))
            .child("\u{a0}: ")
            .child(why)
            .view()
    };
    let more = lines.len().saturating_sub(LINES);
    let more = (more > 0).then(|| el_class("p", "hint").child(say::more(more)).view());
    let content = el_class("div", "stack")
        .child(hint.map(|text| el_class("p", "hint").child(text).view()))
        .child(
            el_class("ul", "contrib__report")
                .attr("data-network-list", handle)
                .children(lines.iter().take(LINES).map(line)),
        )
        .child(more);
    disclosure(title(lines.len()), "", content)
}
