//! A case: what was sent and all that happened since, opened for one request.

use std::sync::Arc;

use app::desk::file::{Line, Section};
use app::desk::referral::{self as pages, Assign, By, Content as Said, Entry, Facts, Part, Reach, Seen, Stop, Told};
use app::desk::term::Due;
use app::paths::{Desk, posted};
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use chrono::{NaiveDate, TimeDelta};
use domain::answers::Answers;
use domain::calendar;
use domain::check::Problem;
use domain::desk::act::{self, Act};
use domain::desk::acts::consulting::ACT as CONSULT;
use domain::desk::clock::{self, left};
use domain::desk::criteria::Card;
use domain::desk::file::File;
use domain::desk::is_seen_by_another;
use domain::desk::reach;
use domain::desk::role::{Right, Role};
use domain::desk::way::{self, next_first};
use domain::form::{Effect, Form};
use domain::forms;
use domain::referral::Happening;
use serde::Deserialize;

use super::present::{Names, present};
use super::queue::{municipality, organisation, seen_by};
use super::record::Record;
use super::{AtDesk, hand_over};
use crate::audit::{Event, Page};
use crate::clock::today;
use crate::follow::Message;
use crate::front::Front;
use crate::http::answer::{page, see};
use crate::http::{Address, Fault, Post};
use crate::intake::{answered, moment};
use crate::seal::{Header, Kind};
use crate::store::{Happened, Known, MemberId, Referral};

/// A case, opened.
pub(super) struct Case {
    /// What was sent, sealed as it is.
    pub(super) referral: Referral,
    /// By which form.
    pub(super) form: &'static Form,
    /// What is known of it without opening it.
    pub(super) known: Known,
    /// What was sent, opened.
    pub(super) content: Content,
    /// What colleagues of other organisations contributed, opened, the oldest first.
    contributions: Vec<Entry>,
    /// All that happened, the oldest first.
    pub(super) happened: Vec<Step>,
}

/// As many colleagues are named as may do what comes next.
const PEOPLE: usize = 4;

/// Whether what is shielded may be seen.
#[derive(Clone, Copy)]
enum Shield {
    /// Only by who said why.
    Up,
    /// By nobody: they are saying why.
    BeingAsked,
}

/// For so long a closed case is open to who said why.
const CONSULTED: TimeDelta = TimeDelta::hours(8);

