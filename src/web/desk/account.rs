//! One's own account: log-ins, password, recovery codes, authenticator, language.

use super::people::role_words;
use super::welcome::CodesPage;
use super::{DeskFrame, Fields, Staff, refused};
use crate::account::{Denied, Login};
use crate::locale::{Text, Value};
use crate::web::Web;
use crate::web::page::{Failure, Words, page};
use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use serde::Deserialize;

pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route("/desk/account", get(show))
        .route("/desk/account/language", post(language))
        .route("/desk/account/end", post(end))
        .route("/desk/account/password", post(password))
        .route("/desk/account/codes", post(codes))
        .route("/desk/account/renew", post(renew))
}

/// What was just done, when a form led here.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Done {
    done: String,
}

#[derive(Template)]
#[template(path = "desk/account.html")]
struct AccountPage {
    desk: DeskFrame,
    denied: Option<String>,
    done: Option<String>,
    who: String,
    roles: Vec<String>,
    languages: Vec<(String, String, bool)>,
    log_ins: Vec<LogInLine>,
    codes_left: String,
    fresh: bool,
}

struct LogInLine {
    id: String,
    browser: String,
    address: String,
    made: String,
    seen: String,
    here: bool,
}

async fn show(State(web): State<Web>, staff: Staff, headers: HeaderMap, Query(done): Query<Done>) -> Result<Response, Failure> {
    let done = match done.done.as_str() {
        "password" => Some("deskweb-done-password"),
        "recovery" => Some("deskweb-done-recovery"),
        "ended" => Some("deskweb-done-ended"),
        _ => None,
    };
    account_page(&web, (&staff, &headers), (done, None)).await
}

async fn account_page(
    web: &Web,
    (staff, headers): (&Staff, &HeaderMap),
    (done, denied): (Option<&str>, Option<&Denied>),
) -> Result<Response, Failure> {
    let desk = DeskFrame::new(web, (staff, headers), "/desk/account");
    let words = &desk.frame.words;
    let mine = web.accounts.log_ins(staff.id()).await?;
    let log_ins = mine.iter().map(|(id, login)| line(words, (id, login), staff)).collect();
    let account = web.accounts.one(staff.id()).await?.ok_or(Failure::Missing)?;
    let codes_left = words.say(&Text::new("deskweb-codes-left").with("count", account.codes_left()));
    let languages = web.office.script.load().texts.languages().cloned().collect::<Vec<_>>();
    let languages = languages.into_iter().map(|language| {
        let name = words.say(&Text::new(format!("language-{}", language.0)));
        (language.0.clone(), name, language == words.language)
    });
    let page_of = AccountPage {
        denied: denied.map(|denied| words.say(&denied.text())),
        done: done.map(|done| words.t(done)),
        who: staff.id().0.clone(),
        roles: role_words(web, words, staff.rights()),
        languages: languages.collect(),
        log_ins,
        codes_left,
        fresh: staff.is_fresh(web),
        desk,
    };
    page(&page_of)
}

fn line(words: &Words, (id, login): (&String, &Login), staff: &Staff) -> LogInLine {
    let time = |at| words.say(&Text::new("deskweb-time").with("at", Value::Time(at)));
    LogInLine {
        browser: if login.browser.is_empty() { words.t("deskweb-log-in-unknown") } else { short(&login.browser) },
        address: login.address.clone(),
        made: time(login.made),
        seen: time(login.seen),
        here: *id == staff.resumed().id,
        id: id.clone(),
    }
}

/// What a browser calls itself, as people say it: `Firefox, Windows`.
fn short(browser: &str) -> String {
    let find = |names: &[(&str, &'static str)]| names.iter().find(|(mark, _)| browser.contains(mark)).map(|(_, name)| *name);
    // The order matters: Edge says that it is Chrome, Chrome says that it is Safari.
    let program = find(&[
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("MicroMessenger", "WeChat"),
        ("Firefox/", "Firefox"),
        ("FxiOS", "Firefox"),
        ("Chrome/", "Chrome"),
        ("CriOS", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = find(&[
        ("HarmonyOS", "HarmonyOS"),
        ("OpenHarmony", "HarmonyOS"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ]);
    match (program, system) {
        (Some(program), Some(system)) => format!("{program}, {system}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => browser.chars().take(60).collect(),
    }
}

async fn language(State(web): State<Web>, staff: Staff, form: Fields) -> Result<Response, Failure> {
    let language = super::language(&web, form.one("language")).ok_or(Failure::Bad)?;
    web.accounts.speak(staff.id(), &language).await?;
    Ok(Redirect::to("/desk/account").into_response())
}

async fn end(State(web): State<Web>, staff: Staff, form: Fields) -> Result<Response, Failure> {
    match form.one("id") {
        "others" => web.accounts.end_others(staff.id(), &staff.resumed().id).await?,
        id => web.accounts.end_log_in(staff.id(), id).await?,
    }
    Ok(Redirect::to("/desk/account?done=ended").into_response())
}

async fn password(State(web): State<Web>, staff: Staff, headers: HeaderMap, form: Fields) -> Result<Response, Failure> {
    let new = (form.one("new").to_owned(), form.one("again").to_owned());
    match web.accounts.change_password(staff.resumed(), form.one("old"), &new).await {
        Ok(()) => Ok(Redirect::to("/desk/account?done=password").into_response()),
        Err(denied) => Ok(refused(&denied, account_page(&web, (&staff, &headers), (None, Some(&denied))).await?)),
    }
}

async fn codes(State(web): State<Web>, staff: Staff, headers: HeaderMap, _: Fields) -> Result<Response, Failure> {
    let codes = web.accounts.new_codes(staff.resumed()).await?;
    page(&CodesPage { desk: DeskFrame::new(&web, (&staff, &headers), "/desk/account"), who: staff.id().0.clone(), codes })
}

async fn renew(State(web): State<Web>, staff: Staff, _: Fields) -> Result<Response, Failure> {
    let token = web.accounts.renew(staff.resumed()).await?;
    Ok(Redirect::to(&format!("/desk/welcome/{token}")).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_called_by_its_name() {
        let chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0.0.0 Safari/537.36";
        assert_eq!(short(chrome), "Chrome, Windows");
        assert_eq!(short(&format!("{chrome} Edg/149.0")), "Edge, Windows");
        assert_eq!(short("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1"), "Safari, iPhone");
        assert_eq!(short("curl/8.9"), "curl/8.9");
    }
}
