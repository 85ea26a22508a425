//! Signing in with a passkey, and giving it again for what asks that.

use leptos::prelude::*;

use super::frame;
use super::note::{Tone, note};
use super::passkey::{PasskeyRank, passkey_form, posted};
use crate::components::form::{Common, ErrorSummary, SummaryLine, TextBox};
use crate::document::{Head, Site};
use crate::paths::{Desk, posted as control};
use crate::wizard::actions::{Rank, plain_button};

const TITLE: &str = "Inloggen";
/// Why somebody can have no role, and what to do.
pub(super) const WHY_NO_ROLE: &str = "Dat kan komen door een einddatum, of doordat uw screening of opleiding nog niet is vastgelegd. Vraag het de beheerder.";
const AGAIN: &str = "Gebruik uw passkey opnieuw";

/// How far someone came.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tried {
    /// Nothing was tried yet.
    Nothing,
    /// It did not work. One answer for every reason.
    Refused,
    /// It worked, but no role of theirs works today.
    NoRole,
    /// They just signed out.
    Out,
}

/// The head of the page.
pub fn head(site: &Site, tried: Tried) -> Head {
    frame::outside(site, fault(tried == Tried::Refused, TITLE), Desk::SignIn.to_string())
}

/// The page. `to` is where the form posts: with the address to go on to afterwards.
pub fn page(tried: Tried, to: String) -> impl IntoView {
    let said = match tried {
        Tried::Nothing => None,
        Tried::Refused => Some(note(
            Tone::Care,
            "Inloggen is niet gelukt",
            view! { <p>"Probeer het opnieuw met de passkey die u voor de balie maakte. Lukt het niet? Vraag de beheerder om een nieuwe link."</p> }.into_any(),
        )),
        Tried::NoRole => Some(note(
            Tone::Care,
            "U hebt nu geen toegang tot de balie",
            view! { <p>"Uw passkey klopt, maar er is vandaag geen rol die voor u geldt. "{WHY_NO_ROLE}</p> }.into_any(),
        )),
        Tried::Out => Some(note(Tone::Done, "U bent uitgelogd", view! { <p>"U kunt dit venster sluiten."</p> }.into_any())),
    };
    view! {
        <div class="zvh-frame zvh-desk zvh-narrow">
            <h1 class="nl-heading nl-heading--level-1">{TITLE}</h1>
            {said}
            <p class="nl-paragraph">"De balie is voor medewerkers. U logt in met uw passkey: met uw vinger, uw gezicht, een pincode of een beveiligingssleutel."</p>
            {passkey_form(to, Desk::SignInAsk.to_string(), "Inloggen met passkey", PasskeyRank::First, ())}
        </div>
    }
}

/// The head of the page that asks for the printed code.
pub fn code_head(site: &Site, typed: Typed) -> Head {
    frame::outside(site, fault(typed != Typed::Nothing, "Uw sleutelcode"), Desk::SignInCode.to_string())
}

/// What became of a typed code.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// Nothing was typed yet.
    Nothing,
    /// It is no code, or not that of this passkey.
    Wrong,
}

/// The page that asks for the printed code, for a passkey that can't unlock by itself. `ceremony` is the number of what is awaited.
pub fn code_page(typed: Typed, ceremony: String, to: String) -> impl IntoView {
    let error = (typed == Typed::Wrong)
        .then(|| "Kijk de code na. Een sleutelcode heeft 24 letters en cijfers, in groepjes van 4.".to_owned());
    let lines = error.clone().map(|text| SummaryLine::field(control::CODE, text)).into_iter().collect();
    let field = Common {
        name: control::CODE.to_owned(),
        label: "Sleutelcode".to_owned(),
        hint: "24 letters en cijfers. Hoofdletters, spaties en streepjes maken niet uit.".to_owned(),
        error,
        ..Common::default()
    };
    view! {
        <div class="zvh-frame zvh-desk zvh-narrow">
            <ErrorSummary lines=lines />
            <h1 class="nl-heading nl-heading--level-1">"Uw sleutelcode"</h1>
            <p class="nl-paragraph">"Uw passkey klopt. Vul nu de sleutelcode in die u kreeg toen u deze passkey maakte."</p>
            <form class="zvh-form" method="post" action=to novalidate=true>
                <input type="hidden" name=posted::CEREMONY value=ceremony />
                <TextBox field=field value=String::new() class="zvh-wide" input_mode="text" />
                <div class="zvh-actions">{plain_button("Inloggen", Rank::Primary)}</div>
            </form>
        </div>
    }
}

/// The head of the page that asks for the passkey again.
pub fn again_head(site: &Site, tried: Tried) -> Head {
    frame::outside(site, fault(tried == Tried::Refused, AGAIN), Desk::SignInAgain.to_string())
}

/// The page that asks for the passkey again.
pub fn again_page(tried: Tried, to: String) -> impl IntoView {
    let refused = (tried == Tried::Refused).then(|| {
        let text = "Gebruik een passkey van uzelf: die waarmee u bent ingelogd, of uw tweede.";
        note(Tone::Care, "Dit is niet gelukt", view! { <p>{text}</p> })
    });
    view! {
        <div class="zvh-frame zvh-desk zvh-narrow">
            <h1 class="nl-heading nl-heading--level-1">{AGAIN}</h1>
            {refused}
            <p class="nl-paragraph">"Voor wat u nu gaat doen, vragen wij uw passkey nog een keer. Daarna gaat u verder waar u was."</p>
            {passkey_form(to, Desk::SignInAsk.to_string(), "Gebruik passkey", PasskeyRank::First, ())}
        </div>
    }
}

fn fault(is_wrong: bool, title: &str) -> String {
    if is_wrong { format!("Fout: {title}") } else { title.to_owned() }
}
