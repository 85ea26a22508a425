//! What every form must keep to, whatever it asks.

use std::collections::HashSet;

use domain::desk::act;
use domain::form::{Field, Form, Group, Kind, Options, Part, Step, When};
use domain::forms;
use domain::regime::Regime;

/// The forms that people send, and those in which the desk says what it did.
fn all() -> impl Iterator<Item = &'static Form> {
    forms::ALL.iter().copied().chain(act::ALL.iter().map(|act| act.form))
}

/// A field where it stands: `row` is the group it belongs to.
struct Place {
    step: &'static Step,
    row: Option<&'static Group>,
    field: &'static Field,
}

impl Place {
    /// `person.last_name`, or `household.last_name` for a field of a row.
    fn full(&self) -> String {
        full(self.row, self.field.name)
    }
}

/// A condition, and the full names that stand before it.
struct Condition {
    at: String,
    row: Option<&'static Group>,
    when: When,
    before: HashSet<String>,
}

fn full(row: Option<&Group>, name: &str) -> String {
    row.map_or_else(|| name.to_owned(), |group| format!("{}.{name}", group.name))
}

/// The name a condition means, where it stands.
fn meant(row: Option<&Group>, name: &str) -> String {
    name.strip_prefix('.').map_or_else(|| name.to_owned(), |own| full(row, own))
}

fn places(form: &'static Form) -> Vec<Place> {
    let mut places = Vec::new();
    for step in form.steps {
        for part in step.parts {
            match part {
                Part::Field(field) => places.push(Place { step, row: None, field }),
                Part::Group(group) => {
                    places.extend(group.fields.iter().map(|field| Place { step, row: Some(group), field }));
                }
                Part::Heading(_) | Part::Notice(_) => {}
            }
        }
    }
    places
}

fn conditions(form: &'static Form) -> Vec<Condition> {
    let mut before = HashSet::new();
    let mut found = Vec::new();
    for step in form.steps {
        let at = |name: &str| format!("{} {name}", step.slug);
        found.push(Condition { at: at("step"), row: None, when: step.when, before: before.clone() });
        for part in step.parts {
            match part {
                Part::Heading(heading) => {
                    found.push(Condition {
                        at: at(heading.title),
                        row: None,
                        when: heading.when,
                        before: before.clone(),
                    });
                }
                Part::Notice(notice) => {
                    found.push(Condition { at: at(notice.name), row: None, when: notice.when, before: before.clone() });
                }
                Part::Field(field) => {
                    found.push(Condition { at: at(field.name), row: None, when: field.when, before: before.clone() });
                    before.insert(field.name.to_owned());
                }
                Part::Group(group) => {
                    found.push(Condition { at: at(group.name), row: None, when: group.when, before: before.clone() });
                    for field in group.fields {
                        found.push(Condition {
                            at: at(field.name),
                            row: Some(group),
                            when: field.when,
                            before: before.clone(),
                        });
                        before.insert(full(Some(group), field.name));
                    }
                    before.insert(group.name.to_owned());
                }
            }
        }
    }
    found
}

fn fixed_values(field: &Field) -> Vec<&'static str> {
    let lists: Vec<_> = match field.kind {
        Kind::One(
            Options::Fixed(list) | Options::Partners(list) | Options::Municipalities(list) | Options::Areas(list),
        )
        | Kind::Many(
            Options::Fixed(list) | Options::Partners(list) | Options::Municipalities(list) | Options::Areas(list),
        ) => vec![list],
        Kind::One(Options::Rows(_, before, after)) | Kind::Many(Options::Rows(_, before, after)) => vec![before, after],
        Kind::Tick => return vec!["ja"],
        _ => Vec::new(),
    };
    lists.into_iter().flatten().map(|choice| choice.value).collect()
}

