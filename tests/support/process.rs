//! The real program as a child, with settings and a data folder of its own.

use super::telegram::Fake;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Settings of a counter; the folder goes away with them.
pub struct Settings {
    folder: tempfile::TempDir,
    environment: Vec<(String, String)>,
}

impl Settings {
    /// Settings from the text of an `office.toml`.
    pub fn new(text: &str) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        std::fs::write(folder.path().join("office.toml"), text).expect("a file");
        let environment = vec![("OFFICE__SERVER__LISTEN".to_owned(), "127.0.0.1:0".to_owned())];
        Self { folder, environment }
    }

    /// Points the counter to a fake Bot API.
    pub fn telegram(self, fake: &Fake) -> Self {
        let url = fake.api_url();
        self.with("TELOXIDE_TOKEN", fake.token()).with("TELOXIDE_API_URL", &url)
    }

    /// Sets a variable.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Folder of the settings; `data` is in it.
    pub fn folder(&self) -> PathBuf {
        self.folder.path().to_owned()
    }

    /// Runs a command to its end.
    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the program runs")
    }

    /// A command that is not started yet.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ip-office-bot"));
        command.current_dir(self.folder.path()).args(arguments).env_remove("TELOXIDE_TOKEN").envs(self.environment.iter().cloned());
        command
    }
}

/// A counter that runs.
pub struct Counter {
    child: Child,
    open: Arc<AtomicBool>,
    said: Arc<std::sync::Mutex<Vec<String>>>,
}

impl Counter {
    /// Starts it.
    pub fn spawn(settings: &Settings) -> Self {
        let mut child = settings.command(&["serve"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
        let open = Arc::new(AtomicBool::new(false));
        let said = Arc::new(std::sync::Mutex::new(Vec::new()));
        let (opened, lines) = (Arc::clone(&open), Arc::clone(&said));
        let stdout = child.stdout.take().expect("piped");
        std::thread::spawn(move || {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                if line.contains("The counter is open") {
                    opened.store(true, Ordering::Relaxed);
                }
                lines.lock().expect("no panic").push(line);
            }
        });
        let lines = Arc::clone(&said);
        let stderr = child.stderr.take().expect("piped");
        std::thread::spawn(move || {
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                lines.lock().expect("no panic").push(line);
            }
        });
        Self { child, open, said }
    }

    /// It said that it is open.
    pub fn is_open(&self) -> bool {
        self.open.load(Ordering::Relaxed)
    }

    /// Everything it printed.
    pub fn said(&self) -> String {
        self.said.lock().expect("no panic").join("\n")
    }

    /// The address of its web pages.
    pub fn address(&self) -> Option<String> {
        let said = self.said();
        said.lines().find_map(|line| line.strip_prefix("The counter is open: ")).map(str::to_owned)
    }

    /// Waits until it is open.
    pub async fn wait_until_open(&mut self, within: Duration) -> Result<(), String> {
        let begun = Instant::now();
        while !self.is_open() {
            if let Ok(Some(status)) = self.child.try_wait() {
                return Err(format!("it ended with {status}:\n{}", self.said()));
            }
            if begun.elapsed() > within {
                return Err(format!("it did not open in time:\n{}", self.said()));
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        Ok(())
    }

    /// Its process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// SIGKILL.
    pub fn kill(mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// SIGTERM; how long it took and with which code it ended.
    pub async fn terminate(mut self, within: Duration) -> Result<(Duration, i32), String> {
        let begun = Instant::now();
        let id = self.child.id().to_string();
        let _ = Command::new("kill").args(["-TERM", &id]).status();
        loop {
            if let Ok(Some(status)) = self.child.try_wait() {
                return Ok((begun.elapsed(), status.code().unwrap_or(-1)));
            }
            if begun.elapsed() > within {
                let said = self.said();
                self.kill();
                return Err(format!("it did not stop in time:\n{said}"));
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
}

impl Drop for Counter {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
