//! What a new colleague finds behind the link: who they are here, the promise of secrecy, making a passkey.

use domain::desk::role::Role;
use leptos::prelude::*;

use super::frame;
use super::note::{Tone, note};
use super::passkey::{PasskeyRank, passkey_form};
use super::sign_in::WHY_NO_ROLE;
use crate::components::form::{Common, ErrorSummary, SummaryLine, Tick};
use crate::document::{Head, Site};
use crate::paths::Desk;
use crate::wizard::actions::{Rank, plain_button};

/// The name of the tick by which secrecy is promised.
pub const SECRECY: &str = "geheimhouding";

/// Who is invited.
#[derive(Clone)]
pub struct Invited {
    /// Their name.
    pub name: String,
    /// For whom they work.
    pub organisation: String,
    /// What they may do, each with its last day in words.
    pub roles: Vec<(Role, String)>,
    /// The code of the link.
    pub code: String,
}

/// How far the enrolment is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Secrecy is to be promised.
    Promise,
    /// They pressed without the tick.
    NotPromised,
    /// The passkey is to be made.
    Passkey,
    /// It could not be made.
    PasskeyFailed,
}

/// The head of the page.
pub fn head(site: &Site, stage: Stage, code: &str) -> Head {
    let title = match stage {
        Stage::Promise => "Welkom aan de balie",
        Stage::NotPromised => "Fout: Welkom aan de balie",
        Stage::Passkey => "Maak uw passkey",
        Stage::PasskeyFailed => "Fout: Maak uw passkey",
    };
    frame::outside(site, title, Desk::Invitation(code).to_string())
}

/// The page.
pub fn page(invited: Invited, stage: Stage) -> AnyView {
    match stage {
        Stage::Promise | Stage::NotPromised => promise_page(invited, stage == Stage::NotPromised).into_any(),
        Stage::Passkey | Stage::PasskeyFailed => passkey_page(invited, stage == Stage::PasskeyFailed).into_any(),
    }
}

fn promise_page(invited: Invited, is_wrong: bool) -> impl IntoView {
    let Invited { name, organisation, roles, code } = invited;
    let error = is_wrong.then(|| "Vink aan dat u zich aan de geheimhouding houdt.".to_owned());
    let lines = error.clone().map(|text| SummaryLine::field(SECRECY, text)).into_iter().collect();
    let tick = Common {
        name: SECRECY.to_owned(),
        label: "Ik ken mijn geheimhoudingsplicht en houd mij eraan".to_owned(),
        error,
        ..Common::default()
    };
    let roles = roles
        .into_iter()
        .map(|(role, until)| view! { <li><strong>{role.text()}</strong>{format!(", tot en met {until}. {}", role.hint())}</li> })
        .collect_view();
    view! {
        <div class="zvh-frame zvh-desk zvh-narrow">
            <ErrorSummary lines=lines />
            <h1 class="nl-heading nl-heading--level-1">"Welkom aan de balie"</h1>
            <p class="nl-paragraph nl-paragraph--lead">{format!("U bent {name}, van {organisation}.")}</p>
            <p class="nl-paragraph">"Klopt dat niet? Ga dan niet verder en bel wie u de link gaf."</p>
            <h2 class="nl-heading nl-heading--level-2">"Uw rollen"</h2>
            <ul class="zvh-list">{roles}</ul>
            <h2 class="nl-heading nl-heading--level-2">"Geheimhouding"</h2>
            <p class="nl-paragraph">
                "Wat u aan de balie leest, is geheim (artikel 1.11 van de Wet gegevensverwerking door samenwerkingsverbanden). U deelt het alleen als een wet dat van u vraagt of als uw taak dat nodig maakt. Wij leggen vast wie wat wanneer bekijkt."
            </p>
            <form class="zvh-form" method="post" action=Desk::Invitation(&code).to_string() novalidate=true>
                <Tick field=tick ticked=false />
                <div class="zvh-actions">{plain_button("Verder", Rank::Primary)}</div>
            </form>
        </div>
    }
}

