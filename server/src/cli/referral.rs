//! `zvh referral …`: list and open. To work on one there is the desk.

use std::io::{BufRead as _, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use clap::Subcommand;
use zeroize::Zeroizing;

use super::{Failure, open_store};
use crate::audit::{Actor, Entry, Event, Reason};
use crate::clock::{Clock as _, SystemClock, amsterdam};
use crate::config::Config;
use crate::seal::keys::PrivateKey;
use crate::seal::{Header, Kind, OpenError, envelope};
use crate::store::Store;

#[derive(Subcommand)]
pub(super) enum Referral {
    /// List all referrals, the newest first, unopened
    List,
    /// Open one referral with the house key or the recovery key; the audit trail tells
    Open(Open),
}

#[derive(clap::Args)]
pub(super) struct Open {
    /// Number of the referral
    reference: String,
    /// File that holds the key code [default: ask for it]
    #[arg(long, value_name = "FILE")]
    key_file: Option<PathBuf>,
    /// Why it is opened
    #[arg(long, value_enum, default_value = "handling")]
    reason: Reason,
    /// Show the stored bytes as they are
    #[arg(long)]
    json: bool,
}

pub(super) async fn obey(command: Referral, config: &Config) -> Result<(), Failure> {
    let store = open_store(config).await?;
    let outcome = match command {
        Referral::List => list(&store).await,
        Referral::Open(open) => show(&store, open).await,
    };
    store.close().await;
    outcome
}

async fn list(store: &Store) -> Result<(), Failure> {
    let mut screen = std::io::stdout().lock();
    for line in store.referrals().list().await? {
        let received = amsterdam(line.received_at).format("%Y-%m-%d %H:%M");
        writeln!(screen, "{}  {received}  {}  {}  {}", line.reference, line.house, line.form, line.status.slug())?;
    }
    Ok(())
}

async fn show(store: &Store, open: Open) -> Result<(), Failure> {
    let Open { reference, key_file, reason, json } = open;
    let referral = store.referrals().find(&reference).await?;
    let referral = referral.ok_or_else(|| Failure::Said("there is no referral with this number".into()))?;
    let key = PrivateKey::from_code(&read_code(key_file.as_deref())?)?;
    let header = Header::new(&referral.summary.house, Kind::Referral, &reference);
    let opened = envelope::open(&key, &header, &referral.envelope);
    let event = match &opened {
        Ok(_) => Event::ReferralOpened { reference, reason },
        Err(_) => Event::ReferralNotOpened { reference, reason },
    };
    // First the trail, then the content: nothing is read that was not written down.
    store.audit().append(Entry::new(SystemClock.now(), Actor::Operator, event)).await?;
    let body = opened.map_err(|error| Failure::Said(explain(error)))?.body;
    let mut screen = std::io::stdout().lock();
    if json {
        screen.write_all(&body)?;
    } else {
        screen.write_all(&pretty(&body))?;
        writeln!(screen)?;
    }
    Ok(())
}

/// The key code, from its file, from someone typing unseen, or from a pipe.
pub(super) fn read_code(file: Option<&Path>) -> Result<Zeroizing<String>, Failure> {
    if let Some(file) = file {
        let text = std::fs::read_to_string(file);
        return text
            .map(Zeroizing::new)
            .map_err(|error| Failure::Said(format!("{}: {error}; name the file with the key code", file.display())));
    }
    if std::io::stdin().is_terminal() {
        return Ok(Zeroizing::new(rpassword::prompt_password("Key code (stays invisible): ")?));
    }
    let mut line = Zeroizing::new(String::new());
    std::io::stdin().lock().read_line(&mut line)?;
    Ok(line)
}

fn explain(error: OpenError) -> String {
    match error {
        OpenError::OtherKey => {
            "this key does not open this referral: it was sealed to another house or recovery key".into()
        }
        other => format!("the referral does not open: {other}; compare it with the backup"),
    }
}

/// JSON with line breaks; anything else as it is.
fn pretty(body: &[u8]) -> Zeroizing<Vec<u8>> {
    let json = serde_json::from_slice::<serde_json::Value>(body);
    Zeroizing::new(json.and_then(|json| serde_json::to_vec_pretty(&json)).unwrap_or_else(|_| body.to_vec()))
}
