//! What an envelope promises, and that another implementation of HPKE agrees.

use hpke_rs::hpke_types::{AeadAlgorithm, KdfAlgorithm, KemAlgorithm};
use hpke_rs::libcrux::HpkeLibcrux;
use hpke_rs::{Hpke, HpkePrivateKey, HpkePublicKey, Mode};
use proptest::prelude::*;

use super::*;
use crate::random::SeededRandom;
use crate::seal::Kind;
use crate::seal::keys::Role;

struct Keys {
    house: PrivateKey,
    recovery: PrivateKey,
    public: PublicKeys,
}

fn a_house(seed: u64) -> Keys {
    let random = SeededRandom::new(seed);
    let house = PrivateKey::generate(Role::House, &random).unwrap();
    let recovery = PrivateKey::generate(Role::Recovery, &random).unwrap();
    let public = PublicKeys { house: house.public(), recovery: recovery.public() };
    Keys { house, recovery, public }
}

fn header() -> Header {
    Header::new("westelijke-mijnstreek", Kind::Referral, "ZVH-2026-0001")
}

fn sealed(seed: u64, body: &[u8]) -> Vec<u8> {
    seal(&a_house(seed).public, &header(), body, &SeededRandom::new(seed + 1000)).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn both_keys_open_what_was_sealed(body in prop::collection::vec(any::<u8>(), 0..20_000), seed in 0_u64..1000) {
        let keys = a_house(seed);
        let envelope = sealed(seed, &body);
        for key in [&keys.house, &keys.recovery] {
            let opened = open(key, &header(), &envelope).unwrap();
            prop_assert_eq!(&*opened.body, &body);
            prop_assert_eq!(opened.epoch, 1);
        }
    }

    #[test]
    fn a_change_anywhere_in_a_large_envelope_is_refused(place in any::<prop::sample::Index>(), bit in 0_u32..8) {
        let mut envelope = sealed(3, &vec![5; 50_000]);
        *place.get_mut(&mut envelope) ^= 1 << bit;
        let keys = a_house(3);
        prop_assert!(open(&keys.house, &header(), &envelope).is_err());
        prop_assert!(open(&keys.recovery, &header(), &envelope).is_err());
    }

    #[test]
    fn no_bytes_make_opening_fail_otherwise(bytes in prop::collection::vec(any::<u8>(), 0..600), keep in 0_usize..60) {
        let mut envelope = sealed(4, b"body");
        envelope.truncate(keep);
        envelope.extend(bytes);
        prop_assert!(open(&a_house(4).house, &header(), &envelope).is_err());
    }
}

#[test]
fn every_flipped_byte_is_refused_by_both_keys() {
    let (keys, envelope) = (a_house(1), sealed(1, b"small"));
    for place in 0..envelope.len() {
        let mut changed = envelope.clone();
        changed[place] ^= 0x20;
        assert!(open(&keys.house, &header(), &changed).is_err(), "byte {place}, house key");
        assert!(open(&keys.recovery, &header(), &changed).is_err(), "byte {place}, recovery key");
    }
}

#[test]
fn a_cut_or_longer_envelope_is_refused() {
    let (keys, envelope) = (a_house(1), sealed(1, b"small"));
    for length in 0..envelope.len() {
        assert!(open(&keys.house, &header(), &envelope[..length]).is_err(), "cut at {length}");
    }
    assert!(open(&keys.house, &header(), &[&envelope[..], &[0]].concat()).is_err());
}

#[test]
fn a_body_moved_to_another_referral_house_or_kind_does_not_open() {
    let keys = a_house(1);
    let envelope = sealed(1, b"small");
    let header_length = header().encode(1).unwrap().len();
    for other in [
        Header::new("westelijke-mijnstreek", Kind::Referral, "ZVH-2026-0002"),
        Header::new("parkstad", Kind::Referral, "ZVH-2026-0001"),
        Header::new("westelijke-mijnstreek", Kind::Mail, "ZVH-2026-0001"),
    ] {
        assert!(open(&keys.house, &other, &envelope).is_err(), "asked for as {other:?}");
        let moved = [&other.encode(1).unwrap()[..], &envelope[header_length..]].concat();
        assert_eq!(open(&keys.house, &other, &moved).map(|_| ()), Err(OpenError::Refused), "moved to {other:?}");
    }
    let next_epoch = [&header().encode(2).unwrap()[..], &envelope[header_length..]].concat();
    assert_eq!(open(&keys.house, &header(), &next_epoch).map(|_| ()), Err(OpenError::Refused));
}

#[test]
fn the_recipients_of_one_envelope_do_not_open_the_body_of_another() {
    let keys = a_house(1);
    let (one, two) = (sealed(1, b"one"), seal(&keys.public, &header(), b"two", &SeededRandom::new(77)).unwrap());
    let recipients_end = header().encode(1).unwrap().len() + 1 + 2 * RECIPIENT;
    let mixed = [&one[..recipients_end], &two[recipients_end..]].concat();
    assert_eq!(open(&keys.house, &header(), &mixed).map(|_| ()), Err(OpenError::Refused));
}

