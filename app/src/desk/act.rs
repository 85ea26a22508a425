//! The page of one act: the case's few facts, what happened meanwhile, the questions of the act. An answer to the sender is looked
//! at first, as its receiver will see it, and sent from there.

mod ask_back;
mod asked;
mod beside;
mod hears;
mod look;

use domain::check::Problem;
use domain::desk::act::Act;
use domain::desk::clock::Urgency;
use domain::desk::role::Role;
use domain::form::Step;
use domain::referral::Happening;
use leptos::prelude::*;

pub use self::ask_back::{AskBack, Askable, AskedStep, Tick};
use super::frame::{self, Present};
use super::kept::{Kept, kept_view};
use super::navigation::{At, Part};
use super::note::{Tone, note};
use super::referral::{Case, facts_view, minds_view, need_view};
use crate::components::form::ErrorSummary;
use crate::document::{Head, Site, render};
use crate::follow;
use crate::paths::{Desk, action};
use crate::wizard::actions::{Rank, button};
use crate::wizard::frame::{Filling, version_field};
use crate::wizard::step::{self, Judged};

/// An act on a case, being filled in.
pub struct Acting {
    /// Which act.
    pub act: &'static Act,
    /// The case.
    pub case: Case,
    /// What was typed, judged. Its `version` is how many things had happened to the case when the page was made.
    pub filling: Filling,
    /// Whether errors show.
    pub judged: Judged,
    /// What others did to the case since the page was first made.
    pub meanwhile: Vec<Meanwhile>,
    /// Text that was kept while they signed in again.
    pub kept: Option<Kept>,
    /// The questions to ask back, for the act that does that.
    pub ask_back: Option<AskBack>,
    /// Whether the page is filled in, or looked at before it goes to the sender.
    pub stage: Stage,
    /// It could not be stored just now.
    pub stored: Stored,
    /// Why it can't be done, whatever is typed.
    pub refused: Option<String>,
    /// What the text to the sender begins with, without anyone typing it.
    pub begins: Option<String>,
}

/// Why nothing was done, although the page was there.
pub const NOT_NOW: &str = "Dit kan nu niet bij deze zaak. Ga terug naar de zaak. Daar ziet u wat er wel kan.";

/// Why a decision waits: those of these roles may advise.
pub fn needs_advice(roles: &[Role]) -> String {
    let roles = roles.iter().map(|role| role.text()).collect::<Vec<_>>().join(" of ");
    format!(
        "Voor een besluit is het advies van een collega nodig. Uw eigen advies en het advies ‘Nog niet besluiten’ tellen niet mee. Deze rollen kunnen adviseren: {roles}."
    )
}

/// Why an answer waits: of a case that is not taken on, its sender always hears what they can do.
pub const NEEDS_TO_ADVISE: &str =
    "Bij dit besluit krijgt de afzender altijd advies. Kies ‘Ja’ bij ‘Geeft u ook advies?’ en schrijf uw advies.";

/// Where the writing of an act is.
pub enum Stage {
    /// It is filled in, and recorded at once.
    Fill,
    /// It is filled in, and looked at before it is sent.
    FillThenLook,
    /// What its receiver will see, before it is sent.
    Look(follow::Told),
}

/// What became of the last attempt to store.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Stored {
    /// Nothing went wrong.
    Fine,
    /// The store did not answer; nothing was recorded.
    NotNow,
}

/// Something that another did while the page was open.
#[derive(Clone)]
pub struct Meanwhile {
    /// What: `Happening::desk_text`.
    pub what: String,
    /// Who.
    pub by: String,
    /// When.
    pub at: String,
}

/// The whole document.
pub fn page(site: &Site, present: &Present, acting: &Acting) -> String {
    render(site, head(site, present, acting), || view(acting))
}

