//! Why the referral comes now: what happened, on which life domains, what is expected (BGS art. 2.20 lid 1).

use serde::Deserialize;

use super::purposes::SITUATION;
use crate::check::shape;
use crate::form::{Choice, Field, Kind, Options, Part, Step, When, paragraphs, prose};

/// What we accept of the reason.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Reason {
    pub now: String,
    pub facts: String,
    pub domains: Vec<String>,
    pub domain_wonen: Option<String>,
    pub domain_geld: Option<String>,
    pub domain_dagbesteding: Option<String>,
    pub domain_lichamelijk: Option<String>,
    pub domain_psychisch: Option<String>,
    pub domain_beperking: Option<String>,
    pub domain_middelen: Option<String>,
    pub domain_relaties: Option<String>,
    pub domain_opvoeding: Option<String>,
    pub domain_netwerk: Option<String>,
    pub domain_justitie: Option<String>,
    pub domain_veiligheid: Option<String>,
    pub domain_zelfzorg: Option<String>,
    pub expected: Vec<String>,
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "aanleiding",
    title: prose("Wat is de aanleiding?"),
    intro: paragraphs(&[
        "Schrijf op wat u zelf weet. Houd feiten en meningen uit elkaar: ‘de buren belden drie keer de politie’ is een feit, ‘hij is \
         agressief’ is een mening.",
        "Schrijf alleen op wat nodig is. Laat afkomst, geloof, politieke voorkeur en seksuele gerichtheid weg.",
    ]),
    when: When::Always,
    section: "reason",
    accept: shape::<Reason>,
    parts: &[
        Field::new("reason.now", Kind::LongText, "Waarom meldt u nu aan?", "de aanleiding", &SITUATION)
            .hint("Wat is er veranderd of vastgelopen? Neem geen verslagen van anderen over.")
            .why("Zo begrijpen wij waarom de casus nu aandacht nodig heeft en niet later.")
            .part(),
        Field::new(
            "reason.facts",
            Kind::LongText,
            "Wat is er gebeurd en sinds wanneer?",
            "de feiten",
            &SITUATION,
        )
        .hint("Noem feiten met een datum of periode. Schrijf geen strafblad op dat u alleen van horen zeggen kent.")
        .why("Met feiten en data kunnen wij de casus eerlijk wegen.")
        .part(),
        Part::heading("Leefgebieden"),
        Field::new(
            "reason.domains",
            Kind::Many(Options::Fixed(DOMAINS)),
            "Op welke leefgebieden zijn er problemen?",
            "op welke leefgebieden er problemen zijn",
            &SITUATION,
        )
        .hint("Zet een vinkje bij elk gebied waarop u zelf problemen ziet. Bij elk vinkje vragen wij een korte uitleg.")
        .why("Wij kijken of er problemen zijn op meer dan één leefgebied.")
        .part(),
        Part::notice(
            "reason.one_domain",
            When::Ticks("reason.domains", 1),
            "U kiest één leefgebied. Wij kijken of er problemen zijn op meer dan één leefgebied. Kijk na of u alles hebt genoemd. U \
             kunt ook zo verdergaan.",
        ),
        domain(
            "reason.domain_wonen",
            &["wonen"],
            "Wonen: wat is er aan de hand?",
            "uw uitleg bij wonen",
            "Bijvoorbeeld: dreigende uitzetting, overlast of een vervuilde woning. Noem geen namen van buren.",
        ),
        domain(
            "reason.domain_geld",
            &["geld"],
            "Geld en schulden: wat is er aan de hand?",
            "uw uitleg bij geld en schulden",
            "Bijvoorbeeld: schulden of geen inkomen. Noem geen bedragen van het inkomen van gezinsleden.",
        ),
        domain(
            "reason.domain_dagbesteding",
            &["dagbesteding"],
            "Werk, school en dagbesteding: wat is er aan de hand?",
            "uw uitleg bij werk, school en dagbesteding",
            "Bijvoorbeeld: schoolverzuim of geen werk. Neem geen schoolrapporten over.",
        ),
        domain(
            "reason.domain_lichamelijk",
            &["lichamelijk"],
            "Lichamelijke gezondheid: wat is er aan de hand?",
            "uw uitleg bij lichamelijke gezondheid",
            "Schrijf op wat anderen moeten weten om goed samen te werken. Noem geen medicijnen en neem geen medische verslagen over.",
        ),
        domain(
            "reason.domain_psychisch",
            &["psychisch"],
            "Psychische gezondheid: wat is er aan de hand?",
            "uw uitleg bij psychische gezondheid",
            "Beschrijf gedrag en gevolgen. Noem alleen een diagnose als die nodig is, en geen medicijnen.",
        ),
        domain(
            "reason.domain_beperking",
            &["beperking"],
            "(Licht) verstandelijke beperking: wat is er aan de hand?",
            "uw uitleg bij de verstandelijke beperking",
            "Beschrijf wat de betrokkene wel en niet begrijpt of kan. Neem geen testuitslagen over.",
        ),
        domain(
            "reason.domain_middelen",
            &["middelen"],
            "Middelengebruik of verslaving: wat is er aan de hand?",
            "uw uitleg bij middelengebruik of verslaving",
            "Bijvoorbeeld: welk middel en welke gevolgen. Noem geen behandeldetails.",
        ),
        domain(
            "reason.domain_relaties",
            &["relaties"],
            "Relaties en gezin: wat is er aan de hand?",
            "uw uitleg bij relaties en gezin",
            "Bijvoorbeeld: ruzie of een scheiding. Schrijf niets over geloof of seksuele gerichtheid.",
        ),
        domain(
            "reason.domain_opvoeding",
            &["opvoeding"],
            "Opvoeding en ontwikkeling van kinderen: wat is er aan de hand?",
            "uw uitleg bij opvoeding en ontwikkeling van kinderen",
            "Schrijf op wat u zelf ziet bij de kinderen. Laat weg wat andere kinderen in de klas of buurt betreft.",
        ),
        domain(
            "reason.domain_netwerk",
            &["netwerk"],
            "Sociaal netwerk: wat is er aan de hand?",
            "uw uitleg bij het sociaal netwerk",
            "Bijvoorbeeld: weinig contacten of vrienden met slechte invloed. Noem geen namen van mensen die u niet hebt toegevoegd.",
        ),
        domain(
            "reason.domain_justitie",
            &["justitie"],
            "Politie en justitie: wat is er aan de hand?",
            "uw uitleg bij politie en justitie",
            "Alleen wat uw organisatie zelf rechtmatig weet. Schrijf geen strafblad op dat u van horen zeggen kent.",
        ),
        domain(
            "reason.domain_veiligheid",
            &["veiligheid"],
            "Veiligheid en geweld: wat is er aan de hand?",
            "uw uitleg bij veiligheid en geweld",
            "Bijvoorbeeld: bedreiging of mishandeling, met datum. Verderop vragen wij hoe groot de zorg is. Laat details over seksueel \
             leven weg.",
        ),
        domain(
            "reason.domain_zelfzorg",
            &["zelfzorg"],
            "Zelfzorg en dagelijks leven: wat is er aan de hand?",
            "uw uitleg bij zelfzorg en dagelijks leven",
            "Bijvoorbeeld: eten, slapen of de post openen. Noem geen medische details.",
        ),
        Part::heading("Verwachting"),
        Field::new(
            "reason.expected",
            Kind::Many(Options::Fixed(EXPECTATIONS)),
            "Wat verwacht u als er niets gebeurt?",
            "wat u verwacht als er niets gebeurt",
            &SITUATION,
        )
        .hint("Kies alleen waarvoor u duidelijke aanwijzingen hebt.")
        .why("Wij wegen of er iets moet gebeuren om overlast, criminaliteit, onveiligheid of achteruitgang te voorkomen.")
        .part(),
    ],
};

