//! Bars and ticks: pictures of a figure that always stands beside them in words.

use leptos::prelude::*;

/// A bar filled to a percentage. Its pattern is that of the `data-stage` around it.
#[component]
pub fn Bar(
    /// 0 to 100.
    #[prop(into)]
    percent: Signal<u8>,
    /// `s`, `m` or `l`.
    #[prop(default = "m")]
    size: &'static str,
) -> impl IntoView {
    view! {
        <span class="bar" data-size=size aria-hidden="true">
            <span
                class="bar__fill"
                data-empty=move || (percent.get() == 0).then_some("")
                style=("--value", move || percent.get().to_string())
            ></span>
        </span>
    }
}

/// One segment for each thing to do, filled when it is done.
#[component]
pub fn Ticks(
    /// Whether each is done.
    #[prop(into)]
    done: Signal<Vec<bool>>,
) -> impl IntoView {
    view! {
        <span class="ticks" aria-hidden="true">
            {move || {
                done.get()
                    .into_iter()
                    .map(|done| view! { <span class="ticks__tick" data-on=done.then_some("")></span> })
                    .collect_view()
            }}
        </span>
    }
}
