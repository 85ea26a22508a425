//! Serving a router over HTTP/1.1, with patience that ends.
//!
//! Not `axum::serve`: that never drops a client that connects and keeps silent. Here every wait has an end: for a head, for a
//! whole request, for a client that does not read its answer, for the last requests after a stop. HTTP/2 and TLS belong to
//! the proxy in front.

mod impatient;

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderValue, Request, Response, StatusCode, header};
use axum::response::IntoResponse as _;
use axum::routing::get;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;
use tower::ServiceExt as _;

use crate::front::Front;
use crate::services::Services;
use crate::store::StoreError;
use impatient::Impatient;

/// How long a client may take.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// To send the head of a request; also how long a connection may idle between two requests.
    pub head: Duration,
    /// To send a whole request and get the beginning of its answer.
    pub request: Duration,
    /// To read the next piece of an answer.
    pub reading: Duration,
    /// To finish what is running once the server stops.
    pub farewell: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(10),
            request: Duration::from_secs(30),
            reading: Duration::from_secs(30),
            farewell: Duration::from_secs(10),
        }
    }
}

/// Serves `router` until `stop` resolves, then lets running requests finish. At most `connections` at a time; more wait
/// outside. Handlers find the address of the peer as [`ConnectInfo<SocketAddr>`](ConnectInfo).
pub async fn serve(
    listener: TcpListener,
    router: Router,
    connections: usize,
    patience: Patience,
    stop: impl Future<Output = ()>,
) {
    let seats = Arc::new(Semaphore::new(connections));
    let (stopping, stopped) = watch::channel(false);
    let mut open = JoinSet::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let accepted = async {
            let seat = seats.clone().acquire_owned().await;
            (listener.accept().await, seat)
        };
        tokio::select! {
            () = &mut stop => break,
            (accepted, seat) = accepted => match accepted {
                Ok((stream, _)) => {
                    let connection = converse(stream, router.clone(), patience, stopped.clone());
                    open.spawn(async move {
                        connection.await;
                        drop(seat);
                    });
                }
                Err(error) => {
                    // Out of file descriptors, most likely: give others time to close theirs.
                    tracing::warn!(%error, "connection not accepted");
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
            },
            Some(_) = open.join_next() => {}
        }
    }
    drop(listener);
    let _ = stopping.send(true);
    let all = async { while open.join_next().await.is_some() {} };
    if tokio::time::timeout(patience.farewell, all).await.is_err() {
        tracing::warn!(connections = open.len(), "connections were cut off");
        open.shutdown().await;
    }
}

/// Resolves when the process is asked to stop: SIGTERM or Ctrl-C.
pub async fn asked_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    match (signal(SignalKind::terminate()), signal(SignalKind::interrupt())) {
        (Ok(mut terminate), Ok(mut interrupt)) => {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
        }
        // Without signals only a kill stops the process, and what was acknowledged is on disk.
        _ => std::future::pending().await,
    }
}

/// `/healthz`: the process runs. `/readyz`: it can read and write, and has for each house a key to seal to, so send it visitors.
pub fn health(services: Services, fronts: &[Arc<Front>]) -> Router {
    let fronts: Arc<[Arc<Front>]> = fronts.into();
    let ready = move || {
        let (services, fronts) = (services.clone(), fronts.clone());
        async move {
            match is_ready(&services, &fronts).await {
                Ok(()) => plain(StatusCode::OK, "ready\n"),
                Err(error) => {
                    tracing::warn!(%error, "not ready");
                    plain(StatusCode::SERVICE_UNAVAILABLE, "not ready\n")
                }
            }
        }
    };
    Router::new().route("/healthz", get(|| async { plain(StatusCode::OK, "ok\n") })).route("/readyz", get(ready))
}

async fn is_ready(services: &Services, fronts: &[Arc<Front>]) -> Result<(), StoreError> {
    services.store.ready(services.clock.now()).await?;
    for front in fronts {
        // People would fill in all steps before they hear that nothing can be stored.
        front.sealing_keys().await?;
    }
    Ok(())
}

fn plain(status: StatusCode, text: &'static str) -> Response<Body> {
    (status, [(header::CACHE_CONTROL, "no-store"), (header::CONTENT_TYPE, "text/plain")], text).into_response()
}

/// One connection, from its first byte to its last.
async fn converse(stream: TcpStream, router: Router, patience: Patience, mut stopped: watch::Receiver<bool>) {
    let Ok(peer) = stream.peer_addr() else { return };
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request: Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        answer(router.clone(), request, patience.request)
    });
    let io = TokioIo::new(Impatient::new(stream, patience.reading));
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(patience.head);
    let mut connection = std::pin::pin!(http.serve_connection(io, service));
    let stop = async { drop(stopped.wait_for(|stopped| *stopped).await) };
    let outcome = tokio::select! {
        outcome = connection.as_mut() => outcome,
        () = stop => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(error) = outcome {
        // Clients go away all day; whom it was is nobody's business.
        tracing::debug!(%error, "connection ended");
    }
}

async fn answer(router: Router, request: Request<Body>, patience: Duration) -> Result<Response<Body>, Infallible> {
    if let Ok(response) = tokio::time::timeout(patience, router.oneshot(request)).await {
        return response;
    }
    let mut response = plain(StatusCode::REQUEST_TIMEOUT, "");
    response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    Ok(response)
}
