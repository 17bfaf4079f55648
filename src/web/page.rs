//! What all pages share: words in the reader's language, the frame around them, refusals, and the files that a page loads.

use super::Web;
use crate::locale::{Language, Text};
use crate::message::plain;
use crate::office::{Office, Script};
use askama::Template;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

/// Name of the header in which a script asks for the parts of a page that changed.
const FRAGMENT: &str = "fragment";

/// Words in one language.
#[derive(Clone)]
pub struct Words {
    script: Arc<Script>,
    /// The language.
    pub language: Language,
}

impl Words {
    /// Words of an office.
    pub fn new(office: &Office, language: Language) -> Self {
        Self { script: office.script.load_full(), language }
    }

    /// Words in a language that a browser asks for.
    pub fn asked(office: &Office, headers: &HeaderMap) -> Self {
        let script = office.script.load_full();
        let language = script.texts.negotiate(accepted(headers).as_deref());
        Self { script, language }
    }

    /// A text without arguments.
    pub fn t(&self, id: &str) -> String {
        self.say(&Text::new(id))
    }

    /// A text, plain.
    pub fn say(&self, text: &Text) -> String {
        plain(&self.marked(text))
    }

    /// A text in the small markup.
    pub fn marked(&self, text: &Text) -> String {
        self.script.texts.say(&self.language, text)
    }

    /// The language as `lang` of HTML: `zh-Hans`, `en`.
    pub fn code(&self) -> &str {
        &self.language.0
    }

    /// The other languages, each with its own name for itself.
    pub fn others(&self) -> Vec<(String, String)> {
        let others = self.script.texts.languages().filter(|language| **language != self.language);
        others.map(|other| (other.0.clone(), self.say(&Text::new(format!("language-{}", other.0))))).collect()
    }
}

/// Languages that a browser asks for, in the order of their weight.
pub fn accepted(headers: &HeaderMap) -> Option<String> {
    let said = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    let mut wishes: Vec<(u32, &str)> = said
        .split(',')
        .take(20)
        .filter_map(|wish| {
            let (name, weight) = wish.split_once(";q=").unwrap_or((wish, "1"));
            let weight: f32 = weight.trim().parse().ok()?;
            (weight > 0.0).then_some(((weight.clamp(0.0, 1.0) * 1000.0) as u32, name.trim()))
        })
        .collect();
    wishes.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    wishes.first().map(|(_, name)| (*name).to_owned())
}

/// The frame around a page.
pub struct Frame {
    /// Words.
    pub words: Words,
    /// Name of the office, or that this is a demonstration.
    pub office: String,
    /// Hours, telephone and address, as far as they are set.
    pub window: Vec<String>,
    /// Which entry of the navigation this page is.
    pub here: &'static str,
    /// Token that the forms of this page carry; empty where there is no visitor.
    pub token: String,
    /// What is announced to everybody now.
    pub notices: Vec<String>,
    /// Version of the files that a page loads.
    pub version: &'static str,
}

impl Frame {
    /// The frame of a page.
    pub fn new(office: &Office, words: Words, here: &'static str) -> Self {
        let current = office.current.load_full();
        let (known, set) = (&current.rules.office, &current.office);
        let there = [!set.hours.is_empty(), set.phone.is_some(), !set.address.is_empty()];
        let window = known.window.iter().zip(there).filter(|(_, there)| *there).map(|(line, _)| words.say(line)).collect();
        let name = if set.name.is_empty() { words.t("web-demo") } else { words.say(&known.name) };
        let now = office.now();
        let announced = current.rules.announcements.iter().filter(|announcement| announcement.holds(now));
        let notices = announced.map(|announcement| words.say(&announcement.words)).collect();
        Self { office: name, window, here, token: String::new(), notices, version: &VERSION, words }
    }

    /// The same with the token of a visitor.
    pub fn with_token(mut self, token: String) -> Self {
        self.token = token;
        self
    }
}

/// Half a line between two parts of a text; a whole empty line tears them apart.
const GAP: &str = "\n<span class=\"gap\"></span>";

/// Text in the small markup as HTML: all of it is escaped already but for `<b>`, `<i>`, `<code>`.
pub fn html(marked: &str) -> String {
    let mut safe = String::with_capacity(marked.len());
    let mut rest = marked;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        safe.push_str(before);
        let known = ["<b>", "</b>", "<i>", "</i>", "<code>", "</code>"].into_iter().find(|known| tag.starts_with(known));
        safe.push_str(known.unwrap_or("&lt;"));
        rest = tag.get(known.map_or(1, str::len)..).unwrap_or_default();
    }
    safe.push_str(rest);
    safe.replace("\n\n", GAP)
}

/// Whether a script asks for the changed parts only.
pub fn wants_fragment(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok()).is_some_and(|accept| accept.contains(FRAGMENT))
}

/// A page as an answer.
pub fn page(template: &impl Template) -> Result<Response, Failure> {
    let html = template.render().map_err(|error| {
        tracing::error!(%error, "a page could not be made");
        Failure::Broken
    })?;
    Ok(Html(html).into_response())
}

