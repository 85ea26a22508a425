//! The way through the desk: only what the roles of who is signed in may see.

use domain::desk::role::{Right, Role};
use leptos::prelude::*;

use super::shortcut::Shortcut;
use crate::paths::{Desk, filter};

/// A part of the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All work.
    Queue,
    /// The same, of who is signed in.
    Mine,
    /// How long what is kept.
    Keeping,
    /// Who did what.
    Trail,
    /// Who works here.
    Staff,
    /// The keys.
    Keys,
    /// The rooms and who booked them.
    Rooms,
    /// The list of the newsletter.
    Newsletter,
}

/// Where a page of the desk stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// It is this part.
    On(Part),
    /// It belongs to this part.
    Under(Part),
    /// None of them: one's own sessions, signing in.
    Outside,
}

impl Part {
    /// All of them, as the menu shows them.
    pub const ALL: [Self; 8] =
        [Self::Queue, Self::Mine, Self::Keeping, Self::Trail, Self::Staff, Self::Keys, Self::Rooms, Self::Newsletter];

    /// Its name in the menu.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Queue => "Werkvoorraad",
            Self::Mine => "Mijn werk",
            Self::Keeping => "Bewaren",
            Self::Trail => "Logboek",
            Self::Staff => "Medewerkers",
            Self::Keys => "Sleutels",
            Self::Rooms => "Kamers",
            Self::Newsletter => "Nieuwsbrief",
        }
    }

    /// What one must be allowed, to see it.
    pub const fn right(self) -> Right {
        match self {
            Self::Queue | Self::Mine => Right::Queue,
            Self::Keeping => Right::Keeping,
            Self::Trail => Right::Trail,
            Self::Staff => Right::Staff,
            Self::Keys => Right::Keys,
            Self::Rooms => Right::Rooms,
            Self::Newsletter => Right::Newsletter,
        }
    }

    /// The single key that leads there.
    const fn key(self) -> Option<&'static str> {
        match self {
            Self::Queue => Some(Shortcut::Queue.key()),
            Self::Mine => Some(Shortcut::Mine.key()),
            _ => None,
        }
    }

    /// Its address.
    pub fn address(self) -> String {
        match self {
            Self::Queue => Desk::Queue.to_string(),
            Self::Mine => format!("{}?{}={}", Desk::Queue, filter::ASSIGNED, filter::MINE),
            Self::Keeping => Desk::Keeping.to_string(),
            Self::Trail => Desk::Trail.to_string(),
            Self::Staff => Desk::Staff.to_string(),
            Self::Keys => Desk::Keys.to_string(),
            Self::Rooms => Desk::Rooms.to_string(),
            Self::Newsletter => Desk::Newsletter.to_string(),
        }
    }
}

/// The menu.
pub(super) fn navigation(roles: &[Role], at: At) -> impl IntoView + use<> {
    let seen = |part: &Part| roles.iter().any(|role| role.may(part.right()));
    let items = Part::ALL.into_iter().filter(seen).map(|part| {
        let here = match at {
            At::On(on) if on == part => Some("page"),
            At::Under(under) if under == part => Some("true"),
            _ => None,
        };
        view! { <li><a href=part.address() aria-current=here data-key=part.key()>{part.text()}</a></li> }
    });
    view! {
        <nav class="zvh-nav zvh-desk-nav" aria-label="Balie">
            <ul>{items.collect_view()}</ul>
        </nav>
    }
}
