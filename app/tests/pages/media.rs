//! Videos.

use app::pages::media;

use crate::props::{day, media_page, recording, site};

#[test]
fn a_video_waits_for_a_click_and_has_captions_and_its_text() {
    let today = day(2026, 11, 21);
    let page = media::page(&site(), &media_page(Some(recording())), today);
    for part in [
        "preload=\"none\"",
        "poster=\"/video/via.avif\"",
        "width=\"1280\" height=\"720\"",
        "<source src=\"/video/via.mp4\" type=\"video/mp4\">",
        "kind=\"captions\"",
        "src=\"/video/via.nl.vtt\"",
        "Een stem zegt iets.",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
    assert!(!page.contains("autoplay"));
    let page = media::page(&site(), &media_page(None), today);
    assert!(page.contains("De video staat nog niet op deze website.") && page.contains("Een stem zegt iets."));
    assert!(page.contains("<svg></svg>") && !page.contains("<video"));
}
