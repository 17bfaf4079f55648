//! The bare machine and the rendering: `cargo bench --bench core`.

use ip_office_bot::assets::Assets;
use ip_office_bot::channel::render;
use ip_office_bot::dialog::load::Flows;
use ip_office_bot::dialog::state::{Press, State};
use ip_office_bot::dialog::{Event, Rules, World, step};
use ip_office_bot::locale::{Language, Texts};
use ip_office_bot::message::Ability;
use ip_office_bot::place::Places;

fn main() {
    divan::main();
}

struct Stage {
    flows: Flows,
    texts: Texts,
    places: Places,
    rules: Rules,
}

impl Stage {
    fn set() -> Self {
        let assets = Assets::open(None).expect("the embedded dialogs");
        Self {
            flows: Flows::load(assets.dialogs()).expect("good dialogs"),
            texts: Texts::load(assets.texts()).expect("good texts"),
            places: Places::shipped(),
            rules: Rules::default(),
        }
    }

    fn world(&self) -> World<'_> {
        let now = chrono::DateTime::from_timestamp(1_795_399_200, 0).expect("a moment");
        World {
            kept: &[],
            flows: &self.flows,
            words: &self.texts,
            places: &self.places,
            now,
            today: ip_office_bot::clock::office_day(now),
            ability: Ability::TELEGRAM,
            channel: "telegram",
            rules: &self.rules,
            answers: None,
        }
    }
}

/// A report from the first word to the review, as events; each answers what the screen asks.
fn report(stage: &Stage) -> (Vec<Event>, State) {
    let world = stage.world();
    let mut state = State::new(Language::english());
    let mut events = Vec::new();
    let text = |text: &str| Event::Text { text: text.to_owned(), message: None };
    let mut next = Event::Command { name: "start".to_owned(), rest: "counterfeit-report".to_owned() };
    for _ in 0..40 {
        events.push(next.clone());
        state = step(&world, state, next).state;
        if state.presses.contains(&Press::Submit) {
            return (events, state);
        }
        let wanted = |press: &Press| matches!(press, Press::Skip | Press::Agree | Press::Option(_) | Press::Unknown | Press::Enough);
        let asked = state.frames.last().and_then(|frame| frame.open.step.as_ref()).map(|step| step.as_str().to_owned());
        next = match (state.presses.iter().position(wanted), asked.as_deref()) {
            (Some(at), _) => Event::Press { token: format!("{}.{at}", state.screen) },
            (None, Some("district")) => text("Wuchang"),
            (None, Some("found-on")) => text("yesterday"),
            _ => text("A hair dryer with the number ZL201310113186.7 stands on the shelf of this shop."),
        };
    }
    panic!("the report never came to its review: {:?}", state.frames);
}

/// Steps of the machine alone: state and event in, state and screen out.
#[divan::bench]
fn steps_of_a_report(bencher: divan::Bencher) {
    let stage = Stage::set();
    let (events, _) = report(&stage);
    let world = stage.world();
    bencher.counter(divan::counter::ItemsCount::new(events.len())).bench_local(|| {
        let mut state = State::new(Language::english());
        for event in &events {
            state = step(&world, state, event.clone()).state;
        }
        state
    });
}

/// A screen becomes a message in Chinese.
#[divan::bench]
fn screens_rendered(bencher: divan::Bencher) {
    let stage = Stage::set();
    let (_, state) = report(&stage);
    let turn = ip_office_bot::dialog::again(&stage.world(), state);
    let show = turn.shows.first().expect("a screen");
    bencher
        .counter(divan::counter::ItemsCount::new(1usize))
        .bench_local(|| render(&stage.texts, &Language::chinese(), Ability::TELEGRAM, show, turn.state.screen));
}
