//! From every older version of a record to the present one: a list of small steps for each kind.
//!
//! To change the stored form of a kind: append one step that turns the JSON of the last version into that of the new one,
//! run the tests once with `UPDATE=1` (it adds the fixture of the new version), and never touch a step or a fixture again.

use super::key::Kind;
use serde_json::Value;

/// A record as JSON. The sealed part is missing where only the open one is needed.
#[derive(Clone, Debug, PartialEq)]
pub struct Parts {
    /// Open part.
    pub open: Value,
    /// Content of the sealed part.
    pub sealed: Option<Value>,
}

/// Turns a record of one version into one of the next.
pub type Step = fn(Parts) -> Parts;

/// The steps of a kind: the first leads from version 1 to version 2, and so on.
pub fn steps(kind: Kind) -> &'static [Step] {
    match kind {
        Kind::Seen
        | Kind::Conversation
        | Kind::Ticket
        | Kind::Link
        | Kind::Evidence
        | Kind::Delivery
        | Kind::Topic
        | Kind::Timer
        | Kind::Parked
        | Kind::Named
        | Kind::Subscription
        | Kind::Bookings
        | Kind::Slip => &[],
    }
}

/// Leads a record of some version up to the last one that the steps know.
pub fn lead_up(steps: &[Step], version: u8, parts: Parts) -> Parts {
    let first = usize::from(version.saturating_sub(1));
    steps.iter().skip(first).fold(parts, |parts, step| step(parts))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn rename(mut parts: Parts) -> Parts {
        let old = parts.open.as_object_mut().and_then(|open| open.remove("colour")).unwrap_or_default();
        parts.open["color"] = old;
        parts
    }

    fn move_inside(mut parts: Parts) -> Parts {
        if let Some(sealed) = &mut parts.sealed {
            sealed["color"] = parts.open["color"].take();
        }
        parts
    }

    #[test]
    fn each_older_version_takes_the_steps_that_it_lacks() {
        let steps: [Step; 2] = [rename, move_inside];
        let newest = Parts { open: json!({"color": null}), sealed: Some(json!({"color": "red"})) };
        let first = Parts { open: json!({"colour": "red"}), sealed: Some(json!({})) };
        let second = Parts { open: json!({"color": "red"}), sealed: Some(json!({})) };
        assert_eq!(lead_up(&steps, 1, first), newest);
        assert_eq!(lead_up(&steps, 2, second), newest);
        assert_eq!(lead_up(&steps, 3, newest.clone()), newest);
    }

    #[test]
    fn the_open_part_alone_is_led_up_too() {
        let steps: [Step; 2] = [rename, move_inside];
        let led = lead_up(&steps, 1, Parts { open: json!({"colour": "red"}), sealed: None });
        assert_eq!(led, Parts { open: json!({"color": "red"}), sealed: None });
    }
}
