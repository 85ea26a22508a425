// How a form begins: what stands on its start page, and what is answered there.

/** A start page that first asks whether there is danger now. */
export const danger = { hasStartPage: true, asksDanger: true, answers: { _gevaar: "nee" } };

/** A start page with a button. */
export const plain = { hasStartPage: true, asksDanger: false, answers: {} };

/** The first step at once. */
export const open = { hasStartPage: false, asksDanger: false, answers: {} };
