//! A desk with invented work: what its pages are made from in tests.

use app::desk::act::{Acting, AskBack, Askable, AskedStep, Meanwhile, Stage, Stored, Tick};
use app::desk::file::{Line, Section};
use app::desk::frame::Present;
use app::desk::kept::Kept;
use app::desk::queue::{Case as Listed, Choice, Choices, Filters, Hands, Queue, Todo};
use app::desk::referral::{Assign, By, Case, Content, Entry, Facts, Needed, Part, Reach, Seen, Stop, Told};
use app::desk::shortcut::Shortcuts;
use app::desk::table::Look;
use app::desk::term::{Due, Need};
use app::document::{Assets, Site};
use app::follow;
use app::house::{Address, House, Phone};
use app::wizard::frame::Filling;
use app::wizard::step::Judged;
use chrono::NaiveDate;
use domain::answers::Answers;
use domain::calendar::{Calendar, GoodFriday};
use domain::desk::act::{self, Act};
use domain::desk::clock::{Clock, Term, TermState, Urgency, left};
use domain::desk::reach::News;
use domain::desk::role::Role;
use domain::desk::way::way;
use domain::fiction::{self, Chance};
use domain::form::Form;
use domain::forms;
use domain::referral::{Happening, Status};
use domain::summary::summary;

pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

pub(crate) fn site() -> Site {
    Site {
        house: House {
            kind: "Zorg- en Veiligheidshuis".into(),
            region: "Ergens".into(),
            phone: Phone { shown: "046 - 000 00 00".into(), dial: "+31460000000".into() },
            address: Address { street: "Straat 1".into(), town: "Dorp".into() },
            municipalities: vec!["Dorp".into()],
            help_lines: vec![],
            exit: None,
            nav: vec![],
            footer: vec![],
        },
        assets: Assets {
            stylesheet: "/assets/site.css".into(),
            font: "/assets/font.woff2".into(),
            icon: "/assets/icon.svg".into(),
            island: None,
            simulation_style: None,
            simulation: None,
            desk_style: Some("/assets/desk.css".into()),
            desk_script: Some("/assets/desk.js".into()),
        },
        origin: "https://huis.example".into(),
    }
}

pub(crate) fn present(roles: &[Role]) -> Present {
    Present {
        name: "Noor van den Berg".into(),
        roles: roles.to_vec(),
        now: "2026-11-24T13:02:00Z".into(),
        ends: "2026-11-24T13:32:00Z".into(),
        ends_words: "14.32 uur".into(),
        shortcuts: Shortcuts::On,
    }
}

pub(crate) fn due(clock: Clock, day: u32, state: TermState) -> Due {
    let due = NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
    let term = Term { clock, due, state, met_on: (state == TermState::Met).then(today) };
    Due { term, left: left(due, today(), &calendar()) }
}

fn calendar() -> Calendar {
    Calendar { good_friday: GoodFriday::Holiday, closing_days: vec![], equated_days: vec![], answer_within: None }
}

pub(crate) fn queue(filters: Filters, found: usize, page: usize) -> Queue {
    let listed = |reference: &str, slug: &str, status, next: Option<Due>, look| Listed {
        reference: reference.into(),
        form: form(slug),
        status,
        waits_since: (status == Status::Asked).then(|| NaiveDate::from_ymd_opt(2026, 11, 19).unwrap()),
        municipality: Some("Sittard-Geleen".into()),
        organisation: Some("Politie, basisteam Westelijke Mijnstreek".into()),
        received: NaiveDate::from_ymd_opt(2026, 11, 17).unwrap(),
        need: None,
        todo: Some(Todo {
            act: "Antwoord geven",
            by: if next.is_none() { Hands::Yours } else { Hands::Of(vec![Role::Weigher]) },
        }),
        next,
        assignee: Some("Noor van den Berg".into()),
        look,
    };
    let runs = |clock, day| Some(due(clock, day, TermState::Runs));
    let mut cases = vec![
        listed("WM-26-7K4P-Q", "regieteam", Status::Received, runs(Clock::Contact, 20), Look::Unread),
        listed("WM-26-2M9D-H", "wvggz", Status::Contacted, runs(Clock::Investigation, 25), Look::Read),
        listed("WM-26-C3XW-4", "mda", Status::Asked, Some(due(Clock::Outcome, 30, TermState::Stopped)), Look::Read),
        listed("WM-26-N8RT-V", "avg-verzoek", Status::Confirmed, runs(Clock::Decision, 30), Look::Unread),
        listed("WM-26-H5JK-2", "contact", Status::Answered, None, Look::Read),
    ];
    cases[1].need = Some(Need { text: "Vandaag nodig".into(), urgency: Urgency::Late });
    cases[3].municipality = None;
    cases[3].organisation = None;
    cases[3].assignee = None;
    cases.truncate(found);
    Queue { filters, choices: choices(), found, page, done: None, cases }
}

