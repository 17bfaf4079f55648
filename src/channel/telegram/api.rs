//! Calls to the Bot API. Every answer becomes a result or an [`ApiError`] that says what to do; the token never appears in an
//! error, a log or a debug print.
//!
//! ## Why
//! teloxide's `Bot` gives the client, the address and the payload types; its own sending is not used, because after a
//! 5xx it sleeps before it answers, and because newer methods and error texts are unknown to it.

use secrecy::{ExposeSecret, SecretString};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::time::Duration;
use teloxide::Bot;

/// Longest wait for an ordinary call.
const CALL: Duration = Duration::from_secs(35);
/// Longest wait for an upload or the beginning of a download.
const FILE: Duration = Duration::from_secs(180);

/// The Bot API of one bot.
#[derive(Clone)]
pub struct Api {
    bot: Bot,
    calls: reqwest::Client,
    base: String,
    files: String,
    cap: Duration,
}

impl std::fmt::Debug for Api {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Api(…)")
    }
}

/// Why a call did not work.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApiError {
    /// Nothing reached the server.
    #[error("the Bot API cannot be reached")]
    Unreached,
    /// The answer was lost: the server may have done it or not.
    #[error("the answer of the Bot API was lost")]
    Lost,
    /// Not before so long (429, `retry_after`).
    #[error("the Bot API asks to wait {} s", .0.as_secs())]
    Wait(Duration),
    /// The server is in trouble (5xx).
    #[error("the Bot API answers {0}")]
    Server(u16),
    /// The token is refused (401, 404).
    #[error("the Bot API refuses the token")]
    Token,
    /// Somebody else asks for updates with this token (409).
    #[error("another program asks for updates with this token")]
    Conflict,
    /// The group has another id now (`migrate_to_chat_id`).
    #[error("the group was moved")]
    Moved(i64),
    /// The chat cannot be written to any more (403).
    #[error("the chat refuses messages")]
    Forbidden,
    /// The chat does not exist.
    #[error("the chat was not found")]
    NoChat,
    /// The topic does not exist.
    #[error("the topic was not found")]
    NoTopic,
    /// The topic is closed.
    #[error("the topic is closed")]
    TopicClosed,
    /// The bot may not do this in the group.
    #[error("the bot lacks a right in the group")]
    NoRight,
    /// The group has no topics.
    #[error("the group is no forum")]
    NoForum,
    /// There is nothing to change.
    #[error("nothing to change")]
    Same,
    /// The message cannot be edited or is gone.
    #[error("the message cannot be changed")]
    NoMessage,
    /// The markup is not understood.
    #[error("the markup is not understood")]
    Markup,
    /// A press is too old to be answered.
    #[error("the press is too old")]
    OldPress,
    /// The file is too big for the Bot API.
    #[error("the file is too big")]
    TooBig,
    /// Anything else: code and the server's words, which carry no personal data.
    #[error("the Bot API answers {0}: {1}")]
    Other(u16, String),
}

#[derive(Deserialize)]
struct Answer<'a> {
    ok: bool,
    #[serde(borrow)]
    result: Option<&'a serde_json::value::RawValue>,
    error_code: Option<u16>,
    description: Option<String>,
    parameters: Option<Parameters>,
}

#[derive(Default, Deserialize)]
struct Parameters {
    retry_after: Option<u64>,
    migrate_to_chat_id: Option<i64>,
}

impl Api {
    /// The bot of a token at an address such as `https://api.telegram.org`.
    ///
    /// # Errors
    /// The address is none, or the TLS library cannot be set up.
    pub fn new(token: &SecretString, url: &str) -> Result<Self, String> {
        let url = url.trim_end_matches('/');
        let address: reqwest::Url = url.parse().map_err(|_| "telegram.api_url is no address".to_owned())?;
        let client = || {
            reqwest::Client::builder()
                .connect_timeout(Duration::from_secs(10))
                .pool_idle_timeout(Duration::from_secs(50))
                .tcp_nodelay(true)
                .no_proxy_for_loopback(&address)
                .build()
                .map_err(|error| error.without_url().to_string())
        };
        let calls = client()?;
        let bot = Bot::with_client(token.expose_secret(), client()?).set_api_url(address);
        let base = format!("{url}/bot{}/", token.expose_secret());
        let files = format!("{url}/file/bot{}/", token.expose_secret());
        Ok(Self { bot, calls, base, files, cap: CALL })
    }

