//! The pages of the desk: what breaks when nobody looks.
#![cfg(feature = "ssr")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that fails should fail loudly")]

mod props;
mod supervision;

use std::collections::BTreeSet;

use app::desk::act::{self, Acting, Stage, Stored};
use app::desk::frame;
use app::desk::keeping::{self, Section};
use app::desk::queue::{self, Assigned, Filters, page_of};
use app::desk::referral::{self, By, Content, Part, Reach, Stop};
use app::desk::shortcut::Shortcuts;
use app::desk::term::{Due, term_view};
use app::desk::trail::{self, Chain, Trail};
use app::document::render;
use domain::answers::Answers;
use domain::desk::clock::{Clock, TermState, Urgency};
use domain::desk::reach::News;
use domain::desk::role::{Right, Role};
use domain::referral::{Happening, Status};
use leptos::prelude::*;
use props::{acting, asking, call, case, disturbed, due, looking, present, queue, site};

#[test]
fn every_page_is_whole_unlisted_and_without_the_footer_of_the_public() {
    for (name, html) in every_page() {
        assert_eq!(html.matches("<h1").count(), 1, "{name} has one h1");
        assert_eq!(html.matches("<main").count(), 1, "{name} has one main");
        assert!(html.contains("<meta name=\"robots\" content=\"noindex\">"), "{name}");
        assert!(html.contains("href=\"/assets/desk.css\"") && html.contains("src=\"/assets/desk.js\""), "{name}");
        assert!(html.contains("– Balie – Zorg- en Veiligheidshuis Ergens</title>"), "{name}");
        assert!(!html.contains("<footer"), "{name}");
        for forbidden in [" style=", "<style", " onclick=", "accesskey", "<!>"] {
            assert!(!html.contains(forbidden), "{name} holds {forbidden}");
        }
    }
}

#[test]
fn every_control_has_a_label_and_ids_are_unique() {
    for (name, html) in every_page() {
        let ids = values(&html, " id=\"");
        let unique: BTreeSet<_> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{name} repeats an id: {ids:?}");
        let labelled: BTreeSet<_> = values(&html, " for=\"").into_iter().collect();
        for control in controls(&html) {
            let id = values(control, " id=\"");
            assert!(id.first().is_some_and(|id| labelled.contains(id)), "{name}: {control}");
        }
        for target in values(&html, "aria-labelledby=\"").into_iter().chain(values(&html, "href=\"#")) {
            assert!(unique.contains(target), "{name}: nothing has the id {target}");
        }
    }
}

#[test]
fn the_menu_holds_what_a_role_may_and_nothing_else() {
    for role in Role::ALL {
        let html = queue::page(&site(), &present(&[role]), &queue(Filters::default(), 5, 1));
        for (right, href) in [
            (Right::Queue, "href=\"/balie?van=mij\""),
            (Right::Keeping, "href=\"/balie/bewaren\""),
            (Right::Trail, "href=\"/balie/logboek\""),
            (Right::Staff, "href=\"/balie/medewerkers\""),
            (Right::Keys, "href=\"/balie/sleutels\""),
            (Right::Rooms, "href=\"/balie/kamers\""),
            (Right::Newsletter, "href=\"/balie/nieuwsbrief\""),
        ] {
            assert_eq!(html.contains(href), role.may(right), "{role:?} {href}");
        }
    }
}

#[test]
fn the_end_of_the_session_is_told_and_its_warning_waits() {
    let html = queue::page(&site(), &present(&[Role::Intake]), &queue(Filters::default(), 5, 1));
    assert!(html.contains("id=\"sessie\" data-ends=\"2026-11-24T13:32:00Z\""), "{html}");
    assert!(html.contains("Uw sessie eindigt om 14.32 uur als u niets doet."));
    let warning = html.split_once("id=\"sessie-waarschuwing\"").unwrap().1;
    assert!(warning.starts_with(" hidden"), "{warning:.40}");
    assert!(warning.contains("action=\"/balie/blijven\"") && warning.contains("Blijf ingelogd"));
}

