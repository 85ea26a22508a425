//! `zvh serve`: loads everything, or says what is missing, and serves until asked to stop.

use std::io::IsTerminal as _;
use std::sync::Arc;

use axum::Router;
use tokio::net::TcpListener;

use super::{Failure, keys, open_store};
use crate::clock::SystemClock;
use crate::config::Config;
use crate::front::Front;
use crate::http;
use crate::jobs::{Bell, Jobs};
use crate::mail::{Mailer, Texts};
use crate::outbox::Worker;
use crate::random::SystemRandom;
use crate::seal::key_file::existing;
use crate::seal::keys::PublicKeys;
use crate::seal::mail_key::MailKey;
use crate::serve::{Patience, asked_to_stop, health, serve as serve_router};
use crate::services::Services;
use crate::store::Store;
use crate::watch;

/// What becomes of a file that changes while the program runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Changes {
    /// It is read at the next start.
    Wait,
    /// It shows at once.
    Show,
}

impl Changes {
    pub(super) const fn asked(watch: bool) -> Self {
        if watch { Self::Show } else { Self::Wait }
    }
}

pub(super) async fn serve(config: Config, changes: Changes) -> Result<(), Failure> {
    let store = open_store(&config).await?;
    make_first_keys(&config, &store).await?;
    let services = Services {
        keys: Arc::new(PublicKeys::load(&config.keys())?),
        mail_key: Arc::new(MailKey::load(&config.keys())?),
        clock: Arc::new(SystemClock),
        random: Arc::new(SystemRandom),
        bell: Bell::default(),
        config: Arc::new(config),
        store,
    };
    let config = services.config.clone();
    let front = Front::load(services.clone())?;
    let worker = mail_worker(&services)?;
    let listener = TcpListener::bind(config.listen).await.map_err(|error| {
        Failure::Said(format!("{}: {error}; stop what listens there or change `listen`", config.listen))
    })?;
    let site = match changes {
        Changes::Wait => http::router(front),
        Changes::Show => watched(front)?,
    };
    let jobs = Jobs::start(worker, services.store.clone(), services.clock.clone(), services.bell.clone());
    tracing::info!(address = %config.listen, house = %config.house, "serving");
    let router = health(services.clone()).merge(site);
    serve_router(listener, router, config.limits.connections, Patience::default(), asked_to_stop()).await;
    tracing::info!("stopping");
    jobs.stop().await;
    services.store.close().await;
    Ok(())
}

/// The site, loaded anew whenever its words or the built files change.
fn watched(front: Arc<Front>) -> Result<Router, Failure> {
    let services = front.services.clone();
    let folders = [services.config.content.clone(), services.config.assets.clone()];
    let load = move || Front::load(services.clone()).map(http::router);
    Ok(watch::reloading(http::router(front), &folders, load)?)
}

fn mail_worker(services: &Services) -> Result<Worker, Failure> {
    let config = &services.config;
    Ok(Worker {
        store: services.store.clone(),
        key: services.mail_key.clone(),
        house: config.house.clone(),
        texts: Texts::load(&config.content, &config.house)?,
        mailer: Mailer::new(&config.mail, &config.var)?,
        clock: services.clock.clone(),
        random: services.random.clone(),
    })
}

/// The very first start makes keys, so that trying the program takes one command. Only where someone reads along: private
/// keys do not belong in a log. And never once there are referrals: their keys were lost, not never made.
async fn make_first_keys(config: &Config, store: &Store) -> Result<(), Failure> {
    if existing(&config.keys()).is_some() {
        return Ok(());
    }
    if !store.referrals().list().await?.is_empty() {
        return Err(Failure::Said(format!(
            "{} holds no keys, but there are referrals: put the key files back from the backup",
            config.keys().display()
        )));
    }
    if !std::io::stdout().is_terminal() {
        return Err(Failure::Said("there are no keys yet: run `zvh keys init --out <file>` first".into()));
    }
    keys::make(config, store, None).await
}
