//! What a person sees at each place. Only names of texts stand here; the words are in `locales/`.

use super::answer::{Answer, ListItem};
use super::event::Submitted;
use super::flow::{Ask, Flow, Kind, Menu, Step, What};
use super::machine::{Run, Stand};
use super::state::{Aside, Frame, Press, Show};
use crate::country::Countries;
use crate::format::neutral;
use crate::id::{ServiceId, StepId, SubscriptionId};
use crate::locale::{Language, Text, Value};

/// Answers on one page of the list to change.
const CHANGE_PAGE: usize = 8;
/// So many services of a menu are told about with all their lines; of more only the first line is.
const TOLD_WHOLE: usize = 2;
/// Signs of an answer that a review shows; the whole stays kept.
const SHOWN: usize = 220;

/// Signs of an answer on a button.
const BRIEF: usize = 16;

pub(super) type Rows = Vec<Vec<(Text, Press)>>;

impl<'w> Run<'w> {
    /// The screen of a place.
    pub(super) fn screen(&self, stand: &Stand<'w>) -> Show {
        let (lines, buttons) = match stand {
            Stand::Home => self.home_screen(),
            Stand::Aside(aside) => self.aside_screen(aside),
            Stand::Ask(step, ask) => self.ask_screen(step, ask),
            Stand::Stop(step) => self.stop_screen(step),
            Stand::Review(flow) => self.review_screen(flow),
            Stand::Want(_) => (Vec::new(), Vec::new()),
        };
        Show { lasting: false, lines, buttons, copies: None, picture: None }
    }

    fn home_screen(&self) -> (Vec<Text>, Rows) {
        let mut rows: Rows = Vec::new();
        for draft in self.state.drafts.iter().rev() {
            rows.push(vec![(Text::new("button-continue-service").with("service", short(&draft.flow)), Press::Resume(draft.flow.clone()))]);
        }
        for menu in [Menu::Report, Menu::Find, Menu::Follow] {
            if self.menu(menu).next().is_some() {
                rows.push(vec![(Text::new(menu_text(menu)), Press::Menu(menu))]);
            }
        }
        if [Menu::More, Menu::Use, Menu::Firms].into_iter().any(|menu| self.menu(menu).next().is_some()) {
            rows.push(vec![(Text::new(menu_text(Menu::More)), Press::Menu(Menu::More))]);
        }
        if self.state.puzzled > 0 {
            rows.push(vec![button("human", Press::Human)]);
        }
        rows.push(vec![button("language", Press::ChooseLanguage), button("help", Press::Help)]);
        let now = self.world.now;
        let announced = self.world.rules.announcements.iter().filter(|announcement| announcement.holds(now));
        let announced = announced.map(|announcement| Text::new("announcement").with("words", announcement.words.clone()));
        let line = self.world.rules.office.line.clone();
        ([Text::new("home-greeting")].into_iter().chain(announced).chain([line]).collect(), rows)
    }

