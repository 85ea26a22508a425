//! Live reload, for who writes the words of a house: a saved file shows in the open browser at once.
//!
//! Everything is loaded anew into a router of its own, which takes the place of the old one; requests that run end where they
//! began. What can't be loaded changes nothing but a notice above every page, with file, line and mend. Pages get a script
//! that waits for the next version; without `--watch` none of this exists.

mod page;

use std::path::PathBuf;
use std::sync::{Arc, RwLock};
use std::time::{Duration, Instant};

use app::development::{CHANGES, SCRIPT, SHEET};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::header;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use futures_util::stream::{self, Stream};
use notify::{RecommendedWatcher, RecursiveMode, Watcher as _};
use tokio::sync::{mpsc, watch};
use tower::ServiceExt as _;

use crate::front::FrontError;
use crate::http::dressed::{ask_for_plain, dressed};
use crate::serve::asked_to_stop;

/// An editor saves in several steps, and a build writes many files: this long nothing must have happened.
const SETTLED: Duration = Duration::from_millis(60);

const RELOAD: &str = include_str!("watch/reload.js");
const FAULTS: &str = include_str!("watch/faults.css");

/// What is on show.
struct Stage {
    shown: RwLock<Shown>,
    version: watch::Sender<usize>,
}

#[derive(Clone)]
struct Shown {
    router: Router,
    /// What is wrong with the files that came after it.
    faults: Vec<String>,
}

/// Shows `first`, and whatever `load` gives after a change in one of the folders.
pub fn reloading(
    first: Router,
    folders: &[PathBuf],
    load: impl Fn() -> Result<Router, FrontError> + Send + Sync + 'static,
) -> Result<Router, notify::Error> {
    let (version, _) = watch::channel(0);
    let stage = Arc::new(Stage { shown: RwLock::new(Shown { router: first, faults: Vec::new() }), version });
    let (told, changes) = mpsc::unbounded_channel();
    let watcher = look_at(folders, told)?;
    tokio::spawn(follow(watcher, changes, stage.clone(), Arc::new(load)));
    let routes = Router::new()
        .route(CHANGES, get(versions))
        .route(SCRIPT, get(|| async { ([(header::CONTENT_TYPE, "text/javascript"), NEVER_KEPT], RELOAD) }))
        .route(SHEET, get(|| async { ([(header::CONTENT_TYPE, "text/css"), NEVER_KEPT], FAULTS) }))
        .fallback(show);
    Ok(routes.with_state(stage))
}

const NEVER_KEPT: (header::HeaderName, &str) = (header::CACHE_CONTROL, "no-store");

fn look_at(folders: &[PathBuf], told: mpsc::UnboundedSender<()>) -> Result<RecommendedWatcher, notify::Error> {
    let mut watcher = notify::recommended_watcher(move |event: Result<notify::Event, notify::Error>| {
        // Reading a file is an event too, and a load reads them all.
        if event.is_ok_and(|event| !event.kind.is_access()) {
            let _ = told.send(());
        }
    })?;
    for folder in folders {
        watcher.watch(folder, RecursiveMode::Recursive)?;
    }
    Ok(watcher)
}

/// Loads after every change, until nobody looks any more.
async fn follow(
    watcher: RecommendedWatcher,
    mut changes: mpsc::UnboundedReceiver<()>,
    stage: Arc<Stage>,
    load: Arc<impl Fn() -> Result<Router, FrontError> + Send + Sync + 'static>,
) {
    while changes.recv().await.is_some() {
        while let Ok(Some(())) = tokio::time::timeout(SETTLED, changes.recv()).await {}
        let load = load.clone();
        let begin = Instant::now();
        match tokio::task::spawn_blocking(move || load()).await {
            Ok(Ok(router)) => {
                tracing::info!(took = ?begin.elapsed(), "loaded anew");
                stage.show(|shown| *shown = Shown { router, faults: Vec::new() });
            }
            Ok(Err(error)) => {
                let faults: Vec<_> = error.to_string().lines().map(str::to_owned).collect();
                for fault in &faults {
                    tracing::error!("{fault}");
                }
                stage.show(|shown| shown.faults = faults);
            }
            Err(panic) => tracing::error!(%panic, "the load broke off"),
        }
    }
    drop(watcher);
}

impl Stage {
    fn show(&self, change: impl FnOnce(&mut Shown)) {
        if let Ok(mut shown) = self.shown.write() {
            change(&mut shown);
        }
        self.version.send_modify(|version| *version += 1);
    }

    fn now(&self) -> Shown {
        self.shown.read().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }
}

async fn show(State(stage): State<Arc<Stage>>, mut request: Request) -> Response {
    let Shown { router, faults } = stage.now();
    ask_for_plain(&mut request);
    match router.oneshot(request).await {
        Ok(response) => dressed(response, |html| page::with_news(&html, &faults)).await,
        Err(never) => match never {},
    }
}

/// The version that is shown, and each that comes after it.
async fn versions(State(stage): State<Arc<Stage>>) -> Response {
    let mut version = stage.version.subscribe();
    version.mark_changed();
    Sse::new(each(version)).keep_alive(KeepAlive::default()).into_response()
}

fn each(version: watch::Receiver<usize>) -> impl Stream<Item = Result<Event, std::convert::Infallible>> {
    stream::unfold(version, |mut version| async move {
        tokio::select! {
            // An open page must not hold up the end of the program.
            () = asked_to_stop() => None,
            changed = version.changed() => {
                changed.ok()?;
                let number = *version.borrow_and_update();
                // Another process begins to count anew.
                let event = Event::default().data(format!("{}-{number}", std::process::id()));
                Some((Ok(event), version))
            }
        }
    })
}
