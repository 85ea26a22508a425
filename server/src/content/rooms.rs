//! `rooms.toml`: the rooms that partners book, when they are open, and how far ahead one may book. Holidays and closing days are those
//! of the calendar in `house.toml`.

use std::collections::BTreeSet;
use std::path::Path;

use domain::context;
use domain::form::Effect;
use domain::rooms::{Opening, Rules};
use domain::steps::booking;
use domain::values::HalfHour;
use serde::Deserialize;

use super::fault::{Fault, Faults};
use super::partners::is_id;
use super::settings::Settings;
use super::source::Source;

const FILE: &str = "rooms.toml";
/// More than a year ahead nobody knows the holidays of a house.
const MOST_WEEKS: u8 = 52;

/// The rooms of a house and when they can be booked.
#[derive(Clone)]
pub struct Rooms {
    /// The rooms, in the order in which they are offered.
    pub rooms: Vec<Room>,
    /// When they can be booked.
    pub rules: Rules,
}

/// A room.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Room {
    /// Short stable name, stored as the answer. Small letters, digits and hyphens.
    pub id: String,
    /// As people know it.
    pub name: String,
    /// For how many people.
    pub seats: u16,
    /// What is in it, in one sentence.
    pub equipment: Option<String>,
}

impl Rooms {
    /// The rooms as the form offers them.
    pub fn offered(&self) -> Vec<context::Room> {
        let offered = |room: &Room| context::Room {
            id: room.id.clone(),
            label: app::pages::rooms::label(&room.name, room.seats),
        };
        self.rooms.iter().map(offered).collect()
    }

    /// Their ids.
    pub fn ids(&self) -> Vec<&str> {
        self.rooms.iter().map(|room| room.id.as_str()).collect()
    }

    /// What people call the room with this id; the id itself for a room that is no more.
    pub fn name<'a>(&'a self, id: &'a str) -> &'a str {
        self.rooms.iter().find(|room| room.id == id).map_or(id, |room| &room.name)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    weeks_ahead: u8,
    #[serde(default)]
    hours: Hours,
    #[serde(default, rename = "room")]
    rooms: Vec<toml::Spanned<Room>>,
}

/// A day that is not named is a day on which the rooms are closed.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Hours {
    monday: Option<Typed>,
    tuesday: Option<Typed>,
    wednesday: Option<Typed>,
    thursday: Option<Typed>,
    friday: Option<Typed>,
    saturday: Option<Typed>,
    sunday: Option<Typed>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Typed {
    from: String,
    until: String,
}

/// The rooms of the house; none where it uses no form that takes one. Such a form without rooms is a fault.
pub(super) fn load(folder: &Path, settings: &Settings) -> Result<Option<Rooms>, Faults> {
    let Some(form) = settings.forms().into_iter().find(|form| matches!(form.effect, Effect::Takes(_))) else {
        return Ok(None);
    };
    let or_off = format!("or switch the form off in house.toml: forms_off = [\"{}\"]", form.slug);
    if !folder.join(FILE).exists() {
        let problem = format!("the form \"{}\" needs rooms, and this file is missing", form.slug);
        return Err(Fault::in_file(folder.join(FILE), problem, format!("write it, {or_off}")).into());
    }
    let source = Source::read(folder, FILE)?;
    let file: File = source.toml()?;
    let mut faults = Faults::default();
    let key = |key: &str| source.line_of(key, 0);
    if !(1..=MOST_WEEKS).contains(&file.weeks_ahead) {
        let mend = format!("write 1 to {MOST_WEEKS}");
        faults.add(source.fault(key("weeks_ahead"), "weeks_ahead is no number of weeks that can be used", mend));
    }
    let hours = file.hours.read(&source, &mut faults);
    if hours.iter().all(Option::is_none) {
        let mend = "name the days under [hours], as monday = { from = \"08:30\", until = \"17:00\" }";
        faults.add(source.fault(key("[hours]"), "the rooms are never open", mend));
    }
    check_rooms(&source, &file.rooms, &or_off, &mut faults);
    if !faults.is_empty() {
        return Err(faults);
    }
    let rules = Rules { hours, weeks_ahead: file.weeks_ahead, calendar: settings.calendar.clone() };
    Ok(Some(Rooms { rooms: file.rooms.into_iter().map(toml::Spanned::into_inner).collect(), rules }))
}

fn check_rooms(source: &Source, rooms: &[toml::Spanned<Room>], or_off: &str, faults: &mut Faults) {
    if rooms.is_empty() {
        faults.add(source.fault(1, "there is no room to book", format!("add a [[room]], {or_off}")));
    }
    let mut seen = BTreeSet::new();
    for entry in rooms {
        let (room, start) = (entry.get_ref(), entry.span().start);
        let line = source.line_of(&format!("\"{}\"", room.id), start);
        if !is_id(&room.id) {
            let problem = format!("\"{}\" cannot be the id of a room", room.id);
            faults.add(source.fault(line, problem, "use small letters, digits and hyphens"));
        }
        if !seen.insert(&room.id) {
            let problem = format!("two rooms have the id \"{}\"", room.id);
            faults.add(source.fault(line, problem, "give each its own; bookings are stored under it"));
        }
        if room.seats == 0 {
            let line = source.line_of("seats", start);
            faults.add(source.fault(
                line,
                format!("\"{}\" has no seats", room.name),
                "write for how many people it is",
            ));
        }
    }
}

impl Hours {
    fn read(&self, source: &Source, faults: &mut Faults) -> [Option<Opening>; 7] {
        let Self { monday, tuesday, wednesday, thursday, friday, saturday, sunday } = self;
        [
            ("monday", monday),
            ("tuesday", tuesday),
            ("wednesday", wednesday),
            ("thursday", thursday),
            ("friday", friday),
            ("saturday", saturday),
            ("sunday", sunday),
        ]
        .map(|(day, typed)| {
            let opening = typed.as_ref().map(|typed| typed.read().ok_or(typed))?;
            opening.map_err(|typed| faults.add(fault_of(source, day, typed))).ok()
        })
    }
}

impl Typed {
    /// The opening, within the hours that the form offers.
    fn read(&self) -> Option<Opening> {
        let (from, until) = (HalfHour::parse(&self.from).ok()?, HalfHour::parse(&self.until).ok()?);
        let (first, last) = booking::offered()?;
        (first <= from && from < until && until <= last).then_some(Opening { from, until })
    }
}

fn fault_of(source: &Source, day: &str, typed: &Typed) -> Fault {
    let (first, last) =
        booking::offered().map_or_else(Default::default, |(first, last)| (first.canonical(), last.canonical()));
    let line = source.line_of(&format!("\n{day}"), 0) + 1;
    let problem = format!("{day}: from \"{}\" until \"{}\" are no opening hours", typed.from, typed.until);
    source.fault(line, problem, format!("write whole and half hours in order, between \"{first}\" and \"{last}\""))
}
