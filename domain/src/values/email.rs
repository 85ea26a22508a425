//! The mail address. Checked for what typing errors look like; only a mail that arrives proves one.

use super::typed::{is_invisible, is_space};

/// A mail address: one at sign, a dot in the domain, at most 254 bytes. Plus, subdomains and letters beyond ASCII
/// (RFC 6531, IDN) are fine; quoted names and bare numeric hosts are not.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Email {
    address: String,
    at: usize,
}

super::private_debug!(Email);
super::deserialize_by_parse!(Email);

/// Why a text is no mail address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmailError {
    /// A space or control character inside.
    Space,
    /// No at sign, or more than one.
    At,
    /// What stands before the at sign is missing, too long or holds a character that has no place there.
    Local,
    /// What stands behind the at sign is no domain: no dot, a label missing, a character that has no place there.
    Domain,
    /// Longer than mail can carry (RFC 5321 § 4.5.3.1.3).
    TooLong,
}

impl Email {
    const LONGEST: usize = 254;
    const LONGEST_LOCAL: usize = 64;
    const LONGEST_LABEL: usize = 63;

    /// Reads an address; what is around it is trimmed, the domain becomes lower case.
    pub fn parse(text: &str) -> Result<Self, EmailError> {
        let text = text.trim_matches(|c| is_space(c) || is_invisible(c));
        if text.contains(|c| is_space(c) || is_invisible(c)) {
            return Err(EmailError::Space);
        }
        let (local, domain) = text.split_once('@').ok_or(EmailError::At)?;
        if domain.contains('@') {
            return Err(EmailError::At);
        }
        if text.len() > Self::LONGEST {
            return Err(EmailError::TooLong);
        }
        if !is_local_part(local) {
            return Err(EmailError::Local);
        }
        if !is_domain(domain) {
            return Err(EmailError::Domain);
        }
        Ok(Self { address: [local, domain.to_ascii_lowercase().as_str()].join("@"), at: local.len() })
    }

    /// The address as mail takes it.
    pub fn canonical(&self) -> &str {
        &self.address
    }

    /// The address.
    pub fn shown(&self) -> String {
        self.address.clone()
    }

    /// What stands behind the at sign, in lower case.
    pub fn domain(&self) -> &str {
        &self.address[self.at + 1..]
    }

    /// The address is at a provider where people have private mail. Reason for a warning, never for a refusal: small
    /// practices use them too.
    pub fn is_free_mail(&self) -> bool {
        let domain = self.domain();
        let (name, end) = domain.split_once('.').unwrap_or((domain, ""));
        FREE_MAIL.contains(&domain) || (FREE_MAIL_IN_MANY_COUNTRIES.contains(&name) && is_country_end(end))
    }
}

/// Providers of private mail, Dutch access providers among them.
const FREE_MAIL: [&str; 42] = [
    "aol.com",
    "caiway.net",
    "caiway.nl",
    "casema.nl",
    "chello.nl",
    "fastmail.com",
    "freedom.nl",
    "gmail.com",
    "googlemail.com",
    "hetnet.nl",
    "home.nl",
    "icloud.com",
    "kabelfoon.nl",
    "kpnmail.nl",
    "kpnplanet.nl",
    "mac.com",
    "mail.com",
    "me.com",
    "msn.com",
    "multiweb.nl",
    "onsbrabantnet.nl",
    "orange.nl",
    "planet.nl",
    "pm.me",
    "proton.me",
    "protonmail.com",
    "quicknet.nl",
    "rocketmail.com",
    "skynet.be",
    "solcon.nl",
    "t-online.de",
    "tele2.nl",
    "telenet.be",
    "telfort.nl",
    "tuta.com",
    "tutanota.com",
    "upcmail.nl",
    "wanadoo.nl",
    "web.de",
    "xs4all.nl",
    "zeelandnet.nl",
    "ziggo.nl",
];

/// Providers with an address per country: `hotmail.nl`, `yahoo.co.uk`.
const FREE_MAIL_IN_MANY_COUNTRIES: [&str; 6] = ["gmx", "hotmail", "live", "outlook", "yahoo", "ymail"];

/// `com`, `net`, a country (`nl`), or a country's commercial branch (`co.uk`).
fn is_country_end(end: &str) -> bool {
    let country = end.strip_prefix("co.").or_else(|| end.strip_prefix("com.")).unwrap_or(end);
    matches!(end, "com" | "net") || country.len() == 2
}

