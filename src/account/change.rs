//! What administrators do with accounts, and what everybody does with their own.

use super::code::Recovery;
use super::link::{For, is_administrator};
use super::log_in::Resumed;
use super::pace::Source;
use super::record::Account;
use super::{AGAIN, Accounts, Denied, Weak, kept_changing, password, read_all};
use crate::desk::By;
use crate::id::ClerkId;
use crate::locale::Language;
use crate::office::Office;
use crate::roster::{Grant, Rights, Scope, base_of};
use crate::store::{Audit, Drawer, Lane, Write};

/// Names that mean somebody else in the history of tickets and in the audit log.
pub const BAD_NAMES: [&str; 6] = ["operator", "counter", "person", "stranger", "clerk", "system"];
/// Signs of a name.
const NAME: std::ops::RangeInclusive<usize> = 2..=32;

/// Whether an account may have this name: that of a clerk of the settings, or letters, digits and hyphens.
pub fn is_name(office: &Office, id: &ClerkId) -> bool {
    let known = office.config.clerk.iter().any(|clerk| clerk.id == *id);
    let signs = id.0.bytes().all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == b'-');
    let ends = !id.0.starts_with('-') && !id.0.ends_with('-');
    known || (NAME.contains(&id.0.len()) && signs && ends && !BAD_NAMES.contains(&id.0.as_str()))
}

impl Accounts {
    /// A new account with a link for whoever it is for. A clerk of the settings needs no further role.
    ///
    /// # Errors
    /// The name is bad or taken, a role or queue is unknown, or whoever asks may not give such rights.
    pub async fn invite(&self, by: &By, (id, grants): (&ClerkId, &[Grant])) -> Result<String, Denied> {
        if !is_name(&self.office, id) {
            return Err(Denied::BadName);
        }
        if self.one(id).await?.is_some() {
            return Err(Denied::Taken);
        }
        let grants = self.good_grants(grants)?;
        let base = base_of(&self.office.config.queues(), id);
        if grants.is_empty() && base.is_empty() {
            return Err(Denied::BadRoles);
        }
        self.may_change(by, &Rights::of(base.grants().iter().chain(&grants)))?;
        let mut account = Account { id: id.clone(), grants, made: self.now(), ..Account::default() };
        let audit = self.audit(by, "account-invited", named(&account));
        let writes = vec![self.keep(&mut account)];
        self.make_link(For::Account(id.clone()), writes, vec![audit]).await
    }

    /// Password, second factor and log-ins of somebody are gone; a link sets new ones.
    ///
    /// # Errors
    /// There is no such account, it is disabled, or whoever asks may not.
    pub async fn reset(&self, by: &By, id: &ClerkId) -> Result<String, Denied> {
        self.change(by, id, |account| {
            if account.disabled {
                return Err(Denied::NoAccount);
            }
            account.password = None;
            account.second = None;
            account.recovery = Recovery::default();
            account.era += 1;
            Ok("account-reset")
        })
        .await?;
        self.make_link(For::Account(id.clone()), Vec::new(), Vec::new()).await
    }

    /// Somebody is out: every log-in ends, and no way to the desk is left, Telegram included.
    ///
    /// # Errors
    /// Whoever asks may not, or the office would be left without an administrator.
    pub async fn disable(&self, by: &By, id: &ClerkId) -> Result<(), Denied> {
        self.change(by, id, |account| {
            account.disabled = true;
            account.era += 1;
            Ok("account-disabled")
        })
        .await
    }

    /// Somebody is in again, with the password and the roles of before.
    ///
    /// # Errors
    /// Whoever asks may not.
    pub async fn enable(&self, by: &By, id: &ClerkId) -> Result<(), Denied> {
        self.change(by, id, |account| {
            account.disabled = false;
            Ok("account-enabled")
        })
        .await
    }

    /// Other roles from now on, besides those of the settings.
    ///
    /// # Errors
    /// A role or queue is unknown, or whoever asks may not give or take such rights.
    pub async fn set_roles(&self, by: &By, (id, grants): (&ClerkId, &[Grant])) -> Result<(), Denied> {
        let grants = self.good_grants(grants)?;
        let base = base_of(&self.office.config.queues(), id);
        self.may_change(by, &Rights::of(base.grants().iter().chain(&grants)))?;
        self.change(by, id, |account| {
            account.grants.clone_from(&grants);
            Ok("roles-changed")
        })
        .await
    }

    /// Another password; every other log-in ends, this one goes on.
    ///
    /// # Errors
    /// The old password is wrong, or the new one is not good enough.
    pub async fn change_password(&self, resumed: &Resumed, old: &str, new: &(String, String)) -> Result<(), Denied> {
        let id = &resumed.account.id;
        let here = Source::Device(resumed.id.clone());
        let begun = self.pace().password(&id.0, (&here, &here), self.now());
        begun.map_err(Denied::Wait)?;
        if !self.hasher.matches(old, resumed.account.password.as_ref()).await? {
            return Err(Denied::Wrong);
        }
        self.pace().password_right(&id.0, (&here, &here));
        password::judge(&new.0, &id.0).map_err(Denied::Weak)?;
        if new.0 != new.1 {
            return Err(Denied::Weak(Weak::Differ));
        }
        let hash = self.hasher.hash(&new.0, self.salt()).await?;
        self.change_own(id, "password-changed", |account| account.password = Some(hash.clone())).await?;
        self.end_others(id, &resumed.id).await
    }

