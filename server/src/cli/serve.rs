//! `zvh serve`: loads everything, or says what is missing, and serves until asked to stop.

use std::io::IsTerminal as _;
use std::sync::Arc;

use axum::Router;
use tokio::net::TcpListener;

use super::{Failure, keys, open_store};
use crate::clock::SystemClock;
use crate::config::{Config, NO_PROXY_NAMED};
use crate::front::{Front, FrontError};
use crate::http;
use crate::jobs::Jobs;
use crate::mail::{Mailer, Texts};
use crate::outbox::{Letters, Worker};
use crate::random::SystemRandom;
use crate::retention::Keeper;
use crate::seal::key_file::existing;
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
    if config.houses.is_empty() {
        return Err(Failure::Said(format!("{} holds no house: change `content`", config.content.display())));
    }
    let store = open_store(&config).await?;
    for address in &config.houses {
        make_first_keys(&config, &address.house, &store).await?;
    }
    let services = Services::new(config, store, Arc::new(SystemClock), Arc::new(SystemRandom));
    if services.config.has_proxy() && services.config.trusted_proxy.is_none() {
        tracing::warn!("limits on posts go by the address of who connects: {NO_PROXY_NAMED}");
    }
    let fronts = open_all(&services)?;
    let door = open_door(&services.config).await?;
    let site = match changes {
        Changes::Wait => http::houses(&fronts),
        Changes::Show => watched(services.clone(), &fronts)?,
    };
    run(services, &fronts, door, site).await
}

/// Where visitors come in.
pub(super) async fn open_door(config: &Config) -> Result<TcpListener, Failure> {
    let listener = TcpListener::bind(config.listen).await;
    listener.map_err(|error| {
        Failure::Said(format!("{}: {error}; stop what listens there or change `listen`", config.listen))
    })
}

/// Serves these houses with all that happens in the background, until asked to stop.
pub(super) async fn run(
    services: Services,
    fronts: &[Arc<Front>],
    door: TcpListener,
    site: Router,
) -> Result<(), Failure> {
    let config = services.config.clone();
    for front in fronts {
        front.known_key().await?;
    }
    let worker = mail_worker(&services, fronts)?;
    let keepers = fronts.iter().map(|front| Keeper::of(front)).collect();
    let jobs = Jobs::start(worker, keepers, services.store.clone(), services.clock.clone(), services.bell.clone());
    for front in fronts {
        // Closing days may have changed while it was down, and they move what must be done by when.
        services.store.queue().unsettle(front.house()).await?;
        tracing::info!(listen = %config.listen, house = front.house(), url = front.address.public_url, "serving");
    }
    let router = health(services.clone(), fronts).merge(site);
    serve_router(door, router, config.limits.connections, Patience::default(), asked_to_stop()).await;
    tracing::info!("stopping");
    jobs.stop().await;
    services.store.close().await;
    Ok(())
}

/// All houses, loaded anew whenever their words or the built files change.
fn watched(services: Services, fronts: &[Arc<Front>]) -> Result<Router, Failure> {
    let folders = [services.config.content.clone(), services.config.assets.clone()];
    let load = move || Ok(http::houses(&open_all(&services)?));
    Ok(watch::reloading(http::houses(fronts), &folders, load)?)
}

fn open_all(services: &Services) -> Result<Vec<Arc<Front>>, FrontError> {
    services.config.houses.iter().map(|address| Front::load(services.clone(), address.clone())).collect()
}

fn mail_worker(services: &Services, fronts: &[Arc<Front>]) -> Result<Worker, Failure> {
    let config = &services.config;
    let letters = |front: &Arc<Front>| -> Result<_, Failure> {
        let texts = Texts::load(&config.content, front.house())?;
        Ok((front.house().to_owned(), Letters { key: front.mail_key.clone(), texts }))
    };
    Ok(Worker {
        store: services.store.clone(),
        houses: fronts.iter().map(letters).collect::<Result<_, _>>()?,
        mailer: Mailer::new(&config.mail, &config.var)?,
        clock: services.clock.clone(),
        random: services.random.clone(),
    })
}

/// The very first start makes keys, so that trying the program takes one command. Only where someone reads along: private
/// keys do not belong in a log. And never once there are referrals: their keys were lost, not never made.
async fn make_first_keys(config: &Config, house: &str, store: &Store) -> Result<(), Failure> {
    let folder = config.keys(house);
    if existing(&folder).is_some() {
        return Ok(());
    }
    if store.referrals().list().await?.iter().any(|referral| referral.house == house) {
        return Err(Failure::Said(format!(
            "{} holds no keys, but there are referrals: put the key files back from the backup",
            folder.display()
        )));
    }
    if !std::io::stdout().is_terminal() {
        return Err(Failure::Said(format!(
            "{house} has no keys yet: run `zvh keys init --house {house} --out <file>` first"
        )));
    }
    keys::make(config, house, store, None).await
}
