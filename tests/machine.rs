//! Any sequence of events on the shipped dialogs: it never panics, never leads to a place without a way out, is always shown in
//! each language within the limits of each channel, and no file is forgotten.

mod counter;
mod event;

use counter::{Channel, Counter};
use event::{Move, moves, nonsense};
use ip_office_bot::dialog::event::PersonalPolicy;
use ip_office_bot::dialog::state::Press;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestCaseError;

fn channel() -> impl Strategy<Value = Channel> {
    prop_oneof![3 => Just(Channel::Telegram), 1 => Just(Channel::Terminal), 1 => Just(Channel::Web)]
}

fn policy() -> impl Strategy<Value = PersonalPolicy> {
    prop_oneof![3 => Just(PersonalPolicy::Consent), 1 => Just(PersonalPolicy::WebOnly)]
}

fn many() -> ProptestConfig {
    // `PROPTEST_CASES` asks for more.
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(96);
    ProptestConfig { cases, max_shrink_iters: 2000, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(many())]

    #[test]
    fn whatever_people_do_there_is_a_way_on_and_every_screen_fits(
        channel in channel(),
        policy in policy(),
        report in proptest::option::of(any::<bool>()),
        moves in proptest::collection::vec(moves(), 1..60),
    ) {
        let mut counter = Counter::open(channel, policy);
        if let Some(named) = report {
            counter.report(named, &[1, 2, 3])?;
        }
        for one in &moves {
            counter.play(one)?;
        }
        counter.leads_home_by_command()?;
        counter.leads_home_by_going_back()?;
        prop_assert_eq!(counter.missing(), 0, "texts or variables were missing");
    }

    #[test]
    fn results_that_make_no_sense_break_nothing(
        channel in channel(),
        moves in proptest::collection::vec(prop_oneof![3 => moves(), 1 => nonsense()], 1..60),
    ) {
        let mut counter = Counter::open(channel, PersonalPolicy::Consent);
        counter.trusts_nothing();
        for one in &moves {
            counter.play(one)?;
        }
        counter.leads_home_by_command()?;
    }

    #[test]
    fn a_report_that_is_anonymous_in_the_end_says_nothing_about_the_person(
        answers in proptest::collection::vec(any::<u8>(), 8..40),
        named in any::<bool>(),
    ) {
        let mut counter = Counter::open(Channel::Telegram, PersonalPolicy::Consent);
        counter.report(named, &answers)?;
        counter.make_anonymous()?;
        let form = counter.send()?;
        prop_assert!(form.anonymous);
        prop_assert!(form.answers.iter().all(|given| !given.personal), "{:?}", form.answers);
    }
}

/// Files are given up where their question is given up; the counter looks after each turn whether one is forgotten.
#[test]
fn files_go_with_the_question_that_is_given_up() {
    let file = Move::File(1, None);
    let play = || -> Result<(), TestCaseError> {
        // Offered at the review, taken up, given up.
        let mut counter = Counter::open(Channel::Terminal, PersonalPolicy::Consent);
        counter.begin("rights-assistance")?;
        counter.fill(&[0, 1, 2])?;
        counter.press(&Press::More)?;
        counter.press(&Press::MoreStep("hardship".into()))?;
        counter.typed("是")?;
        counter.press(&Press::More)?;
        counter.press(&Press::MoreStep("hardship-proof".into()))?;
        counter.press(&Press::Agree)?;
        counter.play(&file)?;
        counter.press(&Press::Back)?;
        // An answer that is changed and then is not.
        counter.press(&Press::Change)?;
        counter.press(&Press::Page(1))?;
        counter.press(&Press::ChangeStep("files".into()))?;
        counter.play(&file)?;
        counter.press(&Press::Back)?;
        // Deleted and sent again.
        counter.play(&file)?;
        counter.press(&Press::Change)?;
        counter.press(&Press::Page(1))?;
        counter.press(&Press::ChangeStep("files".into()))?;
        counter.press(&Press::Clear)?;
        counter.play(&file)?;
        counter.press(&Press::Enough)?;
        // Files for a ticket, given up and given up again.
        counter.begin("case-track")?;
        for _ in 0..8 {
            counter.play(&Move::Answer(0))?;
            counter.play(&file)?;
            counter.press(&Press::Back)?;
        }
        counter.leads_home_by_going_back()
    };
    play().expect("no file is forgotten");
}

/// A test that never gets anywhere proves nothing.
#[test]
fn sequences_get_far() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut met = std::collections::BTreeSet::new();
    for n in 0..140 {
        let many = proptest::collection::vec(moves(), 40..60).new_tree(&mut runner).expect("moves").current();
        let mut counter = Counter::open(Channel::Telegram, PersonalPolicy::Consent);
        if n % 2 == 0 {
            counter.report(n % 4 == 0, &[1, 2, 3]).expect("the first test says why");
        }
        for one in &many {
            counter.play(one).expect("the first test says why");
        }
        met.append(&mut counter.met);
    }
    let expected = [
        "Act",
        "Look",
        "Submit",
        "Option",
        "Tick",
        "Pick",
        "Place",
        "Enough",
        "Yes",
        "Clear",
        "Back",
        "Skip",
        "Unknown",
        "Keep",
        "Page",
        "Service",
        "Menu",
        "Home",
        "GoOn",
        "Resume",
        "Anew",
        "Pass",
        "Cancel",
        "ReallyCancel",
        "Agree",
        "Disagree",
        "Change",
        "ChangeStep",
        "More",
        "MoreStep",
        "Language",
        "ChooseLanguage",
        "Privacy",
        "MyData",
        "Forget",
        "ReallyForget",
        "Human",
        "Help",
        "Link",
    ];
    let missing: Vec<&str> = expected.into_iter().filter(|name| !met.contains(*name)).collect();
    assert!(missing.is_empty(), "never met: {missing:?}");
}

#[test]
fn a_move_of_each_kind_is_made() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut kinds = std::collections::BTreeSet::new();
    for _ in 0..2000 {
        let one = prop_oneof![moves(), nonsense()].new_tree(&mut runner).expect("a move").current();
        kinds.insert(one.kind());
    }
    assert_eq!(kinds.len(), Move::KINDS, "{kinds:?}");
}
