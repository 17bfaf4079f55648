#[path = "synthetic.rs"]
mod synthetic;

use super::*;
use crate::agency::parse_register;
use std::sync::LazyLock;
use synthetic::{Kind, Made, Numbers};

static DEMO: LazyLock<Index> = LazyLock::new(|| Index::build(Arc::new(Register::demo())));
static MANY: LazyLock<Index> = LazyLock::new(|| {
    let list = synthetic::list(&synthetic::agencies(5_000));
    Index::build(Arc::new(parse_register(list.as_bytes(), &mut |_| {}).expect("a good list")))
});

static FEW_MADE: LazyLock<Vec<Made>> = LazyLock::new(|| synthetic::agencies(2_000));
static FEW: LazyLock<Index> = LazyLock::new(|| {
    let list = synthetic::list(&FEW_MADE);
    Index::build(Arc::new(parse_register(list.as_bytes(), &mut |_| {}).expect("a good list")))
});

fn index(list: &str) -> Index {
    let list = format!("code,name,英文名称,city,address,状态\n{list}");
    Index::build(Arc::new(parse_register(list.as_bytes(), &mut |_| {}).expect("a good list")))
}

fn text(text: &str) -> Query {
    Query { text: Some(text.to_owned()), ..Query::default() }
}

fn place(place: &str) -> Query {
    Query { place: Some(place.to_owned()), page_size: 50, ..Query::default() }
}

fn codes(hits: &[Hit]) -> Vec<&str> {
    hits.iter().map(|hit| hit.agency.code.as_str()).collect()
}

/// The matches must be just these.
fn only(index: &Index, asked: &str, expected: &[&str]) {
    let page = index.search(&text(asked));
    assert_eq!(codes(&page.items), expected, "{asked}: {page:?}");
}

fn first(index: &Index, asked: &str, expected: &str) {
    let page = index.search(&text(asked));
    assert_eq!(codes(&page.items).first(), Some(&expected), "{asked}: {page:?}");
}

#[test]
fn a_code_is_found_however_it_is_written() {
    for asked in ["42104", "４２１０４", " 42104 ", "which agency has code 42104?", "代码42104的机构", "武汉开元知识产权代理有限公司 42104"]
    {
        let page = DEMO.search(&text(asked));
        assert_eq!(codes(&page.items), ["42104"], "{asked}");
        assert!(!page.suspicious, "{asked}");
    }
}

#[test]
fn a_code_that_is_not_registered_is_suspicious() {
    let page = DEMO.search(&text("42999"));
    assert!(page.items.is_empty() && page.close.is_empty() && page.suspicious);
    let page = DEMO.search(&text("武汉开元知识产权代理有限公司 42999"));
    assert!(page.items.is_empty() && page.suspicious);
    assert_eq!(codes(&page.close), ["42104"]);
}

#[test]
fn a_code_under_the_name_of_another_agency_is_suspicious() {
    let page = DEMO.search(&text("北京集佳知识产权代理有限公司 42104"));
    assert_eq!(codes(&page.items), ["42104"]);
    assert_eq!(codes(&page.close), ["11227"]);
    assert!(page.suspicious);
}

#[test]
fn longer_numbers_are_no_codes() {
    assert!(DEMO.search(&text("421042")).items.is_empty());
    assert!(DEMO.search(&text("4210")).items.is_empty());
}

#[test]
fn every_agency_of_the_demo_is_found_by_each_of_its_names() {
    for agency in &DEMO.register.agencies {
        for name in [Some(&agency.name), agency.name_en.as_ref()].into_iter().flatten() {
            let page = DEMO.search(&text(name));
            assert_eq!(codes(&page.items).first(), Some(&agency.code.as_str()), "{name}");
            assert_eq!(page.items[0].score, 1000);
            assert!(!page.suspicious && page.close.is_empty());
        }
    }
}

#[test]
fn a_chinese_name_is_found_whole_in_part_and_in_other_spelling() {
    for asked in [
        "开元",
        "武汉开元",
        "武汉开元知识产权",
        "武汉开元知识产权代理",
        "开元专利",
        "武漢開元知識產權代理有限公司",
        "武汉市开元知识产权代理公司",
        "开元知识产权事务所",
        "武汉 开元",
        "武汉开元知识产",
        "请问武汉开元正规吗？",
    ] {
        only(&DEMO, asked, &["42104"]);
    }
    for asked in ["集佳", "北京集佳", "集佳专利", "集佳律所", "北京市集佳知识产权代理有限责任公司"] {
        only(&DEMO, asked, &["11227"]);
    }
    only(&DEMO, "超凡志成", &[]);
    only(&DEMO, "致嘉", &["37236"]);
    first(&DEMO, "博观", "50329");
    first(&DEMO, "星辉", "50329");
}

