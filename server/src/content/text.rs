//! A text of the house: Markdown in passages. Between `{{until 2027-03-01}}` or `{{from 2027-03-02}}` and `{{end}}`, each
//! alone on its line, stands what holds up to that day, or from that day on.

use std::collections::BTreeSet;
use std::ops::Range;

use app::passages::{Holds, Passage, Passages};
use chrono::NaiveDate;

use super::fault::{Fault, Faults};
use super::markdown::{self, Block, FoundFigure, FoundLink, Heading, Rendered};
use super::placeholders::Words;
use super::source::Source;

/// A text, and what there is to know of it.
#[derive(Default)]
pub(super) struct Text {
    pub(super) passages: Passages,
    /// The places in it that a link can lead to.
    pub(super) anchors: BTreeSet<String>,
    pub(super) links: Vec<FoundLink>,
    pub(super) figures: Vec<FoundFigure>,
    /// Its bare words.
    pub(super) blocks: Vec<Block>,
    /// The last day of each passage that ends, and its line.
    pub(super) ends: Vec<(NaiveDate, usize)>,
    /// The first passage that does not always hold, and its line.
    dated: Option<(Holds, usize)>,
    /// Its headings, with the days on which they show.
    headings: Vec<(Holds, Heading)>,
}

/// Reads the text of a file from byte `from` on.
pub(super) fn read(source: &Source, from: usize, words: &Words) -> Result<Text, Faults> {
    let mut faults = Faults::default();
    let parts = split(source, from, &mut faults);
    let mut text = Text::default();
    let mut passages = Vec::new();
    for part in parts {
        let filled = words.fill(source, part.bytes.clone());
        let rendered = filled.and_then(|filled| markdown::render(source, &filled));
        if let Some(rendered) = faults.keep(rendered) {
            passages.push(Passage { holds: part.holds, html: rendered.html.clone(), plain: plain(&rendered.blocks) });
            text.take(&part, rendered);
        }
    }
    text.passages = Passages::new(passages);
    check_headings(source, &text.headings, &mut faults);
    check_figures(source, &text.figures, &mut faults);
    if faults.is_empty() { Ok(text) } else { Err(faults) }
}

impl Text {
    fn take(&mut self, part: &Part, rendered: Rendered) {
        self.anchors.extend(rendered.anchors);
        self.links.extend(rendered.links);
        self.figures.extend(rendered.figures);
        self.blocks.extend(rendered.blocks);
        self.headings.extend(rendered.headings.into_iter().map(|heading| (part.holds, heading)));
        if part.holds != Holds::Always {
            self.dated.get_or_insert((part.holds, part.line));
        }
        if let Holds::Until(last) = part.holds {
            self.ends.push((last, part.line));
        }
    }

    /// The text as HTML, where it can't change from day to day.
    pub(super) fn undated(&self, source: &Source) -> Result<String, Faults> {
        if let Some((_, line)) = self.dated {
            let mend = "write it without, and remove it by hand when it ends";
            return Err(source.fault(line, "a passage with a day can't stand here", mend).into());
        }
        Ok(self.passages.iter().map(|passage| passage.html.as_str()).collect())
    }

    /// The first heading, for a text that may not have one.
    pub(super) fn first_heading(&self) -> Option<&Heading> {
        self.headings.first().map(|(_, heading)| heading)
    }
}

fn plain(blocks: &[Block]) -> String {
    blocks.iter().map(|block| block.text.replace('\n', " ")).collect::<Vec<_>>().join("\n")
}

/// A passage in the file.
struct Part {
    holds: Holds,
    bytes: Range<usize>,
    /// The line on which it is opened.
    line: usize,
}

/// A line that opens or ends a passage.
enum Mark {
    Opens(Holds),
    Ends,
    /// Meant as one, but the day can't be read.
    NoDay,
}

