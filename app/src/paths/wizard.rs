//! The addresses within a wizard.

use domain::answers::RowKey;

use super::word;

/// An address within a wizard.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Wizard<'a> {
    /// What you need, who may refer; the button that starts a draft.
    Start,
    /// The whole form with reasons, for reading before you start.
    Questions,
    /// One step.
    Step(&'a str),
    /// One row of a group in a step.
    Row(&'a str, &'a str, RowKey),
    /// The question whether a row may go.
    RemoveRow(&'a str, &'a str, RowKey),
    /// All answers, before sending.
    Check,
    /// The code with which to go on later.
    Code,
    /// The question whether the draft may go.
    Discard,
    /// The confirmation of what was sent, by its reference.
    Sent(&'a str),
    /// The confirmation of what nobody follows: the same for everyone.
    Mailed,
    /// What was sent, for its sender: as a page to print.
    Copy(&'a str),
    /// The same as PDF.
    CopyPdf(&'a str),
    /// Which fields apply, as a stylesheet.
    Style,
}

impl Wizard<'_> {
    /// The address in the wizard of the form with this slug.
    pub fn of(self, form: &str) -> String {
        let root = format!("/{}/{form}", word::WIZARDS);
        match self {
            Self::Start => root,
            Self::Questions => format!("{root}/{}", word::QUESTIONS),
            Self::Step(step) => format!("{root}/{step}"),
            Self::Row(step, group, key) => format!("{root}/{step}/{group}/{key}"),
            Self::RemoveRow(step, group, key) => format!("{root}/{step}/{group}/{key}/{}", word::REMOVE),
            Self::Check => format!("{root}/{}", word::CHECK),
            Self::Code => format!("{root}/{}", word::CODE),
            Self::Discard => format!("{root}/{}", word::DISCARD),
            Self::Sent(reference) => format!("{root}/{}/{reference}", word::SENT),
            Self::Mailed => format!("{root}/{}", word::SENT),
            Self::Copy(reference) => format!("{root}/{}/{reference}/{}", word::SENT, word::COPY),
            Self::CopyPdf(reference) => format!("{root}/{}/{reference}/{}", word::SENT, word::COPY_PDF),
            Self::Style => format!("{root}/{}", word::STYLE),
        }
    }
}