/// Whether who is there said why they open it.
fn consulted(front: &Front, desk: &AtDesk, reference: &str, happened: &[Happened]) -> Result<bool, Fault> {
    let since = front.now() - CONSULTED;
    for happened in happened.iter().filter(|happened| happened.what == Happening::Consulted && happened.at > since) {
        let record = Record::open(front, &desk.keyring, reference, happened)?;
        if record.is_some_and(|record| record.member == desk.member.id.to_string()) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What happened, and nothing of what was said.
fn shut(happened: Vec<Happened>) -> Vec<Step> {
    happened.into_iter().map(|happened| Step { happened, message: None, record: None }).collect()
}

/// What was sent.
#[derive(Default, Deserialize)]
pub(super) struct Content {
    /// The accepted answers.
    pub(super) answers: Answers,
    /// Questions and answers as they were shown.
    pub(super) shown: Vec<Section>,
}

/// Something that happened, opened.
pub(super) struct Step {
    /// What, when.
    pub(super) happened: Happened,
    /// What the sender may read of it, or wrote.
    pub(super) message: Option<Message>,
    /// What someone at the desk wrote.
    pub(super) record: Option<Record>,
}

impl Case {
    /// Opens the case with this reference, which the audit trail tells. Who may not read it hears that there is none; who did not say
    /// why they open what is shielded goes there first.
    pub(super) async fn open(front: &Front, desk: &AtDesk, reference: &str) -> Result<Self, Fault> {
        Self::behind(front, desk, reference, Shield::Up).await
    }

    /// The same for who does this act: what is shielded stays shut while they say why.
    pub(super) async fn open_for(front: &Front, desk: &AtDesk, reference: &str, act: &str) -> Result<Self, Fault> {
        let shield = if act == CONSULT.form.slug { Shield::BeingAsked } else { Shield::Up };
        Self::behind(front, desk, reference, shield).await
    }

    async fn behind(front: &Front, desk: &AtDesk, reference: &str, shield: Shield) -> Result<Self, Fault> {
        let store = &front.services.store;
        let referral = store.referrals().find(reference).await?.ok_or(Fault::NotFound)?;
        let known = store.queue().one(front.house(), reference, desk.member.id).await?.ok_or(Fault::NotFound)?;
        let form = forms::find(&referral.summary.form).ok_or(Fault::NotFound)?;
        let reader = desk.with(front, Right::Open, form.regime, reference).await?;
        let happened = store.timeline().of(reference).await?;
        if referral.summary.status.is_shielded() && !consulted(front, desk, reference, &happened)? {
            desk.with(front, CONSULT.right, form.regime, reference).await?;
            return match shield {
                Shield::Up => Err(Fault::Elsewhere(Desk::Act(reference, CONSULT.form.slug).to_string())),
                Shield::BeingAsked => {
                    let (content, happened) = (Content::default(), shut(happened));
                    Ok(Self { referral, form, known, content, contributions: Vec::new(), happened })
                }
            };
        }
        // Before anything is opened: nothing is seen that was not written down (WGS art. 1.8 lid 4).
        let viewed = Event::Viewed { what: Page::Referral, object: reference.to_owned() };
        store.audit().append(reader.entry(front.now(), viewed)).await?;
        let content = content(front, desk, &referral)?;
        let contributions = contributions(front, desk, reference).await?;
        let opened = |happened: Happened| {
            let message = Message::open(front, &desk.keyring, reference, &happened)?;
            let record = Record::open(front, &desk.keyring, reference, &happened)?;
            Ok(Step { happened, message, record })
        };
        let happened = happened.into_iter().map(opened).collect::<Result<_, Fault>>()?;
        Ok(Self { referral, form, known, content, contributions, happened })
    }

    pub(super) fn reference(&self) -> &str {
        &self.referral.summary.reference
    }

    /// What can be done to it now by who is there, what comes next first.
    pub(super) fn acts(&self, desk: &AtDesk, today: NaiveDate) -> Vec<&'static Act> {
        let possible =
            act::ALL.iter().filter(|act| self.is_possible(act, today) && desk.may_with(act.right, self.form.regime));
        next_first(possible.collect(), &self.way(), self.referral.summary.status)
    }

    /// What brings it to its answer, and how far it is.
    fn way(&self) -> Vec<way::Stop> {
        // Of advices only those for or against count.
        let counts = |step: &&Step| {
            step.happened.what != Happening::Weighed
                || step.record.as_ref().is_some_and(|record| act::is_advice(&record.answers))
        };
        let happened: Vec<Happening> = self.happened.iter().filter(counts).map(|step| step.happened.what).collect();
        way::way(self.form, self.referral.summary.status, &happened)
    }

    /// Who does it: who looks, unless they may not, or the law asks for someone else's advice first.
    fn stop(&self, front: &Front, desk: &AtDesk, names: &Names, stop: &way::Stop) -> Stop {
        let may = desk.may_with(stop.act.right, self.form.regime);
        let waits = stop.act.what == Happening::Decided && !self.is_seen_by_another(desk);
        let by = if may && !waits { By::You } else { By::Others(self.people(front, desk, names, stop.act)) };
        Stop { act: stop.act, state: stop.state, by }
    }

    /// The colleagues who may do this today, each with the role by which: "Noor Voorbeeld (Weger)".
    fn people(&self, front: &Front, desk: &AtDesk, names: &Names, act: &Act) -> Vec<String> {
        let others = names.all().filter(|(member, _)| member.id != desk.member.id && member.left_at.is_none());
        let role = |member: &crate::store::Member| {
            Role::that_may(&member.roles_on(front.today()), act.right, self.form.regime)
        };
        others.filter_map(|(member, name)| Some(format!("{name} ({})", role(member)?.text()))).take(PEOPLE).collect()
    }

    /// Whether an advice that counts is of someone else than who is there, where the law asks for it.
    pub(super) fn is_seen_by_another(&self, desk: &AtDesk) -> bool {
        let advices = self.written(Happening::Weighed).filter(|record| act::is_advice(&record.answers));
        let advised: Vec<String> = advices.map(|record| record.member.clone()).collect();
        is_seen_by_another(self.form.regime, &desk.member.id.to_string(), &advised)
    }

    /// Whom to call, and what to mind.
    fn reach(&self) -> Reach {
        let answers = &self.content.answers;
        let blocks = || self.content.shown.iter().flat_map(|section| &section.blocks);
        let ways = blocks().flat_map(|block| &block.lines);
        let ways = ways.filter(|line| !line.value.is_empty() && reach::is_way(self.form, &line.name));
        let minds = blocks().flat_map(|block| {
            let lines = block.lines.iter().filter(|line| reach::is_to_mind(&line.name, answers.get(&line.name)));
            lines.map(|line| Line { label: under(&block.heading, &line.label), ..line.clone() })
        });
        Reach { name: reach::sender(self.form, answers), ways: ways.cloned().collect(), minds: minds.collect() }
    }

    /// Whether this can be done to it today.
    pub(super) fn is_possible(&self, act: &Act, today: NaiveDate) -> bool {
        act.possible(self.form, self.referral.summary.status) && self.file(&self.days(), today).lets(act)
    }

    /// What does not fit this case, of answers that are good by themselves.
    pub(super) fn problems(&self, act: &Act, accepted: &Answers, today: NaiveDate) -> Vec<Problem> {
        self.file(&self.days(), today).problems(act, accepted)
    }

    fn file<'a>(&self, happened: &'a [(Happening, NaiveDate)], today: NaiveDate) -> File<'a> {
        File { form: self.form, happened, kept: self.known.situation.zip(self.known.destroy_on), today }
    }

    /// The act with this slug, where it is for this kind of case.
    pub(super) fn act(&self, slug: &str) -> Option<&'static Act> {
        act::ALL.iter().find(|act| act.form.slug == slug && (act.fits)(self.form))
    }

    /// What happened, and on which day in the Netherlands.
    fn days(&self) -> Vec<(Happening, NaiveDate)> {
        self.happened.iter().map(|step| (step.happened.what, today(step.happened.at))).collect()
    }

    pub(super) fn facts(&self, front: &Front, names: &Names) -> Facts {
        Facts {
            reference: self.reference().to_owned(),
            form: self.form,
            status: self.referral.summary.status,
            received: moment(self.referral.summary.received_at),
            municipality: self
                .known
                .municipality
                .as_ref()
                .map(|code| municipality(front, code).unwrap_or(code.clone())),
            organisation: self.known.organisation.as_ref().map(|id| organisation(front, id).unwrap_or(id.clone())),
            assignee: self.known.assignee.and_then(|id| names.name(id)),
            kept_until: self.known.destroy_on.map(calendar::long),
        }
    }

    fn terms(&self, front: &Front) -> Vec<Due> {
        let calendar = &front.content.settings.calendar;
        let terms = clock::terms(self.form, today(self.referral.summary.received_at), &self.days(), calendar);
        terms.into_iter().map(|term| Due { left: left(term.due, front.today(), calendar), term }).collect()
    }

    /// What was written with happenings of this kind.
    fn entries(&self, what: Happening) -> Vec<Entry> {
        let written = self.happened.iter().filter(|step| step.happened.what == what);
        written
            .filter_map(|step| Some((step, step.record.as_ref()?)))
            .map(|(step, record)| Entry {
                by: record.by(),
                at: moment(step.happened.at),
                headline: self.headline(record),
                sections: record.shown.clone(),
            })
            .collect()
    }

    fn headline(&self, record: &Record) -> String {
        let judged = Card::of(self.form).filter(|card| record.act == card.slug());
        judged.map_or_else(
            || act::outcome(&record.answers).map(|outcome| outcome.text().to_owned()).unwrap_or_default(),
            |card| card.met(&record.answers).text(),
        )
    }

    fn told(&self) -> Vec<Told> {
        self.happened.iter().rev().map(told).collect()
    }
}

