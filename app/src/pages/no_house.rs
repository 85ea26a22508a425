//! What someone reads who reached this server by a name that none of its houses has. It has no house to speak for, so no
//! header, no footer and no style of one.

use leptos::prelude::*;

use crate::document::part;
use crate::house::Link;

/// The whole document; `houses` are the names and addresses of those that are here.
pub fn page(houses: Vec<Link>) -> String {
    format!("<!DOCTYPE html>{}", part(|| document(houses)))
}

fn document(houses: Vec<Link>) -> impl IntoView {
    let items = houses.into_iter().map(|house| {
        view! {
            <li>
                <a href=house.href>{house.label}</a>
            </li>
        }
    });
    view! {
        <html lang="nl">
            <head>
                <meta charset="utf-8" />
                <title>"Welk huis zoekt u?"</title>
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="robots" content="noindex" />
            </head>
            <body>
                <main>
                    <h1>"Welk huis zoekt u?"</h1>
                    <p>"Op dit adres is geen Zorg- en Veiligheidshuis. Kies het huis dat u zoekt:"</p>
                    <ul>{items.collect_view()}</ul>
                    <p>"Is er nu gevaar? Bel 112."</p>
                </main>
            </body>
        </html>
    }
}
