//! When a record must go, and why (WGS art. 1.8 lid 7, BGS art. 1.16).

/// Days a draft that was never sent stays after its last change. The law sets none; this is our default, a setting of the house.
pub const DRAFT_DAYS: u32 = 7;

/// Days in which a referral that was not taken on is destroyed after the decision. BGS art. 1.16 lid 1 onder b sets no period;
/// this leaves room for questions of the referrer.
pub const REFUSED_DAYS: u32 = 28;

/// Years after the first processing at which a case that was taken on must be gone (WGS art. 1.8 lid 7).
pub const TAKEN_ON_YEARS: u32 = 5;

/// How long a kind of record stays.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Retention {
    /// The answers of a referral.
    Referral,
}

impl Retention {
    /// The rule in words, B1.
    pub fn text(self) -> String {
        match self {
            Self::Referral => format!(
                "Nemen wij de aanmelding niet aan, dan vernietigen wij uw antwoorden uiterlijk {REFUSED_DAYS} dagen na het besluit. \
                 Nemen wij de aanmelding wel aan, dan bewaren wij ze zolang het nodig is en uiterlijk {TAKEN_ON_YEARS} jaar na \
                 ontvangst (artikel 1.8 lid 7 WGS)."
            ),
        }
    }
}
