//! Giving the passkey again, for what asks it (`Asks::Passkey`).

use std::sync::Arc;

use app::desk::sign_in::{self as pages, Tried};
use app::paths::Desk;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;

use super::back;
use super::failing::{note_failure, slow_down};
use crate::audit::Event;
use crate::desk::ceremony::{self, Refusal};
use crate::desk::{AtDesk, seat};
use crate::front::Front;
use crate::http::answer::see;
use crate::http::{Fault, Post};
use crate::intake::{answered, show as page};

/// The page that asks for the passkey again.
pub async fn again(State(front): State<Arc<Front>>, RawQuery(query): RawQuery, headers: HeaderMap) -> Response {
    again_page(&front, &headers, Tried::Nothing, query.as_deref())
}

/// The passkey was given again: the session goes on under another secret.
pub async fn freshen(
    State(front): State<Arc<Front>>,
    desk: AtDesk,
    RawQuery(query): RawQuery,
    uri: Uri,
    headers: HeaderMap,
    post: Post,
) -> Response {
    let query = query.as_deref();
    let work = async {
        let source = ceremony::source(&front, &post);
        slow_down(&front, source).await?;
        let shown = ceremony::shown(&front, &post).await?;
        let own = shown
            .and_then(|shown| if shown.passkey.member == desk.member.id { Ok(()) } else { Err(Refusal::OtherMember) });
        if let Err(refusal) = own {
            note_failure(&front, source, (refusal, desk.actor())).await?;
            return Ok(again_page(&front, &headers, Tried::Refused, query));
        }
        let secret = seat::secret(&headers).ok_or(Fault::NotFound)?;
        let entry = desk.entry(front.now(), Event::SignedInAgain);
        let Some(secret) = seat::renew(&front, &desk, &secret, entry).await? else {
            return Ok(see(&Desk::SignIn.leading_back(&back(query))));
        };
        let mut response = see(&back(query));
        seat::write_cookie(&mut response, &secret);
        Ok(response)
    };
    answered(&front, uri.path(), work).await
}

fn again_page(front: &Front, headers: &HeaderMap, tried: Tried, query: Option<&str>) -> Response {
    let status = if tried == Tried::Nothing { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let to = Desk::SignInAgain.leading_back(&back(query));
    page(front, status, headers, pages::again_head(&front.site, tried), || pages::again_page(tried, to))
}
