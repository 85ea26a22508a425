//! A date in words, that machines can read as well.

use chrono::NaiveDate;
use domain::values::Day;
use leptos::prelude::*;

/// "2 juni 2026".
#[component]
pub fn WrittenDate(
    /// The day.
    on: NaiveDate,
) -> impl IntoView {
    let day = Day::from(on);
    view! { <time datetime=day.canonical()>{day.shown()}</time> }
}
