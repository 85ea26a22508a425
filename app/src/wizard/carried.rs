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
    pub(crate) const NEIGHBOURS: &str = "data-neighbours";
    pub(crate) const ROOMS: &str = "data-rooms";
}

#[cfg(feature = "ssr")]
pub(super) use written::carry;

#[cfg(feature = "ssr")]
mod written {
    use chrono::Datelike;
    use domain::context::{ParticipantKind, Partner};

    use super::super::frame::Filling;

    /// The values of the attributes.
    pub(crate) struct Carried {
        pub(crate) form: &'static str,
        pub(crate) answers: String,
        pub(crate) today: String,
        pub(crate) partners: String,
        pub(crate) municipalities: String,
        pub(crate) neighbours: String,
        pub(crate) rooms: String,
    }

    pub(crate) fn carry(filling: &Filling) -> Carried {
        let today = filling.context.today;
        let context = &filling.context;
        let partners: Vec<(&str, String)> =
            context.partners.iter().map(|partner| (partner.id.as_str(), standing(partner))).collect();
        let municipalities = context.municipalities.iter().map(|place| (place.code.as_str(), ""));
        let neighbours = context.neighbours.iter().map(|area| (area.id.as_str(), ""));
        let rooms = context.rooms.iter().map(|room| (room.id.as_str(), ""));
        Carried {
            form: filling.form.slug,
            answers: pairs(filling.answers.iter()),
            today: format!("{:04}{:02}{:02}", today.year(), today.month(), today.day()),
            partners: pairs(partners.iter().map(|(id, standing)| (*id, standing.as_str()))),
            municipalities: pairs(municipalities),
            neighbours: pairs(neighbours),
            rooms: pairs(rooms),
        }
    }

    fn pairs<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
    }

    /// What the rules need of a partner: a letter for its kind, then its mail domains.
    fn standing(partner: &Partner) -> String {
        let mut standing = vec![letter(partner.kind)];
        standing.extend(partner.mail_domains.iter().map(String::as_str));
        standing.join(" ")
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
    use domain::context::{Context, Municipality, Neighbour, ParticipantKind, Partner, Room};

    /// Ids of the house's own lists, with what the rules need beside them.
    type Ids = Vec<(String, String)>;

    /// What the browser needs of the house: names are only shown, and showing is the server's work.
    pub(crate) fn context(
        today: &str,
        partners: Ids,
        municipalities: Ids,
        neighbours: Ids,
        rooms: Ids,
    ) -> Option<Context> {
        let none = String::new;
        Some(Context {
            today: day_of(today)?,
            partners: partners.into_iter().map(partner).collect(),
            municipalities: municipalities.into_iter().map(|(code, _)| Municipality { code, name: none() }).collect(),
            neighbours: neighbours.into_iter().map(|(id, _)| Neighbour { id, label: none() }).collect(),
            rooms: rooms.into_iter().map(|(id, _)| Room { id, label: none() }).collect(),
        })
    }

    fn partner((id, standing): (String, String)) -> Partner {
        let mut words = standing.split(' ');
        let kind = kind_of(words.next().unwrap_or(""));
        Partner { id, name: String::new(), kind, mail_domains: words.map(str::to_owned).collect() }
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
