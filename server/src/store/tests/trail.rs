//! The audit trail can not be changed, and if someone manages, it shows.

use sea_orm::ConnectionTrait as _;

use super::*;

async fn trail_of_five(place: &Place) -> Store {
    let store = place.open().await;
    for count in 1..=5 {
        let entry = Entry::new(noon(), Actor::System, Event::DraftsExpired { count });
        store.audit().append(entry).await.unwrap();
    }
    store
}

async fn run(store: &Store, statement: &str) -> Result<(), sea_orm::DbErr> {
    store.writer.connection().execute_unprepared(statement).await.map(|_| ())
}

#[tokio::test]
async fn sqlite_refuses_to_replace_an_entry() {
    let place = Place::sqlite();
    let store = trail_of_five(&place).await;
    let columns = "seq, at, actor, action, object, result, previous, hash";
    let statement = format!("INSERT OR REPLACE INTO audit ({columns}) SELECT {columns} FROM audit WHERE seq = 3");
    let error = run(&store, &statement).await.unwrap_err().to_string();
    assert!(error.contains("append-only"), "{error}");
}

on_both_databases! {
    async fn the_database_refuses_to_change_or_remove_an_entry(place) {
        let store = trail_of_five(place).await;
        for statement in ["UPDATE audit SET result = '9' WHERE seq = 3", "DELETE FROM audit WHERE seq = 5"] {
            let error = run(&store, statement).await.unwrap_err().to_string();
            assert!(error.contains("append-only"), "{error}");
        }
        assert!(matches!(store.audit().verify().await.unwrap(), Trail::Sound { entries: 5, .. }));
    }

    async fn the_first_entry_that_was_changed_is_named(place) {
        let store = trail_of_five(place).await;
        dialect::make_audit_changeable(store.writer.connection()).await.unwrap();
        for seq in 1..=5 {
            for (change, back) in [
                ("at = at + 1", "at = at - 1"),
                ("actor = 'visitor'", "actor = 'system'"),
                ("action = 'keys.made'", "action = 'drafts.expired'"),
                ("object = 'x'", "object = ''"),
                ("result = result || '0'", "result = substr(result, 1, 1)"),
            ] {
                run(&store, &format!("UPDATE audit SET {change} WHERE seq = {seq}")).await.unwrap();
                assert_eq!(store.audit().verify().await.unwrap(), Trail::Broken { seq }, "{change}");
                run(&store, &format!("UPDATE audit SET {back} WHERE seq = {seq}")).await.unwrap();
                assert!(matches!(store.audit().verify().await.unwrap(), Trail::Sound { .. }), "{back}");
            }
        }
    }

    async fn removing_swapping_or_inserting_entries_shows(place) {
        let store = trail_of_five(place).await;
        dialect::make_audit_changeable(store.writer.connection()).await.unwrap();
        run(&store, "UPDATE audit SET seq = 99 WHERE seq = 2").await.unwrap();
        assert_eq!(store.audit().verify().await.unwrap(), Trail::Broken { seq: 2 }, "one is missing");
        run(&store, "UPDATE audit SET seq = 2 WHERE seq = 3").await.unwrap();
        run(&store, "UPDATE audit SET seq = 3 WHERE seq = 99").await.unwrap();
        assert_eq!(store.audit().verify().await.unwrap(), Trail::Broken { seq: 2 }, "two are swapped");
        run(&store, "UPDATE audit SET seq = 99 WHERE seq = 2").await.unwrap();
        run(&store, "UPDATE audit SET seq = 2 WHERE seq = 3").await.unwrap();
        run(&store, "UPDATE audit SET seq = 3 WHERE seq = 99").await.unwrap();
        run(&store, "INSERT INTO audit SELECT 6, at, actor, action, object, result, previous, hash FROM audit WHERE seq = 5").await.unwrap();
        assert_eq!(store.audit().verify().await.unwrap(), Trail::Broken { seq: 6 }, "one is inserted");
    }

    async fn a_cut_tail_shows_in_the_head(place) {
        let store = trail_of_five(place).await;
        let Trail::Sound { head: before, .. } = store.audit().verify().await.unwrap() else { panic!() };
        dialect::make_audit_changeable(store.writer.connection()).await.unwrap();
        run(&store, "DELETE FROM audit WHERE seq = 5").await.unwrap();
        let Trail::Sound { head: after, entries } = store.audit().verify().await.unwrap() else { panic!() };
        assert_eq!(entries, 4);
        assert_ne!(before, after);
    }

    async fn a_cut_tail_is_missed_beside_a_noted_head(place) {
        let store = trail_of_five(place).await;
        let noted = store.audit().head().await.unwrap();
        assert_eq!(noted.seq, 5);
        assert!(matches!(store.audit().verify_past(Some(noted)).await.unwrap(), Trail::Sound { entries: 5, .. }));
        dialect::make_audit_changeable(store.writer.connection()).await.unwrap();
        run(&store, "DELETE FROM audit WHERE seq > 3").await.unwrap();
        assert!(matches!(store.audit().verify().await.unwrap(), Trail::Sound { entries: 3, .. }));
        assert_eq!(store.audit().verify_past(Some(noted)).await.unwrap(), Trail::Broken { seq: 4 });
        for count in 4..=6 {
            store.audit().append(Entry::new(noon(), Actor::System, Event::DraftsExpired { count: count + 10 })).await.unwrap();
        }
        assert!(matches!(store.audit().verify().await.unwrap(), Trail::Sound { entries: 6, .. }));
        assert_eq!(store.audit().verify_past(Some(noted)).await.unwrap(), Trail::Broken { seq: 5 }, "another tail was written");
    }

    async fn a_walk_goes_on_from_where_it_was_sound_and_misses_what_is_cut_off_behind_it(place) {
        let store = trail_of_five(place).await;
        let entries = |checked: Checked| match checked.trail { Trail::Sound { entries, .. } => entries, Trail::Broken { seq } => -seq };
        assert_eq!(entries(store.audit().check_on(noon()).await.unwrap()), 5);
        store.audit().append(Entry::new(noon(), Actor::System, Event::DraftCreated)).await.unwrap();
        assert_eq!(entries(store.audit().check_on(noon()).await.unwrap()), 6);
        dialect::make_audit_changeable(store.writer.connection()).await.unwrap();
        run(&store, "DELETE FROM audit WHERE seq = 6").await.unwrap();
        assert_eq!(entries(store.audit().check_on(noon()).await.unwrap()), -6, "the tail is cut");
        store.audit().append(Entry::new(noon(), Actor::System, Event::DraftsExpired { count: 9 })).await.unwrap();
        assert_eq!(entries(store.audit().check_on(noon()).await.unwrap()), -6, "another entry stands there");
    }

    async fn the_background_walks_the_whole_trail_once_a_day(place) {
        let store = trail_of_five(place).await;
        let broken = |checked: Checked| match checked.trail { Trail::Sound { .. } => 0, Trail::Broken { seq } => seq };
        assert_eq!(broken(store.audit().check(noon()).await.unwrap()), 0);
        dialect::make_audit_changeable(store.writer.connection()).await.unwrap();
        run(&store, "UPDATE audit SET result = 'x' WHERE seq = 2").await.unwrap();
        assert_eq!(broken(store.audit().check(noon() + TimeDelta::hours(23)).await.unwrap()), 0, "far back shows only in a whole walk");
        assert_eq!(broken(store.audit().check(noon() + TimeDelta::hours(24)).await.unwrap()), 2);
        assert_eq!(broken(store.audit().check_on(noon()).await.unwrap()), 2, "and stays known");
    }
}
