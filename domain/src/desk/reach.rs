//! Whom the house calls about what was sent, how they are reached, and what it must mind when it does: read off the answers.

use crate::answers::Answers;
use crate::form::{Field, Form, Kind, Step};
use crate::regime::Regime;

/// What its sender is called; empty where nobody gave a name.
pub fn sender(form: &Form, accepted: &Answers) -> String {
    let Some(section) = section(form) else { return String::new() };
    let parts = ["name", "first_name", "prefix", "last_name"].map(|part| accepted.get(&[section, ".", part].concat()));
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// How its sender hears that there is news on the follow page, where only their code lets them read it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum News {
    /// A mail says that there is some.
    #[default]
    Mailed,
    /// There is a number and no address: only a call tells it.
    Called,
    /// There is neither, as of whoever reports without a name (Wvggz art. 5:2): they look when they look.
    Looks,
}

/// How the sender of these accepted answers hears of news.
pub fn news(form: &Form, accepted: &Answers) -> News {
    let is_given = |name: &str| !accepted.get(name).is_empty();
    let is_number = |field: &Field| matches!(field.kind, Kind::OfficePhone | Kind::PersonPhone);
    let mut fields = form.steps.iter().flat_map(Step::fields);
    match form.receipt_to {
        Some(address) if is_given(address) => News::Mailed,
        _ if fields.any(|field| is_number(field) && is_way(form, field.name) && is_given(field.name)) => News::Called,
        _ => News::Looks,
    }
}

/// Whether this question asks how or when its sender is reached.
pub fn is_way(form: &Form, name: &str) -> bool {
    let is_senders = section(form).is_some_and(|section| name.split('.').next() == Some(section));
    let kind = form.field_at(name).map(|field| &field.kind);
    let reaches = matches!(kind, Some(Kind::OfficePhone | Kind::PersonPhone | Kind::Email | Kind::WorkEmail))
        || name.ends_with(".best_times")
        || name.ends_with(".channel");
    is_senders && reaches
}

/// Whether this answer tells what to mind in each contact: that a number is not safe, that the person does not know of it, that there
/// are limits to what may be passed on.
pub fn is_to_mind(name: &str, answer: &str) -> bool {
    match name {
        _ if answer.is_empty() => false,
        "informing.discussed" => !answer.starts_with("ja"),
        "informing.limits" | "informing.obstacle" => true,
        _ => name.ends_with("_safe") && answer != "ja",
    }
}

/// Whether the first question asks if the second, a number or an address, is safe to use.
pub fn is_safety_of(name: &str, way: &str) -> bool {
    name.strip_suffix("_safe") == Some(way)
}

/// Whether this answer says what a sender wants of the house who wants an answer and nothing else: a message, a question for advice.
pub fn is_asked(form: &Form, name: &str) -> bool {
    let asks = matches!(form.regime, Regime::Contact | Regime::Advice);
    asks && form.field_at(name).is_some_and(|field| matches!(field.kind, Kind::LongText | Kind::Nameless))
}

/// The section of its sender: where the receipt goes.
fn section(form: &Form) -> Option<&'static str> {
    form.receipt_to?.split('.').next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forms;

    fn answers(lines: &[&str]) -> Answers {
        let pairs = lines.iter().filter_map(|line| line.split_once('='));
        Answers::from_pairs(pairs.map(|(name, answer)| (name.to_owned(), answer.to_owned())))
    }

    #[test]
    fn what_was_asked_stands_above_the_answer_to_a_message_and_to_nothing_else() {
        for (form, asked) in [
            ("contact", &["message.text"][..]),
            ("adviesvraag", &["advice.question", "advice.tried"]),
            ("regieteam", &[]),
        ] {
            let form = forms::find(form).unwrap();
            let names = form.steps.iter().flat_map(crate::form::Step::fields).map(|field| field.name);
            assert_eq!(names.filter(|name| is_asked(form, name)).collect::<Vec<_>>(), asked, "{}", form.slug);
        }
    }

    #[test]
    fn a_sender_is_called_as_they_wrote() {
        for (form, lines, name) in [
            (
                "regieteam",
                &["referrer.first_name=Kim", "referrer.prefix=de", "referrer.last_name=Wit", "person.last_name=Zwart"]
                    [..],
                "Kim de Wit",
            ),
            ("contact", &["message.name=Coba Nieuwsgierig"], "Coba Nieuwsgierig"),
            ("wvggz", &["reporter.first_name=Sam"], "Sam"),
            ("wvggz", &[], ""),
        ] {
            let form = forms::find(form).unwrap_or(&forms::regieteam::FORM);
            assert_eq!(sender(form, &answers(lines)), name);
        }
    }

    #[test]
    fn each_form_that_is_answered_tells_how_its_sender_is_reached() {
        for form in forms::ALL.iter().filter(|form| form.receipt_to.is_some()) {
            let ways = form.steps.iter().flat_map(crate::form::Step::fields).filter(|field| is_way(form, field.name));
            assert!(ways.count() > 0, "{}", form.slug);
        }
        let (regieteam, request) = (&forms::regieteam::FORM, &forms::avg_verzoek::FORM);
        for (form, name, is_one) in [
            (regieteam, "referrer.phone", true),
            (regieteam, "referrer.email", true),
            (regieteam, "referrer.best_times", true),
            (regieteam, "referrer.function", false),
            (regieteam, "stay.phone", false),
            (request, "requester.channel", true),
            (request, "requester.birth_date", false),
        ] {
            assert_eq!(is_way(form, name), is_one, "{name}");
        }
    }

    #[test]
    fn who_gave_no_address_hears_of_news_by_a_call_and_who_gave_nothing_looks() {
        for (form, lines, hears) in [
            ("wvggz", &["reporter.anonymous=ja"][..], News::Looks),
            ("wvggz", &["reporter.anonymous=nee", "reporter.phone=0612345678"], News::Called),
            ("wvggz", &["reporter.phone=0612345678", "reporter.email=sam@huis.example"], News::Mailed),
            ("regieteam", &["referrer.email=kim@huis.example"], News::Mailed),
            // The number of someone whom it is about is nobody's to call with news.
            ("regieteam", &["stay.phone=0612345678"], News::Looks),
        ] {
            assert_eq!(news(forms::find(form).unwrap(), &answers(lines)), hears, "{form} {lines:?}");
        }
    }

    #[test]
    fn what_is_not_safe_is_told_with_the_number_that_is_meant() {
        let form = forms::find("regieteam").unwrap();
        for (safety, way) in [("stay.phone_safe", "stay.phone"), ("stay.email_safe", "stay.email")] {
            assert!(form.field_at(safety).is_some() && form.field_at(way).is_some(), "{safety}");
            assert!(is_safety_of(safety, way) && !is_safety_of(way, safety) && !is_safety_of(safety, safety));
        }
    }

    #[test]
    fn what_is_not_safe_or_not_told_is_to_be_minded() {
        for (name, answer, is_one) in [
            ("stay.phone_safe", "nee", true),
            ("stay.phone_safe", "weet_niet", true),
            ("stay.phone_safe", "ja", false),
            ("stay.phone_safe", "", false),
            ("family.k2.contact_safe", "nee", true),
            ("informing.discussed", "bewust_niet", true),
            ("informing.discussed", "ja_oneens", false),
            ("informing.limits", "Niet delen met de ex-partner.", true),
            ("reason.now", "nee", false),
        ] {
            assert_eq!(is_to_mind(name, answer), is_one, "{name} {answer}");
        }
    }
}
