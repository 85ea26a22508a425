//! The parts pages are made of. One file per part; each owns its HTML.

pub mod alert;
pub mod breadcrumb;
pub mod button_link;
pub mod cards;
pub mod contact_block;
pub mod external_link;
pub mod form;
pub mod help_now;
pub mod mark;
pub mod page_footer;
pub mod page_header;
pub mod question_list;
pub mod quick_exit;
pub mod skip_link;
pub mod steps;

pub use alert::{Alert, AlertKind};
pub use breadcrumb::Breadcrumb;
pub use button_link::{ButtonLink, ButtonRank};
pub use cards::{Card, Cards};
pub use contact_block::ContactBlock;
pub use external_link::ExternalLink;
pub use help_now::{HelpLines, HelpNow};
pub use mark::{Mark, MarkDrawing};
pub use page_footer::PageFooter;
pub use page_header::PageHeader;
pub use question_list::{Question, QuestionList};
pub use quick_exit::{QuickExit, QuickExitLink, SafeBrowsing};
pub use skip_link::SkipLink;
pub use steps::{Step, Steps};
