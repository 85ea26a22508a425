//! What holds for every value, whatever is typed.

use domain::values::{
    Addition, Bsn, Day, Email, HouseNumber, HousePrefix, LongText, Name, OfficePhone, PartialDate, Phone, Postcode,
    Reference, looks_like_bsn,
};
use proptest::prelude::*;
use proptest::sample::select;

/// For a value read from any text: its canonical text reads back as the same value, is canonical itself, deserialises,
/// and how it is shown reads back too.
macro_rules! canonical_reads_back {
    ($type:ty, $text:expr) => {
        if let Ok(value) = <$type>::parse($text) {
            let canonical = String::from(value.canonical());
            let again = <$type>::parse(&canonical);
            prop_assert_eq!(again.as_ref(), Ok(&value), "{:?}", &canonical);
            prop_assert_eq!(String::from(value.canonical()), canonical.clone());
            prop_assert_eq!(<$type>::parse(&value.shown()), Ok(value.clone()), "{:?}", value.shown());
            let json = serde_json::Value::String(canonical);
            prop_assert_eq!(serde_json::from_value::<$type>(json).ok(), Some(value));
        }
    };
}

fn every_type_reads_back(text: &str) -> Result<(), TestCaseError> {
    canonical_reads_back!(Bsn, text);
    canonical_reads_back!(Postcode, text);
    canonical_reads_back!(HouseNumber, text);
    canonical_reads_back!(Addition, text);
    canonical_reads_back!(Phone, text);
    canonical_reads_back!(OfficePhone, text);
    canonical_reads_back!(Email, text);
    canonical_reads_back!(Day, text);
    canonical_reads_back!(PartialDate, text);
    canonical_reads_back!(Name, text);
    canonical_reads_back!(LongText, text);
    canonical_reads_back!(Reference, text);
    canonical_reads_back!(HousePrefix, text);
    if let Ok((number, Some(addition))) = HouseNumber::split(text) {
        let envelope = number.shown_with(Some(&addition));
        prop_assert_eq!(HouseNumber::split(&envelope), Ok((number, Some(addition))), "{}", envelope);
    }
    looks_like_bsn(text);
    Ok(())
}

/// Pieces that values are made of, so that many texts are nearly or wholly good.
fn pieces() -> impl Strategy<Value = String> {
    let pieces = [
        "0",
        "00",
        "1",
        "6",
        "12",
        "31",
        "112",
        "1985",
        "2026",
        "111222333",
        "6162",
        "AB",
        "sd",
        "a",
        "bis",
        "II",
        "WM",
        "Q",
        "+",
        "+31",
        "0031",
        "(0)",
        "06",
        "046",
        "0800",
        "0900",
        "14",
        "116",
        "@",
        ".",
        "..",
        ".nl",
        "gmail",
        "-",
        "–",
        "/",
        " ",
        "\u{A0}",
        "\u{200B}",
        "\r\n",
        "\t",
        "feb",
        "maart",
        "onbekend",
        "'",
        "é",
        "İ",
        "👩",
        "",
        "\u{0}",
        "١",
    ];
    prop::collection::vec(select(pieces.to_vec()), 0..8).prop_map(|pieces| pieces.concat())
}

