//! Talking to the server: the same addresses and the same posts as without script.

use gloo_net::http::{Request, Response};

/// What came back.
pub(super) struct Answer {
    /// The address after redirects.
    pub(super) url: String,
    /// Whether the server sent us on: then `url` can be asked for again.
    pub(super) redirected: bool,
    /// The status.
    pub(super) status: u16,
    /// The version of the draft, after a save in the background.
    pub(super) version: Option<String>,
    /// The page.
    pub(super) html: String,
    /// Milliseconds to wait, where it came too soon.
    pub(super) wait: Option<i32>,
}

/// The server could not be reached.
pub(super) struct Unreachable;

/// Asks for a page.
pub(super) async fn get(url: &str) -> Result<Answer, Unreachable> {
    read(Request::get(url).send().await.map_err(|_| Unreachable)?).await
}

/// Posts a form.
pub(super) async fn post(url: &str, body: String) -> Result<Answer, Unreachable> {
    let request =
        Request::post(url).header("content-type", "application/x-www-form-urlencoded;charset=UTF-8").body(body);
    read(request.map_err(|_| Unreachable)?.send().await.map_err(|_| Unreachable)?).await
}

async fn read(response: Response) -> Result<Answer, Unreachable> {
    let wait = || response.headers().get("retry-after")?.parse::<i32>().ok()?.checked_mul(1000);
    Ok(Answer {
        wait: (response.status() == 429).then(wait).flatten(),
        url: response.url(),
        redirected: response.redirected(),
        status: response.status(),
        version: response.headers().get(crate::paths::VERSION_HEADER),
        html: response.text().await.map_err(|_| Unreachable)?,
    })
}
