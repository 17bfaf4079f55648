//! What is set takes effect: the settings of the office, its texts and its working days are built anew and swapped in.

use super::{ClosedSet, Key, NoticeSet, QueueSet, SET, Setting, Value, WindowSet, reply};
use crate::clock::Moment;
use crate::config::{Config, OfficeConfig, QueueConfig, WindowConfig};
use crate::content::{Content, Script, calendar_files, calendar_folder, calendar_of};
use crate::dialog::Rules;
use crate::dialog::event::{Announcement, Closed};
use crate::locale::Texts;
use crate::office::{Claim, Current, Office, in_languages, rules};
use crate::store::{Slip, StoreError};
use crate::table::{Bilingual, PublicOffice, Tables};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Everything that is set, by its key.
type Set = BTreeMap<Key, Setting>;

/// The settings and tables alone, before anything that was set is known.
pub fn begun(config: &Config, content: &Content, tables: &Tables) -> Current {
    current(config, (content, tables), &Set::new())
}

/// Windows as they stand before anything is set at the desk: those of the settings file, and in their place those that an imported
/// table has.
pub(super) fn windows(config: &Config, tables: &Tables) -> Vec<WindowConfig> {
    let both = |words: &Bilingual| {
        let pairs = [("zh-Hans", &words.zh), ("en", &words.en)].into_iter();
        pairs.filter_map(|(language, words)| Some((language.to_owned(), words.clone()?))).collect::<BTreeMap<_, _>>()
    };
    let rows = tables.offices.iter().flat_map(|table| &table.rows);
    let imported = rows.map(|PublicOffice { place, name, address, phone, hours, note }| WindowConfig {
        code: place.clone(),
        name: both(name),
        address: both(address),
        phone: phone.clone(),
        hours: both(hours),
        note: both(note),
    });
    let mut windows: Vec<WindowConfig> = imported.collect();
    let others = config.window.iter().filter(|own| windows.iter().all(|window| window.code != own.code));
    let others: Vec<WindowConfig> = others.cloned().collect();
    windows.extend(others);
    windows
}

/// Another table of offices was imported: what stands is made anew.
pub async fn refresh(office: &Office) {
    let _alone = office.setting.lock().await;
    let content = office.content.load_full();
    let set = read(&office.set.load());
    office.current.store(Arc::new(current(&office.config, (&content, &office.tables.load()), &set)));
}

/// Reads what is set and takes it into use, when it is another than before.
///
/// # Errors
/// The store cannot be read; everything stays as it was.
pub async fn apply(office: &Office) -> Result<(), StoreError> {
    let slips = super::all(&*office.store, SET).await?;
    let slips: BTreeMap<String, Slip> = slips.into_iter().map(|slip| (slip.id.trim_start_matches(SET).to_owned(), slip)).collect();
    let before = office.set.load_full();
    if *before != slips {
        take(office, slips, replies(&read(&before))).await;
    }
    Ok(())
}

/// Takes other dialogs and texts into use, with what is set over them.
///
/// # Errors
/// The store cannot be read; everything stays as it was.
pub async fn reload(office: &Office, content: Arc<Content>) -> Result<(), StoreError> {
    let _alone = office.setting.lock().await;
    let slips = super::all(&*office.store, SET).await?;
    let slips = slips.into_iter().map(|slip| (slip.id.trim_start_matches(SET).to_owned(), slip)).collect();
    // Without replies the script is that of the files; with some it is made anew.
    office.script.store(Arc::clone(&content.script));
    office.content.store(content);
    take(office, slips, BTreeMap::new()).await;
    Ok(())
}

/// Reads the working days again: another file lies in the operator's folder.
///
/// # Errors
/// A file cannot be read or has rows that make no sense; the calendar stays as it was.
pub fn read_calendar(office: &Office) -> anyhow::Result<()> {
    let mut files = calendar_files(&office.content.load().assets, &calendar_folder(&office.config))?;
    for (key, setting) in read(&office.set.load()) {
        if let (Key::Calendar(year), Some(Value::Calendar(csv))) = (key, setting.value) {
            files.insert(format!("{year}.csv"), csv);
        }
    }
    office.calendar.store(Arc::new(calendar_of(&files)?));
    Ok(())
}

/// `said` are the replies that the script in use has already.
async fn take(office: &Office, slips: BTreeMap<String, Slip>, said: BTreeMap<String, super::Words>) {
    let set = read(&slips);
    let content = office.content.load_full();
    let wanted = replies(&set);
    if wanted != said {
        let base = Arc::clone(&content);
        let made = tokio::task::spawn_blocking(move || script(&base, &wanted)).await;
        office.script.store(made.unwrap_or_else(|error| {
            tracing::error!(%error, "the replies of the desk could not be put into the texts");
            Arc::clone(&content.script)
        }));
    }
    office.current.store(Arc::new(current(&office.config, (&content, &office.tables.load()), &set)));
    office.set.store(Arc::new(slips));
    if let Err(error) = read_calendar(office) {
        tracing::error!("the calendar that was set is not used: {error:#}");
    }
}

