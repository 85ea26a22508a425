//! Pass 3: the pruned, normalised answers deserialise into a typed struct, whose `validator` rules hold what spans fields.

use serde::de::value::SeqDeserializer;
use serde::de::{DeserializeOwned, Deserializer, Error as _, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use validator::{Validate, ValidationErrors, ValidationErrorsKind};

use super::verdict::{Code, Problem};
use crate::answers::{Answers, RowKey};

/// Judges the answers whose names begin with a prefix (`person.`, `household.k2.`, or `""` for the whole form).
pub type Accept = fn(&Answers, &str) -> Vec<Problem>;

/// `Accept` by way of the typed struct `T`.
pub fn accept<T: DeserializeOwned + Validate>(answers: &Answers, prefix: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    match T::deserialize(Node::read(answers, prefix)) {
        Ok(typed) => {
            if let Err(errors) = typed.validate() {
                collect(&errors, prefix, &mut problems);
            }
        }
        // What passes 1 and 2 fits its struct: a test per form proves it. Should one slip through, it stops here.
        Err(_) => problems.push(Problem { name: prefix.trim_end_matches('.').to_owned(), code: Code::Rule("shape") }),
    }
    problems
}

/// `Accept` that only proves the shape: for a struct without rules. In the browser it is nothing: what passes the first two passes
/// fits its struct (a property test of every form), and reading all structs would be a quarter of the bundle.
#[cfg(not(target_arch = "wasm32"))]
pub fn shape<T: DeserializeOwned>(answers: &Answers, prefix: &str) -> Vec<Problem> {
    match T::deserialize(Node::read(answers, prefix)) {
        Ok(_) => Vec::new(),
        Err(_) => vec![Problem { name: prefix.trim_end_matches('.').to_owned(), code: Code::Rule("shape") }],
    }
}

/// The same in the browser.
#[cfg(target_arch = "wasm32")]
pub fn shape<T>(_: &Answers, _: &str) -> Vec<Problem> {
    Vec::new()
}

/// Turns validator's errors into problems, in no order: `check` brings them in that of the form.
fn collect(errors: &ValidationErrors, prefix: &str, problems: &mut Vec<Problem>) {
    for (field, kind) in errors.errors() {
        match kind {
            ValidationErrorsKind::Field(found) => problems.extend(found.iter().map(|error| {
                let code = code_of(error);
                let field = match code {
                    Code::Rule(rule) => crate::messages::rules::field_of(rule).unwrap_or(field),
                    _ => field,
                };
                Problem { name: [prefix, field].concat(), code }
            })),
            ValidationErrorsKind::Struct(nested) => collect(nested, &[prefix, field, "."].concat(), problems),
            // Each row has been judged by the `accept` of its group; the whole is only asked when all rows are good.
            ValidationErrorsKind::List(_) => {}
        }
    }
}

fn code_of(error: &validator::ValidationError) -> Code {
    match error.code {
        std::borrow::Cow::Borrowed(code) => Code::Rule(code),
        std::borrow::Cow::Owned(_) => Code::Rule("shape"),
    }
}

/// A section, a row or a single answer, as serde reads it.
enum Node<'a> {
    Absent,
    Text(&'a str),
    Map(Vec<(&'a str, Node<'a>)>),
    Rows(Vec<Node<'a>>),
}

impl<'a> Node<'a> {
    fn read(answers: &'a Answers, prefix: &str) -> Self {
        let named = answers.iter().filter_map(|(name, text)| Some((name.strip_prefix(prefix)?, text)));
        Self::grow(&named.collect::<Vec<_>>())
    }

    /// `named` is sorted, so names with one first part stand together.
    fn grow(named: &[(&'a str, &'a str)]) -> Self {
        let mut children: Vec<(&'a str, Node<'a>)> = Vec::new();
        for same in named.chunk_by(|a, b| first(a.0) == first(b.0)) {
            let child = match same {
                [(name, text)] if first(name) == *name => Node::Text(text),
                _ => Node::grow(
                    &same.iter().filter_map(|(name, text)| Some((name.split_once('.')?.1, *text))).collect::<Vec<_>>(),
                ),
            };
            children.push((first(same[0].0), child));
        }
        if !children.is_empty() && children.iter().all(|(key, _)| RowKey::parse(key).is_some()) {
            let mut rows: Vec<(RowKey, Node<'a>)> = Vec::new();
            for (key, row) in children.into_iter().filter_map(|(key, row)| Some((RowKey::parse(key)?, row))) {
                let place = rows.partition_point(|(earlier, _)| *earlier < key);
                rows.insert(place, (key, row));
            }
            return Node::Rows(rows.into_iter().map(|(_, row)| row).collect());
        }
        Node::Map(children)
    }
}

fn first(name: &str) -> &str {
    name.split_once('.').map_or(name, |(first, _)| first)
}

type Wrong = serde::de::value::Error;

impl<'de> IntoDeserializer<'de, Wrong> for Node<'de> {
    type Deserializer = Self;
    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Node<'de> {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self {
            Node::Text(text) => visitor.visit_borrowed_str(text),
            Node::Absent | Node::Map(_) | Node::Rows(_) => Err(Wrong::custom("")),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self {
            Node::Absent => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    /// Ticks are the lines of one text; rows come in the order of their keys.
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        let items = match self {
            Node::Text(text) => text.lines().map(Node::Text).collect(),
            Node::Rows(rows) => rows,
            Node::Absent | Node::Map(_) => Vec::new(),
        };
        visitor.visit_seq(SeqDeserializer::new(items.into_iter()))
    }

    /// Gives every field of the struct its answer, in order, `Absent` where there is none: no field needs a default of its own,
    /// and the code that serde derives for a sequence is half of that for a map.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        let mut children = if let Node::Map(children) = self { children } else { Vec::new() };
        let values = fields.iter().map(|field| {
            let at = children.iter().position(|(name, _)| name == field);
            at.map_or(Node::Absent, |at| children.swap_remove(at).1)
        });
        visitor.visit_seq(SeqDeserializer::new(values.collect::<Vec<_>>().into_iter()))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit unit_struct newtype_struct
        tuple tuple_struct map enum identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use validator::{Validate, ValidationError};

    use super::*;
    use crate::check::tests::tiny::typed;

    #[derive(Deserialize, Validate)]
    #[validate(schema(function = rule))]
    struct Outer {
        text: String,
        maybe: Option<String>,
        ticks: Vec<String>,
        #[validate(nested)]
        inner: Inner,
        #[validate(nested)]
        rows: Vec<Inner>,
    }

    #[derive(Deserialize, Validate)]
    struct Inner {
        #[validate(length(max = 3, code = "name_missing"))]
        name: String,
        also: Option<String>,
    }

    fn rule(outer: &Outer) -> Result<(), ValidationError> {
        if outer.text == "fout" { Err(ValidationError::new("consent_before_birth")) } else { Ok(()) }
    }

    fn read(lines: &[&str]) -> Option<Outer> {
        Outer::deserialize(Node::read(&typed(lines), "")).ok()
    }

    fn judged(lines: &[&str], prefix: &str) -> Vec<(String, Code)> {
        accept::<Outer>(&typed(lines), prefix).into_iter().map(|problem| (problem.name, problem.code)).collect()
    }

    #[test]
    fn sections_rows_and_ticks_land_in_their_fields() {
        let outer = read(&[
            "text=een|twee",
            "ticks=x|y",
            "inner.name=i",
            "rows.k10.name=c",
            "rows.k2.name=b",
            "rows.k2.also=+",
            "rows.k1.name=a",
            "unknown.name=?",
        ])
        .unwrap();
        assert_eq!((outer.text.as_str(), outer.maybe), ("een\ntwee", None));
        assert_eq!(outer.ticks, ["x", "y"]);
        assert_eq!((outer.inner.name.as_str(), outer.inner.also), ("i", None));
        let rows: Vec<(&str, Option<&str>)> =
            outer.rows.iter().map(|row| (row.name.as_str(), row.also.as_deref())).collect();
        assert_eq!(rows, [("a", None), ("b", Some("+")), ("c", None)]);
    }

    #[test]
    fn what_is_absent_is_none_or_empty() {
        let outer = read(&["text=x", "inner.name=i"]).unwrap();
        assert!(outer.maybe.is_none() && outer.ticks.is_empty() && outer.rows.is_empty());
        let outer = read(&["text=x", "inner.name=i", "maybe=z", "ticks=een"]).unwrap();
        assert_eq!((outer.maybe.as_deref(), outer.ticks.len()), (Some("z"), 1));
    }

    #[test]
    fn what_does_not_fit_its_struct_stops_here() {
        for lines in [
            &["inner.name=i"][..],
            &["text=x"],
            &["text.deep=x", "inner.name=i"],
            &["text=x", "inner.name=i", "rows.k1.also=x"],
            &["text=x", "inner.name=i", "maybe.deep=x"],
        ] {
            assert_eq!(judged(lines, ""), [(String::new(), Code::Rule("shape"))], "{lines:?}");
        }
        assert_eq!(judged(&["a.text=x"], "a."), [("a".to_owned(), Code::Rule("shape"))]);
    }

    #[test]
    fn rules_show_at_the_field_that_their_list_names() {
        let at = |lines: &[&str], prefix: &str| judged(lines, prefix);
        let full = ["s.text=fout", "s.inner.name=i"];
        assert_eq!(at(&full, "s."), [("s.role.consent_on".to_owned(), Code::Rule("consent_before_birth"))]);
        let long = ["text=x", "inner.name=lang"];
        assert_eq!(at(&long, ""), [("inner.given_names".to_owned(), Code::Rule("name_missing"))]);
        // Rows are judged one by one, by the struct of their group.
        assert_eq!(at(&["text=x", "inner.name=i", "rows.k1.name=lang"], ""), []);
    }
}
