//! Where a command runs: a directory of its own, with the content of the repository and the least that a build leaves.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use domain::referral::Happening;
use domain::regime::Regime;
use sea_orm::ConnectionTrait as _;
use server::audit::{Actor, Entry, Event, TypedKey};
use server::house_key::{HouseKeyring, Unlocked};
use server::random::SystemRandom;
use server::seal::follow::FollowSecret;
use server::seal::keys::{PrivateKey, PublicKeys};
use server::seal::mail_key::MailKey;
use server::seal::{Header, Kind, envelope};
use server::store::{Beside, Follower, NewHappening, NewReferral, NewSubscription, Store, Submission};

pub(crate) const HOUSE: &str = "westelijke-mijnstreek";

/// A directory to run in, with the content of the repository and the least that a build leaves.
pub(crate) struct Place(tempfile::TempDir);

const BUILT: &str = r#"{
    "westelijke-mijnstreek.css": { "path": "/assets/site.css" },
    "westelijke-mijnstreek.svg": { "path": "/assets/icon.svg" },
    "noto-sans-400.woff2": { "path": "/assets/noto-sans-400.woff2" }
}"#;

/// The code with which its sender follows a referral.
pub(crate) fn follow() -> FollowSecret {
    FollowSecret::parse("0000-0000-0000-0000-0000-0000").unwrap()
}