    /// The same with another longest wait for an ordinary call.
    #[must_use]
    pub fn with_cap(self, cap: Duration) -> Self {
        Self { cap, ..self }
    }

    /// teloxide's view of the same bot.
    pub fn bot(&self) -> &Bot {
        &self.bot
    }

    /// Calls a method with a JSON body and reads its result.
    ///
    /// # Errors
    /// See [`ApiError`].
    pub async fn call<T: Serialize + ?Sized>(&self, method: &str, body: &T) -> Result<Value, ApiError> {
        self.call_for(method, body).await
    }

    /// The same, reading only what is wanted of the result: a message comes back whole, of which a sender needs two numbers.
    ///
    /// # Errors
    /// See [`ApiError`].
    pub async fn call_for<T: Serialize + ?Sized, R: DeserializeOwned>(&self, method: &str, body: &T) -> Result<R, ApiError> {
        read(&self.raw(method, body, self.cap).await?)
    }

    /// The bytes of the answer, for whoever reads the result without copying it.
    ///
    /// # Errors
    /// Only those of the way: the answer itself may be an error still.
    pub async fn raw<T: Serialize + ?Sized>(&self, method: &str, body: &T, within: Duration) -> Result<Vec<u8>, ApiError> {
        let request = self.calls.post(format!("{}{method}", self.base)).json(body).timeout(within);
        send(request).await
    }

    /// Uploads: a form with fields and a file.
    ///
    /// # Errors
    /// See [`ApiError`].
    pub async fn upload<R: DeserializeOwned>(&self, method: &str, form: reqwest::multipart::Form) -> Result<R, ApiError> {
        let request = self.calls.post(format!("{}{method}", self.base)).multipart(form).timeout(FILE);
        read(&send(request).await?)
    }

    /// The content of a file by its path (`getFile`).
    ///
    /// # Errors
    /// See [`ApiError`].
    pub async fn download(&self, path: &str) -> Result<reqwest::Response, ApiError> {
        let answer = self.calls.get(format!("{}{path}", self.files)).timeout(FILE).send().await.map_err(|error| way(&error))?;
        match answer.status().as_u16() {
            200 => Ok(answer),
            401 => Err(ApiError::Token),
            404 => Err(ApiError::Other(404, "the file is gone".to_owned())),
            429 => Err(ApiError::Wait(Duration::from_secs(5))),
            code @ 500.. => Err(ApiError::Server(code)),
            code => Err(ApiError::Other(code, "the file cannot be read".to_owned())),
        }
    }
}

async fn send(request: reqwest::RequestBuilder) -> Result<Vec<u8>, ApiError> {
    let answer = request.send().await.map_err(|error| way(&error))?;
    let code = answer.status().as_u16();
    match answer.bytes().await {
        // The body of a server in trouble is a page, not JSON.
        Ok(_) if code >= 500 => Err(ApiError::Server(code)),
        Ok(bytes) => Ok(bytes.into()),
        Err(_) => Err(ApiError::Lost),
    }
}

fn way(error: &reqwest::Error) -> ApiError {
    if error.is_connect() || error.is_builder() { ApiError::Unreached } else { ApiError::Lost }
}

fn read<R: DeserializeOwned>(bytes: &[u8]) -> Result<R, ApiError> {
    let result = result_of(bytes)?;
    serde_json::from_str(result.get()).map_err(|_| ApiError::Lost)
}

/// The result inside an answer, or what the answer says is wrong.
///
/// # Errors
/// See [`ApiError`].
pub fn result_of(bytes: &[u8]) -> Result<&serde_json::value::RawValue, ApiError> {
    let answer: Answer<'_> = serde_json::from_slice(bytes).map_err(|_| ApiError::Lost)?;
    match (answer.ok, answer.result) {
        (true, Some(result)) => Ok(result),
        _ => Err(meaning(answer.error_code.unwrap_or(0), answer.description.unwrap_or_default(), &answer.parameters.unwrap_or_default())),
    }
}

