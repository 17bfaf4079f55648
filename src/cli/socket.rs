//! The socket in the data folder, over which a command reaches the running counter: one JSON line of request, JSON lines of
//! answer. Only the owner of the data folder can open it.

use super::{AgenciesCommand, Cli, Command, DONE, DataCommand, EventsCommand, Here, IMPOSSIBLE, Out, TicketsCommand};
use crate::app::Running;
use crate::office::Office;
use clap::Parser;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

/// Name of the socket in the data folder.
const SOCKET: &str = "counter.sock";

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Ask {
    /// A command with its arguments, as typed; paths are absolute.
    Run { arguments: Vec<String> },
    /// A chat begins.
    Chat { name: String, language: Option<String> },
    /// A line of the chat.
    Say { line: String },
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Tell {
    Line(String),
    Complaint(String),
    Progress(u64, u64),
    Shown(String),
    /// What was said is handled, and everything that there was to show was shown.
    Turn,
    Exit(u8),
}

struct Remote(UnboundedSender<Tell>);

impl Out for Remote {
    fn line(&mut self, text: &str) {
        let _ = self.0.send(Tell::Line(text.to_owned()));
    }
    fn progress(&mut self, done: u64, of: u64) {
        let _ = self.0.send(Tell::Progress(done, of));
    }
    fn complain(&mut self, text: &str) {
        let _ = self.0.send(Tell::Complaint(text.to_owned()));
    }
}

/// Does a command that needs the store.
pub async fn run(office: &Arc<Office>, command: Command, out: &mut dyn Out) -> u8 {
    match command {
        Command::Agencies(command) => super::upkeep::agencies(office, command, out).await,
        Command::Data(command) => super::data::data(office, command, out).await,
        Command::Events(command) => super::events::events(office, command, out).await,
        Command::Tickets(command) => super::desk::tickets(office, command, out).await,
        Command::Hooks(command) => super::hooks::hooks(office, command, out).await,
        Command::Tokens(command) => super::tokens::tokens(office, command, out).await,
        Command::Staff { json, command: None } => super::desk::staff(office, json, out),
        Command::Staff { json: _, command: Some(command) } => super::staff::staff(office, command, out).await,
        Command::Report { year, language, form, to } => {
            super::figures::report(office, (year, language.as_deref()), (form, to.as_deref()), out).await
        }
        Command::Backup { file } => super::upkeep::backup(office, &file, out).await,
        Command::Verify => super::upkeep::verify(office, out).await,
        Command::Restore { .. } => {
            out.complain("the counter is running: stop it, then restore into an empty data folder");
            IMPOSSIBLE
        }
        Command::Keys(_) => {
            out.complain("the counter is running: stop it, then work on its keys");
            IMPOSSIBLE
        }
        Command::Serve | Command::Chat { .. } | Command::Check { .. } | Command::Graph { .. } | Command::Ask { .. } => {
            out.complain("this command is not done by the running counter");
            IMPOSSIBLE
        }
    }
}

/// Listens until the counter stops.
///
/// # Errors
/// The socket cannot be made.
pub fn listen(running: &Running, data: &Path) -> std::io::Result<()> {
    let path = data.join(SOCKET);
    // The store is ours, so a socket that is left here is of a counter that died.
    if path.exists() {
        std::fs::remove_file(&path)?;
    }
    let listener = UnixListener::bind(&path).map_err(|error| {
        let hint = "a socket's path may have about 100 bytes: set server.data to a shorter one if it is longer";
        std::io::Error::new(error.kind(), format!("{}: {error} ({hint})", path.display()))
    })?;
    let (office, intake, terminals) = (Arc::clone(&running.office), Arc::clone(&running.intake), Arc::clone(&running.terminals));
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let (office, intake, terminals) = (Arc::clone(&office), Arc::clone(&intake), Arc::clone(&terminals));
            tokio::spawn(async move {
                let (read, mut write) = stream.into_split();
                let mut lines = BufReader::new(read).lines();
                let Ok(Some(first)) = lines.next_line().await else { return };
                let (tell, mut told) = unbounded_channel::<Tell>();
                let writing = tokio::spawn(async move {
                    while let Some(tell) = told.recv().await {
                        let mut line = serde_json::to_vec(&tell).unwrap_or_default();
                        line.push(b'\n');
                        if write.write_all(&line).await.is_err() {
                            return;
                        }
                    }
                });
                match serde_json::from_str(&first) {
                    Ok(Ask::Run { arguments }) => {
                        let code = match Cli::try_parse_from(arguments) {
                            Ok(Cli { command: Some(command), .. }) => run(&office, command, &mut Remote(tell.clone())).await,
                            _ => 2,
                        };
                        let _ = tell.send(Tell::Exit(code));
                    }
                    Ok(Ask::Chat { name, language }) => {
                        let mut session = terminals.open(&name, language);
                        loop {
                            tokio::select! {
                                line = lines.next_line() => match line.map(|line| line.map(|line| serde_json::from_str(&line))) {
                                    Ok(Some(Ok(Ask::Say { line }))) => {
                                        if let Err(trouble) = session.says(&intake, &line).await {
                                            let _ = tell.send(Tell::Shown(trouble));
                                        }
                                        for text in session.rest().await {
                                            let _ = tell.send(Tell::Shown(text));
                                        }
                                        let _ = tell.send(Tell::Turn);
                                    }
                                    _ => break,
                                },
                                shown = session.shown() => match shown {
                                    Some(text) => drop(tell.send(Tell::Shown(text))),
                                    None => break,
                                },
                            }
                        }
                    }
                    _ => {}
                }
                drop(tell);
                let _ = writing.await;
            });
        }
    });
    Ok(())
}

