//! `zvh backup`: a complete, checked copy of the database, while the site runs.

use std::io::Write as _;
use std::path::Path;

use super::{Failure, open_store};
use crate::config::Config;

pub(super) async fn backup(config: &Config, file: &Path) -> Result<(), Failure> {
    let store = open_store(config).await?;
    writeln!(std::io::stdout(), "Copying to {} and checking the copy …", file.display())?;
    let outcome = store.backup(file).await;
    store.close().await;
    outcome?;
    let size = std::fs::metadata(file)?.len();
    writeln!(std::io::stdout(), "Done: {size} bytes, sound. The keys are not in it: keep them elsewhere.")?;
    Ok(())
}
