//! What is looked up in the trail is found, all of it, the latest first, and fast however long the trail is.

use std::io::Write as _;

use domain::desk::role::Role;
use domain::values::HousePrefix;
use sea_orm::ConnectionTrait as _;

use super::*;
use crate::audit::{Page, Reason, TypedKey};

const ONE: MemberId = MemberId::new([1; 8]);
const OTHER: MemberId = MemberId::new([2; 8]);

fn viewed(reference: &str) -> Event {
    Event::Viewed { what: Page::Referral, object: reference.into() }
}

/// A trail of twelve entries, one for each hour.
async fn some_trail(place: &Place) -> Store {
    let store = place.open().await;
    let received = |reference: &str| Event::ReferralReceived { reference: reference.into() };
    let opened = Event::ReferralOpened { reference: "WM-26-A".into(), reason: Reason::Handling };
    for (hour, (actor, event)) in [
        (Actor::Visitor, Event::DraftCreated),
        (Actor::Visitor, received("WM-26-A")),
        (Actor::Visitor, received("VB-26-B")),
        (Actor::Member(ONE, Role::Intake), Event::SignedIn),
        (Actor::Member(ONE, Role::Intake), viewed("WM-26-A")),
        (Actor::Member(ONE, Role::Chair), viewed("WM-26-A")),
        (Actor::Member(OTHER, Role::Intake), viewed("VB-26-B")),
        (Actor::Operator, opened),
        (Actor::System, Event::DraftsExpired { count: 1 }),
        (Actor::MemberWithoutRole(ONE), Event::SignedOut),
        (Actor::Operator, Event::SubscribersExported { house: HOUSE.into(), count: 3 }),
        (Actor::Operator, Event::Member { member: OTHER, what: crate::audit::Step::Left }),
    ]
    .into_iter()
    .enumerate()
    {
        let at = noon() + TimeDelta::hours(i64::try_from(hour).unwrap());
        store.audit().append(Entry::new(at, actor, event)).await.unwrap();
    }
    store
}

async fn found(store: &Store, sought: &Sought) -> Vec<i64> {
    let entries = store.audit().find(sought, None, 100).await.unwrap();
    entries.into_iter().map(|entry| entry.head.seq).collect()
}

