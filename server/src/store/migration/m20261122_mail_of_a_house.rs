//! One program serves several houses: a mail says which house it is from. Not every mail is about a referral: one can be about a member.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, blob, integer, text, text_null};

#[derive(DeriveMigrationName)]
pub(super) struct Step;

/// The columns that were there before, but for the reference.
const SAME: &str = "id, kind, payload, message_id, created_at, due_at, lease_until, attempts, sent_at, last_error";

#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// SQLite can't let a column be empty that could not be before, so the table is made anew.
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(outbox("outbox_of_a_house")).await?;
        let of_its_referral = "(SELECT referrals.house FROM referrals WHERE referrals.reference = outbox.reference)";
        let connection = manager.get_connection();
        let copy = format!(
            "INSERT INTO outbox_of_a_house (reference, house, {SAME}) SELECT reference, {of_its_referral}, {SAME} FROM outbox"
        );
        connection.execute_unprepared(&copy).await?;
        manager.drop_table(Table::drop().table("outbox").to_owned()).await?;
        manager.rename_table(Table::rename().table("outbox_of_a_house", "outbox").to_owned()).await?;
        manager.create_index(due()).await
    }

    /// What is about no referral goes: before, every mail was about one.
    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(outbox_of_referrals("outbox_of_referrals")).await?;
        let copy = format!(
            "INSERT INTO outbox_of_referrals (reference, {SAME}) SELECT reference, {SAME} FROM outbox WHERE reference IS NOT NULL"
        );
        manager.get_connection().execute_unprepared(&copy).await?;
        manager.drop_table(Table::drop().table("outbox").to_owned()).await?;
        manager.rename_table(Table::rename().table("outbox_of_referrals", "outbox").to_owned()).await?;
        manager.create_index(due()).await
    }
}

fn due() -> IndexCreateStatement {
    Index::create().name("outbox_due").table("outbox").col("sent_at").col("due_at").to_owned()
}

fn outbox(name: &'static str) -> TableCreateStatement {
    let mut table = mails(name, text_null("reference"), "outbox_reference_of_a_house");
    table.col(text_null("member")).col(text("house")).to_owned()
}

/// As it was before.
fn outbox_of_referrals(name: &'static str) -> TableCreateStatement {
    mails(name, text("reference"), "outbox_reference")
}

fn mails(name: &'static str, reference: ColumnDef, key: &'static str) -> TableCreateStatement {
    Table::create()
        .table(name)
        .col(text("id").primary_key())
        .col(reference)
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
                .name(key)
                .from(name, "reference")
                .to("referrals", "reference")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}
