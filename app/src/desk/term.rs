//! A term of a case in words, with a sign and a colour: never by colour alone (WCAG 1.4.1).

use chrono::NaiveDate;
use domain::calendar::short;
use domain::desk::clock::{Left, Term, TermState, Urgency};
use leptos::prelude::*;

use super::icon::Icon;
use crate::follow::capital;

/// A term, and what is left of it today.
#[derive(Clone, Copy)]
pub struct Due {
    /// What must happen by when.
    pub term: Term,
    /// How long that is.
    pub left: Left,
}

/// How a term looks.
struct Look {
    words: String,
    icon: Icon,
    class: &'static str,
}

impl Due {
    fn look(&self) -> Look {
        match self.term.state {
            TermState::Met => {
                let (words, class) = match self.term.is_kept() {
                    Some(false) => ("Gedaan, te laat", "zvh-desk-term zvh-desk-term--done"),
                    _ => ("Gedaan", "zvh-desk-term zvh-desk-term--met"),
                };
                Look { words: words.to_owned(), icon: Icon::Check, class }
            }
            TermState::Stopped => Look {
                words: "Staat stil".to_owned(),
                icon: Icon::Pause,
                class: "zvh-desk-term zvh-desk-term--stopped",
            },
            TermState::Runs => Look::of(capital(&self.left.text()), self.left.urgency()),
        }
    }
}

impl Look {
    const fn of(words: String, urgency: Urgency) -> Self {
        let (icon, class) = match urgency {
            Urgency::Calm => (Icon::Clock, "zvh-desk-term"),
            Urgency::Soon => (Icon::Warning, "zvh-desk-term zvh-desk-term--soon"),
            Urgency::Late => (Icon::Late, "zvh-desk-term zvh-desk-term--late"),
        };
        Self { words, icon, class }
    }

    fn view(self) -> impl IntoView {
        let Self { words, icon, class } = self;
        view! { <span class=class>{icon.view()}<span>{words}</span></span> }
    }
}

/// How soon its sender says that something is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// In words: "Vandaag nodig".
    pub text: String,
    /// How much it stands out.
    pub urgency: Urgency,
}

/// The badge of it.
pub fn need_view(need: Need) -> impl IntoView {
    Look::of(whole_days(&need.text), need.urgency).view()
}

/// A text whose dates stay on one line.
pub fn whole_days(text: &str) -> String {
    text.replace('-', "\u{2011}")
}

/// The badge, and under it what must happen by which day, or why it stands still.
pub fn term_view(due: &Due) -> impl IntoView + use<> {
    let badge = due.look().view();
    let Term { clock, due, state, met_on } = due.term;
    let when = match (state, met_on) {
        (TermState::Met, Some(on)) => view! { ", op "{day_view(on)} }.into_any(),
        (TermState::Stopped, _) => ". Wij wachten op de afzender.".into_any(),
        _ => view! { ", uiterlijk "{day_view(due)} }.into_any(),
    };
    view! {
        {badge}
        <span class="zvh-desk-term__day">{clock.text()}{when}</span>
    }
}

/// "27-11-2026", on one line.
pub fn day_view(day: NaiveDate) -> impl IntoView {
    view! { <span class="zvh-desk-date">{short(day)}</span> }
}
