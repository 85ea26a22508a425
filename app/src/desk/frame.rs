//! What stands around every page of the desk: where one can go, who is signed in, until when.
//!
//! A page is `render(site, frame::head(…), || view)`. The first thing in its view is a `div` of class `zvh-frame zvh-desk`.

use std::fmt;

use domain::desk::role::Role;
use leptos::prelude::*;

use super::navigation::{At, navigation};
use super::shortcut::{self, Shortcut, Shortcuts};
use crate::components::Mark;
use crate::document::{Head, Script, Site, Top};
use crate::house::House;
use crate::paths::Desk;
use crate::wizard::actions::{Rank, plain_button};

/// Ids that the script of the desk looks for.
pub mod id {
    /// The sentence that tells when the session ends; its `data-ends` is that moment and its `data-now` this one (RFC 3339): the clock of
    /// the computer may be wrong.
    pub const ENDS: &str = "sessie";
    /// The link to the page about the single keys; its `data-state` tells whether they work.
    pub const SHORTCUTS: &str = "sneltoetsen";
    /// The warning, `hidden` until two minutes before that moment; it holds the form that posts to `/balie/blijven`.
    pub const WARNING: &str = "sessie-waarschuwing";
}

/// Who is signed in.
#[derive(Clone, PartialEq, Eq)]
pub struct Present {
    /// Their name.
    pub name: String,
    /// The roles that work today.
    pub roles: Vec<Role>,
    /// When the page was made (RFC 3339).
    pub now: String,
    /// When the session ends if nothing is done (RFC 3339).
    pub ends: String,
    /// The same in words: "14.32 uur".
    pub ends_words: String,
    /// Whether single keys work in their browser.
    pub shortcuts: Shortcuts,
}

/// The head of a page of the desk. `title` without the name of the house; "Fout: " in front of it is for the caller.
pub fn head(site: &Site, present: &Present, at: At, title: impl Into<String>, path: impl Into<String>) -> Head {
    about(site, Bar { at, present: Some(present.clone()) }, title.into(), path.into())
}

/// The head of a page for who is not signed in: no way through the desk.
pub fn outside(site: &Site, title: impl Into<String>, path: impl Into<String>) -> Head {
    about(site, Bar { at: At::Outside, present: None }, title.into(), path.into())
}

fn about(site: &Site, bar: Bar, title: String, path: String) -> Head {
    Head {
        top: Top::Desk(Box::new(bar)),
        script: Script::Desk,
        styles: site.assets.desk_style.iter().cloned().collect(),
        ..Head::unlisted(format!("{title} – Balie"), path)
    }
}

/// The header of the desk.
#[derive(Clone, PartialEq, Eq)]
pub struct Bar {
    at: At,
    present: Option<Present>,
}

/// Without the name of who is signed in.
impl fmt::Debug for Bar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bar").field("at", &self.at).finish_non_exhaustive()
    }
}

impl Bar {
    /// The header in HTML.
    pub(crate) fn view(self, house: &House) -> impl IntoView + use<> {
        let name = house.name();
        let at = self.at;
        let roles = self.present.as_ref().map(|present| present.roles.clone());
        view! {
            <header class="zvh-header zvh-desk-bar">
                <div class="zvh-frame zvh-header__row">
                    <a class="zvh-mark" href=Desk::Queue.to_string()>
                        <Mark />
                        <span>
                            <span class="zvh-mark__name">"Balie"</span>
                            " "
                            <span class="zvh-mark__place">{name}</span>
                        </span>
                    </a>
                    {self.present.clone().map(who_view)}
                </div>
                {roles.map(|roles| view! { <div class="zvh-frame">{navigation(&roles, at)}</div> })}
            </header>
            {self.present.map(|_| warning_view())}
        }
    }
}

fn who_view(present: Present) -> impl IntoView {
    let Present { name, roles, now, ends, ends_words, shortcuts } = present;
    let roles = roles.into_iter().map(Role::text).collect::<Vec<_>>().join(", ");
    view! {
        <div class="zvh-desk-who">
            <p class="zvh-desk-who__name">
                <a class="nl-link" href=Desk::Sessions.to_string()>{name}</a>
                " "
                <span class="zvh-desk-quiet">{roles}</span>
            </p>
            <p class="zvh-desk-quiet">
                <span id=id::ENDS data-ends=ends data-now=now>{format!("Uw sessie eindigt om {ends_words} als u niets doet.")}</span>
                " "
                {shortcuts_view(shortcuts)}
            </p>
            <form class="zvh-desk-who__out" method="post" action=Desk::SignOut.to_string()>
                {plain_button("Uitloggen", Rank::Secondary)}
            </form>
        </div>
    }
}

/// The link to the page about the single keys. The script reads from it whether they work.
fn shortcuts_view(shortcuts: Shortcuts) -> impl IntoView {
    view! {
        <a
            class="nl-link"
            id=id::SHORTCUTS
            href=Desk::Shortcuts.to_string()
            data-key=Shortcut::Help.key()
            data-state=shortcuts.slug()
        >
            {shortcut::TITLE}
        </a>
    }
}

/// The outer element is there from the start: what appears in it is read out (WCAG 2.2.1, 4.1.3).
fn warning_view() -> impl IntoView {
    view! {
        <div role="alert">
            <div class="zvh-desk-ending" id=id::WARNING hidden=true>
                <form class="zvh-frame zvh-desk-ending__row" method="post" action=Desk::Stay.to_string()>
                    <p>
                        <strong>"Uw sessie eindigt over 2 minuten."</strong>
                        " Wilt u verder werken? Wat u typte, blijft staan."
                    </p>
                    {plain_button("Blijf ingelogd", Rank::Primary)}
                </form>
            </div>
        </div>
    }
}
