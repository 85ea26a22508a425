//! A record goes whole, on its day and not before, and leaves what proves it and nothing else.

use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;
use domain::calendar::Calendar;
use domain::desk::act;
use domain::desk::outcome::Outcome as Decided;
use domain::referral::Happening;
use domain::retention::Situation;
use sea_orm::ConnectionTrait as _;

use super::writing::count;
use super::*;
use crate::content;
use crate::random::SeededRandom;
use crate::retention::Keeper;
use crate::seal::mail_key::MailKey;

fn keeper() -> Keeper {
    let words = content::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../content").join(HOUSE)).unwrap();
    Keeper::new(HOUSE, &words, Arc::new(MailKey::generate(&SeededRandom::new(5)).unwrap()))
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Noon of a day.
fn on(text: &str) -> DateTime<Utc> {
    format!("{text}T12:00:00Z").parse().unwrap()
}

/// The last day of what came in at noon of the test, and the day after.
const LAST: &str = "2031-11-21";
const AFTER: &str = "2031-11-22";

/// The numbers of what is there.
async fn references(store: &Store) -> Vec<String> {
    let backend = store.reader.get_database_backend();
    let sql = sea_orm::Statement::from_string(backend, "SELECT reference FROM referrals ORDER BY reference");
    let rows = store.reader.query_all_raw(sql).await.unwrap();
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

async fn settled(store: &Store) {
    store.queue().settle(HOUSE, &Calendar::default()).await.unwrap();
}

/// Something happens to a referral.
async fn happens(store: &Store, number: u32, new: NewHappening) {
    let new = NewHappening { id: format!("{number} {}", new.id), ..new };
    let (reference, what) = (format!("ZVH-{number}"), new.what);
    let entry = Entry::new(new.at, Actor::System, Event::ReferralHappening { reference: reference.clone(), what });
    let outcome = store.timeline().add(&reference, new, Vec::new(), entry).await.unwrap();
    assert!(matches!(outcome, Outcome::Done(_)), "{outcome:?}");
}

fn step(what: Happening, at: DateTime<Utc>) -> NewHappening {
    NewHappening::bare(format!("{} {at}", what.slug()), what, at)
}

fn still_open(until: &str) -> act::Kept {
    act::Kept { until: day(until), because: Situation::StillOpen }
}

/// Marks that are in no other bytes of a database, one for each place where something of a person, or about one, could stay.
mod canary {
    pub(super) const BYTES: [[u8; 32]; 12] = [
        [0xa1; 32], [0xa2; 32], [0xa3; 32], [0xa4; 32], [0xa5; 32], [0xa6; 32], [0xa7; 32], [0xa8; 32], [0xa9; 32],
        [0xaa; 32], [0xab; 32], [0xac; 32],
    ];
    pub(super) const TEXTS: [&str; 3] = ["canary-of-the-key", "canary-of-a-place", "canary-organisation"];
}

/// A referral with everything that can belong to one, and a contribution of a colleague.
async fn store_all(store: &Store) {
    let [twin, envelope, follow, key, mailbox, sender, payload, said, written, hash, link, asked] = canary::BYTES;
    let [submission_key, place, organisation] = canary::TEXTS;
    let mut whole = submission(1, submission_key);
    whole.referral.outline.twins = vec![twin];
    whole.referral.outline.organisation = Some(organisation.to_owned());
    whole.referral.envelope = envelope.repeat(200);
    whole.referral.follower = Follower { lookup: LookupHash(follow), key };
    whole.referral.mailbox = Some(LookupHash(mailbox));
    whole.referral.sender = Some(sender.to_vec());
    whole.referral.content_hash = hash;
    whole.mails[0].payload = payload.to_vec();
    whole.beside.places = vec![place.to_owned()];
    store.referrals().accept(whole).await.unwrap();
    let invitation = NewInvitation {
        link: LookupHash(link),
        reference: "ZVH-1".into(),
        mailbox: LookupHash(asked),
        expires_at: noon() + TimeDelta::days(7),
    };
    let entry = |what| Entry::new(noon(), Actor::Visitor, Event::ReferralHappening { reference: "ZVH-1".into(), what });
    let invited = step(Happening::Invited, noon());
    store
        .invitations()
        .make(invitation, invited, mail(9, MailKind::Invitation), entry(Happening::Invited))
        .await
        .unwrap();
    let mut contribution = submission(2, "contribution");
    contribution.referral.parent = Some("ZVH-1".into());
    contribution.referral.form = "bijdrage".into();
    contribution.referral.envelope = envelope.to_vec();
    contribution.beside.contribution = Some(Contribution {
        link: LookupHash(link),
        happening: step(Happening::Contributed, noon()),
        entry: entry(Happening::Contributed),
    });
    store.referrals().accept(contribution).await.unwrap();
    let note = NewHappening {
        envelope: Some(said.to_vec()),
        record: Some(written.to_vec()),
        ..step(Happening::Contacted, noon())
    };
    happens(store, 1, note).await;
    let member = MemberId::new([1; 8]);
    let new = NewMember {
        id: member,
        house: HOUSE.into(),
        profile: vec![1],
        until: day("2032-01-01"),
        roles: Vec::new(),
        screened_on: None,
        trained_on: None,
    };
    let seen = Entry::new(noon(), Actor::System, Event::DraftCreated);
    store.members().add(new, noon(), seen).await.unwrap();
    store.queue().read("ZVH-1", member, noon()).await.unwrap();
}

/// All tables that hold something of a referral.
const TABLES: [&str; 7] = ["referrals", "timeline", "outbox", "twins", "reads", "places", "invitations"];

/// The files of an SQLite database, the log of its writes included.
fn bytes_of(place: &Place) -> Vec<u8> {
    ["zvh.db", "zvh.db-wal"].iter().flat_map(|name| std::fs::read(place.file(name)).unwrap_or_default()).collect()
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

on_both_databases! {
    async fn a_record_goes_with_all_that_belongs_to_it_on_the_day_after_its_last(place) {
        let (store, keeper) = (place.open().await, keeper());
        store_all(&store).await;
        for table in TABLES {
            assert!(count(&store, table).await > 0, "the test stores something in {table}");
        }
        assert_eq!(keeper.round(&store, Actor::System, on(LAST)).await.unwrap(), 0, "its last day is not over");
        assert_eq!(keeper.round(&store, Actor::System, on(AFTER)).await.unwrap(), 1);
        for table in TABLES {
            assert_eq!(count(&store, table).await, 0, "{table}");
        }
        assert_eq!(keeper.round(&store, Actor::System, on(AFTER)).await.unwrap(), 0);

        let tombstone = store.tombstones().find(HOUSE, "ZVH-1").await.unwrap().unwrap();
        assert_eq!((tombstone.ground, tombstone.destroyed_at), (Situation::TakenOn, on(AFTER)));
        assert_eq!((tombstone.form.as_str(), tombstone.received_on), ("regieteam", day("2026-11-21")));
        assert_eq!(tombstone.organisation_kind, None, "an organisation that the register does not know has no kind");
        assert!(keeper.proves(&tombstone));
        assert_eq!(store.tombstones().find(HOUSE, "ZVH-2").await.unwrap().unwrap().form, "bijdrage");
        assert_eq!(count(&store, "audit WHERE action = 'referral.destroyed' AND object IN ('ZVH-1', 'ZVH-2')").await, 2);
        assert!(matches!(store.audit().verify().await.unwrap(), Trail::Sound { .. }));
    }

    async fn a_tombstone_that_was_changed_proves_nothing(place) {
        let (store, keeper) = (place.open().await, keeper());
        store_all(&store).await;
        keeper.round(&store, Actor::System, on(AFTER)).await.unwrap();
        for change in [
            "house = 'elsewhere'", "form = 'mda'", "regime = 'wgs'", "municipality = ''", "municipality = '1883'",
            "organisation_kind = 'vaste-overheid'", "received_on = '2026-11-20'", "decided_on = '2026-11-22'",
            "outcome = 'advies'", "ground = 'closed'", "destroyed_at = destroyed_at + 1",
        ] {
            let kept: String = change.split(' ').next().unwrap().to_owned();
            let all = |store: &Store| store.writer.connection().clone();
            all(&store).execute_unprepared(&format!("CREATE TABLE kept AS SELECT {kept} FROM tombstones WHERE reference = 'ZVH-1'")).await.unwrap();
            all(&store).execute_unprepared(&format!("UPDATE tombstones SET {change} WHERE reference = 'ZVH-1'")).await.unwrap();
            let house = if kept == "house" { "elsewhere" } else { HOUSE };
            let changed = store.tombstones().find(house, "ZVH-1").await.unwrap().unwrap();
            assert!(!keeper.proves(&changed), "{change}");
            all(&store).execute_unprepared(&format!("UPDATE tombstones SET {kept} = (SELECT {kept} FROM kept) WHERE reference = 'ZVH-1'")).await.unwrap();
            all(&store).execute_unprepared("DROP TABLE kept").await.unwrap();
        }
        assert!(keeper.proves(&store.tombstones().find(HOUSE, "ZVH-1").await.unwrap().unwrap()));
    }

    async fn what_is_held_stays_also_when_nobody_reckoned_it_yet(place) {
        let (store, keeper) = (place.open().await, keeper());
        store.referrals().accept(submission(1, "one")).await.unwrap();
        settled(&store).await;
        let due = store.tombstones().due(HOUSE, day(AFTER), "", 10).await.unwrap().due.pop().unwrap();
        happens(&store, 1, step(Happening::Held, on(LAST))).await;
        let destruction = keeper.destruction(due, Actor::System, on(AFTER));
        assert!(!store.tombstones().destroy(destruction).await.unwrap(), "it was held since it was looked up");
        assert_eq!(keeper.round(&store, Actor::System, on(AFTER)).await.unwrap(), 0);
        let within = Within { house: HOUSE.into(), regimes: vec![Regime::Regieteam] };
        assert_eq!(store.keeping().count_held(&within).await.unwrap(), 1);
        assert_eq!(store.keeping().held(&within, "", 10).await.unwrap()[0].destroy_on, Some(day(LAST)));
        assert_eq!(store.keeping().held(&within, "ZVH-1", 10).await.unwrap(), []);
        happens(&store, 1, step(Happening::Released, on(AFTER))).await;
        assert_eq!(keeper.round(&store, Actor::System, on(AFTER)).await.unwrap(), 1);
    }

    async fn what_changed_since_it_was_looked_up_stays(place) {
        let (store, keeper) = (place.open().await, keeper());
        store.referrals().accept(submission(1, "one")).await.unwrap();
        settled(&store).await;
        let due = store.tombstones().due(HOUSE, day(AFTER), "", 10).await.unwrap().due.pop().unwrap();
        let decided = NewHappening { outcome: Some(Decided::Advies), ..step(Happening::Decided, on(LAST)) };
        happens(&store, 1, decided).await;
        settled(&store).await;
        assert!(!store.tombstones().destroy(keeper.destruction(due, Actor::System, on(AFTER))).await.unwrap());
        assert_eq!(count(&store, "tombstones").await, 0);
    }

    async fn a_refusal_goes_after_four_weeks(place) {
        let (store, keeper) = (place.open().await, keeper());
        store.referrals().accept(submission(1, "one")).await.unwrap();
        let decided = NewHappening { outcome: Some(Decided::Advies), ..step(Happening::Decided, on("2026-12-01")) };
        happens(&store, 1, decided).await;
        assert_eq!(keeper.round(&store, Actor::System, on("2026-12-29")).await.unwrap(), 0);
        assert_eq!(keeper.round(&store, Actor::System, on("2026-12-30")).await.unwrap(), 1);
        let tombstone = store.tombstones().find(HOUSE, "ZVH-1").await.unwrap().unwrap();
        assert_eq!((tombstone.ground, tombstone.outcome), (Situation::NotTakenOn, Some(Decided::Advies)));
        assert_eq!(tombstone.decided_on, Some(day("2026-12-01")));
    }

    async fn what_happens_after_a_refusal_begins_its_four_weeks_not_anew(place) {
        let (store, keeper) = (place.open().await, keeper());
        store.referrals().accept(submission(1, "one")).await.unwrap();
        let decided = NewHappening { outcome: Some(Decided::Advies), ..step(Happening::Decided, on("2026-12-01")) };
        happens(&store, 1, decided).await;
        for day in ["2026-12-03", "2026-12-20", "2026-12-29"] {
            happens(&store, 1, step(Happening::Answered, on(day))).await;
        }
        assert_eq!(keeper.round(&store, Actor::System, on("2026-12-29")).await.unwrap(), 0);
        assert_eq!(keeper.round(&store, Actor::System, on("2026-12-30")).await.unwrap(), 1);
    }

    async fn a_message_stays_three_months_after_its_last_answer(place) {
        let (store, keeper) = (place.open().await, keeper());
        let mut message = submission(1, "one");
        (message.referral.form, message.referral.regime) = ("contact".into(), Regime::Contact);
        store.referrals().accept(message).await.unwrap();
        for day in ["2026-12-01", "2027-01-15"] {
            happens(&store, 1, step(Happening::Answered, on(day))).await;
        }
        assert_eq!(keeper.round(&store, Actor::System, on("2027-04-15")).await.unwrap(), 0);
        assert_eq!(keeper.round(&store, Actor::System, on("2027-04-16")).await.unwrap(), 1);
    }

    async fn a_booking_goes_three_months_after_its_day_or_after_it_was_cancelled(place) {
        let (store, keeper) = (place.open().await, keeper());
        for number in 1..=2 {
            let mut booking = submission(number, &number.to_string());
            (booking.referral.form, booking.referral.regime) = ("kamer".into(), Regime::Room);
            booking.beside.places = vec![format!("kamer-{number} 2027-01-10 09:00")];
            store.referrals().accept(booking).await.unwrap();
        }
        happens(&store, 2, step(Happening::Withdrawn, on("2026-12-01"))).await;
        for (today, gone) in [("2027-03-01", 0), ("2027-03-02", 1), ("2027-04-10", 0), ("2027-04-11", 1)] {
            assert_eq!(keeper.round(&store, Actor::System, on(today)).await.unwrap(), gone, "{today}");
        }
        let tombstone = store.tombstones().find(HOUSE, "ZVH-2").await.unwrap().unwrap();
        assert_eq!((tombstone.ground, tombstone.received_on), (Situation::Booking, day("2026-11-21")));
    }

    async fn what_is_kept_longer_stays_until_the_day_that_was_decided_and_no_longer_than_the_law_lets_it(place) {
        let store = place.open().await;
        for (number, until, last) in [(1, "2033-01-01", "2033-01-01"), (2, "2040-01-01", "2033-11-21"), (3, "2030-01-01", LAST)] {
            store.referrals().accept(submission(number, &number.to_string())).await.unwrap();
            happens(&store, number, NewHappening { outcome: Some(Decided::Overleg), ..step(Happening::Decided, noon()) }).await;
            happens(&store, number, step(Happening::Answered, noon())).await;
            happens(&store, number, NewHappening { kept: Some(still_open(until)), ..step(Happening::Renewed, on(LAST)) }).await;
            settled(&store).await;
            let known = store.queue().one(HOUSE, &format!("ZVH-{number}"), MemberId::new([1; 8])).await.unwrap().unwrap();
            assert_eq!(known.destroy_on, Some(day(last)), "until {until}");
        }
        let again = NewHappening { kept: Some(still_open("2040-01-01")), ..step(Happening::Renewed, on("2033-11-01")) };
        happens(&store, 2, again).await;
        settled(&store).await;
        let known = store.queue().one(HOUSE, "ZVH-2", MemberId::new([1; 8])).await.unwrap().unwrap();
        assert_eq!(known.destroy_on, Some(day("2035-11-21")), "each time two years");
        assert_eq!(known.situation, Some(Situation::StillOpen));
        let keeper = keeper();
        for (number, last, after) in [(3, LAST, AFTER), (1, "2033-01-01", "2033-01-02"), (2, "2035-11-21", "2035-11-22")] {
            assert_eq!(keeper.round(&store, Actor::System, on(last)).await.unwrap(), 0, "{number}");
            assert_eq!(keeper.round(&store, Actor::System, on(after)).await.unwrap(), 1, "{number}");
            let tombstone = store.tombstones().find(HOUSE, &format!("ZVH-{number}")).await.unwrap().unwrap();
            assert_eq!(tombstone.ground, Situation::StillOpen, "{number}");
        }
    }

    async fn what_falls_under_its_own_law_goes_on_the_day_that_was_set_and_is_in_a_list_until_then(place) {
        let (store, keeper) = (place.open().await, keeper());
        for number in 1..=3 {
            let mut report = submission(number, &number.to_string());
            (report.referral.form, report.referral.regime) = ("via".into(), Regime::Via);
            store.referrals().accept(report).await.unwrap();
        }
        let mut message = submission(4, "4");
        (message.referral.form, message.referral.regime) = ("contact".into(), Regime::Contact);
        store.referrals().accept(message).await.unwrap();
        let mut sign_up = submission(5, "5");
        (sign_up.referral.form, sign_up.referral.regime) = ("nieuwsbrief".into(), Regime::Newsletter);
        store.referrals().accept(sign_up).await.unwrap();
        store.referrals().accept(submission(6, "6")).await.unwrap();
        happens(&store, 5, step(Happening::Confirmed, noon())).await;
        happens(&store, 1, step(Happening::Withdrawn, noon())).await;
        happens(&store, 2, step(Happening::Answered, noon())).await;
        let within = Within { house: HOUSE.into(), regimes: Regime::ALL.to_vec() };
        let endless = async || {
            settled(&store).await;
            let found = store.keeping().endless(&within, "", 10).await.unwrap();
            assert_eq!(store.keeping().count_endless(&within).await.unwrap(), found.len() as u64);
            found.into_iter().map(|kept| kept.reference).collect::<Vec<_>>()
        };
        assert_eq!(endless().await, ["ZVH-1", "ZVH-2", "ZVH-3", "ZVH-4"]);
        assert_eq!(store.keeping().endless(&within, "ZVH-3", 10).await.unwrap()[0].reference, "ZVH-4");
        let set = |until: &str| Some(act::Kept { until: day(until), because: Situation::OtherLaw });
        happens(&store, 1, NewHappening { kept: set("2028-01-01"), ..step(Happening::PeriodSet, noon()) }).await;
        happens(&store, 2, NewHappening { kept: set("2099-01-01"), ..step(Happening::PeriodSet, noon()) }).await;
        happens(&store, 2, NewHappening { kept: set("2029-01-01"), ..step(Happening::PeriodSet, on("2026-12-01")) }).await;
        happens(&store, 4, step(Happening::Answered, noon())).await;
        assert_eq!(endless().await, ["ZVH-3"]);
        assert_eq!(keeper.round(&store, Actor::System, on("2027-12-31")).await.unwrap(), 1, "the message");
        for (today, gone) in [("2028-01-01", 0), ("2028-01-02", 1), ("2029-01-01", 0), ("2029-01-02", 1)] {
            assert_eq!(keeper.round(&store, Actor::System, on(today)).await.unwrap(), gone, "{today}");
        }
        let tombstone = store.tombstones().find(HOUSE, "ZVH-1").await.unwrap().unwrap();
        assert_eq!(tombstone.ground, Situation::OtherLaw);
    }

    async fn one_record_that_can_not_be_read_keeps_no_other_from_its_place_or_from_going(place) {
        // What a newer program, or somebody by hand, left: a status, a happening and a day that this one does not know.
        for unreadable in [
            "UPDATE referrals SET status = 'nieuw' WHERE reference = 'ZVH-1'",
            "UPDATE timeline SET what = 'nieuw' WHERE reference = 'ZVH-1'",
            "UPDATE referrals SET kept_until = 'ooit' WHERE reference = 'ZVH-1'",
        ] {
            place.empty().await;
            let store = place.open().await;
            for number in 1..=3 {
                store.referrals().accept(submission(number, &format!("key {number}"))).await.unwrap();
            }
            store.writer.connection().execute_unprepared(unreadable).await.unwrap();
            let settled = store.queue().settle(HOUSE, &Calendar::default()).await.unwrap();
            let is_named = |settled: &Settled| {
                matches!(&settled.unreadable[..], [(reference, StoreError::Unknown(_))] if reference == "ZVH-1")
            };
            assert!(settled.count == 2 && is_named(&settled), "{settled:?}");
            // Looking again writes nothing: it waits for no other write.
            let (lets_go, told) = tokio::sync::oneshot::channel::<()>();
            let (holds, held) = tokio::sync::oneshot::channel::<()>();
            let writer = store.writer.clone();
            let other = tokio::spawn(async move {
                let work = writer.run(move |_| Box::pin(async move {
                    let _ = holds.send(());
                    let _ = told.await;
                    Ok(())
                }));
                work.await
            });
            held.await.unwrap();
            let calendar = Calendar::default();
            let queue = store.queue();
            let look = tokio::time::timeout(std::time::Duration::from_secs(3), queue.settle(HOUSE, &calendar));
            let again = look.await.expect("it waits for a write").unwrap();
            assert!(again.count == 0 && is_named(&again), "{again:?}");
            lets_go.send(()).unwrap();
            other.await.unwrap().unwrap();
            let outcome = keeper().round(&store, Actor::System, on(AFTER)).await;
            assert!(matches!(outcome, Err(StoreError::Unknown(_))), "{outcome:?}");
            let left: Vec<String> = references(&store).await;
            assert_eq!(left, ["ZVH-1"], "{unreadable}");
            store.close().await;
        }
    }

    async fn what_can_not_be_read_once_its_day_is_reckoned_keeps_nothing_else_from_going(place) {
        let store = place.open().await;
        for number in 1..=2 {
            store.referrals().accept(submission(number, &format!("key {number}"))).await.unwrap();
        }
        settled(&store).await;
        store.writer.connection().execute_unprepared("UPDATE referrals SET status = 'nieuw' WHERE reference = 'ZVH-1'").await.unwrap();
        let batch = store.tombstones().due(HOUSE, day(AFTER), "", 1).await.unwrap();
        assert!(batch.due.is_empty() && batch.last.as_deref() == Some("ZVH-1"), "{batch:?}");
        assert!(keeper().round(&store, Actor::System, on(AFTER)).await.is_err());
        assert_eq!(references(&store).await, ["ZVH-1"]);
    }

    async fn one_record_that_can_not_go_keeps_nothing_else_from_going(place) {
        let (store, keeper) = (place.open().await, keeper());
        for number in 1..=3 {
            store.referrals().accept(submission(number, &number.to_string())).await.unwrap();
        }
        // A tombstone of its number is there already: its own can't be written.
        let sql = "INSERT INTO tombstones (reference, house, form, regime, received_on, ground, destroyed_at, proof) \
                   SELECT reference, house, form, regime, '2026-11-21', 'closed', 0, content_hash FROM referrals WHERE reference = 'ZVH-2'";
        store.writer.connection().clone().execute_unprepared(sql).await.unwrap();
        assert!(matches!(keeper.round(&store, Actor::System, on(AFTER)).await, Err(StoreError::Taken)));
        let stays = count(&store, "referrals WHERE reference = 'ZVH-2'").await;
        assert_eq!((stays, count(&store, "referrals").await, count(&store, "tombstones").await), (1, 1, 3));
    }

    async fn many_go_in_one_round_each_by_itself(place) {
        let (store, keeper) = (place.open().await, keeper());
        for number in 1..=130 {
            store.referrals().accept(submission(number, &number.to_string())).await.unwrap();
        }
        happens(&store, 7, step(Happening::Held, noon())).await;
        assert_eq!(keeper.round(&store, Actor::Operator, on(AFTER)).await.unwrap(), 129);
        assert_eq!(count(&store, "tombstones").await, 129);
        assert_eq!(count(&store, "referrals").await, 1);
        let within = Within { house: HOUSE.into(), regimes: vec![Regime::Regieteam] };
        let (mut all, mut after) = (Vec::new(), None);
        loop {
            let page = store.tombstones().latest(&within, "", after, 50).await.unwrap();
            let Some(last) = page.last() else { break };
            after = Some((last.destroyed_at, last.reference.clone()));
            all.extend(page.into_iter().map(|numbered| numbered.tombstone.unwrap().reference));
        }
        let once: std::collections::BTreeSet<_> = all.iter().collect();
        assert_eq!((all.len(), once.len()), (129, 129), "paging shows each once");
        assert_eq!(store.tombstones().latest(&within, "ZVH-12", None, 50).await.unwrap().len(), 11);
        let others = Within { regimes: vec![Regime::Wvggz], ..within };
        assert!(store.tombstones().latest(&others, "", None, 50).await.unwrap().is_empty());
    }

    async fn two_processes_destroy_each_record_once(place) {
        let (one, two, keeper) = (place.open().await, place.open().await, keeper());
        for number in 1..=20 {
            one.referrals().accept(submission(number, &number.to_string())).await.unwrap();
        }
        let (first, second) = tokio::join!(keeper.round(&one, Actor::System, on(AFTER)), keeper.round(&two, Actor::System, on(AFTER)));
        assert_eq!(first.unwrap() + second.unwrap(), 20);
        assert_eq!(count(&one, "audit WHERE action = 'referral.destroyed'").await, 20);
        assert!(matches!(one.audit().verify().await.unwrap(), Trail::Sound { .. }));
    }

    async fn a_number_is_never_given_again(place) {
        let (store, keeper) = (place.open().await, keeper());
        store.referrals().accept(submission(1, "one")).await.unwrap();
        keeper.round(&store, Actor::System, on(AFTER)).await.unwrap();
        assert!(matches!(store.referrals().accept(submission(1, "another")).await, Err(StoreError::Taken)));
        assert_eq!(count(&store, "referrals").await, 0);
    }

    async fn what_goes_is_listed_by_day_without_what_is_held_or_under_another_law(place) {
        let store = place.open().await;
        for number in 1..=5 {
            let mut new = submission(number, &number.to_string());
            new.referral.received_at = noon() + TimeDelta::days(i64::from(number));
            if number == 5 {
                (new.referral.form, new.referral.regime) = ("mda".into(), Regime::Wgs);
            }
            store.referrals().accept(new).await.unwrap();
        }
        happens(&store, 3, step(Happening::Held, noon())).await;
        settled(&store).await;
        let within = Within { house: HOUSE.into(), regimes: vec![Regime::Regieteam] };
        let days = (day("2031-11-22"), day("2031-12-31"));
        let references = |kept: Vec<Kept>| kept.into_iter().map(|kept| kept.reference).collect::<Vec<_>>();
        assert_eq!(references(store.keeping().going(&within, days, None, 10).await.unwrap()), ["ZVH-2", "ZVH-4"]);
        assert_eq!(store.keeping().count(&within, days).await.unwrap(), 2);
        let first = store.keeping().going(&within, days, None, 1).await.unwrap().pop().unwrap();
        let after = Some((first.destroy_on.unwrap(), first.reference));
        assert_eq!(references(store.keeping().going(&within, days, after, 10).await.unwrap()), ["ZVH-4"]);
        let late = (NaiveDate::MIN, day("2031-11-22"));
        assert_eq!(references(store.keeping().going(&within, late, None, 10).await.unwrap()), ["ZVH-1"]);
        let all = Within { regimes: Regime::ALL.to_vec(), ..within };
        assert_eq!(store.keeping().count(&all, days).await.unwrap(), 3);
    }

    async fn a_case_that_runs_longer_than_a_year_needs_a_look_each_year(place) {
        let store = place.open().await;
        for number in 1..=3 {
            store.referrals().accept(submission(number, &number.to_string())).await.unwrap();
        }
        happens(&store, 1, step(Happening::Noted, on("2027-12-01"))).await;
        happens(&store, 2, step(Happening::Reviewed, on("2027-12-01"))).await;
        happens(&store, 3, NewHappening { outcome: Some(Decided::Advies), ..step(Happening::Decided, noon()) }).await;
        settled(&store).await;
        let within = Within { house: HOUSE.into(), regimes: vec![Regime::Regieteam] };
        let due = |on: &'static str| {
            let (store, within) = (&store, &within);
            async move {
                let running = store.keeping().running(within, day(on)).await.unwrap();
                running.into_iter().map(|running| (running.kept.reference, running.due.to_string())).collect::<Vec<_>>()
            }
        };
        let of = |reference: &str, since: &str| (reference.to_owned(), since.to_owned());
        assert_eq!(due("2027-11-20").await, []);
        assert_eq!(due("2027-12-02").await, [of("ZVH-1", "2027-11-21")], "a note is no look; a refusal is no case");
        assert_eq!(due("2028-11-21").await, [of("ZVH-1", "2027-11-21"), of("ZVH-2", "2028-11-21")]);
    }

    async fn a_process_that_dies_leaves_the_record_whole(place) {
        let store = place.open().await;
        store_all(&store).await;
        settled(&store).await;
        let mut before = Vec::new();
        for table in TABLES {
            before.push(count(&store, table).await);
        }
        store.close().await;
        let status = crash::another_process("keeping::dies_just_before_it_destroyed", place).status().unwrap();
        assert_eq!(std::os::unix::process::ExitStatusExt::signal(&status), Some(6), "it died where it should: {status}");
        let store = place.open().await;
        for (table, before) in TABLES.into_iter().zip(before) {
            assert_eq!(count(&store, table).await, before, "{table}");
        }
        assert_eq!(count(&store, "tombstones").await, 0);
        assert_eq!(keeper().round(&store, Actor::System, on(AFTER)).await.unwrap(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "a part: run by a test above in a process of its own"]
async fn dies_just_before_it_destroyed() {
    let store = crash::the_store_of_the_test().await;
    let due = store.tombstones().due(HOUSE, day(AFTER), "", 10).await.unwrap().due.pop().unwrap();
    let destruction = keeper().destruction(due, Actor::System, on(AFTER));
    let work = store.writer.run(|tx| {
        Box::pin(async move {
            assert!(tombstones::destroy(tx, destruction).await.unwrap());
            std::process::abort()
        })
    });
    let _: Result<(), StoreError> = work.await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_about_a_person_stays_in_the_files_of_the_database() {
    let place = Place::sqlite();
    let (store, keeper) = (place.open().await, keeper());
    store_all(&store).await;
    let before = bytes_of(&place);
    for canary in canary::BYTES {
        assert!(holds(&before, &canary), "{:x} was stored", canary[0]);
    }
    for canary in canary::TEXTS {
        assert!(holds(&before, canary.as_bytes()), "{canary} was stored");
    }
    assert_eq!(keeper.round(&store, Actor::System, on(AFTER)).await.unwrap(), 1);
    let after = bytes_of(&place);
    assert!(holds(&after, b"ZVH-1"), "the tombstone is there");
    for canary in canary::BYTES {
        assert!(!holds(&after, &canary), "{:x} is still there", canary[0]);
    }
    for canary in canary::TEXTS {
        assert!(!holds(&after, canary.as_bytes()), "{canary} is still there");
    }
}
