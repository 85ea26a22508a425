//! A term of a case in words, with a sign and a colour: never by colour alone (WCAG 1.4.1).

use chrono::NaiveDate;
use domain::calendar::short;
use domain::desk::clock::{Clock, Left, Term, TermState, Urgency};
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
                Look { words: "Gedaan".to_owned(), icon: Icon::Check, class: "zvh-desk-term zvh-desk-term--met" }
            }
            TermState::Stopped => Look {
                words: "Staat stil: wacht op de melder".to_owned(),
                icon: Icon::Pause,
                class: "zvh-desk-term zvh-desk-term--stopped",
            },
            TermState::Runs => {
                let (icon, class) = match self.left.urgency() {
                    Urgency::Calm => (Icon::Clock, "zvh-desk-term"),
                    Urgency::Soon => (Icon::Warning, "zvh-desk-term zvh-desk-term--soon"),
                    Urgency::Late => (Icon::Late, "zvh-desk-term zvh-desk-term--late"),
                };
                Look { words: capital(&self.left.text()), icon, class }
            }
        }
    }
}

/// The badge, and under it what must happen by which day.
pub fn term_view(due: &Due) -> impl IntoView + use<> {
    let Look { words, icon, class } = due.look();
    view! {
        <span class=class>{icon.view()}<span>{words}</span></span>
        <span class="zvh-desk-term__day">{what_by_when(due.term.clock, due.term.due)}</span>
    }
}

/// "Contact opnemen, uiterlijk 27 november".
fn what_by_when(clock: Clock, due: NaiveDate) -> String {
    format!("{}, uiterlijk {}", clock.text(), short(due))
}
