//! News.

use app::pages::news;
use app::pages::news::{News, NewsItem};

use crate::props::{day, news_item, site};

#[test]
fn news_says_when_it_was_in_words() {
    assert!(news::item(&site(), &news_item()).contains("<time datetime=\"2026-06-02\">2 juni 2026</time>"));
    let item = NewsItem { shown: Some("voorjaar 2018".into()), ..news_item() };
    let page = news::item(&site(), &item);
    assert!(page.contains("voorjaar 2018") && !page.contains("<time"));
}

#[test]
fn the_archive_begins_where_the_list_ends() {
    let news = |count| {
        let item = |at| NewsItem { date: day(2026 - at / 6, 1, 1), ..news_item() };
        News { items: (0..count).map(item).collect(), elsewhere: None }
    };
    assert_eq!(news(10).years(), [0_i32; 0]);
    assert_eq!(news(13).years(), [2026, 2025, 2024]);
    let page = news::list(&site(), &news(13));
    assert_eq!(page.matches("Er gebeurde iets.").count(), 10);
    assert!(page.contains("href=\"/nieuws/2024\""));
    assert_eq!(news::year(&site(), &news(13), 2025).matches("Er gebeurde iets.").count(), 6);
}
