//! What pages carry in a demonstration (`zvh demo serve`), and never else: a banner, and the page that moves the clock.

use chrono::NaiveDate;
use domain::calendar;
use leptos::prelude::*;

use crate::components::{Alert, AlertKind};
use crate::document::{Head, Site, part, render};
use crate::paths::posted;

/// The page that moves the clock.
pub const CLOCK: &str = "/demo/klok";
/// The control in which a day is chosen, as `2026-12-31`.
pub const DAY: &str = "dag";

/// How the clock is moved.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Moved {
    /// A day further.
    Day,
    /// A week further.
    Week,
    /// A month further.
    Month,
    /// To a day.
    To,
    /// Back to the time that it really is.
    Back,
}

impl Moved {
    const ALL: [Self; 5] = [Self::Day, Self::Week, Self::Month, Self::To, Self::Back];

    const fn slug(self) -> &'static str {
        match self {
            Self::Day => "dag",
            Self::Week => "week",
            Self::Month => "maand",
            Self::To => "naar",
            Self::Back => "nu",
        }
    }

    const fn text(self) -> &'static str {
        match self {
            Self::Day => "Een dag verder",
            Self::Week => "Een week verder",
            Self::Month => "Een maand verder",
            Self::To => "Naar deze dag",
            Self::Back => "Terug naar nu",
        }
    }

    /// That of the button with this value.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|moved| moved.slug() == slug)
    }
}

/// How the page of the clock is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Showing {
    /// As it is.
    Fine,
    /// The day that was chosen is none, or lies outside what can be chosen.
    NoSuchDay,
}

/// Stands above the main part of every page. `moment` in words.
pub fn banner(moment: &str) -> String {
    let text = format!("Dit is een demonstratie. Alle mensen en aanmeldingen zijn verzonnen. Het is nu {moment}. ");
    part(|| {
        view! {
            <aside class="zvh-frame zvh-banner" id="demonstratie" aria-label="Demonstratie">
                <Alert kind=AlertKind::Warning>
                    <p class="nl-paragraph">
                        {text}
                        <a class="nl-link" href=CLOCK>
                            "Zet de klok vooruit of terug"
                        </a>
                    </p>
                </Alert>
            </aside>
        }
    })
}

/// The page that moves the clock. `moment` in words; the first and the last day that can be chosen.
pub fn clock(site: &Site, moment: &str, days: (NaiveDate, NaiveDate), showing: Showing) -> String {
    let title = "De klok van de demonstratie";
    let error = showing == Showing::NoSuchDay;
    let head = Head::unlisted(if error { format!("Fout: {title}") } else { title.to_owned() }, CLOCK);
    let now = format!("Het is nu {moment}.");
    render(site, head, || {
        view! {
            <div class="zvh-frame">
                <h1 class="nl-heading nl-heading--level-1">{title}</h1>
                <p class="nl-paragraph">{now}</p>
                <p class="nl-paragraph">
                    "U kunt de klok vooruit zetten. Termijnen lopen dan af. Wat niet langer bewaard mag worden, wordt meteen vernietigd. \
                     Dat komt niet terug als u de klok terugzet."
                </p>
                <p class="nl-paragraph">"Wie bij de balie is ingelogd, logt daarna opnieuw in: de sessie is dan verlopen."</p>
                {form(days, error)}
            </div>
        }
    })
}

fn form((first, last): (NaiveDate, NaiveDate), error: bool) -> impl IntoView {
    let wrong = format!("Kies een dag van {} tot en met {}.", calendar::long(first), calendar::long(last));
    view! {
        <form method="post" action=CLOCK>
            <div class="zvh-actions">{[Moved::Day, Moved::Week, Moved::Month, Moved::Back].map(button).collect_view()}</div>
        </form>
        <form method="post" action=CLOCK>
            <p class="nl-paragraph">
                <label class="utrecht-form-label" for=DAY>"Dag"</label>
                " "
                <input
                    class="utrecht-textbox utrecht-textbox--html-input"
                    type="date"
                    id=DAY
                    name=DAY
                    min=first.to_string()
                    max=last.to_string()
                    aria-invalid=error.then_some("true")
                    aria-describedby=error.then_some("dag-fout")
                />
            </p>
            {error.then(|| view! { <p class="utrecht-form-field-error-message" id="dag-fout">{wrong}</p> })}
            <div class="zvh-actions">{button(Moved::To)}</div>
        </form>
    }
}

fn button(moved: Moved) -> impl IntoView {
    view! {
        <button class="nl-button nl-button--secondary" type="submit" name=posted::ACTION value=moved.slug()>
            <span class="nl-button__label">{moved.text()}</span>
        </button>
    }
}