#[test]
fn who_is_not_signed_in_sees_no_way_through_the_desk() {
    let html =
        render(&site(), frame::outside(&site(), "Inloggen", "/balie/inloggen"), || view! { <h1>"Inloggen"</h1> });
    for hidden in ["<nav", "Uitloggen", "sessie"] {
        assert!(!html.contains(hidden), "{hidden}");
    }
}

#[test]
fn filters_read_back_and_each_leaves_the_others() {
    let all = [
        ("route", "regieteam"),
        ("status", "received"),
        ("gemeente", "GM0888"),
        ("organisatie", "politie & co"),
        ("van", "mij"),
        ("referentie", "WM-26"),
    ];
    let filters = Filters::from_pairs(all);
    assert_eq!(pairs(&filters), all.map(|(name, value)| (name.to_owned(), value.to_owned())));
    for (gone, _) in all {
        let left: Vec<_> = all.into_iter().filter(|(name, _)| *name != gone).collect();
        let without = pairs(&filters.without(gone));
        assert_eq!(
            without,
            left.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect::<Vec<_>>()
        );
    }
    assert!(filters.address(2).contains("organisatie=politie+%26+co") && filters.address(2).ends_with("&pagina=2"));
    assert_eq!(Filters::default().address(1), "/balie");
}

#[test]
fn what_does_not_read_is_no_filter() {
    let long = "x".repeat(200);
    let odd = [
        ("route", "niets"),
        ("status", "Received"),
        ("van", "wie"),
        ("gemeente", long.as_str()),
        ("x", "y"),
        ("referentie", " "),
    ];
    let filters = Filters::from_pairs(odd);
    assert_eq!((pairs(&filters), filters.assigned), (vec![], Assigned::Anyone));
    for (text, page) in [("", 1), ("0", 1), ("-3", 1), ("x", 1), ("7", 7)] {
        assert_eq!(page_of([("pagina", text)]), page, "{text}");
    }
}

#[test]
fn a_chosen_filter_is_a_link_that_takes_it_away_and_pages_keep_it() {
    let filters = Filters::from_pairs([("status", "asked"), ("gemeente", "GM0888")]);
    let html = queue::page(&site(), &present(&[Role::Intake]), &queue(filters, 112, 2));
    assert!(
        html.contains("<a href=\"/balie?gemeente=GM0888\"><span class=\"zvh-visually-hidden\">Filter weghalen: "),
        "{html}"
    );
    assert!(html.contains(&format!("Status: {}", Status::Asked.desk_text())) && html.contains("Gemeente: Beek"));
    assert!(html.contains("rel=\"prev\" href=\"/balie?status=asked&amp;gemeente=GM0888\""), "{html}");
    assert!(html.contains("rel=\"next\" href=\"/balie?status=asked&amp;gemeente=GM0888&amp;pagina=3\""));
    assert!(html.contains("112 zaken met deze filters.") && html.contains("Bladzijde 2 van 3"));
}

#[test]
fn an_empty_list_says_why_and_what_next() {
    let page = |filters| queue::page(&site(), &present(&[Role::Intake]), &queue(filters, 0, 1));
    assert!(page(Filters::default()).contains("Er ligt nu geen werk."));
    assert!(page(Filters::from_pairs([("van", "mij")])).contains("href=\"/balie?van=niemand\""));
    assert!(
        page(Filters::from_pairs([("van", "mij"), ("status", "asked")])).contains("Geen zaak past bij deze filters.")
    );
    assert!(!page(Filters::default()).contains("<table"));
}