#[test]
fn a_key_of_another_house_is_told_so() {
    let envelope = sealed(1, b"small");
    assert_eq!(open(&a_house(2).house, &header(), &envelope).map(|_| ()), Err(OpenError::OtherKey));
}

#[test]
fn ten_thousand_bytes_take_two_sizes() {
    let sizes: std::collections::BTreeSet<usize> = (0..200).map(|step| sealed(1, &vec![1; step * 50]).len()).collect();
    assert_eq!(sizes.len(), 2, "{sizes:?}");
}

#[test]
fn one_seal_never_repeats_another() {
    let keys = a_house(1);
    let random = SeededRandom::new(9);
    let (one, two) = (seal(&keys.public, &header(), b"same", &random), seal(&keys.public, &header(), b"same", &random));
    let start = header().encode(1).unwrap().len() + 1 + 1 + KEY_ID;
    assert_ne!(one.unwrap()[start..start + 80], two.unwrap()[start..start + 80]);
}

/// Sealed on 21 November 2026. What was sealed once must open for ever: replace neither file nor key.
#[test]
fn the_first_envelope_ever_sealed_still_opens() {
    const ENVELOPE: &[u8] = include_bytes!("../fixtures/envelope-v1.bin");
    for code in [HOUSE_CODE, RECOVERY_CODE] {
        let key = PrivateKey::from_code(code).unwrap();
        let opened = open(&key, &header(), ENVELOPE).unwrap();
        assert_eq!(&*opened.body, "{\"voorbeeld\":\"één\"}".as_bytes());
    }
}
const HOUSE_CODE: &str = "HTAQXV-ZR5N8K-VP1GBY-K7KYZ4-NP513G-YM586S-82QKHK-8GGWJ5-EKBY0N";
const RECOVERY_CODE: &str = "RE53H9-T519CM-PNYKDM-P9RABN-MGMXPF-8RTQ3J-AXJPGH-M6RE4S-RCKRG2";

fn other_hpke() -> Hpke<HpkeLibcrux> {
    Hpke::new(Mode::Base, KemAlgorithm::DhKem25519, KdfAlgorithm::HkdfSha256, AeadAlgorithm::ChaCha20Poly1305)
}

#[test]
fn another_implementation_opens_our_envelope() {
    let (keys, envelope) = (a_house(1), sealed(1, b"shared words"));
    let header = header().encode(1).unwrap();
    let info = [INFO, &header].concat();
    for (place, key) in [&keys.house, &keys.recovery].into_iter().enumerate() {
        let start = header.len() + 1 + place * RECIPIENT;
        let recipient = &envelope[start..start + RECIPIENT];
        let (name, rest) = recipient.split_at(1 + KEY_ID);
        let (encapsulated, sealed_key) = rest.split_at(ENCAPSULATED);
        let secret = HpkePrivateKey::new(key.secret().to_vec());
        let content_key = other_hpke().open(encapsulated, &secret, &info, name, sealed_key, None, None, None).unwrap();
        let (bound, rest) = envelope.split_at(header.len() + 1 + 2 * RECIPIENT);
        let padded = libcrux_open(&content_key, bound, rest);
        assert_eq!(&padded[..4], 12_u32.to_be_bytes());
        assert_eq!(&padded[4..16], b"shared words");
    }
}

#[test]
fn our_program_opens_the_envelope_of_another_implementation() {
    let keys = a_house(1);
    let mut envelope = header().encode(1).unwrap();
    let info = [INFO, &envelope].concat();
    let content_key = [9; 32];
    envelope.push(2);
    for recipient in [&keys.public.house, &keys.public.recovery] {
        let public = HpkePublicKey::new(recipient.bytes.to_vec());
        let (encapsulated, sealed_key) =
            other_hpke().seal(&public, &info, &name(recipient), &content_key, None, None, None).unwrap();
        envelope.extend(name(recipient));
        envelope.extend(encapsulated);
        envelope.extend(sealed_key);
    }
    let envelope = libcrux_seal(&content_key, envelope, b"from the other side");
    for key in [&keys.house, &keys.recovery] {
        assert_eq!(&*open(key, &header(), &envelope).unwrap().body, b"from the other side");
    }
}

fn libcrux_open(key: &[u8], bound: &[u8], rest: &[u8]) -> Vec<u8> {
    use hpke_rs_crypto::HpkeCrypto as _;
    let (nonce, content) = rest.split_at(12);
    <HpkeLibcrux>::aead_open(AeadAlgorithm::ChaCha20Poly1305, key, nonce, bound, content).unwrap()
}

fn libcrux_seal(key: &[u8], bound: Vec<u8>, body: &[u8]) -> Vec<u8> {
    use hpke_rs_crypto::HpkeCrypto as _;
    let mut padded = u32::try_from(body.len()).unwrap().to_be_bytes().to_vec();
    padded.extend(body);
    padded.resize(4096, 0);
    let content = <HpkeLibcrux>::aead_seal(AeadAlgorithm::ChaCha20Poly1305, key, &[4; 12], &bound, &padded).unwrap();
    [bound, vec![4; 12], content].concat()
}
