//! Logging in: first the password, then a code; what follows is a log-in that its browser holds as 32 random bytes. Between
//! the two stands a sealed word that says whose password was right, for five minutes.

use super::code::is_recovery;
use super::pace::Source;
use super::record::{Account, Login};
use super::{AGAIN, ALARM, Accounts, Caller, Denied, kept_changing, read, read_all, slip};
use crate::clock::Moment;
use crate::desk::By;
use crate::id::ClerkId;
use crate::roster::Rights;
use crate::seal::text::{from_hex, to_hex};
use crate::store::{Audit, Drawer, Write};
use chrono::Duration;

/// Minutes after a code in which what cannot be taken back is allowed.
pub const FRESH_MINUTES: i64 = 5;
/// Minutes between password and code.
const STEP_MINUTES: i64 = 5;
/// Days that a browser is known.
const KNOWN_DAYS: i64 = 90;
/// Log-ins that one account has at once; the oldest makes room.
const MOST: usize = 20;
/// Seconds after which a sign of life is written again.
const SEEN: i64 = 60;
/// Signs of a browser's name that are kept.
const BROWSER: usize = 160;

/// The password was right; a code is still to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What the browser hands back with the code.
    pub word: String,
}

/// Somebody is in.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Whose.
    pub account: ClerkId,
    /// What the browser holds: the secret of the log-in.
    pub token: String,
    /// What the browser holds from now on, so that strangers' tries never make it wait.
    pub device: String,
    /// Recovery codes that are left, when one was used.
    pub codes_left: Option<usize>,
}

/// A log-in that goes on.
#[derive(Clone, Debug)]
pub struct Resumed {
    /// Its name: a digest, no secret.
    pub id: String,
    /// The log-in.
    pub login: Login,
    /// What its owner may now.
    pub rights: Rights,
    /// Its owner.
    pub account: Account,
}

impl Accounts {
    /// The first half of a log-in. Takes as long whether the account is there or not.
    ///
    /// # Errors
    /// Account or password are wrong, or it is too early to try again.
    pub async fn check_password(&self, name: &str, password: &str, caller: &Caller) -> Result<Step, Denied> {
        let id = ClerkId(name.trim().to_owned());
        let found = self.one(&id).await?;
        let network = Source::network(caller.address);
        let source = self.source(found.as_ref(), caller);
        let begun = self.pace().password(&id.0, (&network, &source), self.now());
        begun.map_err(Denied::Wait)?;
        let account = found.filter(|account| !account.disabled && account.has_joined());
        let hash = account.as_ref().and_then(|account| account.password.as_ref());
        let right = match self.hasher.matches(password, hash).await {
            Ok(right) => right,
            Err(trouble) => {
                self.pace().password_right(&id.0, (&network, &source));
                return Err(trouble);
            }
        };
        match account.filter(|_| right) {
            Some(account) => {
                self.pace().password_right(&id.0, (&network, &source));
                Ok(Step { word: self.word(&account) })
            }
            None => {
                let known = self.office.roster.load().everybody().any(|known| *known == id);
                let failures = self.pace().failures(&id.0, self.now());
                self.failed("password", (known.then_some(&id), failures)).await?;
                Err(Denied::Wrong)
            }
        }
    }

    /// The second half: the code of the authenticator or a recovery code.
    ///
    /// # Errors
    /// The code is wrong, it is too early to try again, or the first half is too old.
    pub async fn check_code(&self, word: &str, code: &str, caller: &Caller) -> Result<Opened, Denied> {
        let account = self.read_word(word).await?;
        let id = account.id.clone();
        let (account, used) = self.use_code(account, code, caller).await?;
        let codes_left = (used == Used::Recovery).then(|| account.codes_left());
        let opened = self.open_log_in(&id, caller).await?;
        Ok(Opened { codes_left, ..opened })
    }

