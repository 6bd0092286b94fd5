//! Which schools are looked at, and whether they are named.

use leptos::prelude::*;

use crate::browser::dom;
use crate::domain::network::{Dimension, Filter, Group, Names};
use crate::session::network;
use crate::ui::kit::callout::{Tone, callout};
use crate::ui::kit::check::check_box;
use crate::ui::kit::view::{Element, View, el, el_class, unlocked};
use crate::ui::pages::network::room::Room;
use crate::words::fr::network as say;

/// The filters, what they leave, and the box that hides names.
pub fn choosing(room: Room) -> View {
    let filters = Dimension::ALL
        .into_iter()
        .filter_map(|one| filter(room, one));
    let filters: Vec<_> = filters.collect();
    let fields = el_class("div", "network__fields no-print").children(filters);
    let count = network(|network| network.counted(&room.filter.get_untracked()).len());
    let of = room
        .filter
        .with_untracked(|filter| say::of(count, filter.groups()));
    let few = (!room.has_figures()).then(|| {
        let words = if count == 0 { say::NONE } else { say::TOO_FEW };
        callout(Tone::Info, el("p").child(words).view())
    });
    el_class("section", "stack")
        .attr("aria-labelledby", "h-network-of")
        .child(
            el("h2")
                .attr("id", "h-network-of")
                .attr("data-network-of", "")
                .child(of),
        )
        .child(fields)
        .child(names(room))
        .child(few)
        .view()
}

fn filter(room: Room, dimension: Dimension) -> Option<View> {
    let names = room.names.get_untracked();
    let groups = network(|network| network.groups(dimension, names));
    let chosen = room
        .filter
        .with_untracked(|filter| filter.group(dimension).cloned());
    if groups.len() < 2 && chosen.is_none() {
        return None;
    }
    let (name, all) = say::dimension(dimension);
    let id = match dimension {
        Dimension::Centre => "network-centre",
        Dimension::Year => "network-year",
        Dimension::Label => "network-by-label",
    };
    let option = |(place, (group, size)): (usize, &(Group, usize))| {
        el("option")
            .attr("value", &(place + 1).to_string())
            .child(format!("{} ({size})", say::group(group)))
            .view()
    };
    let options: Vec<_> = groups.iter().enumerate().map(option).collect();
    let place = groups
        .iter()
        .position(|(group, _)| Some(group) == chosen.as_ref());
    let place = place.map_or(0, |place| place + 1).to_string();
    let change = move |event: dom::Event| {
        let place: usize = dom::value(&event).parse().unwrap_or_default();
        let group = place.checked_sub(1).and_then(|place| groups.get(place));
        let group = group.map(|(group, _)| group.clone());
        room.filter.update(|filter| {
            // Two at once would single out what each of them hides.
            if names == Names::Hidden {
                *filter = Filter::default();
            }
            filter.set(dimension, group);
        });
    };
    let select = unlocked(|| el_class("select", "input"))
        .attr("id", id)
        .child(el("option").attr("value", "0").child(all))
        .children(options)
        .value(move || place.clone())
        .on("change", change);
    let label = el_class("label", "form-field__label")
        .attr("for", id)
        .child(name);
    Some(
        el_class("div", "form-field")
            .child(label)
            .child(select)
            .view(),
    )
}

fn names(room: Room) -> Element {
    let is_hidden = move || room.names.get() == Names::Hidden;
    let change = move |is_hidden| {
        room.filter.set(Filter::default());
        room.names.set(if is_hidden {
            Names::Hidden
        } else {
            Names::Shown
        });
    };
    let hidden = unlocked(|| check_box(is_hidden, change))
        .attr("id", "network-anonymous")
        .attr("aria-describedby", "network-anonymous-hint");
    let label = el_class("label", "network__check")
        .child(hidden)
        .child(el("span").child("Sans nommer les établissements"));
    el_class("div", "no-print").child(label).child(
        el_class("p", "hint")
            .attr("id", "network-anonymous-hint")
            .child(say::ANONYMOUS_HINT),
    )
}
