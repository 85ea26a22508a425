//! The debrief: what the table came to know, what it should not have heard, what one may learn from it.
//!
//! Every line that could apply is in the page; those that do not are `hidden`. So the island has nothing to write: it shows.

use domain::simulation::play::name;
use domain::simulation::{self as rules, Case, Debrief, Judgement, Turn};
use leptos::prelude::*;

use super::path;
use super::words::{Question, Simulation};

/// Its heading.
pub(super) const TITLE: &str = "Nabespreking";

/// The debrief of these choices; in view when it is its turn.
pub(super) fn view(words: &Simulation, case: &Case, told: &Debrief, turn: Turn) -> impl IntoView + use<> {
    let questions = words
        .questions
        .iter()
        .zip(&told.missing)
        .map(|(asked, missing)| question(words, case, asked, missing))
        .collect_view();
    let first = Turn::read(case, "").word(case).to_owned();
    view! {
        <section class="zvh-debrief" data-turn=name::DEBRIEF data-title=TITLE aria-label=TITLE hidden=turn != Turn::Debrief>
            {score(words, case, told)}
            {unsigned(words, case, told)}
            <h2 class="nl-heading nl-heading--level-2">"Wat werd duidelijk?"</h2>
            {questions}
            {leaked(words, case, told)}
            {lines(words, case, told, Judgement::Kept, "Dit hield u terecht voor u")}
            {lines(words, case, told, Judgement::Extra, "Dit mocht u delen, maar het hoefde niet")}
            <h2 class="nl-heading nl-heading--level-2">{words.lesson_title.clone()}</h2>
            <div class="zvh-text" inner_html=words.lesson_html.clone()></div>
            {discussion(&words.discussion)}
            <div class="zvh-actions">
                <button class="nl-button nl-button--primary" type="submit" name=name::TO value=first>
                    <span class="nl-button__label">"Pas uw keuzes aan"</span>
                </button>
                <a class="nl-button nl-button--secondary" href=path::START>
                    <span class="nl-button__label">"Begin opnieuw"</span>
                </a>
            </div>
        </section>
    }
}

/// Three numbers; the words below say more.
fn score(words: &Simulation, case: &Case, told: &Debrief) -> impl IntoView + use<> {
    let needed = told.count(Judgement::Told) + told.count(Judgement::Missed);
    let questions = (case.roles.len() == words.roles.len()).then(|| {
        view! {
            <div>
                <dt>"Vragen beantwoord"</dt>
                <dd><b data-answered>{told.answered()}</b>" van "{told.missing.len()}</dd>
            </div>
        }
    });
    view! {
        <dl class="zvh-debrief__score">
            {questions}
            <div>
                <dt>"Nodig en gedeeld"</dt>
                <dd><b data-count=Judgement::Told.word()>{told.count(Judgement::Told)}</b>" van "{needed}</dd>
            </div>
            <div>
                <dt>"Te veel gedeeld"</dt>
                <dd><b data-count=Judgement::Leaked.word()>{told.count(Judgement::Leaked)}</b></dd>
            </div>
        </dl>
    }
}

/// Who sat at the table without having signed.
fn unsigned(words: &Simulation, case: &Case, told: &Debrief) -> impl IntoView + use<> {
    let signs = |id: &str| words.roles.iter().find(|role| role.id == id).and_then(|role| role.secrecy.clone());
    case.roles
        .iter()
        .filter_map(|role| Some((role.id.clone(), signs(&role.id)?.unsigned)))
        .map(|(id, text)| {
            let hidden = !told.unsigned.contains(&id);
            view! { <p class="zvh-warning" data-unsigned=id hidden=hidden>{text}</p> }
        })
        .collect_view()
}

