//! People who work at the desk of a house and do not exist: for a house to show.

use crate::desk::role::Role;

/// Someone invented.
pub struct Colleague {
    /// First and last name: plainly a game.
    pub name: &'static str,
    /// For whom they work.
    pub organisation: &'static str,
    /// Their address at work.
    pub mail: &'static str,
    /// What they may do.
    pub role: Role,
}

/// One for every role, and a second for what takes two.
pub const COLLEAGUES: &[Colleague] = &[
    of_house("Noor Voorbeeld", "noor@huis.example", Role::Intake),
    of_house("Daan Verzonnen", "daan@huis.example", Role::Procesregisseur),
    of_house("Fleur Fictief", "fleur@huis.example", Role::Chair),
    Colleague { name: "Bram Bedacht", organisation: "Politie", mail: "bram@politie.example", role: Role::Weigher },
    Colleague {
        name: "Sara Denkbeeld",
        organisation: "Gemeente (verzonnen)",
        mail: "sara@gemeente.example",
        role: Role::Weigher,
    },
    of_house("Wout Oefening", "wout@huis.example", Role::WvggzProcesregisseur),
    of_house("Carla Fantasie", "carla@huis.example", Role::ContactPoint),
    of_house("Floor Proefpersoon", "floor@huis.example", Role::Officer),
    of_house("Adam Testman", "adam@huis.example", Role::Administrator),
    of_house("Roos Schijn", "roos@huis.example", Role::Editor),
];

const fn of_house(name: &'static str, mail: &'static str, role: Role) -> Colleague {
    Colleague { name, organisation: "Zorg- en Veiligheidshuis (verzonnen)", mail, role }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_a_colleague_for_every_role() {
        for role in Role::ALL {
            assert!(COLLEAGUES.iter().any(|colleague| colleague.role == role), "{role:?}");
        }
    }
}
