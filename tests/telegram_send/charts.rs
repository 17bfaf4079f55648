//! Figures as a picture: drawn when they are sent, with the table as words.

use super::house::*;
use crate::support::telegram::*;
use ip_office_bot::chart::{Point, Series, Shape, Spec};
use ip_office_bot::message::Outbound;

fn figures(words: &str) -> Outbound {
    let points = [1478.0, 3180.0].map(|value| Some(Point { value, text: format!("{value}") })).to_vec();
    let spec = Spec {
        title: "发明专利授权量，2024年".to_owned(),
        unit: "单位：件".to_owned(),
        shape: Shape::Bars,
        groups: ["武昌区", "洪山区"].map(str::to_owned).to_vec(),
        series: vec![Series { name: String::new(), points }],
        notes: Vec::new(),
    };
    Outbound { chart: Some(spec), ..super::house::words(words) }
}

#[tokio::test(flavor = "multi_thread")]
async fn figures_come_as_a_picture_with_their_words() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let li = fake.person(LI, "Li", "zh-hans").has_started();
    house.shows(LI, figures("<b>武昌区</b> 1,478 &amp; 洪山区 3,180")).await;
    house.settled().await;
    let seen = li.screen();
    let [.., message] = seen.as_slice() else { panic!("nothing came") };
    assert_eq!((message.kind.as_str(), message.text.as_str()), ("photo", "武昌区 1,478 & 洪山区 3,180"));
    let picture = li.file(message.file.as_deref().expect("a file")).expect("its bytes");
    assert!(picture.starts_with(b"\x89PNG"));
    assert_eq!(u32::from_be_bytes(picture[16..20].try_into().expect("four bytes")), ip_office_bot::chart::WIDTH);
}

#[tokio::test(flavor = "multi_thread")]
async fn words_are_never_lost_with_the_picture() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let li = fake.person(LI, "Li", "zh-hans").has_started();
    // Too long for a caption: picture and words apart.
    let long = "字".repeat(1500);
    house.shows(LI, figures(&long)).await;
    house.settled().await;
    assert!(told(&li).contains(&long), "{}", li.transcript());
    assert_eq!(calls(&fake, LI, "sendPhoto").len(), 1);
    // Refused: the words alone.
    fake.fail_next("sendPhoto", LI, Fault::Status(400, "Bad Request: PHOTO_INVALID_DIMENSIONS".to_owned()));
    house.shows(LI, figures("武昌区 1,478")).await;
    house.settled().await;
    assert!(told(&li).contains(&"武昌区 1,478".to_owned()), "{}", li.transcript());
    // Signs that the font does not have: the words alone.
    let mut odd = figures("𠮷 1");
    odd.chart.as_mut().expect("a chart").title = "𠮷龘".to_owned();
    house.shows(LI, odd).await;
    house.settled().await;
    assert!(told(&li).contains(&"𠮷 1".to_owned()), "{}", li.transcript());
}
