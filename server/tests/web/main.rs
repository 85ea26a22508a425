//! The web side as a browser meets it: every route, a whole referral, drafts, limits, faults. No sockets: requests go
//! straight into the router, over the real content of the first house, a store of their own and a clock that is moved by hand.
//!
//! `house` makes such a house, `browser` is someone at a keyboard without script, `page` reads the HTML as a browser does and
//! holds every page to what every page must keep to, `referral` is what is typed.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that fails should fail loudly")]

mod anything;
mod browser;
mod demo;
mod desk;
mod desk_keys;
mod desk_wvggz;
mod drafts;
mod follow;
mod house;
mod journey;
mod keeping;
mod late;
mod limits;
mod newsletter;
mod own;
mod pace;
mod page;
mod place;
mod publishing;
mod referral;
mod rooms;
mod routes;
mod search;
mod self_check;
mod sending;
mod simulation;
mod tabs;
mod trail;
mod two_houses;
mod versions;
mod watching;
