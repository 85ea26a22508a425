//! Following what was sent: where it is, what happened, what the house answered; adding something, taking it back.

pub mod cancel;
pub mod confirm;
pub mod invite;
pub mod reply;

use domain::form::{Effect, Form};
use domain::referral::Status;
use leptos::prelude::*;

use crate::components::form::{Common, ErrorSummary, SummaryLine, TextArea, TextBox};
use crate::document::Head;
use crate::house::House;
use crate::paths::{Follow, field_id, posted};
use crate::wizard::actions::{Rank, plain_button};
use crate::wizard::sent::Mailbox;

const TITLE: &str = "Volgen";

/// What became of a typed reference and code.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// Nothing was typed yet.
    Nothing,
    /// The code has a typing error.
    NotACode,
    /// Reference and code together open nothing. One answer for every reason.
    OpensNothing,
    /// The store did not answer.
    Unavailable,
}

/// What was typed, to show it again.
#[derive(Clone, Default)]
pub struct Asked {
    /// The reference.
    pub reference: String,
    /// The code.
    pub code: String,
}

/// The head of the page where reference and code are typed.
pub fn ask_head(typed: Typed) -> Head {
    let wrong = if typed == Typed::Nothing { "" } else { "Fout: " };
    Head::unlisted(format!("{wrong}{TITLE}"), Follow::Here.to_string())
}

/// The page where reference and code are typed.
pub fn ask(typed: Typed, asked: Asked) -> impl IntoView {
    let error = match typed {
        Typed::Nothing => None,
        Typed::NotACode => Some("Kijk de code na. Een volgcode heeft 24 letters en cijfers, in groepjes van 4."),
        Typed::OpensNothing => {
            Some("Deze referentie en volgcode horen niet bij elkaar, of wij bewaren dit niet meer. Kijk beide na.")
        }
        Typed::Unavailable => Some("Wij kunnen dit nu niet ophalen. Probeer het over een paar minuten opnieuw."),
    };
    let lines = error.map(|text| SummaryLine::field(posted::CODE, text.to_owned())).into_iter().collect();
    let reference = Common {
        name: posted::REFERENCE.to_owned(),
        label: "Referentie".to_owned(),
        hint: "Staat op de bevestiging en in de mail. Letters en cijfers, met streepjes ertussen.".to_owned(),
        ..Common::default()
    };
    let code = Common {
        name: posted::CODE.to_owned(),
        label: "Volgcode".to_owned(),
        hint: "24 letters en cijfers. Hoofdletters, spaties en streepjes maken niet uit.".to_owned(),
        error: error.map(str::to_owned),
        ..Common::default()
    };
    view! {
        <div class="zvh-frame zvh-narrow">
            <ErrorSummary lines=lines />
            <h1 class="nl-heading nl-heading--level-1">{TITLE}</h1>
            <p class="nl-paragraph">"Hebt u ons iets gestuurd? Met uw referentie en uw volgcode ziet u hoe het gaat en leest u ons antwoord."</p>
            <form class="zvh-form" method="post" action=Follow::Here.to_string() novalidate=true>
                <TextBox field=reference value=asked.reference class="zvh-medium" input_mode="text" />
                <TextBox field=code value=asked.code class="zvh-wide" input_mode="text" />
                <div class="zvh-actions">{plain_button("Bekijken", Rank::Primary)}</div>
            </form>
            <p class="nl-paragraph">
                "Bent u uw code kwijt? Wij kunnen hem niet opnieuw geven. Bel ons en noem uw referentie."
            </p>
        </div>
    }
}

/// Whether its sender can still add something or take it back: until the house answered. What a colleague contributed belongs to the case
/// of someone else: they call.
pub const fn is_open(form: &Form, status: Status) -> bool {
    status.is_open() && !matches!(form.effect, Effect::Contributes(_))
}

/// What was sent, for its sender.
#[derive(Clone)]
pub struct Followed {
    /// Which form.
    pub form: &'static Form,
    /// Its reference.
    pub reference: String,
    /// "zaterdag 21 november 2026 om 14.32 uur".
    pub received: String,
    /// Where it is.
    pub status: Status,
    /// What is known of the mailbox of its sender.
    pub mailbox: Mailbox,
    /// What the house promised, in sentences.
    pub promises: Vec<String>,
    /// What happened, the oldest first.
    pub happened: Vec<Told>,
    /// Whether a colleague can be asked for a contribution.
    pub contributions: Contributions,
    /// What the house asked back and waits for.
    pub asked: Option<reply::Asked>,
}

