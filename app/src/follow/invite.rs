//! Asking a colleague of another organisation for a contribution, and what that colleague finds behind the link.

use domain::form::Form;
use leptos::prelude::*;

use crate::components::form::{Common, ErrorSummary, SummaryLine, TextBox};
use crate::document::Head;
use crate::house::House;
use crate::paths::{Contribute, Follow, posted};
use crate::wizard::actions::{Rank, plain_button};

const TITLE: &str = "Vraag een collega om een bijdrage";

/// What is wrong with an invitation.
#[derive(Clone, PartialEq, Eq)]
pub enum Asking {
    /// Nothing yet.
    Fine,
    /// The address can't be used; this says why.
    Address(String),
    /// It could not be stored just now.
    NotStored,
}

impl Asking {
    fn error(&self) -> Option<String> {
        match self {
            Self::Fine => None,
            Self::Address(text) => Some(text.clone()),
            Self::NotStored => Some("Uitnodigen lukt nu niet. Probeer het over een paar minuten opnieuw.".to_owned()),
        }
    }
}

/// The head of the page that invites.
pub fn head(asking: &Asking) -> Head {
    let wrong = if *asking == Asking::Fine { "" } else { "Fout: " };
    Head::unlisted(format!("{wrong}{TITLE}"), Follow::Invite.to_string())
}

/// The page that invites. `days`: how long the link works.
pub fn page(asking: &Asking, address: String, days: i64) -> impl IntoView + use<> {
    let lines = asking.error().map(|text| SummaryLine::field(posted::MAILBOX, text)).into_iter().collect();
    let field = Common {
        name: posted::MAILBOX.to_owned(),
        label: "E-mailadres van het werk van uw collega".to_owned(),
        hint: "Alleen wie dit adres heeft, kan de bijdrage geven.".to_owned(),
        error: asking.error(),
        ..Common::default()
    };
    view! {
        <div class="zvh-frame zvh-narrow">
            <ErrorSummary lines=lines />
            <h1 class="nl-heading nl-heading--level-1">{TITLE}</h1>
            <p class="nl-paragraph">
                {format!("Uw collega krijgt een mail met een link. De link werkt één keer, {days} dagen lang. In de mail staat niet om wie het gaat: vertel dat zelf, bijvoorbeeld aan de telefoon.")}
            </p>
            <p class="nl-paragraph">
                "Uw collega antwoordt alleen over het eigen werk en ziet niet wat u schreef. U ziet straks wie er bijdroeg en wanneer, niet wat er staat."
            </p>
            <form class="zvh-form" method="post" action=Follow::Invite.to_string() novalidate=true>
                <TextBox field=field value=address class="zvh-wide" input_mode="email" />
                <div class="zvh-actions">
                    {plain_button("Uitnodiging versturen", Rank::Primary)}
                    <a class="nl-button nl-button--secondary" href=Follow::Here.to_string()><span class="nl-button__label">"Terug"</span></a>
                </div>
            </form>
        </div>
    }
}

/// What a colleague finds behind the link.
#[derive(Clone, Copy)]
pub enum Invited {
    /// The invitation works: is this your address?
    Asked(&'static Form),
    /// The typed address is not the one that was invited.
    OtherMailbox(&'static Form),
    /// It was used.
    Used,
    /// It is too old, or the sender took the referral back.
    Ended,
    /// There is no such invitation.
    Unknown,
    /// The store did not answer.
    Unavailable,
}

/// The head of the page behind the link.
pub fn invited_head(state: Invited) -> Head {
    let wrong = if matches!(state, Invited::Asked(_)) { "" } else { "Fout: " };
    Head::unlisted(format!("{wrong}Uw bijdrage"), "/")
}

/// The page behind the link.
pub fn invited(house: &House, state: Invited, code: String, address: String) -> impl IntoView + use<> {
    let why = match state {
        Invited::Asked(form) => return asked(form, None, code, address).into_any(),
        Invited::OtherMailbox(form) => {
            let error = "Deze uitnodiging is voor een ander e-mailadres. Vul het adres in waarop u de mail kreeg.";
            return asked(form, Some(error), code, address).into_any();
        }
        Invited::Used => "Deze uitnodiging is al gebruikt. Een uitnodiging werkt één keer.",
        Invited::Ended => "Deze uitnodiging werkt niet meer. Vraag uw collega zo nodig om een nieuwe.",
        Invited::Unknown => "Deze uitnodiging kennen wij niet. Kijk na of u de hele link hebt overgenomen.",
        Invited::Unavailable => "Wij kunnen de uitnodiging nu niet openen. Probeer het over een paar minuten opnieuw.",
    };
    view! {
        <div class="zvh-frame zvh-narrow">
            <h1 class="nl-heading nl-heading--level-1">"Uw bijdrage"</h1>
            <p class="nl-paragraph nl-paragraph--lead">{why}</p>
            <p class="nl-paragraph">
                "Vragen? Bel "<a class="nl-link" href=house.phone.href()>{house.phone.shown.clone()}</a>". Noem geen namen van cliënten voordat u weet wie u spreekt."
            </p>
        </div>
    }
    .into_any()
}

fn asked(form: &'static Form, error: Option<&'static str>, code: String, address: String) -> impl IntoView {
    let lines = error.map(|text| SummaryLine::field(posted::MAILBOX, text.to_owned())).into_iter().collect();
    let field = Common {
        name: posted::MAILBOX.to_owned(),
        label: "Op welk e-mailadres kreeg u de uitnodiging?".to_owned(),
        hint: "Zo weten wij dat de uitnodiging voor u is.".to_owned(),
        error: error.map(str::to_owned),
        autocomplete: "email",
        ..Common::default()
    };
    view! {
        <div class="zvh-frame zvh-narrow">
            <ErrorSummary lines=lines />
            <h1 class="nl-heading nl-heading--level-1">{form.title}</h1>
            <p class="nl-paragraph nl-paragraph--lead">
                "Een collega van een andere organisatie vraagt u wat u zelf in een casus doet. Om wie het gaat, hoort u van uw collega."
            </p>
            <p class="nl-paragraph">
                "U antwoordt alleen over uw eigen werk. Alleen het huis leest wat u schrijft. Uw collega ziet uw naam, uw organisatie en wanneer u antwoordde."
            </p>
            <form class="zvh-form" method="post" action=Contribute(&code).to_string() novalidate=true>
                <TextBox field=field value=address class="zvh-wide" input_mode="email" />
                <div class="zvh-actions">{plain_button(form.words.begin, Rank::Primary)}</div>
            </form>
        </div>
    }
}
