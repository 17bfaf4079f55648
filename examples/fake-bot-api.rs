//! A fake Bot API server for benchmarks and for trying the bot by hand, on 127.0.0.1 only.
//!
//!     cargo run --release --example fake-bot-api -- --quick --port 8081 --people 200 --updates 20000 --script walk.txt
//!
//! Then start the bot with `TELOXIDE_API_URL=http://127.0.0.1:8081 TELOXIDE_TOKEN=123456:TEST-canary-token`. With a script
//! it prints a JSON report to standard output and ends; without one it serves until it is stopped.

#[path = "../tests/support"]
mod support {
    pub mod telegram;
}

use anyhow::{Context, bail};
use clap::Parser;
use std::time::Duration;
use support::telegram::{Fake, FloodLimits, Load, Options};

/// Fake Bot API server with a load script.
#[derive(Parser)]
struct Arguments {
    /// Port on 127.0.0.1; 0 takes a free one.
    #[arg(long, default_value_t = 8081)]
    port: u16,
    #[arg(long, default_value = "123456:TEST-canary-token")]
    token: String,
    /// Part of the path before /bot<token>.
    #[arg(long, default_value = "")]
    prefix: String,
    /// Check nothing and keep nothing for audits: fast.
    #[arg(long)]
    quick: bool,
    /// Added to each call.
    #[arg(long, default_value_t = 0)]
    latency_ms: u64,
    /// Enforce Telegram's flood limits.
    #[arg(long)]
    flood_limits: bool,
    /// People who walk through the script.
    #[arg(long, default_value_t = 100)]
    people: usize,
    /// Updates in all.
    #[arg(long, default_value_t = 10_000)]
    updates: usize,
    /// Updates a second at most; 0 for as fast as replies come.
    #[arg(long, default_value_t = 0.0)]
    rate: f64,
    /// Give up on a reply after so many seconds.
    #[arg(long, default_value_t = 10)]
    reply_timeout: u64,
    /// Script of the conversation: lines with a text, `press:<label>`, `press:#<number>`, `wait:<part>`.
    #[arg(long)]
    script: Option<std::path::PathBuf>,
    /// Deliver updates to this http:// address instead of waiting for getUpdates.
    #[arg(long)]
    webhook: Option<String>,
    /// Secret of the webhook.
    #[arg(long, default_value = "")]
    secret: String,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let kind = if arguments.quick { Options::quick() } else { Options::default() };
    let fake = Fake::start_with(Options {
        token: arguments.token,
        port: arguments.port,
        prefix: arguments.prefix,
        latency: Duration::from_millis(arguments.latency_ms),
        ..kind
    });
    if arguments.flood_limits {
        fake.set_flood_limits(Some(FloodLimits::default()));
    }
    if let Some(url) = &arguments.webhook {
        fake.set_webhook(url, &arguments.secret);
    }
    eprintln!("Bot API at {}", fake.api_url());
    let Some(script) = arguments.script else {
        tokio::signal::ctrl_c().await?;
        return Ok(());
    };
    let text = std::fs::read_to_string(&script).with_context(|| format!("reading {}", script.display()))?;
    let mut load = match Load::new(&text, arguments.people, arguments.updates) {
        Ok(load) => load,
        Err(error) => bail!("{}: {error}", script.display()),
    };
    load.rate = arguments.rate;
    load.reply_timeout = Duration::from_secs(arguments.reply_timeout);
    let report = load.run(&fake).await;
    println!("{}", serde_json::to_string_pretty(&report)?);
    for violation in fake.take_violations().iter().take(20) {
        eprintln!("{}: {}", violation.method, violation.what);
    }
    if report.errors.any() {
        bail!("the run had errors");
    }
    Ok(())
}
