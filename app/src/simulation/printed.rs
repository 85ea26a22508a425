//! The simulation on paper: a page for everyone, a sheet for each role, the debrief for whoever leads the meeting.

use domain::simulation::Verdict;
use leptos::prelude::*;

use super::path;
use super::words::{Question, Role, Simulation, kind_name};
use crate::components::Breadcrumb;
use crate::document::{Head, Site, render};
use crate::house::Link;

/// The whole document.
pub fn page(site: &Site, words: &Simulation) -> String {
    let title = format!("{}, om af te drukken", words.title);
    let head = Head::page(&title, &words.description, path::PRINTED);
    render(site, head, || {
        let sheets = words.roles.iter().map(|role| sheet(words, role)).collect_view();
        view! {
            <div class="zvh-frame zvh-page">
                <Breadcrumb between=vec![Link::new(words.title.clone(), path::START)] here="Afdrukken".to_owned() />
                <h1 class="nl-heading nl-heading--level-1">{title}</h1>
                <div class="zvh-text" inner_html=words.group_html.clone()></div>
                {for_all(words)}
                {sheets}
                {for_the_leader(words)}
            </div>
        }
    })
}

/// What everyone at the table gets.
fn for_all(words: &Simulation) -> impl IntoView + use<> {
    let questions = words.questions.iter().map(|question| view! { <li>{question.title.clone()}</li> }).collect_view();
    view! {
        <section class="zvh-sheet zvh-section">
            <h2 class="nl-heading nl-heading--level-2">{words.case_title.clone()}</h2>
            <div class="zvh-text" inner_html=words.case_html.clone()></div>
            <div class="zvh-text">
                <h3 class="nl-heading nl-heading--level-3">"Dit moet het overleg weten"</h3>
                <ol>{questions}</ol>
                <p class="nl-paragraph"><strong>{words.rule.clone()}</strong>" "{words.rule_text.clone()}</p>
            </div>
        </section>
    }
}

/// What one role knows, with a box to tick in pencil.
fn sheet(words: &Simulation, role: &Role) -> impl IntoView + use<> {
    let facts = role.facts.iter().map(|fact| view! { <li>{fact.text.clone()}</li> }).collect_view();
    let secrecy = role.secrecy.clone().map(|words| {
        view! {
            <p class="nl-paragraph">{words.about}</p>
            <ul class="zvh-boxes"><li>{words.sign}</li></ul>
        }
    });
    view! {
        <section class="zvh-sheet zvh-section">
            <h2 class="nl-heading nl-heading--level-2">"Rolblad: "{role.name.clone()}</h2>
            <div class="zvh-text">
                <p class="nl-paragraph">{kind_name(role.kind)}". "{role.goal.clone()}</p>
                {secrecy}
                <h3 class="nl-heading nl-heading--level-3">"Dit weet u. Wat deelt u?"</h3>
                <ul class="zvh-boxes">{facts}</ul>
                <p class="nl-paragraph"><strong>{words.rule.clone()}</strong>" "{words.rule_text.clone()}</p>
            </div>
        </section>
    }
}

/// All verdicts and reasons. Not for the players.
fn for_the_leader(words: &Simulation) -> impl IntoView + use<> {
    let questions = words.questions.iter().map(|asked| question(words, asked)).collect_view();
    let grounds = words
        .grounds
        .iter()
        .map(|ground| view! { <li><strong>{ground.title.clone()}". "</strong>{ground.text.clone()}</li> })
        .collect_view();
    let talk = words.discussion.iter().map(|text| view! { <li>{text.clone()}</li> }).collect_view();
    view! {
        <section class="zvh-sheet zvh-section">
            <h2 class="nl-heading nl-heading--level-2">"Voor de begeleider: de nabespreking"</h2>
            <div class="zvh-text">
                {questions}
                <h3 class="nl-heading nl-heading--level-3">"Dit hoort niet op tafel"</h3>
                <ul>{judged(words, Verdict::Withhold)}</ul>
                <h3 class="nl-heading nl-heading--level-3">"Dit mag, maar hoeft niet"</h3>
                <ul>{judged(words, Verdict::Useful)}</ul>
                <h3 class="nl-heading nl-heading--level-3">"Waarom iets niet op tafel hoort"</h3>
                <ul>{grounds}</ul>
                <h3 class="nl-heading nl-heading--level-3">{words.lesson_title.clone()}</h3>
            </div>
            <div class="zvh-text" inner_html=words.lesson_html.clone()></div>
            <div class="zvh-text">
                <h3 class="nl-heading nl-heading--level-3">"Om over te praten"</h3>
                <ul>{talk}</ul>
            </div>
        </section>
    }
}

fn question(words: &Simulation, asked: &Question) -> impl IntoView + use<> {
    let needs = asked
        .needs
        .iter()
        .filter_map(|need| Some((need, words.fact(&need.fact)?)))
        .map(|(need, (role, fact))| {
            view! { <li><strong>{role.name.clone()}": "</strong>{fact.text.clone()}" "{need.without.clone()}</li> }
        })
        .collect_view();
    view! {
        <h3 class="nl-heading nl-heading--level-3">{asked.title.clone()}</h3>
        <p class="nl-paragraph">{asked.answer.clone()}</p>
        <ul>{needs}</ul>
    }
}

fn judged(words: &Simulation, verdict: Verdict) -> impl IntoView + use<> {
    words
        .roles
        .iter()
        .flat_map(|role| role.facts.iter().map(move |fact| (role, fact)))
        .filter(|(_, fact)| fact.verdict == verdict)
        .map(|(role, fact)| {
            let ground = fact.ground.clone().map(|title| format!("{title}. "));
            view! { <li><strong>{role.name.clone()}": "</strong>{fact.text.clone()}" "{ground}{fact.reason.clone()}</li> }
        })
        .collect_view()
}
