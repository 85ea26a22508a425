//! How the pages of a house hang together: menu, footer, breadcrumb, where to read on, questions, the way out.

use app::components::{Question, QuickExit};
use app::house::Link;
use app::pages::{documents, media, news, partners};
use app::place::{Place, SAFE_BROWSING};
use app::simulation;

use super::fault::{Fault, Faults};
use super::links::Linkable;
use super::page::LoadedPage;
use super::questions::LoadedQuestions;
use super::settings::Settings;

/// The links of the menu, in the order of `nav`.
pub(super) fn menu(pages: &[LoadedPage], questions: &LoadedQuestions) -> Vec<Link> {
    ordered(pages.iter().map(|page| (page.nav, link(page))).chain([(questions.nav, questions_link(questions))]))
}

/// The links of the footer, in the order of `footer`; the pages that are made from lists stand at the end.
pub(super) fn footer(pages: &[LoadedPage], questions: &LoadedQuestions, made: Vec<Link>) -> Vec<Link> {
    let numbered = pages.iter().map(|page| (page.footer, link(page)));
    let mut links = ordered(numbered.chain([(questions.footer, questions_link(questions))]));
    links.extend(made);
    links
}

/// The pages that are made from lists, as far as the house has them.
pub(super) fn made(others: &[Linkable]) -> Vec<Link> {
    [
        (partners::TITLE, Place::Partners),
        (news::TITLE, Place::News),
        (documents::TITLE, Place::Documents),
        (media::TITLE, Place::Media),
        (simulation::TITLE, Place::Simulation),
    ]
    .into_iter()
    .filter(|(_, place)| *place == Place::Partners || others.iter().any(|other| other.path == place.path()))
    .map(|(title, place)| Link::new(title, place.path()))
    .collect()
}

/// The pages of other parts that have a title of their own: an item of the news, a video.
pub(super) fn titled(others: &[Linkable]) -> impl Iterator<Item = Link> {
    others.iter().filter_map(|other| Some(Link::new(&other.head.as_ref()?.title.0, &other.path)))
}

/// Gives every page what it owes to other parts of the house.
pub(super) fn complete(
    pages: &mut [LoadedPage],
    questions: &mut LoadedQuestions,
    others: &[Link],
    settings: &Settings,
    faults: &mut Faults,
) {
    let known = pages.iter().map(link).chain([questions_link(questions)]).chain(others.iter().cloned());
    let known: Vec<Link> = known.collect();
    lead_questions_on(questions, &known, faults);
    for page in pages {
        page.words.between = known.iter().filter(|other| is_above(&other.href, &page.words.path)).cloned().collect();
        lead_on(page, &known, faults);
        ask(page, questions, faults);
        let Some(line) = page.quick_exit_line else { continue };
        match leave(settings, &known) {
            Some(exit) => page.words.exit = Some(exit),
            None => faults.add(Fault::on_line(
                &page.file,
                line,
                "the house has no site to leave for",
                "fill in quick_exit_to in house.toml, as \"https://www.buienradar.nl/\"",
            )),
        }
    }
}

/// The way out at once, for the forms that offer it.
pub(super) fn exit(pages: &[LoadedPage], settings: &Settings) -> Option<QuickExit> {
    leave(settings, &pages.iter().map(link).collect::<Vec<_>>())
}

fn leave(settings: &Settings, known: &[Link]) -> Option<QuickExit> {
    let advice = known.iter().find(|page| page.href == SAFE_BROWSING).cloned();
    settings.quick_exit_to.clone().map(|to| QuickExit { to, advice })
}

/// The pages to read on.
fn lead_on(page: &mut LoadedPage, known: &[Link], faults: &mut Faults) {
    for path in &page.related {
        match known.iter().find(|other| other.href == *path) {
            Some(other) => page.words.related.push(other.clone()),
            None => faults.add(Fault::on_line(
                &page.file,
                page.related_line,
                format!("there is no page {path} to read on"),
                "name the path of a page, as \"/contact\"",
            )),
        }
    }
}

/// The questions at the end of a page.
fn ask(page: &mut LoadedPage, questions: &LoadedQuestions, faults: &mut Faults) {
    for id in &page.questions {
        let fault = |problem, mend| Fault::on_line(&page.file, page.questions_line, problem, mend);
        let Some(question) = questions.all().find(|question| question.id == *id) else {
            let problem = format!("there is no question {id}");
            faults.add(fault(problem, "use the id of a question in questions/"));
            continue;
        };
        if !page.text.anchors.insert(id.clone()) {
            let problem = format!("{id} is twice a place on this page");
            faults.add(fault(problem, "name a question once, and word headings differently than its id"));
            continue;
        }
        // On the page itself it needs no link to that page.
        let theme = question.theme.clone().filter(|theme| theme.href != page.words.path);
        page.words.questions.push(Question { theme, ..question.clone() });
    }
}

/// Gives each question the link to the page that tells more.
fn lead_questions_on(questions: &mut LoadedQuestions, known: &[Link], faults: &mut Faults) {
    for (question, theme) in questions.with_theme() {
        match known.iter().find(|page| page.href == theme.path) {
            Some(page) => question.theme = Some(page.clone()),
            None => faults.add(Fault::on_line(
                &theme.file,
                theme.line,
                format!("there is no page {} that tells more", theme.path),
                "name the path of a page, as \"/regieteam\"",
            )),
        }
    }
}

fn link(page: &LoadedPage) -> Link {
    Link::new(&page.label, &page.words.path)
}

fn questions_link(questions: &LoadedQuestions) -> Link {
    Link::new(&questions.words.title, Place::Questions.path())
}

fn is_above(path: &str, below: &str) -> bool {
    below.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'))
}

fn ordered(links: impl Iterator<Item = (Option<u8>, Link)>) -> Vec<Link> {
    let mut links: Vec<_> = links.filter_map(|(order, link)| Some((order?, link))).collect();
    links.sort_by_key(|(order, _)| *order);
    links.into_iter().map(|(_, link)| link).collect()
}