#[test]
fn a_term_is_told_in_words_with_a_sign_and_never_by_colour_alone() {
    let looks = [
        (due(Clock::Contact, 20, TermState::Runs), "2 werkdagen te laat"),
        (due(Clock::Contact, 24, TermState::Runs), "Vandaag"),
        (due(Clock::Contact, 25, TermState::Runs), "Nog 1 werkdag"),
        (due(Clock::Contact, 30, TermState::Runs), "Nog 4 werkdagen"),
        (due(Clock::Outcome, 30, TermState::Stopped), "Staat stil"),
        (due(Clock::Contact, 20, TermState::Met), "Gedaan, te laat"),
        (due(Clock::Contact, 25, TermState::Met), "Gedaan"),
    ];
    let mut seen = BTreeSet::new();
    for (due, words) in looks {
        let html = shown(&due);
        assert!(html.contains(&format!("<span>{words}</span>")), "{words} in {html}");
        assert!(html.contains("aria-hidden=\"true\"") && html.contains(due.term.clock.text()), "{html}");
        let path = values(&html, " d=\"")[0];
        seen.insert((values(&html, "class=\"")[0].to_owned(), path.to_owned()));
    }
    let classes: BTreeSet<_> = seen.iter().map(|(class, _)| class).collect();
    assert_eq!(classes.len(), 6, "as many looks as there are states: {seen:?}");
    let signs: BTreeSet<_> = seen.iter().map(|(_, path)| path).collect();
    assert_eq!(signs.len(), 5, "each with its own sign, but for what is done: {seen:?}");
}

#[test]
fn the_list_says_since_when_a_case_waits_for_its_sender() {
    let list = queue::page(&site(), &present(&[Role::Intake]), &queue(Filters::default(), 5, 1));
    let (_, after) = list.split_once("Wacht op de afzender, sinds ").unwrap();
    assert!(after.starts_with("<span class=\"zvh-desk-date\">19-11-2026</span>"), "{after:.60}");
    assert_eq!(list.matches(", sinds ").count(), 1, "of that case only");
}

#[test]
fn how_soon_something_is_needed_is_told_in_the_list_and_on_top_of_the_case() {
    let list = queue::page(&site(), &present(&[Role::Intake]), &queue(Filters::default(), 5, 1));
    let (before, after) = list.split_once("<span>Vandaag nodig</span>").unwrap();
    assert!(before.ends_with("</svg>"), "a sign beside the words");
    assert!(before.rsplit_once("<tr").unwrap().1.contains("WM-26-2M9D-H"), "in the row of its case");
    assert!(after.contains(Clock::Investigation.text()), "before the term");
    let mut case = case();
    let html = referral::page(&site(), &present(&[Role::Intake]), &case);
    let (before, after) = html.split_once("Vandaag nodig").unwrap();
    assert!(before.rsplit_once("<div").unwrap().1.contains("zvh-desk-note--late"), "it stands out");
    assert!(
        !before.contains("Waarvoor wij deze gegevens gebruiken") && after.contains("Moet er vandaag al iemand komen?")
    );
    for (urgency, class) in [(Urgency::Soon, "zvh-desk-note--warning"), (Urgency::Calm, "zvh-desk-note\"")] {
        case.needed.as_mut().unwrap().need.urgency = urgency;
        let html = referral::page(&site(), &present(&[Role::Intake]), &case);
        let before = html.split_once("Vandaag nodig").unwrap().0;
        assert!(
            before.rsplit_once("<div").unwrap().1.contains(class),
            "less, and not once it was taken up: {urgency:?}"
        );
    }
}

#[test]
fn who_can_not_be_reached_is_not_said_to_be_called_or_mailed() {
    let mut case = case();
    case.facts.form = props::form("wvggz");
    case.reach = Reach { news: News::Looks, ..Reach::default() };
    let way = domain::desk::way::way(case.facts.form, Status::Decided, &[Happening::Decided], None);
    case.way = way.into_iter().map(|stop| Stop { act: stop.act, state: stop.state, by: By::You }).collect();
    case.acts = case.way.iter().map(|stop| stop.act).collect();
    let html = referral::page(&site(), &present(&[Role::WvggzProcesregisseur]), &case);
    assert!(html.contains("Anoniem") && html.contains("niet bellen of mailen"), "{html}");
    assert!(html.contains("Antwoord klaarzetten") && !html.contains("Antwoord geven"), "{html}");
    let answer = domain::desk::act::find("antwoord").unwrap();
    let write = |news| {
        let mut acting = acting(answer, Answers::default());
        acting.case.reach.news = news;
        page(&acting)
    };
    for (news, said) in [
        (News::Mailed, "Daarin staat alleen dat er nieuws is."),
        (News::Called, "Bel dat er nieuws is."),
        (News::Looks, "met de volgcode gaat kijken"),
    ] {
        assert!(write(news).contains(said), "{news:?}");
    }
    assert!(!write(News::Looks).contains("krijgt een mail"));
}

