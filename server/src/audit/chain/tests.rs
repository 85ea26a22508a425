//! Whatever is done to a chain, the walk names the first entry that is not as it was written.

use proptest::prelude::*;
use proptest::sample::Index;

use super::*;

/// A walk along all of it.
fn verify(links: &[Link], noted: Option<Head>) -> Result<Head, Broken> {
    let mut walk = Walk::new(Head::START, noted);
    links.iter().try_for_each(|link| walk.step(link))?;
    walk.end()
}

fn chain(records: Vec<Record>) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for record in records {
        let head = links.last().map_or(Head::START, head_of);
        links.push(Link::after(&head, record));
    }
    links
}

fn head_of(link: &Link) -> Head {
    Head { seq: link.seq, hash: link.hash.clone().try_into().unwrap() }
}

fn record() -> impl Strategy<Value = Record> {
    (0..4_i64, "[a-z]{0,3}", "[a-z.]{0,3}", "[A-Z-]{0,3}", "[a-z]{0,2}")
        .prop_map(|(at, actor, action, object, result)| Record { at, actor, action, object, result })
}

fn some_chain() -> impl Strategy<Value = Vec<Link>> {
    prop::collection::vec(record(), 2..12).prop_map(chain)
}

/// What of an entry is changed.
#[derive(Debug, Clone, Copy)]
enum Part {
    Seq,
    At,
    Actor,
    Action,
    Object,
    Result,
    Previous,
    Hash,
}

const PARTS: [Part; 8] =
    [Part::Seq, Part::At, Part::Actor, Part::Action, Part::Object, Part::Result, Part::Previous, Part::Hash];

fn change(link: &mut Link, part: Part, bit: Index) {
    let flip = |bytes: &mut Vec<u8>| {
        let bit = bit.index(bytes.len() * 8);
        bytes[bit / 8] ^= 1 << (bit % 8);
    };
    match part {
        Part::Seq => link.seq ^= 1 << bit.index(62),
        Part::At => link.record.at ^= 1 << bit.index(62),
        Part::Actor => link.record.actor.push('x'),
        Part::Action => link.record.action.push('x'),
        Part::Object => link.record.object.push('x'),
        Part::Result => link.record.result.push('x'),
        Part::Previous => flip(&mut link.previous),
        Part::Hash => flip(&mut link.hash),
    }
}

proptest! {
    #[test]
    fn a_chain_as_it_was_written_is_sound(links in some_chain()) {
        let head = head_of(links.last().unwrap());
        prop_assert_eq!(verify(&links, None), Ok(head));
        prop_assert_eq!(verify(&links, Some(head)), Ok(head));
        prop_assert_eq!(Head::parse(&head.to_string()), Some(head));
    }

    #[test]
    fn any_change_of_any_entry_is_found_where_it_is(mut links in some_chain(), at in any::<Index>(), bit in any::<Index>()) {
        let at = at.index(links.len());
        for part in PARTS {
            let before = links[at].clone();
            change(&mut links[at], part, bit);
            prop_assert_eq!(verify(&links, None), Err(Broken(before.seq)), "{:?}", part);
            links[at] = before;
        }
        prop_assert!(verify(&links, None).is_ok());
    }

    #[test]
    fn a_change_that_is_hashed_again_is_found_at_the_next(mut links in some_chain(), at in any::<Index>()) {
        let at = at.index(links.len() - 1);
        let link = &mut links[at];
        link.record.result.push('x');
        link.hash = link.record.hash(&link.previous, link.seq).to_vec();
        prop_assert_eq!(verify(&links, None), Err(Broken(i64::try_from(at).unwrap() + 2)));
    }

    #[test]
    fn an_entry_that_is_gone_is_missed_where_it_was(mut links in some_chain(), at in any::<Index>(), renumbered: bool) {
        let at = at.index(links.len() - 1);
        links.remove(at);
        if renumbered {
            for link in &mut links[at..] {
                link.seq -= 1;
            }
        }
        prop_assert_eq!(verify(&links, None), Err(Broken(i64::try_from(at).unwrap() + 1)));
    }

    #[test]
    fn two_entries_that_changed_places_are_found_at_the_first(mut links in some_chain(), one in any::<Index>(), other in any::<Index>(), with_numbers: bool) {
        let (one, other) = (one.index(links.len()), other.index(links.len()));
        prop_assume!(one != other && links[one].record != links[other].record);
        links.swap(one, other);
        if with_numbers {
            let number = links[one].seq;
            links[one].seq = links[other].seq;
            links[other].seq = number;
        }
        prop_assert_eq!(verify(&links, None), Err(Broken(i64::try_from(one.min(other)).unwrap() + 1)));
    }

    #[test]
    fn an_entry_put_in_between_is_found_there_or_right_after(mut links in some_chain(), at in any::<Index>(), new in record(), is_hashed: bool) {
        let at = at.index(links.len());
        let mut link = Link { seq: links[at].seq, record: new, previous: links[at].previous.clone(), hash: vec![0; 32] };
        if is_hashed {
            link.hash = link.record.hash(&link.previous, link.seq).to_vec();
        }
        for later in &mut links[at..] {
            later.seq += 1;
        }
        links.insert(at, link);
        let first = i64::try_from(at).unwrap() + 1;
        // Made with care it fits the one before; the next one tells.
        prop_assert_eq!(verify(&links, None), Err(Broken(if is_hashed { first + 1 } else { first })));
    }

    #[test]
    fn a_tail_that_was_cut_is_missed_beside_a_noted_head(mut links in some_chain(), at in any::<Index>()) {
        let noted = head_of(links.last().unwrap());
        let left = at.index(links.len());
        links.truncate(left);
        prop_assert!(verify(&links, None).is_ok(), "alone it does not show");
        prop_assert_eq!(verify(&links, Some(noted)), Err(Broken(i64::try_from(left).unwrap() + 1)));
    }

    #[test]
    fn a_chain_that_was_written_anew_does_not_pass_through_a_noted_head(links in some_chain(), at in any::<Index>(), noted in any::<Index>()) {
        let (at, noted) = (at.index(links.len()), noted.index(links.len()));
        let noted = head_of(&links[noted.max(at)]);
        let mut records: Vec<Record> = links.into_iter().map(|link| link.record).collect();
        records[at].result.push('x');
        let forged = chain(records);
        prop_assert!(verify(&forged, None).is_ok(), "alone it does not show");
        prop_assert_eq!(verify(&forged, Some(noted)), Err(Broken(noted.seq)));
    }
}

fn of(object: &str, result: &str) -> Record {
    Record { at: 1, actor: "system".into(), action: "mail.sent".into(), object: object.into(), result: result.into() }
}

#[test]
fn every_field_and_the_place_in_the_chain_change_the_hash() {
    let start = Head::START.hash;
    let hash = of("a", "b").hash(&start, 1);
    assert_ne!(hash, of("", "ab").hash(&start, 1));
    assert_ne!(hash, of("a", "b").hash(&start, 2));
    assert_ne!(hash, of("a", "b").hash(&[1; 32], 1));
    assert_eq!(hash, of("a", "b").hash(&start, 1));
}

#[test]
fn what_is_no_head_does_not_read() {
    let hash = "0".repeat(64);
    for text in ["", "5", "5:", ":00", "0:00", &format!("0:{hash}"), &format!("-1:{hash}"), &format!("x:{hash}")] {
        assert_eq!(Head::parse(text), None, "{text}");
    }
    assert!(Head::parse(&format!(" 5:{hash}\n")).is_some());
}
