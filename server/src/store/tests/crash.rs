//! A process that dies leaves all of a write or nothing of it, and everything it acknowledged.

use std::io::{BufRead as _, BufReader, Write as _};
use std::os::unix::process::ExitStatusExt as _;
use std::process::{Command, Stdio};
use std::time::Duration;

use super::*;

/// This test program again, as another process that plays one of the parts below.
pub(super) fn another_process(part: &str, place: &Place) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", &format!("store::tests::{part}"), "--ignored", "--nocapture"])
        .env("ZVH_TEST_URL", &place.url)
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    command
}

pub(super) async fn the_store_of_the_test() -> Store {
    Store::open(&std::env::var("ZVH_TEST_URL").unwrap()).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "a part: run by the tests below in a process of its own"]
async fn dies_just_before_its_commit() {
    let store = the_store_of_the_test().await;
    let work = store.writer.run(|tx| {
        Box::pin(async move {
            referrals::accept(tx, submission(1, "key")).await.unwrap();
            std::process::abort()
        })
    });
    let _: Result<(), StoreError> = work.await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "a part: run by the tests below in a process of its own"]
async fn submits_until_killed_and_says_what_was_acknowledged() {
    let store = the_store_of_the_test().await;
    let clients: Vec<_> = (0..8_u32)
        .map(|client| {
            let store = store.clone();
            tokio::spawn(async move {
                for turn in 0.. {
                    let number = client * 100_000 + turn;
                    store.referrals().accept(submission(number, &number.to_string())).await.unwrap();
                    writeln!(std::io::stdout(), "ACKNOWLEDGED ZVH-{number}").unwrap();
                }
            })
        })
        .collect();
    for client in clients {
        client.await.unwrap();
    }
}

on_both_databases! {
    async fn a_killed_transaction_leaves_nothing(place) {
        place.open().await.close().await;
        let status = another_process("crash::dies_just_before_its_commit", place).status().unwrap();
        assert_eq!(status.signal(), Some(6), "it died where it should: {status}");
        let store = place.open().await;
        for table in ["referrals", "outbox", "audit"] {
            assert_eq!(writing::count(&store, table).await, 0, "{table}");
        }
        assert!(matches!(store.referrals().accept(submission(1, "key")).await, Ok(Acceptance::Accepted { first: First::New, .. })));
    }

    async fn what_was_acknowledged_survives_a_kill_at_any_moment(place) {
        let mut stored = 0;
        for round in 0..4_u64 {
            // The tables are there, so that all its time is for submissions.
            place.open().await.close().await;
            let mut process = another_process("crash::submits_until_killed_and_says_what_was_acknowledged", place).spawn().unwrap();
            let lines = BufReader::new(process.stdout.take().unwrap()).lines();
            let reader = std::thread::spawn(move || {
                lines.map_while(Result::ok).filter_map(|line| line.split_once("ACKNOWLEDGED ").map(|(_, number)| number.to_owned())).collect::<Vec<_>>()
            });
            tokio::time::sleep(Duration::from_millis(400 + 37 * round)).await;
            process.kill().unwrap();
            process.wait().unwrap();
            let acknowledged = reader.join().unwrap();
            let store = place.open().await;
            for number in &acknowledged {
                assert!(store.referrals().find(number).await.unwrap().is_some(), "{number} was acknowledged and is lost");
            }
            stored = writing::count(&store, "referrals").await;
            assert_eq!(writing::count(&store, "outbox").await, 2 * stored, "each referral has its two mails");
            assert_eq!(writing::count(&store, "audit").await, stored, "and its line in the trail");
            assert!(matches!(store.audit().verify().await.unwrap(), Trail::Sound { .. }));
            store.close().await;
            place.empty().await;
        }
        assert!(stored > 0, "the last process got some work done before it was killed");
    }
}