#[test]
fn pinyin_is_found_with_and_without_spaces() {
    for asked in [
        "kaiyuan",
        "kai yuan",
        "Kai Yuan",
        "wuhan kaiyuan",
        "wuhankaiyuan",
        "wu han kai yuan",
        "ＫＡＩＹＵＡＮ",
        "wuhankaiyuanzhishichanquandailiyouxiangongsi",
        "wuhan kaiyuan zhishi chanquan daili youxian gongsi",
        "kaiyuan patent agency",
        "Wuhan Kaiyuan Intellectual Property Agency Co., Ltd.",
        "is kaiyuan licensed?",
    ] {
        only(&DEMO, asked, &["42104"]);
    }
    first(&DEMO, "huajin", "44224");
    first(&DEMO, "huajin lianhe", "44224");
}

#[test]
fn every_reading_of_a_character_counts() {
    let index = index("50001,重庆长行专利代理有限公司,,,,\n50002,成都乐音专利代理有限公司,,,,\n");
    for asked in ["changxing", "zhangxing", "changhang", "chongqing changxing", "zhongqing changxing", "chang xing", "cx", "zh"] {
        only(&index, asked, &["50001"]);
    }
    only(&index, "leyin", &["50002"]);
    only(&index, "yueyin", &["50002"]);
}

#[test]
fn initials_are_found() {
    first(&DEMO, "ky", "42104");
    only(&DEMO, "whky", &["42104"]);
    only(&DEMO, "WHKY", &["42104"]);
    only(&DEMO, "w h k y", &["42104"]);
    only(&DEMO, "whkyzscqdl", &["42104"]);
    only(&DEMO, "bgxh", &["50329"]);
    let index = index("11001,北京某某律师事务所,King & Wood Mallesons,,,\n11002,北京他他律师事务所,,,,\n");
    only(&index, "kwm", &["11001"]);
}

#[test]
fn english_names_are_found_in_part_and_in_any_order() {
    let index = index(
        "11001,北京甲律师事务所,\"Liu, Shen & Associates\",,,\n11002,北京乙律师事务所,King & Wood Mallesons,,,\n\
         11003,北京丙律师事务所,Unitalen Attorneys at Law,,,\n31001,上海丁专利事务所,\"Shanghai Patent & Trademark Law Office, LLC\",,,\n",
    );
    for asked in ["liu shen", "Liu, Shen", "shen liu", "Liu Shen and Associates", "liushen"] {
        only(&index, asked, &["11001"]);
    }
    for asked in ["king wood", "king and wood", "mallesons", "King & Wood Malesons", "KING & WOOD"] {
        only(&index, asked, &["11002"]);
    }
    for asked in ["unitalen", "Unitalen", "unitlaen", "unitalen law firm", "unital"] {
        only(&index, asked, &["11003"]);
    }
    first(&index, "Shanghai Patent & Trademark Law Office", "31001");
}

#[test]
fn a_slip_in_a_long_latin_name_or_in_the_words_of_the_trade_is_a_match() {
    for asked in ["kaiyaun", "kaiyuna", "kiayuan", "wuhan kaiyan", "kaiyuann"] {
        only(&DEMO, asked, &["42104"]);
    }
    for asked in
        ["武汉开元知识产全代理有限公司", "武汉开元知识权代理有限公司", "式汉开元知识产权代理有限公司", "武汉开元知识产权代理有公司限"]
    {
        only(&DEMO, asked, &["42104"]);
    }
}

#[test]
fn other_characters_are_only_close_and_a_full_name_with_them_is_suspicious() {
    for asked in ["武汉开园知识产权代理有限公司", "武汉开天知识产权代理有限公司", "北京集加知识产权代理有限公司"]
    {
        let page = DEMO.search(&text(asked));
        assert!(page.items.is_empty() && page.suspicious, "{asked}: {page:?}");
        assert!(!page.close.is_empty(), "{asked}");
    }
    let page = DEMO.search(&text("凯源"));
    assert!(page.items.is_empty() && !page.suspicious);
    assert_eq!(codes(&page.close), ["42104"]);
}

