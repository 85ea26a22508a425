//! A step: its fields, groups and notices, and the buttons to go on.

use domain::check::{Problem, Verdict, Warned};
use domain::form::{Ask, Group, Heading, Notice, Part, Step, When};
use domain::summary::row_heading;
use domain::{messages, own};
use leptos::either::Either;
use leptos::prelude::*;

use super::actions::{Rank, button, default_button};
use super::changed::remark_of_group;
use super::field::{Said, field_view};
use super::frame::{At, Filling, PageState, Shows, frame, step_count, version_field};
use super::not_free::not_free_view;
use super::own::{OwnDetails, fill_view};
use crate::components::form::{ErrorSummary, SummaryLine};
use crate::document::Head;
use crate::paths::{Wizard, action, field_id};

/// Whether a page judges what was typed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Judged {
    /// It shows what was typed, without a word about it.
    NotYet,
    /// It comes back after "Volgende": every error shows.
    Now,
}

/// The head of the page of a step.
pub fn head(filling: &Filling, step: &'static Step, judged: Judged) -> Head {
    let wrong = judged == Judged::Now && !problems_of(filling, step, &filling.verdict).is_empty();
    let wrong = wrong || filling.not_free.is_some();
    let state = if wrong { PageState::Wrong } else { PageState::Calm };
    filling.head(At::Step(step.slug), step.title, Wizard::Step(step.slug).of(filling.form.slug), state)
}

/// The page of a step.
pub fn page(filling: &Filling, step: &'static Step, judged: Judged) -> impl IntoView {
    let verdict = &filling.verdict;
    let problems = if judged == Judged::Now { problems_of(filling, step, verdict) } else { Vec::new() };
    let summary = summary_lines(filling, step, &problems);
    let errors = match &filling.not_free {
        Some(_) => Either::Left(not_free_view(filling, At::Step(step.slug))),
        None => Either::Right(view! { <ErrorSummary lines=summary /> }),
    };
    let parts = parts_view(filling, step, &problems);
    let offer = (filling.own == OwnDetails::Kept && own::step(filling.form).is_some_and(|own| own.slug == step.slug))
        .then(|| fill_view(filling.form));
    let first = filling.walk.route.first().is_some_and(|first| first.slug == step.slug);
    let back = (!first).then(|| button(action::PREVIOUS, "Vorige stap", Rank::Secondary));
    let column = view! {
        {errors}
        <h1 class="nl-heading nl-heading--level-1" id="kop" tabindex="-1">{step.title}</h1>
        {step_count(filling, At::Step(step.slug))}
        {intro(step)}
        {offer}
        <form class="zvh-form" id="formulier" method="post" action=Wizard::Step(step.slug).of(filling.form.slug) novalidate=true>
            {default_button()}
            {version_field(filling)}
            {parts}
            {reasons(step.fields().collect())}
            <div class="zvh-actions">
                {button(action::NEXT, "Volgende stap", Rank::Primary)}
                {back}
                {button(action::LATER, "Opslaan en later verder", Rank::Subtle)}
            </div>
        </form>
    };
    frame(filling, At::Step(step.slug), column)
}

/// All parts of a step: what was typed, and what is wrong with it.
pub(crate) fn parts_view(filling: &Filling, step: &'static Step, problems: &[Problem]) -> Vec<AnyView> {
    let teller = Teller { filling, problems, warnings: &filling.verdict.warnings };
    step.parts.iter().map(|part| part_view(filling, step, part, &teller)).collect()
}

/// The lines of the error summary above a step.
pub(crate) fn summary_lines(filling: &Filling, step: &'static Step, problems: &[Problem]) -> Vec<SummaryLine> {
    problems.iter().map(|problem| summary_line(filling, step, problem)).collect()
}

/// The problems that this step shows: its own, those of its groups and of their rows.
pub fn problems_of(filling: &Filling, step: &Step, verdict: &Verdict) -> Vec<Problem> {
    let of_step = |problem: &&Problem| filling.form.step_of(&problem.name).is_some_and(|of| of.slug == step.slug);
    verdict.problems.iter().filter(of_step).cloned().collect()
}

/// What the check says of each field of a page.
pub(super) struct Teller<'a> {
    pub(super) filling: &'a Filling,
    pub(super) problems: &'a [Problem],
    pub(super) warnings: &'a [Warned],
}

impl Teller<'_> {
    pub(super) fn of(&self, name: &str) -> Said {
        let form = self.filling.form;
        let error =
            self.problems.iter().find(|problem| problem.name == name).map(|problem| messages::problem(form, problem));
        let warnings = self.warnings.iter().filter(|warned| warned.name == name);
        let warning = warnings.map(|warned| messages::warning(form, warned)).collect::<Vec<_>>().join(" ");
        Said { error, warning: (!warning.is_empty()).then_some(warning) }
    }
}

pub(crate) fn intro(step: &Step) -> impl IntoView + use<> {
    step.intro.iter().map(|text| view! { <p class="nl-paragraph">{*text}</p> }).collect_view()
}

/// Why the questions of a page are asked, closed until someone wants to know.
pub(super) fn reasons(fields: Vec<&'static domain::form::Field>) -> impl IntoView {
    let mut categories: Vec<&'static domain::form::Purpose> = Vec::new();
    for field in &fields {
        if !categories.iter().any(|known| std::ptr::eq(*known, field.purpose)) {
            categories.push(field.purpose);
        }
    }
    let whys = fields.iter().map(|field| view! { <dt>{field.label}</dt><dd>{field.why}</dd> }).collect_view();
    let grounds = categories.into_iter().map(purpose_view).collect_view();
    (!fields.is_empty()).then(|| {
        view! {
            <details class="zvh-why">
                <summary>"Waarom vragen wij dit, en wie ziet het?"</summary>
                <dl>{whys}</dl>
                {grounds}
            </details>
        }
    })
}

