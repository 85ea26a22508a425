//! A JSON value that keeps the order of its names: a document reads like the form it came from.

use serde::ser::{Serialize, SerializeMap as _, Serializer};

/// A JSON value.
#[derive(Clone, PartialEq)]
pub enum Tree {
    /// True or false.
    Bool(bool),
    /// A whole number.
    Number(u32),
    /// A text.
    Text(String),
    /// Values in order.
    List(Vec<Tree>),
    /// Values by name, in order.
    Object(Vec<(String, Tree)>),
}

impl Tree {
    /// A text.
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// Texts in order.
    pub fn texts<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        Self::List(texts.into_iter().map(Self::text).collect())
    }

    /// Values by name, in order.
    pub fn object<'a>(pairs: impl IntoIterator<Item = (&'a str, Self)>) -> Self {
        Self::Object(pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// An object with one more value behind the others.
    #[must_use]
    pub fn with(self, name: &str, value: Self) -> Self {
        self.and(Self::object([(name, value)]))
    }

    /// Two objects as one. Anything else than an object makes way for what comes after it.
    #[must_use]
    pub fn and(self, more: Self) -> Self {
        match (self, more) {
            (Self::Object(mut pairs), Self::Object(more)) => {
                pairs.extend(more);
                Self::Object(pairs)
            }
            (_, more) => more,
        }
    }
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(number) => serializer.serialize_u32(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(list) => serializer.collect_seq(list),
            Self::Object(pairs) => {
                let mut map = serializer.serialize_map(Some(pairs.len()))?;
                for (name, value) in pairs {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}
