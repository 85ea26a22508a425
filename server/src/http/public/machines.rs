//! What machines read: which pages there are, which to leave alone, whom to tell about a hole in the security.

use app::document::Site;
use app::paths::{Resume, Wizard, machine};
use app::place::Place;
use chrono::NaiveDate;

use super::xml::{Element, document};
use crate::content::Settings;
use crate::content::addresses::Listed;

/// `/sitemap.xml` (sitemaps.org, version 0.9).
pub(super) fn sitemap(origin: &str, pages: &[Listed]) -> String {
    let root = Element::new("urlset").with("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
    document(&pages.iter().fold(root, |root, page| {
        let url = Element::new("url").holds(Element::text("loc", &format!("{origin}{}", page.path)));
        root.holds(match page.on {
            Some(day) => url.holds(Element::text("lastmod", &day.to_string())),
            None => url,
        })
    }))
}

/// `/robots.txt` (RFC 9309): everything but drafts. The longest rule that fits decides.
pub(super) fn robots(origin: &str) -> String {
    let mut lines = vec!["User-agent: *".to_owned(), "Allow: /".to_owned(), format!("Disallow: {Resume}")];
    for form in domain::forms::ALL {
        lines.push(format!("Disallow: {}/", Wizard::Start.of(form.slug)));
        lines.push(format!("Allow: {}", Wizard::Questions.of(form.slug)));
    }
    lines.push(format!("\nSitemap: {origin}{}\n", machine::SITEMAP));
    lines.join("\n")
}

/// `/.well-known/security.txt` (RFC 9116); nothing once it expired: nobody should trust it then.
pub(super) fn security(site: &Site, settings: &Settings, today: NaiveDate) -> Option<String> {
    let security = settings.security.as_ref().filter(|security| today < security.expires())?;
    // Web addresses in it must be https (§2.5.4); a trial on one's own machine has none.
    let on_web = |path: &str| site.origin.starts_with("https://").then(|| format!("{}{path}", site.origin));
    let contacts = if security.contact.is_empty() {
        on_web(Place::Contact.path()).into_iter().chain([site.house.phone.href()]).collect()
    } else {
        security.contact.clone()
    };
    let mut lines: Vec<_> = contacts.iter().map(|contact| format!("Contact: {contact}")).collect();
    lines.push(format!("Expires: {}T00:00:00Z", security.expires()));
    lines.push("Preferred-Languages: nl, en".to_owned());
    lines.extend(on_web(machine::SECURITY).map(|address| format!("Canonical: {address}")));
    // A line at the end too: RFC 9116 ends every line.
    Some(lines.join("\r\n") + "\r\n")
}
