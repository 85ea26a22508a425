//! zvh.
fn main() {}
