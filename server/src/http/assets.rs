//! The built files: style sheet, fonts, browser bundle. Named by their content, so a browser may keep them for ever.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::http::{HeaderValue, header};
use serde::Deserialize;
use tower::ServiceBuilder;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::front::Front;

/// `manifest.json` of the build: logical name → file.
pub struct Manifest {
    folder: PathBuf,
    files: BTreeMap<String, File>,
}

#[derive(Deserialize)]
struct File {
    path: String,
}

/// Why the built files can't be used.
#[derive(Debug, thiserror::Error)]
pub enum ManifestError {
    /// There is no manifest.
    #[error("{file}: {source}; build the files with `make assets`, or set `assets` to their folder")]
    Missing {
        /// Where it should be.
        file: PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// It isn't what the build writes.
    #[error("{file}: {source}; build the files again with `make assets`")]
    Broken {
        /// The file.
        file: PathBuf,
        /// What is wrong.
        source: serde_json::Error,
    },
    /// A file that every page needs is not in it.
    #[error("{file}: it names no {name}; build the files again with `make assets`")]
    NoFile {
        /// The file.
        file: PathBuf,
        /// What is missing.
        name: String,
    },
}

impl Manifest {
    /// Reads the manifest of this folder.
    pub fn load(folder: &Path) -> Result<Self, ManifestError> {
        let file = folder.join("manifest.json");
        let text = std::fs::read(&file).map_err(|source| ManifestError::Missing { file: file.clone(), source })?;
        let files = serde_json::from_slice(&text).map_err(|source| ManifestError::Broken { file, source })?;
        Ok(Self { folder: folder.to_owned(), files })
    }

    /// The address of a file.
    pub fn path(&self, name: &str) -> Result<String, ManifestError> {
        let missing = || ManifestError::NoFile { file: self.folder.join("manifest.json"), name: name.to_owned() };
        self.files.get(name).map(|file| format!("/{}", file.path.trim_start_matches('/'))).ok_or_else(missing)
    }
}

/// Is this the address of a built file?
pub(super) fn holds(path: &str) -> bool {
    FOLDERS.iter().any(|folder| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')))
}

const FOLDERS: [&str; 2] = ["/assets", "/pkg"];

/// `/assets/…` and `/pkg/…`, compressed when they were built.
pub fn routes(front: &Front) -> Router<Arc<Front>> {
    let kept = || {
        SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, |response: &axum::http::Response<_>| {
            let found = response.status().is_success() || response.status() == 304;
            Some(HeaderValue::from_static(if found { "public, max-age=31536000, immutable" } else { "no-store" }))
        })
    };
    let folder = |path: &str| {
        let files = ServeDir::new(front.manifest.folder.join(path.trim_start_matches('/')))
            .append_index_html_on_directories(false)
            .precompressed_br()
            .precompressed_gzip();
        ServiceBuilder::new().layer(kept()).service(files)
    };
    FOLDERS.iter().fold(Router::new(), |router, path| router.nest_service(path, folder(path)))
}