/// One category of data: ground, who sees it, how long it stays.
pub(super) fn purpose_view(purpose: &'static domain::form::Purpose) -> impl IntoView {
    view! {
        <div class="zvh-why__purpose">
            <p class="zvh-why__category">{purpose.category}</p>
            <p>"Grond: "{purpose.ground}</p>
            <p>"Wie ziet het: "{purpose.seen_by}</p>
            <p>"Hoe lang: "{purpose.kept.text()}</p>
        </div>
    }
}

fn part_view(filling: &Filling, step: &'static Step, part: &'static Part, teller: &Teller<'_>) -> AnyView {
    match part {
        Part::Heading(heading) => shown(filling, step, &heading.when, heading.title, || heading_view(heading)),
        Part::Notice(notice) => shown(filling, step, &notice.when, notice.name, || notice_view(notice)),
        Part::Field(field) => {
            shown(filling, step, &field.when, field.name, || field_view(filling, field, "", teller.of(field.name)))
        }
        Part::Group(group) => {
            shown(filling, step, &group.when, group.name, || group_view(filling, step, group, teller))
        }
    }
}

fn shown(filling: &Filling, step: &Step, when: &When, name: &str, view: impl FnOnce() -> AnyView) -> AnyView {
    let ask = Ask { answers: &filling.walk.applies, row: "", context: &filling.context };
    match Shows::of(step, when, name, ask) {
        Shows::Plain => view(),
        Shows::Marked(mark) => view! { <div class="zvh-reveal" data-reveal=mark>{view()}</div> }.into_any(),
        Shows::Not => ().into_any(),
    }
}

fn heading_view(heading: &'static Heading) -> AnyView {
    let text = (!heading.text.is_empty()).then(|| view! { <p class="nl-paragraph">{heading.text}</p> });
    view! {
        <div class="zvh-section">
            <h2 class="nl-heading nl-heading--level-2">{heading.title}</h2>
            {text}
        </div>
    }
    .into_any()
}

fn notice_view(notice: &'static Notice) -> AnyView {
    view! { <div class="zvh-warning"><p>{notice.text}</p></div> }.into_any()
}

fn group_view(filling: &Filling, step: &'static Step, group: &'static Group, teller: &Teller<'_>) -> AnyView {
    let form = filling.form;
    let keys = filling.answers.rows(group.name);
    let error = teller.of(group.name).error;
    let hidden = error.is_none();
    let verdict = &filling.verdict;
    let rows = keys.iter().map(|key| {
        let heading = row_heading(form, group, *key, &filling.answers, &filling.context);
        let prefix = key.prefix(group.name);
        let incomplete = verdict.problems.iter().any(|problem| problem.name.starts_with(&prefix));
        view! {
            <li class="zvh-rows__row">
                <span class="zvh-rows__heading">{heading.clone()}</span>
                {incomplete.then(|| view! { <span class="zvh-rows__open">"Nog niet compleet"</span> })}
                <span class="zvh-rows__actions">
                    <a class="nl-link" href=Wizard::Row(step.slug, group.slug, *key).of(form.slug)>
                        "Wijzig"<span class="zvh-visually-hidden">{format!(" {heading}")}</span>
                    </a>
                    <a class="nl-link" href=Wizard::RemoveRow(step.slug, group.slug, *key).of(form.slug)>
                        "Verwijder"<span class="zvh-visually-hidden">{format!(" {heading}")}</span>
                    </a>
                </span>
            </li>
        }
    });
    let rows = rows.collect_view();
    let list = if keys.is_empty() {
        view! { <p class="nl-paragraph">{group.empty}</p> }.into_any()
    } else {
        view! { <ol class="zvh-rows__list">{rows}</ol> }.into_any()
    };
    let full = keys.len() >= group.most;
    let add = if full {
        view! { <p class="nl-paragraph">{format!("U hebt het hoogste aantal bereikt: {}.", group.most)}</p> }.into_any()
    } else {
        button(format!("{}:{}", action::ADD, group.slug), group.add, Rank::Secondary).into_any()
    };
    view! {
        <section class="zvh-rows" aria-labelledby=field_id(group.name)>
            <h2 class="nl-heading nl-heading--level-2" id=field_id(group.name) tabindex="-1">{group.many}</h2>
            {remark_of_group(filling, group.name).map(|text| view! { <p class="nl-paragraph">{text}</p> })}
            <div
                class="utrecht-form-field-error-message"
                id=format!("{}-error", field_id(group.name))
                data-error=group.name
                hidden=hidden
            >
                {error.unwrap_or_default()}
            </div>
            {list}
            {add}
        </section>
    }
    .into_any()
}

/// An error of a row links to the page of the row; all others to the field on this page.
fn summary_line(filling: &Filling, step: &'static Step, problem: &Problem) -> SummaryLine {
    let form = filling.form;
    let text = messages::problem(form, problem);
    for group in step.groups() {
        for key in filling.answers.rows(group.name) {
            if problem.name.starts_with(&key.prefix(group.name)) {
                let heading = row_heading(form, group, key, &filling.answers, &filling.context);
                let page = Wizard::Row(step.slug, group.slug, key).of(form.slug);
                return SummaryLine::page(format!("{page}#{}", field_id(&problem.name)), format!("{heading}: {text}"));
            }
        }
    }
    SummaryLine::field(&problem.name, text)
}
