//! An answer as its receiver will see it, before it goes: the same HTML as on the follow page.

use leptos::prelude::*;

use super::{Acting, Tick};
use crate::follow;
use crate::paths::{Desk, action, posted};
use crate::wizard::actions::{Rank, button};
use crate::wizard::frame::version_field;

pub(super) fn look_view(acting: &Acting, told: follow::Told) -> impl IntoView + use<> {
    let slug = acting.act.form.slug;
    let typed = acting.filling.answers.iter().map(|(name, value)| {
        view! { <input type="hidden" name=name.to_owned() value=value.to_owned() /> }
    });
    let typed = typed.collect_view();
    let asked = acting.ask_back.iter().flat_map(|ask| &ask.steps).flat_map(|step| &step.questions);
    let asked = asked.filter(|question| question.tick == Tick::On).map(|question| {
        view! { <input type="hidden" name=posted::QUESTION value=question.name.clone() /> }
    });
    let asked = asked.collect_view();
    view! {
        <section class="zvh-desk-act" aria-labelledby="zo">
            <h2 class="nl-heading nl-heading--level-2" id="zo">"Zo ziet de afzender het"</h2>
            <p class="zvh-desk-quiet">"Er is nog niets verstuurd. Na ‘Versturen’ kunt u niets meer wijzigen."</p>
            <ol class="zvh-desk-preview">{follow::told_view(told)}</ol>
            <form class="zvh-form" id="formulier" method="post" action=Desk::Act(&acting.case.facts.reference, slug).to_string() data-unsent="">
                {version_field(&acting.filling)}
                {typed}{asked}
                <div class="zvh-actions">
                    {button(action::NEXT, "Versturen", Rank::Primary)}
                    {button(action::PREVIOUS, "Wijzigen", Rank::Secondary)}
                </div>
            </form>
        </section>
    }
}
