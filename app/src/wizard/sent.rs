//! The confirmation: the reference, the code to follow it with, the dates, what happens next.

use domain::form::{Effect, Form};
use domain::referral::Status;
use domain::retention::UNCONFIRMED_DAYS;
use leptos::prelude::*;

use super::actions::{Rank, button};
use super::own::{OwnDetails, keep_view};
use crate::document::Head;
use crate::follow;
use crate::house::House;
use crate::paths::{Confirm, Follow, Wizard, action};

/// Something that was received.
#[derive(Clone)]
pub struct Receipt {
    /// Its reference, not secret.
    pub reference: String,
    /// "zaterdag 21 november 2026 om 14.32 uur".
    pub received: String,
    /// What the house promises about it, in sentences.
    pub promises: Vec<String>,
    /// The code to follow it with; only in the browser that sent it, until it says that the code was kept.
    pub code: Option<String>,
    /// What this device keeps of its sender.
    pub own: OwnDetails,
    /// Whether its sender's mailbox still has to be confirmed.
    pub mailbox: Mailbox,
}

/// What is known of the mailbox of the sender.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mailbox {
    /// No address was given.
    None,
    /// A mail with a code was sent; it was not used yet.
    Unconfirmed,
    /// The code in the mail came back.
    Confirmed,
}

/// The head of the confirmation.
pub fn head(form: &Form, reference: &str) -> Head {
    Head::unlisted(form.words.sent, Wizard::Sent(reference).of(form.slug))
}

/// The head of the confirmation of what nobody follows.
pub fn mailed_head(form: &Form) -> Head {
    Head::unlisted(form.words.sent, Wizard::Mailed.of(form.slug))
}

/// The confirmation of what nobody follows and counts only once the owner of the address says yes. It is the same for everyone and
/// at any moment: who typed the address of somebody else learns nothing from it.
pub fn mailed(form: &'static Form, house: &House) -> impl IntoView + use<> {
    view! {
        <div class="zvh-frame zvh-narrow">
            <div class="zvh-confirmation">
                <h1 class="nl-heading nl-heading--level-1" id="kop" tabindex="-1">{form.words.sent}</h1>
                <p>"Kijk in de mailbox van het adres dat u invulde."</p>
            </div>
            <h2 class="nl-heading nl-heading--level-2">"Wat gebeurt er nu?"</h2>
            <ol class="zvh-list">
                {mailbox_view(Mailbox::Unconfirmed, form)}
                <li>{format!("Gebeurt dat niet binnen {UNCONFIRMED_DAYS} dagen? Dan wissen wij uw {}.", form.words.noun)}</li>
            </ol>
            <p class="nl-paragraph">
                "Komt er geen mail? Kijk bij ongewenste mail, of probeer het nog een keer. Lukt het niet? Bel "
                <a class="nl-link" href=house.phone.href()>{house.phone.shown.clone()}</a>"."
            </p>
            <div class="zvh-actions"><a class="nl-button nl-button--secondary" href="/"><span class="nl-button__label">"Naar de beginpagina"</span></a></div>
        </div>
    }
}

