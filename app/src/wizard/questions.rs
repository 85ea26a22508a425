//! The whole form for reading before you start: every question, why it is asked, on which ground, who sees it, how long it stays.

use domain::check::offers;
use domain::form::{Ask, Field, Form, Group, Kind, Need, Part, Purpose, Step, When};
use domain::{answers::Answers, context::Context};
use leptos::prelude::*;

use super::step::purpose_view;
use crate::document::Head;
use crate::paths::Wizard;

/// The head of the page.
pub fn head(form: &Form) -> Head {
    let title = format!("Vragen: {}", form.title);
    Head::page(
        title,
        "Alle vragen van het formulier, met per vraag waarom wij die stellen.",
        Wizard::Questions.of(form.slug),
    )
}

/// The page.
pub fn page(form: &'static Form, context: &Context) -> impl IntoView {
    let steps =
        form.steps.iter().enumerate().map(|(index, step)| step_view(form, step, index + 1, context)).collect_view();
    view! {
        <div class="zvh-frame zvh-narrow">
            <h1 class="nl-heading nl-heading--level-1">"Alle vragen"</h1>
            <p class="nl-paragraph nl-paragraph--lead">{form.title}</p>
            <p class="nl-paragraph">
                "Hier leest u het hele formulier voor u begint. Niet elke vraag is in elke situatie nodig: het formulier toont alleen wat bij uw antwoorden past."
            </p>
            <p class="nl-paragraph"><a class="nl-link" href=Wizard::Start.of(form.slug)>"Naar het begin van het formulier"</a></p>
            {steps}
        </div>
    }
}

fn step_view(form: &'static Form, step: &'static Step, number: usize, context: &Context) -> impl IntoView + use<> {
    let mut purposes: Vec<&'static Purpose> = Vec::new();
    let fields = step.fields().chain(step.groups().flat_map(|group| group.fields));
    for field in fields {
        if !purposes.iter().any(|known| std::ptr::eq(*known, field.purpose)) {
            purposes.push(field.purpose);
        }
    }
    let parts = step.parts.iter().map(|part| part_view(form, part, context)).collect_view();
    let purposes = purposes.into_iter().map(purpose_view).collect_view();
    view! {
        <section class="zvh-questions" aria-labelledby=format!("stap-{}", step.slug)>
            <h2 class="nl-heading nl-heading--level-2" id=format!("stap-{}", step.slug)>{format!("Stap {number}. {}", step.title)}</h2>
            {super::step::intro(step)}
            {parts}
            <div class="zvh-questions__purposes">{purposes}</div>
        </section>
    }
}

fn part_view(form: &'static Form, part: &'static Part, context: &Context) -> AnyView {
    match part {
        Part::Heading(heading) => view! { <h3 class="nl-heading nl-heading--level-3">{heading.title}</h3> }.into_any(),
        Part::Field(field) => question_view(form, field, context).into_any(),
        Part::Group(group) => group_view(form, group, context).into_any(),
        Part::Notice(_) => ().into_any(),
    }
}

fn group_view(form: &'static Form, group: &'static Group, context: &Context) -> impl IntoView + use<> {
    let fields = group.fields.iter().map(|field| question_view(form, field, context)).collect_view();
    view! {
        <h3 class="nl-heading nl-heading--level-3">{group.many}</h3>
        <p class="nl-paragraph">{format!("Deze vragen stellen wij per keer, hoogstens {} keer.", group.most)}</p>
        {fields}
    }
}

fn question_view(form: &'static Form, field: &'static Field, context: &Context) -> impl IntoView + use<> {
    let answers = Answers::default();
    let options = offers(form.steps, field, Ask { answers: &answers, row: "", context });
    let options: Vec<String> = options.into_iter().map(|offer| offer.label).collect();
    let remark = match (field.need, field.when) {
        (Need::Optional, _) => Some("niet verplicht"),
        (Need::Required, When::Always) => None,
        (Need::Required, _) => Some("alleen als het past bij uw eerdere antwoorden"),
    };
    let list = !matches!(field.kind, Kind::Tick) && !options.is_empty();
    view! {
        <div class="zvh-questions__question">
            <h3 class="zvh-questions__label">{field.label}{remark.map(|text| view! { <span class="zvh-optional">{format!(" ({text})")}</span> })}</h3>
            {(!field.hint.is_empty()).then(|| view! { <p class="zvh-questions__hint">{field.hint}</p> })}
            {list.then(|| view! { <p class="zvh-questions__options">"Keuzes: "{options.join("; ")}"."</p> })}
            <p class="zvh-questions__why">"Waarom: "{field.why}</p>
        </div>
    }
}
