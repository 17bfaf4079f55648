//! Fills the data folder of a counter with tickets and open drafts, for `benches/start.sh`: one ticket and one draft are made as
//! a person makes them, the others are copies under names of their own.
//!
//!     cargo run --release --example fill -- data 100000 10000

use anyhow::Context;
use ip_office_bot::app::Counter;
use ip_office_bot::config::Config;
use ip_office_bot::id::{EventId, Receipt};
use ip_office_bot::message::{Inbound, Route, Said};
use ip_office_bot::store::{Commit, Timer, Wanted, Write};

/// What the person types for a ticket; a draft ends after the fifth line.
const SAID: &str = include_str!("../benches/report.script");
const LINES_OF_A_DRAFT: usize = 5;
/// Records in one commit.
const TOGETHER: usize = 200;
/// First chat of those who are made up.
const CHATS: i64 = 1_000_000;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (Some(folder), Some(tickets), Some(drafts)) = (arguments.next(), arguments.next(), arguments.next()) else {
        anyhow::bail!("usage: fill FOLDER TICKETS DRAFTS");
    };
    let (tickets, drafts): (u32, i64) = (tickets.parse()?, drafts.parse()?);
    let counter = Counter::open(Config::parse("fill", &format!("[server]\ndata = {folder:?}\n"), &[])?).await?;
    let office = &counter.office;

    say(&counter, 1, SAID.lines().count()).await?;
    let wanted = Wanted { queue: None, closed: false, after: None, limit: 1 };
    let head = office.store.tickets(&wanted).await?.pop().context("the script does not end in a ticket")?;
    let ticket = office.store.ticket(&head.receipt).await?.context("the ticket can be read")?;
    let mut writes = Vec::new();
    for n in 0..tickets {
        let mut copy = ticket.clone();
        copy.head.receipt =
            Receipt::new("WH", head.submitted.date_naive(), [1, 29, 841, 24_389, 707_281].map(|step| (n / step % 29) as u8));
        copy.head.revision = 1;
        let due = copy.head.limits.iter().map(|limit| limit.due).min();
        writes.extend(
            due.and_then(|day| day.and_hms_opt(0, 0, 0)).map(|at| Write::Timer(Timer::Limits(copy.head.receipt.clone()), at.and_utc())),
        );
        writes.push(Write::Ticket(Box::new(copy)));
        flush(&counter, &mut writes, TOGETHER).await?;
    }

    say(&counter, 2, LINES_OF_A_DRAFT).await?;
    let draft = office.store.conversation(office.person(&Route::telegram(2))).await?.context("a draft")?;
    for n in 0..drafts {
        let route = Route::telegram(CHATS + n);
        let mut copy = draft.clone();
        (copy.route, copy.revision) = (route.clone(), 1);
        let person = office.person(&route);
        writes.push(Write::Timer(Timer::Drafts(person), copy.touched + chrono::Duration::days(20)));
        writes.push(Write::Conversation(person, Box::new(copy)));
        flush(&counter, &mut writes, TOGETHER).await?;
    }
    flush(&counter, &mut writes, 1).await?;
    println!("{:?}", office.store.counts().await?);
    office.store.close().await;
    Ok(())
}

/// The first lines of the script, typed by one person.
async fn say(counter: &Counter, chat: i64, lines: usize) -> anyhow::Result<()> {
    for (n, line) in SAID.lines().take(lines).enumerate() {
        let what = match line.strip_prefix("/start ") {
            Some(rest) => Said::Command { name: "start".to_owned(), rest: rest.to_owned() },
            None => Said::Text(line.to_owned()),
        };
        let event = EventId { channel: 'i', number: chat * 100 + i64::try_from(n)? };
        let at = counter.office.now();
        let inbound = Inbound { event, from: Route::telegram(chat), language: Some("en".to_owned()), at, message: None, what };
        counter.intake.handle(inbound).await?;
    }
    Ok(())
}

async fn flush(counter: &Counter, writes: &mut Vec<Write>, from: usize) -> anyhow::Result<()> {
    if writes.len() >= from {
        counter.office.store.commit(Commit { writes: std::mem::take(writes), ..Commit::default() }).await?;
    }
    Ok(())
}