    fn aside_screen(&self, aside: &Aside) -> (Vec<Text>, Rows) {
        match aside {
            Aside::Cancel => (
                vec![Text::new("cancel-really").with("service", self.top_name())],
                vec![vec![button("cancel-yes", Press::ReallyCancel)], vec![button("cancel-no", Press::GoOn)]],
            ),
            Aside::Resume(service) => (
                vec![Text::new("draft-exists").with("service", Text::new(service.as_str()))],
                [
                    Some(vec![button("continue", Press::Resume(service.clone()))]),
                    (!self.is_closed(service)).then(|| vec![button("anew", Press::Anew(service.clone()))]),
                    Some(vec![button("home", Press::Home)]),
                ]
                .into_iter()
                .flatten()
                .collect(),
            ),
            Aside::Notice => (
                self.notice_lines(),
                vec![vec![button("agree", Press::Agree)], vec![button("disagree", Press::Disagree)], vec![button("back", Press::Back)]],
            ),
            Aside::Sensitive => {
                // Where the answer may not pass over the channel, it is given on the office's page.
                let by_link = self.world.ability.abroad.then(|| Text::new("notice-sensitive-link"));
                let lines = std::iter::once(Text::new("notice-sensitive")).chain(by_link).collect();
                (lines, vec![vec![button("agree", Press::Agree)], vec![button("disagree", Press::Disagree)]])
            }
            Aside::Language => (
                vec![Text::new("language-choose")],
                [Language::chinese(), Language::english()]
                    .into_iter()
                    .map(|language| vec![(Text::new(format!("language-{}", language.0)), Press::Language(language))])
                    .chain([vec![button("go-on", Press::GoOn)]])
                    .collect(),
            ),
            Aside::Help => (
                [vec![Text::new("help"), Text::new("help-commands")], self.world.rules.office.window.clone()].concat(),
                vec![
                    vec![button("human", Press::Human), button("language", Press::ChooseLanguage)],
                    vec![button("privacy", Press::Privacy), button("mydata", Press::MyData)],
                    vec![button("go-on", Press::GoOn)],
                ],
            ),
            Aside::Privacy => (self.notice_lines(), vec![vec![button("mydata", Press::MyData)], vec![button("go-on", Press::GoOn)]]),
            Aside::MyData => self.my_data(),
            Aside::Forget => (
                vec![Text::new("forget-really")],
                vec![vec![button("forget-yes", Press::ReallyForget)], vec![button("cancel-no", Press::GoOn)]],
            ),
            Aside::Menu(menu) => self.menu_screen(*menu),
            Aside::Offer(meant) => self.offer_screen(meant),
            Aside::Besides(besides) => self.besides_screen(besides),
            Aside::Answer(ready) => self.prepared_screen(ready),
            Aside::Closed(service) => self.closed_screen(service),
            Aside::Change(page) => self.change_screen(*page),
            Aside::More => self.more_screen(),
            Aside::Link(receipt) => (
                vec![Text::new("link-offer").with("receipt", receipt.to_string())],
                vec![
                    vec![button("link-yes", Press::Link(receipt.clone(), true))],
                    vec![button("link-no", Press::Link(receipt.clone(), false))],
                ],
            ),
        }
    }

    /// Why a service is closed, what to do instead, and the way to a person.
    fn closed_screen(&self, service: &ServiceId) -> (Vec<Text>, Rows) {
        let closed = self.world.rules.closed.get(service);
        let why = closed.map_or_else(|| Text::new("service-unknown"), |closed| closed.why.clone());
        let line = Text::new("service-closed").with("service", Text::new(service.as_str())).with("why", why);
        let mut rows: Rows = Vec::new();
        if let Some(instead) = closed.and_then(|closed| closed.instead.as_ref()).filter(|instead| !self.is_closed(instead)) {
            rows.push(vec![(short(instead), Press::Service(instead.clone()))]);
        }
        rows.push(vec![button("human", Press::Human)]);
        rows.push(vec![match self.state.frames.is_empty() {
            true => button("home", Press::Home),
            false => button("go-on", Press::GoOn),
        }]);
        (vec![line], rows)
    }

    /// The personal-data notice (Personal Information Protection Law art. 17).
    fn notice_lines(&self) -> Vec<Text> {
        let rules = self.world.rules;
        vec![
            Text::new("notice")
                .with("office", rules.office.name.clone())
                .with("officer", rules.office.data_officer.clone())
                .with("days", rules.draft_days)
                .with("otherwise", Text::new(if self.may_be_anonymous() { "notice-otherwise-anonymous" } else { "notice-otherwise" })),
            Text::new(if self.world.ability.abroad { "notice-abroad" } else { "notice-here" }),
        ]
    }

