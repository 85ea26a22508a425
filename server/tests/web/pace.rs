//! Who goes too fast waits, and loses nothing; people never notice, also when many of them sit behind one address.

use std::time::{Duration, Instant};

use axum::http::StatusCode;
use chrono::TimeDelta;
use server::config::{Allowance, Config, Network};

use crate::browser::{Browser, NOTHING};
use crate::house::House;
use crate::place::Place;
use crate::referral::{TYPED, read};

const ADDRESS: &str = "192.0.2.7";
const STEP: &str = "/aanmelden/regieteam/aanmelder";

async fn house(change: impl FnOnce(&mut Config)) -> House {
    House::with(Place::sqlite(), change).await
}

/// Posts until it is too fast; gives how often it was not.
async fn posts_until_stopped(bot: &mut Browser) -> usize {
    for count in 0..1_000 {
        // A bot keeps no cookie.
        bot.loses_cookies();
        if bot.posts(STEP, &[("referrer.last_name", "Bot"), ("_actie", "volgende")]).await.status
            == StatusCode::TOO_MANY_REQUESTS
        {
            return count;
        }
    }
    panic!("nothing stopped it");
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_people_behind_one_address_are_all_served() {
    let house = House::opens().await;
    let mut people: Vec<Browser> = (0..20).map(|_| house.visitor().from(ADDRESS)).collect();
    let typed = read(TYPED);
    for person in &mut people {
        person.begins().await;
    }
    // Step by step, all at once; each step in twenty seconds, faster than anyone reads it.
    while !people[0].page().path.ends_with("/controle") {
        house.waits(TimeDelta::seconds(20));
        for person in &mut people {
            person.fills(&typed).await;
            assert_eq!(person.page().status, StatusCode::SEE_OTHER, "{}", person.page().said());
            person.follows().await;
        }
    }
    for person in &mut people {
        person.sends(NOTHING, "volgende").await;
        assert_eq!(person.follows().await.status, StatusCode::OK);
    }
    assert_eq!(house.references().await.len(), 20);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bot_is_told_when_to_try_again_and_what_was_typed_is_in_the_page() {
    let house = house(|config| config.limits.posts_per_minute = 5).await;
    let mut bot = house.visitor().from(ADDRESS);
    assert_eq!(posts_until_stopped(&mut bot).await, 5);
    assert_eq!(house.place.count("drafts").await, 5);

    let mut person = house.visitor().from(ADDRESS);
    let typed = [("referrer.last_name", "de Bruijn & Zn"), ("referrer.function", "wijkagent\n\"chef\"")];
    let page = person.posts(STEP, &[&typed[..], &[("_versie", "0"), ("_actie", "later")]].concat()).await;
    assert_eq!((page.status, page.header("retry-after")), (StatusCode::TOO_MANY_REQUESTS, "12"));
    assert_eq!(page.heading(), "Wacht even en probeer het dan opnieuw");
    assert!(page.title().starts_with("Fout: ") && page.said().contains("wacht een minuut"), "{}", page.said());
    for (name, text) in typed {
        assert_eq!(person.carries(name), text);
    }
    house.waits(TimeDelta::seconds(12));
    // The same button, with the same words.
    person.sends(NOTHING, "later").await;
    assert_eq!(person.page().leads_to(), "/aanmelden/regieteam/bewaren");
    person.goes(STEP).await;
    assert_eq!(person.reads("referrer.last_name"), typed[0].1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_save_in_the_background_that_came_too_soon_gets_no_page() {
    let house = house(|config| config.limits.posts_per_minute = 1).await;
    let mut person = house.visitor().from(ADDRESS);
    let typed = [("referrer.last_name", "Jansen"), ("_actie", "bewaar")];
    assert_eq!(person.posts(STEP, &typed).await.status, StatusCode::NO_CONTENT);
    let page = person.posts(STEP, &typed).await;
    assert_eq!((page.status, page.header("retry-after")), (StatusCode::TOO_MANY_REQUESTS, "60"));
    assert!(!page.is_html());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_forges_the_address_is_stopped_all_the_same_and_whom_the_proxy_names_is_not() {
    let house = house(|config| {
        config.limits.posts_per_minute = 5;
        config.trusted_proxy = Some("10.0.0.1".parse().unwrap());
    })
    .await;
    let mut bot = house.visitor().from("198.51.100.3");
    let mut stopped = Vec::new();
    for number in 1..=10 {
        bot.loses_cookies();
        bot.forwards(&format!("192.0.2.{number}"));
        stopped.push(bot.posts(STEP, NOTHING).await.status == StatusCode::TOO_MANY_REQUESTS);
    }
    assert_eq!(stopped, [[false; 5], [true; 5]].concat());
    // Behind the proxy each has an address of their own, whatever they say they are.
    let mut one = house.visitor().from("10.0.0.1");
    one.forwards("203.0.113.1, 192.0.2.77");
    assert_eq!(posts_until_stopped(&mut one).await, 5);
    let mut other = house.visitor().from("10.0.0.1");
    other.forwards("203.0.113.1, 192.0.2.78");
    assert_eq!(posts_until_stopped(&mut other).await, 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_network_may_ask_more_and_reading_is_free() {
    let house = house(|config| {
        config.limits.posts_per_minute = 5;
        let times = Allowance::Times(3);
        config.limits.networks = vec![Network { addresses: "192.0.2.0/24".parse().unwrap(), allowance: times }];
    })
    .await;
    let mut bot = house.visitor().from(ADDRESS);
    assert_eq!(posts_until_stopped(&mut bot).await, 15);
    for _ in 0..20 {
        assert_eq!(bot.opens("/aanmelden/regieteam").await.status, StatusCode::OK);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sending_has_a_limit_of_its_own_and_nothing_is_lost_by_it() {
    let house = house(|config| config.limits.sends_per_hour = 1).await;
    let (mut one, mut other) = (house.visitor().from(ADDRESS), house.visitor().from(ADDRESS));
    for person in [&mut one, &mut other] {
        person.prepares(TYPED).await;
        house.waits(TimeDelta::minutes(1));
    }
    one.sends(NOTHING, "volgende").await;
    other.sends(NOTHING, "volgende").await;
    assert_eq!(other.page().status, StatusCode::TOO_MANY_REQUESTS);
    assert!(other.page().said().contains("60 minuten"), "{}", other.page().said());
    assert_eq!(house.references().await.len(), 1);
    house.waits(TimeDelta::hours(1));
    other.sends(NOTHING, "volgende").await;
    other.follows().await;
    assert_eq!(house.references().await.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_save_in_the_background_costs_nobody_their_press_and_nor_does_a_press_that_sends_nothing() {
    let house = house(|config| config.limits.sends_per_hour = 1).await;
    let (mut one, mut other) = (house.visitor().from(ADDRESS), house.visitor().from(ADDRESS));
    for person in [&mut one, &mut other] {
        person.prepares(TYPED).await;
        house.waits(TimeDelta::minutes(1));
        assert_eq!(person.sends_in_background().await.status, StatusCode::NO_CONTENT);
        person.goes("/aanmelden/regieteam/controle").await;
    }
    one.sends(NOTHING, "volgende").await;
    assert_eq!(one.page().status, StatusCode::SEE_OTHER);
    other.sends(NOTHING, "volgende").await;
    assert_eq!(other.page().status, StatusCode::TOO_MANY_REQUESTS);
    house.waits(TimeDelta::hours(1));
    // A page that is older than the answers, and whatever the script keeps.
    let versions = [("_versie", "0"), ("_actie", "volgende")];
    assert_eq!(other.posts("/aanmelden/regieteam/controle", &versions).await.status, StatusCode::CONFLICT);
    assert_eq!(other.sends_in_background().await.status, StatusCode::NO_CONTENT);
    other.goes("/aanmelden/regieteam/controle").await;
    other.sends(NOTHING, "volgende").await;
    assert_eq!(other.page().status, StatusCode::SEE_OTHER);
    assert_eq!(house.references().await.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_code_and_nothing_of_a_passkey_is_written_into_the_page_that_asks_to_wait() {
    const SECRET: &str = "5ecbe7-geheim";
    let house = house(|config| config.limits.posts_per_minute = 1).await;
    let mut person = house.visitor().from(ADDRESS);
    person.posts(STEP, NOTHING).await;
    for (path, link) in [
        ("/balie/inloggen?naar=/balie/bewaren", "/balie/inloggen?naar=/balie/bewaren"),
        ("/balie/inloggen/code", "/balie/inloggen"),
        ("/balie/inloggen/opnieuw", "/balie/inloggen/opnieuw"),
        ("/balie/toegang", "/balie/toegang"),
        ("/balie/sleutels", "/balie/sleutels"),
        ("/balie/passkeys", "/balie/passkeys"),
        ("/balie/uitnodiging/0000/passkey", "/balie/uitnodiging/0000"),
        ("/balie/uitloggen", "/balie"),
        ("/verder", "/verder"),
        ("/volgen", "/volgen"),
        ("/bevestigen", "/bevestigen"),
    ] {
        let secrets = [("_geheim", SECRET), ("_code", SECRET), ("code", SECRET), ("_antwoord", SECRET)];
        let page = person.posts(path, &secrets).await;
        assert_eq!((page.status, page.header("retry-after")), (StatusCode::TOO_MANY_REQUESTS, "60"), "{path}");
        assert!(!page.body.contains(SECRET), "{path}");
        assert!(page.links().contains(link), "{path}: {:?}", page.links());
    }
    // What people would not like to type twice stays.
    for path in ["/balie/WM-26-2222-V/notitie", "/balie/medewerkers", "/volgen/toevoegen"] {
        assert_eq!(person.posts(path, &[("_tekst", "een lang verhaal")]).await.status, StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(person.carries("_tekst"), "een lang verhaal", "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_few_tries_of_a_code_wait_at_once_and_the_next_is_told_to_come_back() {
    const LINK: &str = "/bevestigen/0000-0000-0000-0000-0000-0000";
    let house = house(|config| config.limits.codes_per_quarter = 1).await;
    house.visitor().from(ADDRESS).opens(LINK).await;
    let tries = (0..12).map(|_| {
        let mut guesser = house.visitor().from(ADDRESS);
        tokio::spawn(async move {
            guesser.opens(LINK).await;
            guesser
        })
    });
    let (mut waited, mut refused) = (0, 0);
    for tried in tries.collect::<Vec<_>>() {
        let guesser = tried.await.unwrap();
        let page = guesser.page();
        if page.status == StatusCode::TOO_MANY_REQUESTS {
            refused += 1;
            assert_eq!(page.header("retry-after"), "2");
            assert!(page.said().contains("Wacht een paar seconden") && page.links().contains(LINK), "{}", page.said());
        } else {
            waited += 1;
        }
    }
    assert_eq!((waited, refused), (4, 8));
    // Whoever waited made room.
    assert_ne!(house.visitor().from(ADDRESS).opens(LINK).await.status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_save_in_the_background_never_sends() {
    let house = House::opens().await;
    let mut referrer = house.visitor();
    referrer.prepares(TYPED).await;
    assert_eq!(referrer.sends_in_background().await.status, StatusCode::NO_CONTENT);
    assert_eq!(house.references().await.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_tries_many_codes_waits_for_each_and_the_right_one_still_opens() {
    let house = House::opens().await;
    let mut writer = house.visitor();
    writer.begins().await;
    writer.posts(STEP, &[("referrer.last_name", "Jansen")]).await;
    writer.goes("/aanmelden/regieteam/bewaren").await;
    let code = writer.cookie().unwrap();
    let mut guesser = house.visitor().from(ADDRESS);
    for _ in 0..20 {
        let page = guesser.posts("/verder", &[("_code", "0000-0000-0000-0000-0000-0000")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    // A link that ends in a code is a guess too.
    let began = Instant::now();
    guesser.opens("/bevestigen/0000-0000-0000-0000-0000-0000").await;
    let waited = began.elapsed();
    assert!(waited >= Duration::from_secs(2), "it waited {waited:?}");
    assert_eq!(guesser.posts("/verder", &[("_code", &code)]).await.status, StatusCode::SEE_OTHER);
}
