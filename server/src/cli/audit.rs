//! `zvh audit`: walks the whole audit trail and compares it with what is kept; gives its head for a note on paper.

use std::io::Write as _;

use clap::Subcommand;

use super::{Failure, open_store};
use crate::audit::Head;
use crate::config::Config;
use crate::hex;
use crate::store::{Contradiction, Store, Trail};

#[derive(Subcommand)]
pub(super) enum Audit {
    /// Check that no entry was changed, removed, inserted or swapped, and that records are as the trail says
    Verify {
        /// What `zvh audit head` gave earlier: shows also whether the end was cut off, or all was written anew
        #[arg(long, value_name = "SEQ:HASH", value_parser = noted)]
        from_head: Option<Head>,
    },
    /// Give the last entry and its hash: note it outside this machine, for `verify --from-head`
    Head,
}

fn noted(text: &str) -> Result<Head, String> {
    Head::parse(text)
        .ok_or_else(|| "write what `zvh audit head` gave: a number, a colon, 64 hexadecimal digits".to_owned())
}

pub(super) async fn obey(command: &Audit, config: &Config) -> Result<(), Failure> {
    let store = open_store(config).await?;
    let outcome = match command {
        Audit::Verify { from_head } => verify(&store, *from_head).await,
        Audit::Head => head(&store).await,
    };
    store.close().await;
    outcome
}

async fn head(store: &Store) -> Result<(), Failure> {
    let head = store.audit().head().await?;
    if head == Head::START {
        return Err(Failure::Said("the audit trail holds nothing yet".into()));
    }
    Ok(writeln!(std::io::stdout(), "{head}")?)
}

async fn verify(store: &Store, noted: Option<Head>) -> Result<(), Failure> {
    match store.audit().verify_past(noted).await? {
        Trail::Sound { entries, head } => {
            writeln!(std::io::stdout(), "The audit trail is sound: {entries} entries, head {}.", hex::encode(&head))?;
            match compare(store).await? {
                0 => Ok(writeln!(
                    std::io::stdout(),
                    "Records are as the trail says: none is missing, none came from elsewhere."
                )?),
                found => Err(Failure::Said(contradicted(found))),
            }
        }
        // A trail that is broken says nothing for certain, but what it contradicts may be what was to be hidden.
        Trail::Broken { seq } => {
            let broken = broken(seq, noted);
            Err(Failure::Said(match compare(store).await {
                Ok(_) => broken,
                Err(fault) => format!("{broken}. What is kept could not be compared with it: {fault}"),
            }))
        }
    }
}

/// Names the records that are not what the trail tells of; how many they are.
async fn compare(store: &Store) -> Result<usize, Failure> {
    let found = store.audit().contradictions().await?;
    for (how, reference) in &found {
        writeln!(std::io::stdout(), "{reference}  {}", contradiction(*how))?;
    }
    Ok(found.len())
}

fn contradicted(found: usize) -> String {
    let records = if found == 1 { "1 record contradicts".to_owned() } else { format!("{found} records contradict") };
    format!(
        "{records} the audit trail: someone changed the database past this program. Keep it as evidence, and compare with a backup"
    )
}

const fn contradiction(how: Contradiction) -> &'static str {
    match how {
        Contradiction::Missing => "came in, and is gone without a tombstone",
        Contradiction::NeverReceived => "is there, and never came in",
        Contradiction::BackAgain => "is there, and was destroyed or ended before",
        Contradiction::NeverDestroyed => "has a tombstone, and was never destroyed",
    }
}

fn broken(seq: i64, noted: Option<Head>) -> String {
    let what = match noted {
        Some(noted) if seq == noted.seq => "this entry, or one before it, is not what you noted",
        Some(noted) if seq < noted.seq => "something was changed there, or everything from there on was cut off",
        _ => "something was changed there",
    };
    format!("the audit trail is broken at entry {seq}: {what}. Keep this database as evidence")
}