#[test]
fn the_right_name_in_another_province_is_only_close() {
    let page = DEMO.search(&text("上海开元知识产权代理有限公司"));
    assert!(page.items.is_empty() && page.suspicious);
    assert_eq!(codes(&page.close), ["42104"]);
    assert_eq!(codes(&DEMO.search(&text("beijing kaiyuan")).close), ["42104"]);
}

#[test]
fn unrelated_names_and_gibberish_are_nothing() {
    for index in [&*DEMO, &*MANY] {
        for asked in [
            "asdfghjkl",
            "qwertyuiop",
            "xxxxxxxx",
            "vvvv",
            "🙂🙂",
            "???",
            "的",
            "腾讯科技有限公司",
            "阿里巴巴集团",
            "中国石油化工股份有限公司",
            "Microsoft Corporation",
            "International Business Machines",
            "supercalifragilistic",
            "hello there",
            "how do i renew my trademark",
            "我的商标被抢注了怎么办",
            "蒲公英幼儿园",
            "麦当劳餐厅",
            "lorem ipsum dolor sit amet",
        ] {
            let page = index.search(&text(asked));
            assert_eq!(codes(&page.items), [""; 0], "{asked}: {page:?}");
        }
    }
}

#[test]
fn a_firm_that_is_not_registered_is_suspicious_and_a_word_is_not() {
    assert!(DEMO.search(&text("武汉蒲公英知识产权代理有限公司")).suspicious);
    assert!(DEMO.search(&text("Dandelion Patent Office")).suspicious);
    assert!(!DEMO.search(&text("蒲公英")).suspicious);
    assert!(!DEMO.search(&text("开元")).suspicious);
    assert!(!DEMO.search(&text("开元专利代理公司")).suspicious);
}

#[test]
fn words_that_fit_every_agency_find_none() {
    for asked in ["专利代理", "专利代理公司", "知识产权代理有限公司", "patent agency", "patent", "find a patent agent", "list all agencies"]
    {
        let page = DEMO.search(&text(asked));
        assert!(page.items.is_empty() && page.too_general && !page.suspicious, "{asked}: {page:?}");
    }
}

#[test]
fn words_of_the_trade_with_a_place_find_the_agencies_there() {
    let beijing = DEMO.search(&place("北京")).total;
    for asked in ["北京专利代理", "北京的专利代理机构", "patent agents in Beijing", "北京", "beijing"] {
        let page = DEMO.search(&text(asked));
        assert_eq!((page.total, page.too_general, page.suspicious), (beijing, false, false), "{asked}: {page:?}");
    }
    only(&DEMO, "list of patent agencies in wuhan", &["42104"]);
}

#[test]
fn a_name_that_is_a_place_and_the_trade_is_still_found() {
    let index = index("31100,上海专利商标事务所有限公司,,,,\n31201,上海交达专利事务所,,,,\n72001,中国专利代理(香港)有限公司,,,,\n");
    first(&index, "上海专利商标事务所有限公司", "31100");
    first(&index, "中国专利代理（香港）有限公司", "72001");
}

#[test]
fn a_mark_that_is_also_a_place_is_found() {
    let index = index("11001,北京安康专利代理有限公司,,,,\n11002,北京建华专利代理有限公司,,,,\n11003,北京长春堂专利代理有限公司,,,,\n");
    for asked in ["安康", "安康专利代理", "ankang", "北京安康", "beijing ankang"] {
        only(&index, asked, &["11001"]);
    }
    only(&index, "jianhua", &["11002"]);
    only(&index, "长春堂", &["11003"]);
    assert_eq!(index.search(&text("北京")).total, 3);
}

#[test]
fn the_code_of_a_place_as_text_lists_the_agencies_there() {
    let index = index("42001,武汉甲专利代理有限公司,,武汉,武昌区中南路1号,\n42002,武汉乙专利代理有限公司,,武汉,,\n");
    only(&index, "420106", &["42001"]);
    only(&index, "zone_airport", &[]);
    only(&index, "420100", &["42001", "42002"]);
}

#[test]
fn an_empty_question_lists_everything_by_code_in_pages() {
    let everything = Query { page_size: 10, ..Query::default() };
    let pages: Vec<Page> = (1..=3).map(|page| DEMO.search(&Query { page, ..everything.clone() })).collect();
    assert!(pages.iter().all(|page| (page.total, page.pages) == (26, 3)));
    let listed: Vec<&str> = pages.iter().flat_map(|page| codes(&page.items)).collect();
    let expected: Vec<&str> = DEMO.register.agencies.iter().map(|agency| agency.code.as_str()).collect();
    assert_eq!(listed, expected);
    assert_eq!(DEMO.search(&Query { page: 99, ..everything.clone() }).page, 3);
    assert_eq!(DEMO.search(&Query { page: 0, ..everything.clone() }).page, 1);
    assert_eq!(DEMO.search(&Query { page_size: 0, ..everything }).items.len(), 1);
    assert_eq!(DEMO.search(&text("  ")).total, 26);
}

