//! A house full of what nobody sent: every state of it opens at the desk, and its clock moves the time of everything.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::http::StatusCode;
use chrono::Duration;
use domain::desk::outcome::Outcome;
use domain::desk::role::Role;
use domain::fiction::Chance;
use domain::form::Form;
use domain::forms;
use domain::referral::Status;
use server::audit::{Actor, Entry, Event, Step};
use server::clock::{Clock as _, ShiftedClock};
use server::demo::clock::Demo;
use server::demo::fill::{House as Filled, arrivals};
use server::demo::plan::{Scene, can_be_sent, scenes};
use server::demo::staff::{KeptCodes, appointed, ways_in};
use server::demo::{Mails, Stored};
use server::front::Front;
use server::services::Services;

use crate::browser::Browser;
use crate::house::House;
use crate::place::on_both_databases;

const CLOCK: &str = "/demo/klok";

/// Fills the house with these.
async fn fill(house: &House, scenes: Vec<Scene>, lanes: usize) -> Vec<Stored> {
    let (front, now) = (&house.front, house.now());
    let mut chance = Chance::new(5);
    let arrivals = arrivals(scenes, now, &mut chance);
    let staff = Arc::new(appointed(front, now).await.unwrap());
    let filled = Filled { front, clock: &house.clock, staff, mails: Mails::None, lanes };
    let mut count = 0;
    let stored = filled.fill(arrivals, &mut chance, |done| count = done).await.unwrap();
    assert_eq!((count, house.now()), (stored.len(), now), "who looks on hears of each, and the clock is where it was");
    stored
}

/// So many referrals by every form of the house.
fn all_sorts(house: &House, count: usize) -> Vec<Scene> {
    let context = house.front.context();
    let used = house.front.content.forms.iter().filter_map(|form| forms::find(form.slug));
    let forms: Vec<&'static Form> = used.filter(|form| can_be_sent(form, &context)).collect();
    scenes(&forms, &context, count)
}

/// The same house as a demonstration that runs.
fn shown(house: &House) -> Arc<Demo> {
    let clock = Arc::new(ShiftedClock::default());
    clock.set(house.now());
    let services = Services { clock: clock.clone(), ..house.front.services.clone() };
    let front = Front::load(services, house.front.address.clone()).unwrap();
    let codes = KeptCodes { house: String::new().into(), recovery: String::new().into() };
    Arc::new(Demo { front, clock, codes, shift_file: house.place.var.path().join("demo-clock") })
}

on_both_databases! {
    async fn every_state_of_a_referral_is_there_and_opens_at_the_desk(place) {
        let house = House::at(place).await;
        let stored = fill(&house, all_sorts(&house, 120), 1).await;
        assert_eq!(stored.len(), 120);
        assert_eq!(house.front.services.store.audit().contradictions().await.unwrap(), []);
        let statuses: BTreeSet<String> = house.place.column("SELECT status FROM referrals").await.into_iter().collect();
        // This house has no rooms, so nothing that it could cancel.
        let there_are = Status::ALL.iter().filter(|status| **status != Status::Cancelled);
        assert_eq!(statuses, there_are.map(|status| status.slug().to_owned()).collect());
        let outcomes: BTreeSet<String> =
            house.place.column("SELECT outcome FROM referrals WHERE outcome IS NOT NULL").await.into_iter().collect();
        assert_eq!(outcomes, Outcome::ALL.iter().map(|outcome| outcome.slug().to_owned()).collect());

        let everything =
            [Role::Intake, Role::Procesregisseur, Role::Chair, Role::WvggzProcesregisseur, Role::ContactPoint];
        let mut colleague = house.colleague(&everything).await;
        for Stored { reference, .. } in &stored {
            let case = colleague.opens(&format!("/balie/{reference}")).await;
            let is_shielded = case.status == StatusCode::SEE_OTHER && case.leads_to().ends_with("/inzien");
            assert!(case.status == StatusCode::OK || is_shielded, "{reference}: {}", case.status);
        }
        assert!(!house.place.holds("verzonnen voorbeeld"), "all of it is sealed");
        let moments = house.place.column("SELECT CAST(at AS TEXT) FROM audit WHERE action LIKE 'referral.%' ORDER BY seq").await;
        let moments: Vec<i64> = moments[..60].iter().map(|at| at.parse().unwrap()).collect();
        assert!(moments.is_sorted(), "the trail tells it in the order in which it happened");
    }

    async fn many_lanes_store_as_much_as_one(place) {
        let house = House::at(place).await;
        assert_eq!(fill(&house, all_sorts(&house, 90), 16).await.len(), 90);
        assert_eq!(house.place.count("referrals").await, 90);
        assert!(matches!(house.front.services.store.audit().verify().await.unwrap(), server::store::Trail::Sound { .. }));
    }
}

