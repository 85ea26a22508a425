//! The program as an operator meets it: every command, its words and its exit.
#![expect(clippy::unwrap_used, reason = "a test that fails should fail loudly")]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use domain::desk::outcome::Outcome as Decided;
use domain::referral::Happening;
use domain::regime::Regime;
use server::audit::{Actor, Entry, Event};
use server::random::SystemRandom;
use server::seal::follow::FollowSecret;
use server::seal::keys::{PrivateKey, PublicKeys, Role};
use server::seal::mail_key::MailKey;
use server::seal::{Header, Kind, envelope};
use server::store::{Beside, Follower, NewHappening, NewReferral, NewSubscription, Store, Submission, Trail};

const HOUSE: &str = "westelijke-mijnstreek";

/// A directory to run in, with the content of the repository and the least that a build leaves.
struct Place(tempfile::TempDir);

const BUILT: &str = r#"{
    "westelijke-mijnstreek.css": { "path": "/assets/site.css" },
    "westelijke-mijnstreek.svg": { "path": "/assets/icon.svg" },
    "noto-sans-400.woff2": { "path": "/assets/noto-sans-400.woff2" }
}"#;

/// The code with which its sender follows a referral.
fn follow() -> FollowSecret {
    FollowSecret::parse("0000-0000-0000-0000-0000-0000").unwrap()
}

