//! The first page: what one can do here, whom to call when it cannot wait, where to go.

use leptos::prelude::*;

use crate::components::{ButtonLink, ButtonRank, Card, Cards, ContactBlock, HelpNow, MarkDrawing, Step, Steps};
use crate::document::{Head, Site, render};
use crate::house::{House, Link};
use crate::place::Place;

/// The words of the home page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HomePage {
    /// Title in the browser's tab.
    pub title: String,
    /// For search engines.
    pub description: String,
    /// The large heading: at most seven words.
    pub heading: String,
    /// The promise, in two lines.
    pub lead: String,
    /// The one thing to do.
    pub primary: Link,
    /// The other thing to do.
    pub secondary: Link,
    /// Heading over the topics.
    pub topics_heading: String,
    /// The topics, sorted by need.
    pub topics: Vec<Card>,
    /// Heading over the steps.
    pub steps_heading: String,
    /// How a referral goes.
    pub steps: Vec<Step>,
    /// Heading over address and telephone.
    pub contact_heading: String,
}

/// The whole document.
pub fn page(site: &Site, words: &HomePage) -> String {
    let head = Head::page(&words.title, &words.description, Place::Home.path());
    let (words, house) = (words.clone(), site.house.clone());
    render(site, head, || view(words, house))
}

/// Its main part.
pub fn view(words: HomePage, house: House) -> impl IntoView {
    view! {
        <section class="zvh-hero">
            <div class="zvh-frame">
                <div>
                    <h1 class="nl-heading nl-heading--level-1">{words.heading}</h1>
                    <p class="nl-paragraph nl-paragraph--lead zvh-lead">{words.lead}</p>
                    <div class="zvh-actions">
                        <ButtonLink link=words.primary rank=ButtonRank::Primary />
                        <ButtonLink link=words.secondary rank=ButtonRank::Secondary />
                    </div>
                </div>
                <MarkDrawing />
            </div>
        </section>
        <div class="zvh-band zvh-band--slim">
            <div class="zvh-frame">
                <HelpNow lines=house.help_lines.clone() />
            </div>
        </div>
        <section class="zvh-band zvh-band--tint">
            <div class="zvh-frame">
                <h2 class="nl-heading nl-heading--level-2">{words.topics_heading}</h2>
                <Cards cards=words.topics />
            </div>
        </section>
        <section class="zvh-band">
            <div class="zvh-frame">
                <h2 class="nl-heading nl-heading--level-2">{words.steps_heading}</h2>
                <Steps steps=words.steps />
            </div>
        </section>
        <section class="zvh-band zvh-band--tint">
            <div class="zvh-frame">
                <h2 class="nl-heading nl-heading--level-2">{words.contact_heading}</h2>
                <ContactBlock house=house />
            </div>
        </section>
    }
}
