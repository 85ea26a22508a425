//! Ask once: what a professional told of themselves is offered in the next form, on the same device, if they choose so.

use domain::forms::adviesvraag;

use crate::browser::NOTHING;
use crate::house::House;
use crate::place::on_both_databases;
use crate::referral::{CANARY, TYPED};

on_both_databases! {
    async fn what_was_told_once_is_offered_in_the_next_form_on_this_device(place) {
        let house = House::at(place).await;
        let mut referrer = house.visitor();
        referrer.prepares(TYPED).await;
        referrer.sends(NOTHING, "volgende").await;
        let confirmation = referrer.follows().await.path.clone();
        assert!(referrer.page().body.contains("/eigen-gegevens/bewaren/regieteam"));
        referrer.posts("/eigen-gegevens/bewaren/regieteam", &[]).await;
        assert_eq!(referrer.follows().await.path, confirmation);
        assert!(referrer.page().body.contains("/eigen-gegevens/vergeten"), "kept");

        let mut next = referrer.clone().of(&adviesvraag::FORM);
        next.begins().await;
        assert_eq!(next.reads("asker.last_name"), "", "only when asked for");
        next.posts("/eigen-gegevens/invullen/adviesvraag", &[]).await;
        next.follows().await;
        assert_eq!(next.reads("asker.last_name"), "Jansen");
        assert_eq!(next.reads("asker.organisation"), "politie");
        assert!(!next.page().body.contains(CANARY), "nothing of the case");
        assert!(!house.place.holds("Jansen"));

        next.posts("/eigen-gegevens/vergeten", &[]).await;
        next.goes("/aanmelden/adviesvraag").await;
        assert!(!next.page().body.contains("/eigen-gegevens/invullen"), "forgotten");
    }

    async fn another_device_is_offered_nothing(place) {
        let house = House::at(place).await;
        let mut stranger = house.visitor().of(&adviesvraag::FORM);
        stranger.begins().await;
        assert!(!stranger.page().body.contains("/eigen-gegevens/"));
        stranger.posts("/eigen-gegevens/invullen/adviesvraag", &[]).await;
        assert_eq!(stranger.follows().await.status, 200);
        stranger.posts("/eigen-gegevens/bewaren/regieteam", &[]).await;
        assert_eq!(stranger.page().leads_to(), "/aanmelden/regieteam");
    }
}
