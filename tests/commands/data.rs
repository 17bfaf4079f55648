//! `data`: tables go in whole or not at all, a running counter uses them at once, older versions stay.

use super::*;
use crate::support::faulty::FaultyStore;
use ip_office_bot::app::{Counter as Joined, Parts};
use ip_office_bot::assets::Assets;
use ip_office_bot::clock::{CountingChance, SystemClock};
use ip_office_bot::config::Config;
use ip_office_bot::office::Office;
use ip_office_bot::seal::OfficeKey;
use ip_office_bot::shelf::{self, ShelfError};
use ip_office_bot::store::memory::MemoryStore;
use ip_office_bot::table::{Kind, Origin, parse};
use ip_office_bot::vault::Vault;
use std::path::Path;
use std::sync::Arc;

const HEADER: &str = "title_zh,kind,year,date\n";

fn file(settings: &Settings, name: &str, rows: &str) {
    std::fs::write(settings.folder().join(name), format!("{HEADER}{rows}")).expect("a file");
}

fn in_use(settings: &Settings, kind: &str) -> Value {
    let lines = run(settings, &["data", "list", "--json"]).ended(0).json();
    lines.into_iter().find(|line| line["kind"] == kind).expect("the kind is listed")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_table_is_imported_into_a_running_counter_whole_or_not_at_all() {
    let settings = Settings::new(QUIET);
    let counter = open(&settings).await;
    assert_eq!(in_use(&settings, "publications")["source"], "none loaded");
    assert_eq!(in_use(&settings, "answers")["source"], "shipped");

    file(&settings, "one.csv", "甲,白皮书,2025,2026-04-20\n");
    let tried = run(&settings, &["data", "import", "publications", "one.csv", "--check"]).ended(0);
    assert!(tried.out.contains("nothing was changed"), "{}", tried.out);
    assert!(in_use(&settings, "publications")["rows"].is_null());
    run(&settings, &["data", "import", "publications", "one.csv", "--as-of", "2026-11-01", "--source", "官网"]).ended(0);
    let now = in_use(&settings, "publications");
    assert_eq!(
        (&now["rows"], &now["version"], &now["as_of"], &now["source"]),
        (&1.into(), &1.into(), &"2026-11-01".into(), &"官网".into())
    );

    // One bad row: every fault with its line, and the older version stays.
    file(&settings, "bad.csv", "乙,白皮书,2025,2026-04-20\n丙,book,20xx,2026-02-30\n");
    let refused = run(&settings, &["data", "import", "publications", "bad.csv"]).ended(1);
    for part in ["line 3: kind", "line 3: year", "line 3: date", "nothing was imported"] {
        assert!(refused.err.contains(part), "{part}: {}", refused.err);
    }
    run(&settings, &["data", "import", "publications", "missing.csv"]).ended(3);
    run(&settings, &["data", "import", "nonsense", "one.csv"]).ended(2);
    assert_eq!(in_use(&settings, "publications")["version"], 1);

    file(&settings, "two.csv", "甲,白皮书,2025,2026-04-20\n乙,新闻,2026,2026-05-01\n");
    run(&settings, &["data", "import", "publications", "two.csv"]).ended(0);
    assert_eq!(in_use(&settings, "publications")["rows"], 2);
    run(&settings, &["data", "restore", "publications"]).ended(0);
    assert_eq!(in_use(&settings, "publications")["rows"], 1);
    run(&settings, &["data", "restore", "publications"]).ended(1);
    run(&settings, &["data", "restore", "publications", "2"]).ended(0);
    assert_eq!(run(&settings, &["data", "list", "publications"]).ended(0).out.lines().count(), 2);
    close(counter).await;

    // The next start uses the same version; what was damaged on disk is not used.
    assert_eq!(in_use(&settings, "publications")["rows"], 2);
    let folder = settings.folder().join("data/tables/publications");
    for entry in std::fs::read_dir(&folder).expect("a folder") {
        std::fs::write(entry.expect("an entry").path(), b"changed").expect("written");
    }
    assert_eq!(in_use(&settings, "publications")["source"], "none loaded");
    run(&settings, &["data", "restore", "publications", "1"]).ended(1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn offices_and_districts_go_the_same_way_and_a_place_in_use_never_goes() {
    let settings = Settings::new(QUIET);
    let counter = open(&settings).await;
    let import = |kind: &str, text: &str| {
        std::fs::write(settings.folder().join("t.csv"), text).expect("a file");
        run(&settings, &["data", "import", kind, "t.csv"])
    };
    // A district gets an alias, and a zone is new; the others stay.
    const PLACES: &str = "kind,code,name_zh,pinyin,name_en,aliases,route_code\n";
    const WUCHANG: &str = "admin_district,420106,武昌区,Wuchang Qu,Wuchang District,武昌|新光桥头,\n";
    const LAKE: &str = "zone,zone_lake,湖心区,Huxin Qu,Lake Zone,湖心,420106\n";
    assert_eq!(in_use(&settings, "places")["source"], "shipped");
    import("places", &format!("{PLACES}{WUCHANG}{LAKE}")).ended(0);
    assert_eq!(in_use(&settings, "places")["version"], 1);
    let refused = import("places", &format!("{PLACES}{WUCHANG}")).ended(1);
    assert!(refused.err.contains("zone_lake"), "{}", refused.err);
    let refused = import("places", &format!("{PLACES}{WUCHANG}zone,zone_lake,湖心区,Huxin Qu,Lake Zone,,420199\n")).ended(1);
    assert!(refused.err.contains("line 3: route_code"), "{}", refused.err);
    // The office of a new zone, at once in what people read.
    import("offices", "place,name_zh,name_en,phone\n湖心,湖心区办公室,Lake Zone Office,027-12345678\n").ended(0);
    let asked = std::cell::Cell::new(0);
    let window = |said: &str| {
        asked.set(asked.get() + 1);
        chat(&settings, &format!("person-{}", asked.get()), &["/start district-guide", said]).out
    };
    for said in ["湖心", "湖心区的厂"] {
        let told = window(said);
        assert!(told.contains("湖心区办公室") && told.contains("027-12345678"), "{told}");
    }
    assert!(window("新光桥头").contains("武昌区"));
    close(counter).await;
    // And after the next start.
    let counter = open(&settings).await;
    assert!(window("湖心").contains("027-12345678"));
    run(&settings, &["data", "restore", "offices"]).ended(1);
    import("offices", "place,phone\n武昌,call us\n").ended(1);
    import("offices", "place,phone\n武昌,027-87654321\n").ended(0);
    assert!(!window("湖心").contains("027-12345678"));
    run(&settings, &["data", "restore", "offices"]).ended(0);
    assert!(window("湖心").contains("027-12345678"));
    close(counter).await;
}

#[test]
fn working_days_and_agencies_go_the_same_way() {
    let settings = Settings::new(QUIET);
    let days = |rows: &str| std::fs::write(settings.folder().join("d.csv"), format!("date,kind,name_zh,name_en\n{rows}")).expect("a file");
    days("2027-01-01,holiday,元旦,New Year's Day\n");
    run(&settings, &["data", "import", "working-days", "d.csv"]).ended(0);
    days("2027-01-01,holiday,元旦,New Year's Day\n2027-02-30,holiday,春节,Spring Festival\n");
    assert!(run(&settings, &["data", "import", "working-days", "d.csv"]).ended(1).err.contains("line 3"));
    days("2027-01-01,holiday,元旦,New Year's Day\n2027-01-04,holiday,元旦,New Year's Day\n");
    run(&settings, &["data", "import", "working-days", "d.csv"]).ended(0);
    run(&settings, &["data", "restore", "working-days", "2027"]).ended(0);
    let kept = std::fs::read_to_string(settings.folder().join("data/calendar/2027.csv")).expect("a calendar");
    assert_eq!(kept.lines().count(), 2);

    for (name, rows) in [("a.csv", "42901,武汉甲\n"), ("b.csv", "42901,武汉甲\n42902,武汉乙\n")] {
        std::fs::write(settings.folder().join(name), format!("agency_code,agency_name_zh\n{rows}")).expect("a file");
        run(&settings, &["data", "import", "agencies", name]).ended(0);
    }
    run(&settings, &["data", "restore", "agencies"]).ended(0);
    assert_eq!(in_use(&settings, "agencies")["rows"], 1);
}

#[test]
fn a_template_shows_every_column_and_can_be_imported() {
    let settings = Settings::new(QUIET);
    for kind in Kind::ALL {
        let template = run(&settings, &["data", "template", kind.name()]).ended(0).out;
        std::fs::write(settings.folder().join("t.csv"), &template).expect("a file");
        run(&settings, &["data", "import", kind.name(), "t.csv", "--check"]).ended(0);
        let explained = run(&settings, &["data", "template", kind.name(), "--explain"]).ended(0).out;
        let header = template.lines().next().expect("a header");
        assert!(header.split(',').all(|column| explained.contains(column)), "{}", kind.name());
    }
    run(&settings, &["data", "template", "working-days"]).ended(0);
}

async fn office(folder: &Path) -> (Arc<Office>, Arc<FaultyStore>) {
    let settings = format!("[server]\ndata = {:?}\n", folder.to_str().expect("UTF-8"));
    let config = Config::parse("test", &settings, &[]).expect("settings");
    let key = OfficeKey::generate(&mut rand::rng());
    let clock = Arc::new(SystemClock);
    let store = Arc::new(FaultyStore::over(MemoryStore::with(key.clone(), Arc::clone(&clock) as _)));
    let vault = Vault::open(&folder.join("evidence"), key.clone()).expect("a vault");
    let content = crate::support::office::shipped();
    let parts = Parts { config, content, key, vault, clock, chance: Arc::new(CountingChance::default()) };
    let joined = Joined::join(parts, Arc::clone(&store) as _).await.expect("a counter");
    (joined.office, store)
}

#[tokio::test]
async fn a_kill_between_the_file_and_the_record_leaves_the_older_table() {
    let folder = tempfile::tempdir().expect("a folder");
    let (office, store) = office(folder.path()).await;
    let read = |rows: &str| {
        parse(Kind::Publications, format!("{HEADER}{rows}").as_bytes(), &office.places.load(), &mut |_| {}).expect("a table").content
    };
    let (one, two) = ("甲,白皮书,2025,2026-04-20\n", "乙,白皮书,2025,2026-04-20\n丙,新闻,2025,2026-04-20\n");
    let put = async |rows: &str| {
        let bytes = format!("{HEADER}{rows}");
        shelf::import(&office, bytes.as_bytes(), (Kind::Publications, read(rows), Origin::default())).await
    };
    put(one).await.expect("imported");
    store.is_full(true);
    assert!(matches!(put(two).await, Err(ShelfError::Commit(_))));
    store.is_full(false);
    assert_eq!(office.tables.load().of(Kind::Publications).expect("a table").0, 1);
    // What a new start finds.
    let assets = Assets::open(None).expect("the shipped files");
    let found = shelf::load(folder.path(), &*office.store, (&assets, &office.places.load())).await.expect("tables");
    assert_eq!(found.of(Kind::Publications).expect("a table").0, 1);
    // Cut off while the file itself was written: only the file aside is there.
    std::fs::write(folder.path().join("tables/publications/abc.csv.new"), "title_zh,ki").expect("written");
    put(two).await.expect("imported");
    let found = shelf::load(folder.path(), &*office.store, (&assets, &office.places.load())).await.expect("tables");
    assert_eq!(found.of(Kind::Publications).expect("a table").0, 2);
}
