//! The parts pages are made of. One file per part; each owns its HTML.

pub mod alert;
pub mod breadcrumb;
pub mod button_link;
pub mod cards;
pub mod contact_block;
pub mod form;
pub mod help_now;
pub mod mark;
pub mod notice;
pub mod page_footer;
pub mod page_header;
pub mod picture;
pub mod question_list;
pub mod search_form;
pub mod skip_link;
pub mod steps;
pub mod written_date;

pub use alert::{Alert, AlertKind};
pub use breadcrumb::Breadcrumb;
pub use button_link::{ButtonLink, ButtonRank};
pub use cards::{Card, Cards};
pub use contact_block::ContactBlock;
pub use help_now::{HelpLines, HelpNow};
pub use mark::{Mark, MarkDrawing};
pub use notice::{Notice, Notices};
pub use page_footer::PageFooter;
pub use page_header::PageHeader;
pub use picture::{Image, Picture, PixelSize};
pub use question_list::{Question, QuestionList};
pub use search_form::SearchForm;
pub use skip_link::SkipLink;
pub use steps::{Step, Steps};
pub use written_date::WrittenDate;
