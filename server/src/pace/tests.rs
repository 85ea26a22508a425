//! Who goes on at the pace of people never waits; who doesn't, waits until there is room again, by the clock that is passed in.

use std::net::SocketAddr;

use axum::http::HeaderMap;
use chrono::TimeDelta;
use proptest::prelude::*;

use super::buckets::MOST;
use super::*;
use crate::clock::MovableClock;
use crate::config::{Limits, Network};

fn clock() -> Arc<MovableClock> {
    Arc::new(MovableClock::at("2026-11-21T12:00:00Z".parse().unwrap()))
}

fn pace(clock: &Arc<MovableClock>, change: impl FnOnce(&mut Limits)) -> Pace {
    let mut limits = Limits::default();
    change(&mut limits);
    Pace::new(&limits, None, clock.clone())
}

fn from(pace: &Pace, address: &str) -> Sender {
    pace.sender(Some(SocketAddr::new(address.parse().unwrap(), 50_000)), &HeaderMap::new())
}

fn is_silent(pace: &Pace, peer: &str, chain: &[&str]) -> bool {
    pace.is_silent_proxy(Some(SocketAddr::new(peer.parse().unwrap(), 50_000)), &forwarded_by(chain))
}

fn forwarded_by(chain: &[&str]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for line in chain {
        headers.append("x-forwarded-for", line.parse().unwrap());
    }
    headers
}

fn forwarded(pace: &Pace, peer: &str, chain: &[&str]) -> Option<IpAddr> {
    pace.sender(Some(SocketAddr::new(peer.parse().unwrap(), 50_000)), &forwarded_by(chain)).address()
}

#[test]
fn only_the_trusted_proxy_says_for_whom_it_asks() {
    let pace = Pace::new(&Limits::default(), Some("10.0.0.1".parse().unwrap()), clock());
    let address = |text: &str| Some(text.parse::<IpAddr>().unwrap());
    for (peer, chain, expected) in [
        ("10.0.0.1", &["192.0.2.7"][..], address("192.0.2.7")),
        ("10.0.0.1", &["203.0.113.9, 192.0.2.7"], address("192.0.2.7")),
        ("10.0.0.1", &["203.0.113.9", "192.0.2.7"], address("192.0.2.7")),
        ("10.0.0.1", &["192.0.2.7:4711"], address("192.0.2.7")),
        ("10.0.0.1", &["[2001:db8::7]:4711"], address("2001:db8::7")),
        ("10.0.0.1", &["2001:db8::7"], address("2001:db8::7")),
        ("10.0.0.1", &["::ffff:192.0.2.7"], address("192.0.2.7")),
        ("::ffff:10.0.0.1", &["192.0.2.7"], address("192.0.2.7")),
        // Nonsense: the proxy itself is counted.
        ("10.0.0.1", &["someone"], address("10.0.0.1")),
        ("10.0.0.1", &[], address("10.0.0.1")),
        // Forged: from elsewhere nothing is believed.
        ("198.51.100.3", &["192.0.2.7"], address("198.51.100.3")),
        ("198.51.100.3", &["127.0.0.1"], address("198.51.100.3")),
        // This machine.
        ("127.0.0.1", &["192.0.2.7"], None),
        ("::1", &[], None),
    ] {
        assert!(forwarded(&pace, peer, chain) == expected, "{peer} {chain:?}");
        let is_proxy = peer.ends_with("10.0.0.1");
        assert_eq!(is_silent(&pace, peer, chain), is_proxy && expected == address("10.0.0.1"), "{peer} {chain:?}");
    }
}

#[test]
fn without_a_trusted_proxy_nobody_is_believed() {
    let pace = pace(&clock(), |_| {});
    assert!(forwarded(&pace, "10.0.0.1", &["192.0.2.7"]) == Some("10.0.0.1".parse().unwrap()));
}

