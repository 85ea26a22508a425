//! The tables, step by step. Runs at every start; a step that ran is never changed afterwards, only followed by another.

mod m20261121_first_tables;
mod m20261122_desk;
mod m20261122_invitations;
mod m20261122_keeping;
mod m20261122_mail_of_a_house;
mod m20261122_newsletter;
mod m20261122_ways_in;

use sea_orm::{DatabaseConnection, TransactionTrait as _};
use sea_orm_migration::{MigrationTrait, MigratorTrait};

use super::{StoreError, dialect, writer};

struct Steps;

impl MigratorTrait for Steps {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261121_first_tables::Step),
            Box::new(m20261122_mail_of_a_house::Step),
            Box::new(m20261122_ways_in::Step),
            Box::new(m20261122_invitations::Step),
            Box::new(m20261122_newsletter::Step),
            Box::new(m20261122_desk::Step),
            Box::new(m20261122_keeping::Step),
        ]
    }
}

/// Runs what has not run yet, all of it or nothing; gives the names. Several processes may start at once.
pub(super) async fn run(connection: &DatabaseConnection) -> Result<Vec<String>, StoreError> {
    // Deferred, SQLite would read first and then refuse to write after another's change, without waiting.
    let tx = connection.begin_with_options(writer::immediate()).await?;
    dialect::lock_migration(&tx).await?;
    Steps::install(&tx).await?;
    let names = Steps::get_pending_migrations(&tx).await?.iter().map(|step| step.name().to_owned()).collect();
    Steps::up(&tx, None).await?;
    tx.commit().await?;
    Ok(names)
}

/// What has not run yet.
pub(super) async fn pending(connection: &DatabaseConnection) -> Result<Vec<String>, StoreError> {
    let steps = Steps::get_pending_migrations_read_only(connection).await?;
    Ok(steps.iter().map(|step| step.name().to_owned()).collect())
}

/// Undoes all but the first of the steps.
#[cfg(test)]
pub(super) async fn undo_to_first(connection: &DatabaseConnection) -> Result<(), StoreError> {
    let later = u32::try_from(Steps::migrations().len() - 1).unwrap_or(0);
    Ok(Steps::down(connection, Some(later)).await?)
}

#[cfg(test)]
pub(super) async fn undo_all(connection: &DatabaseConnection) -> Result<(), StoreError> {
    Ok(Steps::down(connection, None).await?)
}
