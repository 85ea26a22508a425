//! `zvh retention`: what must be destroyed when, destroying what is due, proving what was destroyed.
//!
//! `zvh serve` destroys by itself, every ten minutes; `run` does the same at once.

use std::io::Write as _;
use std::sync::Arc;

use clap::Subcommand;
use domain::regime::Regime;
use domain::retention::Ahead;

use super::{Failure, open_store};
use crate::audit::Actor;
use crate::clock::{Clock as _, SystemClock, today};
use crate::config::Config;
use crate::content;
use crate::front::FrontError;
use crate::retention::{Keeper, ground};
use crate::seal::mail_key::MailKey;
use crate::store::{Kept, Numbered, Store, Within};

#[derive(Subcommand)]
pub(super) enum Retention {
    /// Destroy every record whose last day is over and that nothing holds; the audit trail tells
    Run {
        /// List them; destroy nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// List what goes within a year, the first to go first, what has no last day yet, and what is held
    List,
    /// Check that every tombstone is as it was written
    Verify,
}

/// Lines read at a time.
const PAGE: u64 = 500;

pub(super) async fn obey(command: &Retention, config: &Config) -> Result<(), Failure> {
    let store = open_store(config).await?;
    let outcome = async {
        for address in &config.houses {
            let keeper = keeper(config, &address.house)?;
            match command {
                Retention::Run { dry_run: true } => show_due(&store, &keeper).await?,
                Retention::Run { dry_run: false } => run(&store, &keeper).await?,
                Retention::List => list(&store, &keeper).await?,
                Retention::Verify => verify(&store, &keeper).await?,
            }
        }
        Ok(())
    };
    let outcome = outcome.await;
    store.close().await;
    outcome
}

fn keeper(config: &Config, house: &str) -> Result<Keeper, Failure> {
    let content = content::load(&config.content.join(house)).map_err(FrontError::from)?;
    Ok(Keeper::new(house, &content, Arc::new(MailKey::load(&config.keys(house))?)))
}

async fn run(store: &Store, keeper: &Keeper) -> Result<(), Failure> {
    let count = keeper.round(store, Actor::Operator, SystemClock.now()).await?;
    Ok(writeln!(std::io::stdout(), "{}: {count} destroyed.", keeper.house)?)
}

async fn show_due(store: &Store, keeper: &Keeper) -> Result<(), Failure> {
    let (mut count, mut after, mut unreadable) = (0, String::new(), None);
    loop {
        let batch = keeper.due(store, SystemClock.now(), &after).await?;
        unreadable = unreadable.or(batch.unreadable);
        let Some(last) = batch.last else { break };
        after = last;
        count += batch.due.len();
        for due in batch.due {
            let contributions = match due.contributions.len() {
                0 => String::new(),
                count => format!("  with {count} of colleagues"),
            };
            let (facts, ground) = (&due.facts, ground(&due.facts).slug());
            writeln!(std::io::stdout(), "{}  {}  {ground}{contributions}", facts.reference, facts.form)?;
        }
    }
    writeln!(std::io::stdout(), "{}: {count} to destroy. Nothing is destroyed now.", keeper.house)?;
    unreadable.map_or(Ok(()), |error| Err(error.into()))
}

async fn list(store: &Store, keeper: &Keeper) -> Result<(), Failure> {
    let now = SystemClock.now();
    keeper.due(store, now, "").await?;
    let within = Within { house: keeper.house.clone(), regimes: Regime::ALL.to_vec() };
    let days = (Ahead::Weeks.days(today(now)).0, Ahead::Year.last_day(today(now)));
    let (mut count, mut after) = (0, None);
    loop {
        let page = store.keeping().going(&within, days, after, PAGE).await?;
        let Some(last) = page.last() else { break };
        count += page.len();
        after = last.destroy_on.map(|day| (day, last.reference.clone()));
        for kept in &page {
            show(kept, "")?;
        }
    }
    let mut after = String::new();
    loop {
        let page = store.keeping().endless(&within, &after, PAGE).await?;
        let Some(last) = page.last() else { break };
        count += page.len();
        after.clone_from(&last.reference);
        for kept in &page {
            show(kept, "")?;
        }
    }
    let mut after = String::new();
    loop {
        let page = store.keeping().held(&within, &after, PAGE).await?;
        let Some(last) = page.last() else { break };
        count += page.len();
        after.clone_from(&last.reference);
        for kept in &page {
            show(kept, "  held")?;
        }
    }
    if count == 0 {
        let house = &keeper.house;
        writeln!(
            std::io::stdout(),
            "{house}: nothing goes within a year, everything has a last day, nothing is held."
        )?;
    }
    Ok(())
}

fn show(kept: &Kept, held: &str) -> Result<(), Failure> {
    let last = kept.destroy_on.map_or_else(|| "no end".to_owned(), |day| day.to_string());
    let (reference, form, status) = (&kept.reference, &kept.form, kept.status.slug());
    Ok(writeln!(std::io::stdout(), "{last:<10}  {reference}  {form}  {status}{held}")?)
}

async fn verify(store: &Store, keeper: &Keeper) -> Result<(), Failure> {
    let (mut count, mut wrong, mut after) = (0, 0, String::new());
    loop {
        let page = store.tombstones().by_number(&keeper.house, &after, PAGE).await?;
        let Some(last) = page.last() else { break };
        after.clone_from(&last.reference);
        count += page.len();
        for Numbered { reference, tombstone, .. } in &page {
            let why = match tombstone {
                Ok(tombstone) if keeper.proves(tombstone) => continue,
                Ok(_) => "is not as it was written".to_owned(),
                Err(error) => format!("can not be read: {error}"),
            };
            wrong += 1;
            writeln!(std::io::stderr(), "{reference} {why}")?;
        }
    }
    if wrong > 0 {
        return Err(Failure::Said(format!(
            "{}: {wrong} of {count} tombstones were changed or can not be read, or the mail key is another. Keep this database as evidence",
            keeper.house
        )));
    }
    Ok(writeln!(std::io::stdout(), "{}: {count} tombstones, all as they were written.", keeper.house)?)
}