/// Texts with the outline of one kind of value; many are good.
fn shaped() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9]{8,9}",
        "[0-9]{4} ?[A-Za-z]{2}",
        "[0-9]{1,5}[ /-]?[a-zA-Z0-9 ./()-]{0,8}",
        "[a-zA-Z.+']{1,8}@[a-zA-Z0-9é-]{1,6}(\\.[a-zA-Z]{1,5}){1,2}",
        "[0-9]{1,2}[-/. ][0-9]{1,2}[-/. ](18|19|20)[0-9]{2}",
        "(0|00|[1-9]|1[0-2])[-/ ](19|20)[0-9]{2}",
        "(\\+|00)[1-9][0-9]{5,15}",
        "0[0-9]{9}",
        "(0800|0900|0906|14 0|116 )[ -]?[0-9]{2,7}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        every_type_reads_back(&text)?;
    }

    #[test]
    fn texts_that_look_like_values_are_read_or_refused(text in pieces()) {
        every_type_reads_back(&text)?;
    }

    #[test]
    fn texts_shaped_as_values_are_read_or_refused(text in shaped()) {
        every_type_reads_back(&text)?;
    }

    #[test]
    fn any_boxes_are_read_or_refused(day in pieces(), month in pieces(), year in "[0-9]{0,5}") {
        if let Ok(date) = Day::parse_boxes(&day, &month, &year) {
            prop_assert_eq!(Day::parse(&date.canonical()), Ok(date));
        }
        if let Ok(date) = PartialDate::parse_boxes(&day, &month, &year) {
            prop_assert_eq!(PartialDate::parse(&date.canonical()), Ok(date));
        }
    }

    #[test]
    fn every_day_reads_back(year in 1900..2200_i32, ordinal in 1..=366_u32) {
        if let Some(date) = chrono::NaiveDate::from_yo_opt(year, ordinal) {
            every_type_reads_back(&Day::from(date).canonical())?;
            prop_assert_eq!(Day::parse(&Day::from(date).shown()), Ok(Day::from(date)));
            prop_assert_eq!(Day::parse(&domain::calendar::short(date)), Ok(Day::from(date)));
        }
    }

    #[test]
    fn of_all_numbers_that_differ_in_one_digit_one_passes_the_eleven_test(number in 0..1_000_000_000_u32, place in 0..9_u32) {
        let base = number - number / 10_u32.pow(place) % 10 * 10_u32.pow(place);
        let passing = (0..10).filter(|digit| Bsn::parse(&format!("{:09}", base + digit * 10_u32.pow(place))).is_ok()).count();
        prop_assert!(passing <= 1);
    }

    #[test]
    fn dutch_numbers_read_the_same_in_every_notation(digits in "[1-57][0-9]{8}") {
        let expected = Phone::parse(&format!("0{digits}"));
        prop_assert!(expected.is_ok());
        for start in ["+31", "0031", "+31(0)", "+31 0", "00 31 (0) ", "(0)"] {
            prop_assert_eq!(&Phone::parse(&format!("{start}{digits}")), &expected);
        }
        prop_assert_eq!(OfficePhone::parse(&digits).is_ok(), false);
    }

    #[test]
    fn made_references_read_back(prefix in "[A-Z]{2,4}", year in any::<i32>(), random in any::<[u8; 4]>()) {
        let made = Reference::make(&HousePrefix::parse(&prefix).unwrap(), year, random);
        every_type_reads_back(made.canonical())?;
        prop_assert_eq!(Reference::parse(made.canonical()), Ok(made));
    }

    #[test]
    fn a_good_number_is_found_wherever_it_stands(digits in "[1-9][0-9]{8}", before in "[a-z ]{0,9}", after in "[ a-z.]{0,9}") {
        let found = looks_like_bsn(&format!("{before}{digits}{after}"));
        prop_assert_eq!(found, Bsn::parse(&digits).is_ok());
    }

    #[test]
    fn ages_grow_with_time(text in "(19[0-9]{2}|20[01][0-9])(-0[1-9])?", days in 0..40_000_u64) {
        let born = PartialDate::parse(&text).unwrap();
        let today = born.latest() + chrono::Days::new(days);
        let tomorrow = today + chrono::Days::new(1);
        prop_assert!(!born.is_surely_adult_on(today) || born.is_surely_adult_on(tomorrow));
        prop_assert_ne!(born.may_be_minor_on(today), born.is_surely_adult_on(today));
    }
}

#[test]
fn debug_of_personal_values_shows_nothing() {
    let printed = [
        format!("{:?}", Bsn::parse("999990019")),
        format!("{:?}", Postcode::parse("6162 AB")),
        format!("{:?}", HouseNumber::split("12 a")),
        format!("{:?}", Phone::parse("0612345678")),
        format!("{:?}", OfficePhone::parse("046-4778700")),
        format!("{:?}", Email::parse("jan@example.nl")),
        format!("{:?}", Day::parse("7-3-1985")),
        format!("{:?}", PartialDate::parse("7-3-1985")),
        format!("{:?}", Name::parse("Jansen")),
        format!("{:?}", LongText::parse("Jansen")),
    ];
    for text in &printed {
        assert!(
            text.contains("(…)") && !text.contains(|c: char| c.is_ascii_digit()) && !text.contains("Jan"),
            "{text}"
        );
    }
}
