//! What becomes of keys, passkeys, sessions and work when someone enrols anew, changes role or leaves, also while someone else writes.

use domain::desk::role::Role;
use domain::referral::Happening;
use sea_orm::ConnectionTrait as _;

use super::*;
use crate::audit::Step;

const ONE: MemberId = MemberId::new([1; 8]);

fn entry(event: Event) -> Entry {
    Entry::new(noon(), Actor::Operator, event)
}

fn left() -> Entry {
    entry(Event::Member { member: ONE, what: Step::Left })
}

fn tomorrow() -> chrono::NaiveDate {
    (noon() + TimeDelta::days(1)).date_naive()
}

fn appointed(role: Role) -> Appointment {
    let (today, until) = (noon().date_naive(), tomorrow());
    Appointment { until, roles: vec![RoleUntil { role, until }], screened_on: Some(today), trained_on: Some(today) }
}

fn passkey(id: &str) -> Passkey {
    Passkey {
        id: id.to_owned(),
        member: ONE,
        credential: "{}".to_owned(),
        locked_key: vec![1],
        locked_by: LockedBy::Passkey,
        label: "Browser".to_owned(),
        made_at: noon(),
        used_at: None,
    }
}

/// They make a key pair, with this public half, and a passkey; by a link that nobody had before.
async fn enrols(store: &Store, key: u8, invitee: Invitee) {
    let link = LookupHash([key; 32]);
    store.staff_invitations().make(link, invitee, None, noon() + TimeDelta::days(7), left()).await.unwrap();
    let public_key = MemberKey { bytes: [key; 32], proof: [0; 32] };
    let new = Enrolment { link, public_key, passkey: passkey(&format!("first-{key}")) };
    assert!(store.staff_invitations().enrol(new, noon(), left()).await.unwrap());
}

pub(super) async fn with_a_member(place: &Place) -> Store {
    let store = place.open().await;
    let Appointment { until, roles, screened_on, trained_on } = appointed(Role::Intake);
    let new = NewMember { id: ONE, house: HOUSE.into(), profile: vec![1], until, roles, screened_on, trained_on };
    enrols(&store, 1, Invitee::New(new)).await;
    store
}

async fn gives_copy(store: &Store, sealed_to: u8) {
    let copy = HouseKeyCopy { house: HOUSE.into(), epoch: 1, member: ONE, envelope: vec![sealed_to] };
    let shared = entry(Event::HouseKeyShared { member: ONE });
    let new = NewHouseKeyCopy { copy, sealed_to: [sealed_to; 32] };
    store.house_keys().add(None, vec![new], shared).await.unwrap();
}

fn session(number: u8) -> Session {
    Session {
        hash: LookupHash([number; 32]),
        house: HOUSE.into(),
        member: ONE,
        key: vec![1],
        label: "Browser".into(),
        made_at: noon(),
        seen_at: noon() + TimeDelta::minutes(i64::from(number)),
        fresh_at: noon(),
    }
}

async fn told(store: &Store) -> Vec<String> {
    let entries = store.audit().find(&Sought::default(), None, 100).await.unwrap();
    entries.into_iter().rev().map(|entry| entry.action).collect()
}

