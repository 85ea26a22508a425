//! Answering what the house asked back: just those questions of the form, and words of one's own.

use std::sync::Arc;

use domain::check::Verdict;
use domain::form::Field;
use leptos::prelude::*;

use crate::components::form::{Common, SummaryLine, TextArea};
use crate::paths::Follow;
use crate::wizard::actions::{Rank, plain_button};
use crate::wizard::field::{Said, field_view};
use crate::wizard::frame::Filling;

/// What the house asked and waits for.
#[derive(Clone)]
pub struct Asked {
    /// Its number: an answer goes with the question that was read.
    pub id: String,
    /// What it wrote.
    pub question: String,
    /// The questions to answer, by full name, with the field each is.
    pub fields: Vec<(String, &'static Field)>,
    /// What was typed, or sent before.
    pub filling: Arc<Filling>,
    /// What the check says of what was typed; none while nothing was.
    pub judged: Option<Arc<Verdict>>,
    /// Words of one's own.
    pub text: String,
    /// What is wrong with those.
    pub wrong: Option<Wrong>,
}

/// What is wrong with the words of a reply.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// There are none, and nothing else was asked.
    Empty,
    /// There are more characters than this.
    TooLong(usize),
    /// They could not be stored just now.
    NotStored,
}

impl Wrong {
    fn text(self) -> String {
        match self {
            Self::Empty => "Vul uw antwoord in.".to_owned(),
            Self::TooLong(most) => format!("Maak uw antwoord korter: hoogstens {most} tekens."),
            Self::NotStored => {
                "Wij konden uw antwoord nu niet opslaan. Het staat er nog. Probeer het over een paar minuten opnieuw."
                    .to_owned()
            }
        }
    }
}

/// The name of the words of one's own: another than that of what is added, which stands on the same page.
pub const TEXT: &str = "_antwoord";
/// The name under which the number of the question goes along.
pub const QUESTION: &str = "_vraag";

impl Asked {
    /// The lines of the error summary.
    pub fn lines(&self) -> Vec<SummaryLine> {
        let of_field = |(name, _): &(String, &'static Field)| {
            let text = self.error(name)?;
            Some(SummaryLine::field(name, text))
        };
        let own = self.wrong.map(|wrong| SummaryLine::field(TEXT, wrong.text()));
        self.fields.iter().filter_map(of_field).chain(own).collect()
    }

    fn error(&self, name: &str) -> Option<String> {
        let problem = self.judged.as_ref()?.problems.iter().find(|problem| problem.name == *name)?;
        Some(domain::messages::problem(self.filling.form, problem))
    }
}

/// The form, first on the page.
pub(super) fn view(asked: &Asked) -> impl IntoView + use<> {
    let fields = asked.fields.iter().map(|(name, field)| {
        let row = name.strip_suffix(field.name).unwrap_or_default();
        field_view(&asked.filling, field, row, Said { error: asked.error(name), warning: None })
    });
    let fields: Vec<_> = fields.collect();
    let hint = if asked.fields.is_empty() { "" } else { "Dit hoeft niet." };
    let own = Common {
        name: TEXT.to_owned(),
        label: "Uw antwoord of toelichting".to_owned(),
        hint: hint.to_owned(),
        error: asked.wrong.map(Wrong::text),
        ..Common::default()
    };
    view! {
        <section aria-labelledby="vraag">
            <h2 class="nl-heading nl-heading--level-2" id="vraag">"Wij hebben een vraag aan u"</h2>
            <p class="nl-paragraph zvh-summary__value">{asked.question.clone()}</p>
            <form class="zvh-form" method="post" action=Follow::Reply.to_string() novalidate=true>
                <input type="hidden" name=QUESTION value=asked.id.clone() />
                {fields}
                <TextArea field=own value=asked.text.clone() />
                <div class="zvh-actions">{plain_button("Antwoord versturen", Rank::Primary)}</div>
            </form>
        </section>
    }
}
