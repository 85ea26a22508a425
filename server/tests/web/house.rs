//! A house that runs for one test: real content, keys and store of its own, a clock that is moved by hand.

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use domain::desk::role::{Right, Role};
use server::audit::{Actor, Entry, Event, Step};
use server::clock::{Clock as _, MovableClock};
use server::config::{Config, HouseAddress, Limits, MailSettings, Transport};
use server::desk::{Profile, seat};
use server::front::Front;
use server::hex;
use server::house_key::Unlocked;
use server::http;
use server::mail::{Mailer, Texts};
use server::outbox::{Letters, Worker};
use server::random::{SeededRandom, bytes};
use server::seal::draft::LookupHash;
use server::seal::follow::LinkSecret;
use server::seal::keys::{PrivateKey, Role as KeyOf};
use server::seal::member::{KeyCode, lock};
use server::seal::new_keys::NewKeys;
use server::seal::{Header, Kind, envelope};
use server::services::Services;
use server::store::{Appointment, Enrolment, Invitee, LockedBy, MemberId, NewMember, Passkey, RoleUntil, Store};

use crate::browser::Browser;
use crate::place::Place;

pub(crate) const HOUSE: &str = "westelijke-mijnstreek";
/// Larger than anything a person types on one page, small enough to pass.
pub(crate) const BODY_LIMIT: usize = 65_536;

/// Someone at the desk who enrolled.
pub(crate) struct Enrolled {
    pub(crate) id: MemberId,
    key: PrivateKey,
}

/// A running house.
pub(crate) struct House {
    pub(crate) front: Arc<Front>,
    pub(crate) clock: Arc<MovableClock>,
    pub(crate) place: Place,
    keys: NewKeys,
}

impl House {
    /// On SQLite, on Saturday 21 November 2026 at 13:00 in the Netherlands.
    pub(crate) async fn opens() -> Self {
        Self::at(Place::sqlite()).await
    }

    pub(crate) async fn at(place: Place) -> Self {
        Self::with(place, |_| {}).await
    }

    /// With other settings.
    pub(crate) async fn with(place: Place, change: impl FnOnce(&mut Config)) -> Self {
        write_assets(&place.var.path().join("site"));
        let clock = Arc::new(MovableClock::at("2026-11-21T12:00:00Z".parse().unwrap()));
        let mut config = settings(&place);
        change(&mut config);
        let keys = NewKeys::generate(&SeededRandom::new(1)).unwrap();
        keys.store(&config.keys(&config.houses[0].house)).unwrap();
        let front = front(config, &place, &clock, 2).await;
        Self { front, clock, place, keys }
    }

    /// Stops the program and starts it again on what it left behind.
    pub(crate) async fn starts_again(self) -> Self {
        let Self { front: old, clock, place, keys } = self;
        old.services.store.close().await;
        let front = front((*old.services.config).clone(), &place, &clock, 3).await;
        Self { front, clock, place, keys }
    }

    /// Another house of the same program: on the same store, with content and keys of its own.
    pub(crate) fn neighbour(&self, house: &str, public_url: &str) -> Arc<Front> {
        let services = self.front.services.clone();
        NewKeys::generate(&SeededRandom::new(9)).unwrap().store(&services.config.keys(house)).unwrap();
        Front::load(services, HouseAddress { house: house.to_owned(), public_url: public_url.to_owned() }).unwrap()
    }

    /// Someone who never came here before.
    pub(crate) fn visitor(&self) -> Browser {
        Browser::new(http::router(self.front.clone()))
    }

    /// Someone of the house with these roles, who holds its key and is signed in.
    pub(crate) async fn colleague(&self, roles: &[Role]) -> Browser {
        let someone = self.enrols(roles, |_| {}).await;
        if roles.iter().any(|role| role.may(Right::Open)) {
            self.gives_key(someone.id).await;
        }
        self.signs_in(&someone).await
    }

    /// Someone who was invited with these roles and made a passkey. `change`: what else is known of them.
    pub(crate) async fn enrols(&self, roles: &[Role], change: impl FnOnce(&mut NewMember)) -> Enrolled {
        let (services, now) = (&self.front.services, self.now());
        let (id, link) = self.invites(roles, change).await;
        let key = PrivateKey::generate(KeyOf::Member, &*services.random).unwrap();
        let passkey = Passkey {
            id: format!("{id}-passkey"),
            member: id,
            credential: "{}".to_owned(),
            locked_key: Vec::new(),
            locked_by: LockedBy::Passkey,
            label: "Proefbrowser".to_owned(),
            made_at: now,
            used_at: None,
        };
        let enrolment = Enrolment { link, public_key: self.front.house_key().of_member(id, &key), passkey };
        let enrolled = Entry::new(now, Actor::Operator, Event::Member { member: id, what: Step::Enrolled });
        assert!(services.store.staff_invitations().enrol(enrolment, now, enrolled).await.unwrap());
        Enrolled { id, key }
    }

