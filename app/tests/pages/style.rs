//! What a page writes is styled.

use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn every_class_of_ours_that_a_page_writes_is_styled() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sheets = ["layout", "page"].map(|folder| files(&root.join("../style").join(folder), "css"));
    let css: String = sheets.into_iter().flatten().map(|file| read(&file)).collect();
    for file in files(&root.join("src"), "rs") {
        for class in classes_written_in(&read(&file)) {
            let styled = css.match_indices(&class).any(|(at, _)| {
                let after = css[at + class.len()..].chars().next();
                css[..at].ends_with('.') && !after.is_some_and(part_of_a_name)
            });
            assert!(styled, "{}: no rule for .{class}", file.display());
        }
    }
}

/// Our class names in the string literals of a source file.
fn classes_written_in(source: &str) -> Vec<String> {
    let lines = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines
        .flat_map(|line| {
            line.match_indices("zvh-")
                .filter(|(at, _)| line[..*at].ends_with(['"', ' ']))
                .map(|(at, _)| line[at..].chars().take_while(|&letter| part_of_a_name(letter)).collect())
        })
        .collect()
}

fn part_of_a_name(letter: char) -> bool {
    letter.is_alphanumeric() || "-_".contains(letter)
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|its| its == ending) {
            found.push(path);
        }
    }
    found
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap()
}
