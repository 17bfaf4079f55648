//! A made-up list of agencies, the same every time, for tests and benchmarks.

use pinyin::ToPinyin;

const CITIES: [(&str, &str); 16] = [
    ("北京", "Beijing"),
    ("天津", "Tianjin"),
    ("石家庄", "Shijiazhuang"),
    ("上海", "Shanghai"),
    ("南京", "Nanjing"),
    ("苏州", "Suzhou"),
    ("杭州", "Hangzhou"),
    ("合肥", "Hefei"),
    ("济南", "Jinan"),
    ("郑州", "Zhengzhou"),
    ("武汉", "Wuhan"),
    ("长沙", "Changsha"),
    ("广州", "Guangzhou"),
    ("深圳", "Shenzhen"),
    ("成都", "Chengdu"),
    ("西安", "Xi'an"),
];
const FORMS: [(&str, &str); 6] = [
    ("知识产权代理有限公司", "Intellectual Property Agency Co., Ltd."),
    ("专利代理有限公司", "Patent Agency Co., Ltd."),
    ("专利代理事务所(普通合伙)", "Patent Agency (General Partnership)"),
    ("知识产权代理事务所(特殊普通合伙)", "Intellectual Property Agency (Special General Partnership)"),
    ("专利商标代理有限责任公司", "Patent & Trademark Agency Co., Ltd."),
    ("律师事务所", "Law Firm"),
];
const SIGNS: &str = "华信达诚正德智慧创新科恒泰丰盛嘉瑞祥和润泽汇通联合众合天元启明星辰光远志成博文雅思睿哲卓越鼎立方圆中原东方南北西海\
    江河湖山川云龙凤麒麟金玉银珠宝石春夏秋冬晨曦旭日月明亮辉煌晖景程鹏飞翔宇宙乾坤国民安邦康宁健福禄寿喜禾田丰谷林森木桐梓楠\
    杉松柏竹梅兰菊荷莲清风流水源泉深浩瀚波涛汉唐宋元明永嘉开拓进取先锋领航导引路桥津渡舟帆权利知产专精品优佳美善良仁义礼";

/// Numbers that look random and are the same every time.
pub struct Numbers(u64);

impl Numbers {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit.max(1)
    }
}

/// One made-up agency.
pub struct Made {
    pub code: String,
    pub zh: String,
    pub en: String,
}

/// As many agencies with different names.
pub fn agencies(count: usize) -> Vec<Made> {
    let mut numbers = Numbers::new(7);
    let signs: Vec<char> = SIGNS.chars().filter(|sign| !sign.is_whitespace()).collect();
    let mut names = std::collections::HashSet::new();
    let mut made = Vec::new();
    while made.len() < count {
        let (city, city_en) = CITIES[numbers.below(CITIES.len())];
        let (form, form_en) = FORMS[numbers.below(FORMS.len())];
        let length = [2, 2, 3, 4][numbers.below(4)];
        let mark: String = (0..length).map(|_| signs[numbers.below(signs.len())]).collect();
        if names.insert(format!("{city}{mark}")) {
            let code = (10_000 + made.len()).to_string();
            made.push(Made { code, zh: format!("{city}{mark}{form}"), en: format!("{city_en} {} {form_en}", spelled(&mark)) });
        }
    }
    made
}

/// The agencies as a list to be read.
pub fn list(agencies: &[Made]) -> String {
    let mut list = "agency_code,agency_name_zh,agency_name_en\n".to_owned();
    for made in agencies {
        list.push_str(&format!("{},{},\"{}\"\n", made.code, made.zh, made.en));
    }
    list
}

/// A name with one slip: a sign left out, two exchanged, or one replaced by another of the name.
pub fn slip(name: &str, numbers: &mut Numbers) -> String {
    let mut signs: Vec<char> = name.chars().collect();
    let letters: Vec<usize> = (0..signs.len()).filter(|at| signs[*at].is_alphanumeric()).collect();
    let at = letters[numbers.below(letters.len())];
    match numbers.below(3) {
        0 => {
            signs.remove(at);
        }
        1 if at + 1 < signs.len() => signs.swap(at, at + 1),
        _ => signs[at] = signs[letters[numbers.below(letters.len())]],
    }
    signs.into_iter().collect()
}

fn spelled(mark: &str) -> String {
    let word: String = mark.to_pinyin().flatten().map(pinyin::Pinyin::plain).collect();
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
