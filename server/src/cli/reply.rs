//! What the house tells the sender of a referral from the command line: that it spoke with them, and its answer.

use std::io::Write as _;
use std::path::Path;

use app::paths::Follow;
use domain::forms;
use domain::referral::Happening;
use domain::values::LongText;

use super::Failure;
use crate::audit::{Actor, Entry, Event};
use crate::clock::{Clock as _, SystemClock};
use crate::config::Config;
use crate::content;
use crate::follow::Message;
use crate::follow::message::Sealing;
use crate::house_key::HouseKeyring;
use crate::mail::{Facts, MailKind};
use crate::outbox::{seal_mail, sender_header};
use crate::random::SystemRandom;
use crate::seal::keys::PublicKeys;
use crate::seal::mail_key::MailKey;
use crate::store::{NewMail, Outcome, Referral, Store};

pub(super) async fn contacted(store: &Store, config: &Config, reference: &str) -> Result<(), Failure> {
    let referral = find(store, reference).await?;
    happen(store, config, &referral, Happening::Contacted, Message::default(), Vec::new()).await
}

pub(super) async fn answer(store: &Store, config: &Config, reference: &str, file: &Path) -> Result<(), Failure> {
    let referral = find(store, reference).await?;
    let text = std::fs::read_to_string(file)
        .map_err(|error| Failure::Said(format!("{}: {error}; name the file with the answer", file.display())))?;
    let text = LongText::parse(&text).map_err(|_| Failure::Said(format!("{} is empty", file.display())))?;
    let mails = news(config, &referral)?;
    let told = mails.len();
    happen(store, config, &referral, Happening::Answered, Message::of(text.canonical().to_owned()), mails).await?;
    let mut screen = std::io::stdout().lock();
    match told {
        0 => writeln!(screen, "{reference} is answered. Its sender gave no address: nobody is mailed.")?,
        _ => writeln!(screen, "{reference} is answered. A mail tells its sender that there is news.")?,
    }
    Ok(())
}

async fn find(store: &Store, reference: &str) -> Result<Referral, Failure> {
    let referral = store.referrals().find(reference).await?;
    referral.ok_or_else(|| Failure::Said("there is no referral with this number".into()))
}

async fn happen(
    store: &Store,
    config: &Config,
    referral: &Referral,
    what: Happening,
    message: Message,
    mails: Vec<NewMail>,
) -> Result<(), Failure> {
    let (house, reference) = (&referral.summary.house, &referral.summary.reference);
    let unfollowed = || Failure::Said("nobody can follow this referral: it came in before that was possible".into());
    let follower = referral.follower.as_ref().ok_or_else(unfollowed)?;
    let files = PublicKeys::load(&config.keys(house))?;
    let mail_key = MailKey::load(&config.keys(house))?;
    let house_key = HouseKeyring { house, files: &files, mail_key: &mail_key, store, random: &SystemRandom };
    let keys = house_key.sealing().await?;
    let at = SystemClock.now();
    let sealing = Sealing { house, keys: &keys, follower, random: &SystemRandom, at };
    let happening = message.seal(sealing, reference, what).map_err(|error| Failure::Said(error.to_string()))?;
    let entry = Entry::new(at, Actor::Operator, Event::ReferralHappening { reference: reference.clone(), what });
    match store.timeline().add(reference, happening, mails, entry).await? {
        Outcome::Done(_) => Ok(()),
        Outcome::TooLate(status) | Outcome::Overtaken(status) => {
            Err(Failure::Said(format!("nothing was changed: this referral is {} already", status.slug())))
        }
        Outcome::NoSuchReferral => Err(Failure::Said("there is no referral with this number".into())),
    }
}

/// A mail that there is news, for a sender who gave an address.
fn news(config: &Config, referral: &Referral) -> Result<Vec<NewMail>, Failure> {
    let (house, reference) = (&referral.summary.house, &referral.summary.reference);
    let Some(sender) = &referral.sender else { return Ok(Vec::new()) };
    let key = MailKey::load(&config.keys(house))?;
    let address =
        key.open(&sender_header(house, reference), sender).map_err(|error| Failure::Said(error.to_string()))?;
    let address = String::from_utf8_lossy(&address).into_owned();
    let from = config.houses.iter().find(|known| known.house == *house);
    let from = from.ok_or_else(|| Failure::Said(format!("the settings name no house {house}; change `houses`")))?;
    let words = content::load(&config.content.join(house)).map_err(|faults| Failure::Said(faults.to_string()))?;
    let facts = Facts {
        reference: reference.clone(),
        noun: forms::find(&referral.summary.form).map_or("bericht", |form| form.words.noun).to_owned(),
        link: format!("{}{}", from.public_url, Follow::Here),
        house: words.house.name(),
        phone: words.house.phone.shown,
        ..Facts::default()
    };
    let mail = seal_mail(&key, from, MailKind::News, &address, &facts, &SystemRandom);
    Ok(vec![mail.map_err(|error| Failure::Said(error.to_string()))?])
}
