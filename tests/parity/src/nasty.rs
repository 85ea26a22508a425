//! Answers that nobody expects: what a program must survive, and judge alike wherever it runs.

use domain::fiction::Chance;

/// Any text at all.
pub(crate) fn text(chance: &mut Chance) -> String {
    match chance.below(12) {
        0 => long(chance),
        1 => scrambled(chance),
        2 => digits(chance),
        _ => chance.pick(TEXTS).to_owned(),
    }
}

/// Three boxes of a date: half, impossible, far away, or no date.
pub(crate) fn date(chance: &mut Chance) -> [String; 3] {
    chance.pick(DATES).map(str::to_owned)
}

/// A name that no form asks for, or that looks like one that it does.
pub(crate) fn name(chance: &mut Chance) -> String {
    match chance.below(8) {
        0 => text(chance),
        _ => chance.pick(UNKNOWN_NAMES).to_owned(),
    }
}

/// What a post may pass off as the key of a row.
pub(crate) fn row_key(chance: &mut Chance) -> &'static str {
    chance.pick(ROW_KEYS)
}

/// Texts of the lengths at which something changes, in letters of one to four bytes.
fn long(chance: &mut Chance) -> String {
    let letter = chance.pick(&["a", "é", "中", "👪", "e\u{301}", " ", "\u{200b}", "ﷺ"]);
    // Long ones are slow: now and then is enough.
    let counts: &[usize] =
        if chance.once_in(6) { &[2_500, 9_999, 10_000, 10_001] } else { &[63, 64, 65, 199, 200, 201, 253, 254, 255] };
    let count = chance.pick(counts);
    letter.repeat(count)
}

/// Letters thrown together.
fn scrambled(chance: &mut Chance) -> String {
    (0..chance.below(24)).map(|_| chance.pick(LETTERS)).collect()
}

/// Digits with what people put between them: now and then a telephone number, a BSN, a date.
fn digits(chance: &mut Chance) -> String {
    let count = 1 + chance.below(14);
    let mut text = String::new();
    for _ in 0..count {
        text.push(char::from(b'0' + u8::try_from(chance.below(10)).unwrap_or(0)));
        if chance.once_in(4) {
            text.push(chance.pick(&[' ', '-', '.', '\u{a0}', '\u{2011}', '/']));
        }
    }
    text
}

const LETTERS: &[char] = &[
    'a',
    'Z',
    '0',
    '9',
    ' ',
    '\t',
    '\n',
    '\r',
    '\u{0}',
    '\u{7}',
    '\u{1b}',
    '\u{7f}',
    '\u{85}',
    '\u{a0}',
    '\u{ad}',
    'ß',
    'İ',
    'ı',
    'ǅ',
    'é',
    '\u{301}',
    '\u{200b}',
    '\u{200d}',
    '\u{200f}',
    '\u{2028}',
    '\u{202e}',
    '\u{2066}',
    '\u{feff}',
    '\u{fffd}',
    '\u{ffff}',
    '\u{e000}',
    '\u{10ffff}',
    'א',
    'ش',
    '中',
    '０',
    '٣',
    '²',
    '½',
    '👪',
    '\u{1f3fd}',
    '.',
    ',',
    '-',
    '–',
    '@',
    '+',
    '(',
    ')',
    '\'',
    '"',
    '<',
    '&',
    '\\',
    '/',
    '%',
    '{',
    ':',
];

