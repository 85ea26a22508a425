//! Answers → sections and lines (label, value), for the check page, the desk, print and export alike.

use serde::Serialize;

use crate::answers::{Answers, RowKey};
#[cfg(not(target_arch = "wasm32"))]
use crate::check::alone;
use crate::check::{Asked, Walk, heading_of, shown, walk};
use crate::context::Context;
use crate::form::{Ask, Form, Group, Kind, Step, date_boxes};
use crate::values::{Bsn, Day, OfficePhone, PartialDate, Phone, Postcode};

/// One step of the form with its answers.
#[derive(Serialize)]
pub struct Section {
    /// Slug of the step, for the change link.
    pub step: &'static str,
    /// Title of the step.
    pub title: &'static str,
    /// The step's own answers, then each row of its groups.
    pub blocks: Vec<Block>,
}

/// Answers that belong together.
#[derive(Serialize)]
pub struct Block {
    /// "Gezinslid 1: Sam de Wit"; empty for the step's own answers.
    pub heading: String,
    /// Slug of the group and key of the row, for the change link.
    pub row: Option<(&'static str, String)>,
    /// The answers.
    pub lines: Vec<Line>,
}

/// A question and its answer, as shown.
#[derive(Serialize)]
pub struct Line {
    /// Full name of the field.
    pub name: String,
    /// The question.
    pub label: &'static str,
    /// The answer in words; several lines for several ticks; empty where nothing was answered.
    pub value: String,
}

/// Everything that applies, in reading order.
pub fn summary(form: &'static Form, answers: &Answers, context: &Context) -> Vec<Section> {
    let walk = walk(form, answers, context);
    walk.route.iter().map(|step| section(form, step, &walk, context)).collect()
}

/// One question and what was answered to it, whether it applies or not; `None` for a name that the form does not know.
#[cfg(not(target_arch = "wasm32"))]
pub fn one(form: &'static Form, name: &str, answers: &Answers, context: &Context) -> Option<Line> {
    Some(line(form, &alone(form, name)?, answers, context))
}

/// What was answered on a branch that no longer applies, with the step it stands in.
pub fn parked(form: &'static Form, answers: &Answers, context: &Context) -> Vec<(&'static Step, Line)> {
    let walk = walk(form, answers, context);
    let names = walk.parked(answers);
    let is_parked = |asked: &&Asked| names.contains(&asked.name);
    walk.asked.iter().filter(is_parked).map(|asked| (asked.step, line(form, asked, answers, context))).collect()
}

/// What was answered to questions that the form does not ask any more, as it was typed.
pub fn removed(form: &Form, answers: &Answers) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for (name, _) in answers.iter() {
        let Some((name, label)) = form.removed(name) else { continue };
        if lines.iter().all(|line| line.name != name) {
            let typed = answers.get(name).trim();
            let value = if typed.is_empty() { date(answers, name, |_| None) } else { typed.to_owned() };
            lines.push(Line { name: name.to_owned(), label, value });
        }
    }
    lines.retain(|line| !line.value.is_empty());
    lines
}

/// The heading of a row: what it is, which number it has and, once known, its name.
pub fn row_heading(form: &Form, group: &Group, key: RowKey, answers: &Answers, context: &Context) -> String {
    let number = answers.rows(group.name).iter().take_while(|row| **row < key).count() + 1;
    let name = heading_of(form.steps, group, &key.prefix(group.name), answers, context);
    if name.is_empty() { format!("{} {number}", group.one) } else { format!("{} {number}: {name}", group.one) }
}

fn section(form: &'static Form, step: &'static Step, walk: &Walk, context: &Context) -> Section {
    let lines_of = |row: Option<RowKey>, group: Option<&str>| -> Vec<Line> {
        let same = |asked: &&Asked| {
            asked.applies
                && asked.step.slug == step.slug
                && asked.group.map(|(group, key)| (group.name, key)) == group.zip(row)
        };
        walk.asked.iter().filter(same).map(|asked| line(form, asked, &walk.applies, context)).collect()
    };
    let mut blocks = Vec::new();
    let own = lines_of(None, None);
    if !own.is_empty() {
        blocks.push(Block { heading: String::new(), row: None, lines: own });
    }
    for group in step.groups() {
        for key in walk.applies.rows(group.name) {
            blocks.push(Block {
                heading: row_heading(form, group, key, &walk.applies, context),
                row: Some((group.slug, key.to_string())),
                lines: lines_of(Some(key), Some(group.name)),
            });
        }
    }
    Section { step: step.slug, title: step.title, blocks }
}