#[test]
fn agencies_are_found_by_province_and_city() {
    for (asked, expected) in [("湖北", vec!["42104"]), ("420000", vec!["42104"]), ("Wuhan", vec!["42104"]), ("420100", vec!["42104"])] {
        assert_eq!(codes(&DEMO.search(&place(asked)).items), expected, "{asked}");
    }
    assert_eq!(codes(&DEMO.search(&place("重庆")).items), ["50125", "50329"]);
    assert_eq!(codes(&DEMO.search(&place("chongqing")).items), ["50125", "50329"]);
    assert_eq!(codes(&DEMO.search(&place("深圳市")).items), ["44347", "44479"]);
    assert_eq!(DEMO.search(&place("outside_wuhan")).total, 25);
}

#[test]
fn agencies_are_found_by_district() {
    let index = index(
        "42001,武汉甲专利代理有限公司,,武汉,武汉市武昌区中南路1号,\n42002,武汉乙专利代理有限公司,,武汉,东西湖区金银湖,\n\
         42003,武汉丙专利代理有限公司,,武汉,武汉光谷大道,\n42004,武汉丁专利代理有限公司,,武汉,,\n42005,宜昌戊专利代理有限公司,,宜昌,,\n",
    );
    for (asked, expected) in [
        ("420106", vec!["42001"]),
        ("武昌", vec!["42001"]),
        ("Wuchang District", vec!["42001"]),
        ("zone_airport", vec!["42002"]),
        ("东湖", vec!["42003"]),
        ("武汉", vec!["42001", "42002", "42003", "42004"]),
        ("宜昌", vec!["42005"]),
    ] {
        assert_eq!(codes(&index.search(&place(asked)).items), expected, "{asked}");
    }
    only(&index, "武昌的专利代理", &["42001"]);
    only(&index, "agency near east lake", &["42003"]);
    let empty = index.search(&place("黄陂"));
    assert!(empty.items.is_empty());
    assert_eq!(codes(&empty.close), ["42004"], "its district is not known");
}

#[test]
fn a_place_that_is_not_understood_finds_nothing_and_says_so() {
    let page = DEMO.search(&place("Atlantis"));
    assert!(page.place_unknown && page.items.is_empty() && page.total == 0);
    assert_eq!(DEMO.search(&place(" ")).total, 26);
}

#[test]
fn a_name_in_another_place_or_status_is_only_close() {
    let query = Query { place: Some("北京".to_owned()), ..text("开元") };
    let page = DEMO.search(&query);
    assert!(page.items.is_empty());
    assert_eq!(codes(&page.close), ["42104"]);
    let index = index("42001,武汉甲乙专利代理有限公司,,,,正常\n42002,武汉丙丁专利代理有限公司,,,,注销\n");
    let normal = |query: Query| index.search(&Query { status: Some(Status::Normal), ..query });
    assert_eq!(codes(&normal(Query::default()).items), ["42001"]);
    assert_eq!(codes(&normal(text("甲乙")).items), ["42001"]);
    assert_eq!(codes(&normal(text("丙丁")).items), [""; 0]);
    assert_eq!(codes(&normal(text("丙丁")).close), ["42002"]);
    assert_eq!(codes(&normal(text("42002")).close), ["42002"]);
    assert!(!normal(text("42002")).suspicious);
}

#[test]
fn equal_matches_stand_in_the_order_of_codes() {
    let index = index("44001,广州华信专利代理有限公司,,,,\n11001,北京华信专利代理有限公司,,,,\n42001,武汉华信专利代理有限公司,,,,\n");
    only(&index, "华信", &["11001", "42001", "44001"]);
    only(&index, "huaxin", &["11001", "42001", "44001"]);
    only(&index, "武汉华信", &["42001"]);
    let page = index.search(&text("huaxin"));
    assert_eq!(page.items[0].score, page.items[2].score);
}

