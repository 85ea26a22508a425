//! Who reports a worry about someone's mental health: anyone, and nobody has to say who they are (Wvggz art. 5:2).

use serde::Deserialize;

use super::YES_NO;
use super::purposes_outside_wgs::REPORTER;
use crate::check::shape;
use crate::form::{Choice, Field, Kind, Options, Part, Step, When, Width, paragraphs, prose};

/// What we accept of the reporter.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Reporter {
    pub anonymous: String,
    pub relation: Option<String>,
    pub other_relation: Option<String>,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "melder",
    title: prose("Wie bent u?"),
    intro: paragraphs(&[
        "U mag melden zonder te zeggen wie u bent.",
        "Bent u vertegenwoordiger, partner, ouder of een andere belangrijke naaste? Dan kunt u vragen om toch een aanvraag voor \
         verplichte zorg te doen. Daarvoor moeten wij weten wie u bent.",
    ]),
    when: When::Always,
    section: "reporter",
    accept: shape::<Reporter>,
    parts: &[
        Field::new(
            "reporter.anonymous",
            Kind::One(Options::Fixed(YES_NO)),
            "Wilt u anoniem blijven?",
            "of u anoniem wilt blijven",
            &REPORTER,
        )
        .hint("Kiest u ‘Ja’, dan vragen wij niets over u. Wij kunnen u dan niet bellen of mailen.")
        .why("Iedereen mag anoniem melden. Wij vragen het eerst, zodat u niet te veel invult.")
        .part(),
        Part::notice(
            "reporter.stays_anonymous",
            ANONYMOUS,
            "Schrijf ook bij de andere vragen niets waaraan iemand u herkent. Wat laat zien wie u bent, mag niet in een aanvraag voor \
             verplichte zorg komen.",
        ),
        Field::new(
            "reporter.relation",
            Kind::One(Options::Fixed(RELATIONS)),
            "Hoe kent u de persoon?",
            "hoe u de persoon kent",
            &REPORTER,
        )
        .hint("Past er meer dan één antwoord? Kies het bovenste dat klopt.")
        .why("Vertegenwoordigers en belangrijke naasten kunnen vragen om toch een aanvraag te doen. Daarom moeten wij dit weten.")
        .when(KNOWN)
        .part(),
        Field::new(
            "reporter.other_relation",
            Kind::Text(Width::Wide),
            "Wat bent u van de persoon?",
            "uw relatie tot de persoon",
            &REPORTER,
        )
        .hint("Bijvoorbeeld: buur, vriend, huisarts of begeleider.")
        .why("Zo begrijpen wij wat u ziet en hoe vaak.")
        .when(When::Is("reporter.relation", &["ander"]))
        .part(),
        Field::new("reporter.first_name", Kind::Text(Width::Medium), "Uw voornaam", "uw voornaam", &REPORTER)
            .why("Zo weten wij wie wij aan de telefoon krijgen.")
            .when(KNOWN)
            .autocomplete("given-name")
            .part(),
        Field::new("reporter.last_name", Kind::Text(Width::Wide), "Uw achternaam", "uw achternaam", &REPORTER)
            .hint("Met tussenvoegsel, als u dat hebt.")
            .why("Zo weten wij wie meldt.")
            .when(KNOWN)
            .autocomplete("family-name")
            .part(),
        Field::new("reporter.phone", Kind::PersonPhone, "Uw telefoonnummer", "uw telefoonnummer", &REPORTER)
            .hint("Een nummer waarop u vrij kunt praten.")
            .why("Wij kunnen u bellen als wij een vraag hebben over uw melding.")
            .when(KNOWN)
            .autocomplete("tel")
            .part(),
        Field::new("reporter.email", Kind::Email, "Uw e-mailadres", "uw e-mailadres", &REPORTER)
            .hint("Hier komt de ontvangstbevestiging. Daarin staat niets over de persoon. Kan iemand uw mail lezen? Laat het dan leeg.")
            .why("Zo weet u dat de melding binnen is.")
            .when(KNOWN)
            .optional()
            .autocomplete("email")
            .part(),
    ],
};

const ANONYMOUS: When = When::Is("reporter.anonymous", &["ja"]);
const KNOWN: When = When::Is("reporter.anonymous", &["nee"]);

/// Those of [`RELATIONS`] who can ask for an application although the house would make none (Wvggz art. 5:2).
pub const CLOSE: &[&str] = &["vertegenwoordiger", "partner", "ouder", "naaste"];

const RELATIONS: &[Choice] = &[
    Choice::hinted("vertegenwoordiger", "Ik vertegenwoordig de persoon", "Bijvoorbeeld als mentor of curator."),
    Choice::new("partner", "Ik ben de partner"),
    Choice::new("ouder", "Ik ben een ouder"),
    Choice::hinted("naaste", "Ik ben een andere belangrijke naaste", "De wet noemt dit een essentiële naaste."),
    Choice::new("ander", "Anders"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_chooses_a_relation_by_name_is_close() {
        let (others, close): (Vec<_>, Vec<_>) =
            RELATIONS.iter().map(|choice| choice.value).partition(|one| *one == "ander");
        assert_eq!((close, others), (CLOSE.to_vec(), vec!["ander"]));
    }
}
