//! The questions about someone who works at the desk.

use domain::check::Offer;
use domain::desk::role::Role;
use leptos::prelude::*;

use crate::components::form::{Answering, Checkboxes, Common, DateBoxes, TextBox};

/// Names under which the answers are posted.
pub mod name {
    /// First and last name.
    pub const NAME: &str = "naam";
    /// For whom they work.
    pub const ORGANISATION: &str = "organisatie";
    /// Their address at work.
    pub const MAIL: &str = "adres";
    /// The slugs of their roles.
    pub const ROLES: &str = "rollen";
    /// The last day of their appointment.
    pub const UNTIL: &str = "einde";
    /// The last day of these roles.
    pub const ROLES_UNTIL: &str = "rollen_einde";
    /// The day of the screening.
    pub const SCREENED: &str = "screening";
    /// The day of the last training.
    pub const TRAINED: &str = "opleiding";
}

/// A day as typed: day, month, year.
#[derive(Clone, Default)]
pub struct Day(pub [String; 3]);

/// What was typed, to show it again.
#[derive(Clone, Default)]
pub struct Typed {
    /// First and last name.
    pub name: String,
    /// For whom they work.
    pub organisation: String,
    /// Their address at work.
    pub mail: String,
    /// The slugs of their roles.
    pub roles: Vec<String>,
    /// The last day of their appointment.
    pub until: Day,
    /// The last day of these roles.
    pub roles_until: Day,
    /// The day of the screening.
    pub screened: Day,
    /// The day of the last training.
    pub trained: Day,
}

/// What is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// There is no name.
    Name,
    /// There is no organisation.
    Organisation,
    /// It is no mail address.
    Mail,
    /// There is no role.
    Roles,
    /// The last day is no day, or over.
    Until,
    /// The last day of the roles is no day, or after that of the appointment.
    RolesUntil,
    /// The day of the screening is no day, or still to come.
    Screened,
    /// The day of the training is no day, or still to come.
    Trained,
}

impl Wrong {
    /// The field it is about.
    pub const fn field(self) -> &'static str {
        match self {
            Self::Name => name::NAME,
            Self::Organisation => name::ORGANISATION,
            Self::Mail => name::MAIL,
            Self::Roles => name::ROLES,
            Self::Until => name::UNTIL,
            Self::RolesUntil => name::ROLES_UNTIL,
            Self::Screened => name::SCREENED,
            Self::Trained => name::TRAINED,
        }
    }

    /// What to do.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Name => "Vul de naam in.",
            Self::Organisation => "Vul de organisatie in.",
            Self::Mail => "Vul een e-mailadres in, zoals naam@organisatie.nl.",
            Self::Roles => "Kies een of meer rollen.",
            Self::Until => "Vul de laatste dag van de aanstelling in, vandaag of later, met een jaar van vier cijfers.",
            Self::RolesUntil => {
                "Vul een datum in met een jaar van vier cijfers, vandaag of later en niet na de laatste dag van de aanstelling."
            }
            Self::Screened => {
                "Vul de datum van de screening in met een jaar van vier cijfers, vandaag of eerder, of laat hem leeg."
            }
            Self::Trained => {
                "Vul de datum van de opleiding in met een jaar van vier cijfers, vandaag of eerder, of laat hem leeg."
            }
        }
    }
}

/// Who they are.
pub(super) fn person(typed: &Typed, wrong: &[Wrong]) -> impl IntoView + use<> {
    let name = common(Wrong::Name, "Voornaam en achternaam", "", wrong);
    let organisation = common(Wrong::Organisation, "Organisatie", "", wrong);
    let mail =
        common(Wrong::Mail, "E-mailadres op het werk", "Staat in de passkey, zodat uw collega hem herkent.", wrong);
    let typed = typed.clone();
    view! {
        <TextBox field=name value=typed.name class="zvh-wide" input_mode="text" />
        <TextBox field=organisation value=typed.organisation class="zvh-wide" input_mode="text" />
        <TextBox field=mail value=typed.mail class="zvh-wide" input_mode="email" />
    }
}

/// What they may do and until when.
pub(super) fn appointment(typed: &Typed, wrong: &[Wrong]) -> impl IntoView + use<> {
    let offers =
        Role::ALL.map(|role| Offer { value: role.slug().to_owned(), label: role.text().to_owned(), hint: role.hint() });
    let roles = common(Wrong::Roles, "Rollen", "Geef niet meer dan nodig is.", wrong);
    let ticked = typed.roles.clone();
    let free = |field: Common| Common { need: Answering::Free, ..field };
    let screened = common(
        Wrong::Screened,
        "Wanneer is een verklaring omtrent het gedrag of een screening gezien?",
        "Zonder deze datum geldt geen enkele rol.",
        wrong,
    );
    let trained =
        common(Wrong::Trained, "Wanneer was de laatste opleiding?", "Zonder deze datum geldt geen enkele rol.", wrong);
    view! {
        <Checkboxes field=roles offers=offers.to_vec() ticked=ticked />
        {date(common(Wrong::Until, "Laatste dag van de aanstelling", "", wrong), &typed.until)}
        {date(common(Wrong::RolesUntil, "Laatste dag van deze rollen", "Leeg: de laatste dag van de aanstelling.", wrong), &typed.roles_until)}
        {date(free(screened), &typed.screened)}
        {date(free(trained), &typed.trained)}
    }
}

fn date(field: Common, typed: &Day) -> impl IntoView + use<> {
    let [day, month, year] = typed.0.clone();
    view! { <DateBoxes field=field day=day month=month year=year /> }
}

fn common(about: Wrong, label: &str, hint: &str, wrong: &[Wrong]) -> Common {
    Common {
        name: about.field().to_owned(),
        label: label.to_owned(),
        hint: hint.to_owned(),
        error: wrong.contains(&about).then(|| about.text().to_owned()),
        ..Common::default()
    }
}