#[test]
fn what_was_said_last_stands_beside_what_one_writes() {
    let html = page(&acting(call(), Answers::default()));
    let beside = html.split_once("Uit de zaak").unwrap().1;
    assert!(beside.contains("<details open><summary>Laatste contact</summary>"), "{beside}");
    assert!(beside.contains("De wijkagent belt morgen."));
    let mut first = acting(call(), Answers::default());
    first.case.contacts.clear();
    assert!(!page(&first).contains("Laatste contact"));
}

#[test]
fn a_button_shows_its_key_where_keys_work_and_keeps_its_name() {
    let mut me = present(&[Role::Intake]);
    let html = referral::page(&site(), &me, &case());
    let key = "<kbd aria-hidden=\"true\" class=\"zvh-desk-key zvh-desk-key--beside\">";
    assert!(html.contains(&format!(">Contact vastleggen</a> {key}c</kbd>")), "the key stands outside the link");
    assert!(html.contains(&format!("{key}i</kbd>")) && html.contains(&format!("{key}t</kbd>")));
    me.shortcuts = Shortcuts::Off;
    assert!(!referral::page(&site(), &me, &case()).contains("<kbd"), "who turned them off sees none");
}

#[test]
fn who_decides_hears_what_nobody_did_yet_where_the_law_leaves_that_free() {
    let decide = |form, judged: bool, advised: bool| {
        let mut acting = acting(domain::desk::act::find("besluit").unwrap(), Answers::default());
        acting.case.facts.form = props::form(form);
        if !judged {
            acting.case.criteria.clear();
        }
        if !advised {
            acting.case.advices.clear();
        }
        page(&acting)
    };
    for (judged, advised, said) in [
        (false, false, "Nog niemand beoordeelde de criteria of gaf advies."),
        (false, true, "Nog niemand beoordeelde de criteria."),
        (true, false, "Nog niemand gaf advies."),
    ] {
        let html = decide("regieteam", judged, advised);
        let (before, after) = html.split_once(said).unwrap_or_else(|| panic!("{said}"));
        assert!(!before.contains("zvh-actions") && after.contains("Besluit nemen"), "above the button");
        assert!(!decide("mda", judged, advised).contains("Nog niemand"), "there the law says so itself");
    }
    assert!(!decide("regieteam", true, true).contains("Nog niemand"));
    let mut call = acting(call(), Answers::default());
    call.case.criteria.clear();
    assert!(!page(&call).contains("Nog niemand"));
}

#[test]
fn what_was_sent_is_escaped_and_shown_as_it_was() {
    let evil = "<script>alert(1)</script>\nregel twee";
    let mut case = case();
    case.summary = props::sections(&[(evil, evil), ("Leeg", "")]);
    case.purpose = evil.to_owned();
    case.facts.municipality = Some(evil.to_owned());
    case.happened[0].content = Content::Text(evil.to_owned());
    case.happened[0].by = evil.to_owned();
    let html = referral::page(&site(), &present(&[Role::Intake]), &case);
    assert!(!html.contains("<script>"), "{html}");
    assert!(html.matches("&lt;script&gt;alert(1)&lt;/script&gt;\nregel twee").count() >= 5);
    assert!(html.contains("1 vraag is niet ingevuld") && html.contains("Niet ingevuld"));
}

