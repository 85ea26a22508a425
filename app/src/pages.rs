//! One file per page. Each is a function from plain data to a view; [`crate::document::render`] puts the shell around it.

pub mod contact;
pub mod documents;
pub mod error;
pub mod form_off;
pub mod home;
pub mod media;
pub mod news;
pub mod no_house;
pub mod partners;
pub mod questions;
pub mod rooms;
pub mod search;
pub mod self_check;
pub mod text;
pub mod too_fast;
pub mod ways;