fn is_local_part(local: &str) -> bool {
    let fits = (1..=Email::LONGEST_LOCAL).contains(&local.len());
    let dots_between = local.split('.').all(|part| !part.is_empty());
    // RFC 5322 atext, and anything beyond ASCII.
    let characters = |c: char| !c.is_ascii() || c.is_ascii_alphanumeric() || ".!#$%&'*+-/=?^_`{|}~".contains(c);
    fits && dots_between && local.chars().all(characters)
}

fn is_domain(domain: &str) -> bool {
    let last_is_name = domain
        .rsplit_once('.')
        .is_some_and(|(_, last)| last.chars().count() >= 2 && !last.bytes().all(|byte| byte.is_ascii_digit()));
    last_is_name && domain.split('.').all(is_label)
}

fn is_label(label: &str) -> bool {
    (1..=Email::LONGEST_LABEL).contains(&label.len())
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label.chars().all(|c| !c.is_ascii() || c.is_ascii_alphanumeric() || c == '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_pass() {
        for (typed, canonical) in [
            ("meldpuntveiligheidshuis@sittard-geleen.nl", "meldpuntveiligheidshuis@sittard-geleen.nl"),
            (" J.Jansen+werk@Sub.Gemeente.NL\n", "J.Jansen+werk@sub.gemeente.nl"),
            ("o'brien@example.org", "o'brien@example.org"),
            ("a@b.nl", "a@b.nl"),
            ("zoë@café.example", "zoë@café.example"),
            ("info@xn--caf-dma.example", "info@xn--caf-dma.example"),
            ("\u{200B}a@3m.com\u{A0}", "a@3m.com"),
        ] {
            assert_eq!(Email::parse(typed).unwrap().canonical(), canonical, "{typed:?}");
        }
    }

    #[test]
    fn addresses_that_fail_say_why() {
        let long_label = format!("a@{}.nl", "b".repeat(64));
        let long_local = format!("{}@b.nl", "a".repeat(65));
        let too_long = format!("a@{}nl", "bcdefghij.".repeat(26));
        for (typed, error) in [
            ("", EmailError::At),
            ("jansen.gemeente.nl", EmailError::At),
            ("a@b@c.nl", EmailError::At),
            ("[email protected]", EmailError::Space),
            ("jan jansen@b.nl", EmailError::Space),
            ("a@b.nl\r\nBcc: c@d.nl", EmailError::Space),
            ("@b.nl", EmailError::Local),
            (".a@b.nl", EmailError::Local),
            ("a..b@b.nl", EmailError::Local),
            ("a,b@b.nl", EmailError::Local),
            ("<a@b.nl>", EmailError::Local),
            (&long_local, EmailError::Local),
            ("a@gemeente", EmailError::Domain),
            ("a@", EmailError::Domain),
            ("a@b.", EmailError::Domain),
            ("a@.nl", EmailError::Domain),
            ("a@b..nl", EmailError::Domain),
            ("a@-b.nl", EmailError::Domain),
            ("a@b_c.nl", EmailError::Domain),
            ("a@b.n", EmailError::Domain),
            ("a@127.0.0.1", EmailError::Domain),
            (&long_label, EmailError::Domain),
            (&too_long, EmailError::TooLong),
        ] {
            assert_eq!(Email::parse(typed), Err(error), "{typed:?}");
        }
    }

    #[test]
    fn an_address_of_254_bytes_passes_and_255_fails() {
        let domain = format!("{}nl", "bcdefghij.".repeat(25));
        assert!(Email::parse(&format!("a@{domain}")).is_ok_and(|email| email.canonical().len() == 254));
        assert_eq!(Email::parse(&format!("ab@{domain}")), Err(EmailError::TooLong));
    }

    #[test]
    fn private_mail_is_told_from_work_mail() {
        for (address, free) in [
            ("a@gmail.com", true),
            ("a@Hotmail.NL", true),
            ("a@yahoo.co.uk", true),
            ("a@live.nl", true),
            ("a@ziggo.nl", true),
            ("a@sittard-geleen.nl", false),
            ("a@live.gemeente.nl", false),
            ("a@mail.politie.nl", false),
            ("a@outlook.example", false),
        ] {
            assert_eq!(Email::parse(address).unwrap().is_free_mail(), free, "{address}");
        }
    }
}
