//! Whom a request comes from.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::http::HeaderMap;

use super::Pace;

/// Whom a request comes from, as far as the limits care. It can't be printed: an address is personal data.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Sender(Option<IpAddr>);

impl Sender {
    /// An address elsewhere; none for this machine itself.
    pub(super) fn address(self) -> Option<IpAddr> {
        self.0
    }
}

impl Pace {
    /// Whom a request comes from: its peer, or whom the trusted proxy names as its own peer. Nobody else is believed, and of
    /// `X-Forwarded-For` only the last address: those before it were written by whoever sent the request.
    ///
    /// This machine itself is not limited: tests and tools on it, and a proxy on it that nobody named. The latter shows in `zvh check`.
    pub fn sender(&self, peer: Option<SocketAddr>, headers: &HeaderMap) -> Sender {
        let peer = peer.map(|peer| peer.ip().to_canonical());
        let address = if self.is_proxy(peer) { last_forwarded(headers).or(peer) } else { peer };
        Sender(address.filter(|address| !address.is_loopback()))
    }
}

impl Pace {
    /// Whether the trusted proxy asks without a word about for whom: then all who come through it count as one, or, where it runs on this
    /// machine, as nobody.
    pub(super) fn is_silent_proxy(&self, peer: Option<SocketAddr>, headers: &HeaderMap) -> bool {
        self.is_proxy(peer.map(|peer| peer.ip().to_canonical())) && last_forwarded(headers).is_none()
    }

    fn is_proxy(&self, peer: Option<IpAddr>) -> bool {
        peer.is_some() && peer == self.trusted_proxy
    }

    /// Says so in the log, once: of a post, because tools on the proxy's machine only read.
    pub fn warn_of_silent_proxy(&self, peer: Option<SocketAddr>, headers: &HeaderMap) {
        if self.is_silent_proxy(peer, headers) {
            self.warned.call_once(|| {
                tracing::warn!("a post came from `trusted_proxy` without X-Forwarded-For: the limits can't tell its senders apart; see \"Limits\" in docs/running.md");
            });
        }
    }
}

/// The last address of `X-Forwarded-For`, with or without a port.
fn last_forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    let last = headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    let last = last.rsplit(',').next()?.trim();
    let bare = last.trim_start_matches('[').trim_end_matches(']');
    let address = bare.parse().ok().or_else(|| last.parse::<SocketAddr>().ok().map(|with_port| with_port.ip()));
    address.map(|address: IpAddr| address.to_canonical())
}

/// Under what an address is counted. Who has one IPv6 address has all 2^64 of its network (RFC 6177).
pub(super) fn counted(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << 64)).into(),
    }
}