/// Why a page is not shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// There is no such page, or it is not theirs: both look the same.
    Missing,
    /// They may see it, but not do that.
    Forbidden,
    /// A change that does not come from one of our pages.
    Foreign,
    /// Too much at once; how long to wait.
    TooMany(Duration),
    /// It cannot be read.
    Bad,
    /// The store does not write or read: nothing is lost that was confirmed.
    Store,
    /// It broke.
    Broken,
}

impl Failure {
    fn status(&self) -> StatusCode {
        match self {
            Failure::Missing => StatusCode::NOT_FOUND,
            Failure::Forbidden | Failure::Foreign => StatusCode::FORBIDDEN,
            Failure::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Failure::Bad => StatusCode::BAD_REQUEST,
            Failure::Store => StatusCode::SERVICE_UNAVAILABLE,
            Failure::Broken => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// What is said about it: a title and what to do.
    pub fn words(&self, words: &Words) -> (String, String) {
        (words.t(&format!("web-failure-{}", self.name())), words.t(&format!("web-failure-{}-more", self.name())))
    }

    /// Name in text ids: `web-failure-<name>`.
    fn name(&self) -> &'static str {
        match self {
            Failure::Missing => "missing",
            Failure::Forbidden => "forbidden",
            Failure::Foreign => "foreign",
            Failure::TooMany(_) => "too-many",
            Failure::Bad => "bad",
            Failure::Store => "store",
            Failure::Broken => "broken",
        }
    }
}

impl From<crate::store::StoreError> for Failure {
    fn from(error: crate::store::StoreError) -> Self {
        tracing::error!(%error, "a page could not read the store");
        Failure::Store
    }
}

impl From<crate::store::CommitError> for Failure {
    fn from(error: crate::store::CommitError) -> Self {
        tracing::error!(%error, "a page could not write to the store");
        Failure::Store
    }
}

/// The words come later, in the reader's language: see [`with_words`].
impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut answer = self.status().into_response();
        if let Failure::TooMany(wait) = &self
            && let Ok(seconds) = HeaderValue::from_str(&wait.as_secs().max(1).to_string())
        {
            answer.headers_mut().insert(header::RETRY_AFTER, seconds);
        }
        answer.extensions_mut().insert(self);
        answer
    }
}

#[derive(Template)]
#[template(path = "failure.html")]
struct FailurePage {
    frame: Frame,
    title: String,
    words: String,
    is_store: bool,
}

/// Gives a refusal its page; every other answer stays as it is.
pub async fn with_words(
    axum::extract::State(web): axum::extract::State<Web>,
    request: axum::extract::Request,
    next: axum::middleware::Next,
) -> Response {
    let desk = request.uri().path().strip_prefix("/desk").is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let headers = desk.then(|| request.headers().clone());
    let words = Words::asked(&web.office, request.headers());
    let answer = next.run(request).await;
    let Some(failure) = answer.extensions().get::<Failure>().cloned() else { return answer };
    let made = match headers {
        Some(headers) => super::desk::failure_page(&web, &headers, &failure).await,
        None => {
            let (title, text) = failure.words(&words);
            page(&FailurePage { frame: Frame::new(&web.office, words, ""), title, words: text, is_store: failure == Failure::Store })
        }
    };
    match made {
        Ok(page) => {
            let (mut parts, _) = answer.into_parts();
            parts.headers.remove(header::CONTENT_LENGTH);
            parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
            (parts, page.into_body()).into_response()
        }
        Err(_) => answer,
    }
}

#[derive(rust_embed::RustEmbed)]
#[folder = "src/web/static/"]
struct Static;

/// Changes when one of the files does, so that browsers may keep them.
static VERSION: LazyLock<String> = LazyLock::new(|| {
    let mut all = Vec::new();
    for name in Static::iter() {
        all.extend(Static::get(&name).map(|file| file.metadata.sha256_hash()).unwrap_or_default());
    }
    format!("{:016x}", xxhash_rust::xxh3::xxh3_64(&all))
});

/// A file that a page loads.
pub async fn file(Path(name): Path<String>) -> Result<Response, Failure> {
    let file = Static::get(&name).ok_or(Failure::Missing)?;
    let kind = match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    };
    let headers = [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((headers, file.data.into_owned()).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_small_markup_is_markup() {
        assert_eq!(html("<b>a</b> &lt;i> <script>x</script>"), "<b>a</b> &lt;i> &lt;script>x&lt;/script>");
        assert_eq!(html("<code>WH-1</code>\n<"), "<code>WH-1</code>\n&lt;");
        assert_eq!(html("a\n\nb"), format!("a{GAP}b"));
    }

    #[test]
    fn the_heaviest_wish_of_a_browser_counts() {
        let with = |said: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static(said));
            accepted(&headers)
        };
        assert_eq!(with("en-GB,en;q=0.9,zh;q=0.8").as_deref(), Some("en-GB"));
        assert_eq!(with("fr;q=0.2, zh-CN;q=0.9").as_deref(), Some("zh-CN"));
        assert_eq!(with(";;q=x"), None);
    }
}
