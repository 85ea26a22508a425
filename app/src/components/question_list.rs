//! Questions that open to their answer, without a script.

use leptos::prelude::*;

/// A question and its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Names it in an address: `/veelgestelde-vragen?vraag=<id>#<id>`.
    pub id: String,
    /// The question.
    pub title: String,
    /// The answer, as HTML made from Markdown by us.
    pub answer_html: String,
}

/// A list of questions. The id stands on the answer, so that browsers open the question when a link leads to it;
/// `open` does the same on the server.
#[component]
pub fn QuestionList(
    /// The questions, in order.
    questions: Vec<Question>,
    /// The id of the one to show open.
    #[prop(into)]
    open: Option<String>,
) -> impl IntoView {
    let items = questions
        .into_iter()
        .map(move |question| {
            let is_open = open.as_deref() == Some(question.id.as_str());
            view! {
                <details open=is_open>
                    <summary>{question.title}</summary>
                    <div class="zvh-text" id=question.id inner_html=question.answer_html></div>
                </details>
            }
        })
        .collect_view();
    view! { <div class="zvh-faq">{items}</div> }
}
