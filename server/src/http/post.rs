//! A posted form, read with limits: one decoder, in the order in which it was sent, whatever was sent.

use std::sync::Arc;

use app::pages::error::Cause;
use app::paths::{action, posted};
use axum::body::Body;
use axum::extract::{FromRequest, Request};
use axum::http::header;
use axum::response::Response;
use domain::answers::Answers;
use http_body_util::BodyExt as _;

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

    /// All of it, as a browser would send it.
    pub fn encoded(&self) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.pairs).finish()
    }

    /// All of it, in the order in which it was sent.
    pub fn into_pairs(self) -> Vec<(String, String)> {
        self.pairs
    }

    /// Reads what [`Self::encoded`] wrote.
    pub fn from_encoded(text: &str) -> Self {
        Self { pairs: decode(text.as_bytes()), whole: Whole::Yes }
    }

    /// The values under a name, in the order in which they were sent.
    pub fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.pairs.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The same post as if these answers had been given in it, and the person went on.
    #[must_use]
    pub fn answering(&self, answers: &Answers) -> Self {
        let is_new = |name: &str| name == posted::ACTION || answers.iter().any(|(known, _)| known == name);
        let kept = self.pairs.iter().filter(|(name, _)| !is_new(name)).cloned();
        let new = answers.iter().map(|(name, text)| (name.to_owned(), text.to_owned()));
        Self { pairs: kept.chain(new).collect(), whole: self.whole }
    }

    /// The answers for which `keep` says yes. Everything else in a post is dropped.
    pub fn answers(&self, keep: impl Fn(&str) -> bool) -> Answers {
        Answers::from_pairs(self.pairs.iter().filter(|(name, _)| keep(name)).cloned())
    }
}

/// Nothing is done on half of what someone sent: what is larger than the limit is refused.
impl FromRequest<Arc<Front>> for Post {
    type Rejection = Response;

    async fn from_request(request: Request, front: &Arc<Front>) -> Result<Self, Response> {
        let path = request.uri().path().to_owned();
        let InPart(post) = InPart::from_request(request, front).await?;
        match post.whole {
            Whole::Yes => Ok(post),
            Whole::CutOff => Err(answer::fault_page(front, Cause::TooLarge, &path)),
        }
    }
}

/// What was posted, as far as it fitted: for the pages that keep what there is and say that something is missing.
pub struct InPart(pub Post);

impl FromRequest<Arc<Front>> for InPart {
    type Rejection = Response;

    async fn from_request(request: Request, front: &Arc<Front>) -> Result<Self, Response> {
        let path = request.uri().path().to_owned();
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
        if !kind.starts_with("application/x-www-form-urlencoded") {
            return Err(answer::fault_page(front, Cause::UnsupportedMedia, &path));
        }
        let limit = front.services.config.limits.body_bytes;
        match read(request.into_body(), limit).await {
            Ok((bytes, whole)) => Ok(Self(Post { pairs: decode(&bytes), whole })),
            Err(Unreadable) => Err(answer::fault_page(front, Cause::BadRequest, &path)),
        }
    }
}

struct Unreadable;

/// Reads up to the limit. Of what is larger the whole answers before it are kept, and the beginning of a long text.
async fn read(mut body: Body, limit: usize) -> Result<(Vec<u8>, Whole), Unreadable> {
    let mut bytes = Vec::new();
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame.map_err(|_| Unreadable)?.into_data() else { continue };
        let room = limit - bytes.len();
        if data.len() > room {
            bytes.extend_from_slice(&data[..room]);
            cut_cleanly(&mut bytes);
            return Ok((bytes, Whole::CutOff));
        }
        bytes.extend_from_slice(&data);
    }
    Ok((bytes, Whole::Yes))
}

/// Shorter than this, half an answer is worth nothing: half a choice is no choice.
const LONG: usize = 1_000;

/// Takes away what the cut made of the last answer: all of a short one, the last character of a long text.
fn cut_cleanly(bytes: &mut Vec<u8>) {
    let last = bytes.iter().rposition(|byte| *byte == b'&').unwrap_or(0);
    let cut = &bytes[last..];
    let keep = if cut.len() < LONG { 0 } else { (0..cut.len()).rposition(|at| starts_character(cut, at)).unwrap_or(0) };
    bytes.truncate(last + keep);
}

/// Whether an encoded character begins here: not inside an escape, and not at an escape that continues a character (UTF-8: 80 to BF).
fn starts_character(text: &[u8], at: usize) -> bool {
    let inside_escape = text[at.saturating_sub(2)..at].contains(&b'%');
    let continues =
        text[at] == b'%' && matches!(text.get(at + 1), None | Some(b'8' | b'9' | b'A' | b'B' | b'a' | b'b'));
    !inside_escape && !continues
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

    #[test]
    fn answers_laid_over_a_post_replace_those_of_the_same_name() {
        let answers = Answers::from_pairs([("a".to_owned(), "2".to_owned())]);
        let changed = post("a=1&b=1&_versie=3&_actie=kies").answering(&answers);
        let all = changed.answers(|name| !name.starts_with('_'));
        assert_eq!((all.get("a"), all.get("b")), ("2", "1"));
        assert_eq!((changed.version(), changed.action()), (3, action::NEXT));
    }

    async fn kept(body: &str, limit: usize) -> (Vec<(String, String)>, Whole) {
        let (bytes, whole) = read(Body::from(body.to_owned()), limit).await.ok().unwrap();
        (decode(&bytes), whole)
    }

    #[tokio::test]
    async fn of_a_post_that_is_too_large_the_whole_answers_are_kept() {
        let (pairs, whole) = kept("a=1&b=2&c=3333333333", 12).await;
        assert!(whole == Whole::CutOff);
        assert_eq!(pairs, [("a".to_owned(), "1".to_owned()), ("b".to_owned(), "2".to_owned())]);
        assert!(kept("a=1&b=2", 7).await.1 == Whole::Yes);
    }

    #[tokio::test]
    async fn of_a_long_text_the_beginning_is_kept_to_a_whole_character() {
        for limit in 2_000..2_020 {
            for (character, encoded) in [('e', "e"), ('é', "%C3%A9"), ('👩', "%F0%9F%91%A9"), ('%', "%25")] {
                let (pairs, whole) = kept(&format!("a=1&b={}", encoded.repeat(1_000)), limit).await;
                if whole == Whole::CutOff {
                    assert_eq!(pairs.len(), 2, "{character} at {limit}");
                    assert!(
                        pairs[1].1.len() > 100 && pairs[1].1.chars().all(|c| c == character),
                        "{character} at {limit}"
                    );
                }
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_decode(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..2000)) {
            let _ = decode(&bytes);
        }

        #[test]
        fn any_bytes_are_cut(mut bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..3000)) {
            cut_cleanly(&mut bytes);
            let _ = decode(&bytes);
        }
    }
}
