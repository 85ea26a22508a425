//! A step as one form asks it: the shared questions, some of them asked in another way.

use super::{Field, Part};

/// These parts, with this field in the place of the one of the same name. Forms are made while compiling, so this is too.
///
/// # Panics
/// Where no field has that name: the compiler stops.
pub const fn replaced<const N: usize>(mut parts: [Part; N], field: Field) -> [Part; N] {
    let mut at = 0;
    while at < N {
        if let Part::Field(shared) = &parts[at]
            && is_same(shared.name, field.name)
        {
            parts[at] = Part::Field(field);
            return parts;
        }
        at += 1;
    }
    panic!("no field of this name to replace")
}

/// `==`, which does not exist while compiling.
const fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}
