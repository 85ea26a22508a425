//! The parts of a form, one file per design-system part, each owning its HTML.
//!
//! Every part gives the same outer shape: label, hint, error, input. The error element is always there, hidden while empty,
//! so that the island only has to fill it.

pub mod choice;
pub mod date;
pub mod error_summary;
pub mod text;
pub mod tick;

pub use choice::{Checkboxes, Radios, Select};
pub use date::DateBoxes;
pub use error_summary::{ErrorSummary, SummaryLine};
pub use text::{TextArea, TextBox};
pub use tick::Tick;

use crate::paths::field_id;

/// What every part of a form knows of its field.
#[derive(Clone, Default)]
pub struct Common {
    /// Name under which the answer is posted.
    pub name: String,
    /// The label or question.
    pub label: String,
    /// Help under the label; may be empty.
    pub hint: String,
    /// The error, `None` while there is none.
    pub error: Option<String>,
    /// A calm remark about the answer, never stops anyone.
    pub warning: Option<String>,
    /// Whether the remark changes while someone types.
    pub coached: Coached,
    /// Whether the label says that it may be left open.
    pub need: Answering,
    /// The browser's own fill-in help, may be empty.
    pub autocomplete: &'static str,
}

/// Whether the remark beside a field changes while someone types.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Coached {
    /// It stays until the page comes back.
    #[default]
    No,
    /// The island writes it; without script it comes with the page.
    Yes,
}

/// Whether an answer is needed.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Answering {
    /// It is.
    #[default]
    Needed,
    /// It may be left open.
    Free,
}

impl Common {
    pub(crate) fn id(&self) -> String {
        field_id(&self.name)
    }

    fn hint_id(&self) -> String {
        format!("{}-hint", self.id())
    }

    fn error_id(&self) -> String {
        format!("{}-error", self.id())
    }

    /// What describes the control: its hint, and always its (maybe still empty) error.
    pub(crate) fn described_by(&self) -> String {
        if self.hint.is_empty() { self.error_id() } else { format!("{} {}", self.hint_id(), self.error_id()) }
    }

    fn invalid(&self) -> Option<&'static str> {
        self.error.is_some().then_some("true")
    }

    pub(crate) fn class(&self, kind: &str) -> String {
        let invalid = if self.error.is_some() { " utrecht-form-field--invalid" } else { "" };
        format!("zvh-field utrecht-form-field {kind}{invalid}")
    }
}

pub(crate) mod shape {
    //! The pieces around the input that all parts share.

    use super::{Answering, Coached, Common};
    use leptos::prelude::*;

    pub(crate) fn optional_mark(field: &Common) -> impl IntoView + use<> {
        (field.need == Answering::Free).then(|| view! { <span class="zvh-optional">" (niet verplicht)"</span> })
    }

    pub(crate) fn hint(field: &Common) -> impl IntoView + use<> {
        let (id, text) = (field.hint_id(), field.hint.clone());
        (!text.is_empty()).then(|| {
            view! { <div class="utrecht-form-field__description utrecht-form-field-description" id=id>{text}</div> }
        })
    }

    pub(crate) fn error(field: &Common) -> impl IntoView + use<> {
        let hidden = field.error.is_none();
        view! {
            <div
                class="utrecht-form-field__error-message utrecht-form-field-error-message"
                id=field.error_id()
                data-error=field.name.clone()
                hidden=hidden
            >
                {field.error.clone().unwrap_or_default()}
            </div>
        }
    }

    pub(crate) fn warning(field: &Common) -> impl IntoView + use<> {
        match (field.coached, field.warning.clone()) {
            (Coached::No, None) => ().into_any(),
            (Coached::No, Some(text)) => view! { <p class="zvh-warning">{text}</p> }.into_any(),
            (Coached::Yes, text) => {
                let hidden = text.is_none();
                view! { <p class="zvh-warning" role="status" data-coach="" hidden=hidden>{text.unwrap_or_default()}</p> }
                    .into_any()
            }
        }
    }
}
