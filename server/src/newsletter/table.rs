//! The list as a table, for another program (RFC 4180).

use std::io::Write;

use super::{NewsletterError, Reader};
use crate::clock::amsterdam;
use crate::seal::mail_key::MailKey;
use crate::spreadsheet;
use crate::store::Subscription;

/// Writes the list of a house, a line for each address.
pub fn write_table(list: Vec<Subscription>, key: &MailKey, house: &str, to: impl Write) -> Result<(), NewsletterError> {
    let mut table = csv::Writer::from_writer(to);
    table.write_record(["address", "topics", "form_version", "consented", "confirmed", "reference"])?;
    for subscription in list {
        let Reader { address, subscription } = Reader::open(key, house, subscription)?;
        let moment = |at| amsterdam(at).format("%Y-%m-%d %H:%M").to_string();
        table.write_record([
            // Anyone may put an address on the list, and `=cmd|…@x.nl` is one.
            spreadsheet::harmless(&address).into_owned(),
            subscription.topics.join(" "),
            subscription.form_version.to_string(),
            moment(subscription.consented_at),
            moment(subscription.confirmed_at),
            subscription.reference,
        ])?;
    }
    table.flush().map_err(|error| NewsletterError::Unwritten(error.into()))
}
