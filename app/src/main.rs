//! Browser bundle.
use app as _;
fn main() {}