    fn my_data(&self) -> (Vec<Text>, Rows) {
        let mut lines = vec![Text::new("mydata")];
        if let Some(agreed) = &self.state.notice {
            lines.push(Text::new("mydata-agreed").with("day", Value::Day(crate::clock::office_day(agreed.at))));
        }
        for form in self.state.forms() {
            lines.push(
                Text::new("mydata-draft")
                    .with("service", Text::new(form.flow.as_str()))
                    .with("answers", form.entries.iter().filter(|entry| entry.answer.is_given()).count())
                    .with("files", form.files().len()),
            );
        }
        let mut rows: Rows = vec![vec![(short(&self.world.rules.follow), Press::Service(self.world.rules.follow.clone()))]];
        for thing in self.state.own.iter().flatten() {
            let filled = |id: &str| Text { args: thing.says.clone(), ..Text::new(id) };
            lines.push(filled("mydata-subscription"));
            if let Some(id) = SubscriptionId::read(&thing.id) {
                rows.push(vec![(filled("button-end-subscription"), Press::Unsubscribe(id))]);
            }
        }
        lines.extend_from_slice(self.world.kept);
        lines.push(Text::new("mydata-tickets"));
        rows.push(vec![button("mydata-copy", Press::MyCopy)]);
        rows.push(vec![button("forget", Press::Forget)]);
        rows.push(vec![button("go-on", Press::GoOn)]);
        (lines, rows)
    }

    fn menu_screen(&self, menu: Menu) -> (Vec<Text>, Rows) {
        let mut lines = vec![Text::new(format!("{}.question", menu_text(menu)))];
        let many = self.menu(menu).count() > TOLD_WHOLE;
        lines.extend(self.menu(menu).map(|flow| {
            let about = Text::new(format!("{}.about", flow.service));
            let (line, about) = if many { ("menu-line-brief", Value::First(Box::new(about))) } else { ("menu-line", about.into()) };
            Text::new(line).with("service", Text::new(flow.service.as_str())).with("about", about)
        }));
        let mut rows: Rows = self.menu(menu).map(|flow| vec![(short(&flow.service), Press::Service(flow.service.clone()))]).collect();
        let deeper = matches!(menu, Menu::Use | Menu::Firms);
        if menu == Menu::More {
            let filled = [Menu::Use, Menu::Firms].into_iter().filter(|menu| self.menu(*menu).next().is_some());
            rows.extend(filled.map(|menu| vec![(Text::new(menu_text(menu)), Press::Menu(menu))]));
        }
        let back = deeper.then(|| button("back", Press::Menu(Menu::More)));
        rows.push(back.into_iter().chain([button("home", Press::Home)]).collect());
        (lines, rows)
    }

    fn ask_screen(&self, step: &Step, ask: &Ask) -> (Vec<Text>, Rows) {
        let frame = self.state.frames.last().expect("a question stands in a frame");
        let mut lines = vec![Text::new("question").with("question", self.step_text(step, frame))];
        for attribute in ["why", "hint"] {
            let id = self.attribute(step, attribute);
            if let Some(id) = id.filter(|_| attribute != "why" || !self.refused) {
                let filled = self.fill(Text::new(id), frame);
                lines.push(Text::new(format!("question-{attribute}")).with("words", filled));
            }
        }
        if let Some(changing) = &frame.changing
            && changing.step == step.id
        {
            lines.push(Text::new("question-before").with("answer", self.shown(step, ask, &changing.before)));
        }
        let mut rows = match self.is_kept_off(step, ask) {
            true => {
                lines.push(Text::new("by-link"));
                vec![vec![button("link-again", Press::SendLink)], vec![button("leave-to-desk", Press::LeaveToDesk)]]
            }
            false => self.answer_buttons(step, ask, frame, &mut lines),
        };
        let mut controls = Vec::new();
        if ask.optional && frame.open.files.is_empty() {
            controls.push(button("skip", Press::Skip));
        }
        if ask.unknown {
            controls.push(button("unknown", Press::Unknown));
        }
        if !controls.is_empty() {
            rows.push(controls);
        }
        rows.push(vec![button("back", Press::Back), button("cancel", Press::Cancel), button("help", Press::Help)]);
        (lines, rows)
    }