fn actions(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

on_both_databases! {
    async fn each_filter_finds_its_entries_and_they_add_up(place) {
        let store = some_trail(place).await;
        let all = Sought::default();
        assert_eq!(found(&store, &all).await, (1..=12).rev().collect::<Vec<_>>());
        let seen = actions(&["referral.viewed", "referral.opened"]);
        let (from, before) = (Some(noon() + TimeDelta::hours(4)), Some(noon() + TimeDelta::hours(7)));
        for (name, sought, wanted) in [
            ("object", Sought { object: Some("WM-26-A".into()), ..all.clone() }, &[8, 6, 5, 2][..]),
            ("member", Sought { who: Some(Who::Member(ONE)), ..all.clone() }, &[10, 6, 5, 4]),
            ("visitor", Sought { who: Some(Who::Visitor), ..all.clone() }, &[3, 2, 1]),
            ("actions", Sought { actions: seen.clone(), ..all.clone() }, &[8, 7, 6, 5]),
            ("who saw it", Sought { object: Some("WM-26-A".into()), actions: seen.clone(), ..all.clone() }, &[8, 6, 5]),
            ("member and action", Sought { who: Some(Who::Member(ONE)), actions: seen.clone(), ..all.clone() }, &[6, 5]),
            ("object and member", Sought { object: Some("WM-26-A".into()), who: Some(Who::Operator), ..all.clone() }, &[8]),
            ("period", Sought { from, before, ..all.clone() }, &[7, 6, 5]),
            ("period and member", Sought { from, before, who: Some(Who::Member(ONE)), ..all.clone() }, &[6, 5]),
            ("the future", Sought { from: Some(noon() + TimeDelta::days(9)), ..all.clone() }, &[]),
            ("the past", Sought { before: Some(noon() - TimeDelta::days(9)), ..all.clone() }, &[]),
            ("nobody", Sought { who: Some(Who::Member(MemberId::new([9; 8]))), ..all.clone() }, &[]),
        ] {
            assert_eq!(found(&store, &sought).await, wanted, "{name}");
        }
    }

    async fn page_by_page_every_entry_comes_once(place) {
        let store = some_trail(place).await;
        for sought in [Sought::default(), Sought { who: Some(Who::Member(ONE)), ..Sought::default() }] {
            let whole = found(&store, &sought).await;
            let (mut all, mut before) = (Vec::new(), None);
            loop {
                let page = store.audit().find(&sought, before, 3).await.unwrap();
                let Some(last) = page.last() else { break };
                before = Some(last.head.seq);
                all.extend(page.iter().map(|entry| entry.head.seq));
            }
            assert_eq!(all, whole);
        }
    }

    async fn a_house_sees_its_own_part_and_what_concerns_none(place) {
        let store = some_trail(place).await;
        let of = |name: &str, prefix: &str, members: &[MemberId]| Sought {
            house: Some(HouseTrail { name: name.into(), prefix: HousePrefix::parse(prefix).unwrap(), members: members.to_vec() }),
            ..Sought::default()
        };
        assert_eq!(found(&store, &of(HOUSE, "WM", &[ONE])).await, [11, 10, 9, 8, 6, 5, 4, 2, 1]);
        assert_eq!(found(&store, &of("voorbeeldstad", "VB", &[OTHER])).await, [12, 9, 7, 3, 1]);
        assert_eq!(found(&store, &of("elders", "EL", &[])).await, [9, 1]);
        let house = || HOUSE.to_owned();
        for event in [
            Event::KeysMade { house: house(), fingerprint: "ab".into(), recovery: "cd".into(), mail: "ef".into() },
            Event::HouseKeyMade { house: house(), epoch: 2 },
            Event::HouseKeysRecovered { house: house(), with: TypedKey::Recovery },
        ] {
            store.audit().append(Entry::new(noon() + TimeDelta::days(1), Actor::Operator, event)).await.unwrap();
        }
        assert_eq!(found(&store, &of(HOUSE, "WM", &[ONE])).await[..3], [15, 14, 13], "key events of the command line");
        assert_eq!(found(&store, &of("voorbeeldstad", "VB", &[OTHER])).await[0], 12);
    }

    async fn an_entry_reads_back_with_who_and_hash(place) {
        let store = some_trail(place).await;
        let entry = store.audit().find(&Sought::default(), Some(6), 1).await.unwrap().pop().unwrap();
        assert_eq!(entry.actor, Some(Actor::Member(ONE, Role::Intake)));
        assert_eq!((entry.action.as_str(), entry.object.as_str(), entry.result.as_str()), ("referral.viewed", "WM-26-A", "ok"));
        assert_eq!(entry.at, noon() + TimeDelta::hours(4));
        assert_eq!(store.audit().head().await.unwrap().seq, 12);
    }
}

/// Run by hand, on a quiet machine: `cargo test -p server --release a_million_entries -- --ignored --nocapture`.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes minutes: measures"]
async fn a_million_entries_are_searched_within_fifty_milliseconds() {
    let place = Place::sqlite();
    let store = place.open().await;
    // One case in a hundred entries, one member in ten, one action in five; the first member looks at everything.
    store
        .writer
        .connection()
        .execute_unprepared(
            "WITH RECURSIVE n(seq) AS (SELECT 1 UNION ALL SELECT seq + 1 FROM n WHERE seq < 1000000) \
             INSERT INTO audit SELECT seq, 1700000000 + seq * 60, \
             CASE WHEN seq % 3 = 0 THEN 'visitor' ELSE 'm010101010101010' || (seq % 10) || ' intake' END, \
             CASE WHEN seq % 100000 = 7 THEN 'trail.exported' ELSE 'referral.viewed' END, \
             'WM-26-' || (seq % 10000), 'ok', zeroblob(32), randomblob(32) FROM n",
        )
        .await
        .unwrap();
    let member = Who::Member(MemberId::parse("m0101010101010101").unwrap());
    let old = DateTime::from_timestamp(1_700_000_000 + 60_000, 0);
    let rare = actions(&["trail.exported"]);
    let house = HouseTrail { name: HOUSE.into(), prefix: HousePrefix::parse("WM").unwrap(), members: vec![ONE] };
    let all = Sought::default();
    for (name, sought, before) in [
        ("the latest", all.clone(), None),
        ("far back", all.clone(), Some(1000)),
        ("a case", Sought { object: Some("WM-26-77".into()), ..all.clone() }, None),
        ("a member", Sought { who: Some(member), ..all.clone() }, None),
        ("visitors", Sought { who: Some(Who::Visitor), ..all.clone() }, None),
        ("a rare action", Sought { actions: rare.clone(), ..all.clone() }, None),
        ("a common action", Sought { actions: actions(&["referral.viewed"]), ..all.clone() }, None),
        ("a member and a rare action", Sought { who: Some(member), actions: rare, ..all.clone() }, None),
        ("an old day", Sought { before: old, ..all.clone() }, None),
        ("a member on an old day", Sought { before: old, who: Some(member), ..all.clone() }, None),
        ("of one house", Sought { house: Some(house), ..all.clone() }, None),
    ] {
        let begun = tokio::time::Instant::now();
        let found = store.audit().find(&sought, before, 51).await.unwrap().len();
        let took = begun.elapsed();
        writeln!(std::io::stdout(), "{name}: {found} in {took:?}").unwrap();
        assert!(took < std::time::Duration::from_millis(50), "{name} took {took:?}");
    }
}
