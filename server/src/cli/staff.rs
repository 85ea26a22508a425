//! `zvh staff …`: who works at the desk. The first colleague of a house comes in this way.

use std::io::Write as _;

use app::paths::Desk;
use chrono::{DateTime, Days, NaiveDate, Utc};
use clap::Subcommand;
use domain::desk::role::Role;
use domain::values::{Day, Email};

use super::keys::chosen;
use super::{Failure, open_store};
use crate::audit::{Actor, Entry, Event, Step};
use crate::clock::{Clock as _, SystemClock, today};
use crate::config::Config;
use crate::desk::Profile;
use crate::desk::invite::{LIFETIME, Person, invite};
use crate::house_key::HouseKeyring;
use crate::random::SystemRandom;
use crate::seal::keys::PublicKeys;
use crate::seal::mail_key::MailKey;
use crate::store::{Appointment, Member, MemberId, RoleUntil, Store};

/// How long an appointment is where nobody says until when.
const YEAR: Days = Days::new(365);

#[derive(Subcommand)]
pub(super) enum Staff {
    /// Let someone in at the desk: shows the link by which they make their passkey, once
    Invite(Invite),
    /// List who works, and worked, at the desk
    List {
        /// Short name of the house; may be left out where there is only one
        #[arg(long, value_name = "HOUSE")]
        house: Option<String>,
    },
    /// Someone left: their sessions end and they open nothing any more; renew the house key afterwards
    End {
        /// Number of the member, as `zvh staff list` shows it
        id: String,
    },
}

#[derive(clap::Args)]
pub(super) struct Invite {
    /// Short name of the house; may be left out where there is only one
    #[arg(long, value_name = "HOUSE")]
    house: Option<String>,
    /// First and last name
    #[arg(long)]
    name: String,
    /// For whom they work
    #[arg(long)]
    organisation: String,
    /// Their address at work
    #[arg(long, value_name = "ADDRESS")]
    mail: String,
    /// What they may do: intake, procesregisseur, voorzitter, weger, wvggz, contactpunt, fg, beheer, redactie
    #[arg(long = "role", required = true, value_name = "ROLE", value_parser = role)]
    roles: Vec<Role>,
    /// Last day of their appointment [default: a year from today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    until: Option<NaiveDate>,
    /// Last day of these roles [default: that of the appointment]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    role_until: Option<NaiveDate>,
    /// Day on which a certificate of conduct or a screening was seen; without it no role works
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    screened_on: Option<NaiveDate>,
    /// Day of the last training; without it no role works
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    trained_on: Option<NaiveDate>,
}

fn role(slug: &str) -> Result<Role, String> {
    let all = || Role::ALL.map(Role::slug).join(", ");
    Role::from_slug(slug).ok_or_else(|| format!("use one of: {}", all()))
}

/// A day from 1900 on, with a year of four digits.
fn day(text: &str) -> Result<NaiveDate, String> {
    Day::parse(text).map(Day::date).map_err(|_| "write a day as YYYY-MM-DD, from 1900 on".to_owned())
}

pub(super) async fn obey(command: Staff, config: &Config) -> Result<(), Failure> {
    let store = open_store(config).await?;
    let now = SystemClock.now();
    let outcome = match command {
        Staff::Invite(new) => let_in(config, &store, new, now).await,
        Staff::List { house } => list(config, &store, chosen(config, house.as_deref())?, now).await,
        Staff::End { id } => end(&store, &id, now).await,
    };
    store.close().await;
    outcome
}

