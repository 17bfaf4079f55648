//! Dialog files, read and put together.

use super::flow::Flow;
use crate::id::ServiceId;

/// Every dialog.
#[derive(Clone, Debug, Default)]
pub struct Flows(Vec<Flow>);

impl Flows {
    /// The dialog of a service.
    pub fn get(&self, service: &ServiceId) -> Option<&Flow> {
        self.0.iter().find(|flow| flow.service == *service)
    }
    /// Every dialog, in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = &Flow> {
        self.0.iter()
    }
}
