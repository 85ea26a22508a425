//! A row of a group: its own page, and the question whether it may go.

use domain::answers::RowKey;
use domain::check::Problem;
use domain::form::{Ask, Group, Step};
use domain::messages;
use domain::summary::row_heading;
use leptos::prelude::*;

use super::actions::{Rank, button, default_button};
use super::field::field_view;
use super::frame::{At, Filling, PageState, Shows, frame, step_count, version_field};
use super::step::{Judged, Teller, reasons};
use crate::components::form::{ErrorSummary, SummaryLine};
use crate::document::Head;
use crate::paths::{Wizard, action};

/// Which row of which group in which step.
#[derive(Clone, Copy)]
pub struct RowAt {
    /// The step.
    pub step: &'static Step,
    /// The group.
    pub group: &'static Group,
    /// The row.
    pub key: RowKey,
}

/// The head of the page of a row.
pub fn head(filling: &Filling, at: RowAt, judged: Judged) -> Head {
    let wrong = judged == Judged::Now && !problems_of(filling, at).is_empty();
    let state = if wrong { PageState::Wrong } else { PageState::Calm };
    let title = number_of(filling, at);
    filling.head(
        At::Step(at.step.slug),
        &title,
        Wizard::Row(at.step.slug, at.group.slug, at.key).of(filling.form.slug),
        state,
    )
}

/// The page of a row.
pub fn page(filling: &Filling, at: RowAt, judged: Judged) -> impl IntoView {
    let RowAt { step, group, key } = at;
    let form = filling.form;
    let row = key.prefix(group.name);
    let verdict = &filling.verdict;
    let problems = if judged == Judged::Now { problems_of(filling, at) } else { Vec::new() };
    let summary =
        problems.iter().map(|problem| SummaryLine::field(&problem.name, messages::problem(form, problem))).collect();
    let teller = Teller { filling, problems: &problems, warnings: &verdict.warnings };
    let walk = &filling.walk;
    let fields = group.fields.iter().map(|field| {
        let ask = Ask { answers: &walk.applies, row: &row, context: &filling.context };
        let view = || field_view(filling, field, &row, teller.of(&[&row, field.name].concat()));
        match Shows::of(step, &field.when, field.name, ask) {
            Shows::Plain => view(),
            Shows::Marked(mark) => view! { <div class="zvh-reveal" data-reveal=mark>{view()}</div> }.into_any(),
            Shows::Not => ().into_any(),
        }
    });
    let fields: Vec<AnyView> = fields.collect();
    let address = Wizard::Row(step.slug, group.slug, key).of(form.slug);
    let column = view! {
        <ErrorSummary lines=summary />
        <h1 class="nl-heading nl-heading--level-1" id="kop" tabindex="-1">{number_of(filling, at)}</h1>
        {step_count(filling, At::Step(step.slug))}
        <form class="zvh-form" id="formulier" method="post" action=address novalidate=true>
            {default_button()}
            {version_field(filling)}
            {fields}
            {reasons(group.fields.iter().collect())}
            <div class="zvh-actions">
                {button(action::NEXT, "Opslaan", Rank::Primary)}
                {button(action::PREVIOUS, "Terug naar het overzicht", Rank::Secondary)}
            </div>
        </form>
    };
    frame(filling, At::Step(step.slug), column)
}

/// The page that asks whether a row may go.
pub fn remove_page(filling: &Filling, at: RowAt) -> impl IntoView {
    let RowAt { step, group, key } = at;
    let form = filling.form;
    let heading = row_heading(form, group, key, &filling.answers, &filling.context);
    let back = Wizard::Step(step.slug).of(form.slug);
    let column = view! {
        <h1 class="nl-heading nl-heading--level-1" id="kop" tabindex="-1">{format!("Wilt u ‘{heading}’ verwijderen?")}</h1>
        <p class="nl-paragraph">"Wat u hierover invulde, is dan weg."</p>
        <form class="zvh-form" id="formulier" method="post" action=Wizard::RemoveRow(step.slug, group.slug, key).of(form.slug) novalidate=true>
            {version_field(filling)}
            <div class="zvh-actions">
                {button(action::NEXT, "Ja, verwijder", Rank::Secondary)}
                <a class="nl-button nl-button--primary" href=back><span class="nl-button__label">"Nee, ga terug"</span></a>
            </div>
        </form>
    };
    frame(filling, At::Step(step.slug), column)
}

/// The head of that page.
pub fn remove_head(filling: &Filling, at: RowAt) -> Head {
    let path = Wizard::RemoveRow(at.step.slug, at.group.slug, at.key).of(filling.form.slug);
    filling.head(At::Step(at.step.slug), "verwijderen", path, PageState::Calm)
}

/// The problems of this row.
pub fn problems_of(filling: &Filling, at: RowAt) -> Vec<Problem> {
    let prefix = at.key.prefix(at.group.name);
    filling.verdict.problems.iter().filter(|problem| problem.name.starts_with(&prefix)).cloned().collect()
}

/// "Gezinslid 2", without the name: it stands in the title of the window.
fn number_of(filling: &Filling, at: RowAt) -> String {
    let earlier = filling.answers.rows(at.group.name).iter().filter(|key| **key < at.key).count();
    format!("{} {}", at.group.one, earlier + 1)
}
