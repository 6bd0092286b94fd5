//! The picture of the home page: three fields, ploughed as the bars of the three stages are drawn. It
//! is the key to every bar.

use leptos::prelude::*;

/// The landscape.
pub fn landscape() -> AnyView {
    let labels = [("1", 58, 392), ("2", 250, 298), ("3", 466, 218)];
    view! {
        <svg class="landscape" viewBox="0 0 640 460" aria-hidden="true" focusable="false" preserveAspectRatio="xMidYMax slice">
            <defs>
                <pattern id="furrows-1" width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(24)">
                    <rect width="14" height="14" fill="var(--s1-gap)"></rect>
                    <rect width="14" height="8" fill="var(--s1)"></rect>
                </pattern>
                <pattern id="furrows-2" width="12" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(-9)">
                    <rect width="12" height="9" fill="var(--s2-gap)"></rect>
                    <rect width="12" height="6.5" fill="var(--s2)"></rect>
                </pattern>
            </defs>
            <rect width="640" height="460" fill="var(--sunken)"></rect>
            <circle cx="452" cy="118" r="58" fill="var(--sky-disc)"></circle>
            <path d="M0 214c120-58 236-60 352-26 104 31 196 30 288-18v290H0Z" fill="var(--s3)"></path>
            <path d="M0 292c92-60 216-72 330-30 118 43 208 48 310 4v194H0Z" fill="url(#furrows-2)"></path>
            <path d="M0 356c120-34 240-24 356 14 108 35 196 34 284 2v88H0Z" fill="url(#furrows-1)"></path>
            <g fill="none" stroke="var(--surface)" stroke-width="5">
                <path d="M0 292c92-60 216-72 330-30 118 43 208 48 310 4"></path>
                <path d="M0 356c120-34 240-24 356 14 108 35 196 34 284 2"></path>
            </g>
            <g font-weight="700" font-size="19" text-anchor="middle">
                {labels
                    .map(|(stage, x, y)| {
                        view! {
                            <rect x=x y=y width="104" height="40" rx="7" fill="var(--surface)"></rect>
                            <text x=x + 52 y=y + 26 fill=format!("var(--s{stage}-text)")>{format!("Étape {stage}")}</text>
                        }
                    })
                    .collect_view()}
            </g>
        </svg>
    }
    .into_any()
}
