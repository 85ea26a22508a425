//! The start of a wizard: danger first, what you need, who may refer; the button that begins.

use chrono::NaiveDate;
use domain::check::Offer;
use domain::form::{Entry, Exit, Form};
use leptos::prelude::*;

use super::actions::{Rank, button};
use crate::components::form::{Common, ErrorSummary, Radios, SummaryLine};
use crate::components::{HelpNow, QuickExitLink};
use crate::document::Head;
use crate::house::House;
use crate::pages::text::TextPage;
use crate::paths::{Resume, Wizard, action};

/// Name of the question about danger.
pub const DANGER: &str = "_gevaar";

/// Where the visitor stands.
#[derive(Clone, PartialEq, Eq)]
pub enum Stage {
    /// Not asked yet.
    Fresh,
    /// Began without answering the question about danger.
    Unanswered,
    /// There is danger now: first make sure of safety.
    Danger,
    /// Would begin a second time while a filled draft waits: that one would be out of reach without its code.
    AlreadyBegun,
}

/// A draft that this browser still holds.
#[derive(Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Where to go on.
    pub go_on: String,
    /// Until when it stays, in words.
    pub kept_until: String,
}

/// The head of the start page.
pub fn head(form: &Form, stage: &Stage) -> Head {
    let path = Wizard::Start.of(form.slug);
    match stage {
        Stage::Fresh => Head::page(form.title, form.description, path),
        Stage::Unanswered | Stage::AlreadyBegun => Head::unlisted(format!("Fout: {}", form.title), path),
        Stage::Danger => Head::unlisted("Bel eerst 112", path),
    }
}

/// The start page. `words` are the house's own: what you need, who may refer.
pub fn page(
    form: &'static Form,
    house: &House,
    words: &TextPage,
    today: NaiveDate,
    kept_days: i64,
    stage: Stage,
    waiting: Option<Waiting>,
) -> impl IntoView {
    if stage == Stage::Danger {
        return danger(form, house).into_any();
    }
    let error = (stage == Stage::Unanswered).then(|| "Kies of er nu direct gevaar is.".to_owned());
    let begun = waiting.as_ref().filter(|_| stage == Stage::AlreadyBegun);
    let begun = begun.map(|waiting| SummaryLine::page(waiting.go_on.clone(), ALREADY_BEGUN.to_owned()));
    let lines = error.iter().map(|text| SummaryLine::field(DANGER, text.clone())).chain(begun).collect();
    let offers = [("nee", "Nee"), ("ja", "Ja")];
    let offers =
        offers.map(|(value, label)| Offer { value: value.to_owned(), label: label.to_owned(), hint: "" }).to_vec();
    let danger = (form.entry == Entry::Danger).then(|| {
        let field = Common {
            name: DANGER.to_owned(),
            label: "Is er nu direct gevaar voor iemand?".to_owned(),
            error,
            ..Common::default()
        };
        view! { <Radios field=field offers=offers chosen=String::new() /> }
    });
    // The check page is the last step.
    let steps = form.steps.len() + 1;
    view! {
        <div class="zvh-frame zvh-narrow">
            {leave(form, house)}
            <ErrorSummary lines=lines />
            <h1 class="nl-heading nl-heading--level-1">{form.title}</h1>
            <p class="nl-paragraph nl-paragraph--lead zvh-lead">{words.lead.clone()}</p>
            <HelpNow lines=house.help_lines.clone() />
            {waiting.map(|waiting| waiting_view(form, waiting))}
            <div class="zvh-text" inner_html=words.body.on(today)></div>
            <p class="nl-paragraph">
                {format!("Het formulier heeft {steps} stappen. U kunt tussendoor stoppen: wij bewaren uw antwoorden {kept_days} dagen, versleuteld. Alleen met uw code kunt u ze weer openen.")}
            </p>
            <p class="nl-paragraph">
                <a class="nl-link" href=Wizard::Questions.of(form.slug)>"Lees eerst alle vragen"</a>
                " of "
                <a class="nl-link" href=Resume.to_string()>"ga verder met een code"</a>
                "."
            </p>
            <form class="zvh-form" method="post" action=Wizard::Start.of(form.slug) novalidate=true>
                {danger}
                <div class="zvh-actions">{button(action::NEXT, form.words.begin, Rank::Primary)}</div>
            </form>
        </div>
    }
    .into_any()
}

const ALREADY_BEGUN: &str = "U was al begonnen. Ga verder waar u was, of gooi eerst uw antwoorden weg.";

fn waiting_view(form: &'static Form, waiting: Waiting) -> impl IntoView {
    view! {
        <div class="zvh-warning">
            <p>"U was al begonnen. Wij bewaren uw antwoorden tot en met "{waiting.kept_until}"."</p>
            <p>
                <a class="nl-link" href=waiting.go_on>"Ga verder waar u was"</a>
                " of "
                <a class="nl-link" href=Wizard::Discard.of(form.slug)>"gooi uw antwoorden weg"</a>
                "."
            </p>
        </div>
    }
}

/// The way out at once, where the form offers it.
fn leave(form: &'static Form, house: &House) -> impl IntoView + use<> {
    let exit = house.exit.clone().filter(|_| form.exit == Exit::Quick);
    exit.map(|exit| view! { <QuickExitLink exit=exit /> })
}

fn danger(form: &'static Form, house: &House) -> impl IntoView {
    view! {
        <div class="zvh-frame zvh-narrow">
            {leave(form, house)}
            <h1 class="nl-heading nl-heading--level-1" tabindex="-1" autofocus=true>"Bel eerst 112"</h1>
            <p class="nl-paragraph nl-paragraph--lead">"Een formulier is niet snel genoeg als er nu gevaar is."</p>
            <HelpNow lines=house.help_lines.clone() />
            <h2 class="nl-heading nl-heading--level-2">"Is de veiligheid geregeld?"</h2>
            <p class="nl-paragraph">{format!("Dan kunt u daarna alsnog uw {} doen.", form.words.noun)}</p>
            <form class="zvh-form" method="post" action=Wizard::Start.of(form.slug) novalidate=true>
                <input type="hidden" name=DANGER value="nee" />
                <div class="zvh-actions">{button(action::NEXT, form.words.begin, Rank::Secondary)}</div>
            </form>
        </div>
    }
}
