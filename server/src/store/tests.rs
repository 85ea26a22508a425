//! What the store promises, proven on SQLite always and on PostgreSQL when `ZVH_TEST_POSTGRES` holds the URL of one
//! (`scripts/with-postgres cargo test -p server` sees to that).

mod acceptance;
mod contradictions;
mod crash;
mod desk;
mod drafts;
mod keeping;
mod outbox;
mod people;
mod place;
mod search;
mod trail;
mod writing;

use chrono::{DateTime, TimeDelta, Utc};
use domain::regime::Regime;

use super::*;
use crate::audit::{Actor, Entry, Event};
use crate::mail::MailKind;
use crate::seal::draft::LookupHash;
use place::{Place, on_both_databases};

const HOUSE: &str = "westelijke-mijnstreek";

fn noon() -> DateTime<Utc> {
    "2026-11-21T12:00:42Z".parse().unwrap()
}

fn submission(number: u32, key: &str) -> Submission {
    let reference = format!("ZVH-{number}");
    Submission {
        referral: NewReferral {
            reference: reference.clone(),
            house: HOUSE.into(),
            form: "regieteam".into(),
            form_version: 1,
            regime: Regime::Regieteam,
            follower: Follower { lookup: LookupHash([u8::try_from(number).unwrap_or(0); 32]), key: [1; 32] },
            mailbox: None,
            sender: None,
            parent: None,
            outline: KnownOutline::default(),
            received_at: noon(),
            envelope: vec![7; 5000],
            submission_key: key.into(),
            content_hash: [1; 32],
        },
        mails: vec![mail(number, MailKind::Receipt), mail(number, MailKind::Notice)],
        audit: Entry::new(noon(), Actor::Visitor, Event::ReferralReceived { reference }),
        draft: None,
        beside: Beside::default(),
    }
}

fn mail(number: u32, kind: MailKind) -> NewMail {
    let id = format!("{number}-{}", kind.name());
    NewMail { message_id: format!("<{id}@zvh.example>"), house: HOUSE.into(), id, kind, payload: vec![9; 100] }
}

fn draft(lookup: LookupHash) -> NewDraft {
    NewDraft {
        lookup,
        house: HOUSE.into(),
        form: "regieteam".into(),
        form_version: "1".into(),
        body: vec![1; 4096],
        expires_at: noon() + TimeDelta::days(7),
    }
}

on_both_databases! {
    async fn a_second_start_finds_every_table_up_to_date(place) {
        place.open().await.close().await;
        assert_eq!(Store::pending_migrations(&place.url).await.unwrap(), Vec::<String>::new());
        place.open().await.ready(noon()).await.unwrap();
    }

    async fn every_step_can_be_undone_and_done_again(place) {
        let store = place.open().await;
        migration::undo_all(store.writer.connection()).await.unwrap();
        let pending = Store::pending_migrations(&place.url).await.unwrap();
        assert_eq!(pending.first().map(String::as_str), Some("m20261121_first_tables"));
        place.open().await.audit().append(Entry::new(noon(), Actor::System, Event::DraftCreated)).await.unwrap();
    }

    async fn undone_every_mail_is_about_a_referral_again(place) {
        use sea_orm::ConnectionTrait as _;
        let store = place.open().await;
        store.referrals().accept(submission(1, "key")).await.unwrap();
        let connection = store.writer.connection();
        let mail = |id: &str| {
            format!(
                "INSERT INTO outbox (id, kind, payload, message_id, created_at, due_at, attempts{})
                 SELECT '{id}', kind, payload, '{id}', created_at, due_at, attempts{} FROM outbox WHERE id = '1-ontvangstbevestiging'",
                if id == "now" { ", house" } else { "" },
                if id == "now" { ", house" } else { "" },
            )
        };
        connection.execute_unprepared(&mail("now")).await.unwrap();
        migration::undo_to_first(connection).await.unwrap();
        assert_eq!(writing::count(&store, "outbox").await, 2, "what was about a referral is still there");
        let error = connection.execute_unprepared(&mail("before")).await.unwrap_err().to_string();
        assert!(error.to_lowercase().contains("null"), "{error}");
        store.close().await;
        place.open().await.ready(noon()).await.unwrap();
    }

    async fn processes_that_start_together_migrate_once(place) {
        let opening: Vec<_> = (0..4).map(|_| { let url = place.url.clone(); tokio::spawn(async move { Store::open(&url).await }) }).collect();
        for store in opening {
            store.await.unwrap().unwrap().ready(noon()).await.unwrap();
        }
    }
}

#[tokio::test]
async fn a_backup_is_complete_and_never_overwrites() {
    let place = Place::sqlite();
    let store = place.open().await;
    store.referrals().accept(submission(1, "key")).await.unwrap();
    let file = place.file("backup.db");
    store.backup(&file).await.unwrap();
    assert!(matches!(store.backup(&file).await, Err(StoreError::Backup(_))));
    let copy = Store::open(&format!("sqlite:{}", file.display())).await.unwrap();
    assert_eq!(copy.referrals().find("ZVH-1").await.unwrap().unwrap().envelope, vec![7; 5000]);
    assert!(matches!(copy.audit().verify().await.unwrap(), Trail::Sound { entries: 1, .. }));
}

#[tokio::test]
async fn a_url_that_would_lose_referrals_is_refused() {
    for url in ["sqlite::memory:", "sqlite:x?mode=memory", "mysql://localhost/zvh", ""] {
        assert!(matches!(Store::open(url).await, Err(StoreError::Url(_))), "{url}");
    }
}

#[tokio::test]
async fn a_database_that_is_away_is_said_to_be_unavailable() {
    for url in ["sqlite:/nowhere/at/all/zvh.db", "postgres://zvh@127.0.0.1:1/zvh"] {
        assert!(matches!(Store::open(url).await, Err(StoreError::Unavailable(_))), "{url}");
    }
}

#[tokio::test]
async fn looking_at_a_database_that_is_not_there_makes_none() {
    let place = Place::sqlite();
    assert!(matches!(Store::pending_migrations(&place.url).await, Err(StoreError::Unavailable(_))));
    assert!(!place.file("zvh.db").exists());
}
