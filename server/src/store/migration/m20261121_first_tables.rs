//! Drafts, referrals, outbox, audit, pulse.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, blob, integer, text, text_null};

use crate::store::dialect;

#[derive(DeriveMigrationName)]
pub(super) struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [drafts(), referrals(), outbox(), audit(), pulse()] {
            manager.create_table(table).await?;
        }
        for index in [
            Index::create().name("drafts_expires_at").table("drafts").col("expires_at").to_owned(),
            Index::create().name("outbox_due").table("outbox").col("sent_at").col("due_at").to_owned(),
            Index::create().name("referrals_received_at").table("referrals").col("received_at").to_owned(),
        ] {
            manager.create_index(index).await?;
        }
        let connection = manager.get_connection();
        connection.execute_unprepared("INSERT INTO pulse (id, at) VALUES (1, 0)").await?;
        dialect::make_audit_append_only(connection).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::make_audit_changeable(manager.get_connection()).await?;
        for table in ["outbox", "referrals", "drafts", "audit", "pulse"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

/// Half-filled forms. `lookup_hash` and `body` mean nothing without the code of the writer.
fn drafts() -> TableCreateStatement {
    Table::create()
        .table("drafts")
        .col(blob("lookup_hash").primary_key())
        .col(text("house"))
        .col(text("form"))
        .col(text("form_version"))
        .col(big_integer("version"))
        .col(blob("body"))
        .col(big_integer("updated_at"))
        .col(big_integer("expires_at"))
        .to_owned()
}

/// Accepted referrals. Only the house opens `envelope`.
fn referrals() -> TableCreateStatement {
    Table::create()
        .table("referrals")
        .col(text("reference").primary_key())
        .col(text("house"))
        .col(text("form"))
        .col(text("status"))
        .col(big_integer("received_at"))
        .col(blob("envelope"))
        .col(text("submission_key").unique_key())
        .col(blob("content_hash"))
        .to_owned()
}

/// Mails still to be sent, and that they were. `payload` is sealed under the mail key and emptied once sent.
fn outbox() -> TableCreateStatement {
    Table::create()
        .table("outbox")
        .col(text("id").primary_key())
        .col(text("reference"))
        .col(text("kind"))
        .col(blob("payload"))
        .col(text("message_id").unique_key())
        .col(big_integer("created_at"))
        .col(big_integer("due_at"))
        .col(big_integer_null("lease_until"))
        .col(integer("attempts"))
        .col(big_integer_null("sent_at"))
        .col(text_null("last_error"))
        .foreign_key(
            ForeignKey::create()
                .name("outbox_reference")
                .from("outbox", "reference")
                .to("referrals", "reference")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

/// Who did what when, each entry chained to the one before.
fn audit() -> TableCreateStatement {
    Table::create()
        .table("audit")
        .col(big_integer("seq").primary_key())
        .col(big_integer("at"))
        .col(text("actor"))
        .col(text("action"))
        .col(text("object"))
        .col(text("result"))
        .col(blob("previous"))
        .col(blob("hash"))
        .to_owned()
}

/// One row that is written to see whether writing works.
fn pulse() -> TableCreateStatement {
    Table::create().table("pulse").col(integer("id").primary_key()).col(big_integer("at")).to_owned()
}
