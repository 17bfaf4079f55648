//! `agencies`, `backup`, `restore`, `verify`.

use super::{AgenciesCommand, DONE, IMPOSSIBLE, Out, REFUSED, TableOrigin, joined};
use crate::agency::{Query, parse_register};
use crate::app::{Counter, Imported};
use crate::config::Config;
use crate::office::Office;
use crate::shelf;
use crate::store::FileStatus;
use crate::store::backup::BackupRefusal;
use crate::table::Origin;
use crate::table::read::decode;
use std::io::{BufRead, Write as _};
use std::path::Path;
use std::sync::Arc;

/// Complaints about rows that are printed; the rest is counted.
const ROWS: usize = 50;

/// Does a command; its exit code.
pub async fn agencies(office: &Arc<Office>, command: AgenciesCommand, out: &mut dyn Out) -> u8 {
    match command {
        AgenciesCommand::Import { file, origin: TableOrigin { as_of, source }, dry_run } => {
            let origin = Imported { file: String::new(), source, as_of };
            import(office, &file, origin, if dry_run { Wish::Report } else { Wish::Use }, out).await
        }
        AgenciesCommand::Find { text, place, json } => find(office, &joined(&text), place, json, out),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Wish {
    Report,
    Use,
}

async fn import(office: &Arc<Office>, file: &Path, mut origin: Imported, wish: Wish, out: &mut dyn Out) -> u8 {
    let bytes = match std::fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => {
            out.complain(&format!("{}: {error}", file.display()));
            return IMPOSSIBLE;
        }
    };
    // What Chinese spreadsheets write is turned into UTF-8; anything else is judged by the reader of the list.
    let bytes = match decode(&bytes) {
        Ok((text, crate::table::Encoding::Gb18030)) => text.into_owned().into_bytes(),
        _ => bytes,
    };
    let all = bytes.len() as u64;
    let register = match parse_register(&bytes, &mut |done| out.progress(done, all)) {
        Ok(register) => register,
        Err(report) => {
            if let Some(trouble) = &report.file {
                out.complain(&format!("{}: {trouble}", file.display()));
            }
            for trouble in report.bad.iter().take(ROWS) {
                out.complain(&format!("{}: {trouble}", file.display()));
            }
            if report.bad.len() > ROWS {
                out.complain(&format!("and {} more", report.bad.len() - ROWS));
            }
            out.complain("nothing was imported: mend these rows and import the whole file again");
            return REFUSED;
        }
    };
    if !register.ignored_columns.is_empty() {
        out.line(&format!("columns not read: {}", register.ignored_columns.join(", ")));
    }
    let count = register.agencies.len();
    if count == 0 {
        out.complain("the file has no rows: the register in use stays");
        return REFUSED;
    }
    if wish == Wish::Report {
        out.line(&format!("{count} agencies can be imported; nothing was changed"));
        return DONE;
    }
    if origin.source.is_empty() {
        origin.source = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    }
    let origin = Origin { source: origin.source, as_of: origin.as_of };
    match shelf::import_register(office, "operator", &bytes, (register, origin)).await {
        Ok(_) => {
            out.line(&format!("{count} agencies imported; the older register stays in the folder agencies"));
            DONE
        }
        Err(error) => {
            out.complain(&error.to_string());
            IMPOSSIBLE
        }
    }
}

/// One agency that was found, for machines; one line each, best first.
#[derive(serde::Serialize)]
struct FoundLine<'a> {
    asked: &'a str,
    /// How well it fits what was asked, up to 1000.
    score: u16,
    /// It is not what was asked and was only perhaps meant.
    close: bool,
    /// What was asked names an agency that the register does not have.
    suspicious: bool,
    #[serde(flatten)]
    agency: &'a crate::agency::Agency,
}

fn find(office: &Office, text: &str, place: Option<String>, json: bool, out: &mut dyn Out) -> u8 {
    let index = office.agencies.load();
    let query = Query { text: Some(text.to_owned()).filter(|text| !text.is_empty()), place, status: None, page: 1, page_size: 20 };
    let page = index.search(&query);
    let hits = if page.items.is_empty() { &page.close } else { &page.items };
    // Machines get near names beside the matches too, each marked.
    if json {
        for (hit, close) in page.items.iter().map(|hit| (hit, false)).chain(page.close.iter().map(|hit| (hit, true))) {
            let line = FoundLine { asked: text, score: hit.score, close, suspicious: page.suspicious, agency: &hit.agency };
            out.line(&serde_json::to_string(&line).unwrap_or_default());
        }
    }
    for hit in hits.iter().filter(|_| !json) {
        let place: Vec<&str> =
            [&hit.agency.province, &hit.agency.city, &hit.agency.district].into_iter().flatten().map(String::as_str).collect();
        out.line(&format!("{}  {}  {}", hit.agency.code, hit.agency.name, place.join(" ")));
    }
    let register = index.register();
    if register.demo {
        out.complain("this is the demonstration register; import the official list with `ip-office-bot agencies import FILE`");
    }
    if page.items.is_empty() {
        out.complain(if page.close.is_empty() { "not in the register" } else { "not in the register; these are close" });
        return REFUSED;
    }
    DONE
}

