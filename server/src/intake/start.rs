//! Before a draft: the start page and all questions.

use std::sync::Arc;

use app::paths::Wizard;
use app::wizard::{questions as questions_page, start as start_page};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use domain::answers::Answers;
use domain::form::{Entry, Form};

use super::draft::{Begun, Draft};
use super::{answered, cookie, first_step, form, go_on, show as show_page};
use crate::front::Front;
use crate::http::answer::see;
use crate::http::{Address, Fault, Post};
use crate::seal::follow::LinkSecret;

/// The start page.
pub async fn show(
    State(front): State<Arc<Front>>,
    Address(slug): Address<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let work = async {
        let form = form(&front, &slug)?;
        match form.entry {
            Entry::Danger | Entry::Plain => start(&front, form, &headers, start_page::Stage::Fresh).await,
            Entry::Open => Ok(see(&first_step(form))),
            Entry::Invited => Err(Fault::NotFound),
        }
    };
    answered(&front, uri.path(), work).await
}

async fn start(
    front: &Front,
    form: &'static Form,
    headers: &HeaderMap,
    stage: start_page::Stage,
) -> Result<Response, Fault> {
    let waiting = match cookie::read(headers, form) {
        // The page is for reading too: it stays up while the store is away.
        Some(secret) => Draft::open(front, form, &secret).await.ok().flatten(),
        None => None,
    };
    let waiting = waiting.map(|draft| start_page::Waiting {
        go_on: go_on(&draft.filling(front)),
        kept_until: front.written(draft.expires_at),
    });
    let words = front.content.pages.get(&Wizard::Start.of(form.slug)).ok_or(Fault::NotFound)?;
    let days = front.services.config.draft_lifetime.num_days();
    let status = match stage {
        start_page::Stage::Fresh | start_page::Stage::Danger => StatusCode::OK,
        start_page::Stage::Unanswered => StatusCode::UNPROCESSABLE_ENTITY,
        start_page::Stage::AlreadyBegun => StatusCode::CONFLICT,
    };
    let head = start_page::head(form, &stage);
    let view = || start_page::page(form, &front.content.house, words, front.today(), days, stage, waiting);
    Ok(show_page(front, status, headers, head, view))
}

/// Begins a draft, unless there is danger now.
pub async fn begin(
    State(front): State<Arc<Front>>,
    Address(slug): Address<String>,
    uri: Uri,
    headers: HeaderMap,
    post: Post,
) -> Response {
    let work = async {
        let form = form(&front, &slug)?;
        let danger = match form.entry {
            Entry::Danger => post.control(start_page::DANGER),
            // Nobody asked.
            Entry::Plain => "nee",
            Entry::Open => return Ok(see(&first_step(form))),
            Entry::Invited => return Err(Fault::NotFound),
        };
        match danger {
            "ja" => start(&front, form, &headers, start_page::Stage::Danger).await,
            "nee" if holds_answers(&front, form, &headers).await? => {
                start(&front, form, &headers, start_page::Stage::AlreadyBegun).await
            }
            "nee" => {
                let draft = Draft::begin(&front, form, Answers::default(), Begun::ByChoice).await?;
                let mut response = see(&go_on(&draft.filling(&front)));
                cookie::write(&mut response, form, &draft.secret);
                Ok(response)
            }
            _ => start(&front, form, &headers, start_page::Stage::Unanswered).await,
        }
    };
    answered(&front, uri.path(), work).await
}

/// Begins a form by the link of an invitation, with what is known already.
pub(crate) async fn begin_invited(
    front: &Front,
    form: &'static Form,
    link: LinkSecret,
    known: &[(&str, &str)],
) -> Result<Response, Fault> {
    let mut answers = Answers::default();
    for (name, answer) in known {
        answers.set(name, answer);
    }
    let mut draft = Draft::begin(front, form, answers, Begun::ByChoice).await?;
    draft.body.invitation = Some(link.code().to_string());
    draft.save(front).await?;
    let mut response = see(&first_step(form));
    cookie::write(&mut response, form, &draft.secret);
    Ok(response)
}

/// Whether this browser holds a draft with something in it: beginning anew would put it out of reach.
async fn holds_answers(front: &Front, form: &'static Form, headers: &HeaderMap) -> Result<bool, Fault> {
    let Some(secret) = cookie::read(headers, form) else { return Ok(false) };
    Ok(Draft::open(front, form, &secret).await?.is_some_and(|draft| !draft.body.answers.is_empty()))
}

/// The whole form for reading.
pub async fn questions(
    State(front): State<Arc<Front>>,
    Address(slug): Address<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let work = async {
        let form = form(&front, &slug)?;
        let context = front.context();
        let view = || questions_page::page(form, &context);
        Ok(show_page(&front, StatusCode::OK, &headers, questions_page::head(form), view))
    };
    answered(&front, uri.path(), work).await
}
