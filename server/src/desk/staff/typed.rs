//! What was typed about a colleague, and what it means.

use app::desk::staff::fields::name;
use app::desk::staff::{Day, Typed, Wrong};
use chrono::{Datelike as _, Days, NaiveDate};
use domain::desk::role::Role;
use domain::values::{self, Email};

use crate::desk::Profile;
use crate::http::Post;
use crate::store::{Appointment, Member, RoleUntil};

/// How long an appointment is where nobody changes it.
const YEAR: Days = Days::new(365);
/// Longer than any name or address.
const MOST: usize = 200;

/// Before anything was typed.
pub(super) fn empty(today: NaiveDate) -> Typed {
    Typed { until: written(today + YEAR), ..Typed::default() }
}

/// What holds of a member now.
pub(super) fn of(member: &Member) -> Typed {
    let roles_until = member.roles.iter().map(|held| held.until).min().filter(|until| *until != member.until);
    Typed {
        roles: member.roles.iter().map(|held| held.role.slug().to_owned()).collect(),
        until: written(member.until),
        roles_until: roles_until.map(written).unwrap_or_default(),
        screened: member.screened_on.map(written).unwrap_or_default(),
        trained: member.trained_on.map(written).unwrap_or_default(),
        ..Typed::default()
    }
}

/// What was posted.
pub(super) fn read(post: &Post) -> Typed {
    let text = |name: &str| post.control(name).trim().chars().take(MOST).collect::<String>();
    let day = |name: &str| Day(["day", "month", "year"].map(|part| text(&format!("{name}.{part}"))));
    Typed {
        name: text(name::NAME),
        organisation: text(name::ORGANISATION),
        mail: text(name::MAIL),
        roles: post.values(name::ROLES).filter(|role| !role.is_empty()).map(str::to_owned).collect(),
        until: day(name::UNTIL),
        roles_until: day(name::ROLES_UNTIL),
        screened: day(name::SCREENED),
        trained: day(name::TRAINED),
    }
}

/// Who they are.
pub(super) fn profile(typed: &Typed) -> Result<Profile, Vec<Wrong>> {
    let mail = Email::parse(&typed.mail);
    let missing = [
        typed.name.is_empty().then_some(Wrong::Name),
        typed.organisation.is_empty().then_some(Wrong::Organisation),
        mail.is_err().then_some(Wrong::Mail),
    ];
    match mail {
        Ok(mail) if missing.iter().all(Option::is_none) => Ok(Profile {
            name: typed.name.clone(),
            organisation: typed.organisation.clone(),
            mail: mail.canonical().to_owned(),
        }),
        _ => Err(missing.into_iter().flatten().collect()),
    }
}

/// What they may do and until when.
pub(super) fn appointment(typed: &Typed, today: NaiveDate) -> Result<Appointment, Vec<Wrong>> {
    let roles: Option<Vec<Role>> = typed.roles.iter().map(|slug| Role::from_slug(slug)).collect();
    let roles = roles.filter(|roles| !roles.is_empty()).ok_or(Wrong::Roles);
    let until = day(&typed.until).filter(|day| *day >= today).ok_or(Wrong::Until);
    let roles_until = match (is_empty(&typed.roles_until), until) {
        (true, until) => until,
        (false, Ok(until)) => {
            day(&typed.roles_until).filter(|day| today <= *day && *day <= until).ok_or(Wrong::RolesUntil)
        }
        (false, Err(_)) => day(&typed.roles_until).filter(|day| today <= *day).ok_or(Wrong::RolesUntil),
    };
    let past = |typed: &Day, wrong| match day(typed) {
        None if is_empty(typed) => Ok(None),
        Some(day) if day <= today => Ok(Some(day)),
        _ => Err(wrong),
    };
    let (screened, trained) = (past(&typed.screened, Wrong::Screened), past(&typed.trained, Wrong::Trained));
    match (roles, until, roles_until, screened, trained) {
        (Ok(roles), Ok(until), Ok(roles_until), Ok(screened_on), Ok(trained_on)) => {
            let roles = roles.into_iter().map(|role| RoleUntil { role, until: roles_until }).collect();
            Ok(Appointment { until, roles, screened_on, trained_on })
        }
        (roles, until, roles_until, screened, trained) => {
            let mut wrong: Vec<Wrong> = [roles.err(), until.err(), roles_until.err(), screened.err(), trained.err()]
                .into_iter()
                .flatten()
                .collect();
            // An empty day for the roles is wrong only as that of the appointment is.
            wrong.dedup();
            Err(wrong)
        }
    }
}

