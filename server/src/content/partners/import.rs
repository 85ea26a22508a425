//! A list of partners from a spreadsheet, saved as CSV, into `partners.toml`. What stands there stays, comments included:
//! new partners are added at the end, and of a known one only what the list says otherwise is changed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use domain::context::ParticipantKind;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::Error as Unknown;
use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, value};
use unicode_normalization::UnicodeNormalization as _;

use super::{Partner, PartnerType, is_id, is_mail_domain, is_website, load};
use crate::content::fault::{Fault, Faults};
use crate::content::source::Source;

/// The columns that a list may have, and what goes in them. The first three it must have.
pub const COLUMNS: [(&str, &str); 7] = [
    ("name", "as people know it"),
    ("kind", "its place in the law: vaste-overheid, vaste-privaat or incidenteel"),
    ("type", "what sort of organisation it is: gemeente, politie, ggz, reclassering, …"),
    ("website", "its address, starting with https://"),
    ("mail_domains", "what follows the @ in its mail addresses; more than one with ; between them"),
    ("about", "what it does, in one line"),
    ("also_known_as", "other names; more than one with ; between them"),
];
const NEEDED: usize = 3;

/// What a list would change.
pub struct Plan {
    /// Each row of the list, and what it does, in the order of the list.
    pub rows: Vec<(String, Change)>,
    file: PathBuf,
    text: String,
}

/// What a row does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A new partner.
    Added,
    /// A known partner, with these keys otherwise.
    Changed(Vec<&'static str>),
    /// A known partner, as it is.
    Unchanged,
}

impl Plan {
    /// Makes it so. The register is replaced as a whole, or not at all.
    pub fn write(&self) -> std::io::Result<()> {
        let half = self.file.with_extension("toml.new");
        fs::write(&half, &self.text)?;
        fs::rename(half, &self.file)
    }

    /// The register it writes.
    pub fn file(&self) -> &Path {
        &self.file
    }
}

/// Reads the list and lays it beside the register of the house in `folder`.
pub fn plan(folder: &Path, list: &Path) -> Result<Plan, Faults> {
    let source = Source::read(folder, "partners.toml")?;
    let known = load(&source)?;
    let rows = read(list)?;
    let broken = |error: toml_edit::TomlError| Fault::in_file(&source.file, error.message(), "correct this file");
    let mut register: DocumentMut = source.text.parse().map_err(broken)?;
    let mut faults = Faults::default();
    let mut lines = BTreeMap::new();
    let mut planned = Vec::new();
    let partners = register.entry("partner").or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    let Some(partners) = partners.as_array_of_tables_mut() else {
        return Err(Fault::in_file(&source.file, "the partners are no [[partner]] tables", "write them so").into());
    };
    for row in rows {
        let id = id_of(&row.name);
        if let Some(first) = lines.insert(id.clone(), row.line) {
            let problem = format!("\"{}\" is in the list twice: also on line {first}", row.name);
            faults.add(Fault::on_line(list, row.line, problem, "keep one of them"));
            continue;
        }
        let same = |partner: &Partner| partner.id == id || same_words(&partner.name, &row.name);
        let change = if let Some(at) = known.iter().position(same) {
            partners.get_mut(at).map_or(Change::Unchanged, |table| change(&known[at], &row, table))
        } else {
            if let Some(problem) = is_double(&known, &row) {
                faults.add(Fault::on_line(list, row.line, problem, "use the name that the register has"));
                continue;
            }
            partners.push(table(&id, &row));
            Change::Added
        };
        planned.push((row.name, change));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let written = Source { file: source.file.clone(), text: register.to_string() };
    // What we write we can read: whatever is wrong is found before it stands there.
    load(&written)?;
    Ok(Plan { rows: planned, file: source.file, text: written.text })
}

/// A row of the list, checked.
struct Row {
    line: usize,
    name: String,
    kind: (ParticipantKind, String),
    partner_type: (PartnerType, String),
    website: Option<String>,
    about: Option<String>,
    mail_domains: Vec<String>,
    also_known_as: Vec<String>,
}

fn read(list: &Path) -> Result<Vec<Row>, Faults> {
    let unreadable =
        |error: std::io::Error| Fault::in_file(list, format!("cannot be read ({error})"), "name a CSV file");
    let bytes = fs::read(list).map_err(unreadable)?;
    let text = String::from_utf8(bytes)
        .map_err(|_| Fault::in_file(list, "this is no UTF-8", "save it as \"CSV UTF-8\" from the spreadsheet"))?;
    let text = text.trim_start_matches('\u{feff}');
    // Spreadsheets in Dutch write a semicolon where others write a comma.
    let first = text.lines().next().unwrap_or_default();
    let between = if first.contains(';') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(between).trim(csv::Trim::All).from_reader(text.as_bytes());
    let broken = |error: csv::Error| {
        let line = error.position().map_or(1, |place| usize::try_from(place.line()).unwrap_or(1));
        Fault::on_line(list, line, error.to_string(), "give every row as many columns as the first")
    };
    let headers = reader.headers().map_err(broken)?.clone();
    check_headers(list, &headers)?;
    let mut faults = Faults::default();
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(broken)?;
        let line = record.position().map_or(1, |place| usize::try_from(place.line()).unwrap_or(1));
        let cell = |name: &str| {
            let at = headers.iter().position(|header| header == name)?;
            record.get(at).map(str::to_owned).filter(|cell| !cell.is_empty())
        };
        rows.extend(faults.keep(row(list, line, cell)));
    }
    if faults.is_empty() { Ok(rows) } else { Err(faults) }
}

