//! `zvh newsletter`: send an issue, write out the list, count it.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use domain::steps::newsletter::TOPICS;

use super::keys::chosen;
use super::{Failure, open_store};
use crate::audit::{Actor, Entry, Event};
use crate::clock::{Clock as _, SystemClock};
use crate::config::{Config, HouseAddress};
use crate::content;
use crate::front::FrontError;
use crate::mail::Texts;
use crate::newsletter::{Issue, Sending, Tally, plain, read_list, write_table};
use crate::random::SystemRandom;
use crate::seal::mail_key::MailKey;
use crate::store::Store;

#[derive(Subcommand)]
pub(super) enum Newsletter {
    /// Put an issue into the outbox, a mail for each reader; the same issue twice sends nothing twice
    #[command(after_help = topics())]
    Send(Send),
    /// Write the list as CSV to the screen: who confirmed, since when, about what; the audit trail tells
    #[command(
        after_help = "Names are not in it: they lie sealed in the sign-up (`zvh referral open <reference>`, with a key of the house)."
    )]
    Export {
        /// Short name of the house; may be left out where there is only one
        #[arg(long)]
        house: Option<String>,
    },
    /// Count the lists of all houses
    List,
}

#[derive(Args)]
pub(super) struct Send {
    /// The text: Markdown (.md) or plain text (.txt)
    file: PathBuf,
    /// The subject line
    #[arg(long)]
    subject: String,
    /// Short name of the house; may be left out where there is only one
    #[arg(long)]
    house: Option<String>,
    /// Only to who chose this topic, or chose none
    #[arg(long, value_parser = clap::builder::PossibleValuesParser::new(TOPICS.iter().map(|topic| topic.value)), hide_possible_values = true)]
    topic: Option<String>,
    /// Show the text and how many readers it is for; queue nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn obey(command: Newsletter, config: &Config) -> Result<(), Failure> {
    let store = open_store(config).await?;
    let outcome = match command {
        Newsletter::Send(send) => issue(&store, config, send).await,
        Newsletter::Export { house } => export(&store, config, house.as_deref()).await,
        Newsletter::List => list(&store, config).await,
    };
    store.close().await;
    outcome
}

async fn issue(store: &Store, config: &Config, send: Send) -> Result<(), Failure> {
    let from = address(config, send.house.as_deref())?;
    let key = MailKey::load(&config.keys(&from.house))?;
    // Both are read again when the mails leave; what is wrong there should show now.
    Texts::load(&config.content, &from.house)?;
    let content = content::load(&config.content.join(&from.house)).map_err(FrontError::from)?;
    let text = read(&send.file, &from.public_url)?;
    let issue = Issue::new(&from.house, &send.subject, &text)
        .map_err(|error| Failure::Said(format!("{}: {error}", send.file.display())))?;
    let name = content.house.name();
    let sending = Sending { store, key: &key, from, house_name: &name, random: &SystemRandom };
    let topic = send.topic.as_deref();
    if send.dry_run {
        let tally = sending.look(&issue, topic).await?;
        return Ok(writeln!(std::io::stdout(), "{}\n\n{}\n\n{}", issue.subject, issue.text, would(&issue, tally))?);
    }
    let told = |tally: Tally| {
        let _ = writeln!(std::io::stderr(), "{} of {} queued", tally.queued, tally.readers - tally.before);
    };
    let tally = sending.send(&issue, topic, SystemClock.now(), told).await?;
    Ok(writeln!(std::io::stdout(), "{}", did(&issue, tally))?)
}

fn would(issue: &Issue, Tally { readers, before, .. }: Tally) -> String {
    let (name, new) = (issue.name(), readers - before);
    format!("Issue {name}, for {readers} on the list: {before} queued before, {new} to queue. Nothing is queued now.")
}

fn did(issue: &Issue, Tally { readers, before, queued }: Tally) -> String {
    let left = readers - before - queued;
    let gone = if left == 0 { String::new() } else { format!(" {left} left the list meanwhile.") };
    let name = issue.name();
    format!(
        "Issue {name}, for {readers} on the list: {before} queued before, {queued} queued now.{gone} `zvh serve` sends them."
    )
}

fn read(file: &Path, origin: &str) -> Result<String, Failure> {
    let said = |problem: String| Failure::Said(format!("{}: {problem}", file.display()));
    let text = std::fs::read_to_string(file).map_err(|error| said(format!("{error}; name the file with the text")))?;
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("md") => Ok(plain(&text, origin)),
        Some("txt") => Ok(text),
        _ => Err(said("the name must end in .md or .txt".to_owned())),
    }
}

async fn export(store: &Store, config: &Config, house: Option<&str>) -> Result<(), Failure> {
    let HouseAddress { house, .. } = address(config, house)?;
    let key = MailKey::load(&config.keys(house))?;
    let list = read_list(store, house).await?;
    let event = Event::SubscribersExported { house: house.clone(), count: list.len() as u64 };
    // First the trail, then the addresses: nothing is read that was not written down.
    store.audit().append(Entry::new(SystemClock.now(), Actor::Operator, event)).await?;
    Ok(write_table(list, &key, house, std::io::stdout().lock())?)
}

async fn list(store: &Store, config: &Config) -> Result<(), Failure> {
    let mut screen = std::io::stdout();
    for HouseAddress { house, .. } in &config.houses {
        let length = store.subscriptions().length(house).await?;
        writeln!(screen, "{house}  {} on the list, {} to confirm", length.confirmed, length.unconfirmed)?;
    }
    Ok(())
}

/// The house that is meant, with its address.
fn address<'a>(config: &'a Config, named: Option<&str>) -> Result<&'a HouseAddress, Failure> {
    let house = chosen(config, named)?;
    let found = config.houses.iter().find(|address| address.house == house);
    found.ok_or_else(|| Failure::Said(format!("{house} is no house")))
}

fn topics() -> String {
    let lines: Vec<String> = TOPICS.iter().map(|topic| format!("  {:<18} {}", topic.value, topic.label)).collect();
    format!("Topics:\n{}", lines.join("\n"))
}
