//! The self-check.

use domain::forms::regieteam;

use crate::props::{self_check_page, tidy};

#[test]
fn the_self_check_shows_at_first_no_advice_and_then_what_the_answers_say() {
    let advice = |page: &str| {
        let (_, advice) = page.split_once("id=\"advies\"").unwrap();
        let boxes = advice.split("<div hidden").flat_map(|part| part.split("<div data-reveal").skip(1));
        tidy(&boxes.collect::<String>())
    };
    let waiting = "Er is nog geen advies.";
    let page = self_check_page(&[], &[]);
    assert!(advice(&page).contains(waiting) && !advice(&page).contains("Bel eerst 112"), "{}", advice(&page));
    assert!(!page.contains(" checked") && !page.contains("noindex"));

    let page = self_check_page(&[("check.danger", "ja"), ("check.partner", "ja"), ("check.chains", "ja")], &[]);
    let shown = advice(&page);
    assert!(!shown.contains(waiting), "{shown}");
    let (danger, fits) = (shown.find("Bel eerst 112").unwrap(), shown.find("Het Regieteam past").unwrap());
    assert!(danger < fits, "danger first: {shown}");
    assert_eq!(page.matches(" checked").count(), 3);
    assert!(page.contains("noindex"), "the answers of one person are no page for all");
    assert!(page.contains("href=\"/aanmelden/zelfcheck/voorwaarden.css\""));
}

#[test]
fn an_advice_leads_to_the_form_where_the_house_has_it_and_else_to_its_telephone() {
    let answers = [("check.partner", "ja"), ("check.domains", "ja")];
    let start = "<a href=\"/aanmelden/regieteam\" class=\"nl-link\">";
    assert!(self_check_page(&answers, &[&regieteam::FORM]).contains(start));
    let page = self_check_page(&answers, &[]);
    assert!(!page.contains(start) && page.contains("Bel ons: 046 - 000 00 00"), "{page}");
}
