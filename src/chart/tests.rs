use super::*;

fn points(texts: &[&str]) -> Vec<Option<Point>> {
    texts.iter().map(|text| Some(Point { value: text.replace(',', "").parse().ok()?, text: (*text).to_owned() })).collect()
}

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn districts() -> Spec {
    Spec {
        title: "2024年各区发明专利授权量".to_owned(),
        unit: "单位：件".to_owned(),
        shape: Shape::Bars,
        groups: strings(&["武昌区", "洪山区", "硚口区", "江夏区", "武汉东湖新技术开发区"]),
        series: vec![Series { name: String::new(), points: points(&["1,478", "3,180", "", "1,243", "4,704"]) }],
        notes: strings(&["来源：示例统计（测试用，非真实数据），2025年3月1日公布"]),
    }
}

fn years() -> Spec {
    Spec {
        title: "Invention patents granted, 2020 to 2025: Wuchang District and Hongshan District".to_owned(),
        unit: "Number of patents".to_owned(),
        shape: Shape::Lines,
        groups: strings(&["2020", "2021", "2022", "2023", "2024", "2025"]),
        series: vec![
            Series { name: "Wuchang District".to_owned(), points: points(&["1,056", "1,161", "1,267", "1,372", "1,478", "1,584"]) },
            Series { name: "Hongshan District".to_owned(), points: points(&["2,272", "2,499", "", "2,953", "3,180", "3,408"]) },
        ],
        notes: strings(&["Source: made up for tests, published 1 March 2026"]),
    }
}

fn side_by_side() -> Spec {
    Spec {
        title: "专利授权量：武昌区、洪山区".to_owned(),
        unit: "单位：件".to_owned(),
        shape: Shape::Bars,
        groups: strings(&["发明专利", "实用新型", "外观设计"]),
        series: vec![
            Series { name: "武昌区".to_owned(), points: points(&["1,478", "2,365", "591"]) },
            Series { name: "洪山区".to_owned(), points: points(&["3,180", "5,089", "1,272"]) },
        ],
        notes: Vec::new(),
    }
}

/// Width and height of a PNG, from its header.
fn size(png: &[u8]) -> (u32, u32) {
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    (number(16), number(20))
}

#[test]
fn a_picture_is_a_png_of_the_width_of_a_phone() {
    for (name, spec) in [("districts", districts()), ("years", years()), ("side", side_by_side())] {
        let png = png(&spec).expect("a picture");
        assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
        let (wide, high) = size(&png);
        assert_eq!(wide, WIDTH);
        assert!((500..2400).contains(&high), "{name}: {high}");
        // Telegram takes pictures up to 10 MB whose sides add up to at most 10000 (sendPhoto).
        assert!(png.len() < 400_000, "{name}: {}", png.len());
        if let Ok(folder) = std::env::var("CHARTS") {
            std::fs::write(format!("{folder}/{name}.png"), &png).expect("a file");
        }
    }
}

#[test]
fn every_sign_of_our_tables_and_texts_is_in_the_font() {
    let places = crate::place::Places::shipped();
    for place in places.iter() {
        assert!(font::has(&place.zh) && font::has(&place.en), "{} {}", place.zh, place.en);
    }
    assert!(font::has("发明专利授权量（件）每万人口高价值：，、％—–0123456789 ¥€"));
    assert!(!font::has("龘"), "a sign that is not there is noticed");
    assert!(!font::has("🙂"));
}

#[test]
fn words_are_drawn_and_not_as_boxes() {
    // The same character drawn twice is the same, two characters differ, and a sign without a glyph is not drawn at all.
    let picture = |title: &str| png(&Spec { title: title.to_owned(), ..districts() });
    let (one, again, other) = (picture("武").expect("a picture"), picture("武").expect("a picture"), picture("汉").expect("a picture"));
    assert_eq!(one, again);
    assert_ne!(one, other);
    assert_eq!(picture("龘"), Err(ChartError::Shape));
}

#[test]
fn nothing_to_compare_is_no_chart() {
    let one = Spec { groups: strings(&["武昌区"]), series: vec![Series { name: String::new(), points: points(&["1"]) }], ..districts() };
    assert!(!one.is_drawable());
    let negative = Spec { series: vec![Series { name: String::new(), points: points(&["1", "2", "-3", "4", "5"]) }], ..districts() };
    assert!(!negative.is_drawable());
    let uneven = Spec { series: vec![Series { name: String::new(), points: points(&["1", "2"]) }], ..districts() };
    assert!(!uneven.is_drawable());
    assert_eq!(svg(&Spec::default()), Err(ChartError::Shape));
}

#[test]
fn words_cannot_break_out_of_the_picture() {
    let hostile = Spec { title: "</text><script>&\"".to_owned(), ..districts() };
    let svg = svg(&hostile).expect("a picture");
    assert!(svg.contains("&lt;/text&gt;&lt;script&gt;&amp;&quot;"));
    assert!(!svg.contains("<script"));
}

#[test]
fn zeros_and_long_names_find_their_place() {
    let zeros = Spec { series: vec![Series { name: String::new(), points: points(&["0", "0", "0", "0", "0"]) }], ..districts() };
    assert!(png(&zeros).is_ok());
    assert!(png(&Spec { shape: Shape::Lines, ..zeros }).is_ok());
    let long = Spec {
        groups: strings(&[
            "Wuhan East Lake High-tech Development Zone",
            "Wuhan Economic and Technological Development Zone",
            "c",
            "d",
            "East Lake Ecological Tourism Scenic Area",
        ]),
        ..districts()
    };
    let picture = png(&long).expect("a picture");
    if let Ok(folder) = std::env::var("CHARTS") {
        std::fs::write(format!("{folder}/long.png"), &picture).expect("a file");
    }
}

#[test]
fn a_spec_survives_being_written() {
    for spec in [districts(), years(), side_by_side()] {
        let written = serde_json::to_string(&spec).expect("written");
        assert_eq!(serde_json::from_str::<Spec>(&written).expect("read"), spec);
    }
}
