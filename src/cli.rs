//! Commands. Those that need the store are done by the counter that has it open: by the running one over a socket in the data
//! folder, else by this process itself. Exit codes: 0 done, 1 refused or found wanting, 2 not understood, 3 not possible now.

pub mod content;
pub mod data;
pub mod desk;
pub mod events;
pub mod figures;
pub mod hooks;
pub mod keys;
pub mod socket;
pub mod staff;
pub mod tokens;
pub mod upkeep;

use clap::{Parser, Subcommand};
use std::io::Write;
use std::path::PathBuf;

/// Done.
pub const DONE: u8 = 0;
/// Refused, or what was looked for is not there.
pub const REFUSED: u8 = 1;
/// Not possible now.
pub const IMPOSSIBLE: u8 = 3;

/// The counter of a city intellectual-property office that never closes.
#[derive(Debug, Parser)]
#[command(name = "ip-office-bot", version, about, propagate_version = true)]
pub struct Cli {
    /// Settings; `office.toml` of the current folder when it is there.
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// What to do; `serve` when nothing is said.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Open the counter (the default).
    Serve,
    /// Talk to the counter in this terminal.
    Chat {
        /// Who you are: the same name comes back to the same forms and tickets.
        #[arg(long = "as", default_value = "visitor", value_name = "NAME")]
        name: String,
        /// Language of your client, as `zh` or `en`. Default: from LANG.
        #[arg(long)]
        language: Option<String>,
        /// Practise without a store and write the conversation into a file that is a test.
        #[arg(long, value_name = "FILE")]
        record: Option<PathBuf>,
    },
    /// Check dialogs and texts: all that could surprise a person later.
    Check {
        /// Print the JSON Schema of dialog files instead.
        #[arg(long)]
        schema: bool,
    },
    /// Draw a dialog.
    Graph {
        /// Service, as `counterfeit-report`.
        service: String,
        /// Form of the drawing.
        #[arg(long, value_enum, default_value = "mermaid")]
        form: GraphForm,
        /// Language of the questions.
        #[arg(long, default_value = "en")]
        language: String,
    },
    /// What would the bot make of this text?
    Ask {
        /// Words as a person would type them.
        text: Vec<String>,
        /// For machines.
        #[arg(long)]
        json: bool,
    },
    /// The register of patent agencies.
    #[command(subcommand)]
    Agencies(AgenciesCommand),
    /// The office's own tables: figures, publications, notices, policies, events, answers, agencies, working days.
    #[command(subcommand)]
    Data(DataCommand),
    /// Tickets, from the command line.
    #[command(subcommand)]
    Tickets(TicketsCommand),
    /// Events that people sign up for: how many come, who comes, calling one off.
    #[command(subcommand)]
    Events(EventsCommand),
    /// Other systems that are told what happens to tickets: webhooks.
    #[command(subcommand)]
    Hooks(HooksCommand),
    /// Programs that may call: /api/v1 and /open311/v2.
    #[command(subcommand)]
    Tokens(TokensCommand),
    /// The office's work in figures: a year beside the year before, as one page that prints well. Groups of fewer than five are not
    /// shown; every figure can be counted again from `tickets export`.
    Report {
        /// Year of filing.
        #[arg(long)]
        year: i32,
        /// Language, as `zh` or `en`.
        #[arg(long)]
        language: Option<String>,
        /// Form of the file.
        #[arg(long, value_enum, default_value = "html")]
        form: ReportForm,
        /// Write it into this file, which must not exist, instead of showing it.
        #[arg(long, value_name = "FILE")]
        to: Option<PathBuf>,
    },
    /// Queues and clerks of the settings; accounts for the desk on the web.
    Staff {
        /// For machines.
        #[arg(long)]
        json: bool,
        #[command(subcommand)]
        command: Option<StaffCommand>,
    },
    /// Write everything the store keeps into a file; personal parts stay sealed with the office key.
    Backup {
        /// File to be written; must not exist.
        file: PathBuf,
    },
    /// Read a backup into an empty data folder. The counter must not be running.
    Restore {
        /// A file written by `backup`.
        file: PathBuf,
        /// A newer list of erasures (`erased.jsonl` of the data folder); the one in the data folder counts in any case. What stands
        /// on it is erased again.
        #[arg(long, value_name = "FILE")]
        erasures: Option<PathBuf>,
    },
    /// Check every record, the audit chain and the evidence.
    Verify,
    /// The keys in `office.key`. The counter must not be running.
    #[command(subcommand)]
    Keys(KeysCommand),
}

