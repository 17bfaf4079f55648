//! Who of the staff may do what in which queue. The settings are the base: their clerks and supervisors keep their rights;
//! what accounts say is added to it, never taken away. One thing takes everything away: an account that is disabled.
//! A picture in memory; [`crate::account`] keeps it in step with the store.
//!
//! ## Rule
//!
//! | role | of a queue | of the whole office |
//! |---|---|---|
//! | clerk | sees and does what the queue's tickets need | the same in every queue |
//! | supervisor | as a clerk; figures, exports, deletion, legal hold | the same in every queue |
//! | auditor | sees tickets with personal answers masked, figures, the audit log; changes nothing | the same in every queue |
//! | administrator | accounts whose rights all lie in those queues | every account, settings, data, the audit log; no ticket |
//!
//! ## Why
//! An administrator sees no ticket and an auditor changes none, so that whoever gives rights is not whoever uses them. In a
//! small office one person may hold several roles; each is written down in the audit log when it is given.

use crate::config::QueueConfig;
use crate::id::{ClerkId, QueueId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What somebody is in a queue or in the whole office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Answers people.
    Clerk,
    /// Leads a queue.
    Supervisor,
    /// Looks, changes nothing.
    Auditor,
    /// Gives rights and keeps the settings.
    Administrator,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 4] = [Role::Clerk, Role::Supervisor, Role::Auditor, Role::Administrator];

    /// Name in commands, forms and the audit log.
    pub fn name(self) -> &'static str {
        match self {
            Role::Clerk => "clerk",
            Role::Supervisor => "supervisor",
            Role::Auditor => "auditor",
            Role::Administrator => "administrator",
        }
    }

    /// The role of that name.
    pub fn read(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }
}

/// Where a role holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// In the whole office, in queues to come too.
    Office,
    /// In these queues.
    Queues(BTreeSet<QueueId>),
}

impl Scope {
    /// One queue.
    pub fn queue(queue: QueueId) -> Self {
        Scope::Queues(BTreeSet::from([queue]))
    }

    /// Nowhere.
    pub fn nowhere() -> Self {
        Scope::Queues(BTreeSet::new())
    }

    /// Whether it holds in a queue.
    pub fn covers(&self, queue: &QueueId) -> bool {
        match self {
            Scope::Office => true,
            Scope::Queues(queues) => queues.contains(queue),
        }
    }

    /// Whether it holds everywhere where the other does.
    pub fn contains(&self, other: &Scope) -> bool {
        match (self, other) {
            (Scope::Office, _) => true,
            (Scope::Queues(_), Scope::Office) => false,
            (Scope::Queues(mine), Scope::Queues(theirs)) => theirs.is_subset(mine),
        }
    }

    /// Whether it holds nowhere.
    pub fn is_empty(&self) -> bool {
        matches!(self, Scope::Queues(queues) if queues.is_empty())
    }

    fn add(&mut self, other: &Scope) {
        match (&mut *self, other) {
            (Scope::Office, _) => {}
            (_, Scope::Office) => *self = Scope::Office,
            (Scope::Queues(mine), Scope::Queues(theirs)) => mine.extend(theirs.iter().cloned()),
        }
    }
}

/// A role and where it holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// Where it holds.
    pub of: Scope,
}

impl Grant {
    /// A role in the whole office.
    pub fn of_office(role: Role) -> Self {
        Self { role, of: Scope::Office }
    }

    /// A role in one queue.
    pub fn of_queue(role: Role, queue: QueueId) -> Self {
        Self { role, of: Scope::queue(queue) }
    }

    /// As in commands, forms and the audit log, a word a queue: `clerk@ENF`, `auditor`.
    pub fn words(&self) -> Vec<String> {
        match &self.of {
            Scope::Office => vec![self.role.name().to_owned()],
            Scope::Queues(queues) => queues.iter().map(|queue| format!("{}@{queue}", self.role.name())).collect(),
        }
    }

    /// Reads such a word: `clerk@ENF`, `auditor`.
    pub fn read(word: &str) -> Option<Self> {
        match word.split_once('@') {
            Some((role, queue)) if !queue.is_empty() => Some(Self::of_queue(Role::read(role)?, QueueId::from(queue))),
            Some(_) => None,
            None => Some(Self::of_office(Role::read(word)?)),
        }
    }
}

/// All that somebody may.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rights(BTreeMap<Role, Scope>);

