//! Asking back: which questions of the case its sender must answer again, grouped as they were asked.

use leptos::prelude::*;

use crate::components::form::{Common, shape};
use crate::paths::{field_id, posted};

/// The questions of a case that can be asked again.
#[derive(Clone)]
pub struct AskBack {
    /// In the steps of the form.
    pub steps: Vec<AskedStep>,
}

/// A step of the form.
#[derive(Clone)]
pub struct AskedStep {
    /// Its title.
    pub title: String,
    /// Its questions.
    pub questions: Vec<Askable>,
}

impl AskedStep {
    fn chosen(&self) -> usize {
        self.questions.iter().filter(|question| question.tick == Tick::On).count()
    }

    /// "(2 gekozen, 3 niet ingevuld)"; empty where there is nothing to count.
    fn counted(&self) -> String {
        let open = self.questions.iter().filter(|question| question.value.is_empty()).count();
        let counts = [(self.chosen(), "gekozen"), (open, "niet ingevuld")];
        let told = counts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}"));
        let told = told.collect::<Vec<_>>().join(", ");
        if told.is_empty() { told } else { format!("({told})") }
    }
}

/// A question that can be asked again.
#[derive(Clone)]
pub struct Askable {
    /// Full name of the field.
    pub name: String,
    /// The question.
    pub label: String,
    /// What was answered; may be empty.
    pub value: String,
    /// Whether it is chosen.
    pub tick: Tick,
}

/// Whether a box is ticked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tick {
    /// It is.
    On,
    /// It is not.
    Off,
}

/// The boxes. A step with a ticked one is unfolded.
pub(super) fn ask_back_view(ask: &AskBack) -> impl IntoView + use<> {
    let field = Common {
        name: posted::QUESTION.to_owned(),
        label: "Welke vragen moet de afzender (opnieuw) beantwoorden?".to_owned(),
        hint: "De afzender ziet alleen deze vragen en wat u hieronder schrijft.".to_owned(),
        ..Common::default()
    };
    let mut number = 0;
    let steps = ask.steps.iter().map(|step| {
        let open = step.chosen() > 0;
        let boxes = step.questions.iter().map(|question| {
            number += 1;
            box_view(question, number)
        });
        let boxes = boxes.collect_view();
        view! {
            <details open=open>
                <summary>{step.title.clone()}" "<span class="zvh-desk-quiet">{step.counted()}</span></summary>
                {boxes}
            </details>
        }
    });
    let steps = steps.collect_view();
    view! {
        <div class=field.class("zvh-desk-ask")>
            <fieldset class="zvh-fieldset" aria-describedby=field.described_by()>
                <legend class="zvh-legend">{field.label.clone()}</legend>
                {shape::hint(&field)}
                {shape::error(&field)}
                {steps}
            </fieldset>
        </div>
    }
}

fn box_view(question: &Askable, number: usize) -> impl IntoView + use<> {
    let id = format!("{}-{number}", field_id(posted::QUESTION));
    let hint = format!("{id}-nu");
    let value = if question.value.is_empty() { crate::wizard::copy::WORDS.unanswered } else { &question.value };
    view! {
        <div class="zvh-choice">
            <input
                class="utrecht-checkbox utrecht-checkbox--html-input utrecht-checkbox--custom"
                type="checkbox"
                id=id.clone()
                name=posted::QUESTION
                value=question.name.clone()
                checked={question.tick == Tick::On}
                aria-describedby=hint.clone()
            />
            <label class="zvh-choice__label" for=id>{question.label.clone()}</label>
            <span class="zvh-choice__hint" id=hint>"Nu: "{value.to_owned()}</span>
        </div>
    }
}
