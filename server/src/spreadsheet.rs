//! Cells of a table that a spreadsheet will open: text of others must not be taken for a formula.

use std::borrow::Cow;

/// The cell as it may stand in a table. What a spreadsheet would run gets an apostrophe in front (OWASP: CSV injection).
pub fn harmless(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_becomes_text() {
        for (cell, wanted) in [
            ("=cmd|'/c calc'!A0@x.nl", "'=cmd|'/c calc'!A0@x.nl"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("sanne@post.example", "sanne@post.example"),
            ("", ""),
        ] {
            assert_eq!(harmless(cell), wanted);
        }
    }
}
