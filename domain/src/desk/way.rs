//! The way of a case through the house: which acts bring it to its answer, in which order (domain facts §3.3), which come next, and who
//! may do them. What else can be done stands beside it.

use super::act::{ALL, Act};
use super::is_weighed;
use super::role::Role;
use crate::form::Form;
use crate::referral::{Happening, Status};

/// An act on the way.
#[derive(Clone, Copy)]
pub struct Stop {
    /// Which.
    pub act: &'static Act,
    /// Whether it was done.
    pub state: State,
}

/// How far the way was gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It was done.
    Done,
    /// It is what comes next.
    Now,
    /// Something else comes first.
    Later,
}

/// The acts on the way of what came in by this form, after these things happened to it. Empty where it has none, or where nobody has
/// anything to do any more.
/// `first` is what someone's need asks for before all that ([`Needed::asks_first`](super::needed::Needed::asks_first)).
pub fn way(form: &Form, status: Status, happened: &[Happening], first: Option<Happening>) -> Vec<Stop> {
    // A demand is answered anew.
    let since = happened.iter().rposition(|what| *what == Happening::Demanded).unwrap_or(0);
    let is_done_before = |what: Happening| match what {
        Happening::Answered => happened[since..].contains(&what),
        _ => happened.contains(&what),
    };
    // While the house waits, nothing comes next.
    let mut is_next_known = status == Status::Asked;
    let on_it: Vec<_> =
        ALL.iter().filter(|act| (act.fits)(form) && is_on_it(form, first, act.what) && !status.is_over()).collect();
    // What was passed over is not asked for any more: a decision ends the weighing, an answer everything.
    let ends = |act: &&Act| matches!(act.what, Happening::Decided | Happening::Answered) && is_done_before(act.what);
    let passed = on_it.iter().rposition(|act| ends(&&**act)).unwrap_or(0);
    let on_it = on_it.into_iter().enumerate().filter(|(index, act)| *index >= passed || is_done_before(act.what));
    let stop = |(_, act): (usize, &'static Act)| {
        let is_done = is_done_before(act.what);
        let is_next = !is_done && !is_next_known && act.possible(form, status);
        is_next_known |= is_next;
        let state = match (is_done, is_next) {
            (true, _) => State::Done,
            (false, true) => State::Now,
            (false, false) => State::Later,
        };
        Stop { act, state }
    };
    on_it.map(stop).collect()
}

/// Whether this brings it to its answer. A message is answered, in writing or by telephone; only of a case someone must have spoken.
fn is_on_it(form: &Form, first: Option<Happening>, what: Happening) -> bool {
    match what {
        _ if first == Some(what) => true,
        Happening::Contacted => is_weighed(form),
        Happening::Judged | Happening::Weighed | Happening::Decided | Happening::Answered => true,
        _ => false,
    }
}

