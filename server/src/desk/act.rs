//! Doing something to a case: the questions of an act, what its sender will read, and the record of it. Nothing is done on what someone
//! has not seen: where more happened since the page was made, the page comes back with what was typed and what happened.

mod sheet;

use std::sync::Arc;

use app::desk::act::{self as pages, Acting, AskBack, Stored};
use app::desk::kept::Kept;
use app::paths::{Desk, action};
use app::wizard::step::Judged;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use domain::desk::act::{self, Act};
use domain::desk::acts::answering::case::ADVISES;
use domain::desk::is_weighed;
use domain::desk::outcome::Outcome;
use domain::desk::way::roles;
use domain::referral::Happening;

use self::sheet::{Sheet, askable};
use super::AtDesk;
use super::case::{Case, DONE, view};
use super::deed::{Deed, Written};
use super::present::{clock_time, present};
use crate::front::Front;
use crate::http::answer::{page, see};
use crate::http::{Address, Fault, Post};
use crate::intake::answered;
use crate::store::{Outcome as Became, StoreError};

/// The page of an act, empty, or with what was typed when a session had ended.
pub(super) async fn show(
    State(front): State<Arc<Front>>,
    desk: AtDesk,
    Address((reference, slug)): Address<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let work = async {
        let case = Case::open_for(&front, &desk, &reference, &slug).await?;
        let (act, desk) = allowed(&front, &case, &desk, &slug).await?;
        let Some(back) = &desk.kept else {
            if !case.is_possible(&front, act) {
                return Err(Fault::Elsewhere(Desk::Referral(&reference).to_string()));
            }
            let mut sheet = Sheet::empty(&front, &desk, act, &case);
            sheet.refused = needs_other_eyes(act, &case, &desk);
            return answer(&front, &desk, &case, sheet, StatusCode::OK, &headers).await;
        };
        let mut sheet = Sheet::typed(&front, &desk, act, &case, &back.post, Judged::NotYet);
        sheet.kept = Some(Kept { at: clock_time(back.at) });
        sheet.meanwhile = case.since(back.post.version());
        answer(&front, &desk, &case, sheet, StatusCode::OK, &headers).await
    };
    Box::pin(answered(&front, uri.path(), work)).await
}

/// Judges what was typed, shows what the sender will read, or does it.
pub(super) async fn act(
    State(front): State<Arc<Front>>,
    desk: AtDesk,
    Address((reference, slug)): Address<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
    post: Post,
) -> Response {
    let work = async {
        let case = Case::open_for(&front, &desk, &reference, &slug).await?;
        let (act, desk) = allowed(&front, &case, &desk, &slug).await?;
        let mut sheet = Sheet::typed(&front, &desk, act, &case, &post, Judged::Now);
        sheet.refused = needs_other_eyes(act, &case, &desk).or_else(|| needs_to_advise(&sheet, &case));
        if !sheet.is_good() {
            return answer(&front, &desk, &case, sheet, StatusCode::UNPROCESSABLE_ENTITY, &headers).await;
        }
        if post.action() == action::PREVIOUS {
            return answer(&front, &desk, &case, sheet, StatusCode::OK, &headers).await;
        }
        let is_possible = case.is_possible(&front, act);
        if !is_possible || post.version() != case.version() {
            sheet.meanwhile = case.since(post.version());
            sheet.refused = (!is_possible).then(|| pages::NOT_NOW.to_owned());
            return answer(&front, &desk, &case, sheet, StatusCode::CONFLICT, &headers).await;
        }
        if post.action() == action::LOOK {
            sheet.look(&case, front.now());
            return answer(&front, &desk, &case, sheet, StatusCode::OK, &headers).await;
        }
        match record(&front, &desk, &case, &sheet).await {
            // What is closed is shielded from now on, also from who closed it.
            Ok(Became::Done(_)) if act.what == Happening::Closed => Ok(see(&format!("{}?{DONE}={slug}", Desk::Queue))),
            Ok(Became::Done(_)) => Ok(see(&format!("{}?{DONE}={slug}", Desk::Referral(&reference)))),
            Ok(Became::TooLate(_) | Became::Overtaken(_)) => {
                let now = Case::open_for(&front, &desk, &reference, &slug).await?;
                let mut sheet = Sheet::typed(&front, &desk, act, &now, &post, Judged::Now);
                sheet.meanwhile = now.since(post.version());
                answer(&front, &desk, &now, sheet, StatusCode::CONFLICT, &headers).await
            }
            Ok(Became::NoSuchReferral) => Err(Fault::NotFound),
            Err(Fault::Store(StoreError::Unavailable(reason))) => {
                tracing::error!(%reason, "an act could not be stored");
                sheet.stored = Stored::NotNow;
                answer(&front, &desk, &case, sheet, StatusCode::SERVICE_UNAVAILABLE, &headers).await
            }
            Err(fault) => Err(fault),
        }
    };
    Box::pin(answered(&front, uri.path(), work)).await
}

