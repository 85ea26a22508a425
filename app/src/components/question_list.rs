//! Questions that open to their answer, without a script.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::house::Link;
use crate::passages::Passages;

/// A question and its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Names it in an address: `/veelgestelde-vragen?vraag=<id>#<id>`.
    pub id: String,
    /// The question.
    pub title: String,
    /// The answer.
    pub answer: Passages,
    /// The page that tells more.
    pub theme: Option<Link>,
}

/// A list of questions. The id stands on the answer, so that browsers open the question when a link leads to it;
/// `open` does the same on the server.
#[component]
pub fn QuestionList(
    /// The questions, in order.
    questions: Vec<Question>,
    /// The day on which it is read.
    today: NaiveDate,
    /// The id of the one to show open.
    #[prop(into)]
    open: Option<String>,
) -> impl IntoView {
    let items = questions
        .into_iter()
        .map(move |question| {
            let is_open = open.as_deref() == Some(question.id.as_str());
            let more = question.theme.map(more);
            view! {
                <details open=is_open>
                    <summary>{question.title}</summary>
                    <div class="zvh-answer" id=question.id>
                        <div class="zvh-text" inner_html=question.answer.on(today)></div>
                        {more}
                    </div>
                </details>
            }
        })
        .collect_view();
    view! { <div class="zvh-faq">{items}</div> }
}

fn more(theme: Link) -> impl IntoView {
    view! {
        <p class="nl-paragraph">
            "Meer lezen: "
            <a class="nl-link" href=theme.href>
                {theme.label}
            </a>
        </p>
    }
}