    /// A log-in of somebody whose password and code were just right.
    ///
    /// # Errors
    /// The store cannot keep it.
    pub async fn open_log_in(&self, id: &ClerkId, caller: &Caller) -> Result<Opened, Denied> {
        let account = self.one(id).await?.filter(|account| !account.disabled).ok_or(Denied::NoAccount)?;
        let (token, now) = (self.secret(), self.now());
        let login = Login {
            account: id.clone(),
            era: account.era,
            made: now,
            seen: now,
            code: Some(now),
            address: caller.address.to_canonical().to_string(),
            browser: caller.browser.chars().filter(|sign| !sign.is_control()).take(BROWSER).collect(),
        };
        let mut writes = vec![slip(Drawer::Login, self.login_id(&token), (1, &login))];
        let mut mine = self.log_ins(id).await?;
        mine.sort_by_key(|(_, login)| login.made);
        let over = (mine.len() + 1).saturating_sub(MOST);
        writes.extend(mine.into_iter().take(over).map(|(id, _)| Write::ForgetSlip(Drawer::Login, id)));
        let audit = self.audit(&By::Clerk(id.clone()), "logged-in", Vec::new());
        self.commit(writes, vec![audit]).await.unwrap_or_else(|| Err(kept_changing()))?;
        Ok(Opened { account: id.clone(), token, device: self.mark_device(&account), codes_left: None })
    }

    /// The log-in that a browser holds, when it still holds; gives it a sign of life.
    ///
    /// # Errors
    /// The store cannot be read.
    pub async fn resume(&self, token: &str) -> Result<Option<Resumed>, Denied> {
        self.look(&self.login_id(token), Some(self.now())).await
    }

    /// Whether a log-in still holds, without a sign of life: for streams that stay open by themselves.
    ///
    /// # Errors
    /// The store cannot be read.
    pub async fn still(&self, id: &str) -> Result<Option<Resumed>, Denied> {
        self.look(id, None).await
    }

    async fn look(&self, id: &str, seen: Option<Moment>) -> Result<Option<Resumed>, Denied> {
        let Some((revision, login)) = read::<Login>(&*self.office.store, Drawer::Login, id).await? else { return Ok(None) };
        if !login.is_alive(self.now(), &self.office.config.desk) {
            return Ok(None);
        }
        let Some(account) = self.one(&login.account).await?.filter(|account| !account.disabled && account.era == login.era) else {
            return Ok(None);
        };
        if let Some(now) = seen.filter(|now| *now - login.seen >= Duration::seconds(SEEN)) {
            let login = Login { seen: now, ..login.clone() };
            // Another request of the same browser may have written it first; a store that cannot write refuses acts elsewhere.
            let _ = self.commit(vec![slip(Drawer::Login, id, (revision + 1, &login))], Vec::new()).await;
        }
        let rights = self.office.roster.load().rights(&account.id);
        Ok(Some(Resumed { id: id.to_owned(), login, rights, account }))
    }

    /// A fresh code for what cannot be taken back.
    ///
    /// # Errors
    /// The code is wrong, or it is too early to try again.
    pub async fn freshen(&self, resumed: &Resumed, code: &str, caller: &Caller) -> Result<(), Denied> {
        self.use_code(resumed.account.clone(), code, caller).await?;
        for _ in 0..AGAIN {
            let found = read::<Login>(&*self.office.store, Drawer::Login, &resumed.id).await?;
            let (revision, login) = found.ok_or(Denied::Late)?;
            let login = Login { code: Some(self.now()), ..login };
            if let Some(done) = self.commit(vec![slip(Drawer::Login, resumed.id.as_str(), (revision + 1, &login))], Vec::new()).await {
                return done;
            }
        }
        Err(kept_changing())
    }

    /// The log-ins of an account that still hold, newest sign of life first.
    ///
    /// # Errors
    /// The store cannot be read.
    pub async fn log_ins(&self, id: &ClerkId) -> Result<Vec<(String, Login)>, Denied> {
        let Some(account) = self.one(id).await? else { return Ok(Vec::new()) };
        let now = self.now();
        let all = read_all::<Login>(&*self.office.store, Drawer::Login, "").await?;
        let alive = |login: &Login| login.account == *id && login.era == account.era && login.is_alive(now, &self.office.config.desk);
        let mut mine: Vec<_> = all.into_iter().filter(|(_, _, login)| alive(login)).map(|(id, _, login)| (id, login)).collect();
        mine.sort_by_key(|(_, login)| std::cmp::Reverse(login.seen));
        Ok(mine)
    }

