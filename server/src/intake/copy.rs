//! The copy that its sender may print in the hours after sending: from the draft as it was sent, opened with the secret that this
//! browser still holds.

use std::sync::Arc;

use app::wizard::copy::{self as pages, Copied};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Response};
use domain::form::Form;
use domain::summary::{Section, summary};

use super::draft::Draft;
use super::send::received;
use super::{answered, cookie, form, moment, show as show_page};
use crate::front::Front;
use crate::http::{Address, Fault};
use crate::pdf;

/// The copy as a page.
pub async fn show(
    State(front): State<Arc<Front>>,
    Address((slug, reference)): Address<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let work = async {
        let form = form(&front, &slug)?;
        let copy = open(&front, form, &reference, &headers).await?;
        let view = || pages::page(&copy.of, copy.sections);
        Ok(show_page(&front, StatusCode::OK, &headers, pages::head(&copy.of), view))
    };
    answered(&front, uri.path(), work).await
}

/// The copy as PDF.
pub async fn show_pdf(
    State(front): State<Arc<Front>>,
    Address((slug, reference)): Address<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let work = async {
        let form = form(&front, &slug)?;
        let copy = open(&front, form, &reference, &headers).await?;
        let line = |(label, value): (&str, String)| pdf::Line { label: label.to_owned(), value };
        let head = pdf::Head {
            house: copy.of.house.clone(),
            title: copy.of.title(),
            reference: copy.of.reference.clone(),
            moment: copy.received_at,
            lines: copy.of.lines().map(line).into(),
        };
        let bytes = pdf::write(&pdf::Document::new(head, &copy.sections, pages::WORDS))?;
        let name = format!("attachment; filename=\"{}.pdf\"", copy.of.reference);
        let name = HeaderValue::from_str(&name).unwrap_or(HeaderValue::from_static("attachment"));
        let fixed = [
            (header::CONTENT_TYPE, HeaderValue::from_static("application/pdf")),
            (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
            (header::CONTENT_DISPOSITION, name),
        ];
        Ok((fixed, bytes).into_response())
    };
    answered(&front, uri.path(), work).await
}

struct Copy {
    of: Copied,
    received_at: chrono::DateTime<chrono::Utc>,
    sections: Vec<Section>,
}

/// Opens the copy. Elsewhere where there is none (any more): to the confirmation.
async fn open(front: &Front, form: &'static Form, reference: &str, headers: &HeaderMap) -> Result<Copy, Fault> {
    let (reference, referral) = received(front, form, reference).await?;
    let gone = || Fault::Elsewhere(app::paths::Wizard::Sent(reference.canonical()).of(form.slug));
    let secret = cookie::read(headers, form).ok_or_else(gone)?;
    if referral.follower.is_none_or(|known| known.lookup != secret.follow().hash()) {
        return Err(gone());
    }
    let draft = Draft::open(front, form, &secret.copy()).await?.ok_or_else(gone)?;
    let received_at = referral.summary.received_at;
    Ok(Copy {
        of: Copied {
            form,
            reference: reference.shown(),
            received: moment(received_at),
            house: front.content.house.name(),
        },
        received_at,
        sections: summary(form, &draft.body.answers, &front.context()),
    })
}
