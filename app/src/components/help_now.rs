//! Whom to call when it cannot wait: 112, the police, Veilig Thuis.

use leptos::prelude::*;

use crate::house::HelpLine;

/// The block "Snel hulp nodig?", on the home page and before every form. Never dismissible, and no `role=alert`: it is not news.
#[component]
pub fn HelpNow(
    /// The lines, most urgent first.
    lines: Vec<HelpLine>,
) -> impl IntoView {
    view! {
        <section class="zvh-help" aria-labelledby="snel-hulp">
            <h2 class="nl-heading nl-heading--level-2" id="snel-hulp">
                "Snel hulp nodig?"
            </h2>
            <HelpLines lines=lines />
        </section>
    }
}

/// The numbers alone.
#[component]
pub fn HelpLines(
    /// The lines, most urgent first.
    lines: Vec<HelpLine>,
) -> impl IntoView {
    let items = lines
        .into_iter()
        .map(|line| {
            let href = line.phone.href();
            view! {
                <div>
                    <dt>
                        <a href=href>{line.phone.shown}</a>
                    </dt>
                    <dd>
                        <strong>{line.name}</strong>
                        <br />
                        {line.when}
                    </dd>
                </div>
            }
        })
        .collect_view();
    view! { <dl class="zvh-lines">{items}</dl> }
}
