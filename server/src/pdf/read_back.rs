//! Reads a PDF the way a screen reader does, for the tests: the tree of tags with the text under each. Knows as much of PDF
//! (ISO 32000-1) as krilla writes.

mod syntax;

use std::collections::HashMap;
use std::io::Read;

use syntax::{Lexer, Value};

/// A tag, what stands directly under it, and the tags in it.
pub(super) struct Tagged {
    pub(super) role: String,
    pub(super) text: String,
    pub(super) parts: Vec<Tagged>,
}

/// A PDF taken apart.
pub(super) struct Paper {
    objects: HashMap<usize, (Value, Vec<u8>)>,
}

impl Paper {
    pub(super) fn read(pdf: &[u8]) -> Self {
        let mut objects = HashMap::new();
        let mut at = 0;
        while let Some(start) = find(&pdf[at..], b" 0 obj\n").map(|found| at + found) {
            let digits = pdf[..start].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
            let number = String::from_utf8_lossy(&pdf[start - digits..start]).parse().unwrap();
            let mut lexer = Lexer { bytes: pdf, at: start + 7 };
            let value = lexer.value();
            let stream = match lexer.value() {
                Value::Word(word) if word == "stream" => {
                    let length = value.get("Length").unwrap().number();
                    let from = lexer.at + 1;
                    lexer.at = from + length;
                    inflated(&value, &pdf[from..from + length])
                }
                _ => Vec::new(),
            };
            at = lexer.at;
            objects.insert(number, (value, stream));
        }
        Self { objects }
    }

    /// What a screen reader walks through.
    pub(super) fn tags(&self) -> Tagged {
        let texts: HashMap<(usize, usize), String> =
            self.pages().into_iter().flat_map(|page| self.texts(page)).collect();
        let root = self.all("Type", "StructTreeRoot").remove(0);
        let Value::List(kids) = self.get(root).get("K").unwrap().clone() else { panic!("no tags") };
        self.tag(&kids[0], &texts)
    }

    /// The objects of the pages, in order.
    pub(super) fn pages(&self) -> Vec<usize> {
        let tree = self.get(self.all("Type", "Pages").remove(0));
        let Some(Value::List(kids)) = tree.get("Kids") else { panic!("no pages") };
        kids.iter().filter_map(|kid| if let Value::Ref(page) = kid { Some(*page) } else { None }).collect()
    }

    /// The titles of all bookmarks, in no order.
    pub(super) fn bookmarks(&self) -> Vec<String> {
        let items = self.objects.values().filter(|(value, _)| value.get("Dest").is_some());
        items.filter_map(|(value, _)| value.get("Title").map(Value::text)).collect()
    }

    /// The XMP properties.
    pub(super) fn properties(&self) -> String {
        let metadata = self.all("Type", "Metadata").remove(0);
        String::from_utf8(self.objects[&metadata].1.clone()).unwrap()
    }

    fn get(&self, object: usize) -> &Value {
        &self.objects[&object].0
    }

    fn resolved(&self, value: &Value) -> Value {
        if let Value::Ref(object) = value { self.get(*object).clone() } else { value.clone() }
    }

    fn all(&self, key: &str, name: &str) -> Vec<usize> {
        let is = |value: &Value| matches!(value.get(key), Some(Value::Name(found)) if found == name);
        self.objects.iter().filter(|(_, (value, _))| is(value)).map(|(number, _)| *number).collect()
    }

    fn tag(&self, at: &Value, texts: &HashMap<(usize, usize), String>) -> Tagged {
        let value = self.resolved(at);
        let Some(Value::Name(role)) = value.get("S") else { panic!("no role") };
        let mut tagged = Tagged { role: role.clone(), text: String::new(), parts: Vec::new() };
        let Some(Value::List(kids)) = value.get("K") else { return tagged };
        let on = |value: &Value| if let Some(Value::Ref(page)) = value.get("Pg") { *page } else { panic!("no page") };
        for kid in kids {
            match kid {
                Value::Number(_) => tagged.text += &texts[&(on(&value), kid.number())],
                Value::Dict(_) => tagged.text += &texts[&(on(kid), kid.get("MCID").unwrap().number())],
                element => tagged.parts.push(self.tag(element, texts)),
            }
        }
        tagged
    }

    /// The text of each marked piece of a page.
    fn texts(&self, page: usize) -> HashMap<(usize, usize), String> {
        let Some(Value::Ref(contents)) = self.get(page).get("Contents") else { panic!("no contents") };
        let fonts =
            self.resolved(self.get(page).get("Resources").unwrap()).get("Font").map(|fonts| self.resolved(fonts));
        let mut texts: HashMap<(usize, usize), String> = HashMap::new();
        let (mut operands, mut letters) = (Vec::new(), HashMap::new());
        // Of each mark that is open: its number, and whether it says itself what its text is.
        let mut open: Vec<(Option<usize>, bool)> = Vec::new();
        let mut lexer = Lexer { bytes: &self.objects[contents].1, at: 0 };
        while !lexer.at_end() {
            let operator = match lexer.value() {
                Value::Word(word) => word,
                operand => {
                    operands.push(operand);
                    continue;
                }
            };
            let mut said = String::new();
            match operator.as_str() {
                "BMC" => open.push((None, false)),
                "BDC" => {
                    let mark = operands.last().unwrap();
                    open.push((mark.get("MCID").map(Value::number), mark.get("ActualText").is_some()));
                    said = mark.get("ActualText").map(Value::text).unwrap_or_default();
                }
                "EMC" => drop(open.pop()),
                "Tf" => {
                    let Value::Name(name) = &operands[0] else { panic!("no font") };
                    letters = self.letters(&self.resolved(fonts.as_ref().unwrap().get(name).unwrap()));
                }
                "Tj" | "TJ" if !open.iter().any(|(_, says_itself)| *says_itself) => {
                    said = codes(&operands[0]).iter().map(|code| letters[code].as_str()).collect();
                }
                _ => {}
            }
            if let Some(mark) = open.iter().rev().find_map(|(mark, _)| *mark) {
                *texts.entry((page, mark)).or_default() += &said;
            }
            operands.clear();
        }
        texts
    }

    /// What each code of a font means.
    fn letters(&self, font: &Value) -> HashMap<u16, String> {
        let Some(Value::Ref(map)) = font.get("ToUnicode") else { panic!("no ToUnicode") };
        let map = String::from_utf8_lossy(&self.objects[map].1).into_owned();
        let pairs = map.lines().filter_map(|line| line.strip_prefix('<')?.strip_suffix('>')?.split_once("> <"));
        let units = |hex: &str| -> Vec<u16> {
            (0..hex.len() / 4).map(|at| u16::from_str_radix(&hex[4 * at..4 * at + 4], 16).unwrap()).collect()
        };
        pairs
            .filter(|(code, _)| *code != "0000")
            .map(|(code, text)| (units(code)[0], String::from_utf16(&units(text)).unwrap()))
            .collect()
    }
}

fn codes(shown: &Value) -> Vec<u16> {
    match shown {
        Value::Text(bytes) => bytes.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect(),
        Value::List(parts) => parts.iter().flat_map(codes).collect(),
        _ => Vec::new(),
    }
}

fn inflated(dict: &Value, bytes: &[u8]) -> Vec<u8> {
    if dict.get("Filter").is_none() {
        return bytes.to_vec();
    }
    let mut out = Vec::new();
    flate2::read::ZlibDecoder::new(bytes).read_to_end(&mut out).unwrap();
    out
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}
