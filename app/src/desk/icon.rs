//! The signs beside words: lines in the colour of the text. They say nothing that the words do not.

use leptos::prelude::*;

/// A sign.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// Time goes by.
    Clock,
    /// Take care.
    Warning,
    /// Too late.
    Late,
    /// It stands still.
    Pause,
    /// Done.
    Check,
    /// Away with it.
    Cross,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Clock => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2",
            Self::Warning => "M12 3 2 20.5h20zM12 9.5v5M12 17v.5",
            Self::Late => "M8 2.5h8L21.5 8v8L16 21.5H8L2.5 16V8zM12 7v6M12 16v.5",
            Self::Pause => "M8.5 5v14M15.5 5v14",
            Self::Check => "m4 12.5 5.5 5.5L20 6.5",
            Self::Cross => "m6 6 12 12M18 6 6 18",
        }
    }

    /// The sign.
    pub(super) fn view(self) -> impl IntoView {
        view! { <svg viewBox="0 0 24 24" stroke-width="2" width="18" height="18" aria-hidden="true"><path d=self.path() /></svg> }
    }
}
