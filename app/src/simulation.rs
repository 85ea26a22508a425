//! The case meeting that visitors play to learn what to share (`domain::simulation` holds its rules, the content folder its words).
//!
//! All of it is one page with one form: a sheet for each role, and the debrief. What is not on turn is `hidden`; a form sends
//! hidden boxes too, so the form itself remembers every choice. Without script each press asks the server for the same page
//! with another part in view. With script the [`island`] does that on the spot: the same rules, the same HTML, no request.

#[cfg(feature = "ssr")]
pub mod debrief;
#[cfg(feature = "play")]
pub mod island;
#[cfg(feature = "ssr")]
pub mod play;
#[cfg(feature = "ssr")]
pub mod printed;
#[cfg(feature = "ssr")]
pub mod start;
#[cfg(feature = "ssr")]
pub mod words;

/// What it is called where the site lists its parts.
#[cfg(feature = "ssr")]
pub const TITLE: &str = "Casus-simulatie";

/// Where it is on the site.
pub mod path {
    /// What it is, who plays, the buttons to begin.
    #[cfg(feature = "ssr")]
    pub const START: &str = crate::place::Place::Simulation.path();
    /// The game itself.
    pub const PLAY: &str = "/casus-simulatie/spelen";
    /// All of it for a group, on paper.
    pub const PRINTED: &str = "/casus-simulatie/afdrukken";
}

/// What the page says to the island: the ids of its parts.
pub mod id {
    /// The game.
    pub const GAME: &str = "spel";
    /// The form with all choices.
    pub const FORM: &str = "keuzes";
    /// The main heading.
    pub const HEADING: &str = "kop";
    /// How far the round is.
    pub const STEP: &str = "rol";
    /// What stands beside the sheets.
    pub const TABLE: &str = "tafel";
    /// The clock.
    pub const CLOCK: &str = "klok";
    /// The time left.
    pub const TIME: &str = "tijd";
    /// The time left, as a bar.
    pub const BAR: &str = "tijdbalk";
    /// The line that is read out.
    pub const SAID: &str = "gemeld";
}

/// What the page says to the island: attributes.
pub mod attribute {
    /// On the game: seconds for each briefing.
    pub const SECONDS: &str = "data-seconds";
    /// On a part that has a turn: where a form goes to bring it into view.
    pub const TURN: &str = "data-turn";
    /// On such a part: its main heading.
    pub const TITLE: &str = "data-title";
    /// On a sheet: how far the round is.
    pub const STEP: &str = "data-step";
    /// On a sheet whose role signs for secrecy.
    pub const SIGNS: &str = "data-signs";
    /// On the box of a fact: its verdict.
    pub const VERDICT: &str = "data-verdict";
    /// On a line on the table: the fact it tells.
    pub const ON_TABLE: &str = "data-on-table";
    /// Shows while nothing lies on the table.
    pub const EMPTY_TABLE: &str = "data-empty-table";
    /// Shows while something lies on the table.
    pub const FILLED_TABLE: &str = "data-filled-table";
    /// On a question of the debrief: the facts that it needs, with spaces between.
    pub const NEEDS: &str = "data-needs";
    /// Within a question: shows when nothing is missing.
    pub const CLEAR: &str = "data-clear";
    /// Within a question: shows when something is missing.
    pub const UNCLEAR: &str = "data-unclear";
    /// Within a question: the fact without which it stays open.
    pub const MISSING: &str = "data-missing";
    /// On a line of the debrief: the fact it judges.
    pub const FACT: &str = "data-fact";
    /// On a line of the debrief: the judgement under which it shows.
    pub const JUDGED: &str = "data-judged";
    /// Shows when this judgement was given to some fact.
    pub const SOME: &str = "data-some";
    /// Shows when this judgement was given to no fact.
    pub const NONE: &str = "data-none";
    /// Holds how many facts were judged so.
    pub const COUNT: &str = "data-count";
    /// Holds how many questions were answered.
    pub const ANSWERED: &str = "data-answered";
    /// Shows when this role did not sign.
    pub const UNSIGNED: &str = "data-unsigned";
    /// On a button of the clock: what it does, `run` or `off`.
    pub const CLOCK: &str = "data-clock";
    /// On the label of such a button before it was pressed.
    pub const BEFORE: &str = "data-before";
    /// On its label after it was pressed.
    pub const AFTER: &str = "data-after";
    /// On what a clock that is switched off does not show.
    pub const FACE: &str = "data-face";
}
