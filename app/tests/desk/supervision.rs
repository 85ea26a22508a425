//! What is kept, what was destroyed and who did what, invented.

use app::desk::keeping::{Certificate, InTrail, Keeping, Line, Section, Shown};
use app::desk::trail::{Actor, Chain, Entry, Filters, Trail};
use domain::desk::outcome::Outcome;
use domain::desk::role::Role;
use domain::referral::Status;
use domain::retention::Situation;

use crate::props::today;

/// All sections, or one.
pub(crate) fn keeping(alone: Option<Section>) -> Keeping {
    let line = |number: u32| Line {
        reference: format!("WM-26-2345-{number}"),
        to: (number == 1).then(|| "/balie/WM-26-2345-1".to_owned()),
        form: "Regieteam".to_owned(),
        situation: Some(Situation::NotTakenOn),
        open: (number == 1).then_some(Status::Decided),
        day: Some(today()),
    };
    let shown = |section: Section| Shown {
        section,
        count: (section != Section::Destroyed).then_some(12),
        lines: if section == Section::Held { Vec::new() } else { vec![line(1), line(2)] },
        more: Some(format!("/balie/bewaren?deel={}", section.slug())),
    };
    let sections = Section::ALL.into_iter().filter(|section| alone.is_none_or(|alone| alone == *section)).map(shown);
    Keeping { sections: sections.collect(), alone, reference: String::new() }
}

/// One that proves itself, or one that was changed and of which the trail tells nothing.
pub(crate) fn certificate(is_proven: bool) -> Certificate {
    Certificate {
        reference: "WM-26-2345-1".to_owned(),
        form: "Regieteam".to_owned(),
        municipality: Some("Dorp".to_owned()),
        organisation_kind: None,
        received_on: today(),
        decided_on: Some(today()),
        outcome: Some(Outcome::Advies),
        ground: Situation::NotTakenOn,
        destroyed: "dinsdag 24 november 2026 om 13.00 uur".to_owned(),
        in_trail: is_proven.then(|| InTrail { seq: 12, hash: "0f".repeat(32) }),
        is_proven,
    }
}

/// A page of the trail, narrowed to a case.
pub(crate) fn trail(chain: Chain, who: &[Actor]) -> Trail {
    let entry = |(seq, who): (i64, &Actor)| Entry {
        seq,
        at: "2026-11-24T12:00:00Z".to_owned(),
        at_words: "24-11-2026 13.00.00".to_owned(),
        who: who.clone(),
        action: "referral.viewed".to_owned(),
        object: "WM-26-2345-1".to_owned(),
        result: "ok".to_owned(),
    };
    Trail {
        filters: Filters::from_pairs([("referentie", "WM-26-2345-1"), ("vanaf", "2026-11-01")]),
        people: vec![("m0707070707070707".to_owned(), "Noor Voorbeeld".to_owned())],
        chain,
        contradictions: 0,
        entries: (1..).zip(who).map(entry).collect(),
        older: Some(1),
        is_later_page: true,
    }
}

pub(crate) fn everyone() -> Vec<Actor> {
    let person = |role| Actor::Person("Noor Voorbeeld".to_owned(), role);
    vec![Actor::Visitor, Actor::System, Actor::Operator, person(Some(Role::Intake)), person(None), Actor::Unknown]
}
