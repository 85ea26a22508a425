// What makes a page hard to read, found in the page itself. Each gives its finds as lines; none means good.

/** The words that are in view, blanks aside: white space differs with every way to lay a page out. */
export const textOf = (page) => page.locator("body").innerText().then((text) => text.replaceAll(/\s+/g, "").toLowerCase());

/**
 * Takes all style sheets away. `only`: finds what the sheets may keep from view, because without them it must show; that is taken out,
 * so that what is left can be compared. Gives what came into view so, and what did not (`stuck`).
 */
export const undress = (page, only = ":not(*)") =>
  page.evaluate((only) => {
    const unshown = [...document.querySelectorAll(only)].filter((element) => !element.checkVisibility());
    document.adoptedStyleSheets = [];
    for (const sheet of document.styleSheets) sheet.disabled = true;
    const stuck = unshown.filter((element) => !element.checkVisibility()).map((element) => element.outerHTML.slice(0, 160));
    unshown.forEach((element) => element.remove());
    return { shown: unshown.length - stuck.length, stuck };
  }, only);

/** Opens all that is folded. */
export const openAll = (page) => page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));

/** What makes the page scroll sideways or is cut off; a part that scrolls by itself must have a name and take the focus. */
export const tooWide = (page) =>
  page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const told = (why, element) => `${why}: ${element.outerHTML.slice(0, 160)}`;
    const style = (element) => getComputedStyle(element).overflowX;
    const all = [...document.querySelectorAll("body *")].filter((element) => element.checkVisibility() && !element.closest(".zvh-visually-hidden, svg"));
    const found = [];
    for (const element of all) {
      // What is typed scrolls in its field, with the cursor.
      if (element.scrollWidth <= element.clientWidth + 1 || element.matches("input, select, textarea")) continue;
      if (["auto", "scroll"].includes(style(element)) && !element.matches("[tabindex='0']:is([aria-label], [aria-labelledby])"))
        found.push(told("scrolls, with no name or no focus", element));
      if (["hidden", "clip"].includes(style(element))) found.push(told("cut off", element));
    }
    if (document.documentElement.scrollWidth > room) {
      const end = (element) => Math.max(element.getBoundingClientRect().right, element.getBoundingClientRect().left + element.scrollWidth);
      const wide = all.filter((element) => end(element) > room + 1);
      const deepest = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
      const widest = deepest.sort((one, other) => end(other) - end(one)).slice(0, 3);
      found.push(`${document.documentElement.scrollWidth} px in ${room} px`, ...widest.map((element) => told("sticks out", element)));
    }
    return found;
  });

/** What stays in view while the page scrolls and leaves less than two thirds of it. */
export const stuckOver = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((element) => ["fixed", "sticky"].includes(getComputedStyle(element).position) && element.checkVisibility())
      .filter((element) => element.getBoundingClientRect().height > innerHeight / 3)
      .map((element) => element.outerHTML.slice(0, 160)),
  );

/** Buttons and fields without a line around them. */
export const lostBorders = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("button, .nl-button, input:not([type=hidden]), select, textarea")]
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        const { borderTopStyle, borderTopWidth } = getComputedStyle(element);
        return borderTopStyle === "none" || parseFloat(borderTopWidth) < 1;
      })
      .map((element) => element.outerHTML.slice(0, 160)),
  );

/** What takes the focus and shows no outline: in forced colours no shadow and no background is left to show it. */
export const ringless = (page) =>
  page.evaluate(() => {
    const reachable = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")];
    return reachable
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        element.focus({ focusVisible: true, preventScroll: true });
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return document.activeElement === element && (outlineStyle === "none" || parseFloat(outlineWidth) < 2);
      })
      .map((element) => element.outerHTML.slice(0, 160));
  });

/**
 * What is shown above or left of the thing that is written before it. What lies over the page has no place in its order: absolute,
 * fixed, or a float that sticks to the edge of the window while the page scrolls under it.
 */
export const reordered = (page) =>
  page.evaluate(() => {
    const isLoose = ({ position, cssFloat }) => ["absolute", "fixed"].includes(position) || (position === "sticky" && cssFloat !== "none");
    const inFlow = (element) => element.checkVisibility() && !isLoose(getComputedStyle(element)) && !element.closest("svg");
    const isBefore = (one, other) => one.bottom <= other.top || (one.right <= other.left && one.top < other.bottom && other.top < one.bottom);
    const boxes = [...document.querySelectorAll("body *")].filter(inFlow).map((element) => ({ element, box: element.getBoundingClientRect() }));
    const last = new Map();
    const found = [];
    for (const { element, box } of boxes.filter(({ box }) => box.width > 1 && box.height > 1)) {
      const written = last.get(element.parentNode);
      if (written && isBefore(box, written)) found.push(element.outerHTML.slice(0, 160));
      last.set(element.parentNode, box);
    }
    return found;
  });

/** What stands in the main part before its h1: another heading. */
export const lateHeading = (page) =>
  page.evaluate(() => {
    const first = document.querySelector("main").querySelector("h1, h2, h3, h4, h5, h6");
    return first?.nodeName === "H1" || first?.id === "fouten-kop" ? [] : [`the main part begins with ${first?.outerHTML ?? "no heading"}`];
  });

/** What only makes sense on a screen and is in view all the same. */
export const onScreenOnly = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("nav, button, [role=search], a[href='#main'], video")]
      .filter((element) => element.checkVisibility())
      .map((element) => element.outerHTML.slice(0, 160)),
  );

/** The lines of text of the main part that are in view. */
export const linesOf = (page) =>
  page.locator("main").innerText().then((text) => text.split(/[\n\t]/).map((line) => line.trim()).filter(Boolean));
