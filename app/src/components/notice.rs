//! News that cannot wait for the news page: shown between two days.

use chrono::NaiveDate;
use leptos::prelude::*;

/// A dated notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What it is about.
    pub title: String,
    /// What it says, as HTML made from Markdown by us.
    pub text_html: String,
    /// The first day it is shown.
    pub from: NaiveDate,
    /// The last day it is shown.
    pub until: NaiveDate,
}

impl Notice {
    /// Is it shown on this day?
    pub fn is_shown(&self, today: NaiveDate) -> bool {
        (self.from..=self.until).contains(&today)
    }
}

/// Notices under each other.
#[component]
pub fn Notices(
    /// Those of today.
    notices: Vec<Notice>,
) -> impl IntoView {
    notices
        .into_iter()
        .map(|notice| {
            view! {
                <section class="utrecht-alert utrecht-alert--info">
                    <div class="utrecht-alert__message">
                        <h2 class="nl-heading nl-heading--level-2">{notice.title}</h2>
                        <div inner_html=notice.text_html></div>
                    </div>
                </section>
            }
        })
        .collect_view()
}
