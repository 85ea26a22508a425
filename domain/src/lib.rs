//! The rules.

pub mod calendar;
pub mod values;