    /// Someone who was invited with these roles, and the link that leads in.
    pub(crate) async fn invites(&self, roles: &[Role], change: impl FnOnce(&mut NewMember)) -> (MemberId, LookupHash) {
        let (services, now) = (&self.front.services, self.now());
        let random = &*services.random;
        let id = MemberId::new(bytes(random).unwrap());
        let profile = Profile {
            name: format!("Noor Voorbeeld {}", &id.to_string()[1..5]),
            organisation: "Zorg- en Veiligheidshuis".to_owned(),
            mail: "noor@huis.example".to_owned(),
        };
        let (today, until) = (self.front.today(), self.front.today() + chrono::Days::new(365));
        let mut new = NewMember {
            id,
            house: self.front.house().to_owned(),
            profile: profile.seal(&self.front.house_key(), id).unwrap(),
            until,
            roles: roles.iter().map(|role| RoleUntil { role: *role, until }).collect(),
            screened_on: Some(today),
            trained_on: Some(today),
        };
        change(&mut new);
        let link = LinkSecret::generate(random).unwrap().hash();
        let soon = now + TimeDelta::days(7);
        let (until, screened_on, trained_on) = (new.until, new.screened_on, new.trained_on);
        let what = Step::Invited(Box::new(Appointment { until, roles: new.roles.clone(), screened_on, trained_on }));
        let invited = Entry::new(now, Actor::Operator, Event::Member { member: id, what });
        services.store.staff_invitations().make(link, Invitee::New(new), None, soon, invited).await.unwrap();
        (id, link)
    }

    /// Who would be a colleague by a key of their own making.
    pub(crate) fn poses_as(&self, someone: &Enrolled) -> Enrolled {
        Enrolled { id: someone.id, key: PrivateKey::generate(KeyOf::Member, &*self.front.services.random).unwrap() }
    }

    /// Adds a passkey to someone whose private key is locked under a printed code; gives that code, and the number under which the
    /// page of the sign-in awaits it.
    pub(crate) async fn awaits_code(&self, someone: &Enrolled) -> (String, String) {
        let (services, house, member) = (&self.front.services, self.front.house(), someone.id.to_string());
        let random = &*services.random;
        let code = KeyCode::generate(random).unwrap();
        let id = hex::encode(&bytes::<16>(random).unwrap());
        let passkey = Passkey {
            locked_key: lock(&someone.key, &code.unlock(), house, &member, &id, random).unwrap(),
            id: id.clone(),
            member: someone.id,
            credential: "{}".to_owned(),
            locked_by: LockedBy::Code,
            label: "Proefbrowser".to_owned(),
            made_at: self.now(),
            used_at: None,
        };
        let added = Event::Member { member: someone.id, what: Step::PasskeyAdded };
        services.store.passkeys().add(passkey, Entry::new(self.now(), Actor::System, added)).await.unwrap();
        let asked = serde_json::to_vec(&serde_json::json!({ "Code": { "passkey": id } })).unwrap();
        let state = self.front.mail_key.seal(&Header::new(house, Kind::Ceremony, &id), &asked, random).unwrap();
        services.store.ceremonies().begin(id.clone(), state, self.now() + TimeDelta::minutes(5)).await.unwrap();
        (code.code().to_string(), id)
    }

    /// Gives a colleague every key of the house, as who holds the printed ones can.
    pub(crate) async fn gives_key(&self, id: MemberId) {
        let (house_key, store) = (self.front.house_key(), &self.front.services.store);
        let is_first = store.house_keys().of(self.front.house()).await.unwrap().is_empty();
        let code = if is_first { self.keys.house.code() } else { self.keys.recovery.code() };
        let unlocked = house_key.unlock(PrivateKey::from_code(&code).unwrap(), self.now()).await.unwrap();
        let Unlocked::Epochs(keys, first) = unlocked else { panic!("the printed key opens nothing") };
        let member = store.members().find(id).await.unwrap().unwrap();
        let shared = Entry::new(self.now(), Actor::Operator, Event::HouseKeyShared { member: id });
        house_key.give(&member, &keys, first, shared).await.unwrap();
    }

    /// Signs a colleague in, in a browser of their own.
    pub(crate) async fn signs_in(&self, someone: &Enrolled) -> Browser {
        let member = self.front.services.store.members().find(someone.id).await.unwrap().unwrap();
        let entry = Entry::new(self.now(), Actor::MemberWithoutRole(someone.id), Event::SignedIn);
        let secret = seat::begin(&self.front, &member, &someone.key, "Proefbrowser", entry).await.unwrap();
        let browser = self.visitor();
        browser.holds("__Host-balie", &secret.text());
        browser
    }

