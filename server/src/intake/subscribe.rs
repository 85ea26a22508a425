//! Signing up for the newsletter: what is kept beside the referral, and a confirmation that tells nobody who is on the list.

use std::sync::Arc;

use app::wizard::sent as sent_page;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use domain::answers::Answers;
use domain::form::{Effect, Form};

use super::{answered, cookie, form, show as show_page};
use crate::front::Front;
use crate::http::{Address, Fault};
use crate::store::NewSubscription;

/// The sign-up for the newsletter, where the form is one.
pub(super) fn subscription(
    front: &Front,
    form: &Form,
    accepted: &Answers,
    address: Option<&str>,
    reference: &str,
) -> Result<Option<NewSubscription>, Fault> {
    let (Effect::Subscribes(topics), Some(address)) = (form.effect, address) else { return Ok(None) };
    Ok(Some(NewSubscription {
        link: front.mail_key.unsubscribe_link(address).hash(),
        address: front.seal_sender(reference, address)?,
        topics: topics(accepted),
    }))
}

/// The confirmation of what nobody follows. It looks at nothing, so it tells nothing. The browser forgets the draft: this is the end.
pub async fn mailed(
    State(front): State<Arc<Front>>,
    Address(slug): Address<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let work = async {
        let form = form(&front, &slug)?;
        if form.effect.is_followed() {
            return Err(Fault::NotFound);
        }
        let view = || sent_page::mailed(form, &front.content.house);
        let mut response = show_page(&front, StatusCode::OK, &headers, sent_page::mailed_head(form), view);
        if cookie::read(&headers, form).is_some() {
            cookie::clear(&mut response, form);
        }
        Ok(response)
    };
    answered(&front, uri.path(), work).await
}
