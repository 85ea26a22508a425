//! A post, or a try of a code, came too soon after others. What was typed stays in the page, ready to be sent again; a secret does not.

use leptos::prelude::*;

use crate::document::{Head, Site, render};
use crate::house::House;
use crate::paths::posted;
use crate::wizard::actions::{Rank, button};

const TITLE: &str = "Wacht even en probeer het dan opnieuw";

/// What has to wait.
#[derive(Clone)]
pub struct Waiting {
    /// Where to go on.
    pub path: String,
    /// How.
    pub again: Again,
    /// Seconds until there is room again.
    pub seconds: u32,
}

/// How someone tries again.
#[derive(Clone)]
pub enum Again {
    /// By the same post.
    ByPost {
        /// The button that was pressed.
        action: String,
        /// All that was posted, in its order.
        pairs: Vec<(String, String)>,
    },
    /// By opening a page: what was posted may be a secret, which no page may hold.
    ByLink,
}

/// The whole document.
pub fn page(site: &Site, waiting: Waiting) -> String {
    let house = site.house.clone();
    let head = Head::unlisted(format!("Fout: {TITLE}"), waiting.path.clone());
    render(site, head, || view(&house, waiting))
}

fn view(house: &House, waiting: Waiting) -> impl IntoView {
    let wait = written(waiting.seconds);
    let what_to_do = match waiting.again {
        Again::ByPost { .. } => format!(
            "Wat u invulde, is niet weg: het staat nog in deze pagina. Laat de pagina open, wacht {wait} en kies dan 'Probeer opnieuw'."
        ),
        Again::ByLink => format!(
            "Wacht {wait} en kies dan 'Probeer opnieuw'. Vulde u een code of iets anders in? Vul het dan nog een keer in: wij bewaren het hier niet."
        ),
    };
    view! {
        <div class="zvh-frame zvh-narrow">
            <div class="zvh-error-summary" id="fouten" tabindex="-1" autofocus=true role="group" aria-labelledby="kop">
                <h1 class="nl-heading nl-heading--level-2" id="kop">{TITLE}</h1>
                <p>"Van uw computer of uw netwerk kwam in korte tijd veel binnen. Dat remmen wij af om misbruik te voorkomen."</p>
                <p>{what_to_do}</p>
            </div>
            {again_view(waiting.path, waiting.again)}
            <p class="nl-paragraph">
                "Lukt het niet? Bel "<a class="nl-link" href=house.phone.href()>{house.phone.shown.clone()}</a>"."
            </p>
        </div>
    }
}

/// Everything that was posted goes along hidden, so that trying again posts exactly the same.
fn again_view(path: String, again: Again) -> impl IntoView {
    const AGAIN: &str = "Probeer opnieuw";
    match again {
        Again::ByPost { action, pairs } => {
            let kept = pairs.into_iter().filter(|(name, _)| name != posted::ACTION);
            let kept = kept.map(|(name, text)| view! { <input type="hidden" name=name value=text /> }).collect_view();
            view! {
                <form class="zvh-form" id="formulier" method="post" action=path novalidate=true>
                    {kept}
                    <div class="zvh-actions">{button(action, AGAIN, Rank::Primary)}</div>
                </form>
            }
            .into_any()
        }
        Again::ByLink => view! {
            <div class="zvh-actions">
                <a class="nl-button nl-button--primary" href=path><span class="nl-button__label">{AGAIN}</span></a>
            </div>
        }
        .into_any(),
    }
}

/// "een paar seconden", "een minuut", "5 minuten"
fn written(seconds: u32) -> String {
    match seconds {
        0..=10 => "een paar seconden".to_owned(),
        11..=60 => "een minuut".to_owned(),
        more => format!("{} minuten", more.div_ceil(60)),
    }
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn a_wait_is_told_as_people_tell_it_and_never_too_short() {
        for (seconds, expected) in [
            (1, "een paar seconden"),
            (10, "een paar seconden"),
            (11, "een minuut"),
            (60, "een minuut"),
            (61, "2 minuten"),
            (3600, "60 minuten"),
        ] {
            assert_eq!(written(seconds), expected);
        }
    }
}
