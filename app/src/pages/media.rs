//! A video or animation: our own file, with captions, and written out in full. Nothing comes from elsewhere.

use chrono::NaiveDate;
use leptos::either::Either;
use leptos::prelude::*;

use super::documents::in_words;
use super::text::{Checked, checked_line};
use crate::components::{Alert, AlertKind, Breadcrumb, PixelSize};
use crate::document::{Head, Site, render};
use crate::house::{House, Link};
use crate::place::Place;

/// Title of the list.
pub const TITLE: &str = "Video";

/// A video or animation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MediaPage {
    /// Path of its address.
    pub path: String,
    /// Its title and main heading.
    pub title: String,
    /// For search engines.
    pub description: String,
    /// The first lines, larger.
    pub lead: String,
    /// The files, once the house has them.
    pub recording: Option<Recording>,
    /// A drawing that stands in while there is no recording, as HTML made by us.
    pub figure_html: Option<String>,
    /// What is said and shown, as HTML made from Markdown by us.
    pub transcript_html: String,
    /// When it was read with care.
    pub checked: Checked,
}

/// The files of a video.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recording {
    /// Address of the video.
    pub video: String,
    /// `video/mp4`.
    pub media_type: &'static str,
    /// How large it is.
    pub bytes: u64,
    /// Address of its captions, Dutch.
    pub captions: String,
    /// Address of the picture that is shown before it starts.
    pub poster: String,
    /// Width and height of the poster.
    pub size: PixelSize,
}

/// The whole document, as it reads on `today`.
pub fn page(site: &Site, words: &MediaPage, today: NaiveDate) -> String {
    let head = Head::page(&words.title, &words.description, &words.path);
    let (words, house) = (words.clone(), site.house.clone());
    render(site, head, || view(words, &house, today))
}

/// Its main part.
pub fn view(words: MediaPage, house: &House, today: NaiveDate) -> impl IntoView + use<> {
    let shown = match words.recording {
        Some(recording) => Either::Left(player(recording)),
        None => Either::Right(stand_in(words.figure_html)),
    };
    view! {
        <div class="zvh-frame zvh-page">
            <Breadcrumb between=vec![Link::new(TITLE, Place::Media.path())] here=words.title.clone() />
            <h1 class="nl-heading nl-heading--level-1">{words.title}</h1>
            <p class="nl-paragraph nl-paragraph--lead zvh-lead">{words.lead}</p>
            {shown}
            <section class="zvh-section" aria-labelledby="uitgeschreven">
                <h2 class="nl-heading nl-heading--level-2" id="uitgeschreven">
                    "Uitgeschreven tekst"
                </h2>
                <div class="zvh-text" inner_html=words.transcript_html></div>
            </section>
            {checked_line(words.checked, today, house)}
        </div>
    }
}

fn player(recording: Recording) -> impl IntoView {
    let fetch = format!("Download de video ({})", in_words(recording.bytes));
    view! {
        <figure class="zvh-figure">
            <video
                controls
                preload="none"
                poster=recording.poster
                width=recording.size.width
                height=recording.size.height
            >
                <source src=recording.video.clone() type=recording.media_type />
                <track kind="captions" src=recording.captions srclang="nl" label="Nederlands" default />
            </video>
            <figcaption>
                "De video staat op onze eigen website en heeft ondertitels. "
                <a class="nl-link" href=recording.video download>
                    {fetch}
                </a>
            </figcaption>
        </figure>
    }
}

fn stand_in(figure_html: Option<String>) -> impl IntoView {
    let (words, figure) = match figure_html {
        Some(html) => (
            "De video staat nog niet op deze website. Hieronder ziet u een tekening en leest u de tekst.",
            Some(view! { <div class="zvh-figure" inner_html=html></div> }),
        ),
        None => ("De video staat nog niet op deze website. Hieronder leest u de tekst.", None),
    };
    view! {
        <Alert kind=AlertKind::Info>
            <p class="nl-paragraph">{words}</p>
        </Alert>
        {figure}
    }
}

/// All videos and animations.
pub fn list(site: &Site, all: &[MediaPage]) -> String {
    let description =
        format!("Video's en animaties van het {}, met ondertitels en uitgeschreven tekst.", site.house.name());
    let head = Head::page(TITLE, description, Place::Media.path());
    render(site, head, || list_view(all))
}

fn list_view(all: &[MediaPage]) -> impl IntoView + use<> {
    let items = all
        .iter()
        .cloned()
        .map(|one| {
            view! {
                <li>
                    <h2 class="nl-heading nl-heading--level-3">
                        <a class="nl-link" href=one.path>
                            {one.title}
                        </a>
                    </h2>
                    <p class="nl-paragraph">{one.lead}</p>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="zvh-frame zvh-page">
            <Breadcrumb here=TITLE.to_owned() />
            <h1 class="nl-heading nl-heading--level-1">{TITLE}</h1>
            <p class="nl-paragraph nl-paragraph--lead zvh-lead">
                "Elke video heeft ondertitels en een uitgeschreven tekst. Alles staat op onze eigen website."
            </p>
            <ul class="zvh-entries">{items}</ul>
        </div>
    }
}