    /// Ten new recovery codes; the old ones stop working.
    ///
    /// # Errors
    /// The store cannot keep them.
    pub async fn new_codes(&self, resumed: &Resumed) -> Result<Vec<String>, Denied> {
        let (recovery, codes) = Recovery::make(&self.hasher, &|buffer| self.office.chance.fill(buffer)).await?;
        self.change_own(&resumed.account.id, "recovery-codes-made", |account| account.recovery = recovery.clone()).await?;
        Ok(codes)
    }

    /// A link with which somebody sets up another authenticator and password; until it is used the old ones work.
    ///
    /// # Errors
    /// The store cannot keep it.
    pub async fn renew(&self, resumed: &Resumed) -> Result<String, Denied> {
        let id = resumed.account.id.clone();
        let audit = self.audit(&By::Clerk(id.clone()), "renewal-begun", Vec::new());
        self.make_link(For::Account(id), Vec::new(), vec![audit]).await
    }

    /// The language of the desk.
    ///
    /// # Errors
    /// The store cannot keep it.
    pub async fn speak(&self, id: &ClerkId, language: &Language) -> Result<(), Denied> {
        self.change_own(id, "language-chosen", |account| account.language = Some(language.clone())).await
    }

    async fn change_own(&self, id: &ClerkId, act: &str, change: impl Fn(&mut Account)) -> Result<(), Denied> {
        for _ in 0..AGAIN {
            let mut account = self.one(id).await?.filter(|account| !account.disabled).ok_or(Denied::NoAccount)?;
            change(&mut account);
            let audit = self.audit(&By::Clerk(id.clone()), act, Vec::new());
            let writes = vec![self.keep(&mut account)];
            if let Some(done) = self.commit(writes, vec![audit]).await {
                return done;
            }
        }
        Err(kept_changing())
    }

    /// A change by somebody else, who must govern all that the account is before and after. A clerk of the settings without an
    /// account gets one, so that they can be disabled.
    async fn change(&self, by: &By, id: &ClerkId, change: impl Fn(&mut Account) -> Result<&'static str, Denied>) -> Result<(), Denied> {
        for _ in 0..AGAIN {
            let known = self.office.config.clerk.iter().any(|clerk| clerk.id == *id);
            let mut account = match self.one(id).await? {
                Some(account) => account,
                None if known => Account { id: id.clone(), made: self.now(), ..Account::default() },
                None => return Err(Denied::NoAccount),
            };
            let standing = |account: &Account| Rights::of(base_of(&self.office.config.queues(), id).grants().iter().chain(&account.grants));
            self.may_change(by, &standing(&account))?;
            let was = is_administrator(&account);
            let era = account.era;
            let act = change(&mut account)?;
            if was && !is_administrator(&account) && !matches!(by, By::Operator) && !self.has_other_administrator(id).await? {
                return Err(Denied::Last);
            }
            let mut writes = vec![self.keep(&mut account)];
            if account.era != era {
                writes.extend(self.forget_log_ins(id).await?);
                writes.extend(self.forget_links(&For::Account(id.clone())).await?);
            }
            if account.disabled {
                let telegram = self.office.config.clerk.iter().filter(|clerk| clerk.id == *id).filter_map(|clerk| clerk.telegram);
                writes.extend(telegram.map(|chat| Write::DropLane(Lane::Clerk(chat))));
            }
            let audit: Audit = self.audit(by, act, named(&account));
            if let Some(done) = self.commit(writes, vec![audit]).await {
                return done;
            }
        }
        Err(kept_changing())
    }

    /// Whether somebody may change whoever has, or is to have, these rights.
    fn may_change(&self, by: &By, rights: &Rights) -> Result<(), Denied> {
        match by {
            By::Operator => Ok(()),
            By::Clerk(clerk) if self.office.roster.load().rights(clerk).governs(rights) => Ok(()),
            By::Clerk(_) | By::Program(_) | By::Officer(_) => Err(Denied::NotYours),
        }
    }

    /// The grants, one a role, when every queue is one of the office.
    fn good_grants(&self, grants: &[Grant]) -> Result<Vec<Grant>, Denied> {
        let known = |grant: &Grant| match &grant.of {
            Scope::Office => true,
            Scope::Queues(queues) => queues.iter().all(|queue| self.office.queue(queue).is_some()),
        };
        if !grants.iter().all(known) {
            return Err(Denied::BadRoles);
        }
        Ok(Rights::of(grants).grants())
    }

    async fn has_other_administrator(&self, id: &ClerkId) -> Result<bool, Denied> {
        Ok(self.all().await?.iter().any(|account| account.id != *id && is_administrator(account)))
    }

    async fn forget_log_ins(&self, id: &ClerkId) -> Result<Vec<Write>, Denied> {
        let all = read_all::<super::Login>(&*self.office.store, Drawer::Login, "").await?;
        let mine = all.into_iter().filter(|(_, _, login)| login.account == *id);
        Ok(mine.map(|(id, _, _)| Write::ForgetSlip(Drawer::Login, id)).collect())
    }
}

/// Whose account and which roles, for the audit log.
fn named(account: &Account) -> Vec<String> {
    std::iter::once(account.id.0.clone()).chain(account.grants.iter().flat_map(Grant::words)).collect()
}
