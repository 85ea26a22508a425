//! Single keys, for who spends the day here. Each presses what the page shows already, so nobody needs them; and each colleague can turn
//! them off in their browser (WCAG 2.1.4).

pub mod page;

use domain::desk::act::Act;
use domain::referral::Happening;
use leptos::prelude::*;

/// What they are called.
pub(super) const TITLE: &str = "Sneltoetsen";

/// Whether the keys work in this browser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shortcuts {
    /// As everyone begins.
    #[default]
    On,
    /// Someone turned them off.
    Off,
}

impl Shortcuts {
    /// Its name in a post, in the cookie, and for the script.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::On => "aan",
            Self::Off => "uit",
        }
    }

    /// What bears this name.
    pub fn from_slug(slug: &str) -> Option<Self> {
        [Self::On, Self::Off].into_iter().find(|one| one.slug() == slug)
    }

    /// A key beside what it presses, where keys work. It is for eyes: whoever hears the page has it in `aria-keyshortcuts`, apart from
    /// the name of the button.
    pub(super) fn key_view(self, key: Option<&'static str>) -> impl IntoView {
        let key = key.filter(|_| self == Self::On);
        key.map(|key| view! { " "<kbd class="zvh-desk-key zvh-desk-key--beside" aria-hidden="true">{key}</kbd> })
    }

    const fn other(self) -> Self {
        match self {
            Self::On => Self::Off,
            Self::Off => Self::On,
        }
    }
}

/// What a key does. What bears one on a page has its letter in `data-key`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortcut {
    /// To the next case of a list; Enter opens it.
    Next,
    /// To the one before.
    Previous,
    /// To the work list.
    Queue,
    /// To one's own work.
    Mine,
    /// To the box in which a reference is typed.
    Find,
    /// Taking a case.
    Take,
    /// To the list of who can handle a case.
    Assign,
    /// To the act that does this.
    Act(Happening),
    /// To the page about the keys.
    Help,
}

impl Shortcut {
    /// All of them, as the page about them lists them.
    pub const ALL: [Self; 15] = [
        Self::Next,
        Self::Previous,
        Self::Find,
        Self::Queue,
        Self::Mine,
        Self::Take,
        Self::Assign,
        Self::Act(Happening::Contacted),
        Self::Act(Happening::Asked),
        Self::Act(Happening::Judged),
        Self::Act(Happening::Weighed),
        Self::Act(Happening::Decided),
        Self::Act(Happening::Answered),
        Self::Act(Happening::Noted),
        Self::Help,
    ];

    /// The key of an act, where it has one.
    pub fn of(act: &Act) -> Option<&'static str> {
        Self::ALL.into_iter().find(|one| *one == Self::Act(act.what)).map(Self::key)
    }

    /// What is pressed.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Next => "j",
            Self::Previous => "k",
            Self::Queue => "w",
            Self::Mine => "m",
            Self::Find => "/",
            Self::Take => "i",
            Self::Assign => "t",
            Self::Act(Happening::Contacted) => "c",
            Self::Act(Happening::Asked) => "v",
            Self::Act(Happening::Judged) => "o",
            Self::Act(Happening::Weighed) => "d",
            Self::Act(Happening::Decided) => "b",
            Self::Act(Happening::Answered) => "a",
            Self::Act(Happening::Noted) => "n",
            Self::Act(_) => "",
            Self::Help => "?",
        }
    }

    const fn text(self) -> &'static str {
        match self {
            Self::Next => "Naar de volgende zaak. Enter opent die",
            Self::Previous => "Naar de vorige zaak",
            Self::Queue => "Naar de werkvoorraad",
            Self::Mine => "Naar uw eigen werk",
            Self::Find => "Een referentie zoeken",
            Self::Take => "De zaak zelf oppakken",
            Self::Assign => "De zaak aan iemand toewijzen",
            Self::Act(Happening::Contacted) => "Contact vastleggen",
            Self::Act(Happening::Asked) => "Aanvulling vragen",
            Self::Act(Happening::Judged) => "Criteria beoordelen",
            Self::Act(Happening::Weighed) => "Advies vastleggen",
            Self::Act(Happening::Decided) => "Besluit nemen, of een uitkomst vastleggen",
            Self::Act(Happening::Answered) => "Antwoord geven",
            Self::Act(_) => "Notitie vastleggen",
            Self::Help => "Deze pagina",
        }
    }

    const fn place(self) -> &'static str {
        match self {
            Self::Next | Self::Previous | Self::Find => "Werkvoorraad",
            Self::Queue | Self::Mine | Self::Help => "Overal",
            Self::Take | Self::Assign | Self::Act(_) => "In een zaak",
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_key_does_one_thing_and_can_be_typed_without_a_second() {
        let keys: BTreeSet<_> = Shortcut::ALL.into_iter().map(Shortcut::key).collect();
        assert_eq!(keys.len(), Shortcut::ALL.len());
        assert!(keys.iter().all(|key| key.chars().count() == 1));
    }

    #[test]
    fn whether_they_work_is_read_back_by_its_name() {
        for shortcuts in [Shortcuts::On, Shortcuts::Off] {
            assert_eq!(Shortcuts::from_slug(shortcuts.slug()), Some(shortcuts));
            assert_ne!(shortcuts.other(), shortcuts);
        }
        assert_eq!(Shortcuts::from_slug(""), None);
    }
}