const TEXTS: &[&str] = &[
    "",
    " ",
    "\0",
    "\u{200b}",
    "\u{feff}\u{202e}",
    "\r\n",
    "ja",
    "nee",
    "Ja",
    "ja\nja",
    "ja\n",
    "\nja",
    "onbekend",
    "k1",
    "k2\nk1",
    "k01",
    "NaN",
    "null",
    "undefined",
    "[object Object]",
    "-1",
    "+1",
    "0",
    "00",
    "1e3",
    "65535",
    "65536",
    "2147483648",
    "4294967295",
    "4294967296",
    "9223372036854775808",
    "18446744073709551616",
    "99999999999999999999999999",
    "０１２",
    "٠١٢",
    "1.0",
    "0x10",
    "👩\u{200d}👩\u{200d}👧\u{200d}👦",
    "🇳🇱",
    "שלום עולם",
    "\u{202e}txet lortnoc",
    "مرحبا بالعالم",
    "e\u{301}\u{301}\u{301}",
    "İSTANBUL",
    "STRASSE ß",
    "ǅ",
    "a\u{0}b",
    "\u{1b}[31m",
    "<script>alert(1)</script>",
    "'; DROP TABLE referral; --",
    "%s%n",
    "{}{0}",
    "\\",
    "\"",
    "a@b",
    "@",
    "a@@b.nl",
    "a@b..nl",
    "a.@b.nl",
    "\"a b\"@c.nl",
    "ä@ö.nl",
    "x@gmail.com",
    "x@GMAIL.com",
    "x@hotmail.com ",
    "111222333",
    "111222334",
    "000000000",
    "123456789",
    "12345678",
    "1112223330",
    "6162",
    "6162AB",
    "0000 aa",
    "6162 SS",
    "6162ÁB",
    "12-a",
    "0612345678",
    "+31612345678",
    "+",
    "00",
    "tel",
    "06 1234 567",
    "wonen\ngeld",
    "geld\nwonen\ngeld",
    "wonen\nbestaat-niet",
    "betrokkene\nk1",
    "politie",
    "school",
    "gemeente-fictie",
    "andere",
    "0001",
    "9999",
];

const DATES: &[[&str; 3]] = &[
    ["31", "2", "2026"],
    ["29", "2", "2025"],
    ["29", "2", "1900"],
    ["31", "4", "2026"],
    ["0", "0", "0"],
    ["00", "00", "0000"],
    ["1", "", "2020"],
    ["1", "1", ""],
    ["", "13", "2020"],
    ["", "", "26"],
    ["", "", "99"],
    ["", "", "1850"],
    ["", "", "2027"],
    ["22", "11", "2026"],
    ["1", "1", "9999"],
    ["1", "1", "10000"],
    ["1", "1", "262143"],
    ["-1", "-1", "-1"],
    ["4294967297", "1", "2020"],
    ["1", "257", "2020"],
    ["1", "1", "67556"],
    ["１", "１", "２０２０"],
    ["1.", "mrt", "2020"],
    ["1", "Februari ", "2020"],
    ["eerste", "mei", "vorig jaar"],
    ["\u{200b}", "\0", "\u{202e}"],
    ["1/2/2020", "", ""],
    [" 7 ", "\t3", "1985\n"],
];

const UNKNOWN_NAMES: &[&str] = &[
    "",
    ".",
    "..",
    "person",
    "person.",
    ".last_name",
    "person..last_name",
    "person.last_name.",
    "person.LAST_NAME",
    "Person.last_name",
    "person.birth_date",
    "person.birth_date.",
    "person.birth_date.hour",
    "person.birth_date.day.day",
    "person.last_name.day",
    "__proto__",
    "constructor",
    "household",
    "household.",
    "household.last_name",
    "household.k1",
    "household.k1.",
    "household.k1.k2.x",
    "household.k1.unknown",
    "household.k1.last_name.k1",
    "organisations.k1.household.k1.last_name",
    "knop",
    "criteria.none",
    "network.none.none",
    "reason.domains[]",
    "\0",
    "👪",
];

const ROW_KEYS: &[&str] = &[
    "k0",
    "k01",
    "k",
    "K1",
    "k-1",
    "k+1",
    "k1 ",
    " k1",
    "k1e1",
    "k65535",
    "k65536",
    "k4294967297",
    "k99999999999999999999",
    "k１",
    "0",
    "1",
    "x",
    "",
    "k1.k2",
    "k12",
    "k700",
];
