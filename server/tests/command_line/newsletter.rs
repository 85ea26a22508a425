//! `zvh newsletter`: an issue reaches each reader once.

use server::store::Trail;

use crate::place::{HOUSE, Place, words};

fn send<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&["newsletter", "send", "issue.md", "--subject", "Nieuws"], more].concat()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_issue_is_sent_once_and_the_list_is_written_out() {
    let place = Place::new();
    place.keys();
    place.add_reader("WM-1", "sanne@post.example", &["jeugd", "nazorg"]).await;
    place.add_reader("WM-2", "=cmd|'/c'!A0@post.example", &[]).await;
    place.add_reader("WM-3", "kim@post.example", &["nieuws"]).await;
    assert_eq!(place.good(&["newsletter", "list"]), format!("{HOUSE}  3 on the list, 0 to confirm\n"));
    std::fs::write(place.path("issue.md"), "# Nieuws\n\nLees [meer](/nieuws).\n").unwrap();
    let shown = place.good(&send(&["--dry-run"]));
    assert!(shown.contains("Lees meer (http://localhost:8080/nieuws)."), "{shown}");
    assert!(shown.contains("for 3 on the list: 0 queued before, 3 to queue. Nothing is queued"), "{shown}");
    let shown = place.good(&send(&["--topic", "jeugd"]));
    assert!(shown.contains("for 2 on the list: 0 queued before, 2 queued now"), "{shown}");
    let shown = place.good(&send(&[]));
    assert!(shown.contains("for 3 on the list: 2 queued before, 1 queued now"), "{shown}");
    assert!(place.good(&send(&[])).contains("3 queued before, 0 queued now"));

    let output = place.run(&send(&["--topic", "voetbal"]));
    assert_eq!(output.status.code(), Some(2), "{}", words(&output.stderr));
    assert!(place.bad(&["newsletter", "send", "nowhere.md", "--subject", "x"]).contains("nowhere.md"));
    std::fs::write(place.path("issue.html"), "<p>").unwrap();
    assert!(place.bad(&["newsletter", "send", "issue.html", "--subject", "x"]).contains(".md or .txt"));
    assert!(place.bad(&["newsletter", "send", "issue.md", "--subject", " "]).contains("the subject is empty"));

    let table = place.good(&["newsletter", "export"]);
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(
        lines,
        [
            "address,topics,form_version,consented,confirmed,reference",
            "sanne@post.example,jeugd nazorg,1,2026-11-21 13:00,2026-11-21 13:30,WM-1",
            "'=cmd|'/c'!A0@post.example,,1,2026-11-21 13:00,2026-11-21 13:30,WM-2",
            "kim@post.example,nieuws,1,2026-11-21 13:00,2026-11-21 13:30,WM-3",
        ]
    );
    let Trail::Sound { entries, .. } = place.store().await.audit().verify().await.unwrap() else { panic!() };
    assert_eq!(entries, 1 + 3 * 2 + 2 + 1, "keys made, received and confirmed, queued twice, exported");
    std::fs::remove_file(place.key_path("mail.key")).unwrap();
    assert!(place.bad(&["newsletter", "export"]).contains("mail.key"));
}
