//! Where a test keeps its rows: a directory or a PostgreSQL database of its own.

use std::io::Write as _;
use std::path::PathBuf;

use sea_orm::{ConnectionTrait as _, Database};

use crate::random::{SystemRandom, bytes};
use crate::store::Store;

/// Makes of each test two: one on SQLite, one on PostgreSQL, which says so when there is none.
macro_rules! on_both_databases {
    ($($(#[$attribute:meta])* async fn $name:ident($place:ident) $body:block)*) => {$(
        mod $name {
            use super::*;

            $(#[$attribute])*
            async fn prove($place: &Place) $body

            #[tokio::test(flavor = "multi_thread")]
            async fn on_sqlite() {
                prove(&Place::sqlite()).await;
            }

            #[tokio::test(flavor = "multi_thread")]
            async fn on_postgresql() {
                if let Some(place) = Place::postgresql(stringify!($name)).await {
                    prove(&place).await;
                    place.remove().await;
                }
            }
        }
    )*};
}
pub(super) use on_both_databases;

pub(super) struct Place {
    pub(super) url: String,
    directory: Option<tempfile::TempDir>,
    server: Option<(String, String)>,
}

impl Place {
    pub(super) fn sqlite() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", directory.path().join("zvh.db").display());
        Self { url, directory: Some(directory), server: None }
    }

    pub(super) async fn postgresql(test: &str) -> Option<Self> {
        let Ok(server) = std::env::var("ZVH_TEST_POSTGRES") else {
            // Past the capture of the test harness: a skipped test must show.
            let _ = writeln!(std::io::stdout(), "SKIPPED {test} on PostgreSQL: run it with scripts/with-postgres");
            return None;
        };
        let name = format!("zvh_{}", crate::hex::encode(&bytes::<6>(&SystemRandom).unwrap()));
        let connection = Database::connect(&server).await.unwrap();
        connection.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
        connection.close().await.unwrap();
        let (path, query) = server
            .split_once('?')
            .map_or((server.as_str(), String::new()), |(path, query)| (path, format!("?{query}")));
        let url = format!("{}/{name}{query}", path.rsplit_once('/').unwrap().0);
        Some(Self { url, directory: None, server: Some((server, name)) })
    }

    pub(super) async fn open(&self) -> Store {
        Store::open(&self.url).await.unwrap()
    }

    /// A file beside the database.
    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.directory.as_ref().unwrap().path().join(name)
    }

    /// Starts again with empty tables.
    pub(super) async fn empty(&self) {
        let store = self.open().await;
        crate::store::migration::undo_all(store.writer.connection()).await.unwrap();
        store.close().await;
    }

    pub(super) async fn remove(&self) {
        if let Some((server, name)) = &self.server {
            let connection = Database::connect(server).await.unwrap();
            connection.execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)")).await.unwrap();
        }
    }
}
