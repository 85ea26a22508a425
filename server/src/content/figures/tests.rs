//! A drawing comes in clean or not at all.

use std::fs;

use super::*;

const GOOD: &str = r##"<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20" width="40">
  <title>Weg</title><defs><marker id="arrow" viewBox="0 0 4 4"><path d="M0 0L4 2"/></marker></defs>
  <rect class="zvh-fig-fill" stroke="currentColor" width="9" height="9"/>
  <line marker-end="url(#arrow)"/>
  <use xlink:href="#arrow"/>
  <text x="1">Zorg &amp; straf <tspan>samen</tspan></text>
</svg>"##;

fn loaded(svg: &str) -> Result<Figures, Faults> {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("figures")).unwrap();
    fs::write(folder.path().join("figures/proef.svg"), svg).unwrap();
    load(folder.path())
}

#[test]
fn a_drawing_is_set_in_with_its_alternative_and_ids_of_its_own() {
    let html = loaded(GOOD).unwrap().drawing("proef", "Wat er \"staat\"").unwrap();
    for part in [
        "<svg viewBox=\"0 0 40 20\" role=\"img\" aria-label=\"Wat er &quot;staat&quot;\"",
        "<marker id=\"figuur-proef-arrow\"",
        "marker-end=\"url(#figuur-proef-arrow)\"",
        "<use href=\"#figuur-proef-arrow\">",
        "fill=\"currentColor\" stroke=\"none\">Zorg &amp; straf <tspan>samen</tspan></text>",
    ] {
        assert!(html.contains(part), "{part} is not in {html}");
    }
    assert!(!html.contains("Weg"), "a title would show beside the pointer: {html}");
    assert!(!html.contains("xmlns") && !html.contains("<?xml"), "{html}");
}

#[test]
fn what_could_do_harm_or_would_not_show_is_refused_with_its_line() {
    for (right, wrong, said, line) in [
        ("</text>", "", "not well-formed SVG", 8),
        (" viewBox=\"0 0 40 20\"", "", "no viewBox", 2),
        ("<line ", "<script>x()</script><line ", "<script> does not belong", 5),
        ("<line ", "<style>x{}</style><line ", "<style> does not belong", 5),
        ("<line ", "<foreignObject/><line ", "<foreignObject> does not belong", 5),
        ("<line ", "<image href=\"#a\"/><line ", "<image> does not belong", 5),
        ("<line ", "<a href=\"#a\"/><line ", "<a> does not belong", 5),
        ("<line ", "<animate/><line ", "<animate> does not belong", 5),
        ("<line ", "<line onclick=\"x()\" ", "onclick is a script", 5),
        ("<line ", "<line style=\"fill:red\" ", "a style attribute is dropped", 5),
        ("\"#arrow\"/>", "\"https://elders.example/a.svg#b\"/>", "lies outside the drawing", 6),
        ("url(#arrow)", "url(https://elders.example/#a)", "lies outside the drawing", 5),
        ("stroke=\"currentColor\"", "stroke=\"#123456\"", "the colour \"#123456\" is not the house's", 4),
        ("zvh-fig-fill", "mijn-kleur", "there is no class mijn-kleur", 4),
    ] {
        assert!(GOOD.contains(right), "{right}");
        let faults = loaded(&GOOD.replacen(right, wrong, 1)).err().expect(wrong);
        let fault = faults.iter().next().unwrap();
        assert!(fault.problem.contains(said), "expected {said:?}, got {fault}");
        assert_eq!(fault.line, Some(line), "{fault}");
    }
}
