//! One program serves several houses: a mail says which house it is from.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::text;

#[derive(DeriveMigrationName)]
pub(super) struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let column = text("house").default("").to_owned();
        manager.alter_table(Table::alter().table("outbox").add_column(column).to_owned()).await?;
        let of_its_referral = "UPDATE outbox SET house = \
             (SELECT referrals.house FROM referrals WHERE referrals.reference = outbox.reference)";
        manager.get_connection().execute_unprepared(of_its_referral).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("outbox").drop_column("house").to_owned()).await
    }
}