fn line(form: &'static Form, asked: &Asked, answers: &Answers, context: &Context) -> Line {
    let ask = Ask { answers, row: &asked.row, context };
    let typed = answers.get(&asked.name);
    let value = match asked.field.kind {
        Kind::BirthDate => date(answers, &asked.name, |[day, month, year]| {
            PartialDate::parse_boxes(day, month, year).ok().map(|born| born.shown())
        }),
        Kind::Day(_) => date(answers, &asked.name, |[day, month, year]| {
            Day::parse_boxes(day, month, year).ok().map(|day| day.shown())
        }),
        Kind::OfficePhone => OfficePhone::parse(typed).map_or_else(|_| typed.to_owned(), |phone| phone.shown()),
        Kind::PersonPhone => Phone::parse(typed).map_or_else(|_| typed.to_owned(), |phone| phone.shown()),
        Kind::One(_) | Kind::Many(_) => {
            let labels: Vec<String> =
                answers.ticked(&asked.name).map(|tick| shown(form.steps, asked.field, tick, ask)).collect();
            labels.join("\n")
        }
        Kind::Bsn => Bsn::parse(typed).map_or_else(|_| typed.to_owned(), |bsn| bsn.shown()),
        Kind::Postcode => Postcode::parse(typed).map_or_else(|_| typed.to_owned(), |postcode| postcode.shown()),
        Kind::Tick if typed == "ja" => "Ja".to_owned(),
        _ => typed.trim().to_owned(),
    };
    Line { name: asked.name.clone(), label: asked.field.label, value }
}

