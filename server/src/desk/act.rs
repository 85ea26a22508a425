//! Doing something to a case: the questions of an act, what its sender will read, and the record of it. Nothing is done on what someone
//! has not seen: where more happened since the page was made, the page comes back with what was typed and what happened.

use std::sync::Arc;

use app::desk::act::{self as pages, Acting, AskBack, Askable, AskedStep, Meanwhile, Stage, Stored, Tick};
use app::desk::kept::Kept;
use app::follow::Told;
use app::paths::{Desk, action, posted};
use app::wizard::frame::Filling;
use app::wizard::step::Judged;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use chrono::{DateTime, Utc};
use domain::answers::Answers;
use domain::desk::act::{self, Act};
use domain::desk::acts::{answering, asking};
use domain::desk::outcome::Outcome;
use domain::desk::told;
use domain::desk::way::roles;
use domain::desk::{is_seen_by_another, is_weighed};
use domain::referral::Happening;
use domain::summary::{Section, summary};

use super::AtDesk;
use super::case::{Case, DONE, view};
use super::deed::{Deed, Written};
use super::present::{clock_time, present};
use super::record::Record;
use crate::follow::message::{AskedAgain, Message};
use crate::front::Front;
use crate::http::answer::{page, see};
use crate::http::{Address, Fault, Post};
use crate::intake::{answered, moment};
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
            if !case.is_possible(act, front.today()) {
                return Err(Fault::Elsewhere(Desk::Referral(&reference).to_string()));
            }
            let mut sheet = Sheet::empty(&front, act, &case);
            sheet.refused = needs_other_eyes(act, &case, &desk);
            return answer(&front, &desk, &case, sheet, StatusCode::OK, &headers).await;
        };
        let mut sheet = Sheet::typed(&front, act, &case, &back.post, Judged::NotYet);
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
        let mut sheet = Sheet::typed(&front, act, &case, &post, Judged::Now);
        sheet.refused = needs_other_eyes(act, &case, &desk).or_else(|| needs_to_advise(&sheet, &case));
        if !sheet.is_good() {
            return answer(&front, &desk, &case, sheet, StatusCode::UNPROCESSABLE_ENTITY, &headers).await;
        }
        if post.action() == action::PREVIOUS {
            return answer(&front, &desk, &case, sheet, StatusCode::OK, &headers).await;
        }
        let is_possible = case.is_possible(act, front.today());
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
            Ok(Became::Done(_)) => Ok(see(&format!("{}?{DONE}={slug}", Desk::Referral(&reference)))),
            Ok(Became::TooLate(_) | Became::Overtaken(_)) => {
                let now = Case::open_for(&front, &desk, &reference, &slug).await?;
                let mut sheet = Sheet::typed(&front, act, &now, &post, Judged::Now);
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
    let advices = case.written(Happening::Weighed).filter(|record| act::is_advice(&record.answers));
    let advised: Vec<String> = advices.map(|record| record.member.clone()).collect();
    let is_seen = is_seen_by_another(case.form.regime, &desk.member.id.to_string(), &advised);
    let advisers = || act::ALL.iter().find(|act| act.what == Happening::Weighed).map(|act| roles(act, case.form));
    (act.what == Happening::Decided && !is_seen).then(|| pages::needs_advice(&advisers().unwrap_or_default()))
}

/// Of a case that is not taken on its sender hears what they can do.
fn needs_to_advise(sheet: &Sheet, case: &Case) -> Option<String> {
    let takes = is_weighed(case.form) && sheet.decided(case).is_some_and(Outcome::takes_advice);
    let gives_none =
        sheet.act.what == Happening::Answered && sheet.filling.verdict.accepted.get(answering::ADVISES) == "nee";
    (takes && gives_none).then(|| pages::NEEDS_TO_ADVISE.to_owned())
}

/// An act being written.
struct Sheet {
    act: &'static Act,
    filling: Filling,
    judged: Judged,
    asked: Vec<String>,
    meanwhile: Vec<Meanwhile>,
    kept: Option<Kept>,
    stage: Stage,
    stored: Stored,
    refused: Option<String>,
}

impl Sheet {
    fn empty(front: &Front, act: &'static Act, case: &Case) -> Self {
        Self::new(front, act, case, Answers::default(), Vec::new(), Judged::NotYet)
    }

    fn typed(front: &Front, act: &'static Act, case: &Case, post: &Post, judged: Judged) -> Self {
        let answers = post.answers(|name| act.form.knows(name));
        let asks = act.what == Happening::Asked;
        let asked = asking::questions(case.form, post.values(posted::QUESTION).filter(|_| asks));
        Self::new(front, act, case, answers, asked, judged)
    }

