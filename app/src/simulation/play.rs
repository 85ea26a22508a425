//! The game: a sheet for each role, what lies on the table, the debrief. One turn is in view, the rest is `hidden`.

use domain::simulation::play::name;
use domain::simulation::{Case, Choices, Turn, countdown, debrief};
use leptos::prelude::*;

use super::words::{Fact, Role, Simulation, kind_name};
use super::{debrief as after, path};
use crate::document::{Head, Script, Site, Top, render};
use crate::house::Link;

/// The whole document, for what a form sent.
pub fn page(site: &Site, words: &Simulation, sent: &[(String, String)]) -> String {
    let game = Game::read(words, sent);
    let head = Head {
        top: Top::Form(Some(Link::new("Stoppen", path::START))),
        script: Script::Simulation,
        styles: site.assets.simulation_style.iter().cloned().collect(),
        ..Head::unlisted(game.title(), path::PLAY)
    };
    render(site, head, || view(&game))
}

/// Where the game is.
struct Game<'a> {
    words: &'a Simulation,
    /// The roles that are played: one, or all.
    roles: Vec<&'a Role>,
    case: Case,
    turn: Turn,
    choices: Choices,
}

impl<'a> Game<'a> {
    fn read(words: &'a Simulation, sent: &[(String, String)]) -> Self {
        let pairs = || sent.iter().map(|(known, value)| (known.as_str(), value.as_str()));
        let last = |wanted| pairs().rfind(|(known, _)| *known == wanted).map_or("", |(_, value)| value);
        let case = words.case().played_by(last(name::WHO));
        let is_played = |role: &&Role| case.roles.iter().any(|known| known.id == role.id);
        Self {
            words,
            roles: words.roles.iter().filter(is_played).collect(),
            turn: Turn::read(&case, last(name::TO)),
            choices: Choices::read(&case, pairs()),
            case,
        }
    }

    fn title(&self) -> String {
        match self.turn {
            Turn::Briefing(index) => self.roles.get(index).map_or_else(String::new, |role| role.name.clone()),
            Turn::Debrief => after::TITLE.to_owned(),
        }
    }

    /// How far the round is, and whose turn it is in the eyes of the law.
    fn step(&self) -> String {
        match self.turn {
            Turn::Briefing(index) => self.step_of(index),
            Turn::Debrief => String::new(),
        }
    }

    fn step_of(&self, index: usize) -> String {
        let kind = self.roles.get(index).map_or("", |role| kind_name(role.kind));
        match self.roles.len() {
            1 => kind.to_owned(),
            total => format!("Rol {} van {total}. {kind}", index + 1),
        }
    }

    /// Is one role played, or all?
    fn who(&self) -> String {
        match &self.roles[..] {
            [one] if self.words.roles.len() > 1 => one.id.clone(),
            _ => name::ALL.to_owned(),
        }
    }
}

fn view(game: &Game<'_>) -> impl IntoView + use<> {
    let sheets = (0..game.roles.len()).map(|index| sheet(game, index)).collect_view();
    let end = after::view(game.words, &game.case, &debrief(&game.case, &game.choices), game.turn);
    view! {
        <div class="zvh-frame zvh-game" id="spel" data-seconds=game.words.seconds.to_string()>
            <h1 class="nl-heading nl-heading--level-1" id="kop" tabindex="-1">{game.title()}</h1>
            <p class="zvh-game__step" id="rol">{game.step()}</p>
            {clock(game.words.seconds)}
            <form id="keuzes" action=path::PLAY method="get">
                <input type="hidden" name=name::WHO value=game.who() />
                <div class="zvh-columns">
                    <div>{sheets}</div>
                    {table(game)}
                </div>
                {end}
            </form>
        </div>
    }
}

/// The clock of a briefing. Only a script can drive it, so only a script shows it.
fn clock(seconds: u64) -> impl IntoView {
    // One button, two labels: pressing it keeps the focus where it was.
    let button = |act: &'static str, before: &'static str, after: &'static str| {
        view! {
            <button class="nl-button nl-button--secondary" type="button" data-clock=act>
                <span class="nl-button__label" data-before>{before}</span>
                <span class="nl-button__label" data-after hidden>{after}</span>
            </button>
        }
    };
    view! {
        <div class="zvh-clock" id="klok" hidden>
            <p data-face>
                "Uw tijd: "<b class="zvh-clock__time" role="timer" id="tijd">{countdown::shown(seconds)}</b>
            </p>
            <progress
                class="zvh-clock__bar"
                id="tijdbalk"
                max=seconds.to_string()
                value=seconds.to_string()
                aria-hidden="true"
                data-face
            ></progress>
            <div class="zvh-clock__buttons">
                {button("run", "Start de klok", "Zet de klok stil")} {button("off", "Zonder klok", "Met klok")}
            </div>
            <p class="zvh-clock__said" id="gemeld" role="status"></p>
        </div>
    }
}

