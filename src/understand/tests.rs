use super::*;

fn shipped() -> Understanding {
    shipped::understanding(&[]).expect("good weights")
}

fn first(understanding: &Understanding, text: &str) -> String {
    understanding.understand(text).services.first().expect("services").0.clone()
}

#[test]
fn what_people_say_leads_to_the_service_they_mean() {
    let understanding = shipped();
    for (text, services) in [
        ("somebody copied our lamp and sells it on a platform", &["infringement-adjudication", "report-ip"][..]),
        ("怎么查一个代理机构靠不靠谱", &["agency-lookup"]),
        ("how many inventions did Wuhan get last year?", &["patent-statistics"]),
        ("我们想拿专利去银行贷款", &["pledge-financing"]),
        ("我們想拿專利去銀行貸款", &["pledge-financing"]),
    ] {
        let understood = understanding.understand(text);
        assert!(understood.offer().iter().take(2).any(|(id, _)| services.contains(&id.as_str())), "{text}: {:?}", understood.offer());
    }
}

#[test]
fn nothing_and_noise_get_no_offer() {
    let understanding = shipped();
    for text in ["", "   ", "🙂", "?!", "what is the weather tomorrow", "今天天气怎么样"] {
        assert_eq!(understanding.understand(text).offer(), &[], "{text}");
    }
    understanding.understand(&"专利".repeat(100_000));
}

#[test]
fn figures_hold_on_phrases_outside_the_weights() {
    let (understanding, owners) = (shipped(), shipped::owners());
    let (mut ours, mut first, mut three, mut exact, mut near, mut offered) = (0, 0, 0, 0, 0, 0);
    let (mut strangers, mut let_in) = (0, 0);
    for phrase in shipped::read(include_str!("../../tests/phrases/held-out.csv")) {
        let understood = understanding.understand(&phrase.text);
        let is_offered = usize::from(!understood.offer().is_empty());
        if phrase.id == NONE {
            strangers += 1;
            let_in += is_offered;
            continue;
        }
        let service = owners.get(&phrase.id).unwrap_or(&phrase.id);
        ours += 1;
        offered += is_offered;
        first += usize::from(understood.services.first().is_some_and(|(id, _)| id == service));
        three += usize::from(understood.services.iter().take(3).any(|(id, _)| id == service));
        exact += usize::from(understood.candidates.first().is_some_and(|found| found.id == phrase.id));
        near += usize::from(understood.candidates.iter().take(3).any(|found| found.id == phrase.id));
    }
    let percent = |count: usize, all: usize| count as f32 * 100.0 / all as f32;
    let said = format!("{first} {three} {exact} {near} {offered} of {ours}, {let_in} of {strangers}");
    assert!(ours > 900 && strangers > 90, "{said}");
    assert!(percent(first, ours) >= 72.0 && percent(three, ours) >= 88.0, "{said}");
    assert!(percent(exact, ours) >= 62.0 && percent(near, ours) >= 80.0, "{said}");
    assert!(percent(offered, ours) >= 83.0 && percent(let_in, strangers) <= 5.0, "{said}");
}

#[test]
fn an_offices_own_phrase_leads_where_it_says_also_to_a_service_of_its_own() {
    let own = |id: &str, text: &str| Phrase { id: id.to_owned(), text: text.to_owned() };
    let phrases = [own("bee-permit", "I want to keep bees on the roof"), own("publications", "小黄书在哪里领")];
    let understanding = shipped::understanding(&phrases).expect("good weights");
    assert_eq!(first(&understanding, "i want to keep bees on a roof"), "bee-permit");
    assert_eq!(first(&understanding, "小黄书在哪领"), "publications");
    assert_eq!(understanding.understand("小黄书在哪里领").offer().len(), 1);
}

#[test]
fn phrases_that_pull_two_ways_are_found() {
    let phrases = ["a,zh,查 专利", "b,zh,查專利！", "a,zh,查专利"].join("\n");
    let phrases = shipped::read(&format!("id,language,phrase\n{phrases}"));
    let pairs: Vec<_> = conflicts(&phrases, str::to_owned).into_iter().map(|(one, other)| (one.id.as_str(), other.id.as_str())).collect();
    assert_eq!(pairs, [("a", "b")]);
}

#[test]
fn the_weights_were_trained_on_the_phrases_beside_them() {
    assert_eq!(
        shipped().trained_on(),
        learn::checksum(&shipped::phrases(), shipped::CONCEPTS),
        "run `cargo run --release --example learn`"
    );
}

#[test]
#[ignore = "trains for minutes without optimisation"]
fn the_phrases_teach_the_shipped_weights_again() {
    let taught = learn::learn(&shipped::phrases(), &shipped::owners(), shipped::CONCEPTS);
    assert!(taught == include_bytes!("../data/phrases/weights.bin"));
}
