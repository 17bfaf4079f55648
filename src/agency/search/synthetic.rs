//! A made-up register, the same every time, and what people may type to find its agencies: for tests and benchmarks.
//!
//! Names are made as real agencies write them: a place, a mark of two to four characters, words of the trade and a legal form;
//! some put the place behind the mark, some have the mark of another agency in another place or, rarely, under another form.
//! English names are the pinyin of the mark in one word or several, or words and surnames of their own.
//!
//! ## How an answer is judged
//! It is right if it is the agency that the question was made from, or one that what was typed fits as well: an agency whose
//! name has the typed part too, has the same initials or the same sound (or an English name that begins with the letters typed),
//! or is as few slips away ([`Question::fits`]). Nobody,
//! the person who types included, could tell from such a question which of them was meant.

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;
use pinyin::ToPinyin;
use std::collections::HashSet;
use std::sync::LazyLock;

/// The first ones are where most agencies are.
const PLACES: [(&str, &str); 44] = [
    ("北京", "Beijing"),
    ("深圳", "Shenzhen"),
    ("广州", "Guangzhou"),
    ("上海", "Shanghai"),
    ("杭州", "Hangzhou"),
    ("南京", "Nanjing"),
    ("苏州", "Suzhou"),
    ("成都", "Chengdu"),
    ("武汉", "Wuhan"),
    ("西安", "Xi'an"),
    ("合肥", "Hefei"),
    ("济南", "Jinan"),
    ("长沙", "Changsha"),
    ("郑州", "Zhengzhou"),
    ("天津", "Tianjin"),
    ("重庆", "Chongqing"),
    ("青岛", "Qingdao"),
    ("东莞", "Dongguan"),
    ("佛山", "Foshan"),
    ("沈阳", "Shenyang"),
    ("大连", "Dalian"),
    ("宁波", "Ningbo"),
    ("无锡", "Wuxi"),
    ("厦门", "Xiamen"),
    ("福州", "Fuzhou"),
    ("泉州", "Quanzhou"),
    ("石家庄", "Shijiazhuang"),
    ("哈尔滨", "Harbin"),
    ("长春", "Changchun"),
    ("南昌", "Nanchang"),
    ("昆明", "Kunming"),
    ("贵阳", "Guiyang"),
    ("南宁", "Nanning"),
    ("太原", "Taiyuan"),
    ("兰州", "Lanzhou"),
    ("温州", "Wenzhou"),
    ("常州", "Changzhou"),
    ("宜昌", "Yichang"),
    ("襄阳", "Xiangyang"),
    ("湖北", "Hubei"),
    ("广东", "Guangdong"),
    ("浙江", "Zhejiang"),
    ("江苏", "Jiangsu"),
    ("四川", "Sichuan"),
];
const FORMS: [(&str, &str); 14] = [
    ("知识产权代理有限公司", "Intellectual Property Agency Co., Ltd."),
    ("知识产权代理事务所(普通合伙)", "Intellectual Property Agency (General Partnership)"),
    ("专利代理事务所(普通合伙)", "Patent Agency (General Partnership)"),
    ("专利代理事务所(特殊普通合伙)", "Patent Agency (Special General Partnership)"),
    ("专利代理有限公司", "Patent Agency Co., Ltd."),
    ("知识产权代理事务所(特殊普通合伙)", "Intellectual Property Agency LLP"),
    ("专利商标代理有限公司", "Patent & Trademark Agency Co., Ltd."),
    ("律师事务所", "Law Firm"),
    ("知识产权代理有限责任公司", "IP Agency Limited"),
    ("专利代理有限责任公司", "Patent Agent Ltd."),
    ("知识产权服务有限公司", "Intellectual Property Service Co., Ltd."),
    ("专利商标事务所有限公司", "Patent and Trademark Law Office"),
    ("国际知识产权代理有限公司", "International IP Agency Co., Ltd."),
    ("知识产权代理事务所(有限合伙)", "IP Attorneys"),
];
/// Characters of marks, the more common first.
const SIGNS: &str = "\
    华信达诚正德智慧创新科恒泰丰盛嘉瑞祥和润泽汇通联合众天元启明星辰光远志成博文雅思睿哲卓越鼎立方圆中原东南北西海江河湖山川\
    云龙凤麒麟金玉银珠宝石春夏秋冬晨曦旭日月亮辉煌晖景程鹏飞翔宇宙乾坤国民安邦康宁健福禄寿喜禾田谷林森木桐梓楠杉松柏竹梅兰菊\
    荷莲清风流水源泉深浩瀚波涛汉唐宋永开拓进取先锋领航导引路桥津渡舟帆权利精品优佳美善良仁义礼京沪粤湘鄂赣皖苏浙闽蜀渝黔滇秦晋\
    冀豫鲁辽吉黑桂琼藏青甘陕宏弘洪鸿虹红宏伟业兴旺发展世纪时代未来前程知行致知求是真理实践力量集佳超凡三环五洲四海八方九州千里\
    万家百川一品双喜隆昌裕富贵荣华显赫名扬威武雄壮英杰俊才贤能圣神灵奇妙巧匠心怡情悦乐欣然欢颂歌舞诗书画卷墨笔砚琴棋剑刀弓箭\
    盾甲矛戈车马牛羊鸡犬虎豹狮象鹤鹰燕雀莺鸽鱼虾贝蚌珊瑚琥珀翡翠玛瑙钻晶钢铁铜锡铝钛锂钠硅碳氢氧氮量子原核能电磁光波声音影像\
    视听传播讯捷速快迅疾腾跃升起扶摇直上凌霄汉冲刺拼搏奋斗努勤勉励学习教育培养植栽种收获果实蕾花叶根茎枝芽苗草坪园圃院落庭堂\
    室阁楼台亭榭塔寺庙宫殿城池墙门窗户梁柱基础建筑施工程序列队伍军师旅团营连排班组长官史记载录册籍典章律法规则制度衡平均等\
    公允正直廉洁奉献忠孝节烈勇敢毅坚强刚柔韧性格律吕调音韵味道德经易卦象数理化生物医药农林牧副渔矿冶炼铸造机械器具设备材料\
    纤维布帛丝绸缎锦绣绫罗纱棉麻毛皮革履冠冕旌旗鼓号角钟铃钹笛箫笙竽瑟筝琶琵阮胡板快慢急缓轻重浮沉升降起落进退往返来去出入\
    彤彩霞霓虹霖霈雨雪霜露冰凌雾岚峰峦岭岗峡谷洞穴岩崖壁垒堡寨屯村镇乡县郡府州省域疆界邻里巷陌阡街衢逵康庄坦途征程驿站港湾\
    澳岛屿礁滩涂沙洲渚汀溪涧瀑潭渊泊沼泽淀浦澜漪涟沁沐浴泓湛澄澈净洁皓皎皑白素朴纯粹醇厚敦笃恪谨慎敏锐利捷径蹊步趋\
    柯乔桑榆槐柳杨桦枫榕樟楸椿萱芝兰芷蕙荃葳蕤菁芸茗荟萃薇蔷薔薰蓝靛紫绛赤朱丹赭橙黄绿碧苍翠黛玄墨乌皂缁灰\
    衍衡衢袁裴褚覃谭谢邓邱郝郭邵邹郑郁郎鄢酆钟钱铎锐键铭钧钰铄铿锵镇镜鉴镕鑫钦鉅阐闻闳阔隽雍雒靖静韦韩韬韶颖颢颜飒馨骏骁骐骥骅驰\
    魁鲲鹿麓黎黻鼐齐龚斐斌斓旻昊昌昕昱晏晟晔晗晤暄暖暨曜朗朔望杰枢栋桢梵棣棠楚榜模樊橡檀殷毓沃沛泛泱洋洛津浚涵淳淼淮渭湜溢溥滋滕漾\
    璀璨璋璐璞璟璇瑶瑾瑜琪琦琨琰琳琅珩珺珏玺玮玖理瑄瓒瓴甄皋盈益盎盟睦瞻瞰矩砺硕磊磐礼祉祯祺禅禹秉秋科稷稳穆穗立竞竣端笃筠策简";
