//! `{{phone}}` in a text becomes the setting of that name: a fact that changes is changed in one place.

use std::collections::BTreeMap;

use app::house::NOT_FILLED_IN;
use domain::context::ParticipantKind;

use super::fault::Faults;
use super::partners::Partner;
use super::settings::Settings;
use super::source::Source;

/// What may be filled in, as Markdown, by name.
pub(super) struct Words(BTreeMap<&'static str, String>);

/// A text with its settings filled in, that still knows its lines.
pub(super) struct Filled {
    pub(super) text: String,
    /// For each line of the text: its line in the file, counted from 1.
    lines: Vec<usize>,
}

impl Words {
    pub(super) fn new(settings: &Settings, partners: &[Partner]) -> Self {
        let phone = settings.phone();
        let address = settings.address();
        let towns: Vec<_> = settings.municipalities.iter().map(|municipality| plain(&municipality.name)).collect();
        let legal = &settings.legal;
        Self(BTreeMap::from([
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
            ("partners.vaste-overheid", names(partners, ParticipantKind::VasteOverheid)),
            ("partners.vaste-privaat", names(partners, ParticipantKind::VastePrivaat)),
            ("partners.incidenteel", names(partners, ParticipantKind::Incidenteel)),
        ]))
    }

    /// Fills in a part of a file, from byte `from` on.
    pub(super) fn fill(&self, source: &Source, from: usize) -> Result<Filled, Faults> {
        let mut faults = Faults::default();
        let mut filled = Filled { text: String::new(), lines: Vec::new() };
        let first = source.line_at(from);
        for (index, line) in source.text[from..].split('\n').enumerate() {
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
            match self.0.get(name.trim()) {
                Some(value) => text.push_str(value),
                None => faults.add(source.fault(
                    number,
                    format!("there is no setting {{{{{}}}}}", name.trim()),
                    format!("use one of: {}", self.0.keys().copied().collect::<Vec<_>>().join(", ")),
                )),
            }
            rest = after;
        }
        text + rest
    }
}

impl Filled {
    /// The line of the file behind this byte of the text.
    pub(super) fn line_at(&self, offset: usize) -> usize {
        let index = self.text.bytes().take(offset).filter(|&byte| byte == b'\n').count();
        self.lines.get(index).or(self.lines.last()).copied().unwrap_or(1)
    }
}

fn optional(value: Option<&str>) -> String {
    value.map_or_else(|| format!("**{NOT_FILLED_IN}**"), plain)
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
