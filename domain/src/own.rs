//! Ask once: what a professional typed about themselves, to be offered in the next form on the same device.
//!
//! Forms ask it in sections of their own, under the same names within them. Only these are kept, nothing of any case.

use crate::answers::Answers;
use crate::form::{Form, Step};

/// The sections in which a professional tells who they are.
const SECTIONS: &[&str] = &["referrer", "sender", "asker", "booker", "contributor"];

/// What is kept of them.
const KEPT: &[&str] = &[
    "organisation",
    "other_organisation",
    "organisation_kind",
    "department",
    "first_name",
    "prefix",
    "last_name",
    "name",
    "function",
    "email",
    "phone",
];

/// The step of this form in which a professional tells who they are.
pub fn step(form: &'static Form) -> Option<&'static Step> {
    form.steps.iter().find(|step| SECTIONS.contains(&step.section))
}

/// What to keep of these answers; empty where the form asks nothing of the kind.
pub fn kept(form: &'static Form, answers: &Answers) -> Answers {
    let mut kept = Answers::default();
    let Some(step) = step(form) else { return kept };
    for name in KEPT {
        kept.set(name, answers.get(&full(step, name)).trim());
    }
    if kept.get("name").is_empty() {
        let parts = ["first_name", "prefix", "last_name"].map(|name| kept.get(name).to_owned());
        let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        kept.set("name", &parts.join(" "));
    }
    kept
}

/// What was kept, as answers of this form: only what it asks and was not answered yet.
pub fn offered(form: &'static Form, kept: &Answers, answers: &Answers) -> Answers {
    let mut offered = Answers::default();
    let Some(step) = step(form) else { return offered };
    for field in step.fields() {
        let own = field.name.split_once('.').map_or("", |(_, own)| own);
        if KEPT.contains(&own) && answers.get(field.name).is_empty() {
            offered.set(field.name, kept.get(own));
        }
    }
    offered
}

fn full(step: &Step, name: &str) -> String {
    [step.section, ".", name].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forms::{self, ALL};

    fn typed() -> Answers {
        let mut answers = Answers::default();
        for (name, text) in [
            ("referrer.organisation", "politie"),
            ("referrer.first_name", "Sanne"),
            ("referrer.prefix", "van"),
            ("referrer.last_name", "Voorbeeld"),
            ("referrer.email", "s@politie.example"),
            ("referrer.best_times", "ma_ochtend"),
            ("person.last_name", "Geheim"),
        ] {
            answers.set(name, text);
        }
        answers
    }

    #[test]
    fn only_what_the_professional_told_of_themselves_is_kept() {
        let kept = kept(forms::find("regieteam").unwrap(), &typed());
        let all: Vec<(&str, &str)> = kept.iter().collect();
        assert!(all.contains(&("name", "Sanne van Voorbeeld")) && all.contains(&("email", "s@politie.example")));
        assert!(!all.iter().any(|(_, text)| *text == "Geheim" || *text == "ma_ochtend"), "{}", all.len());
    }

    #[test]
    fn every_form_that_asks_for_it_is_offered_what_fits() {
        let kept = kept(forms::find("regieteam").unwrap(), &typed());
        for form in ALL {
            let offered = offered(form, &kept, &Answers::default());
            assert_eq!(step(form).is_some(), !offered.is_empty(), "{}", form.slug);
            for (name, _) in offered.iter() {
                assert!(form.field_at(name).is_some(), "{name}");
            }
        }
    }

    #[test]
    fn what_was_answered_already_stays() {
        let form = forms::find("regieteam").unwrap();
        let mut answers = Answers::default();
        answers.set("referrer.email", "ander@politie.example");
        assert_eq!(offered(form, &kept(form, &typed()), &answers).get("referrer.email"), "");
    }
}
