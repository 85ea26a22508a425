//! Whoever fills in can be reached: by mail or by telephone. A rule for every step that asks for one of both.

use serde::Deserialize;
use validator::{Validate, ValidationError};

use super::across::broken_if;

/// What the rule looks at.
#[derive(Deserialize, Validate)]
#[validate(schema(function = by_mail_or_telephone))]
pub struct Reachable {
    email: Option<String>,
    phone: Option<String>,
}

fn by_mail_or_telephone(sender: &Reachable) -> Result<(), ValidationError> {
    broken_if(sender.email.is_none() && sender.phone.is_none(), "sender_unreachable")
}
