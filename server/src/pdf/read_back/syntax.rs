//! The values of PDF (ISO 32000-1, 7.3), as far as krilla writes them.

use std::collections::HashMap;

/// A value, or an operator between values.
#[derive(Clone)]
pub(super) enum Value {
    Name(String),
    Text(Vec<u8>),
    Number(f64),
    List(Vec<Value>),
    Dict(HashMap<String, Value>),
    Ref(usize),
    Word(String),
}

impl Value {
    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        if let Self::Dict(entries) = self { entries.get(key) } else { None }
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "only asked of whole numbers")]
    pub(super) fn number(&self) -> usize {
        if let Self::Number(number) = self { *number as usize } else { panic!("no number") }
    }

    pub(super) fn text(&self) -> String {
        let Self::Text(bytes) = self else { panic!("no text") };
        match bytes.strip_prefix(b"\xfe\xff") {
            Some(units) => {
                let units: Vec<u16> = units.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
                String::from_utf16(&units).unwrap()
            }
            None => String::from_utf8(bytes.clone()).unwrap(),
        }
    }
}

/// Reads values one after the other.
pub(super) struct Lexer<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) at: usize,
}

impl Lexer<'_> {
    pub(super) fn at_end(&mut self) -> bool {
        while self.peek(0).is_some_and(|byte| byte.is_ascii_whitespace() || byte == 0) {
            self.at += 1;
        }
        self.at >= self.bytes.len()
    }

    fn peek(&self, ahead: usize) -> Option<u8> {
        self.bytes.get(self.at + ahead).copied()
    }

    pub(super) fn value(&mut self) -> Value {
        self.at_end();
        match (self.peek(0), self.peek(1)) {
            (Some(b'/'), _) => {
                self.at += 1;
                Value::Name(self.word())
            }
            (Some(b'('), _) => self.string(),
            (Some(b'<'), Some(b'<')) => {
                let entries = self.list(2, b">>");
                let pair = |pair: &[Value]| match pair {
                    [Value::Name(key), value] => (key.clone(), value.clone()),
                    _ => panic!("no entry of a dictionary"),
                };
                Value::Dict(entries.chunks(2).map(pair).collect())
            }
            (Some(b'<'), _) => {
                self.at += 1;
                let hex = self.word();
                self.at += 1;
                Value::Text(
                    (0..hex.len() / 2).map(|at| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).unwrap()).collect(),
                )
            }
            (Some(b'['), _) => Value::List(self.list(1, b"]")),
            _ => {
                let word = self.word();
                word.parse().map_or(Value::Word(word), Value::Number)
            }
        }
    }

    fn word(&mut self) -> String {
        let ends = |byte: &u8| byte.is_ascii_whitespace() || b"/<>[]()".contains(byte);
        let rest = &self.bytes[self.at..];
        let length = rest.iter().position(ends).unwrap_or(rest.len());
        self.at += length;
        String::from_utf8_lossy(&rest[..length]).into_owned()
    }

    /// Values up to an end; `12 0 R` among them is one.
    fn list(&mut self, opening: usize, end: &[u8]) -> Vec<Value> {
        self.at += opening;
        let mut values = Vec::new();
        while !self.at_end() && !self.bytes[self.at..].starts_with(end) {
            match self.value() {
                Value::Word(word) if word == "R" => {
                    values.pop();
                    let object = values.pop().map_or(0, |value: Value| value.number());
                    values.push(Value::Ref(object));
                }
                value => values.push(value),
            }
        }
        self.at += end.len();
        values
    }

    fn string(&mut self) -> Value {
        self.at += 1;
        let (mut text, mut depth) = (Vec::new(), 1);
        loop {
            let byte = self.next();
            match byte {
                b'\\' => {
                    let byte = self.escaped();
                    text.push(byte);
                    continue;
                }
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return Value::Text(text);
            }
            text.push(byte);
        }
    }

    fn escaped(&mut self) -> u8 {
        match self.next() {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' => 8,
            b'f' => 12,
            first @ b'0'..=b'7' => {
                let octal = [first, self.next(), self.next()];
                u8::from_str_radix(std::str::from_utf8(&octal).unwrap(), 8).unwrap()
            }
            itself => itself,
        }
    }

    fn next(&mut self) -> u8 {
        self.at += 1;
        self.bytes[self.at - 1]
    }
}
