//! A visitor of the page whose counter is killed again and again: sends the same form again until it is taken, as people do who
//! press "reload".

use super::{PATIENCE, receipts_in};
use crate::web::browser::{Browser, Page};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Pause between two tries, and between two forms: a person reads.
const PAUSE: Duration = Duration::from_millis(40);

/// One visitor.
pub struct Visitor {
    browser: Browser,
    seen: BTreeSet<String>,
}

impl Visitor {
    /// The `n`th, with an address of their own behind the proxy.
    pub fn new(address: &str, n: u8) -> Self {
        Self { browser: Browser::new(address, "zh-CN").behind_proxy(&format!("192.0.2.{n}")), seen: BTreeSet::new() }
    }

    /// Files one request after the other; the receipts seen.
    ///
    /// # Errors
    /// A page or form that was never answered.
    pub async fn files_requests(mut self, stop: Arc<AtomicBool>, submitted: Arc<AtomicUsize>) -> Result<BTreeSet<String>, String> {
        let mut page = self.looks().await?;
        while !stop.load(Ordering::Relaxed) {
            tokio::time::sleep(PAUSE).await;
            let labels = ["提交", "跳过", "同意", "接着填", "重新填写"];
            let form = match labels.into_iter().find(|label| page.has_button(label)) {
                Some(label) => {
                    if label == "提交" {
                        submitted.fetch_add(1, Ordering::Relaxed);
                    }
                    page.press(label)
                }
                None => page.words("/start human-contact"),
            };
            page = self.sends(&form).await?;
        }
        self.looks().await?;
        Ok(self.seen)
    }

    async fn looks(&mut self) -> Result<Page, String> {
        let begun = Instant::now();
        loop {
            match self.browser.try_get("/").await.filter(|page| page.status == 200) {
                Some(page) => return Ok(self.reads(page)),
                None if begun.elapsed() > PATIENCE => return Err("the page never came".to_owned()),
                None => tokio::time::sleep(PAUSE).await,
            }
        }
    }

    async fn sends(&mut self, form: &[(String, String)]) -> Result<Page, String> {
        let begun = Instant::now();
        loop {
            match self.browser.try_post("/say", form).await {
                Some(page) if page.status == 200 => return Ok(self.reads(page)),
                // What the page no longer takes is looked at again.
                Some(_) => return self.looks().await,
                None if begun.elapsed() > PATIENCE => return Err(format!("a form was never taken: {form:?}")),
                None => tokio::time::sleep(PAUSE).await,
            }
        }
    }

    fn reads(&mut self, page: Page) -> Page {
        self.seen.extend(receipts_in(&page.body));
        page
    }
}
