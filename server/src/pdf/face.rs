//! What a face of the font can show and how wide it is: its tables `cmap` (format 4), `head`, `hhea` and `hmtx`, as the OpenType
//! specification lays them out. krilla embeds and shapes the font but doesn't tell these two facts.

use std::sync::LazyLock;

/// The two faces in use.
pub(super) struct Faces {
    pub(super) regular: Face,
    pub(super) bold: Face,
}

/// Read once; `None` if the font that is built in is broken.
pub(super) static FACES: LazyLock<Option<Faces>> = LazyLock::new(|| {
    Some(Faces { regular: Face::read(notosans::REGULAR_TTF)?, bold: Face::read(notosans::BOLD_TTF)? })
});

/// One face.
pub(super) struct Face {
    /// The font as a file.
    pub(super) file: &'static [u8],
    /// Where the table of characters starts.
    characters: usize,
    /// Where the table of widths starts.
    widths: usize,
    /// How many glyphs have a width of their own; the rest have that of the last.
    own_widths: usize,
    units_per_em: f32,
}

impl Face {
    fn read(file: &'static [u8]) -> Option<Self> {
        let own_widths = u16_at(file, table(file, *b"hhea")? + 34)?;
        let units_per_em = u16_at(file, table(file, *b"head")? + 18)?;
        Some(Self {
            file,
            characters: characters(file)?,
            widths: table(file, *b"hmtx")?,
            own_widths: usize::from(own_widths),
            units_per_em: f32::from(units_per_em),
        })
    }

    /// The width of a character in ems; `None` where the face has no glyph for it.
    pub(super) fn width(&self, character: char) -> Option<f32> {
        let glyph = usize::from(self.glyph(u16::try_from(u32::from(character)).ok()?)?);
        let at = self.widths + 4 * glyph.min(self.own_widths.checked_sub(1)?);
        Some(f32::from(u16_at(self.file, at)?) / self.units_per_em)
    }

    /// Four lists side by side say of each segment of characters: last, first, delta, and where its glyphs stand if delta alone
    /// doesn't tell.
    fn glyph(&self, character: u16) -> Option<u16> {
        let twice = usize::from(u16_at(self.file, self.characters + 6)?);
        let lasts = self.characters + 14;
        let of = |list: usize, segment: usize| u16_at(self.file, lasts + list * twice + 2 * segment);
        let (mut low, mut high) = (0, twice / 2);
        while low < high {
            let middle = usize::midpoint(low, high);
            if of(0, middle)? < character { low = middle + 1 } else { high = middle }
        }
        // One unused number stands between the first list and the others.
        let after = |list: usize| u16_at(self.file, lasts + 2 + list * twice + 2 * low);
        let (first, delta, shift) = (after(1)?, after(2)?, after(3)?);
        let past_first = usize::from(character.checked_sub(first)?);
        let glyph = match usize::from(shift) {
            0 => character.wrapping_add(delta),
            shift => match u16_at(self.file, lasts + 2 + 3 * twice + 2 * low + shift + 2 * past_first)? {
                0 => 0,
                glyph => glyph.wrapping_add(delta),
            },
        };
        (glyph != 0).then_some(glyph)
    }
}

/// Where the characters of the Unicode BMP are mapped to glyphs.
fn characters(file: &[u8]) -> Option<usize> {
    let cmap = table(file, *b"cmap")?;
    let records = usize::from(u16_at(file, cmap + 2)?);
    (0..records).map(|record| cmap + 4 + 8 * record).find_map(|record| {
        let windows_unicode = u16_at(file, record)? == 3 && u16_at(file, record + 2)? == 1;
        let subtable = cmap + usize::try_from(u32_at(file, record + 4)?).ok()?;
        (windows_unicode && u16_at(file, subtable)? == 4).then_some(subtable)
    })
}

/// Where a table starts.
fn table(file: &[u8], tag: [u8; 4]) -> Option<usize> {
    let tables = usize::from(u16_at(file, 4)?);
    let record = (0..tables).map(|number| 12 + 16 * number).find(|at| file.get(*at..at + 4) == Some(tag.as_slice()))?;
    usize::try_from(u32_at(file, record + 8)?).ok()
}

fn u16_at(file: &[u8], at: usize) -> Option<u16> {
    file.get(at..at + 2)?.try_into().ok().map(u16::from_be_bytes)
}

fn u32_at(file: &[u8], at: usize) -> Option<u32> {
    file.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_faces_show_latin_and_say_what_they_lack() {
        let faces = FACES.as_ref().unwrap();
        for face in [&faces.regular, &faces.bold] {
            for shown in "azAZ09 \u{a0}€ëïÉçñøåßžłőşğǆ’–…□ΩЖ".chars() {
                assert!(face.width(shown).is_some_and(|width| width > 0.0 && width < 2.0), "{shown}");
            }
            for lacking in ['\u{e000}', '\u{ffff}', 'ع', '中', '😀', '\u{10ffff}'] {
                assert_eq!(face.width(lacking), None, "{lacking:?}");
            }
        }
    }

    #[test]
    fn widths_are_those_of_the_font() {
        let faces = FACES.as_ref().unwrap();
        for (character, regular, bold) in [('i', 528.0, 625.0), ('m', 1915.0, 2011.0), ('\u{301}', 0.0, 0.0)] {
            assert_eq!(faces.regular.width(character), Some(regular / 2048.0), "{character}");
            assert_eq!(faces.bold.width(character), Some(bold / 2048.0), "{character}");
        }
    }

    #[test]
    fn a_file_that_is_no_font_is_refused() {
        for file in [&b""[..], b"OTTO", &notosans::REGULAR_TTF[..100], &notosans::REGULAR_TTF[..1000]] {
            assert!(Face::read(file).is_none());
        }
    }
}
