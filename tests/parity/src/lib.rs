//! Parity of browser and server.