    /// The printed keys: of the house, and of recovery.
    pub(crate) fn printed(&self) -> [String; 2] {
        [self.keys.house.code().to_string(), self.keys.recovery.code().to_string()]
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    pub(crate) fn waits(&self, time: TimeDelta) {
        self.clock.advance(time);
    }

    /// What lies in the envelope of a referral, opened with the key of the house.
    pub(crate) async fn opens_envelope(&self, reference: &str) -> serde_json::Value {
        let referral = self.front.services.store.referrals().find(reference).await.unwrap().unwrap();
        let header = Header::new(self.front.house(), Kind::Referral, reference);
        let opened = envelope::open(&self.keys.house, &header, &referral.envelope).unwrap();
        serde_json::from_slice(&opened.body).unwrap()
    }

    /// The numbers of all referrals.
    pub(crate) async fn references(&self) -> Vec<String> {
        let all = self.front.services.store.referrals().list().await.unwrap();
        all.into_iter().map(|referral| referral.reference).collect()
    }

    /// Sends what waits in the outbox; gives the mails, as files.
    pub(crate) async fn sends_mail(&self) -> Vec<String> {
        let services = &self.front.services;
        let var = &services.config.var;
        let house = self.front.house().to_owned();
        let texts = Texts::load(&services.config.content, &house).unwrap();
        let letters = Letters { key: self.front.mail_key.clone(), texts };
        let worker = Arc::new(Worker {
            store: services.store.clone(),
            houses: [(house, letters)].into(),
            mailer: Mailer::new(&services.config.mail, var).unwrap(),
            clock: self.clock.clone(),
            random: services.random.clone(),
        });
        worker.work().await.unwrap();
        let mut mails: Vec<String> = std::fs::read_dir(var.join("mail"))
            .unwrap()
            .map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap())
            .collect();
        mails.sort();
        mails
    }

    /// What the audit trail tells, in order: `referral.received WM-…`.
    pub(crate) async fn trail(&self) -> Vec<String> {
        self.place.column("SELECT trim(action || ' ' || object) FROM audit ORDER BY seq").await
    }

    /// In which roles this was done, by what the trail says, the first first: "voorzitter".
    pub(crate) async fn roles_of(&self, action: &str) -> Vec<String> {
        let actors = self.place.column("SELECT action || ' ' || actor FROM audit ORDER BY seq").await;
        let of_action = |line: &String| line.split_whitespace().next() == Some(action);
        actors
            .iter()
            .filter(|line| of_action(line))
            .filter_map(|line| line.split_whitespace().nth(2))
            .map(str::to_owned)
            .collect()
    }
}

/// A copy of the words of the house, to be changed by a test.
pub(crate) fn copy_words(to: &Path) {
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../content").join(HOUSE), to);
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn settings(place: &Place) -> Config {
    Config {
        listen: "127.0.0.1:0".parse().unwrap(),
        var: place.var.path().to_owned(),
        content: Path::new(env!("CARGO_MANIFEST_DIR")).join("../content"),
        houses: vec![HouseAddress { house: HOUSE.to_owned(), public_url: "https://huis.example".to_owned() }],
        assets: place.var.path().join("site"),
        database_url: place.url.clone(),
        database_password_file: None,
        mail: MailSettings { from: "huis@huis.example".to_owned(), transport: Transport::Files },
        draft_lifetime: TimeDelta::days(7),
        limits: Limits { body_bytes: BODY_LIMIT, connections: 16, ..Limits::default() },
        trusted_proxy: None,
    }
}

async fn front(config: Config, place: &Place, clock: &Arc<MovableClock>, seed: u64) -> Arc<Front> {
    let address = config.houses[0].clone();
    let store = Store::open(&place.url).await.unwrap();
    let services = Services::new(config, store, clock.clone(), Arc::new(SeededRandom::new(seed)));
    Front::load(services, address).unwrap()
}

/// What a build would leave: enough to serve.
fn write_assets(site: &Path) {
    let files = [
        ("westelijke-mijnstreek.css", "assets/site-0.css"),
        ("noto-sans-400.woff2", "assets/noto-0.woff2"),
        ("westelijke-mijnstreek.svg", "assets/icon-0.svg"),
        ("voorbeeldstad.css", "assets/site-1.css"),
        ("voorbeeldstad.svg", "assets/icon-1.svg"),
        ("boot.js", "pkg/boot-0.js"),
        ("client.js", "pkg/client-0.js"),
        ("client.wasm", "pkg/client-0.wasm"),
    ];
    let mut manifest = serde_json::Map::new();
    for (name, path) in files {
        let file = site.join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, name).unwrap();
        manifest.insert(name.to_owned(), serde_json::json!({ "path": path }));
    }
    std::fs::write(site.join("manifest.json"), serde_json::to_vec(&manifest).unwrap()).unwrap();
}
