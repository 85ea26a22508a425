//! A posted form, read with limits: one decoder, in the order in which it was sent, whatever was sent.

use std::sync::Arc;

use app::pages::error::Cause;
use app::paths::{action, posted};
use axum::body::Body;
use axum::extract::{FromRequest, Request};
use axum::http::header;
use axum::response::Response;
use domain::answers::Answers;
use http_body_util::{BodyExt as _, LengthLimitError, Limited};

use super::answer;
use crate::front::Front;

/// More names than any form of ours has.
const MOST_NAMES: usize = 2_000;

/// What was posted.
pub struct Post {
    pairs: Vec<(String, String)>,
    /// Whether all of it could be read.
    pub whole: Whole,
}

/// Whether a post was read to its end.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Whole {
    /// It was.
    Yes,
    /// It was larger than the limit; what was read up to there is kept.
    CutOff,
}

impl Post {
    /// A value that is no answer: the name begins with an underscore.
    pub fn control(&self, name: &str) -> &str {
        self.pairs.iter().rev().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// The button that was pressed.
    pub fn action(&self) -> &str {
        let pressed = self.pairs.iter().rev().find(|(name, value)| name == posted::ACTION && !value.is_empty());
        pressed.map_or(action::NEXT, |(_, value)| value)
    }

    /// The version of the draft that the page was made from; 0 where it names none.
    pub fn version(&self) -> i64 {
        self.control(posted::VERSION).parse().unwrap_or(0)
    }

    /// The answers for which `keep` says yes. Everything else in a post is dropped.
    pub fn answers(&self, keep: impl Fn(&str) -> bool) -> Answers {
        Answers::from_pairs(self.pairs.iter().filter(|(name, _)| keep(name)).cloned())
    }
}

impl FromRequest<Arc<Front>> for Post {
    type Rejection = Response;

    async fn from_request(request: Request, front: &Arc<Front>) -> Result<Self, Response> {
        let path = request.uri().path().to_owned();
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
        if !kind.starts_with("application/x-www-form-urlencoded") {
            return Err(answer::fault_page(front, Cause::UnsupportedMedia, &path));
        }
        let limit = front.services.config.limits.body_bytes;
        match read(request.into_body(), limit).await {
            Ok((bytes, whole)) => Ok(Self { pairs: decode(&bytes), whole }),
            Err(Unreadable) => Err(answer::fault_page(front, Cause::BadRequest, &path)),
        }
    }
}

struct Unreadable;

/// Reads up to the limit; of what is larger, the whole answers before it.
async fn read(body: Body, limit: usize) -> Result<(Vec<u8>, Whole), Unreadable> {
    let mut body = Limited::new(body, limit);
    let mut bytes = Vec::new();
    while let Some(frame) = body.frame().await {
        match frame {
            Ok(frame) => {
                if let Ok(data) = frame.into_data() {
                    bytes.extend_from_slice(&data);
                }
            }
            Err(error) if error.is::<LengthLimitError>() => {
                let last = bytes.iter().rposition(|byte| *byte == b'&').unwrap_or(0);
                bytes.truncate(last);
                return Ok((bytes, Whole::CutOff));
            }
            Err(_) => return Err(Unreadable),
        }
    }
    Ok((bytes, Whole::Yes))
}

fn decode(bytes: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(bytes)
        .take(MOST_NAMES)
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn post(text: &str) -> Post {
        Post { pairs: decode(text.as_bytes()), whole: Whole::Yes }
    }

    #[test]
    fn the_pressed_button_wins_over_the_empty_one() {
        assert_eq!(post("_actie=later&_versie=3").action(), "later");
        assert_eq!(post("a=b").action(), action::NEXT);
        assert_eq!(post("_versie=x").version(), 0);
    }

    #[tokio::test]
    async fn of_a_post_that_is_too_large_the_whole_answers_are_kept() {
        let (bytes, whole) = read(Body::from("a=1&b=2&c=3333333333"), 12).await.ok().unwrap();
        assert!(whole == Whole::CutOff);
        // One frame beyond the limit leaves nothing; several frames leave those before it.
        assert!(decode(&bytes).len() <= 2);
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_decode(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..2000)) {
            let _ = decode(&bytes);
        }
    }
}
