//! Going on later: the code of a draft, typing that code, throwing a draft away.

use domain::form::Form;
use leptos::prelude::*;

use super::actions::{Rank, button};
use super::frame::Filling;
use crate::components::form::{Common, ErrorSummary, SummaryLine, TextBox};
use crate::document::Head;
use crate::paths::{Resume, Wizard, action, posted};

/// The head of the page with the code.
pub fn head(filling: &Filling) -> Head {
    let mut head = Head::unlisted("Opslaan en later verder", Wizard::Code.of(filling.form.slug));
    head.styles = vec![Wizard::Style.of(filling.form.slug)];
    head
}

/// The page with the code. Shown only to who holds the draft's cookie.
pub fn page(filling: &Filling, code: &str, go_on: String) -> impl IntoView {
    let form = filling.form;
    let kept_until = filling.kept_until.clone();
    view! {
        <div class="zvh-frame zvh-narrow">
            <h1 class="nl-heading nl-heading--level-1">"Uw antwoorden zijn opgeslagen"</h1>
            <p class="nl-paragraph nl-paragraph--lead">"Met deze code gaat u later verder, ook op een ander apparaat."</p>
            <p class="zvh-code" id="code">{code.to_owned()}</p>
            <p class="nl-paragraph">
                "Schrijf de code op of druk deze pagina af. Wij bewaren de code zelf niet en kunnen hem dus niet opnieuw geven. \
                 Wie de code heeft, kan uw antwoorden lezen. Geef hem aan niemand anders."
            </p>
            <p class="nl-paragraph">"Wij bewaren uw antwoorden tot en met "<strong>{kept_until}</strong>". Daarna vernietigen wij ze."</p>
            <p class="nl-paragraph">"Later verdergaan doet u op de pagina "<a class="nl-link" href=Resume.to_string()>"Verder met uw formulier"</a>"."</p>
            <div class="zvh-actions">
                <a class="nl-button nl-button--primary" href=go_on><span class="nl-button__label">"Nu verder invullen"</span></a>
                <a class="nl-button nl-button--secondary" href=Wizard::Discard.of(form.slug)><span class="nl-button__label">"Antwoorden weggooien"</span></a>
            </div>
        </div>
    }
}

/// What became of a typed code.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// Nothing was typed yet.
    Nothing,
    /// No code: too short, a typing error.
    NotACode,
    /// A code that opens nothing. One answer for a wrong and for an expired code.
    OpensNothing,
    /// The store did not answer.
    Unavailable,
}

/// The head of the page where a code is typed.
pub fn resume_head(typed: Typed) -> Head {
    let wrong = if typed == Typed::Nothing { "" } else { "Fout: " };
    Head::unlisted(format!("{wrong}{RESUME_TITLE}"), Resume.to_string())
}

const RESUME_TITLE: &str = "Verder met uw formulier";

/// The page where a code is typed.
pub fn resume_page(typed: Typed, text: String) -> impl IntoView {
    let error = match typed {
        Typed::Nothing => None,
        Typed::NotACode => Some("Kijk de code na. Een code heeft 24 letters en cijfers, in groepjes van 4."),
        Typed::OpensNothing => Some(
            "Met deze code vinden wij geen antwoorden. Kijk de code na. Klopt hij, dan is de bewaartijd voorbij of is alles \
             al verstuurd. U kunt dan opnieuw beginnen.",
        ),
        Typed::Unavailable => Some(
            "Wij kunnen uw antwoorden nu niet ophalen. Ze zijn niet weg. Probeer het over een paar minuten opnieuw.",
        ),
    };
    let lines = error.map(|text| SummaryLine::field(posted::CODE, text.to_owned())).into_iter().collect();
    let field = Common {
        name: posted::CODE.to_owned(),
        label: "Uw code".to_owned(),
        hint: "24 letters en cijfers. Hoofdletters, spaties en streepjes maken niet uit.".to_owned(),
        error: error.map(str::to_owned),
        ..Common::default()
    };
    view! {
        <div class="zvh-frame zvh-narrow">
            <ErrorSummary lines=lines />
            <h1 class="nl-heading nl-heading--level-1">{RESUME_TITLE}</h1>
            <p class="nl-paragraph">"U kreeg een code toen u uw antwoorden opsloeg. Vul die hier in."</p>
            <form class="zvh-form" method="post" action=Resume.to_string() novalidate=true>
                <TextBox field=field value=text class="zvh-wide" input_mode="text" />
                <div class="zvh-actions">{button(action::NEXT, "Verder", Rank::Primary)}</div>
            </form>
        </div>
    }
}

/// The head of the page that asks whether the draft may go.
pub fn discard_head(form: &Form) -> Head {
    Head::unlisted("Antwoorden weggooien", Wizard::Discard.of(form.slug))
}

/// The page that asks whether the draft may go.
pub fn discard_page(form: &'static Form, go_on: String) -> impl IntoView {
    view! {
        <div class="zvh-frame zvh-narrow">
            <h1 class="nl-heading nl-heading--level-1">"Wilt u uw antwoorden weggooien?"</h1>
            <p class="nl-paragraph">"Wij vernietigen alles wat u invulde. Uw code werkt daarna niet meer."</p>
            <form class="zvh-form" method="post" action=Wizard::Discard.of(form.slug) novalidate=true>
                <div class="zvh-actions">
                    {button(action::NEXT, "Ja, gooi weg", Rank::Secondary)}
                    <a class="nl-button nl-button--primary" href=go_on><span class="nl-button__label">"Nee, ga verder"</span></a>
                </div>
            </form>
        </div>
    }
}
