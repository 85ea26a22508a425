//! The check page: every answer with a way to change it, what will not be sent, who gets it, by which date an answer comes.

use domain::check::Warning;
use domain::form::{Ask, Effect};
use domain::messages;
use domain::summary::{Block, Line, Section, parked, removed, summary};
use leptos::prelude::*;

use super::actions::{Rank, button};
use super::changed::remark;
use super::frame::{At, Filling, PageState, frame, step_count, version_field};
use super::not_free::not_free_view;
use crate::document::Head;
use crate::paths::{Wizard, action};

/// Why the page shows instead of what was asked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// It was asked for.
    No,
    /// The answers changed after the page from which was sent was made.
    Changed,
    /// The house could not store it just now.
    NotStored,
}

/// The head of the check page.
pub fn head(filling: &Filling, held: Held) -> Head {
    let calm = held == Held::No && filling.not_free.is_none();
    let state = if calm { PageState::Calm } else { PageState::Wrong };
    filling.head(At::Check, TITLE, Wizard::Check.of(filling.form.slug), state)
}

const TITLE: &str = "Controleer uw antwoorden";

/// The check page. `promises` are the sentences of the form's promises, for something sent today.
pub fn page(filling: &Filling, promises: &[String], held: Held) -> impl IntoView {
    let form = filling.form;
    let sections = summary(form, &filling.answers, &filling.context);
    let sections = sections.into_iter().map(|section| section_view(filling, section)).collect_view();
    let last = filling.walk.route.last().map(|step| Wizard::Step(step.slug).of(form.slug));
    let column = view! {
        {held_view(held, form.words.noun)}
        {(held == Held::No).then(|| not_free_view(filling, At::Check))}
        <h1 class="nl-heading nl-heading--level-1" id="kop" tabindex="-1">{TITLE}</h1>
        {step_count(filling, At::Check)}
        <p class="nl-paragraph">
            {format!("U hebt nog niets verstuurd. Kijk uw antwoorden na. Daarna verstuurt u uw {} onder aan deze pagina.", form.words.noun)}
        </p>
        {warnings_view(filling)}
        {sections}
        {parked_view(filling)}
        {what_happens(filling, promises)}
        <form class="zvh-form" id="formulier" method="post" action=Wizard::Check.of(form.slug) novalidate=true>
            {version_field(filling)}
            <div class="zvh-actions">
                {button(action::NEXT, form.words.send, Rank::Primary)}
                {last.map(|href| view! { <a class="nl-button nl-button--secondary" href=href><span class="nl-button__label">"Vorige stap"</span></a> })}
                <a class="nl-button nl-button--subtle" href=Wizard::Code.of(form.slug)><span class="nl-button__label">"Opslaan en later verder"</span></a>
            </div>
        </form>
    };
    frame(filling, At::Check, column)
}

fn held_view(held: Held, noun: &'static str) -> impl IntoView {
    let text = match held {
        Held::No => return ().into_any(),
        Held::Changed => {
            "Uw antwoorden zijn intussen gewijzigd, bijvoorbeeld in een ander tabblad. Er is nog niets verstuurd. Kijk alles nog een keer na."
                .to_owned()
        }
        Held::NotStored => format!(
            "Wij konden uw {noun} nu niet opslaan. Er is niets verstuurd. Uw antwoorden staan er nog. Probeer het over een paar minuten opnieuw."
        ),
    };
    view! {
        <div class="zvh-error-summary" id="fouten" tabindex="-1" autofocus=true role="group" aria-labelledby="fouten-kop">
            <h2 class="nl-heading nl-heading--level-3" id="fouten-kop">"Nog niet verstuurd"</h2>
            <p>{text}</p>
        </div>
    }
    .into_any()
}

