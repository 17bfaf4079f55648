//! stub
use crate::intake::Trouble;
use crate::message::StaffInbound;
use crate::office::Office;
use std::sync::Arc;
#[derive(Default)]
pub struct StaffHandled {
    pub toast: Option<String>,
    pub alert: bool,
}
pub async fn handle(_o: &Arc<Office>, _i: StaffInbound) -> Result<StaffHandled, Trouble> {
    Ok(StaffHandled::default())
}
