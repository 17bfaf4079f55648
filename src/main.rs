//! Arguments in, exit code out.

use clap::Parser;
use ip_office_bot::app::{Counter, Running};
use ip_office_bot::channel::telegram::webhook;
use ip_office_bot::cli::{Cli, Command, DataCommand, Here, IMPOSSIBLE, Out, content, data, keys, socket, upkeep};
use ip_office_bot::config::{Config, LogFormat, TelegramMode};
use ip_office_bot::table::Kind;
use ip_office_bot::{practice, web};
use std::process::ExitCode;
use std::sync::Arc;
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let config = match content::settings(&cli) {
        Ok(config) => config,
        Err(error) => return fail(&error),
    };
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return fail(&error.into()),
    };
    match runtime.block_on(run(cli, config)) {
        Ok(code) => ExitCode::from(code),
        Err(error) => fail(&error),
    }
}

fn fail(error: &anyhow::Error) -> ExitCode {
    Here::default().complain(&format!("{error:#}"));
    ExitCode::from(IMPOSSIBLE)
}

async fn run(cli: Cli, config: Config) -> anyhow::Result<u8> {
    let mut here = Here::default();
    let command = cli.command.unwrap_or(Command::Serve);
    match command {
        Command::Serve => serve(config, &mut here).await,
        Command::Check { schema: true } => {
            here.line(&ip_office_bot::dialog::load::schema());
            Ok(0)
        }
        Command::Check { schema: false } => content::check(&config, &mut here),
        Command::Graph { service, form, language } => content::draw(&config, &service, form, &language, &mut here),
        Command::Ask { text, json } => content::ask(&config, &text.join(" "), json, &mut here),
        Command::Chat { name: _, language, record: Some(file) } => practice::record(&config, language, &file).await,
        Command::Chat { name, language, record: None } => chat(config, name, language).await,
        Command::Data(DataCommand::Template { kind, explain }) => Ok(data::show_template(kind, explain, &mut here)),
        Command::Restore { file, erasures } => upkeep::restore(config, (&file, erasures.as_deref()), &mut here).await,
        Command::Keys(command) => Ok(keys::keys(&config, command, &mut here).await),
        command => {
            if let Some(stream) = socket::running(&config.server.data).await {
                return Ok(socket::ask(stream, socket::arguments(&command)).await);
            }
            let counter = Counter::open(config).await?;
            let code = socket::run(&counter.office, command, &mut here).await;
            counter.office.store.close().await;
            Ok(code)
        }
    }
}

/// Talks to the running counter; without one, opens the counter here for as long as the chat lasts.
async fn chat(config: Config, name: String, language: Option<String>) -> anyhow::Result<u8> {
    let language = language.or_else(|| std::env::var("LANG").ok().filter(|lang| lang.starts_with("zh") || lang.starts_with("en")));
    let data = config.server.data.clone();
    if let Some(stream) = socket::running(&data).await {
        return Ok(socket::chat(stream, name, language).await);
    }
    let stop = CancellationToken::new();
    let running = Running::start(Counter::open(config).await?, stop.clone()).await?;
    socket::listen(&running, &data)?;
    let code = match socket::running(&data).await {
        Some(stream) => socket::chat(stream, name, language).await,
        None => IMPOSSIBLE,
    };
    running.stop().await;
    Ok(code)
}