#[test]
fn an_address_posts_so_often_a_minute_and_on_when_there_is_room_again() {
    let clock = clock();
    let pace = pace(&clock, |limits| limits.posts_per_minute = 3);
    let (one, other) = (from(&pace, "192.0.2.7"), from(&pace, "192.0.2.8"));
    for _ in 0..3 {
        pace.post(one, None).unwrap();
    }
    assert_eq!(pace.post(one, None).unwrap_err().seconds(), 20);
    pace.post(other, None).unwrap();
    clock.advance(TimeDelta::seconds(19));
    assert_eq!(pace.post(one, None).unwrap_err().seconds(), 1);
    clock.advance(TimeDelta::seconds(1));
    pace.post(one, None).unwrap();
    // A clock that is put back makes nobody wait longer.
    clock.advance(TimeDelta::days(-30));
    assert_eq!(pace.post(one, None).unwrap_err().seconds(), 20);
    clock.advance(TimeDelta::seconds(20));
    pace.post(one, None).unwrap();
}

#[test]
fn a_person_with_all_addresses_of_a_network_is_one() {
    let pace = pace(&clock(), |limits| limits.posts_per_minute = 1);
    pace.post(from(&pace, "2001:db8:1:2::1"), None).unwrap();
    assert!(pace.post(from(&pace, "2001:db8:1:2:ffff::1"), None).is_err());
    pace.post(from(&pace, "2001:db8:1:3::1"), None).unwrap();
}

#[test]
fn sending_counts_by_the_hour() {
    let clock = clock();
    let pace = pace(&clock, |_| {});
    let sender = from(&pace, "192.0.2.7");
    for _ in 0..60 {
        pace.sending(sender).unwrap();
    }
    assert_eq!(pace.sending(sender).unwrap_err().seconds(), 60);
    pace.post(sender, None).unwrap();
    clock.advance(TimeDelta::minutes(1));
    pace.sending(sender).unwrap();
}

#[test]
fn who_goes_too_fast_by_their_address_takes_nothing_from_a_cookie() {
    let pace = pace(&clock(), |limits| {
        limits.posts_per_minute = 1;
        limits.draft_burst = 2;
    });
    let bot = from(&pace, "192.0.2.7");
    pace.post(bot, None).unwrap();
    for _ in 0..10 {
        assert_eq!(pace.post(bot, Some("geheim")).unwrap_err().seconds(), 60);
    }
    for person in ["192.0.2.8", "192.0.2.9"] {
        pace.post(from(&pace, person), Some("geheim")).unwrap();
    }
}

#[test]
fn one_cookie_posts_so_often_in_a_row_and_then_once_a_second_wherever_it_is() {
    let clock = clock();
    let pace = pace(&clock, |_| {});
    let sender = |number: u8| from(&pace, &format!("192.0.2.{number}"));
    for number in 0..20 {
        pace.post(sender(number), Some("geheim")).unwrap();
    }
    assert_eq!(pace.post(sender(99), Some("geheim")).unwrap_err().seconds(), 1);
    pace.post(sender(99), Some("ander geheim")).unwrap();
    clock.advance(TimeDelta::seconds(1));
    pace.post(sender(99), Some("geheim")).unwrap();
}

#[test]
fn the_smallest_network_around_an_address_says_how_much_more_it_may() {
    let network = |addresses: &str, allowance| Network { addresses: addresses.parse().unwrap(), allowance };
    let pace = pace(&clock(), |limits| {
        limits.posts_per_minute = 1;
        limits.networks = vec![
            network("10.1.2.0/24", Allowance::Times(1)),
            network("10.1.0.0/16", Allowance::Times(20)),
            network("10.0.0.0/8", Allowance::Unlimited),
        ];
    });
    let goes = |address: &str| {
        let sender = from(&pace, address);
        (0..100).take_while(|_| pace.post(sender, None).is_ok()).count()
    };
    assert_eq!((goes("10.1.2.3"), goes("10.1.9.9"), goes("10.9.9.9"), goes("192.0.2.7")), (1, 20, 100, 1));
}

