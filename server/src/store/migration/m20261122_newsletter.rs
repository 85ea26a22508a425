//! Who gets the newsletter.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, blob, integer, text};

#[derive(DeriveMigrationName)]
pub(super) struct Step;

const TABLE: &str = "subscriptions";

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(subscriptions()).await?;
        let by_link = Index::create().name("subscriptions_link").table(TABLE).col("house").col("link_hash").to_owned();
        manager.create_index(by_link).await?;
        // An address is on the list once, however often somebody types it. Both databases know this statement.
        let once =
            "CREATE UNIQUE INDEX subscriptions_once ON subscriptions (house, link_hash) WHERE confirmed_at IS NOT NULL";
        manager.get_connection().execute_unprepared(once).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table(TABLE).to_owned()).await
    }
}

/// `link_hash` is the hash of the unsubscribe link, which is made from the address and the mail key: it tells equal addresses from
/// others to whoever has that key, and nothing to whoever has only the database. `address` is sealed under the mail key.
fn subscriptions() -> TableCreateStatement {
    Table::create()
        .table(TABLE)
        .col(text("reference").primary_key())
        .col(text("house"))
        .col(blob("link_hash"))
        .col(blob("address"))
        .col(text("topics"))
        .col(integer("form_version"))
        .col(big_integer("consented_at"))
        .col(big_integer_null("confirmed_at"))
        .foreign_key(
            ForeignKey::create()
                .name("subscriptions_reference_key")
                .from(TABLE, "reference")
                .to("referrals", "reference")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}
