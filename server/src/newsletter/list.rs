//! The list with its addresses, as far as the mail key opens them.

use zeroize::Zeroizing;

use super::NewsletterError;
use crate::outbox::sender_header;
use crate::seal::OpenError;
use crate::seal::mail_key::MailKey;
use crate::store::{Store, Subscription};

/// Rows read at a time.
const PAGE: u64 = 500;

/// Someone who gets the newsletter.
pub struct Reader {
    /// The address.
    pub address: Zeroizing<String>,
    /// What the store keeps beside it.
    pub subscription: Subscription,
}

/// The whole list of a house, unopened.
pub async fn read_list(store: &Store, house: &str) -> Result<Vec<Subscription>, NewsletterError> {
    let mut all: Vec<Subscription> = Vec::new();
    loop {
        let after = all.last().map_or("", |last| last.reference.as_str());
        let page = store.subscriptions().on_the_list(house, after, PAGE).await?;
        if page.is_empty() {
            return Ok(all);
        }
        all.extend(page);
    }
}

impl Reader {
    /// Opens one line of the list.
    pub fn open(key: &MailKey, house: &str, subscription: Subscription) -> Result<Self, NewsletterError> {
        let opened = key.open(&sender_header(house, &subscription.reference), &subscription.address);
        let address = opened
            .and_then(|bytes| String::from_utf8(bytes.to_vec()).map(Zeroizing::new).map_err(|_| OpenError::NotSealed));
        match address {
            Ok(address) => Ok(Self { address, subscription }),
            Err(error) => Err(NewsletterError::Key { reference: subscription.reference, error }),
        }
    }
}