async fn let_in(config: &Config, store: &Store, new: Invite, now: DateTime<Utc>) -> Result<(), Failure> {
    let house = chosen(config, new.house.as_deref())?;
    let mail = Email::parse(&new.mail).map_err(|_| Failure::Said("--mail: this is no mail address".into()))?;
    let until = new.until.unwrap_or(today(now) + YEAR);
    let role_until = new.role_until.unwrap_or(until);
    let works = new.screened_on.is_some() && new.trained_on.is_some();
    let person = Person {
        profile: Profile { name: new.name, organisation: new.organisation, mail: mail.canonical().to_owned() },
        appointment: Appointment {
            until,
            roles: new.roles.into_iter().map(|role| RoleUntil { role, until: role_until }).collect(),
            screened_on: new.screened_on,
            trained_on: new.trained_on,
        },
    };
    let keys = HouseFiles::load(config, house)?;
    let (id, link) = invite(&keys.of(house, store), person, now, Actor::Operator).await?;
    let mut screen = std::io::stdout().lock();
    let url = config.houses.iter().find(|known| known.house == house).map_or("", |known| known.public_url.as_str());
    writeln!(screen, "{id} is invited. This link works once, until {}. Hand it over yourself:", today(now + LIFETIME))?;
    writeln!(screen, "    {url}{}", Desk::Invitation(&link.code()))?;
    if !works {
        writeln!(screen, "No role works before --screened-on and --trained-on are known.")?;
    }
    Ok(())
}

async fn list(config: &Config, store: &Store, house: &str, now: DateTime<Utc>) -> Result<(), Failure> {
    let keys = HouseFiles::load(config, house)?;
    let mut screen = std::io::stdout().lock();
    for member in store.members().of(house).await? {
        let profile =
            Profile::open(&keys.of(house, store), &member).map_err(|error| Failure::Said(error.to_string()))?;
        let roles = member.roles.iter().map(|held| format!("{} until {}", held.role.slug(), held.until));
        let roles = roles.collect::<Vec<_>>().join(", ");
        let Profile { name, organisation, .. } = profile;
        writeln!(screen, "{}  {}  {name}, {organisation}: {roles}", member.id, state(&member, now))?;
    }
    Ok(())
}

fn state(member: &Member, now: DateTime<Utc>) -> &'static str {
    if member.left_at.is_some() {
        "left"
    } else if !member.has_enrolled() {
        "invited"
    } else if member.roles_on(today(now)).is_empty() {
        "no role works"
    } else {
        "works"
    }
}

async fn end(store: &Store, id: &str, now: DateTime<Utc>) -> Result<(), Failure> {
    let unknown = || Failure::Said("there is no member with this number; see `zvh staff list`".into());
    let id = MemberId::parse(id).ok_or_else(unknown)?;
    let member = store.members().find(id).await?.ok_or_else(unknown)?;
    let entry = Entry::new(now, Actor::Operator, Event::Member { member: id, what: Step::Left });
    store.members().end(id, now, entry).await?;
    let mut screen = std::io::stdout();
    writeln!(screen, "{id} left: every session ended, every passkey and copy of the house key is gone.")?;
    writeln!(screen, "They may have kept a key: renew it with `zvh keys rotate --house {}`.", member.house)?;
    Ok(())
}

/// The keys of a house, from its files.
pub(super) struct HouseFiles {
    files: PublicKeys,
    mail_key: MailKey,
}

impl HouseFiles {
    pub(super) fn load(config: &Config, house: &str) -> Result<Self, Failure> {
        let folder = config.keys(house);
        Ok(Self { files: PublicKeys::load(&folder)?, mail_key: MailKey::load(&folder)? })
    }

    pub(super) fn of<'a>(&'a self, house: &'a str, store: &'a Store) -> HouseKeyring<'a> {
        HouseKeyring { house, files: &self.files, mail_key: &self.mail_key, store, random: &SystemRandom }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_has_a_year_of_four_digits_from_1900_on() {
        assert_eq!(day("2027-06-01").ok(), NaiveDate::from_ymd_opt(2027, 6, 1));
        for typed in ["-0005-01-01", "26-01-01", "1899-12-31", "20277-01-01", "2027-02-30", ""] {
            assert!(day(typed).is_err(), "{typed}");
        }
    }
}
