//! What is handed over fits the schema that is handed over with it, for every form.
#![expect(clippy::unwrap_used, reason = "a test that fails should fail loudly")]

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::answers::Answers;
use domain::check::check;
use domain::fiction::{self, Chance, invented};
use domain::form::{Field, Form, Group, Kind, Options};
use domain::forms::ALL;
use domain::handover::{Received, Tree, document, example, schema};
use proptest::prelude::*;
use serde_json::{Value, json};

fn json(tree: &Tree) -> Value {
    serde_json::to_value(tree).unwrap()
}

fn accepted(form: &'static Form, seed: u64) -> Answers {
    let context = fiction::house(NaiveDate::from_ymd_opt(2026, 11, 21).unwrap_or_default());
    let answers = fiction::submission(form, &context, invented, &mut Chance::new(seed)).unwrap_or_default();
    check(form, &answers, &context).accepted
}

fn handed_over(form: &Form, accepted: &Answers) -> Value {
    let received = Received { house: "voorbeeld", reference: "VB-2026-AAAA-AAAA", received_at: "2026-11-21T09:00:00Z" };
    json(&document(form, received, accepted))
}

/// What is wrong with a value by a schema: just the words that our schemas use, and any other word is wrong too.
fn faults(value: &Value, schema: &Value, at: &str, found: &mut Vec<String>) {
    for (word, rule) in schema.as_object().unwrap() {
        let number = |rule: &Value| usize::try_from(rule.as_u64().unwrap()).unwrap();
        let good = match word.as_str() {
            "$schema" | "$id" | "$comment" | "title" | "description" | "format" => rule.is_string(),
            "const" => value == rule,
            "type" => match rule.as_str().unwrap() {
                "string" => value.is_string(),
                "integer" => value.is_u64(),
                "array" => value.is_array(),
                "object" => value.is_object(),
                _ => false,
            },
            "minLength" => value.as_str().unwrap().chars().count() >= number(rule),
            "maxLength" => value.as_str().unwrap().chars().count() <= number(rule),
            "minimum" => value.as_u64().unwrap() >= rule.as_u64().unwrap(),
            "maximum" => value.as_u64().unwrap() <= rule.as_u64().unwrap(),
            "minItems" => value.as_array().unwrap().len() >= number(rule),
            "maxItems" => value.as_array().unwrap().len() <= number(rule),
            "uniqueItems" => {
                let items: Vec<String> = value.as_array().unwrap().iter().map(Value::to_string).collect();
                items.iter().collect::<BTreeSet<_>>().len() == items.len()
            }
            "items" => {
                value.as_array().unwrap().iter().for_each(|item| faults(item, rule, at, found));
                true
            }
            "required" => rule.as_array().unwrap().iter().all(|name| value.get(name.as_str().unwrap()).is_some()),
            "properties" => {
                for (name, value) in value.as_object().unwrap() {
                    match rule.get(name) {
                        Some(rule) => faults(value, rule, &format!("{at}.{name}"), found),
                        None => found.push(format!("{at}.{name} is no property")),
                    }
                }
                true
            }
            "additionalProperties" => rule == &json!(false),
            "oneOf" => {
                let fits = |schema: &&Value| {
                    let mut found = Vec::new();
                    faults(value, schema, at, &mut found);
                    found.is_empty()
                };
                rule.as_array().unwrap().iter().filter(fits).count() == 1
            }
            // The stage `schema` of the browser tests reads patterns and formats with another validator.
            "pattern" => rule.as_str().is_some_and(|pattern| pattern.starts_with('^') && pattern.ends_with('$')),
            _ => false,
        };
        if !good {
            found.push(format!("{at}: {word}"));
        }
    }
}

fn wrong(value: &Value, schema: &Value) -> Vec<String> {
    let mut found = Vec::new();
    faults(value, schema, "", &mut found);
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_accepted_fits_the_schema_of_its_form(seed in any::<u64>()) {
        for form in ALL {
            let found = wrong(&handed_over(form, &accepted(form, seed)), &json(&schema(form)));
            prop_assert!(found.is_empty(), "{}: {found:?}", form.slug);
        }
    }

    /// The text of every leaf, the row keys apart, is an accepted answer, and each accepted answer is there.
    #[test]
    fn no_answer_is_lost_or_made_up(seed in any::<u64>()) {
        for form in ALL {
            let accepted = accepted(form, seed);
            let mut found = Vec::new();
            leaves(&handed_over(form, &accepted)["answers"], &mut found);
            let mut given: Vec<String> = accepted.iter().flat_map(|(_, text)| text.split('\n')).map(str::to_owned).collect();
            let mut found: Vec<String> = found.iter().flat_map(|text| text.split('\n')).map(str::to_owned).collect();
            given.sort();
            found.sort();
            prop_assert_eq!(given, found, "{}", form.slug);
        }
    }
}

