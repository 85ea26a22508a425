//! A note for whoever goes on with it.

use serde::Deserialize;

use super::is_handled;
use crate::check::shape;
use crate::desk::act::{Act, Sheet};
use crate::desk::purposes::HANDLING;
use crate::desk::role::Right;
use crate::form::{Field, Form, Heard, Kind, Step, When, Words};
use crate::referral::Happening;

/// Writing a note.
pub const ACT: Act = Act {
    form: &FORM,
    what: Happening::Noted,
    right: Right::Handle,
    verb: "Notitie vastleggen",
    fits: is_handled,
    told: &[],
};

const FORM: Form = Sheet {
    slug: "notitie",
    title: "Notitie maken",
    description: "Schrijf iets op voor wie hiermee verdergaat.",
    words: &Words {
        noun: "notitie",
        begin: "Notitie maken",
        send: "Notitie vastleggen",
        sent: "De notitie is bewaard",
    },
    hears: &[Heard::always("Alleen medewerkers die dit mogen openen, lezen uw notitie.")],
    steps: &[STEP],
    whole: shape::<Noting>,
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

/// A whole note, as we accept it.
#[expect(missing_docs, reason = "the field is the section of the same name")]
#[derive(Deserialize)]
pub struct Noting {
    pub note: Note,
}

/// What we accept of a note.
#[expect(missing_docs, reason = "the field is the question of the same name above")]
#[derive(Deserialize)]
pub struct Note {
    pub text: String,
}
