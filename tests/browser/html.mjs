// Valid HTML: which rules, and what breaks them.

import { HtmlValidate, StaticConfigLoader } from "html-validate";

/** The rules, and every exception with its reason. */
const rules = {
  root: true,
  elements: ["html5"],
  extends: ["html-validate:recommended", "html-validate:a11y", "html-validate:document"],
  rules: {
    // The renderer writes `crossorigin=""`, which HTML holds equal to `crossorigin`.
    "attribute-empty-style": "off",
    // The boxes of a question share its name with a hidden empty answer, so that none ticked is an answer too.
    "form-dup-name": "off",
    // The name of the house stands behind the name of each page, and has 46 letters by itself.
    "long-title": ["error", { maxlength: 110 }],
    // All files come from our own origin, by the security rules; a hash is for files from elsewhere.
    "require-sri": ["error", { target: "crossorigin" }],
    // The style sheet keeps a number on one line; other characters in it would not be found, nor dialled when copied.
    "tel-non-breaking": "off",
    // HTML allows any id without blanks; the wizard's own fields begin with `_`, so that no answer can bear their name.
    "valid-id": ["error", { relaxed: true }],
  },
};
/** The summary of errors (h2) stands above the h1 of a page with a form, as in the design systems of GOV.UK and NL. */
const rulesOfForms = { ...rules, rules: { ...rules.rules, "heading-level": ["error", { minInitialRank: "h2" }] } };

const page = new HtmlValidate(new StaticConfigLoader(rules));
const form = new HtmlValidate(new StaticConfigLoader(rulesOfForms));

/** What is not valid in a document as the server sends it. */
export async function htmlFaults(html) {
  const judge = /<form\b/.test(html) && html.includes('id="fouten"') ? form : page;
  const { results } = await judge.validateString(html);
  return results.flatMap(({ messages }) => messages).map(({ ruleId, message, selector }) => `${ruleId}: ${message} at ${selector}`);
}
