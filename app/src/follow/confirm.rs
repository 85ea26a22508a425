//! Showing that a mailbox is one's own: by the link in the mail, or by its code. The link shows a button, because programs that
//! guard mail follow links by themselves.

use domain::form::{Effect, Form};
use leptos::prelude::*;

use crate::components::form::{Common, ErrorSummary, SummaryLine, TextBox};
use crate::document::Head;
use crate::paths::{Confirm, Follow, posted};
use crate::wizard::actions::{Rank, plain_button};

/// What became of a link or code that was mailed.
#[derive(Clone, Copy)]
pub enum Confirming {
    /// Nothing was typed yet.
    Asked,
    /// It belongs to something that was sent: the button confirms.
    Ready(&'static Form),
    /// Confirmed now, or earlier.
    Done(&'static Form),
    /// It belongs to nothing (any more).
    Unknown,
    /// The store did not answer.
    Unavailable,
}

const TITLE: &str = "Bevestig uw e-mailadres";

/// The head of a page that confirms.
pub fn head(state: Confirming) -> Head {
    let title = match state {
        Confirming::Asked | Confirming::Ready(_) => TITLE.to_owned(),
        Confirming::Done(_) => "Uw e-mailadres is bevestigd".to_owned(),
        Confirming::Unknown | Confirming::Unavailable => format!("Fout: {TITLE}"),
    };
    Head::unlisted(title, Confirm::Ask.to_string())
}

/// A page that confirms: by the link in the mail, or by its code.
pub fn page(state: Confirming, code: String) -> impl IntoView {
    match state {
        Confirming::Ready(form) => ready(form, &code).into_any(),
        Confirming::Done(form) => done(form).into_any(),
        Confirming::Asked => ask(None, code).into_any(),
        Confirming::Unknown => {
            ask(Some("Deze link of code klopt niet, of is te oud. Kijk na of u de hele link hebt overgenomen."), code)
                .into_any()
        }
        Confirming::Unavailable => {
            ask(Some("Bevestigen lukt nu niet. Probeer het over een paar minuten opnieuw."), code).into_any()
        }
    }
}

fn ready(form: &'static Form, code: &str) -> impl IntoView + use<> {
    view! {
        <div class="zvh-frame zvh-narrow">
            <h1 class="nl-heading nl-heading--level-1">{TITLE}</h1>
            <p class="nl-paragraph">{what_the_button_does(form)}</p>
            <form method="post" action=Confirm::With(code).to_string()>
                <div class="zvh-actions">{plain_button("Ja, dit adres is van mij", Rank::Primary)}</div>
            </form>
        </div>
    }
}

fn what_the_button_does(form: &Form) -> String {
    match form.effect {
        Effect::Subscribes(_) => {
            format!(
                "Uw e-mailadres is ingevuld voor {}. Wilt u die krijgen? Druk dan op de knop. Wilt u dat niet? Dan doet u niets.",
                form.name
            )
        }
        Effect::Sealed | Effect::Takes(_) | Effect::Contributes(_) => {
            format!(
                "U stuurde ons een formulier voor {}. Druk op de knop. Dan weten wij dat het e-mailadres van u is.",
                form.name
            )
        }
    }
}

fn done(form: &'static Form) -> impl IntoView {
    view! {
        <div class="zvh-frame zvh-narrow">
            <h1 class="nl-heading nl-heading--level-1">"Uw e-mailadres is bevestigd"</h1>
            {what_happens_next(form)}
        </div>
    }
}

fn what_happens_next(form: &Form) -> AnyView {
    if let Effect::Subscribes(_) = form.effect {
        return view! {
            <p class="nl-paragraph">{format!("Dank u. U krijgt vanaf nu {}. In elke mail staat een link waarmee u zich afmeldt.", form.name)}</p>
        }
        .into_any();
    }
    view! {
        <p class="nl-paragraph">{format!("Dank u. Wij gaan verder met uw {} voor {}.", form.words.noun, form.name)}</p>
        <p class="nl-paragraph">
            "Hebt u uw volgcode bij de hand? Dan "<a class="nl-link" href=Follow::Here.to_string()>"volgt u hier hoe het gaat"</a>"."
        </p>
    }
    .into_any()
}

fn ask(error: Option<&'static str>, code: String) -> impl IntoView {
    let lines = error.map(|text| SummaryLine::field(posted::CODE, text.to_owned())).into_iter().collect();
    let field = Common {
        name: posted::CODE.to_owned(),
        label: "Code uit de mail".to_owned(),
        hint: "De 24 letters en cijfers aan het eind van de link.".to_owned(),
        error: error.map(str::to_owned),
        ..Common::default()
    };
    view! {
        <div class="zvh-frame zvh-narrow">
            <ErrorSummary lines=lines />
            <h1 class="nl-heading nl-heading--level-1">{TITLE}</h1>
            <p class="nl-paragraph">"In de mail die u van ons kreeg, staat een link. Werkt die niet? Vul hier de code in."</p>
            <form class="zvh-form" method="post" action=Confirm::Ask.to_string() novalidate=true>
                <TextBox field=field value=code class="zvh-wide" input_mode="text" />
                <div class="zvh-actions">{plain_button("Verder", Rank::Primary)}</div>
            </form>
        </div>
    }
}
