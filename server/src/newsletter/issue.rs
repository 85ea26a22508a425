//! One issue of the newsletter: what it says, and the digest by which it is known.

use sha2::{Digest as _, Sha256};

use crate::hex;
use crate::seal::draft::LookupHash;

/// Characters of the digest that people see.
const SHOWN: usize = 16;

/// An issue: a subject and lines of plain text.
pub struct Issue {
    /// What it is about.
    pub subject: String,
    /// Its lines.
    pub text: String,
    digest: [u8; 32],
}

/// Why this can't be sent.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum IssueError {
    /// Nobody opens a mail about nothing.
    #[error("the subject is empty")]
    NoSubject,
    /// It would become another header.
    #[error("the subject holds a line break or another control character")]
    Subject,
    /// There is nothing to send.
    #[error("the file holds no text")]
    NoText,
    /// A mail program would show something else.
    #[error("line {0} holds a tab or another control character; use spaces")]
    Text(usize),
}

impl Issue {
    /// An issue of this house. Equal subject and text give the same issue.
    pub fn new(house: &str, subject: &str, text: &str) -> Result<Self, IssueError> {
        let subject = subject.trim();
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        let text = text.trim_matches('\n').trim_end();
        if subject.is_empty() {
            return Err(IssueError::NoSubject);
        }
        if subject.contains(char::is_control) {
            return Err(IssueError::Subject);
        }
        if text.is_empty() {
            return Err(IssueError::NoText);
        }
        if let Some(line) = text.split('\n').position(|line| line.contains(char::is_control)) {
            return Err(IssueError::Text(line + 1));
        }
        let mut digest = Sha256::new_with_prefix(b"zvh/newsletter/v1/issue");
        for part in [house, subject, text] {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part);
        }
        Ok(Self { subject: subject.to_owned(), text: text.to_owned(), digest: digest.finalize().into() })
    }

    /// How the trail and the screen call it.
    pub fn name(&self) -> String {
        hex::encode(&self.digest).chars().take(SHOWN).collect()
    }

    /// The number of the mail with this issue to the address of this link: always the same, so that it is sent once.
    pub(super) fn mail_id(&self, link: LookupHash) -> [u8; 16] {
        let hash = Sha256::new_with_prefix(b"zvh/newsletter/v1/mail").chain_update(self.digest).chain_update(link.0);
        let hash: [u8; 32] = hash.finalize().into();
        let mut id = [0; 16];
        id.copy_from_slice(&hash[..16]);
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn issue(subject: &str, text: &str) -> Result<Issue, IssueError> {
        Issue::new("westelijke-mijnstreek", subject, text)
    }

    #[test]
    fn an_issue_is_known_by_house_subject_and_text() {
        let name = |subject, text| issue(subject, text).ok().unwrap().name();
        assert_eq!(name("a", "b\n"), name(" a ", "\u{feff}\r\nb\r\n\r\n"));
        assert_ne!(name("a", "b"), name("ab", "b"));
        assert_ne!(name("a", "b"), name("a", "c"));
        assert_ne!(name("a", "b"), Issue::new("voorbeeldstad", "a", "b").ok().unwrap().name());
    }

    #[test]
    fn each_address_gets_a_mail_of_its_own() {
        let (one, other) = (LookupHash([1; 32]), LookupHash([2; 32]));
        let issue = issue("a", "b").ok().unwrap();
        assert_eq!(issue.mail_id(one), issue.mail_id(one));
        assert_ne!(issue.mail_id(one), issue.mail_id(other));
    }

    #[test]
    fn what_can_not_be_sent_is_named() {
        for (subject, text, error) in [
            (" ", "b", IssueError::NoSubject),
            ("a\r\nBcc: x", "b", IssueError::Subject),
            ("a", " \r\n\n", IssueError::NoText),
            ("a", "b\nc\td", IssueError::Text(2)),
        ] {
            assert_eq!(issue(subject, text).map(|_| ()), Err(error));
        }
    }
}
