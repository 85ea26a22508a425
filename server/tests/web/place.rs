//! Where a test keeps its rows: a file of its own, or a PostgreSQL database of its own.

use std::io::Write as _;
use std::time::Duration;

use sea_orm::{ConnectionTrait as _, Database, DatabaseConnection, DbErr, Statement};
use server::hex;
use server::random::{SystemRandom, bytes};
use tokio::sync::OnceCell;

/// How long a test waits for the database behind the program's back: it fails rather than waits for ever.
const PATIENCE: Duration = Duration::from_mins(1);

/// Makes of each test two: one on SQLite, one on PostgreSQL, which says so when there is none.
macro_rules! on_both_databases {
    ($($(#[$attribute:meta])* async fn $name:ident($place:ident) $body:block)*) => {$(
        mod $name {
            use super::*;

            $(#[$attribute])*
            async fn prove($place: crate::place::Place) $body

            #[tokio::test(flavor = "multi_thread")]
            async fn on_sqlite() {
                prove(crate::place::Place::sqlite()).await;
            }

            #[tokio::test(flavor = "multi_thread")]
            async fn on_postgresql() {
                if let Some(place) = crate::place::Place::postgresql(stringify!($name)).await {
                    prove(place).await;
                }
            }
        }
    )*};
}
pub(crate) use on_both_databases;

/// A directory for everything the program writes, and a database.
pub(crate) struct Place {
    pub(crate) url: String,
    pub(crate) var: tempfile::TempDir,
    /// Beside the program's own. One for the whole test: some ask a thousand times.
    beside: OnceCell<DatabaseConnection>,
}

impl Place {
    pub(crate) fn sqlite() -> Self {
        let var = tempfile::tempdir().unwrap();
        Self { url: format!("sqlite:{}", var.path().join("zvh.db").display()), var, beside: OnceCell::new() }
    }

    /// The cluster is thrown away after the run, so its databases stay.
    pub(crate) async fn postgresql(test: &str) -> Option<Self> {
        let Ok(server) = std::env::var("ZVH_TEST_POSTGRES") else {
            // Past the capture of the test harness: a skipped test must show.
            let _ = writeln!(std::io::stdout(), "SKIPPED {test} on PostgreSQL: run it with scripts/with-postgres");
            return None;
        };
        let name = format!("zvh_{}", hex::encode(&bytes::<6>(&SystemRandom).unwrap()));
        let connection = Database::connect(&server).await.unwrap();
        connection.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
        connection.close().await.unwrap();
        let (path, query) = server
            .split_once('?')
            .map_or((server.as_str(), String::new()), |(path, query)| (path, format!("?{query}")));
        let url = format!("{}/{name}{query}", path.rsplit_once('/').unwrap().0);
        Some(Self { url, var: tempfile::tempdir().unwrap(), beside: OnceCell::new() })
    }

    /// The connection beside the program's own.
    pub(crate) async fn beside(&self) -> &DatabaseConnection {
        let connected = self.beside.get_or_try_init(|| Database::connect(&self.url));
        within_patience("a connection", connected).await
    }

    /// Changes the database behind the program's back.
    pub(crate) async fn execute(&self, sql: &str) {
        let connection = self.beside().await;
        within_patience(sql, connection.execute_unprepared(sql)).await;
    }

    /// The first column of what a query gives, as text.
    pub(crate) async fn column(&self, sql: &str) -> Vec<String> {
        let connection = self.beside().await;
        let statement = Statement::from_string(connection.get_database_backend(), sql);
        let rows = within_patience(sql, connection.query_all_raw(statement)).await;
        rows.iter().map(|row| row.try_get_by_index::<String>(0).unwrap()).collect()
    }

    /// Whether a file of the program holds this text as it is. (PostgreSQL keeps its files elsewhere.)
    pub(crate) fn holds(&self, text: &str) -> bool {
        let files = std::fs::read_dir(self.var.path()).unwrap().map(|file| file.unwrap().path());
        files.filter(|file| file.is_file()).any(|file| {
            let bytes = std::fs::read(file).unwrap();
            bytes.windows(text.len()).any(|part| part == text.as_bytes())
        })
    }

    /// How many rows a table has.
    pub(crate) async fn count(&self, table: &str) -> usize {
        self.column(&format!("SELECT CAST(COUNT(*) AS TEXT) FROM {table}")).await[0].parse().unwrap()
    }
}

async fn within_patience<T>(asked: &str, answer: impl Future<Output = Result<T, DbErr>>) -> T {
    let answer = tokio::time::timeout(PATIENCE, answer).await;
    answer.unwrap_or_else(|_| panic!("no answer within {PATIENCE:?}: {asked}")).unwrap()
}
