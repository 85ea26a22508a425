//! The desk: who works there and with which keys, what the queue knows of a referral without opening it, what stays after destruction.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, blob, blob_null, integer, text, text_null};

#[derive(DeriveMigrationName)]
pub(super) struct Step;

const REFERRALS: &str = "referrals";
const QUEUE: &str = "referrals_queue";

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in new_columns() {
            manager.alter_table(Table::alter().table(REFERRALS).add_column(column).to_owned()).await?;
        }
        // What someone at the desk wrote with it: sealed to the house, never to its sender.
        manager.alter_table(Table::alter().table("timeline").add_column(blob_null("record")).to_owned()).await?;
        for table in tables() {
            manager.create_table(table).await?;
        }
        // Holds every column that the queue shows or filters by, so that counting a hundred thousand referrals reads no envelope.
        let queue = [
            "house",
            "turn",
            "next_due",
            "needed",
            "received_at",
            "reference",
            "form",
            "regime",
            "status",
            "municipality",
            "organisation",
            "assignee",
            "next_clock",
            "taken",
            "parent",
        ];
        let mut index = Index::create().name(QUEUE).table(REFERRALS).to_owned();
        for column in queue {
            index.col(column);
        }
        manager.create_index(index).await?;
        for (name, table, column) in [
            ("referrals_destroy_on", REFERRALS, "destroy_on"),
            ("twins_reference", "twins", "reference"),
            ("reads_reference", "reads", "reference"),
            ("sessions_member", "sessions", "member"),
            ("passkeys_member", "passkeys", "member"),
            ("members_house", "members", "house"),
            ("sign_in_failures_source", "sign_in_failures", "source"),
            ("audit_object", "audit", "object"),
            ("audit_actor", "audit", "actor"),
        ] {
            manager.create_index(Index::create().name(name).table(table).col(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in ["audit_object", "audit_actor"] {
            manager.drop_index(Index::drop().name(name).table("audit").to_owned()).await?;
        }
        for table in [
            "reads",
            "twins",
            "tombstones",
            "sign_in_failures",
            "ceremonies",
            "sessions",
            "house_key_copies",
            "house_keys",
            "staff_invitations",
            "passkeys",
            "member_roles",
            "members",
        ] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        for name in [QUEUE, "referrals_destroy_on"] {
            manager.drop_index(Index::drop().name(name).table(REFERRALS).to_owned()).await?;
        }
        manager.alter_table(Table::alter().table("timeline").drop_column("record").to_owned()).await?;
        for column in new_columns() {
            let name = column.get_column_name();
            manager.alter_table(Table::alter().table(REFERRALS).drop_column(name).to_owned()).await?;
        }
        Ok(())
    }
}

/// What the queue shows, sorts and filters by. Dates are days (`2026-11-27`) in the Netherlands.
fn new_columns() -> Vec<ColumnDef> {
    vec![
        text_null("municipality"),
        text_null("organisation"),
        text_null("assignee"),
        // Where it stands in the queue; 0: still to be reckoned.
        integer("turn").default(0).to_owned(),
        // The day of the next promise, or by which it sorts without one.
        text_null("next_due"),
        text_null("next_clock"),
        // How soon its sender needs something (`store::queue::needed`); 3: no question asked it.
        integer("needed").default(3).to_owned(),
        // Whether somebody took that up; 0: nobody, as far as it was reckoned.
        integer("taken").default(0).to_owned(),
        text_null("outcome"),
        text_null("decided_on"),
        text_null("destroy_on"),
        // Kept although its day came: why, stands sealed in the timeline.
        integer("held").default(0).to_owned(),
    ]
}

fn tables() -> [TableCreateStatement; 12] {
    [
        members(),
        member_roles(),
        passkeys(),
        staff_invitations(),
        house_keys(),
        house_key_copies(),
        sessions(),
        ceremonies(),
        sign_in_failures(),
        tombstones(),
        twins(),
        reads(),
    ]
}

/// Who works at the desk. `profile` (name, organisation, address) is sealed under the mail key; `key_proof` shows that this program
/// wrote the public key.
fn members() -> TableCreateStatement {
    Table::create()
        .table("members")
        .col(text("id").primary_key())
        .col(text("house"))
        .col(blob("profile"))
        .col(blob_null("public_key"))
        .col(blob_null("key_proof"))
        .col(text_null("screened_on"))
        .col(text_null("trained_on"))
        .col(text("until"))
        .col(big_integer("made_at"))
        .col(big_integer_null("accepted_at"))
        .col(big_integer_null("left_at"))
        .to_owned()
}

/// What they may do, each until a day.
fn member_roles() -> TableCreateStatement {
    Table::create()
        .table("member_roles")
        .col(text("member"))
        .col(text("role"))
        .col(text("until"))
        .primary_key(Index::create().name("member_roles_key").col("member").col("role"))
        .foreign_key(&mut of("member_roles_member", "member_roles", "member", "members", "id"))
        .to_owned()
}

/// With what they sign in. `wrapped_key` is the member's private key under the passkey's own secret or a printed code.
fn passkeys() -> TableCreateStatement {
    Table::create()
        .table("passkeys")
        .col(text("id").primary_key())
        .col(text("member"))
        .col(text("credential"))
        .col(blob("wrapped_key"))
        .col(text("wrapped_by"))
        .col(text("label"))
        .col(big_integer("made_at"))
        .col(big_integer_null("used_at"))
        .foreign_key(&mut of("passkeys_member_key", "passkeys", "member", "members", "id"))
        .to_owned()
}

/// Links that make someone a member: once, until a moment.
fn staff_invitations() -> TableCreateStatement {
    Table::create()
        .table("staff_invitations")
        .col(blob("link_hash").primary_key())
        .col(text("member"))
        .col(big_integer("expires_at"))
        .col(big_integer_null("used_at"))
        .foreign_key(&mut of("staff_invitations_member", "staff_invitations", "member", "members", "id"))
        .to_owned()
}

/// The public keys of a house, by epoch. `proof` shows that this program wrote the row; `recovery_copy` is the private half, sealed
/// to the recovery key.
fn house_keys() -> TableCreateStatement {
    Table::create()
        .table("house_keys")
        .col(text("house"))
        .col(integer("epoch"))
        .col(blob("public_key"))
        .col(blob("proof"))
        .col(blob("recovery_copy"))
        .col(big_integer("made_at"))
        .primary_key(Index::create().name("house_keys_key").col("house").col("epoch"))
        .to_owned()
}

/// The private half of a house key, sealed to one member.
fn house_key_copies() -> TableCreateStatement {
    Table::create()
        .table("house_key_copies")
        .col(text("house"))
        .col(integer("epoch"))
        .col(text("member"))
        .col(blob("envelope"))
        .primary_key(Index::create().name("house_key_copies_key").col("house").col("epoch").col("member"))
        .foreign_key(&mut of("house_key_copies_member", "house_key_copies", "member", "members", "id"))
        .to_owned()
}

/// Who is signed in. `key` is the member's private key under the secret in the cookie, of which `hash` is all that is kept.
fn sessions() -> TableCreateStatement {
    Table::create()
        .table("sessions")
        .col(blob("hash").primary_key())
        .col(text("house"))
        .col(text("member"))
        .col(blob("key"))
        .col(text("label"))
        .col(big_integer("made_at"))
        .col(big_integer("seen_at"))
        .col(big_integer("fresh_at"))
        .foreign_key(&mut of("sessions_member_key", "sessions", "member", "members", "id"))
        .to_owned()
}

/// A sign-in that began: what was asked of the passkey, sealed, for one use.
fn ceremonies() -> TableCreateStatement {
    Table::create()
        .table("ceremonies")
        .col(text("id").primary_key())
        .col(blob("state"))
        .col(big_integer("expires_at"))
        .to_owned()
}

/// Sign-ins that failed a short while ago. `source` is a keyed hash of what tried.
fn sign_in_failures() -> TableCreateStatement {
    Table::create()
        .table("sign_in_failures")
        .col(text("id").primary_key())
        .col(blob("source"))
        .col(big_integer("at"))
        .to_owned()
}

/// What stays of a referral that was destroyed: nothing about people.
fn tombstones() -> TableCreateStatement {
    Table::create()
        .table("tombstones")
        .col(text("reference").primary_key())
        .col(text("house"))
        .col(text("form"))
        .col(text("regime"))
        .col(text_null("municipality"))
        .col(text_null("organisation_kind"))
        .col(text("received_on"))
        .col(text_null("decided_on"))
        .col(text_null("outcome"))
        .col(text("ground"))
        .col(big_integer("destroyed_at"))
        .col(blob("proof"))
        .to_owned()
}

/// Keyed hashes by which two referrals about one person meet.
fn twins() -> TableCreateStatement {
    Table::create()
        .table("twins")
        .col(text("house"))
        .col(blob("hash"))
        .col(text("reference"))
        .primary_key(Index::create().name("twins_key").col("house").col("hash").col("reference"))
        .foreign_key(&mut of("twins_reference_key", "twins", "reference", REFERRALS, "reference"))
        .to_owned()
}

/// Up to where a member read a referral.
fn reads() -> TableCreateStatement {
    Table::create()
        .table("reads")
        .col(text("member"))
        .col(text("reference"))
        .col(big_integer("at"))
        .primary_key(Index::create().name("reads_key").col("member").col("reference"))
        .foreign_key(&mut of("reads_member", "reads", "member", "members", "id"))
        .foreign_key(&mut of("reads_reference_key", "reads", "reference", REFERRALS, "reference"))
        .to_owned()
}

fn of(
    name: &str,
    table: &'static str,
    column: &'static str,
    to: &'static str,
    key: &'static str,
) -> ForeignKeyCreateStatement {
    ForeignKey::create().name(name).from(table, column).to(to, key).on_delete(ForeignKeyAction::Cascade).to_owned()
}
