//! Names of people and organisations.

use super::Empty;
use super::typed::on_one_line;

/// A name or another short text on one line. Names know no rules ("'t Hooft", "D'Angelo", "Ng", "O"), so none are
/// made: spaces are tidied, control characters go, the rest stays as typed.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Name(String);

super::private_debug!(Name);
super::deserialize_by_parse!(Name);

impl Name {
    /// Reads any text that has a visible character.
    pub fn parse(text: &str) -> Result<Self, Empty> {
        let line = on_one_line(text);
        if line.is_empty() { Err(Empty) } else { Ok(Self(line)) }
    }

    /// On one line, single spaces.
    pub fn canonical(&self) -> &str {
        &self.0
    }

    /// On one line, single spaces.
    pub fn shown(&self) -> String {
        self.0.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_as_people_write_them() {
        for name in ["'t Hooft", "D'Angelo", "Ng", "O", "Çelik-Özdemir", "van der Berg", "李", "Jansen 2e"] {
            assert_eq!(Name::parse(name).unwrap().canonical(), name);
        }
    }

    #[test]
    fn spaces_are_tidied_and_control_characters_go() {
        assert_eq!(Name::parse("  Jan\u{0}  van\tder\r\nBerg ").unwrap().canonical(), "Jan van der Berg");
    }

    #[test]
    fn nothing_is_no_name() {
        for typed in ["", "  ", "\u{200B}", "\n\u{7}"] {
            assert_eq!(Name::parse(typed), Err(Empty), "{typed:?}");
        }
    }
}
