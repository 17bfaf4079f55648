use super::*;
use crate::table::figure::CITY;
use crate::table::list::Window;
use std::sync::LazyLock;

static PLACES: LazyLock<Places> = LazyLock::new(Places::shipped);

fn fixture(kind: Kind) -> Vec<u8> {
    let path = format!("{}/tests/fixtures/tables/{}.csv", env!("CARGO_MANIFEST_DIR"), kind.name());
    std::fs::read(path).expect("a fixture")
}

fn read(kind: Kind, bytes: &[u8]) -> Result<Read, Report> {
    parse(kind, bytes, &PLACES, &mut |_| {})
}

fn bad(kind: Kind, text: &str) -> Vec<(u64, String)> {
    let report = read(kind, text.as_bytes()).expect_err("a bad table");
    report.bad.into_iter().map(|row| (row.line, row.reason.to_string())).collect()
}

fn statistics() -> Table<Figure> {
    match read(Kind::Statistics, &fixture(Kind::Statistics)).expect("figures").content {
        Content::Statistics(rows) => Table { rows, origin: Origin::default() },
        _ => unreachable!("the kind was asked for"),
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

#[test]
fn a_template_can_be_imported_as_it_is() {
    for kind in Kind::ALL {
        let template = column::template(kind);
        let read = read(kind, template.as_bytes()).unwrap_or_else(|report| panic!("{}: {report:?}", kind.name()));
        assert_eq!((read.content.len(), read.ignored.len()), (1, 0), "{}", kind.name());
        assert_eq!(Kind::named(kind.name()), Some(kind));
    }
}

#[test]
fn every_fixture_is_read() {
    for kind in [Kind::Statistics, Kind::Publications, Kind::Notices, Kind::Policies, Kind::Events] {
        let read = read(kind, &fixture(kind)).unwrap_or_else(|report| panic!("{}: {report:?}", kind.name()));
        assert!(read.content.len() > 2, "{}", kind.name());
        let tables = Tables::default().with(read.content, Origin { source: "a".to_owned(), as_of: None });
        assert!(Kind::ALL.into_iter().all(|other| tables.of(other).is_some() == (other == kind)));
    }
}

#[test]
fn the_places_inside_the_program_are_read_as_an_import_and_lie_over_others() {
    let shipped = include_bytes!("../data/places.csv");
    let Content::Places(rows) = read(Kind::Places, shipped).expect("places").content else { panic!("places") };
    assert!(rows.iter().eq(PLACES.iter()));

    let header = "类别,代码,名称,拼音,英文名称,别名,归口代码\n";
    let text = format!(
        "{header}行政区,420106,武昌区,Wuchang Qu,Wuchang District,武昌|新地铁站,\n功能区,zone_lake,湖区,Hu Qu,Lake Zone,湖边,420106\n"
    );
    let Content::Places(rows) = read(Kind::Places, text.as_bytes()).expect("places").content else { panic!("places") };
    let places = Places::over(rows, &PLACES);
    assert_eq!((places.iter().count(), places.lacks(&PLACES)), (PLACES.iter().count() + 1, Vec::<String>::new()));
    assert_eq!(PLACES.lacks(&places), ["zone_lake"]);
    let code = |text: &str| match places.find(text) {
        crate::place::PlaceMatch::One(place) => Some(place.code.clone()),
        _ => None,
    };
    assert_eq!((code("新地铁站旁边"), code("江岸区")), (Some("420106".to_owned()), Some("420102".to_owned())));
    assert_eq!(places.handler("zone_lake").map(|place| place.code.as_str()), Some("420106"));

    let wrong = format!(
        "{header}街道,420106,武昌区,Wuchang Qu,Wuchang District,,\n行政区,42 0107,青山区,Qingshan Qu,Qingshan District,,\n市,420100,武汉市,Wuhan Shi,Wuhan,,\n市,420100,武汉市,,Wuhan,,\n"
    );
    let lines: Vec<u64> = bad(Kind::Places, &wrong).into_iter().map(|(line, _)| line).collect();
    assert_eq!(lines, [2, 3, 5]);
    let twice = format!("{header}市,420100,武汉市,Wuhan Shi,Wuhan,,\n市,420100,武汉市,Wuhan Shi,Wuhan,,\n");
    assert_eq!(bad(Kind::Places, &twice), [(3, "the same as line 2: 420100".to_owned())]);
    let lost = format!("{header}市,420100,武汉市,Wuhan Shi,Wuhan,,\n功能区,zone_lake,湖区,Hu Qu,Lake Zone,,420199\n");
    assert_eq!(bad(Kind::Places, &lost), [(3, "route_code: \"420199\" is not a code of this file".to_owned())]);
}

#[test]
fn offices_are_read_with_their_place_by_name_and_their_phone_as_it_stands() {
    let text =
        "区,名称,地址,英文地址,电话,办公时间\n武昌,武昌区知识产权局,示例路1号,1 Example Road,027-8888 0000转12,工作日\n420100,,,,,\n";
    let Content::Offices(rows) = read(Kind::Offices, text.as_bytes()).expect("offices").content else { panic!("offices") };
    assert_eq!((rows[0].place.as_str(), rows[0].phone.as_deref()), ("420106", Some("027-8888 0000转12")));
    assert_eq!((rows[0].address.zh(), rows[0].address.en(), rows[0].hours.en.as_deref()), ("示例路1号", "1 Example Road", None));
    assert_eq!((rows[1].place.as_str(), &rows[1].phone), ("420100", &None));
    let wrong = bad(Kind::Offices, "place,phone\n汉口,027-1\n武昌,call us\n武昌区,\n武昌,\n");
    let lines: Vec<u64> = wrong.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [2, 3, 5], "{wrong:?}");
}

#[test]
fn chinese_headers_gb18030_tabs_and_marks_are_read() {
    let text = "标题\t类别\t年份\t发布日期\t链接\n示例白皮书\t白皮书\t2025年\t2026年4月20日\thttps://example.com/a\n";
    let (gb, _, _) = encoding_rs::GB18030.encode(text);
    let utf8 = read(Kind::Publications, text.as_bytes()).expect("a table");
    let chinese = read(Kind::Publications, &gb).expect("a table");
    let marked = read(Kind::Publications, format!("\u{feff}{text}").replace('\n', "\r\n").as_bytes()).expect("a table");
    assert_eq!((utf8.encoding, chinese.encoding, marked.encoding), (Encoding::Utf8, Encoding::Gb18030, Encoding::Utf8));
    assert_eq!(utf8.content, chinese.content);
    assert_eq!(utf8.content, marked.content);
    let Content::Publications(rows) = utf8.content else { panic!("publications") };
    assert_eq!((rows[0].kind, rows[0].year, rows[0].published), ("white-paper", 2025, day("2026-04-20")));
    assert_eq!((rows[0].title.zh(), rows[0].title.en()), ("示例白皮书", "示例白皮书"));
}

#[test]
fn a_file_that_is_no_table_is_refused_as_a_whole() {
    let file = |bytes: &[u8]| read(Kind::Notices, bytes).expect_err("a bad file").file;
    assert_eq!(file(b""), Some(FileError::Empty));
    assert_eq!(file(b"\xff\xfea\0"), Some(FileError::Utf16));
    assert_eq!(file(b"title_zh\n\xff\xff\xff\n"), Some(FileError::Undecodable { line: 2 }));
    assert_eq!(file(b"item,from,until\n"), Some(FileError::NoColumn("title_zh or title_en".to_owned())));
    assert_eq!(file(b"title_zh,from,until\n"), Some(FileError::NoColumn("item".to_owned())));
    assert_eq!(file("title_zh,标题,item,from,until\n".as_bytes()), Some(FileError::ColumnRepeated("标题".to_owned())));
    assert_eq!(file(b"title_zh,item,from,until\n\n,,,\n"), Some(FileError::NoRows));
}

#[test]
fn every_bad_row_is_told_with_its_line() {
    let text = "indicator,period,district_code,type,value,unit,source,published_on\n\
        grants,2024,420106,invention,12,件,甲,2025-01-01\n\
        grants,2024,火星区,发明,12,件,甲,2025-01-01\n\
        grants,24,420106,design,abc,件,,2025-13-01\n\
        grunts,2024,420106,,12,件,甲,2025-01-01\n\
        授权量,2024年,武昌,发明专利,\"1,234\",件,甲,2025/1/1\n\
        grants,2024,420106,plant,12,件,甲\n";
    assert_eq!(
        bad(Kind::Statistics, text),
        [
            (3, "district_code: \"火星区\" is not a district, a zone or the city: a code or a name".to_owned()),
            (4, "period: \"24\" is not a period like 2024, 2024-H1, 2024-Q3, 2024-05 or 2024-01..2024-08".to_owned()),
            (4, "value: \"abc\" is not a number like 1234 or 12.5".to_owned()),
            (4, "source: empty".to_owned()),
            (4, "published_on: \"2025-13-01\" is not a day like 2026-11-23".to_owned()),
            (5, bad(Kind::Statistics, text)[5].1.clone()),
            (6, "the same as line 2: grants 2024-01..12 420106 invention".to_owned()),
            (7, "7 columns, the header has 8".to_owned()),
            (7, "type: \"plant\" is none of all, invention, utility-model, design".to_owned()),
            (7, "published_on: empty".to_owned()),
        ]
    );
    assert!(bad(Kind::Statistics, text)[5].1.starts_with("indicator: \"grunts\" is none of filings, grants, "));
}

#[test]
fn windows_and_times_must_make_sense() {
    assert_eq!(
        bad(Kind::Notices, "title_zh,item,from,until\n甲,其他,2026-12-01,2026-11-01\n,other,2026-12-01,2026-12-02\n"),
        [(2, "until is before from".to_owned()), (3, "title_zh and title_en: both empty".to_owned())]
    );
    let event = "id,title_zh,starts,ends,place_zh,seats\n";
    assert_eq!(
        bad(Kind::Events, &format!("{event}A b,甲,2026-12-03,2026-12-03 15:00,乙,many\ne,甲,2026-12-03 16:00,2026-12-03 15:00,乙,4\n")),
        [
            (2, "starts: \"2026-12-03\" is not a time like 2026-12-03 14:00".to_owned()),
            (2, "id: \"A b\" is not a name of small letters, digits and hyphens".to_owned()),
            (2, "seats: \"many\" is not a whole number".to_owned()),
            (3, "ends is before starts".to_owned()),
        ]
    );
    assert_eq!(
        bad(Kind::Publications, "title_en,kind,year,date,link\nA,news,2025,2025-01-01,javascript:alert(1)\n"),
        [(2, "link: \"javascript:alert(1)\" is not an address that begins with https://".to_owned())]
    );
}

#[test]
fn numbers_are_kept_as_they_were_published() {
    let amount = |text: &str| figure::Amount::parse(text).map(|amount| (amount.text, amount.value));
    assert_eq!(amount("1234567"), Some(("1,234,567".to_owned(), 1_234_567.0)));
    assert_eq!(amount("1,234.50"), Some(("1,234.50".to_owned(), 1234.5)));
    assert_eq!(amount("-0.5"), Some(("-0.5".to_owned(), -0.5)));
    assert_eq!(amount("007"), Some(("7".to_owned(), 7.0)));
    assert_eq!(amount("0"), Some(("0".to_owned(), 0.0)));
    for text in ["", "1,23", "12,3456", "1e9", "NaN", "1.2.3", "12%", ".", "1.", "一千", "12345678901234567"] {
        assert_eq!(amount(text), None, "{text}");
    }
}

fn answers(question: &str) -> (Vec<String>, usize, bool) {
    let table = statistics();
    let wanted = table.understand(question, &PLACES, day("2026-11-23"));
    let found = table.find(&wanted);
    let show = |row: &&Figure| {
        let Period { year, first, last } = row.period;
        let months = if (first, last) == (1, 12) { String::new() } else { format!("/{first}-{last}") };
        format!("{} {} {year}{months} {} {}", row.indicator, row.place, row.right.unwrap_or("-"), row.amount.text)
    };
    (found.rows.iter().map(show).collect(), found.missing.len(), found.wide)
}

use period::Period;

#[test]
fn a_question_in_plain_words_is_answered_from_the_table() {
    let rows = |question: &str| answers(question).0;
    assert_eq!(rows("武昌和洪山 2024 发明授权"), ["grants 420106 2024 invention 1,478", "grants 420111 2024 invention 3,180"]);
    assert_eq!(rows("how many inventions did Wuhan get last year?"), ["grants 420100 2025 invention 12,000"]);
    assert_eq!(rows("武漢去年的發明專利授權量"), ["grants 420100 2025 invention 12,000"]);
    assert_eq!(
        rows("Design patents granted in Wuchang in 2023 and 2024"),
        ["grants 420106 2023 design 549", "grants 420106 2024 design 591"]
    );
    assert_eq!(rows("2026年上半年发明授权"), ["grants 420100 2026/1-6 invention 6,210"]);
    assert_eq!(rows("有效发明专利有多少件"), ["in-force 420100 2025 invention 105,000"]);
    assert_eq!(rows("武汉有多少专利"), ["in-force 420100 2025 invention 105,000"], "the answer names the only type there is");
    assert_eq!(rows("每万人口高价值发明专利拥有量 2024"), ["per-10k-high-value 420100 2024 - 31.50"]);
    assert_eq!(rows("去年质押融资金额"), ["pledge-amount 420100 2025 - 52.5"]);
    assert_eq!(rows("示例活跃指数"), ["example-index 420100 2025 - 71.3"]);
    assert_eq!(rows("Optics Valley invention grants 2025"), ["grants zone_donghu_hightech 2025 invention 5,040"]);
    assert_eq!(rows("2025年申请量和授权量").len(), 2);
    assert_eq!(rows("2025年三种专利授权").len(), 3);
    assert_eq!(rows("2025年各区发明授权").len(), 14);
    assert_eq!(rows("近三年发明授权").len(), 3);
    assert_eq!(rows("trend of invention grants in Wuhan").len(), 6);
}

#[test]
fn what_is_not_in_the_table_is_missing_and_never_guessed() {
    assert_eq!(answers("新洲 2024 外观授权"), (Vec::new(), 1, false));
    assert_eq!(answers("2019年武汉发明授权"), (Vec::new(), 1, false));
    assert_eq!(answers("武昌 2024 申请量"), (Vec::new(), 1, false), "the city's figure is not the district's");
    assert_eq!(answers("2025年上半年发明授权"), (Vec::new(), 1, false), "a year is not cut in half");
    let (rows, missing, _) = answers("武昌 新洲 2024 外观授权");
    assert_eq!((rows.len(), missing), (1, 1));
    assert_eq!(answers("PCT申请量"), (Vec::new(), 0, false), "of an indicator that is not there not even the year is known");
}

#[test]
fn a_place_without_figures_is_not_answered_with_the_citys() {
    let elsewhere = |question: &str| statistics().understand(question, &PLACES, day("2026-11-23")).elsewhere;
    for (question, named) in [
        ("天河区2024年发明专利授权量", "天河区"),
        ("查一下天河区2024年发明授权", "天河区"),
        ("襄阳 2024 发明授权", "襄阳"),
        ("湖北2024年发明授权", "湖北"),
        ("invention grants in Shanghai in 2024", "Shanghai"),
        ("Tianhe District invention grants 2024", "Tianhe District"),
    ] {
        assert_eq!(elsewhere(question), [named], "{question}");
        assert_eq!(answers(question), (Vec::new(), 0, false), "{question}");
    }
    assert_eq!(elsewhere("广州天河区2024年发明授权"), ["天河区", "广州"]);
    assert_eq!(elsewhere("武昌区和天河区2024年发明授权"), ["天河区"]);
    assert_eq!(answers("武昌区和天河区2024年发明授权").0, ["grants 420106 2024 invention 1,478"]);
    for question in [
        "2025年各区发明授权",
        "湖北武汉2024年发明授权",
        "湖北省武汉市洪山区2024年发明授权",
        "东西湖区2024年发明授权",
        "江汉区、硚口区、汉阳区、青山区发明授权",
        "东湖新技术开发区2025年发明授权",
        "哪个区发明授权最多",
        "每个区2024年授权量",
        "invention grants by district in 2025",
        "grants in each district",
        "Wuchang District and Hongshan District inventions granted 2024",
        "East Lake High-tech District invention grants 2025",
        "全市区域专利授权",
        "how many inventions did Wuhan get last year?",
    ] {
        assert_eq!(elsewhere(question), Vec::<String>::new(), "{question}");
    }
}

#[test]
fn a_question_without_an_indicator_or_with_too_much_is_narrowed() {
    for question in ["", "hello", "武昌 2024", "统计数据", "🙂"] {
        assert!(answers(question).2, "{question}");
    }
    assert!(answers("2020-2025 各区 三种专利 授权").2);
}

#[test]
fn places_in_a_question_are_all_found() {
    let codes = |text: &str| PLACES.mentioned(text).into_iter().map(|place| place.code.as_str()).collect::<Vec<_>>();
    assert_eq!(codes("武昌和洪山"), ["420106", "420111"]);
    assert_eq!(codes("Hongshan, Wuchang and Optics Valley"), ["420111", "420106", "zone_donghu_hightech"]);
    assert_eq!(codes("东西湖区"), ["420112"], "no East Lake in it");
    assert_eq!(codes("Wuhan"), [CITY]);
    assert!(codes("").is_empty());
}

#[test]
fn lists_are_asked_by_kind_day_and_place() {
    let today = day("2026-11-23");
    let Content::Notices(rows) = read(Kind::Notices, &fixture(Kind::Notices)).expect("notices").content else { panic!("notices") };
    let table = Table { rows, origin: Origin::default() };
    let titles = |item, place| table.find(item, place, today).into_iter().map(|one| one.title.en()).collect::<Vec<_>>();
    assert_eq!(
        titles(None, None),
        ["Wuchang subsidy for IP insurance", "Interest subsidy for patent-backed loans 2026", "Support for disputes abroad"]
    );
    assert_eq!(titles(None, Some("420111")), ["Interest subsidy for patent-backed loans 2026", "Support for disputes abroad"]);
    assert!(titles(Some("navigation"), None).is_empty(), "its window is closed");
    let one = &table.rows[0];
    let windows = ["2026-10-31", "2026-11-01", "2026-12-15", "2026-12-16"].map(|text| one.window(day(text)));
    assert_eq!(windows, [Window::Later, Window::Open, Window::Open, Window::Closed]);
    assert_eq!(table.by_id(&one.id), Some(one));

    let Content::Publications(rows) = read(Kind::Publications, &fixture(Kind::Publications)).expect("publications").content else {
        panic!()
    };
    let table = Table { rows, origin: Origin::default() };
    assert_eq!(table.find(Some("white-paper"), None).iter().map(|one| one.year).collect::<Vec<_>>(), [2025, 2024]);
    assert_eq!(table.find(None, Some(2026)).len(), 1);

    let Content::Policies(rows) = read(Kind::Policies, &fixture(Kind::Policies)).expect("policies").content else { panic!("policies") };
    let table = Table { rows, origin: Origin::default() };
    let law = table.find("新商标法", today)[0];
    assert_eq!(
        (law.title.en(), law.window(today), law.window(day("2027-01-01"))),
        ("Trademark Law (revised 2026)", Window::Later, Window::Open)
    );
    assert_eq!(table.find("trademark law", day("2027-01-01"))[0].window(day("2027-01-01")), Window::Open, "the old law comes last");
    assert!(table.find("garden hose", today).is_empty());
    assert_eq!(table.find("", today).len(), 4);

    let Content::Events(rows) = read(Kind::Events, &fixture(Kind::Events)).expect("events").content else { panic!("events") };
    let table = Table { rows, origin: Origin::default() };
    let coming = table.coming(today.and_hms_opt(10, 0, 0).expect("a time"));
    assert_eq!(coming.iter().map(|event| event.id.as_str()).collect::<Vec<_>>(), ["2026-12-search", "2026-12-abroad"]);
    assert_eq!((coming[1].waiting, coming[1].sign_up_until), (0, day("2026-12-10")));
}

#[test]
fn the_shipped_answers_are_read_and_found() {
    let bytes = include_bytes!("../data/answers.csv");
    let Content::Answers(rows) = read(Kind::Answers, bytes).expect("answers").content else { panic!("answers") };
    assert_eq!(rows.len(), 60);
    assert!(
        rows.iter().all(|row| row.words.zh.is_some() && row.words.en.is_some() && row.question.zh.is_some() && row.question.en.is_some())
    );
    let table = Table { rows, origin: Origin::default() };
    let best = |words: &str| table.find(words).first().map(|one| one.id.as_str());
    for (words, id) in [
        ("行政裁决要多久", "f02"),
        ("can I report without giving my name", "f17"),
        ("外觀設計保護多少年", "f54"),
        ("how long does a design patent last?", "f54"),
        ("我能用专利去银行贷款吗", "f44"),
        ("is there a reward for reporting", "f23"),
    ] {
        assert_eq!(best(words), Some(id), "{words}");
    }
    for words in ["", "天气怎么样", "where can I park my car", "🙂", "吗"] {
        assert_eq!(best(words), None, "{words}");
    }
    // An answer of the office's own is found by words near its own, one that is learnt otherwise only by exactly its own.
    let said = |words: &str, learnt: bool| table.said(words, |_| learnt).map(|one| one.id.as_str());
    assert_eq!((said("可以匿名舉報嗎", true), said("請問一下可以匿名举报吗", true)), (Some("f17"), None));
    assert_eq!((said("请问一下可以匿名举报吗", false), said("我想借钱", false), said("", false)), (Some("f17"), None, None));
    // Each phrase finds its own answer among the first few.
    let (mut all, mut found) = (0, 0);
    for row in &table.rows {
        for phrase in row.phrases_zh.iter().chain(&row.phrases_en) {
            all += 1;
            found += usize::from(table.find(phrase).iter().take(3).any(|one| one.id == row.id));
        }
    }
    assert!(found * 100 >= all * 97, "{found} of {all}");
}
