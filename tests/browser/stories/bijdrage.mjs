// Cas Wijkverpleger knows Tessa too. Proef, who referred her (regieteam.mjs), asks Cas by mail to tell what Cas does and sees.

import { invitationTo } from "../follow.mjs";
import regieteam from "./regieteam.mjs";
import { contribution } from "./words.mjs";

const mailbox = "cas.wijkverpleger@thuiszorg.example";

/** By the link in a mail, for whoever has that mailbox. */
const invited = {
  address: (house) => invitationTo(house, regieteam, mailbox),
  hasStartPage: true,
  asksDanger: false,
  isInvited: true,
  answers: { _adres: mailbox },
};

const steps = [
  {
    step: "over-u",
    answers: {
      "contributor.organisation": "andere",
      "contributor.other_organisation": "Thuiszorg De Proef",
      "contributor.name": "Cas Wijkverpleger",
      "contributor.function": "wijkverpleegkundige Voorbeeldwijk",
      "contributor.email": mailbox,
      "contributor.phone": "046 477 87 95",
    },
  },
  {
    step: "uw-rol",
    answers: { "role.involvement": "behandelaar", "role.secrecy": "medisch", "role.basis": "hulpverlenerschap", "role.weighing": "Zonder mij weet niemand van de wond." },
  },
  {
    step: "uw-betrokkenheid",
    answers: {
      "involvement.since": "sinds het voorjaar",
      "involvement.status": "actief",
      "involvement.task": "Twee keer per week een wond verzorgen.",
      "involvement.strengths": "Doet altijd de deur open.",
      "involvement.concern": "enige",
      "involvement.worries": "Het huis wordt kouder en voller.",
      "involvement.needs": "Een vaste plek om de wond te verzorgen.",
    },
  },
  {
    step: "wat-de-betrokkene-weet",
    answers: {
      "knowing.person": "nee",
      "knowing.reason": "Ik zie haar pas volgende week weer.",
      "knowing.limits": "Liever niet naar de verhuurder.",
      "knowing.checked": "ja",
      "knowing.lawful": "ja",
    },
  },
];

export default {
  slug: "bijdrage",
  entry: invited,
  words: contribution,
  receipt: mailbox,
  promises: [],
  accepted: {},
  steps,
};
