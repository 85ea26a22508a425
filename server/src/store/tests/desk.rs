//! The queue knows what must happen first without opening anything, and a decision is there whole or not at all.

use std::os::unix::process::ExitStatusExt as _;

use domain::calendar::{Calendar, ClosingDay};
use domain::desk::clock::{Clock, TermState};
use domain::desk::needed::{Needed, Taken};
use domain::desk::outcome::Outcome as Decided;
use domain::desk::role::Role;
use domain::referral::{Happening, Status};
use domain::values::Day;
use sea_orm::{ConnectionTrait as _, DbBackend, Statement};

use crate::store::queue::reckon::Turn;

use super::crash::{another_process, the_store_of_the_test};
use super::*;

const REFERENCE: &str = "ZVH-1";

fn reader() -> MemberId {
    MemberId::new([1; 8])
}

fn new(id: &str, what: Happening) -> NewHappening {
    NewHappening::bare(id.to_owned(), what, noon() + TimeDelta::hours(1))
}

fn entry(what: Happening) -> Entry {
    let event = Event::ReferralHappening { reference: REFERENCE.to_owned(), what };
    Entry::new(noon(), Actor::Member(reader(), Role::Chair), event)
}

fn decision() -> NewHappening {
    NewHappening {
        envelope: Some(vec![1; 10]),
        record: Some(vec![2; 10]),
        outcome: Some(Decided::Advies),
        ..new("decision", Happening::Decided)
    }
}

fn wanted() -> Wanted {
    let statuses = Status::ALL.into_iter().filter(|status| status.is_open()).collect();
    Wanted { house: HOUSE.to_owned(), forms: vec!["regieteam".to_owned()], statuses, ..Wanted::default() }
}

async fn listed(store: &Store, wanted: &Wanted) -> Vec<QueueRow> {
    store.queue().settle(HOUSE, &Calendar::default()).await.unwrap();
    store.queue().list(wanted, reader(), 0, 50).await.unwrap()
}

/// Everything a decision touches.
async fn state(store: &Store) -> (i64, i64, i64, Status, Option<Decided>) {
    let referral = store.referrals().find(REFERENCE).await.unwrap().unwrap();
    let known = store.queue().one(HOUSE, REFERENCE, reader()).await.unwrap().unwrap();
    let count = |of: &'static str| writing::count(store, of);
    (count("timeline").await, count("outbox").await, count("audit").await, referral.summary.status, known.outcome)
}

/// Makes one kind of write fail, as a full disk or a broken page would.
async fn break_write(store: &Store, verb: &str, table: &str) {
    let connection = store.writer.connection();
    let sql = match connection.get_database_backend() {
        DbBackend::Sqlite => vec![format!(
            "CREATE TRIGGER broken BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, 'broken'); END"
        )],
        _ => vec![
            "CREATE OR REPLACE FUNCTION broken() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'broken'; END $$ LANGUAGE plpgsql"
                .to_owned(),
            format!("CREATE TRIGGER broken BEFORE {verb} ON {table} FOR EACH ROW EXECUTE FUNCTION broken()"),
        ],
    };
    for statement in sql {
        connection.execute_unprepared(&statement).await.unwrap();
    }
}

async fn mend_write(store: &Store, table: &str) {
    let connection = store.writer.connection();
    let sql = match connection.get_database_backend() {
        DbBackend::Sqlite => "DROP TRIGGER broken".to_owned(),
        _ => format!("DROP TRIGGER broken ON {table}"),
    };
    connection.execute_unprepared(&sql).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "a part: run by the tests below in a process of its own"]
async fn dies_just_before_a_decision_is_committed() {
    let store = the_store_of_the_test().await;
    let work = store.writer.run(|tx| {
        Box::pin(async move {
            let mails = vec![mail(7, MailKind::News)];
            timeline::add(tx, REFERENCE.to_owned(), decision(), mails, entry(Happening::Decided)).await.unwrap();
            std::process::abort()
        })
    });
    let _: Result<(), StoreError> = work.await;
}

