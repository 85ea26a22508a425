//! `zvh serve`: comes up, stays silent about people, stops when asked.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use server::audit::{Actor, Entry, Event};
use server::store::HouseKey;

use crate::place::{HOUSE, Place, ended, words};

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

    /// Posts an empty form, as a proxy that names this address. Gives the head of the answer.
    fn post_for(&self, address: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(
            stream,
            "POST /verder HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Forwarded-For: {address}\r\nSec-Fetch-Site: same-origin\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 0\r\n\r\n"
        )
        .unwrap();
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
    let output = ended(place.command(&["serve"]).env("ZVH_LISTEN", &address));
    assert_eq!(output.status.code(), Some(1));
    assert!(words(&output.stderr).contains("change `listen`"), "{}", words(&output.stderr));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_house_that_can_seal_nothing_is_not_ready() {
    let place = Place::new();
    let (house, _) = place.keys();
    place.sets_up_desk(&house).await;
    let serving = Serving::start(&place);
    assert!(serving.get("/readyz").starts_with("HTTP/1.1 200"));
    let store = place.store().await;
    let unproven = HouseKey { epoch: 2, proof: [0; 32], ..store.house_keys().newest(HOUSE).await.unwrap().unwrap() };
    let made = Event::HouseKeyMade { house: HOUSE.to_owned(), epoch: 2 };
    let entry = Entry::new("2026-11-21T12:00:00Z".parse().unwrap(), Actor::Operator, made);
    store.house_keys().add(Some(unproven), Vec::new(), entry).await.unwrap();
    store.close().await;
    assert!(serving.get("/readyz").starts_with("HTTP/1.1 503"));
    assert!(serving.get("/healthz").starts_with("HTTP/1.1 200"));
    assert!(serving.log().contains("not ready"), "{}", serving.log());
}

#[test]
fn limits_hold_for_whom_the_trusted_proxy_names() {
    let place = Place::new();
    place.keys();
    let house = format!("limits.posts_per_minute = 2\n[houses]\n{HOUSE} = \"http://localhost:8080\"\n");
    for (settings, expected) in [(format!("trusted_proxy = \"127.0.0.1\"\n{house}"), "429"), (house, "422")] {
        place.settings(&settings);
        let serving = Serving::start(&place);
        for _ in 0..2 {
            assert!(serving.post_for("192.0.2.7").starts_with("HTTP/1.1 422"));
        }
        let third = serving.post_for("192.0.2.7");
        assert!(third.starts_with(&format!("HTTP/1.1 {expected}")), "{third}");
        assert_eq!(third.contains("retry-after: 30"), expected == "429", "{third}");
        assert!(serving.post_for("192.0.2.8").starts_with("HTTP/1.1 422"));
        assert!(!serving.log().contains("192.0.2."), "an address is never logged");
    }
}
