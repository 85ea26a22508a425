//! What stands in a file: sections of questions and answers as they were shown when somebody sent them. They come out of a sealed
//! record, so they are owned, and they are shown as they are whatever became of the form since.

use leptos::prelude::*;
use serde::Deserialize;

/// A step with its answers, as [`domain::summary::Section`] writes it.
#[derive(Clone, Deserialize)]
pub struct Section {
    /// Slug of the step.
    pub step: String,
    /// Its title.
    pub title: String,
    /// Its own answers, then those of each row.
    pub blocks: Vec<Block>,
}

/// Answers that belong together.
#[derive(Clone, Deserialize)]
pub struct Block {
    /// "Gezinslid 1: Sam de Wit"; empty for the step's own answers.
    pub heading: String,
    /// The answers.
    pub lines: Vec<Line>,
}

/// A question and its answer.
#[derive(Clone, Deserialize)]
pub struct Line {
    /// Full name of the field.
    pub name: String,
    /// The question.
    pub label: String,
    /// The answer in words; empty where nothing was answered.
    pub value: String,
}

impl Section {
    /// The questions of this section that have no answer.
    pub fn open(&self) -> impl Iterator<Item = &Line> {
        self.blocks.iter().flat_map(|block| &block.lines).filter(|line| line.value.is_empty())
    }
}

/// How far down the headings of sections are: they stand under a heading of the page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Right under a part of the page.
    Third,
    /// Under something within that part.
    Fourth,
}

/// The sections under each other. A single one needs no heading: what stands above it says what it is.
pub fn sections_view(sections: &[Section], depth: Depth) -> impl IntoView + use<> {
    let alone = sections.len() == 1;
    let views = sections.iter().map(|section| {
        let title = (!alone).then(|| heading(section.title.clone(), depth));
        let filled: Vec<_> = section.blocks.iter().filter(|block| !block.lines.is_empty()).map(block_view).collect();
        let nothing = filled.is_empty().then(|| view! { <p class="zvh-desk-quiet">"Niets ingevuld."</p> });
        view! { {title}{filled}{nothing} }
    });
    views.collect_view()
}

fn heading(text: String, depth: Depth) -> AnyView {
    match depth {
        Depth::Third => view! { <h3 class="nl-heading nl-heading--level-3">{text}</h3> }.into_any(),
        Depth::Fourth => view! { <h4 class="zvh-desk-heading">{text}</h4> }.into_any(),
    }
}

fn block_view(block: &Block) -> impl IntoView + use<> {
    let heading =
        (!block.heading.is_empty()).then(|| view! { <p class="zvh-desk-heading">{block.heading.clone()}</p> });
    let lines = block.lines.iter().map(line_view).collect_view();
    view! {
        {heading}
        <dl class="zvh-desk-answers">{lines}</dl>
    }
}

fn line_view(line: &Line) -> impl IntoView + use<> {
    let value = match line.value.as_str() {
        "" => view! { <dd class="zvh-desk-quiet">{crate::wizard::copy::WORDS.unanswered}</dd> }.into_any(),
        value => view! { <dd>{value.to_owned()}</dd> }.into_any(),
    };
    view! { <div><dt>{line.label.clone()}</dt>{value}</div> }
}
