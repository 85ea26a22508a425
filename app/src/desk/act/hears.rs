//! Right above the button of an act: who hears what of it, and what nobody did yet.

use domain::desk::is_weighed;
use domain::desk::reach::News;
use domain::form::Ask;
use domain::referral::Happening;
use leptos::prelude::*;

use super::Acting;
use crate::desk::note::{Tone, note};
use crate::desk::referral::Case;

/// Who hears what of it.
pub(super) fn hears_view(acting: &Acting) -> impl IntoView + use<> {
    let filling = &acting.filling;
    let ask = Ask { answers: &filling.walk.applies, row: "", context: &filling.context };
    let hears = acting.act.form.hears.iter().filter(|heard| heard.when.holds(ask)).map(|heard| heard.text);
    let speaks = !acting.act.told.is_empty();
    let news = speaks.then_some(match acting.case.reach.news {
        News::Mailed => "De afzender krijgt een mail. Daarin staat alleen dat er nieuws is.",
        News::Called => "De afzender gaf geen e-mailadres en krijgt geen mail. Bel dat er nieuws is.",
        News::Looks => {
            "U kunt de afzender niet bellen of mailen. De afzender leest dit alleen als die zelf met de volgcode gaat kijken."
        }
    });
    hears.chain(news).map(|text| view! { <p class="zvh-desk-quiet">{text}</p> }).collect_view()
}

/// What nobody did yet before a decision, where its law leaves that to the house: it stops nobody.
pub(super) fn unweighed_view(acting: &Acting) -> impl IntoView + use<> {
    let Case { facts, criteria, advices, .. } = &acting.case;
    let regime = facts.form.regime;
    let is_free = is_weighed(facts.form) && !regime.judged_first() && !regime.four_eyes();
    let text = match (criteria.is_empty(), advices.is_empty()) {
        (true, true) => "Nog niemand beoordeelde de criteria of gaf advies. U kunt toch een besluit nemen.",
        (true, false) => "Nog niemand beoordeelde de criteria. U kunt toch een besluit nemen.",
        (false, true) => "Nog niemand gaf advies. U kunt toch een besluit nemen.",
        (false, false) => return None,
    };
    (acting.act.what == Happening::Decided && is_free)
        .then(|| note(Tone::Know, "Goed om te weten", view! { <p>{text}</p> }))
}