/// Calls `visit` with every `Is` and `Ticks` inside a condition.
fn each_value(when: &When, visit: &mut dyn FnMut(&'static str, &'static [&'static str])) {
    match when {
        When::Is(name, values) => visit(name, values),
        When::All(list) | When::Any(list) => list.iter().for_each(|when| each_value(when, visit)),
        When::Not(when) => each_value(when, visit),
        _ => {}
    }
}

#[test]
fn every_question_says_what_it_asks_and_why() {
    for form in all() {
        for place in places(form) {
            let Field { label, noun, why, purpose, .. } = place.field;
            for text in [*label, *noun, *why, purpose.category, purpose.ground, purpose.seen_by] {
                assert!(!text.trim().is_empty(), "{} leaves something out", place.full());
                assert!(!text.contains("  "), "{}: {text}", place.full());
            }
            for sentence in [place.field.hint, *why, purpose.ground, purpose.seen_by] {
                assert!(sentence.is_empty() || sentence.ends_with(['.', '?', '…']), "{}: {sentence}", place.full());
            }
        }
    }
}

#[test]
fn every_long_text_says_what_does_not_belong_there() {
    let limits = ["niet", "geen", "alleen", "Laat", "niets"];
    for form in all() {
        for place in places(form).iter().filter(|place| matches!(place.field.kind, Kind::LongText | Kind::Nameless)) {
            assert!(
                limits.iter().any(|word| place.field.hint.contains(word)),
                "{}: {}",
                place.full(),
                place.field.hint
            );
        }
    }
}

/// "Vul … in." and "Maak … korter." ask for a thing; "Kies …." takes a thing or a clause.
#[test]
fn what_is_typed_is_named_as_a_thing() {
    for form in all() {
        for place in places(form) {
            let typed = !matches!(place.field.kind, Kind::One(_) | Kind::Many(_));
            let clause =
                ["of ", "wat ", "wie ", "hoe ", "waar ", "waarom ", "wanneer ", "welk ", "welke ", "dat ", "met "];
            let noun = place.field.noun;
            assert!(!typed || !clause.iter().any(|word| noun.starts_with(word)), "{}: {noun}", place.full());
            assert!(!noun.ends_with(['.', '?']), "{}: {noun}", place.full());
        }
    }
}

#[test]
fn every_name_is_unique_and_stands_in_its_section() {
    for form in all() {
        let mut seen = HashSet::new();
        for place in places(form) {
            assert!(seen.insert(place.full()), "{} is asked twice", place.full());
            if place.row.is_some() {
                assert!(!place.field.name.contains('.'), "{}", place.full());
            } else {
                let own = place.field.name.strip_prefix(place.step.section).and_then(|rest| rest.strip_prefix('.'));
                assert!(own.is_some_and(|own| !own.contains('.')), "{} is not in {}", place.full(), place.step.section);
            }
        }
        let mut sections = HashSet::new();
        let mut slugs = HashSet::new();
        for step in form.steps {
            assert!(slugs.insert(step.slug), "{} twice", step.slug);
            let groups = step.groups().map(|group| group.name);
            for section in std::iter::once(step.section).chain(groups).filter(|section| !section.is_empty()) {
                assert!(sections.insert(section), "{section} twice");
            }
        }
    }
}

#[test]
fn every_name_is_found_back_in_its_form() {
    for form in all() {
        for place in places(form) {
            let name =
                place.row.map_or_else(|| place.full(), |group| format!("{}.k7.{}", group.name, place.field.name));
            assert_eq!(form.field_at(&name).map(|field| field.label), Some(place.field.label), "{name}");
            assert_eq!(form.step_of(&name).map(|step| step.slug), Some(place.step.slug), "{name}");
        }
    }
}

#[test]
fn a_receipt_goes_to_an_address_that_is_asked() {
    for form in all() {
        let asked = form.receipt_to.map(|name| form.field_at(name).map(|field| field.kind));
        assert!(matches!(asked, None | Some(Some(Kind::Email | Kind::WorkEmail))), "{}", form.slug);
    }
}

#[test]
fn who_hears_what_is_said_in_sentences_about_answers_of_the_form() {
    for form in all() {
        assert!(!form.hears.is_empty(), "{} says nothing", form.slug);
        let places = places(form);
        for heard in form.hears {
            assert!(heard.text.ends_with('.') && !heard.text.contains("  "), "{}: {}", form.slug, heard.text);
            heard.when.names(&mut |name| {
                assert!(form.field_at(name).is_some(), "{} looks at {name}", form.slug);
            });
            each_value(&heard.when, &mut |name, values| {
                let offered = places.iter().find(|place| place.full() == name).map(|place| fixed_values(place.field));
                let offered = offered.unwrap_or_default();
                assert!(values.iter().all(|value| offered.contains(value)), "{}: {name}", form.slug);
            });
        }
    }
}

/// Beside cases no law opens the BSN (UAVG art. 46), and what a question says of how long its answer stays is the rule by which it
/// goes.
#[test]
fn what_is_no_case_asks_no_bsn_and_goes_in_time() {
    for form in forms::ALL {
        let beside = [Regime::Advice, Regime::Contact, Regime::DataRights, Regime::Newsletter, Regime::Room]
            .contains(&form.regime);
        for place in places(form).iter().filter(|_| beside) {
            assert!(!matches!(place.field.kind, Kind::Bsn), "{}: {}", form.slug, place.full());
            assert!(place.field.purpose.kept == form.regime.kept(), "{}: {}", form.slug, place.full());
        }
    }
}

#[test]
fn every_notice_has_its_own_name() {
    for form in all() {
        let mut seen = HashSet::new();
        for part in form.steps.iter().flat_map(|step| step.parts) {
            if let Part::Notice(notice) = part {
                assert!(seen.insert(notice.name), "{} twice", notice.name);
                assert!(form.field_at(notice.name).is_none(), "{} is a question too", notice.name);
            }
        }
    }
}

#[test]
fn a_condition_looks_at_earlier_answers_only() {
    for form in all() {
        for condition in conditions(form) {
            condition.when.names(&mut |name| {
                let name = meant(condition.row, name);
                assert!(condition.before.contains(&name), "{} looks ahead at {name}", condition.at);
            });
        }
        let mut groups = HashSet::new();
        for place in places(form) {
            if let Kind::One(Options::Rows(group, ..)) | Kind::Many(Options::Rows(group, ..)) = place.field.kind {
                assert!(groups.contains(group), "{} offers rows of {group}, which come later", place.full());
            }
            groups.extend(place.row.map(|group| group.name));
        }
    }
}

#[test]
fn a_condition_asks_for_a_value_that_can_be_chosen() {
    for form in all() {
        let places = places(form);
        for condition in conditions(form) {
            each_value(&condition.when, &mut |name, values| {
                let name = meant(condition.row, name);
                let offered = places.iter().find(|place| place.full() == name).map(|place| fixed_values(place.field));
                let offered = offered.unwrap_or_default();
                for value in values {
                    assert!(offered.contains(value), "{}: {name} never is {value}", condition.at);
                }
            });
        }
    }
}

#[test]
fn the_options_of_a_choice_differ() {
    for form in all() {
        for place in places(form) {
            let values = fixed_values(place.field);
            let different: HashSet<_> = values.iter().collect();
            assert_eq!(different.len(), values.len(), "{}", place.full());
        }
    }
}

/// A row is named by texts and choices of which the labels don't depend on rows, so naming never goes in circles.
#[test]
fn a_row_is_named_by_its_own_answers() {
    for form in all() {
        for group in form.steps.iter().flat_map(Step::groups) {
            let others = group.distinct.iter().map(|(own, _)| *own);
            for name in group
                .heading
                .iter()
                .copied()
                .chain(group.alike.iter().flat_map(|way| way.iter().copied()))
                .chain(others)
            {
                assert!(group.field(name).is_some(), "{}.{name} does not exist", group.name);
            }
            for field in group.heading.iter().filter_map(|name| group.field(name)) {
                assert!(
                    !matches!(field.kind, Kind::One(Options::Rows(..)) | Kind::Many(_)),
                    "{}.{}",
                    group.name,
                    field.name
                );
            }
        }
    }
}

/// Nationality: BGS art. 1.9. Special categories but health: WGS art. 2.29 lid 1, AVG art. 9. The rest: AVG art. 5.
#[test]
fn no_question_asks_what_may_not_be_asked() {
    let names = [
        "national", "country", "ethnic", "religi", "politic", "union", "sexual", "genetic", "biometr", "photo",
        "social",
    ];
    let words = [
        "nationaliteit",
        "geboorteland",
        "herkomst",
        "afkomst",
        "etnisch",
        "religie",
        "geloof",
        "politieke",
        "vakbond",
        "seksue",
        "genetisch",
        "biometri",
        "foto",
        "sociale media",
        "medicijn",
        "bijlage",
    ];
    for form in all() {
        for place in places(form) {
            let Field { name, label, noun, .. } = place.field;
            assert!(!names.iter().any(|word| name.contains(word)), "{}", place.full());
            for text in [label, noun] {
                assert!(!words.iter().any(|word| text.to_lowercase().contains(word)), "{}: {text}", place.full());
            }
        }
    }
}
