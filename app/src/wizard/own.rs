//! Ask once: keeping what a professional told of themselves on this device, and offering it in the next form.

use domain::form::Form;
use leptos::prelude::*;

use super::actions::{Rank, plain_button};
use crate::paths::Own;

/// What this device keeps of the person at the keyboard.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum OwnDetails {
    /// The form asks nothing of the kind, or it can't be kept now.
    None,
    /// Nothing yet: it can be kept.
    NotKept,
    /// It is kept.
    Kept,
}

/// The offer on the confirmation.
pub(super) fn keep_view(form: &'static Form, own: OwnDetails) -> AnyView {
    match own {
        OwnDetails::None => ().into_any(),
        OwnDetails::NotKept => view! {
            <section class="zvh-section" aria-labelledby="eigen-gegevens">
                <h2 class="nl-heading nl-heading--level-2" id="eigen-gegevens">"Vult u vaker iets in?"</h2>
                <p class="nl-paragraph">
                    "Wij kunnen uw naam, organisatie, functie en contactgegevens onthouden voor de volgende keer, alleen op dit apparaat en 90 dagen lang. \
                     Wij bewaren ze versleuteld. Doe dit niet op een computer die u deelt."
                </p>
                <form method="post" action=Own::Keep(form.slug).to_string()>
                    <div class="zvh-actions">{plain_button("Onthoud mijn gegevens op dit apparaat", Rank::Secondary)}</div>
                </form>
            </section>
        }
        .into_any(),
        OwnDetails::Kept => view! {
            <section class="zvh-section" aria-labelledby="eigen-gegevens">
                <h2 class="nl-heading nl-heading--level-2" id="eigen-gegevens">"Uw gegevens op dit apparaat"</h2>
                <p class="nl-paragraph">"Dit apparaat onthoudt uw naam, organisatie, functie en contactgegevens voor de volgende keer."</p>
                {forget_view()}
            </section>
        }
        .into_any(),
    }
}

/// The offer on the step that asks who you are.
pub(super) fn fill_view(form: &'static Form) -> impl IntoView {
    view! {
        <div class="zvh-warning">
            <p>"Dit apparaat onthoudt uw gegevens van de vorige keer. Wilt u ze hier invullen?"</p>
            <form method="post" action=Own::Fill(form.slug).to_string()>
                <div class="zvh-actions">{plain_button("Vul mijn gegevens in", Rank::Secondary)}</div>
            </form>
            {forget_view()}
        </div>
    }
}

fn forget_view() -> impl IntoView {
    view! {
        <form method="post" action=Own::Forget.to_string()>
            <div class="zvh-actions">{plain_button("Vergeet mijn gegevens", Rank::Subtle)}</div>
        </form>
    }
}