fn choices() -> Choices {
    let choice = |value: &str, label: &str| Choice { value: value.into(), label: label.into() };
    Choices {
        routes: forms::ALL.to_vec(),
        municipalities: vec![choice("GM1883", "Sittard-Geleen"), choice("GM0888", "Beek")],
        organisations: vec![choice("politie", "Politie, basisteam Westelijke Mijnstreek")],
    }
}

pub(crate) fn form(slug: &str) -> &'static Form {
    forms::find(slug).unwrap_or_else(|| panic!("there is no form {slug}"))
}

/// What an invented sender sent, as it comes out of a sealed record.
pub(crate) fn sent(form: &'static Form) -> Vec<Section> {
    let context = fiction::house(today());
    let answers = fiction::submission(form, &context, fiction::invented, &mut Chance::new(7)).unwrap();
    let stored = serde_json::to_string(&summary(form, &answers, &context)).unwrap();
    serde_json::from_str(&stored).unwrap()
}

pub(crate) fn sections(lines: &[(&str, &str)]) -> Vec<Section> {
    let lines: Vec<_> =
        lines.iter().map(|(label, value)| serde_json::json!({"name": "a.b", "label": label, "value": value})).collect();
    let section =
        serde_json::json!([{"step": "s", "title": "Stap", "blocks": [{"heading": "", "row": null, "lines": lines}]}]);
    serde_json::from_value(section).unwrap()
}

fn lines(lines: &[(&str, &str)]) -> Vec<Line> {
    sections(lines).into_iter().flat_map(|section| section.blocks).flat_map(|block| block.lines).collect()
}

pub(crate) fn facts() -> Facts {
    Facts {
        reference: "WM-26-7K4P-Q".into(),
        form: form("regieteam"),
        status: Status::Contacted,
        received: "dinsdag 17 november 2026 om 14.32 uur".into(),
        municipality: Some("Sittard-Geleen".into()),
        organisation: Some("Politie, basisteam Westelijke Mijnstreek".into()),
        assignee: Some("Noor van den Berg".into()),
        decided: None,
        kept_until: Some("17 november 2027".into()),
    }
}