#[test]
fn a_case_shows_the_parts_it_has_and_links_to_each() {
    let mut case = case();
    let html = referral::page(&site(), &present(&[Role::Intake]), &case);
    assert!(html.contains("href=\"#besluit\"") && html.contains("Adviezen (2)"), "{html}");
    assert!(!html.contains("id=\"antwoord\""), "there is no answer yet");
    let acts: Vec<_> = case.acts.iter().map(|act| format!("/balie/WM-26-7K4P-Q/{}", act.form.slug)).collect();
    assert!(acts.iter().all(|href| html.contains(href.as_str())) && html.matches("nl-button--primary").count() == 2);
    (case.acts, case.assign, case.twins) = (vec![], None, vec![]);
    case.decisions.clear();
    case.happened.remove(0);
    let html = referral::page(&site(), &present(&[Role::Weigher]), &case);
    assert!(html.contains("U kunt nu niets doen in deze zaak."));
    for gone in ["Wijs toe", "Misschien dubbel", "id=\"besluit\""] {
        assert!(!html.contains(gone), "{gone}");
    }
    assert!(Part::ALL.map(Part::id).into_iter().collect::<BTreeSet<_>>().len() == Part::ALL.len());
}

#[test]
fn an_act_that_comes_back_says_what_is_wrong_what_happened_and_keeps_what_was_typed() {
    let html = page(&disturbed());
    assert!(html.contains("<title>Fout: ") && html.contains("autofocus"), "{html}");
    assert!(html.contains("href=\"#call-with\"") && html.contains("aria-invalid=\"true\""));
    assert!(html.contains("&lt;/textarea&gt;&lt;b&gt;Wij spraken af"));
    assert!(html.contains("Intussen gebeurde er iets") && html.contains("Besluit genomen"));
    assert!(html.contains("Uw tekst is bewaard"));
    assert!(html.contains("name=\"_versie\" value=\"7\""));
    let calm = page(&acting(call(), Answers::default()));
    assert!(!calm.contains("Fout: ") && !calm.contains("autofocus") && !calm.contains("Intussen"));
}

#[test]
fn an_act_that_could_not_be_stored_says_so() {
    let html = page(&Acting { stored: Stored::NotNow, ..acting(call(), Answers::default()) });
    assert!(html.contains("<title>Fout: ") && html.contains("Nog niet opgeslagen"));
}

#[test]
fn an_answer_is_looked_at_before_it_goes_and_nothing_typed_is_lost() {
    let first = page(&Acting { stage: Stage::FillThenLook, ..acting(call(), Answers::default()) });
    assert!(first.contains("value=\"bekijk\"") && first.contains("Bekijk eerst"));
    assert!(!first.contains("value=\"volgende\""), "Enter must not send it unseen");
    let second = page(&looking());
    assert!(second.contains("Wij nemen uw aanmelding aan.") && second.contains("Versturen"));
    assert!(
        second.contains("type=\"hidden\" name=\"answer.text\" value=\"Wij nemen &quot;uw&quot; aanmelding aan.\""),
        "{second}"
    );
    assert!(second.contains("value=\"volgende\"") && second.contains("value=\"vorige\""));
}

#[test]
fn asking_back_offers_every_question_and_unfolds_what_is_chosen() {
    let html = page(&asking());
    let asked = asking().ask_back.unwrap();
    let questions: usize = asked.steps.iter().map(|step| step.questions.len()).sum();
    assert_eq!(html.matches("type=\"checkbox\" id=\"veld").count(), questions);
    assert_eq!(html.matches(" checked").count(), 1);
    assert!(html.contains("<details open"));
}

fn page(acting: &Acting) -> String {
    act::page(&site(), &present(&[Role::Intake]), acting)
}

fn shown(due: &Due) -> String {
    Owner::new().with(|| term_view(due).to_html())
}

