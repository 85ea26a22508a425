//! What all pages of a running wizard share: the draft they show, the rail, the count of steps, the buttons, the island.

use domain::answers::{Answers, RowKey};
use domain::check::{Verdict, Walk, judge_walk, walk};
use domain::context::Context;
use domain::form::{Ask, Exit, Form, Step};
use leptos::prelude::*;

use super::carried::carry;
use super::island::WizardIsland;
use super::not_free::NotFree;
use super::own::OwnDetails;
use super::reveal;
use crate::components::QuickExitLink;
use crate::document::{Head, Robots, Script, Top};
use crate::house::{House, Link};
use crate::paths::{Resume, Wizard, posted};

/// A draft as a page shows it.
pub struct Filling {
    /// The form.
    pub form: &'static Form,
    /// Everything typed so far.
    pub answers: Answers,
    /// The judgement of everything typed.
    pub verdict: Verdict,
    /// Which fields apply.
    pub walk: Walk,
    /// The day and the house.
    pub context: Context,
    /// Whose page it is.
    pub house: House,
    /// Version of the form with which the draft began.
    pub began_with: u16,
    /// Version of the draft this page is made from.
    pub version: i64,
    /// Until when the draft stays, in words.
    pub kept_until: String,
    /// Something to say first.
    pub remark: Option<Remark>,
    /// Whether this device keeps what the person at the keyboard told of themselves.
    pub own: OwnDetails,
    /// What is asked for and can't be had, where that is known.
    pub not_free: Option<NotFree>,
}

/// What a page of the wizard says first.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Remark {
    /// More was posted than is read: what fitted was kept.
    CutOff,
    /// The draft was gone, expired or without its cookie: what was typed is kept in a new one.
    Anew,
}

/// Where in the wizard a page stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// On a step, or on a row of it.
    Step(&'static str),
    /// On the check page.
    Check,
}

impl Filling {
    /// Judges the answers once, for the whole page.
    pub fn new(
        form: &'static Form,
        answers: Answers,
        context: Context,
        house: House,
        version: i64,
        kept_until: String,
    ) -> Self {
        let walk = walk(form, &answers, &context);
        let verdict = judge_walk(form, &answers, &context, &walk);
        Self {
            form,
            answers,
            verdict,
            walk,
            context,
            house,
            began_with: form.version,
            version,
            kept_until,
            remark: None,
            own: OwnDetails::None,
            not_free: None,
        }
    }

    /// The same, with a row that was opened but may hold nothing yet.
    #[must_use]
    pub fn with_row(&self, group: &str, key: RowKey) -> Self {
        let mut answers = self.answers.clone();
        answers.open_row(group, key);
        let (context, house) = (self.context.clone(), self.house.clone());
        let opened = Self::new(self.form, answers, context, house, self.version, self.kept_until.clone());
        Self { remark: self.remark, own: self.own, began_with: self.began_with, ..opened }
    }

    /// Place on the route (from 1) and length of the route, the check page included.
    pub fn count(&self, at: At) -> (usize, usize) {
        let route = &self.walk.route;
        let total = route.len() + 1;
        match at {
            At::Check => (total, total),
            At::Step(slug) => (route.iter().position(|step| step.slug == slug).map_or(1, |index| index + 1), total),
        }
    }

    /// The head of a wizard page. The title tells where one is, and first of all that something is wrong.
    pub fn head(&self, at: At, title: &str, path: String, state: PageState) -> Head {
        let (number, total) = self.count(at);
        let wrong = if state == PageState::Wrong { "Fout: " } else { "" };
        // Before the first post there is nothing to save.
        let later = Link::new("Opslaan en later verder", Wizard::Code.of(self.form.slug));
        let later = (self.version > 0).then_some(later);
        Head {
            title: format!("{wrong}Stap {number} van {total}, {title}"),
            description: None,
            path,
            robots: Robots::NoIndex,
            top: Top::Form(later),
            script: Script::Wizard,
            styles: vec![Wizard::Style.of(self.form.slug)],
            feed: None,
        }
    }
}

/// Whether a page comes back with errors.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum PageState {
    /// A first look, or saved without errors.
    Calm,
    /// Something typed is wrong.
    Wrong,
}

/// The page around a step: rail left, column right, the island under it.
pub(super) fn frame<V: IntoView>(filling: &Filling, at: At, column: V) -> impl IntoView + use<V> {
    let carried = carry(filling);
    let remark = filling.remark.map(remark_view);
    let exit = filling.house.exit.clone().filter(|_| filling.form.exit == Exit::Quick);
    let exit = exit.map(|exit| view! { <QuickExitLink exit=exit /> });
    view! {
        <div class="zvh-frame">
            {exit}
            <div
                class="zvh-wizard"
                id="wizard"
                data-form=carried.form
                data-answers=carried.answers
                data-today=carried.today
                data-partners=carried.partners
                data-municipalities=carried.municipalities
                data-neighbours=carried.neighbours
                data-rooms=carried.rooms
            >
                {rail(filling, at)}
                <div class="zvh-wizard__column">
                    {remark}
                    {column}
                    <p class="zvh-step-help">
                        "Komt u er niet uit, of twijfelt u? Bel "
                        <a class="nl-link" href=filling.house.phone.href()>{filling.house.phone.shown.clone()}</a>
                        "."
                    </p>
                </div>
            </div>
            <WizardIsland />
        </div>
    }
}

