//! What the web side knows: the house and its words, the files of this build, the services. Made once at start, shared by all.

use std::path::PathBuf;
use std::sync::Arc;

use app::document::{Assets, IslandFiles, Site};
use chrono::{DateTime, NaiveDate, Utc};
use domain::calendar;
use domain::context::{Context, Municipality, Partner};
use domain::values::HousePrefix;

use crate::clock;
use crate::content::{self, Content};
use crate::http::assets::{Manifest, ManifestError};
use crate::services::Services;

/// What the web side knows.
pub struct Front {
    /// Store, keys, time, mail.
    pub services: Services,
    /// The words of the house.
    pub content: Content,
    /// The house and the files, as pages want them.
    pub site: Site,
    /// The built files.
    pub manifest: Manifest,
    /// The letters every reference of the house starts with.
    pub prefix: HousePrefix,
}

/// Why the web side can't start.
#[derive(Debug, thiserror::Error)]
pub enum FrontError {
    /// The folder of the house is broken.
    #[error("{0}")]
    Content(#[from] content::Faults),
    /// The built files are missing.
    #[error(transparent)]
    Assets(#[from] ManifestError),
    /// A setting of the house can't be used.
    #[error("{file}: {problem}")]
    Setting {
        /// The file.
        file: PathBuf,
        /// What is wrong and how to mend it.
        problem: String,
    },
}

impl Front {
    /// Loads the house and the built files.
    pub fn load(services: Services) -> Result<Arc<Self>, FrontError> {
        let config = services.config.clone();
        let folder = config.content.join(&config.house);
        let content = content::load(&folder)?;
        let manifest = Manifest::load(&config.assets)?;
        let setting = |problem| FrontError::Setting { file: folder.join("house.toml"), problem };
        let prefix = HousePrefix::parse(&content.settings.reference_prefix)
            .map_err(|_| setting("reference_prefix: write two to four capital letters, as \"WM\"".to_owned()))?;
        let site = Site { house: content.house.clone(), assets: assets(&manifest)?, origin: config.public_url.clone() };
        Ok(Arc::new(Self { services, content, site, manifest, prefix }))
    }

    /// This moment.
    pub fn now(&self) -> DateTime<Utc> {
        self.services.clock.now()
    }

    /// Today in the Netherlands.
    pub fn today(&self) -> NaiveDate {
        clock::today(self.now())
    }

    /// What the rules need to know of the day and the house.
    pub fn context(&self) -> Context {
        let partner = |partner: &content::Partner| Partner {
            id: partner.id.clone(),
            name: partner.name.clone(),
            kind: partner.kind,
        };
        let municipality = |place: &content::settings::Municipality| Municipality {
            code: place.code.clone(),
            name: place.name.clone(),
        };
        Context {
            today: self.today(),
            partners: self.content.partners.iter().map(partner).collect(),
            municipalities: self.content.settings.municipalities.iter().map(municipality).collect(),
        }
    }

    /// "zaterdag 28 november 2026"
    pub fn written(&self, moment: DateTime<Utc>) -> String {
        calendar::long(clock::today(moment))
    }
}

fn assets(manifest: &Manifest) -> Result<Assets, ManifestError> {
    // Without its bundle a page works by plain forms.
    let bundle = |module, wasm| {
        let (boot, module, wasm) = (manifest.path("boot.js"), manifest.path(module), manifest.path(wasm));
        Some(IslandFiles { boot: boot.ok()?, module: module.ok()?, wasm: wasm.ok()? })
    };
    Ok(Assets {
        stylesheet: manifest.path("site.css")?,
        font: manifest.path("noto-sans-400.woff2")?,
        icon: manifest.path("icon.svg")?,
        island: bundle("client.js", "client.wasm"),
        simulation_style: manifest.path("simulation.css").ok(),
        simulation: bundle("simulation.js", "simulation.wasm"),
    })
}
