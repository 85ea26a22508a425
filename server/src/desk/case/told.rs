//! What pages tell of a case: its facts and terms, who does what comes next, whom to call, and all that happened.

use app::desk::file::Line;
use app::desk::referral::{
    self as pages, By, Content as Said, Entry, Facts, Needed as Need, Part, Reach, Seen, Stop, Told,
};
use app::desk::term::{Due, Need as Badge};
use domain::calendar;
use domain::desk::act::{self, Act};
use domain::desk::clock::{self, left};
use domain::desk::criteria::Card;
use domain::desk::needed::{self, Needed, Taken};
use domain::desk::reach;
use domain::desk::role::Role;
use domain::desk::way;
use domain::referral::Happening;
use domain::retention::Situation;

use super::{Case, Step};
use crate::clock::today;
use crate::desk::present::Names;
use crate::desk::queue::{municipality, organisation};
use crate::desk::record::Record;
use crate::desk::{AtDesk, assign};
use crate::follow::Message;
use crate::front::Front;
use crate::intake::moment;

/// As many calls stand beside what someone writes.
const CONTACTS: usize = 3;

/// As many colleagues are named as may do what comes next.
const PEOPLE: usize = 4;

impl Case {
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
            decided: self.known.outcome,
            kept_until: self.kept_until(),
        }
    }

    /// The last day. A refusal moves it from years to weeks: then it says so.
    fn kept_until(&self) -> Option<String> {
        let day = calendar::long(self.known.destroy_on?);
        let is_refused = self.known.situation == Some(Situation::NotTakenOn);
        Some(if is_refused { pages::kept_briefly(&day) } else { day })
    }

    pub(super) fn terms(&self, front: &Front) -> Vec<Due> {
        let calendar = &front.content.settings.calendar;
        let terms = clock::terms(self.form, today(self.referral.summary.received_at), &self.days(), calendar);
        terms.into_iter().map(|term| Due { left: left(term.due, front.today(), calendar), term }).collect()
    }

    /// What was written with happenings of these kinds.
    pub(super) fn entries(&self, whats: &[Happening]) -> Vec<Entry> {
        let written = self.happened.iter().filter(|step| whats.contains(&step.happened.what));
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

    /// The last calls and attempts to call, the newest first.
    pub(super) fn contacts(&self) -> Vec<Entry> {
        let called = self.happened.iter().rev();
        let called = called.filter(|step| matches!(step.happened.what, Happening::Contacted | Happening::Attempted));
        called
            .filter_map(|step| Some((step, step.record.as_ref()?)))
            .take(CONTACTS)
            .map(|(step, record)| Entry {
                by: record.by(),
                at: moment(step.happened.at),
                headline: step.happened.what.desk_text().to_owned(),
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

    pub(super) fn told(&self) -> Vec<Told> {
        self.happened.iter().rev().map(told).collect()
    }

    /// Who does it: who looks, unless they may not, or the law asks for someone else's advice first.
    pub(super) fn stop(&self, front: &Front, desk: &AtDesk, names: &Names, stop: &way::Stop) -> Stop {
        let may = desk.may_with(stop.act.right, self.form.regime);
        let waits = stop.act.what == Happening::Decided && !self.is_seen_by_another(desk);
        let by = if may && !waits { By::You } else { By::Others(self.people(front, desk, names, stop.act)) };
        Stop { act: stop.act, state: stop.state, by }
    }

    /// The colleagues who may do this today, each with the role by which: "Noor Voorbeeld (Weger)". Who was invited and never came in
    /// is named last, and as such: waiting for them may take long.
    fn people(&self, front: &Front, desk: &AtDesk, names: &Names, act: &Act) -> Vec<String> {
        let others = names.all().filter(|(member, _)| member.id != desk.member.id && member.left_at.is_none());
        let able = others.filter_map(|(member, name)| {
            let role = Role::that_may(&member.roles_on(front.today()), act.right, self.form.regime)?;
            let is_new = !member.has_enrolled();
            let new = if is_new { ", nog nooit ingelogd" } else { "" };
            Some((is_new, format!("{name} ({}{new})", role.text())))
        });
        let mut people: Vec<_> = able.collect();
        people.sort_by_key(|(is_new, _)| *is_new);
        people.into_iter().map(|(_, name)| name).take(PEOPLE).collect()
    }

    /// How soon its sender needs something, where they were asked.
    pub(super) fn needed(&self, front: &Front) -> Option<Need> {
        let needed = Needed::of(&self.content.answers)?;
        let lines = self.content.shown.iter().flat_map(|section| &section.blocks).flat_map(|block| &block.lines);
        let said = lines.filter(|line| needed::is_asked_by(&line.name)).find(|line| !line.value.is_empty())?;
        let received = today(self.referral.summary.received_at);
        let taken = Taken::by(self.happened.iter().map(|step| step.happened.what));
        let badge = Badge { text: needed.text(received, front.today()), urgency: needed.urgency(taken) };
        Some(Need { need: badge, said: said.clone() })
    }

    /// Whom to call, and what to mind.
    pub(super) fn reach(&self) -> Reach {
        let answers = &self.content.answers;
        let blocks = || self.content.shown.iter().flat_map(|section| &section.blocks);
        let ways = blocks().flat_map(|block| &block.lines);
        let ways = ways.filter(|line| !line.value.is_empty() && reach::is_way(self.form, &line.name));
        let minds = blocks().flat_map(|block| {
            let lines = block.lines.iter().filter(|line| reach::is_to_mind(&line.name, answers.get(&line.name)));
            lines.map(|line| {
                let of =
                    block.lines.iter().find(|of| reach::is_safety_of(&line.name, &of.name) && !of.value.is_empty());
                let label = of.map_or(line.label.clone(), |of| format!("{} {}. {}", of.label, of.value, line.label));
                Line { label: under(&block.heading, &label), ..line.clone() }
            })
        });
        let asks = blocks().flat_map(|block| &block.lines);
        let asks = asks.filter(|line| !line.value.is_empty() && reach::is_asked(self.form, &line.name));
        Reach {
            name: reach::sender(self.form, answers),
            news: self.news(),
            ways: ways.cloned().collect(),
            minds: minds.collect(),
            asks: asks.cloned().collect(),
        }
    }
}

fn told(step: &Step) -> Told {
    let what = step.happened.what;
    let part = match what {
        Happening::Judged => Some(Part::Criteria),
        Happening::Weighed => Some(Part::Advices),
        Happening::Decided | Happening::Demanded => Some(Part::Decisions),
        Happening::Answered if step.record.is_some() => Some(Part::Answers),
        Happening::Contributed => Some(Part::Contributions),
        _ => None,
    };
    let text = step.message.as_ref().map(Message::whole).filter(|text| !text.is_empty());
    let content = match (part, &step.record, text) {
        (Some(part), ..) => Said::In(part),
        // What was asked back is told with the questions that it was about, as the sender reads it.
        (None, _, Some(text)) if what == Happening::Asked => Said::Text(text),
        (None, Some(record), _) if !record.shown.is_empty() => Said::Sections(record.shown.clone()),
        (None, _, Some(text)) => Said::Text(text),
        (None, _, None) => Said::Nothing,
    };
    let is_assigned = what == Happening::Assigned;
    Told {
        what: if is_assigned { assign::told(step.record.as_ref()) } else { what.desk_text().to_owned() },
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
