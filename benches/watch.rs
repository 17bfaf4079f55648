//! A week's patents held against the subscriptions of a large counter: 50,000 publications with Chinese abstracts, a quarter of
//! them with English ones, and 10,000 subscriptions with up to eight keywords, two classes and one applicant.

use divan::{Bencher, black_box};
use ip_office_bot::watch::matcher::{Matcher, Page, Scratch, Wanted};
use std::sync::LazyLock;
use std::time::Instant;

const SUBSCRIPTIONS: usize = 10_000;
const PUBLICATIONS: usize = 50_000;
/// Different terms of technology in all.
const TERMS: usize = 60_000;
const HAN: &str = "锂电池石墨烯光纤通信激光雷达芯片半导体氮化镓量子点传感器神经网络图像识别自动驾驶车辆电机控制器轴承齿轮泵阀门压缩机换热器制冷剂催化剂聚合物树脂涂料薄膜蛋白抗体疫苗基因水稻小麦玉米肥料农药污水处理膜分离吸附剂混凝土桥梁隧道钢结构装配式建筑电缆变压器断路器光伏储能氢燃料焊接铸造冲压注塑打印机器人机械臂夹具检测标定雷达天线滤波器放大器编码解码加密认证区块链数据库索引推荐搜索";
const ENGLISH: &str = "battery lithium electrode sensor optical fibre module silicon photonic coherent receiver laser radar chip semiconductor quantum neural network image vehicle motor controller bearing gear pump valve catalyst polymer resin film protein antibody vaccine gene rice membrane adsorbent concrete bridge cable transformer storage hydrogen welding robot antenna filter amplifier encoding blockchain database index search method device system";

static WISHES: LazyLock<Vec<Wish>> = LazyLock::new(|| synthetic().0);
static PAGES: LazyLock<Vec<Publication>> = LazyLock::new(|| synthetic().1);

struct Wish {
    keywords: Vec<String>,
    classes: Vec<String>,
    applicants: Vec<String>,
}

struct Publication {
    title: String,
    summary: String,
    classes: Vec<String>,
    applicants: Vec<String>,
}

fn main() {
    let start = Instant::now();
    let matcher = matcher();
    let built = start.elapsed();
    let start = Instant::now();
    let fits = all(&matcher, &PAGES);
    println!(
        "{PUBLICATIONS} publications, {SUBSCRIPTIONS} subscriptions: built in {built:?}, matched in {:?}, {fits} fits",
        start.elapsed()
    );
    divan::main();
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn build(bencher: Bencher) {
    LazyLock::force(&WISHES);
    bencher.bench(matcher);
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn a_thousand_publications(bencher: Bencher) {
    let matcher = matcher();
    bencher.bench(|| all(black_box(&matcher), &PAGES[..1000]));
}

fn matcher() -> Matcher {
    Matcher::new(WISHES.iter().map(|wish| Wanted { keywords: &wish.keywords, classes: &wish.classes, applicants: &wish.applicants }))
}

fn all(matcher: &Matcher, publications: &[Publication]) -> u64 {
    let (mut scratch, mut fits) = (Scratch::default(), 0);
    for one in publications {
        let page = Page { words: &[&one.title, &one.summary], classes: &one.classes, applicants: &one.applicants };
        matcher.fits(page, &mut scratch, |_| fits += 1);
    }
    fits
}

/// Numbers that are the same each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end
    }

    /// Small numbers often, large ones seldom, as words are met in texts.
    fn often_small(&mut self, end: usize) -> usize {
        let share = (self.below(1_000_000) as f64 + 1.0) / 1e6;
        ((end as f64).powf(share) as usize).saturating_sub(1)
    }
}

/// Two characters that belong together.
fn part_of(han: &[char], numbers: &mut Numbers) -> String {
    let at = 2 * numbers.below(han.len() / 2);
    han[at..at + 2].iter().collect()
}

fn synthetic() -> (Vec<Wish>, Vec<Publication>) {
    let han: Vec<char> = HAN.chars().collect();
    let roots: Vec<&str> = ENGLISH.split(' ').collect();
    let joined = roots.iter().flat_map(|one| roots.iter().map(move |other| format!("{one}{other}")));
    let english: Vec<String> = roots.iter().map(|word| (*word).to_owned()).chain(joined).collect();
    let mut numbers = Numbers(88_172_645_463_325_252);
    let terms: Vec<String> = (0..TERMS)
        .map(|_| {
            let mut parts: String = (0..2).map(|_| part_of(&han, &mut numbers)).collect();
            if numbers.below(2) == 0 {
                parts += &part_of(&han, &mut numbers);
            }
            parts
        })
        .collect();
    let symbol = |numbers: &mut Numbers| {
        let (section, letter) = ((b'A' + numbers.below(8) as u8) as char, (b'A' + numbers.below(14) as u8) as char);
        let (class, group, below) = (1 + numbers.below(60), 1 + numbers.below(90), numbers.below(100));
        format!("{section}{class:02}{letter} {group}/{below:02}")
    };
    let firm = |numbers: &mut Numbers| format!("武汉示例{}科技有限公司", numbers.below(20_000));
    let wishes = (0..SUBSCRIPTIONS)
        .map(|_| Wish {
            keywords: (0..1 + numbers.below(8))
                .map(|_| match numbers.below(10) {
                    0 | 1 => format!("{} {}", english[20 + numbers.below(english.len() - 20)], english[numbers.below(english.len())]),
                    2 => format!("{}s", english[20 + numbers.below(english.len() - 20)]),
                    3 => format!("{} {}", terms[numbers.below(TERMS)], terms[numbers.below(TERMS)]),
                    _ => terms[50 + numbers.below(TERMS - 50)].clone(),
                })
                .collect(),
            classes: (0..numbers.below(3))
                .map(|_| {
                    let whole = symbol(&mut numbers);
                    if numbers.below(3) == 0 { whole[..4].to_owned() } else { whole }
                })
                .collect(),
            applicants: (0..numbers.below(2)).map(|_| firm(&mut numbers)).collect(),
        })
        .collect();
    let publications = (0..PUBLICATIONS)
        .map(|_| {
            let mut summary = String::from("本发明公开了");
            for _ in 0..45 {
                summary.push_str(&terms[numbers.often_small(TERMS)]);
                summary.push_str(["的", "，", "、包括", "；其中", "与", "用于"][numbers.below(6)]);
            }
            if numbers.below(4) == 0 {
                (0..60).for_each(|_| summary.extend([&english[numbers.often_small(english.len())], " "]));
            }
            let title = format!("一种{}{}的方法及装置", terms[numbers.often_small(TERMS)], terms[numbers.often_small(TERMS)]);
            let classes = (0..1 + numbers.below(5)).map(|_| symbol(&mut numbers)).collect();
            let applicants = (0..1 + numbers.below(2)).map(|_| firm(&mut numbers)).collect();
            Publication { title, summary, classes, applicants }
        })
        .collect();
    (wishes, publications)
}