fn head(site: &Site, present: &Present, acting: &Acting) -> Head {
    let slug = acting.act.form.slug;
    let wrong = if is_wrong(acting) { "Fout: " } else { "" };
    // The heading may be long; the name of the act is enough to find the window back.
    let title = format!("{wrong}{}, {}", acting.act.verb, acting.case.facts.reference);
    let path = Desk::Act(&acting.case.facts.reference, slug).to_string();
    let mut head = frame::head(site, present, At::Under(Part::Queue), title, path);
    head.styles.push(Desk::Style(slug).to_string());
    head
}

fn is_wrong(acting: &Acting) -> bool {
    let typed = acting.act.form.steps.iter().any(|step| !problems(acting, step).is_empty());
    acting.stored == Stored::NotNow || (acting.refused.is_some() && acting.judged == Judged::Now) || typed
}

/// Whether the page came with text that is nowhere else: the script of the desk asks before it is left.
fn is_unsent(acting: &Acting) -> bool {
    let came_back = acting.judged == Judged::Now && (acting.ask_back.is_some() || !acting.filling.answers.is_empty());
    came_back || acting.kept.is_some()
}

fn problems(acting: &Acting, step: &Step) -> Vec<Problem> {
    match acting.judged {
        Judged::Now => step::problems_of(&acting.filling, step, &acting.filling.verdict),
        Judged::NotYet => Vec::new(),
    }
}

fn view(acting: &Acting) -> impl IntoView + use<> {
    let reference = acting.case.facts.reference.clone();
    let (back, to) = way_back(acting);
    let body = match &acting.stage {
        Stage::Look(told) => look::look_view(acting, told.clone()).into_any(),
        Stage::Fill | Stage::FillThenLook => fill_view(acting).into_any(),
    };
    view! {
        <div class="zvh-frame zvh-desk zvh-desk-acting">
            <p class="zvh-desk-back"><a class="nl-link" href=back>"Terug naar "{to}</a></p>
            {acting.kept.as_ref().map(kept_view)}
            {errors_view(acting)}
            <h1 class="nl-heading nl-heading--level-1">{acting.act.form.title}" "<span class="zvh-desk-sub">{reference}", "{acting.case.facts.form.title}</span></h1>
            {facts_view(&acting.case.facts)}
            {presses(acting).then(|| need_view(&acting.case))}
            {is_contact(acting.act.what).then(|| minds_view(&acting.case))}
            {meanwhile_view(&acting.meanwhile)}
            {ahead_view(acting)}
            {asked::asked_view(acting)}
            {(!is_shut(acting)).then(skip_view)}
            <div class="zvh-desk-writing">
                {body}
                {(!is_shut(acting)).then(|| beside::beside_view(acting))}
            </div>
        </div>
    }
}

/// Whether its sender needs something soon that nobody took up yet.
fn presses(acting: &Acting) -> bool {
    acting.case.needed.as_ref().is_some_and(|needed| needed.need.urgency != Urgency::Calm)
}

/// Whether the case is shut while someone says why they open it.
fn is_shut(acting: &Acting) -> bool {
    acting.act.what == Happening::Consulted && acting.case.summary.is_empty()
}

/// Where one goes who does not do it, and what that is called.
fn way_back(acting: &Acting) -> (String, String) {
    if is_shut(acting) {
        return (Desk::Queue.to_string(), "de werkvoorraad".to_owned());
    }
    let reference = &acting.case.facts.reference;
    (Desk::Referral(reference).to_string(), reference.clone())
}

/// Below the form stands the case, where there is no room beside it.
fn skip_view() -> impl IntoView {
    view! { <p class="zvh-desk-skip"><a class="nl-link" href=format!("#{}", beside::ID)>"Lees eerst de zaak"</a></p> }
}

/// Whether something reaches someone by it: then there may be something to mind.
const fn is_contact(what: Happening) -> bool {
    matches!(what, Happening::Contacted | Happening::Asked | Happening::Answered | Happening::HandedOver)
}