impl Rights {
    /// The sum of several grants.
    pub fn of<'a>(grants: impl IntoIterator<Item = &'a Grant>) -> Self {
        let mut rights = Self::default();
        for grant in grants {
            rights.0.entry(grant.role).or_insert_with(Scope::nowhere).add(&grant.of);
        }
        rights.0.retain(|_, scope| !scope.is_empty());
        rights
    }

    /// Where a role is held.
    pub fn scope(&self, role: Role) -> Scope {
        self.0.get(&role).cloned().unwrap_or_else(Scope::nowhere)
    }

    /// Whether a role is held anywhere.
    pub fn has(&self, role: Role) -> bool {
        self.0.contains_key(&role)
    }

    /// Whether a role is held in a queue.
    pub fn is(&self, role: Role, queue: &QueueId) -> bool {
        self.0.get(&role).is_some_and(|scope| scope.covers(queue))
    }

    /// Whether a role is held in the whole office.
    pub fn is_of_office(&self, role: Role) -> bool {
        self.0.get(&role) == Some(&Scope::Office)
    }

    /// May work on tickets of a queue.
    pub fn serves(&self, queue: &QueueId) -> bool {
        self.is(Role::Clerk, queue) || self.is(Role::Supervisor, queue)
    }

    /// May look at tickets of a queue.
    pub fn sees(&self, queue: &QueueId) -> bool {
        self.serves(queue) || self.is(Role::Auditor, queue)
    }

    /// May look at tickets of some queue.
    pub fn sees_any(&self) -> bool {
        [Role::Clerk, Role::Supervisor, Role::Auditor].into_iter().any(|role| self.has(role))
    }

    /// Holds nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every right of the other lies where this one is administrator; an administrator of the office is nobody's but another's.
    pub fn governs(&self, other: &Rights) -> bool {
        let mine = self.scope(Role::Administrator);
        !mine.is_empty() && other.0.values().all(|scope| mine.contains(scope))
    }

    /// As grants, one a role.
    pub fn grants(&self) -> Vec<Grant> {
        self.0.iter().map(|(role, of)| Grant { role: *role, of: of.clone() }).collect()
    }
}

/// What accounts add for one of the staff.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Roles besides those of the settings.
    pub grants: Vec<Grant>,
    /// Out: whatever the settings say.
    pub disabled: bool,
}

/// Everybody of the staff.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    rights: BTreeMap<ClerkId, Rights>,
    disabled: BTreeSet<ClerkId>,
}

impl Roster {
    /// The settings as a base, accounts on top.
    pub fn build(queues: &[QueueConfig], accounts: impl IntoIterator<Item = (ClerkId, Entry)>) -> Self {
        let mut grants: BTreeMap<ClerkId, Vec<Grant>> = BTreeMap::new();
        for queue in queues {
            for (clerk, grant) in base(queue) {
                grants.entry(clerk).or_default().push(grant);
            }
        }
        let mut disabled = BTreeSet::new();
        for (id, entry) in accounts {
            if entry.disabled {
                disabled.insert(id.clone());
            }
            grants.entry(id).or_default().extend(entry.grants);
        }
        let rights = grants.into_iter().map(|(id, grants)| (id, Rights::of(&grants)));
        Self { rights: rights.collect(), disabled }
    }

    /// What somebody may now: nothing when they are unknown or out.
    pub fn rights(&self, clerk: &ClerkId) -> Rights {
        if self.is_disabled(clerk) { Rights::default() } else { self.standing(clerk) }
    }

    /// What somebody may, or might again once they are no longer out.
    pub fn standing(&self, clerk: &ClerkId) -> Rights {
        self.rights.get(clerk).cloned().unwrap_or_default()
    }

    /// Whether somebody is out.
    pub fn is_disabled(&self, clerk: &ClerkId) -> bool {
        self.disabled.contains(clerk)
    }

    /// Whether somebody works on tickets of a queue.
    pub fn serves(&self, clerk: &ClerkId, queue: &QueueId) -> bool {
        !self.is_disabled(clerk) && self.rights.get(clerk).is_some_and(|rights| rights.serves(queue))
    }

    /// Who works on tickets of a queue, by name.
    pub fn serving(&self, queue: &QueueId) -> Vec<ClerkId> {
        self.rights.keys().filter(|clerk| self.serves(clerk, queue)).cloned().collect()
    }

    /// Everybody who is known, by name.
    pub fn everybody(&self) -> impl Iterator<Item = &ClerkId> {
        self.rights.keys()
    }
}

