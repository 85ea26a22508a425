//! `zvh demo --count`: invented submissions in the store, on the way that real ones go, to try the program and to measure it.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use domain::fiction::Chance;
use domain::form::Form;
use domain::referral::Status;

use super::{progress, seed};
use crate::cli::{Failure, forms, keys, open_store};
use crate::clock::{Clock as _, MovableClock, SystemClock};
use crate::config::Config;
use crate::demo::fill::{Arrival, House, arrivals};
use crate::demo::plan::{Scene, can_be_sent, scenes};
use crate::demo::staff::appointed;
use crate::demo::{Mails, Stored};
use crate::front::Front;
use crate::random::SystemRandom;
use crate::seal::key_file::write_new;
use crate::services::Services;

#[derive(clap::Args)]
pub(in crate::cli) struct Fill {
    /// Short name of the house; may be left out where there is only one
    #[arg(long, value_name = "HOUSE")]
    house: Option<String>,
    /// How many submissions
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    count: u32,
    /// Only of this form [default: all forms of the house]
    #[arg(long, value_name = "FORM")]
    form: Option<String>,
    /// With all that the desk did to them, in every state; invented colleagues are appointed
    #[arg(long)]
    handled: bool,
    /// The same number tells the same stories; keys, codes and references are new each time [default: any]
    #[arg(long, value_name = "NUMBER")]
    seed: Option<u64>,
    /// Mail about them as about any other: the receipts go nowhere (.example), the notices to the house
    #[arg(long)]
    mail: bool,
    /// Write into a database that holds real submissions too
    #[arg(long)]
    among_real: bool,
    /// Give reference and follow code of each: on the screen, or in a new file of your own
    #[arg(long, value_name = "FILE", num_args = 0..=1, default_missing_value = SCREEN)]
    codes: Option<PathBuf>,
}

const SCREEN: &str = "-";
/// They came in over so many weeks before now.
const WEEKS: i64 = 6;
/// How many are written at once: their writes share a commit.
const LANES: usize = 32;

pub(super) async fn fill(fill: &Fill, config: Config) -> Result<(), Failure> {
    if let Some(file) = fill.codes.as_deref().filter(|file| file.as_os_str() != SCREEN && file.exists()) {
        return Err(Failure::Said(format!("{} exists: name a new file for the codes", file.display())));
    }
    let house = keys::chosen(&config, fill.house.as_deref())?.to_owned();
    let store = open_store(&config).await?;
    if store.referrals().any_real().await? && !fill.among_real {
        return Err(Failure::Said(
            "this database holds real submissions. Invented ones look like them in every list and no command takes them out \
             again: choose another `var` or `database.url`, or add --among-real"
                .into(),
        ));
    }
    let now = SystemClock.now();
    let clock = Arc::new(MovableClock::at(now));
    let address = config.houses.iter().find(|address| address.house == house).cloned();
    let address = address.ok_or_else(|| Failure::Said(format!("{house} has no address in `houses`")))?;
    let services = Services::new(config, store, clock.clone(), Arc::new(SystemRandom));
    let front = Front::load(services, address)?;
    let seed = seed(fill.seed)?;
    let mut chance = Chance::new(seed);
    let forms = forms_of(&front, fill.form.as_deref())?;
    let count = fill.count as usize;
    let (staff, arrivals) = if fill.handled {
        let scenes = scenes(&forms, &front.context(), count);
        (appointed(&front, now).await?, arrivals(scenes, now, &mut chance))
    } else {
        (Vec::new(), just_received(&forms, now, count, &mut chance))
    };
    let mails = if fill.mail { Mails::Sent } else { Mails::None };
    let house = House { front: &front, clock: &clock, staff: Arc::new(staff), mails, lanes: LANES };
    let stored = house.fill(arrivals, &mut chance, |done| progress(done, count)).await?;
    front.services.store.close().await;
    if let Some(file) = &fill.codes {
        give(&stored, file)?;
    }
    let written = stored.len();
    writeln!(std::io::stderr(), "{written} invented submissions written for {}, seed {seed}", front.house())?;
    Ok(())
}

/// The forms that someone could send by themselves, or the one that is named.
fn forms_of(front: &Front, named: Option<&str>) -> Result<Vec<&'static Form>, Failure> {
    let context = front.context();
    let Some(slug) = named else {
        let used = front.content.forms.iter().filter_map(|form| domain::forms::find(form.slug));
        return Ok(used.filter(|form| can_be_sent(form, &context)).collect());
    };
    let form = forms::named(slug)?;
    if !front.content.forms.iter().any(|used| used.slug == slug) {
        return Err(Failure::Said(format!(
            "{} switched the form {slug} off (`forms_off` in house.toml)",
            front.house()
        )));
    }
    if !can_be_sent(form, &context) {
        return Err(Failure::Said(format!(
            "nobody can send {slug} by itself: it takes an invitation or a mailbox that answers, or this house offers nothing to choose from in it"
        )));
    }
    Ok(vec![form])
}

/// Nothing happened to them yet; they came in over the last weeks.
fn just_received(forms: &[&'static Form], now: DateTime<Utc>, count: usize, chance: &mut Chance) -> Vec<Arrival> {
    let minutes = u32::try_from(TimeDelta::weeks(WEEKS).num_minutes()).unwrap_or(u32::MAX);
    let mut one = || {
        let received = now - TimeDelta::minutes(i64::from(1 + chance.below(minutes)));
        let form = chance.pick(forms);
        (received, Scene { form, status: Status::Received, outcome: None, days_ago: 0, handled_in: 0 })
    };
    (0..count).map(|_| one()).collect()
}

fn give(stored: &[Stored], file: &Path) -> Result<(), Failure> {
    let lines: String = stored.iter().flat_map(|one| [&one.reference, "  ", &one.code, "\n"]).collect();
    if file.as_os_str() == SCREEN {
        std::io::stdout().write_all(lines.as_bytes())?;
        return Ok(());
    }
    write_new(file, lines.as_bytes(), 0o600)?;
    writeln!(std::io::stderr(), "references and follow codes written to {}", file.display())?;
    Ok(())
}