impl Step {
    /// Who did it.
    pub(super) fn by(&self) -> String {
        let by_sender = self.message.as_ref().and_then(Message::by);
        match (&self.record, by_sender) {
            (Some(record), _) => record.by(),
            (None, Some(by)) => by,
            (None, None) if is_of_house(self.happened.what) => pages::THE_HOUSE.to_owned(),
            (None, None) => pages::THE_SENDER.to_owned(),
        }
    }
}

fn told(step: &Step) -> Told {
    let what = step.happened.what;
    let part = match what {
        Happening::Judged => Some(Part::Criteria),
        Happening::Weighed => Some(Part::Advices),
        Happening::Decided => Some(Part::Decisions),
        Happening::Answered if step.record.is_some() => Some(Part::Answers),
        Happening::Contributed => Some(Part::Contributions),
        _ => None,
    };
    let text = step.message.as_ref().map(Message::whole).filter(|text| !text.is_empty());
    let content = match (part, &step.record, text) {
        (Some(part), ..) => Said::In(part),
        // What was asked back is told with the questions that it was about, as the sender reads it.
        (None, _, Some(text)) if what == Happening::Asked => Said::Text(text),
        (None, Some(record), _) => Said::Sections(record.shown.clone()),
        (None, None, Some(text)) => Said::Text(text),
        (None, None, None) => Said::Nothing,
    };
    Told {
        what: what.desk_text().to_owned(),
        by: step.by(),
        at: moment(step.happened.at),
        seen: if what.is_shared() { Seen::BySender } else { Seen::ByHouse },
        content,
    }
}

/// A question with the row that it is about: "Gezinslid 1: Sam. Is het veilig …?"
fn under(heading: &str, label: &str) -> String {
    if heading.is_empty() { label.to_owned() } else { format!("{heading}. {label}") }
}

