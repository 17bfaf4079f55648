//! Lists and figures of a desk with many tickets: how long a page takes, the first and the last one, in every view and order, with
//! filters and searches; how long the figures of a year take beside those of the year before.
//!
//!     cargo bench --bench desk -- [TICKETS]        default 100000
//!
//! The limits are those of the product: a page of 100,000 tickets under 50 ms at p99, figures of 1,000,000 under 100 ms. It fails
//! when they are not kept.

use chrono::{Duration as Days, NaiveDate};
use ip_office_bot::desk::index::{Clerk, Filter, Index, Order, Query, View};
use ip_office_bot::dialog::answer::Answer;
use ip_office_bot::figures::{self, Facts, Period};
use ip_office_bot::id::{ClerkId, Receipt};
use ip_office_bot::locale::Language;
use ip_office_bot::seal::OfficeKey;
use ip_office_bot::ticket::{Body, Closed, Course, Given, Grade, Head, Limit, Ticket};
use std::time::{Duration, Instant};

const QUEUES: [&str; 10] = ["ENF", "AID", "DESK", "UTIL", "INFO", "FUND", "PLAN", "PUBS", "INTL", "AGCY"];
const SERVICES: [&str; 6] =
    ["counterfeit-report", "report-ip", "patent-mediation", "rights-assistance", "funding-enquiry", "human-contact"];
const DISTRICTS: [&str; 7] = ["420102", "420103", "420104", "420105", "420106", "420107", "420111"];
const STATES: [&str; 5] = ["submitted", "received", "checking", "opened", "investigating"];
const HAN: &str = "锂电池石墨烯光纤通信激光雷达芯片半导体氮化镓量子点传感器神经网络图像识别自动驾驶车辆电机控制器轴承齿轮泵阀门压缩机换热器制冷剂催化剂聚合物树脂涂料薄膜蛋白抗体疫苗基因水稻小麦玉米肥料农药污水处理";
const PAGE: usize = 50;
const ROUNDS: usize = 20;

fn main() {
    let tickets: u32 = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(100_000);
    lists(tickets);
    sums(1_000_000);
}

/// Numbers that are the same each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end
    }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day")
}

fn head(n: u32, numbers: &mut Numbers) -> Head {
    let submitted = today().and_hms_opt(1, 0, 0).expect("a time").and_utc() - Days::minutes(numbers.below(2 * 525_600) as i64);
    let after = |numbers: &mut Numbers, days: usize| submitted + Days::minutes(numbers.below(days * 1440) as i64);
    let is_closed = numbers.below(10) < 8;
    let closed = is_closed.then(|| Closed { at: after(numbers, 40), outcome: "done".into() });
    let limit = Limit {
        name: "opening".to_owned(),
        due: today() + Days::days(numbers.below(30) as i64 - 5),
        met: is_closed.then_some(submitted),
        guessed: Vec::new(),
        reminded: 0,
    };
    let course = Course {
        channel: Some(['t', 'w', 'c'][numbers.below(3)]),
        answered: (numbers.below(10) < 9).then(|| after(numbers, 5)),
        late: numbers.below(20) == 0,
        reopened: u16::from(numbers.below(50) == 0),
        grade: (numbers.below(3) == 0).then(|| Grade::ALL[numbers.below(5)]),
        waiting: !is_closed && numbers.below(4) == 0,
        ..Course::default()
    };
    Head {
        receipt: Receipt::new(
            "WH",
            chrono::NaiveDate::from(submitted.naive_utc()),
            [1, 29, 841, 24_389, 707_281].map(|step| (n / step % 29) as u8),
        ),
        service: SERVICES[numbers.below(SERVICES.len())].into(),
        language: if numbers.below(5) == 0 { Language::english() } else { Language::chinese() },
        anonymous: numbers.below(4) == 0,
        urgent: numbers.below(30) == 0,
        queue: QUEUES[numbers.below(QUEUES.len())].into(),
        district: (numbers.below(3) > 0).then(|| DISTRICTS[numbers.below(DISTRICTS.len())].to_owned()),
        state: STATES[numbers.below(STATES.len())].into(),
        since: submitted,
        submitted,
        closed,
        clerk: (numbers.below(3) > 0).then(|| ClerkId(format!("clerk-{}", numbers.below(40)))),
        limits: vec![limit],
        hurried: false,
        call_back: false,
        unread: numbers.below(5) == 0,
        course,
        revision: 1,
    }
}