fn remark_view(remark: Remark) -> AnyView {
    match remark {
        Remark::CutOff => view! {
            <p class="zvh-warning" role="status">
                "U typte meer dan wij in één keer kunnen bewaren. Wij hebben bewaard wat paste. Maak uw teksten korter en kijk na wat er nog staat."
            </p>
        }
        .into_any(),
        Remark::Anew => view! {
            <p class="zvh-warning" role="status">
                "Wij konden uw eerdere antwoorden niet meer openen. Uw formulier is daarom opnieuw begonnen. Wat u net invulde, hebben wij bewaard. \
                 Hebt u een code van uw eerdere antwoorden? "
                <a class="nl-link" href=Resume.to_string()>"Ga verder met uw code"</a>
                "."
            </p>
        }
        .into_any(),
    }
}

/// "Stap 2 van 12", under the heading.
pub(super) fn step_count(filling: &Filling, at: At) -> impl IntoView + use<> {
    let (number, total) = filling.count(at);
    view! { <p class="zvh-step-count">{format!("Stap {number} van {total}")}</p> }
}

/// The version of the draft, carried along by every post.
pub(crate) fn version_field(filling: &Filling) -> impl IntoView + use<> {
    view! { <input type="hidden" name=posted::VERSION value=filling.version.to_string() /> }
}

fn rail(filling: &Filling, at: At) -> impl IntoView + use<> {
    let form = filling.form;
    let route = &filling.walk.route;
    let open = first_open(filling);
    let reached = |step: &Step| {
        let place = |slug: &str| route.iter().position(|known| known.slug == slug);
        open.is_none_or(|open| place(step.slug) <= place(open.slug))
    };
    let steps = route.iter().map(|step| {
        let current = at == At::Step(step.slug);
        rail_item(
            step.title,
            Wizard::Step(step.slug).of(form.slug),
            RailState::of(current, reached(step), open.is_some_and(|open| open.slug == step.slug)),
        )
    });
    let check = rail_item(
        "Controleren en versturen",
        Wizard::Check.of(form.slug),
        RailState::of(at == At::Check, open.is_none(), true),
    );
    view! {
        <nav class="zvh-rail" aria-label="Stappen van het formulier">
            <ol>{steps.collect_view()}{check}</ol>
        </nav>
    }
}

/// The first step of the route with something to mend or to answer.
pub fn first_open(filling: &Filling) -> Option<&'static Step> {
    filling.walk.route.iter().copied().find(|step| {
        filling
            .verdict
            .problems
            .iter()
            .any(|problem| filling.form.step_of(&problem.name).is_some_and(|of| of.slug == step.slug))
    })
}

#[derive(Clone, Copy)]
enum RailState {
    Done,
    Current,
    Open,
    Later,
}

impl RailState {
    fn of(current: bool, reached: bool, open: bool) -> Self {
        match (current, reached, open) {
            (true, ..) => Self::Current,
            (_, true, true) => Self::Open,
            (_, true, false) => Self::Done,
            (_, false, _) => Self::Later,
        }
    }
}

fn rail_item(title: &'static str, href: String, state: RailState) -> AnyView {
    match state {
        RailState::Done => view! {
            <li class="zvh-rail__item zvh-rail__item--done">
                <a href=href>{title}<span class="zvh-visually-hidden">", ingevuld"</span></a>
            </li>
        }
        .into_any(),
        RailState::Open => view! { <li class="zvh-rail__item"><a href=href>{title}</a></li> }.into_any(),
        RailState::Current => {
            view! { <li class="zvh-rail__item zvh-rail__item--current" aria-current="step">{title}</li> }.into_any()
        }
        RailState::Later => view! { <li class="zvh-rail__item zvh-rail__item--later">{title}</li> }.into_any(),
    }
}

/// Whether a part with this condition belongs on the page now, and its mark for the stylesheet.
pub(super) enum Shows {
    /// Always.
    Plain,
    /// The stylesheet decides; this is its mark.
    Marked(String),
    /// Not now.
    Not,
}

impl Shows {
    pub(super) fn of(step: &Step, when: &domain::form::When, name: &str, ask: Ask<'_>) -> Self {
        if matches!(when, domain::form::When::Always) {
            return Self::Plain;
        }
        match reveal::mark(step, when, name, ask) {
            Some(mark) => Self::Marked(mark),
            None if when.holds(ask) => Self::Plain,
            None => Self::Not,
        }
    }
}