/// The act with this slug, where it is for this kind of case, and who is there in the role that may do it.
async fn allowed(front: &Front, case: &Case, desk: &AtDesk, slug: &str) -> Result<(&'static Act, AtDesk), Fault> {
    let act = case.act(slug).ok_or(Fault::NotFound)?;
    Ok((act, desk.with(front, act.right, case.form.regime, case.reference()).await?))
}

/// A decision under a law that asks for more than one pair of eyes waits for the advice of someone else.
fn needs_other_eyes(act: &Act, case: &Case, desk: &AtDesk) -> Option<String> {
    let is_seen = case.is_seen_by_another(desk);
    let advisers = || act::ALL.iter().find(|act| act.what == Happening::Weighed).map(|act| roles(act, case.form));
    (act.what == Happening::Decided && !is_seen).then(|| pages::needs_advice(&advisers().unwrap_or_default()))
}

/// Of a case that is not taken on its sender hears what they can do.
fn needs_to_advise(sheet: &Sheet, case: &Case) -> Option<String> {
    let takes = is_weighed(case.form) && sheet.decided(case).is_some_and(Outcome::takes_advice);
    let gives_none = sheet.act.what == Happening::Answered && sheet.filling.verdict.accepted.get(ADVISES) == "nee";
    (takes && gives_none).then(|| pages::NEEDS_TO_ADVISE.to_owned())
}

async fn answer(
    front: &Front,
    desk: &AtDesk,
    case: &Case,
    sheet: Sheet,
    status: StatusCode,
    headers: &HeaderMap,
) -> Result<Response, Fault> {
    let asks = sheet.act.what == Happening::Asked;
    // What is decided with the answer itself is not known while it is written.
    let begins = case.known.outcome.and_then(|_| sheet.begins(case));
    let acting = Acting {
        act: sheet.act,
        case: view(front, desk, case, None).await?,
        judged: sheet.judged,
        meanwhile: sheet.meanwhile,
        kept: sheet.kept,
        ask_back: asks.then(|| AskBack { steps: askable(case, &sheet.asked) }),
        stage: sheet.stage,
        stored: sheet.stored,
        begins: begins.filter(|_| !sheet.act.told.is_empty()),
        refused: sheet.refused,
        filling: sheet.filling,
    };
    Ok(page(status, pages::page(&front.site, &present(front, desk), &acting), headers))
}

/// Writes it down: timeline, status, mail and audit entry in one transaction.
async fn record(front: &Front, desk: &AtDesk, case: &Case, sheet: &Sheet) -> Result<Became, Fault> {
    let (accepted, shown) = (&sheet.filling.verdict.accepted, sheet.shown());
    let deed = Deed { act: sheet.act, accepted, shown: &shown, message: sheet.message(case) };
    let Written { happening, mails, entry } =
        deed.write(front, desk.author(), (&case.referral, case.form), front.now()).await?;
    let seen = u64::try_from(case.version()).unwrap_or(0);
    let became = front.services.store.timeline().add_after(case.reference(), seen, happening, mails, entry).await?;
    front.services.bell.ring();
    Ok(became)
}
