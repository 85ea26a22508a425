//! x
/// x
pub fn field_of(_: &str) -> Option<&'static str> { None }
/// x
pub fn text_of(_: &str) -> Option<&'static str> { None }
