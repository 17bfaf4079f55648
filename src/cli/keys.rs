//! `keys`: the sealing keys of the office, from the command line. While a counter runs its keys are not touched.
//!
//! ## Why
//! A rotation is four steps, each safe to be cut off: a whole new key file in place of the old one, every record sealed anew
//! by itself, every file of evidence wrapped anew by itself, every piece of an upload sealed anew by itself. Until the last is done the older key stays in the key file, so a
//! kill at any moment leaves an office that opens; `keys rotate` again goes on where it was. Nothing but `keys retire`
//! takes a key away, and only one that seals nothing.

use super::{DONE, IMPOSSIBLE, KeysCommand, Out, REFUSED};
use crate::config::Config;
use crate::seal::{KeyFile, KeyFileError, KeyId, OfficeKey};
use crate::spool::{Spool, SpoolError};
use crate::store::Store;
use crate::store::sled::{OpenError, SledOptions, SledStore};
use crate::vault::{FileId, Rewrapped, Vault, VaultError};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What is sealed, opened for work on its keys.
struct Sealed {
    key: OfficeKey,
    /// Nothing was kept yet when it is missing.
    store: Option<SledStore>,
    vault: Vault,
    spool: Spool,
}

/// Why work on the keys stops.
#[derive(Debug, thiserror::Error)]
enum Trouble {
    #[error(transparent)]
    KeyFile(#[from] KeyFileError),
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error(transparent)]
    Store(#[from] crate::store::StoreError),
    #[error("evidence: {0}")]
    Vault(#[from] VaultError),
    #[error("uploads: {0}")]
    Spool(#[from] SpoolError),
    #[error("the work was cut off")]
    CutOff(#[from] tokio::task::JoinError),
}

/// What each key seals: records, files of evidence and pieces of uploads.
type Uses = BTreeMap<KeyId, (u64, u64)>;

/// Does a command; its exit code.
pub async fn keys(config: &Config, command: KeysCommand, out: &mut dyn Out) -> u8 {
    let data = &config.server.data;
    if super::socket::running(data).await.is_some() {
        out.complain("the counter is running: stop it, then work on its keys");
        return IMPOSSIBLE;
    }
    let done = match command {
        KeysCommand::List { json } => list(config, json, out).await,
        KeysCommand::Rotate => rotate(config, out).await,
        KeysCommand::Retire { id } => match id.parse() {
            Ok(id) => retire(config, id, out).await,
            Err(_) => {
                out.complain("that is no id of a key: `ip-office-bot keys list` shows them, as 5f0c2a91");
                return REFUSED;
            }
        },
    };
    done.unwrap_or_else(|trouble| {
        out.complain(&trouble.to_string());
        if let Trouble::Open(OpenError::InUse(_)) = trouble {
            out.complain("a counter or another command is at work on this data folder: wait for it or stop it");
        }
        IMPOSSIBLE
    })
}

async fn list(config: &Config, json: bool, out: &mut dyn Out) -> Result<u8, Trouble> {
    let sealed = open(config).await?;
    let uses = uses(&sealed).await?;
    for (n, id) in sealed.key.key_ids().into_iter().enumerate() {
        let (records, files) = uses.get(&id).copied().unwrap_or_default();
        match json {
            true => {
                out.line(&serde_json::json!({ "key": id.to_string(), "newest": n == 0, "records": records, "files": files }).to_string())
            }
            false => out.line(&format!("{id}  {}  seals {records} records, {files} files", if n == 0 { "newest" } else { "older " })),
        }
    }
    close(sealed).await;
    Ok(DONE)
}

async fn rotate(config: &Config, out: &mut dyn Out) -> Result<u8, Trouble> {
    let mut sealed = open(config).await?;
    let newest = sealed.key.key_ids().first().copied();
    let before = uses(&sealed).await?;
    let unfinished = before.keys().any(|id| Some(*id) != newest);
    if unfinished {
        out.line("an earlier rotation did not come to its end; it goes on");
    } else {
        close(sealed).await;
        KeyFile::rotate(&key_path(config))?;
        sealed = open(config).await?;
    }
    let all: u64 = before.values().map(|(records, files)| records + files).sum();
    let records = match &sealed.store {
        Some(store) => store.reseal_telling(&mut |looked| out.progress(looked, all)).await?,
        None => 0,
    };
    let looked: u64 = before.values().map(|(records, _)| records).sum();
    let files = rewrap(&sealed, (looked, all), out).await?;
    let spool = sealed.spool.clone();
    let files = files + tokio::task::spawn_blocking(move || spool.reseal()).await??;
    let ids = sealed.key.key_ids();
    close(sealed).await;
    let newest = ids.first().map(KeyId::to_string).unwrap_or_default();
    out.line(&format!("{records} records and {files} files are sealed with the new key {newest} now"));
    out.line(&format!(
        "put a copy of {} in a safe place and make a backup: older copies do not open what is written from now on",
        key_path(config).display()
    ));
    for old in ids.iter().skip(1) {
        out.line(&format!("when no older backup is needed any more: ip-office-bot keys retire {old}"));
    }
    Ok(DONE)
}

/// Wraps the keys of all files anew, one after the other; how many.
async fn rewrap(sealed: &Sealed, (before, all): (u64, u64), out: &mut dyn Out) -> Result<u64, Trouble> {
    let mut count = 0;
    for (n, id) in files(&sealed.vault).await?.into_iter().enumerate() {
        let vault = sealed.vault.clone();
        match tokio::task::spawn_blocking(move || vault.rewrap(&id)).await? {
            Ok(Rewrapped::Now) => count += 1,
            Ok(Rewrapped::WasNewest) | Err(VaultError::Missing) => {}
            Err(other) => return Err(other.into()),
        }
        out.progress(before + n as u64 + 1, all);
    }
    Ok(count)
}

async fn retire(config: &Config, id: KeyId, out: &mut dyn Out) -> Result<u8, Trouble> {
    let sealed = open(config).await?;
    let (records, files) = uses(&sealed).await?.get(&id).copied().unwrap_or_default();
    let place = sealed.key.key_ids().iter().position(|known| *known == id);
    // Open until the key file is written: nobody seals anything meanwhile.
    let code = match place {
        None => {
            out.complain(&format!("{id} is not in {}: see `ip-office-bot keys list`", key_path(config).display()));
            REFUSED
        }
        Some(0) => {
            out.complain(&format!("{id} is the newest key and in use; `ip-office-bot keys rotate` makes another one"));
            REFUSED
        }
        Some(_) if records + files > 0 => {
            out.complain(&format!(
                "{id} still seals {records} records and {files} files: run `ip-office-bot keys rotate` to its end first"
            ));
            REFUSED
        }
        Some(_) => {
            KeyFile::retire(&key_path(config), id)?;
            out.line(&format!(
                "{id} is no longer in {}; backups made before the rotation open only with an older copy of it",
                key_path(config).display()
            ));
            DONE
        }
    };
    close(sealed).await;
    Ok(code)
}

fn key_path(config: &Config) -> PathBuf {
    config.server.data.join("office.key")
}

/// Opens what is sealed with the key in the key file. No other process works on the store while it is open.
async fn open(config: &Config) -> Result<Sealed, Trouble> {
    let key = KeyFile::load(&key_path(config))?;
    let folder = config.server.data.join("store");
    let options = SledOptions::with_cache(config.server.cache_mib * 1024 * 1024);
    let vault = Vault::open(&config.server.data.join("evidence"), key.clone())?;
    let store = match folder.exists() {
        true => Some(open_store(folder, key.clone(), options).await?),
        false => None,
    };
    let spool = crate::app::spool(config, key.clone());
    Ok(Sealed { key, store, vault, spool })
}

async fn open_store(folder: PathBuf, key: OfficeKey, options: SledOptions) -> Result<SledStore, Trouble> {
    let opening = move || SledStore::open(Path::new(&folder), key, options);
    Ok(tokio::task::spawn_blocking(opening).await??)
}

async fn close(sealed: Sealed) {
    if let Some(store) = sealed.store {
        store.close().await;
    }
}

async fn uses(sealed: &Sealed) -> Result<Uses, Trouble> {
    let mut uses = Uses::new();
    if let Some(store) = &sealed.store {
        for (id, records) in store.sealed_with().await? {
            uses.entry(id).or_default().0 = records;
        }
    }
    for id in files(&sealed.vault).await? {
        let vault = sealed.vault.clone();
        match tokio::task::spawn_blocking(move || vault.key_of(&id)).await? {
            Ok(key) => uses.entry(key).or_default().1 += 1,
            Err(VaultError::Missing) => {}
            Err(other) => return Err(other.into()),
        }
    }
    let spool = sealed.spool.clone();
    for (id, pieces) in tokio::task::spawn_blocking(move || spool.sealed_with()).await?? {
        uses.entry(id).or_default().1 += pieces;
    }
    Ok(uses)
}

async fn files(vault: &Vault) -> Result<Vec<FileId>, Trouble> {
    let vault = vault.clone();
    let listed = tokio::task::spawn_blocking(move || vault.list()).await??;
    Ok(listed.into_iter().map(|file| file.id).collect())
}
