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

/// How well phrases are understood, in percent.
#[derive(Debug, Default)]
struct Figures {
    service: [f32; 2],
    id: [f32; 2],
    offered: f32,
    strangers: f32,
}

impl Figures {
    fn of(files: &[&str]) -> Self {
        let (understanding, owners) = (shipped(), shipped::owners());
        let phrases: Vec<Phrase> = files.iter().flat_map(|file| shipped::read(file)).collect();
        let read: Vec<(Phrase, Understood)> = phrases.into_iter().map(|one| (one.clone(), understanding.understand(&one.text))).collect();
        let (strangers, ours): (Vec<&(Phrase, Understood)>, Vec<_>) = read.iter().partition(|(phrase, _)| phrase.id == NONE);
        let percent = |of: &[&(Phrase, Understood)], fits: &dyn Fn(&str, &Understood) -> bool| {
            of.iter().filter(|(phrase, read)| fits(&phrase.id, read)).count() as f32 * 100.0 / of.len() as f32
        };
        let service = |id: &str, read: &Understood, first: usize| {
            let wanted = owners.get(id).map_or(id, String::as_str);
            read.services.iter().take(first).any(|(service, _)| service == wanted)
        };
        let services = |first: usize| percent(&ours, &|id, read| service(id, read, first));
        let ids = |first: usize| percent(&ours, &|id, read| read.candidates.iter().take(first).any(|found| found.id == id));
        let offered = |of: &[&(Phrase, Understood)]| percent(of, &|_, read| !read.offer().is_empty());
        Self { service: [services(1), services(3)], id: [ids(1), ids(3)], offered: offered(&ours), strangers: offered(&strangers) }
    }

    /// At least, and of strangers at most.
    fn hold(&self, service: [f32; 2], id: [f32; 2], offered: f32, strangers: f32) {
        let reached = [(self.service, service), (self.id, id)].iter().all(|(is, least)| is[0] >= least[0] && is[1] >= least[1]);
        assert!(reached && self.offered >= offered && self.strangers <= strangers, "{self:?}");
    }
}

#[test]
fn figures_hold_on_phrases_that_others_wrote() {
    let files = [include_str!("../../tests/phrases/final-en.csv"), include_str!("../../tests/phrases/final-zh.csv")];
    Figures::of(&files).hold([87.0, 96.0], [70.0, 89.0], 91.0, 4.0);
}

#[test]
fn figures_hold_on_phrases_outside_the_weights() {
    Figures::of(&[include_str!("../../tests/phrases/held-out.csv")]).hold([78.0, 92.0], [72.0, 89.0], 83.0, 6.0);
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
fn no_shipped_phrases_pull_two_ways() {
    let (phrases, owners) = (shipped::phrases(), shipped::owners());
    let pairs = conflicts(&phrases, |id| owners.get(id).map_or(id, String::as_str).to_owned());
    let said: Vec<String> = pairs.iter().map(|(one, other)| format!("{} {} / {} {}", one.id, one.text, other.id, other.text)).collect();
    assert!(pairs.is_empty(), "{}\n{}", pairs.len(), said.join("\n"));
}

#[test]
fn the_shipped_weights_are_what_learning_gives_from_the_phrases_beside_them() {
    let (phrases, owners) = (shipped::phrases(), shipped::owners());
    let lesson = learn::Lesson { phrases: &phrases, owners: &owners, concepts: shipped::CONCEPTS };
    let now = (learn::inputs(&lesson), learn::trial(&lesson));
    assert_eq!(shipped().learnt_from(), now, "run `cargo run --release --example learn`");
}
