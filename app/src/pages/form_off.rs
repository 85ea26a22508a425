//! A form that this house does not use: the other ways in.

use leptos::prelude::*;

use super::ways::{WayGroup, ways_list};
use crate::document::{Head, Site, render};

const TITLE: &str = "Dit formulier gebruiken wij hier niet";

/// The whole document. `path` is the address that was asked for.
pub fn page(site: &Site, ways: Vec<WayGroup>, path: &str) -> String {
    let phone = site.house.phone.clone();
    render(site, Head::unlisted(TITLE, path), || {
        view! {
            <div class="zvh-frame zvh-narrow">
                <h1 class="nl-heading nl-heading--level-1">{TITLE}</h1>
                <p class="nl-paragraph nl-paragraph--lead">"Dit huis neemt dit niet via de website aan. Dit kan wel:"</p>
                {ways_list(ways)}
                <p class="nl-paragraph">
                    "Komt u er niet uit? Bel "<a class="nl-link" href=phone.href()>{phone.shown.clone()}</a>"."
                </p>
            </div>
        }
    })
}
