//! The first page: what one can do here, whom to call when it cannot wait, where to go.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::news::{NewsItem, Under, entries};
use crate::components::{
    ButtonLink, ButtonRank, Card, Cards, ContactBlock, HelpNow, MarkDrawing, Notice, Notices, Question, QuestionList,
    SearchForm, Step, Steps,
};
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
    /// What the house helps with: cards of its themes.
    pub themes: Option<Block<Vec<Card>>>,
    /// What is asked most.
    pub questions: Option<Block<Vec<Question>>>,
    /// The latest news.
    pub news: Option<Block<Vec<NewsItem>>>,
    /// Who the house works with, in a sentence, and how many they are.
    pub partners: Option<Block<Together>>,
    /// Heading over address and telephone.
    pub contact_heading: String,
    /// Notices; each is shown between two days.
    pub notices: Vec<Notice>,
}

/// A part of the first page that a house may leave out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block<T> {
    /// Its heading.
    pub heading: String,
    /// What it holds.
    pub holds: T,
}

/// Who the house works with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Together {
    /// A sentence.
    pub text: String,
    /// How many organisations they are.
    pub count: usize,
}

/// The whole document, as it reads on `today`.
pub fn page(site: &Site, words: &HomePage, today: NaiveDate) -> String {
    let mut head = Head::page(&words.title, &words.description, Place::Home.path());
    head.feed = words.news.is_some().then_some(super::news::FEED);
    let (words, house) = (words.clone(), site.house.clone());
    render(site, head, || view(words, house, today))
}

/// Its main part.
pub fn view(words: HomePage, house: House, today: NaiveDate) -> impl IntoView {
    let notices: Vec<_> = words.notices.into_iter().filter(|notice| notice.is_shown(today)).collect();
    let notices = (!notices.is_empty()).then(|| {
        view! {
            <div class="zvh-frame zvh-notices">
                <Notices notices=notices />
            </div>
        }
    });
    // White and tinted bands take turns, whichever of them a house leaves out.
    let bands: Vec<AnyView> = [
        Some(band(words.topics_heading, view! { <SearchForm /> <Cards cards=words.topics /> })),
        Some(band(words.steps_heading, view! { <Steps steps=words.steps /> })),
        words.themes.map(|block| band(block.heading, view! { <Cards cards=block.holds /> })),
        words.questions.map(|block| band(block.heading, questions(block.holds, today))),
        words.news.map(|block| band(block.heading, news(block.holds))),
        words.partners.map(|block| band(block.heading, partners(block.holds))),
        Some(band(words.contact_heading, view! { <ContactBlock house=house.clone() /> })),
    ]
    .into_iter()
    .flatten()
    .enumerate()
    .map(|(index, section)| {
        let class = if index % 2 == 0 { "zvh-band zvh-band--tint" } else { "zvh-band" };
        view! { <section class=class>{section}</section> }.into_any()
    })
    .collect();
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
                <HelpNow lines=house.help_lines />
            </div>
            {notices}
        </div>
        {bands}
    }
}

fn band(heading: String, holds: impl IntoView + 'static) -> AnyView {
    view! {
        <div class="zvh-frame">
            <h2 class="nl-heading nl-heading--level-2">{heading}</h2>
            {holds}
        </div>
    }
    .into_any()
}

fn questions(questions: Vec<Question>, today: NaiveDate) -> impl IntoView {
    let open: Option<String> = None;
    view! {
        <QuestionList questions=questions today=today open=open />
        {more(Place::Questions, "Alle vragen en antwoorden".to_owned())}
    }
}

fn news(items: Vec<NewsItem>) -> impl IntoView {
    view! {
        {entries(items, Under::Section)}
        {more(Place::News, "Al het nieuws".to_owned())}
    }
}

fn partners(together: Together) -> impl IntoView {
    let words = match together.count {
        1 => "Bekijk onze partner".to_owned(),
        count => format!("Bekijk alle {count} partners"),
    };
    view! {
        <p class="nl-paragraph zvh-line">{together.text}</p>
        {more(Place::Partners, words)}
    }
}

fn more(place: Place, words: String) -> impl IntoView {
    view! {
        <p class="nl-paragraph zvh-more">
            <a class="nl-link" href=place.path()>
                {words}
            </a>
        </p>
    }
}
