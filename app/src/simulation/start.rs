//! The first page: what it is, how it goes, who sits at the table, the buttons to begin. An ordinary page without script.

use chrono::NaiveDate;
use domain::simulation::play::name;
use leptos::prelude::*;

use super::path;
use super::words::{Role, Simulation, kind_name};
use crate::components::{Breadcrumb, ButtonLink, ButtonRank};
use crate::document::{Head, Site, render};
use crate::house::Link;
use crate::pages::text::checked_line;

/// The whole document, as it reads on `today`.
pub fn page(site: &Site, words: &Simulation, today: NaiveDate) -> String {
    let head = Head::page(&words.title, &words.description, path::START);
    render(site, head, || {
        let words = words.clone();
        view! {
            <div class="zvh-frame zvh-page">
                <Breadcrumb here=words.title.clone() />
                <h1 class="nl-heading nl-heading--level-1">{words.title}</h1>
                <p class="nl-paragraph nl-paragraph--lead zvh-lead">{words.lead}</p>
                {begin(words.duration)}
                <section class="zvh-section">
                    <h2 class="nl-heading nl-heading--level-2">"Zo speelt u"</h2>
                    <div class="zvh-text" inner_html=words.how_html></div>
                </section>
                <section class="zvh-section">
                    <h2 class="nl-heading nl-heading--level-2">{words.case_title}</h2>
                    <div class="zvh-text" inner_html=words.case_html></div>
                </section>
                {roles(words.roles)}
                {checked_line(words.checked, today, &site.house)}
            </div>
        }
    })
}

/// The two ways in: on the screen, or on paper with a group.
fn begin(duration: String) -> impl IntoView {
    view! {
        <p class="nl-paragraph">{duration}</p>
        <form class="zvh-actions" action=path::PLAY method="get">
            <button class="nl-button nl-button--primary" type="submit" name=name::WHO value=name::ALL>
                <span class="nl-button__label">"Speel alle rollen"</span>
            </button>
            <ButtonLink link=Link::new("Afdrukken voor een groep", path::PRINTED) rank=ButtonRank::Secondary />
        </form>
    }
}

/// Everyone at the table; each role can be played alone.
fn roles(roles: Vec<Role>) -> impl IntoView {
    let items = roles
        .into_iter()
        .map(|role| {
            let label = format!("Speel alleen deze rol: {}", role.name);
            view! {
                <li class="zvh-card">
                    <h3 class="nl-heading nl-heading--level-3">{role.name}</h3>
                    <p class="nl-paragraph">{kind_name(role.kind)}</p>
                    <p class="nl-paragraph">
                        <button
                            class="nl-button nl-button--secondary"
                            type="submit"
                            name=name::WHO
                            value=role.id
                            aria-label=label
                        >
                            <span class="nl-button__label">"Speel alleen deze rol"</span>
                        </button>
                    </p>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="zvh-section">
            <h2 class="nl-heading nl-heading--level-2">"Wie zitten er aan tafel?"</h2>
            <form action=path::PLAY method="get">
                <ul class="zvh-cards">{items}</ul>
            </form>
        </section>
    }
}