impl Place {
    fn new() -> Self {
        let place = Self(tempfile::tempdir().unwrap());
        std::fs::create_dir_all(place.path("target/site")).unwrap();
        std::fs::write(place.path("target/site/manifest.json"), BUILT).unwrap();
        place.settings(&format!("[houses]\n{HOUSE} = \"http://localhost:8080\"\n"));
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn settings(&self, text: &str) {
        std::fs::write(self.path("zvh.toml"), text).unwrap();
    }

    /// A file of the keys of the house.
    fn key_path(&self, name: &str) -> PathBuf {
        self.path("var/keys").join(HOUSE).join(name)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_zvh"));
        command
            .args(arguments)
            .current_dir(self.0.path())
            .env_clear()
            .env("ZVH_CONTENT", Path::new(env!("CARGO_MANIFEST_DIR")).join("../content"))
            .stdin(Stdio::null());
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    fn good(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {}{}", words(&output.stdout), words(&output.stderr));
        words(&output.stdout)
    }

    /// Runs a command that must fail with exit 1 and words, never with a stack trace.
    fn bad(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {}", words(&output.stdout));
        let said = words(&output.stdout) + &words(&output.stderr);
        assert!(!said.is_empty() && !said.contains("panicked") && !said.contains("backtrace"), "{said}");
        said
    }

    /// Makes keys; gives the house code and the recovery code.
    fn keys(&self) -> (String, String) {
        self.good(&["keys", "init", "--out", "codes"]);
        let letter = std::fs::read_to_string(self.path("codes")).unwrap();
        let codes: Vec<&str> =
            letter.lines().map(str::trim).filter(|line| PrivateKey::from_code(line).is_ok()).collect();
        (codes[0].to_owned(), codes[1].to_owned())
    }

    async fn store(&self) -> Store {
        Store::open(&format!("sqlite:{}", self.path("var/zvh.db").display())).await.unwrap()
    }

    async fn add_referral(&self, reference: &str, body: &[u8]) {
        self.add(reference, body, Beside::default()).await;
    }

    /// Someone on the list of the newsletter.
    async fn add_reader(&self, reference: &str, address: &str, topics: &[&str]) {
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

    async fn add(&self, reference: &str, body: &[u8], beside: Beside) {
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

fn words(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn keys_are_made_once_and_never_overwritten() {
    let place = Place::new();
    let shown = place.good(&["keys", "init"]);
    assert_eq!(shown.lines().filter(|line| PrivateKey::from_code(line).is_ok()).count(), 2, "{shown}");
    let before = std::fs::read(place.key_path("house.pub")).unwrap();
    assert!(place.bad(&["keys", "init"]).contains("never overwritten"));
    assert_eq!(std::fs::read(place.key_path("house.pub")).unwrap(), before);
}

#[cfg(unix)]
#[test]
fn secrets_on_disk_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = Place::new();
    place.keys();
    let mail_key = format!("var/keys/{HOUSE}/mail.key");
    for (name, mode) in [("codes", 0o600), (mail_key.as_str(), 0o600), ("var", 0o700), ("var/keys", 0o700)] {
        let found = std::fs::metadata(place.path(name)).unwrap().permissions().mode() & 0o777;
        assert_eq!(found, mode, "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn both_keys_open_a_referral_and_the_trail_tells() {
    let place = Place::new();
    let (house, recovery) = place.keys();
    place.add_referral("ZVH-1", br#"{"b":{"name":"Jansen"},"a":1}"#).await;
    for code in [house, recovery] {
        std::fs::write(place.path("key"), code.to_lowercase()).unwrap();
        let shown = place.good(&["referral", "open", "ZVH-1", "--key-file", "key"]);
        assert!(shown.contains("\"name\": \"Jansen\""), "{shown}");
        let raw = place.good(&["referral", "open", "ZVH-1", "--key-file", "key", "--json", "--reason", "emergency"]);
        assert_eq!(raw, r#"{"b":{"name":"Jansen"},"a":1}"#);
    }
    let Trail::Sound { entries, .. } = place.store().await.audit().verify().await.unwrap() else { panic!() };
    assert_eq!(entries, 6, "keys made, received, opened four times");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_due_is_destroyed_and_proven() {
    let place = Place::new();
    place.keys();
    place.add_referral("ZVH-1", b"{}").await;
    place.add_referral("ZVH-2", b"{}").await;
    let (at, what) = ("2026-09-01T12:00:00Z".parse().unwrap(), Happening::Decided);
    let decided = NewHappening { outcome: Some(Decided::Advies), ..NewHappening::bare("decided".into(), what, at) };
    let event = Event::ReferralHappening { reference: "ZVH-1".into(), what };
    let store = place.store().await;
    store.timeline().add("ZVH-1", decided, Vec::new(), Entry::new(at, Actor::System, event)).await.unwrap();
    store.close().await;

    assert_eq!(place.good(&["retention", "list"]), "2026-09-29  ZVH-1  regieteam  decided\n");
    let shown = place.good(&["retention", "run", "--dry-run"]);
    assert!(shown.contains("ZVH-1  regieteam  not-taken-on\n") && shown.contains("1 to destroy"), "{shown}");
    assert!(place.good(&["referral", "list"]).contains("ZVH-1"), "nothing was destroyed");
    assert!(place.good(&["retention", "run"]).contains("1 destroyed"));
    let left = place.good(&["referral", "list"]);
    assert!(!left.contains("ZVH-1") && left.contains("ZVH-2"), "{left}");
    assert!(place.good(&["retention", "verify"]).contains("1 tombstones, all as they were written"));

    // Under another mail key no tombstone proves anything.
    let mail_key = place.key_path("mail.key");
    std::fs::remove_file(&mail_key).unwrap();
    MailKey::generate(&SystemRandom).unwrap().store(mail_key.parent().unwrap()).unwrap();
    let said = place.bad(&["retention", "verify"]);
    assert!(said.contains("ZVH-1 is not as it was written") && said.contains("1 of 1"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_noted_head_shows_what_the_trail_alone_does_not() {
    let place = Place::new();
    assert!(place.bad(&["audit", "head"]).contains("holds nothing yet"));
    place.keys();
    place.add_referral("ZVH-1", b"{}").await;
    let noted = place.good(&["audit", "head"]);
    assert!(noted.starts_with("2:"), "{noted}");
    place.add_referral("ZVH-2", b"{}").await;
    assert!(place.good(&["audit", "verify", "--from-head", noted.trim()]).contains("sound: 3 entries"));
    let ahead = noted.replacen("2:", "9:", 1);
    assert!(place.bad(&["audit", "verify", "--from-head", ahead.trim()]).contains("broken at entry 4"));
    let other = format!("2:{}", "0".repeat(64));
    assert!(place.bad(&["audit", "verify", "--from-head", &other]).contains("is not what you noted"));
    assert_eq!(place.run(&["audit", "verify", "--from-head", "2:00"]).status.code(), Some(2));
}

fn send<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&["newsletter", "send", "issue.md", "--subject", "Nieuws"], more].concat()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_issue_is_sent_once_and_the_list_is_written_out() {
    let place = Place::new();
    place.keys();
    place.add_reader("WM-1", "sanne@post.example", &["jeugd", "nazorg"]).await;
    place.add_reader("WM-2", "=cmd|'/c'!A0@post.example", &[]).await;
    place.add_reader("WM-3", "kim@post.example", &["nieuws"]).await;
    assert_eq!(place.good(&["newsletter", "list"]), format!("{HOUSE}  3 on the list, 0 to confirm\n"));
    std::fs::write(place.path("issue.md"), "# Nieuws\n\nLees [meer](/nieuws).\n").unwrap();
    let shown = place.good(&send(&["--dry-run"]));
    assert!(shown.contains("Lees meer (http://localhost:8080/nieuws)."), "{shown}");
    assert!(shown.contains("for 3 on the list: 0 queued before, 3 to queue. Nothing is queued"), "{shown}");
    let shown = place.good(&send(&["--topic", "jeugd"]));
    assert!(shown.contains("for 2 on the list: 0 queued before, 2 queued now"), "{shown}");
    let shown = place.good(&send(&[]));
    assert!(shown.contains("for 3 on the list: 2 queued before, 1 queued now"), "{shown}");
    assert!(place.good(&send(&[])).contains("3 queued before, 0 queued now"));

    let output = place.run(&send(&["--topic", "voetbal"]));
    assert_eq!(output.status.code(), Some(2), "{}", words(&output.stderr));
    assert!(place.bad(&["newsletter", "send", "nowhere.md", "--subject", "x"]).contains("nowhere.md"));
    std::fs::write(place.path("issue.html"), "<p>").unwrap();
    assert!(place.bad(&["newsletter", "send", "issue.html", "--subject", "x"]).contains(".md or .txt"));
    assert!(place.bad(&["newsletter", "send", "issue.md", "--subject", " "]).contains("the subject is empty"));

    let table = place.good(&["newsletter", "export"]);
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(
        lines,
        [
            "address,topics,form_version,consented,confirmed,reference",
            "sanne@post.example,jeugd nazorg,1,2026-11-21 13:00,2026-11-21 13:30,WM-1",
            "'=cmd|'/c'!A0@post.example,,1,2026-11-21 13:00,2026-11-21 13:30,WM-2",
            "kim@post.example,nieuws,1,2026-11-21 13:00,2026-11-21 13:30,WM-3",
        ]
    );
    let Trail::Sound { entries, .. } = place.store().await.audit().verify().await.unwrap() else { panic!() };
    assert_eq!(entries, 1 + 3 * 2 + 2 + 1, "keys made, received and confirmed, queued twice, exported");
    std::fs::remove_file(place.key_path("mail.key")).unwrap();
    assert!(place.bad(&["newsletter", "export"]).contains("mail.key"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_code_can_be_typed() {
    let place = Place::new();
    let (house, _) = place.keys();
    place.add_referral("ZVH-1", b"{}").await;
    let mut child =
        place.command(&["referral", "open", "ZVH-1"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    writeln!(child.stdin.take().unwrap(), "{house}").unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert_eq!(words(&output.stdout), "{}\n");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_key_shows_nothing_and_the_trail_tells() {
    let place = Place::new();
    place.keys();
    place.add_referral("ZVH-1", b"{\"name\":\"Jansen\"}").await;
    let other = PrivateKey::generate(Role::House, &SystemRandom).unwrap();
    std::fs::write(place.path("key"), &**other.code()).unwrap();
    let said = place.bad(&["referral", "open", "ZVH-1", "--key-file", "key"]);
    assert!(said.contains("this key does not open this referral") && !said.contains("Jansen"), "{said}");
    std::fs::write(place.path("key"), "HELLO").unwrap();
    assert!(place.bad(&["referral", "open", "ZVH-1", "--key-file", "key"]).contains("the code has 5 characters"));
    assert!(place.bad(&["referral", "open", "ZVH-1", "--key-file", "nowhere"]).contains("nowhere"));
    assert!(place.bad(&["referral", "open", "ZVH-9", "--key-file", "key"]).contains("no referral with this number"));
    let Trail::Sound { entries, .. } = place.store().await.audit().verify().await.unwrap() else { panic!() };
    assert_eq!(entries, 3, "keys made, received, not opened");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_names_each_referral_in_dutch_time() {
    let place = Place::new();
    place.keys();
    assert_eq!(place.good(&["referral", "list"]), "");
    place.add_referral("ZVH-1", b"{}").await;
    assert_eq!(
        place.good(&["referral", "list"]),
        "ZVH-1  2026-11-21 13:00  westelijke-mijnstreek  regieteam  received\n"
    );
}

#[test]
fn check_names_what_is_wrong_and_the_mend_until_nothing_is() {
    let place = Place::new();
    let said = place.bad(&["check"]);
    assert!(said.contains("WRONG keys") && said.contains("zvh keys init"), "{said}");
    assert!(said.contains("WRONG database"), "{said}");
    place.keys();
    let said = place.good(&["check"]);
    assert!(!said.contains("WRONG") && said.matches("ok  ").count() == 8, "{said}");
    place.settings("houses.nergens = \"http://localhost\"\n");
    assert!(place.bad(&["check"]).contains("WRONG content"));
    place.settings("\nhouse = \"nergens\"\n");
    let said = place.bad(&["check"]);
    assert!(
        said.contains("WRONG settings  zvh.toml, line 2: `house` is not a setting; did you mean `houses`?"),
        "{said}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_opens_as_a_database_of_its_own() {
    let place = Place::new();
    let (house, _) = place.keys();
    place.add_referral("ZVH-1", b"{\"kept\":true}").await;
    assert!(place.good(&["backup", "copy.db"]).contains("sound"));
    assert!(place.bad(&["backup", "copy.db"]).contains("exists already"));
    std::fs::write(place.path("key"), house).unwrap();
    let open = ["referral", "open", "ZVH-1", "--key-file", "key", "--json"];
    let output = place.command(&open).env("ZVH_DATABASE_URL", "sqlite:copy.db").output().unwrap();
    assert_eq!(words(&output.stdout), "{\"kept\":true}");
}

#[test]
fn the_audit_trail_is_verified_and_its_head_shown() {
    let place = Place::new();
    place.keys();
    let said = place.good(&["audit", "verify"]);
    assert!(said.starts_with("The audit trail is sound: 1 entries, head "), "{said}");
}

#[test]
fn of_several_houses_each_has_keys_of_its_own() {
    let place = Place::new();
    place.settings(&format!(
        "[houses]\n{HOUSE} = \"http://een.localhost\"\nvoorbeeldstad = \"http://twee.localhost\"\n"
    ));
    let said = place.bad(&["keys", "init", "--out", "codes"]);
    assert!(said.contains("--house: voorbeeldstad, westelijke-mijnstreek"), "{said}");
    assert!(place.bad(&["keys", "init", "--house", "elders", "--out", "codes"]).contains("which house?"));
    for house in [HOUSE, "voorbeeldstad"] {
        let letter = format!("codes-{house}");
        place.good(&["keys", "init", "--house", house, "--out", &letter]);
        assert!(std::fs::read_to_string(place.path(&letter)).unwrap().contains(house));
    }
    let keys = |house: &str| PublicKeys::load(&place.path("var/keys").join(house)).unwrap().house;
    assert!(keys(HOUSE) != keys("voorbeeldstad"));
}

#[test]
fn private_keys_never_land_in_a_log() {
    let place = Place::new();
    let said = place.bad(&["serve"]);
    assert!(said.contains("zvh keys init --house westelijke-mijnstreek --out"), "{said}");
    assert!(!place.path("var/keys").exists());
}

/// A running `zvh serve`.
struct Serving {
    child: Child,
    address: String,
    log: Arc<Mutex<String>>,
}

impl Serving {
    fn start(place: &Place) -> Self {
        Self::start_logging(place, "info")
    }

    fn start_logging(place: &Place, what: &str) -> Self {
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let address = format!("127.0.0.1:{port}");
        let mut command = place.command(&["serve"]);
        let command = command.env("ZVH_LISTEN", &address).env("ZVH_LOG", what).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let mut first = String::new();
        let mut note = |line: String| {
            first += &(line.clone() + "\n");
            line.contains("serving")
        };
        assert!(lines.any(|line| note(line.unwrap())), "it never came up");
        let log = Arc::new(Mutex::new(first));
        let written = log.clone();
        // Keeps reading, so that the log never fills its pipe.
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                *written.lock().unwrap() += &(line + "\n");
            }
        });
        Self { child, address, log }
    }

    /// What it logged.
    fn log(&self) -> String {
        // The last lines may still be on their way.
        std::thread::sleep(Duration::from_millis(200));
        self.log.lock().unwrap().clone()
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Asks it to stop and waits.
    fn stop(mut self) -> (std::process::ExitStatus, Duration) {
        let begin = Instant::now();
        assert!(Command::new("kill").arg(self.child.id().to_string()).status().unwrap().success());
        (self.child.wait().unwrap(), begin.elapsed())
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

#[test]
fn the_server_is_healthy_ready_and_stops_when_asked() {
    let place = Place::new();
    place.keys();
    let serving = Serving::start(&place);
    assert!(serving.get("/healthz").starts_with("HTTP/1.1 200"));
    let ready = serving.get("/readyz");
    assert!(ready.starts_with("HTTP/1.1 200") && ready.contains("cache-control: no-store"), "{ready}");
    let _idle = TcpStream::connect(&serving.address).unwrap();
    let (status, after) = serving.stop();
    assert!(status.success(), "{status}");
    assert!(after < Duration::from_secs(11), "{after:?}");
}

/// People type names into a search. Not even who asks for every line of the log reads them there.
#[test]
fn what_is_searched_for_is_not_logged() {
    let place = Place::new();
    place.keys();
    let serving = Serving::start_logging(&place, "trace");
    assert!(serving.get("/zoeken?q=Kanarievogel").contains("Kanarievogel"));
    assert!(serving.get("/bestaat-niet?q=Kanarievogel").starts_with("HTTP/1.1 404"));
    let log = serving.log();
    assert!(log.contains("sea_orm_migration"), "it logs what it is usually silent about: {log}");
    assert!(!log.to_lowercase().contains("kanarie"), "{log}");
}

#[test]
fn an_address_in_use_is_named() {
    let place = Place::new();
    place.keys();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let output = place.command(&["serve"]).env("ZVH_LISTEN", &address).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(words(&output.stderr).contains("change `listen`"), "{}", words(&output.stderr));
}

/// A copy of the words of the house, to change.
fn own_content(place: &Place) -> PathBuf {
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

#[test]
fn a_list_of_partners_is_shown_first_and_written_when_asked() {
    let place = Place::new();
    let content = own_content(&place);
    let register = content.join(HOUSE).join("partners.toml");
    let before = std::fs::read_to_string(&register).unwrap();
    std::fs::write(
        place.path("list.csv"),
        "name,kind,type,website\nWonen Ergens,incidenteel,overig,\nPolitie,vaste-overheid,politie,https://politie.example\n",
    )
    .unwrap();
    let run = |arguments: &[&str]| {
        let output = place.command(arguments).env("ZVH_CONTENT", &content).output().unwrap();
        (output.status.code(), words(&output.stdout) + &words(&output.stderr))
    };
    let (status, said) = run(&["partners", "import", "list.csv"]);
    assert_eq!(status, Some(0), "{said}");
    for line in
        ["added      Wonen Ergens", "changed    Politie: website", "1 to add, 1 to change. Nothing is written yet"]
    {
        assert!(said.contains(line), "{said}");
    }
    assert_eq!(std::fs::read_to_string(&register).unwrap(), before);

    let (status, said) = run(&["partners", "import", "list.csv", "--house", HOUSE, "--write"]);
    assert_eq!(status, Some(0), "{said}");
    let after = std::fs::read_to_string(&register).unwrap();
    assert!(after.starts_with(before.lines().next().unwrap()), "comments stay");
    assert!(after.contains("id = \"wonen-ergens\"") && after.contains("website = \"https://politie.example\""));

    let (status, said) = run(&["partners", "import", "list.csv", "--house", "elders"]);
    assert_eq!(status, Some(1));
    assert!(said.contains("which house?"), "{said}");
    std::fs::write(place.path("list.csv"), "name,kind,type\nA,vast,ggz\n").unwrap();
    let (status, said) = run(&["partners", "import", "list.csv"]);
    assert_eq!(status, Some(1));
    assert!(said.contains("list.csv:2: unknown variant `vast`"), "{said}");
}

#[test]
fn check_says_when_the_contact_for_security_has_expired() {
    let place = Place::new();
    place.keys();
    let content = own_content(&place);
    let settings = content.join(HOUSE).join("house.toml");
    let text = std::fs::read_to_string(&settings).unwrap();
    let expires = text.lines().find(|line| line.starts_with("expires = ")).unwrap();
    std::fs::write(&settings, text.replace(expires, "expires = 2020-02-29")).unwrap();
    let output = place.command(&["check"]).env("ZVH_CONTENT", &content).output().unwrap();
    let said = words(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("WRONG security  security.expires in house.toml is 2020-02-29"), "{said}");
}

#[test]
fn what_forms_hand_over_is_written_with_as_many_examples_as_asked_for() {
    let place = Place::new();
    let listed = place.good(&["forms", "list"]);
    assert!(listed.lines().count() > 10 && listed.contains("regieteam        v"), "{listed}");
    let written = place.good(&["forms", "schema", "--form", "contact", "--out", "new/schemas", "--examples", "3"]);
    let mut names: Vec<String> = std::fs::read_dir(place.path("new/schemas"))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let version = listed.lines().find(|line| line.starts_with("contact ")).unwrap().split_whitespace().nth(1).unwrap();
    let kinds = ["example-2", "example-3", "example", "schema"];
    assert_eq!(names, kinds.map(|kind| format!("contact.{version}.{kind}.json")));
    assert_eq!(written.lines().count(), 4);
    let text = std::fs::read_to_string(place.path("new/schemas").join(&names[3])).unwrap();
    let schema: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(schema["properties"]["form"]["const"], "contact");
    assert!(place.bad(&["forms", "schema", "--form", "paspoort"]).contains("regieteam"));
    assert!(place.bad(&["forms", "schema", "--out", "zvh.toml/in"]).contains("--out"));
}

#[tokio::test]
async fn invented_submissions_go_the_way_of_real_ones_and_keep_away_from_them() {
    let place = Place::new();
    let (house_code, _) = place.keys();
    std::fs::write(place.path("key"), house_code).unwrap();
    place.good(&["demo", "--count", "25", "--seed", "7", "--codes", "follow"]);

    let codes = std::fs::read_to_string(place.path("follow")).unwrap();
    let listed = place.good(&["referral", "list"]);
    assert_eq!((codes.lines().count(), listed.lines().count()), (25, 25));
    let forms: std::collections::HashSet<&str> = listed.lines().filter_map(|line| line.split("  ").nth(3)).collect();
    assert!(forms.len() > 5 && !forms.contains("bijdrage"), "{forms:?}");
    let store = place.store().await;
    for line in codes.lines() {
        let (reference, code) = line.split_once("  ").unwrap();
        let followed = store.referrals().find_by_follower(FollowSecret::parse(code).unwrap().hash()).await.unwrap();
        assert_eq!(followed.unwrap().summary.reference, reference);
        let opened = place.good(&["referral", "open", reference, "--key-file", "key", "--json"]);
        let content: serde_json::Value = serde_json::from_str(&opened).unwrap();
        assert_eq!(content["reference"], reference);
        assert!(
            !content["answers"].as_object().unwrap().is_empty() && !content["shown"].as_array().unwrap().is_empty()
        );
    }
    assert!(matches!(store.audit().verify().await.unwrap(), Trail::Sound { .. }));
    assert!(!store.referrals().any_real().await.unwrap());

    // More of them is fine; a file with codes is never overwritten.
    let shown = place.good(&["demo", "--count", "2", "--form", "contact", "--codes"]);
    assert_eq!(shown.lines().count(), 2, "{shown}");
    assert!(place.bad(&["demo", "--count", "1", "--codes", "follow"]).contains("exists"));
    assert!(place.bad(&["demo", "--count", "1", "--form", "bijdrage"]).contains("invitation"));

    place.add_referral("WM-26-2222-2", b"{}").await;
    assert!(store.referrals().any_real().await.unwrap());
    assert!(place.bad(&["demo", "--count", "1"]).contains("--among-real"));
    assert_eq!(place.good(&["referral", "list"]).lines().count(), 28);
    place.good(&["demo", "--count", "1", "--among-real"]);
    store.close().await;
}

#[test]
fn a_demonstration_opens_nothing_that_it_did_not_make() {
    let place = Place::new();
    std::fs::create_dir(place.path("mine")).unwrap();
    std::fs::write(place.path("mine/zvh.db"), "what is real").unwrap();
    let said = place.bad(&["demo", "serve", "--house", HOUSE, "--var", "mine"]);
    assert!(said.contains("no demonstration made"), "{said}");
    assert_eq!(std::fs::read(place.path("mine/zvh.db")).unwrap(), b"what is real");
    assert!(place.bad(&["demo", "serve", "--house", "nergens"]).contains("no house nergens"));
}

#[tokio::test]
async fn nobody_is_mailed_about_invented_submissions_unless_asked_for() {
    let place = Place::new();
    place.keys();
    place.good(&["demo", "--count", "3", "--form", "regieteam"]);
    let (store, later) = (place.store().await, "2100-01-01T00:00:00Z".parse().unwrap());
    let waiting = async || store.outbox().claim(&[HOUSE.to_owned()], 99, later).await.unwrap().len();
    assert_eq!(waiting().await, 0);
    place.good(&["demo", "--count", "3", "--form", "regieteam", "--mail"]);
    assert!(waiting().await >= 3);
    store.close().await;
}
