//! An act being written: what was typed, what is wrong with it, and what its sender will read.

use app::desk::act::{Askable, AskedStep, Meanwhile, Stage, Stored, Tick};
use app::desk::kept::Kept;
use app::follow::Told;
use app::paths::posted;
use app::wizard::frame::Filling;
use app::wizard::step::Judged;
use chrono::{DateTime, Utc};
use domain::answers::Answers;
use domain::desk::act::{self, Act};
use domain::desk::acts::answering::{self, Heard};
use domain::desk::acts::{asking, weighing};
use domain::desk::is_weighed;
use domain::desk::outcome::Outcome;
use domain::desk::told;
use domain::referral::Happening;
use domain::summary::{Section, summary};

use crate::desk::AtDesk;
use crate::desk::case::Case;
use crate::follow::message::Message;
use crate::front::Front;
use crate::http::Post;
use crate::intake::moment;

/// An act being written.
pub(super) struct Sheet {
    pub(super) act: &'static Act,
    pub(super) filling: Filling,
    pub(super) judged: Judged,
    pub(super) asked: Vec<String>,
    pub(super) meanwhile: Vec<Meanwhile>,
    pub(super) kept: Option<Kept>,
    pub(super) stage: Stage,
    pub(super) stored: Stored,
    pub(super) refused: Option<String>,
}

impl Sheet {
    pub(super) fn empty(front: &Front, desk: &AtDesk, act: &'static Act, case: &Case) -> Self {
        let mut answers = Answers::default();
        match act.what {
            Happening::Weighed => {
                if let Some(own) = desk.speaks_for(&front.context()) {
                    answers.set(weighing::ORGANISATION, &own.id);
                }
            }
            Happening::Answered => {
                let heard = Heard { spoken_with: &case.spoken_with(), news: case.news(), today: front.today() };
                answering::begin(&mut answers, act, case.known.outcome.filter(|_| is_weighed(case.form)), &heard);
            }
            _ => {}
        }
        Self::new(front, desk, act, case, answers, Vec::new(), Judged::NotYet)
    }

    pub(super) fn typed(
        front: &Front,
        desk: &AtDesk,
        act: &'static Act,
        case: &Case,
        post: &Post,
        judged: Judged,
    ) -> Self {
        let answers = post.answers(|name| act.form.knows(name));
        let asks = act.what == Happening::Asked;
        let asked = asking::questions(case.form, post.values(posted::QUESTION).filter(|_| asks));
        Self::new(front, desk, act, case, answers, asked, judged)
    }

    fn new(
        front: &Front,
        desk: &AtDesk,
        act: &'static Act,
        case: &Case,
        answers: Answers,
        asked: Vec<String>,
        judged: Judged,
    ) -> Self {
        let house = front.content.house.clone();
        let mut filling = Filling::new(act.form, answers, front.context(), house, case.version(), String::new());
        let of_the_case = case.problems(front, desk, act, &filling.verdict.accepted, &filling.context);
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

    pub(super) fn is_good(&self) -> bool {
        self.filling.verdict.is_good() && self.refused.is_none()
    }

    pub(super) fn shown(&self) -> Vec<Section> {
        summary(self.act.form, &self.filling.verdict.accepted, &self.filling.context)
    }

    /// What the sender reads.
    pub(super) fn message(&self, case: &Case) -> Message {
        Message {
            text: told::text(self.act, &self.shown(), self.begins(case)),
            asks: self.asked.iter().map(|name| case.asked_again(name)).collect(),
            ..Message::default()
        }
    }

    /// What an answer begins with, without anyone typing it.
    pub(super) fn begins(&self, case: &Case) -> Option<String> {
        let decided = if self.act.what == Happening::Answered { self.decided(case) } else { None };
        let happened: Vec<Happening> = case.happened.iter().map(|step| step.happened.what).collect();
        decided.map(|decided| told::begins(decided, &case.content.answers, &happened))
    }

    /// What was decided, with this act or before it.
    pub(super) fn decided(&self, case: &Case) -> Option<Outcome> {
        act::outcome(&self.filling.verdict.accepted).or(case.known.outcome)
    }

    pub(super) fn look(&mut self, case: &Case, now: DateTime<Utc>) {
        let text = self.message(case).whole();
        let what = act::happening(self.act, &self.filling.verdict.accepted).text();
        self.stage =
            Stage::Look(Told { what, at: moment(now), by: None, text: Some(text).filter(|text| !text.is_empty()) });
    }
}

/// The questions of the case that can be asked again: those that it was sent with.
pub(super) fn askable(case: &Case, asked: &[String]) -> Vec<AskedStep> {
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