    fn answer_buttons(&self, step: &Step, ask: &Ask, frame: &Frame, lines: &mut Vec<Text>) -> Rows {
        let label = |name: &str| self.fill(self.own(step, Some(&format!("opt-{name}"))), frame);
        let mut rows: Rows = Vec::new();
        match &ask.kind {
            Kind::Choice(_) => rows
                .extend(self.options_of(frame, ask).iter().map(|option| vec![(label(&option.name), Press::Option(option.name.clone()))])),
            Kind::Several(_) => {
                for option in self.options_of(frame, ask) {
                    let ticked = frame.open.ticked.contains(&option.name);
                    let text = Text::new(if ticked { "ticked" } else { "unticked" }).with("option", label(&option.name));
                    rows.push(vec![(text, Press::Tick(option.name.clone()))]);
                }
                if !frame.open.ticked.is_empty() {
                    rows.push(vec![(Text::new("button-enough").with("count", frame.open.ticked.len()), Press::Enough)]);
                }
            }
            Kind::YesNo => rows.push(vec![button("yes", Press::Yes(true)), button("no", Press::Yes(false))]),
            Kind::Place => {
                for code in &frame.open.places {
                    rows.push(vec![(self.place_name(code), Press::Place(code.clone()))]);
                }
            }
            Kind::Files { max, .. } => {
                let limit = self.world.ability.file.unwrap_or(0) / 1_000_000;
                lines.push(
                    Text::new("files-limits").with("megabytes", limit as i64).with("max", i64::from((*max).min(self.world.rules.files))),
                );
                if !frame.open.files.is_empty() {
                    lines.push(Text::new("files-so-far").with("count", frame.open.files.len()));
                    let enough = (Text::new("button-files-enough").with("count", frame.open.files.len()), Press::Enough);
                    rows.push(vec![enough, button("files-clear", Press::Clear)]);
                }
            }
            Kind::Pick { .. } => rows.extend(self.pick_rows(step, ask, frame, &label)),
            Kind::Country => {
                for code in &frame.open.places {
                    rows.push(vec![(country_name(code), Press::Place(code.clone()))]);
                }
            }
            Kind::Patent | Kind::Trademark | Kind::RightNumber { .. } | Kind::CreditCode | Kind::List { .. } => {
                if frame.open.doubtful.is_some() {
                    rows.push(vec![button("keep", Press::Keep)]);
                }
            }
            Kind::Text { .. }
            | Kind::Number { .. }
            | Kind::Money
            | Kind::Date(_)
            | Kind::Phone
            | Kind::Email
            | Kind::Contact
            | Kind::Links { .. }
            | Kind::Receipt
            | Kind::Code
            | Kind::Year { .. } => {}
        }
        rows
    }

    fn pick_rows(&self, step: &Step, ask: &Ask, frame: &Frame, label: &dyn Fn(&str) -> Text) -> Rows {
        let mut rows: Rows = Vec::new();
        if let Some(found) = &frame.open.found {
            for thing in &found.things {
                let mut text = self.own(step, Some("item"));
                text.args.clone_from(&thing.says);
                rows.push(vec![(text, Press::Pick(thing.id.clone()))]);
            }
            let mut turn = Vec::new();
            if found.page > 0 {
                turn.push(button("page-before", Press::Page(found.page - 1)));
            }
            if found.page + 1 < found.pages {
                turn.push(button("page-after", Press::Page(found.page + 1)));
            }
            if !turn.is_empty() {
                rows.push(turn);
            }
        }
        rows.extend(self.options_of(frame, ask).iter().map(|option| vec![(label(&option.name), Press::Option(option.name.clone()))]));
        rows
    }

    fn stop_screen(&self, step: &Step) -> (Vec<Text>, Rows) {
        let frame = self.state.frames.last().expect("a stop stands in a frame");
        let lines = vec![self.step_text(step, frame)];
        let mut rows: Rows = Vec::new();
        if let What::Stop { offer, pass } = &step.what {
            for service in offer {
                rows.push(vec![(short(service), Press::Service(service.clone()))]);
            }
            if *pass {
                rows.push(vec![button("pass", Press::Pass)]);
            }
        }
        rows.push(vec![button("back", Press::Back), button("cancel", Press::Cancel), button("human", Press::Human)]);
        (lines, rows)
    }

