//! The mail that there is news for a sender who gave an address: never what the news is.

use app::paths::Follow;
use domain::form::Form;

use crate::front::Front;
use crate::http::Fault;
use crate::mail::{Facts, MailKind};
use crate::outbox::sender_header;
use crate::store::{NewMail, Referral};

/// The mail, for the transaction that makes the news; none for who gave no address.
pub(super) fn mail(front: &Front, referral: &Referral, form: &Form) -> Result<Vec<NewMail>, Fault> {
    let reference = &referral.summary.reference;
    let Some(sender) = &referral.sender else { return Ok(Vec::new()) };
    let address = front.mail_key.open(&sender_header(front.house(), reference), sender)?;
    let facts = Facts {
        reference: reference.clone(),
        noun: form.words.noun.to_owned(),
        link: format!("{}{}", front.address.public_url, Follow::Here),
        house: front.content.house.name(),
        phone: front.content.house.phone.shown.clone(),
        ..Facts::default()
    };
    Ok(vec![front.mail(MailKind::News, &String::from_utf8_lossy(&address), &facts)?])
}