/// Whether a colleague of another organisation can be asked about what was sent.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Contributions {
    /// Yes.
    Welcome,
    /// It is not that kind of form, or the house does not use it.
    None,
}

/// Something that happened, in words.
#[derive(Clone)]
pub struct Told {
    /// What.
    pub what: &'static str,
    /// When.
    pub at: String,
    /// Who, where that is not the sender or the house: a colleague with organisation.
    pub by: Option<String>,
    /// What was said.
    pub text: Option<String>,
}

/// What is wrong with a text that was to be added.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Adding {
    /// Nothing.
    Fine,
    /// It is empty.
    Empty,
    /// It has more characters than this.
    TooLong(usize),
    /// It could not be stored just now.
    NotStored,
    /// It came after what it belongs to was over; nothing was stored.
    TooLate,
}

impl Adding {
    fn error(self, is_open: bool) -> Option<String> {
        match self {
            Self::Fine => None,
            Self::TooLate if is_open => Some(
                "Uw antwoord hoort bij een vraag die niet meer openstaat. Uw tekst staat hieronder. Kies ‘Toevoegen’ om die toch te versturen."
                    .to_owned(),
            ),
            Self::TooLate => Some(
                "Uw tekst is niet verstuurd, want u kunt hier niets meer toevoegen. Lees eerst wat er is gebeurd. Bewaar uw tekst, of bel ons."
                    .to_owned(),
            ),
            Self::Empty => Some("Vul in wat u wilt toevoegen.".to_owned()),
            Self::TooLong(most) => Some(format!("Maak uw tekst korter: hoogstens {most} tekens.")),
            Self::NotStored => Some(
                "Wij konden uw tekst nu niet opslaan. Hij staat er nog. Probeer het over een paar minuten opnieuw."
                    .to_owned(),
            ),
        }
    }
}

/// The head of the page of what was sent.
pub fn head(adding: Adding, asked: Option<&reply::Asked>) -> Head {
    let is_wrong = adding != Adding::Fine || asked.is_some_and(|asked| !asked.lines().is_empty());
    let wrong = if is_wrong { "Fout: " } else { "" };
    Head::unlisted(format!("{wrong}{TITLE}"), Follow::Here.to_string())
}

/// The page of what was sent. `text` is what was typed to add.
pub fn page(house: &House, followed: Followed, adding: Adding, text: String) -> impl IntoView + use<> {
    let Followed { form, reference, received, status, mailbox, promises, happened, contributions, asked } = followed;
    let noun = form.words.noun;
    let unconfirmed = (mailbox == Mailbox::Unconfirmed).then_some(" Uw e-mailadres is nog niet bevestigd.");
    let is_open = is_open(form, status);
    let lines = adding.error(is_open).map(|text| SummaryLine::field(posted::TEXT, text));
    let lines = lines.into_iter().chain(asked.iter().flat_map(reply::Asked::lines)).collect();
    let promises =
        promises.into_iter().filter(|_| status.is_open()).map(|promise| view! { <li>{promise}</li> }).collect_view();
    let happened = happened.into_iter().map(told_view).collect_view();
    let asked = asked.map(|asked| reply::view(&asked));
    let unsent = (adding == Adding::TooLate && !is_open).then(|| unsent_view(text.clone()));
    let open = is_open.then(|| {
        view! {
            {add_view(noun, adding.error(is_open), text)}
            {(contributions == Contributions::Welcome).then(invite_view)}
            {withdraw_view(noun)}
        }
    });
    view! {
        <div class="zvh-frame zvh-narrow">
            <ErrorSummary lines=lines />
            <h1 class="nl-heading nl-heading--level-1">{format!("Uw {noun} {reference}")}</h1>
            <p class="nl-paragraph nl-paragraph--lead">{status.text()}{unconfirmed}</p>
            <p class="nl-paragraph">{format!("Verstuurd op {received}, voor {}.", form.name)}</p>
            <ul class="zvh-list">{promises}</ul>
            {unsent}
            {asked}
            <h2 class="nl-heading nl-heading--level-2">"Wat is er gebeurd?"</h2>
            <ol class="zvh-list">{happened}</ol>
            {open}
            <p class="nl-paragraph">
                {if is_open { "Hebt u een vraag? Bel " } else { "Hebt u een vraag, of wilt u iets aanvullen? Bel " }}<a class="nl-link" href=house.phone.href()>{house.phone.shown.clone()}</a>" en noem de referentie."
            </p>
            <form method="post" action=Follow::Leave.to_string()>
                <div class="zvh-actions">{plain_button("Klaar: vergeet mijn code op dit apparaat", Rank::Secondary)}</div>
            </form>
        </div>
    }
}