fn read(slips: &BTreeMap<String, Slip>) -> Set {
    let read = |(id, slip): (&String, &Slip)| Some((Key::read(id)?, serde_json::from_str(&slip.content).ok()?));
    slips.iter().filter_map(read).collect()
}

/// Words of the desk by the name of their text.
fn replies(set: &Set) -> BTreeMap<String, super::Words> {
    let words = set.iter().filter_map(|(key, setting)| match (key, &setting.value) {
        (Key::Reply(service, name), Some(Value::Reply(words))) => Some((reply::text_id(service, name), words.clone())),
        _ => None,
    });
    words.collect()
}

/// Dialogs and texts with the replies of the desk.
fn script(content: &Content, replies: &BTreeMap<String, super::Words>) -> Arc<Script> {
    if replies.is_empty() {
        return Arc::clone(&content.script);
    }
    let mut files = content.assets.texts().to_vec();
    for (id, words) in replies {
        reply::replaced(&mut files, id, words);
    }
    match Texts::load(&files) {
        Ok(texts) => Arc::new(Script { flows: content.script.flows.clone(), texts }),
        Err(complaints) => {
            let first = complaints.first().map(ToString::to_string).unwrap_or_default();
            tracing::error!(first, "the replies of the desk do not go with the texts and are left out");
            Arc::clone(&content.script)
        }
    }
}

/// All that stands now.
fn current(config: &Config, (content, tables): (&Content, &Tables), set: &Set) -> Current {
    let mut queues = config.queues();
    let mut office = config.office.clone();
    let mut windows = windows(config, tables);
    let (mut shut, mut claims) = (BTreeMap::new(), Vec::new());
    let mut made: Vec<(Option<Moment>, QueueConfig)> = Vec::new();
    let mut announcements: Vec<(Option<Moment>, Announcement)> = Vec::new();
    let mut closed = BTreeMap::new();
    for (key, setting) in set {
        let Some(value) = &setting.value else { continue };
        match (key, value) {
            (Key::Queue(id), Value::Queue(QueueSet { name, services, districts, shut: far, made: at })) => {
                match queues.iter_mut().find(|queue| queue.id == *id) {
                    Some(queue) => queue.name.clone_from(name),
                    None => made.push((*at, QueueConfig { name: name.clone(), ..QueueConfig::unattended(id.as_str()) })),
                }
                if let Some(far) = far {
                    shut.insert(id.clone(), *far);
                }
                if !(services.is_empty() && districts.is_empty()) {
                    claims.push(Claim { queue: id.clone(), services: services.clone(), districts: districts.clone() });
                }
            }
            (Key::Office, Value::Window(WindowSet { hours, phone, address, .. })) => {
                let phone = Some(phone.clone()).filter(|phone| !phone.is_empty());
                office = OfficeConfig { hours: hours.clone(), phone, address: address.clone(), ..office };
            }
            (Key::Window(code), Value::Window(set)) => {
                let at = windows.iter().position(|window| window.code == *code);
                let own = at.map(|at| windows.remove(at)).unwrap_or_default();
                windows.push(window(own, code, set));
            }
            (Key::Notice(_), Value::Notice(NoticeSet { words, from, until })) => {
                announcements.push((*from, Announcement { words: in_languages(words), from: *from, until: *until }));
            }
            (Key::Service(service), Value::Closed(ClosedSet { why, instead })) => {
                closed.insert(service.clone(), Closed { why: in_languages(why), instead: instead.clone() });
            }
            _ => {}
        }
    }
    made.sort_by(|(one, a), (other, b)| (one, a.id.as_str()).cmp(&(other, b.id.as_str())));
    queues.extend(made.into_iter().map(|(_, queue)| queue));
    announcements.sort_by_key(|(from, _)| *from);
    let rules = Rules {
        understanding: Some(Arc::clone(&content.understanding)),
        announcements: announcements.into_iter().map(|(_, announcement)| announcement).collect(),
        closed,
        ..rules(config, &office)
    };
    Current { rules: Arc::new(rules), queues: queues.into_iter().map(Arc::new).collect(), shut, claims, office, windows }
}

fn window(own: WindowConfig, code: &str, set: &WindowSet) -> WindowConfig {
    let WindowSet { hours, phone, address, note } = set.clone();
    let phone = Some(phone).filter(|phone| !phone.is_empty());
    WindowConfig { code: code.to_owned(), hours, phone, address, note, ..own }
}
