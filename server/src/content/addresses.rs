//! Every page of the house that a search engine may show, with the day of its last careful reading.

use app::pages::news::{News, NewsItem};
use app::paths::Wizard;
use app::place::Place;
use app::simulation::path;
use chrono::NaiveDate;

use super::Content;

/// A page that a search engine may show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Path of its address.
    pub path: String,
    /// When it was last read with care, or what it tells of happened.
    pub on: Option<NaiveDate>,
}

impl Content {
    /// All of them.
    pub fn addresses(&self) -> Vec<Listed> {
        let fixed = [Place::Home, Place::Questions, Place::Partners].map(|place| Listed::new(place.path(), None));
        let forms = self.forms.iter().map(|form| Listed::new(Wizard::Questions.of(form.slug), None));
        let pages = self.pages.values().map(|page| Listed::new(&page.path, Some(page.checked.on)));
        let news = self.news.iter().flat_map(of_news);
        let documents = self.documents.iter().map(|documents| {
            Listed::new(Place::Documents.path(), documents.iter().filter_map(|document| document.date).max())
        });
        let media = self.media.iter().flat_map(|media| {
            let latest = media.iter().map(|page| page.checked.on).max();
            let pages = media.iter().map(|page| Listed::new(&page.path, Some(page.checked.on)));
            std::iter::once(Listed::new(Place::Media.path(), latest)).chain(pages)
        });
        let simulation = self
            .simulation
            .iter()
            .flat_map(|words| [path::START, path::PRINTED].map(|path| Listed::new(path, Some(words.checked.on))));
        fixed
            .into_iter()
            .chain(forms)
            .chain(pages)
            .chain(news)
            .chain(documents)
            .chain(media)
            .chain(simulation)
            .collect()
    }
}

impl Listed {
    fn new(path: impl Into<String>, on: Option<NaiveDate>) -> Self {
        Self { path: path.into(), on }
    }
}

fn of_news(news: &News) -> impl Iterator<Item = Listed> {
    let latest = |items: &[NewsItem]| items.iter().map(|item| item.date).max();
    let years = news.years().into_iter().map(|year| Listed::new(News::path_of(year), None));
    let items = news.items.iter().map(|item| Listed::new(&item.path, Some(item.date)));
    std::iter::once(Listed::new(Place::News.path(), latest(&news.items))).chain(years).chain(items)
}
