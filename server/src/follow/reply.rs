//! Its sender answers what the house asked back.

use std::sync::Arc;

use app::follow::reply::{Asked, TEXT, Wrong};
use app::paths::Follow;
use app::wizard::frame::Filling;
use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use domain::answers::Answers;
use domain::check::{Verdict, check_alone};
use domain::form::{Field, Form};
use domain::referral::{Happening, Status};
use domain::summary;
use domain::values::LongText;

use super::add::{MOST, happen};
use super::message::{AskedAgain, Message, Reply};
use super::{Following, Writing, following, page};
use crate::front::Front;
use crate::http::answer::see;
use crate::http::{Fault, Post};
use crate::intake::answered;
use crate::store::{Happened, StoreError};

/// What was typed to answer.
pub(super) struct Typed {
    answers: Answers,
    verdict: Option<Verdict>,
    text: String,
    wrong: Option<Wrong>,
}

/// Keeps the answer; it stays on the page where it can't be kept.
pub async fn reply(State(front): State<Arc<Front>>, uri: Uri, headers: HeaderMap, post: Post) -> Response {
    let work = async {
        let following = following(&front, &headers).await?;
        let happened = front.services.store.timeline().of(&following.referral.summary.reference).await?;
        // Answered in another tab, or decided meanwhile: the page shows it.
        let Some(question) = question(&front, &following, &happened) else {
            return Ok(see(&Follow::Here.to_string()));
        };
        let typed = typed(&front, following.form, &question, &post);
        if typed.wrong.is_some() || typed.verdict.as_ref().is_some_and(|verdict| !verdict.is_good()) {
            return back(&front, &headers, &following, typed).await;
        }
        let message = Message {
            text: LongText::parse(&typed.text).map(|text| text.canonical().to_owned()).unwrap_or_default(),
            replies: replies(&front, following.form, &question, &typed.answers),
            ..Message::default()
        };
        match happen(&front, &following, Happening::Replied, Some(message)).await {
            Ok(()) => Ok(see(&Follow::Here.to_string())),
            Err(Fault::Store(StoreError::Unavailable(reason))) => {
                tracing::error!(%reason, "a reply could not be stored");
                back(&front, &headers, &following, Typed { wrong: Some(Wrong::NotStored), ..typed }).await
            }
            Err(fault) => Err(fault),
        }
    };
    answered(&front, uri.path(), work).await
}

async fn back(front: &Front, headers: &HeaderMap, following: &Following, typed: Typed) -> Result<Response, Fault> {
    page(front, headers, following, Writing { reply: Some(typed), ..Writing::default() }).await
}

/// What the house asked and waits for, as the page shows it: with what was typed, or else with what was sent before.
pub(super) fn asked(
    front: &Front,
    following: &Following,
    happened: &[Happened],
    typed: Option<Typed>,
) -> Option<Asked> {
    let question = question(front, following, happened)?;
    let form = following.form;
    let typed = typed.unwrap_or_else(|| Typed {
        answers: before(form, &question.asks),
        verdict: None,
        text: String::new(),
        wrong: None,
    });
    let house = front.content.house.clone();
    let filling = Filling::new(form, typed.answers, front.context(), house, 0, String::new());
    Some(Asked {
        fields: fields(form, &question.asks),
        question: question.text,
        filling: Arc::new(filling),
        judged: typed.verdict.map(Arc::new),
        text: typed.text,
        wrong: typed.wrong,
    })
}

/// The last question, while it waits for an answer.
fn question(front: &Front, following: &Following, happened: &[Happened]) -> Option<Message> {
    let summary = &following.referral.summary;
    let last = happened.iter().rev().find(|happened| happened.what == Happening::Asked);
    let last = last.filter(|_| summary.status == Status::Asked)?;
    Message::read(front, &following.secret.key(), &summary.reference, last)
}

fn fields(form: &'static Form, asks: &[AskedAgain]) -> Vec<(String, &'static Field)> {
    asks.iter().filter_map(|asked| Some((asked.name.clone(), form.field_at(&asked.name)?))).collect()
}

/// What was sent before, as it would be typed: a date in its three boxes.
fn before(form: &'static Form, asks: &[AskedAgain]) -> Answers {
    let mut answers = Answers::default();
    for (name, field) in fields(form, asks) {
        let value = asks.iter().find(|asked| asked.name == name).map_or("", |asked| asked.value.as_str());
        if field.kind.is_date() {
            for (part, text) in ["year", "month", "day"].into_iter().zip(value.split('-')) {
                answers.set(&format!("{name}.{part}"), text.trim_start_matches('0'));
            }
        } else {
            answers.set(&name, value);
        }
    }
    answers
}

fn typed(front: &Front, form: &'static Form, question: &Message, post: &Post) -> Typed {
    let names: Vec<String> = question.asks.iter().map(|asked| asked.name.clone()).collect();
    let is_asked = |posted: &str| {
        let name = posted.rsplit_once('.').filter(|(_, part)| ["day", "month", "year"].contains(part));
        names.iter().any(|asked| asked == posted || name.is_some_and(|(name, _)| name == asked))
    };
    let answers = post.answers(|name| is_asked(name) && form.knows(name));
    let verdict = check_alone(form, &names, &answers, &front.context());
    let text = post.control(TEXT).to_owned();
    let wrong = match LongText::parse(&text) {
        Ok(text) if text.canonical().chars().count() > MOST => Some(Wrong::TooLong(MOST)),
        Err(_) if names.is_empty() => Some(Wrong::Empty),
        Ok(_) | Err(_) => None,
    };
    Typed { answers, verdict: Some(verdict), text, wrong }
}

fn replies(front: &Front, form: &'static Form, question: &Message, answers: &Answers) -> Vec<Reply> {
    let context = front.context();
    let line = |asked: &AskedAgain| {
        let line = summary::one(form, &asked.name, answers, &context)?;
        Some(Reply { name: line.name, label: asked.label.clone(), value: line.value })
    };
    question.asks.iter().filter_map(line).collect()
}
