// The public pages of a house, found as a visitor finds them: by following links from the home page.

import assert from "node:assert/strict";

/** Every page that links lead to, those of a draft aside: `path`, `scripted`: it brings script. */
export async function publicPages(house) {
  const paths = ["/"];
  const pages = [];
  for (const path of paths) {
    const answer = await fetch(house.direct + path);
    assert.equal(answer.status, 200, `a link leads to ${path}`);
    // A document, a feed, a picture; a form without a start page, whose first step is the wizard's.
    if (answer.redirected || !answer.headers.get("content-type").startsWith("text/html")) {
      await answer.body.cancel();
      continue;
    }
    const html = await answer.text();
    // The week of the rooms leads straight into the form.
    if (html.includes('id="wizard"')) continue;
    pages.push({ path, scripted: /<script\b/.test(html) });
    for (const [, link] of html.matchAll(/<a\s[^>]*href="(\/[^"#?]*)/g)) if (!paths.includes(link)) paths.push(link);
  }
  return pages;
}