    fn review_screen(&self, flow: &Flow) -> (Vec<Text>, Rows) {
        let frame = self.state.frames.last().expect("a review stands in a frame");
        let mut lines = vec![Text::new("review").with("service", Text::new(flow.service.as_str()))];
        lines.extend(self.given(flow, frame).map(|(step, ask, answer)| {
            Text::new("review-line").with("label", self.label(step)).with("answer", self.shown(step, ask, answer))
        }));
        let submit = flow.submit.as_ref();
        if submit.is_some_and(|submit| submit.declares) {
            lines.push(Text::new("review-declare"));
        }
        let mut rows: Rows = vec![vec![button("submit", Press::Submit)]];
        let mut second = vec![button("change", Press::Change)];
        let more = self.open_to_more(flow, frame).count();
        if more > 0 {
            second.push((Text::new("button-more").with("count", more), Press::More));
        }
        rows.push(second);
        rows.push(vec![button("back", Press::Back), button("cancel", Press::Cancel), button("help", Press::Help)]);
        (lines, rows)
    }

    /// What a review shows, line by line, each with the question that it answers.
    pub(super) fn review_lines(&self, flow: &Flow) -> Vec<(Text, Value, StepId)> {
        let Some(frame) = self.state.frames.last() else { return Vec::new() };
        self.given(flow, frame).map(|(step, ask, answer)| (self.label(step), self.shown(step, ask, answer), step.id.clone())).collect()
    }

    fn change_screen(&self, page: u32) -> (Vec<Text>, Rows) {
        let mut rows: Rows = Vec::new();
        if let (Some(flow), Some(frame)) = (self.top_flow(), self.state.frames.last()) {
            let all: Vec<_> = self.given(flow, frame).collect();
            let from = (page as usize * CHANGE_PAGE).min(all.len());
            for (step, ask, answer) in all.iter().skip(from).take(CHANGE_PAGE) {
                let text = Text::new("button-change-step").with("label", self.label(step)).with("answer", self.brief(step, ask, answer));
                rows.push(vec![(text, Press::ChangeStep(step.id.clone()))]);
            }
            let mut turn = Vec::new();
            if page > 0 {
                turn.push(button("page-before", Press::Page(page - 1)));
            }
            if from + CHANGE_PAGE < all.len() {
                turn.push(button("page-after", Press::Page(page + 1)));
            }
            if !turn.is_empty() {
                rows.push(turn);
            }
        }
        rows.push(vec![button("go-on", Press::GoOn)]);
        (vec![Text::new("change-which")], rows)
    }

    fn more_screen(&self) -> (Vec<Text>, Rows) {
        let mut rows: Rows = Vec::new();
        if let (Some(flow), Some(frame)) = (self.top_flow(), self.state.frames.last()) {
            rows.extend(self.open_to_more(flow, frame).map(|step| vec![(self.label(step), Press::MoreStep(step.id.clone()))]));
        }
        rows.push(vec![button("go-on", Press::GoOn)]);
        (vec![Text::new("more-which")], rows)
    }

    /// The receipt: stays in the chat, shows the code once, says what comes next.
    pub(super) fn receipt(&self, service: &ServiceId, submitted: &Submitted) -> Show {
        let name = service.as_str();
        let mut lines = vec![
            Text::new("receipt-title").with("service", Text::new(name)),
            Text::new("receipt-number").with("receipt", submitted.receipt.to_string()),
            Text::new("receipt-code").with("code", submitted.code.clone()),
            Text::new("receipt-next").with("next", Text::new(format!("{name}-next"))).with("desk", submitted.desk.clone()),
        ];
        for (what, day) in &submitted.due {
            lines.push(Text::new("receipt-due").with("what", what.clone()).with("day", Value::Day(*day)));
        }
        for year in &submitted.guessed {
            lines.push(Text::new("receipt-guessed").with("year", year.to_string()));
        }
        lines.push(Text::new(if submitted.anonymous { "receipt-add-anonymous" } else { "receipt-add" }));
        lines.push(Text::new("receipt-who").with("who", Text::new(format!("{name}-who"))));
        let buttons = if submitted.anonymous { Vec::new() } else { vec![vec![button("ticket", Press::Ticket(submitted.receipt.clone()))]] };
        let copies = Some((Text::new("button-copy-receipt"), submitted.receipt.to_string()));
        Show { lasting: true, lines, buttons, copies, picture: None }
    }

    // --- Parts --------------------------------------------------------------------------------------------------------

