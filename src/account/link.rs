//! Links that work once: the one that makes the first administrator, and the ones with which somebody of the staff sets a
//! password and a second factor.

use super::code::{Enrolment, Recovery};
use super::record::Account;
use super::{AGAIN, Accounts, Denied, Weak, kept_changing, password, read, read_all, slip};
use crate::clock::Moment;
use crate::desk::By;
use crate::id::ClerkId;
use crate::roster::{Grant, Rights, Role};
use crate::store::{Drawer, Write};
use serde::{Deserialize, Serialize};

/// Hours that a link works.
pub const LINK_HOURS: i64 = 24;
/// Before the names of our links: the drawer has others.
pub(super) const PREFIX: &str = "staff-";

/// What a link is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum For {
    /// The first administrator is made.
    First,
    /// Somebody sets password and second factor.
    Account(ClerkId),
}

/// What is kept of a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Link {
    pub(super) what: For,
    pub(super) until: Moment,
}

/// What somebody who follows a link has chosen.
#[derive(Clone, Debug)]
pub struct Newcomer {
    /// Name of the account, for the first administrator.
    pub name: String,
    /// Whether the first administrator works at the desk too.
    pub at_desk: bool,
    /// Password, twice.
    pub password: (String, String),
    /// First code of the authenticator.
    pub code: String,
}

/// An account that is ready.
#[derive(Clone, Debug)]
pub struct Joined {
    /// Whose.
    pub account: ClerkId,
    /// Recovery codes, shown once.
    pub codes: Vec<String>,
}

impl Accounts {
    /// A link that makes the first administrator; earlier ones stop working. `None` when there is one who can log in.
    ///
    /// # Errors
    /// The store cannot be read or written.
    pub async fn welcome(&self) -> Result<Option<String>, Denied> {
        if self.has_administrator().await? {
            return Ok(None);
        }
        let audit = self.audit(&By::Operator, "welcome-link-made", Vec::new());
        self.make_link(For::First, Vec::new(), vec![audit]).await.map(Some)
    }

    /// What a link is for, while it works.
    ///
    /// # Errors
    /// It does not, or the store cannot be read.
    pub async fn follow(&self, token: &str) -> Result<For, Denied> {
        self.link(token).await.map(|(_, _, link)| link.what)
    }

    /// What the authenticator program of whoever follows the link needs.
    ///
    /// # Errors
    /// Names that no authenticator takes.
    pub fn enrolment(&self, token: &str, account: &str) -> Result<Enrolment, Denied> {
        let mut secret = [0; 20];
        secret.copy_from_slice(&self.office.key.tag("second factor", &[token.as_bytes()])[..20]);
        let name = self.office.config.office.name.get("en").or_else(|| self.office.config.office.name.values().next());
        let account = if account.is_empty() { "desk" } else { account };
        Enrolment::new(secret, account, name.map_or("IP Office", String::as_str))
    }

