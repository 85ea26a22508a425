// Every form has a story: a person who fills it in from the first page to the last. All gates of the wizard run for each of them.
//
// A story: `slug`, how it begins (`entry`), what the buttons say (`words`), who gets the receipt (`receipt`, null for nobody), what
// the confirmation promises (`promises`), the answers that are kept otherwise than they were typed (`accepted`), the `steps` as
// filling.mjs describes them; where it differs, the `house` where it happens, that nobody follows it (`isUnfollowed`), that its mail holds
// its follow code (`mailsItsCode`).

import { firstHouse } from "./house.mjs";
import adviesvraag from "./stories/adviesvraag.mjs";
import avgVerzoek from "./stories/avg-verzoek.mjs";
import bij from "./stories/bij.mjs";
import bijdrage from "./stories/bijdrage.mjs";
import centraleToegang from "./stories/centrale-toegang.mjs";
import contact from "./stories/contact.mjs";
import huisverbod from "./stories/huisverbod.mjs";
import kamer from "./stories/kamer.mjs";
import mda from "./stories/mda.mjs";
import nazorg from "./stories/nazorg.mjs";
import nieuwsbrief from "./stories/nieuwsbrief.mjs";
import regieteam from "./stories/regieteam.mjs";
import via from "./stories/via.mjs";
import werkbezoek from "./stories/werkbezoek.mjs";
import wvggz from "./stories/wvggz.mjs";

/** All stories, the longest forms first. */
export const stories = [
  regieteam,
  mda,
  centraleToegang,
  adviesvraag,
  wvggz,
  via,
  bij,
  nazorg,
  huisverbod,
  bijdrage,
  contact,
  avgVerzoek,
  werkbezoek,
  nieuwsbrief,
  kamer,
].map((story) => ({ house: firstHouse, ...story }));

/** The story that the deep cases are tried on: the longest form, with groups and every kind of question. */
export const deep = stories[0];
