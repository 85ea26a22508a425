//! From chance to a whole set of answers: good, damaged, or nonsense from end to end.

use domain::answers::Answers;
use domain::check::{offers, row_name};
use domain::context::Context;
use domain::fiction::{self, Chance};
use domain::form::{Ask, Field, Form, Group, Need, Part, Step};

use crate::{good, nasty};

/// How the answers of a set are chosen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mood {
    /// A good answer to every question that applies and is answered.
    Careful,
    /// Any text anywhere.
    Wild,
}

/// A set of answers to a form.
pub(crate) fn answers(form: &'static Form, context: &Context, chance: &mut Chance) -> Answers {
    match chance.below(10) {
        0..2 => fiction::submission(form, context, good::careful, chance).unwrap_or_default(),
        2 => fiction::careful(form, context, good::careful, chance),
        3..8 => damaged(form, &filled(form, context, Mood::Careful, chance), chance),
        _ => damaged(form, &filled(form, context, Mood::Wild, chance), chance),
    }
}

/// Fills in a form from top to bottom. What applies follows from the answers before it, as it does for a visitor.
fn filled(form: &'static Form, context: &Context, mood: Mood, chance: &mut Chance) -> Answers {
    let mut answers = Answers::default();
    for step in form.steps {
        for part in step.parts {
            match part {
                Part::Field(field) => answer(form, field, "", Row { key: "", context, mood }, &mut answers, chance),
                Part::Group(group) => {
                    for key in row_keys(chance) {
                        answer_row(form, group, Row { key: &key, context, mood }, &mut answers, chance);
                    }
                }
                Part::Heading(_) | Part::Notice(_) => {}
            }
        }
    }
    answers
}

/// Where an answer is given, and how.
#[derive(Clone, Copy)]
struct Row<'a> {
    key: &'a str,
    context: &'a Context,
    mood: Mood,
}

/// Keys with gaps, now and then more rows than any group may have.
fn row_keys(chance: &mut Chance) -> Vec<String> {
    let rows = if chance.once_in(200) { 22 } else { chance.below(3) };
    let mut last = 0;
    let mut keys = Vec::new();
    for _ in 0..rows {
        last += 1 + if chance.once_in(3) { chance.below(9) } else { 0 };
        keys.push(format!("k{last}"));
    }
    keys
}

fn answer_row(form: &'static Form, group: &'static Group, row: Row<'_>, answers: &mut Answers, chance: &mut Chance) {
    let prefix = [group.name, ".", row.key, "."].concat();
    for field in group.fields {
        answer(form, field, &prefix, row, answers, chance);
    }
}

fn answer(form: &Form, field: &Field, prefix: &str, row: Row<'_>, answers: &mut Answers, chance: &mut Chance) {
    let Row { context, mood, .. } = row;
    let name = if prefix.is_empty() { field.name.to_owned() } else { row_name(prefix, &[".", field.name].concat()) };
    let ask = Ask { answers, row: prefix, context };
    let skipped = match field.need {
        // Also on a branch that does not apply something may have been typed before.
        _ if !field.when.holds(ask) => !chance.once_in(12),
        Need::Optional => chance.once_in(2),
        Need::Required => mood == Mood::Wild && chance.once_in(4),
    };
    if skipped {
        return;
    }
    let offered = offers(form.steps, field, ask);
    let texts = match mood {
        Mood::Wild if !chance.once_in(3) => any_answer(field, chance),
        _ => fiction::answer(field, &offered, context, good::careful, chance),
    };
    write(answers, field, &name, &texts);
}

fn any_answer(field: &Field, chance: &mut Chance) -> Vec<String> {
    if field.kind.is_date() && !chance.once_in(4) {
        return nasty::date(chance).into();
    }
    field.boxes().iter().map(|_| nasty::text(chance)).collect()
}

fn write(answers: &mut Answers, field: &Field, name: &str, texts: &[String]) {
    for (part, text) in field.boxes().iter().zip(texts) {
        answers.set(&[name, *part].concat(), text);
    }
}

/// A set after a few accidents: answers gone, changed, swapped, posted twice, under names that no form knows.
fn damaged(form: &Form, answers: &Answers, chance: &mut Chance) -> Answers {
    let mut pairs: Vec<(String, String)> =
        answers.iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
    for _ in 0..=chance.below(5) {
        if pairs.is_empty() {
            break;
        }
        let end = u32::try_from(pairs.len()).unwrap_or(u32::MAX);
        let (here, there) = (chance.below(end) as usize, chance.below(end) as usize);
        match chance.below(8) {
            0 => drop(pairs.remove(here)),
            1 | 2 => pairs[here].1 = nasty::text(chance),
            3 => {
                let other = pairs[there].1.clone();
                pairs[here].1 = other;
            }
            4 => {
                let twice = (pairs[here].0.clone(), nasty::text(chance));
                pairs.insert(there, twice);
            }
            5 => pairs.push((nasty::name(chance), nasty::text(chance))),
            6 => pairs.push((forged_row(form, chance), nasty::text(chance))),
            _ => spoil_a_date(&mut pairs, chance),
        }
    }
    Answers::from_pairs(pairs)
}

/// A name of a row that no page of ours would post.
fn forged_row(form: &Form, chance: &mut Chance) -> String {
    let groups: Vec<&Group> = form.steps.iter().flat_map(Step::groups).collect();
    if groups.is_empty() {
        return nasty::name(chance);
    }
    let group = chance.pick(&groups);
    [group.name, ".", nasty::row_key(chance), ".", chance.pick(group.fields).name].concat()
}

fn spoil_a_date(pairs: &mut [(String, String)], chance: &mut Chance) {
    let dates: Vec<String> =
        pairs.iter().filter_map(|(name, _)| name.strip_suffix(".year").map(str::to_owned)).collect();
    if dates.is_empty() {
        return;
    }
    let end = u32::try_from(dates.len()).unwrap_or(u32::MAX);
    let date = &dates[chance.below(end) as usize];
    for (part, text) in [".day", ".month", ".year"].into_iter().zip(nasty::date(chance)) {
        for pair in pairs.iter_mut().filter(|(name, _)| name.strip_prefix(date.as_str()) == Some(part)) {
            pair.1.clone_from(&text);
        }
    }
}