/// Writes a backup.
pub async fn backup(office: &Arc<Office>, file: &Path, out: &mut dyn Out) -> u8 {
    use std::os::unix::fs::OpenOptionsExt;
    let opened = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(file);
    let mut writer = match opened {
        Ok(opened) => std::io::BufWriter::new(opened),
        Err(error) => {
            out.complain(&format!("{}: {error}", file.display()));
            return IMPOSSIBLE;
        }
    };
    let mut lines = 0u64;
    let written = office
        .store
        .export(&mut |line| {
            lines += 1;
            writer.write_all(line.as_bytes())?;
            writer.write_all(b"\n")
        })
        .await;
    let synced = writer.into_inner().map_err(|error| error.into_error()).and_then(|file| file.sync_all());
    match (written, synced) {
        (Ok(records), Ok(())) => {
            out.line(&format!("{records} records written to {}", file.display()));
            out.line(
                "keep the key file office.key in another place: without it the backup says nothing; the folders evidence, agencies, tables and calendar, and erased.jsonl (what must not come back with a backup) are copied as they are",
            );
            DONE
        }
        (Err(error), _) => {
            out.complain(&error.to_string());
            let _ = std::fs::remove_file(file);
            IMPOSSIBLE
        }
        (_, Err(error)) => {
            out.complain(&error.to_string());
            let _ = std::fs::remove_file(file);
            IMPOSSIBLE
        }
    }
}

/// Reads a backup into an empty data folder, in which only the office key lies.
///
/// # Errors
/// The folder, the key, dialogs or texts cannot be used.
pub async fn restore(config: Config, (file, erasures): (&Path, Option<&Path>), out: &mut dyn Out) -> anyhow::Result<u8> {
    let data = config.server.data.clone();
    if super::socket::running(&data).await.is_some() {
        out.complain("the counter is running: stop it, then restore into an empty data folder");
        return Ok(IMPOSSIBLE);
    }
    if !data.join("office.key").exists() {
        out.complain(&format!(
            "{} is missing: put the key file of the counter that was backed up there (mode 0600); what is personal in a backup opens only with it",
            data.join("office.key").display()
        ));
        return Ok(REFUSED);
    }
    let reader = match std::fs::File::open(file) {
        Ok(opened) => std::io::BufReader::new(opened),
        Err(error) => {
            out.complain(&format!("{}: {error}", file.display()));
            return Ok(IMPOSSIBLE);
        }
    };
    let store = data.join("store");
    let made_here = !store.exists();
    let counter = Counter::open(config).await?;
    let restored = counter.office.store.import(&mut reader.lines()).await;
    let again = match &restored {
        Ok(_) => erase_again(&counter.office, erasures).await,
        Err(_) => Ok(crate::privacy::list::Honoured::default()),
    };
    counter.office.store.close().await;
    match restored {
        Ok(_) if again.is_err() => {
            let why = again.err().unwrap_or_default();
            out.complain(&format!("the backup is restored, but the list of erasures was not followed: {why}"));
            out.complain("erased cases may be readable again: mend this, remove the store, and restore once more");
            Ok(REFUSED)
        }
        Ok(records) => {
            let again = again.unwrap_or_default();
            if again.refused > 0 {
                out.complain(&format!(
                    "{} lines of the list of erasures are not signed with this office key and were not believed",
                    again.refused
                ));
            }
            if again.erased > 0 {
                out.line(&format!("{} cases that were erased after this backup was made are erased again", again.erased));
            }
            out.line(&format!(
                "{records} records restored; copy the folders evidence, agencies, tables and calendar into {} as well, then run verify",
                data.display()
            ));
            Ok(DONE)
        }
        Err(error) => {
            out.complain(&error.to_string());
            if let crate::store::StoreError::Backup(BackupRefusal::NotEmpty) = error {
                out.complain(&format!("restore into an empty folder: set server.data, or move {} away", store.display()));
            }
            // Nothing was restored: a store that bears the mark of a wrong key must not stay in the way of the right one.
            if made_here {
                drop(counter);
                std::fs::remove_dir_all(&store)?;
            }
            Ok(REFUSED)
        }
    }
}

/// What was erased after a backup was made must not come back with it.
async fn erase_again(office: &Office, newer: Option<&Path>) -> Result<crate::privacy::list::Honoured, String> {
    use crate::privacy::list::{Honoured, honour, reconcile};
    let given = match newer {
        Some(path) if !path.exists() => return Err(format!("{} is not there", path.display())),
        Some(path) => honour(office, path).await?,
        None => Honoured::default(),
    };
    let kept = reconcile(office).await?;
    Ok(Honoured { erased: given.erased + kept.erased, refused: given.refused + kept.refused })
}

/// Checks records, the audit chain and the evidence.
pub async fn verify(office: &Arc<Office>, out: &mut dyn Out) -> u8 {
    let mut damaged = match office.store.verify().await {
        Ok(damaged) => damaged,
        Err(error) => vec![error.to_string()],
    };
    let mut after = None;
    let mut files = 0u64;
    loop {
        let page = match office.store.all_evidence(after, 200).await {
            Ok(page) => page,
            Err(error) => {
                damaged.push(error.to_string());
                break;
            }
        };
        let Some(last) = page.last() else { break };
        after = Some(last.id);
        for evidence in page {
            let FileStatus::Kept { sha256, bytes, .. } = &evidence.status else { continue };
            files += 1;
            let Ok(hash) = sha256.parse() else {
                damaged.push(format!("file {} names no content", evidence.id.0));
                continue;
            };
            match office.vault.check(&office.vault.id_of(&hash), &hash, *bytes) {
                Ok(crate::vault::Health::Intact) => {}
                Ok(health) => damaged.push(format!("file {} is {health:?}", evidence.id.0)),
                Err(error) => damaged.push(format!("file {}: {error}", evidence.id.0)),
            }
        }
    }
    for one in &damaged {
        out.complain(one);
    }
    if damaged.is_empty() {
        out.line(&format!("every record, the audit chain and {files} files are intact"));
        DONE
    } else {
        out.complain("restore from a backup: ip-office-bot restore FILE");
        REFUSED
    }
}