fn errors_view(acting: &Acting) -> AnyView {
    if acting.stored == Stored::NotNow {
        return view! {
            <div class="zvh-error-summary" id="fouten" tabindex="-1" autofocus=true role="group" aria-labelledby="fouten-kop">
                <h2 class="nl-heading nl-heading--level-3" id="fouten-kop">"Nog niet opgeslagen"</h2>
                <p>"Wij konden dit nu niet opslaan. Wat u typte, staat er nog. Probeer het over een paar minuten opnieuw."</p>
            </div>
        }
        .into_any();
    }
    if let Some(why) = acting.refused.as_ref().filter(|_| acting.judged == Judged::Now) {
        return view! {
            <div class="zvh-error-summary" id="fouten" tabindex="-1" autofocus=true role="group" aria-labelledby="fouten-kop">
                <h2 class="nl-heading nl-heading--level-3" id="fouten-kop">"Dit kan nu niet"</h2>
                <p>{why.clone()}" Wat u typte, is niet vastgelegd."</p>
            </div>
        }
        .into_any();
    }
    let of_step = |step| step::summary_lines(&acting.filling, step, &problems(acting, step));
    let of_fields = acting.act.form.steps.iter().flat_map(of_step);
    let lines: Vec<_> = of_fields.collect();
    (!lines.is_empty()).then(|| view! { <ErrorSummary lines=lines /> }).into_any()
}

/// Why it can't be done yet, for who did not begin to write.
fn ahead_view(acting: &Acting) -> impl IntoView + use<> {
    let why = acting.refused.clone().filter(|_| acting.judged == Judged::NotYet);
    why.map(|why| note(Tone::Care, "Hier is eerst iets anders voor nodig", view! { <p>{why}</p> }))
}

/// What happened while someone was typing: read before anything is recorded, and nothing typed is lost.
fn meanwhile_view(meanwhile: &[Meanwhile]) -> impl IntoView + use<> {
    let items = meanwhile.iter().cloned().map(|Meanwhile { what, by, at }| {
        view! { <li>{what}" "<span class="zvh-desk-quiet">{by}", "{at}"."</span></li> }
    });
    let items = items.collect_view();
    (!meanwhile.is_empty()).then(|| {
        let body = view! {
            <ul class="zvh-list">{items}</ul>
            <p>"Wat u typte, staat hieronder en is nog niet vastgelegd. Kijk eerst of het nog klopt."</p>
        };
        note(Tone::Care, "Intussen gebeurde er iets in deze zaak", body)
    })
}

fn fill_view(acting: &Acting) -> impl IntoView + use<> {
    let act = acting.act;
    let steps: Vec<AnyView> = act
        .form
        .steps
        .iter()
        .map(|step| {
            let intro = step::intro(step);
            let fields = step::parts_view(&acting.filling, step, &problems(acting, step));
            view! { {intro}{fields} }.into_any()
        })
        .collect();
    let go = match acting.stage {
        Stage::FillThenLook => button(action::LOOK, "Bekijk eerst", Rank::Primary),
        Stage::Fill | Stage::Look(_) => button(action::NEXT, act.verb, Rank::Primary),
    };
    let address = Desk::Act(&acting.case.facts.reference, act.form.slug).to_string();
    let (back, _) = way_back(acting);
    let unsent = is_unsent(acting).then_some("");
    view! {
        <div class="zvh-desk-act">
            <form class="zvh-form" id="formulier" method="post" action=address data-unsent=unsent novalidate=true>
                {version_field(&acting.filling)}
                {acting.ask_back.as_ref().map(ask_back::ask_back_view)}
                {acting.begins.clone().map(begins_view)}
                {steps}
                {hears::hears_view(acting)}
                {hears::unweighed_view(acting)}
                <div class="zvh-actions">
                    {go}
                    <a class="nl-button nl-button--subtle" href=back><span class="nl-button__label">"Niet doen"</span></a>
                </div>
            </form>
        </div>
    }
}

/// So that nobody writes the outcome twice.
fn begins_view(begins: String) -> impl IntoView {
    note(Tone::Know, "Zo begint uw antwoord vanzelf", view! { <p>{begins}</p> })
}
