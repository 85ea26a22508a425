//! Who can open what was sent: getting the house's key by a printed code, and giving a colleague a copy of it.

use leptos::prelude::*;

use super::frame::{self, Present};
use super::navigation::At;
use super::note::{Tone, note};
use super::sessions::second_passkey;
use super::table::{Look, Row, table};
use crate::components::form::{Common, ErrorSummary, SummaryLine, TextBox};
use crate::document::{Head, Site};
use crate::paths::{Desk, posted};
use crate::wizard::actions::{Rank, button, plain_button};

/// What the buttons post.
pub mod action {
    /// Give this member a copy; followed by `:` and their number.
    pub const GIVE: &str = "geef";
}

/// What became of a typed key.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// Nothing was typed yet.
    Nothing,
    /// It is no key code.
    NotACode,
    /// It is a key of another house, or one that is not used here.
    OtherKey,
    /// The recovery key was typed before anyone had the house key.
    RecoveryTooEarly,
}

/// What the page shows.
#[derive(Clone)]
pub struct Access {
    /// How many keys they have, of how many.
    pub held: (usize, usize),
    /// Whether nobody had the house's key before.
    pub first: bool,
    /// Who can give it.
    pub givers: Vec<String>,
    /// Who waits for it: number, name, organisation, roles.
    pub waiting: Vec<Waiting>,
    /// Who has it.
    pub holders: Vec<String>,
    /// How many passkeys they have: one is not enough.
    pub passkeys: usize,
}

/// A colleague without the key.
#[derive(Clone)]
pub struct Waiting {
    /// Their number.
    pub id: String,
    /// Their name.
    pub name: String,
    /// For whom they work.
    pub organisation: String,
    /// Their roles.
    pub roles: String,
    /// Since when they have the key pair that would get it.
    pub enrolled: String,
}

/// The head of the page.
pub fn head(site: &Site, present: &Present, typed: Typed) -> Head {
    let title = if typed == Typed::Nothing { TITLE.to_owned() } else { format!("Fout: {TITLE}") };
    frame::head(site, present, At::Outside, title, Desk::Access.to_string())
}

const TITLE: &str = "Toegang tot aanmeldingen";

/// The page.
pub fn page(access: Access, typed: Typed) -> impl IntoView {
    let error = match typed {
        Typed::Nothing => None,
        Typed::NotACode => Some(
            "Kijk de sleutel na. Hij heeft 54 letters en cijfers, in groepjes van 6, en begint met een H of een R.",
        ),
        Typed::OtherKey => Some("Dit is niet de sleutel van dit huis. Kijk of u de goede brief hebt."),
        Typed::RecoveryTooEarly => Some("Gebruik de eerste keer de huissleutel. Die begint met een H."),
    };
    let lines = error.map(|text| SummaryLine::field(posted::CODE, text.to_owned())).into_iter().collect();
    let Access { held: (held, all), first, givers, waiting, holders, passkeys } = access;
    let state = match (held, first) {
        (0, true) => view! { <p class="nl-paragraph nl-paragraph--lead">"Nog niemand aan de balie heeft de sleutel van het huis. Vul hem een keer in, daarna kunt u aanmeldingen lezen."</p> }.into_any(),
        (0, false) => missing_view(givers).into_any(),
        _ if held < all => note(
            Tone::Care,
            "U mist een sleutel",
            view! { <p>{format!("U hebt {held} van de {all} sleutels van het huis. Sommige aanmeldingen kunt u niet lezen. Een collega die alle sleutels heeft, kan u helpen.")}</p> },
        )
        .into_any(),
        _ => view! { <p class="nl-paragraph nl-paragraph--lead">"U kunt alle aanmeldingen lezen."</p> }.into_any(),
    };
    view! {
        <div class="zvh-frame zvh-desk">
            <ErrorSummary lines=lines />
            <h1 class="nl-heading nl-heading--level-1">{TITLE}</h1>
            {state}
            {(passkeys < 2).then(second_passkey)}
            {(held > 0).then(|| give_view(waiting, holders))}
            {(held < all || first || error.is_some()).then(|| code_form(error))}
        </div>
    }
}

fn missing_view(givers: Vec<String>) -> impl IntoView {
    let names = givers.into_iter().map(|name| view! { <li>{name}</li> }).collect_view();
    view! {
        <p class="nl-paragraph nl-paragraph--lead">"U kunt nog geen aanmeldingen lezen: u hebt de sleutel van het huis nog niet."</p>
        <p class="nl-paragraph">"Een van deze collega's kan u toegang geven. Dat doen zij op deze zelfde pagina."</p>
        <ul class="zvh-list">{names}</ul>
    }
}

fn code_form(error: Option<&'static str>) -> impl IntoView {
    let field = Common {
        name: posted::CODE.to_owned(),
        label: "Sleutel van het huis".to_owned(),
        hint: "Staat in de brief die is gemaakt toen de balie werd ingericht. De huissleutel begint met een H, de herstelsleutel uit de kluis met een R.".to_owned(),
        error: error.map(str::to_owned),
        ..Common::default()
    };
    view! {
        <form class="zvh-form" method="post" action=Desk::Access.to_string() novalidate=true>
            <TextBox field=field value=String::new() class="zvh-wide" input_mode="text" />
            <div class="zvh-actions">{plain_button("Sleutel gebruiken", Rank::Primary)}</div>
        </form>
    }
}

fn give_view(waiting: Vec<Waiting>, holders: Vec<String>) -> impl IntoView {
    let waits = !waiting.is_empty();
    let rows = waiting
        .into_iter()
        .map(|one| Row {
            head: view! { {one.name} }.into_any(),
            cells: vec![
                Some(view! { {one.organisation} }.into_any()),
                Some(view! { {one.roles} }.into_any()),
                Some(view! { {one.enrolled} }.into_any()),
                Some(
                    view! {
                        <form method="post" action=Desk::Access.to_string()>
                            {button(format!("{}:{}", action::GIVE, one.id), "Geef toegang", Rank::Secondary)}
                        </form>
                    }
                    .into_any(),
                ),
            ],
            look: Look::Read,
        })
        .collect::<Vec<_>>();
    let holders = holders.into_iter().map(|name| view! { <li>{name}</li> }).collect_view();
    view! {
        <h2 class="nl-heading nl-heading--level-2">"Collega's zonder toegang"</h2>
        {if waits {
            view! {
                <p class="nl-paragraph">"Geef alleen toegang aan wie u kent en van wie u weet dat die hier werkt. Kijk in de lijst wanneer uw collega een passkey maakte, en vraag of dat klopt. Doe dat in persoon, of bel een nummer dat u al had. Anders geeft u misschien iemand anders toegang."</p>
                {table("Collega's die aanmeldingen mogen lezen en de sleutel nog niet hebben".to_owned(), &["Naam", "Organisatie", "Rollen", "Nieuwe passkey sinds", "Toegang"], rows)}
            }
                .into_any()
        } else {
            view! { <p class="nl-paragraph">"Niemand wacht op toegang."</p> }.into_any()
        }}
        <h2 class="nl-heading nl-heading--level-2">"Collega's met toegang"</h2>
        <ul class="zvh-list">{holders}</ul>
    }
}
