//! `zvh demo serve`: a house full of what nobody sent, in one command, with a clock that can be moved.
//!
//! It has a folder of its own, with database, keys and the codes of those keys: whoever has the folder can read everything in it. A real
//! house keeps its codes off the machine. Nothing but what a demonstration made is ever opened.

mod folder;

use std::io::Write as _;
use std::path::PathBuf;
use std::sync::Arc;

use domain::fiction::Chance;
use domain::forms;
use zeroize::Zeroizing;

use self::folder::{CODES, Folder, Stays};
use super::{progress, seed};
use crate::cli::{Failure, keys, open_store, serve};
use crate::clock::{Clock as _, MovableClock, ShiftedClock, SystemClock};
use crate::config::{Config, HouseAddress};
use crate::content;
use crate::demo::Mails;
use crate::demo::clock::{Demo, kept_shift};
use crate::demo::fill::{House, arrivals};
use crate::demo::plan::{can_be_sent, scenes};
use crate::demo::staff::{KeptCodes, WayIn, appointed, ways_in};
use crate::front::{Front, FrontError};
use crate::random::SystemRandom;
use crate::seal::key_file::existing;
use crate::services::Services;
use crate::store::Store;

#[derive(clap::Args)]
pub(in crate::cli) struct Serve {
    /// Short name of the house [default: the one that says in its house.toml that it is invented]
    #[arg(long, value_name = "HOUSE")]
    house: Option<String>,
    /// How many referrals
    #[arg(long, value_name = "N", default_value_t = 120, value_parser = clap::value_parser!(u32).range(1..))]
    count: u32,
    /// The same number tells the same stories [default: any]
    #[arg(long, value_name = "NUMBER")]
    seed: Option<u64>,
    /// Keep it in this folder, and go on with it the next time [default: a new one that goes at the end]
    #[arg(long, value_name = "DIR")]
    var: Option<PathBuf>,
}

/// How far the clock is ahead.
const SHIFT: &str = "demo-clock";

pub(super) async fn serve(serve: Serve, config: Config) -> Result<(), Failure> {
    let house = match &serve.house {
        Some(house) => house.clone(),
        None => invented(&config)?,
    };
    if !config.content.join(&house).join("house.toml").is_file() {
        return Err(Failure::Said(format!("{} holds no house {house}", config.content.display())));
    }
    let folder = Folder::of(serve.var.as_deref())?;
    let outcome = show(&serve, folder.settings(config, &house), &folder).await;
    folder.leave();
    outcome
}

/// The house that does not exist.
fn invented(config: &Config) -> Result<String, Failure> {
    for HouseAddress { house, .. } in &config.houses {
        if content::load(&config.content.join(house)).map_err(FrontError::from)?.settings.invented {
            return Ok(house.clone());
        }
    }
    Err(Failure::Said("no house says `invented = true` in its house.toml: name one with --house".into()))
}

/// The one house of the settings of a demonstration.
fn house_of(config: &Config) -> &str {
    config.houses.first().map_or("", |address| &address.house)
}

async fn show(serve: &Serve, config: Config, folder: &Folder) -> Result<(), Failure> {
    // Before the work: nobody waits for a house that can't be entered.
    let door = serve::open_door(&config).await?;
    let store = open_store(&config).await?;
    let codes = codes(&config, house_of(&config), &store, folder).await?;
    let config = Arc::new(config);
    if store.members().of(house_of(&config)).await?.is_empty() {
        fill(serve, config.clone(), store.clone()).await?;
    }
    let clock = Arc::new(ShiftedClock::by(kept_shift(&folder.path.join(SHIFT))));
    let services = Services::new(config, store, clock.clone(), Arc::new(SystemRandom));
    let front = front(services.clone())?;
    let demo = Arc::new(Demo { front: front.clone(), clock, codes, shift_file: folder.path.join(SHIFT) });
    demo.settle().await;
    tell(&front, &ways_in(&front, demo.front.now()).await?, folder)?;
    serve::run(services, &[front], door, demo.router()).await
}

/// Fills a new house.
async fn fill(serve: &Serve, config: Arc<Config>, store: Store) -> Result<(), Failure> {
    let now = SystemClock.now();
    let clock = Arc::new(MovableClock::at(now));
    let services = Services::new(config, store, clock.clone(), Arc::new(SystemRandom));
    let front = front(services)?;
    let context = front.context();
    let used = front.content.forms.iter().filter_map(|form| forms::find(form.slug));
    let forms: Vec<_> = used.filter(|form| can_be_sent(form, &context)).collect();
    let mut chance = Chance::new(seed(serve.seed)?);
    let count = serve.count as usize;
    let arrivals = arrivals(scenes(&forms, &context, count), now, &mut chance);
    let staff = Arc::new(appointed(&front, now).await?);
    let house = House { front: &front, clock: &clock, staff, mails: Mails::None, lanes: 1 };
    house.fill(arrivals, &mut chance, |done| progress(done, count)).await?;
    Ok(())
}

fn front(services: Services) -> Result<Arc<Front>, Failure> {
    let address = services.config.houses.first().cloned();
    let address = address.ok_or_else(|| Failure::Said("a demonstration takes a house".into()))?;
    Ok(Front::load(services, address)?)
}

/// The codes of the keys, made the first time.
async fn codes(config: &Config, house: &str, store: &Store, folder: &Folder) -> Result<KeptCodes, Failure> {
    let file = folder.path.join(CODES);
    if existing(&config.keys(house)).is_none() {
        keys::write(config, house, store, Some(&file)).await?;
    }
    let letter = Zeroizing::new(std::fs::read_to_string(&file)?);
    let code = |heading: &str| {
        let after = letter.lines().skip_while(|line| !line.starts_with(heading)).nth(1);
        let code = after.map(str::trim).filter(|code| !code.is_empty());
        code.map(|code| Zeroizing::new(code.to_owned())).ok_or_else(|| {
            Failure::Said(format!("{} holds no codes of this house: begin anew in another --var", file.display()))
        })
    };
    Ok(KeptCodes { house: code("House key")?, recovery: code("Recovery key")? })
}

/// Everything someone needs to begin.
fn tell(front: &Front, ways: &[WayIn], folder: &Folder) -> Result<(), Failure> {
    let mut screen = std::io::stdout().lock();
    let url = &front.address.public_url;
    writeln!(
        screen,
        "A demonstration of {}: everyone and everything in it is invented.\n",
        front.content.house.name()
    )?;
    writeln!(screen, "    the site       {url}/")?;
    writeln!(screen, "    the desk       {url}{}", app::paths::Desk::Queue)?;
    writeln!(screen, "    the clock      {url}{}\n", app::demo::CLOCK)?;
    writeln!(screen, "Be one of these colleagues: open a link, make a passkey. Each link works once.\n")?;
    for WayIn { role, name, link } in ways {
        let link = link.as_deref().unwrap_or("has a passkey");
        writeln!(screen, "    {:<16} {name:<20} {link}", role.slug())?;
    }
    writeln!(screen, "\nThe codes of its keys lie beside what they open, in {}.", folder.path.join(CODES).display())?;
    writeln!(screen, "Only a demonstration does that.")?;
    match folder.stays {
        Stays::Yes => writeln!(screen, "It stays in {}. Ctrl-C stops it.", folder.path.display())?,
        Stays::No => writeln!(screen, "Ctrl-C stops it, and all of it is gone.")?,
    }
    Ok(screen.flush()?)
}
