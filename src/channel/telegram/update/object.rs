//! JSON of a stranger, read as far as it can be understood. A field of another type than expected is a field that is not
//! there; it never takes its neighbours with it.

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// An object whose values are still text.
#[derive(Debug)]
pub(super) struct Object<'a>(Vec<(Cow<'a, str>, &'a str)>);

impl<'a> Object<'a> {
    /// Reads an object; `None` when the text is none.
    pub fn read(raw: &'a str) -> Option<Self> {
        serde_json::from_str(raw).ok()
    }

    /// The text of a field; `None` when it is missing or null. Of two fields with one name the first counts.
    pub fn raw(&self, key: &str) -> Option<&'a str> {
        self.0.iter().find(|(name, _)| name == key).map(|(_, raw)| *raw).filter(|raw| *raw != "null")
    }

    /// Whether the field is there.
    pub fn has(&self, key: &str) -> bool {
        self.raw(key).is_some()
    }

    /// Names of the fields.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_ref())
    }

    /// Words. What is no character becomes U+FFFD.
    pub fn text(&self, key: &str) -> Option<String> {
        self.raw(key).and_then(text)
    }

    /// An integer.
    pub fn number(&self, key: &str) -> Option<i64> {
        self.raw(key).and_then(|raw| serde_json::from_str(raw).ok())
    }

    /// A number with a fraction.
    pub fn real(&self, key: &str) -> Option<f64> {
        self.raw(key).and_then(|raw| serde_json::from_str(raw).ok()).filter(|number: &f64| number.is_finite())
    }

    /// Whether the field says yes.
    pub fn is(&self, key: &str) -> bool {
        self.raw(key) == Some("true")
    }

    /// An object inside.
    pub fn object(&self, key: &str) -> Option<Object<'a>> {
        self.raw(key).and_then(Object::read)
    }

    /// The elements of a list; none when it is no list.
    pub fn list(&self, key: &str) -> Vec<&'a str> {
        let list: Option<Vec<&'a RawValue>> = self.raw(key).and_then(|raw| serde_json::from_str(raw).ok());
        list.unwrap_or_default().into_iter().map(RawValue::get).collect()
    }
}

/// Words of a JSON string. Half of a surrogate pair is no character, and a NUL is refused by some stores: both become U+FFFD.
fn text(raw: &str) -> Option<String> {
    let text = match serde_json::from_str::<String>(raw) {
        Ok(text) => text,
        Err(_) => String::from_utf8_lossy(&serde_json::from_str::<Bytes>(raw).ok()?.0).into_owned(),
    };
    Some(if text.contains('\0') { text.replace('\0', "\u{FFFD}") } else { text })
}

/// A string as bytes: serde_json gives halves of surrogate pairs through as they are.
struct Bytes(Vec<u8>);

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Read;
        impl Visitor<'_> for Read {
            type Value = Bytes;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Bytes, E> {
                Ok(Bytes(bytes.to_vec()))
            }
        }
        from.deserialize_bytes(Read)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Object<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Read;
        impl<'de> Visitor<'de> for Read {
            type Value = Object<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Object<'de>, A::Error> {
                let mut fields = Vec::with_capacity(16);
                while let Some(Key(name)) = map.next_key()? {
                    let value: &'de RawValue = map.next_value()?;
                    fields.push((name, value.get()));
                }
                Ok(Object(fields))
            }
        }
        from.deserialize_map(Read)
    }
}

#[derive(serde::Deserialize)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_of_another_type_does_not_hurt_its_neighbours() {
        let object = Object::read(r#"{"a": 1, "b": "two", "c": null, "d": [1, {}], "a": 3, "e": 1e999}"#).expect("an object");
        assert_eq!((object.number("a"), object.text("a")), (Some(1), None));
        assert_eq!((object.text("b"), object.number("b")), (Some("two".to_owned()), None));
        assert!(!object.has("c") && !object.has("z"));
        assert_eq!(object.list("d"), ["1", "{}"]);
        assert_eq!(object.real("e"), None);
        assert!(Object::read("[]").is_none() && Object::read("").is_none());
    }

    #[test]
    fn halves_of_surrogate_pairs_and_nul_do_not_lose_the_rest() {
        let object = Object::read(r#"{"a": "left \ud800 right", "b": "x\u0000y", "c": "\ud83d\ude00"}"#).expect("an object");
        let words = object.text("a").expect("words");
        assert!(words.starts_with("left ") && words.ends_with(" right"), "{words:?}");
        assert_eq!(object.text("b").as_deref(), Some("x\u{FFFD}y"));
        assert_eq!(object.text("c").as_deref(), Some("😀"));
    }
}