/// A date in words, or as it was typed where it can't be read.
fn date(answers: &Answers, name: &str, read: impl Fn([&str; 3]) -> Option<String>) -> String {
    let typed = date_boxes(answers, name);
    read(typed).unwrap_or_else(|| {
        let parts: Vec<&str> = typed.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect();
        parts.join(" ")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::tiny::{TINY, context, typed};
    use crate::form::{Change, What};

    fn shown(lines: &[&str]) -> Vec<(String, String)> {
        let sections = summary(&TINY, &typed(lines), &context());
        let all = sections.into_iter().flat_map(|section| section.blocks).flat_map(|block| block.lines);
        all.filter(|line| !line.value.is_empty()).map(|line| (line.name, line.value)).collect()
    }

    #[test]
    fn each_answer_is_shown_in_words() {
        for (lines, value) in [
            (&["me.kind=a"][..], "Keuze A"),
            (&["me.many=x|z"], "Iks\nZet"),
            (&["me.many=weg"], "weg"),
            (&["me.partner=politie"], "POLITIE"),
            (&["me.place=1883"], "Sittard-Geleen"),
            (&["me.place=andere"], "Andere"),
            (&["me.story= Een.|Twee. "], "Een.\nTwee."),
            (&["me.office=0461234567"], "046 123 45 67"),
            (&["me.phone=+31612345678"], "06 12 34 56 78"),
            (&["me.phone=bel mij"], "bel mij"),
            (&["me.postcode=6162ab"], "6162 AB"),
            (&["me.postcode=x"], "x"),
            (&["me.born.day=7", "me.born.month=3", "me.born.year=1985"], "7 maart 1985"),
            (&["me.born.year=1985"], "1985"),
            (&["me.born.day=31", "me.born.month= ", "me.born.year=85"], "31 85"),
            (&["me.past.day=21", "me.past.month=11", "me.past.year=2026"], "21 november 2026"),
            (&["me.born=1985-03-07"], "7 maart 1985"),
            (&["me.born=1985-03"], "maart 1985"),
            (&["me.born=1985"], "1985"),
            (&["me.past=2026-11-21"], "21 november 2026"),
            (&["me.alone=ja"], "Ja"),
            (&["me.alone=on"], "on"),
        ] {
            let found = shown(lines);
            assert_eq!(found.len(), 1, "{lines:?}: {found:?}");
            assert_eq!(found[0].1, value, "{lines:?}");
        }
    }

    #[test]
    fn what_applies_is_there_open_or_not_and_nothing_else() {
        let sections = summary(&TINY, &typed(&["me.kind=b", "me.detail=weg", "people.k1.name=P"]), &context());
        let steps: Vec<&str> = sections.iter().map(|section| section.step).collect();
        assert_eq!(steps, ["ik", "mensen", "extra", "slot"]);
        let names = |section: &Section| {
            section.blocks.iter().flat_map(|block| &block.lines).map(|line| line.name.clone()).collect::<Vec<_>>()
        };
        assert!(!names(&sections[0]).contains(&"me.detail".to_owned()));
        assert!(names(&sections[0]).contains(&"me.story".to_owned()), "an open question is shown too");
        assert_eq!(names(&sections[2]), ["extra.about", "extra.note"]);
        assert!(sections[3].blocks.is_empty());
    }

    #[test]
    fn rows_stand_in_blocks_of_their_own_with_heading_and_key() {
        let answers = typed(&["people.k10.name=Sam", "people.k10.role=x", "people.k2.role=y", "people.k3.bsn=1"]);
        let sections = summary(&TINY, &answers, &context());
        let blocks: Vec<(&str, &str)> = sections[1]
            .blocks
            .iter()
            .map(|block| (block.heading.as_str(), block.row.as_ref().map_or("", |(_, key)| key.as_str())))
            .collect();
        assert_eq!(blocks, [("Mens 1: Ei", "k2"), ("Mens 2", "k3"), ("Mens 3: Sam Iks", "k10")]);
    }

    #[test]
    fn answers_to_questions_that_are_gone_are_shown_as_typed() {
        static LATER: Form = Form {
            version: 3,
            changes: &[
                Change::changed(2, "people.name"),
                Change::removed(2, "me.colour", "Uw kleur"),
                Change::removed(3, "people.since", "Sinds wanneer"),
                Change::added(3, "people.role"),
            ],
            ..TINY
        };
        let answers = typed(&[
            "me.colour=rood|groen",
            "me.kind=a",
            "me.unknown=x",
            "people.k2.since.day=7",
            "people.k2.since.year=2020",
            "people.k2.name=Sam",
        ]);
        let found: Vec<(String, &str, String)> =
            removed(&LATER, &answers).into_iter().map(|line| (line.name, line.label, line.value)).collect();
        let expected = [
            ("me.colour".to_owned(), "Uw kleur", "rood\ngroen".to_owned()),
            ("people.k2.since".to_owned(), "Sinds wanneer", "7 2020".to_owned()),
        ];
        assert_eq!(found, expected);
        assert!(removed(&TINY, &answers).is_empty());

        let since = |version, name| LATER.change_since(version, name).map(|change| change.what);
        assert!(since(1, "people.k7.name") == Some(What::Changed));
        assert!(since(2, "people.k7.name").is_none());
        assert!(since(2, "people.k7.role") == Some(What::Added));
        assert!(since(1, "me.kind").is_none());
    }

    #[test]
    fn parked_answers_are_shown_with_their_step() {
        let answers = typed(&["me.kind=a", "extra.about=zelf", "people.k1.name=P", "people.k1.why=daarom"]);
        let found: Vec<(&str, String, String)> = parked(&TINY, &answers, &context())
            .into_iter()
            .map(|(step, line)| (step.slug, line.name, line.value))
            .collect();
        let expected = [
            ("mensen", "people.k1.why".to_owned(), "daarom".to_owned()),
            ("extra", "extra.about".to_owned(), "De persoon zelf".to_owned()),
        ];
        assert_eq!(found, expected);
    }
}
