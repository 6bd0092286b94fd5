//! The answers that were received: what each is, and a button that takes it back out.

use leptos::prelude::*;

use crate::browser::{page, task};
use crate::domain::school::team::Contribution;
use crate::session::NotFrozen;
use crate::ui::kit::button;
use crate::ui::kit::card::card;
use crate::ui::kit::icon::{Icon, icon};
use crate::ui::kit::view::{Element, View, dynamic, el, el_class};
use crate::ui::pages::team::room::{Room, in_turn, not_kept};
use crate::words::fr;

/// The list.
pub fn received(room: Room) -> View {
    let removed = RwSignal::new(Vec::new());
    let said = RwSignal::new(String::new());
    let buckets: Vec<_> = (0..BUCKETS).map(|_| RwSignal::new(Vec::new())).collect();
    let shown = buckets.clone();
    let show = move |place: usize| {
        let bucket = shown.get(place);
        bucket.is_some_and(|bucket| show_bucket(room, place, *bucket))
    };
    in_turn(BUCKETS, move || room.gathered.track(), show);
    let rows_of = move |bucket: RwSignal<Vec<Contribution>>| {
        dynamic(move || {
            let rows = bucket.get().into_iter();
            View::all(rows.map(|one| row(room, removed, said, one)))
        })
    };
    let rows = el_class("ul", "contrib").children(buckets.into_iter().map(rows_of));
    card("card stack", "h-received", "Réponses reçues")
        .child(el("p").text(move || room.gathered.with(|all| fr::team::received(all.len()))))
        .child(el_class("p", "small").child(fr::team::TRUE_OF_CODES))
        .dynamic(move || back(room, removed, said))
        .child(
            el_class("p", "small")
                .attr("role", "status")
                .text(move || said.get()),
        )
        .child(rows)
        .child(saving(room))
        .view()
}

/// In how many parts the list is made, one after the other, and made anew: what comes in or is taken out touches the rows of one.
const BUCKETS: usize = 16;

/// Shows the answers of a part, in order, where others are shown; whether that was so. Ids are random, so that all parts are of
/// a size.
fn show_bucket(room: Room, place: usize, bucket: RwSignal<Vec<Contribution>>) -> bool {
    let of_it = |one: &&Contribution| one.id.0 >> 60 == place as u64;
    let other = room.gathered.try_with_untracked(|all| {
        let is_same = bucket.try_with_untracked(|shown| all.iter().filter(of_it).eq(shown));
        (is_same == Some(false)).then(|| all.iter().filter(of_it).cloned().collect())
    });
    let other: Option<Vec<_>> = other.flatten();
    other.is_some_and(|other| bucket.try_set(other).is_none())
}

fn row(
    room: Room,
    removed: RwSignal<Vec<Contribution>>,
    said: RwSignal<String>,
    one: Contribution,
) -> View {
    let role = fr::team::role(&one.role);
    let asked = fr::answering::items_of(room.session.questionnaire, &one.fields);
    let text = el("span")
        .child(el("b").child(&role))
        .child(el_class("span", "small").child(fr::team::about(&one, asked)))
        .child(changed(&one));
    let id = format!("{:016x}", one.id.0);
    let remove = button::once()
        .attr("class", "icon-btn")
        .attr(
            "aria-label",
            &["Retirer cette réponse\u{a0}: ", &role].concat(),
        )
        .attr("title", "Retirer cette réponse")
        .on("click", move |_| {
            task::spawn(remove(room, removed, said, one.clone()))
        })
        .child(icon(Icon::CLOSE));
    el_class("li", "contrib__row")
        .attr("data-contribution", &id)
        .child(text)
        .child(remove)
        .view()
}

/// Which items of it are not counted, where some are not.
fn changed(one: &Contribution) -> Option<View> {
    let changed = fr::inviting::changed_since(one);
    let shown = || el_class("span", "small").child(&changed).view();
    (!changed.is_empty()).then(shown)
}

async fn remove(
    room: Room,
    removed: RwSignal<Vec<Contribution>>,
    said: RwSignal<String>,
    one: Contribution,
) {
    if let Err(why) = room.session.remove_contribution(&one).await {
        return refuse(said, why);
    }
    room.remove(one.id);
    let _ = removed.try_update(|all| all.push(one.clone()));
    let _ = said.try_set("Réponse retirée.".to_owned());
    page::next_frame(|| page::focus(".contrib__back"));
    // Reading all of them again takes longer than what the person waits for.
    task::pause(0).await;
    if let Err(why) = room.session.remove_former(&one).await {
        refuse(said, why);
        room.read().await;
    }
}

fn refuse(said: RwSignal<String>, why: NotFrozen) {
    let _ = said.try_set(not_kept(why).to_owned());
}

async fn put_back(
    room: Room,
    removed: RwSignal<Vec<Contribution>>,
    said: RwSignal<String>,
    last: Contribution,
) {
    match room.session.gather(vec![last.clone()]).await {
        Ok(_) => {
            room.add(vec![last]);
            let _ = removed.try_update(Vec::pop);
            let _ = said.try_set("Réponse remise.".to_owned());
            page::next_frame(|| page::focus("#h-received"));
        }
        Err(why) => refuse(said, why),
    }
}

/// The button that puts back what was taken out last.
fn back(room: Room, removed: RwSignal<Vec<Contribution>>, said: RwSignal<String>) -> View {
    let Some(last) = removed.with(|all| all.last().cloned()) else {
        return View::nothing();
    };
    let role = fr::team::role(&last.role);
    button::once()
        .attr("class", "btn contrib__back")
        .on("click", move |_| {
            task::spawn(put_back(room, removed, said, last.clone()));
        })
        .child(icon(Icon::UNDO))
        .child("Annuler le retrait\u{a0}: ")
        .child(role)
        .view()
}

/// The button that saves every answer as one file: it opens on another computer by the same card.
fn saving(room: Room) -> Element {
    let said = RwSignal::new(String::new());
    let save = button::plain()
        .on("click", move |_| {
            let saved = room
                .gathered
                .with_untracked(|all| room.session.save_answers(all));
            said.set(match saved {
                Ok(name) => fr::files::saved(&name),
                Err(_) => fr::files::NOT_SAVED.to_owned(),
            });
        })
        .child(icon(Icon::FILE))
        .child("Télécharger les réponses");
    let words = "La sauvegarde du dossier ne contient pas ces réponses individuelles. Ce fichier les contient toutes\u{a0}: ajouté ici sur un autre ordinateur, il \
                 les y retrouve.";
    el_class("div", "stack")
        .attr_fn("hidden", move || room.is_empty().then(String::new))
        .child(el_class("p", "small").child(words))
        .child(button::with_outcome(save, said))
}
