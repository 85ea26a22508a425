//! Themes: pages with a card on `/themas` and the first page.

use app::components::Card;
use app::house::Link;
use app::place::THEMES;

use super::fault::{Fault, Faults};
use super::page::LoadedPage;

/// What a card has room for.
const LONGEST: usize = 90;

/// What makes a page a theme.
pub(super) struct Theme {
    pub(super) order: u8,
    pub(super) text: String,
    pub(super) line: usize,
}

/// The cards of the themes, in order.
pub(super) fn cards(pages: &[LoadedPage]) -> Vec<Card> {
    let mut themes: Vec<_> = pages.iter().filter_map(|page| Some((page.theme.as_ref()?, page))).collect();
    themes.sort_by_key(|(theme, page)| (theme.order, page.words.path.clone()));
    let card = |(theme, page): (&Theme, &LoadedPage)| Card {
        link: Link::new(&page.label, &page.words.path),
        text: theme.text.clone(),
    };
    themes.into_iter().map(card).collect()
}

/// Lays the cards on the overview. A house with themes must have that page.
pub(super) fn lay_out(pages: &mut [LoadedPage], faults: &mut Faults) {
    for page in pages.iter() {
        let Some(theme) = &page.theme else { continue };
        let length = theme.text.chars().count();
        if length > LONGEST {
            let problem = format!("the text of this theme has {length} characters");
            let mend = format!("write at most {LONGEST}: it is one line on a card");
            faults.add(Fault::on_line(&page.file, theme.line, problem, mend));
        }
    }
    let cards = cards(pages);
    match pages.iter_mut().find(|page| page.words.path == THEMES) {
        Some(overview) => overview.words.cards = cards,
        None => {
            if let Some(page) = pages.iter().find(|page| page.theme.is_some()) {
                let mend = format!("write pages{THEMES}.md: its words stand above the cards");
                faults.add(Fault::in_file(&page.file, "this page is a theme, but there is no page of themes", mend));
            }
        }
    }
}
