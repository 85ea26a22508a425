//! Drafts that began with an older version of a form keep opening, and no question changes in silence.
//!
//! `released/<form>.v<version>.shape` holds the questions of each version, one a line; `released/<form>.v<version>.json` invented
//! answers to it. A new version gets both, and `changes` of the form tells what is different:
//!
//! ```sh
//! cargo test -p domain --test released -- --ignored     # writes the files of versions that have none
//! ```
#![expect(clippy::unwrap_used, reason = "a test that fails should fail loudly")]

mod shape;

use std::fs;
use std::path::PathBuf;

use chrono::NaiveDate;
use domain::answers::Answers;
use domain::check::check;
use domain::context::Context;
use domain::fiction::{self, Chance, invented};
use domain::form::{Form, What};
use domain::forms::ALL;
use domain::summary::{parked, removed, summary};
use shape::{Differs, differences, shape};

fn file(form: &Form, version: u16, ending: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/released");
    folder.join(format!("{}.v{version}.{ending}", form.slug))
}

fn kept(form: &Form, version: u16, ending: &str) -> String {
    let path = file(form, version, ending);
    fs::read_to_string(&path).unwrap_or_else(|_| {
        panic!("{} is missing: write it with `cargo test -p domain --test released -- --ignored`", path.display())
    })
}

fn context() -> Context {
    fiction::house(NaiveDate::from_ymd_opt(2026, 3, 2).unwrap())
}

#[test]
fn no_question_changes_without_a_new_version() {
    for form in ALL {
        let (kept, now) = (kept(form, form.version, "shape"), shape(form));
        let different: Vec<String> =
            differences(&kept, &now).into_iter().map(|(name, how)| format!("{name} {how:?}")).collect();
        assert!(
            kept == now,
            "questions of the form {slug} changed, but it still is version {version}: {different:?}.\n\
             People have drafts of version {version}. Raise `version` in domain/src/forms, name each change in `changes`, and write \
             the new files with `cargo test -p domain --test released -- --ignored`. Was version {version} never in use? Then \
             remove its two files in domain/tests/released and write them anew.",
            slug = form.slug,
            version = form.version,
        );
    }
}

#[test]
fn what_is_different_between_two_versions_is_told_in_changes() {
    for form in ALL {
        for version in 2..=form.version {
            let mut found = differences(&kept(form, version - 1, "shape"), &kept(form, version, "shape"));
            let told = form.changes.iter().filter(|change| change.version == version);
            let mut told: Vec<(String, Differs)> =
                told.map(|change| (change.field.to_owned(), how(change.what))).collect();
            found.sort();
            told.sort();
            // A question may also be told to have changed where only its words did.
            told.retain(|told| told.1 != Differs::Changed || found.contains(told));
            assert_eq!(found, told, "{} version {version}: found, and told in `changes`", form.slug);
        }
        let versions: Vec<u16> = form.changes.iter().map(|change| change.version).collect();
        assert!(versions.is_sorted(), "{}: the oldest change comes first", form.slug);
        assert!(versions.iter().all(|version| (2..=form.version).contains(version)), "{}", form.slug);
    }
}

fn how(what: What) -> Differs {
    match what {
        What::Added => Differs::Added,
        What::Changed => Differs::Changed,
        What::Removed(_) => Differs::Removed,
    }
}

/// Each name of an older draft is shown somewhere: among the answers, among what does not apply, or among what is asked no more.
#[test]
fn answers_to_every_released_version_open_and_none_disappears() {
    for form in ALL {
        for version in 1..=form.version {
            let answers: Answers = serde_json::from_str(&kept(form, version, "json")).unwrap();
            assert!(!answers.is_empty(), "{} version {version}", form.slug);
            let verdict = check(form, &answers, &context());
            assert!(version < form.version || verdict.is_good(), "{} version {version}: {verdict:?}", form.slug);
            let lost = lost(form, &answers);
            assert!(lost.is_empty(), "{} version {version}: {lost:?}", form.slug);
        }
    }
}

fn lost(form: &'static Form, answers: &Answers) -> Vec<String> {
    let context = context();
    let shown = summary(form, answers, &context).into_iter().flat_map(|section| section.blocks);
    let shown = shown.flat_map(|block| block.lines);
    let beside = parked(form, answers, &context).into_iter().map(|(_, line)| line).chain(removed(form, answers));
    let shown: Vec<_> = shown.chain(beside).filter(|line| !line.value.is_empty()).collect();
    let is_box = |name: &str, of: &str| {
        name.strip_prefix(of).is_some_and(|rest| ["", ".day", ".month", ".year"].contains(&rest))
    };
    let names = answers.iter().map(|(name, _)| name);
    names.filter(|name| !shown.iter().any(|line| is_box(name, &line.name))).map(str::to_owned).collect()
}

#[test]
fn an_answer_that_disappears_is_seen() {
    let form = domain::forms::find("contact").unwrap();
    let mut answers: Answers = serde_json::from_str(&kept(form, 1, "json")).unwrap();
    answers.set("message.gone", "Dit was een vraag");
    assert_eq!(lost(form, &answers), ["message.gone"]);
}

#[test]
#[ignore = "writes files: for a new version of a form"]
fn write_the_files_of_new_versions() {
    for form in ALL {
        let answers = (0..32).map(|seed| fiction::submission(form, &context(), invented, &mut Chance::new(seed)));
        let fullest = answers.flatten().max_by_key(|answers| answers.iter().count()).unwrap();
        for (ending, text) in [("shape", shape(form)), ("json", serde_json::to_string_pretty(&fullest).unwrap() + "\n")]
        {
            let path = file(form, form.version, ending);
            // What was released stays as it is.
            if !path.exists() {
                fs::write(&path, text).unwrap();
            }
        }
    }
}