#[tokio::test]
async fn what_its_sender_follows_tells_what_the_house_asked() {
    let house = House::opens().await;
    let asked = all_sorts(&house, 60).into_iter().filter(|scene| scene.status == Status::Asked).take(1).collect();
    let stored = fill(&house, asked, 1).await;
    let mut sender = house.visitor();
    sender.opens("/volgen").await;
    let typed = [("_referentie", stored[0].reference.as_str()), ("_code", stored[0].code.as_str())];
    sender.sends(&typed, "").await;
    assert!(sender.follows().await.said().contains("Wij stelden u een vraag."));
}

#[tokio::test]
async fn the_clock_of_a_demonstration_destroys_what_is_over_and_every_page_tells_the_time() {
    let house = House::opens().await;
    let refused = Scene {
        form: forms::find("regieteam").unwrap(),
        status: Status::Answered,
        outcome: Some(Outcome::Advies),
        days_ago: 9,
        handled_in: 7,
    };
    let reference = fill(&house, vec![refused], 1).await.remove(0).reference;
    // Chance may have held it.
    house.place.execute("DELETE FROM timeline WHERE what = 'held'").await;
    let demo = shown(&house);
    let mut visitor = Browser::new(demo.router());
    for path in ["/", "/volgen", "/balie/inloggen", "/aanmelden/regieteam", CLOCK] {
        let page = visitor.opens(path).await;
        assert!(page.body.contains("Dit is een demonstratie") && page.body.contains("21 november 2026"), "{path}");
    }
    let referrals = async || house.place.count("referrals").await;
    visitor.opens(CLOCK).await;
    visitor.posts(CLOCK, &[("_actie", "week")]).await;
    assert!(visitor.follows().await.said().contains("28 november 2026"));
    assert_eq!(referrals().await, 1, "its time is not over");
    visitor.posts(CLOCK, &[("_actie", "maand")]).await;
    assert!(visitor.follows().await.said().contains("28 december 2026"));
    assert_eq!(referrals().await, 0);
    assert_eq!(house.place.column("SELECT reference FROM tombstones").await, [reference]);
    assert!(house.place.var.path().join("demo-clock").exists());
}

#[tokio::test]
async fn the_clock_goes_to_days_that_there_are_and_back_to_now() {
    let house = House::opens().await;
    let demo = shown(&house);
    let mut visitor = Browser::new(demo.router());
    visitor.opens(CLOCK).await;
    for wrong in ["", "2026-02-30", "1999-01-01", "9999-01-01"] {
        let page = visitor.posts(CLOCK, &[("_actie", "naar"), ("dag", wrong)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        assert!(page.said().contains("Kies een dag van"), "{wrong}");
    }
    visitor.posts(CLOCK, &[("_actie", "naar"), ("dag", "2031-03-01")]).await;
    assert!(visitor.follows().await.said().contains("1 maart 2031"));
    visitor.posts(CLOCK, &[("_actie", "nu")]).await;
    let beside = demo.clock.now() - server::clock::SystemClock.now();
    assert!(beside.abs() < Duration::minutes(1), "{beside}");
}

#[tokio::test]
async fn outside_a_demonstration_there_is_no_clock() {
    let house = House::opens().await;
    let mut visitor = house.visitor();
    assert_eq!(visitor.opens(CLOCK).await.status, StatusCode::NOT_FOUND);
    assert!(!visitor.opens("/").await.body.contains("demonstratie"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_links_of_a_demonstration_stand_by_role_and_name_whenever_they_are_made() {
    for _ in 0..4 {
        let house = House::opens().await;
        // Read back from the store, in no order of ours.
        appointed(&house.front, house.now()).await.unwrap();
        let ways = ways_in(&house.front, house.now()).await.unwrap();
        let weighers: Vec<&str> =
            ways.iter().filter(|way| way.role == Role::Weigher).map(|way| way.name.as_str()).collect();
        assert_eq!(weighers, ["Bram Bedacht", "Sara Denkbeeld"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_left_a_demonstration_gets_no_new_link() {
    let house = House::opens().await;
    let ways = async || ways_in(&house.front, house.now()).await.unwrap();
    let before = ways().await;
    let gone = appointed(&house.front, house.now()).await.unwrap().remove(0);
    let left = Event::Member { member: gone.id, what: Step::Left };
    let members = house.front.services.store.members();
    members.end(gone.id, house.now(), Entry::new(house.now(), Actor::Operator, left)).await.unwrap();
    let after = ways().await;
    assert_eq!(after.len(), before.len() - 1);
    assert!(after.iter().all(|way| way.name != gone.profile.name));
    let invited = house.trail().await;
    assert!(!invited.iter().rev().take(after.len()).any(|line| line.ends_with(&gone.id.to_string())), "{invited:?}");
    assert_eq!(
        members.of(house.front.house()).await.unwrap().len(),
        before.len(),
        "nobody was appointed in their place"
    );
}