#[test]
fn the_example_of_each_form_fits_its_schema_and_is_the_same_every_time() {
    for form in ALL {
        let found = json(&example(form));
        assert!(wrong(&found, &json(&schema(form))).is_empty(), "{}", form.slug);
        assert!(found == json(&example(form)), "{}", form.slug);
    }
}

fn leaves(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(pairs) => {
            pairs.iter().filter(|(name, _)| *name != "key").for_each(|(_, value)| leaves(value, found));
        }
        Value::Array(items) => items.iter().for_each(|item| leaves(item, found)),
        Value::String(text) => found.push(text.clone()),
        Value::Bool(_) => found.push("ja".to_owned()),
        other => found.push(other.to_string()),
    }
}

#[test]
fn what_does_not_fit_is_seen() {
    let form = domain::forms::find("regieteam").unwrap();
    let (good, schema) = (handed_over(form, &accepted(form, 1)), json(&schema(form)));
    for (path, value) in [
        ("/form_version", json!(2_000)),
        ("/house", Value::Null),
        ("/answers", json!({})),
        ("/answers/referrer/email", json!("")),
        ("/answers/referrer/nationality", json!("nl")),
        ("/answers/reason/domains", json!(["bestaat-niet"])),
        ("/answers/reason/domains", json!([])),
        ("/answers/informing/discussed", json!("misschien")),
    ] {
        let mut bad = good.clone();
        let (parent, name) = path.rsplit_once('/').unwrap();
        bad.pointer_mut(parent).unwrap()[name] = value;
        assert!(!wrong(&bad, &schema).is_empty(), "{path}");
    }
}

#[test]
fn rows_come_in_their_order_and_carry_their_key() {
    let form = domain::forms::find("regieteam").unwrap();
    let household = ["k2", "k10"].map(|key| (format!("household.{key}.last_name"), format!("Fictief {key}")));
    let found = handed_over(form, &Answers::from_pairs(household));
    assert_eq!(
        found["answers"]["household"],
        json!([{ "key": "k2", "last_name": "Fictief k2" }, { "key": "k10", "last_name": "Fictief k10" }])
    );
}

#[test]
fn a_document_reads_in_the_order_of_its_form() {
    let form = domain::forms::find("regieteam").unwrap();
    let text = serde_json::to_string(&schema(form)).unwrap();
    let places: Vec<usize> =
        form.steps.iter().filter_map(|step| text.find(&format!("\"{}\":{{\"title\"", step.section))).collect();
    assert!(places.len() > 5 && places.is_sorted(), "{places:?}");
}

/// Every question of every form is in its schema, by its label, with the values that can be chosen.
#[test]
fn a_schema_knows_every_question() {
    for form in ALL {
        let found = json(&schema(form));
        let sections = &found["properties"]["answers"]["properties"];
        for step in form.steps {
            for field in step.fields() {
                let own = &field.name[step.section.len() + 1..];
                holds(form, field, &sections[step.section]["properties"][own]);
            }
            for group in step.groups() {
                of_rows(form, group, &sections[group.name]);
            }
        }
    }
}

fn of_rows(form: &Form, group: &Group, found: &Value) {
    for field in group.fields {
        assert_ne!(field.name, "key", "{}: the name of the row's own key", form.slug);
        holds(form, field, &found["items"]["properties"][field.name]);
    }
}

fn holds(form: &Form, field: &Field, found: &Value) {
    assert_eq!(found["title"], json!(field.label), "{}: {}", form.slug, field.name);
    let choices = match field.kind {
        Kind::One(Options::Fixed(choices)) => (choices, &found["oneOf"]),
        Kind::Many(Options::Fixed(choices)) => (choices, &found["items"]["oneOf"]),
        _ => return,
    };
    let values: Vec<&str> =
        choices.1.as_array().unwrap().iter().map(|choice| choice["const"].as_str().unwrap()).collect();
    assert_eq!(values, choices.0.iter().map(|choice| choice.value).collect::<Vec<_>>(), "{}", field.name);
}
