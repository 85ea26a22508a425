//! A page of running text, made from Markdown in the content folder.

use chrono::NaiveDate;
use domain::values::Day;
use leptos::prelude::*;

use crate::components::{
    Breadcrumb, ButtonLink, ButtonRank, Card, Cards, HelpNow, Question, QuestionList, QuickExit, QuickExitLink,
    SafeBrowsing,
};
use crate::document::{Head, Site, render};
use crate::house::{House, Link};
use crate::passages::Passages;

/// A page of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextPage {
    /// Path of its address.
    pub path: String,
    /// Its title and main heading.
    pub title: String,
    /// For search engines.
    pub description: String,
    /// The first lines, larger.
    pub lead: String,
    /// The text.
    pub body: Passages,
    /// Pages to choose from, after the text: the themes, on their own page.
    pub cards: Vec<Card>,
    /// Questions that stand, closed, at the end.
    pub questions: Vec<Question>,
    /// The way out at once, on a page about violence.
    pub exit: Option<QuickExit>,
    /// The pages between home and this one.
    pub between: Vec<Link>,
    /// The one thing to do after reading.
    pub action: Option<Link>,
    /// Where to read on.
    pub related: Vec<Link>,
    /// Where the numbers to call stand.
    pub help: HelpPlace,
    /// When it was read with care.
    pub checked: Checked,
}

/// Where the numbers to call stand on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpPlace {
    /// In the footer, as everywhere.
    Footer,
    /// Above the text as well: the page leads to a form.
    Top,
}

/// When a page was last read with care, and when that must happen again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The last time.
    pub on: NaiveDate,
    /// The next time, at the latest.
    pub again: NaiveDate,
}

/// The whole document, as it reads on `today`.
pub fn page(site: &Site, words: &TextPage, today: NaiveDate) -> String {
    let head = Head::page(&words.title, &words.description, &words.path);
    let words = words.clone();
    render(site, head, || view(words, &site.house, today))
}

/// Its main part.
pub fn view(words: TextPage, house: &House, today: NaiveDate) -> impl IntoView + use<> {
    let help = (words.help == HelpPlace::Top).then(|| view! { <HelpNow lines=house.help_lines.clone() /> });
    let beside = aside(words.action, words.related, house);
    let exit = words.exit.clone().map(|exit| view! { <QuickExitLink exit=exit /> });
    let advice = words.exit.map(|exit| view! { <SafeBrowsing exit=exit /> });
    view! {
        <div class="zvh-frame zvh-page">
            {exit}
            <Breadcrumb between=words.between here=words.title.clone() />
            <h1 class="nl-heading nl-heading--level-1">{words.title}</h1>
            <p class="nl-paragraph nl-paragraph--lead zvh-lead">{words.lead}</p>
            <div class="zvh-columns">
                <div>
                    {help} {advice} <div class="zvh-text" inner_html=words.body.on(today)></div> {cards(words.cards)}
                    {questions(words.questions, today)} {checked_line(words.checked, today, house)}
                </div>
                {beside}
            </div>
        </div>
    }
}

fn cards(cards: Vec<Card>) -> Option<impl IntoView> {
    (!cards.is_empty()).then(|| {
        view! {
            <section class="zvh-section" aria-labelledby="kies">
                <h2 class="nl-heading nl-heading--level-2" id="kies">
                    "Kies een onderwerp"
                </h2>
                <Cards cards=cards />
            </section>
        }
    })
}

/// What people ask about this subject.
pub(super) fn questions(questions: Vec<Question>, today: NaiveDate) -> Option<impl IntoView> {
    (!questions.is_empty()).then(|| {
        view! {
            <section class="zvh-section" aria-labelledby="vragen-hierover">
                <h2 class="nl-heading nl-heading--level-2" id="vragen-hierover">
                    "Vragen hierover"
                </h2>
                <QuestionList questions=questions today=today open=None />
            </section>
        }
    })
}

/// What to do after reading, whom to ask, where to read on.
pub(super) fn aside(action: Option<Link>, related: Vec<Link>, house: &House) -> impl IntoView + use<> {
    let phone = house.phone.clone();
    let href = phone.href();
    let action = action.map(|link| view! { <ButtonLink link=link rank=ButtonRank::Primary /> });
    let items = related
        .into_iter()
        .map(|link| {
            view! {
                <li>
                    <a class="nl-link" href=link.href>
                        {link.label}
                    </a>
                </li>
            }
        })
        .collect::<Vec<_>>();
    let related = (!items.is_empty()).then(|| {
        view! {
            <h2 class="nl-heading nl-heading--level-2">"Lees ook"</h2>
            <ul class="zvh-plain-list">{items}</ul>
        }
    });
    view! {
        <aside class="zvh-aside" aria-label="Verder">
            {action} <h2 class="nl-heading nl-heading--level-2">"Vragen? Bel ons"</h2>
            <a class="nl-link zvh-phone" href=href>
                {phone.shown}
            </a> {related}
        </aside>
    }
}

/// When the page was checked; past its date it says so, so that nobody trusts an old fact.
pub(crate) fn checked_line(checked: Checked, today: NaiveDate, house: &House) -> impl IntoView + use<> {
    let phone = house.phone.shown.clone();
    let text = if today > checked.again {
        format!(
            "Wij controleerden deze pagina voor het laatst op {}. Een nieuwe controle had uiterlijk op {} moeten gebeuren. \
             Twijfelt u of iets nog klopt? Bel {phone}.",
            Day::from(checked.on).shown(),
            Day::from(checked.again).shown(),
        )
    } else {
        format!("Gecontroleerd op {}.", Day::from(checked.on).shown())
    };
    view! { <p class="nl-paragraph zvh-checked">{text}</p> }
}
