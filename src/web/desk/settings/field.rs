//! Fields of the forms of the settings: what they show, and how what was typed becomes a value again.

use super::{Key, SetFrame};
use crate::clock::{Moment, office_moment, office_time};
use crate::dialog::screen::place_name;
use crate::locale::Text;
use crate::office::Shut;
use crate::place::PlaceKind;
use crate::setting::{ClosedSet, Fault, LANGUAGES, NoticeSet, QueueSet, Value, WindowSet, Words as Spoken};
use crate::web::Web;
use crate::web::desk::Pairs;
use chrono::NaiveDateTime;

/// A field of a form.
pub(super) struct Field {
    pub(super) name: String,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) faults: Vec<String>,
    pub(super) value: String,
    /// The language of what is typed.
    pub(super) language: Option<String>,
    pub(super) input: Input,
}

/// How a field is filled in.
pub(super) enum Input {
    /// A line.
    Line,
    /// So many lines.
    Area(usize),
    /// A day and a time.
    When,
    /// One of these.
    Pick(Vec<Opt>),
    /// Any of these.
    Ticks(Vec<Opt>),
}

/// Something to choose.
pub(super) struct Opt {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) chosen: bool,
}

/// How a moment is typed.
const WHEN: &str = "%Y-%m-%dT%H:%M";

/// The fields of a form with what stands in them.
pub(super) fn fields(web: &Web, set: &SetFrame, (key, value): (&Key, &Value)) -> Vec<Field> {
    let make = Make { web, set };
    match value {
        Value::Queue(queue) => make.queue(queue),
        Value::Window(window) => make.window(window, *key == Key::Office),
        Value::Calendar(csv) => vec![make.one("days", csv, Input::Area(18))],
        Value::Notice(notice) => {
            let mut fields = make.spoken("words", &notice.words, || Input::Area(3));
            fields.push(make.one("from", &when(notice.from), Input::When));
            fields.push(make.one("until", &when(notice.until), Input::When));
            fields
        }
        Value::Reply(words) => make.spoken("words", words, || Input::Area(8)),
        Value::Closed(closed) => make.closed(key, closed),
    }
}

struct Make<'a> {
    web: &'a Web,
    set: &'a SetFrame,
}

impl Make<'_> {
    fn one(&self, name: &str, value: &str, input: Input) -> Field {
        let label = self.set.t(&format!("deskweb-set-{name}"));
        // What a field is for is said where it is not plain.
        let hinted = ["services", "districts", "shut", "phone", "note", "days", "from", "until", "instead"].contains(&name);
        let hint = if hinted { self.set.t(&format!("deskweb-set-{name}.hint")) } else { String::new() };
        Field { name: name.to_owned(), label, hint, faults: Vec::new(), value: value.to_owned(), language: None, input }
    }

    /// A field in each language.
    fn spoken(&self, name: &str, words: &Spoken, input: impl Fn() -> Input) -> Vec<Field> {
        let field = |language: &&str| {
            let what = self.one(name, words.get(*language).map_or("", String::as_str), input());
            let label =
                Text::new("deskweb-set-in").with("what", what.label.clone()).with("language", Text::new(format!("language-{language}")));
            let label = self.set.words().say(&label);
            Field { name: format!("{name}-{language}"), label, language: Some((*language).to_owned()), ..what }
        };
        LANGUAGES.iter().map(field).collect()
    }

    fn queue(&self, queue: &QueueSet) -> Vec<Field> {
        let (web, words) = (self.web, self.set.words());
        let script = web.office.script.load();
        let mut fields = self.spoken("name", &queue.name, || Input::Line);
        let services = script.flows.iter().filter(|flow| flow.submit.is_some()).map(|flow| Opt {
            value: flow.service.to_string(),
            label: words.say(&Text::new(flow.service.as_str())),
            chosen: queue.services.contains(&flow.service),
        });
        fields.push(self.one("services", "", Input::Ticks(services.collect())));
        let known = web.office.places.load();
        let places = known.iter().filter(|place| matches!(place.kind, PlaceKind::District | PlaceKind::Zone));
        let places = places.filter(|place| place.route_code() == place.code).map(|place| Opt {
            value: place.code.clone(),
            label: words.say(&place_name(&known, &place.code)),
            chosen: queue.districts.contains(&place.code),
        });
        fields.push(self.one("districts", "", Input::Ticks(places.collect())));
        let states = [("", None), ("closed", Some(Shut::Closed)), ("removed", Some(Shut::Removed))];
        let states = states.into_iter().map(|(value, shut)| Opt {
            value: value.to_owned(),
            label: words.t(&format!("deskweb-set-shut-{}", shut.map_or("open", Shut::name))),
            chosen: queue.shut == shut,
        });
        fields.push(self.one("shut", "", Input::Pick(states.collect())));
        fields
    }

    fn window(&self, window: &WindowSet, is_office: bool) -> Vec<Field> {
        let mut fields = self.spoken("hours", &window.hours, || Input::Line);
        fields.push(self.one("phone", &window.phone, Input::Line));
        fields.extend(self.spoken("address", &window.address, || Input::Line));
        if !is_office {
            fields.extend(self.spoken("note", &window.note, || Input::Area(2)));
        }
        fields
    }

    fn closed(&self, key: &Key, closed: &ClosedSet) -> Vec<Field> {
        let words = self.set.words();
        let script = self.web.office.script.load();
        let rules = self.web.office.rules();
        let mut fields = self.spoken("why", &closed.why, || Input::Area(3));
        let none = Opt { value: String::new(), label: words.t("deskweb-set-instead-none"), chosen: closed.instead.is_none() };
        let others = script.flows.iter().filter(|flow| {
            let own = matches!(key, Key::Service(service) if *service == flow.service);
            !own && (!rules.closed.contains_key(&flow.service) || closed.instead.as_ref() == Some(&flow.service))
        });
        let others = others.map(|flow| Opt {
            value: flow.service.to_string(),
            label: words.say(&Text::new(flow.service.as_str())),
            chosen: closed.instead.as_ref() == Some(&flow.service),
        });
        fields.push(self.one("instead", "", Input::Pick([none].into_iter().chain(others).collect())));
        fields
    }
}