/// The keys in `office.key`.
#[derive(Debug, Subcommand)]
pub enum KeysCommand {
    /// The sealing keys, newest first, and what each still seals.
    List {
        /// For machines.
        #[arg(long)]
        json: bool,
    },
    /// Make a new key and seal everything with it; or end a rotation that was interrupted.
    Rotate,
    /// Forget an older key that seals nothing any more. Backups made before the rotation open only with an older copy of the
    /// key file.
    Retire {
        /// Id of the key, as `keys list` shows it.
        id: String,
    },
}

/// Webhooks.
#[derive(Debug, Subcommand)]
pub enum HooksCommand {
    /// Who is told what, what waits, and who does not answer.
    List {
        /// For machines.
        #[arg(long)]
        json: bool,
    },
    /// Tell an address what happens to tickets. Prints its secret, once.
    Add {
        /// What to call it.
        name: String,
        /// Where events are sent: https://...
        url: String,
        /// Only events of this kind, as `submitted`; may stand several times. Default: all.
        #[arg(long)]
        kind: Vec<String>,
        /// Only tickets of this queue; may stand several times. Default: all.
        #[arg(long)]
        queue: Vec<String>,
    },
    /// Tell it no more; what waits for it is dropped.
    Remove {
        /// Name.
        name: String,
    },
    /// Send it an event that tells about nothing. One that was set aside is used again when it takes it.
    Test {
        /// Name.
        name: String,
    },
    /// Send it again what happened since a day. Each event has the id that it had before.
    Replay {
        /// Name.
        name: String,
        /// First day, as 2026-11-01.
        #[arg(long)]
        since: chrono::NaiveDate,
    },
}

/// Tokens of programs.
#[derive(Debug, Subcommand)]
pub enum TokensCommand {
    /// Make a token. It is printed once.
    Add {
        /// Name of the program: a-z, 0-9, hyphens. Stands in the history of tickets.
        name: String,
        /// What it may do: tickets:read, tickets:personal, tickets:act, requests:create, figures:read. May stand several times.
        #[arg(long, required = true)]
        scope: Vec<String>,
        /// Only tickets of this queue; may stand several times. Default: all.
        #[arg(long)]
        queue: Vec<String>,
        /// Days that it is good for. Default: without an end.
        #[arg(long)]
        days: Option<u32>,
    },
    /// Every token: name, what it may do, until when.
    List {
        /// For machines.
        #[arg(long)]
        json: bool,
    },
    /// Take a token back, at once.
    Remove {
        /// Name of the program.
        name: String,
    },
}

/// Accounts for the desk on the web.
#[derive(Debug, Subcommand)]
pub enum StaffCommand {
    /// Everybody with an account: state, roles, recovery codes that are left.
    List {
        /// For machines.
        #[arg(long)]
        json: bool,
    },
    /// Make an account and print the one-time link with which its owner sets password and authenticator.
    Invite {
        /// Name of the account: that of a clerk of the settings, or a new one of a-z, 0-9 and hyphens.
        id: String,
        /// clerk, supervisor, auditor or administrator, of the office or of a queue: `--role clerk@ENF`. May be given more than once.
        /// A clerk of the settings keeps the rights that stand there.
        #[arg(long = "role", value_name = "ROLE[@QUEUE]")]
        roles: Vec<String>,
    },
    /// Give an account other roles, besides those of the settings; none takes them all.
    Roles {
        /// Name of the account.
        id: String,
        /// As for `invite`.
        #[arg(long = "role", value_name = "ROLE[@QUEUE]")]
        roles: Vec<String>,
    },
    /// Shut somebody out everywhere at once, Telegram included.
    Disable {
        /// Name of the account or of a clerk of the settings.
        id: String,
    },
    /// Let somebody in again.
    Enable {
        /// Name of the account.
        id: String,
    },
    /// Forget somebody's password and authenticator and print a one-time link for new ones.
    Reset {
        /// Name of the account or of a clerk of the settings.
        id: String,
    },
}

/// Form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum ReportForm {
    /// A page.
    Html,
    /// Tables as text.
    Csv,
    /// A workbook.
    Xlsx,
}