fn ticket(n: u32, (numbers, han): (&mut Numbers, &[char])) -> Ticket {
    let given = |step: &str, words: String, personal| Given {
        step: step.into(),
        text: format!("party-{step}"),
        answer: Answer::Text(words),
        personal,
        message: None,
    };
    let words = |numbers: &mut Numbers, count: usize| (0..count).map(|_| han[numbers.below(han.len())]).collect::<String>();
    let answers = vec![
        given("goods", words(numbers, 20), false),
        given("facts", words(numbers, 180), false),
        given("name", format!("武汉示例{}科技有限公司", numbers.below(20_000)), true),
        given("number", format!("ZL 2013 1 {:07}.{}", numbers.below(9_999_999), numbers.below(10)), false),
    ];
    Ticket { head: head(n, numbers), body: Body { answers, ..Body::default() } }
}

fn lists(tickets: u32) {
    let han: Vec<char> = HAN.chars().collect();
    let mut numbers = Numbers(88_172_645_463_325_252);
    let index = Index::new(&OfficeKey::generate(&mut rand::rng()));
    let (before, start) = (resident(), Instant::now());
    for n in 0..tickets {
        let ticket = ticket(n, (&mut numbers, &han));
        index.enter(&ticket.head);
        index.enter_words(&ticket);
    }
    let took = start.elapsed();
    println!("{tickets} tickets: {took:.1?} to enter, {} MB", (resident() - before) / 1024);
    let clerk = Clerk { id: ClerkId("clerk-7".to_owned()), queues: QUEUES.map(Into::into).to_vec(), today: today() };
    let mut worst = Duration::ZERO;
    let mut row = |name: &str, query: Query| {
        let mut times = Vec::new();
        let mut found = 0;
        for _ in 0..ROUNDS {
            for page in [1, 2, usize::MAX / 2, usize::MAX] {
                let start = Instant::now();
                let shown = index.page(&clerk, &Query { page, size: PAGE, ..query.clone() });
                times.push(start.elapsed());
                found = shown.found;
            }
        }
        worst = worst.max(print(&format!("{name} ({found})"), times));
    };
    for view in View::ALL {
        for order in Order::ALL {
            row(&format!("{} by {}", view.name(), order.name()), Query { view, order, ..Query::default() });
        }
    }
    let some = |text: &str| Some(text.to_owned());
    let filter = Filter { service: some(SERVICES[1]), district: some(DISTRICTS[2]), urgent: Some(false), ..Filter::default() };
    row("a filter", Query { view: View::All, filter, ..Query::default() });
    let filter = Filter { from: Some(today() - Days::days(90)), until: Some(today()), ..Filter::default() };
    row("three months", Query { view: View::All, filter, ..Query::default() });
    for search in ["锂电池石", "电池", "示例科技", "武汉示例77科技有限公司", "ZL201310113186.7", "2026-11-03", "K7M"] {
        row(search, Query { view: View::All, search: search.to_owned(), ..Query::default() });
    }
    let timed = |work: &dyn Fn()| {
        (0..ROUNDS)
            .map(|_| {
                let start = Instant::now();
                work();
                start.elapsed()
            })
            .collect::<Vec<_>>()
    };
    print(
        "counts of every view",
        timed(&|| {
            std::hint::black_box(index.counts(&clerk));
        }),
    );
    let receipt = index.page(&clerk, &Query { view: View::All, size: 1, ..Query::default() }).lines.remove(0).receipt;
    print("earlier tickets of the same party", timed(&|| drop(std::hint::black_box(index.earlier(&clerk, &receipt)))));
    assert!(tickets > 100_000 || worst < Duration::from_millis(50), "a page takes {worst:?}");
}

fn sums(tickets: u32) {
    let mut numbers = Numbers(88_172_645_463_325_252);
    let mut facts = Facts::default();
    (0..tickets).for_each(|n| facts.add(&head(n, &mut numbers)));
    let period = Period::year(2026).expect("a year");
    let times = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(figures::tables(&facts, (period, today()), &Default::default()));
            start.elapsed()
        })
        .collect();
    let worst = print(&format!("figures of {tickets} tickets"), times);
    assert!(worst < Duration::from_millis(100), "figures take {worst:?}");
}

/// Prints median and p99; gives p99.
fn print(name: &str, mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)];
    println!("{name:42} p50 {:8.2} ms   p99 {:8.2} ms", at(50).as_secs_f64() * 1000.0, at(99).as_secs_f64() * 1000.0);
    at(99)
}

/// Memory of this process in KB.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
