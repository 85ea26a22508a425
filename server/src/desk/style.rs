//! Which questions of an act apply, as a style sheet: nothing in it is about anyone.

use std::sync::Arc;

use app::wizard::reveal;
use axum::extract::State;
use axum::http::{Uri, header};
use axum::response::{IntoResponse as _, Response};
use domain::desk::act;

use crate::front::Front;
use crate::http::{Address, Fault};
use crate::intake::answered;

/// The style sheet of the act in the name of the file.
pub(super) async fn show(State(front): State<Arc<Front>>, Address(file): Address<String>, uri: Uri) -> Response {
    let work = async {
        let act = file.strip_suffix(".css").and_then(act::find).ok_or(Fault::NotFound)?;
        let fixed = [(header::CONTENT_TYPE, "text/css; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
        Ok((fixed, reveal::stylesheet(act.form, &front.context())).into_response())
    };
    answered(&front, uri.path(), work).await
}