/// Cuts a text into passages.
fn split(source: &Source, from: usize, faults: &mut Faults) -> Vec<Part> {
    let mut parts = vec![Part { holds: Holds::Always, bytes: from..from, line: source.line_at(from) }];
    let mut at = from;
    for (index, line) in source.text[from..].split_inclusive('\n').enumerate() {
        let number = source.line_at(from) + index;
        let next = at + line.len();
        let is_open = parts.last().is_some_and(|part| part.holds != Holds::Always);
        match mark(line.trim()) {
            Some(Mark::Opens(_)) if is_open => {
                faults.add(source.fault(number, "a passage begins inside another", "write {{end}} before it"));
            }
            Some(Mark::Ends) if !is_open => {
                let mend = "write {{until 2027-03-01}} or {{from 2027-03-01}} before it, or remove it";
                faults.add(source.fault(number, "{{end}} ends nothing", mend));
            }
            Some(Mark::Opens(holds)) => parts.push(Part { holds, bytes: next..next, line: number }),
            Some(Mark::Ends) => parts.push(Part { holds: Holds::Always, bytes: next..next, line: number }),
            Some(Mark::NoDay) => {
                let mend = "write a date that exists, as {{until 2027-03-01}}";
                faults.add(source.fault(number, "a passage without a day", mend));
            }
            None => {
                if let Some(part) = parts.last_mut() {
                    part.bytes.end = next;
                }
            }
        }
        at = next;
    }
    if let Some(open) = parts.last().filter(|part| part.holds != Holds::Always) {
        faults.add(source.fault(open.line, "a passage does not end", "write {{end}} on a line of its own after it"));
    }
    parts.retain(|part| !source.text[part.bytes.clone()].trim().is_empty());
    parts
}

fn mark(line: &str) -> Option<Mark> {
    let inside = line.strip_prefix("{{")?.strip_suffix("}}")?.trim();
    let (word, day) = inside.split_once(' ').unwrap_or((inside, ""));
    let day: Option<NaiveDate> = day.trim().parse().ok();
    match word {
        "until" => Some(day.map_or(Mark::NoDay, |day| Mark::Opens(Holds::Until(day)))),
        "from" => Some(day.map_or(Mark::NoDay, |day| Mark::Opens(Holds::From(day)))),
        "end" => Some(Mark::Ends),
        _ => None,
    }
}

/// On every day the headings must go down step by step, and no two may have the same words.
fn check_headings(source: &Source, headings: &[(Holds, Heading)], faults: &mut Faults) {
    let mut found: Vec<Fault> = Vec::new();
    for day in days_of_change(headings) {
        let mut above = 1;
        let mut seen = BTreeSet::new();
        for (_, heading) in headings.iter().filter(|(holds, _)| holds.on(day)) {
            if heading.level > above + 1 {
                let mend = format!("write it with {}", "#".repeat(usize::from(above) + 1));
                found.push(source.fault(heading.line, "this heading skips a level", mend));
            }
            if !seen.insert(heading.id.as_str()) {
                found.push(source.fault(
                    heading.line,
                    "two headings have the same words",
                    "word one of them differently",
                ));
            }
            above = heading.level.max(1);
        }
    }
    for (at, fault) in found.iter().enumerate() {
        if !found[..at].contains(fault) {
            faults.add(fault.clone());
        }
    }
}

/// A day of each time in which the same headings show.
fn days_of_change(headings: &[(Holds, Heading)]) -> BTreeSet<NaiveDate> {
    let changes = headings.iter().filter_map(|(holds, _)| match holds {
        Holds::Always => None,
        Holds::Until(last) => last.succ_opt(),
        Holds::From(first) => Some(*first),
    });
    changes.chain([NaiveDate::MIN]).collect()
}

/// A figure brings ids, so it can stand only once on a page.
fn check_figures(source: &Source, figures: &[FoundFigure], faults: &mut Faults) {
    for (at, figure) in figures.iter().enumerate() {
        if figures[..at].iter().any(|other| other.name == figure.name) {
            let problem = format!("the figure {} stands twice on this page", figure.name);
            faults.add(source.fault(figure.line, problem, "leave one of them out"));
        }
    }
}

#[cfg(test)]
mod tests;