/// Marks of English names that are not spelled after the Chinese ones.
const ENGLISH: [&str; 40] = [
    "Golden", "Bright", "Dragon", "Phoenix", "Star", "Ocean", "Bridge", "Summit", "Pioneer", "Unity", "Harvest", "Beacon", "Crane", "Jade",
    "Lotus", "River", "Orient", "Pacific", "Century", "Wisdom", "Trust", "Compass", "Falcon", "Granite", "Horizon", "Insight", "Keystone",
    "Lantern", "Meridian", "Noble", "Oak", "Pearl", "Quest", "Rainbow", "Sail", "Tower", "Union", "Vision", "Willow", "Zenith",
];
const SURNAMES: [&str; 24] = [
    "Liu", "Shen", "Wang", "Zhang", "Chen", "Zhao", "Huang", "Zhou", "Wu", "Xu", "Sun", "Hu", "Zhu", "Gao", "Lin", "He", "Guo", "Ma",
    "Luo", "Liang", "Song", "Zheng", "Xie", "Tang",
];

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

    /// The smaller, the more often.
    fn low(&mut self, limit: usize) -> usize {
        self.below(limit).min(self.below(limit))
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

/// One made-up agency.
pub struct Made {
    pub code: String,
    pub zh: String,
    pub en: String,
    /// What the name is called by, in Chinese.
    pub mark: String,
    /// City or province, in Chinese.
    pub place: &'static str,
    /// Place and mark as they stand at the beginning of the Chinese name.
    pub core: String,
}

/// As many agencies with different names, in the order of their codes. Codes have five digits as long as those last.
pub fn agencies(count: usize) -> Vec<Made> {
    let mut numbers = Numbers::new(7);
    let signs = signs();
    let mut names = HashSet::new();
    let mut firms = HashSet::new();
    let mut marks: Vec<String> = Vec::new();
    let mut made = Vec::with_capacity(count);
    let first_code = if count > 90_000 { 1_000_000 } else { 10_000 };
    while made.len() < count {
        let (place, place_en) = PLACES[numbers.low(PLACES.len())];
        let (form, form_en) = FORMS[numbers.low(FORMS.len())];
        // One mark in twenty is taken over from another agency.
        let mark = match numbers.below(20) {
            0 if !marks.is_empty() => numbers.one(&marks).clone(),
            _ => (0..[2, 2, 2, 3, 3, 4][numbers.below(6)]).map(|_| signs[numbers.low(signs.len())]).collect(),
        };
        // In one place the same mark under another form is rare.
        let again = !firms.insert(format!("{place}{mark}"));
        if again && numbers.below(10) > 0 {
            continue;
        }
        let (core, zh) = match numbers.below(12) {
            0 => (format!("{mark}({place})"), format!("{mark}({place}){form}")),
            1 if !form.contains('(') => (mark.clone(), format!("{mark}{form}").replace("有限", &format!("({place})有限"))),
            _ => (format!("{place}{mark}"), format!("{place}{mark}{form}")),
        };
        if names.insert(zh.clone()) {
            let en = english(&mark, (place_en, form_en), &mut numbers);
            marks.push(mark.clone());
            made.push(Made { code: (first_code + made.len()).to_string(), zh, en, mark, place, core });
        }
    }
    made
}

fn english(mark: &str, (place, form): (&str, &str), numbers: &mut Numbers) -> String {
    match numbers.below(20) {
        0 => format!("{} {} {form}", numbers.one(&ENGLISH), numbers.one(&ENGLISH)),
        1 => format!("{}, {} & Partners", numbers.one(&SURNAMES), numbers.one(&SURNAMES)),
        2 => format!("{place} {} {} {form}", numbers.one(&ENGLISH), capital(&spelled(mark))),
        3..=5 => {
            let apart: Vec<String> = mark.to_pinyin().flatten().map(|syllable| capital(syllable.plain())).collect();
            format!("{place} {} {form}", apart.join(" "))
        }
        6 | 7 => format!("{} {form}", capital(&spelled(mark))),
        8 => format!("{} ({place}) {form}", capital(&spelled(mark))),
        _ => format!("{place} {} {form}", capital(&spelled(mark))),
    }
}

/// The agencies as a list to be read.
pub fn list(agencies: &[Made]) -> String {
    let mut list = "agency_code,agency_name_zh,agency_name_en,address\n".to_owned();
    for made in agencies {
        list.push_str(&format!("{},{},\"{}\",{}\n", made.code, made.zh, made.en, made.place));
    }
    list
}

/// How people ask for an agency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Exact,
    /// Place and mark and perhaps some characters more.
    Prefix,
    /// The mark and perhaps some characters more, without the place in front.
    Part,
    Wrong,
    Missing,
    Swapped,
    /// The whole name, or place and mark, in one word or syllable by syllable.
    Pinyin,
    /// Of the whole name, or of place and mark.
    Initials,
    /// Traditional characters, or full-width signs for the English name.
    OtherSigns,
    EnglishTypo,
    Code,
}