/// Form of a drawing.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub enum GraphForm {
    /// Text for Mermaid.
    Mermaid,
    /// A picture.
    Svg,
}

/// Where what is imported comes from.
#[derive(Debug, clap::Args)]
pub struct TableOrigin {
    /// The day it stood like this, as 2026-11-01.
    #[arg(long)]
    pub as_of: Option<chrono::NaiveDate>,
    /// Where it came from, for people. Default: the name of the file.
    #[arg(long, default_value = "")]
    pub source: String,
}

/// The register of patent agencies.
#[derive(Debug, Subcommand)]
pub enum AgenciesCommand {
    /// Import the official list: all rows or none.
    Import {
        /// CSV, comma or tab, with a header in Chinese or English.
        file: PathBuf,
        #[command(flatten)]
        origin: TableOrigin,
        /// Read and report, change nothing.
        #[arg(long)]
        dry_run: bool,
    },
    /// Look for an agency.
    Find {
        /// Name, code, pinyin, initials.
        text: Vec<String>,
        /// District, city or province.
        #[arg(long)]
        place: Option<String>,
        /// For machines.
        #[arg(long)]
        json: bool,
    },
}

/// The office's own tables.
#[derive(Debug, Subcommand)]
pub enum DataCommand {
    /// Import a table: all rows or none. A running counter uses it at once.
    Import {
        /// Kind of table.
        kind: DataKind,
        /// CSV in UTF-8 or GB18030, with commas, semicolons or tabs and a header in Chinese or English.
        file: PathBuf,
        #[command(flatten)]
        origin: TableOrigin,
        /// Read and report, change nothing.
        #[arg(long)]
        check: bool,
    },
    /// What is in use: kind, rows, version, day, source. With a kind: its versions.
    List {
        /// Kind of table.
        kind: Option<DataKind>,
        /// For machines.
        #[arg(long)]
        json: bool,
    },
    /// Print a file to begin with: the header and one row as an example.
    Template {
        /// Kind of table.
        kind: DataKind,
        /// Say what each column means instead.
        #[arg(long)]
        explain: bool,
    },
    /// Put the version before back into use, or the one of a number (of working days: the year).
    Restore {
        /// Kind of table.
        kind: DataKind,
        /// Number of the version, as `data list KIND` shows it.
        number: Option<u32>,
    },
}

/// Events that people sign up for.
#[derive(Debug, Subcommand)]
pub enum EventsCommand {
    /// Every event of the table and every one that people signed up for, with seats taken, free and waited for.
    List {
        /// For machines.
        #[arg(long)]
        json: bool,
    },
    /// Who comes and who waits: name, organisation, contact, seats, needs. Each reading is written down.
    Attendees {
        /// Id of the event.
        event: String,
        /// Write them into this file, which must not exist, instead of showing them.
        #[arg(long, value_name = "FILE")]
        csv: Option<PathBuf>,
    },
    /// Call an event off and tell everybody on its list. It stays called off; if it takes place after all, announce it under
    /// another id.
    Cancel {
        /// Id of the event.
        event: String,
        /// Why, in words for the people on the list.
        reason: Vec<String>,
    },
}

/// A kind of table in commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataKind {
    /// The register of patent agencies.
    Agencies,
    /// Public holidays and days worked instead, of one year.
    WorkingDays,
    /// Any other.
    Table(crate::table::Kind),
}

impl DataKind {
    /// Name in commands.
    pub fn name(self) -> &'static str {
        match self {
            DataKind::Agencies => crate::app::AGENCIES,
            DataKind::WorkingDays => "working-days",
            DataKind::Table(kind) => kind.name(),
        }
    }
}

impl clap::ValueEnum for DataKind {
    fn value_variants<'a>() -> &'a [Self] {
        use crate::table::Kind;
        &[
            DataKind::Agencies,
            DataKind::WorkingDays,
            DataKind::Table(Kind::Places),
            DataKind::Table(Kind::Offices),
            DataKind::Table(Kind::Statistics),
            DataKind::Table(Kind::Publications),
            DataKind::Table(Kind::Notices),
            DataKind::Table(Kind::Policies),
            DataKind::Table(Kind::Events),
            DataKind::Table(Kind::Answers),
            DataKind::Table(Kind::Patents),
        ]
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        Some(clap::builder::PossibleValue::new(self.name()))
    }
}