fn when(at: Option<Moment>) -> String {
    at.map_or_else(String::new, |at| office_time(at).format(WHEN).to_string())
}

/// What was typed, as a value of the kind of its key. What cannot be read is a fault of its field; the rest is judged later.
pub(super) fn read(form: &Pairs, (key, before): (&Key, Option<&Value>)) -> (Value, Vec<Fault>) {
    let mut faults = Vec::new();
    let spoken = |name: &str| -> Spoken {
        let words = |language: &&str| {
            let words = form.one(&format!("{name}-{language}")).replace("\r\n", "\n");
            Some(((*language).to_owned(), words.trim().to_owned())).filter(|(_, words)| !words.is_empty())
        };
        LANGUAGES.iter().filter_map(words).collect()
    };
    let mut moment = |name: &str| -> Option<Moment> {
        let typed = form.one(name).trim();
        if typed.is_empty() {
            return None;
        }
        let read = NaiveDateTime::parse_from_str(typed, WHEN).or_else(|_| NaiveDateTime::parse_from_str(typed, "%Y-%m-%d %H:%M"));
        if read.is_err() {
            faults.push(Fault { field: name.to_owned(), text: Text::new("deskweb-fault-when") });
        }
        read.ok().map(office_moment)
    };
    let value = match key {
        Key::Queue(_) => Value::Queue(QueueSet {
            name: spoken("name"),
            services: form.all("services").map(Into::into).collect(),
            districts: form.all("districts").map(str::to_owned).collect(),
            shut: [Shut::Closed, Shut::Removed].into_iter().find(|shut| shut.name() == form.one("shut")),
            made: match before {
                Some(Value::Queue(queue)) => queue.made,
                _ => None,
            },
        }),
        Key::Office | Key::Window(_) => Value::Window(WindowSet {
            hours: spoken("hours"),
            phone: form.one("phone").trim().to_owned(),
            address: spoken("address"),
            note: spoken("note"),
        }),
        Key::Calendar(_) => Value::Calendar(form.one("days").replace("\r\n", "\n")),
        Key::Notice(_) => {
            let (from, until) = (moment("from"), moment("until"));
            Value::Notice(NoticeSet { words: spoken("words"), from, until })
        }
        Key::Reply(..) => Value::Reply(spoken("words")),
        Key::Service(_) => Value::Closed(ClosedSet {
            why: spoken("why"),
            instead: Some(form.one("instead")).filter(|one| !one.is_empty()).map(Into::into),
        }),
    };
    (value, faults)
}

/// What a form begins with when nothing stands yet.
pub(super) fn empty(key: &Key) -> Value {
    match key {
        Key::Queue(_) => Value::Queue(QueueSet::default()),
        Key::Office | Key::Window(_) => Value::Window(WindowSet::default()),
        Key::Calendar(_) => Value::Calendar("date,kind,name_zh,name_en\n".to_owned()),
        Key::Notice(_) => Value::Notice(NoticeSet::default()),
        Key::Reply(..) => Value::Reply(Spoken::new()),
        Key::Service(_) => Value::Closed(ClosedSet::default()),
    }
}
