//! `events`: what an organiser sees, over the socket and without a counter; a change of the table reaches whoever signed up.

use super::*;

const HEADER: &str = "id,title_zh,title_en,starts,ends,place_zh,place_en,seats,waiting,sign_up_until\n";
const LECTURE: &str = "lecture,讲座,Lecture,2099-12-03 14:00,2099-12-03 16:00,一楼,Ground floor,1,3,2099-12-02\n";

/// Lines with which somebody takes a seat.
fn lines(go: &'static str) -> [&'static str; 10] {
    ["活动和培训报名", "看近期活动并报名", "1", go, "1", "=1+1 公司", "同意", NAME, PHONE, "提交"]
}

fn table(settings: &Settings, rows: &str) {
    std::fs::write(settings.folder().join("events.csv"), format!("{HEADER}{rows}")).expect("a file");
    run(settings, &["data", "import", "events", "events.csv"]).ended(0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_organiser_sees_who_comes_and_a_change_reaches_them() {
    let settings = Settings::new(QUIET);
    assert!(run(&settings, &["events", "list"]).ended(0).out.contains("data import events"));
    table(&settings, LECTURE);
    let counter = open(&settings).await;
    let first = chat(&settings, "first", &lines("报名"));
    assert!(first.out.contains("报上了：讲座"), "{}", first.out);
    let path = first.out.lines().find(|line| line.ends_with("/lecture.ics")).expect("the calendar file");
    let file = std::fs::read_to_string(path).expect("it is there");
    assert!(file.contains("SUMMARY:讲座\r\n") && file.contains("DTSTART;TZID=Asia/Shanghai:20991203T140000\r\n"), "{file}");
    let second = chat(&settings, "second", &lines("排候补"));
    assert!(second.out.contains("候补第1位"), "{}", second.out);

    // Over the socket.
    let listed = run(&settings, &["events", "list", "--json"]).ended(0).json();
    assert_eq!((&listed[0]["taken"], &listed[0]["free"], &listed[0]["waiting"]), (&1.into(), &0.into(), &1.into()));
    let shown = run(&settings, &["events", "attendees", "lecture"]).ended(0).out;
    assert!(shown.contains(NAME) && shown.contains(PHONE), "{shown}");
    assert!(shown.contains("lecture: 1 of 1 seats taken, 1 waited for, 2 sign-ups"), "{shown}");
    run(&settings, &["events", "attendees", "lecture", "--csv", "who.csv"]).ended(0);
    let csv = std::fs::read_to_string(settings.folder().join("who.csv")).expect("a file");
    assert!(csv.starts_with("\u{feff}standing,place,seats,name,organisation,contact,needs,signed_up\r\n"), "{csv}");
    assert!(csv.contains(&format!("booked,,1,{NAME},'=1+1 公司,{PHONE},,")), "{csv}");
    run(&settings, &["events", "attendees", "lecture", "--csv", "who.csv"]).ended(3);
    run(&settings, &["events", "attendees", "nothing"]).ended(1);
    close(counter).await;

    // Without a counter; the change is told when it opens again.
    assert!(run(&settings, &["events", "attendees", "lecture"]).ended(0).out.contains(NAME));
    table(&settings, &LECTURE.replace("14:00", "13:00").replace(",1,3,", ",2,3,"));
    let counter = open(&settings).await;
    let told = chat(&settings, "second", &["我的报名"]);
    assert!(told.out.contains("13:00至16:00"), "{}", told.out);
    let called = run(&settings, &["events", "cancel", "lecture", "讲师生病了。"]).ended(0);
    assert!(called.out.contains("2 sign-ups are told"), "{}", called.out);
    run(&settings, &["events", "cancel", "lecture"]).ended(1);
    let told = chat(&settings, "first", &["我的报名"]);
    assert!(told.out.contains("原因：讲师生病了。"), "{}", told.out);
    assert!(run(&settings, &["events", "list"]).ended(0).out.contains("DOES NOT TAKE PLACE"));
    close(counter).await;
    let log = run(&settings, &["verify"]).ended(0);
    assert!(!log.out.contains(NAME));
}
