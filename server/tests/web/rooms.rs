//! Booking a room: once for each half hour, only when the house is open, and freed again by the link in the mail.

use axum::http::StatusCode;
use chrono::{DateTime, TimeDelta, Utc};
use domain::desk::role::Role;
use server::config::Config;

use crate::browser::{Browser, NOTHING};
use crate::house::House;
use crate::place::{Place, on_both_databases};

const STEP: &str = "/aanmelden/kamer/kamer";
const CHECK: &str = "/aanmelden/kamer/controle";
/// Tuesday 1 December 2026; the house stands at Saturday 21 November, 13:00.
const TUESDAY: [&str; 3] = ["1", "12", "2026"];

fn example(config: &mut Config) {
    "voorbeeldstad".clone_into(&mut config.houses[0].house);
}

async fn opens(place: Place) -> House {
    House::with(place, example).await
}

/// Fills in the first step and presses on.
async fn asks(visitor: &mut Browser, room: &str, [day, month, year]: [&str; 3], start: &str, end: &str) {
    visitor.goes(STEP).await;
    let typed = [
        ("booking.room", room),
        ("booking.day.day", day),
        ("booking.day.month", month),
        ("booking.day.year", year),
        ("booking.start", start),
        ("booking.end", end),
        ("booking.people", "3"),
        ("booking.purpose", "overleg"),
        ("booking.equipment", "Een flip-over"),
    ];
    visitor.sends(&typed, "volgende").await;
}

/// Fills in who books: the check page is in front of the person.
async fn names(visitor: &mut Browser) {
    visitor.follows().await;
    let typed = [
        ("booker.organisation", "politie"),
        ("booker.name", "Kanarie Geel"),
        ("booker.email", "kanarie@politie.example"),
    ];
    visitor.sends(&typed, "volgende").await;
    visitor.follows().await;
    assert_eq!(visitor.page().path, CHECK, "{}", visitor.page().said());
}

/// Fills in everything: the check page is in front of the person.
async fn prepares(visitor: &mut Browser, room: &str, start: &str, end: &str) {
    asks(visitor, room, TUESDAY, start, end).await;
    assert_eq!(visitor.page().status, StatusCode::SEE_OTHER, "{}", visitor.page().said());
    names(visitor).await;
}

/// Books; says under which reference.
async fn books(house: &House, room: &str, start: &str, end: &str) -> String {
    let mut visitor = house.visitor();
    prepares(&mut visitor, room, start, end).await;
    visitor.sends(NOTHING, "volgende").await;
    let reference = visitor.page().leads_to().rsplit('/').next().unwrap().to_owned();
    assert_eq!(visitor.follows().await.heading(), "Uw kamer is gereserveerd");
    reference
}

fn buttons(visitor: &Browser) -> Vec<String> {
    visitor.page().form().buttons.into_iter().filter(|button| button.starts_with("kies:")).collect()
}

/// What a mail says, its soft line ends taken away (RFC 2045 §6.7).
fn unwrapped(mail: &str) -> String {
    mail.replace("=\r\n", "").replace("=3D", "=")
}

/// The path of the link in a mail that begins so.
fn link(mail: &str, begin: &str) -> String {
    let mail = unwrapped(mail);
    let start = mail.find(begin).unwrap_or_else(|| panic!("{begin} in {mail}"));
    mail[start..].split_whitespace().next().unwrap().to_owned()
}

