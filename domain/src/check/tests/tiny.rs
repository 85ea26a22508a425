//! A form with one question of every kind, small enough to keep in one's head.

use chrono::NaiveDate;
use serde::Deserialize;
use validator::{Validate, ValidationError};

use crate::answers::Answers;
use crate::check::{accept, shape};
use crate::context::{Context, Municipality, Neighbour, ParticipantKind, Partner, Room};
use crate::form::{
    Choice, DayRange, Effect, Entry, Exit, Field, Form, Group, Kind, Least, Options, Part, Purpose, Step, When, Width,
    Words,
};
use crate::regime::Regime;
use crate::retention::Retention;

const PURPOSE: Purpose =
    Purpose { category: "Proef", ground: "Proef.", seen_by: "Niemand.", kept: Retention::Referral };

const fn ask(name: &'static str, kind: Kind) -> Field {
    Field::new(name, kind, name, name, &PURPOSE)
}

const AB: &[Choice] = &[Choice::new("a", "Keuze A"), Choice::new("b", "Keuze B")];
const XYZ: &[Choice] = &[Choice::new("x", "Iks"), Choice::new("y", "Ei"), Choice::new("z", "Zet")];
const OTHER: &[Choice] = &[Choice::new("andere", "Andere")];
const SELF: &[Choice] = &[Choice::new("zelf", "De persoon zelf")];

/// Everything is optional but `me.kind`, the names of rows and what only applies under a condition.
pub(crate) const TINY: Form = Form {
    slug: "klein",
    version: 1,
    changes: &[],
    title: "Klein",
    description: "Klein.",
    name: "het kleine",
    words: &Words::REFERRAL,
    entry: Entry::Danger,
    exit: Exit::Usual,
    regime: Regime::Regieteam,
    promises: &[],
    receipt_to: None,
    hears: &[],
    effect: Effect::Sealed,
    steps: &[ME, PEOPLE, EXTRA, LAST],
    whole: shape::<Whole>,
    across: accept::<Whole>,
};

const ME: Step = Step {
    slug: "ik",
    title: "Ik",
    intro: &[],
    when: When::Always,
    section: "me",
    accept: accept::<Me>,
    parts: &[
        Part::heading("Kop"),
        ask("me.kind", Kind::One(Options::Fixed(AB))).part(),
        ask("me.detail", Kind::Text(Width::Wide)).when(When::Is("me.kind", &["a"])).optional().part(),
        ask("me.deep", Kind::Text(Width::Wide)).when(When::Filled("me.detail")).part(),
        ask("me.many", Kind::Many(Options::Fixed(XYZ))).optional().part(),
        Part::notice("me.one_tick", When::Ticks("me.many", 1), "Eén vinkje."),
        ask("me.partner", Kind::One(Options::Partners(OTHER))).optional().part(),
        Part::notice("me.may_not", When::MayNotRefer("me.partner"), "Mag niet."),
        ask("me.place", Kind::One(Options::Municipalities(OTHER))).optional().part(),
        ask("me.story", Kind::LongText).optional().part(),
        ask("me.work", Kind::WorkEmail).optional().part(),
        ask("me.mail", Kind::Email).optional().part(),
        ask("me.office", Kind::OfficePhone).optional().part(),
        ask("me.phone", Kind::PersonPhone).optional().part(),
        ask("me.bsn", Kind::Bsn).optional().part(),
        ask("me.postcode", Kind::Postcode).optional().part(),
        ask("me.house_number", Kind::HouseNumber).optional().part(),
        ask("me.addition", Kind::Addition).optional().part(),
        ask("me.born", Kind::BirthDate).optional().part(),
        ask("me.past", Kind::Day(DayRange::Past)).optional().part(),
        ask("me.future", Kind::Day(DayRange::Future)).optional().part(),
        ask("me.alone", Kind::Tick).optional().part(),
    ],
};