/// What an error answer means (Bot API, "Making requests": `description` may change, `parameters` help).
fn meaning(code: u16, description: String, parameters: &Parameters) -> ApiError {
    if let Some(seconds) = parameters.retry_after {
        return ApiError::Wait(Duration::from_secs(seconds.clamp(1, 86_400)));
    }
    if let Some(chat) = parameters.migrate_to_chat_id {
        return ApiError::Moved(chat);
    }
    let says = description.to_ascii_lowercase();
    let has = |part: &str| says.contains(part);
    match code {
        401 => ApiError::Token,
        404 if has("not found") && !has("chat") && !has("message") => ApiError::Token,
        409 => ApiError::Conflict,
        429 => ApiError::Wait(Duration::from_secs(5)),
        500.. => ApiError::Server(code),
        _ if has("not enough rights") || has("need administrator rights") || has("chat_admin_required") => ApiError::NoRight,
        403 => ApiError::Forbidden,
        _ if has("topic_not_modified") || has("message is not modified") => ApiError::Same,
        _ if has("topic_closed") => ApiError::TopicClosed,
        _ if has("thread not found") || has("topic_deleted") || has("topic_id_invalid") => ApiError::NoTopic,
        _ if has("not a forum") => ApiError::NoForum,
        _ if has("chat not found") || has("peer_id_invalid") => ApiError::NoChat,
        _ if has("parse entities") => ApiError::Markup,
        _ if has("can't be edited") || has("message to edit not found") || has("message_id_invalid") => ApiError::NoMessage,
        _ if has("query is too old") || has("query id is invalid") => ApiError::OldPress,
        _ if has("file is too big") => ApiError::TooBig,
        _ => ApiError::Other(code, description),
    }
}

/// Calls to this machine do not go through a proxy.
trait NoProxyForLoopback {
    fn no_proxy_for_loopback(self, url: &reqwest::Url) -> Self;
}

impl NoProxyForLoopback for reqwest::ClientBuilder {
    fn no_proxy_for_loopback(self, url: &reqwest::Url) -> Self {
        match url.host_str() {
            Some("127.0.0.1" | "localhost" | "[::1]") => self.no_proxy(),
            _ => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(body: &str) -> ApiError {
        result_of(body.as_bytes()).map(|_| ()).expect_err("an error")
    }

    #[test]
    fn errors_say_what_to_do() {
        let of = |code: u16, text: &str| error(&format!(r#"{{"ok":false,"error_code":{code},"description":"{text}"}}"#));
        assert_eq!(of(403, "Forbidden: bot was blocked by the user"), ApiError::Forbidden);
        assert_eq!(of(400, "Bad Request: message thread not found"), ApiError::NoTopic);
        assert_eq!(of(400, "Bad Request: message is not modified: specified new message content"), ApiError::Same);
        assert_eq!(of(400, "Bad Request: not enough rights to create a topic"), ApiError::NoRight);
        assert_eq!(of(400, "Bad Request: can't parse entities: Unsupported start tag"), ApiError::Markup);
        assert_eq!(of(401, "Unauthorized"), ApiError::Token);
        assert_eq!(of(409, "Conflict: terminated by other getUpdates request"), ApiError::Conflict);
        assert_eq!(
            error(r#"{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":30}}"#),
            ApiError::Wait(Duration::from_secs(30))
        );
        assert_eq!(
            error(r#"{"ok":false,"error_code":400,"description":"group upgraded","parameters":{"migrate_to_chat_id":-1001}}"#),
            ApiError::Moved(-1001)
        );
        assert_eq!(error("<html>502</html>"), ApiError::Lost);
    }

    #[test]
    fn the_token_never_prints() {
        let api = Api::new(&SecretString::from("123:canary".to_owned()), "https://api.telegram.org").expect("an address");
        assert!(!format!("{api:?}").contains("canary"));
    }

    #[tokio::test]
    async fn an_error_of_the_way_hides_the_address() {
        let api = Api::new(&SecretString::from("123:canary".to_owned()), "http://127.0.0.1:1").expect("an address");
        let error = api.call("getMe", &serde_json::json!({})).await.expect_err("nobody listens");
        assert_eq!(error, ApiError::Unreached);
        assert!(!format!("{error} {error:?}").contains("canary"));
    }
}
