//! A browser without scripts: keeps its cookie, follows redirects, finds buttons and links in a page.

use reqwest::{Client, RequestBuilder, header, redirect};
use std::time::{Duration, Instant};

/// A visitor's browser.
pub struct Browser {
    client: Client,
    address: String,
    language: String,
    cookie: Option<String>,
    /// The address that a proxy in front says it has.
    from: Option<String>,
}

/// What came back.
pub struct Page {
    pub status: u16,
    pub body: String,
    /// The cookie that was set.
    pub cookie: Option<String>,
    headers: header::HeaderMap,
}

/// A stream of news.
pub struct Stream {
    answer: reqwest::Response,
    heard: String,
}

impl Browser {
    pub fn new(address: &str, language: &str) -> Self {
        let client = Client::builder().redirect(redirect::Policy::none()).build().expect("a client");
        Self { client, address: address.to_owned(), language: language.to_owned(), cookie: None, from: None }
    }

    /// Comes through a proxy, from this address.
    pub fn behind_proxy(self, from: &str) -> Self {
        Self { from: Some(from.to_owned()), ..self }
    }

    /// The counter opened at another address.
    pub fn moves_to(&mut self, address: &str) {
        self.address = address.to_owned();
    }

    pub async fn get(&mut self, path: &str) -> Page {
        let request = self.client.get(format!("{}{path}", self.address));
        self.send(request).await
    }

    /// The parts that a script asks for.
    pub async fn fragment(&mut self, path: &str) -> Page {
        let request = self.client.get(format!("{}{path}", self.address)).header(header::ACCEPT, "text/html; fragment");
        self.send(request).await
    }

    pub async fn post(&mut self, path: &str, form: &[(String, String)], fragment: bool) -> Page {
        let accept = if fragment { "text/html; fragment" } else { "text/html" };
        self.post_with(path, form, &[("accept", accept), ("sec-fetch-site", "same-origin")]).await
    }

    pub async fn post_with(&mut self, path: &str, form: &[(String, String)], headers: &[(&str, &str)]) -> Page {
        let mut request = self.client.post(format!("{}{path}", self.address)).form(form);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let answer = self.send(request).await;
        match answer.headers.get(header::LOCATION).and_then(|to| to.to_str().ok()).map(str::to_owned) {
            Some(to) if answer.status == 303 => self.get(to.split('#').next().unwrap_or("/")).await,
            _ => answer,
        }
    }

    /// Presses a button of the page.
    pub async fn press(&mut self, page: &Page, label: &str) -> Page {
        self.post("/say", &page.press(label), false).await
    }

    /// Types words into the field of the page.
    pub async fn says(&mut self, page: &Page, text: &str) -> Page {
        self.post("/say", &page.words(text), false).await
    }

    /// Switches the language with the button at the top.
    pub async fn speak(&mut self, page: &Page, language: &str) -> Page {
        let form = [("token", page.value("token")), ("once", page.value("once")), ("language", language.to_owned())];
        self.post("/language", &form.map(|(name, value)| (name.to_owned(), value)), false).await
    }

    /// Opens a case by its numbers.
    pub async fn track(&mut self, receipt: &str, code: &str) -> Page {
        let page = self.get("/track").await;
        let form =
            [("token", page.value("token")), ("once", page.last_value("once")), ("receipt", receipt.to_owned()), ("code", code.to_owned())];
        self.post("/track", &form.map(|(name, value)| (name.to_owned(), value)), false).await
    }

    pub async fn listen(&mut self) -> Stream {
        let request = self.dressed(self.client.get(format!("{}/events", self.address)));
        let answer = request.send().await.expect("a stream");
        assert_eq!(answer.status().as_u16(), 200);
        Stream { answer, heard: String::new() }
    }

    fn dressed(&self, request: RequestBuilder) -> RequestBuilder {
        let mut request = request.header(header::ACCEPT_LANGUAGE, &self.language);
        if let Some(from) = &self.from {
            request = request.header("x-forwarded-for", from);
        }
        match &self.cookie {
            Some(cookie) => request.header(header::COOKIE, cookie),
            None => request,
        }
    }

    async fn send(&mut self, request: RequestBuilder) -> Page {
        self.try_send(request).await.expect("an answer")
    }

    /// A page, when the counter is there to give it.
    pub async fn try_get(&mut self, path: &str) -> Option<Page> {
        let request = self.client.get(format!("{}{path}", self.address));
        self.try_send(request).await
    }

    /// The page after a form, when the counter is there to take it and does. The same form can be sent again.
    pub async fn try_post(&mut self, path: &str, form: &[(String, String)]) -> Option<Page> {
        let request = self.client.post(format!("{}{path}", self.address)).form(form).header("sec-fetch-site", "same-origin");
        let answer = self.try_send(request).await?;
        match answer.headers.get(header::LOCATION).and_then(|to| to.to_str().ok()).map(str::to_owned) {
            Some(to) if answer.status == 303 => self.try_get(to.split('#').next().unwrap_or("/")).await,
            _ if answer.status == 429 || answer.status >= 500 => None,
            _ => Some(answer),
        }
    }