const PEOPLE: Step = Step {
    slug: "mensen",
    title: "Mensen",
    intro: &[],
    when: When::Always,
    section: "",
    accept: accept::<Nothing>,
    parts: &[Part::Group(Group {
        name: "people",
        slug: "mens",
        one: "Mens",
        many: "Mensen",
        add: "Iemand toevoegen",
        empty: "Nog niemand.",
        missing: "Voeg iemand toe.",
        fields: &[
            ask("name", Kind::Text(Width::Wide)),
            ask("role", Kind::One(Options::Fixed(XYZ))).optional(),
            ask("why", Kind::Text(Width::Wide)).when(When::Is(".role", &["x"])),
            ask("bsn", Kind::Bsn).optional(),
            ask("young", Kind::Tick).when(When::MaybeMinor("me.born")).optional(),
        ],
        heading: &["name", "role"],
        between: " ",
        when: When::Always,
        least: Least::OneUnless("me.alone"),
        most: 3,
        distinct: Some(("bsn", "me.bsn")),
        alike: &[&["bsn"], &["name", "role"]],
        purpose: &PURPOSE,
        accept: accept::<Person>,
    })],
};

/// On the route for `b` only.
const EXTRA: Step = Step {
    slug: "extra",
    title: "Extra",
    intro: &[],
    when: When::Is("me.kind", &["b"]),
    section: "extra",
    accept: accept::<Extra>,
    parts: &[
        ask("extra.about", Kind::Many(Options::Rows("people", SELF, OTHER))).when(When::HasRows("people")).part(),
        ask("extra.note", Kind::Text(Width::Wide))
            .when(When::Not(&When::Is("extra.about", &["zelf"])))
            .optional()
            .part(),
        Part::notice("extra.seen", When::Always, "Extra stap."),
    ],
};

const LAST: Step = Step {
    slug: "slot",
    title: "Slot",
    intro: &[],
    when: When::Always,
    section: "last",
    accept: accept::<Last>,
    parts: &[
        ask("last.any", Kind::Text(Width::Short))
            .when(When::Any(&[When::Filled("extra.note"), When::Is("me.many", &["z"])]))
            .optional()
            .part(),
        ask("last.all", Kind::Text(Width::Short))
            .when(When::All(&[When::Is("me.kind", &["b"]), When::Is("me.many", &["z"])]))
            .optional()
            .part(),
    ],
};

#[derive(Deserialize, Validate)]
#[validate(schema(function = not_both))]
struct Me {
    #[serde(rename = "kind")]
    _kind: String,
    work: Option<String>,
    mail: Option<String>,
}

/// A rule between fields; its code is of a sentence that exists, and shows at `phone` of this section.
fn not_both(me: &Me) -> Result<(), ValidationError> {
    let both = me.work.is_some() && me.work == me.mail;
    if both { Err(ValidationError::new("organisation_unreachable")) } else { Ok(()) }
}

#[derive(Deserialize, Validate)]
struct Nothing {}

#[derive(Deserialize, Validate)]
struct Person {
    #[serde(rename = "name")]
    _name: String,
}

#[derive(Deserialize, Validate)]
struct Extra {
    #[serde(rename = "about")]
    _about: Vec<String>,
}

#[derive(Deserialize, Validate)]
struct Last {}

#[derive(Deserialize, Validate)]
struct Whole {
    #[validate(nested)]
    me: Me,
    #[serde(rename = "people")]
    #[validate(nested)]
    _people: Vec<Person>,
}

/// Saturday 21 November 2026, a house with two partners, one municipality, one neighbour and two rooms.
pub(crate) fn context() -> Context {
    let partner = |id: &str, kind, domains: &[&str]| Partner {
        id: id.to_owned(),
        name: id.to_uppercase(),
        kind,
        mail_domains: domains.iter().map(|domain| (*domain).to_owned()).collect(),
    };
    Context {
        today: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap_or_default(),
        partners: vec![
            partner("politie", ParticipantKind::VasteOverheid, &["politie.example"]),
            partner("school", ParticipantKind::Incidenteel, &[]),
        ],
        municipalities: vec![Municipality { code: "1883".to_owned(), name: "Sittard-Geleen".to_owned() }],
        neighbours: vec![Neighbour { id: "parkstad".to_owned(), label: "Een gemeente in Parkstad".to_owned() }],
        rooms: vec![
            Room { id: "spreekkamer-1".to_owned(), label: "Spreekkamer 1 (4 personen)".to_owned() },
            Room { id: "overleg".to_owned(), label: "Overlegruimte (12 personen)".to_owned() },
        ],
    }
}

/// Answers from lines `name=text`; `|` in a text is a line break.
pub(crate) fn typed(lines: &[&str]) -> Answers {
    let pairs = lines.iter().filter_map(|line| line.split_once('='));
    Answers::from_pairs(pairs.map(|(name, text)| (name.to_owned(), text.replace('|', "\n"))))
}
