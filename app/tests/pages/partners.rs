//! Partners.

use app::pages::partners;
use app::pages::partners::Partner;
use domain::context::ParticipantKind;

use crate::props::{partner, site, tidy};

#[test]
fn partners_of_one_kind_stand_alone_and_their_page_is_that_of_all() {
    let other =
        Partner { id: "politie".into(), name: "Politie".into(), kind: ParticipantKind::VasteOverheid, ..partner() };
    let shown = |kind| partners::page(&site(), &[partner(), other.clone()], kind);
    let all = shown(None);
    assert!(all.contains("Mozaïk") && all.contains("Politie") && all.contains("Ook bekend als De Mozaïek."));
    let page = shown(Some(ParticipantKind::VastePrivaat));
    assert!(page.contains("Mozaïk") && !page.contains("Politie"));
    assert!(page.contains("<link rel=\"canonical\" href=\"https://huis.example/partners\">"));
    assert!(tidy(&page).contains("Vaste private deelnemers (1)"));
}
