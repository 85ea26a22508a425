//! `zvh audit verify`: walks the whole audit trail.

use std::io::Write as _;

use clap::Subcommand;

use super::{Failure, open_store};
use crate::config::Config;
use crate::hex;
use crate::store::Trail;

#[derive(Subcommand)]
pub(super) enum Audit {
    /// Check that no entry was changed, removed, inserted or swapped
    Verify,
}

pub(super) async fn obey(command: &Audit, config: &Config) -> Result<(), Failure> {
    let Audit::Verify = command;
    let store = open_store(config).await?;
    let trail = store.audit().verify().await?;
    store.close().await;
    match trail {
        Trail::Sound { entries, head } => {
            writeln!(std::io::stdout(), "The audit trail is sound: {entries} entries, head {}.", hex::encode(&head))?;
            Ok(())
        }
        Trail::Broken { seq } => Err(Failure::Said(format!(
            "the audit trail is broken at entry {seq}: something was changed there. Keep this database as evidence"
        ))),
    }
}