/// What the settings say about a queue.
fn base(queue: &QueueConfig) -> impl Iterator<Item = (ClerkId, Grant)> {
    let clerks = queue.clerks.iter().map(|clerk| (clerk, Role::Clerk));
    let supervisor = queue.supervisor.iter().map(|clerk| (clerk, Role::Supervisor));
    clerks.chain(supervisor).map(|(clerk, role)| (clerk.clone(), Grant::of_queue(role, queue.id.clone())))
}

/// What the settings alone give to somebody.
pub fn base_of(queues: &[QueueConfig], clerk: &ClerkId) -> Rights {
    let grants: Vec<Grant> = queues.iter().flat_map(base).filter(|(id, _)| id == clerk).map(|(_, grant)| grant).collect();
    Rights::of(&grants)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn queue(id: &str, clerks: &[&str], supervisor: Option<&str>) -> QueueConfig {
        let clerk = |name: &str| ClerkId(name.to_owned());
        QueueConfig {
            clerks: clerks.iter().map(|name| clerk(name)).collect(),
            supervisor: supervisor.map(clerk),
            ..QueueConfig::unattended(id)
        }
    }

    fn roster(accounts: &[(&str, &[&str], bool)]) -> Roster {
        let queues = [queue("ENF", &["li"], Some("boss")), queue("AID", &["ann"], None)];
        let entries = accounts.iter().map(|(id, grants, disabled)| {
            let grants = grants.iter().map(|word| Grant::read(word).expect("a grant")).collect();
            (ClerkId((*id).to_owned()), Entry { grants, disabled: *disabled })
        });
        Roster::build(&queues, entries)
    }

    fn id(name: &str) -> ClerkId {
        ClerkId(name.to_owned())
    }

    #[test]
    fn accounts_add_to_the_settings_and_take_nothing_away() {
        let roster = roster(&[("li", &["clerk@AID"], false), ("new", &["auditor"], false)]);
        assert!(roster.serves(&id("li"), &"ENF".into()) && roster.serves(&id("li"), &"AID".into()));
        assert!(roster.serves(&id("boss"), &"ENF".into()) && !roster.serves(&id("boss"), &"AID".into()));
        let auditor = roster.rights(&id("new"));
        assert!(auditor.sees(&"ENF".into()) && !auditor.serves(&"ENF".into()));
        assert!(roster.rights(&id("nobody")).is_empty());
    }

    #[test]
    fn whoever_is_disabled_has_nothing_not_even_what_the_settings_say() {
        let roster = roster(&[("li", &["administrator"], true)]);
        assert!(roster.rights(&id("li")).is_empty() && !roster.serves(&id("li"), &"ENF".into()));
        assert!(roster.standing(&id("li")).is_of_office(Role::Administrator));
        assert!(!roster.serving(&"ENF".into()).contains(&id("li")));
        assert!(roster.serving(&"ENF".into()).contains(&id("boss")));
    }

    #[test]
    fn an_administrator_of_a_queue_governs_only_those_whose_rights_all_lie_there() {
        let rights = |words: &[&str]| Rights::of(&words.iter().map(|word| Grant::read(word).expect("a grant")).collect::<Vec<_>>());
        let (office, enf) = (rights(&["administrator"]), rights(&["administrator@ENF"]));
        assert!(enf.governs(&rights(&["clerk@ENF"])) && enf.governs(&rights(&[])));
        assert!(!enf.governs(&rights(&["clerk@ENF", "clerk@AID"])) && !enf.governs(&rights(&["clerk"])) && !enf.governs(&office));
        assert!(office.governs(&enf) && office.governs(&office));
        assert!(!rights(&["supervisor"]).governs(&rights(&[])));
    }

    #[test]
    fn an_administrator_sees_no_ticket_and_an_auditor_works_on_none() {
        let roster = roster(&[("admin", &["administrator"], false)]);
        assert!(!roster.rights(&id("admin")).sees(&"ENF".into()) && !roster.rights(&id("admin")).sees_any());
    }

    #[test]
    fn grants_are_read_as_they_are_written() {
        for word in ["clerk@ENF", "supervisor", "auditor@district-420106", "administrator"] {
            assert_eq!(Grant::read(word).expect("a grant").words(), [word]);
        }
        for word in ["", "clerk@", "boss", "@ENF", "Clerk"] {
            assert_eq!(Grant::read(word), None, "{word}");
        }
    }
}
