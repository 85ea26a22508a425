//! What people see: pages and components, rendered on the server; in the browser one island for the wizard and one for the simulation.

#[cfg(feature = "ssr")]
pub mod components;
#[cfg(feature = "ssr")]
pub mod demo;
#[cfg(feature = "ssr")]
pub mod desk;
#[cfg(feature = "ssr")]
pub mod development;
#[cfg(feature = "ssr")]
pub mod document;
#[cfg(feature = "browser")]
mod dom;
#[cfg(feature = "ssr")]
pub mod follow;
#[cfg(feature = "ssr")]
pub mod house;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod passages;
pub mod paths;
#[cfg(feature = "ssr")]
pub mod place;
pub mod simulation;
#[cfg(feature = "ssr")]
pub mod tables;
#[cfg(feature = "ssr")]
pub mod terms;
#[cfg(feature = "ssr")]
pub mod unsubscribe;
#[cfg(any(feature = "ssr", feature = "hydrate"))]
pub mod wizard;