fn passkey_page(invited: Invited, failed: bool) -> impl IntoView {
    let code = invited.code;
    let refused = failed.then(|| {
        note(
            Tone::Care,
            "De passkey is niet gemaakt",
            view! { <p>"Probeer het opnieuw, of gebruik een ander apparaat."</p> },
        )
    });
    view! {
        <div class="zvh-frame zvh-desk zvh-narrow">
            <h1 class="nl-heading nl-heading--level-1">"Maak uw passkey"</h1>
            {refused}
            <p class="nl-paragraph">
                "Met een passkey logt u in: met uw vinger, uw gezicht, een pincode of een beveiligingssleutel. Een wachtwoord hebt u niet nodig. Maak hem op het apparaat waarmee u werkt, en niet op een apparaat dat u deelt."
            </p>
            <p class="nl-paragraph">"Uw browser vraagt twee keer om uw passkey: een keer om hem te maken en een keer om hem te proberen."</p>
            {passkey_form(
                Desk::InvitationPasskey(&code).to_string(),
                Desk::InvitationAsk(&code).to_string(),
                "Maak passkey",
                PasskeyRank::First,
                (),
            )}
        </div>
    }
}

/// Why a link does not work.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Gone {
    /// There is no such link.
    Unknown,
    /// It was used.
    Used,
    /// Its days are over.
    Ended,
}

/// The head of the page of a link that does not work.
pub fn gone_head(site: &Site, path: String) -> Head {
    frame::outside(site, "Deze link werkt niet", path)
}

/// The page of a link that does not work.
pub fn gone_page(why: Gone) -> impl IntoView {
    let text = match why {
        Gone::Unknown => "Wij kennen deze link niet. Kijk na of u de hele link hebt overgenomen.",
        Gone::Used => "Deze link is al gebruikt. Hebt u uw passkey al gemaakt? Dan kunt u inloggen.",
        Gone::Ended => "Deze link is verlopen. Vraag de beheerder om een nieuwe.",
    };
    view! {
        <div class="zvh-frame zvh-desk zvh-narrow">
            <h1 class="nl-heading nl-heading--level-1">"Deze link werkt niet"</h1>
            <p class="nl-paragraph">{text}</p>
            <p class="nl-paragraph"><a class="nl-link" href=Desk::SignIn.to_string()>"Naar inloggen"</a></p>
        </div>
    }
}

/// The head of the page with the printed code.
pub fn code_head(site: &Site, path: String) -> Head {
    frame::outside(site, "Uw sleutelcode", path)
}

/// Where someone goes on with a new passkey.
pub enum Onward {
    /// To this address.
    To(String),
    /// Nowhere yet: no role of theirs works today.
    NoRole,
}

/// The page with the code that belongs to a passkey without a secret of its own: shown once.
pub fn code_page(code: &str, onward: Onward) -> impl IntoView + use<> {
    let no_role = matches!(onward, Onward::NoRole).then(|| {
        note(
            Tone::Care,
            "U kunt nu nog niet inloggen",
            view! { <p>"Er is vandaag geen rol die voor u geldt. "{WHY_NO_ROLE}</p> },
        )
    });
    let go_on = match onward {
        Onward::To(address) => address,
        Onward::NoRole => Desk::SignIn.to_string(),
    };
    view! {
        <div class="zvh-frame zvh-desk zvh-narrow">
            <h1 class="nl-heading nl-heading--level-1">"Uw sleutelcode"</h1>
            <p class="nl-paragraph nl-paragraph--lead">"Deze passkey werkt, samen met deze code. U vult de code in bij elke keer dat u inlogt."</p>
            <p class="zvh-code" id="code">{code.to_owned()}</p>
            <p class="nl-paragraph">
                "Druk deze pagina af of schrijf de code over. U ziet hem maar één keer: wij bewaren hem niet. Leg hem niet bij uw apparaat en geef hem aan niemand."
            </p>
            {no_role}
            <div class="zvh-actions">
                <a class="nl-button nl-button--primary" href=go_on><span class="nl-button__label">"Ik heb de code bewaard"</span></a>
            </div>
        </div>
    }
}
