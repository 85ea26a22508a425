//! Asking back: the desk says what is not clear, and at which questions of the form; the sender answers just those
//! ([`crate::check::check_alone`]). What the sender says aloud instead, the desk writes down.

use serde::Deserialize;

use super::{WAYS, is_handled};
use crate::check::shape;
use crate::desk::act::{Act, Sheet};
use crate::desk::purposes::{HANDLING, TELLING};
use crate::desk::role::Right;
use crate::form::{DayRange, Field, Form, Heard, Kind, Options, Step, When, Words};
use crate::referral::Happening;

/// Asking the sender.
pub const ASK: Act = Act {
    form: &ASK_FORM,
    what: Happening::Asked,
    right: Right::Handle,
    verb: "Aanvulling vragen",
    fits: is_handled,
    told: &["ask.question", "ask.by"],
};

/// Writing down what the sender said.
pub const REPLY: Act = Act {
    form: &REPLY_FORM,
    what: Happening::Replied,
    right: Right::Handle,
    verb: "Aanvulling vastleggen",
    fits: is_handled,
    told: &[],
};

/// The names of the questions that the sender should answer again, of those that were ticked: what this form has, each once. They stand
/// beside the act's own form, for which there are depends on the referral.
pub fn questions<'a>(referral_form: &Form, ticked: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in ticked {
        if referral_form.field_at(name).is_some() && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

const ASK_FORM: Form = Sheet {
    slug: "aanvulling-vragen",
    title: "Aanvulling vragen",
    description: "Vraag de afzender om iets aan te vullen of uit te leggen.",
    words: &Words {
        noun: "vraag",
        begin: "Aanvulling vragen",
        send: "Aanvulling vragen",
        sent: "Uw vraag staat op de volgpagina",
    },
    hears: &[Heard::always(
        "De afzender leest uw vraag op de volgpagina. Moeten wij binnen twee weken laten weten hoe het verdergaat? Dan staat die termijn stil tot \
         het antwoord er is. Andere termijnen lopen door.",
    )],
    steps: &[ASK_STEP],
    whole: shape::<Asking>,
}
.form();

const ASK_STEP: Step = Step {
    slug: "vraag",
    title: "Wat wilt u van de afzender weten?",
    intro: &[],
    when: When::Always,
    section: "ask",
    accept: shape::<Ask>,
    parts: &[
        Field::new("ask.question", Kind::LongText, "Uw vraag aan de afzender", "uw vraag", &TELLING)
            .hint("Vraag alleen wat u nodig hebt. Schrijf zo dat de afzender meteen weet wat u bedoelt.")
            .why("De afzender leest deze tekst bij de vragen die u aankruist.")
            .part(),
        Field::new(
            "ask.by",
            Kind::Day(DayRange::Future),
            "Wanneer wilt u het antwoord uiterlijk hebben?",
            "de dag waarop u het antwoord wilt hebben",
            &TELLING,
        )
        .hint("Bijvoorbeeld: 1 12 2026. Komt het niet zo precies? Laat het dan leeg.")
        .why("Zo weet de afzender hoeveel haast er is.")
        .optional()
        .part(),
    ],
};

const REPLY_FORM: Form = Sheet {
    slug: "aanvulling-vastleggen",
    title: "Aanvulling vastleggen",
    description: "Leg vast wat de afzender op uw vraag antwoordde.",
    words: &Words {
        noun: "aanvulling",
        begin: "Aanvulling vastleggen",
        send: "Aanvulling vastleggen",
        sent: "De aanvulling is vastgelegd",
    },
    hears: &[Heard::always("De afzender ziet dat het antwoord er is. Stond een termijn stil? Die loopt dan weer.")],
    steps: &[REPLY_STEP],
    whole: shape::<Replying>,
}
.form();

const REPLY_STEP: Step = Step {
    slug: "antwoord",
    title: "Wat antwoordde de afzender?",
    intro: &[],
    when: When::Always,
    section: "reply",
    accept: shape::<Reply>,
    parts: &[
        Field::new(
            "reply.way",
            Kind::One(Options::Fixed(WAYS)),
            "Hoe kreeg u het antwoord?",
            "hoe u het antwoord kreeg",
            &HANDLING,
        )
        .why("Zo weten wij waar het antwoord vandaan komt.")
        .part(),
        Field::new("reply.text", Kind::LongText, "Het antwoord", "het antwoord van de afzender", &HANDLING)
            .hint("Schrijf op wat de afzender zei. Zet er geen eigen oordeel bij.")
            .why("Wie weegt en besluit, moet het antwoord kennen.")
            .part(),
    ],
};

/// A whole question back, as we accept it.
#[expect(missing_docs, reason = "the field is the section of the same name")]
#[derive(Deserialize)]
pub struct Asking {
    pub ask: Ask,
}

/// What we accept of a question back.
#[expect(missing_docs, reason = "each field is the question of the same name above")]
#[derive(Deserialize)]
pub struct Ask {
    pub question: String,
    pub by: Option<String>,
}

/// A whole reply, as we accept it.
#[expect(missing_docs, reason = "the field is the section of the same name")]
#[derive(Deserialize)]
pub struct Replying {
    pub reply: Reply,
}

/// What we accept of a reply.
#[expect(missing_docs, reason = "each field is the question of the same name above")]
#[derive(Deserialize)]
pub struct Reply {
    pub way: String,
    pub text: String,
}