pub(crate) fn told_view(told: Told) -> impl IntoView {
    view! {
        <li>
            <p><strong>{told.what}</strong>" "{told.at}{told.by.map(|by| format!(". Van: {by}"))}</p>
            {told.text.map(|text| view! { <p class="zvh-summary__value">{text}</p> })}
        </li>
    }
}

/// What was typed and can't be kept any more: its writer can still take it along.
fn unsent_view(text: String) -> impl IntoView {
    view! {
        <h2 class="nl-heading nl-heading--level-2">"Niet verstuurd"</h2>
        <p class="zvh-summary__value" id=field_id(posted::TEXT) tabindex="-1">{text}</p>
    }
}

fn add_view(noun: &'static str, error: Option<String>, text: String) -> impl IntoView {
    let field = Common {
        name: posted::TEXT.to_owned(),
        label: "Wat wilt u toevoegen?".to_owned(),
        hint: "Alleen wat nodig is. Wij lezen het bij wat u al stuurde. U kunt het daarna niet meer wijzigen."
            .to_owned(),
        error,
        ..Common::default()
    };
    view! {
        <h2 class="nl-heading nl-heading--level-2">"Iets toevoegen"</h2>
        <form class="zvh-form" method="post" action=Follow::Add.to_string() novalidate=true>
            <TextArea field=field value=text />
            <div class="zvh-actions">{plain_button(format!("Toevoegen aan uw {noun}"), Rank::Primary)}</div>
        </form>
    }
}

fn invite_view() -> impl IntoView {
    view! {
        <h2 class="nl-heading nl-heading--level-2">"Een collega van een andere organisatie vragen"</h2>
        <p class="nl-paragraph">
            "Is een andere organisatie ook betrokken? Vraag een collega daar om een bijdrage over het eigen werk. Uw collega ziet niet wat u schreef."
        </p>
        <div class="zvh-actions">
            <a class="nl-button nl-button--secondary" href=Follow::Invite.to_string()><span class="nl-button__label">"Collega uitnodigen"</span></a>
        </div>
    }
}

fn withdraw_view(noun: &'static str) -> impl IntoView {
    view! {
        <h2 class="nl-heading nl-heading--level-2">{format!("Uw {noun} intrekken")}</h2>
        <div class="zvh-actions">
            <a class="nl-button nl-button--secondary" href=Follow::Withdraw.to_string()><span class="nl-button__label">{format!("{} intrekken", capital(noun))}</span></a>
        </div>
    }
}

/// The head of the page that asks whether it may be taken back.
pub fn withdraw_head() -> Head {
    Head::unlisted("Intrekken", Follow::Withdraw.to_string())
}

/// The page that asks whether it may be taken back.
pub fn withdraw(form: &'static Form, reference: &str) -> impl IntoView + use<> {
    let noun = form.words.noun;
    view! {
        <div class="zvh-frame zvh-narrow">
            <h1 class="nl-heading nl-heading--level-1">{format!("Wilt u uw {noun} intrekken?")}</h1>
            <p class="nl-paragraph">
                {format!("Wij gaan dan niet verder met {reference}. U kunt het niet ongedaan maken. Wel kunt u later een nieuw formulier insturen.")}
            </p>
            <form method="post" action=Follow::Withdraw.to_string()>
                <div class="zvh-actions">
                    {plain_button("Ja, trek in", Rank::Secondary)}
                    <a class="nl-button nl-button--primary" href=Follow::Here.to_string()><span class="nl-button__label">"Nee, terug"</span></a>
                </div>
            </form>
        </div>
    }
}

/// "aanmelding" → "Aanmelding".
pub(crate) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
