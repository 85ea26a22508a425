//! Which criteria are judged, and how many of them were met. It tells whoever decides and never decides; that somebody judged at all is asked
//! before a case is taken on (`file`).

use crate::answers::Answers;
use crate::form::Form;
use crate::regime::Regime;

/// A card with criteria.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Card {
    /// Those of the Regieteam: one of three is enough.
    Regieteam,
    /// Those for a case meeting (BGS art. 2.20 lid 1): all four; beside them those that the houses of the country share.
    Admission,
}

/// What a card says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Met {
    /// How many criteria are met.
    pub met: usize,
    /// How many there are.
    pub of: usize,
    /// Whether that is enough.
    pub is_enough: bool,
    /// Whether one of the national criteria is met too; `None` where the card has none.
    pub national: Option<bool>,
}

impl Card {
    /// The card for what this form brings in; `None` where no criteria are judged.
    pub const fn of(form: &Form) -> Option<Self> {
        match form.regime {
            Regime::Regieteam if super::is_weighed(form) => Some(Self::Regieteam),
            Regime::Wgs if super::is_weighed(form) => Some(Self::Admission),
            _ => None,
        }
    }

    /// The slug of the act that judges it.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Regieteam => "criteria-regieteam",
            Self::Admission => "criteria-casusoverleg",
        }
    }

    /// The answers that count, and how they count.
    pub fn met(self, accepted: &Answers) -> Met {
        let is_met = |name: &&&str| accepted.get(name) == "ja";
        let names = self.criteria();
        let met = names.iter().filter(is_met).count();
        match self {
            Self::Regieteam => Met { met, of: names.len(), is_enough: met > 0, national: None },
            Self::Admission => {
                let national = NATIONAL.iter().any(|name| is_met(&name));
                Met { met, of: names.len(), is_enough: met == names.len(), national: Some(national) }
            }
        }
    }

    /// The questions of the criteria.
    pub const fn criteria(self) -> &'static [&'static str] {
        match self {
            Self::Regieteam => &["judged.domains", "judged.chains", "judged.surroundings"],
            Self::Admission => &["judged.problems", "judged.domains", "judged.harm", "judged.participants"],
        }
    }
}

const NATIONAL: &[&str] = &["judged.complex", "judged.local"];

impl Met {
    /// In a sentence, for whoever decides.
    pub fn text(self) -> String {
        let Self { met, of, is_enough, national } = self;
        let enough = if is_enough { "Dat is genoeg." } else { "Dat is niet genoeg." };
        let beside = match national {
            Some(true) => " Ook een van de landelijke criteria is van toepassing.",
            Some(false) => " De landelijke criteria zijn niet van toepassing.",
            None => "",
        };
        format!("{met} van de {of} criteria van toepassing. {enough}{beside}")
    }
}

#[cfg(test)]
mod tests;
