//! Files that a house hands out as they are: documents, pictures, videos. Only what a text names can be fetched, under the
//! address that the text gives it.

use std::fs;
use std::path::{Path, PathBuf};

use app::components::PixelSize;

/// A file that visitors can fetch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct HouseFile {
    /// Path of its address.
    pub(super) address: String,
    /// Where it lies.
    pub(super) path: PathBuf,
    /// How large it is.
    pub(super) bytes: u64,
}

/// Endings of pictures.
pub(super) const PICTURES: &[&str] = &["avif", "webp", "jpg", "png"];

/// A file in a folder of the house, for the address `<under>/<name>`; or what is wrong with it, and the mend.
pub(super) fn find(folder: &Path, name: &str, endings: &[&str], under: &str) -> Result<HouseFile, (String, String)> {
    let allowed = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-_.".contains(letter);
    if name.starts_with('.') || !name.chars().all(allowed) {
        let mend = "use small letters, digits, hyphens and one dot before the ending";
        return Err((format!("\"{name}\" cannot be the name of a file"), mend.to_owned()));
    }
    if !endings.iter().any(|ending| ending_of(name) == *ending) {
        return Err((
            format!("\"{name}\" is of a kind that does not belong here"),
            format!("use one of: {}", endings.join(", ")),
        ));
    }
    let path = folder.join(name);
    // Not by a link: it could lead out of the folder.
    let found = fs::symlink_metadata(&path).ok().filter(fs::Metadata::is_file);
    let Some(found) = found else {
        return Err((format!("the file \"{name}\" is not there"), format!("put it in {}", folder.display())));
    };
    Ok(HouseFile { address: format!("{under}/{name}"), path, bytes: found.len() })
}

/// Width and height of a picture; or what is wrong with it, and the mend.
pub(super) fn size(file: &HouseFile) -> Result<PixelSize, (String, String)> {
    let Ok(size) = imagesize::size(&file.path) else {
        let name = file.path.file_name().unwrap_or_default().to_string_lossy();
        let mend = "save it again as AVIF, WebP, JPEG or PNG";
        return Err((format!("\"{name}\" is no picture we can read"), mend.to_owned()));
    };
    Ok(PixelSize { width: size.width, height: size.height })
}

/// `pdf` of `convenant.pdf`.
pub(super) fn ending_of(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}
