//! Sizes, spaces and colours, in points (1/72 inch). Colours have the steps of the site's style sheet.

use super::face::{Face, Faces};

/// A4 (ISO 216): 210 × 297 mm.
pub(super) const PAGE: (f32, f32) = (595.28, 841.89);
/// Left edge of everything.
pub(super) const LEFT: f32 = 57.0;
/// Right edge of everything.
pub(super) const RIGHT: f32 = PAGE.0 - LEFT;
/// Where a page begins.
pub(super) const TOP: f32 = 57.0;
/// Where a page is full.
pub(super) const BOTTOM: f32 = PAGE.1 - 76.0;
/// The hairline above the foot of a page, and the line of text in it.
pub(super) const FOOT: (f32, f32) = (PAGE.1 - 60.0, PAGE.1 - 46.0);
/// The bar at the top of the first page: where it begins, how thick it is.
pub(super) const BAR: (f32, f32) = (36.0, 4.0);
/// The questions.
pub(super) const LABELS: Column = Column { left: LEFT, width: 160.0 };
/// The answers: about sixty letters a line.
pub(super) const VALUES: Column = Column { left: LEFT + 180.0, width: RIGHT - LEFT - 180.0 };
/// The whole width.
pub(super) const WHOLE: Column = Column { left: LEFT, width: RIGHT - LEFT };
/// Above and below the text of an answer.
pub(super) const PADDING: f32 = 5.0;

/// A column on the page.
#[derive(Clone, Copy)]
pub(super) struct Column {
    pub(super) left: f32,
    pub(super) width: f32,
}

/// Red, green, blue.
pub(super) type Colour = (u8, u8, u8);
/// Lines between answers.
pub(super) const HAIRLINE: Colour = (0xbf, 0xc8, 0xd1);
/// The colour of the house style.
pub(super) const PETROL: Colour = (0x0b, 0x5a, 0x69);
const INK: Colour = (0x18, 0x1c, 0x21);
const SOFT_INK: Colour = (0x49, 0x53, 0x5e);

/// What a text looks like.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// The name of the house.
    House,
    /// The title of the document.
    Title,
    /// Heading of a section.
    Heading,
    /// Heading of a block.
    SubHeading,
    /// A question.
    Label,
    /// An answer.
    Value,
    /// What stands where there is no answer.
    Unanswered,
    /// The foot of a page.
    Foot,
}

impl Style {
    /// Size of the letters.
    pub(super) fn size(self) -> f32 {
        match self {
            Self::Title => 22.0,
            Self::Heading => 15.0,
            Self::SubHeading => 12.0,
            Self::House | Self::Value | Self::Unanswered => 11.0,
            Self::Label => 10.0,
            Self::Foot => 9.0,
        }
    }

    /// From one line to the next. Questions and answers share one grid.
    pub(super) fn leading(self) -> f32 {
        match self {
            Self::Title => 28.0,
            Self::Heading => 20.0,
            Self::SubHeading => 17.0,
            Self::House | Self::Label | Self::Value | Self::Unanswered => 16.0,
            Self::Foot => 12.0,
        }
    }

    /// From the top of a line to where its letters stand: in the middle, a capital being 0.72 of the size. A question stands as
    /// low as its answer.
    pub(super) fn baseline(self) -> f32 {
        let size = if self == Self::Label { Self::Value.size() } else { self.size() };
        self.leading() / 2.0 + size * 0.36
    }

    /// White above, unless at the top of a page; white below.
    pub(super) fn space(self) -> (f32, f32) {
        match self {
            Self::House => (10.0, 2.0),
            Self::Title => (0.0, 8.0),
            Self::Heading => (26.0, 4.0),
            Self::SubHeading => (14.0, 2.0),
            _ => (0.0, 0.0),
        }
    }

    /// How dark the letters are: at least 7.8 : 1 on white.
    pub(super) fn colour(self) -> Colour {
        match self {
            Self::House | Self::Heading => PETROL,
            Self::Label | Self::Unanswered | Self::Foot => SOFT_INK,
            Self::Title | Self::SubHeading | Self::Value => INK,
        }
    }

    /// The face it is set in.
    pub(super) fn face(self, faces: &Faces) -> &Face {
        if self.is_bold() { &faces.bold } else { &faces.regular }
    }

    /// Whether that is the bold face.
    pub(super) fn is_bold(self) -> bool {
        matches!(self, Self::House | Self::Title | Self::Heading | Self::SubHeading)
    }
}
