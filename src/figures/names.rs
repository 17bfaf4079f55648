//! Names that many tickets share, as small numbers.

use std::collections::HashMap;
use std::sync::Arc;

/// Number of a name in the list of names.
pub(crate) type Name = u16;
/// No name: no clerk, no district, no time limit.
pub(crate) const NONE: Name = 0;

/// Names of queues, services, states, districts, languages, clerks and time limits.
pub(crate) struct NameList {
    names: Vec<Arc<str>>,
    numbers: HashMap<Arc<str>, Name>,
}

impl Default for NameList {
    fn default() -> Self {
        let none: Arc<str> = Arc::from("");
        Self { names: vec![Arc::clone(&none)], numbers: HashMap::from([(none, NONE)]) }
    }
}

impl NameList {
    /// The number of a name, which is entered if it is new. An office has some hundred; what comes after 65,535 has none.
    pub fn enter(&mut self, name: &str) -> Name {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let Ok(number) = Name::try_from(self.names.len()) else { return NONE };
        let name: Arc<str> = Arc::from(name);
        self.names.push(Arc::clone(&name));
        self.numbers.insert(name, number);
        number
    }

    /// The number of a name, when a ticket has it.
    pub fn find(&self, name: &str) -> Option<Name> {
        self.numbers.get(name).copied()
    }

    /// The name of a number.
    pub fn name(&self, number: Name) -> &str {
        self.names.get(usize::from(number)).map_or("", |name| name)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.names.len()
    }
}