on_both_databases! {
    async fn what_must_happen_first_stands_first_and_what_is_done_is_not_work(place) {
        let store = place.open().await;
        for number in 1..=3 {
            store.referrals().accept(submission(number, &number.to_string())).await.unwrap();
        }
        store.timeline().add("ZVH-2", new("call", Happening::Contacted), vec![], entry(Happening::Contacted)).await.unwrap();
        store.timeline().add("ZVH-3", new("taken-back", Happening::Withdrawn), vec![], entry(Happening::Withdrawn)).await.unwrap();
        let rows = listed(&store, &wanted()).await;
        let said: Vec<_> = rows.iter().map(|row| (row.reference.as_str(), row.next.map(|term| (term.clock, term.due.to_string())))).collect();
        let due = |clock, day: &str| Some((clock, day.to_owned()));
        assert_eq!(said, [("ZVH-1", due(Clock::Contact, "2026-11-27")), ("ZVH-2", due(Clock::Outcome, "2026-12-07"))]);
        assert_eq!(store.queue().count(&wanted()).await.unwrap(), 2);
        assert!(rows.iter().all(QueueRow::is_unread));
    }

    async fn what_is_shielded_is_found_only_of_the_forms_that_are_named(place) {
        let store = place.open().await;
        store.referrals().accept(submission(1, "1")).await.unwrap();
        for (id, what) in [("answer", Happening::Answered), ("end", Happening::Closed)] {
            store.timeline().add("ZVH-1", new(id, what), vec![], entry(what)).await.unwrap();
        }
        for (shielded, found) in [(vec![], 0), (vec!["via".to_owned()], 0), (vec!["regieteam".to_owned()], 1)] {
            let wanted = Wanted { statuses: Status::ALL.to_vec(), shielded, reference: "ZVH-1".to_owned(), ..wanted() };
            assert_eq!(store.queue().count(&wanted).await.unwrap(), found);
        }
    }

    async fn who_opens_a_case_in_many_windows_at_once_read_it(place) {
        let store = people::with_a_member(place).await;
        store.referrals().accept(submission(1, "1")).await.unwrap();
        let queue = store.queue();
        let windows = (0..20).rev().map(|minute| queue.read("ZVH-1", reader(), noon() + TimeDelta::minutes(minute)));
        for outcome in futures_util::future::join_all(windows).await {
            outcome.unwrap();
        }
        let read_at = store.queue().one(HOUSE, "ZVH-1", reader()).await.unwrap().unwrap().read_at;
        assert_eq!(read_at, Some(noon() + TimeDelta::minutes(19)), "the latest");
        assert_eq!(writing::count(&store, "reads").await, 1);
    }

    async fn what_stands_still_comes_after_what_runs_and_is_late_where_it_was_asked_too_late(place) {
        let store = place.open().await;
        for number in 1..=3 {
            store.referrals().accept(submission(number, &number.to_string())).await.unwrap();
        }
        let happens = async |number: u32, what, days| {
            let new = NewHappening::bare(format!("{number} {days}"), what, noon() + TimeDelta::days(days));
            store.timeline().add(&format!("ZVH-{number}"), new, vec![], entry(what)).await.unwrap();
        };
        // The first waits for its sender since the second day; the second was asked when the two weeks were over.
        happens(1, Happening::Contacted, 1).await;
        happens(1, Happening::Asked, 2).await;
        happens(2, Happening::Contacted, 1).await;
        happens(2, Happening::Asked, 20).await;
        let rows = listed(&store, &wanted()).await;
        let said: Vec<_> = rows.iter().map(|row| (row.reference.as_str(), row.next.map(|term| (term.clock, term.state)))).collect();
        assert_eq!(
            said,
            [
                ("ZVH-3", Some((Clock::Contact, TermState::Runs))),
                ("ZVH-2", Some((Clock::Outcome, TermState::Runs))),
                ("ZVH-1", Some((Clock::Outcome, TermState::Stopped))),
            ]
        );
        // Asking again begins no new wait; a reply ends it.
        happens(1, Happening::Asked, 5).await;
        let since = async || -> Vec<_> { listed(&store, &wanted()).await.into_iter().map(|row| (row.reference, row.waits_since)).collect() };
        let day = |days| Some((noon() + TimeDelta::days(days)).date_naive());
        assert_eq!(since().await, [("ZVH-3".into(), None), ("ZVH-2".into(), day(20)), ("ZVH-1".into(), day(2))]);
        happens(1, Happening::Replied, 21).await;
        assert!(since().await.contains(&("ZVH-1".into(), None)));
    }

    async fn what_is_needed_today_stands_before_all_else_until_somebody_does_something(place) {
        let store = place.open().await;
        // Only the second has a term: all others would stand behind it.
        let all = [
            (1, "adviesvraag", Some(Needed::CanWait)),
            (2, "regieteam", None),
            (3, "adviesvraag", Some(Needed::ThisWeek)),
            (4, "wvggz", Some(Needed::PerhapsToday)),
            (5, "via", Some(Needed::Today)),
        ];
        for (number, form, needed) in all {
            let mut one = submission(number, &number.to_string());
            one.referral.form = form.to_owned();
            one.referral.outline.needed = needed;
            store.referrals().accept(one).await.unwrap();
        }
        let wanted = Wanted { forms: ["adviesvraag", "regieteam", "wvggz", "via"].map(str::to_owned).to_vec(), ..wanted() };
        let order = async || listed(&store, &wanted).await.into_iter().map(|row| (row.reference, row.needed)).collect::<Vec<_>>();
        let said = |number: u32, needed, taken| (format!("ZVH-{number}"), Some((needed, taken)));
        let first = [
            said(5, Needed::Today, Taken::NotYet),
            said(4, Needed::PerhapsToday, Taken::NotYet),
            ("ZVH-2".to_owned(), None),
            said(3, Needed::ThisWeek, Taken::NotYet),
            said(1, Needed::CanWait, Taken::NotYet),
        ];
        assert_eq!(order().await, first);
        let happens = async |id: &str, what| {
            store.timeline().add("ZVH-5", new(id, what), vec![], entry(what)).await.unwrap();
            order().await
        };
        assert_eq!(happens("tried", Happening::Attempted).await, first, "who tried to call did not help yet");
        let [_, may_press, runs, this_week, can_wait] = first;
        let taken_up = said(5, Needed::Today, Taken::Up);
        assert_eq!(happens("spoke", Happening::Contacted).await, [may_press, runs, taken_up, this_week, can_wait]);
    }

    async fn the_list_tells_who_took_something_up_as_the_case_does(place) {
        let store = place.open().await;
        let all = [("adviesvraag", Needed::ThisWeek), ("via", Needed::Today), ("wvggz", Needed::PerhapsToday)];
        for (number, (form, needed)) in (1..).zip(all) {
            let mut one = submission(number, &number.to_string());
            one.referral.form = form.to_owned();
            one.referral.outline.needed = Some(needed);
            store.referrals().accept(one).await.unwrap();
        }
        let wanted = Wanted { forms: all.map(|(form, _)| form.to_owned()).to_vec(), ..wanted() };
        let taken = |rows: Vec<QueueRow>| rows.into_iter().map(|row| (row.reference, row.needed.unwrap().1)).collect::<std::collections::BTreeMap<_, _>>();
        let unsettled = taken(store.queue().list(&wanted, reader(), 0, 9).await.unwrap());
        assert!(unsettled.len() == 3 && unsettled.values().all(|taken| *taken == Taken::NotYet), "nobody reckoned it yet: {unsettled:?}");
        // A note is no other status; a confirmed mailbox is one, and nobody of the house did it.
        store.timeline().add("ZVH-1", new("note", Happening::Noted), vec![], entry(Happening::Noted)).await.unwrap();
        store.timeline().add("ZVH-2", new("confirmed", Happening::Confirmed), vec![], entry(Happening::Confirmed)).await.unwrap();
        store.timeline().add("ZVH-3", new("note-3", Happening::Noted), vec![], entry(Happening::Noted)).await.unwrap();
        let settled: Vec<_> = taken(listed(&store, &wanted).await).into_values().collect();
        assert_eq!(settled, [Taken::Up, Taken::NotYet, Taken::Up]);
    }

    async fn what_must_be_answered_anew_is_work_and_its_sender_can_not_take_it_back(place) {
        let store = place.open().await;
        let mut one = submission(1, "key");
        one.referral.form = "wvggz".to_owned();
        store.referrals().accept(one).await.unwrap();
        let happens = async |what: Happening| store.timeline().add(REFERENCE, new(what.slug(), what), vec![], entry(what)).await.unwrap();
        for what in [Happening::Decided, Happening::Answered] {
            happens(what).await;
        }
        let wanted = Wanted { forms: vec!["wvggz".to_owned()], statuses: Vec::new(), ..wanted() };
        let turn = async || {
            listed(&store, &wanted).await;
            let statement = Statement::from_string(store.reader.get_database_backend(), "SELECT turn FROM referrals");
            store.reader.query_one_raw(statement).await.unwrap().unwrap().try_get::<i32>("", "turn").unwrap()
        };
        assert_eq!(turn().await, Turn::Done.number());
        assert_eq!(happens(Happening::Demanded).await, Outcome::Done(Status::Demanded));
        assert_eq!(turn().await, Turn::NoDay.number(), "it is work again");
        assert_eq!(happens(Happening::Withdrawn).await, Outcome::TooLate(Status::Demanded));
        store.timeline().add(REFERENCE, new("again", Happening::Answered), vec![], entry(Happening::Answered)).await.unwrap();
        assert_eq!(turn().await, Turn::Done.number());
    }

    async fn other_closing_days_move_what_must_be_done_by_when(place) {
        let store = place.open().await;
        store.referrals().accept(submission(1, "key")).await.unwrap();
        let due = async |calendar: &Calendar| {
            store.queue().settle(HOUSE, calendar).await.unwrap();
            store.queue().list(&wanted(), reader(), 0, 9).await.unwrap()[0].next.map(|term| term.due).unwrap()
        };
        let before = due(&Calendar::default()).await;
        let closed = Calendar { closing_days: vec![ClosingDay::On(Day::parse(&before.to_string()).unwrap())], ..Calendar::default() };
        assert_eq!(due(&closed).await, before, "what is settled stays");
        store.queue().unsettle(HOUSE).await.unwrap();
        assert!(due(&closed).await > before);
    }

    async fn what_is_known_of_one_is_true_at_once_without_anyone_settling_the_queue(place) {
        let store = place.open().await;
        store.referrals().accept(submission(1, "key")).await.unwrap();
        listed(&store, &wanted()).await;
        let known = async || store.queue().one(HOUSE, REFERENCE, reader()).await.unwrap().unwrap();
        assert_eq!((known().await.is_held, known().await.destroy_on), (false, "2031-11-21".parse().ok()));
        store.timeline().add(REFERENCE, new("hold", Happening::Held), vec![], entry(Happening::Held)).await.unwrap();
        store.timeline().add(REFERENCE, decision(), vec![], entry(Happening::Decided)).await.unwrap();
        let now = known().await;
        assert_eq!((now.is_held, now.decided_on, now.destroy_on), (true, "2026-11-21".parse().ok(), "2026-12-19".parse().ok()));
    }

    async fn filters_leave_what_they_name(place) {
        let store = place.open().await;
        for (number, municipality) in [(1, "GM1883"), (2, "GM0888")] {
            let mut one = submission(number, &number.to_string());
            one.referral.outline.municipality = Some(municipality.to_owned());
            store.referrals().accept(one).await.unwrap();
        }
        let of = |municipality: &str| Wanted { municipality: Some(municipality.to_owned()), ..wanted() };
        assert_eq!(listed(&store, &of("GM0888")).await[0].reference, "ZVH-2");
        assert_eq!(listed(&store, &Wanted { reference: "VH-1".to_owned(), ..wanted() }).await.len(), 1);
        assert_eq!(listed(&store, &Wanted { house: "elsewhere".to_owned(), ..wanted() }).await.len(), 0);
        assert_eq!(listed(&store, &Wanted { assigned: Some(Assigned::Nobody), ..wanted() }).await.len(), 2);
        let handed = Entry::new(noon(), Actor::Operator, Event::Assigned { reference: REFERENCE.into(), to: Some(reader()) });
        store.queue().assign(REFERENCE, Some(reader()), new("given", Happening::Assigned), handed).await.unwrap();
        assert_eq!(listed(&store, &Wanted { assigned: Some(Assigned::To(reader())), ..wanted() }).await.len(), 1);
    }

    async fn two_referrals_about_one_person_meet_by_their_hashes_alone(place) {
        let store = place.open().await;
        for (number, hash) in [(1, 7), (2, 7), (3, 8)] {
            let mut one = submission(number, &number.to_string());
            one.referral.outline.twins = vec![[hash; 32]];
            store.referrals().accept(one).await.unwrap();
        }
        assert_eq!(store.queue().twins(HOUSE, "ZVH-1").await.unwrap(), ["ZVH-2"]);
        assert_eq!(store.queue().twins(HOUSE, "ZVH-3").await.unwrap(), Vec::<String>::new());
    }

    async fn who_handles_a_case_overtakes_nobody_and_is_nothing_to_read_again(place) {
        let store = place.open().await;
        store.referrals().accept(submission(1, "key")).await.unwrap();
        let handed = Entry::new(noon(), Actor::Operator, Event::Assigned { reference: REFERENCE.into(), to: Some(reader()) });
        let given = store.queue().assign(REFERENCE, Some(reader()), new("given", Happening::Assigned), handed.clone()).await.unwrap();
        assert_eq!(given, Outcome::Done(Status::Received));
        let row = listed(&store, &wanted()).await.remove(0);
        assert_eq!((row.changed_at, row.assignee), (noon(), Some(reader())), "it was given an hour later");
        let written = store.timeline().add_after(REFERENCE, 1, decision(), vec![], entry(Happening::Decided)).await.unwrap();
        assert_eq!(written, Outcome::Done(Status::Decided), "the page was made before it was given");
        store.timeline().add(REFERENCE, new("back", Happening::Withdrawn), vec![], entry(Happening::Withdrawn)).await.unwrap();
        let late = store.queue().assign(REFERENCE, None, new("late", Happening::Assigned), handed).await.unwrap();
        assert_eq!(late, Outcome::TooLate(Status::Withdrawn), "what is over is given to nobody");
        assert_eq!(store.queue().one(HOUSE, REFERENCE, reader()).await.unwrap().unwrap().assignee, Some(reader()));
    }

    async fn a_page_that_is_overtaken_changes_nothing(place) {
        let store = place.open().await;
        store.referrals().accept(submission(1, "key")).await.unwrap();
        let first = store.timeline().add_after(REFERENCE, 1, decision(), vec![], entry(Happening::Decided)).await.unwrap();
        assert_eq!(first, Outcome::Done(Status::Decided));
        let before = state(&store).await;
        let note = || new("note", Happening::Noted);
        let late = store.timeline().add_after(REFERENCE, 1, note(), vec![], entry(Happening::Noted)).await.unwrap();
        assert_eq!(late, Outcome::Overtaken(Status::Decided));
        assert_eq!(state(&store).await, before);
    }

    async fn a_decision_that_fails_at_any_step_leaves_nothing_and_then_succeeds(place) {
        let store = place.open().await;
        store.referrals().accept(submission(1, "key")).await.unwrap();
        let before = state(&store).await;
        let decide = async || store.timeline().add_after(REFERENCE, 1, decision(), vec![mail(7, MailKind::News)], entry(Happening::Decided)).await;
        for (verb, table) in [("INSERT", "timeline"), ("UPDATE", "referrals"), ("INSERT", "outbox"), ("INSERT", "audit")] {
            break_write(&store, verb, table).await;
            assert!(decide().await.is_err(), "{verb} {table}");
            mend_write(&store, table).await;
            assert_eq!(state(&store).await, before, "{verb} {table}");
        }
        assert_eq!(decide().await.unwrap(), Outcome::Done(Status::Decided));
        let (timeline, outbox, audit, status, outcome) = state(&store).await;
        assert_eq!((timeline, outbox, audit), (before.0 + 1, before.1 + 1, before.2 + 1));
        assert_eq!((status, outcome), (Status::Decided, Some(Decided::Advies)));
    }

    async fn a_process_that_dies_in_a_decision_leaves_nothing_of_it(place) {
        let store = place.open().await;
        store.referrals().accept(submission(1, "key")).await.unwrap();
        let before = state(&store).await;
        store.close().await;
        let status = another_process("desk::dies_just_before_a_decision_is_committed", place).status().unwrap();
        assert_eq!(status.signal(), Some(6), "it died where it should: {status}");
        assert_eq!(state(&place.open().await).await, before);
    }
}