/// The confirmation.
pub fn page(form: &'static Form, house: &House, receipt: Receipt) -> impl IntoView + use<> {
    let noun = form.words.noun;
    let promises = receipt.promises.iter().map(|promise| view! { <li>{promise.clone()}</li> }).collect_view();
    let cases = matches!(form.effect, Effect::Sealed | Effect::Contributes(_));
    view! {
        <div class="zvh-frame zvh-narrow">
            <div class="zvh-confirmation">
                <h1 class="nl-heading nl-heading--level-1" id="kop" tabindex="-1">{form.words.sent}</h1>
                <p>"Uw referentie voor "{form.name}":"</p>
                <p class="zvh-confirmation__reference">{receipt.reference.clone()}</p>
                <p>"Ontvangen op "{receipt.received}"."</p>
            </div>
            {receipt.code.map(|code| code_view(form, &receipt.reference, code))}
            <h2 class="nl-heading nl-heading--level-2">"Wat gebeurt er nu?"</h2>
            <ol class="zvh-list">
                {mailbox_view(receipt.mailbox, form)}
                {promises}
                <li>
                    "U volgt uw "{noun}" op de pagina "<a class="nl-link" href=Follow::Here.to_string()>"Volgen"</a>
                    {if follow::is_open(form, Status::Received) {
                        format!(". Daar kunt u ook iets toevoegen, of uw {noun} intrekken.")
                    } else {
                        ". Wilt u iets aanvullen of terugnemen? Bel ons dan.".to_owned()
                    }}
                </li>
            </ol>
            {keep_view(form, receipt.own)}
            <p class="nl-paragraph">
                "Hebt u een vraag? Bel "<a class="nl-link" href=house.phone.href()>{house.phone.shown.clone()}</a>
                " en noem de referentie."
                {cases.then_some(" Stuur geen gegevens over iemand per mail.")}
            </p>
            <div class="zvh-actions"><a class="nl-button nl-button--secondary" href="/"><span class="nl-button__label">"Naar de beginpagina"</span></a></div>
        </div>
    }
}

/// The code, once. Whoever keeps it presses the button; then this browser forgets it.
fn code_view(form: &'static Form, reference: &str, code: String) -> impl IntoView + use<> {
    let noun = form.words.noun;
    view! {
        <section class="zvh-section" aria-labelledby="volgcode">
            <h2 class="nl-heading nl-heading--level-2" id="volgcode">"Bewaar uw volgcode"</h2>
            <p class="nl-paragraph">{format!("Met deze code en uw referentie volgt u uw {noun}, leest u ons antwoord en voegt u iets toe.")}</p>
            <p class="zvh-code" id="code">{code}</p>
            <p class="nl-paragraph">
                "Schrijf de code op of druk deze pagina af. Wij bewaren de code niet en kunnen hem niet opnieuw geven. Geef hem aan niemand anders. \
                 Deze pagina toont de code tot u zegt dat u hem hebt, en hoogstens 12 uur."
            </p>
            <p class="nl-paragraph">
                <a class="nl-link" href=Wizard::Copy(reference).of(form.slug)>"Bekijk of druk uw antwoorden af"</a>
                " of "
                <a class="nl-link" href=Wizard::CopyPdf(reference).of(form.slug)>"bewaar ze als pdf"</a>
                ". Dat kan ook tot dan."
            </p>
            <form method="post" action=Wizard::Sent(reference).of(form.slug) novalidate=true>
                <div class="zvh-actions">{button(action::NEXT, "Ik heb de code bewaard", Rank::Primary)}</div>
            </form>
        </section>
    }
}

fn mailbox_view(mailbox: Mailbox, form: &'static Form) -> AnyView {
    let noun = form.words.noun;
    match mailbox {
        Mailbox::Unconfirmed if matches!(form.effect, Effect::Takes(_)) => view! {
            <li>
                {format!("Uw {noun} geldt. U krijgt een mail met een bestand voor uw agenda en een link om af te zeggen. ")}
                "Open ook de andere link in die mail: zo weten wij dat het adres van u is."
            </li>
        }
        .into_any(),
        Mailbox::None => ().into_any(),
        Mailbox::Unconfirmed => view! {
            <li>
                {format!("U krijgt een mail. Daarin staat een link waarmee u laat zien dat het adres van u is. Klik daarop: pas dan is uw {noun} bevestigd. ")}
                "U kunt de code uit de mail ook "<a class="nl-link" href=Confirm::Ask.to_string()>"hier invullen"</a>"."
            </li>
        }
        .into_any(),
        Mailbox::Confirmed => view! { <li>"Uw e-mailadres is bevestigd."</li> }.into_any(),
    }
}
