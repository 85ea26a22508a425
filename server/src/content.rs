//! A house as a folder of words: settings, pages, questions, partners. Loaded and checked once, at start.
//!
//! ```text
//! content/<house>/house.toml      who the house is, its settings        [`settings`]
//!                 home.toml       the first page                         [`home`]
//!                 pages/**/*.md   pages of text; the file is the address [`page`]
//!                 questions.toml  frequently asked questions             [`questions`]
//!                 simulation.toml the case to play, if there is one      [`simulation`]
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
pub mod simulation;

mod links;
mod markdown;
mod navigation;
mod placeholders;
mod source;

use std::collections::BTreeMap;
use std::path::Path;

use app::house::House;
use app::pages::{home::HomePage, questions::QuestionsPage, text::TextPage};
use app::place::Place;
use app::simulation::words::Simulation;

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
    /// The frequently asked questions.
    pub questions: QuestionsPage,
    /// The case that visitors can play.
    pub simulation: Option<Simulation>,
    /// The partner register.
    pub partners: Vec<Partner>,
}

/// Pages of text that every house must have: the site links to them.
const NEEDED: [Place; 6] =
    [Place::About, Place::Regieteam, Place::Refer, Place::Contact, Place::Privacy, Place::Accessibility];

/// Loads the folder of one house.
pub fn load(folder: &Path) -> Result<Content, Faults> {
    // Settings and partners first: the words of pages are filled in with them.
    let settings = settings::load(&Source::read(folder, "house.toml")?)?;
    let partners = partners::load(&Source::read(folder, "partners.toml")?)?;
    let words = placeholders::Words::new(&settings, &partners);

    let mut faults = Faults::default();
    let home = faults.keep(home::load(folder));
    let pages = faults.keep(page::load_all(folder, &words));
    let questions = faults.keep(questions::load(folder, &words));
    let simulation = faults.keep(simulation::load(folder, &words));
    let (Some(home), Some(pages), Some(questions), Some(simulation)) = (home, pages, questions, simulation) else {
        return Err(faults);
    };

    let starts = domain::forms::ALL.iter().map(|form| app::paths::Wizard::Start.of(form.slug));
    for path in NEEDED.iter().map(|place| place.path().to_owned()).chain(starts) {
        if !pages.iter().any(|page| page.words.path == path) {
            let file = folder.join("pages").join(format!("{}.md", &path[1..]));
            faults.add(Fault::in_file(file, "this page is missing", "every house must have it: write it"));
        }
    }
    let pages = navigation::complete(pages, &questions, &mut faults);
    links::check(&home, &pages, &questions, simulation.as_ref(), &mut faults);
    if !faults.is_empty() {
        return Err(faults);
    }

    Ok(Content {
        house: settings.house(navigation::menu(&pages, &questions), navigation::footer(&pages, &questions)),
        settings,
        home: home.words,
        pages: pages.into_iter().map(|page| (page.words.path.clone(), page.words)).collect(),
        questions: questions.words,
        simulation: simulation.map(|simulation| simulation.words),
        partners,
    })
}

#[cfg(test)]
mod tests;
