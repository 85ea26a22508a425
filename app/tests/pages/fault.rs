//! The words that go wrong.

use std::collections::BTreeSet;

use app::pages::error::Cause;
use app::pages::{error, too_fast};

use crate::props::{site, waiting};

#[test]
fn every_fault_has_its_own_words_and_two_ways_on() {
    let titles: BTreeSet<_> = Cause::ALL.iter().map(|cause| cause.explanation().title).collect();
    assert_eq!(titles.len(), Cause::ALL.len());
    for cause in Cause::ALL {
        let said = cause.explanation();
        assert_ne!(said.first, said.other, "{cause:?}");
        let page = error::page(&site(), cause, "/x");
        assert!(page.contains(said.advice) && page.contains(&format!("Code {}", cause.status())), "{cause:?}");
        assert!(page.contains("tel:+31460000000"), "{cause:?} offers the telephone");
    }
}

#[test]
fn who_posts_too_fast_keeps_every_word_and_the_button() {
    let page = too_fast::page(&site(), waiting());
    assert!(page.contains("<title>Fout: ") && page.contains("wacht een minuut") && page.contains("tel:+31460000000"));
    assert!(page.contains("name=\"reason.now\" value=\"Hij zei: &quot;weg&quot; &amp; ging.\""), "{page}");
    assert!(page.contains("name=\"_versie\" value=\"3\"") && page.matches("name=\"_actie\"").count() == 1);
    assert!(page.contains("action=\"/aanmelden/regieteam/aanleiding\"") && page.contains("value=\"later\""));
}
