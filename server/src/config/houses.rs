//! Which houses are served, and where visitors reach each: the one that a request is for follows from its host name.
//!
//! ```toml
//! [houses]
//! noorderland = "https://huis.example"    # a folder of `content` = scheme and host
//! ```
//!
//! or `ZVH_HOUSES="<folder>=<address> <folder>=<address>"`. Without either, every folder of `content` is a house: the only one
//! at `http://localhost:<port>`, several at `http://<folder>.localhost:<port>`, which browsers take for this machine (RFC 6761).

use std::path::Path;

use super::source::{ConfigError, Source, Value};

/// A house that is served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HouseAddress {
    /// Its short name: a folder of `content`, the name its records and keys bear.
    pub house: String,
    /// How visitors reach it: scheme and host, no slash at the end.
    pub public_url: String,
}

impl HouseAddress {
    /// The host of its address, without the port.
    pub fn host(&self) -> &str {
        let host = self.public_url.split_once("://").map_or(self.public_url.as_str(), |(_, host)| host);
        host.split(':').next().unwrap_or(host)
    }
}

const KEY: &str = "houses";
const EXPECTED: &str = "folders of `content` with their addresses: <folder>=https://<host>, separated by spaces";

/// The houses that the settings name, or those that lie in `content`.
pub(super) fn read(source: &mut Source, content: &Path, port: u16) -> Result<Vec<HouseAddress>, ConfigError> {
    let mut named: Vec<(HouseAddress, String)> = Vec::new();
    for (house, given) in source.named(KEY, EXPECTED)? {
        let Value::Text(public_url) = given.value else {
            return Err(ConfigError::at(&given.place, format!("`{KEY}.{house}` should be text between quotes")));
        };
        let refuse = |expected: &str| ConfigError::at(&given.place, format!("`{KEY}.{house}` should be {expected}"));
        if !is_folder_name(&house) {
            return Err(refuse("the name of a folder in `content`"));
        }
        if !is_public_url(&public_url) {
            return Err(refuse("https:// and a host, no path"));
        }
        let address = HouseAddress { house: house.clone(), public_url };
        if named.iter().any(|(other, _)| other.host() == address.host() || other.house == address.house) {
            return Err(refuse("reached by a host name of its own"));
        }
        named.push((address, given.place));
    }
    let mut addresses: Vec<_> = named.into_iter().map(|(address, _)| address).collect();
    if addresses.is_empty() {
        addresses = on_this_machine(content, port);
    }
    addresses.sort_by(|one, other| one.house.cmp(&other.house));
    Ok(addresses)
}

fn on_this_machine(content: &Path, port: u16) -> Vec<HouseAddress> {
    let entries = std::fs::read_dir(content).into_iter().flatten().filter_map(Result::ok);
    let folders = entries.filter(|entry| entry.path().join("house.toml").is_file());
    let houses: Vec<_> = folders.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    let several = houses.len() > 1;
    let address = |house: String| {
        let host = if several { format!("{house}.localhost") } else { "localhost".to_owned() };
        HouseAddress { public_url: format!("http://{host}:{port}"), house }
    };
    houses.into_iter().map(address).collect()
}

fn is_public_url(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    host.is_some_and(|host| !host.is_empty() && !host.contains(['/', '@', '?', '#', ' ']))
}

fn is_folder_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}
