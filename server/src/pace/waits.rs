//! Who waits right now before a code is looked at. Each of them holds a connection, so one address has only a few at once.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

/// The waits of each address.
pub(super) struct Waits {
    most: u32,
    now: Mutex<HashMap<IpAddr, u32>>,
}

/// A wait; it is over once this is dropped.
#[must_use]
pub struct Wait<'a> {
    waits: &'a Waits,
    address: IpAddr,
}

impl Waits {
    /// At most so many at once for each address.
    pub(super) fn new(most: u32) -> Self {
        Self { most, now: Mutex::default() }
    }

    /// Begins one, where this address does not have too many.
    pub(super) fn begin(&self, address: IpAddr) -> Option<Wait<'_>> {
        let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        let count = now.entry(address).or_insert(0);
        (*count < self.most).then(|| {
            *count += 1;
            Wait { waits: self, address }
        })
    }
}

impl Drop for Wait<'_> {
    fn drop(&mut self) {
        let mut now = self.waits.now.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = now.get_mut(&self.address) {
            *count -= 1;
            if *count == 0 {
                now.remove(&self.address);
            }
        }
    }
}
