//! `zvh audit`: walks the whole audit trail; gives its head for a note on paper.

use std::io::Write as _;

use clap::Subcommand;

use super::{Failure, open_store};
use crate::audit::Head;
use crate::config::Config;
use crate::hex;
use crate::store::{Store, Trail};

#[derive(Subcommand)]
pub(super) enum Audit {
    /// Check that no entry was changed, removed, inserted or swapped
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
            Ok(())
        }
        Trail::Broken { seq } => Err(Failure::Said(broken(seq, noted))),
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