impl Kind {
    pub const ALL: [Self; 11] = [
        Self::Exact,
        Self::Prefix,
        Self::Part,
        Self::Wrong,
        Self::Missing,
        Self::Swapped,
        Self::Pinyin,
        Self::Initials,
        Self::OtherSigns,
        Self::EnglishTypo,
        Self::Code,
    ];

    /// What is typed to find an agency.
    pub fn ask(self, made: &Made, numbers: &mut Numbers) -> Question {
        let core = made.core.chars().count();
        let more = numbers.below(5);
        let text = match self {
            Self::Exact => made.zh.clone(),
            Self::Prefix => made.zh.chars().take(core + more).collect(),
            Self::Part => {
                let before = made.zh.find(&made.mark).unwrap_or(0);
                made.zh[before..].chars().take(made.mark.chars().count() + more).collect()
            }
            Self::Wrong => wrong(&made.zh, &signs(), numbers),
            Self::Missing => missing(&made.zh, numbers),
            Self::Swapped => swapped(&made.zh, numbers),
            Self::Pinyin => {
                let what = if more == 0 { &made.zh } else { &made.core };
                let syllables: Vec<&str> = what.as_str().to_pinyin().flatten().map(pinyin::Pinyin::plain).collect();
                syllables.join(if more.is_multiple_of(2) { "" } else { " " })
            }
            Self::Initials => initials(if more.is_multiple_of(2) { &made.zh } else { &made.core }),
            Self::OtherSigns if more < 2 => made.en.chars().map(full_width).collect(),
            Self::OtherSigns => TRADITIONAL.convert(&made.zh),
            Self::EnglishTypo => {
                let text = if more.is_multiple_of(2) { made.en.clone() } else { made.en.to_lowercase() };
                match numbers.below(3) {
                    0 => wrong(&text, &['a', 'e', 'i', 'o', 'u', 'n', 't', 's', 'h', 'g'], numbers),
                    1 => missing(&text, numbers),
                    _ => swapped(&text, numbers),
                }
            }
            Self::Code => made.code.clone(),
        };
        Question { kind: self, text }
    }
}

