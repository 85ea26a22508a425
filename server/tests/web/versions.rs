//! A draft that began with an older version of its form: what changed is shown, and nothing that was typed is lost.

use app::document::{Head, render};
use app::wizard::frame::Filling;
use app::wizard::{check_page, step as step_page};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use domain::answers::Answers;
use domain::form::{Change, Form};
use domain::forms::contact;
use leptos::prelude::IntoView;
use server::intake::draft::{Begun, Draft};

use crate::house::House;
use crate::page::Page;

/// The form of contact as it might be one day.
static LATER: Form = Form {
    version: 2,
    changes: &[
        Change::changed(2, "message.text"),
        Change::added(2, "message.phone"),
        Change::removed(2, "message.colour", "Welke kleur past bij u?"),
    ],
    ..contact::FORM
};

const CHANGED: &str = "Deze vraag is gewijzigd sinds u begon.";
const NEW: &str = "Deze vraag is nieuw sinds u begon.";

fn typed() -> Answers {
    let typed = [
        ("message.subject", "vraag"),
        ("message.text", "Wat doet u?"),
        ("message.colour", "Oranje"),
        ("message.name", "Testpersoon Fictief-Voorbeeld"),
        ("message.email", "testpersoon@fictie.example"),
    ];
    Answers::from_pairs(typed.map(|(name, text)| (name.to_owned(), text.to_owned())))
}

/// A draft that began with version 1, opened by a program that has version 2.
async fn reopened(house: &House) -> Draft {
    let front = &house.front;
    let draft = Draft::begin(front, &contact::FORM, typed(), Begun::ByChoice).await.unwrap();
    Draft::open(front, &LATER, &draft.secret).await.unwrap().unwrap()
}

fn page<V: IntoView>(house: &House, head: Head, view: impl FnOnce() -> V) -> Page {
    let headers = HeaderMap::from_iter([(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"))]);
    Page::read("/", StatusCode::OK, headers, render(&house.front.site, head, view))
}

fn step(house: &House, filling: &Filling) -> Page {
    let (step, judged) = (&filling.form.steps[0], step_page::Judged::NotYet);
    page(house, step_page::head(filling, step, judged), || step_page::page(filling, step, judged))
}

fn check(house: &House, filling: &Filling) -> Page {
    let held = check_page::Held::No;
    page(house, check_page::head(filling, held), || check_page::page(filling, &[], held))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_that_changed_says_so_and_keeps_its_answer() {
    let house = House::opens().await;
    let filling = reopened(&house).await.filling(&house.front);
    let page = step(&house, &filling);
    assert_eq!(page.said().matches(CHANGED).count(), 1, "{}", page.said());
    assert_eq!(page.said().matches(NEW).count(), 1, "{}", page.said());
    let text = page.form().controls.into_iter().find(|control| control.name == "message.text").unwrap();
    assert_eq!(text.values, ["Wat doet u?"]);
    let page = check(&house, &filling);
    assert!(page.shown("data-answer")["message.text"].contains("Wat doet u?"), "{}", page.said());
    assert_eq!((page.said().matches(CHANGED).count(), page.said().matches(NEW).count()), (1, 1), "{}", page.said());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_to_a_question_that_is_gone_is_shown_and_not_sent() {
    let house = House::opens().await;
    let filling = reopened(&house).await.filling(&house.front);
    let page = check(&house, &filling);
    assert!(page.said().contains("Dit versturen wij niet"), "{}", page.said());
    assert!(page.shown("data-parked")["message.colour"].contains("Oranje"), "{}", page.said());
    assert!(page.said().contains("Welke kleur past bij u?"), "{}", page.said());
    assert_eq!(filling.verdict.accepted.get("message.colour"), "");
    assert_eq!(filling.answers.get("message.colour"), "Oranje");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_knows_the_version_it_began_with_however_often_it_is_saved() {
    let house = House::opens().await;
    let mut draft = reopened(&house).await;
    draft.change("bericht", |answers| answers.set("message.text", "Wat doet u precies?"));
    draft.save(&house.front).await.unwrap();
    let again = Draft::open(&house.front, &LATER, &draft.secret).await.unwrap().unwrap();
    assert_eq!(again.filling(&house.front).began_with, 1);
    assert_eq!(again.body.answers.get("message.text"), "Wat doet u precies?");

    let new = Draft::begin(&house.front, &LATER, typed(), Begun::ByChoice).await.unwrap().filling(&house.front);
    assert_eq!(new.began_with, 2);
    let page = step(&house, &new);
    assert!(!page.said().contains(CHANGED) && !page.said().contains(NEW), "{}", page.said());
}
