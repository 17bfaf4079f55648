use super::*;

fn one(text: &str) -> String {
    match Places::shipped().find(text) {
        PlaceMatch::One(place) => place.code.clone(),
        other => panic!("{text}: {other:?}"),
    }
}

fn several(text: &str) -> Vec<String> {
    match Places::shipped().find(text) {
        PlaceMatch::Several(places) => places.into_iter().map(|place| place.code.clone()).collect(),
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn every_place_is_found_by_each_of_its_names() {
    let places = Places::shipped();
    for place in places.iter() {
        for name in [&place.code, &place.zh, &place.en, &place.pinyin] {
            assert_eq!(one(name), place.code, "{name}");
        }
        for alias in &place.aliases {
            let found = match places.find(alias) {
                PlaceMatch::One(found) => vec![found],
                PlaceMatch::Several(found) => found,
                PlaceMatch::None => vec![],
            };
            assert!(found.contains(&place), "{alias}: {found:?}");
        }
    }
}

#[test]
fn only_these_names_mean_more_than_one_place() {
    let places = Places::shipped();
    let names = places.iter().flat_map(|place| &place.aliases);
    let mut unclear: Vec<&String> = names.filter(|name| matches!(places.find(name), PlaceMatch::Several(_))).collect();
    unclear.sort();
    unclear.dedup();
    assert_eq!(unclear, ["donghu", "east lake", "hankou", "hankow", "东湖", "汉口"]);
}

#[test]
fn the_table_has_thirteen_districts_six_zones_the_city_and_the_rest() {
    let count = |kind| Places::shipped().iter().filter(|place| place.kind == kind).count();
    assert_eq!(count(PlaceKind::District), 13);
    assert_eq!(count(PlaceKind::Zone), 6);
    assert_eq!(count(PlaceKind::City), 1);
    assert_eq!(count(PlaceKind::Outside), 1);
}

#[test]
fn a_place_is_found_however_it_is_written() {
    for text in [
        "武昌",
        "武昌区",
        "武昌區",
        "武汉市武昌区",
        " 武 昌 ",
        "ＷＵＣＨＡＮＧ",
        "wu chang",
        "Wuchang Qu",
        "wuchangqu",
        "Wuchang district",
        "WUCHANG, Wuhan",
        "420106",
        "４２０１０６",
        "(420106)",
    ] {
        assert_eq!(one(text), "420106", "{text}");
    }
    assert_eq!(one("Jiang’an"), "420102");
    assert_eq!(one("jiang'an district"), "420102");
    assert_eq!(one("漢陽"), "420105");
    assert_eq!(one("donghu shengtai luyou fengjingqu"), "zone_east_lake_scenic");
}

#[test]
fn a_place_is_found_in_a_sentence() {
    assert_eq!(one("武昌区中南路12号"), "420106");
    assert_eq!(one("a shop in Wuchang"), "420106");
    assert_eq!(one("店在武汉市东西湖区金银湖街道"), "420112");
    assert_eq!(one("I live near the Optics Valley square"), "zone_donghu_hightech");
    assert_eq!(one("光谷广场那边"), "zone_donghu_hightech");
    assert_eq!(one("somewhere in wuhan"), "420100");
}

#[test]
fn the_longest_of_overlapping_names_wins() {
    assert_eq!(one("东西湖"), "420112");
    assert_eq!(one("东湖高新"), "zone_donghu_hightech");
    assert_eq!(one("东湖风景区"), "zone_east_lake_scenic");
    assert_eq!(one("East Lake High-tech zone"), "zone_donghu_hightech");
    assert_eq!(one("武汉以外"), "outside_wuhan");
    assert_eq!(one("武汉中心"), "420100");
}

#[test]
fn a_name_that_fits_two_places_gives_both() {
    let both = ["zone_donghu_hightech", "zone_east_lake_scenic"];
    assert_eq!(several("东湖"), both);
    assert_eq!(several("東湖"), both);
    assert_eq!(several("an agency near East Lake"), both);
    assert_eq!(several("汉口"), ["420102", "420103", "420104"]);
    assert_eq!(several("武昌区和汉阳区"), ["420105", "420106"]);
    assert_eq!(several("洪山区光谷"), ["420111", "zone_donghu_hightech"]);
}

#[test]
fn two_names_that_share_a_place_mean_that_place() {
    assert_eq!(one("汉口后湖"), "420102");
    assert_eq!(one("东湖，光谷那边"), "zone_donghu_hightech");
}

#[test]
fn a_district_outweighs_landmarks_and_streets_named_after_others() {
    assert_eq!(one("武昌区南湖花园"), "420106");
    assert_eq!(one("洪山区武昌大道"), "420111");
    assert_eq!(one("江岸区上海路"), "420102");
    assert_eq!(one("18 Hanyang Road, Qiaokou"), "420104");
    assert_eq!(Places::shipped().find("南京路3号"), PlaceMatch::None);
}

#[test]
fn other_cities_are_outside() {
    for text in ["北京", "我在深圳", "Shanghai", "a factory in Yiwu, Zhejiang", "hong kong"] {
        assert_eq!(one(text), "outside_wuhan", "{text}");
    }
}

#[test]
fn only_a_whole_name_is_exact() {
    let places = Places::shipped();
    let codes = |name| places.named(name).iter().map(|place| place.code.as_str()).collect::<Vec<_>>();
    assert_eq!(codes("武昌"), ["420106"]);
    assert_eq!(codes("WU CHANG"), ["420106"]);
    assert_eq!(codes("zone_airport"), ["zone_airport"]);
    assert_eq!(codes("东湖").len(), 2);
    assert!(codes("武昌中南").is_empty() && codes("wuchagn").is_empty() && codes("").is_empty());
}

#[test]
fn one_wrong_latin_letter_is_forgiven() {
    for (text, code) in [
        ("wuchagn", "420106"),
        ("wuchng", "420106"),
        ("Wuchange", "420106"),
        ("in Honshan", "420111"),
        ("huangpy", "420116"),
        ("dongxihi", "420112"),
        ("optics vally", "zone_donghu_hightech"),
    ] {
        assert_eq!(one(text), code, "{text}");
    }
    assert_eq!(several("jianghn"), ["420102", "420103"]);
}

#[test]
fn what_is_no_place_is_none() {
    let places = Places::shipped();
    for text in ["", " ", "你好", "hello", "xyzzy", "专利代理", "12345", "🙂", "420199", "湖", "w", "the lake", "human"] {
        assert_eq!(places.find(text), PlaceMatch::None, "{text}");
    }
    assert_eq!(places.find(&"很长".repeat(100_000)), PlaceMatch::None);
    assert_eq!(places.find(&"long ".repeat(100_000)), PlaceMatch::None);
}

#[test]
fn two_zones_are_handled_by_a_district() {
    let places = Places::shipped();
    let handler = |code| places.handler(code).map(|place| place.code.as_str());
    assert_eq!(handler("zone_airport"), Some("420112"));
    assert_eq!(handler("zone_chemical"), Some("420107"));
    assert_eq!(handler("zone_wedz"), Some("zone_wedz"));
    assert_eq!(handler("420106"), Some("420106"));
    assert_eq!(handler("nowhere"), None);
}

#[test]
fn all_bad_rows_are_reported_with_their_lines() {
    let table = "kind,code,name_zh,pinyin,name_en,aliases,route_code,note\n\
        zone,a,甲,Jia,A,,,\n\
        zone,a,乙,Yi,B,,,\n\
        planet,c,丙,Bing,C,,,\n\
        zone,d,,Ding,D,,,\n\
        zone,e,戊,Wu,E,,nowhere,\n\
        zone,f,己\n";
    let lines: Vec<u64> = Places::parse(table).expect_err("bad rows").iter().map(|error| error.line).collect();
    assert_eq!(lines, [3, 4, 5, 7, 6]);
    let reasons: Vec<RowTrouble> = Places::parse(table).expect_err("bad rows").into_iter().map(|e| e.reason).collect();
    assert!(matches!(reasons[0], RowTrouble::CodeRepeated(_)));
    assert!(matches!(reasons[1], RowTrouble::Unreadable(_)));
    assert_eq!(reasons[2], RowTrouble::Empty("name_zh"));
    assert_eq!(reasons[4], RowTrouble::RouteUnknown("nowhere".to_owned()));
}

#[test]
fn an_empty_table_is_refused() {
    let reason = |table| Places::parse(table).expect_err("no rows").remove(0).reason;
    assert_eq!(reason(""), RowTrouble::NoRows);
    assert_eq!(reason("kind,code,name_zh,pinyin,name_en,aliases,route_code,note\n"), RowTrouble::NoRows);
}

#[test]
fn a_location_is_near_several_places_and_never_in_one_for_certain() {
    let places = Places::shipped();
    let near = |latitude, longitude| places.near((latitude, longitude)).iter().map(|place| place.code.as_str()).collect::<Vec<_>>();
    // Near the Yellow Crane Tower: Wuchang, and what lies over the river.
    let tower = near(30.5466, 114.3025);
    assert_eq!(tower[0], "420106", "{tower:?}");
    assert!(tower.len() > 1 && tower.len() <= NEAR && !tower.contains(&"outside_wuhan"), "{tower:?}");
    // Huangshi is not in the city, its airport road may be; Beijing and nonsense are not.
    assert_eq!(near(30.2, 115.04).last(), Some(&"outside_wuhan"));
    assert_eq!(near(39.9, 116.4), ["outside_wuhan"]);
    assert!(near(f64::NAN, 114.0).is_empty() && near(91.0, 0.0).is_empty() && near(f64::INFINITY, 1.0).is_empty());
    assert!(
        Places::parse("kind,code,name_zh,pinyin,name_en,aliases,route_code,note\ncity,1,甲,Jia,A,,,\n")
            .expect("a table")
            .near((30.0, 114.0))
            .is_empty()
    );
    for (text, is_point) in [("30.554 114.316", true), ("30.554, 114.316", true), ("30.554", false), ("91 0", false), ("a b", false)] {
        assert_eq!(Seat::read(text).is_some(), is_point, "{text}");
    }
    let seat = Seat::read("30.554 114.316").expect("a point");
    assert_eq!((String::from(seat).as_str(), seat.kilometres(seat)), ("30.5540 114.3160", 0.0));
    assert!((seat.kilometres(Seat::read("30.602 114.271").expect("a point")) - 6.85).abs() < 0.1);
}

mod any_text {
    use super::super::*;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    static PLACES: LazyLock<Places> = LazyLock::new(Places::shipped);

    proptest! {
        #[test]
        fn is_read_without_a_panic(text in "\\PC{0,60}") {
            let _ = PLACES.find(&text);
        }
    }
}
