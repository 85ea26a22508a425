//! How many syllables a Dutch word has: one for each group of vowels that is said as one.

/// Vowels said as one, the longest first. Whatever else stands side by side is said apart: `chaos`, `situatie`.
const TOGETHER: [&str; 20] = [
    "aai", "ooi", "oei", "eeu", "ieu", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ei", "ij", "au", "ou", "ye",
    "ëi", "éé",
];

const VOWELS: &str = "aeiouyàáâäèéêëìíîïòóôöùúûü";

/// The number of syllables, at least one.
pub(super) fn count(word: &str) -> usize {
    let word = word.to_lowercase();
    let mut rest = word.as_str();
    let mut count = 0;
    while let Some(letter) = rest.chars().next() {
        let together = TOGETHER.iter().find(|group| rest.starts_with(**group));
        count += usize::from(together.is_some() || VOWELS.contains(letter));
        rest = &rest[together.map_or(letter.len_utf8(), |group| group.len())..];
    }
    count.max(1)
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn syllables_are_counted_as_they_are_said() {
        for (word, syllables) in [
            ("zorg", 1),
            ("huis", 1),
            ("veilig", 2),
            ("moeilijk", 2),
            ("leeuw", 1),
            ("nieuw", 1),
            ("fraai", 1),
            ("beoordeling", 4),
            ("gegevens", 3),
            ("organisatie", 5),
            ("situatie", 4),
            ("beëindigen", 4),
            ("geïnformeerd", 4),
            ("chaos", 2),
            ("één", 1),
            ("samenwerkingsverband", 6),
            ("WGS", 1),
            ("112", 1),
        ] {
            assert_eq!(count(word), syllables, "{word}");
        }
    }
}
