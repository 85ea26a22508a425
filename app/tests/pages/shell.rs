//! What stands around every page.

use app::document::{Head, IslandFiles, Script, Top, render};
use app::house::Link;

use crate::props::site;

#[test]
fn the_browser_bundle_comes_only_with_an_island() {
    let with = |script, island: Option<IslandFiles>| {
        let mut site = site();
        site.assets.island = island;
        render(&site, Head { script, ..Head::unlisted("Stap 1", "/x") }, || "")
    };
    let files = || {
        Some(IslandFiles {
            boot: "/pkg/boot.js".into(),
            module: "/pkg/client.js".into(),
            wasm: "/pkg/client.wasm".into(),
        })
    };
    assert!(!with(Script::None, files()).contains("<script"));
    assert!(!with(Script::Wizard, None).contains("<script"), "a page works without a bundle");
    let page = with(Script::Wizard, files());
    for part in
        ["type=\"module\"", "src=\"/pkg/boot.js\"", "data-module=\"/pkg/client.js\"", "data-wasm=\"/pkg/client.wasm\""]
    {
        assert!(page.contains(part), "{part}");
    }
}

#[test]
fn what_is_typed_stays_even_where_it_looks_like_a_mark_of_the_renderer() {
    let typed = "voor <!> na";
    let page = render(&site(), Head::page(typed, typed, "/x"), || (typed, None::<&str>, typed));
    assert_eq!(page.matches("voor &lt;!&gt; na").count(), 6, "title and description, each for sharing too, text, text");
    assert!(!page.contains("<!>"));
}

#[test]
fn a_form_has_one_way_out_and_no_menu() {
    let head = Head { top: Top::Form(Some(Link::new("Opslaan", "/bewaren"))), ..Head::unlisted("Stap 1", "/x") };
    let page = render(&site(), head, || "");
    assert!(page.contains("href=\"/bewaren\"") && !page.contains("Hoofdmenu"));
}
