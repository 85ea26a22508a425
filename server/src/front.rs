//! What the web side knows of one house: its words, its keys, the files of this build, the services. Made once at start.

use std::path::PathBuf;
use std::sync::Arc;

use app::document::{Assets, IslandFiles, Site};
use chrono::{DateTime, NaiveDate, Utc};
use domain::context::{Context, Municipality, Neighbour, Partner};
use domain::form::Form;
use domain::values::HousePrefix;
use domain::{calendar, promise};

use crate::clock;
use crate::config::HouseAddress;
use crate::content::{self, Content};
use crate::house_key::{HouseKeyError, HouseKeyring, OtherKeys};
use crate::http::assets::{Manifest, ManifestError};
use crate::mail::{Facts, MailKind};
use crate::outbox::{self, MailError, seal_mail};
use crate::seal::SealError;
use crate::seal::key_file::KeyFileError;
use crate::seal::keys::{PublicKey, PublicKeys};
use crate::seal::mail_key::MailKey;
use crate::services::Services;
use crate::store::{NewMail, StoreError};

/// What the web side knows.
pub struct Front {
    /// Store, time, chance.
    pub services: Services,
    /// Its short name, and where visitors reach it.
    pub address: HouseAddress,
    /// Its public keys as they lie in files: those of the first epoch. What seals now: [`Front::sealing_keys`].
    pub key_files: PublicKeys,
    /// Hides addresses and names, and makes marks.
    pub mail_key: Arc<MailKey>,
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
    /// The keys of the house can't be used.
    #[error(transparent)]
    Keys(#[from] KeyFileError),
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
    /// Loads a house and the built files.
    pub fn load(services: Services, address: HouseAddress) -> Result<Arc<Self>, FrontError> {
        let config = services.config.clone();
        let folder = config.content.join(&address.house);
        let content = content::load(&folder)?;
        let manifest = Manifest::load(&config.assets)?;
        let setting = |problem| FrontError::Setting { file: folder.join("house.toml"), problem };
        let prefix = HousePrefix::parse(&content.settings.reference_prefix)
            .map_err(|_| setting("reference_prefix: write two to four capital letters, as \"WM\"".to_owned()))?;
        let key_files = PublicKeys::load(&config.keys(&address.house))?;
        let mail_key = Arc::new(MailKey::load(&config.keys(&address.house))?);
        let assets = assets(&manifest, &address.house)?;
        let site = Site { house: content.house.clone(), assets, origin: address.public_url.clone() };
        Ok(Arc::new(Self { services, address, key_files, mail_key, content, site, manifest, prefix }))
    }

    /// The short name of the house: its records and sealed headers bear it.
    pub fn house(&self) -> &str {
        &self.address.house
    }

    /// Its keys through all epochs.
    pub fn house_key(&self) -> HouseKeyring<'_> {
        HouseKeyring {
            house: self.house(),
            files: &self.key_files,
            mail_key: &self.mail_key,
            store: &self.services.store,
            random: &*self.services.random,
        }
    }

    /// Which house key is in use, where the key files belong to this database.
    pub async fn known_key(&self) -> Result<PublicKey, OtherKeys> {
        self.house_key().belongs(&self.services.config.keys(self.house())).await
    }

    /// What referrals are sealed to now. A key that was changed from outside seals nothing: that part of the store counts as away.
    pub async fn sealing_keys(&self) -> Result<PublicKeys, StoreError> {
        self.house_key().sealing().await.map_err(|error| match error {
            HouseKeyError::Store(error) => error,
            other => StoreError::Unavailable(other.to_string()),
        })
    }

    /// A mail for [`crate::store::Submission::mails`]. Ring [`Services::bell`] once the submission is accepted.
    pub fn mail(&self, kind: MailKind, to: &str, facts: &Facts) -> Result<NewMail, MailError> {
        seal_mail(&self.mail_key, &self.address, kind, to, facts, &*self.services.random)
    }

    /// The address of a sender, kept for later mails.
    pub fn seal_sender(&self, reference: &str, address: &str) -> Result<Vec<u8>, SealError> {
        let header = outbox::sender_header(self.house(), reference);
        self.mail_key.seal(&header, address.as_bytes(), &*self.services.random)
    }

    /// The sentences of what the house promises about this form, for something that came in at this moment.
    pub fn promises(&self, form: &Form, received: DateTime<Utc>) -> Vec<String> {
        promise::sentences(form.promises, clock::today(received), &self.content.settings.calendar)
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
            mail_domains: partner.mail_domains.clone(),
        };
        let neighbour =
            |area: &content::settings::Neighbour| Neighbour { id: area.id.clone(), label: area.label.clone() };
        let municipality = |place: &content::settings::Municipality| Municipality {
            code: place.code.clone(),
            name: place.name.clone(),
        };
        Context {
            today: self.today(),
            partners: self.content.partners.iter().map(partner).collect(),
            municipalities: self.content.settings.municipalities.iter().map(municipality).collect(),
            neighbours: self.content.settings.neighbours.iter().map(neighbour).collect(),
            rooms: self.content.rooms.iter().flat_map(content::Rooms::offered).collect(),
        }
    }

    /// "zaterdag 28 november 2026"
    pub fn written(&self, moment: DateTime<Utc>) -> String {
        calendar::long(clock::today(moment))
    }
}

fn assets(manifest: &Manifest, house: &str) -> Result<Assets, ManifestError> {
    // Without its bundle a page works by plain forms.
    let bundle = |module, wasm| {
        let (boot, module, wasm) = (manifest.path("boot.js"), manifest.path(module), manifest.path(wasm));
        Some(IslandFiles { boot: boot.ok()?, module: module.ok()?, wasm: wasm.ok()? })
    };
    Ok(Assets {
        stylesheet: manifest.path(&format!("{house}.css"))?,
        font: manifest.path("noto-sans-400.woff2")?,
        icon: manifest.path(&format!("{house}.svg"))?,
        island: bundle("client.js", "client.wasm"),
        simulation_style: manifest.path("simulation.css").ok(),
        simulation: bundle("simulation.js", "simulation.wasm"),
        desk_style: manifest.path("desk.css").ok(),
        desk_script: manifest.path("desk.js").ok(),
    })
}