impl Place {
    pub(crate) fn new() -> Self {
        let place = Self(tempfile::tempdir().unwrap());
        std::fs::create_dir_all(place.path("target/site")).unwrap();
        std::fs::write(place.path("target/site/manifest.json"), BUILT).unwrap();
        place.settings(&format!("[houses]\n{HOUSE} = \"http://localhost:8080\"\n"));
        place
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn settings(&self, text: &str) {
        std::fs::write(self.path("zvh.toml"), text).unwrap();
    }

    /// A file of the keys of the house.
    pub(crate) fn key_path(&self, name: &str) -> PathBuf {
        self.path("var/keys").join(HOUSE).join(name)
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_zvh"));
        command
            .args(arguments)
            .current_dir(self.0.path())
            .env_clear()
            .env("ZVH_CONTENT", Path::new(env!("CARGO_MANIFEST_DIR")).join("../content"))
            .stdin(Stdio::null());
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        ended(&mut self.command(arguments))
    }

    pub(crate) fn good(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {}{}", words(&output.stdout), words(&output.stderr));
        words(&output.stdout)
    }

    /// Runs a command that must fail with exit 1 and words, never with a stack trace.
    pub(crate) fn bad(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {}", words(&output.stdout));
        let said = words(&output.stdout) + &words(&output.stderr);
        assert!(!said.is_empty() && !said.contains("panicked") && !said.contains("backtrace"), "{said}");
        said
    }

    /// Makes keys; gives the house code and the recovery code.
    pub(crate) fn keys(&self) -> (String, String) {
        self.good(&["keys", "init", "--out", "codes"]);
        let letter = std::fs::read_to_string(self.path("codes")).unwrap();
        let codes: Vec<&str> =
            letter.lines().map(str::trim).filter(|line| PrivateKey::from_code(line).is_ok()).collect();
        (codes[0].to_owned(), codes[1].to_owned())
    }

    pub(crate) async fn store(&self) -> Store {
        Store::open(&format!("sqlite:{}", self.path("var/zvh.db").display())).await.unwrap()
    }

    /// Changes the database from outside.
    pub(crate) async fn changes(&self, sql: &[&str]) {
        let database =
            sea_orm::Database::connect(format!("sqlite:{}", self.path("var/zvh.db").display())).await.unwrap();
        for sql in sql {
            database.execute_unprepared(sql).await.unwrap();
        }
        database.close().await.unwrap();
    }

    /// Sets the desk up: the first house key stands in the store, as after someone there typed it.
    pub(crate) async fn sets_up_desk(&self, house_code: &str) {
        let directory = self.path("var/keys").join(HOUSE);
        let (files, mail_key) = (PublicKeys::load(&directory).unwrap(), MailKey::load(&directory).unwrap());
        let store = self.store().await;
        let keyring =
            HouseKeyring { house: HOUSE, files: &files, mail_key: &mail_key, store: &store, random: &SystemRandom };
        let at = "2026-11-21T12:00:00Z".parse().unwrap();
        let unlocked = keyring.unlock(PrivateKey::from_code(house_code).unwrap(), at).await.unwrap();
        let Unlocked::Epochs(_, first) = unlocked else { panic!("the house key opens nothing") };
        let typed = Entry::new(at, Actor::Operator, Event::HouseKeyTyped { key: TypedKey::House });
        store.house_keys().add(first, Vec::new(), typed).await.unwrap();
        store.close().await;
    }

    pub(crate) async fn add_referral(&self, reference: &str, body: &[u8]) {
        self.add(reference, body, Beside::default()).await;
    }

    /// Someone on the list of the newsletter.
    pub(crate) async fn add_reader(&self, reference: &str, address: &str, topics: &[&str]) {
        let key = MailKey::load(&self.path("var/keys").join(HOUSE)).unwrap();
        let header = server::outbox::sender_header(HOUSE, reference);
        let subscription = NewSubscription {
            link: key.unsubscribe_link(address).hash(),
            address: key.seal(&header, address.as_bytes(), &SystemRandom).unwrap(),
            topics: topics.iter().map(|topic| (*topic).to_owned()).collect(),
        };
        self.add(reference, b"{}", Beside { subscription: Some(subscription), ..Beside::default() }).await;
        let (at, what) = ("2026-11-21T12:30:00Z".parse().unwrap(), Happening::Confirmed);
        let new = NewHappening::bare(reference.into(), what, at);
        let event = Event::ReferralHappening { reference: reference.into(), what };
        let store = self.store().await;
        store.timeline().add(reference, new, Vec::new(), Entry::new(at, Actor::Visitor, event)).await.unwrap();
        store.close().await;
    }

    pub(crate) async fn add(&self, reference: &str, body: &[u8], beside: Beside) {
        let keys = PublicKeys::load(&self.path("var/keys").join(HOUSE)).unwrap();
        let header = Header::new(HOUSE, Kind::Referral, reference);
        let received_at = "2026-11-21T12:00:00Z".parse().unwrap();
        let mail_key = MailKey::load(&self.path("var/keys").join(HOUSE)).unwrap();
        let bound = server::outbox::sender_header(HOUSE, reference);
        let sender = mail_key.seal(&bound, b"sender@gemeente.example", &SystemRandom).unwrap();
        let submission = Submission {
            referral: NewReferral {
                reference: reference.into(),
                house: HOUSE.into(),
                form: "regieteam".into(),
                form_version: 1,
                regime: Regime::Regieteam,
                follower: Follower { lookup: follow().hash(), key: follow().key().public().bytes },
                mailbox: None,
                sender: Some(sender),
                parent: None,
                outline: server::store::KnownOutline::default(),
                received_at,
                envelope: envelope::seal(&keys, &header, body, &SystemRandom).unwrap(),
                submission_key: reference.into(),
                content_hash: [0; 32],
            },
            mails: Vec::new(),
            audit: Entry::new(received_at, Actor::Visitor, Event::ReferralReceived { reference: reference.into() }),
            draft: None,
            beside,
        };
        let store = self.store().await;
        store.referrals().accept(submission).await.unwrap();
        store.close().await;
    }
}

/// What a command said that ends by itself; one that goes on, such as a server that should not have started, is stopped and fails.
pub(crate) fn ended(command: &mut Command) -> Output {
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let (id, (sender, receiver)) = (child.id().to_string(), mpsc::channel());
    std::thread::spawn(move || sender.send(child.wait_with_output()));
    let Ok(output) = receiver.recv_timeout(Duration::from_mins(2)) else {
        Command::new("kill").arg(id).status().unwrap();
        panic!("{command:?} went on for two minutes");
    };
    output.unwrap()
}

pub(crate) fn words(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A copy of the words of the house, to change.
pub(crate) fn own_content(place: &Place) -> PathBuf {
    let content = place.path("content");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../content").join(HOUSE), &content.join(HOUSE));
    content
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}