    /// Somebody followed a link, chose a password and set up a second factor: the account is ready, the link is used.
    ///
    /// # Errors
    /// What is not right; then nothing changed and the link still works.
    pub async fn join(&self, token: &str, newcomer: &Newcomer) -> Result<Joined, Denied> {
        let (link_id, _, link) = self.link(token).await?;
        let id = match &link.what {
            For::Account(id) => id.clone(),
            For::First => ClerkId(newcomer.name.trim().to_owned()),
        };
        if link.what == For::First && !super::is_name(&self.office, &id) {
            return Err(Denied::BadName);
        }
        password::judge(&newcomer.password.0, &id.0).map_err(Denied::Weak)?;
        if newcomer.password.0 != newcomer.password.1 {
            return Err(Denied::Weak(Weak::Differ));
        }
        let second = self.enrolment(token, &id.0)?.confirm(&newcomer.code, self.seconds()).ok_or(Denied::WrongCode)?;
        let hash = self.hasher.hash(&newcomer.password.0, self.salt()).await?;
        let (recovery, codes) = Recovery::make(&self.hasher, &|buffer| self.office.chance.fill(buffer)).await?;
        for _ in 0..AGAIN {
            let (_, revision, _) = self.link(token).await?;
            let found = self.one(&id).await?;
            let mut account = match (&link.what, found) {
                (For::Account(_), None) => return Err(Denied::Gone),
                (For::Account(_), Some(account)) if account.disabled => return Err(Denied::Gone),
                (For::First, _) if self.has_administrator().await? => return Err(Denied::Gone),
                (_, found) => found.unwrap_or_else(|| Account { id: id.clone(), made: self.now(), ..Account::default() }),
            };
            let mut audit = Vec::new();
            if link.what == For::First {
                account.disabled = false;
                account.grants.push(Grant::of_office(Role::Administrator));
                if newcomer.at_desk {
                    account.grants.push(Grant::of_office(Role::Supervisor));
                }
                account.grants = Rights::of(&account.grants).grants();
                let words = account.grants.iter().flat_map(Grant::words);
                audit.push(self.audit_stranger("administrator-made", std::iter::once(id.0.clone()).chain(words).collect()));
            }
            audit.push(self.audit(&By::Clerk(id.clone()), "account-joined", Vec::new()));
            account.password = Some(hash.clone());
            account.second = Some(second.clone());
            account.recovery = recovery.clone();
            account.era += 1;
            // Written before it is thrown away: of two who use it at once, one finds it changed.
            let used = slip(Drawer::Once, link_id.clone(), (revision + 1, &link));
            let writes = vec![self.keep(&mut account), used, Write::ForgetSlip(Drawer::Once, link_id.clone())];
            if let Some(done) = self.commit(writes, audit).await {
                return done.map(|()| Joined { account: id.clone(), codes: codes.clone() });
            }
        }
        Err(kept_changing())
    }

    /// A link of this kind; earlier ones for the same stop working. `Err` when the store cannot keep it.
    pub(super) async fn make_link(&self, what: For, writes: Vec<Write>, audit: Vec<crate::store::Audit>) -> Result<String, Denied> {
        let token = self.secret();
        let link = Link { what, until: self.now() + chrono::Duration::hours(LINK_HOURS) };
        let mut writes = writes;
        writes.extend(self.forget_links(&link.what).await?);
        writes.push(slip(Drawer::Once, self.link_id(&token), (1, &link)));
        match self.commit(writes, audit).await {
            Some(done) => done.map(|()| token),
            None => Err(kept_changing()),
        }
    }

    /// Links for the same stop working.
    pub(super) async fn forget_links(&self, what: &For) -> Result<Vec<Write>, Denied> {
        let links = read_all::<Link>(&*self.office.store, Drawer::Once, PREFIX).await?;
        let same = links.into_iter().filter(|(_, _, link)| link.what == *what);
        Ok(same.map(|(id, _, _)| Write::ForgetSlip(Drawer::Once, id)).collect())
    }

    async fn link(&self, token: &str) -> Result<(String, u64, Link), Denied> {
        let id = self.link_id(token);
        let found = read::<Link>(&*self.office.store, Drawer::Once, &id).await?;
        let (revision, link) = found.filter(|(_, link)| self.now() < link.until).ok_or(Denied::Gone)?;
        if link.what == For::First && self.has_administrator().await? {
            return Err(Denied::Gone);
        }
        Ok((id, revision, link))
    }

    fn link_id(&self, token: &str) -> String {
        format!("{PREFIX}{}", self.office.key.blind_hex("link of the staff", token.as_bytes()))
    }

    /// Somebody administers the office and can log in.
    async fn has_administrator(&self) -> Result<bool, Denied> {
        Ok(self.all().await?.iter().any(is_administrator))
    }

    pub(super) fn salt(&self) -> [u8; 16] {
        let mut salt = [0; 16];
        self.office.chance.fill(&mut salt);
        salt
    }

    pub(super) fn seconds(&self) -> u64 {
        u64::try_from(self.now().timestamp()).unwrap_or(0)
    }

    /// The changed account, to be written.
    pub(super) fn keep(&self, account: &mut Account) -> Write {
        account.revision += 1;
        slip(Drawer::Account, account.id.0.clone(), (account.revision, &*account))
    }
}

/// Administers the whole office and can log in.
pub(super) fn is_administrator(account: &Account) -> bool {
    !account.disabled && account.has_joined() && Rights::of(&account.grants).is_of_office(Role::Administrator)
}