on_both_databases! {
    async fn a_copy_for_a_key_that_its_member_had_before_is_left_out(place) {
        let store = with_a_member(place).await;
        enrols(&store, 2, Invitee::Known(ONE)).await;
        gives_copy(&store, 1).await;
        assert!(store.house_keys().held_by(ONE).await.unwrap().is_empty());
        assert!(!told(&store).await.contains(&"house-key.shared".to_owned()), "nothing was given");
        gives_copy(&store, 2).await;
        assert_eq!(store.house_keys().held_by(ONE).await.unwrap().len(), 1);
    }

    async fn a_copy_that_is_given_while_its_member_enrols_anew_never_stays(place) {
        let store = with_a_member(place).await;
        for key in 2..22 {
            tokio::join!(gives_copy(&store, key - 1), enrols(&store, key, Invitee::Known(ONE)));
            let held = store.house_keys().held_by(ONE).await.unwrap();
            assert!(held.is_empty(), "{key}");
        }
    }

    async fn a_session_that_was_ended_does_not_go_on_under_another_secret(place) {
        let store = with_a_member(place).await;
        store.sessions().begin(session(1), 3, entry(Event::SignedIn)).await.unwrap();
        assert!(store.sessions().rotate(session(1).hash, session(2), entry(Event::SignedIn)).await.unwrap());
        store.sessions().end(session(2).hash, entry(Event::SignedOut)).await.unwrap();
        assert!(!store.sessions().rotate(session(2).hash, session(3), entry(Event::SignedIn)).await.unwrap());
        assert!(store.sessions().of(ONE).await.unwrap().is_empty());
    }

    async fn a_session_that_makes_room_for_another_is_told(place) {
        let store = with_a_member(place).await;
        for number in 1..=3 {
            store.sessions().begin(session(number), 2, entry(Event::SignedIn)).await.unwrap();
        }
        assert_eq!(store.sessions().of(ONE).await.unwrap().len(), 2);
        assert_eq!(told(&store).await[2..], ["session.begun", "session.begun", "session.begun", "session.replaced"]);
    }

    async fn two_passkeys_that_are_removed_at_once_leave_one(place) {
        let store = with_a_member(place).await;
        let removes = async |id: String| {
            let removed = Event::Member { member: ONE, what: Step::PasskeyRemoved };
            store.passkeys().remove(&id, ONE, entry(removed)).await.unwrap()
        };
        for round in 0..20 {
            let known = store.passkeys().of(ONE).await.unwrap()[0].id.clone();
            store.passkeys().add(passkey(&format!("more-{round}")), left()).await.unwrap();
            let (one, two) = tokio::join!(removes(known), removes(format!("more-{round}")));
            assert_eq!([one, two].iter().filter(|removed| **removed == Removed::Yes).count(), 1, "round {round}");
            assert_eq!(store.passkeys().of(ONE).await.unwrap().len(), 1, "round {round}");
        }
    }

    async fn the_work_of_who_leaves_is_nobodys(place) {
        let store = with_a_member(place).await;
        for number in 1..=3 {
            store.referrals().accept(submission(number, &number.to_string())).await.unwrap();
        }
        for reference in ["ZVH-1", "ZVH-3"] {
            let given = Event::Assigned { reference: reference.to_owned(), to: Some(ONE) };
            let new = NewHappening::bare(format!("{reference} given"), Happening::Assigned, noon());
            store.queue().assign(reference, Some(ONE), new, entry(given)).await.unwrap();
        }
        store.members().end(ONE, noon(), left()).await.unwrap();
        let forms = vec!["regieteam".to_owned()];
        let mine = Wanted { house: HOUSE.to_owned(), forms, statuses: domain::referral::Status::ALL.into_iter().filter(|status| status.is_open()).collect(), ..Wanted::default() };
        let of = |whose| Wanted { assigned: Some(whose), ..mine.clone() };
        assert_eq!(store.queue().count(&of(Assigned::To(ONE))).await.unwrap(), 0);
        assert_eq!(store.queue().count(&of(Assigned::Nobody)).await.unwrap(), 3);
        let told = told(&store).await;
        assert_eq!(told.iter().filter(|action| *action == "referral.assigned").count(), 4);
        let happened = store.timeline().of("ZVH-3").await.unwrap().into_iter().map(|one| one.what.slug()).collect::<Vec<_>>();
        assert_eq!(happened, ["received", "assigned", "assigned"], "the case tells that it is nobody's");
        assert_eq!(told.iter().rev().take(3).rev().collect::<Vec<_>>(), ["member.left", "referral.assigned", "referral.assigned"]);
    }

    async fn what_was_over_when_its_handler_left_tells_nothing_of_it(place) {
        let store = with_a_member(place).await;
        for (number, ends) in [(1, None), (2, Some(Happening::Withdrawn)), (3, Some(Happening::Cancelled))] {
            let reference = format!("ZVH-{number}");
            store.referrals().accept(submission(number, &number.to_string())).await.unwrap();
            let given = Event::Assigned { reference: reference.clone(), to: Some(ONE) };
            let new = NewHappening::bare(format!("{reference} given"), Happening::Assigned, noon());
            store.queue().assign(&reference, Some(ONE), new, entry(given)).await.unwrap();
            if let Some(what) = ends {
                let event = Event::ReferralHappening { reference: reference.clone(), what };
                let new = NewHappening::bare(format!("{reference} over"), what, noon());
                store.timeline().add(&reference, new, vec![], entry(event)).await.unwrap();
            }
        }
        store.members().end(ONE, noon(), left()).await.unwrap();
        for (reference, last, count) in [("ZVH-1", "assigned", 3), ("ZVH-2", "withdrawn", 3), ("ZVH-3", "cancelled", 3)] {
            let happened = store.timeline().of(reference).await.unwrap();
            assert_eq!((happened.last().unwrap().what.slug(), happened.len()), (last, count), "{reference}");
            assert_eq!(store.queue().one(HOUSE, reference, ONE).await.unwrap().unwrap().assignee, None, "{reference}");
        }
        assert_eq!(told(&store).await.iter().filter(|action| *action == "referral.assigned").count(), 4);
    }

    async fn who_may_open_nothing_any_more_holds_no_key_and_no_work(place) {
        let store = with_a_member(place).await;
        store.referrals().accept(submission(1, "key")).await.unwrap();
        let given = Event::Assigned { reference: "ZVH-1".to_owned(), to: Some(ONE) };
        let new = NewHappening::bare("given".to_owned(), Happening::Assigned, noon());
        store.queue().assign("ZVH-1", Some(ONE), new, entry(given)).await.unwrap();
        gives_copy(&store, 1).await;
        let held = async || store.house_keys().held_by(ONE).await.unwrap().len();
        let assigned = "SELECT reference FROM referrals WHERE assignee IS NOT NULL";
        let work = async || {
            let statement = sea_orm::Statement::from_string(store.reader.get_database_backend(), assigned);
            store.reader.query_all_raw(statement).await.unwrap().len()
        };
        store.members().appoint(ONE, appointed(Role::Chair), left()).await.unwrap();
        assert_eq!((held().await, work().await), (1, 1), "another role that opens");
        store.members().appoint(ONE, appointed(Role::Editor), left()).await.unwrap();
        assert_eq!((held().await, work().await), (0, 0));
    }

    async fn work_that_someone_may_not_do_any_more_is_nobodys(place) {
        let store = with_a_member(place).await;
        store.referrals().accept(submission(1, "key")).await.unwrap();
        let gives = async |id: &str| {
            let given = Event::Assigned { reference: "ZVH-1".to_owned(), to: Some(ONE) };
            let new = NewHappening::bare(id.to_owned(), Happening::Assigned, noon());
            store.queue().assign("ZVH-1", Some(ONE), new, entry(given)).await.unwrap();
        };
        let handler = async || store.queue().one(HOUSE, "ZVH-1", ONE).await.unwrap().unwrap().assignee;
        gives("first").await;
        let after = tomorrow().succ_opt().unwrap();
        assert_eq!(store.members().free_work(HOUSE, tomorrow(), noon()).await.unwrap(), 0, "the last day is one to work on");
        assert_eq!(store.members().free_work("other-house", after, noon()).await.unwrap(), 0);
        assert_eq!(handler().await, Some(ONE));
        assert_eq!(store.members().free_work(HOUSE, after, noon() + TimeDelta::days(2)).await.unwrap(), 1);
        assert_eq!((handler().await, told(&store).await.pop().as_deref()), (None, Some("referral.assigned")));
        assert_eq!(store.members().free_work(HOUSE, after, noon()).await.unwrap(), 0);
        gives("second").await;
        store.members().appoint(ONE, appointed(Role::WvggzProcesregisseur), left()).await.unwrap();
        assert_eq!(handler().await, None, "another law");
    }

    async fn work_is_taken_while_it_is_written(place) {
        let store = with_a_member(place).await;
        store.referrals().accept(submission(1, "key")).await.unwrap();
        let writes = async {
            for round in 0..40 {
                let entry = entry(Event::ReferralHappening { reference: "ZVH-1".to_owned(), what: Happening::Noted });
                let new = NewHappening::bare(format!("note {round}"), Happening::Noted, noon());
                store.timeline().add("ZVH-1", new, vec![], entry).await.unwrap();
            }
        };
        let takes = async {
            for round in 0..40 {
                let given = Event::Assigned { reference: "ZVH-1".to_owned(), to: Some(ONE) };
                let new = NewHappening::bare(format!("given {round}"), Happening::Assigned, noon());
                store.queue().assign("ZVH-1", Some(ONE), new, entry(given)).await.unwrap();
                let taken = Entry::new(noon() + TimeDelta::minutes(round), Actor::Operator, left().event);
                store.members().appoint(ONE, appointed(Role::Editor), taken).await.unwrap();
            }
        };
        tokio::join!(writes, takes);
    }
}
