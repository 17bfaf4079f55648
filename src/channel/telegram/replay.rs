//! Hands in again what was parked, after the reason was mended.

use super::update::{Read, Reader};
use crate::desk;
use crate::id::EventId;
use crate::intake::Intake;
use crate::message::Inbound;
use crate::office::Office;
use crate::store::Parked;
use std::sync::Arc;

/// Hands a parked update in again, under a new name: the old one counts as handled. What breaks again is parked again.
///
/// # Errors
/// It cannot be read even now, or the store cannot keep it.
pub async fn replay(office: &Arc<Office>, parked: &Parked) -> Result<(), String> {
    let number = i64::try_from(office.ids.next(office.now())).map_err(|error| error.to_string())?;
    let event = EventId { channel: 'i', number };
    // A turn that broke is kept as it stood after reading.
    if let Ok(inbound) = serde_json::from_str::<Inbound>(&parked.raw) {
        return person(office, Inbound { event, ..inbound }).await;
    }
    match read(office, parked) {
        Read::Person(inbound) => person(office, Inbound { event, ..inbound }).await,
        Read::Staff(mut inbound) => {
            inbound.event = event;
            desk::staff::handle(office, inbound).await.map(drop).map_err(|trouble| trouble.to_string())
        }
        // An answer to what somebody typed behind the bot's name would come too late.
        Read::Inline(_) | Read::Leave { .. } | Read::Ignored(_) => Ok(()),
        Read::Unreadable(why) => Err(why.to_owned()),
    }
}

fn read(office: &Office, parked: &Parked) -> Read {
    let staff = |chat| office.queue_of_group(chat).is_some();
    let clerk = |user| office.clerk_on_telegram(user).is_some();
    Reader { me: None, now: parked.at, staff: &staff, clerk: &clerk }.read(&parked.raw).read
}

async fn person(office: &Arc<Office>, inbound: Inbound) -> Result<(), String> {
    Intake::new(Arc::clone(office)).handle(inbound).await.map(drop).map_err(|trouble| trouble.to_string())
}
