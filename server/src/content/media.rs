//! `media/*.md`: a video or animation with its transcript. `media/via.md` is `/video/via`.

use std::path::Path;

use app::pages::media::{MediaPage, Recording};
use app::pages::text::Checked;
use app::place::Place;
use serde::Deserialize;

use super::article::{self, Article};
use super::fault::Faults;
use super::files::{self, HouseFile, PICTURES};
use super::links::Linkable;
use super::markdown;
use super::part::Part;
use super::placeholders::Words;
use super::source::Day;

/// Videos that browsers play, and what they are called on the way.
const VIDEOS: [(&str, &str); 2] = [("mp4", "video/mp4"), ("webm", "video/webm")];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Matter {
    title: String,
    description: String,
    lead: String,
    checked: Day,
    review: Day,
    video: Option<String>,
    captions: Option<String>,
    poster: Option<String>,
    figure: Option<String>,
    figure_alt: Option<String>,
}

/// The videos of the house; `None` where it has no folder for them.
pub(super) fn load(folder: &Path, words: &Words) -> Result<Option<Part<Vec<MediaPage>>>, Faults> {
    let media = folder.join("media");
    let Some(texts) = article::files(&media)? else { return Ok(None) };
    let mut faults = Faults::default();
    let mut loaded = Part { words: Vec::new(), linkable: Vec::new(), files: Vec::new() };
    for text in texts {
        let Some((page, found, linkable)) = faults.keep(one(&media, &text, words)) else { continue };
        loaded.linkable.push(linkable);
        loaded.linkable.extend(found.iter().map(|file| Linkable::address(&file.address)));
        loaded.files.extend(found);
        loaded.words.push(page);
    }
    let list = Linkable::address(Place::Media.path());
    loaded.linkable.push(list.leading_to(loaded.words.iter().map(|page: &MediaPage| page.path.as_str())));
    if faults.is_empty() { Ok(Some(loaded)) } else { Err(faults) }
}

fn one(media: &Path, text: &Path, words: &Words) -> Result<(MediaPage, Vec<HouseFile>, Linkable), Faults> {
    let article = Article::<Matter>::read(text, words)?;
    let slug = article.stem();
    if slug != markdown::slug(&slug) {
        let problem = format!("\"{slug}\" cannot be the name of a video");
        let mend = "use small letters, digits and hyphens: it is the address";
        return Err(super::Fault::in_file(text, problem, mend).into());
    }
    if article.matter.review.0 <= article.matter.checked.0 {
        return Err(article
            .fault("review", "the review date is not after the checked date", "choose a later day")
            .into());
    }
    let (recording, files) = recording(media, &article)?.unzip();
    let figure_html = figure(words, &article)?;
    let path = format!("{}/{slug}", Place::Media.path());
    let linkable = linkable(&path, &article);
    let Article { matter, html, .. } = article;
    let page = MediaPage {
        path,
        title: matter.title,
        description: matter.description,
        lead: matter.lead,
        recording,
        figure_html,
        transcript_html: html,
        checked: Checked { on: matter.checked.0, again: matter.review.0 },
    };
    Ok((page, files.unwrap_or_default(), linkable))
}

/// The files of the video: all three, or none.
fn recording(media: &Path, article: &Article<Matter>) -> Result<Option<(Recording, Vec<HouseFile>)>, Faults> {
    let Matter { video, captions, poster, .. } = &article.matter;
    let (video, captions, poster) = match (video, captions, poster) {
        (None, None, None) => return Ok(None),
        (Some(video), Some(captions), Some(poster)) => (video, captions, poster),
        (None, ..) => {
            let key = if captions.is_some() { "captions" } else { "poster" };
            return Err(article
                .fault(key, format!("there are {key}, but no video"), "name the `video` as well")
                .into());
        }
        (_, None, _) => {
            return Err(article.fault("video", "the video has no captions", "name its `captions`, a .vtt file").into());
        }
        (_, _, None) => {
            return Err(article.fault("video", "the video has no poster", "name its `poster`, a picture").into());
        }
    };
    let endings: Vec<_> = VIDEOS.iter().map(|(ending, _)| *ending).collect();
    let find = |name: &str, endings: &[&str]| {
        files::find(media, name, endings, Place::Media.path())
            .map_err(|(problem, mend)| Faults::from(article.fault(name, problem, mend)))
    };
    let mut faults = Faults::default();
    let found = (
        faults.keep(find(video, &endings)),
        faults.keep(find(captions, &["vtt"])),
        faults.keep(find(poster, PICTURES)),
    );
    let (Some(video), Some(captions), Some(poster)) = found else { return Err(faults) };
    let name = &article.matter.poster;
    let size = files::size(&poster)
        .map_err(|(problem, mend)| article.fault(name.as_deref().unwrap_or("poster"), problem, mend))?;
    let media_type = VIDEOS.iter().find(|(ending, _)| video.address.ends_with(ending)).map_or("", |(_, name)| *name);
    let recording = Recording {
        video: video.address.clone(),
        media_type,
        bytes: video.bytes,
        captions: captions.address.clone(),
        poster: poster.address.clone(),
        size,
    };
    Ok(Some((recording, vec![video, captions, poster])))
}

/// The drawing that stands in while there is no video.
fn figure(words: &Words, article: &Article<Matter>) -> Result<Option<String>, Faults> {
    let Matter { figure, figure_alt, .. } = &article.matter;
    match (figure, figure_alt.as_deref().map(str::trim)) {
        (None, _) => Ok(None),
        (Some(_), None | Some("")) => {
            Err(article.fault("figure", "the drawing has no text alternative", "write it in `figure_alt`").into())
        }
        (Some(name), Some(alternative)) => {
            let Some(drawing) = words.figures.drawing(name, alternative) else {
                let mend = format!("use one of: {}", words.figures.names());
                return Err(article.fault("figure", format!("there is no figures/{name}.svg"), mend).into());
            };
            Ok(Some(drawing))
        }
    }
}

fn linkable(path: &str, article: &Article<Matter>) -> Linkable {
    let Matter { title, description, lead, review, .. } = &article.matter;
    let mut linkable = article.linkable(path, title, description, lead);
    if let Some(reading) = &mut linkable.reading {
        reading.review = Some((review.0, article.line_of("review")));
    }
    linkable
}
