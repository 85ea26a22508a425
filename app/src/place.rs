//! The fixed addresses of the public site. Links in code are built from these; links in content are checked against them.

/// The overview of the themes, for a house that has them.
pub const THEMES: &str = "/themas";

/// Advice on safe browsing, for a house that has it.
pub const SAFE_BROWSING: &str = "/veilig-internetten";

/// A page that every house has.
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
    /// The start of the Regieteam wizard.
    ReferRegieteam,
    /// Every question of the Regieteam wizard on one page.
    ReferRegieteamQuestions,
    /// Going on with a saved referral.
    Resume,
    /// Frequently asked questions.
    Questions,
    /// Address, telephone, route.
    Contact,
    /// What happens to personal data.
    Privacy,
    /// The accessibility statement.
    Accessibility,
}

impl Place {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Home,
        Self::About,
        Self::Regieteam,
        Self::Refer,
        Self::ReferRegieteam,
        Self::ReferRegieteamQuestions,
        Self::Resume,
        Self::Questions,
        Self::Contact,
        Self::Privacy,
        Self::Accessibility,
    ];

    /// The path of its address.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Home => "/",
            Self::About => "/over-ons",
            Self::Regieteam => "/regieteam",
            Self::Refer => "/aanmelden",
            Self::ReferRegieteam => "/aanmelden/regieteam",
            Self::ReferRegieteamQuestions => "/aanmelden/regieteam/vragen",
            Self::Resume => "/verder",
            Self::Questions => "/veelgestelde-vragen",
            Self::Contact => "/contact",
            Self::Privacy => "/privacy",
            Self::Accessibility => "/toegankelijkheid",
        }
    }
}