/// Tickets, from the command line.
#[derive(Debug, Subcommand)]
pub enum TicketsCommand {
    /// Open tickets, overdue ones first.
    List {
        /// Of this queue only.
        #[arg(long)]
        queue: Option<String>,
        /// Closed ones too.
        #[arg(long)]
        closed: bool,
        /// For machines.
        #[arg(long)]
        json: bool,
    },
    /// One ticket with its history. Personal answers stay hidden unless a reason is given, which is written down.
    Show {
        /// Receipt number.
        receipt: String,
        /// Show personal answers; say why.
        #[arg(long, value_name = "REASON")]
        reveal: Option<String>,
        /// For machines.
        #[arg(long)]
        json: bool,
    },
    /// Write to the person.
    Reply {
        /// Receipt number.
        receipt: String,
        /// Words for the person.
        words: Vec<String>,
    },
    /// Leave a note for colleagues; the person never sees it.
    Note {
        /// Receipt number.
        receipt: String,
        /// Words for colleagues.
        words: Vec<String>,
    },
    /// Ask the person for a paper of the service's list.
    Paper {
        /// Receipt number.
        receipt: String,
        /// Name of the paper.
        paper: String,
        /// Further words for the person.
        words: Vec<String>,
    },
    /// Set the next state of the service's chain.
    State {
        /// Receipt number.
        receipt: String,
        /// Name of the state.
        state: String,
        /// Reason that the person sees.
        reason: Vec<String>,
    },
    /// Pass it to another queue.
    Pass {
        /// Receipt number.
        receipt: String,
        /// Queue.
        queue: String,
        /// Reason that the person sees.
        reason: Vec<String>,
    },
    /// Extend the nearest time limit.
    Extend {
        /// Receipt number.
        receipt: String,
        /// New last day as 2026-12-01, or so many working days more.
        until: String,
        /// Reason that the person sees.
        reason: Vec<String>,
    },
    /// Close it.
    Close {
        /// Receipt number.
        receipt: String,
        /// Outcome: one of the service's final states.
        outcome: String,
        /// Reason that the person sees.
        reason: Vec<String>,
    },
    /// Write a file of a ticket to disk.
    File {
        /// Receipt number.
        receipt: String,
        /// Number of the file in `show`.
        number: usize,
        /// Where to write it; must not exist.
        #[arg(long)]
        to: PathBuf,
        /// Why you look at it; written down.
        #[arg(long)]
        reason: String,
    },
    /// What the office's figures are counted from, as CSV: one line a ticket, without anything personal. Written down.
    Export {
        /// Only what was filed in this year.
        #[arg(long)]
        year: Option<i32>,
        /// Counts of questions and searches instead of tickets.
        #[arg(long)]
        counts: bool,
        /// Write it into this file, which must not exist, instead of showing it.
        #[arg(long, value_name = "FILE")]
        to: Option<PathBuf>,
    },
    /// Updates that could not be handled.
    Parked {
        /// Hand this one in again, by its number.
        #[arg(long)]
        replay: Option<i64>,
    },
}

/// Where a command writes, here or at the other end of the socket.
pub trait Out: Send {
    /// A line of the answer.
    fn line(&mut self, text: &str);
    /// How far long work has come.
    fn progress(&mut self, done: u64, of: u64);
    /// What went wrong, and what to do.
    fn complain(&mut self, text: &str);
}

/// This terminal.
#[derive(Default)]
pub struct Here {
    bar: Option<indicatif::ProgressBar>,
}

impl Out for Here {
    fn line(&mut self, text: &str) {
        self.clear();
        // A reader that went away (`| head`) is no trouble of ours.
        let _ = writeln!(std::io::stdout(), "{text}");
    }

    fn progress(&mut self, done: u64, of: u64) {
        let bar = self.bar.get_or_insert_with(|| indicatif::ProgressBar::new(of));
        bar.set_length(of);
        bar.set_position(done);
    }

    fn complain(&mut self, text: &str) {
        self.clear();
        let _ = writeln!(std::io::stderr(), "{text}");
    }
}

impl Here {
    fn clear(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
    }
}

/// Words after a command, as one text.
pub(crate) fn joined(words: &[String]) -> String {
    words.join(" ")
}