fn is_empty(typed: &Day) -> bool {
    typed.0.iter().all(String::is_empty)
}

fn day(typed: &Day) -> Option<NaiveDate> {
    let [day, month, year] = &typed.0;
    values::Day::parse_boxes(day, month, year).ok().map(values::Day::date)
}

fn written(day: NaiveDate) -> Day {
    Day([day.day().to_string(), day.month().to_string(), day.year().to_string()])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
    }

    fn typed(change: impl FnOnce(&mut Typed)) -> Typed {
        let mut typed = Typed { roles: vec!["intake".to_owned()], ..empty(today()) };
        change(&mut typed);
        typed
    }

    fn typed_as(day: &str, month: &str, year: &str) -> Day {
        Day([day.to_owned(), month.to_owned(), year.to_owned()])
    }

    fn on(day: u32, month: u32, year: i32) -> Day {
        written(NaiveDate::from_ymd_opt(year, month, day).unwrap())
    }

    #[test]
    fn each_date_is_judged_alone_and_against_today() {
        type Change = fn(&mut Typed);
        let cases: [(Change, &[Wrong]); 13] = [
            (|_| {}, &[]),
            (|typed| typed.roles.clear(), &[Wrong::Roles]),
            (|typed| typed.roles.push("koning".to_owned()), &[Wrong::Roles]),
            (|typed| typed.until = on(21, 11, 2026), &[Wrong::Until]),
            (|typed| typed.until = Day::default(), &[Wrong::Until]),
            (|typed| typed.roles_until = on(1, 1, 2030), &[Wrong::RolesUntil]),
            (|typed| typed.screened = on(23, 11, 2026), &[Wrong::Screened]),
            (|typed| typed.trained = typed_as("31", "2", "2026"), &[Wrong::Trained]),
            (|typed| typed.screened = on(22, 11, 2026), &[]),
            (|typed| typed.screened = typed_as("1", "1", "-5"), &[Wrong::Screened]),
            (|typed| typed.screened = typed_as("1", "1", "26"), &[Wrong::Screened]),
            (|typed| typed.trained = typed_as("31", "12", "1899"), &[Wrong::Trained]),
            (|typed| typed.until = typed_as("1", "1", "20277"), &[Wrong::Until]),
        ];
        for (place, (change, expected)) in cases.into_iter().enumerate() {
            let wrong = appointment(&typed(change), today()).err().unwrap_or_default();
            assert_eq!(wrong, expected, "case {place}");
        }
    }

    #[test]
    fn roles_end_with_the_appointment_unless_they_end_earlier() {
        let until = |typed: &Typed| appointment(typed, today()).unwrap().roles[0].until;
        assert_eq!(until(&typed(|_| {})), today() + YEAR);
        let earlier = typed(|typed| typed.roles_until = on(1, 12, 2026));
        assert_eq!(until(&earlier), NaiveDate::from_ymd_opt(2026, 12, 1).unwrap());
    }

    #[test]
    fn a_person_needs_a_name_an_organisation_and_a_mailbox() {
        let wrong = profile(&Typed::default()).err().unwrap_or_default();
        assert_eq!(wrong, [Wrong::Name, Wrong::Organisation, Wrong::Mail]);
        let good = Typed {
            name: "Noor Voorbeeld".into(),
            organisation: "Huis".into(),
            mail: "noor@huis.example".into(),
            ..Typed::default()
        };
        assert_eq!(profile(&good).ok().map(|profile| profile.mail).as_deref(), Some("noor@huis.example"));
    }
}