    pub(super) fn given<'f>(&self, flow: &'f Flow, frame: &'f Frame) -> impl Iterator<Item = (&'f Step, &'f Ask, &'f Answer)> {
        flow.asks().filter_map(|(step, ask)| Some((step, ask, frame.telling(&step.id, ask)?)))
    }

    fn open_to_more<'f>(&'f self, flow: &'f Flow, frame: &'f Frame) -> impl Iterator<Item = &'f Step> {
        let anonymous =
            flow.submit.as_ref().and_then(|submit| submit.anonymous.as_ref()).is_some_and(|when| when.holds(&self.sight(frame)));
        flow.asks()
            .filter(move |(step, ask)| {
                ask.later
                    && frame.answer(&step.id).is_none()
                    && !(anonymous && ask.personal.is_some())
                    && step.when.holds(&self.sight(frame))
            })
            .map(|(step, _)| step)
    }

    fn top_name(&self) -> Text {
        Text::new(self.state.frames.last().map_or("common-missing", |frame| frame.flow.as_str()))
    }

    /// The text of a step, with every fact and answer that it uses.
    pub(super) fn step_text(&self, step: &Step, frame: &Frame) -> Text {
        self.fill(self.own(step, None), frame)
    }

    /// Id of a step's text: a service may word a shared question in its own way.
    fn own(&self, step: &Step, attribute: Option<&str>) -> Text {
        let tail = attribute.map(|name| format!(".{name}")).unwrap_or_default();
        let group = format!("{}{tail}", step.text);
        let own = self.top_flow().map(|flow| format!("{}-{}{tail}", flow.service, step.id));
        match own.filter(|own| *own != group && self.world.words.exists(own)) {
            Some(own) => Text::new(own).or(group),
            None => Text::new(group),
        }
    }

    fn attribute(&self, step: &Step, name: &str) -> Option<String> {
        self.own(step, Some(name)).ids.into_iter().find(|id| self.world.words.exists(id))
    }

    fn fill(&self, mut text: Text, frame: &Frame) -> Text {
        let names: Vec<String> = text.ids.iter().flat_map(|id| self.world.words.variables(id)).cloned().collect();
        for name in names {
            let value = frame.facts.iter().find(|(fact, _)| fact.replace('.', "-") == name).map(|(_, value)| value.clone()).or_else(|| {
                let (step, ask) = self.top_flow()?.asks().find(|(step, _)| step.id.as_str() == name)?;
                Some(self.shown(step, ask, frame.answer(&step.id)?))
            });
            if let Some(value) = value {
                text.args.push((name, value));
            }
        }
        text
    }

    pub(super) fn label(&self, step: &Step) -> Text {
        self.own(step, Some("label"))
    }

    fn place_name(&self, code: &str) -> Text {
        place_name(self.world.places, code)
    }

    /// An answer as people see it.
    pub(super) fn shown(&self, step: &Step, ask: &Ask, answer: &Answer) -> Value {
        // What did not come over this channel does not go back over it.
        if answer.is_given() && self.world.rules.keep_off(self.world.ability, ask) {
            return Text::new("answer-hidden").into();
        }
        if let (Kind::Pick { options, .. }, Answer::Pick { id, label }) = (&ask.kind, answer)
            && label.is_empty()
            && !options.iter().any(|option| option.name == *id)
        {
            return Value::Words(id.clone());
        }
        shown(&self.text_ids(step), answer, self.world.places)
    }

    /// The same in a few signs, for a button.
    fn brief(&self, step: &Step, ask: &Ask, answer: &Answer) -> Value {
        match self.shown(step, ask, answer) {
            Value::Words(words) => Value::Words(cut(&words, BRIEF)),
            Value::List(items) => match items.first() {
                Some(Value::Words(words)) if items.len() > 1 => Value::Words(cut(&format!("{words}…"), BRIEF)),
                Some(Value::Words(words)) => Value::Words(cut(words, BRIEF)),
                _ => Value::List(items),
            },
            other => other,
        }
    }
}

