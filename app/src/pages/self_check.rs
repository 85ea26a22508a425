//! The self-check on a page. The browser shows the advice by its stylesheet, made from the same conditions, so that no answer
//! leaves it; one that cannot (it has no `:has()`) posts and gets the same page with the advice in it.

use domain::answers::Answers;
use domain::check::offers;
use domain::context::Context;
use domain::form::{Ask, Field, Form, Heading, Notice, Part, When};
use domain::self_check::{Lead, STEP, leads};
use leptos::prelude::*;

use crate::components::form::{Common, Radios};
use crate::components::{Breadcrumb, HelpNow, QuickExitLink};
use crate::document::{Head, Site, render};
use crate::house::{House, Link};
use crate::paths::Wizard;
use crate::place::Place;
use crate::wizard::reveal;

/// For search engines.
const DESCRIPTION: &str =
    "Kijk zelf of uw casus past bij het Regieteam, bij procesregie of bij MDA++. Wij bewaren uw antwoorden niet.";
/// Where the advice stands on the page.
const ADVICE: &str = "advies";

/// What the page is made from.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// What was answered; nothing at the first look.
    pub answers: &'a Answers,
    /// The day and the house.
    pub context: &'a Context,
    /// The forms that the house uses.
    pub forms: &'a [&'static Form],
}

/// The page that everyone gets first.
pub fn page(site: &Site, asked: Asked<'_>) -> String {
    let head = Head::page(STEP.title, DESCRIPTION, Place::SelfCheck.path());
    whole(site, head, asked)
}

/// The same page with answers ticked and the advice shown: of one person, so no search engine may have it.
pub fn answered(site: &Site, asked: Asked<'_>) -> String {
    whole(site, Head::unlisted(STEP.title, Place::SelfCheck.path()), asked)
}

/// Everything that can be found in it.
pub fn plain() -> String {
    let words = STEP.parts.iter().filter_map(|part| match part {
        Part::Heading(heading) => Some([heading.title, heading.text]),
        Part::Field(field) => Some([field.label, field.hint]),
        Part::Notice(_) | Part::Group(_) => None,
    });
    STEP.intro.iter().copied().chain(words.flatten()).collect::<Vec<_>>().join("\n")
}

/// Shows and hides by the answers. Everything in it is for browsers that know `:has()`: what the server judged is set aside
/// there, and the button has nothing to do.
pub fn stylesheet(context: &Context) -> String {
    // In the layer of the rule it overrides: among rules that are important, one outside all layers is the weakest.
    format!(
        "@layer layout{{@supports selector(:has(*)){{.zvh-form [data-reveal]>[hidden]{{display:block!important}}.zvh-form .zvh-actions{{display:none}}}}}}\n{}",
        reveal::rules(std::slice::from_ref(STEP), context)
    )
}

fn whole(site: &Site, head: Head, asked: Asked<'_>) -> String {
    let head = Head { styles: vec![Wizard::Style.of(STEP.slug)], ..head };
    render(site, head, || view(&site.house, asked))
}

fn view(house: &House, asked: Asked<'_>) -> impl IntoView + use<> {
    let is_advice =
        |part: &&Part| matches!(part, Part::Notice(notice) if leads(notice.name).is_some() || notice.name == WAITING);
    let (advice, questions): (Vec<&Part>, Vec<&Part>) = STEP.parts.iter().partition(is_advice);
    let questions: Vec<AnyView> = questions.into_iter().map(|part| part_view(house, part, asked)).collect();
    let advice: Vec<AnyView> = advice.into_iter().map(|part| part_view(house, part, asked)).collect();
    let path = Place::SelfCheck.path();
    // It asks about violence.
    let exit = house.exit.clone().map(|exit| view! { <QuickExitLink exit=exit /> });
    let (lead, intro) = STEP.intro.split_first().map_or(("", STEP.intro), |(lead, intro)| (*lead, intro));
    let intro = intro.iter().map(|text| view! { <p class="nl-paragraph">{*text}</p> }).collect_view();
    view! {
        <div class="zvh-frame zvh-page">
            {exit}
            <Breadcrumb between=vec![Link::new("Aanmelden", Place::Refer.path())] here=STEP.title.to_owned() />
            <h1 class="nl-heading nl-heading--level-1">{STEP.title}</h1>
            <p class="nl-paragraph nl-paragraph--lead zvh-lead">{lead}</p>
            <div class="zvh-columns">
                <div>
                    <HelpNow lines=house.help_lines.clone() />
                    <div class="zvh-text">{intro}</div>
                    // Without autocomplete the browser does not tick the answers of who was here before.
                    <form class="zvh-form zvh-brief" method="post" action=format!("{path}#{ADVICE}") autocomplete="off">
                        {questions}
                        <div class="zvh-actions">
                            <button class="nl-button nl-button--primary" type="submit">
                                <span class="nl-button__label">"Toon advies"</span>
                            </button>
                        </div>
                        <section class="zvh-section zvh-advice" id=ADVICE aria-labelledby="ons-advies" aria-live="polite">
                            <h2 class="nl-heading nl-heading--level-2" id="ons-advies">
                                "Ons advies"
                            </h2>
                            {advice}
                        </section>
                    </form>
                    <p class="zvh-step-help">
                        <a class="nl-link" href=path>
                            "Begin opnieuw"
                        </a>
                        ". Twijfelt u? Bel "
                        <a class="nl-link" href=house.phone.href()>
                            {house.phone.shown.clone()}
                        </a>
                        "."
                    </p>
                </div>
            </div>
        </div>
    }
}

