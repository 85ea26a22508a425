//! Cancelling a booking, by the link in its mail. The link shows a button, because programs that guard mail follow links by themselves.

use domain::form::Form;
use leptos::prelude::*;

use crate::document::Head;
use crate::house::House;
use crate::paths::{Cancel, Wizard};
use crate::wizard::actions::{Rank, plain_button};

/// What a link of a mail leads to.
#[derive(Clone)]
pub enum Cancelling {
    /// A booking that can be cancelled.
    Ready(Booked),
    /// Cancelled just now.
    Done(Booked),
    /// Cancelled earlier.
    Earlier(Booked),
    /// It is over: nothing to cancel any more.
    Over(Booked),
    /// It belongs to nothing (any more).
    Unknown,
    /// The store did not answer.
    Unavailable,
}

/// A booking as its link shows it.
#[derive(Clone)]
pub struct Booked {
    /// Which form.
    pub form: &'static Form,
    /// Its reference.
    pub reference: String,
    /// Room, day and time; unknown once it is cancelled.
    pub what: Option<String>,
}

const TITLE: &str = "Reservering afzeggen";

/// The head of the page.
pub fn head(state: &Cancelling) -> Head {
    let title = match state {
        Cancelling::Ready(_) => TITLE,
        Cancelling::Done(_) => DONE,
        Cancelling::Earlier(_) => EARLIER,
        Cancelling::Over(_) => OVER,
        Cancelling::Unknown => UNKNOWN,
        Cancelling::Unavailable => UNAVAILABLE,
    };
    Head::unlisted(title, Cancel("").to_string())
}

const DONE: &str = "Uw reservering is afgezegd";
const EARLIER: &str = "Deze reservering was al afgezegd";
const OVER: &str = "Deze reservering is al voorbij";
const UNKNOWN: &str = "Deze link klopt niet";
const UNAVAILABLE: &str = "Afzeggen lukt nu niet";

/// The page.
pub fn page(house: &House, state: Cancelling, code: &str) -> impl IntoView + use<> {
    let main = match state {
        Cancelling::Ready(booked) => ready(booked, code).into_any(),
        Cancelling::Done(booked) => told(DONE, Some(booked), "De kamer is weer vrij voor anderen.").into_any(),
        Cancelling::Earlier(booked) => told(EARLIER, Some(booked), "U hoeft niets meer te doen.").into_any(),
        Cancelling::Over(booked) => told(OVER, Some(booked), "U hoeft niets meer te doen.").into_any(),
        Cancelling::Unknown => {
            told(UNKNOWN, None, "Kijk na of u de hele link uit de mail hebt overgenomen.").into_any()
        }
        Cancelling::Unavailable => {
            told(UNAVAILABLE, None, "Uw reservering staat er nog. Probeer het over een paar minuten opnieuw.")
                .into_any()
        }
    };
    view! {
        <div class="zvh-frame zvh-narrow">
            {main}
            <p class="nl-paragraph">
                "Hebt u een vraag? Bel "<a class="nl-link" href=house.phone.href()>{house.phone.shown.clone()}</a>"."
            </p>
        </div>
    }
}

fn ready(booked: Booked, code: &str) -> impl IntoView + use<> {
    view! {
        <h1 class="nl-heading nl-heading--level-1">{TITLE}</h1>
        {about(&booked)}
        <p class="nl-paragraph">"U kunt dit niet ongedaan maken. Een ander kan de kamer daarna reserveren."</p>
        <form method="post" action=Cancel(code).to_string()>
            <div class="zvh-actions">{plain_button("Ja, zeg af", Rank::Primary)}</div>
        </form>
    }
}

fn told(title: &'static str, booked: Option<Booked>, then: &'static str) -> impl IntoView {
    let again = booked.as_ref().map(|booked| {
        view! { <p class="nl-paragraph"><a class="nl-link" href=Wizard::Start.of(booked.form.slug)>"Reserveer een andere kamer"</a></p> }
    });
    view! {
        <h1 class="nl-heading nl-heading--level-1">{title}</h1>
        {booked.as_ref().map(about)}
        <p class="nl-paragraph">{then}</p>
        {again}
    }
}

fn about(booked: &Booked) -> impl IntoView + use<> {
    let what = booked.what.clone().map(|what| view! { <p class="nl-paragraph nl-paragraph--lead">{what}</p> });
    view! {
        {what}
        <p class="nl-paragraph">{format!("Referentie: {}", booked.reference)}</p>
    }
}
