//! The columns of every kind of table: the one place that says what they are called, what may stand in them and what they
//! mean. The reader checks by it, and `data template` prints it.

use super::Kind;

/// One column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column {
    /// Name in the header.
    pub name: &'static str,
    /// Other names that are understood.
    pub also: &'static [&'static str],
    /// Whether every row needs it.
    pub need: Need,
    /// What may stand in it.
    pub form: Form,
    /// As it may look.
    pub example: &'static str,
    /// What it means, for the operator.
    pub says: &'static str,
}

/// Whether a row needs a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// In every row.
    Must,
    /// This one or the named one: words in at least one language.
    OrElse(&'static str),
    /// May be left out.
    May,
}

/// What may stand in a column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Form {
    /// Words on one line, at most so many characters.
    Line(usize),
    /// Words, also on several lines, at most so many characters.
    Words(usize),
    /// Small Latin letters, digits and hyphens.
    Name,
    /// The same and low lines: codes of places.
    Code,
    /// A phone number as it is printed.
    Phone,
    /// A day: 2026-11-23, 2026/11/23, 2026年11月23日, 20261123.
    Day,
    /// A day with a time of the office's clock: 2026-12-03 14:00.
    Time,
    /// A year of four digits.
    Year,
    /// 2024, 2024-H1, 2024-Q3, 2024-05 or 2024-01..2024-08.
    Period,
    /// A whole number.
    Whole,
    /// A number, also with a decimal point and with commas between thousands.
    Amount,
    /// An address that begins with https:// or http://.
    Link,
    /// A district, a zone, or the city: its code or its name.
    Place,
    /// Several of these, apart by bars. Empty: the whole city.
    Places,
    /// One of these; the first name is ours, the others are understood.
    OneOf(&'static [&'static [&'static str]]),
    /// An indicator of statistics: ours, or one that the row names itself.
    Indicator,
    /// Several short texts, apart by bars.
    Phrases,
    /// What people call a place, apart by bars.
    Aliases,
    /// Several names, apart by bars or semicolons.
    Names,
    /// Several symbols of the international patent classification, likewise.
    Classes,
}

const fn must(name: &'static str, also: &'static [&'static str], form: Form, example: &'static str, says: &'static str) -> Column {
    Column { name, also, need: Need::Must, form, example, says }
}

const fn may(name: &'static str, also: &'static [&'static str], form: Form, example: &'static str, says: &'static str) -> Column {
    Column { name, also, need: Need::May, form, example, says }
}

const fn or(column: Column, other: &'static str) -> Column {
    Column { need: Need::OrElse(other), ..column }
}

const TITLE: usize = 200;
const LONG: usize = 1500;
const ABSTRACT: usize = 5000;

const TITLE_ZH: Column =
    or(may("title_zh", &["标题", "名称", "文件名称", "活动名称"], Form::Line(TITLE), "示例标题", "title in Chinese"), "title_en");
const TITLE_EN: Column = or(may("title_en", &["英文标题", "英文名称"], Form::Line(TITLE), "Example title", "title in English"), "title_zh");
const SUMMARY_ZH: Column =
    may("summary_zh", &["摘要", "内容简介", "简介"], Form::Words(LONG), "一两句话说明内容", "a few sentences in Chinese");
const SUMMARY_EN: Column =
    may("summary_en", &["英文摘要", "英文简介"], Form::Words(LONG), "What it is about", "a few sentences in English");
const LINK: Column = may("link", &["链接", "网址"], Form::Link, "https://example.com/paper", "where it can be read");

/// Types of patents in statistics.
pub const TYPES: &[&[&str]] = &[
    &["all", "合计", "全部", "总计", "total"],
    &["invention", "发明", "发明专利"],
    &["utility-model", "实用新型", "utility model"],
    &["design", "外观设计", "外观"],
];
/// Kinds of publications.
pub const PUBLICATIONS: &[&[&str]] = &[
    &["white-paper", "白皮书", "知识产权状况", "white paper"],
    &["typical-cases", "典型案例", "typical cases"],
    &["news", "新闻", "动态"],
    &["policy", "政策", "政策文件"],
];
/// Items of notices.
pub const ITEMS: &[&[&str]] = &[
    &["fee-reduction", "费减", "费用减缴"],
    &["pledge-interest", "质押贴息", "质押融资贴息"],
    &["insurance", "保险", "知识产权保险"],
    &["protection-cost", "维权", "维权费用"],
    &["overseas-rights", "海外", "海外知识产权"],
    &["high-value", "高价值", "高价值专利"],
    &["award", "奖励", "专利奖"],
    &["navigation", "导航", "专利导航"],
    &["training", "培训", "人才培训"],
    &["other", "其他"],
];
/// Kinds of policies.
pub const POLICIES: &[&[&str]] = &[
    &["law", "法律"],
    &["regulation", "行政法规", "法规"],
    &["rule", "规章", "部门规章"],
    &["local", "地方性法规", "地方法规", "地方政府规章"],
    &["paper", "规范性文件", "政策文件"],
    &["plan", "规划", "计划"],
];
/// Languages of a publication.
pub const LANGUAGES: &[&[&str]] = &[&["zh", "中文", "chinese"], &["en", "英文", "english"], &["both", "中英文", "双语", "zh+en"]];
const YES_NO: &[&[&str]] = &[&["yes", "是", "有"], &["no", "否", "无", "没有"]];

/// Kinds of places.
const PLACES: &[&[&str]] = &[
    &["admin_district", "行政区", "区", "district"],
    &["zone", "功能区", "开发区"],
    &["city", "市", "全市"],
    &["outside", "外地", "市外"],
];

const PLACE: &[Column] = &[
    must(
        "kind",
        &["类别", "种类"],
        Form::OneOf(PLACES),
        "admin_district",
        "what it is: an administrative district, a zone with an administration of its own, the city, or anywhere else",
    ),
    must("code", &["代码", "区划代码"], Form::Code, "420106", "GB/T 2260 code of a district or of the city, else a word; it never changes"),
    must("name_zh", &["名称", "中文名称"], Form::Line(40), "武昌区", "name in Chinese"),
    must("pinyin", &["拼音"], Form::Line(60), "Wuchang Qu", "name in pinyin"),
    must("name_en", &["英文名称"], Form::Line(80), "Wuchang District", "name in English"),
    may("aliases", &["别名", "俗称"], Form::Aliases, "武昌|中南路|wuchang", "what people call it and what lies in it, apart by bars"),
    may("route_code", &["归口代码"], Form::Code, "", "code of the place that handles its matters, when it is not itself"),
    may(
        "seat",
        &["坐标", "驻地坐标"],
        Form::Line(40),
        "30.554 114.316",
        "latitude and longitude of its administration, to offer the places near a shared location; never printed",
    ),
    may("note", &["备注"], Form::Words(600), "", "a remark that only the staff reads"),
];

const OFFICE: &[Column] = &[
    must("place", &["区", "区划代码", "地区"], Form::Place, "420106", "its district or zone, code or name; 420100 is the city"),
    may("name_zh", &["名称", "单位名称"], Form::Line(TITLE), "示例区知识产权局", "name in Chinese"),
    may("name_en", &["英文名称"], Form::Line(TITLE), "IP Office of Example District", "name in English"),
    may("address_zh", &["地址"], Form::Line(TITLE), "示例路1号", "address in Chinese"),
    may("address_en", &["英文地址"], Form::Line(TITLE), "1 Example Road", "address in English"),
    may("phone", &["电话", "联系电话"], Form::Phone, "027-00000000", "phone number, printed as it stands"),
    may("hours_zh", &["办公时间", "工作时间"], Form::Line(TITLE), "工作日9:00至17:00", "hours in Chinese"),
    may("hours_en", &["英文办公时间"], Form::Line(TITLE), "9 am to 5 pm on working days", "hours in English"),
    may("note_zh", &["备注", "说明"], Form::Words(400), "二楼3号窗口", "which floor, what to bring, in Chinese"),
    may("note_en", &["英文备注", "英文说明"], Form::Words(400), "Window 3, second floor", "the same in English"),
];

const STATISTICS: &[Column] = &[
    must(
        "indicator",
        &["指标"],
        Form::Indicator,
        "grants",
        "filings, grants, in-force, per-10k-high-value, pct, pledge-amount, pledge-count, agencies, agents, trademark-filings, trademark-registrations, trademarks-in-force, geographical-indications, or a name of your own with name_zh and name_en",
    ),
    must("period", &["时期", "时间", "年份"], Form::Period, "2024", "a year, half-year, quarter, month or span of months"),
    must("district_code", &["区划代码", "区代码", "地区", "区"], Form::Place, "420106", "code or name; 420100 is the whole city"),
    may("type", &["类型", "专利类型"], Form::OneOf(TYPES), "invention", "of patents; empty where types make no sense"),
    must("value", &["数值", "数量", "值"], Form::Amount, "1234", "as published; commas between thousands are read"),
    must("unit", &["单位"], Form::Line(20), "件", "件, 家, 人, 元, 万元, 亿元, 件/万人, %, or any other word"),
    must(
        "source",
        &["来源", "数据来源"],
        Form::Line(TITLE),
        "示例市知识产权局|Example City IP Office",
        "who published it, and where; Chinese and English apart by a bar",
    ),
    must("published_on", &["发布日期", "公布日期"], Form::Day, "2025-03-01", "the day it was published"),
    may("name_zh", &["指标名称"], Form::Line(40), "", "name in Chinese of an indicator of your own"),
    may("name_en", &["指标英文名称"], Form::Line(60), "", "name in English of an indicator of your own"),
];

const PUBLICATION: &[Column] = &[
    TITLE_ZH,
    TITLE_EN,
    must("kind", &["类别", "种类"], Form::OneOf(PUBLICATIONS), "white-paper", "kind of publication"),
    must("year", &["年份", "年度"], Form::Year, "2025", "the year it is about"),
    must("date", &["日期", "发布日期"], Form::Day, "2026-04-20", "the day it was published"),
    LINK,
    may("language", &["语言"], Form::OneOf(LANGUAGES), "zh", "language of the paper itself"),
    SUMMARY_ZH,
    SUMMARY_EN,
];

const NOTICE: &[Column] = &[
    TITLE_ZH,
    TITLE_EN,
    must("item", &["事项"], Form::OneOf(ITEMS), "pledge-interest", "what is supported"),
    may("who_zh", &["申报对象", "对象"], Form::Words(600), "在本市登记的企业", "who may apply, in Chinese"),
    may("who_en", &["申报对象英文"], Form::Words(600), "Firms registered in the city", "who may apply, in English"),
    must("from", &["开始日期", "开始"], Form::Day, "2026-11-01", "first day of the window"),
    must("until", &["截止日期", "截止", "结束日期"], Form::Day, "2026-12-15", "last day of the window"),
    may("places", &["区", "适用地区", "区划代码"], Form::Places, "420106|420111", "districts it is for; empty: the whole city"),
    LINK,
    SUMMARY_ZH,
    SUMMARY_EN,
];

const POLICY: &[Column] = &[
    TITLE_ZH,
    TITLE_EN,
    must("kind", &["类别", "种类", "效力级别"], Form::OneOf(POLICIES), "local", "kind of text"),
    may("number", &["文号", "发文字号"], Form::Line(60), "示例〔2026〕1号", "its number"),
    may("by_zh", &["发布机关", "制定机关"], Form::Line(TITLE), "示例市人民政府", "who issued it, in Chinese"),
    may("by_en", &["发布机关英文"], Form::Line(TITLE), "Example City Government", "who issued it, in English"),
    must("date", &["公布日期", "发布日期"], Form::Day, "2026-06-26", "the day it was published"),
    must("from", &["施行日期", "生效日期"], Form::Day, "2027-01-01", "the day it takes effect"),
    may("until", &["失效日期", "废止日期"], Form::Day, "", "the day after which it no longer applies"),
    LINK,
    SUMMARY_ZH,
    SUMMARY_EN,
    may("phrases_zh", &["关键词"], Form::Phrases, "条例|保护", "words that people ask with, in Chinese"),
    may("phrases_en", &["英文关键词"], Form::Phrases, "protection rules", "words that people ask with, in English"),
];

const EVENT: &[Column] = &[
    must("id", &["编号"], Form::Name, "2026-12-search", "stays the same when the table is imported again: bookings refer to it"),
    TITLE_ZH,
    TITLE_EN,
    must("starts", &["开始时间", "开始"], Form::Time, "2026-12-03 14:00", "office time"),
    must("ends", &["结束时间", "结束"], Form::Time, "2026-12-03 16:30", "office time"),
    or(may("place_zh", &["地点"], Form::Line(TITLE), "示例路1号3楼", "place in Chinese"), "place_en"),
    or(may("place_en", &["英文地点"], Form::Line(TITLE), "3rd floor, 1 Example Road", "place in English"), "place_zh"),
    may("speaker_zh", &["主讲人", "主讲"], Form::Line(TITLE), "", "speaker in Chinese"),
    may("speaker_en", &["英文主讲人"], Form::Line(TITLE), "", "speaker in English"),
    must("seats", &["名额", "人数"], Form::Whole, "40", "seats in all"),
    may("waiting", &["候补"], Form::Whole, "10", "seats of the waiting list; empty: 0"),
    may("sign_up_until", &["报名截止", "报名截止日期"], Form::Day, "2026-12-01", "last day to sign up; empty: the day itself"),
    may("cancelled", &["取消", "已取消"], Form::OneOf(YES_NO), "no", "yes: it does not take place"),
    SUMMARY_ZH,
    SUMMARY_EN,
];

const ANSWER: &[Column] = &[
    must("id", &["编号"], Form::Name, "f01", "stays the same when the table is imported again"),
    must("service", &["服务", "事项"], Form::Name, "patent-mediation", "the service that the answer leads to"),
    or(may("question_zh", &["问题"], Form::Line(TITLE), "示例问题？", "question in Chinese"), "question_en"),
    or(may("question_en", &["英文问题"], Form::Line(TITLE), "Example question?", "question in English"), "question_zh"),
    or(may("answer_zh", &["答案", "回答"], Form::Words(LONG), "示例回答。", "answer in Chinese"), "answer_en"),
    or(may("answer_en", &["英文答案", "英文回答"], Form::Words(LONG), "Example answer.", "answer in English"), "answer_zh"),
    may(
        "source",
        &["来源", "依据"],
        Form::Line(TITLE),
        "专利法第六十五条|Patent Law, art. 65",
        "law and article; Chinese and English apart by a bar",
    ),
    must("as_of", &["日期", "核对日期"], Form::Day, "2026-11-23", "the day somebody last checked it"),
    may("phrases_zh", &["问法"], Form::Phrases, "怎么问都行|换个说法", "how people ask it in Chinese"),
    may("phrases_en", &["英文问法"], Form::Phrases, "another way to ask|one more", "how people ask it in English"),
];

const PATENT: &[Column] = &[
    must(
        "number",
        &["公开（公告）号", "公开号", "公告号", "公开公告号", "publication number"],
        Form::Line(40),
        "CN 119000001 A",
        "publication number with its kind code; rows whose number came before are not told again",
    ),
    or(may("title_zh", &["发明名称", "专利名称", "标题", "名称"], Form::Line(TITLE), "一种示例装置", "title in Chinese"), "title_en"),
    or(may("title_en", &["英文发明名称", "英文标题", "title"], Form::Line(TITLE * 2), "Example device", "title in English"), "title_zh"),
    may(
        "abstract_zh",
        &["摘要"],
        Form::Words(ABSTRACT),
        "本发明公开了一种示例装置",
        "abstract in Chinese; keywords are looked for in title and abstract",
    ),
    may("abstract_en", &["英文摘要", "abstract"], Form::Words(ABSTRACT), "An example device is disclosed", "abstract in English"),
    must(
        "applicants",
        &["申请（专利权）人", "申请人", "专利权人", "当前权利人", "applicant"],
        Form::Names,
        "示例大学|示例科技有限公司",
        "applicants or owners",
    ),
    must(
        "ipc",
        &["IPC分类号", "IPC", "分类号", "主分类号"],
        Form::Classes,
        "H01M 10/052|H01M 4/36",
        "symbols of the international classification",
    ),
    must("published", &["公开（公告）日", "公开日", "公告日", "公开公告日"], Form::Day, "2026-11-20", "the day it was published"),
    may("filed", &["申请日"], Form::Day, "2025-05-12", "the day it was filed"),
    LINK,
];

/// The columns of a kind, in the order of its template.
pub fn columns(kind: Kind) -> &'static [Column] {
    match kind {
        Kind::Places => PLACE,
        Kind::Offices => OFFICE,
        Kind::Statistics => STATISTICS,
        Kind::Publications => PUBLICATION,
        Kind::Notices => NOTICE,
        Kind::Policies => POLICY,
        Kind::Events => EVENT,
        Kind::Answers => ANSWER,
        Kind::Patents => PATENT,
    }
}

/// A file to begin with: the header and one row that shows what may stand where.
pub fn template(kind: Kind) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let columns = columns(kind);
    // Writing into memory cannot fail, and every row has the length of the header.
    let _ = writer.write_record(columns.iter().map(|column| column.name));
    let _ = writer.write_record(columns.iter().map(|column| column.example));
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}
