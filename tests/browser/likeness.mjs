// Whether two pages are the same to look at. Forms share steps, and a page is often the same with and without script: what is alike
// is looked at once.

/** All that a page is to look at, as one text: without what tells only which form it is of, and without what is typed in it. */
export function likenessOf(page) {
  return page.evaluate(() => {
    const main = document.querySelector("main").cloneNode(true);
    // The list of steps, the number of this one, the data for the island, the state of saving.
    main.querySelectorAll(".zvh-rail, .zvh-step-count, [type=hidden], [role=status], script").forEach((element) => element.remove());
    for (const element of [main, ...main.querySelectorAll("*")]) {
      for (const { name } of [...element.attributes]) if (/^data-(?!field|error)/.test(name)) element.removeAttribute(name);
      if (element.matches("input[type=text], input[type=email], input[type=tel]")) element.removeAttribute("value");
      if (element.matches("textarea")) element.textContent = "";
    }
    const chosen = [...document.querySelectorAll("main :is(:checked, :open)")].map((element) => element.id || element.value || element.textContent);
    const shown = [...document.querySelectorAll("main [data-field]")].filter((field) => field.checkVisibility()).map((field) => field.dataset.field);
    const [, slug] = /^\/aanmelden\/([^/]+)/.exec(location.pathname) ?? [];
    return JSON.stringify([main.outerHTML.replaceAll(`/aanmelden/${slug}/`, "/aanmelden/form/"), chosen, shown]);
  });
}
