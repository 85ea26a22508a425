//! The copy that goes with a hand-over: made once the hand-over is written down, for who wrote it, for a few minutes.

use std::sync::Arc;

use app::desk::hand_over as words;
use app::house::Link;
use app::paths::Desk;
use app::wizard::copy::WORDS;
use axum::extract::State;
use axum::http::{HeaderValue, Uri, header};
use axum::response::{IntoResponse as _, Response};
use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use domain::desk::acts::passing_on::FORMAT;
use domain::handover::{self, Received};
use domain::referral::Happening;

use super::AtDesk;
use super::case::{Case, Step};
use crate::audit::Event;
use crate::front::Front;
use crate::http::{Address, Fault};
use crate::intake::{answered, moment};
use crate::pdf;

/// How long the copy can be fetched.
const FETCHED: TimeDelta = TimeDelta::minutes(15);

/// In which form the copy is.
#[derive(Clone, Copy)]
enum Format {
    Json,
    Pdf,
}

impl Format {
    fn of(step: &Step) -> Option<Self> {
        match step.record.as_ref()?.answers.get(FORMAT) {
            "json" => Some(Self::Json),
            "pdf" => Some(Self::Pdf),
            _ => None,
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Pdf => "pdf",
        }
    }

    const fn media(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Pdf => "application/pdf",
        }
    }
}

/// Where the copy of the last hand-over is fetched, while it can be.
pub(super) fn link(case: &Case, desk: &AtDesk, now: DateTime<Utc>) -> Option<Link> {
    let step = fetched(case, desk, now).last()?;
    let format = Format::of(step)?;
    Some(Link::new(words::fetch(format.name()), Desk::Copy(case.reference(), &step.happened.id).to_string()))
}

fn fetched<'a>(case: &'a Case, desk: &'a AtDesk, now: DateTime<Utc>) -> impl Iterator<Item = &'a Step> {
    let own = desk.member.id.to_string();
    case.happened.iter().filter(move |step| {
        step.happened.what == Happening::HandedOver
            && now - step.happened.at <= FETCHED
            && step.record.as_ref().is_some_and(|record| record.member == own)
    })
}

/// The copy, as a file.
pub(super) async fn fetch(
    State(front): State<Arc<Front>>,
    desk: AtDesk,
    Address((reference, id)): Address<(String, String)>,
    uri: Uri,
) -> Response {
    let work = async {
        let case = Case::open(&front, &desk, &reference).await?;
        let step = fetched(&case, &desk, front.now()).find(|step| step.happened.id == id).ok_or(Fault::NotFound)?;
        let format = Format::of(step).ok_or(Fault::NotFound)?;
        let bytes = match format {
            Format::Json => json(&front, &case)?,
            Format::Pdf => pdf(&front, &case)?,
        };
        // First the trail, then the copy: nothing leaves that was not written down.
        let event = Event::HandedOver { reference: reference.clone(), format: format.name() };
        front.services.store.audit().append(desk.entry(front.now(), event)).await?;
        let name = format!("attachment; filename=\"{reference}.{}\"", format.name());
        let name = HeaderValue::from_str(&name).unwrap_or(HeaderValue::from_static("attachment"));
        let fixed = [
            (header::CONTENT_TYPE, HeaderValue::from_static(format.media())),
            (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
            (header::CONTENT_DISPOSITION, name),
        ];
        Ok((fixed, bytes).into_response())
    };
    answered(&front, uri.path(), work).await
}

/// What `zvh forms schema` describes.
fn json(front: &Front, case: &Case) -> Result<Vec<u8>, Fault> {
    let received_at = case.referral.summary.received_at.to_rfc3339_opts(SecondsFormat::Secs, true);
    let received = Received { house: front.house(), reference: case.reference(), received_at: &received_at };
    Ok(serde_json::to_vec_pretty(&handover::document(case.form, received, &case.content.answers))?)
}

fn pdf(front: &Front, case: &Case) -> Result<Vec<u8>, Fault> {
    let line = |(label, value): (&str, String)| pdf::Line { label: label.to_owned(), value };
    let lines = words::lines(case.form, case.reference(), &moment(case.referral.summary.received_at));
    let head = pdf::Head {
        house: front.content.house.name(),
        title: words::title(case.form),
        reference: case.reference().to_owned(),
        moment: case.referral.summary.received_at,
        lines: lines.into_iter().map(line).collect(),
    };
    Ok(pdf::write(&pdf::Document::of_file(head, &case.content.shown, WORDS))?)
}
