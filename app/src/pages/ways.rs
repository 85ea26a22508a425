//! The ways in: one question, and every answer to it. The way that a visitor chooses is a link; nothing is kept.

use chrono::NaiveDate;
use leptos::either::Either;
use leptos::prelude::*;

use super::text::{TextPage, aside, checked_line, questions};
use crate::components::{Breadcrumb, HelpNow};
use crate::document::{Head, Site, render};
use crate::house::{House, Phone};

/// Ways for one kind of visitor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayGroup {
    /// For whom: "U bent professional".
    pub title: String,
    /// What such a visitor may want.
    pub ways: Vec<Way>,
}

/// One way in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// What the visitor says: "Ik wil advies, zonder namen".
    pub wish: String,
    /// For whom it is, or what happens.
    pub text: String,
    /// Where it leads.
    pub to: WayTo,
}

/// Where a way leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WayTo {
    /// A form or a page, by its path.
    Page(String),
    /// A telephone.
    Call {
        /// Who answers; none for the house itself.
        name: Option<String>,
        /// The number.
        phone: Phone,
    },
}

/// The whole document, as it reads on `today`.
pub fn page(site: &Site, words: &TextPage, groups: &[WayGroup], today: NaiveDate) -> String {
    let head = Head::page(&words.title, &words.description, &words.path);
    let (words, groups) = (words.clone(), groups.to_vec());
    render(site, head, || view(words, groups, &site.house, today))
}

/// Its main part.
pub fn view(words: TextPage, groups: Vec<WayGroup>, house: &House, today: NaiveDate) -> impl IntoView + use<> {
    let beside = aside(words.action, words.related, house);
    view! {
        <div class="zvh-frame zvh-page">
            <Breadcrumb between=words.between here=words.title.clone() />
            <h1 class="nl-heading nl-heading--level-1">{words.title}</h1>
            <p class="nl-paragraph nl-paragraph--lead zvh-lead">{words.lead}</p>
            <div class="zvh-columns">
                <div>
                    <HelpNow lines=house.help_lines.clone() />
                    {who(&groups)}
                    {ways_list(groups)}
                    <div class="zvh-text zvh-section" inner_html=words.body.on(today)></div>
                    {questions(words.questions, today)} {checked_line(words.checked, today, house)}
                </div>
                {beside}
            </div>
        </div>
    }
}

/// Straight to the ways for one kind of visitor.
fn who(groups: &[WayGroup]) -> impl IntoView + use<> {
    let links = groups.iter().enumerate().map(|(place, group)| {
        view! {
            <li>
                <a href=format!("#{}", id_of(place))>{group.title.clone()}</a>
            </li>
        }
    });
    let links = links.collect_view();
    (groups.len() > 1).then(|| {
        view! {
            <nav class="zvh-filter" aria-label="Op deze pagina">
                <ul>{links}</ul>
            </nav>
        }
    })
}

fn id_of(place: usize) -> String {
    format!("wegen-{}", place + 1)
}

/// The ways, group by group under a heading of the second level: also for a page that says that one of them is closed.
pub fn ways_list(groups: Vec<WayGroup>) -> impl IntoView {
    groups
        .into_iter()
        .enumerate()
        .map(|(place, group)| {
            let id = id_of(place);
            let labelled_by = id.clone();
            view! {
                <section class="zvh-section" aria-labelledby=labelled_by>
                    <h2 class="nl-heading nl-heading--level-2" id=id>
                        {group.title}
                    </h2>
                    <ul class="zvh-entries">{group.ways.into_iter().map(way_view).collect_view()}</ul>
                </section>
            }
        })
        .collect_view()
}

/// The wish is the link; a telephone stands under what it is for, so that nobody calls by surprise.
fn way_view(way: Way) -> impl IntoView {
    let (wish, call) = match way.to {
        WayTo::Page(href) => (Either::Left(view! { <a class="nl-link" href=href>{way.wish}</a> }), None),
        WayTo::Call { name, phone } => {
            let words = format!("Bel {}", name.as_deref().unwrap_or("ons"));
            let href = phone.href();
            let call = view! {
                <p class="nl-paragraph">
                    {words} ": "
                    <a class="nl-link" href=href>
                        {phone.shown}
                    </a>
                </p>
            };
            (Either::Right(way.wish), Some(call))
        }
    };
    view! {
        <li>
            <h3 class="nl-heading nl-heading--level-3">{wish}</h3>
            <p class="nl-paragraph">{way.text}</p>
            {call}
        </li>
    }
}
