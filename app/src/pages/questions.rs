//! Frequently asked questions.

use leptos::prelude::*;

use crate::components::{Breadcrumb, Question, QuestionList};
use crate::document::{Head, Site, render};
use crate::place::Place;

/// The words of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionsPage {
    /// Its title and main heading.
    pub title: String,
    /// For search engines.
    pub description: String,
    /// The first lines, larger.
    pub lead: String,
    /// The questions, by subject.
    pub groups: Vec<QuestionGroup>,
}

/// Questions on one subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionGroup {
    /// The subject.
    pub title: String,
    /// The questions, in order.
    pub questions: Vec<Question>,
}

/// The whole document. `open` is the id of a question to show open: the page was reached by a link to it.
pub fn page(site: &Site, words: &QuestionsPage, open: Option<&str>) -> String {
    let head = Head::page(&words.title, &words.description, Place::Questions.path());
    let (words, open) = (words.clone(), open.map(ToOwned::to_owned));
    render(site, head, || view(words, open))
}

/// Its main part.
pub fn view(words: QuestionsPage, open: Option<String>) -> impl IntoView {
    let groups = words
        .groups
        .into_iter()
        .map(move |group| {
            view! {
                <section class="zvh-section">
                    <h2 class="nl-heading nl-heading--level-2">{group.title}</h2>
                    <QuestionList questions=group.questions open=open.clone() />
                </section>
            }
        })
        .collect_view();
    view! {
        <div class="zvh-frame zvh-page">
            <Breadcrumb here=words.title.clone() />
            <h1 class="nl-heading nl-heading--level-1">{words.title}</h1>
            <p class="nl-paragraph nl-paragraph--lead zvh-lead">{words.lead}</p>
            {groups}
        </div>
    }
}