/// What one role knows, with a box for each fact.
fn sheet(game: &Game<'_>, index: usize) -> impl IntoView + use<> {
    let role = game.roles[index];
    let hidden = game.turn != Turn::Briefing(index);
    let goal_id = format!("doel-{}", role.id);
    let facts = role.facts.iter().map(|fact| fact_row(fact, game.choices.shared.contains(&fact.id))).collect_view();
    view! {
        <section
            data-turn=role.id.clone()
            data-title=role.name.clone()
            data-step=game.step_of(index)
            data-signs=role.secrecy.is_some().then_some("")
            aria-label=role.name.clone()
            hidden=hidden
        >
            <p class="nl-paragraph nl-paragraph--lead" id=goal_id.clone()>{role.goal.clone()}</p>
            {secrecy(role, game.choices.signed.contains(&role.id))}
            <fieldset class="zvh-fieldset zvh-game__facts" aria-describedby=goal_id>
                <legend class="zvh-legend">"Dit weet u. Wat deelt u?"</legend>
                <p class="zvh-game__rule"><strong>{game.words.rule.clone()}</strong>" "{game.words.rule_text.clone()}</p>
                <p class="zvh-game__jump"><a class="nl-link" href="#tafel">"Bekijk wat op tafel ligt"</a></p>
                {facts}
            </fieldset>
            {buttons(game, index)}
        </section>
    }
}

fn fact_row(fact: &Fact, shared: bool) -> impl IntoView + use<> {
    let id = format!("feit-{}", fact.id);
    view! {
        <div class="zvh-choice">
            <input
                class="utrecht-checkbox utrecht-checkbox--html-input utrecht-checkbox--custom"
                type="checkbox"
                id=id.clone()
                name=name::SHARE
                value=fact.id.clone()
                data-verdict=fact.verdict.word()
                checked=shared
            />
            <label class="zvh-choice__label" for=id>{fact.text.clone()}</label>
        </div>
    }
}

/// What an incidental participant does first.
fn secrecy(role: &Role, signed: bool) -> impl IntoView + use<> {
    let id = format!("teken-{}", role.id);
    let value = role.id.clone();
    role.secrecy.clone().map(|words| {
        view! {
            <div class="zvh-game__secrecy">
                <p class="nl-paragraph">{words.about}</p>
                <div class="zvh-choice">
                    <input
                        class="utrecht-checkbox utrecht-checkbox--html-input utrecht-checkbox--custom"
                        type="checkbox"
                        id=id.clone()
                        name=name::SIGNED
                        value=value
                        checked=signed
                    />
                    <label class="zvh-choice__label" for=id>{words.sign}</label>
                </div>
            </div>
        }
    })
}

/// On to the next, back to the one before.
fn buttons(game: &Game<'_>, index: usize) -> impl IntoView + use<> {
    let next = Turn::after(&game.case, index);
    let label = match next {
        Turn::Briefing(_) => "Volgende rol",
        Turn::Debrief => "Naar de nabespreking",
    };
    let previous = index.checked_sub(1).map(|before| {
        let to = Turn::Briefing(before).word(&game.case).to_owned();
        view! {
            <button class="nl-button nl-button--secondary" type="submit" name=name::TO value=to>
                <span class="nl-button__label">"Vorige rol"</span>
            </button>
        }
    });
    view! {
        <div class="zvh-actions">
            <button class="nl-button nl-button--primary" type="submit" name=name::TO value=next.word(&game.case).to_owned()>
                <span class="nl-button__label">{label}</span>
            </button>
            {previous}
        </div>
    }
}

/// What everyone at the table has before them: the questions, the case, and what was told so far.
fn table(game: &Game<'_>) -> impl IntoView + use<> {
    let questions =
        game.words.questions.iter().map(|question| view! { <li>{question.title.clone()}</li> }).collect_view();
    let case_html = game.words.case_html.clone();
    view! {
        <aside class="zvh-aside" id="tafel" aria-label="Op tafel" hidden=game.turn == Turn::Debrief>
            <h2 class="nl-heading nl-heading--level-2">"Dit moet het overleg weten"</h2>
            <ol class="zvh-list">{questions}</ol>
            <details class="zvh-why">
                <summary>"Lees de casus"</summary>
                <div inner_html=case_html></div>
            </details>
            {told(game)}
        </aside>
    }
}

/// What the others told. Who plays alone hears that at a real table.
fn told(game: &Game<'_>) -> impl IntoView + use<> {
    let here = |index: usize| game.turn == Turn::Briefing(index);
    let lines: Vec<_> = game
        .roles
        .iter()
        .enumerate()
        .flat_map(|(index, role)| role.facts.iter().map(move |fact| (index, role, fact)))
        .map(|(index, role, fact)| (role, fact, !here(index) && game.choices.shared.contains(&fact.id)))
        .collect();
    let nothing = lines.iter().all(|(_, _, shown)| !shown);
    let items = lines
        .into_iter()
        .map(|(role, fact, shown)| {
            view! {
                <li data-on-table=fact.id.clone() hidden=!shown>
                    <b>{role.name.clone()}": "</b>
                    {fact.text.clone()}
                </li>
            }
        })
        .collect_view();
    (game.roles.len() > 1).then(|| {
        view! {
            <h2 class="nl-heading nl-heading--level-2">"Dit deelden de anderen al"</h2>
            <p class="nl-paragraph" data-empty-table hidden=!nothing>"Nog niets."</p>
            <ul class="zvh-list" hidden=nothing data-filled-table>{items}</ul>
        }
    })
}