pub(crate) fn case() -> Case {
    let entry = |headline: &str, lines: &[(&str, &str)]| Entry {
        by: "Sam de Wit, voorzitter Regieteam".into(),
        at: "maandag 23 november 2026 om 10.05 uur".into(),
        headline: headline.into(),
        sections: sections(lines),
    };
    let told = |what: Happening, by: &str, seen, content| Told {
        what: what.desk_text().into(),
        by: by.into(),
        at: "maandag 23 november 2026 om 10.05 uur".into(),
        seen,
        content,
    };
    let call = sections(&[("Met wie sprak u?", "De wijkagent"), ("Wat is er besproken?", "Regel een.\nRegel twee.")]);
    Case {
        facts: facts(),
        purpose: "Wij beoordelen of deze aanmelding past bij het Regieteam.".into(),
        done: None,
        copy: None,
        terms: vec![due(Clock::Contact, 20, TermState::Met), due(Clock::Outcome, 26, TermState::Runs)],
        twins: vec!["WM-26-2M9D-H".into()],
        held: None,
        open_until: None,
        assign: Some(Assign {
            people: vec![("1".into(), "Noor van den Berg".into()), ("2".into(), "Sam de Wit".into())],
            current: Some("1".into()),
            own: "2".into(),
        }),
        acts: act::ALL.iter().filter(|act| act.possible(form("regieteam"), Status::Contacted)).collect(),
        way: way(form("regieteam"), Status::Contacted, &[Happening::Contacted], None)
            .into_iter()
            .map(|stop| Stop {
                act: stop.act,
                state: stop.state,
                by: if stop.act.what == Happening::Judged {
                    By::You
                } else {
                    By::Others(vec!["Sam de Wit (Voorzitter Regieteam)".into()])
                },
            })
            .collect(),
        needed: Some(Needed {
            need: Need { text: "Vandaag nodig".into(), urgency: Urgency::Late },
            said: lines(&[("Moet er vandaag al iemand komen?", "Ja")]).remove(0),
        }),
        reach: Reach {
            name: "Kim de Wit".into(),
            news: News::Mailed,
            ways: lines(&[("Telefoonnummer", "046 000 00 00"), ("Wanneer bereiken wij u het best?", "Maandagochtend")]),
            minds: lines(&[("Is het veilig om dit nummer te bellen?", "Nee")]),
            asks: vec![],
        },
        summary: sent(form("regieteam")),
        contributions: vec![entry(
            "Bijdrage van de ggz",
            &[("Wat is uw betrokkenheid?", "Wij behandelen een van de betrokkenen.")],
        )],
        contacts: vec![entry("Contact gehad", &[("Wat hebt u besproken?", "De wijkagent belt morgen.")])],
        criteria: vec![entry("2 van de 3 criteria van toepassing. Dat is genoeg.", &[("Meer leefgebieden?", "Ja")])],
        advices: vec![
            entry("Aannemen", &[("Waarom?", "Er zijn drie organisaties nodig.")]),
            entry("Niet aannemen", &[]),
        ],
        decisions: vec![entry("Op de agenda van een overleg", &[("Waarom?", "Het lukt de organisaties niet alleen.")])],
        answers: vec![],
        happened: vec![
            told(Happening::Decided, "Sam de Wit", Seen::ByHouse, Content::In(Part::Decisions)),
            told(Happening::Contacted, "Noor van den Berg", Seen::BySender, Content::Sections(call)),
            told(Happening::Added, "De afzender", Seen::BySender, Content::Text("Er is een kind bij.".into())),
            told(Happening::Received, "De afzender", Seen::BySender, Content::In(Part::Sent)),
        ],
    }
}

pub(crate) fn acting(act: &'static Act, answers: Answers) -> Acting {
    let context = fiction::house(today());
    Acting {
        act,
        case: case(),
        filling: Filling::new(act.form, answers, context, site().house, 7, String::new()),
        judged: Judged::NotYet,
        meanwhile: vec![],
        kept: None,
        ask_back: None,
        stage: Stage::Fill,
        stored: Stored::Fine,
        refused: None,
        begins: None,
    }
}

pub(crate) fn call() -> &'static Act {
    act::find("bellen").unwrap()
}

/// Typed, wrong, kept after a session ended, while another was faster.
pub(crate) fn disturbed() -> Acting {
    let typed = Answers::from_pairs([
        ("call.spoken".to_owned(), "ja".to_owned()),
        ("call.report".to_owned(), "</textarea><b>Wij spraken af".to_owned()),
    ]);
    let meanwhile = Meanwhile {
        what: Happening::Decided.desk_text().into(),
        by: "Sam de Wit".into(),
        at: "dinsdag 24 november 2026 om 9.12 uur".into(),
    };
    Acting {
        judged: Judged::Now,
        meanwhile: vec![meanwhile],
        kept: Some(Kept { at: "14.32 uur".into() }),
        ..acting(call(), typed)
    }
}

pub(crate) fn asking() -> Acting {
    let steps = sent(form("regieteam")).into_iter().map(|section| AskedStep {
        title: section.title.clone(),
        questions: section
            .blocks
            .iter()
            .flat_map(|block| &block.lines)
            .map(|line| Askable {
                name: line.name.clone(),
                label: line.label.clone(),
                value: line.value.clone(),
                tick: if line.name == "person.birth_date" { Tick::On } else { Tick::Off },
            })
            .collect(),
    });
    let ask = AskBack { steps: steps.collect() };
    Acting { ask_back: Some(ask), ..acting(act::find("aanvulling-vragen").unwrap(), Answers::default()) }
}

pub(crate) fn looking() -> Acting {
    let told = follow::Told {
        what: Happening::Answered.text(),
        at: "dinsdag 24 november 2026 om 14.20 uur".into(),
        by: None,
        text: Some("Wij nemen uw aanmelding aan.\n\nU hoort van ons wanneer het overleg is.".into()),
    };
    let typed = Answers::from_pairs([("answer.text".to_owned(), "Wij nemen \"uw\" aanmelding aan.".to_owned())]);
    Acting { stage: Stage::Look(told), ..acting(act::find("antwoord").unwrap(), typed) }
}
