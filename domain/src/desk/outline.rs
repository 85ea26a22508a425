//! What the queue knows of a referral that nobody opened: from which organisation it came, about which municipality, how soon its sender
//! says that something is needed, and marks by which two referrals about one person are seen to be possibly the same. The marks name people, so whoever stores them hashes them with a
//! key first.

use std::fmt;

use super::needed::Needed;
use crate::answers::Answers;
use crate::form::{Field, Form, Group, Kind, Options, Step};

/// What the queue knows.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Outline {
    /// Code of the municipality, or what was chosen instead of one: a neighbour, `andere`.
    pub municipality: Option<String>,
    /// The organisation of the partner register that sent it, or `andere`.
    pub organisation: Option<String>,
    /// How soon something is needed, where the form asks it.
    pub needed: Option<Needed>,
    /// Who it is about: `bsn:123456782`, `name:wit|1990-01-02`. Sorted, each once.
    pub twins: Vec<String>,
}

/// Prints no mark of a person.
impl fmt::Debug for Outline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Outline({} twins)", self.twins.len())
    }
}

/// The outline of these accepted answers.
pub fn outline(form: &Form, accepted: &Answers) -> Outline {
    let chosen = |is_it: fn(&Options) -> bool| {
        let fields = form.steps.iter().flat_map(Step::fields);
        let mut answered =
            fields.filter(|field| field.kind.options().is_some_and(is_it)).map(|field| accepted.get(field.name));
        answered.find(|answer| !answer.is_empty()).map(str::to_owned)
    };
    Outline {
        municipality: chosen(|options| matches!(options, Options::Municipalities(_) | Options::Areas(_))),
        organisation: chosen(|options| matches!(options, Options::Partners(_))),
        needed: Needed::of(accepted),
        twins: twins(form, accepted),
    }
}

/// The sections of whom a referral is about. Who sends something is nobody's twin.
const ABOUT: &[&str] = &["person", "subject", "worried_about"];

fn twins(form: &Form, accepted: &Answers) -> Vec<String> {
    let people = form.steps.iter().filter(|step| ABOUT.contains(&step.section));
    let mut twins: Vec<String> = people.flat_map(|step| marks(&format!("{}.", step.section), accepted)).collect();
    for group in form.steps.iter().flat_map(Step::groups).filter(|group| is_of_people(group)) {
        let rows = accepted.rows(group.name);
        twins.extend(rows.into_iter().flat_map(|row| marks(&row.prefix(group.name), accepted)));
    }
    twins.sort();
    twins.dedup();
    twins
}

fn is_of_people(group: &Group) -> bool {
    group.fields.iter().any(|Field { kind, .. }| matches!(kind, Kind::BirthDate))
}

/// The marks of one person: by number, and by each last name with the date of birth as far as it is known.
fn marks(prefix: &str, accepted: &Answers) -> Vec<String> {
    let get = |name: &str| accepted.get(&[prefix, name].concat());
    let mut marks = Vec::new();
    if !get("bsn").is_empty() {
        marks.push(format!("bsn:{}", get("bsn")));
    }
    for name in [get("last_name"), get("birth_name")].map(plain) {
        if !name.is_empty() && name != UNKNOWN && !get("birth_date").is_empty() {
            marks.push(format!("name:{name}|{}", get("birth_date")));
        }
    }
    marks
}

/// What is written where a name is not known.
const UNKNOWN: &str = "onbekend";

/// Words that stand before a Dutch last name.
const PREFIXES: &[&str] =
    &["van", "de", "den", "der", "het", "t", "ter", "ten", "te", "in", "op", "aan", "bij", "uit", "s"];

/// A last name as it is compared: without prefixes, capitals, accents and signs.
fn plain(name: &str) -> String {
    let letters = name.chars().filter(|letter| !is_accent(*letter));
    let folded: String = letters.flat_map(char::to_lowercase).flat_map(fold).collect();
    let words: Vec<&str> = folded.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let first = words.iter().position(|word| !PREFIXES.contains(word)).unwrap_or(0);
    words[first.min(words.len())..].concat()
}

/// An accent that stands behind its letter (Unicode: combining diacritical marks).
fn is_accent(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

/// A letter without its accent; others as they are.
fn fold(letter: char) -> impl Iterator<Item = char> {
    let plain: &str = match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'ğ' | 'ģ' | 'ĝ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' | 'ı' => "i",
        'ĳ' => "ij",
        'ķ' => "k",
        'ł' | 'ľ' | 'ļ' | 'ĺ' => "l",
        'ñ' | 'ń' | 'ň' | 'ņ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => "o",
        'ŕ' | 'ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ß' => "ss",
        'ť' | 'ţ' | 'ț' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'ų' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        _ => "",
    };
    let as_it_is = plain.is_empty().then_some(letter);
    plain.chars().chain(as_it_is)
}

#[cfg(test)]
mod tests;
