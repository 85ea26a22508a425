//! Something that happened to a case, opened.

use app::desk::referral as pages;
use domain::referral::Happening;

use crate::desk::record::Record;
use crate::follow::Message;
use crate::store::Happened;

/// Something that happened, opened.
pub(in crate::desk) struct Step {
    /// What, when.
    pub(in crate::desk) happened: Happened,
    /// What the sender may read of it, or wrote.
    pub(in crate::desk) message: Option<Message>,
    /// What someone at the desk wrote.
    pub(in crate::desk) record: Option<Record>,
}

impl Step {
    /// Who did it.
    pub(in crate::desk) fn by(&self) -> String {
        let by_sender = self.message.as_ref().and_then(Message::by);
        match (&self.record, by_sender) {
            (Some(record), _) => record.by(),
            (None, Some(by)) => by,
            (None, None) if is_of_house(self.happened.what) => pages::THE_HOUSE.to_owned(),
            (None, None) => pages::THE_SENDER.to_owned(),
        }
    }
}

/// Whether it is the house that does this.
const fn is_of_house(what: Happening) -> bool {
    !matches!(
        what,
        Happening::Received
            | Happening::Confirmed
            | Happening::Added
            | Happening::Invited
            | Happening::Contributed
            | Happening::Replied
            | Happening::Withdrawn
    )
}
