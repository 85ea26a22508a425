//! `zvh demo`: invented submissions in the store, on the way that real ones go, to try the program.

use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use domain::check::check;
use domain::fiction::{self, Chance, invented};
use domain::form::{Entry, Form};
use domain::summary::summary;

use super::{Failure, forms, keys, open_store};
use crate::clock::{Clock as _, MovableClock, SystemClock};
use crate::config::Config;
use crate::front::Front;
use crate::intake::places;
use crate::intake::submission::{self, Mails, Outgoing, Sent, Source};
use crate::jobs::Bell;
use crate::random::{SystemRandom, bytes};
use crate::seal::draft::DraftSecret;
use crate::seal::key_file::write_new;
use crate::services::Services;

#[derive(clap::Args)]
pub(super) struct Demo {
    /// Short name of the house; may be left out where there is only one
    #[arg(long, value_name = "HOUSE")]
    house: Option<String>,
    /// How many submissions
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    count: u32,
    /// Only of this form [default: all forms of the house]
    #[arg(long, value_name = "FORM")]
    form: Option<String>,
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
/// New stories for a submission that asks for a room that can't be had: it is taken, or the house is closed then.
const TRIES: usize = 500;

/// What was stored, and the code by which its sender would follow it.
struct Stored {
    reference: String,
    code: String,
}

pub(super) async fn obey(demo: &Demo, config: Config) -> Result<(), Failure> {
    if let Some(file) = demo.codes.as_deref().filter(|file| file.as_os_str() != SCREEN && file.exists()) {
        return Err(Failure::Said(format!("{} exists: name a new file for the codes", file.display())));
    }
    let house = keys::chosen(&config, demo.house.as_deref())?.to_owned();
    let store = open_store(&config).await?;
    if store.referrals().any_real().await? && !demo.among_real {
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
    let services = Services {
        clock: clock.clone(),
        random: Arc::new(SystemRandom),
        bell: Bell::default(),
        config: Arc::new(config),
        store,
    };
    let front = Front::load(services, address)?;
    let seed = demo.seed.map_or_else(|| bytes(&SystemRandom).map(u64::from_le_bytes), Ok)?;
    let mut chance = Chance::new(seed);
    let forms = forms_of(&front, demo.form.as_deref())?;
    let mut stored = Vec::new();
    for moment in moments(now, demo.count, &mut chance) {
        clock.set(moment);
        let form = chance.pick(&forms);
        let mails = if demo.mail { Mails::Sent } else { Mails::None };
        stored.push(store_one(&front, form, mails, &mut chance).await?);
        progress(stored.len(), demo.count)?;
    }
    front.services.store.close().await;
    if let Some(file) = &demo.codes {
        give(&stored, file)?;
    }
    writeln!(std::io::stderr(), "{} invented submissions written for {house}, seed {seed}", stored.len())?;
    Ok(())
}

/// The forms that someone could send by themselves. A contribution takes an invitation, the newsletter a mailbox that answers, a room
/// a house with rooms.
fn forms_of(front: &Front, named: Option<&str>) -> Result<Vec<&'static Form>, Failure> {
    let context = front.context();
    let can_be_sent = |form: &&'static Form| {
        form.entry != Entry::Invited && fiction::submission(form, &context, invented, &mut Chance::new(1)).is_some()
    };
    let Some(slug) = named else {
        let used = front.content.forms.iter().filter_map(|form| domain::forms::find(form.slug));
        return Ok(used.filter(can_be_sent).collect());
    };
    let form = forms::named(slug)?;
    if !front.content.forms.iter().any(|used| used.slug == slug) {
        return Err(Failure::Said(format!(
            "{} switched the form {slug} off (`forms_off` in house.toml)",
            front.house()
        )));
    }
    if !can_be_sent(&form) {
        return Err(Failure::Said(format!(
            "nobody can send {slug} by itself: it takes an invitation or a mailbox that answers, or this house offers nothing to choose from in it"
        )));
    }
    Ok(vec![form])
}

/// Moments in the last weeks, the earliest first.
fn moments(now: DateTime<Utc>, count: u32, chance: &mut Chance) -> Vec<DateTime<Utc>> {
    let minutes = u32::try_from(TimeDelta::weeks(WEEKS).num_minutes()).unwrap_or(u32::MAX);
    let mut moments: Vec<_> =
        (0..count).map(|_| now - TimeDelta::minutes(i64::from(1 + chance.below(minutes)))).collect();
    moments.sort_unstable();
    moments
}

async fn store_one(front: &Front, form: &'static Form, mails: Mails, chance: &mut Chance) -> Result<Stored, Failure> {
    let context = front.context();
    for _ in 0..TRIES {
        let Some(answers) = fiction::submission(form, &context, invented, chance) else { continue };
        let verdict = check(form, &answers, &context);
        let shown = summary(form, &answers, &context);
        if places::not_free(front, form, &verdict.accepted).await?.is_some() {
            continue;
        }
        let secret = DraftSecret::generate(&*front.services.random)?;
        let outgoing =
            Outgoing { form, secret: &secret, accepted: &verdict.accepted, shown: &shown, from: Source::Nobody(mails) };
        if let Sent::As(reference) = submission::accept(front, &outgoing).await? {
            return Ok(Stored { reference, code: secret.follow().code().to_string() });
        }
    }
    Err(Failure::Said(format!("{} is full: each place that was tried is taken", form.slug)))
}

/// Only where someone looks on.
fn progress(done: usize, count: u32) -> Result<(), Failure> {
    let mut screen = std::io::stderr();
    if screen.is_terminal() {
        let end = if done == count as usize { "\n" } else { "" };
        write!(screen, "\r{done} of {count}{end}")?;
    }
    Ok(())
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
