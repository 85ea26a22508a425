//! The page as the browser holds it: the case in its attributes, the choices in its boxes, what of it is in view.

use domain::simulation::play::name;
use domain::simulation::{Case, Choices, Fact, Judgement, Question, Role, Secrecy, Turn, Verdict, debrief};
use wasm_bindgen::JsCast;
use web_sys::{Element, FormData, HtmlFormElement, UrlSearchParams};

use crate::dom::{all, document, focus, pairs};
use crate::simulation::{attribute, id};

/// The form with all choices.
pub(super) fn form() -> Option<HtmlFormElement> {
    document()?.get_element_by_id(id::FORM)?.dyn_into().ok()
}

/// The case that is played.
pub(super) fn case() -> Option<Case> {
    let form = form()?;
    let roles =
        all(&form, &having(attribute::TURN)).into_iter().filter(|part| text(part, attribute::TURN) != name::DEBRIEF);
    let questions = all(&form, &having(attribute::NEEDS)).into_iter();
    Some(Case {
        roles: roles.map(|sheet| role(&sheet)).collect(),
        questions: questions
            .map(|asked| Question { needs: text(&asked, attribute::NEEDS).split(' ').map(str::to_owned).collect() })
            .collect(),
    })
}

fn role(sheet: &Element) -> Role {
    let fact = |row: Element| {
        Some(Fact { id: text(&row, "value"), verdict: Verdict::parse(&text(&row, attribute::VERDICT))? })
    };
    Role {
        id: text(sheet, attribute::TURN),
        secrecy: if sheet.has_attribute(attribute::SIGNS) { Secrecy::Signs } else { Secrecy::ByLaw },
        facts: all(sheet, &having(attribute::VERDICT)).into_iter().filter_map(fact).collect(),
    }
}

/// The part in view.
pub(super) fn turn(case: &Case) -> Turn {
    let shown =
        form().and_then(|form| form.query_selector(&[&having(attribute::TURN), ":not([hidden])"].concat()).ok()?);
    Turn::read(case, &shown.map(|part| text(&part, attribute::TURN)).unwrap_or_default())
}

/// What the form would send with a button that goes there.
pub(super) fn query(to: &str) -> Option<String> {
    let sent = sent()?;
    sent.append(name::TO, to);
    Some(String::from(sent.to_string()))
}

fn sent() -> Option<UrlSearchParams> {
    UrlSearchParams::new_with_str_sequence_sequence(FormData::new_with_form(&form()?).ok()?.as_ref()).ok()
}

/// What the address says.
pub(super) fn asked() -> Vec<(String, String)> {
    let search = web_sys::window().and_then(|window| window.location().search().ok()).unwrap_or_default();
    UrlSearchParams::new_with_str(&search).map(|read| pairs(&read)).unwrap_or_default()
}

/// Brings a turn into view, with all that was chosen, and moves the focus to its heading.
pub(super) fn show(case: &Case, turn: Turn) -> Option<()> {
    let document = document()?;
    let game = document.get_element_by_id(id::GAME)?;
    let sent = pairs(&sent()?);
    let choices = Choices::read(case, sent.iter().map(|(known, value)| (known.as_str(), value.as_str())));
    for part in all(&game, &having(attribute::TURN)) {
        let here = text(&part, attribute::TURN) == turn.word(case);
        shown(&part, here);
        if here {
            let title = text(&part, attribute::TITLE);
            let whole = document.title();
            let house = whole.rsplit_once(" – ").map_or("", |(_, house)| house);
            document.set_title(&[&title, " – ", house].concat());
            let heading = document.get_element_by_id(id::HEADING)?;
            heading.set_text_content(Some(&title));
            focus(&heading);
            document.get_element_by_id(id::STEP)?.set_text_content(Some(&text(&part, attribute::STEP)));
        }
    }
    table(case, turn, &choices);
    judge(&game, case, &choices);
    Some(())
}

/// What the others told so far.
fn table(case: &Case, turn: Turn, choices: &Choices) -> Option<()> {
    let table = document()?.get_element_by_id(id::TABLE)?;
    shown(&table, turn != Turn::Debrief);
    let own: &[Fact] = match turn {
        Turn::Briefing(index) => case.roles.get(index).map_or(&[], |role| &role.facts),
        Turn::Debrief => &[],
    };
    let mut told = 0;
    for line in all(&table, &having(attribute::ON_TABLE)) {
        let fact = text(&line, attribute::ON_TABLE);
        let here = choices.shared.contains(&fact) && !own.iter().any(|known| known.id == fact);
        told += usize::from(here);
        shown(&line, here);
    }
    each(&table, attribute::EMPTY_TABLE, |part, _| shown(part, told == 0));
    each(&table, attribute::FILLED_TABLE, |part, _| shown(part, told > 0));
    Some(())
}

/// The debrief of what is chosen now.
fn judge(game: &Element, case: &Case, choices: &Choices) {
    let told = debrief(case, choices);
    for (asked, missing) in all(game, &having(attribute::NEEDS)).iter().zip(&told.missing) {
        each(asked, attribute::CLEAR, |part, _| shown(part, missing.is_empty()));
        each(asked, attribute::UNCLEAR, |part, _| shown(part, !missing.is_empty()));
        each(asked, attribute::MISSING, |line, fact| shown(line, missing.contains(fact)));
    }
    each(game, attribute::FACT, |line, fact| {
        shown(line, told.of(fact).map(Judgement::word) == Some(&text(line, attribute::JUDGED)));
    });
    let count = |word: &str| Judgement::parse(word).map_or(0, |judgement| told.count(judgement));
    each(game, attribute::SOME, |part, word| shown(part, count(word) > 0));
    each(game, attribute::NONE, |part, word| shown(part, count(word) == 0));
    each(game, attribute::COUNT, |part, word| part.set_text_content(Some(&count(word).to_string())));
    each(game, attribute::ANSWERED, |part, _| part.set_text_content(Some(&told.answered().to_string())));
    each(game, attribute::UNSIGNED, |part, role| shown(part, told.unsigned.contains(role)));
}

/// Shows a part, or hides it.
pub(super) fn shown(part: &Element, here: bool) {
    let _ = part.toggle_attribute_with_force("hidden", !here);
}

/// Does this with each part that has the attribute, and its value.
pub(super) fn each(root: &Element, attribute: &str, act: impl Fn(&Element, &String)) {
    for part in all(root, &having(attribute)) {
        act(&part, &text(&part, attribute));
    }
}

fn having(attribute: &str) -> String {
    ["[", attribute, "]"].concat()
}

fn text(part: &Element, attribute: &str) -> String {
    part.get_attribute(attribute).unwrap_or_default()
}
