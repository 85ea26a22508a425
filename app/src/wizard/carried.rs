//! What a wizard page carries for the island, as attributes of its `#wizard`: which form and page it is, everything typed on
//! the other pages, the day and the house. Form data like any post, so the browser needs no JSON reader (20 kB) to read it.

/// Names of the attributes; the page writes the same words.
#[cfg(feature = "hydrate")]
pub(super) mod attribute {
    pub(crate) const FORM: &str = "data-form";
    pub(crate) const ANSWERS: &str = "data-answers";
    pub(crate) const TODAY: &str = "data-today";
    pub(crate) const PARTNERS: &str = "data-partners";
    pub(crate) const MUNICIPALITIES: &str = "data-municipalities";
}

#[cfg(feature = "ssr")]
pub(super) use written::carry;

#[cfg(feature = "ssr")]
mod written {
    use chrono::Datelike;
    use domain::context::ParticipantKind;

    use super::super::frame::Filling;

    /// The values of the attributes.
    pub(crate) struct Carried {
        pub(crate) form: &'static str,
        pub(crate) answers: String,
        pub(crate) today: String,
        pub(crate) partners: String,
        pub(crate) municipalities: String,
    }

    pub(crate) fn carry(filling: &Filling) -> Carried {
        let today = filling.context.today;
        let partners = filling.context.partners.iter().map(|partner| (partner.id.as_str(), letter(partner.kind)));
        let municipalities = filling.context.municipalities.iter().map(|place| (place.code.as_str(), ""));
        Carried {
            form: filling.form.slug,
            answers: pairs(filling.answers.iter()),
            today: format!("{:04}{:02}{:02}", today.year(), today.month(), today.day()),
            partners: pairs(partners),
            municipalities: pairs(municipalities),
        }
    }

    fn pairs<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
    }

    fn letter(kind: ParticipantKind) -> &'static str {
        match kind {
            ParticipantKind::VasteOverheid => "o",
            ParticipantKind::VastePrivaat => "p",
            ParticipantKind::Incidenteel => "i",
        }
    }
}

#[cfg(feature = "hydrate")]
pub(super) use read::context;

#[cfg(feature = "hydrate")]
mod read {
    use chrono::NaiveDate;
    use domain::context::{Context, Municipality, ParticipantKind, Partner};

    /// What the browser needs of the house: names are only shown, and showing is the server's work.
    pub(crate) fn context(
        today: &str,
        partners: Vec<(String, String)>,
        municipalities: Vec<(String, String)>,
    ) -> Option<Context> {
        let partner = |(id, kind): (String, String)| Partner { id, name: String::new(), kind: kind_of(&kind) };
        Some(Context {
            today: day_of(today)?,
            partners: partners.into_iter().map(partner).collect(),
            municipalities: municipalities
                .into_iter()
                .map(|(code, _)| Municipality { code, name: String::new() })
                .collect(),
        })
    }

    fn kind_of(letter: &str) -> ParticipantKind {
        match letter {
            "o" => ParticipantKind::VasteOverheid,
            "p" => ParticipantKind::VastePrivaat,
            _ => ParticipantKind::Incidenteel,
        }
    }

    /// `20261121`
    fn day_of(text: &str) -> Option<NaiveDate> {
        let number: u32 = text.parse().ok()?;
        NaiveDate::from_ymd_opt((number / 10_000).cast_signed(), number / 100 % 100, number % 100)
    }
}
