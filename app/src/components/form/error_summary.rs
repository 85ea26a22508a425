//! All errors of a page together, focused when the page comes back.

use leptos::prelude::*;

use crate::paths::field_id;

/// One error: the name of the field it links to and its text.
#[derive(Clone)]
pub struct SummaryLine {
    /// Name of the field, or an address where the error is on another page.
    pub target: Target,
    /// The text, the same as at the field.
    pub text: String,
}

/// Where an error line leads.
#[derive(Clone)]
pub enum Target {
    /// A field on this page, by name.
    Field(String),
    /// Another page.
    Page(String),
}

impl SummaryLine {
    /// An error of a field on this page.
    pub fn field(name: &str, text: String) -> Self {
        Self { target: Target::Field(name.to_owned()), text }
    }

    /// An error on another page.
    pub fn page(address: String, text: String) -> Self {
        Self { target: Target::Page(address), text }
    }
}

/// The summary. Always on the page, hidden while there are no errors, so that the island only has to fill the list.
/// `autofocus` with `tabindex` brings the focus here without script too.
#[component]
pub fn ErrorSummary(
    /// The errors, in the order of the page.
    lines: Vec<SummaryLine>,
) -> impl IntoView {
    let hidden = lines.is_empty();
    let items = lines.into_iter().map(|line| {
        let href = match line.target {
            Target::Field(name) => format!("#{}", field_id(&name)),
            Target::Page(address) => address,
        };
        view! { <li><a class="nl-link" href=href>{line.text}</a></li> }
    });
    view! {
        <div class="zvh-error-summary" id="fouten" tabindex="-1" autofocus=!hidden hidden=hidden aria-labelledby="fouten-kop" role="group">
            <h2 class="nl-heading nl-heading--level-3" id="fouten-kop">"Dit klopt nog niet"</h2>
            <ul>{items.collect_view()}</ul>
        </div>
    }
}
