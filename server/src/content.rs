//! A house as a folder of words: settings, pages, questions, partners. Loaded and checked once, at start.
//!
//! ```text
//! content/<house>/house.toml      who the house is, its settings        [`settings`]
//!                 home.toml       the first page                         [`home`]
//!                 pages/**/*.md   pages of text; the file is the address [`page`]
//!                 ways.toml       what visitors come for, the way in for each [`ways`]
//!                 figures/*.svg   drawings for those pages                [`figures`]
//!                 questions.toml, questions/*.toml  frequently asked questions [`questions`]
//!                 simulation.toml the case to play, if there is one      [`simulation`]
//!                 partners.toml   the partner register                   [`partners`]
//!                 rooms.toml      rooms to book and their opening hours  [`rooms`]
//!                 notices.toml    what the first page must tell today
//!                 news/*.md       news
//!                 documents.toml  convenants, regulations, yearly reports
//!                 media/*.md      videos and animations, written out
//!                 search.toml     words that find the same
//! ```
//!
//! Whatever is wrong is reported with its file, its line and how to mend it, all of it at once.

pub mod addresses;
pub mod fault;
pub mod home;
pub mod page;
pub mod partners;
pub mod questions;
pub mod rooms;
pub mod settings;
pub mod simulation;

mod advice;
mod article;
mod documents;
mod figures;
mod files;
mod heads;
mod links;
mod markdown;
mod media;
mod navigation;
mod news;
mod notices;
mod part;
mod placeholders;
mod search;
mod source;
mod text;
mod themes;
mod ways;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use app::components::Card;
use app::house::House;
use app::pages::{documents::Document, home::HomePage, media::MediaPage, news::News};
use app::pages::{questions::QuestionsPage, text::TextPage, ways::WayGroup};
use app::paths::Wizard;
use app::place::Place;
use app::simulation::words::Simulation;
use chrono::NaiveDate;
use domain::form::{Entry, Exit, Form};

pub use fault::{Fault, Faults};
pub use partners::{Partner, PartnerType};
pub use rooms::Rooms;
pub use settings::Settings;

use source::Source;

/// Everything a house says.
#[derive(Clone)]
pub struct Content {
    /// The house as its pages show it.
    pub house: House,
    /// What the program needs to know of it.
    pub settings: Settings,
    /// The first page.
    pub home: HomePage,
    /// The pages of text, by path.
    pub pages: BTreeMap<String, TextPage>,
    /// The ways in, for the page of [`Place::Refer`], without those to forms that are switched off.
    pub ways: Vec<WayGroup>,
    /// The themes, as cards in order.
    pub themes: Vec<Card>,
    /// The frequently asked questions.
    pub questions: QuestionsPage,
    /// The case that visitors can play.
    pub simulation: Option<Simulation>,
    /// The partner register.
    pub partners: Vec<Partner>,
    /// The rooms that partners book, where the house uses a form for that.
    pub rooms: Option<Rooms>,
    /// The news, where the house has a folder for it.
    pub news: Option<News>,
    /// The documents, where the house has a list of them.
    pub documents: Option<Vec<Document>>,
    /// Videos and animations, where the house has a folder for them.
    pub media: Option<Vec<MediaPage>>,
    /// The forms it uses, in the order of the route chooser.
    pub forms: Vec<&'static Form>,
    /// The files that texts name, by their address.
    pub files: BTreeMap<String, PathBuf>,
    /// Words that mean the same to the search, set by set.
    pub synonyms: Vec<Vec<String>>,
}

/// Pages of text that every house must have: the site links to them.
const NEEDED: [Place; 6] =
    [Place::About, Place::Regieteam, Place::Refer, Place::Contact, Place::Privacy, Place::Accessibility];

/// Loads the folder of one house.
pub fn load(folder: &Path) -> Result<Content, Faults> {
    Ok(read(folder)?.content)
}

/// What there is to say of the words of a house that loads.
pub struct Review {
    /// Its settings.
    pub settings: Settings,
    /// Pages of text.
    pub pages: usize,
    /// Questions.
    pub questions: usize,
    /// What could be better on the day it was asked.
    pub advice: Vec<Fault>,
}

/// Loads the folder of one house and says what could be better on this day. What is wrong is in the error.
pub fn review(folder: &Path, today: NaiveDate) -> Result<Review, Faults> {
    let Read { content, readings } = read(folder)?;
    Ok(Review {
        pages: content.pages.len(),
        questions: content.questions.groups.iter().map(|group| group.questions.len()).sum(),
        advice: advice::advice(&readings, today),
        settings: content.settings,
    })
}

/// A folder, read and checked.
struct Read {
    content: Content,
    /// Its words, file by file.
    readings: Vec<advice::Reading>,
}

