//! What was sent can be followed: who may, what happened to it, which mailbox was confirmed. Places that only one may take.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, blob_null, integer, text, text_null};

#[derive(DeriveMigrationName)]
pub(super) struct Step;

const REFERRALS: &str = "referrals";

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in new_columns() {
            manager.alter_table(Table::alter().table(REFERRALS).add_column(column).to_owned()).await?;
        }
        for table in [timeline(), places()] {
            manager.create_table(table).await?;
        }
        for (name, table, column) in [
            ("referrals_follow_hash", REFERRALS, "follow_hash"),
            ("referrals_mailbox_hash", REFERRALS, "mailbox_hash"),
            ("referrals_parent", REFERRALS, "parent"),
            ("timeline_reference", "timeline", "reference"),
            ("places_reference", "places", "reference"),
        ] {
            manager.create_index(Index::create().name(name).table(table).col(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["places", "timeline"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        for name in ["referrals_follow_hash", "referrals_mailbox_hash", "referrals_parent"] {
            manager.drop_index(Index::drop().name(name).table(REFERRALS).to_owned()).await?;
        }
        for name in ["regime", "form_version", "follow_hash", "follow_key", "mailbox_hash", "sender", "parent"] {
            manager.alter_table(Table::alter().table(REFERRALS).drop_column(name).to_owned()).await?;
        }
        Ok(())
    }
}

/// `follow_hash` and `mailbox_hash` mean nothing without the codes; `follow_key` only seals; `sender` is an address, sealed under the
/// mail key.
fn new_columns() -> [ColumnDef; 7] {
    [
        text("regime").default("regieteam").to_owned(),
        integer("form_version").default(1).to_owned(),
        blob_null("follow_hash"),
        blob_null("follow_key"),
        blob_null("mailbox_hash"),
        blob_null("sender"),
        text_null("parent"),
    ]
}

/// What happened to a referral. `envelope` is sealed to the house and to who follows it.
fn timeline() -> TableCreateStatement {
    Table::create()
        .table("timeline")
        .col(text("id").primary_key())
        .col(text("reference"))
        .col(big_integer("seq"))
        .col(big_integer("at"))
        .col(text("what"))
        .col(blob_null("envelope"))
        .foreign_key(&mut of_its_referral("timeline_reference", "timeline"))
        .to_owned()
}

/// What only one may take: half an hour of a room. The key makes a second taker impossible.
fn places() -> TableCreateStatement {
    Table::create()
        .table("places")
        .col(text("house"))
        .col(text("place"))
        .col(text("reference"))
        .primary_key(Index::create().name("places_key").col("house").col("place"))
        .foreign_key(&mut of_its_referral("places_reference", "places"))
        .to_owned()
}

fn of_its_referral(name: &str, table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("{name}_key"))
        .from(table, "reference")
        .to(REFERRALS, "reference")
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned()
}
