//! What an act tells the sender, as the sender reads it: the labels of its questions speak to who works at the desk.

use super::act::Act;
use super::outcome::Outcome;
use crate::summary::Section;

/// The text of an act for the sender, of its answers as they are shown: paragraphs with an empty line between them. An answer begins
/// with what was decided; nothing where the act tells nothing.
pub fn text(act: &Act, shown: &[Section], decided: Option<Outcome>) -> String {
    let lines = || shown.iter().flat_map(|section| &section.blocks).flat_map(|block| &block.lines);
    let value = |name: &str| lines().find(|line| line.name == name).map_or("", |line| line.value.as_str());
    let told = act.told.iter().filter(|name| !super::acts::OUTCOMES.contains(name)).filter_map(|name| {
        let value = value(name);
        (!value.is_empty()).then(|| format!("{}{value}", before(name)))
    });
    let decided = decided.filter(|_| !act.told.is_empty()).map(|outcome| outcome.public().to_owned());
    decided.into_iter().chain(told).collect::<Vec<_>>().join("\n\n")
}

/// What stands before an answer.
fn before(name: &str) -> &'static str {
    match name {
        "ask.by" => "Graag uiterlijk: ",
        "answer.advice_text" => "Ons advies: ",
        "answer.advice_contact" => "Hier kunt u terecht: ",
        "answer.advice_review_on" => "Kijk terug op: ",
        "data_answer.reason" => "Waarom: ",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::Answers;
    use crate::check::tests::tiny::context;
    use crate::desk::act;
    use crate::summary::summary;

    fn told(slug: &str, typed: &[(&str, &str)], decided: Option<Outcome>) -> String {
        let act = act::find(slug).unwrap();
        let pairs = typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        text(act, &summary(act.form, &Answers::from_pairs(pairs), &context()), decided)
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
    fn what_stays_at_the_desk_is_not_told() {
        assert_eq!(told("notitie", &[("note.text", "Geheim")], Some(Outcome::Overleg)), "");
        let call = [("call.spoken", "ja"), ("call.with", "Kim"), ("call.report", "Geheim")];
        assert_eq!(told("bellen", &call, None), "");
    }
}
