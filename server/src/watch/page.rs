//! A page while its words are written: with the script that waits for the next version, and what is wrong with that.

use app::development;

/// The page with its script and the faults.
pub(super) fn with_news(html: &str, faults: &[String]) -> String {
    let html = html.replacen("</head>", &format!("{}</head>", development::head()), 1);
    match html.split_once("<body>") {
        Some((before, after)) if !faults.is_empty() => format!("{before}<body>{}{after}", development::banner(faults)),
        _ => html,
    }
}
