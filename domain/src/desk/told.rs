//! What an act tells the sender, as the sender reads it: the labels of its questions speak to who works at the desk.

use super::act::Act;
use super::outcome::Outcome;
use crate::answers::Answers;
use crate::referral::Happening;
use crate::steps::reporter;
use crate::summary::Section;

/// What an answer begins with, without anyone typing it: what was decided. Whoever is close to the person hears with it that they can
/// ask for an application anyway, as the form told them (Wvggz art. 5:2); not any more once someone asked.
pub fn begins(decided: Outcome, sent: &Answers, happened: &[Happening]) -> String {
    let is_close = reporter::CLOSE.contains(&sent.get("reporter.relation"));
    let was_asked = happened.contains(&Happening::Demanded);
    match decided {
        Outcome::GeenAanvraag if is_close && !was_asked => [decided.public(), ASK_ANYWAY].join(" "),
        _ => decided.public().to_owned(),
    }
}

const ASK_ANYWAY: &str = "U kunt als naaste vragen om toch een aanvraag te doen. Laat ons dat dan weten.";

/// The text of an act for the sender, of its answers as they are shown: paragraphs with an empty line between them. An answer begins
/// with what was decided ([`begins`]); nothing where the act tells nothing.
pub fn text(act: &Act, shown: &[Section], begins: Option<String>) -> String {
    let lines = || shown.iter().flat_map(|section| &section.blocks).flat_map(|block| &block.lines);
    let value = |name: &str| lines().find(|line| line.name == name).map_or("", |line| line.value.as_str());
    let told = act.told.iter().filter(|name| !super::acts::OUTCOMES.contains(name)).filter_map(|name| {
        let value = value(name);
        (!value.is_empty()).then(|| format!("{}{value}", before(name)))
    });
    let begins = begins.filter(|_| !act.told.is_empty());
    begins.into_iter().chain(told).collect::<Vec<_>>().join("\n\n")
}

/// What stands before an answer.
fn before(name: &str) -> &'static str {
    match name {
        "ask.by" => "Graag uiterlijk: ",
        "answer.advice_text" => "Ons advies: ",
        "answer.advice_contact" => "Hier kunt u terecht: ",
        "answer.advice_review_on" => "Kijk op deze dag of het heeft geholpen: ",
        "data_answer.reason" => "Waarom: ",
        "data_answer.objection" => "Bent u het niet eens met het besluit? ",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::tiny::context;
    use crate::desk::act;
    use crate::summary::summary;

    fn told(slug: &str, typed: &[(&str, &str)], decided: Option<Outcome>) -> String {
        let act = act::find(slug).unwrap();
        let pairs = typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let begins = decided.map(|outcome| begins(outcome, &Answers::default(), &[]));
        text(act, &summary(act.form, &Answers::from_pairs(pairs), &context()), begins)
    }

    #[test]
    fn an_answer_begins_with_what_was_decided_and_leaves_out_how_it_was_told() {
        let typed = [
            ("answer.way", "schriftelijk"),
            ("answer.text", "De casus past niet."),
            ("answer.advice", "ja"),
            ("answer.advice_text", "Bel het wijkteam."),
        ];
        let read = told("antwoord", &typed, Some(Outcome::Advies));
        let expected = [Outcome::Advies.public(), "De casus past niet.", "Ons advies: Bel het wijkteam."].join("\n\n");
        assert_eq!(read, expected);
    }

    #[test]
    fn who_is_close_hears_that_they_may_ask_for_an_application_anyway() {
        use Happening as H;
        let said = |relation: &str, outcome, happened: &[Happening]| {
            let sent = Answers::from_pairs([("reporter.relation".to_owned(), relation.to_owned())]);
            begins(outcome, &sent, happened).contains("toch een aanvraag")
        };
        let asked = &[H::Decided, H::Answered, H::Demanded][..];
        for (relation, outcome, happened, may) in [
            ("ouder", Outcome::GeenAanvraag, &[H::Decided][..], true),
            ("naaste", Outcome::GeenAanvraag, &[H::Decided], true),
            ("ander", Outcome::GeenAanvraag, &[H::Decided], false),
            ("", Outcome::GeenAanvraag, &[H::Decided], false),
            ("ouder", Outcome::Aanvraag, &[H::Decided], false),
            ("ouder", Outcome::GeenAanvraag, asked, false),
        ] {
            assert_eq!(said(relation, outcome, happened), may, "{relation} {outcome:?} {happened:?}");
        }
    }

    #[test]
    fn who_does_not_get_all_they_asked_hears_what_they_can_do() {
        let typed = [
            ("data_answer.outcome", "geweigerd"),
            ("data_answer.reason", "Een ander loopt gevaar."),
            ("data_answer.text", "Wij geven de gegevens niet."),
            ("data_answer.objection", "Schrijf ons voor 1 januari."),
        ];
        let read = told("antwoord-verzoek", &typed, Some(Outcome::Geweigerd));
        assert!(read.ends_with("Bent u het niet eens met het besluit? Schrijf ons voor 1 januari."), "{read}");
    }

    #[test]
    fn what_stays_at_the_desk_is_not_told() {
        assert_eq!(told("notitie", &[("note.text", "Geheim")], Some(Outcome::Overleg)), "");
        let call = [("call.spoken", "ja"), ("call.with", "Kim"), ("call.report", "Geheim")];
        assert_eq!(told("bellen", &call, None), "");
    }
}