fn pairs(filters: &Filters) -> Vec<(String, String)> {
    filters.pairs().into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn every_page() -> Vec<(&'static str, String)> {
    let (site, me) = (site(), present(&Role::ALL));
    let set = Filters::from_pairs([("status", "received"), ("gemeente", "GM1883"), ("van", "mij")]);
    vec![
        ("queue", queue::page(&site, &me, &queue(Filters::default(), 5, 1))),
        ("filtered queue", queue::page(&site, &me, &queue(set, 112, 2))),
        ("empty queue", queue::page(&site, &me, &queue(Filters::default(), 0, 1))),
        ("case", referral::page(&site, &me, &case())),
        ("act", page(&acting(call(), Answers::default()))),
        ("act with errors", page(&disturbed())),
        ("asking back", page(&asking())),
        ("looking", page(&looking())),
        ("keeping", keeping::page(&site, &me, &supervision::keeping(None))),
        ("tombstones", keeping::page(&site, &me, &supervision::keeping(Some(Section::Destroyed)))),
        ("certificate", keeping::certificate_page(&site, &me, &supervision::certificate(true))),
        ("broken certificate", keeping::certificate_page(&site, &me, &supervision::certificate(false))),
        ("trail", trail::page(&site, &me, &supervision::trail(sound(), &supervision::everyone()))),
        ("broken trail", trail::page(&site, &me, &supervision::trail(Chain::Broken { seq: 7 }, &[]))),
    ]
}

fn sound() -> Chain {
    Chain::Sound { seq: 5, last: 9, at: "14.32 uur".to_owned() }
}

#[test]
fn the_trail_and_its_proofs_say_what_they_found() {
    let (site, me) = (site(), present(&[Role::Officer]));
    let html = trail::page(&site, &me, &supervision::trail(sound(), &supervision::everyone()));
    for words in
        ["bij regel 5 van 9", "Zonder rol", "Bezoeker van de site", "Wie zag WM-26-2345-1?", "logboek.csv?vanaf="]
    {
        assert!(html.contains(words), "{words}");
    }
    assert!(html.contains("value=\"2026-11-01\""), "the form keeps what was chosen");
    let html = trail::page(&site, &me, &supervision::trail(Chain::Broken { seq: 7 }, &[]));
    assert!(html.contains("Het logboek klopt niet vanaf regel 7") && html.contains("Geen regel past"));
    assert!(!html.contains("met het logboek"));
    for (contradictions, words) in
        [(1, "Eén zaak klopt niet met het logboek"), (3, "3 zaken kloppen niet met het logboek")]
    {
        let html = trail::page(&site, &me, &Trail { contradictions, ..supervision::trail(sound(), &[]) });
        assert!(html.contains(words), "{words}");
    }
    let html = keeping::certificate_page(&site, &me, &supervision::certificate(false));
    assert!(html.contains("Dit bewijs klopt niet") && html.contains("Het logboek noemt deze vernietiging niet"));
    let html = keeping::page(&site, &me, &supervision::keeping(None));
    assert!(html.contains("12 zaken. Hier staan er 2.") && html.contains("Er is niets uitgesteld."));
    let filled = Section::ALL.iter().filter(|section| **section != Section::Held).count();
    assert_eq!(html.matches("Besloten, nog geen antwoord").count(), filled, "one in each list");
    let (before, _) = html.split_once("Besloten, nog geen antwoord").unwrap();
    assert!(before.rsplit_once("<tr").unwrap().1.contains("WM-26-2345-1"), "that which was not answered");
    assert!(html.contains("artikel 1.16 lid 1 BGS"), "by which rule it goes");
    assert_eq!(html.matches("href=\"/balie/WM-26-2345-1\"").count(), filled, "only what one may open is a link");
}

/// What stands after each of these words, up to the next quote.
fn values<'a>(html: &'a str, word: &str) -> Vec<&'a str> {
    html.split(word).skip(1).filter_map(|rest| Some(rest.split_once('"')?.0)).collect()
}

/// The tags of everything that is filled in or chosen.
fn controls(html: &str) -> Vec<&str> {
    let tags = html.split('<').filter_map(|rest| Some(rest.split_once('>')?.0));
    let filled = |tag: &&str| ["input ", "select ", "textarea "].iter().any(|name| tag.starts_with(name));
    tags.filter(filled).filter(|tag| !tag.contains("type=\"hidden\"")).collect()
}
