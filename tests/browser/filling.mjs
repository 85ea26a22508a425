// Filling in a form, as data. A step of a story holds answers, or the rows of a group, or both; an answer is a text, a date, or a
// list of ticks. Names are the names of the fields in the form.

/** A date of three boxes; a part that is not known stays empty. */
export const date = (day, month, year) => ({ day: String(day), month: String(month), year: String(year) });

/** The step of that name of a story. */
export const stepOf = (story, name) => story.steps.find((step) => step.step === name);

/** Every answer of a story under its full name: `person.last_name`, `household.k2.age`. */
export function answersOf(story) {
  return Object.assign({}, ...story.steps.flatMap(({ answers = {}, group, rows = [] }) => [...rows.map((row, index) => rowAnswers(group, index, row)), answers]));
}

/** Whether an answer is words of a person's own, not a choice, a number, an address of mail, a postcode or the letter of a house. */
export const isWords = (answer) => typeof answer === "string" && answer.length > 1 && /[\p{Lu} ]/u.test(answer) && !/@/.test(answer) && (!/\d/.test(answer) || answer.endsWith("."));

/** The prefix of the names of the `index`th row of a group (from 0). */
export const rowPrefix = (group, index) => `${group.name}.k${index + 1}.`;

/** A row's answers under their full names. */
export function rowAnswers(group, index, row) {
  return Object.fromEntries(Object.entries(row).map(([name, answer]) => [rowPrefix(group, index) + name, answer]));
}

/** What a page posts for these answers: pairs of name and text. */
export function pairsOf(answers) {
  return Object.entries(answers).flatMap(([name, answer]) => {
    if (Array.isArray(answer)) return answer.map((tick) => [name, tick]);
    if (typeof answer === "object") return Object.entries(answer).map(([part, text]) => [`${name}.${part}`, text]);
    return [[name, answer]];
  });
}

/** What is kept of the answers of a story, by name: texts as typed, ticks under each other, dates as in ISO 8601, numbers as dialled from abroad. */
export function acceptedOf(story) {
  const kept = Object.entries(answersOf(story)).map(([name, answer]) => [name, story.accepted[name] ?? keptAs(answer)]);
  return Object.fromEntries(kept.filter(([, text]) => text !== ""));
}

function keptAs(answer) {
  if (Array.isArray(answer)) return answer.join("\n");
  if (/^0[\d ]{8,}$/.test(answer)) return answer.replaceAll(" ", "").replace(/^0(?!900)/, "+31");
  if (typeof answer !== "object") return answer;
  return [answer.year, answer.month, answer.day].filter(Boolean).map((part) => part.padStart(2, "0")).join("-");
}