/// One question: its answer, or what was missing.
fn question(words: &Simulation, case: &Case, asked: &Question, missing: &[String]) -> impl IntoView + use<> {
    let clear = missing.is_empty();
    let needs = asked.needs.iter().map(|need| need.fact.as_str()).collect::<Vec<_>>().join(" ");
    let played = |id: &str| case.facts().any(|fact| fact.id == id);
    let lines = asked
        .needs
        .iter()
        .filter(|need| played(&need.fact))
        .filter_map(|need| Some((need, words.fact(&need.fact)?)))
        .map(|(need, (role, fact))| {
            view! {
                <li data-missing=fact.id.clone() hidden=!missing.contains(&fact.id)>
                    <p class="nl-paragraph">{need.without.clone()}</p>
                    <p class="zvh-debrief__source"><b>{role.name.clone()}" wist: "</b>{fact.text.clone()}</p>
                </li>
            }
        })
        .collect_view();
    let settled = settled(words, case, asked);
    view! {
        <div class="zvh-debrief__question" data-needs=needs>
            <h3 class="nl-heading nl-heading--level-3">{asked.title.clone()}</h3>
            <div data-clear hidden=!clear>
                <p class="zvh-debrief__state zvh-debrief__state--clear">"Dit werd duidelijk"</p>
                <p class="nl-paragraph">{asked.answer.clone()}</p>
                {settled}
            </div>
            <div data-unclear hidden=clear>
                <p class="zvh-debrief__state">"Dit bleef onduidelijk"</p>
                <ul class="zvh-list">{lines}</ul>
            </div>
        </div>
    }
}

/// How long it took before the table could know. Who plays one role alone has not sat through it.
fn settled(words: &Simulation, case: &Case, asked: &Question) -> Option<impl IntoView + use<>> {
    let total = case.roles.len();
    let whole = (total == words.roles.len()).then(|| words.case())?;
    let needs = asked.needs.iter().map(|need| need.fact.clone()).collect();
    let last = whole.settled_by(&rules::Question { needs })?;
    let text = format!("Compleet na rol {} van {total}: {}.", last + 1, words.roles.get(last)?.name);
    Some(view! { <p class="zvh-debrief__source">{text}</p> })
}

/// What should have stayed in the file.
fn leaked(words: &Simulation, case: &Case, told: &Debrief) -> impl IntoView + use<> {
    let none = told.count(Judgement::Leaked) == 0;
    view! {
        <h2 class="nl-heading nl-heading--level-2">"Wat had u niet moeten delen?"</h2>
        <p class="nl-paragraph" data-none=Judgement::Leaked.word() hidden=!none>
            "Niets. U deelde alleen wat op tafel mocht komen."
        </p>
        <ul class="zvh-debrief__list" data-some=Judgement::Leaked.word() hidden=none>
            {items(words, case, told, Judgement::Leaked)}
        </ul>
    }
}

/// The facts that were judged so, to open.
fn lines(
    words: &Simulation,
    case: &Case,
    told: &Debrief,
    judged: Judgement,
    title: &'static str,
) -> impl IntoView + use<> {
    let count = told.count(judged);
    view! {
        <details class="zvh-debrief__more" data-some=judged.word() hidden=count == 0>
            <summary>{title}" ("<span data-count=judged.word()>{count}</span>")"</summary>
            <ul class="zvh-debrief__list">{items(words, case, told, judged)}</ul>
        </details>
    }
}

/// A line for every fact that could be judged so.
fn items(words: &Simulation, case: &Case, told: &Debrief, judged: Judgement) -> impl IntoView + use<> {
    let verdict = judged.verdict();
    case.facts()
        .filter(|fact| fact.verdict == verdict)
        .filter_map(|fact| words.fact(&fact.id))
        .map(|(role, fact)| {
            let hidden = told.of(&fact.id) != Some(judged);
            let ground = fact.ground.clone().map(|title| view! { <b>{title}". "</b> });
            view! {
                <li data-fact=fact.id.clone() data-judged=judged.word() hidden=hidden>
                    <p class="nl-paragraph"><b>{role.name.clone()}": "</b>{fact.text.clone()}</p>
                    <p class="zvh-debrief__source">{ground}{fact.reason.clone()}</p>
                </li>
            }
        })
        .collect_view()
}

fn discussion(questions: &[String]) -> impl IntoView + use<> {
    let items = questions.iter().map(|text| view! { <li>{text.clone()}</li> }).collect_view();
    (!questions.is_empty()).then(|| {
        view! {
            <h3 class="nl-heading nl-heading--level-3">"Om over te praten"</h3>
            <ul class="zvh-list">{items}</ul>
        }
    })
}
