//! The field to search the site with. A plain form: the answer is a page with an address of its own.

use leptos::prelude::*;

use crate::place::Place;

/// The name under which the query travels.
pub const QUERY: &str = "q";

/// The most letters that are read.
const LONGEST: &str = "200";

/// The field and its button.
#[component]
pub fn SearchForm(
    /// What stands in the field.
    #[prop(into, optional)]
    query: String,
) -> impl IntoView {
    view! {
        <form class="zvh-search" role="search" action=Place::Search.path() method="get">
            <label class="utrecht-form-label" for="zoek">
                "Zoek op deze site"
            </label>
            <div class="zvh-search__row">
                <input
                    class="utrecht-textbox utrecht-textbox--html-input"
                    type="search"
                    id="zoek"
                    name=QUERY
                    value=query
                    maxlength=LONGEST
                    autocomplete="off"
                    enterkeyhint="search"
                />
                <button class="nl-button nl-button--primary" type="submit">
                    <span class="nl-button__label">"Zoek"</span>
                </button>
            </div>
        </form>
    }
}
