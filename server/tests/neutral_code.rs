//! A house is a folder of words: no code and no style names one.
#![expect(clippy::unwrap_used, reason = "a test that fails should fail loudly")]

use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn no_code_and_no_style_names_a_house_or_its_places() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let names = names_of_houses(&root.join("content"));
    assert!(names.len() > 6, "{names:?}");
    let mut found = Vec::new();
    for folder in ["domain/src", "app/src", "server/src", "style"] {
        for file in files_below(&root.join(folder)) {
            let text = fs::read_to_string(&file).unwrap();
            // Tests may speak of the houses of this repository.
            let code = text.split("#[cfg(test)]").next().unwrap();
            found
                .extend(names.iter().filter(|name| says(code, name)).map(|name| format!("{}: {name}", file.display())));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn a_name_is_found_as_a_word_of_its_own() {
    assert!(says("voor de gemeente Stein.", "Stein"));
    assert!(!says("Einstein, Steinen", "Stein"));
}

/// Folder, region, street, town and municipalities of every house.
fn names_of_houses(content: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for house in fs::read_dir(content).unwrap().map(|entry| entry.unwrap().path()) {
        let settings: toml::Table = fs::read_to_string(house.join("house.toml")).unwrap().parse().unwrap();
        names.push(house.file_name().unwrap().to_str().unwrap().to_owned());
        names.push(settings["region"].as_str().unwrap().to_owned());
        names.extend(["street", "town"].map(|key| settings["address"][key].as_str().unwrap().to_owned()));
        let municipalities = settings["municipality"].as_array().unwrap();
        names.extend(municipalities.iter().map(|place| place["name"].as_str().unwrap().to_owned()));
    }
    names
}

fn says(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    })
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let name = path.file_name().unwrap().to_str().unwrap();
        let is_test = name == "tests" || name == "tests.rs" || name == "fixtures";
        if path.is_dir() && !is_test && name != "node_modules" {
            files.extend(files_below(&path));
        } else if path.extension().is_some_and(|ending| ["rs", "css"].iter().any(|known| ending == *known)) && !is_test
        {
            files.push(path);
        }
    }
    files
}
