//! What was sent, for its sender: as a page to print, and the words for the same as PDF.

use domain::form::Form;
use domain::summary::{Block, Line, Section};
use leptos::prelude::*;

use crate::document::Head;
use crate::paths::Wizard;

/// What a copy says of itself.
#[derive(Clone, Copy)]
pub struct Words {
    /// Stands where nothing was answered.
    pub unanswered: &'static str,
    /// "Bladzijde 1 van 3", from the number of the page and how many there are.
    pub page: fn(usize, usize) -> String,
}

/// The words of every copy.
pub const WORDS: Words =
    Words { unanswered: "Niet ingevuld", page: |number, of| format!("Bladzijde {number} van {of}") };

/// What a copy is of.
#[derive(Clone)]
pub struct Copied {
    /// Which form.
    pub form: &'static Form,
    /// Its reference, as people read it.
    pub reference: String,
    /// "zaterdag 21 november 2026 om 14.32 uur".
    pub received: String,
    /// Full name of the house.
    pub house: String,
}

impl Copied {
    /// "Afschrift van uw aanmelding".
    pub fn title(&self) -> String {
        format!("Afschrift van uw {}", self.form.words.noun)
    }

    /// What stands above the answers: label and value.
    pub fn lines(&self) -> [(&'static str, String); 4] {
        [
            ("Referentie", self.reference.clone()),
            ("Voor", self.form.name.to_owned()),
            ("Verstuurd aan", self.house.clone()),
            ("Ontvangen", self.received.clone()),
        ]
    }
}

/// The head of the page.
pub fn head(copied: &Copied) -> Head {
    Head::unlisted(copied.title(), Wizard::Copy(&copied.reference).of(copied.form.slug))
}

/// The page.
pub fn page(copied: &Copied, sections: Vec<Section>) -> impl IntoView + use<> {
    let form = copied.form.slug;
    let lines = copied.lines().map(|(label, value)| line_view(label, value)).collect_view();
    let pdf = Wizard::CopyPdf(&copied.reference).of(form);
    let back = Wizard::Sent(&copied.reference).of(form);
    view! {
        <div class="zvh-frame zvh-narrow">
            <h1 class="nl-heading nl-heading--level-1">{copied.title()}</h1>
            <dl class="zvh-summary__list">{lines}</dl>
            <p class="nl-paragraph">
                "Hier staan gegevens over mensen. Druk dit alleen af als het nodig is en leg het niet op een open plek. "
                <a class="nl-link" href=pdf>"Bewaar als pdf"</a>
                " of "
                <a class="nl-link" href=back>"ga terug naar de bevestiging"</a>
                "."
            </p>
            {sections.into_iter().map(section_view).collect_view()}
        </div>
    }
}

fn section_view(section: Section) -> impl IntoView {
    let step = section.step;
    view! {
        <section class="zvh-summary" aria-labelledby=format!("deel-{step}")>
            <h2 class="nl-heading nl-heading--level-2" id=format!("deel-{step}")>{section.title}</h2>
            {section.blocks.into_iter().map(block_view).collect_view()}
        </section>
    }
}

fn block_view(block: Block) -> impl IntoView {
    let heading =
        (!block.heading.is_empty()).then(|| view! { <h3 class="nl-heading nl-heading--level-3">{block.heading}</h3> });
    let lines = block.lines.into_iter().map(|Line { label, value, .. }| line_view(label, value)).collect_view();
    view! {
        {heading}
        <dl class="zvh-summary__list">{lines}</dl>
    }
}

fn line_view(label: &'static str, value: String) -> impl IntoView {
    let value = if value.is_empty() { WORDS.unanswered.to_owned() } else { value };
    view! {
        <div class="zvh-summary__row">
            <dt>{label}</dt>
            <dd class="zvh-summary__value">{value}</dd>
        </div>
    }
}
