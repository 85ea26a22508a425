//! Where a case is, in the words of the people of the house.

use domain::referral::Status;

/// "Wacht op aanvulling".
pub const fn text(status: Status) -> &'static str {
    match status {
        Status::Received => "Ontvangen",
        Status::Confirmed => "Ontvangen, e-mailadres bevestigd",
        Status::Contacted => "Contact gehad",
        Status::Asked => "Wacht op aanvulling",
        Status::Decided => "Besloten, nog niet beantwoord",
        Status::Closed => "Afgesloten",
        Status::Answered => "Beantwoord",
        Status::Withdrawn => "Ingetrokken door de afzender",
    }
}
