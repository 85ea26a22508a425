//! How far a case is: what was done, what comes next and who does that.

use domain::desk::act::Act;
use domain::desk::reach::News;
use domain::desk::way::State;
use domain::referral::Status;
use leptos::prelude::*;

use super::Case;
use crate::desk::icon::Icon;
use crate::paths::Desk;

/// An act on the way of a case.
#[derive(Clone)]
pub struct Stop {
    /// Which.
    pub act: &'static Act,
    /// Whether it was done.
    pub state: State,
    /// Whether who looks may do it.
    pub by: By,
}

impl Stop {
    /// Whether this is the act that comes next.
    pub(super) fn is_next(&self, act: &Act) -> bool {
        self.state == State::Now && self.by == By::You && self.act.form.slug == act.form.slug
    }
}

/// Who does something.
#[derive(Clone, PartialEq, Eq)]
pub enum By {
    /// Who looks may.
    You,
    /// Only these people may, with their roles: "Noor Voorbeeld (Weger)".
    Others(Vec<String>),
}

/// The way, as a list.
pub(super) fn way_view(case: &Case) -> impl IntoView + use<> {
    let (reference, way) = (&case.facts.reference, &case.way);
    let looks = (case.reach.news == News::Looks).then(|| {
        view! { <br />"De afzender krijgt hiervan geen bericht. Komt er geen antwoord? Ga dan zonder verder." }
    });
    let waits = (case.facts.status == Status::Asked).then(|| {
        view! { <li class="zvh-desk-way__now" aria-current="step"><span><strong>"Nu: wachten op de afzender"</strong>{looks}</span></li> }
    });
    let items = way.iter().map(|stop| stop_view(reference, stop, case.verb(stop.act))).collect_view();
    (!way.is_empty()).then(|| {
        view! {
            <h3 class="zvh-desk-heading">"Zo gaat deze zaak"</h3>
            <ol class="zvh-desk-way">{waits}{items}</ol>
        }
    })
}

fn stop_view(reference: &str, stop: &Stop, verb: &'static str) -> impl IntoView + use<> {
    match (stop.state, &stop.by) {
        (State::Done, _) => {
            view! { <li>{Icon::Check.view()}<span>{verb}" "<span class="zvh-desk-quiet">"Gedaan"</span></span></li> }
                .into_any()
        }
        (State::Later, _) => view! { <li class="zvh-desk-way__later"><span>{verb}</span></li> }.into_any(),
        (State::Now, By::You) => {
            let href = Desk::Act(reference, stop.act.form.slug).to_string();
            view! { <li class="zvh-desk-way__now" aria-current="step"><span><strong>"Nu: "<a class="nl-link" href=href>{verb}</a></strong></span></li> }.into_any()
        }
        (State::Now, By::Others(people)) => {
            let who = if people.is_empty() {
                "Nog niemand heeft de juiste rol. Vraag de beheerder.".to_owned()
            } else {
                format!("Dit doet: {}. De zaak staat in hun werkvoorraad.", people.join(" of "))
            };
            view! { <li class="zvh-desk-way__now" aria-current="step"><span><strong>"Nu: "{verb}</strong><br />{who}</span></li> }.into_any()
        }
    }
}
