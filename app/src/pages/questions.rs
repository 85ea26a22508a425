//! Frequently asked questions.

use chrono::NaiveDate;
use leptos::either::Either;
use leptos::prelude::*;

use crate::components::{Breadcrumb, Question, QuestionList};
use crate::document::{Head, Site, render};
use crate::place::Place;

/// The name of a question in an address: `/veelgestelde-vragen?vraag=<id>#<id>`.
pub const ASKED: &str = "vraag";

/// With more questions than this a page holds the answers of one subject, and of the others the questions: all answers at once
/// would weigh more than the 14 kB that an information page may (measured: 83 answers are 9.5 kB, beside the stylesheet's 7.6).
const ALL_AT_ONCE: usize = 25;

/// The address of a question, at which its answer stands open.
pub fn address_of(id: &str) -> String {
    format!("{}?{ASKED}={id}#{id}", Place::Questions.path())
}

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
    /// Names it in an address: `/veelgestelde-vragen#<id>`.
    pub id: String,
    /// The subject.
    pub title: String,
    /// The questions, in order.
    pub questions: Vec<Question>,
}

/// The whole document, as it reads on `today`. `open` is the id of a question to show open: the page was reached by a link to it.
pub fn page(site: &Site, words: &QuestionsPage, today: NaiveDate, open: Option<&str>) -> String {
    let head = Head::page(&words.title, &words.description, Place::Questions.path());
    let (words, open) = (words.clone(), open.map(ToOwned::to_owned));
    render(site, head, || view(words, today, open))
}

/// Its main part.
pub fn view(words: QuestionsPage, today: NaiveDate, open: Option<String>) -> impl IntoView {
    let subjects = subjects(&words.groups);
    let whole = words.groups.iter().map(|group| group.questions.len()).sum::<usize>() <= ALL_AT_ONCE;
    let groups = words
        .groups
        .into_iter()
        .map(move |group| {
            let asked = group.questions.iter().any(|question| Some(&question.id) == open.as_ref());
            let questions = if whole || asked {
                Either::Left(view! { <QuestionList questions=group.questions today=today open=open.clone() /> })
            } else {
                Either::Right(titles(&group.questions))
            };
            view! {
                <section class="zvh-section">
                    <h2 class="nl-heading nl-heading--level-2" id=group.id>
                        {group.title}
                    </h2>
                    {questions}
                </section>
            }
        })
        .collect_view();
    view! {
        <div class="zvh-frame zvh-page">
            <Breadcrumb here=words.title.clone() />
            <h1 class="nl-heading nl-heading--level-1">{words.title}</h1>
            <p class="nl-paragraph nl-paragraph--lead zvh-lead">{words.lead}</p>
            {subjects} {groups}
        </div>
    }
}

/// Questions whose answers are a step away.
fn titles(questions: &[Question]) -> impl IntoView + use<> {
    let items = questions
        .iter()
        .map(|question| {
            view! {
                <li id=question.id.clone()>
                    <a class="nl-link" href=address_of(&question.id)>
                        {question.title.clone()}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="zvh-faq zvh-faq--titles">{items}</ul> }
}

/// A way to each subject, when there is more than one.
fn subjects(groups: &[QuestionGroup]) -> Option<impl IntoView + use<>> {
    let items = groups
        .iter()
        .map(|group| {
            view! {
                <li>
                    <a class="nl-link" href=format!("#{}", group.id)>
                        {group.title.clone()}
                    </a>
                </li>
            }
        })
        .collect_view();
    (groups.len() > 1).then(|| {
        view! {
            <nav class="zvh-jump" aria-label="Onderwerpen op deze pagina">
                <ul>{items}</ul>
            </nav>
        }
    })
}