/// Says that there is no advice yet, where advice would stand.
const WAITING: &str = "check.waiting";

fn part_view(house: &House, part: &Part, asked: Asked<'_>) -> AnyView {
    match part {
        Part::Heading(heading) => marked(&heading.when, heading.title, asked, heading_view(heading)),
        Part::Field(field) => marked(&field.when, field.name, asked, field_view(field, asked)),
        Part::Notice(notice) => {
            let hidden = !holds(&notice.when, asked);
            let view = notice_view(house, notice, asked.forms);
            marked(&notice.when, notice.name, asked, view! { <div hidden=hidden>{view}</div> }.into_any())
        }
        // It asks of one case, so nothing is repeated.
        Part::Group(_) => ().into_any(),
    }
}

/// A part under a condition, with the mark by which the stylesheet hides it.
fn marked(when: &When, name: &str, asked: Asked<'_>, view: AnyView) -> AnyView {
    match reveal::mark(STEP, when, name, ask(asked)) {
        Some(mark) => view! { <div data-reveal=mark>{view}</div> }.into_any(),
        None => view,
    }
}

fn holds(when: &When, asked: Asked<'_>) -> bool {
    when.holds(ask(asked))
}

fn ask(asked: Asked<'_>) -> Ask<'_> {
    Ask { answers: asked.answers, row: "", context: asked.context }
}

fn heading_view(heading: &Heading) -> AnyView {
    view! {
        <div class="zvh-section">
            <h2 class="nl-heading nl-heading--level-2">{heading.title}</h2>
            <p class="nl-paragraph">{heading.text}</p>
        </div>
    }
    .into_any()
}

fn field_view(field: &Field, asked: Asked<'_>) -> AnyView {
    let ask = Ask { answers: asked.answers, row: "", context: asked.context };
    let offers = offers(std::slice::from_ref(STEP), field, ask);
    let chosen = asked.answers.get(field.name).to_owned();
    let common = Common {
        name: field.name.to_owned(),
        label: field.label.to_owned(),
        hint: field.hint.to_owned(),
        ..Common::default()
    };
    view! { <Radios field=common offers=offers chosen=chosen /> }.into_any()
}

/// An advice is a calm box with its links; whatever is about danger stands out.
fn notice_view(house: &House, notice: &Notice, forms: &[&Form]) -> AnyView {
    let to = leads(notice.name).unwrap_or_default();
    let urgent = to.is_empty() && notice.name != WAITING || to.contains(&Lead::HelpLine("112"));
    let class = if urgent { "utrecht-alert utrecht-alert--warning" } else { "utrecht-alert utrecht-alert--info" };
    let mut links: Vec<Link> = Vec::new();
    for link in to.iter().map(|lead| link(*lead, house, forms)) {
        if !links.contains(&link) {
            links.push(link);
        }
    }
    let links = links.into_iter().map(|link| {
        view! {
            <li>
                <a class="nl-link" href=link.href>
                    {link.label}
                </a>
            </li>
        }
    });
    let links = (!to.is_empty()).then(|| view! { <ul class="zvh-plain-list">{links.collect_view()}</ul> });
    view! {
        <div class=class>
            <div class="utrecht-alert__message">
                <p class="nl-paragraph">{notice.text}</p>
                {links}
            </div>
        </div>
    }
    .into_any()
}

fn link(lead: Lead, house: &House, forms: &[&Form]) -> Link {
    let call = || Link::new(format!("Bel ons: {}", house.phone.shown), house.phone.href());
    match lead {
        Lead::Form(slug) => match forms.iter().find(|form| form.slug == slug) {
            Some(form) => Link::new(form.title, Wizard::Start.of(form.slug)),
            None => call(),
        },
        Lead::HelpLine(dial) => match house.help_lines.iter().find(|line| line.phone.dial == dial) {
            Some(line) => Link::new(format!("Bel {} ({})", line.phone.shown, line.name), line.phone.href()),
            None => Link::new(format!("Bel {dial}"), format!("tel:{dial}")),
        },
        Lead::House => call(),
        Lead::Partners => Link::new("Bekijk onze partners", Place::Partners.path()),
        Lead::Ways => Link::new("Bekijk alle wegen", Place::Refer.path()),
    }
}