on_both_databases! {
    async fn of_fifty_who_book_one_slot_at_once_one_gets_it(place) {
        let house = opens(place).await;
        let mut visitors = Vec::new();
        for _ in 0..50 {
            let mut visitor = house.visitor();
            prepares(&mut visitor, "overlegkamer", "10:00", "11:00").await;
            visitors.push(visitor);
        }
        let presses: Vec<_> = visitors
            .into_iter()
            .map(|mut visitor| tokio::spawn(async move { (visitor.sends(NOTHING, "volgende").await.status, visitor) }))
            .collect();
        let (mut sent, mut refused) = (0, 0);
        for press in presses {
            let (status, visitor) = press.await.unwrap();
            match status {
                StatusCode::SEE_OTHER => sent += 1,
                StatusCode::CONFLICT => {
                    refused += 1;
                    assert!(visitor.page().said().contains("niet meer vrij"), "{}", visitor.page().said());
                    assert!(!buttons(&visitor).is_empty());
                }
                other => panic!("{other}: {}", visitor.page().said()),
            }
        }
        assert_eq!((sent, refused), (1, 49));
        assert_eq!(house.references().await.len(), 1);
        assert_eq!(house.place.count("places").await, 2);
    }

    async fn two_presses_of_one_visitor_are_one_booking(place) {
        let house = opens(place).await;
        let mut visitor = house.visitor();
        prepares(&mut visitor, "overlegkamer", "10:00", "11:00").await;
        let presses: Vec<_> = (0..10)
            .map(|_| {
                let mut tab = visitor.clone();
                tokio::spawn(async move { tab.sends(NOTHING, "volgende").await.leads_to().to_owned() })
            })
            .collect();
        let mut led_to = Vec::new();
        for press in presses {
            led_to.push(press.await.unwrap());
        }
        led_to.dedup();
        assert_eq!(led_to.len(), 1, "{led_to:?}");
        assert_eq!(house.references().await.len(), 1);
    }

    async fn what_overlaps_by_half_an_hour_is_refused_and_what_touches_is_not(place) {
        let house = opens(place).await;
        books(&house, "overlegkamer", "10:00", "11:00").await;
        for (start, end) in [("09:00", "10:30"), ("10:30", "12:00"), ("09:00", "12:00"), ("10:30", "11:00")] {
            let mut visitor = house.visitor();
            asks(&mut visitor, "overlegkamer", TUESDAY, start, end).await;
            assert_eq!(visitor.page().status, StatusCode::CONFLICT, "{start} {end}");
        }
        books(&house, "overlegkamer", "09:00", "10:00").await;
        books(&house, "overlegkamer", "11:00", "11:30").await;
        books(&house, "spreekkamer-1", "10:00", "11:00").await;
    }

    async fn the_link_in_the_mail_cancels_once_and_frees_the_room(place) {
        let house = opens(place).await;
        let reference = books(&house, "overlegkamer", "10:00", "11:00").await;
        let mails = house.sends_mail().await;
        let mail = mails.iter().find(|mail| mail.contains("kanarie@politie.example")).unwrap();
        let path = link(mail, "/afzeggen/");
        let mut visitor = house.visitor();
        // Programs that guard mail open every link.
        for _ in 0..3 {
            let page = visitor.opens(&path).await;
            assert_eq!(page.heading(), "Reservering afzeggen");
            assert!(page.said().contains("Overlegkamer, dinsdag 1 december 2026, van 10.00 tot 11.00 uur"), "{}", page.said());
            assert!(!page.body.contains("Kanarie"));
        }
        assert_eq!(house.place.count("places").await, 2);
        let again = visitor.clone();
        assert_eq!(visitor.posts(&path, &[]).await.heading(), "Uw reservering is afgezegd");
        assert_eq!(house.place.count("places").await, 0);
        assert_eq!(again.clone().posts(&path, &[]).await.heading(), "Deze reservering was al afgezegd");
        assert_eq!(again.clone().opens(&path).await.heading(), "Deze reservering was al afgezegd");
        let withdrawn = house.trail().await.iter().filter(|line| line.contains(&reference)).count();
        assert!(withdrawn >= 2, "{:?}", house.trail().await);
        books(&house, "overlegkamer", "10:00", "11:00").await;
    }

    async fn the_desk_cancels_with_a_reason_that_the_booker_reads_and_frees_the_room(place) {
        let house = opens(place).await;
        let reference = books(&house, "overlegkamer", "10:00", "11:00").await;
        let mails = house.sends_mail().await;
        let path = link(mails.iter().find(|mail| mail.contains("kanarie@politie.example")).unwrap(), "/afzeggen/");
        let code = path.rsplit('/').next().unwrap().to_owned();
        let mut intake = house.colleague(&[Role::Intake]).await;
        let act = format!("/balie/{reference}/afzeggen");
        assert!(intake.opens("/balie/kamers").await.links().contains(&act), "{}", intake.page().said());
        assert!(intake.opens(&format!("/balie/{reference}")).await.links().contains(&act));
        intake.opens(&act).await;
        intake.sends(NOTHING, "bekijk").await;
        assert_eq!(intake.page().status, StatusCode::UNPROCESSABLE_ENTITY, "without a reason nothing is cancelled");
        let page = intake.sends(&[("cancel.reason", "De verwarming is kapot.")], "bekijk").await;
        assert!(page.said().contains("Wij zegden uw reservering af.") && page.said().contains("De verwarming is kapot."), "{}", page.said());
        assert_eq!(house.place.count("places").await, 2, "looking cancels nothing");
        intake.sends(NOTHING, "volgende").await;
        assert!(intake.follows().await.said().contains("De reservering is afgezegd"), "{}", intake.page().said());
        assert_eq!(house.place.count("places").await, 0);
        assert!(!house.place.holds("verwarming is kapot"), "the reason is sealed");
        assert!(house.trail().await.contains(&format!("referral.cancelled {reference}")));

        let before = mails.len();
        let mails = house.sends_mail().await;
        assert_eq!(mails.len(), before + 1, "one mail that there is news");
        assert!(!mails.iter().any(|mail| unwrapped(mail).contains("verwarming")));
        let mut booker = house.visitor();
        assert_eq!(booker.opens(&path).await.heading(), "Deze reservering was al afgezegd");
        booker.opens("/volgen").await;
        booker.sends(&[("_referentie", reference.as_str()), ("_code", code.as_str())], "").await;
        let read = booker.follows().await.said().to_owned();
        assert!(read.contains("Afgezegd door ons.") && read.contains("De verwarming is kapot."), "{read}");
        books(&house, "overlegkamer", "10:00", "11:00").await;
        let mut other = house.colleague(&[Role::Chair]).await;
        assert_eq!(other.opens(&act).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desk_cancels_nothing_that_is_over_earlier_on_its_day() {
    let house = opens(Place::sqlite()).await;
    let reference = books(&house, "overlegkamer", "10:00", "11:00").await;
    let act = format!("/balie/{reference}/afzeggen");
    let case = format!("/balie/{reference}");
    // In the last minute it can be; at eleven o'clock, 10:00 UTC, it is over.
    house.waits("2026-12-01T09:59:00Z".parse::<DateTime<Utc>>().unwrap() - house.now());
    let mut intake = house.colleague(&[Role::Intake]).await;
    for waits in [0, 1] {
        house.waits(TimeDelta::minutes(waits));
        for page in ["/balie/kamers", &case] {
            let links = intake.opens(page).await.links();
            assert_eq!(links.contains(&act), waits == 0, "{page}: {links:?}");
        }
        assert_eq!(intake.opens(&act).await.status == StatusCode::OK, waits == 0);
    }
    assert!(intake.opens("/balie/kamers").await.links().contains(&case), "it still stands there");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_of_anything_else_cancels_nothing() {
    let house = opens(Place::sqlite()).await;
    books(&house, "overlegkamer", "10:00", "11:00").await;
    let mails = house.sends_mail().await;
    let mail = mails.iter().find(|mail| mail.contains("kanarie@politie.example")).unwrap();
    let confirm = link(mail, "/bevestigen/").replace("/bevestigen/", "/afzeggen/");
    let mut visitor = house.visitor();
    for path in [confirm.as_str(), "/afzeggen/x", "/afzeggen/%FF", "/afzeggen/0000-0000-0000-0000-0000-0000"] {
        assert_eq!(visitor.opens(path).await.status, 404, "{path}");
        assert_eq!(visitor.posts(path, &[]).await.status, 404, "{path}");
    }
    assert_eq!(house.place.count("places").await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_booking_that_is_over_is_not_cancelled_any_more() {
    let house = opens(Place::sqlite()).await;
    books(&house, "overlegkamer", "10:00", "11:00").await;
    let mails = house.sends_mail().await;
    let path = link(mails.iter().find(|mail| mail.contains("kanarie@politie.example")).unwrap(), "/afzeggen/");
    let mut visitor = house.visitor();
    house.clock.set("2026-12-01T09:59:59Z".parse().unwrap());
    assert_eq!(visitor.opens(&path).await.heading(), "Reservering afzeggen");
    house.clock.set("2026-12-01T10:00:00Z".parse().unwrap());
    assert_eq!(visitor.posts(&path, &[]).await.heading(), "Deze reservering is al voorbij");
    assert_eq!(house.place.count("places").await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_mail_tells_the_room_and_brings_a_calendar_file_without_names() {
    let house = opens(Place::sqlite()).await;
    let reference = books(&house, "grote-zaal", "13:00", "14:30").await;
    let mails = house.sends_mail().await;
    let mail = unwrapped(mails.iter().find(|mail| mail.contains("kanarie@politie.example")).unwrap());
    for said in [
        "Kamer: Grote zaal",
        "Dag: dinsdag 1 december 2026",
        "Tijd: van 13.00 tot 14.30 uur",
        "/bevestigen/",
        "/afzeggen/",
        "text/calendar; charset=utf-8; method=PUBLISH",
        "BEGIN:VCALENDAR",
        "METHOD:PUBLISH",
        "DTSTART:20261201T120000Z",
        "DTEND:20261201T133000Z",
        "DTSTAMP:20261121T120000Z",
        &format!("UID:{reference}"),
    ] {
        assert!(mail.contains(said), "{said} in {mail}");
    }
    for never in ["Kanarie Geel", "Flip-over", "flip-over"] {
        assert!(mails.iter().all(|mail| !mail.contains(never)), "{never}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_calendar_file_follows_summer_time() {
    let house = opens(Place::sqlite()).await;
    house.clock.set("2027-03-01T12:00:00Z".parse().unwrap());
    for (day, starts) in [("26", "DTSTART:20270326T080000Z"), ("30", "DTSTART:20270330T070000Z")] {
        let mut visitor = house.visitor();
        asks(&mut visitor, "overlegkamer", [day, "3", "2027"], "09:00", "10:00").await;
        names(&mut visitor).await;
        visitor.sends(NOTHING, "volgende").await;
        assert_eq!(visitor.follows().await.heading(), "Uw kamer is gereserveerd");
        assert!(house.sends_mail().await.iter().any(|mail| mail.contains(starts)), "{starts}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_that_cannot_be_booked_says_why_and_what_is_free() {
    let house = opens(Place::sqlite()).await;
    house.clock.set("2026-11-30T09:10:00Z".parse().unwrap());
    for (day, start, end, why, first) in [
        (
            ["30", "11", "2026"],
            "09:00",
            "10:00",
            "Deze tijd is al voorbij.",
            "kies:overlegkamer 2026-11-30 10:30 11:30",
        ),
        (
            ["30", "11", "2026"],
            "17:00",
            "18:00",
            "open van 8.30 tot 17.30 uur",
            "kies:overlegkamer 2026-11-30 16:30 17:30",
        ),
        (
            ["5", "12", "2026"],
            "10:00",
            "11:00",
            "zijn onze kamers gesloten",
            "kies:overlegkamer 2026-12-07 10:00 11:00",
        ),
        (
            ["24", "12", "2026"],
            "10:00",
            "11:00",
            "zijn onze kamers gesloten",
            "kies:overlegkamer 2027-01-04 10:00 11:00",
        ),
        (
            ["1", "6", "2027"],
            "10:00",
            "11:00",
            "tot en met maandag 22 februari 2027",
            "kies:overlegkamer 2027-02-22 10:00 11:00",
        ),
    ] {
        let mut visitor = house.visitor();
        asks(&mut visitor, "overlegkamer", day, start, end).await;
        assert_eq!(visitor.page().status, StatusCode::UNPROCESSABLE_ENTITY, "{day:?}");
        assert!(visitor.page().title().starts_with("Fout: "), "{}", visitor.page().title());
        assert!(visitor.page().errors()[0].contains(why), "{:?}", visitor.page().errors());
        assert_eq!(buttons(&visitor).first().map(String::as_str), Some(first), "{day:?}");
        assert_eq!(visitor.reads("booking.equipment"), "Een flip-over", "nothing typed is lost");
        visitor.sends(NOTHING, first).await;
        assert_eq!(visitor.page().leads_to(), "/aanmelden/kamer/uw-gegevens");
        visitor.goes(STEP).await;
        assert_eq!(visitor.reads("booking.start"), first.split(' ').nth(2).unwrap());
        assert_eq!(visitor.reads("booking.equipment"), "Een flip-over");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_room_taken_in_the_meantime_can_be_changed_on_the_check_page() {
    let house = opens(Place::sqlite()).await;
    let mut late = house.visitor();
    prepares(&mut late, "overlegkamer", "10:00", "11:00").await;
    books(&house, "overlegkamer", "10:00", "11:00").await;
    late.sends(NOTHING, "volgende").await;
    assert_eq!(late.page().status, StatusCode::CONFLICT);
    assert_eq!(
        buttons(&late),
        [
            "kies:overlegkamer 2026-12-01 09:00 10:00",
            "kies:overlegkamer 2026-12-01 11:00 12:00",
            "kies:overlegkamer 2026-12-01 08:30 09:30",
            "kies:spreekkamer-1 2026-12-01 10:00 11:00",
            "kies:grote-zaal 2026-12-01 10:00 11:00",
            "kies:overlegkamer 2026-12-02 10:00 11:00",
        ]
    );
    late.sends(NOTHING, "kies:spreekkamer-1 2026-12-01 10:00 11:00").await;
    assert_eq!(house.references().await.len(), 1, "choosing sends nothing");
    let page = late.follows().await;
    assert_eq!((page.status, page.path.as_str()), (StatusCode::OK, CHECK));
    assert_eq!(page.shown("data-answer")["booking.room"], "Spreekkamer 1 (4 personen)");
    assert_eq!(page.shown("data-answer")["booking.equipment"], "Een flip-over");
    late.sends(NOTHING, "volgende").await;
    assert_eq!(late.follows().await.heading(), "Uw kamer is gereserveerd");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_booking_that_became_too_late_is_not_sent() {
    let house = opens(Place::sqlite()).await;
    let mut visitor = house.visitor();
    house.clock.set("2026-12-01T08:59:00Z".parse().unwrap());
    prepares(&mut visitor, "overlegkamer", "10:00", "11:00").await;
    house.clock.set("2026-12-01T09:01:00Z".parse().unwrap());
    visitor.sends(NOTHING, "volgende").await;
    assert_eq!(visitor.page().status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(house.references().await.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn nonsense_in_the_button_changes_nothing() {
    let house = opens(Place::sqlite()).await;
    let mut visitor = house.visitor();
    prepares(&mut visitor, "overlegkamer", "10:00", "11:00").await;
    for stay in ["", "x", "overlegkamer 2026-12-01 11:00 10:00", "overlegkamer 2026-02-30 10:00 11:00"] {
        let before = house.place.column("SELECT CAST(version AS TEXT) FROM drafts").await;
        visitor.posts(STEP, &[("_versie", "9"), ("_actie", &format!("kies:{stay}"))]).await;
        assert_eq!(visitor.page().status, StatusCode::SEE_OTHER, "{stay}");
        assert_eq!(house.place.column("SELECT CAST(version AS TEXT) FROM drafts").await, before, "{stay}");
    }
    // A room that the house does not have is an answer that the check refuses.
    visitor.posts(STEP, &[("_versie", "9"), ("_actie", "kies:zolder 2026-12-01 10:00 11:00")]).await;
    assert_eq!(visitor.page().status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_week_shows_what_is_free_and_nobodys_name() {
    let house = opens(Place::sqlite()).await;
    books(&house, "overlegkamer", "10:00", "11:00").await;
    let mut visitor = house.visitor();
    let page = visitor.opens("/kamers?week=2026-49").await.clone();
    assert_eq!(page.status, 200);
    assert_eq!(page.header("cache-control"), "no-store");
    assert_eq!(page.all("script").count(), 0);
    for said in [
        "Week 49",
        "dinsdag 1 december 2026",
        "10.00 tot 11.00 uur bezet",
        "8.30 tot 10.00 uur vrij",
        "11.00 tot 21.00 uur vrij",
    ] {
        assert!(page.said().contains(said), "{said} in {}", page.said());
    }
    for never in ["Kanarie", "kanarie@", "flip-over", "VB-"] {
        assert!(!page.body.contains(never), "{never}");
    }
    assert!(page.links().contains("/kamers?week=2026-48") && page.links().contains("/kamers?week=2026-50"));
    // The week of Christmas: closed from the 24th on.
    assert!(visitor.opens("/kamers?week=2026-52").await.said().contains("donderdag 24 december 2026Gesloten."));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_week_that_cannot_be_booked_is_the_first_that_can() {
    let house = opens(Place::sqlite()).await;
    let mut visitor = house.visitor();
    // On Saturday the first day to book is Monday.
    for query in
        ["", "?week=2026-47", "?week=2027-40", "?week=0001-01", "?week=9999-52", "?week=x", "?week=%FF", "?week="]
    {
        let page = visitor.opens(&format!("/kamers{query}")).await;
        assert_eq!(page.status, 200, "{query}");
        assert!(page.said().contains("Week 48"), "{query}: {}", page.said());
        assert!(!page.links().contains("/kamers?week=2026-47"), "{query}");
    }
    let page = visitor.opens("/kamers?week=2027-06").await;
    assert!(page.said().contains("Week 6") && !page.links().contains("/kamers?week=2027-07"), "{}", page.said());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_of_the_week_begins_the_form_and_stores_nothing() {
    let house = opens(Place::sqlite()).await;
    let mut visitor = house.visitor();
    visitor.opens("/kamers?week=2026-49").await;
    let links = visitor.page().links();
    let link = links.iter().find(|link| link.contains("overlegkamer") && link.contains("day.day=1&")).unwrap();
    visitor.opens(link).await;
    for (name, expected) in [
        ("booking.room", "overlegkamer"),
        ("booking.day.day", "1"),
        ("booking.day.month", "12"),
        ("booking.day.year", "2026"),
        ("booking.start", "08:30"),
        ("booking.end", "09:30"),
        ("booking.people", ""),
    ] {
        assert_eq!(visitor.reads(name), expected, "{name}");
    }
    assert_eq!(house.place.count("drafts").await, 0);
    visitor.sends(&[("booking.people", "3"), ("booking.purpose", "overleg")], "volgende").await;
    assert_eq!(visitor.page().leads_to(), "/aanmelden/kamer/uw-gegevens");
    // Another link later: what it proposes shows, the rest that was typed stays.
    let other = links.iter().find(|link| link.contains("grote-zaal") && link.contains("day.day=2&")).unwrap();
    visitor.opens(other).await;
    assert_eq!(
        (visitor.reads("booking.room"), visitor.reads("booking.people")),
        ("grote-zaal".to_owned(), "3".to_owned())
    );
    visitor.goes(STEP).await;
    assert_eq!(visitor.reads("booking.room"), "overlegkamer", "nothing is stored before it is posted");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_proposes_choices_and_days_and_nothing_else() {
    let house = opens(Place::sqlite()).await;
    let mut visitor = house.visitor();
    let long = "x".repeat(5_000);
    let query = format!(
        "booking.equipment=Naam&booking.people=9&booker.name=Kanarie&_versie=7&booking.room={long}&booking.start=%FF%00"
    );
    let page = visitor.opens(&format!("{STEP}?{query}")).await;
    assert_eq!(page.status, 200);
    assert!(!page.body.contains("Kanarie") && !page.body.contains("xxxxx"));
    assert_eq!((visitor.reads("booking.equipment"), visitor.reads("booking.people")), (String::new(), String::new()));
    assert_eq!(visitor.carries("_versie"), "0");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_house_without_rooms_has_no_week_view() {
    let house = House::opens().await;
    let mut visitor = house.visitor();
    for path in ["/kamers", "/aanmelden/kamer", STEP] {
        let page = visitor.opens(path).await;
        assert!([404, 410].contains(&page.status.as_u16()), "{path}: {}", page.status);
        assert!(page.links().contains("/aanmelden"), "{path}");
    }
}
