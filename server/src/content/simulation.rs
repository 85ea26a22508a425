//! `simulation.toml`: the case that visitors can play. Its references are checked, so that the debrief can always say why.

use std::collections::BTreeMap;
use std::path::Path;

use app::pages::text::Checked;
use app::simulation::path;
use app::simulation::words::{self, Simulation};
use domain::context::ParticipantKind;
use domain::simulation::Verdict;
use serde::Deserialize;
use toml::Spanned;

use super::fault::Faults;
use super::links::Linkable;
use super::part::Part;
use super::placeholders::Words;
use super::questions::answer as markdown;
use super::source::{Day, Source};

mod check;

const FILE: &str = "simulation.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    title: String,
    description: String,
    lead: String,
    duration: String,
    minutes: Spanned<u64>,
    rule: String,
    rule_text: String,
    checked: Day,
    review: Spanned<Day>,
    how: Spanned<String>,
    group: Spanned<String>,
    discussion: Vec<String>,
    case: Text,
    lesson: Text,
    ground: Vec<Spanned<Ground>>,
    role: Vec<Spanned<Role>>,
    question: Vec<Question>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    title: String,
    text: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ground {
    id: String,
    title: String,
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Role {
    id: Spanned<String>,
    name: String,
    kind: ParticipantKind,
    goal: String,
    secrecy: Option<Secrecy>,
    fact: Vec<Fact>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Secrecy {
    about: String,
    sign: String,
    unsigned: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fact {
    id: Spanned<String>,
    text: String,
    verdict: Verdict,
    reason: String,
    ground: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Question {
    title: String,
    answer: String,
    need: Vec<Need>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Need {
    fact: Spanned<String>,
    without: String,
}

/// The simulation of the house; `None` where it has none.
pub(super) fn load(folder: &Path, words: &Words) -> Result<Option<Part<Simulation>>, Faults> {
    if !folder.join(FILE).exists() {
        return Ok(None);
    }
    let source = Source::read(folder, FILE)?;
    let file: File = source.toml()?;
    let mut faults = Faults::default();
    check::check(&source, &file, &mut faults);
    let mut links = Vec::new();
    let mut html = |text: &Spanned<String>| {
        let rendered = faults.keep(markdown(&source, text, words))?;
        let html = faults.keep(rendered.undated(&source));
        links.extend(rendered.links);
        html
    };
    let texts = [&file.how, &file.group, &file.case.text, &file.lesson.text].map(&mut html);
    let [Some(how), Some(group), Some(case), Some(lesson)] = texts else { return Err(faults) };
    if !faults.is_empty() {
        return Err(faults);
    }
    let start = Linkable { file: source.file, links, ..Linkable::address(path::START) };
    let linkable = vec![start, Linkable::address(path::PRINTED)];
    Ok(Some(Part { words: assemble(file, Html { how, group, case, lesson }), linkable, files: Vec::new() }))
}

/// The longer texts, rendered.
struct Html {
    how: String,
    group: String,
    case: String,
    lesson: String,
}

fn assemble(file: File, html: Html) -> Simulation {
    let titles: BTreeMap<String, String> =
        file.ground.iter().map(|ground| (ground.get_ref().id.clone(), ground.get_ref().title.clone())).collect();
    let fact = |fact: Fact| words::Fact {
        id: fact.id.into_inner(),
        text: fact.text,
        verdict: fact.verdict,
        reason: fact.reason,
        ground: fact.ground.and_then(|ground| titles.get(ground.get_ref()).cloned()),
    };
    let secrecy =
        |words: Secrecy| words::SecrecyWords { about: words.about, sign: words.sign, unsigned: words.unsigned };
    let role = |role: Spanned<Role>| {
        let role = role.into_inner();
        words::Role {
            id: role.id.into_inner(),
            name: role.name,
            kind: role.kind,
            goal: role.goal,
            secrecy: role.secrecy.map(secrecy),
            facts: role.fact.into_iter().map(fact).collect(),
        }
    };
    let need = |need: Need| words::Need { fact: need.fact.into_inner(), without: need.without };
    let question = |question: Question| words::Question {
        title: question.title,
        answer: question.answer,
        needs: question.need.into_iter().map(need).collect(),
    };
    let ground = |ground: Spanned<Ground>| {
        let ground = ground.into_inner();
        words::Ground { title: ground.title, text: ground.text }
    };
    Simulation {
        title: file.title,
        description: file.description,
        lead: file.lead,
        how_html: html.how,
        rule: file.rule,
        rule_text: file.rule_text,
        seconds: file.minutes.into_inner() * 60,
        duration: file.duration,
        case_title: file.case.title,
        case_html: html.case,
        roles: file.role.into_iter().map(role).collect(),
        questions: file.question.into_iter().map(question).collect(),
        grounds: file.ground.into_iter().map(ground).collect(),
        lesson_title: file.lesson.title,
        lesson_html: html.lesson,
        discussion: file.discussion,
        group_html: html.group,
        checked: Checked { on: file.checked.0, again: file.review.into_inner().0 },
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::content::figures::Figures;
    use crate::content::{partners, settings};

    fn house() -> std::path::PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content/tests/house")
    }

    /// The case of the first house, with `wrong` once where `right` stood, and the line of it.
    fn changed(right: &str, wrong: &str) -> (Result<Option<Part<Simulation>>, Faults>, usize) {
        let text = fs::read_to_string(house().join(FILE)).unwrap();
        let at = text.find(right).unwrap_or_else(|| panic!("{FILE} no longer holds {right:?}"));
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(FILE), text.replacen(right, wrong, 1)).unwrap();
        let settings = settings::load(&Source::read(&house(), "house.toml").unwrap()).unwrap();
        let partners = partners::load(&Source::read(&house(), "partners.toml").unwrap()).unwrap();
        (
            load(folder.path(), &Words::new(&settings, &partners, Figures::default())),
            1 + text[..at].matches('\n').count(),
        )
    }

    #[test]
    fn the_case_of_the_first_house_can_be_played() {
        let (loaded, _) = changed("minutes = 2", "minutes = 3");
        let words = loaded.unwrap().unwrap().words;
        assert_eq!(words.seconds, 180);
        let case = words.case();
        assert_eq!(case.roles.len(), 6);
        for role in &case.roles {
            for verdict in Verdict::ALL {
                assert!(role.facts.iter().any(|fact| fact.verdict == verdict), "{} has no fact {verdict:?}", role.id);
            }
        }
        assert!(
            words
                .roles
                .iter()
                .flat_map(|role| &role.facts)
                .all(|fact| fact.ground.is_some() == (fact.verdict == Verdict::Withhold))
        );
    }

    #[test]
    fn a_house_may_have_no_case() {
        let folder = tempfile::tempdir().unwrap();
        let settings = settings::load(&Source::read(&house(), "house.toml").unwrap()).unwrap();
        assert!(load(folder.path(), &Words::new(&settings, &[], Figures::default())).unwrap().is_none());
    }

    #[test]
    fn what_would_leave_the_debrief_without_words_is_named_with_its_line() {
        for (right, wrong, said) in [
            ("minutes = 2", "minutes = 0", "this is no time for a briefing; write whole minutes"),
            ("review = 2027-05-22", "review = 2026-11-22", "the review date is not after the checked date"),
            ("id = \"po\"", "id = \"nabespreking\"", "\"nabespreking\" cannot be the id of a role"),
            ("id = \"po\"", "id = \"om\"", "two roles have the id \"om\""),
            (
                "id = \"p2\"",
                "id = \"Een gerucht\"",
                "\"Een gerucht\" cannot be the id of a fact; use small letters and digits",
            ),
            ("id = \"p2\"", "id = \"o2\"", "two facts have the id \"o2\""),
            (
                "id = \"wo\"\nname = \"Woningcorporatie\"\nkind = \"incidenteel\"",
                "id = \"wo\"\nname = \"Woningcorporatie\"\nkind = \"vaste-privaat\"",
                "takes part by law, yet has [role.secrecy]",
            ),
            (
                "id = \"mw\"\nname = \"Maatschappelijk werk\"\nkind = \"vaste-privaat\"",
                "id = \"mw\"\nname = \"Maatschappelijk werk\"\nkind = \"incidenteel\"",
                "is an incidental participant and signs nothing; give it [role.secrecy]",
            ),
            (
                "id = \"o4\"\ntext = \"Bas antwoordde niet op de brief over de zitting.\"\nverdict = \"useful\"",
                "id = \"o4\"\ntext = \"x\"\nverdict = \"withhold\"",
                "the fact \"o4\" is withheld on no ground; name one",
            ),
            (
                "ground = \"gerucht\"",
                "ground = \"roddel\"",
                "there is no ground \"roddel\"; use one of: ander, bijzonder, geheim, gerucht, onnodig",
            ),
            ("verdict = \"withhold\"", "verdict = \"misschien\"", "unknown variant `misschien`"),
            ("fact = \"w3\"", "fact = \"w9\"", "there is no fact \"w9\"; name the id of a fact above"),
            ("fact = \"w3\"", "fact = \"w5\"", "a question needs the fact \"w5\", which is not needed"),
        ] {
            let (loaded, line) = changed(right, wrong);
            let faults = loaded.err().unwrap_or_else(|| panic!("{wrong:?} was accepted"));
            let fault = faults.iter().find(|fault| format!("{}; {}", fault.problem, fault.mend).contains(said));
            let fault = fault.unwrap_or_else(|| panic!("expected {said:?}, got {faults}"));
            assert_eq!(fault.line, Some(line), "{fault}");
        }
    }

    #[test]
    fn a_needed_fact_that_no_question_needs_is_named_where_it_stands() {
        let (loaded, _) = changed("fact = \"w3\"", "fact = \"g5\"");
        let faults = loaded.err().unwrap().to_string();
        assert!(faults.contains("no question needs the fact \"w3\"; add a [[question.need]]"), "{faults}");
    }

    #[test]
    fn links_in_its_texts_are_noted_for_checking() {
        let (loaded, _) = changed("Wij bewaren niet wat u kiest.", "Lees [Privacy](/privacy).");
        let links: Vec<_> =
            loaded.unwrap().unwrap().linkable.remove(0).links.into_iter().map(|link| link.href).collect();
        assert_eq!(links, ["/privacy"]);
    }
}
