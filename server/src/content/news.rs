//! `news/*.md`: an item of news each. `news/2026-06-02-afgerond.md` is `/nieuws/afgerond`.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::path::Path;

use app::components::Image;
use app::house::Link;
use app::pages::news::{News, NewsItem, NewsKind};
use app::place::Place;
use chrono::NaiveDate;
use serde::Deserialize;

use super::article::{self, Article};
use super::fault::Faults;
use super::files::{self, HouseFile, PICTURES};
use super::links::Linkable;
use super::markdown;
use super::part::Part;
use super::placeholders::Words;
use super::source::Day;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Matter {
    title: String,
    description: String,
    lead: String,
    date: Day,
    shown: Option<String>,
    author: Option<String>,
    #[serde(default)]
    kind: NewsKind,
    image: Option<ImageEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ImageEntry {
    file: String,
    alt: String,
    credit: String,
    licence: String,
}

/// The news of the house; `None` where it has no folder for it.
pub(super) fn load(folder: &Path, words: &Words, elsewhere: Option<Link>) -> Result<Option<Part<News>>, Faults> {
    let folder = folder.join("news");
    let Some(files) = article::files(&folder)? else { return Ok(None) };
    let mut faults = Faults::default();
    let mut seen = BTreeSet::new();
    let mut loaded = Part { words: News { items: Vec::new(), elsewhere }, linkable: Vec::new(), files: Vec::new() };
    for file in files {
        let Some((item, picture, linkable)) = faults.keep(item(&folder, &file, words)) else { continue };
        if !seen.insert(item.path.clone()) {
            let slug = item.path.rsplit('/').next().unwrap_or_default();
            faults.add(super::Fault::in_file(
                file,
                format!("two items of news have the name \"{slug}\""),
                "rename one of the files: its name is the address",
            ));
        }
        loaded.linkable.push(linkable);
        loaded.linkable.extend(picture.iter().map(|file| Linkable::address(&file.address)));
        loaded.files.extend(picture);
        loaded.words.items.push(item);
    }
    loaded.words.items.sort_by_key(|item| Reverse(item.date));
    let list = Linkable::address(Place::News.path());
    loaded.linkable.push(list.leading_to(loaded.words.items.iter().map(|item| item.path.as_str())));
    loaded.linkable.extend(loaded.words.years().into_iter().map(|year| Linkable::address(&News::path_of(year))));
    if faults.is_empty() { Ok(Some(loaded)) } else { Err(faults) }
}

fn item(folder: &Path, file: &Path, words: &Words) -> Result<(NewsItem, Option<HouseFile>, Linkable), Faults> {
    let article = Article::<Matter>::read(file, words)?;
    let slug = slug(&article)?;
    let path = format!("{}/{slug}", Place::News.path());
    let mut faults = Faults::default();
    let picture = article.matter.image.as_ref().map(|entry| faults.keep(picture(folder, &article, entry)));
    if !faults.is_empty() {
        return Err(faults);
    }
    let (file, image) = picture.flatten().unzip();
    let Matter { title, description, lead, .. } = &article.matter;
    let linkable = article.linkable(&path, title, description, lead);
    let Article { matter, html, .. } = article;
    let item = NewsItem {
        path,
        title: matter.title,
        description: matter.description,
        lead: matter.lead,
        date: matter.date.0,
        shown: matter.shown,
        author: matter.author,
        kind: matter.kind,
        image,
        body_html: html,
    };
    Ok((item, file, linkable))
}

/// The last part of the address: the name of the file without its day.
fn slug(article: &Article<Matter>) -> Result<String, Faults> {
    let stem = article.stem();
    let mend = "name it as 2026-06-02-afgerond.md: the day, then small letters, digits and hyphens";
    let day = stem.get(..10).and_then(|day| day.parse::<NaiveDate>().ok());
    let slug = if day.is_some() { stem.get(11..).unwrap_or_default() } else { &stem };
    if slug.is_empty() || slug != markdown::slug(slug) || slug.chars().all(|letter| letter.is_ascii_digit()) {
        let problem = format!("\"{stem}\" cannot be the name of an item of news");
        return Err(super::Fault::in_file(&article.source.file, problem, mend).into());
    }
    match day {
        Some(day) if day != article.matter.date.0 => {
            let problem = format!("the date is {}, but the name of the file says {day}", article.matter.date.0);
            Err(article.fault("date", problem, "make them the same").into())
        }
        _ => Ok(slug.to_owned()),
    }
}

fn picture(folder: &Path, article: &Article<Matter>, entry: &ImageEntry) -> Result<(HouseFile, Image), Faults> {
    let mut faults = Faults::default();
    for (key, value, mend) in [
        ("alt", &entry.alt, "say what the picture shows"),
        ("credit", &entry.credit, "say who made it"),
        ("licence", &entry.licence, "say under which licence the house may show it"),
    ] {
        if value.trim().is_empty() {
            faults.add(article.fault(key, format!("the picture has no {key}"), mend));
        }
    }
    let found = files::find(folder, &entry.file, PICTURES, Place::News.path())
        .and_then(|file| files::size(&file).map(|size| (file, size)));
    match found {
        Ok((file, size)) if faults.is_empty() => {
            let image = Image {
                src: file.address.clone(),
                size,
                alt: entry.alt.clone(),
                credit: entry.credit.clone(),
                licence: entry.licence.clone(),
            };
            return Ok((file, image));
        }
        Ok(_) => {}
        Err((problem, mend)) => faults.add(article.fault(&entry.file, problem, mend)),
    }
    Err(faults)
}
