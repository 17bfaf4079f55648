use proptest::prelude::*;
use rand::{SeedableRng, rngs::StdRng};

use super::*;

/// Sealed by this code on the day it was written. If this test fails, every store in the field has become unreadable.
const OFFICE_ROOT: [u8; 32] = [0x11; 32];
const OLDER_ROOT: [u8; 32] = [0x22; 32];
const INDEX_ROOT: [u8; 32] = [0x33; 32];
const KNOWN_RECORD: &str = "AX5WMsHy-iF_VfJShiSeTQfJZb4BkS5KCmUDr5oyph7QQoVhuaACG46kxFF-ETGdV9CGNeKTLCCg8cCIc286";
const KNOWN_WRAPPED: &str = "AX5WMsGXXOqGBtUxO2AHpy3I--Vxlu6qUa66qOCponROuDCWDABnV7Ik9Xv1D72J-qei2-GUOjiARnb-TBafqK_1hkoBKunjGDOM-NU";
const KNOWN_ANSWERS: &str = "geUutICU211Ed9kWK6m3U6kTXfg8MFkZlRHbgbCxTliHj4xK-6Hu32ZM6vUsBOuW31Zx58kz4YYk";
// Computed apart from this code, with HMAC of another library.
const KNOWN_BLIND: &str = "d8d161cbc44ec6d9565fce4026e5bbe0";
const KNOWN_CODE_TAG: &str = "b0c0db0d01e00d1cf79669cb11cce8c65dee92d7a9b56a525acede14a2add38e";
const KNOWN_TAG: &str = "7a5fb83b470a7b412b90bb651a9193b7355426a02f64397409d99e76a91d8eae";
const KNOWN_KEY_ID: &str = "7e5632c1";

fn fixed(sealing: &[[u8; 32]]) -> OfficeKey {
    let roots: Vec<Secret> = sealing.iter().map(derive::secret).collect();
    OfficeKey::from_roots(&roots, &derive::secret(&INDEX_ROOT)).unwrap()
}

fn office() -> OfficeKey {
    fixed(&[OFFICE_ROOT])
}

fn data_key() -> DataKey {
    DataKey::generate(&mut StdRng::seed_from_u64(7))
}

#[test]
fn what_earlier_releases_sealed_still_opens() {
    let sealed: Vec<u8> = text::from_base64(KNOWN_RECORD).unwrap();
    assert_eq!(office().open(b"ticket/42/v1", &sealed).unwrap(), "张三 13800138000".as_bytes());
    let wrapped: WrappedKey = serde_json::from_str(&format!("\"{KNOWN_WRAPPED}\"")).unwrap();
    let key = office().unwrap_key(&wrapped, b"ticket/42").unwrap();
    assert_eq!(key.open(b"answers", &text::from_base64(KNOWN_ANSWERS).unwrap()).unwrap(), b"secret invention");
}

#[test]
fn indexes_and_tags_never_change() {
    let key = office();
    assert_eq!(key.blind_hex("phone", b"13800138000"), KNOWN_BLIND);
    assert_eq!(text::to_hex(&key.code_tag("WH-2026-000042", "K7Q2-9XMB")), KNOWN_CODE_TAG);
    assert_eq!(text::to_hex(&key.tag("form", &[b"session", b"7"])), KNOWN_TAG);
    assert_eq!(key.key_ids()[0].to_string(), KNOWN_KEY_ID);
}

#[test]
fn indexes_and_tags_survive_a_rotation() {
    let (before, after) = (fixed(&[OLDER_ROOT]), fixed(&[OFFICE_ROOT, OLDER_ROOT]));
    assert_eq!(before.blind("phone", b"1"), after.blind("phone", b"1"));
    assert_eq!(before.code_tag("r", "c"), after.code_tag("r", "c"));
    assert_eq!(before.tag("r", &[b"c"]), after.tag("r", &[b"c"]));
}

#[test]
fn every_changed_byte_of_a_record_is_noticed() {
    let key = office();
    let sealed = key.seal(b"place", b"some answers");
    for i in 0..sealed.len() {
        for bit in 0..8 {
            let mut changed = sealed.clone();
            changed[i] ^= 1 << bit;
            assert!(key.open(b"place", &changed).is_err(), "byte {i}, bit {bit}");
        }
        assert!(key.open(b"place", &sealed[..i]).is_err(), "cut to {i}");
    }
    assert_eq!(key.open(b"place", &[&sealed[..], b"x"].concat()), Err(SealError::Damaged));
}

#[test]
fn every_changed_byte_under_a_data_key_is_noticed() {
    let key = data_key();
    let sealed = key.seal(b"place", b"some answers");
    for i in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[i] ^= 0x40;
        assert!(key.open(b"place", &changed).is_err(), "byte {i}");
        assert!(key.open(b"place", &sealed[..i]).is_err(), "cut to {i}");
    }
}

#[test]
fn every_changed_byte_of_a_wrapped_key_is_noticed() {
    let office = office();
    let wrapped = office.wrap(&data_key(), b"ticket/1");
    for i in 0..WrappedKey::LEN {
        let mut bytes = *wrapped.as_bytes();
        bytes[i] ^= 1;
        let opened = WrappedKey::from_bytes(&bytes).and_then(|wrapped| office.unwrap_key(&wrapped, b"ticket/1"));
        assert!(opened.is_err(), "byte {i}");
    }
}

