//! Chat in a terminal: lines in, numbered choices out. A terminal may go away in the middle; what it was to be told waits
//! until it comes back.

use crate::intake::{Intake, Trouble};
use crate::locale::Text;
use crate::message::{FileKind, Inbound, Incoming, Outbound, Route, Said, plain};
use crate::office::Office;
use crate::outbox::{Content, Sender, Sent};
use crate::store::{Delivery, Parcel};
use async_trait::async_trait;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// Pause before somebody who is not at their terminal is looked for again.
const AWAY: Duration = Duration::from_secs(3);
/// Longest wait for what is on its way to a terminal.
const SOON: Duration = Duration::from_secs(10);
/// Pause between two looks at it.
const GLANCE: Duration = Duration::from_millis(10);
/// Piece of a file in bytes.
const PIECE: usize = 64 * 1024;

/// Terminals that talk to this counter.
pub struct Terminals {
    office: Arc<Office>,
    open: Mutex<HashMap<i64, UnboundedSender<Outbound>>>,
}

/// One terminal: the name somebody gave makes who they are.
pub struct Session {
    terminals: Arc<Terminals>,
    route: Route,
    language: Option<String>,
    shown: UnboundedReceiver<Outbound>,
}

impl Terminals {
    /// Terminals of an office.
    pub fn new(office: Arc<Office>) -> Arc<Self> {
        Arc::new(Self { office, open: Mutex::default() })
    }

    /// Opens a terminal. Somebody of the same name elsewhere no longer sees anything there.
    pub fn open(self: &Arc<Self>, name: &str, language: Option<String>) -> Session {
        let chat =
            i64::from_be_bytes(self.office.key.blind("terminal", name.as_bytes())[..8].try_into().expect("eight of sixteen bytes")) >> 1;
        let (show, shown) = unbounded_channel();
        self.open.lock().unwrap_or_else(PoisonError::into_inner).insert(chat, show);
        Session { terminals: Arc::clone(self), route: Route { channel: 'c', chat }, language, shown }
    }
}

impl Terminals {
    /// Whether something is still to be sent to somebody.
    async fn waits(&self, route: &Route) -> bool {
        let mut after = None;
        while let Ok(page) = self.office.store.deliveries(after, 1000).await
            && let Some(last) = page.last()
        {
            after = Some(last.id);
            if page.iter().any(|delivery| matches!(&delivery.lane, crate::store::Lane::Person(to) if to == route)) {
                return true;
            }
        }
        false
    }
}

impl Session {
    /// Hands in a line: a command, words, or `@path` for a file.
    ///
    /// # Errors
    /// It is not on disk: what the person is told then.
    pub async fn says(&self, intake: &Arc<Intake>, line: &str) -> Result<(), String> {
        let office = &self.terminals.office;
        let inbound = Inbound {
            event: crate::id::EventId { channel: 'c', number: i64::try_from(office.ids.next(office.now())).unwrap_or(i64::MAX) },
            from: self.route.clone(),
            language: self.language.clone(),
            at: office.now(),
            message: None,
            what: said(line),
        };
        match intake.handle(inbound).await {
            Ok(_) => Ok(()),
            Err(Trouble(why)) => {
                tracing::error!(why, "what somebody said at a terminal is not kept");
                Err(self.trouble().await)
            }
        }
    }

    /// What somebody is told whose words are not kept, in their language as far as it can be read.
    async fn trouble(&self) -> String {
        let office = &self.terminals.office;
        let script = office.script.load_full();
        let kept = office.store.conversation(office.person(&self.route)).await.ok().flatten();
        let language = kept.map_or_else(|| script.texts.negotiate(self.language.as_deref()), |conversation| conversation.state.language);
        plain(&script.texts.say(&language, &Text::new("store-trouble")))
    }

