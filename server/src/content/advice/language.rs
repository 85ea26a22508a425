//! Is it B1? Short sentences, easy words.

use super::sentence::{self, Sentence};
use super::{Reading, syllables, wording};
use crate::content::fault::Fault;
use crate::content::markdown::BlockKind;

/// Words in a sentence, at most.
const LONGEST: usize = 20;

/// Flesch-Douma: from 60 on a text is plain language, about B1.
const PLAIN: f64 = 60.0;

/// Fewer words say nothing about the level of a text.
const ENOUGH: usize = 50;

pub(super) fn advice(reading: &Reading) -> Vec<Fault> {
    let sentences: Vec<Sentence> = reading.blocks.iter().flat_map(sentence::sentences).collect();
    let mut advice: Vec<Fault> = sentences.iter().filter_map(|sentence| too_long(reading, sentence)).collect();
    let prose: Vec<_> = sentences.iter().filter(|sentence| sentence.kind == BlockKind::Prose).collect();
    advice.extend(level(&prose).filter(|level| *level < PLAIN).map(|level| {
        let problem = format!("reading level {:.0} (Flesch-Douma); B1 is {PLAIN:.0} or more", level.floor());
        Fault::in_file(&reading.file, problem, "use shorter sentences and shorter words")
    }));
    advice.extend(reading.blocks.iter().flat_map(|block| wording::advice(&reading.file, block)));
    advice
}

fn too_long(reading: &Reading, sentence: &Sentence) -> Option<Fault> {
    let count = sentence.words.len();
    (count > LONGEST && sentence.kind != BlockKind::Heading).then(|| {
        let problem = format!("a sentence of {count} words: \"{} …\"", sentence.words[..4].join(" "));
        Fault::on_line(&reading.file, sentence.line, problem, format!("write at most {LONGEST}: make it two sentences"))
    })
}

/// How easy a text reads, from 0 (hard) to 100 (easy): Flesch's measure with the weights of Douma (1960) for Dutch.
fn level(sentences: &[&Sentence]) -> Option<f64> {
    let words: usize = sentences.iter().map(|sentence| sentence.words.len()).sum();
    if words < ENOUGH {
        return None;
    }
    let syllables: usize =
        sentences.iter().flat_map(|sentence| &sentence.words).map(|word| syllables::count(word)).sum();
    Some(206.84 - 77.0 * ratio(syllables, words) - 0.93 * ratio(words, sentences.len()))
}

fn ratio(part: usize, whole: usize) -> f64 {
    // A text of the house is far shorter than four thousand million words.
    f64::from(u32::try_from(part).unwrap_or(u32::MAX)) / f64::from(u32::try_from(whole).unwrap_or(u32::MAX).max(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::markdown::Block;

    fn level_of(text: &str) -> f64 {
        let block = Block { kind: BlockKind::Prose, text: text.repeat(20), line: 1 };
        let sentences: Vec<_> = sentence::sentences(&block).collect();
        level(&sentences.iter().collect::<Vec<_>>()).unwrap()
    }

    #[test]
    fn easy_words_score_higher_than_hard_ones() {
        // 6 words, 6 syllables: 206.84 − 77 − 5.58.
        assert!((level_of("De man belt ons en wacht. ") - 124.26).abs() < 0.01);
        let hard = level_of("Samenwerkingsverbanden implementeren gegevensverwerkingsverantwoordelijkheden. ");
        assert!(hard < 0.0, "{hard}");
    }

    #[test]
    fn a_few_words_have_no_level() {
        let block = Block { kind: BlockKind::Prose, text: "Verantwoordelijkheid.".into(), line: 1 };
        assert!(level(&sentence::sentences(&block).collect::<Vec<_>>().iter().collect::<Vec<_>>()).is_none());
    }
}
