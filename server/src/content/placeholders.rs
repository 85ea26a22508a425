//! `{{phone}}` in a text becomes the setting of that name: a fact that changes is changed in one place. A list or a table,
//! as `{{retention}}`, stands alone on its line.

use std::collections::BTreeMap;
use std::ops::Range;

use app::house::NOT_FILLED_IN;
use app::tables::{self, Table};
use app::terms;
use domain::context::ParticipantKind;
use domain::values::Day;

use super::fault::Faults;
use super::figures::Figures;
use super::partners::Partner;
use super::settings::{Settings, Status};
use super::source::Source;

/// What a text of the house can be filled in with: settings, lists and tables by name, as Markdown; and its drawings.
pub(super) struct Words {
    values: BTreeMap<&'static str, Value>,
    /// The drawings of the house.
    pub(super) figures: Figures,
}

/// What a name stands for.
enum Value {
    /// Words in a line.
    Words(String),
    /// Lines of their own: a list, a table.
    Lines(String),
}

/// A text with its settings filled in, that still knows its lines and the drawings it may show.
pub(super) struct Filled<'w> {
    pub(super) text: String,
    pub(super) figures: &'w Figures,
    /// For each line of the text: its line in the file, counted from 1.
    lines: Vec<usize>,
}

impl Words {
    pub(super) fn new(settings: &Settings, partners: &[Partner], figures: Figures) -> Self {
        let phone = settings.phone();
        let address = settings.address();
        let towns: Vec<_> = settings.municipalities.iter().map(|municipality| plain(&municipality.name)).collect();
        let sisters: Vec<_> = settings.sister_houses.iter().map(|name| plain(name)).collect();
        let (legal, access) = (&settings.legal, &settings.accessibility);
        let words = [
            ("name", plain(&format!("{} {}", settings.kind, settings.region))),
            ("region", plain(&settings.region)),
            ("phone", format!("[{}]({})", plain(&phone.shown), phone.href())),
            ("address", format!("{}, {}", plain(&address.street), plain(&address.town))),
            ("municipalities", listed(&towns)),
            ("contact_point.name", optional(legal.contact_point.name.as_deref())),
            ("contact_point.address", optional(legal.contact_point.address.as_deref())),
            ("contact_point.mail", optional(legal.contact_point.mail.as_deref())),
            ("coordinating_fg.name", optional(legal.coordinating_fg.name.as_deref())),
            ("coordinating_fg.mail", optional(legal.coordinating_fg.mail.as_deref())),
            ("sister_houses", listed(&sisters)),
            ("accessibility.status", optional(access.status.map(Status::letter))),
            ("accessibility.date", optional(access.date().map(|date| Day::from(date).shown()).as_deref())),
            ("accessibility.report", optional_link(access.report.as_deref())),
            ("draft_days", terms::draft()),
            ("contact_term", terms::contact()),
            ("outcome_term", terms::outcome()),
        ];
        let lines = [
            ("partners.vaste-overheid", names(partners, ParticipantKind::VasteOverheid)),
            ("partners.vaste-privaat", names(partners, ParticipantKind::VastePrivaat)),
            ("partners.incidenteel", names(partners, ParticipantKind::Incidenteel)),
            ("participants", table(&tables::participants())),
            ("retention", table(&tables::retention())),
        ];
        let words = words.into_iter().map(|(name, text)| (name, Value::Words(text)));
        let lines = lines.into_iter().map(|(name, text)| (name, Value::Lines(text)));
        Self { values: words.chain(lines).collect(), figures }
    }

    /// Fills in a part of a file.
    pub(super) fn fill(&self, source: &Source, part: Range<usize>) -> Result<Filled<'_>, Faults> {
        let mut faults = Faults::default();
        let mut filled = Filled { text: String::new(), figures: &self.figures, lines: Vec::new() };
        let first = source.line_at(part.start);
        for (index, line) in source.text[part].split('\n').enumerate() {
            let number = first + index;
            for part in self.fill_line(source, number, line, &mut faults).split('\n') {
                filled.text.push_str(part);
                filled.text.push('\n');
                filled.lines.push(number);
            }
        }
        if faults.is_empty() { Ok(filled) } else { Err(faults) }
    }

    fn fill_line(&self, source: &Source, number: usize, line: &str, faults: &mut Faults) -> String {
        let mut text = String::new();
        let mut rest = line;
        while let Some((before, (name, after))) =
            rest.split_once("{{").and_then(|(before, tail)| Some((before, tail.split_once("}}")?)))
        {
            text.push_str(before);
            match self.values.get(name.trim()) {
                Some(Value::Words(value)) => text.push_str(value),
                Some(Value::Lines(value)) if is_alone(line) => text.push_str(value),
                Some(Value::Lines(_)) => faults.add(source.fault(
                    number,
                    format!("{{{{{}}}}} stands among other words", name.trim()),
                    "give it a line of its own, with empty lines around it",
                )),
                None if matches!(name.split_whitespace().next(), Some("until" | "from" | "end")) => {
                    let problem = format!("{{{{{}}}}} stands among other words", name.trim());
                    faults.add(source.fault(number, problem, "give it a line of its own"));
                }
                None => faults.add(source.fault(
                    number,
                    format!("there is no setting {{{{{}}}}}", name.trim()),
                    format!("use one of: {}", self.values.keys().copied().collect::<Vec<_>>().join(", ")),
                )),
            }
            rest = after;
        }
        text + rest
    }
}

impl Filled<'_> {
    /// The line of the file behind this byte of the text.
    pub(super) fn line_at(&self, offset: usize) -> usize {
        let index = self.text.bytes().take(offset).filter(|&byte| byte == b'\n').count();
        self.lines.get(index).or(self.lines.last()).copied().unwrap_or(1)
    }
}

fn optional(value: Option<&str>) -> String {
    value.map_or_else(|| format!("**{NOT_FILLED_IN}**"), plain)
}

/// Does a line hold one name and nothing else?
fn is_alone(line: &str) -> bool {
    let line = line.trim();
    line.starts_with("{{") && line.find("}}") == Some(line.len() - 2)
}

fn optional_link(address: Option<&str>) -> String {
    address.map_or_else(|| optional(None), |address| format!("[{}](<{address}>)", plain(address)))
}

fn table(table: &Table) -> String {
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let head = table.head.iter().map(|cell| plain(cell)).collect();
    let rule = table.head.iter().map(|_| "---".to_owned()).collect();
    let rows = table.rows.iter().map(|cells| cells.iter().map(|cell| plain(cell)).collect());
    [head, rule].into_iter().chain(rows).map(row).collect::<Vec<_>>().join("\n")
}

/// A value is words, never Markdown.
fn plain(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    for letter in value.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '|') {
            text.push('\\');
        }
        text.push(letter);
    }
    text
}

/// `Noord, Zuid en Oost`.
fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} en {last}", first.join(", ")),
    }
}

/// The partners of one kind as a list, by the alphabet.
fn names(partners: &[Partner], kind: ParticipantKind) -> String {
    let mut names: Vec<_> =
        partners.iter().filter(|partner| partner.kind == kind).map(|partner| &partner.name).collect();
    names.sort_by_key(|name| name.to_lowercase());
    names.into_iter().map(|name| format!("- {}", plain(name))).collect::<Vec<_>>().join("\n")
}