    /// Ends one of the log-ins of an account; nothing happens when there is none of that name.
    ///
    /// # Errors
    /// The store cannot be read or written.
    pub async fn end_log_in(&self, owner: &ClerkId, id: &str) -> Result<(), Denied> {
        let found = read::<Login>(&*self.office.store, Drawer::Login, id).await?;
        if found.is_none_or(|(_, login)| login.account != *owner) {
            return Ok(());
        }
        let audit = self.audit(&By::Clerk(owner.clone()), "logged-out", Vec::new());
        self.commit(vec![Write::ForgetSlip(Drawer::Login, id.to_owned())], vec![audit]).await.unwrap_or_else(|| Err(kept_changing()))
    }

    /// Ends every log-in of an account but one.
    ///
    /// # Errors
    /// The store cannot be read or written.
    pub async fn end_others(&self, owner: &ClerkId, but: &str) -> Result<(), Denied> {
        let others: Vec<Write> = self.log_ins(owner).await?.into_iter().filter(|(id, _)| id != but).map(|(id, _)| forget(id)).collect();
        if others.is_empty() {
            return Ok(());
        }
        let audit = self.audit(&By::Clerk(owner.clone()), "others-logged-out", vec![others.len().to_string()]);
        self.commit(others, vec![audit]).await.unwrap_or_else(|| Err(kept_changing()))
    }

    // --- Codes ----------------------------------------------------------------------------------------------------------

    /// Uses a code up, whichever it is.
    async fn use_code(&self, account: Account, code: &str, caller: &Caller) -> Result<(Account, Used), Denied> {
        let source = self.source(Some(&account), caller);
        let begun = self.pace().code(&account.id.0, &source, self.now());
        begun.map_err(Denied::Wait)?;
        let id = account.id.clone();
        match self.accept_code(account, code).await {
            Ok(done) => {
                self.pace().code_right(&id.0, &source);
                Ok(done)
            }
            Err(Denied::WrongCode) => {
                let failures = self.pace().code_failures(&id.0, &source, self.now());
                self.failed("code", (Some(&id), failures)).await?;
                Err(Denied::WrongCode)
            }
            Err(other) => Err(other),
        }
    }

    async fn accept_code(&self, mut account: Account, code: &str) -> Result<(Account, Used), Denied> {
        let era = account.era;
        for _ in 0..AGAIN {
            if account.disabled || account.era != era {
                return Err(Denied::Late);
            }
            let used = if is_recovery(code) {
                let left = account.recovery.without(&self.hasher, code).await?.ok_or(Denied::WrongCode)?;
                account.recovery = left;
                Used::Recovery
            } else {
                let accepted = account.second.as_mut().is_some_and(|second| second.accept(code, self.seconds()));
                if !accepted {
                    return Err(Denied::WrongCode);
                }
                Used::Authenticator
            };
            let audit = match used {
                Used::Recovery => {
                    let left = account.codes_left().to_string();
                    vec![self.audit(&By::Clerk(account.id.clone()), "recovery-code-used", vec![left])]
                }
                Used::Authenticator => Vec::new(),
            };
            let writes = vec![self.keep(&mut account)];
            if let Some(done) = self.commit(writes, audit).await {
                return done.map(|()| (account, used));
            }
            // Somebody used a code at the same moment: it is looked again whether this one is still good.
            account = self.one(&account.id).await?.ok_or(Denied::Late)?;
        }
        Err(kept_changing())
    }