/// The explanation of one life domain, asked once it is ticked.
const fn domain(
    name: &'static str,
    value: &'static [&'static str],
    label: &'static str,
    noun: &'static str,
    hint: &'static str,
) -> Part {
    Field::new(name, Kind::LongText, label, noun, &SITUATION)
        .hint(hint)
        .why("Met uw uitleg zien wij wat er speelt en welke organisaties daarbij nodig zijn.")
        .when(When::Is("reason.domains", value))
        .part()
}

const DOMAINS: &[Choice] = &[
    Choice::new("wonen", "Wonen"),
    Choice::new("geld", "Geld en schulden"),
    Choice::new("dagbesteding", "Werk, school en dagbesteding"),
    Choice::new("lichamelijk", "Lichamelijke gezondheid"),
    Choice::new("psychisch", "Psychische gezondheid"),
    Choice::new("beperking", "(Licht) verstandelijke beperking"),
    Choice::new("middelen", "Middelengebruik of verslaving"),
    Choice::new("relaties", "Relaties en gezin"),
    Choice::new("opvoeding", "Opvoeding en ontwikkeling van kinderen"),
    Choice::new("netwerk", "Sociaal netwerk"),
    Choice::new("justitie", "Politie en justitie"),
    Choice::new("veiligheid", "Veiligheid en geweld"),
    Choice::new("zelfzorg", "Zelfzorg en dagelijks leven"),
];

const EXPECTATIONS: &[Choice] = &[
    Choice::new("overlast", "Ernstige overlast"),
    Choice::new("criminaliteit", "Criminaliteit"),
    Choice::hinted("onveilig_personen", "Onveilige situatie voor personen", "Voor de betrokkene zelf of voor anderen."),
    Choice::new("onveilig_gebied", "Onveilige situatie in de buurt"),
    Choice::hinted(
        "uitval",
        "Maatschappelijke uitval",
        "De betrokkene raakt bijvoorbeeld woning, werk of contacten kwijt.",
    ),
    Choice::new("achteruitgang", "Verdere achteruitgang"),
];
