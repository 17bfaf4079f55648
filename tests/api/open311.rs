//! Open311: services, their questions, and reports that apps file for people.

use super::{Answered, NUMBER, Site, WORDS};
use ip_office_bot::id::{AccessCode, Receipt};
use ip_office_bot::message::Route;
use ip_office_bot::program::token::Scope;
use ip_office_bot::store::Lane;
use reqwest::StatusCode;
use serde_json::{Value, json};

const BASE: &str = "/open311/v2";

/// Services that can be filed without a person at the counter.
const OFFERED: [&str; 11] = [
    "agency-complaint",
    "counterfeit-report",
    "economic-review",
    "human-contact",
    "infringement-adjudication",
    "overseas-dispute",
    "patent-data-service",
    "patent-mediation",
    "report-ip",
    "rights-assistance",
    "technical-appraisal",
];

const REPORT: &[(&str, &str)] = &[
    ("service_code", "report-ip"),
    ("attribute[problem]", "trademark"),
    ("attribute[want]", "investigate"),
    ("attribute[how]", "anonymous"),
    ("attribute[relation]", "consumer"),
    ("attribute[subject]", "Brand cups"),
    ("attribute[place-kind]", "shop"),
    ("attribute[district]", "420106"),
    ("address_string", "Some Road 5"),
    ("description", WORDS),
    ("attribute[found-on]", "2026-11-20T08:00:00+08:00"),
];

async fn get(site: &Site, path: &str) -> Answered {
    site.send(|http, base| http.get(format!("{base}{BASE}{path}")).header("accept-language", "en")).await
}

async fn file(site: &Site, name: &str, fields: &[(&str, &str)]) -> Answered {
    let fields = fields.to_vec();
    site.send(|http, base| http.post(format!("{base}{BASE}/requests.{name}")).header("accept-language", "en").form(&fields)).await
}

fn with<'a>(fields: &[(&'a str, &'a str)], more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    fields.iter().chain(more).copied().collect()
}

/// A report that somebody files with an app.
pub async fn report(site: &Site) -> Receipt {
    let token = site.token("city-app", &[Scope::RequestsCreate], &[]).await;
    let answer = file(site, "json", &with(REPORT, &[("api_key", &token)])).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
    Receipt::read(answer.json()[0]["service_request_id"].as_str().unwrap_or("")).expect("a receipt")
}

/// What is missing or wrong, by attribute.
fn attributes(answer: &Answered) -> Vec<String> {
    assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{}", answer.text);
    answer.json().as_array().into_iter().flatten().map(|error| error["attribute"].as_str().unwrap_or("").to_owned()).collect()
}

