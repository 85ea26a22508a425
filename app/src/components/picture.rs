//! A photograph or drawing of a file, with who made it and under which licence.

use leptos::prelude::*;

/// A picture. All of it is needed: a picture without alternative, maker or licence is not shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// Address of the file.
    pub src: String,
    /// Its width and height in pixels: the page keeps the room before it is there.
    pub size: PixelSize,
    /// What it shows, for who can't see it.
    pub alt: String,
    /// Who made it.
    pub credit: String,
    /// Under which licence we show it.
    pub licence: String,
}

/// Width and height in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PixelSize {
    /// From left to right.
    pub width: usize,
    /// From top to bottom.
    pub height: usize,
}

/// A picture with its credit line.
#[component]
pub fn Picture(
    /// The picture.
    image: Image,
) -> impl IntoView {
    let credit = format!("Beeld: {}. Licentie: {}.", image.credit, image.licence);
    view! {
        <figure class="zvh-figure">
            <img src=image.src alt=image.alt width=image.size.width height=image.size.height />
            <figcaption>{credit}</figcaption>
        </figure>
    }
}