    fn new(
        front: &Front,
        act: &'static Act,
        case: &Case,
        answers: Answers,
        asked: Vec<String>,
        judged: Judged,
    ) -> Self {
        let house = front.content.house.clone();
        let mut filling = Filling::new(act.form, answers, front.context(), house, case.version(), String::new());
        let of_the_case = case.problems(act, &filling.verdict.accepted, front.today());
        filling.verdict.problems.extend(of_the_case);
        let stage = if act.told.is_empty() { Stage::Fill } else { Stage::FillThenLook };
        Self {
            act,
            filling,
            judged,
            asked,
            meanwhile: Vec::new(),
            kept: None,
            stage,
            stored: Stored::Fine,
            refused: None,
        }
    }

    fn is_good(&self) -> bool {
        self.filling.verdict.is_good() && self.refused.is_none()
    }

    fn shown(&self) -> Vec<Section> {
        summary(self.act.form, &self.filling.verdict.accepted, &self.filling.context)
    }

    /// What the sender reads.
    fn message(&self, case: &Case) -> Message {
        let decided = if self.act.what == Happening::Answered { self.decided(case) } else { None };
        Message {
            text: told::text(self.act, &self.shown(), decided),
            asks: self.asked.iter().map(|name| case.asked_again(name)).collect(),
            ..Message::default()
        }
    }

    /// What was decided, with this act or before it.
    fn decided(&self, case: &Case) -> Option<Outcome> {
        act::outcome(&self.filling.verdict.accepted).or(case.known.outcome)
    }

    fn look(&mut self, case: &Case, now: DateTime<Utc>) {
        let text = self.message(case).whole();
        let what = act::happening(self.act, &self.filling.verdict.accepted).text();
        self.stage =
            Stage::Look(Told { what, at: moment(now), by: None, text: Some(text).filter(|text| !text.is_empty()) });
    }
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
    let begins = if sheet.act.what == Happening::Answered { case.known.outcome } else { None };
    let acting = Acting {
        act: sheet.act,
        case: view(front, desk, case, None).await?,
        judged: sheet.judged,
        meanwhile: sheet.meanwhile,
        kept: sheet.kept,
        ask_back: asks.then(|| AskBack { steps: askable(case, &sheet.asked) }),
        stage: sheet.stage,
        stored: sheet.stored,
        begins: begins.filter(|_| !sheet.act.told.is_empty()).map(Outcome::public),
        refused: sheet.refused,
        filling: sheet.filling,
    };
    Ok(page(status, pages::page(&front.site, &present(front, desk), &acting), headers))
}

/// The questions of the case that can be asked again: those that it was sent with.
fn askable(case: &Case, asked: &[String]) -> Vec<AskedStep> {
    let steps = case.content.shown.iter().map(|section| AskedStep {
        title: section.title.clone(),
        questions: section
            .blocks
            .iter()
            .flat_map(|block| &block.lines)
            .filter(|line| case.form.field_at(&line.name).is_some())
            .map(|line| Askable {
                name: line.name.clone(),
                label: line.label.clone(),
                value: line.value.clone(),
                tick: if asked.contains(&line.name) { Tick::On } else { Tick::Off },
            })
            .collect(),
    });
    steps.filter(|step: &AskedStep| !step.questions.is_empty()).collect()
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

impl Case {
    /// How many things happened: what a page was made from.
    fn version(&self) -> i64 {
        i64::try_from(self.happened.len()).unwrap_or(i64::MAX)
    }

    /// What happened since a page was made.
    fn since(&self, version: i64) -> Vec<Meanwhile> {
        let seen = usize::try_from(version).unwrap_or(0);
        let later = self.happened.iter().skip(seen);
        later
            .map(|step| Meanwhile {
                what: step.happened.what.desk_text().to_owned(),
                by: step.by(),
                at: moment(step.happened.at),
            })
            .collect()
    }

    fn written(&self, what: Happening) -> impl Iterator<Item = &Record> {
        self.happened.iter().filter(move |step| step.happened.what == what).filter_map(|step| step.record.as_ref())
    }

    fn asked_again(&self, name: &str) -> AskedAgain {
        let lines = self.content.shown.iter().flat_map(|section| &section.blocks).flat_map(|block| &block.lines);
        let label = lines.filter(|line| line.name == name).map(|line| line.label.clone()).next();
        AskedAgain {
            name: name.to_owned(),
            label: label.unwrap_or_default(),
            value: self.content.answers.get(name).to_owned(),
        }
    }
}
