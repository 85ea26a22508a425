//! One's own sessions. The page is `app::desk::sessions`.

use std::sync::Arc;

use app::desk::sessions::{self as pages, Which, action};
use app::paths::Desk;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;

use super::present::present;
use super::{AtDesk, seat};
use crate::audit::Event;
use crate::front::Front;
use crate::hex;
use crate::http::answer::see;
use crate::http::{Fault, Post};
use crate::intake::{answered, moment, show as page};
use crate::store::Session;

/// The page.
pub async fn show(State(front): State<Arc<Front>>, desk: AtDesk, uri: Uri, headers: HeaderMap) -> Response {
    let work = async {
        let store = &front.services.store;
        let running = running(&front, &desk).await?;
        let passkeys = store.passkeys().of(desk.member.id).await?.len();
        let head = pages::head(&front.site, &present(&front, &desk));
        let own = running.iter().map(|session| pages::Session {
            id: number(session),
            label: session.label.clone(),
            began: moment(session.made_at),
            used: moment(session.seen_at),
            which: if session.hash == desk.session.hash { Which::This } else { Which::Other },
        });
        let own = own.collect();
        Ok(page(&front, StatusCode::OK, &headers, head, || pages::page(own, passkeys)))
    };
    answered(&front, uri.path(), work).await
}

/// Ends one of one's own sessions, or all others.
pub async fn act(State(front): State<Arc<Front>>, desk: AtDesk, uri: Uri, post: Post) -> Response {
    let work = async {
        let (sessions, entry) = (front.services.store.sessions(), desk.entry(front.now(), Event::SignedOut));
        match (post.action(), post.action().split_once(':')) {
            (action::END_OTHERS, _) => sessions.end_others(desk.member.id, desk.session.hash, entry).await?,
            (_, Some((action::END, id))) => {
                let found = running(&front, &desk).await?.into_iter().find(|session| number(session) == id);
                // It may have ended a moment ago: then there is nothing to do.
                if let Some(session) = found {
                    sessions.end(session.hash, entry).await?;
                }
            }
            _ => return Err(Fault::NotFound),
        }
        Ok(see(&Desk::Sessions.to_string()))
    };
    answered(&front, uri.path(), work).await
}

/// One's own sessions that still work.
async fn running(front: &Front, desk: &AtDesk) -> Result<Vec<Session>, Fault> {
    let mut all = front.services.store.sessions().of(desk.member.id).await?;
    all.retain(|session| !seat::is_over(session, front.now()));
    Ok(all)
}

/// What a session is called in the page: the hash of its secret tells nothing of that.
fn number(session: &Session) -> String {
    hex::encode(&session.hash.0[..8])
}
