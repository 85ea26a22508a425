//! The mails that leave when something comes in.

use app::paths::{Cancel, Confirm};
use chrono::{DateTime, Utc};
use domain::calendar;
use domain::form::{Effect, Form};
use domain::rooms::Stay;

use super::moment::moment;
use crate::clock;
use crate::front::Front;
use crate::http::Fault;
use crate::mail::{Booked, Facts, MailKind};
use crate::store::NewMail;

/// What came in, as far as mails tell of it.
pub(super) struct Incoming<'a> {
    /// Its number.
    pub(super) reference: &'a str,
    /// The number under which the house finds it: that of the case to which a contribution belongs.
    pub(super) case: &'a str,
    /// When.
    pub(super) received_at: DateTime<Utc>,
    /// The code that shows that the mailbox is the sender's.
    pub(super) confirm: &'a str,
    /// The code that cancels what it took.
    pub(super) cancel: &'a str,
    /// What it took.
    pub(super) stay: Option<&'a Stay>,
}

/// The receipt to the sender, where there is an address; a notice to the house, where it has a mailbox for that. Never an answer in
/// either. Who subscribes is asked to confirm, and the house hears nothing: there is nothing for it to do.
pub(super) fn mails(
    front: &Front,
    form: &Form,
    address: Option<&str>,
    incoming: &Incoming<'_>,
) -> Result<Vec<NewMail>, Fault> {
    let Incoming { reference, case, received_at, confirm, cancel, stay } = *incoming;
    let confirm = Confirm::With(confirm).to_string();
    let facts = Facts {
        reference: reference.to_owned(),
        noun: form.words.noun.to_owned(),
        route: form.name.to_owned(),
        received: moment(received_at),
        promises: front.promises(form, received_at),
        confirm: format!("{}{confirm}", front.address.public_url),
        house: front.content.house.name(),
        phone: front.content.house.phone.shown.clone(),
        booked: stay.map(|stay| booked(front, stay, received_at, cancel)),
        ..Facts::default()
    };
    let mut mails = Vec::new();
    if let Effect::Subscribes(_) = form.effect {
        mails.extend(address.map(|address| front.mail(MailKind::ConfirmSubscription, address, &facts)).transpose()?);
        return Ok(mails);
    }
    if let Some(address) = address {
        let kind = if facts.booked.is_some() { MailKind::Booking } else { MailKind::Receipt };
        mails.push(front.mail(kind, address, &facts)?);
    }
    if let Some(mailbox) = &front.content.settings.legal.notice_mailbox {
        mails.push(front.mail(
            MailKind::Notice,
            mailbox,
            &Facts { reference: case.to_owned(), confirm: String::new(), booked: None, ..facts },
        )?);
    }
    Ok(mails)
}

/// What the mail of a booking tells of it.
fn booked(front: &Front, stay: &Stay, at: DateTime<Utc>, cancel: &str) -> Booked {
    let room = front.content.rooms.as_ref().map_or(stay.room.as_str(), |rooms| rooms.name(&stay.room));
    Booked {
        room: room.to_owned(),
        day: calendar::long(stay.day),
        time: stay.time(),
        starts: clock::moment_of(stay.day, stay.start),
        ends: clock::moment_of(stay.day, stay.end),
        at,
        cancel: format!("{}{}", front.address.public_url, Cancel(cancel)),
    }
}
