//! A house as a folder of words: settings, pages, questions, partners. Loaded and checked once, at start.
//!
//! ```text
//! content/<house>/house.toml      who the house is, its settings        [`settings`]
//!                 home.toml       the first page                         [`home`]
//!                 pages/**/*.md   pages of text; the file is the address [`page`]
//!                 figures/*.svg   drawings for those pages                [`figures`]
//!                 questions.toml, questions/*.toml  frequently asked questions [`questions`]
//!                 partners.toml   the partner register                   [`partners`]
//! ```
//!
//! Whatever is wrong is reported with its file, its line and how to mend it, all of it at once.

pub mod fault;
pub mod home;
pub mod page;
pub mod partners;
pub mod questions;
pub mod settings;

mod advice;
mod figures;
mod heads;
mod links;
mod markdown;
mod navigation;
mod placeholders;
mod source;
mod text;
mod themes;

use std::collections::BTreeMap;
use std::path::Path;

use app::components::Card;
use app::house::House;
use app::pages::{home::HomePage, questions::QuestionsPage, text::TextPage};
use app::place::Place;
use chrono::NaiveDate;

pub use fault::{Fault, Faults};
pub use partners::{Partner, PartnerType};
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
    /// The themes, as cards in order.
    pub themes: Vec<Card>,
    /// The frequently asked questions.
    pub questions: QuestionsPage,
    /// The partner register.
    pub partners: Vec<Partner>,
}

/// Pages of text that every house must have: the site links to them.
const NEEDED: [Place; 6] =
    [Place::About, Place::Regieteam, Place::Refer, Place::Contact, Place::Privacy, Place::Accessibility];

/// Loads the folder of one house.
pub fn load(folder: &Path) -> Result<Content, Faults> {
    let Read { settings, partners, home, pages, questions } = read(folder)?;
    let menu = navigation::menu(&pages, &questions);
    let footer = navigation::footer(&pages, &questions);
    Ok(Content {
        house: settings.house(menu, footer),
        settings,
        home: home.words,
        themes: themes::cards(&pages),
        pages: pages.into_iter().map(|page| (page.words.path.clone(), page.words)).collect(),
        questions: questions.words,
        partners,
    })
}

/// What there is to say of the words of a house that loads.
pub struct Review {
    /// Pages of text.
    pub pages: usize,
    /// Questions.
    pub questions: usize,
    /// What could be better on the day it was asked.
    pub advice: Vec<Fault>,
}

/// Loads the folder of one house and says what could be better on this day. What is wrong is in the error.
pub fn review(folder: &Path, today: NaiveDate) -> Result<Review, Faults> {
    let read = read(folder)?;
    let readings: Vec<_> = read.parts().iter().flat_map(|part| part.readings()).collect();
    Ok(Review {
        pages: read.pages.len(),
        questions: read.questions.all().count(),
        advice: advice::advice(&readings, today),
    })
}

/// Everything of a folder, read and checked.
struct Read {
    settings: Settings,
    partners: Vec<Partner>,
    home: home::LoadedHome,
    pages: Vec<page::LoadedPage>,
    questions: questions::LoadedQuestions,
}

impl Read {
    /// The parts that answer addresses and link to each other. A new kind of page joins here.
    fn parts(&self) -> [&dyn links::Part; 3] {
        [&self.home, &self.pages, &self.questions]
    }
}

fn read(folder: &Path) -> Result<Read, Faults> {
    // Settings and partners first: the words of pages are filled in with them.
    let settings = settings::load(&Source::read(folder, "house.toml")?)?;
    let partners = partners::load(&Source::read(folder, "partners.toml")?)?;
    let words = placeholders::Words::new(&settings, &partners, figures::load(folder)?);

    let mut faults = Faults::default();
    let home = faults.keep(home::load(folder));
    let pages = faults.keep(page::load_all(folder, &words));
    let questions = faults.keep(questions::load(folder, &words));
    let (Some(home), Some(mut pages), Some(mut questions)) = (home, pages, questions) else { return Err(faults) };

    check_needed(folder, &pages, &mut faults);
    navigation::complete(&mut pages, &mut questions, &settings, &mut faults);
    themes::lay_out(&mut pages, &mut faults);
    let always = [navigation::menu(&pages, &questions), navigation::footer(&pages, &questions)].concat();
    let read = Read { settings, partners, home, pages, questions };
    links::check(&read.parts(), &always, &mut faults);
    heads::check(&read.parts(), &mut faults);
    if faults.is_empty() { Ok(read) } else { Err(faults) }
}

/// Are the pages there that the site itself links to?
fn check_needed(folder: &Path, pages: &[page::LoadedPage], faults: &mut Faults) {
    let starts = domain::forms::ALL.iter().map(|form| app::paths::Wizard::Start.of(form.slug));
    for path in NEEDED.iter().map(|place| place.path().to_owned()).chain(starts) {
        if !pages.iter().any(|page| page.words.path == path) {
            let file = folder.join("pages").join(format!("{}.md", &path[1..]));
            faults.add(Fault::in_file(file, "this page is missing", "every house must have it: write it"));
        }
    }
}

#[cfg(test)]
mod tests;