/// Whether it is the house that does this.
const fn is_of_house(what: Happening) -> bool {
    !matches!(
        what,
        Happening::Received
            | Happening::Confirmed
            | Happening::Added
            | Happening::Invited
            | Happening::Contributed
            | Happening::Replied
            | Happening::Withdrawn
    )
}

fn content(front: &Front, desk: &AtDesk, referral: &Referral) -> Result<Content, Fault> {
    let header = Header::new(front.house(), Kind::Referral, &referral.summary.reference);
    let opened = desk.keyring.open(&header, &referral.envelope)?;
    Ok(serde_json::from_slice(&opened.body)?)
}

async fn contributions(front: &Front, desk: &AtDesk, reference: &str) -> Result<Vec<Entry>, Fault> {
    let mut entries = Vec::new();
    for referral in front.services.store.referrals().contributions(reference).await? {
        let content = content(front, desk, &referral)?;
        let by = forms::find(&referral.summary.form).and_then(|form| match form.effect {
            Effect::Contributes(who) => {
                let names = [who.name].into_iter().chain(who.organisation.iter().copied());
                Some(
                    names
                        .map(|name| content.answers.get(name))
                        .filter(|text| !text.is_empty())
                        .collect::<Vec<_>>()
                        .join(", "),
                )
            }
            _ => None,
        });
        entries.push(Entry {
            by: by.unwrap_or_default(),
            at: moment(referral.summary.received_at),
            headline: String::new(),
            sections: content.shown,
        });
    }
    Ok(entries)
}

/// The page of a case.
pub(super) async fn show(
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
pub(super) const DONE: &str = "gedaan";
/// What stands there after assigning, which is no act.
const ASSIGNED: &str = "toewijzen";

pub(super) fn done(query: &str) -> Option<String> {
    let (_, slug) = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == DONE)?;
    if slug == ASSIGNED {
        return Some("De zaak is toegewezen".to_owned());
    }
    act::find(&slug).map(|act| act.form.words.sent.to_owned())
}

pub(super) async fn view(
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
        lines.flat_map(|block| &block.lines).map(|line| line.value.clone()).collect::<Vec<_>>().join("\n")
    });
    Ok(pages::Case {
        facts: case.facts(front, &names),
        purpose: case.form.regime.purpose().to_owned(),
        done,
        copy: hand_over::link(case, desk, front.now()),
        terms: case.terms(front),
        twins,
        held,
        assign: desk.may_with(Right::Handle, case.form.regime).then(|| assign(front, desk, &names, case)),
        acts: case.acts(desk, front.today()),
        way: case.way().iter().map(|stop| case.stop(front, desk, &names, stop)).collect(),
        reach: case.reach(),
        summary: case.content.shown.clone(),
        contributions: case.contributions.clone(),
        criteria: case.entries(Happening::Judged),
        advices: case.entries(Happening::Weighed),
        decisions: case.entries(Happening::Decided),
        answers: case.entries(Happening::Answered),
        happened: case.told(),
    })
}

/// Those who may handle it.
fn assign(front: &Front, desk: &AtDesk, names: &Names, case: &Case) -> Assign {
    let today = front.today();
    let can = |member: &crate::store::Member| Role::any_may(&member.roles_on(today), Right::Handle, case.form.regime);
    Assign {
        people: names
            .all()
            .filter(|(member, _)| can(member))
            .map(|(member, name)| (member.id.to_string(), name.to_owned()))
            .collect(),
        current: case.known.assignee.map(|id| id.to_string()),
        own: desk.member.id.to_string(),
    }
}

/// Gives the case to someone.
pub(super) async fn give(
    State(front): State<Arc<Front>>,
    desk: AtDesk,
    Address(reference): Address<String>,
    uri: Uri,
    post: Post,
) -> Response {
    let work = async {
        let case = Case::open(&front, &desk, &reference).await?;
        let desk = desk.with(&front, Right::Handle, case.form.regime, &reference).await?;
        let names = Names::of(&front).await?;
        let chosen = post.control(posted::ASSIGNEE);
        let to = MemberId::parse(chosen);
        let known = assign(&front, &desk, &names, &case).people;
        if to.is_some() && !known.iter().any(|(id, _)| id == chosen) {
            return Err(Fault::NotFound);
        }
        let entry = desk.entry(front.now(), Event::Assigned { reference: reference.clone(), to });
        front.services.store.queue().assign(&reference, to, entry).await?;
        Ok(see(&format!("{}?{DONE}={ASSIGNED}", Desk::Referral(&reference))))
    };
    answered(&front, uri.path(), work).await
}

/// An address that only takes posts leads to its case: someone came back to it after signing in.
pub(super) async fn lead(Address(reference): Address<String>) -> Response {
    see(&Desk::Referral(&reference).to_string())
}
