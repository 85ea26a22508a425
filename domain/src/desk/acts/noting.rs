//! A note for whoever handles the referral next.

use serde::Deserialize;

use crate::check::shape;
use crate::desk::act::{Act, Sheet};
use crate::desk::purposes::HANDLING;
use crate::desk::role::Right;
use crate::form::{Field, Form, Heard, Kind, Step, When, Words};
use crate::referral::Happening;

pub(in crate::desk) const ACT: Act = Act {
    form: &FORM,
    what: Happening::Noted,
    right: Right::Handle,
    verb: "Notitie bewaren",
    fits: |_| true,
    told: &[],
};

const FORM: Form = Sheet {
    slug: "notitie",
    title: "Notitie maken",
    description: "Schrijf iets op voor wie hier verder mee gaat.",
    words: &Words { noun: "notitie", begin: "Notitie maken", send: "Notitie bewaren", sent: "De notitie is bewaard" },
    hears: &[Heard::always("Alleen medewerkers die dit mogen openen, lezen uw notitie. De afzender leest haar niet.")],
    steps: &[STEP],
    whole: shape::<Whole>,
}
.form();

const STEP: Step = Step {
    slug: "notitie",
    title: "Wat wilt u vastleggen?",
    intro: &[],
    when: When::Always,
    section: "note",
    accept: shape::<Note>,
    parts: &[Field::new("note.text", Kind::LongText, "Uw notitie", "uw notitie", &HANDLING)
        .hint("Schrijf alleen op wat nodig is om verder te kunnen. Houd feiten en meningen uit elkaar.")
        .why("Zo weet een collega wat er speelt.")
        .part()],
};

/// What we accept of a note.
#[derive(Deserialize)]
struct Note {
    #[expect(dead_code, reason = "its shape is what counts")]
    text: String,
}

#[derive(Deserialize)]
struct Whole {
    #[expect(dead_code, reason = "its shape is what counts")]
    note: Note,
}