fn read(folder: &Path) -> Result<Read, Faults> {
    // Settings, partners and drawings first: the words of pages are filled in with them.
    let settings = settings::load(&Source::read(folder, "house.toml")?)?;
    let partners = partners::load(&Source::read(folder, "partners.toml")?)?;
    let words = placeholders::Words::new(&settings, &partners, figures::load(folder)?);

    let mut faults = Faults::default();
    let home = faults.keep(home::load(folder));
    let pages = faults.keep(page::load_all(folder, &words));
    let questions = faults.keep(questions::load(folder, &words));
    let synonyms = faults.keep(search::load(folder));
    let notices = faults.keep(notices::load(folder, &words));
    let news = faults.keep(news::load(folder, &words, settings.national()));
    let documents = faults.keep(documents::load(folder));
    let media = faults.keep(media::load(folder, &words));
    let simulation = faults.keep(simulation::load(folder, &words));
    let ways = faults.keep(ways::load(folder, &settings));
    let rooms = faults.keep(rooms::load(folder, &settings));
    let (Some(home), Some(mut pages), Some(mut questions), Some(synonyms)) = (home, pages, questions, synonyms) else {
        return Err(faults);
    };
    let parts = (notices, news, documents, media, simulation, ways, rooms);
    let (Some(notices), Some(news), Some(documents), Some(media), Some(simulation), Some(ways), Some(rooms)) = parts
    else {
        return Err(faults);
    };

    check_needed(folder, &settings, &pages, &mut faults);
    let (mut all, mut files) = (Vec::new(), Vec::new());
    let notices = notices.words(&mut all, &mut files);
    let news = news.map(|part| part.words(&mut all, &mut files));
    let documents = documents.map(|part| part.words(&mut all, &mut files));
    let media = media.map(|part| part.words(&mut all, &mut files));
    let simulation = simulation.map(|part| part.words(&mut all, &mut files));
    let ways = ways.words(&mut all, &mut files);
    let made = navigation::made(&all);
    let others: Vec<_> = made.iter().cloned().chain(navigation::titled(&all)).collect();
    navigation::complete(&mut pages, &mut questions, &others, &settings, &mut faults);
    themes::lay_out(&mut pages, &mut faults);
    all.extend(starts(&settings).map(|path| links::Linkable::address(&path)));
    all.extend(rooms.iter().map(|_| links::Linkable::address(Place::Rooms.path())));
    all.push(home.linkable());
    all.extend(pages.iter().map(page::LoadedPage::linkable));
    all.extend(questions.linkables());
    let exit = navigation::exit(&pages, &settings);
    if exit.is_none()
        && let Some(form) = settings.forms().iter().find(|form| form.exit == Exit::Quick)
    {
        faults.add(Fault::in_file(
            folder.join("house.toml"),
            format!("the form {} needs a site to leave for", form.slug),
            "fill in quick_exit_to, as \"https://www.buienradar.nl/\"",
        ));
    }
    let menu = navigation::menu(&pages, &questions);
    let footer = navigation::footer(&pages, &questions, made);
    links::check(&all, &[menu.as_slice(), footer.as_slice()].concat(), &mut faults);
    heads::check(&all, &mut faults);
    let themes = themes::cards(&pages);
    let shown = home::Shown {
        themes: themes.clone(),
        questions: &questions.words.groups,
        news: news.as_ref().map_or(&[], |news| &news.items),
        partners: partners.len(),
        notices,
    };
    let home = home.complete(shown, &mut faults);
    if !faults.is_empty() {
        return Err(faults);
    }

    let content = Content {
        house: settings.house(menu, footer, exit),
        forms: settings.forms(),
        settings,
        home,
        pages: pages.into_iter().map(|page| (page.words.path.clone(), page.words)).collect(),
        ways,
        themes,
        questions: questions.words,
        simulation,
        partners,
        rooms,
        news,
        documents,
        media,
        files: files.into_iter().map(|file| (file.address, file.path)).collect(),
        synonyms,
    };
    Ok(Read { content, readings: all.into_iter().filter_map(|one| one.reading).collect() })
}

/// Where the forms of the house begin, and all their questions: a link may lead there, also where no page of the house stands.
fn starts(settings: &Settings) -> impl Iterator<Item = String> {
    let own = settings.forms().into_iter().filter(|form| form.entry != Entry::Invited);
    own.flat_map(|form| [Wizard::Start, Wizard::Questions].map(|page| page.of(form.slug)))
}

/// Are the pages there that the site itself links to?
fn check_needed(folder: &Path, settings: &Settings, pages: &[page::LoadedPage], faults: &mut Faults) {
    let forms = settings.forms().into_iter().filter(|form| matches!(form.entry, Entry::Danger | Entry::Plain));
    let starts = forms.map(|form| Wizard::Start.of(form.slug));
    for path in NEEDED.iter().map(|place| place.path().to_owned()).chain(starts) {
        if !pages.iter().any(|page| page.words.path == path) {
            let file = folder.join("pages").join(format!("{}.md", &path[1..]));
            faults.add(Fault::in_file(file, "this page is missing", "every house must have it: write it"));
        }
    }
}

#[cfg(test)]
mod tests;
