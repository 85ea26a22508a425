// How a form begins: at which address, what is answered there before the first step.

const atItsAddress = (_house, { slug }) => `/aanmelden/${slug}`;

/** A start page that first asks whether there is danger now. */
export const danger = { address: atItsAddress, hasStartPage: true, asksDanger: true, answers: { _gevaar: "nee" } };

/** A start page with a button. */
export const plain = { address: atItsAddress, hasStartPage: true, asksDanger: false, answers: {} };

/** The first step at once. */
export const open = { address: atItsAddress, hasStartPage: false, asksDanger: false, answers: {} };
