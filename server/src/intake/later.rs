//! Going on later: the code of a draft, typing it, throwing a draft away.

use std::sync::Arc;

use app::paths::{Wizard, posted};
use app::wizard::code::{self as code_page, Typed};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use domain::forms;

use super::draft::Draft;
use super::{answered, cookie, form, go_on, held, show};
use crate::front::Front;
use crate::http::answer::see;
use crate::http::{Address, Fault, Post};
use crate::seal::draft::DraftSecret;

/// The code, for whoever holds the draft.
pub async fn code(
    State(front): State<Arc<Front>>,
    Address(slug): Address<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let work = async {
        let form = form(&front, &slug)?;
        let draft = held(&front, form, &headers).await?;
        let filling = draft.filling(&front);
        let code = draft.secret.code();
        let view = || code_page::page(&filling, &code, go_on(&filling));
        Ok(show(&front, StatusCode::OK, &headers, code_page::head(&filling), view))
    };
    answered(&front, uri.path(), work).await
}

/// The page where a code is typed.
pub async fn resume_form(State(front): State<Arc<Front>>, headers: HeaderMap) -> Response {
    resume_page(&front, &headers, Typed::Nothing, String::new())
}

fn resume_page(front: &Front, headers: &HeaderMap, typed: Typed, text: String) -> Response {
    let status = match typed {
        Typed::Nothing => StatusCode::OK,
        Typed::NotACode | Typed::OpensNothing => StatusCode::UNPROCESSABLE_ENTITY,
        Typed::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
    };
    show(front, status, headers, code_page::resume_head(typed), || code_page::resume_page(typed, text))
}

/// Opens the draft of a typed code. A wrong and an expired code get one and the same answer.
pub async fn resume(State(front): State<Arc<Front>>, headers: HeaderMap, post: Post) -> Response {
    let text = post.control(posted::CODE).chars().take(100).collect::<String>();
    let Ok(secret) = DraftSecret::parse(&text) else { return resume_page(&front, &headers, Typed::NotACode, text) };
    match find(&front, &secret).await {
        Ok(Some(draft)) => {
            let mut response = see(&go_on(&draft.filling(&front)));
            cookie::write(&mut response, draft.form, &secret);
            response
        }
        Ok(None) => resume_page(&front, &headers, Typed::OpensNothing, text),
        Err(fault) => {
            tracing::error!(%fault, "a draft could not be opened");
            resume_page(&front, &headers, Typed::Unavailable, text)
        }
    }
}

/// A code doesn't say of which form it is.
async fn find(front: &Front, secret: &DraftSecret) -> Result<Option<Draft>, Fault> {
    for form in forms::ALL {
        if let Some(draft) = Draft::open(front, form, secret).await? {
            return Ok(Some(draft));
        }
    }
    Ok(None)
}

/// Asks whether the draft may go.
pub async fn ask_discard(
    State(front): State<Arc<Front>>,
    Address(slug): Address<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let work = async {
        let form = form(&front, &slug)?;
        let draft = held(&front, form, &headers).await?;
        let view = || code_page::discard_page(form, go_on(&draft.filling(&front)));
        Ok(show(&front, StatusCode::OK, &headers, code_page::discard_head(form), view))
    };
    answered(&front, uri.path(), work).await
}

/// Destroys the draft.
pub async fn discard(
    State(front): State<Arc<Front>>,
    Address(slug): Address<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let work = async {
        let form = form(&front, &slug)?;
        if let Some(secret) = cookie::read(&headers, form)
            && let Some(draft) = Draft::open(&front, form, &secret).await?
        {
            draft.discard(&front).await?;
        }
        let mut response = see(&Wizard::Start.of(form.slug));
        cookie::clear(&mut response, form);
        Ok(response)
    };
    answered(&front, uri.path(), work).await
}