    /// A wrong try: in the log, and in the audit log where tries begin to wait and at each alarm, so that a stranger cannot fill it.
    async fn failed(&self, what: &str, (known, failures): (Option<&ClerkId>, u32)) -> Result<(), Denied> {
        metrics::counter!("desk_log_ins_failed_total", "what" => what.to_owned()).increment(1);
        let Some(id) = known else { return Ok(()) };
        let alarm = failures > 0 && failures.is_multiple_of(ALARM);
        if alarm {
            tracing::error!(account = id.0, what, failures, "ALARM: many failed log-ins on one account");
        }
        if alarm || failures == super::FREE {
            let audit: Audit = self.audit_stranger("log-in-failed", vec![id.0.clone(), what.to_owned(), failures.to_string()]);
            self.commit(Vec::new(), vec![audit]).await.unwrap_or_else(|| Err(kept_changing()))?;
        }
        Ok(())
    }

    // --- What a browser holds -------------------------------------------------------------------------------------------

    fn login_id(&self, token: &str) -> String {
        self.office.key.blind_hex("log-in of the staff", token.as_bytes())
    }

    /// Says whose password was right; worthless once the password changed.
    fn word(&self, account: &Account) -> String {
        let until = (self.now() + Duration::minutes(STEP_MINUTES)).timestamp().to_string();
        let tag = self.word_tag(account, &until);
        format!("{until}.{}.{}", to_hex(&tag), account.id.0)
    }

    fn word_tag(&self, account: &Account, until: &str) -> [u8; 32] {
        let mark = account.password.as_ref().map_or(&[][..], super::password::Hash::mark);
        self.office.key.tag("half a log-in", &[account.id.0.as_bytes(), until.as_bytes(), &account.era.to_be_bytes(), mark])
    }

    async fn read_word(&self, word: &str) -> Result<Account, Denied> {
        let mut parts = word.splitn(3, '.');
        let (Some(until), Some(tag), Some(id)) = (parts.next(), parts.next(), parts.next()) else { return Err(Denied::Late) };
        let in_time = until.parse::<i64>().is_ok_and(|until| self.now().timestamp() < until);
        let account = self.one(&ClerkId(id.to_owned())).await?.filter(|account| in_time && !account.disabled).ok_or(Denied::Late)?;
        let tag = from_hex::<32>(tag).ok_or(Denied::Late)?;
        let same: bool = subtle::ConstantTimeEq::ct_eq(&self.word_tag(&account, until)[..], &tag[..]).into();
        if same { Ok(account) } else { Err(Denied::Late) }
    }

    /// A mark by which a browser is known to have logged in to an account.
    fn mark_device(&self, account: &Account) -> String {
        let until = (self.now() + Duration::days(KNOWN_DAYS)).timestamp().to_string();
        let mut random = [0; 8];
        self.office.chance.fill(&mut random);
        let name = to_hex(&random);
        let tag = self.device_tag(account, (&until, &name));
        format!("{until}.{name}.{}.{}", to_hex(&tag), account.id.0)
    }

    fn device_tag(&self, account: &Account, (until, name): (&str, &str)) -> [u8; 32] {
        self.office
            .key
            .tag("browser of the staff", &[account.id.0.as_bytes(), until.as_bytes(), name.as_bytes(), &account.era.to_be_bytes()])
    }

    /// Where the tries of a caller on an account are counted.
    fn source(&self, account: Option<&Account>, caller: &Caller) -> Source {
        let known = || {
            let account = account?;
            let mut parts = caller.device.as_deref()?.splitn(4, '.');
            let (until, name, tag, id) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
            let in_time = until.parse::<i64>().is_ok_and(|until| self.now().timestamp() < until);
            let tag = from_hex::<32>(tag).filter(|_| in_time && id == account.id.0)?;
            let same: bool = subtle::ConstantTimeEq::ct_eq(&self.device_tag(account, (until, name))[..], &tag[..]).into();
            same.then(|| Source::Device(name.to_owned()))
        };
        known().unwrap_or_else(|| Source::network(caller.address))
    }
}

/// Which code was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Used {
    Authenticator,
    Recovery,
}

fn forget(id: String) -> Write {
    Write::ForgetSlip(Drawer::Login, id)
}
