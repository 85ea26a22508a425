//! The HTML shell around every page: head, header, main, footer. One entry: [`render`].

use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;

use crate::components::{PageFooter, PageHeader, SkipLink};
use crate::desk::frame::Bar;
use crate::house::{House, Link};

/// What is the same for every page of a running server.
#[derive(Clone, Debug)]
pub struct Site {
    /// The house it speaks for.
    pub house: House,
    /// The files of this build.
    pub assets: Assets,
    /// Scheme and host, without a slash at the end: `https://example.nl`. Canonical addresses start with it.
    pub origin: String,
}

/// Addresses of the files a page loads, as `manifest.json` of the build names them.
#[derive(Clone, Debug)]
pub struct Assets {
    /// `site.css`.
    pub stylesheet: String,
    /// `noto-sans-400.woff2`: the only font worth asking for early.
    pub font: String,
    /// `icon.svg`: the house's mark in the browser's tab.
    pub icon: String,
    /// The browser bundle of the wizard, when there is one.
    pub island: Option<IslandFiles>,
    /// `simulation.css`: the stylesheet of the simulation alone.
    pub simulation_style: Option<String>,
    /// The browser bundle of the simulation, when there is one.
    pub simulation: Option<IslandFiles>,
    /// `desk.css`: the stylesheet of the desk alone.
    pub desk_style: Option<String>,
    /// `desk.js`: the small script of the desk, for passkeys and for the end of a session.
    pub desk_script: Option<String>,
}

/// The files of a browser bundle.
#[derive(Clone, Debug)]
pub struct IslandFiles {
    /// The small script that loads the rest: `boot.js`.
    pub boot: String,
    /// The glue: `client.js`, `simulation.js`.
    pub module: String,
    /// The program: `client.wasm`, `simulation.wasm`.
    pub wasm: String,
}

/// What differs from page to page outside its main part.
#[derive(Clone, Debug)]
pub struct Head {
    /// Title of the page, without the name of the house.
    pub title: String,
    /// One or two sentences for search engines; none on pages that no search engine should show.
    pub description: Option<String>,
    /// Path of the page.
    pub path: String,
    /// May search engines show it?
    pub robots: Robots,
    /// What stands above the main part.
    pub top: Top,
    /// Does the page bring a browser bundle?
    pub script: Script,
    /// Stylesheets of this page alone, beside the site's.
    pub styles: Vec<String>,
    /// The address of the feed that tells of what is new here.
    pub feed: Option<&'static str>,
}

impl Head {
    /// An ordinary information page: listed, full header, no script.
    pub fn page(title: impl Into<String>, description: impl Into<String>, path: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            description: Some(description.into()),
            path: path.into(),
            robots: Robots::Index,
            top: Top::Site,
            script: Script::None,
            styles: Vec::new(),
            feed: None,
        }
    }

    /// A page that is about one moment or one person: not listed, full header, no script.
    pub fn unlisted(title: impl Into<String>, path: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            description: None,
            path: path.into(),
            robots: Robots::NoIndex,
            top: Top::Site,
            script: Script::None,
            styles: Vec::new(),
            feed: None,
        }
    }
}

/// May search engines show a page?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Robots {
    /// Yes.
    Index,
    /// No.
    NoIndex,
}

/// What stands above the main part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Top {
    /// The way through the whole site.
    Site,
    /// The mark and one way out: nothing distracts from a form.
    Form(Option<Link>),
    /// The way through the desk, and who is at it. No footer: that is for the public.
    Desk(Box<Bar>),
}

/// Does a page bring a browser bundle, and which?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// No script at all.
    None,
    /// That of the wizard.
    Wizard,
    /// That of the simulation.
    Simulation,
    /// That of the desk: one file, no bundle.
    Desk,
}

/// The whole document. `main` is called inside an owner of its own, so that nothing of a render outlives it.
pub fn render<V: IntoView>(site: &Site, head: Head, main: impl FnOnce() -> V) -> String {
    format!("<!DOCTYPE html>{}", part(|| document(site, head, main())))
}

/// A part of a page as HTML.
pub(crate) fn part<V: IntoView>(view: impl FnOnce() -> V) -> String {
    let owner = Owner::new();
    let html = owner.with(|| view().to_html());
    owner.cleanup();
    html.replace(PLACE, "")
}

/// The renderer marks places for hydration so. HTML has no such comment (WHATWG: incorrectly-opened-comment), and nobody needs
/// the marks: an island is one element without places. What a visitor typed is escaped and stays as it is.
const PLACE: &str = "<!>";

fn document(site: &Site, head: Head, main: impl IntoView) -> impl IntoView {
    let Site { house, assets, origin } = site.clone();
    let name = house.name();
    let title = format!("{} – {name}", head.title);
    let current = head.path.clone();
    let listed = head.robots == Robots::Index;
    let canonical = listed.then(|| format!("{origin}{}", head.path));
    let (bundle, script) = match head.script {
        Script::None => (None, None),
        Script::Wizard => (assets.island, None),
        Script::Simulation => (assets.simulation, None),
        Script::Desk => (None, assets.desk_script),
    };
    let footer = !matches!(head.top, Top::Desk(_));
    view! {
        <html lang="nl">
            <head>
                <meta charset="utf-8" />
                <title>{title}</title>
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                {head.description.clone().map(|text| view! { <meta name="description" content=text /> })}
                {canonical.map(|href| shared(head.title, head.description, name, href))}
                {head.feed.map(|href| view! { <link rel="alternate" type="application/atom+xml" href=href /> })}
                {(!listed).then(|| view! { <meta name="robots" content="noindex" /> })}
                <meta name="format-detection" content="telephone=no" />
                <link rel="icon" href=assets.icon type="image/svg+xml" />
                <link rel="preload" href=assets.font r#as="font" type="font/woff2" crossorigin="" />
                <link rel="stylesheet" href=assets.stylesheet />
                {head.styles.into_iter().map(|href| view! { <link rel="stylesheet" href=href /> }).collect_view()}
                {bundle
                    .map(|files| {
                        view! {
                            <link rel="modulepreload" href=files.module.clone() />
                            <script
                                type="module"
                                src=files.boot
                                id="boot"
                                data-module=files.module
                                data-wasm=files.wasm
                            ></script>
                        }
                    })}
                {script.map(|src| view! { <script type="module" src=src></script> })}
            </head>
            <body>
                <SkipLink />
                <PageHeader house=house.clone() current=current top=head.top />
                <main id="main" tabindex="-1">
                    {main}
                </main>
                {footer.then(|| view! { <PageFooter house=house /> })}
            </body>
        </html>
    }
}

/// Where a page is, and what it is called where somebody shares it (Open Graph protocol).
fn shared(title: String, description: Option<String>, house: String, href: String) -> impl IntoView {
    let known = [("og:type", Some("website".to_owned())), ("og:site_name", Some(house)), ("og:title", Some(title))];
    let properties = known
        .into_iter()
        .chain([("og:description", description)])
        .filter_map(|(name, content)| Some((name, content?)))
        .map(|(name, content)| view! { <meta {..custom_attribute("property", name)} content=content /> })
        .collect_view();
    view! {
        <link rel="canonical" href=href />
        {properties}
    }
}
