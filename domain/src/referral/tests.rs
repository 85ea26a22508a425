//! The table of transitions, and what holds for all of it.

use super::*;
use Happening as H;
use Status as S;

/// What each status becomes; what is not named can't happen there. What changes nothing anywhere stands in [`ALWAYS`].
#[rustfmt::skip]
const TABLE: &[(Status, &[Happening], Status)] = &[
    (S::Received, &[H::Confirmed], S::Confirmed),
    (S::Received, &[H::Received, H::Added, H::Invited, H::Contributed, H::Attempted, H::Noted, H::Reviewed, H::Judged, H::Weighed, H::Assigned, H::HandedOver, H::Prolonged], S::Received),
    (S::Received, &[H::Contacted], S::Contacted),
    (S::Received, &[H::Asked], S::Asked),
    (S::Received, &[H::Decided], S::Decided),
    (S::Received, &[H::Answered], S::Answered),
    (S::Received, &[H::Withdrawn], S::Withdrawn),
    (S::Received, &[H::Cancelled], S::Cancelled),
    (S::Confirmed, &[H::Confirmed, H::Received, H::Added, H::Invited, H::Contributed, H::Attempted, H::Noted, H::Reviewed, H::Judged, H::Weighed, H::Assigned, H::HandedOver, H::Prolonged], S::Confirmed),
    (S::Confirmed, &[H::Contacted], S::Contacted),
    (S::Confirmed, &[H::Asked], S::Asked),
    (S::Confirmed, &[H::Decided], S::Decided),
    (S::Confirmed, &[H::Answered], S::Answered),
    (S::Confirmed, &[H::Withdrawn], S::Withdrawn),
    (S::Confirmed, &[H::Cancelled], S::Cancelled),
    (S::Contacted, &[H::Confirmed, H::Received, H::Added, H::Invited, H::Contributed, H::Attempted, H::Contacted, H::Noted, H::Reviewed, H::Judged, H::Weighed, H::Assigned, H::HandedOver, H::Prolonged], S::Contacted),
    (S::Contacted, &[H::Asked], S::Asked),
    (S::Contacted, &[H::Decided], S::Decided),
    (S::Contacted, &[H::Answered], S::Answered),
    (S::Contacted, &[H::Withdrawn], S::Withdrawn),
    (S::Contacted, &[H::Cancelled], S::Cancelled),
    (S::Asked, &[H::Confirmed, H::Received, H::Added, H::Invited, H::Contributed, H::Attempted, H::Contacted, H::Asked, H::Noted, H::Reviewed, H::Judged, H::Weighed, H::Assigned, H::HandedOver, H::Prolonged], S::Asked),
    (S::Asked, &[H::Replied], S::Contacted),
    (S::Asked, &[H::Decided], S::Decided),
    (S::Asked, &[H::Answered], S::Answered),
    (S::Asked, &[H::Withdrawn], S::Withdrawn),
    (S::Asked, &[H::Cancelled], S::Cancelled),
    (S::Decided, &[H::Confirmed, H::Received, H::Added, H::Invited, H::Contributed, H::Attempted, H::Contacted, H::Replied, H::Noted, H::Reviewed, H::Assigned, H::HandedOver, H::Prolonged, H::Demanded], S::Decided),
    (S::Decided, &[H::Answered], S::Answered),
    (S::Decided, &[H::Withdrawn], S::Withdrawn),
    (S::Decided, &[H::Cancelled], S::Cancelled),
    (S::Answered, &[H::Confirmed, H::Received, H::Attempted, H::Contacted, H::Noted, H::Reviewed, H::Assigned, H::HandedOver, H::Answered, H::Renewed, H::PeriodSet], S::Answered),
    (S::Answered, &[H::Closed], S::Closed),
    (S::Answered, &[H::Demanded], S::Demanded),
    (S::Demanded, &[H::Confirmed, H::Received, H::Attempted, H::Contacted, H::Noted, H::Reviewed, H::Assigned, H::HandedOver, H::Demanded], S::Demanded),
    (S::Demanded, &[H::Answered], S::Answered),
    (S::Withdrawn, &[H::Confirmed, H::PeriodSet], S::Withdrawn),
    (S::Cancelled, &[H::Confirmed, H::PeriodSet], S::Cancelled),
    (S::Closed, &[H::Confirmed, H::Consulted, H::Renewed, H::PeriodSet], S::Closed),
];

const ALWAYS: &[Happening] = &[H::Held, H::Released];

#[test]
fn each_status_becomes_what_the_table_says() {
    for status in S::ALL {
        for what in H::ALL {
            let said = TABLE.iter().find(|(from, whats, _)| *from == status && whats.contains(&what));
            let wanted = if ALWAYS.contains(&what) { Some(status) } else { said.map(|(.., to)| *to) };
            assert_eq!(status.after(what), wanted, "{status:?} {what:?}");
        }
    }
}

#[test]
fn names_read_back() {
    for status in S::ALL {
        assert_eq!(S::from_slug(status.slug()), Some(status));
    }
    for what in H::ALL {
        assert_eq!(H::from_slug(what.slug()), Some(what));
    }
}

#[test]
fn what_is_open_can_be_added_to_and_taken_back_and_nothing_else_can() {
    for status in S::ALL {
        for what in [H::Added, H::Invited, H::Contributed, H::Withdrawn] {
            assert_eq!(status.after(what).is_some(), status.is_open(), "{status:?} {what:?}");
        }
    }
}

/// Another than its sender asked, and asks it of the house alone.
#[test]
fn what_must_be_answered_anew_is_still_answered_for_its_sender() {
    assert_eq!(S::Demanded.text(), S::Answered.text());
    assert_eq!(S::Demanded.after(H::Withdrawn), None, "nobody else can take back what someone close asked");
    for status in S::ALL {
        assert_eq!(status.is_unanswered(), status.is_open() || status == S::Demanded, "{status:?}");
    }
}

#[test]
fn what_is_over_stays_over() {
    for status in S::ALL.into_iter().filter(|status| status.is_over()) {
        for what in H::ALL {
            assert!(status.after(what).is_none_or(|after| after == status), "{status:?} {what:?}");
        }
    }
}

#[test]
fn a_decision_is_taken_once() {
    for status in S::ALL {
        let Some(decided) = status.after(H::Decided) else { continue };
        for what in H::ALL {
            let again = decided.after(what).and_then(|later| later.after(H::Decided));
            assert_eq!(again, None, "{status:?}, decided, {what:?}, decided");
        }
    }
}

#[test]
fn a_sender_sees_no_word_of_what_is_not_shared() {
    for what in H::ALL {
        let is_sentence = what.text().ends_with('.');
        assert_eq!(is_sentence, what.is_shared(), "{what:?}");
        assert!(!what.desk_text().ends_with('.') && !what.desk_text().is_empty(), "{what:?}");
    }
    // That it was decided shows in no word of the status either.
    assert!(!S::Decided.text().contains("eslo"));
}