/// What is typed.
pub struct Question {
    pub kind: Kind,
    pub text: String,
}

impl Question {
    /// Whether what was typed fits `other` as well as the agency that was `meant`.
    pub fn fits(&self, meant: &Made, other: &Made) -> bool {
        let text = bare(&self.text);
        let slips = |name: &str| strsim::osa_distance(&text, &bare(name));
        let latin = |made: &Made| slips(&made.en).min(slips(&spelled(&made.zh)));
        meant.code == other.code
            || match self.kind {
                Kind::Exact => bare(&other.zh) == text,
                Kind::Prefix => bare(&other.zh).starts_with(&text),
                Kind::Part => bare(&other.zh).contains(&text),
                Kind::Wrong | Kind::Missing | Kind::Swapped => slips(&other.zh) <= slips(&meant.zh),
                Kind::Pinyin => {
                    let text = text.replace('ü', "u");
                    let english = bare(&other.en).replace('ü', "u");
                    [&other.zh, &other.core, &other.mark].iter().any(|name| spelled(name) == text) || english.starts_with(&text)
                }
                Kind::Initials => {
                    initials(&other.zh).starts_with(&text) || initials(&other.mark) == text || first_letters(&other.en).starts_with(&text)
                }
                Kind::OtherSigns if self.text.contains(|sign| ('\u{ff01}'..='\u{ff5e}').contains(&sign)) => other.en == meant.en,
                Kind::OtherSigns | Kind::Code => false,
                Kind::EnglishTypo => latin(other) <= latin(meant),
            }
    }
}

/// With another sign in the place of one.
pub fn wrong(name: &str, others: &[char], numbers: &mut Numbers) -> String {
    let mut signs: Vec<char> = name.chars().collect();
    let at = letter(&signs, numbers);
    signs[at] = *numbers.one(others);
    signs.into_iter().collect()
}

/// Without one of its signs.
pub fn missing(name: &str, numbers: &mut Numbers) -> String {
    let mut signs: Vec<char> = name.chars().collect();
    signs.remove(letter(&signs, numbers));
    signs.into_iter().collect()
}

/// With two neighbours exchanged.
pub fn swapped(name: &str, numbers: &mut Numbers) -> String {
    let mut signs: Vec<char> = name.chars().collect();
    let at = letter(&signs, numbers).min(signs.len().saturating_sub(2));
    signs.swap(at, at + 1);
    signs.into_iter().collect()
}

/// Where a letter is.
fn letter(signs: &[char], numbers: &mut Numbers) -> usize {
    let letters: Vec<usize> = (0..signs.len()).filter(|at| signs[*at].is_alphanumeric()).collect();
    *numbers.one(&letters)
}

/// Every character once, the more common first.
fn signs() -> Vec<char> {
    let mut known = HashSet::new();
    SIGNS.chars().filter(|sign| !sign.is_whitespace() && known.insert(*sign)).collect()
}

/// The most common pinyin of the Chinese characters.
pub fn spelled(name: &str) -> String {
    name.to_pinyin().flatten().map(pinyin::Pinyin::plain).collect::<String>().replace('ü', "u")
}

fn initials(name: &str) -> String {
    name.to_pinyin().flatten().filter_map(|syllable| syllable.plain().chars().next()).collect()
}

/// Of an English name.
fn first_letters(name: &str) -> String {
    name.split(|sign: char| !sign.is_alphanumeric() && sign != '\'')
        .filter_map(|word| word.chars().next())
        .collect::<String>()
        .to_lowercase()
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Letters and digits in small letters.
fn bare(text: &str) -> String {
    text.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn full_width(sign: char) -> char {
    let wide = sign.is_ascii_graphic().then(|| char::from_u32(u32::from(sign) + 0xfee0)).flatten();
    wide.unwrap_or(sign)
}

static TRADITIONAL: LazyLock<OpenCC> = LazyLock::new(|| OpenCC::from_config(BuiltinConfig::S2t).expect("it comes with the crate"));
