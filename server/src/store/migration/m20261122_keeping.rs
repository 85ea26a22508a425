//! What is kept until when, and the audit trail as something to search: the indexes that both need, and last days that somebody decided.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::text_null;

#[derive(DeriveMigrationName)]
pub(super) struct Step;

const REFERRALS: &str = "referrals";
const AUDIT: &str = "audit";

/// Single columns, which the indexes below replace.
const BEFORE: [(&str, &str, &str); 3] = [
    ("referrals_destroy_on", REFERRALS, "destroy_on"),
    ("audit_object", AUDIT, "object"),
    ("audit_actor", AUDIT, "actor"),
];

/// The first holds all that the lists of what is kept show, so that they read no envelope. Each search of the trail walks one of the
/// others backwards.
const NOW: [(&str, &str, &[&str]); 6] = [
    (
        "referrals_keeping",
        REFERRALS,
        &[
            "house",
            "held",
            "destroy_on",
            "reference",
            "regime",
            "parent",
            "form",
            "status",
            "received_at",
            "outcome",
            "turn",
            "kept_as",
        ],
    ),
    ("tombstones_latest", "tombstones", &["house", "destroyed_at", "reference"]),
    ("audit_by_object", AUDIT, &["object", "seq"]),
    ("audit_by_actor", AUDIT, &["actor", "seq", "action"]),
    ("audit_by_action", AUDIT, &["action", "seq"]),
    ("audit_by_time", AUDIT, &["at", "seq"]),
];

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in new_columns() {
            manager.alter_table(Table::alter().table(REFERRALS).add_column(column).to_owned()).await?;
        }
        for (name, table, _) in BEFORE {
            manager.drop_index(Index::drop().name(name).table(table).to_owned()).await?;
        }
        for (name, table, columns) in NOW {
            let mut index = Index::create().name(name).table(table).to_owned();
            for column in columns {
                index.col(*column);
            }
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (name, table, _) in NOW {
            manager.drop_index(Index::drop().name(name).table(table).to_owned()).await?;
        }
        for (name, table, column) in BEFORE {
            manager.create_index(Index::create().name(name).table(table).col(column).to_owned()).await?;
        }
        for column in new_columns() {
            let name = column.get_column_name();
            manager.alter_table(Table::alter().table(REFERRALS).drop_column(name).to_owned()).await?;
        }
        Ok(())
    }
}

/// The last day that somebody decided, and the situation that allows it: longer than its period (BGS art. 1.16 lid 2 and 3), or under a
/// law of its own.
fn new_columns() -> Vec<ColumnDef> {
    vec![text_null("kept_until"), text_null("kept_as")]
}
