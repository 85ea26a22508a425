//! The server drops whoever keeps it waiting, serves everyone else, and stops without losing a request.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that fails should fail loudly")]

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::extract::ConnectInfo;
use axum::routing::{get, post};
use server::serve::{Patience, serve};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::time::{Instant, timeout};

const SHORT: Duration = Duration::from_millis(400);
/// Far longer than [`SHORT`], for a machine that is busy.
const LONG: Duration = Duration::from_secs(8);

struct Running {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    ended: tokio::task::JoinHandle<()>,
}

async fn start(connections: usize, patience: Patience) -> Running {
    let router = Router::new()
        .route("/", get(|| async { "hello" }))
        .route("/peer", get(|ConnectInfo(peer): ConnectInfo<SocketAddr>| async move { peer.ip().to_string() }))
        .route(
            "/slow",
            get(|| async {
                tokio::time::sleep(SHORT).await;
                "slow"
            }),
        )
        .route("/stuck", get(|| async { std::future::pending::<&str>().await }))
        .route("/large", get(|| async { vec![b'x'; 64 << 20] }))
        .route("/body", post(|body: axum::body::Bytes| async move { body.len().to_string() }));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let ended = tokio::spawn(serve(listener, router, connections, patience, async { drop(stopped.await) }));
    Running { address, stop, ended }
}

fn short() -> Patience {
    Patience { head: SHORT, request: SHORT * 2, reading: SHORT, farewell: SHORT * 3 }
}

/// Says `words` and listens until the server hangs up; gives what it said and how long it took.
async fn say(address: SocketAddr, words: &str) -> (String, Duration) {
    let begin = Instant::now();
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(words.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    // A reset is a way to hang up too.
    let _ = timeout(LONG, stream.read_to_end(&mut answer)).await.expect("the server never hung up");
    (String::from_utf8_lossy(&answer).into_owned(), begin.elapsed())
}

#[tokio::test]
async fn clients_that_keep_silent_are_dropped() {
    let running = start(100, short()).await;
    for (shape, words) in [
        ("silent", ""),
        ("half a head", "GET / HTTP/1.1\r\nHost: x\r\n"),
        ("half an HTTP/2 preface", "PRI * HTTP/2.0\r\n"),
        ("keep-alive after one request", "GET / HTTP/1.1\r\nHost: x\r\n\r\n"),
        ("a body that never comes", "POST /body HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc"),
        ("a handler that never answers", "GET /stuck HTTP/1.1\r\nHost: x\r\n\r\n"),
    ] {
        let (_, after) = say(running.address, words).await;
        assert!(after < SHORT * 6, "{shape}: dropped after {after:?}");
    }
}

#[tokio::test]
async fn a_body_of_a_byte_at_a_time_runs_out_of_time() {
    let running = start(100, short()).await;
    let mut stream = TcpStream::connect(running.address).await.unwrap();
    stream.write_all(b"POST /body HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n").await.unwrap();
    let (mut reading, mut writing) = stream.into_split();
    let dripping = tokio::spawn(async move {
        while writing.write_all(b"x").await.is_ok() {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    });
    let mut answer = Vec::new();
    let _ = timeout(LONG, reading.read_to_end(&mut answer)).await.expect("still open");
    assert!(String::from_utf8_lossy(&answer).starts_with("HTTP/1.1 408"), "{}", String::from_utf8_lossy(&answer));
    dripping.await.unwrap();
}

#[tokio::test]
async fn a_client_that_does_not_read_its_answer_is_dropped() {
    let running = start(1, short()).await;
    let mut stream = TcpStream::connect(running.address).await.unwrap();
    stream.write_all(b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n").await.unwrap();
    // The only seat is taken by someone who reads nothing; it must come free.
    let (answer, _) = say(running.address, "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await;
    assert!(answer.ends_with("hello"), "{answer}");
}

#[tokio::test]
async fn who_asks_in_time_is_answered_and_known_by_address() {
    let running = start(100, short()).await;
    let ask = |path: &str| format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assert!(say(running.address, &ask("/slow")).await.0.ends_with("slow"));
    assert!(say(running.address, &ask("/peer")).await.0.ends_with("127.0.0.1"));
    assert!(say(running.address, &ask("/nowhere")).await.0.starts_with("HTTP/1.1 404"));
}

#[tokio::test]
async fn no_more_connections_are_open_than_allowed() {
    let running = start(2, Patience { head: LONG, ..short() }).await;
    let _first = TcpStream::connect(running.address).await.unwrap();
    let second = TcpStream::connect(running.address).await.unwrap();
    let mut third = TcpStream::connect(running.address).await.unwrap();
    third.write_all(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await.unwrap();
    let mut answer = Vec::new();
    assert!(timeout(SHORT, third.read_to_end(&mut answer)).await.is_err(), "it waits outside");
    drop(second);
    timeout(LONG, third.read_to_end(&mut answer)).await.unwrap().unwrap();
    assert!(String::from_utf8_lossy(&answer).ends_with("hello"));
}

#[tokio::test]
async fn a_stop_lets_running_requests_finish_and_cuts_those_that_hang() {
    let running = start(100, Patience { head: LONG, request: LONG, ..short() }).await;
    let asked = |path: &'static str| async move {
        let mut stream = TcpStream::connect(running.address).await.unwrap();
        stream.write_all(format!("GET {path} HTTP/1.1\r\nHost: x\r\n\r\n").as_bytes()).await.unwrap();
        stream
    };
    let (mut slow, _stuck, _idle) = (asked("/slow").await, asked("/stuck").await, asked("/").await);
    tokio::time::sleep(SHORT / 4).await;
    let begin = Instant::now();
    running.stop.send(()).unwrap();
    let mut answer = Vec::new();
    timeout(LONG, slow.read_to_end(&mut answer)).await.unwrap().unwrap();
    assert!(String::from_utf8_lossy(&answer).ends_with("slow"), "finished");
    running.ended.await.unwrap();
    assert!(begin.elapsed() < SHORT * 6, "stopped after {:?}", begin.elapsed());
    assert!(TcpStream::connect(running.address).await.is_err(), "nobody new is let in");
}
