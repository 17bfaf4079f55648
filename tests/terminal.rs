//! The terminal: what somebody is told whose words cannot be kept, and the copy of what is kept about them.

use crate::support::faulty::FaultyStore;
use crate::support::office::counter;
use ip_office_bot::app::Counter;
use ip_office_bot::channel::terminal::{Session, Terminals};
use ip_office_bot::clock::SystemClock;
use ip_office_bot::config::Config;
use ip_office_bot::intake::Intake;
use ip_office_bot::outbox::Worker;
use ip_office_bot::seal::OfficeKey;
use ip_office_bot::store::Store;
use ip_office_bot::store::memory::MemoryStore;
use std::sync::Arc;
use tokio_util::sync::CancellationToken;

struct House {
    intake: Arc<Intake>,
    store: Arc<FaultyStore>,
    terminals: Arc<Terminals>,
    stop: CancellationToken,
    _folder: tempfile::TempDir,
}

impl House {
    async fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let key = OfficeKey::generate(&mut rand::rng());
        let store = Arc::new(FaultyStore::over(MemoryStore::with(key.clone(), Arc::new(SystemClock))));
        let config = Config::parse("test", "", &[]).expect("settings");
        let kept = (key, Arc::clone(&store) as Arc<dyn Store>);
        let Counter { office, intake, deliveries } = counter(config, kept, (Arc::new(SystemClock), folder.path())).await;
        let terminals = Terminals::new(Arc::clone(&office));
        let stop = CancellationToken::new();
        let sender = Arc::clone(&terminals);
        Worker::start(office, sender, 'c', deliveries, stop.child_token()).await.expect("the store is readable");
        Self { intake, store, terminals, stop, _folder: folder }
    }

    /// Says a line and reads what comes.
    async fn says(&self, session: &mut Session, line: &str) -> String {
        session.says(&self.intake, line).await.expect("it is kept");
        session.rest().await.join("\n")
    }
}

impl Drop for House {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn words_that_cannot_be_kept_are_answered_in_the_persons_language() {
    let house = House::open().await;
    let mut li = house.terminals.open("li", Some("zh".to_owned()));
    let ann = house.terminals.open("ann", Some("en_GB.UTF-8".to_owned()));
    house.says(&mut li, "/start").await;
    house.store.is_full(true);
    for (session, told) in [(&li, "很抱歉"), (&ann, "We are sorry")] {
        let words = session.says(&house.intake, "my words").await.expect_err("nothing can be kept");
        assert!(words.contains(told) && !words.contains("no space") && !words.contains("not handled"), "{words}");
    }
    // The language that somebody chose counts, also when it cannot be read any more.
    house.store.is_full(false);
    house.says(&mut li, "/language").await;
    house.says(&mut li, "English").await;
    house.store.is_full(true);
    assert!(li.says(&house.intake, "hello").await.expect_err("full").contains("We are sorry"));
    house.store.is_full(false);
    assert!(!house.says(&mut li, "hello").await.is_empty(), "it goes on once there is space");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_kept_about_somebody_is_printed_where_they_are() {
    let house = House::open().await;
    let mut li = house.terminals.open("li", Some("en".to_owned()));
    house.says(&mut li, "/start human-contact").await;
    house.says(&mut li, "I got a letter about a patent").await;
    house.says(&mut li, "/mydata").await;
    let shown = house.says(&mut li, "Everything as a file").await;
    let (_, rest) = shown.split_once("\n{").expect("a document");
    let end = rest.find("\n}").expect("its end");
    let copy: serde_json::Value = serde_json::from_str(&format!("{{{}}}", &rest[..end])).expect("JSON");
    assert_eq!((copy["format"].as_str(), copy["channel"].as_str()), (Some("ip-office-bot/my-data"), Some("terminal")));
    assert_eq!(copy["drafts"][0]["answers"][0]["text"], "I got a letter about a patent");
}