#[tokio::test]
async fn the_list_is_read_from_its_index_in_order_and_counted_without_an_envelope() {
    let place = Place::sqlite();
    let store = place.open().await;
    let plan = async |sql: &str| {
        let statement = Statement::from_string(DbBackend::Sqlite, format!("EXPLAIN QUERY PLAN {sql}"));
        let rows = store.reader.query_all_raw(statement).await.unwrap();
        rows.iter().map(|row| row.try_get::<String>("", "detail").unwrap()).collect::<Vec<_>>().join("; ")
    };
    let filter = "house = 'h' AND form IN ('a', 'b') AND status IN ('x', 'y') AND parent IS NULL";
    let list = "reference, form, status, received_at, municipality, organisation, assignee, turn, next_due, next_clock, needed, taken";
    let listed = plan(&format!(
        "SELECT {list} FROM referrals WHERE {filter} ORDER BY turn, next_due, needed, received_at, reference LIMIT 50"
    ))
    .await;
    assert!(listed.contains("COVERING INDEX referrals_queue") && !listed.contains("TEMP B-TREE"), "{listed}");
    let stale = plan("SELECT reference FROM referrals WHERE house = 'h' AND turn = 0 LIMIT 1").await;
    assert!(stale.contains("COVERING INDEX referrals_queue (house=? AND turn=?"), "{stale}");
    let counted = plan(&format!("SELECT count(*) FROM referrals WHERE {filter}")).await;
    assert!(counted.contains("COVERING INDEX"), "{counted}");
    let kept = "reference, form, regime, status, outcome, received_at, destroy_on, kept_as";
    let within = "house = 'h' AND parent IS NULL AND regime IN ('wgs', 'via') AND held = 0";
    for (day, order) in
        [("destroy_on <= '2027-01-01'", "destroy_on, reference"), ("destroy_on IS NULL AND turn <> 0", "reference")]
    {
        let listed =
            plan(&format!("SELECT {kept} FROM referrals WHERE {within} AND {day} ORDER BY {order} LIMIT 50")).await;
        assert!(listed.contains("COVERING INDEX referrals_keeping") && !listed.contains("TEMP B-TREE"), "{listed}");
    }
}
