//! A link to another site: it says so, to the eye and to a screen reader, and tells that site nothing about our visitor.

use leptos::prelude::*;

use crate::house::Link;

/// What `rel` holds on such a link.
pub const REL: &str = "external noopener noreferrer";

/// The mark behind its words, as HTML. The second sign asks for an arrow of text, not for a coloured picture of one.
pub const MARK: &str =
    "<span class=\"zvh-external\" role=\"img\" aria-label=\"(andere website)\">\u{2197}\u{fe0e}</span>";

/// A link to another site.
#[component]
pub fn ExternalLink(
    /// Its words and address.
    link: Link,
) -> impl IntoView {
    view! {
        <a class="nl-link" href=link.href rel=REL>
            {link.label}
            <span class="zvh-external" role="img" aria-label="(andere website)">
                "\u{2197}\u{fe0e}"
            </span>
        </a>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_and_texts_write_the_same_mark() {
        let link = Link::new("Wet", "https://wetten.example/");
        let html = Owner::new().with(|| ExternalLink(ExternalLinkProps { link }).to_html());
        assert!(html.contains(MARK), "{html}");
    }
}
