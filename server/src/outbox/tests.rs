//! A mail leaves, once it can, to the right person, with the right words, and the trail tells.

use std::path::Path;

use chrono::{DateTime, Utc};

use super::*;
use crate::clock::MovableClock;
use crate::config::{Encryption, MailSettings, Smtp, Transport};
use crate::mail::text_for_tests::{facts, texts};
use crate::random::SeededRandom;
use crate::store::{Beside, Follower, NewReferral, Submission, Trail};
use domain::regime::Regime;

const HOUSE: &str = "westelijke-mijnstreek";

fn noon() -> DateTime<Utc> {
    "2026-11-21T12:00:00Z".parse().unwrap()
}

pub(crate) struct Bench {
    pub(crate) var: tempfile::TempDir,
    pub(crate) store: Store,
    pub(crate) clock: Arc<MovableClock>,
    worker: Arc<Worker>,
}

impl Bench {
    /// One more worker on the same store, whose mails become files.
    pub(crate) fn another_worker(&self) -> Worker {
        let to_files = MailSettings { from: "huis@zvh.example".into(), transport: Transport::Files };
        Worker {
            mailer: Mailer::new(&to_files, self.var.path()).unwrap(),
            store: self.store.clone(),
            houses: letters(self.worker.houses[HOUSE].key.clone()),
            clock: self.clock.clone(),
            random: self.worker.random.clone(),
        }
    }
}

pub(crate) async fn bench(transport: Transport) -> Bench {
    let var = tempfile::tempdir().unwrap();
    let store = Store::open(&format!("sqlite:{}", var.path().join("zvh.db").display())).await.unwrap();
    let clock = Arc::new(MovableClock::at(noon()));
    let settings = MailSettings { from: "huis@zvh.example".into(), transport };
    let worker = Worker {
        store: store.clone(),
        houses: letters(Arc::new(MailKey::generate(&SeededRandom::new(1)).unwrap())),
        mailer: Mailer::new(&settings, var.path()).unwrap(),
        clock: clock.clone(),
        random: Arc::new(SeededRandom::new(2)),
    };
    Bench { var, store, clock, worker: Arc::new(worker) }
}

fn letters(key: Arc<MailKey>) -> BTreeMap<String, Letters> {
    [(HOUSE.to_owned(), Letters { key, texts: texts() })].into()
}

fn address() -> HouseAddress {
    HouseAddress { house: HOUSE.into(), public_url: "https://zvh.example".into() }
}

fn mail(bench: &Bench, kind: MailKind, to: &str) -> Result<NewMail, MailError> {
    seal_mail(&bench.worker.houses[HOUSE].key, &address(), kind, to, &facts(), &*bench.worker.random)
}

pub(crate) async fn accept(bench: &Bench) {
    let reference = facts().reference;
    let submission = Submission {
        referral: NewReferral {
            reference: reference.clone(),
            house: HOUSE.into(),
            form: "regieteam".into(),
            form_version: 1,
            regime: Regime::Regieteam,
            follower: Follower { lookup: crate::seal::draft::LookupHash([0; 32]), key: [1; 32] },
            mailbox: None,
            sender: None,
            parent: None,
            outline: crate::store::KnownOutline::default(),
            received_at: noon(),
            envelope: vec![1; 10],
            submission_key: "key".into(),
            content_hash: [1; 32],
        },
        mails: vec![
            mail(bench, MailKind::Receipt, "referrer@gemeente.example").unwrap(),
            mail(bench, MailKind::Notice, "huis@zvh.example").unwrap(),
        ],
        audit: Entry::new(noon(), Actor::Visitor, Event::ReferralReceived { reference }),
        draft: None,
        beside: Beside::default(),
    };
    bench.store.referrals().accept(submission).await.unwrap();
}

pub(crate) fn mails(var: &Path) -> Vec<String> {
    let mut mails: Vec<String> = std::fs::read_dir(var.join("mail"))
        .unwrap()
        .map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap())
        .collect();
    mails.sort_by_key(|mail| mail.find("To: huis"));
    mails
}

#[tokio::test]
async fn both_mails_leave_once_and_the_trail_tells() {
    let bench = bench(Transport::Files).await;
    accept(&bench).await;
    assert_eq!(bench.worker.work().await.unwrap(), Round { sent: 2, failed: 0 });
    assert_eq!(bench.worker.work().await.unwrap(), Round::default());
    let mails = mails(bench.var.path());
    assert!(
        mails[0].contains("To: referrer@gemeente.example") && mails[0].contains("Subject: Wij hebben uw aanmelding")
    );
    assert!(mails[1].contains("To: huis@zvh.example") && mails[1].contains("Subject: Nieuw: aanmelding"));
    assert!(matches!(bench.store.audit().verify().await.unwrap(), Trail::Sound { entries: 3, .. }));
}

#[tokio::test]
async fn the_database_shows_no_address() {
    let bench = bench(Transport::Files).await;
    accept(&bench).await;
    bench.store.close().await;
    let bytes = std::fs::read(bench.var.path().join("zvh.db")).unwrap();
    let holds = |words: &[u8]| bytes.windows(words.len()).any(|window| window == words);
    assert!(holds(b"regieteam"), "the control: what is not sealed shows");
    assert!(!holds(b"referrer@gemeente.example"));
    assert!(!holds(b"gemeente"));
}

#[tokio::test]
async fn a_mail_that_does_not_leave_is_tried_again_ever_later_and_never_dropped() {
    let away = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
    let smtp =
        Smtp { host: "127.0.0.1".into(), port: away, encryption: Encryption::Starttls, login: None, ca_file: None };
    let bench = bench(Transport::Smtp(smtp)).await;
    accept(&bench).await;
    for pause in [30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600] {
        assert_eq!(bench.worker.work().await.unwrap(), Round { sent: 0, failed: 2 }, "before the pause of {pause} s");
        bench.clock.advance(TimeDelta::seconds(pause - 1));
        assert_eq!(bench.worker.work().await.unwrap(), Round::default(), "{pause} s have not passed");
        bench.clock.advance(TimeDelta::seconds(pause / 10 + 2));
    }
    assert_eq!(Arc::new(bench.another_worker()).work().await.unwrap(), Round { sent: 2, failed: 0 });
}

#[tokio::test]
async fn two_workers_send_each_mail_once() {
    let bench = bench(Transport::Files).await;
    accept(&bench).await;
    let (one, two) = tokio::join!(bench.worker.work(), bench.worker.work());
    assert_eq!(one.unwrap().sent + two.unwrap().sent, 2);
}

#[tokio::test]
async fn no_mail_is_made_for_what_is_no_address_or_holds_a_line_break() {
    let bench = bench(Transport::Files).await;
    for to in ["", "x", "a@b.nl\r\nBcc: c@d.nl", "a@b.nl, c@d.nl"] {
        assert_eq!(mail(&bench, MailKind::Receipt, to).map(|_| ()), Err(MailError::Address), "{to:?}");
    }
    let sly = Facts { route: "x\r\nBcc: c@d.nl".into(), ..facts() };
    let refused = seal_mail(
        &bench.worker.houses[HOUSE].key,
        &address(),
        MailKind::Receipt,
        "a@b.nl",
        &sly,
        &*bench.worker.random,
    );
    assert_eq!(refused.map(|_| ()), Err(MailError::Value));
}
