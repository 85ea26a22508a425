//! Pages and their structure → the bytes of the PDF, by krilla, whose validator holds it to PDF/UA-1.

use chrono::{DateTime, Datelike, Timelike, Utc};
use krilla::SerializeSettings;
use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::error::KrillaError;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{self, Metadata};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag, TagTree};
use krilla::text::{Font, TextDirection};

use super::face::{FACES, Faces};
use super::layout::lay_out;
use super::letters::{one_line, paragraphs};
use super::lines::{Run, wrap};
use super::pages::{Page, Piece};
use super::style::{BAR, Colour, FOOT, HAIRLINE, LEFT, PAGE, PETROL, RIGHT, Style, WHOLE};
use super::{Document, Head, PdfError, tags};

/// The bytes of the PDF.
pub(super) fn write(document: &Document) -> Result<Vec<u8>, PdfError> {
    let faces = FACES.as_ref().ok_or(PdfError::Font)?;
    let title = one_line(&document.head.title);
    if title.is_empty() {
        return Err(PdfError::Untitled);
    }
    let layout = lay_out(document, faces);
    let mut pdf = krilla::Document::new_with(settings()?);
    let brush = Brush { regular: font(faces.regular.file)?, bold: font(faces.bold.file)? };
    let mut drawn = Vec::with_capacity(layout.pages.len());
    for (at, page) in layout.pages.iter().enumerate() {
        let mut sheet = pdf.start_page_with(PageSettings::from_wh(PAGE.0, PAGE.1).ok_or(PdfError::Unwritten)?);
        let mut surface = sheet.surface();
        if at == 0 {
            decoration(&mut surface, ArtifactType::Layout, |surface| rectangle(surface, BAR, PETROL));
        }
        drawn.push(brush.page(&mut surface, page));
        let number = (document.words.page)(at + 1, layout.pages.len());
        brush.foot(&mut surface, &foot(faces, &document.head.reference, &number));
        surface.finish();
        sheet.finish();
    }
    pdf.set_tag_tree(TagTree::from(tags::nodes(layout.structure, &drawn)));
    pdf.set_outline(tags::outline(&layout.bookmarks));
    pdf.set_metadata(properties(title, &document.head));
    pdf.finish().map_err(|error| match error {
        KrillaError::Validation(breaches) => PdfError::Breaches(breaches.len()),
        KrillaError::Font(..) => PdfError::Font,
        _ => PdfError::Unwritten,
    })
}

fn settings() -> Result<SerializeSettings, PdfError> {
    let standard = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
    let configuration = standard.finish().map_err(|_| PdfError::Unwritten)?;
    Ok(SerializeSettings { configuration, ..SerializeSettings::default() })
}

fn font(file: &'static [u8]) -> Result<Font, PdfError> {
    Font::new(file.into(), 0).ok_or(PdfError::Font)
}

/// The properties of the file: what it is, in which language, from when. Not by whom or with what.
fn properties(title: String, head: &Head) -> Metadata {
    Metadata::new()
        .title(title)
        .language("nl-NL".to_owned())
        .creation_date(utc(head.moment))
        .text_direction(metadata::TextDirection::LeftToRight)
}

fn utc(moment: DateTime<Utc>) -> metadata::DateTime {
    let small = |number: u32| u8::try_from(number).unwrap_or(u8::MAX);
    metadata::DateTime::new(u16::try_from(moment.year()).unwrap_or(0))
        .month(small(moment.month()))
        .day(small(moment.day()))
        .hour(small(moment.hour()))
        .minute(small(moment.minute()))
        .second(small(moment.second()))
        .utc_offset_hour(0)
        .utc_offset_minute(0)
}

/// The reference on the left, the number of the page on the right; of each the first line.
fn foot(faces: &Faces, reference: &str, number: &str) -> Vec<Piece> {
    let style = Style::Foot;
    let first_line = |text: &str| -> Vec<Run> {
        let lines = paragraphs(&one_line(text), style.face(faces));
        let ems = WHOLE.width * 0.6 / style.size();
        lines.first().and_then(|line| wrap(line, ems).into_iter().next()).map_or_else(Vec::new, |line| line.runs)
    };
    let width = |runs: &[Run]| runs.iter().map(|run| run.width).sum::<f32>() * style.size();
    let (reference, number) = (first_line(reference), first_line(number));
    let mut pieces = Vec::new();
    for (mut left, runs) in [(LEFT, reference), (RIGHT - width(&number), number)] {
        for run in runs {
            let wide = run.width * style.size();
            pieces.push(Piece { run, style, left, baseline: FOOT.1 });
            left += wide;
        }
    }
    pieces
}

/// The faces as krilla knows them.
struct Brush {
    regular: Font,
    bold: Font,
}

impl Brush {
    /// Draws what is read, and hands back under which name each piece can be tagged.
    fn page(&self, surface: &mut Surface, page: &Page) -> Vec<Identifier> {
        let named = page.pieces.iter().map(|piece| {
            let span = SpanTag::empty().with_actual_text(piece.run.meant.as_deref());
            let name = surface.start_tagged(ContentTag::Span(span));
            self.text(surface, piece);
            surface.end_tagged();
            name
        });
        let named = named.collect();
        for piece in &page.repeats {
            decoration(surface, ArtifactType::PaginationOther, |surface| self.text(surface, piece));
        }
        for down in &page.hairlines {
            decoration(surface, ArtifactType::Layout, |surface| rectangle(surface, (*down, 0.5), HAIRLINE));
        }
        named
    }

    fn foot(&self, surface: &mut Surface, pieces: &[Piece]) {
        decoration(surface, ArtifactType::Footer, |surface| {
            rectangle(surface, (FOOT.0, 0.5), HAIRLINE);
            for piece in pieces {
                self.text(surface, piece);
            }
        });
    }

    fn text(&self, surface: &mut Surface, piece: &Piece) {
        let style = piece.style;
        let font = if style.is_bold() { &self.bold } else { &self.regular };
        let start = Point::from_xy(piece.left, piece.baseline);
        surface.set_fill(Some(ink(style.colour())));
        surface.draw_text(start, font.clone(), style.size(), &piece.run.shown, false, TextDirection::LeftToRight);
    }
}

/// What is seen and not read aloud.
fn decoration(surface: &mut Surface, kind: ArtifactType, draw: impl FnOnce(&mut Surface)) {
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
    draw(surface);
    surface.end_tagged();
}

/// A line over the whole width.
fn rectangle(surface: &mut Surface, (down, thick): (f32, f32), colour: Colour) {
    let mut path = PathBuilder::new();
    if let Some(rectangle) = Rect::from_xywh(LEFT, down, WHOLE.width, thick) {
        path.push_rect(rectangle);
    }
    if let Some(path) = path.finish() {
        surface.set_fill(Some(ink(colour)));
        surface.draw_path(&path);
    }
}

fn ink((red, green, blue): Colour) -> Fill {
    Fill { paint: rgb::Color::new(red, green, blue).into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}
