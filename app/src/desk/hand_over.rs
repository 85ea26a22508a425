//! Words around the copy that goes with a hand-over.

use domain::form::Form;

/// The link that fetches it: "Kopie ophalen (PDF)".
pub fn fetch(format: &str) -> String {
    format!("Kopie ophalen ({}), kan tot een kwartier na de overdracht", format.to_uppercase())
}

/// Its title: "Overdracht van een aanmelding".
pub fn title(form: &Form) -> String {
    format!("Overdracht van een {}", form.words.noun)
}

/// What stands above the answers: label and value.
pub fn lines(form: &Form, reference: &str, received: &str) -> [(&'static str, String); 4] {
    let later = "Zoals eerst verstuurd. Latere aanvullingen en bijdragen staan hier niet in.";
    [
        ("Referentie", reference.to_owned()),
        ("Formulier", form.title.to_owned()),
        ("Ontvangen", received.to_owned()),
        ("Inhoud", later.to_owned()),
    ]
}
