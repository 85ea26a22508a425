//! Keeping what a page posts: always saved, right or wrong; the older of two tabs never overwrites the newer in silence.

use app::paths::action;
use app::wizard::conflict::Difference;
use axum::http::HeaderMap;
use domain::answers::Answers;
use domain::form::{Entry, Form};
use domain::summary::{self, Section};

use super::cookie;
use super::draft::{Begun, Draft, Saved};
use crate::front::Front;
use crate::http::{Fault, Post};

/// Tries against tabs that save at the same moment. Each try that fails means that another one saved.
const TRIES: usize = 50;

/// What became of what was posted.
pub(super) enum Kept {
    /// The store is away: it is nowhere but in the page that goes back.
    Nowhere(Answers),
    /// It is on disk.
    Saved(Box<Draft>),
    /// The draft was gone (expired, or this browser never had one): it is on disk as a new one.
    Anew(Box<Draft>),
    /// Another tab changed the same page: nothing was overwritten.
    TwoVersions(Box<Draft>, Answers),
    /// It was sent already.
    Sent(String),
}

/// Saves the answers of a page, see [`Kept`]. `owns` tells which names are its own.
pub(super) async fn keep(
    front: &Front,
    form: &'static Form,
    page: &str,
    owns: impl Fn(&str) -> bool,
    post: &Post,
    headers: &HeaderMap,
) -> Result<Kept, Fault> {
    let typed = post.answers(|name| owns(name) && form.knows(name));
    match lay(front, form, page, typed.clone(), post, headers).await {
        Err(Fault::Store(fault)) => {
            tracing::error!(%fault, "a page could not be saved");
            Ok(Kept::Nowhere(typed))
        }
        other => other,
    }
}

/// Lays the answers of a page over the draft. `page` names it among the pages of the form.
async fn lay(
    front: &Front,
    form: &'static Form,
    page: &str,
    typed: Answers,
    post: &Post,
    headers: &HeaderMap,
) -> Result<Kept, Fault> {
    // The first page of a form without a start page is made before there is a draft.
    let is_first = form.entry == Entry::Open && post.version() == 0;
    let begun = if is_first { Begun::ByChoice } else { Begun::Anew };
    let Some(secret) = cookie::read(headers, form) else { return begin(front, form, typed, begun).await };
    for _ in 0..TRIES {
        let Some(mut draft) = Draft::open(front, form, &secret).await? else {
            let sent =
                front.services.store.referrals().find_by_submission(&super::draft::submission_key(&secret)).await?;
            return match sent {
                // Of what nobody follows is not told whether it is still kept.
                Some(referral) if !is_first && form.effect.is_followed() => Ok(Kept::Sent(referral.reference)),
                _ => begin(front, form, typed, begun).await,
            };
        };
        if post.action() == action::KEEP_THEIRS {
            return Ok(Kept::Saved(Box::new(draft)));
        }
        let differs = typed.iter().any(|(name, text)| draft.body.answers.get(name) != text);
        if !differs {
            return Ok(Kept::Saved(Box::new(draft)));
        }
        // The page with both versions names the newer one, so choosing passes here; what came after it is shown again.
        if draft.changed_since(page, post.version()) {
            return Ok(Kept::TwoVersions(Box::new(draft), typed));
        }
        draft.change(page, |answers| answers.overlay(&typed));
        if post.action() != action::SAVE {
            draft.body.begun = Begun::ByChoice;
        }
        match draft.save(front).await? {
            Saved::Yes => return Ok(Kept::Saved(Box::new(draft))),
            Saved::Overtaken | Saved::Gone => {}
        }
    }
    Err(Fault::Store(crate::store::StoreError::Unavailable(
        "the draft is saved from too many sides at once".to_owned(),
    )))
}

/// What was typed is never lost: a draft that is gone is begun anew with it.
async fn begin(front: &Front, form: &'static Form, typed: Answers, begun: Begun) -> Result<Kept, Fault> {
    Ok(Kept::Anew(Box::new(Draft::begin(front, form, typed, begun).await?)))
}

/// Where the typed answers differ from the stored ones, in words.
pub(super) fn differences(front: &Front, draft: &Draft, typed: &Answers) -> Vec<Difference> {
    let context = front.context();
    let stored = summary::summary(draft.form, &draft.body.answers, &context);
    let mut mine = draft.body.answers.clone();
    mine.overlay(typed);
    let mine = summary::summary(draft.form, &mine, &context);
    let mut found: Vec<Difference> = Vec::new();
    for (name, label, value) in lines(&mine) {
        let before = lines(&stored).find(|(known, ..)| *known == name).map_or("", |(.., value)| value);
        if before != value {
            found.push(Difference { label: label.to_owned(), stored: before.to_owned(), typed: value.to_owned() });
        }
    }
    for (name, label, value) in lines(&stored) {
        if !value.is_empty() && !lines(&mine).any(|(known, ..)| known == name) {
            found.push(Difference { label: label.to_owned(), stored: value.to_owned(), typed: String::new() });
        }
    }
    found
}

fn lines(sections: &[Section]) -> impl Iterator<Item = (&str, &str, &str)> {
    let all = sections.iter().flat_map(|section| &section.blocks).flat_map(|block| &block.lines);
    all.map(|line| (line.name.as_str(), line.label, line.value.as_str()))
}