fn warnings_view(filling: &Filling) -> impl IntoView + use<> {
    let form = filling.form;
    let mut lines: Vec<(String, String)> = Vec::new();
    for warned in &filling.verdict.warnings {
        let step = match warned.warning {
            Warning::Notice(_) => {
                filling.walk.notices.iter().find(|(_, notice)| notice.name == warned.name).map(|(step, _)| *step)
            }
            _ => form.step_of(&warned.name),
        };
        let Some(step) = step else { continue };
        let line = (Wizard::Step(step.slug).of(form.slug), messages::warning(form, warned));
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    (!lines.is_empty()).then(|| {
        let items = lines
            .into_iter()
            .map(|(href, text)| view! { <li>{text}" "<a class="nl-link" href=href>"Bekijk deze stap"</a></li> });
        view! {
            <section class="zvh-warning" aria-labelledby="let-op">
                <h2 class="nl-heading nl-heading--level-3" id="let-op">"Let op"</h2>
                <p>"Dit houdt het versturen niet tegen."</p>
                <ul>{items.collect_view()}</ul>
            </section>
        }
    })
}

fn section_view(filling: &Filling, section: Section) -> impl IntoView + use<> {
    let form = filling.form;
    let href = Wizard::Step(section.step).of(form.slug);
    let title = section.title;
    let step = section.step;
    let blocks = section.blocks.into_iter().map(|block| block_view(filling, step, block)).collect_view();
    view! {
        <section class="zvh-summary" aria-labelledby=format!("deel-{step}")>
            <div class="zvh-summary__head">
                <h2 class="nl-heading nl-heading--level-2" id=format!("deel-{step}")>{title}</h2>
                <a class="nl-link" href=href>"Wijzig"<span class="zvh-visually-hidden">{format!(" {title}")}</span></a>
            </div>
            {blocks}
        </section>
    }
}

fn block_view(filling: &Filling, step: &'static str, block: Block) -> impl IntoView + use<> {
    let form = filling.form.slug;
    let change = block.row.and_then(|(group, key)| {
        let key = domain::answers::RowKey::parse(&key)?;
        let heading = block.heading.clone();
        Some(view! {
            <a class="nl-link" href=Wizard::Row(step, group, key).of(form)>"Wijzig"<span class="zvh-visually-hidden">{format!(" {heading}")}</span></a>
        })
    });
    let heading = (!block.heading.is_empty()).then(|| {
        view! {
            <div class="zvh-summary__head">
                <h3 class="nl-heading nl-heading--level-3">{block.heading}</h3>
                {change}
            </div>
        }
    });
    let lines = block.lines.into_iter().map(|line| line_view(filling, line)).collect_view();
    view! {
        {heading}
        <dl class="zvh-summary__list">{lines}</dl>
    }
}

fn line_view(filling: &Filling, line: Line) -> impl IntoView + use<> {
    let changed = remark(filling, &line.name).map(|text| view! { <span class="zvh-summary__note">{text}</span> });
    let open = line.value.is_empty();
    let class = if open { "zvh-summary__value zvh-summary__value--open" } else { "zvh-summary__value" };
    let value = if open { super::copy::WORDS.unanswered.to_owned() } else { line.value };
    view! {
        <div class="zvh-summary__row" data-answer=line.name>
            <dt>{line.label}{changed}</dt>
            <dd class=class>{value}</dd>
        </div>
    }
}

/// What stays here: answers that another answer made needless, and answers to questions that are asked no more.
fn parked_view(filling: &Filling) -> impl IntoView + use<> {
    let form = filling.form;
    let (beside, gone) = (parked(form, &filling.answers, &filling.context), removed(form, &filling.answers));
    let is_empty = beside.is_empty() && gone.is_empty();
    let beside = (!beside.is_empty()).then(|| {
        let rows = beside.into_iter().map(|(step, line)| {
            let href = Wizard::Step(step.slug).of(form.slug);
            let link = view! { <dd class="zvh-summary__change"><a class="nl-link" href=href>"Naar deze stap"</a></dd> };
            unsent_view(line, Some(link))
        });
        view! {
            <p class="nl-paragraph">
                "U vulde dit eerder in. Door een ander antwoord is het niet meer nodig. Wij versturen het niet. \
                 Kiest u uw eerdere antwoord weer, dan staat dit er nog."
            </p>
            <dl class="zvh-summary__list">{rows.collect_view()}</dl>
        }
    });
    let gone = (!gone.is_empty()).then(|| {
        let rows = gone.into_iter().map(|line| unsent_view(line, None::<()>));
        view! {
            <p class="nl-paragraph">"Sinds u begon, is dit formulier gewijzigd. Deze vragen stellen wij niet meer. Uw antwoorden versturen wij niet."</p>
            <dl class="zvh-summary__list">{rows.collect_view()}</dl>
        }
    });
    (!is_empty).then(|| {
        view! {
            <section class="zvh-parked" aria-labelledby="niet-verstuurd">
                <h2 class="nl-heading nl-heading--level-2" id="niet-verstuurd">"Dit versturen wij niet"</h2>
                {beside}
                {gone}
            </section>
        }
    })
}

fn unsent_view(line: Line, link: Option<impl IntoView + 'static>) -> impl IntoView {
    view! {
        <div class="zvh-summary__row" data-parked=line.name>
            <dt>{line.label}</dt>
            <dd class="zvh-summary__value">{line.value}</dd>
            {link}
        </div>
    }
}

/// Who hears what, and by when.
fn what_happens(filling: &Filling, promises: &[String]) -> impl IntoView + use<> {
    let form = filling.form;
    let house = filling.house.name();
    let ask = Ask { answers: &filling.walk.applies, row: "", context: &filling.context };
    let hears = form.hears.iter().filter(|heard| heard.when.holds(ask)).map(|heard| view! { <li>{heard.text}</li> });
    let mail = form.receipt_to.map(|field| filling.verdict.accepted.get(field).to_owned());
    let mail = match mail {
        Some(address) if !address.is_empty() && matches!(form.effect, Effect::Takes(_)) => {
            format!("U krijgt een bevestiging op {address}, met de kamer, de dag en de tijd. Van wat u verder invulde, staat daar niets in.")
        }
        Some(address) if !address.is_empty() && !form.effect.is_followed() => {
            format!("U krijgt een e-mail op {address}, om te bevestigen dat het adres van u is.")
        }
        Some(address) if !address.is_empty() => {
            format!("U krijgt een ontvangstbevestiging op {address}. Daarin staat niets van wat u invulde.")
        }
        _ => "U krijgt geen mail, want u gaf geen e-mailadres. Op de volgende pagina staat een code waarmee u alles volgt.".to_owned(),
    };
    let promises = promises.iter().map(|promise| view! { <li>{promise.clone()}</li> }).collect_view();
    view! {
        <section class="zvh-next" aria-labelledby="straks">
            <h2 class="nl-heading nl-heading--level-2" id="straks">"Wie hoort wat, en wanneer?"</h2>
            <ul class="zvh-list">
                <li>{format!("Uw {} gaat versleuteld naar het {house}. Alleen wie daar over dit soort berichten gaat, kan de inhoud openen.", form.words.noun)}</li>
                {hears.collect_view()}
                <li>{mail}</li>
                {promises}
            </ul>
        </section>
    }
}