#[test]
fn who_tries_many_codes_waits_for_each_and_is_never_shut_out() {
    let clock = clock();
    let pace = pace(&clock, |_| {});
    let sender = from(&pace, "192.0.2.7");
    let waits: Vec<bool> = (0..25).map(|_| pace.code(sender).unwrap().is_some()).collect();
    assert_eq!(waits, [[false; 20].as_slice(), &[true; 5]].concat());
    assert!(pace.code(from(&pace, "192.0.2.8")).unwrap().is_none());
    clock.advance(TimeDelta::minutes(1));
    assert!(pace.code(sender).unwrap().is_none());
}

#[test]
fn a_few_codes_of_one_address_wait_at_once_and_the_next_is_refused_until_one_is_over() {
    let clock = clock();
    let pace = pace(&clock, |limits| {
        limits.codes_per_quarter = 1;
        limits.networks = vec![Network { addresses: "10.0.0.0/8".parse().unwrap(), allowance: Allowance::Times(2) }];
    });
    for (address, free, most) in [("192.0.2.7", 1, 4), ("192.0.2.8", 1, 4), ("10.0.0.1", 2, 8)] {
        let sender = from(&pace, address);
        for _ in 0..free {
            assert!(pace.code(sender).unwrap().is_none());
        }
        let mut waiting: Vec<Wait<'_>> = (0..most).map(|_| pace.code(sender).unwrap().unwrap()).collect();
        for _ in 0..10 {
            assert_eq!(pace.code(sender).err(), Some(TooFast(BEFORE_A_CODE)), "{address}");
        }
        waiting.pop();
        let next = pace.code(sender).unwrap();
        assert!(next.is_some() && pace.code(sender).is_err(), "{address}");
    }
}

#[test]
fn a_house_that_gets_more_in_a_day_than_is_to_be_expected_is_told_of_once_that_day() {
    let pace = pace(&clock(), |limits| limits.sends_per_day = 3);
    let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    let told = |house: &str, day| (0..10).filter_map(|_| pace.sent(house, day)).collect::<Vec<_>>();
    assert_eq!(told("a", today), [4]);
    assert_eq!(told("b", today), [4]);
    assert_eq!(told("a", today.succ_opt().unwrap()), [4]);
}

#[test]
fn addresses_are_forgotten_once_they_no_longer_matter_and_never_fill_the_memory() {
    let clock = clock();
    let buckets = Buckets::new(60, HOUR, clock.clone());
    for key in 0..MOST + 10 {
        buckets.take(key).unwrap();
    }
    assert!(buckets.len() <= MOST, "{} are kept", buckets.len());
    clock.advance(TimeDelta::hours(2));
    buckets.take(0).unwrap();
    assert_eq!(buckets.len(), 1);
}

proptest! {
    /// At any pace, no more passes in any stretch of time than the bucket holds and what flows in meanwhile.
    #[test]
    fn never_more_passes_than_the_bucket_holds_and_what_flows_in(steps in proptest::collection::vec(0_i64..4_000, 1..300)) {
        let clock = clock();
        let buckets = Buckets::new(10, Duration::from_secs(10), clock.clone());
        let mut passed = Vec::new();
        let mut now = 0;
        for step in steps {
            clock.advance(TimeDelta::milliseconds(step));
            now += step;
            match buckets.take(()) {
                Ok(()) => passed.push(now),
                Err(wait) => prop_assert!(wait.0 <= Duration::from_secs(1)),
            }
        }
        for (first, from) in passed.iter().enumerate() {
            for (last, until) in passed.iter().enumerate().skip(first) {
                let most = 10 + (until - from) / 1_000 + 1;
                prop_assert!(i64::try_from(last - first + 1).unwrap() <= most);
            }
        }
    }
}