    /// Everything that is on its way to this terminal, once it is here.
    pub async fn rest(&mut self) -> Vec<String> {
        let begun = tokio::time::Instant::now();
        let mut shown = Vec::new();
        loop {
            let waits = self.terminals.waits(&self.route).await && begun.elapsed() < SOON;
            while let Ok(message) = self.shown.try_recv() {
                shown.push(self.words(&message).await);
            }
            if !waits {
                return shown;
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// The next message, as plain words.
    pub async fn shown(&mut self) -> Option<String> {
        let message = self.shown.recv().await?;
        Some(self.words(&message).await)
    }

    /// The plain words of a message; a chart or another file made by the counter lies in the data folder, and its path
    /// stands beneath them; a copy of what is kept stands there itself.
    async fn words(&self, message: &Outbound) -> String {
        let words = plain(&message.text);
        if let Some(id) = message.file {
            let named = self.name_of(id).await;
            return if words.is_empty() { named } else { format!("{words}\n{named}") };
        }
        if message.copy {
            return match crate::intake::copy_of(&self.terminals.office, &self.route).await {
                Ok(copy) => format!("{words}\n{copy}"),
                Err(error) => {
                    tracing::error!(%error, "what is kept of somebody at a terminal cannot be read");
                    self.trouble().await
                }
            };
        }
        let chart = message.chart.as_ref().and_then(|chart| self.draw(chart));
        match chart.or_else(|| message.document.as_ref().and_then(|document| self.lay_down(document))) {
            Some(path) => format!("{words}\n{}", path.display()),
            None => words,
        }
    }

    /// A file from the desk, by its name: whoever is at a terminal takes it at the office or on its page.
    async fn name_of(&self, id: crate::id::EvidenceId) -> String {
        let office = &self.terminals.office;
        let record = office.store.evidence(id).await.ok().flatten();
        let name = record.and_then(|record| record.announced.name).unwrap_or_default();
        let script = office.script.load_full();
        let kept = office.store.conversation(office.person(&self.route)).await.ok().flatten();
        let language = kept.map_or_else(|| script.texts.negotiate(self.language.as_deref()), |conversation| conversation.state.language);
        plain(&script.texts.say(&language, &Text::new("told-file-named").with("name", crate::vault::display_name(&name))))
    }

    /// Puts a file into the data folder; the same file is laid down once.
    fn lay_down(&self, document: &crate::message::Document) -> Option<std::path::PathBuf> {
        let digest = crate::vault::ContentHash::of(document.content.as_bytes()).to_string();
        let folder = format!("documents/{}", digest.get(..16).unwrap_or(&digest));
        self.keep(&folder, (&crate::vault::display_name(&document.name), document.content.as_bytes()))
    }

    /// Draws a chart into the data folder; the same chart is the same file.
    fn draw(&self, chart: &crate::chart::Spec) -> Option<std::path::PathBuf> {
        let picture = crate::chart::png(chart).ok()?;
        let name = crate::vault::ContentHash::of(&picture).to_string();
        self.keep("charts", (&format!("{}.png", name.get(..16).unwrap_or(&name)), &picture))
    }

    fn keep(&self, folder: &str, (name, content): (&str, &[u8])) -> Option<std::path::PathBuf> {
        let folder = std::path::absolute(self.terminals.office.config.server.data.join(folder)).ok()?;
        match crate::shelf::keep(&folder, name, content) {
            Ok(()) => Some(folder.join(name)),
            Err(error) => {
                tracing::warn!(%error, "a file for a terminal could not be written");
                None
            }
        }
    }
}

/// What a line means.
pub fn said(line: &str) -> Said {
    if let Some(command) = line.strip_prefix('/') {
        let (name, rest) = command.split_once(char::is_whitespace).unwrap_or((command, ""));
        return Said::Command { name: name.to_lowercase(), rest: rest.trim().to_owned() };
    }
    match line.strip_prefix('@').map(|path| (path, std::fs::metadata(path))) {
        Some((path, Ok(meta))) if meta.is_file() => {
            let name = std::path::Path::new(path).file_name().map(|name| name.to_string_lossy().into_owned());
            let file = Incoming { source: path.to_owned(), kind: FileKind::Document, name, mime: None, bytes: Some(meta.len()) };
            Said::File { file, words: None, album: None }
        }
        _ => Said::Text(line.to_owned()),
    }
}

#[async_trait]
impl Sender for Terminals {
    async fn send(&self, delivery: &Delivery) -> Sent {
        let (crate::store::Lane::Person(route), Parcel::Screen(message) | Parcel::Message(message) | Parcel::About { message, .. }) =
            (&delivery.lane, &delivery.parcel)
        else {
            return Sent::Never("a terminal shows messages to persons only".to_owned(), Vec::new());
        };
        let open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        match open.get(&route.chat) {
            Some(terminal) if terminal.send(message.clone()).is_ok() => Sent::Done(Vec::new()),
            _ => Sent::Later(AWAY),
        }
    }

    async fn content(&self, source: &str) -> Result<Content, Sent> {
        let bytes = tokio::fs::read(source).await.map_err(|error| Sent::Never(error.kind().to_string(), Vec::new()))?;
        let pieces: Vec<Result<Vec<u8>, String>> = bytes.chunks(PIECE).map(|piece| Ok(piece.to_vec())).collect();
        Ok(Box::pin(futures_util::stream::iter(pieces)))
    }
}
