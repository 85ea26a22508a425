//! The fixed addresses of the public site. Links in code are built from these; links in content are checked against them.

/// The overview of the themes, for a house that has them.
pub const THEMES: &str = "/themas";

/// Advice on safe browsing, for a house that has it.
pub const SAFE_BROWSING: &str = "/veilig-internetten";

/// A page with an address of its own, in every house.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The first page.
    Home,
    /// What the house is.
    About,
    /// The Regieteam: for whom, how, when.
    Regieteam,
    /// The ways in.
    Refer,
    /// Questions that advise which way fits.
    SelfCheck,
    /// The start of the Regieteam wizard.
    ReferRegieteam,
    /// Every question of the Regieteam wizard on one page.
    ReferRegieteamQuestions,
    /// Going on with a saved referral.
    Resume,
    /// Frequently asked questions.
    Questions,
    /// Finding something on the site.
    Search,
    /// Address, telephone, route.
    Contact,
    /// What happens to personal data.
    Privacy,
    /// The accessibility statement.
    Accessibility,
    /// The organisations the house works with.
    Partners,
    /// Which rooms are free when. Only where the house has rooms.
    Rooms,
    /// All news. Only where the house has a folder for it.
    News,
    /// All documents. Only where the house has a list of them.
    Documents,
    /// All videos and animations. Only where the house has a folder for them.
    Media,
    /// The case that visitors can play. Only where the house has one.
    Simulation,
}

impl Place {
    /// Those that every house has.
    pub const ALL: [Self; 14] = [
        Self::Home,
        Self::About,
        Self::Regieteam,
        Self::Refer,
        Self::SelfCheck,
        Self::ReferRegieteam,
        Self::ReferRegieteamQuestions,
        Self::Resume,
        Self::Questions,
        Self::Search,
        Self::Contact,
        Self::Privacy,
        Self::Accessibility,
        Self::Partners,
    ];

    /// The path of its address.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Home => "/",
            Self::About => "/over-ons",
            Self::Regieteam => "/regieteam",
            Self::Refer => "/aanmelden",
            Self::SelfCheck => "/aanmelden/zelfcheck",
            Self::ReferRegieteam => "/aanmelden/regieteam",
            Self::ReferRegieteamQuestions => "/aanmelden/regieteam/vragen",
            Self::Resume => "/verder",
            Self::Questions => "/veelgestelde-vragen",
            Self::Search => "/zoeken",
            Self::Contact => "/contact",
            Self::Privacy => "/privacy",
            Self::Accessibility => "/toegankelijkheid",
            Self::Partners => "/partners",
            Self::Rooms => "/kamers",
            Self::News => "/nieuws",
            Self::Documents => "/documenten",
            Self::Media => "/video",
            Self::Simulation => "/casus-simulatie",
        }
    }
}