/// A name with one slip: a sign left out, two exchanged, or one replaced by another of the name.
fn slip(name: &str, numbers: &mut Numbers) -> String {
    match numbers.below(3) {
        0 => synthetic::missing(name, numbers),
        1 => synthetic::swapped(name, numbers),
        _ => synthetic::wrong(name, &name.chars().filter(|sign| sign.is_alphanumeric()).collect::<Vec<_>>(), numbers),
    }
}

/// Share of names, in percent, that are among the first five (matches, then close ones) after `write`.
fn found(write: impl Fn(&synthetic::Made, &mut Numbers) -> String) -> usize {
    let made = synthetic::agencies(5_000);
    let mut numbers = Numbers::new(42);
    let asked = 100;
    let hits = (0..asked).filter(|_| {
        let wanted = &made[numbers.below(made.len())];
        let page = MANY.search(&text(&write(wanted, &mut numbers)));
        page.items.iter().chain(&page.close).take(5).any(|hit| hit.agency.code == wanted.code)
    });
    hits.count() * 100 / asked
}

#[test]
fn of_5000_agencies_each_is_found_by_its_name() {
    assert_eq!(found(|made, _| made.zh.clone()), 100);
    assert_eq!(found(|made, _| made.en.clone()), 100);
}

#[test]
fn of_5000_agencies_95_percent_are_found_in_spite_of_a_slip() {
    let chinese = found(|made, numbers| slip(&made.zh, numbers));
    assert!(chinese >= 95, "Chinese names: {chinese} %");
    let english = found(|made, numbers| slip(&made.en, numbers));
    assert!(english >= 95, "English names: {english} %");
    let lower = found(|made, numbers| slip(&made.en.to_lowercase().replace(" intellectual property agency", ""), numbers));
    assert!(lower >= 95, "short English names: {lower} %");
}

#[test]
fn of_5000_agencies_most_are_found_by_a_short_name_with_a_slip() {
    let mark = found(|made, numbers| slip(&synthetic::spelled(&made.mark), numbers));
    assert!(mark >= 90, "a word of pinyin: {mark} %");
    let core = found(|made, numbers| slip(&name::asked(&made.zh)[0].core, numbers));
    assert!(core >= 80, "city and two to four characters: {core} %");
}

/// Share of questions of a kind, in tenths of a percent, that are answered right by the first, and by one of the first five.
fn answered(kind: Kind) -> (usize, usize) {
    let made = &*FEW_MADE;
    let mut numbers = Numbers::new(5);
    let asked = 200;
    let right: Vec<Vec<bool>> = (0..asked)
        .map(|_| {
            let meant = &made[numbers.below(made.len())];
            let question = kind.ask(meant, &mut numbers);
            let page = FEW.search(&text(&question.text));
            let found = page.items.iter().chain(&page.close).take(5);
            found.map(|hit| made.iter().any(|other| other.code == hit.agency.code && question.fits(meant, other))).collect()
        })
        .collect();
    let share = |right: &dyn Fn(&Vec<bool>) -> bool, all: &[Vec<bool>]| all.iter().filter(|found| right(found)).count() * 1_000 / asked;
    (share(&|found| found.first() == Some(&true), &right), share(&|found| found.contains(&true), &right))
}

/// The line that `benches/agency.rs` measures with larger registers.
#[test]
fn of_2000_agencies_the_right_one_is_first_for_every_kind_of_question() {
    for kind in Kind::ALL {
        let (first, among) = answered(kind);
        let (least_first, least_among) = match kind {
            Kind::Initials | Kind::EnglishTypo => (980, 990),
            _ => (995, 1_000),
        };
        assert!(first >= least_first && among >= least_among, "{kind:?}: first {first} ‰, among five {among} ‰");
    }
}

#[test]
fn a_packed_name_with_its_place_behind_or_trade_in_the_middle_is_compared_whole() {
    let index = index(
        "42001,开元专利代理（武汉）有限公司,Kaiyuan Patent Agency (Wuhan) Co. Ltd.,,,\n11002,北京专利集佳事务所,Beijing Patent Jijia Law Office,,,\n",
    );
    for asked in ["开元", "武汉开元", "开元专利代理(武汉)有限公司", "kaiyuan", "Kaiyuan Patent Agency (Wuhan) Co. Ltd.", "kyzldlwhyxgs"]
    {
        only(&index, asked, &["42001"]);
    }
    for asked in ["集佳", "北京专利集佳事务所", "Beijing Patent Jijia Law Office", "jijia", "bjzljjsws"] {
        only(&index, asked, &["11002"]);
    }
}