/// The running counter, when there is one.
pub async fn running(data: &Path) -> Option<UnixStream> {
    UnixStream::connect(data.join(SOCKET)).await.ok()
}

/// Has the running counter do a command; its exit code.
pub async fn ask(stream: UnixStream, arguments: Vec<String>) -> u8 {
    let (read, mut write) = stream.into_split();
    let request = serde_json::to_string(&Ask::Run { arguments }).unwrap_or_default() + "\n";
    if write.write_all(request.as_bytes()).await.is_err() {
        return IMPOSSIBLE;
    }
    let mut lines = BufReader::new(read).lines();
    let mut here = Here::default();
    while let Ok(Some(line)) = lines.next_line().await {
        match serde_json::from_str(&line) {
            Ok(Tell::Line(text)) => here.line(&text),
            Ok(Tell::Complaint(text)) => here.complain(&text),
            Ok(Tell::Progress(done, of)) => here.progress(done, of),
            Ok(Tell::Exit(code)) => return code,
            Ok(Tell::Shown(_) | Tell::Turn) | Err(_) => {}
        }
    }
    here.complain("the counter went away in the middle");
    IMPOSSIBLE
}

/// Chats with the running counter until the input ends.
pub async fn chat(stream: UnixStream, name: String, language: Option<String>) -> u8 {
    let (read, mut write) = stream.into_split();
    let mut told = BufReader::new(read).lines();
    let mut typed = BufReader::new(tokio::io::stdin()).lines();
    let mut here = Here::default();
    let send = async |write: &mut tokio::net::unix::OwnedWriteHalf, ask: &Ask| {
        let line = serde_json::to_string(ask).unwrap_or_default() + "\n";
        write.write_all(line.as_bytes()).await.is_ok()
    };
    if !send(&mut write, &Ask::Chat { name, language }).await || !send(&mut write, &Ask::Say { line: "/start".to_owned() }).await {
        return IMPOSSIBLE;
    }
    // Lines from a pipe come faster than answers: each waits until the one before has its answer.
    let mut answered = false;
    let mut ended = false;
    loop {
        if ended && answered {
            return DONE;
        }
        tokio::select! {
            line = typed.next_line(), if answered && !ended => match line {
                Ok(Some(line)) if line.trim().is_empty() => {}
                Ok(Some(line)) => {
                    answered = false;
                    if !send(&mut write, &Ask::Say { line: here_and_there(line.trim_end()) }).await {
                        return IMPOSSIBLE;
                    }
                }
                _ => ended = true,
            },
            line = told.next_line() => match line.map(|line| line.map(|line| serde_json::from_str(&line))) {
                Ok(Some(Ok(Tell::Shown(text)))) => here.line(&format!("\n{text}\n")),
                Ok(Some(Ok(Tell::Complaint(text)))) => here.complain(&text),
                Ok(Some(Ok(Tell::Turn))) => answered = true,
                Ok(Some(_)) => {}
                _ => {
                    here.complain("the counter went away; what you answered is kept");
                    return IMPOSSIBLE;
                }
            },
        }
    }
}

/// A file is named so that the counter, which runs in another folder, finds it.
fn here_and_there(line: &str) -> String {
    match line.strip_prefix('@').map(|path| (Path::new(path), std::path::absolute(path))) {
        Some((path, Ok(absolute))) if path.is_file() => format!("@{}", absolute.display()),
        _ => line.to_owned(),
    }
}

/// The arguments of this process with every path made absolute: the counter runs in another folder.
pub fn arguments(command: &Command) -> Vec<String> {
    let mut arguments: Vec<String> = std::env::args().collect();
    for path in paths(command) {
        if let (Ok(absolute), Some(text)) = (std::path::absolute(&path), path.to_str())
            && let Some((at, option)) = arguments.iter().enumerate().rev().find_map(|(at, argument)| Some((at, option_of(argument, text)?)))
        {
            arguments[at] = format!("{option}{}", absolute.display());
        }
    }
    arguments
}

/// What stands before a path in an argument: nothing, or `--option=`.
fn option_of(argument: &str, path: &str) -> Option<String> {
    let before = argument.strip_suffix(path)?;
    (before.is_empty() || (before.starts_with("--") && before.ends_with('='))).then(|| before.to_owned())
}

fn paths(command: &Command) -> Vec<PathBuf> {
    match command {
        Command::Backup { file } | Command::Restore { file, .. } => vec![file.clone()],
        Command::Agencies(AgenciesCommand::Import { file, .. }) | Command::Data(DataCommand::Import { file, .. }) => vec![file.clone()],
        Command::Tickets(TicketsCommand::File { to, .. } | TicketsCommand::Export { to: Some(to), .. })
        | Command::Report { to: Some(to), .. } => vec![to.clone()],
        Command::Events(EventsCommand::Attendees { csv: Some(file), .. }) => vec![file.clone()],
        _ => Vec::new(),
    }
}
