//! A referrer asks a colleague of another organisation for a contribution, by a link that ends.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, blob, text};

#[derive(DeriveMigrationName)]
pub(super) struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(invitations()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("invitations").to_owned()).await
    }
}

/// `link_hash` means nothing without the link, `mailbox` nothing without the mail key.
fn invitations() -> TableCreateStatement {
    Table::create()
        .table("invitations")
        .col(blob("link_hash").primary_key())
        .col(text("reference"))
        .col(blob("mailbox"))
        .col(big_integer("expires_at"))
        .col(big_integer_null("used_at"))
        .foreign_key(
            ForeignKey::create()
                .name("invitations_reference_key")
                .from("invitations", "reference")
                .to("referrals", "reference")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}
