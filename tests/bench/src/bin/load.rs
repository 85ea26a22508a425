//! The load: a number of requests over a number of connections that stay open, each connection asking again once it has its
//! answer. Every answer must be 200 and bear exactly the bytes of the body file.
//!
//! `load <address> <path> <file with the body> <connections> <requests>`; ends by itself, after a minute at the latest.

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

/// Longer than this means that something hangs.
const BOUND: Duration = Duration::from_mins(1);

type Fault = Box<dyn Error + Send + Sync>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Fault> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [address, path, body, connections, requests] = words.as_slice() else {
        return Err("usage: load <address> <path> <file with the body> <connections> <requests>".into());
    };
    let ask = Arc::new(Ask { request: request(address, path), body: std::fs::read(body)? });
    let (connections, requests): (usize, usize) = (connections.parse()?, requests.parse()?);
    let mut open = JoinSet::new();
    for index in 0..connections {
        let share = requests / connections + usize::from(index < requests % connections);
        open.spawn(converse(address.clone(), ask.clone(), share));
    }
    let all = async {
        while let Some(done) = open.join_next().await {
            done??;
        }
        Ok(())
    };
    tokio::time::timeout(BOUND, all).await.map_err(|_| "the requests took longer than a minute")?
}

/// What every connection asks, and what it must get.
struct Ask {
    request: Vec<u8>,
    body: Vec<u8>,
}

/// As a browser asks.
fn request(address: &str, path: &str) -> Vec<u8> {
    format!(
        "GET {path} HTTP/1.1\r\nHost: {address}\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\r\n\
         Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\nAccept-Language: nl,en;q=0.7\r\n\
         Accept-Encoding: gzip, deflate, br, zstd\r\nSec-Fetch-Dest: document\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Site: none\r\n\
         Connection: keep-alive\r\n\r\n"
    )
    .into_bytes()
}

async fn converse(address: String, ask: Arc<Ask>, requests: usize) -> Result<(), Fault> {
    let mut stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let mut answer = Vec::with_capacity(ask.body.len() + 4096);
    for _ in 0..requests {
        stream.write_all(&ask.request).await?;
        answer.clear();
        let body_starts = loop {
            if stream.read_buf(&mut answer).await? == 0 {
                return Err("the server closed the connection".into());
            }
            if let Some(end) = answer.windows(4).position(|four| four == b"\r\n\r\n") {
                break end + 4;
            }
        };
        while answer.len() < body_starts + ask.body.len() {
            if stream.read_buf(&mut answer).await? == 0 {
                return Err("the server closed the connection in the middle of an answer".into());
            }
        }
        if !answer.starts_with(b"HTTP/1.1 200 ") || answer[body_starts..] != ask.body {
            return Err("an answer is not 200 with the expected bytes".into());
        }
    }
    Ok(())
}