#[test]
fn a_name_with_its_legal_form_is_not_taken_for_a_part_of_another() {
    let index = index("11001,北京华信达专利代理有限公司,,,,\n");
    let page = index.search(&text("北京华信专利代理有限公司"));
    assert!(page.items.is_empty() && page.suspicious, "{page:?}");
    assert_eq!(codes(&page.close), ["11001"]);
    only(&index, "北京华信", &["11001"]);
}

#[test]
fn a_whole_latin_name_with_one_slip_stands_before_the_mark_of_another_firm() {
    let index = index(
        "44001,深圳合深专利商标代理有限公司,Shenzhen He Shen Patent & Trademark Agency Co. Ltd.,,,\n\
         44002,深圳和晨知识产权代理有限公司,Shenzhen He Chen Intellectual Property Agency Co. Ltd.,,,\n\
         44003,大连梓麒律师事务所,Dalian Ziqi Law Firm,,,\n44004,杭州西府律师事务所,Xifu Law Firm,,,\n\
         44005,杭州和工专利商标代理有限公司,Hangzhou Hegong Patent & Trademark Agency Co. Ltd.,,,\n\
         44006,深圳家玺知识产权代理有限公司,\"He, Gao & Partners\",,,\n",
    );
    let shown = |asked: &str| {
        let page = index.search(&text(asked));
        page.items.iter().chain(&page.close).next().map(|hit| hit.agency.code.clone())
    };
    for (asked, code) in [
        ("Shenzhen He shen Intellectual Property Agency Co., Ltd.", "44002"),
        ("Shenzhen He Shen Patent & Trademark Agency Co., Ltd.", "44001"),
        ("Shenzhen Heshen", "44001"),
        ("Dalian Zini Law Firm", "44003"),
        ("Xifu Lw Firm", "44004"),
        ("he, go & partners", "44006"),
        ("hego", "44005"),
    ] {
        assert_eq!(shown(asked).as_deref(), Some(code), "{asked}");
    }
}

#[test]
fn a_firm_of_the_mark_does_not_hide_the_name_that_was_nearly_written() {
    let index = index("12001,天津才雅专利代理有限责任公司,,,,\n12002,天津班才雅专利代理事务所（普通合伙）,,,,\n");
    let page = index.search(&text("天津才雅专利代理事务所（普通合伙）"));
    assert_eq!((codes(&page.items), codes(&page.close)), (vec!["12001"], vec!["12002"]));
    let page = index.search(&text("天津才雅专利代理有限责任公司"));
    assert_eq!((codes(&page.items), codes(&page.close)), (vec!["12001"], vec![]));
}

#[test]
fn initials_leave_out_international_and_rarer_readings_come_behind() {
    let index = index(
        "31001,深圳山毛专利商标代理有限公司,,,,\n31002,上海狮玛国际知识产权代理有限公司,,,,\n\
         31003,厦门杉瑚专利代理事务所（普通合伙）,,,,\n31004,上海安槐专利代理事务所（普通合伙）,,,,\n\
         31005,鑫义知识产权代理（成都）有限公司,,,,\n31006,襄阳窗等专利商标事务所有限公司,,,,\n",
    );
    first(&index, "shsm", "31002");
    first(&index, "shah", "31004");
    first(&index, "xycd", "31006");
}

#[test]
fn a_name_broken_off_in_the_words_of_the_trade_is_found_from_its_mark() {
    let index = index("37001,苏州贵律凤前知识产权代理有限公司,,,,\n37002,济南是贵律师事务所,,,,\n");
    first(&index, "是贵律", "37002");
    first(&index, "是贵律师事", "37002");
    only(&index, "tianjizhishichanquandailiguangzhouyouxiangongsi", &[]);
}

#[test]
fn a_name_written_in_one_go_with_its_place_behind_is_found() {
    let index = index("44007,天暨知识产权代理（广州）有限公司,Guangzhou Tianji Intellectual Property Agency Co. Ltd.,,,\n");
    first(&index, "tianjizhishichanquandailiguangzhouyouxiangongsi", "44007");
}

mod any_text {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn is_answered_without_a_panic(words in "\\PC{0,40}", place in "\\PC{0,10}") {
            let page = DEMO.search(&Query { place: Some(place), ..text(&words) });
            prop_assert!(page.items.len() <= 5 && page.close.len() <= MOST_CLOSE && page.pages >= 1);
            let page = DEMO.search(&text(&words));
            prop_assert!(page.items.windows(2).all(|two| two[0].score >= two[1].score));
        }
    }
}
