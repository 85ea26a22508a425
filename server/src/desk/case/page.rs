//! The page of a case.

use std::sync::Arc;

use app::desk::referral as pages;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use domain::desk::act;
use domain::desk::role::Right;
use domain::referral::Happening;

use super::Case;
use crate::desk::assign::{ASSIGNED, assign};
use crate::desk::present::{Names, present};
use crate::desk::queue::seen_by;
use crate::desk::{AtDesk, hand_over};
use crate::front::Front;
use crate::http::answer::page;
use crate::http::{Address, Fault};
use crate::intake::{answered, moment};

/// The page of a case.
pub(in crate::desk) async fn show(
    State(front): State<Arc<Front>>,
    desk: AtDesk,
    Address(reference): Address<String>,
    RawQuery(query): RawQuery,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let work = async {
        let case = Case::open(&front, &desk, &reference).await?;
        front.services.store.queue().read(&reference, desk.member.id, front.now()).await?;
        let view = view(&front, &desk, &case, done(&query.unwrap_or_default())).await?;
        Ok(page(StatusCode::OK, pages::page(&front.site, &present(&front, &desk), &view), &headers))
    };
    answered(&front, uri.path(), work).await
}

/// In the query of the page after an act: which one was done.
pub(in crate::desk) const DONE: &str = "gedaan";
pub(in crate::desk) fn done(query: &str) -> Option<String> {
    let (_, slug) = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == DONE)?;
    if slug == ASSIGNED {
        return Some("De toewijzing is gewijzigd".to_owned());
    }
    act::find(&slug).map(|act| act.form.words.sent.to_owned())
}

pub(in crate::desk) async fn view(
    front: &Front,
    desk: &AtDesk,
    case: &Case,
    done: Option<String>,
) -> Result<pages::Case, Fault> {
    let names = Names::of(front).await?;
    let store = &front.services.store;
    let seen = seen_by(desk, Right::Open);
    // A case that is shielded, or under a law of which who looks sees nothing, is no hint for them.
    let mut twins = Vec::new();
    for twin in store.queue().twins(front.house(), case.reference()).await? {
        let Some((form, status)) = store.referrals().form_and_status(&twin).await? else { continue };
        if !status.is_shielded() && seen.iter().any(|seen| seen.slug == form) {
            twins.push(twin);
        }
    }
    let held = case.known.is_held.then(|| {
        let last = case.happened.iter().rev().find(|step| step.happened.what == Happening::Held);
        let record = last.and_then(|step| step.record.as_ref());
        let lines = record.into_iter().flat_map(|record| &record.shown).flat_map(|section| &section.blocks);
        let told = lines.flat_map(|block| &block.lines).map(|line| format!("{}\n{}", line.label, line.value));
        told.collect::<Vec<_>>().join("\n\n")
    });
    let may_assign = case.is_assignable() && desk.may_with(Right::Handle, case.form.regime);
    Ok(pages::Case {
        facts: case.facts(front, &names),
        purpose: case.form.regime.purpose().to_owned(),
        done,
        copy: hand_over::link(case, desk, front.now()),
        terms: case.terms(front),
        twins,
        held,
        open_until: case.open_until.map(moment),
        assign: may_assign.then(|| assign(front, desk, &names, case)),
        acts: case.acts(front, desk),
        way: case.way().iter().map(|stop| case.stop(front, desk, &names, stop)).collect(),
        needed: case.needed(front),
        reach: case.reach(),
        summary: case.content.shown.clone(),
        contributions: case.contributions.clone(),
        contacts: case.contacts(),
        criteria: case.entries(&[Happening::Judged]),
        advices: case.entries(&[Happening::Weighed]),
        decisions: case.entries(&[Happening::Decided, Happening::Demanded]),
        answers: case.entries(&[Happening::Answered]),
        happened: case.told(),
    })
}