async fn serve(mut config: Config, here: &mut Here) -> anyhow::Result<u8> {
    log(&config);
    let metrics = web::metrics()?;
    if socket::running(&config.server.data).await.is_some() {
        here.complain("a counter is running on this data folder already");
        return Ok(IMPOSSIBLE);
    }
    let stop = CancellationToken::new();
    let data = config.server.data.clone();
    let listen = config.server.listen;
    let listener = tokio::net::TcpListener::bind(listen)
        .await
        .map_err(|error| anyhow::anyhow!("{listen} cannot be opened ({error}): set server.listen in office.toml"))?;
    // With port 0 the system chose one: every link that is printed has it.
    config.server.listen = listener.local_addr()?;
    let trusted = web::serve::trusted(&config.server.proxies);
    let counter = Counter::open(config).await?;
    say_what_is_missing(&counter, here);
    let running = Running::start(counter, stop.clone()).await?;
    socket::listen(&running, &data)?;
    let faces = web::Web::of(&running, metrics, stop.clone());
    let welcome = faces.accounts.welcome().await?;
    let desk = format!("{}/desk", faces.address());
    let mut routes = web::router(faces.clone());
    if running.office.config.telegram.mode == TelegramMode::Webhook
        && let Some(receiver) = &running.receiver
    {
        let headers = axum::middleware::from_fn_with_state(faces, web::guard::headers);
        routes = routes.merge(webhook::router(Arc::clone(receiver), stop.clone()).layer(headers));
    }
    here.line(&format!("The counter is open: http://{}", listener.local_addr()?));
    here.line("Talk to it in another terminal:  ip-office-bot chat");
    here.line(&match welcome {
        Some(token) => {
            format!("The desk has no administrator yet. This link makes the first one, once, within a day: {desk}/welcome/{token}")
        }
        None => format!("The desk of the staff: {desk}"),
    });
    let closing = stop.clone();
    let serving = tokio::spawn(web::serve::serve((listener, trusted), routes, closing));
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut receiving = running.receive();
    let mut failed = tokio::select! {
        _ = terminate.recv() => None,
        _ = interrupt.recv() => None,
        why = &mut receiving => why.unwrap_or_default(),
    };
    stop.cancel();
    // What is in hand is finished, and the next counter may receive at once.
    if !receiving.is_finished()
        && let Ok(Ok(why)) = tokio::time::timeout(std::time::Duration::from_secs(8), &mut receiving).await
    {
        failed = failed.or(why);
    }
    running.stop().await;
    let _ = tokio::time::timeout(std::time::Duration::from_secs(1), serving).await;
    match failed {
        Some(why) => {
            here.complain(&why);
            Ok(IMPOSSIBLE)
        }
        None => Ok(0),
    }
}

/// What an operator should know before people come.
fn say_what_is_missing(counter: &Counter, here: &mut Here) {
    let config = &counter.office.config;
    if config.telegram.token.is_none() {
        here.line("Telegram is off: set TELOXIDE_TOKEN to open the counter there.");
    }
    if config.office.name.is_empty() {
        here.line("office.name is not set: the counter calls itself a demonstration.");
    }
    let calendar = counter.office.calendar.load();
    let year = chrono::Datelike::year(&ip_office_bot::clock::office_day(chrono::Utc::now()));
    for missing in [year, year + 1].into_iter().filter(|year| !calendar.years().contains(year)) {
        here.line(&format!(
            "There is no calendar of working days for {missing}: put {missing}.csv into {}/calendar. Until then people are told that dates may move.",
            config.server.data.display()
        ));
    }
    let tables = counter.office.tables.load();
    let empty: Vec<&str> = Kind::ALL.into_iter().filter(|kind| tables.of(*kind).is_none()).map(Kind::name).collect();
    if !empty.is_empty() {
        here.line(&format!("Not loaded: {}. Until then people are told so: ip-office-bot data import KIND FILE", empty.join(", ")));
    }
    if counter.office.agencies.load().register().demo {
        here.line("The register of agencies is a demonstration: ip-office-bot agencies import FILE");
    }
}

fn log(config: &Config) {
    use tracing_subscriber::EnvFilter;
    let filter = EnvFilter::try_new(&config.log.filter).unwrap_or_else(|_| EnvFilter::new("info"));
    let colours = std::io::IsTerminal::is_terminal(&std::io::stderr());
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_target(false).with_ansi(colours).with_writer(std::io::stderr);
    match config.log.format {
        LogFormat::Text => builder.init(),
        LogFormat::Json => builder.json().init(),
    }
}
