//! Its sender answers what the house asked back.

use std::sync::Arc;

use app::follow::reply::{Asked, QUESTION, TEXT, Wrong};
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

use super::add::{MOST, happening, too_late};
use super::message::{AskedAgain, Message, Reply};
use super::{Following, Writing, following, page};
use crate::front::Front;
use crate::http::answer::see;
use crate::http::{Fault, Post};
use crate::intake::answered;
use crate::store::{Happened, Outcome, StoreError};

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
        for _ in 0..TRIES {
            if let Some(answer) = attempt(&front, &headers, &post).await? {
                return Ok(answer);
            }
        }
        Err(Fault::Store(StoreError::Unavailable("something else kept happening to what is answered".into())))
    };
    answered(&front, uri.path(), work).await
}

/// How often it is read again because something happened between reading and writing.
const TRIES: usize = 10;

/// `None`: something happened meanwhile.
async fn attempt(front: &Front, headers: &HeaderMap, post: &Post) -> Result<Option<Response>, Fault> {
    let following = following(front, headers).await?;
    let reference = &following.referral.summary.reference;
    let happened = front.services.store.timeline().of(reference).await?;
    let Some(question) = read(front, &following, &happened, post.control(QUESTION)) else {
        return Ok(Some(see(&Follow::Here.to_string())));
    };
    let typed = typed(front, following.form, &question.message, post);
    if question.stands != Stands::Open {
        return late(front, headers, &following, &question, typed).await.map(Some);
    }
    if typed.wrong.is_some() || typed.verdict.as_ref().is_some_and(|verdict| !verdict.is_good()) {
        return back(front, headers, &following, typed).await.map(Some);
    }
    let message = message(front, following.form, &question.message, &typed);
    let (new, entry) = happening(front, &following, Happening::Replied, Some(message)).await?;
    let seen = happened.iter().filter(|happened| happened.what.overtakes()).count() as u64;
    match front.services.store.timeline().add_after(reference, seen, new, Vec::new(), entry).await {
        Ok(Outcome::Done(_) | Outcome::NoSuchReferral) => Ok(Some(see(&Follow::Here.to_string()))),
        Ok(Outcome::Overtaken(_) | Outcome::TooLate(_)) => Ok(None),
        Err(StoreError::Unavailable(reason)) => {
            tracing::error!(%reason, "a reply could not be stored");
            back(front, headers, &following, Typed { wrong: Some(Wrong::NotStored), ..typed }).await.map(Some)
        }
        Err(error) => Err(error.into()),
    }
}

/// Where a question stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    /// It waits for its answer.
    Open,
    /// It was answered, or another one took its place, or the house answered without.
    Over,
}

/// A question of the house, and what its sender answered to it.
struct Question {
    id: String,
    message: Message,
    stands: Stands,
    answer: Option<Message>,
}

/// An answer to what is over: sent twice it is there already; else its words can still be added.
async fn late(
    front: &Front,
    headers: &HeaderMap,
    following: &Following,
    question: &Question,
    typed: Typed,
) -> Result<Response, Fault> {
    let message = message(front, following.form, &question.message, &typed);
    let is_there = question.answer.as_ref().is_some_and(|known| known.whole() == message.whole());
    if is_there || message.whole().is_empty() {
        return Ok(see(&Follow::Here.to_string()));
    }
    too_late(front, headers, message.whole()).await
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
    let question = read(front, following, happened, "").filter(|question| question.stands == Stands::Open)?;
    let is_shown = following.referral.summary.status == Status::Asked || typed.is_some();
    let Question { id, message: question, .. } = Some(question).filter(|_| is_shown)?;
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
        id,
        fields: fields(form, &question.asks),
        question: question.text,
        filling: Arc::new(filling),
        judged: typed.verdict.map(Arc::new),
        text: typed.text,
        wrong: typed.wrong,
    })
}

/// The question with this number, or else the last one. It waits for an answer until there is one, also once the house decided.
fn read(front: &Front, following: &Following, happened: &[Happened], id: &str) -> Option<Question> {
    let summary = &following.referral.summary;
    let read = |happened| Message::read(front, &following.secret.key(), &summary.reference, happened);
    let is_question = |happened: &Happened| happened.what == Happening::Asked;
    let last = happened.iter().rposition(is_question)?;
    let at = happened.iter().position(|happened| is_question(happened) && happened.id == id).unwrap_or(last);
    let answer = happened[at..].iter().find(|happened| happened.what == Happening::Replied);
    let is_open = at == last && answer.is_none() && matches!(summary.status, Status::Asked | Status::Decided);
    Some(Question {
        id: happened[at].id.clone(),
        message: read(&happened[at])?,
        stands: if is_open { Stands::Open } else { Stands::Over },
        answer: answer.and_then(read),
    })
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

fn message(front: &Front, form: &'static Form, question: &Message, typed: &Typed) -> Message {
    Message {
        text: LongText::parse(&typed.text).map(|text| text.canonical().to_owned()).unwrap_or_default(),
        replies: replies(front, form, question, &typed.answers),
        ..Message::default()
    }
}

fn replies(front: &Front, form: &'static Form, question: &Message, answers: &Answers) -> Vec<Reply> {
    let context = front.context();
    let line = |asked: &AskedAgain| {
        let line = summary::one(form, &asked.name, answers, &context)?;
        Some(Reply { name: line.name, label: asked.label.clone(), value: line.value })
    };
    question.asks.iter().filter_map(line).collect()
}