#[tokio::test]
async fn services_and_their_questions_are_described_in_both_forms() {
    let site = Site::open().await;
    let services = get(&site, "/services.json").await.json();
    let codes: Vec<&str> = services.as_array().into_iter().flatten().filter_map(|service| service["service_code"].as_str()).collect();
    assert_eq!(codes, OFFERED);
    let xml = get(&site, "/services.xml").await;
    assert_eq!(xml.kind, "text/xml; charset=utf-8");
    assert_eq!(xml.text.matches("<service_code>").count(), OFFERED.len());
    for code in OFFERED {
        let definition = get(&site, &format!("/services/{code}.json")).await.json();
        let attributes = definition["attributes"].as_array().expect("attributes").clone();
        assert!(attributes.iter().any(|attribute| attribute["required"] == true) || code == "human-contact", "{code}");
        for attribute in &attributes {
            let kind = attribute["datatype"].as_str().unwrap_or("");
            assert!(["string", "number", "datetime", "text", "singlevaluelist", "multivaluelist"].contains(&kind), "{code}: {attribute}");
            let listed = attribute["values"].as_array().is_some_and(|values| !values.is_empty());
            assert_eq!(listed, kind.ends_with("list"), "{code}: {attribute}");
            for words in [&attribute["description"]]
                .into_iter()
                .chain(attribute["values"].as_array().into_iter().flatten().map(|value| &value["name"]))
            {
                let words = words.as_str().unwrap_or("");
                assert!(!words.is_empty() && !words.contains('…'), "{code}: {attribute}");
            }
        }
        assert_eq!(get(&site, &format!("/services/{code}.xml")).await.status, StatusCode::OK);
    }
    assert_eq!(site.house.office.script.load().texts.missing(), 0);
    assert_eq!(get(&site, "/services/case-track.json").await.status, StatusCode::NOT_FOUND);
    assert_eq!(get(&site, "/services/nothing.json").await.status, StatusCode::NOT_FOUND);
    assert_eq!(get(&site, "/discovery.json").await.json()["endpoints"][0]["url"], BASE);
    assert_eq!(get(&site, "/nothing.json").await.status, StatusCode::NOT_FOUND);
    assert_eq!(get(&site, "/services").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_report_of_an_app_is_a_ticket_like_any_other_and_leads_back_to_nobody() {
    let site = Site::open().await;
    let receipt = report(&site).await;
    let ticket = site.house.ticket(&receipt).await;
    assert_eq!(ticket.head.service.as_str(), "report-ip");
    assert_eq!(ticket.head.district.as_deref(), Some("420106"));
    assert_eq!(ticket.head.queue.as_str(), "district-420106");
    assert!(ticket.head.anonymous);
    let said = |step: &str| ticket.body.answers.iter().find(|given| given.step.as_str() == step).map(|given| given.answer.words());
    assert_eq!(said("facts").as_deref(), Some(WORDS));
    assert_eq!(said("address").as_deref(), Some("Some Road 5"));
    assert_eq!(said("found-on").as_deref(), Some("2026-11-20"));
    assert_eq!(said("want").as_deref(), Some("investigate"));
    assert_eq!(site.house.office.store.link(&receipt).await.expect("the store reads"), None);
    assert_eq!(site.house.office.store.counts().await.expect("counts").conversations, 0);
    let waiting = site.house.office.store.deliveries(None, 1000).await.expect("the store reads");
    assert!(!waiting.iter().any(|delivery| matches!(&delivery.lane, Lane::Person(Route { channel: 'a', .. }))));
    let audit = site.house.office.store.audit(0, 1000).await.expect("the log");
    assert!(audit.iter().any(|(_, entry)| entry.act == "submitted" && entry.by == "program:city-app"));
}

#[tokio::test]
async fn whoever_has_the_number_sees_how_it_stands_and_never_a_word() {
    let site = Site::open().await;
    let receipt = report(&site).await;
    for path in [format!("/requests/{receipt}.json"), format!("/requests.json?service_request_id={receipt}")] {
        let answer = get(&site, &path).await;
        let request = answer.json()[0].clone();
        assert_eq!((&request["service_request_id"], &request["status"]), (&json!(receipt.as_str()), &json!("open")));
        assert_eq!(request["service_code"], "report-ip");
        for secret in ["Zhao", NUMBER, "Some Road", "cups", "420106"] {
            assert!(!answer.text.contains(secret), "{secret}: {}", answer.text);
        }
    }
    let case = site.token("case-system", &[Scope::TicketsAct, Scope::TicketsRead], &[]).await;
    for state in ["received", "checking", "not-opened"] {
        let (path, body) = match state {
            "not-opened" => ("close", json!({ "outcome": state, "reason": "no ground" })),
            state => ("state", json!({ "state": state })),
        };
        assert_eq!(site.post(&case, &format!("/tickets/{receipt}/{path}"), body).await.status, StatusCode::OK);
    }
    assert_eq!(get(&site, &format!("/requests/{receipt}.json")).await.json()[0]["status"], "closed");
    let xml = get(&site, &format!("/requests/{receipt}.xml")).await;
    assert!(xml.text.contains("<service_requests><request>") && xml.text.contains("<status>closed</status>"), "{}", xml.text);
    // The list is no list for everybody.
    assert_eq!(get(&site, "/requests.json").await.status, StatusCode::FORBIDDEN);
    let list = get(&site, &format!("/requests.json?api_key={case}&status=closed")).await.json();
    assert_eq!(list.as_array().map(Vec::len), Some(1));
    for none in ["status=open", "service_code=human-contact", "start_date=2026-11-24T00:00:00Z"] {
        assert_eq!(get(&site, &format!("/requests.json?api_key={case}&{none}")).await.json(), json!([]), "{none}");
    }
    assert_eq!(get(&site, &format!("/requests.json?api_key={case}&start_date=yesterday")).await.status, StatusCode::BAD_REQUEST);
    assert_eq!(get(&site, "/requests/WH-261123-AAAAAA.json").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_answer_holds_the_access_code_once_and_the_same_key_files_once() {
    let site = Site::open().await;
    let token = site.token("city-app", &[Scope::RequestsCreate], &[]).await;
    let fields = with(REPORT, &[("api_key", &token)]);
    let send = async |fields: Vec<(&str, &str)>| {
        site.send(|http, base| http.post(format!("{base}{BASE}/requests.json")).header("idempotency-key", "r-1").form(&fields)).await
    };
    let first = send(fields.clone()).await;
    let body: Value = first.json();
    let receipt = Receipt::read(body[0]["service_request_id"].as_str().unwrap_or("")).expect("a receipt");
    let code = AccessCode::read(body[0]["access_code"].as_str().unwrap_or("")).expect("a code");
    let ticket = site.house.ticket(&receipt).await;
    assert!(site.house.office.key.code_matches(receipt.as_str(), code.secret(), &ticket.body.code));
    assert_eq!(send(fields.clone()).await.text, first.text);
    assert_eq!(send(with(&fields, &[("attribute[mark-number]", "1234567")])).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(site.house.office.store.counts().await.expect("counts").tickets, 1);
    let xml = file(&site, "xml", &fields).await;
    assert!(xml.text.contains("<service_requests><request>") && xml.text.contains("<access_code>"), "{}", xml.text);
}

#[tokio::test]
async fn what_is_missing_or_not_taken_is_named_and_nothing_is_kept() {
    let site = Site::open().await;
    let token = site.token("city-app", &[Scope::RequestsCreate], &[]).await;
    let key = [("api_key", token.as_str())];
    let without =
        |name: &str| -> Vec<(&'static str, &'static str)> { REPORT.iter().filter(|(field, _)| *field != name).copied().collect() };
    let missing = attributes(&file(&site, "json", &with(&[("service_code", "report-ip")], &key)).await);
    assert_eq!(missing, ["problem", "want", "relation", "subject", "facts"]);
    assert_eq!(attributes(&file(&site, "json", &with(&without("attribute[district]"), &key)).await), ["district"]);
    assert_eq!(attributes(&file(&site, "json", &with(&without("attribute[how]"), &key)).await), ["how"]);
    let changed = |name: &'static str, value: &'static str| with(&without(name), &[(name, value), key[0]].map(|pair| pair));
    assert_eq!(attributes(&file(&site, "json", &changed("attribute[problem]", "weather")).await), ["problem"]);
    assert_eq!(attributes(&file(&site, "json", &changed("description", "short")).await), ["facts"]);
    assert_eq!(attributes(&file(&site, "json", &changed("attribute[problem]", "patent")).await), ["patent-door"]);
    assert_eq!(attributes(&file(&site, "json", &changed("attribute[problem]", "copyright")).await), ["copyright-door"]);
    assert_eq!(attributes(&file(&site, "json", &with(&with(REPORT, &key), &[("attribute[colour]", "red")])).await), ["colour"]);
    assert_eq!(
        attributes(&file(&site, "json", &with(&with(REPORT, &key), &[("media_url", "http://127.0.0.1/x.jpg")])).await),
        ["media_url"]
    );
    // With a name, the person must have agreed to the notice.
    let named = with(&changed("attribute[how]", "named"), &[("first_name", "Xiaoming"), ("last_name", "Zhao"), ("phone", NUMBER)]);
    assert_eq!(attributes(&file(&site, "json", &named).await), ["consent"]);
    assert_eq!(site.house.office.store.counts().await.expect("counts").tickets, 0);
    let agreed = file(&site, "json", &with(&named, &[("attribute[consent]", "yes")])).await;
    assert_eq!(agreed.status, StatusCode::CREATED, "{}", agreed.text);
    let receipt = Receipt::read(agreed.json()[0]["service_request_id"].as_str().unwrap_or("")).expect("a receipt");
    let ticket = site.house.ticket(&receipt).await;
    let said = |step: &str| ticket.body.answers.iter().find(|given| given.step.as_str() == step).map(|given| given.answer.words());
    assert_eq!((said("name").as_deref(), said("contact").as_deref()), (Some("Xiaoming Zhao"), Some(NUMBER)));
    // On in spite of a stop; two values; a number whose check digit is wrong is kept as unverified.
    let on = with(&changed("attribute[problem]", "copyright"), &[("attribute[copyright-door]", "yes"), ("attribute[want]", "takedown")]);
    let on = file(&site, "json", &on).await;
    assert_eq!(on.status, StatusCode::CREATED, "{}", on.text);
    let receipt = Receipt::read(on.json()[0]["service_request_id"].as_str().unwrap_or("")).expect("a receipt");
    let ticket = site.house.ticket(&receipt).await;
    let want = ticket.body.answers.iter().find(|given| given.step.as_str() == "want").map(|given| given.answer.words());
    assert_eq!(want.as_deref(), Some("investigate takedown"));
    // Without a key, with a wrong one, or one that may not.
    let reader = site.token("reader", &[Scope::TicketsRead], &[]).await;
    for key in ["", "iob_wrong", &reader] {
        assert_eq!(file(&site, "json", &with(REPORT, &[("api_key", key)])).await.status, StatusCode::FORBIDDEN);
    }
    assert_eq!(file(&site, "json", &with(&[("service_code", "case-track")], &key)).await.status, StatusCode::NOT_FOUND);
    let xml = file(&site, "xml", &with(&[("service_code", "report-ip")], &key)).await;
    assert!(xml.text.contains("<errors><error><attribute>problem</attribute>"), "{}", xml.text);
}
