//! One line of the trail, before it has its place in it.

use chrono::{DateTime, Utc};

use super::{Actor, Event, Record};

/// One line of the trail, before it has its place in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// When; kept to the second.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor: Actor,
    /// What, to which object, with what result.
    pub event: Event,
}

impl Entry {
    /// This happened now.
    pub fn new(at: DateTime<Utc>, actor: Actor, event: Event) -> Self {
        Self { at, actor, event }
    }

    /// The entry as it is stored and hashed.
    pub(crate) fn record(&self) -> Record {
        let (action, object, result) = self.event.fields();
        Record { at: self.at.timestamp(), actor: self.actor.name(), action: action.into(), object, result }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::mail::MailKind;

    #[test]
    fn an_event_names_action_object_and_result() {
        let event = Event::MailFailed { reference: "ZVH-1".into(), kind: MailKind::Receipt, code: "refused" };
        let record = Entry::new(DateTime::UNIX_EPOCH, Actor::System, event).record();
        assert_eq!((record.action.as_str(), record.object.as_str()), ("mail.failed", "ZVH-1"));
        assert_eq!(record.result, "ontvangstbevestiging: refused");
    }
}
