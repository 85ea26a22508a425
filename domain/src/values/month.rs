//! The months by name, written and read.

const NAMES: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// The Dutch name of month 1 to 12; empty for any other number.
pub fn month_name(month: u32) -> &'static str {
    month.checked_sub(1).and_then(|index| NAMES.get(index as usize)).copied().unwrap_or_default()
}

/// The month with this name, in full or cut off after three letters or more; `mrt` for March.
pub(super) fn month_by_name(text: &str) -> Option<u32> {
    let name = text.to_ascii_lowercase();
    if name == "mrt" {
        return Some(3);
    }
    (1..=12).find(|&month| name.len() >= 3 && month_name(month).starts_with(&name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_read_as_people_write_them() {
        for (text, month) in [
            ("jan", Some(1)),
            ("Feb", Some(2)),
            ("februari", Some(2)),
            ("mrt", Some(3)),
            ("maart", Some(3)),
            ("mei", Some(5)),
            ("JUNI", Some(6)),
            ("jul", Some(7)),
            ("sept", Some(9)),
            ("okt", Some(10)),
            ("december", Some(12)),
            ("ju", None),
            ("m", None),
            ("", None),
            ("octo", None),
            ("januarius", None),
        ] {
            assert_eq!(month_by_name(text), month, "{text:?}");
        }
    }
}