fn check_headers(list: &Path, headers: &csv::StringRecord) -> Result<(), Faults> {
    let mut faults = Faults::default();
    let all = COLUMNS.map(|(name, _)| name).join(", ");
    for header in headers {
        if !COLUMNS.iter().any(|(name, _)| *name == header) {
            let problem = format!("there is no column \"{header}\"");
            faults.add(Fault::on_line(list, 1, problem, format!("name the columns on the first line, from: {all}")));
        }
        if headers.iter().filter(|other| *other == header).count() > 1 {
            faults.add(Fault::on_line(list, 1, format!("the column \"{header}\" is there twice"), "keep one of them"));
        }
    }
    for (name, meaning) in &COLUMNS[..NEEDED] {
        if !headers.iter().any(|header| header == *name) {
            faults.add(Fault::on_line(
                list,
                1,
                format!("the column \"{name}\" is missing"),
                format!("add it: {meaning}"),
            ));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

fn row(list: &Path, line: usize, cell: impl Fn(&str) -> Option<String>) -> Result<Row, Faults> {
    let mut faults = Faults::default();
    let mut wrong = |problem: String, mend: &str| faults.add(Fault::on_line(list, line, problem, mend));
    let name = cell("name").unwrap_or_default();
    if !is_id(&id_of(&name)) {
        wrong(format!("\"{name}\" cannot be the name of a partner"), "write its name, with letters or digits");
    }
    let kind = cell("kind").unwrap_or_default();
    let parsed_kind = variant::<ParticipantKind>(&kind).map_err(|problem| wrong(problem, "choose one of these"));
    let partner_type = cell("type").unwrap_or_default();
    let parsed_type = variant::<PartnerType>(&partner_type).map_err(|problem| wrong(problem, "choose one of these"));
    let website = cell("website");
    if let Some(website) = website.as_ref().filter(|website| !is_website(website)) {
        wrong(format!("\"{website}\" is not the address of a website"), "start it with https://");
    }
    let mail_domains = several(cell("mail_domains"));
    for domain in mail_domains.iter().filter(|domain| !is_mail_domain(domain)) {
        wrong(format!("\"{domain}\" is not a mail domain"), "write what follows the @, as \"example.nl\"");
    }
    let (Ok(parsed_kind), Ok(parsed_type), true) = (parsed_kind, parsed_type, faults.is_empty()) else {
        return Err(faults);
    };
    Ok(Row {
        line,
        name,
        kind: (parsed_kind, kind),
        partner_type: (parsed_type, partner_type),
        website,
        about: cell("about"),
        mail_domains,
        also_known_as: several(cell("also_known_as")),
    })
}

/// The choice that these words name, as in `partners.toml`.
fn variant<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, String> {
    let words: serde::de::value::StrDeserializer<'_, Unknown> = text.into_deserializer();
    T::deserialize(words).map_err(|error| error.to_string())
}

fn several(cell: Option<String>) -> Vec<String> {
    let cell = cell.unwrap_or_default();
    cell.split(';').map(str::trim).filter(|part| !part.is_empty()).map(ToOwned::to_owned).collect()
}

/// `mozaik` of `Mozaïk`: small letters and digits, joined by hyphens.
fn id_of(name: &str) -> String {
    let plain = name.nfd().filter(char::is_ascii).map(|letter| letter.to_ascii_lowercase());
    let words: String = plain.map(|letter| if letter.is_ascii_alphanumeric() { letter } else { ' ' }).collect();
    words.split_whitespace().collect::<Vec<_>>().join("-")
}

fn same_words(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// A new name for a partner that the register already has.
fn is_double(known: &[Partner], row: &Row) -> Option<String> {
    let names = || row.also_known_as.iter().chain([&row.name]);
    let partner = known.iter().find(|partner| {
        let theirs = || partner.also_known_as.iter().chain([&partner.name]);
        names().any(|name| theirs().any(|their| same_words(name, their)))
    })?;
    Some(format!("\"{}\" is another name of \"{}\", which is there already", row.name, partner.name))
}

/// Brings what a known partner's row says otherwise into its table. An empty cell says nothing.
fn change(known: &Partner, row: &Row, table: &mut Table) -> Change {
    let mut changed = Vec::new();
    let mut set = |key: &'static str, item: Item| {
        changed.push(key);
        // In place, so that a comment on the line stays.
        match (table.get_mut(key).and_then(Item::as_value_mut), item) {
            (Some(old), Item::Value(mut new)) => {
                *new.decor_mut() = old.decor().clone();
                *old = new;
            }
            (_, item) => {
                table.insert(key, item);
            }
        }
    };
    if known.kind != row.kind.0 {
        set("kind", value(&row.kind.1));
    }
    if known.partner_type != row.partner_type.0 {
        set("type", value(&row.partner_type.1));
    }
    if row.website.is_some() && known.website != row.website {
        set("website", text(row.website.as_deref()));
    }
    if row.about.is_some() && known.about != row.about {
        set("about", text(row.about.as_deref()));
    }
    if !row.mail_domains.is_empty() && known.mail_domains != row.mail_domains {
        set("mail_domains", list_of(&row.mail_domains));
    }
    if !row.also_known_as.is_empty() && known.also_known_as != row.also_known_as {
        set("also_known_as", list_of(&row.also_known_as));
    }
    if changed.is_empty() { Change::Unchanged } else { Change::Changed(changed) }
}

fn table(id: &str, row: &Row) -> Table {
    let mut table = Table::new();
    table.insert("id", value(id));
    table.insert("name", value(&row.name));
    table.insert("kind", value(&row.kind.1));
    table.insert("type", value(&row.partner_type.1));
    for (key, cell) in [("website", &row.website), ("about", &row.about)] {
        if cell.is_some() {
            table.insert(key, text(cell.as_deref()));
        }
    }
    for (key, cells) in [("mail_domains", &row.mail_domains), ("also_known_as", &row.also_known_as)] {
        if !cells.is_empty() {
            table.insert(key, list_of(cells));
        }
    }
    table.decor_mut().set_prefix("\n");
    table
}

fn text(words: Option<&str>) -> Item {
    value(words.unwrap_or_default())
}

fn list_of(words: &[String]) -> Item {
    value(words.iter().collect::<Array>())
}

#[cfg(test)]
mod tests;