#[test]
fn nothing_opens_at_another_place() {
    let (office, key) = (office(), data_key());
    assert_eq!(office.open(b"ticket/2", &office.seal(b"ticket/1", b"x")), Err(SealError::Damaged));
    assert_eq!(key.open(b"b", &key.seal(b"a", b"x")), Err(SealError::Damaged));
    assert_eq!(office.unwrap_key(&office.wrap(&key, b"a"), b"b").unwrap_err(), SealError::Damaged);
}

#[test]
fn records_and_wrapped_keys_are_not_interchangeable() {
    let office = office();
    let wrapped = office.wrap(&data_key(), b"same");
    assert_eq!(office.open(b"same", wrapped.as_bytes()), Err(SealError::Damaged));
    let record = WrappedKey::from_bytes(&office.seal(b"same", &[0; 32])).unwrap();
    assert_eq!(office.unwrap_key(&record, b"same").unwrap_err(), SealError::Damaged);
}

#[test]
fn each_refusal_says_why() {
    let office = office();
    assert_eq!(office.open(b"", b""), Err(SealError::NotSealed));
    assert_eq!(office.open(b"", &[VERSION, 1, 2]), Err(SealError::NotSealed));
    assert_eq!(office.open(b"", &office.seal(b"", b"")[..44]), Err(SealError::NotSealed));
    assert_eq!(office.open(b"", &[9; 80]), Err(SealError::UnknownVersion(9)));
    let stranger = fixed(&[OLDER_ROOT]);
    assert_eq!(office.open(b"", &stranger.seal(b"", b"x")), Err(SealError::UnknownKey(stranger.key_ids()[0])));
    assert_eq!(data_key().open(b"", &office.seal(b"", b"x")), Err(SealError::UnknownVersion(VERSION)));
}

#[test]
fn an_empty_record_can_be_sealed() {
    let sealed = office().seal(b"place", b"");
    assert_eq!(sealed.len(), 45);
    assert_eq!(office().open(b"place", &sealed).unwrap(), b"");
}

#[test]
fn after_a_rotation_old_things_open_and_new_things_use_the_new_key() {
    let (before, after) = (fixed(&[OLDER_ROOT]), fixed(&[OFFICE_ROOT, OLDER_ROOT]));
    let old = before.seal(b"p", b"x");
    let wrapped = before.wrap(&data_key(), b"p");
    assert_eq!(after.open(b"p", &old).unwrap(), b"x");
    assert!(!after.is_newest(&old) && before.is_newest(&old));
    let rewrapped = after.rewrap(&wrapped, b"p").unwrap();
    assert!(after.is_newest(rewrapped.as_bytes()));
    assert_eq!(rewrapped.key_id(), after.key_ids()[0]);
    // Once rewrapped, the old key is not needed.
    assert_eq!(fixed(&[OFFICE_ROOT]).unwrap_key(&rewrapped, b"p").unwrap().expose(), data_key().expose());
}

#[test]
fn codes_match_only_their_receipt() {
    let office = office();
    let tag = office.code_tag("WH-1", "K7Q2");
    assert!(office.code_matches("WH-1", "K7Q2", &tag));
    assert!(!office.code_matches("WH-2", "K7Q2", &tag));
    assert!(!office.code_matches("WH-1", "K7Q3", &tag));
    assert!(!office.code_matches("WH-1K", "7Q2", &tag));
    assert!(!office.code_matches("WH-1", "K7Q2", &tag[..31]));
    assert!(office.tag_matches("form", &[b"a"], &office.tag("form", &[b"a"])));
    assert!(!office.tag_matches("link", &[b"a"], &office.tag("form", &[b"a"])));
}

#[test]
fn equal_values_of_different_fields_have_nothing_in_common() {
    assert_ne!(office().blind("phone", b"1"), office().blind("id-number", b"1"));
    assert_ne!(office().blind("phone", b"1"), fixed_index_of_another_office().blind("phone", b"1"));
}

fn fixed_index_of_another_office() -> OfficeKey {
    OfficeKey::generate(&mut StdRng::seed_from_u64(1))
}

#[test]
fn a_wrapped_key_is_one_string_in_json() {
    let wrapped = office().wrap(&data_key(), b"p");
    let json = serde_json::to_string(&wrapped).unwrap();
    assert_eq!(json.len(), 105);
    assert_eq!(serde_json::from_str::<WrappedKey>(&json).unwrap(), wrapped);
    for bad in ["\"\"", "\"AQ\"", "\"!\"", "7", &json.replacen('A', "B", 1)] {
        assert!(serde_json::from_str::<WrappedKey>(bad).is_err(), "{bad}");
    }
}

#[test]
fn nothing_secret_is_printed() {
    let office = office();
    let printed = format!("{office:?} {office:#?} {:?} {:?}", data_key(), office.wrap(&data_key(), b"p"));
    for secret in ["11, 11", "17, 17", "1111", &text::to_hex(data_key().expose()), &text::to_base64(data_key().expose())] {
        assert!(!printed.contains(secret), "{printed}");
    }
    assert!(!printed.contains(&format!("{:?}", data_key().expose())));
}

proptest! {
    #[test]
    fn whatever_is_sealed_opens_again(aad: Vec<u8>, plain: Vec<u8>) {
        let (office, key) = (office(), data_key());
        prop_assert_eq!(office.open(&aad, &office.seal(&aad, &plain)), Ok(plain.clone()));
        prop_assert_eq!(key.open(&aad, &key.seal(&aad, &plain)), Ok(plain));
    }

    #[test]
    fn garbage_never_opens(garbage: Vec<u8>) {
        prop_assert!(office().open(b"", &garbage).is_err());
        prop_assert!(data_key().open(b"", &garbage).is_err());
        prop_assert!(WrappedKey::from_bytes(&garbage).is_err());
    }
}