/// The same acts, what comes next first; the others stay in the order of the process.
pub fn next_first(mut acts: Vec<&'static Act>, way: &[Stop], status: Status) -> Vec<&'static Act> {
    let is_next = |act: &Act| way.iter().any(|stop| stop.state == State::Now && stop.act.form.slug == act.form.slug);
    let is_awaited = |act: &Act| status == Status::Asked && act.what == Happening::Replied;
    acts.sort_by_key(|act| (!is_awaited(act), !is_next(act)));
    acts
}

/// The roles that may do this with what came in by this form.
pub fn roles(act: &Act, form: &Form) -> Vec<Role> {
    Role::ALL.into_iter().filter(|role| Role::any_may(&[*role], act.right, form.regime)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forms;
    use Happening as H;

    fn told(form: &str, status: Status, happened: &[Happening]) -> String {
        told_after(form, status, happened, None)
    }

    fn told_after(form: &str, status: Status, happened: &[Happening], first: Option<Happening>) -> String {
        let form = forms::find(form).unwrap_or_else(|| panic!("{form}"));
        let mark = |state| match state {
            State::Done => "+",
            State::Now => ">",
            State::Later => "",
        };
        let stops = way(form, status, happened, first);
        stops.iter().map(|stop| format!("{}{}", mark(stop.state), stop.act.form.slug)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_a_need_asks_comes_before_the_rest_of_the_way() {
        for (first, happened, way) in [
            (None, &[H::Received][..], ">onderzoek antwoord"),
            (Some(H::Contacted), &[H::Received], ">bellen onderzoek antwoord"),
            (Some(H::Contacted), &[H::Contacted], "+bellen >onderzoek antwoord"),
            (Some(H::Noted), &[H::Received], ">notitie onderzoek antwoord"),
            (Some(H::Noted), &[H::Noted], "+notitie >onderzoek antwoord"),
        ] {
            assert_eq!(told_after("wvggz", Status::Received, happened, first), way, "{first:?} {happened:?}");
        }
    }

    #[test]
    fn each_stop_follows_what_was_done() {
        for (form, status, happened, way) in [
            ("regieteam", Status::Received, &[H::Received][..], ">bellen criteria-regieteam advies besluit antwoord"),
            ("regieteam", Status::Received, &[H::Attempted], ">bellen criteria-regieteam advies besluit antwoord"),
            ("regieteam", Status::Contacted, &[H::Contacted], "+bellen >criteria-regieteam advies besluit antwoord"),
            (
                "mda",
                Status::Contacted,
                &[H::Contacted, H::Judged],
                "+bellen +criteria-casusoverleg >advies besluit antwoord",
            ),
            ("mda", Status::Contacted, &[H::Judged], ">bellen +criteria-casusoverleg advies besluit antwoord"),
            (
                "mda",
                Status::Contacted,
                &[H::Contacted, H::Judged, H::Weighed],
                "+bellen +criteria-casusoverleg +advies >besluit antwoord",
            ),
            ("regieteam", Status::Decided, &[H::Contacted, H::Decided], "+bellen +besluit >antwoord"),
            (
                "regieteam",
                Status::Answered,
                &[H::Contacted, H::Judged, H::Decided, H::Answered],
                "+bellen +criteria-regieteam +besluit +antwoord",
            ),
            ("regieteam", Status::Answered, &[H::Decided, H::Answered], "+besluit +antwoord"),
            (
                "regieteam",
                Status::Asked,
                &[H::Contacted, H::Asked],
                "+bellen criteria-regieteam advies besluit antwoord",
            ),
            ("regieteam", Status::Closed, &[H::Answered], ""),
            ("contact", Status::Received, &[], ">antwoord-bericht"),
            ("adviesvraag", Status::Received, &[], ">antwoord-advies"),
            ("wvggz", Status::Received, &[], ">onderzoek antwoord"),
            ("wvggz", Status::Answered, &[H::Decided, H::Answered], "+onderzoek +antwoord"),
            ("wvggz", Status::Demanded, &[H::Decided, H::Answered, H::Demanded], "+onderzoek >antwoord"),
            ("wvggz", Status::Answered, &[H::Decided, H::Answered, H::Demanded, H::Answered], "+onderzoek +antwoord"),
            ("avg-verzoek", Status::Received, &[], ">antwoord-verzoek"),
            ("via", Status::Received, &[], ">antwoord"),
        ] {
            assert_eq!(told(form, status, happened), way, "{form} {status:?} {happened:?}");
        }
    }

    #[test]
    fn what_comes_next_is_offered_first_and_what_is_awaited_before_it() {
        let form = &forms::regieteam::FORM;
        for (status, happened, slug) in [
            (Status::Received, &[][..], "bellen"),
            (Status::Asked, &[H::Contacted, H::Asked], "aanvulling-vastleggen"),
            (Status::Contacted, &[H::Contacted], "criteria-regieteam"),
            (Status::Decided, &[H::Contacted, H::Judged, H::Weighed, H::Decided], "antwoord"),
        ] {
            let possible = ALL.iter().filter(|act| act.possible(form, status)).collect();
            assert_eq!(
                next_first(possible, &way(form, status, happened, None), status)[0].form.slug,
                slug,
                "{status:?}"
            );
        }
    }

    #[test]
    fn somebody_may_do_each_stop_of_each_form() {
        for form in forms::ALL {
            for stop in way(form, Status::Received, &[], None) {
                assert!(!roles(stop.act, form).is_empty(), "{} {}", form.slug, stop.act.form.slug);
            }
        }
    }
}
