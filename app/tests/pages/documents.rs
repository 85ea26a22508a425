//! Documents.

use app::pages::documents;
use app::pages::documents::{Document, DocumentPlace, DocumentStatus};

use crate::props::{day, document, site, tidy};

#[test]
fn documents_tell_what_they_are_worth_and_what_is_missing() {
    let today = day(2026, 11, 21);
    let page = documents::page(&site(), &[document()], today);
    let words = tidy(&page);
    assert!(words.contains("Versie 2 · 1 maart 2025 · PDF, 1,2 MB"), "{words}");
    assert!(words.contains("Status: wordt aangepast. Dit document klopt nog niet helemaal met de wet."), "{words}");
    assert!(words.contains("Er staat nog geen jaarverslag") && words.contains("Er staan geen criteria"), "{words}");
    assert!(!words.contains("opnieuw moeten controleren") && !words.contains("Regelingen"));

    let missing = Document { place: DocumentPlace::Nowhere, status: DocumentStatus::Ontbreekt, ..document() };
    let words = tidy(&documents::page(&site(), &[missing], day(2027, 3, 2)));
    assert!(words.contains("Status: ontbreekt. Het staat nog niet op deze website. Wilt u het lezen? Bel"), "{words}");
    assert!(words.contains("Wij hadden dit uiterlijk op 1 maart 2027 opnieuw moeten controleren."), "{words}");
}