/// An answer as people see it, in whatever language the text will be said: choices are data and translate themselves, words
/// stay as written. `texts` are the ids under which the question's text stands ([`super::machine::text_ids`]).
pub fn shown(texts: &[String], answer: &Answer, places: &crate::place::Places) -> Value {
    let option = |name: &String| Value::from(Text { ids: texts.iter().map(|id| format!("{id}.opt-{name}")).collect(), args: Vec::new() });
    match answer {
        Answer::Choice(name) => option(name),
        Answer::Several(names) => Value::List(names.iter().map(option).collect()),
        Answer::YesNo(yes) => Text::new(if *yes { "answer-yes" } else { "answer-no" }).into(),
        Answer::Text(words) => Value::Words(cut(&neutral(words), SHOWN)),
        Answer::Number(n) => Value::Number(*n),
        Answer::Money(fen) => Value::Money(*fen),
        Answer::Date(day) => Value::Day(*day),
        Answer::Phone(words) | Answer::Email(words) | Answer::Receipt(words) => Value::Words(words.clone()),
        Answer::Links(links) => Value::List(links.iter().map(|link| Value::Words(cut(link, 80))).collect()),
        Answer::Place(place) => {
            let name = place_name(places, &place.code);
            match &place.written {
                Some(written) => Text::new("answer-place").with("place", name).with("written", cut(&neutral(written), 60)).into(),
                None => name.into(),
            }
        }
        Answer::Country(country) => {
            let name = country_name(&country.code);
            match &country.written {
                Some(written) => Text::new("answer-place").with("place", name).with("written", cut(&neutral(written), 60)).into(),
                None => name.into(),
            }
        }
        Answer::Year(year) => Value::Words(year.to_string()),
        Answer::List(items) => Value::List(items.iter().map(item).collect()),
        Answer::RightNumber(right) if right.verified => Value::Words(right.number.clone()),
        Answer::RightNumber(right) => Text::new("answer-unverified").with("number", right.number.clone()).into(),
        Answer::CreditCode { code, verified: true } => Value::Words(code.clone()),
        Answer::CreditCode { code, verified: false } => Text::new("answer-unverified").with("number", code.clone()).into(),
        Answer::Files(files) => Text::new("answer-files").with("count", files.len()).into(),
        Answer::Pick { id, label } if label.is_empty() => option(id),
        Answer::Pick { label, .. } => Value::Words(label.clone()),
        Answer::Code(_) => Text::new("answer-hidden").into(),
        Answer::Skipped => Text::new("answer-skipped").into(),
        Answer::Unknown => Text::new("answer-unknown").into(),
        Answer::Elsewhere => Text::new("answer-elsewhere").into(),
        Answer::Told | Answer::Done => Text::new("answer-yes").into(),
    }
}

/// A place by its code, in each language.
pub fn place_name(places: &crate::place::Places, code: &str) -> Text {
    match places.by_code(code) {
        Some(place) => Text::new("place-name").with("zh", place.zh.clone()).with("en", place.en.clone()),
        None => Text::new("place-unknown"),
    }
}

/// A country or region by its code, in each language.
pub fn country_name(code: &str) -> Text {
    match Countries::shipped().by_code(code) {
        Some(country) => Text::new("place-name").with("zh", country.zh.clone()).with("en", country.en.clone()),
        None => Text::new("place-unknown"),
    }
}

fn item(item: &ListItem) -> Value {
    let words = cut(&neutral(&item.words), 80);
    if item.verified { Value::Words(words) } else { Text::new("answer-unverified").with("number", words).into() }
}

pub(super) fn button(name: &str, press: Press) -> (Text, Press) {
    (Text::new(format!("button-{name}")), press)
}

pub(super) fn short(service: &ServiceId) -> Text {
    Text::new(format!("{service}.short")).or(service.as_str())
}

fn menu_text(menu: Menu) -> &'static str {
    match menu {
        Menu::Report => "menu-report",
        Menu::Find => "menu-find",
        Menu::Follow => "menu-follow",
        Menu::Use => "menu-use",
        Menu::Firms => "menu-firms",
        Menu::More => "menu-more",
    }
}

fn cut(words: &str, most: usize) -> String {
    if words.chars().count() <= most {
        return words.to_owned();
    }
    words.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}
