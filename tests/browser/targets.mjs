// How large a thing must be to be hit: 24 px at least (WCAG 2.5.8), buttons and rows of a choice 44 px (2.5.5, and our own rule).

/** The targets of a page that are too small, each with its size. Links within a sentence are free, as WCAG says. */
export function smallTargets(page) {
  return page.evaluate(() => {
    const large = ["button", "a.nl-button", ".zvh-choice", "summary", "select", "input[type=text]", "textarea"].join();
    const inRow = (element) => element.closest(".zvh-choice") && !element.matches(".zvh-choice");
    const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest("[hidden]");
    const inSentence = (link) => {
      const around = link.closest("p, li, dd, td, address, label, figcaption, summary");
      const words = around ? around.innerText.replace(link.innerText, "").trim() : "";
      return getComputedStyle(link).display === "inline" && words.length > 0;
    };
    const size = (element) => {
      const { width, height } = element.getBoundingClientRect();
      return { width: Math.round(width * 10) / 10, height: Math.round(height * 10) / 10 };
    };
    const told = (element, { width, height }, least) => `${width} × ${height} px (least ${least}): ${element.outerHTML.slice(0, 140)}`;
    const found = [];
    for (const element of document.querySelectorAll(`a[href], input:not([type=hidden]), ${large}`)) {
      if (!seen(element) || inRow(element) || element.matches(".zvh-visually-hidden, .zvh-skip-link, .utrecht-skip-link")) continue;
      if (element.matches("a[href]:not(.nl-button)") && inSentence(element)) continue;
      const least = element.matches(large) ? 44 : 24;
      const box = size(element);
      if (box.height < least || box.width < 24) found.push(told(element, box, least));
    }
    return found;
  });
}