    async fn try_send(&mut self, request: RequestBuilder) -> Option<Page> {
        let answer = self.dressed(request).send().await.ok()?;
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        let cookie = headers.get(header::SET_COOKIE).and_then(|cookie| cookie.to_str().ok()).map(str::to_owned);
        if let Some(cookie) = &cookie {
            self.cookie = cookie.split(';').next().map(str::to_owned);
        }
        let body = answer.text().await.ok()?;
        Some(Page { status, body, cookie, headers })
    }
}

impl Page {
    pub fn header(&self, name: &str) -> String {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
    }

    /// The words without tags.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut inside = false;
        for sign in self.body.chars() {
            match sign {
                '<' => inside = true,
                '>' => inside = false,
                other if !inside => text.push(other),
                _ => {}
            }
        }
        text.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }

    /// Tokens and labels of all buttons, in order.
    pub fn buttons(&self) -> Vec<(String, String)> {
        let parts = self.body.split("name=\"press\" value=\"").skip(1);
        let read = |part: &str| {
            let (token, rest) = part.split_once('"')?;
            let (_, rest) = rest.split_once('>')?;
            let (label, _) = rest.split_once("</button>")?;
            let label = label.split("</b>").next().unwrap_or(label).replace("<b>", "");
            Some((token.to_owned(), label))
        };
        parts.filter_map(read).collect()
    }

    pub fn doors(&self) -> Vec<&str> {
        self.body.split("class=\"door\"").skip(1).collect()
    }

    pub fn has_button(&self, label: &str) -> bool {
        self.buttons().iter().any(|(_, known)| known.contains(label))
    }

    /// The form that a press on a button sends.
    pub fn press(&self, label: &str) -> Vec<(String, String)> {
        let buttons = self.buttons();
        let found = buttons
            .iter()
            .rev()
            .find(|(_, known)| known == label)
            .or_else(|| buttons.iter().rev().find(|(_, known)| known.contains(label)));
        let (token, _) = found.unwrap_or_else(|| panic!("no button {label}:\n{}\n{buttons:?}", self.text()));
        let turn = self.body.split_once("id=\"turn\"").map_or(self.body.as_str(), |(_, turn)| turn);
        [("token", self.value("token")), ("once", value(turn, "once").expect("a number")), ("press", token.clone())]
            .map(|(name, value)| (name.to_owned(), value))
            .to_vec()
    }

    /// The form that words typed into the field send.
    pub fn words(&self, text: &str) -> Vec<(String, String)> {
        let form = [("token", self.value("token")), ("once", self.last_value("once")), ("text", text.to_owned())];
        form.map(|(name, value)| (name.to_owned(), value)).to_vec()
    }

    /// Value of the first hidden field of that name.
    pub fn value(&self, name: &str) -> String {
        value(&self.body, name).unwrap_or_else(|| panic!("no field {name}:\n{}", self.body))
    }

    pub fn last_value(&self, name: &str) -> String {
        let at = self.body.rfind(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("no field {name}:\n{}", self.body));
        value(&self.body[at..], name).expect("just found")
    }

    /// The newest link that begins so.
    pub fn link(&self, start: &str) -> Option<String> {
        let links = self.body.split("href=\"").skip(1).filter_map(|part| part.split('"').next());
        links.filter(|link| link.starts_with(start)).last().map(str::to_owned)
    }

    /// Files that the page loads.
    pub fn files(&self) -> Vec<String> {
        let links = self.body.split("\"/static/").skip(1).filter_map(|part| part.split('"').next());
        let mut files: Vec<String> = links.map(|file| format!("/static/{file}")).collect();
        files.sort();
        files.dedup();
        files
    }

    pub fn sayings(&self) -> Vec<&str> {
        self.body.split("<div class=\"said").skip(1).collect()
    }

    /// Number of the last line.
    pub fn last_line(&self) -> u64 {
        let numbers = self.body.split("id=\"m").skip(1).filter_map(|part| part.split('"').next()?.parse().ok());
        numbers.max().unwrap_or(0)
    }

    /// Receipt and access code that are shown.
    pub fn receipt(&self) -> Option<(String, String)> {
        let codes: Vec<String> =
            self.body.split("<code>").skip(1).filter_map(|part| part.split("</code>").next()).map(str::to_owned).collect();
        let receipt = codes.iter().rev().find(|code| code.starts_with("WH-"))?.clone();
        let code = codes.iter().rev().find(|code| !code.starts_with("WH-") && code.len() >= 8)?.clone();
        Some((receipt, code))
    }
}

fn value(html: &str, name: &str) -> Option<String> {
    let (_, rest) = html.split_once(&format!("name=\"{name}\" value=\""))?;
    rest.split('"').next().map(str::to_owned)
}

impl Stream {
    /// Waits for words in the stream.
    pub async fn hears(&mut self, words: &str, within: Duration) -> bool {
        let begun = Instant::now();
        while !self.heard.contains(words) && begun.elapsed() < within {
            match tokio::time::timeout(within, self.answer.chunk()).await {
                Ok(Ok(Some(chunk))) => self.heard.push_str(&String::from_utf8_lossy(&chunk)),
                _ => break,
            }
        }
        self.heard.contains(words)
    }

    pub fn heard(&self) -> &str {
        &self.heard
    }
}
