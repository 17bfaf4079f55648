//! What people do, and what a broken counter might answer.

use proptest::prelude::*;

/// One thing that happens.
#[derive(Clone, Debug)]
pub enum Move {
    /// A button of the newest screen is pressed.
    Press(usize),
    /// The same, but none that leads away.
    Choose(usize),
    /// A fitting answer is typed.
    Answer(usize),
    /// Something is typed.
    Type(String),
    /// A button that was never shown.
    Forge(String),
    /// A command.
    Command(String, String),
    /// One of the shipped services is begun.
    Begin(usize),
    /// A file of so many megabytes, perhaps with words.
    File(u64, Option<String>),
    /// The newest link is opened and answered.
    Link(usize),
    /// A contact card.
    Contact(bool, String),
    /// A place.
    Location,
    /// An earlier message is changed.
    Edit(i64),
    /// Something that has no place in a form.
    Odd(usize),
    /// The person blocks the bot or comes back.
    Leave(bool),
    /// So many days pass.
    Days(i64),
    /// A result that nobody asked for.
    Found(bool),
    /// An act that nobody asked for.
    Did(bool),
    /// A receipt that nobody asked for.
    Submitted(bool),
    /// A refusal that nobody asked for.
    NotSubmitted,
}

impl Move {
    /// How many kinds there are.
    pub const KINDS: usize = 19;

    /// Name of the kind.
    pub fn kind(&self) -> String {
        let name = format!("{self:?}");
        name.split('(').next().unwrap_or_default().to_owned()
    }
}

/// Words that hurt.
const HOSTILE: [&str; 22] = [
    "",
    " ",
    "\u{0}",
    "a\u{0301}\u{0301}\u{0301}\u{0301}\u{0301}\u{0301}\u{0301}\u{0301}",
    "\u{202E}evil\u{202C}",
    "\u{200B}\u{200B}",
    "<b>",
    "</b><i>",
    "<script>alert(1)</script>",
    "&lt;b&gt;",
    "{{7*7}} ${jndi:ldap://x}",
    "{ $words }",
    "=HYPERLINK(\"http://x\")",
    "\r\n\u{1b}[31m",
    "👩‍👩‍👧‍👦🏳️‍🌈",
    "٣٤٥",
    "１２",
    "第一个",
    "𠀀𠀁",
    "zl 2013 1 0113186.8",
    "110101199003078515",
    "https://example.com/ javascript:alert(1)",
];

/// Words that mean something, in a place where they may mean something else.
const WORDS: [&str; 26] = [
    "返回",
    "取消",
    "跳过",
    "不知道",
    "没有",
    "有",
    "是",
    "否",
    "完成",
    "帮助",
    "人工",
    "你好",
    "首页",
    "语言",
    "提交",
    "修改",
    "继续",
    "稍后",
    "重新开始",
    "我的办件",
    "隐私",
    "back",
    "cancel",
    "yes",
    "no",
    "English",
];

const COMMANDS: [&str; 14] =
    ["start", "help", "new", "status", "cancel", "back", "language", "privacy", "mydata", "human", "menu", "take", "", "start x"];

const SERVICES: [&str; 7] =
    ["", "counterfeit-report", "rights-assistance", "agency-lookup", "case-track", "human-contact", "no-such-service"];

fn one_of(list: &'static [&'static str]) -> impl Strategy<Value = String> {
    (0..list.len()).prop_map(|at| list[at].to_owned())
}

fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => one_of(&WORDS),
        3 => one_of(&HOSTILE),
        2 => (0..30_u32).prop_map(|n| n.to_string()),
        1 => any::<String>(),
        1 => (one_of(&HOSTILE), 1..5000_usize).prop_map(|(words, times)| words.repeat(times).chars().take(4096).collect()),
        1 => "WH-261123-[2-9A-Z]{6}",
    ]
}

fn forged() -> impl Strategy<Value = String> {
    prop_oneof![
        (any::<u32>(), any::<usize>()).prop_map(|(screen, n)| format!("{screen}.{n}")),
        one_of(&SERVICES).prop_map(|service| format!("resume:{service}")),
        Just("ticket:WH-261123-2A2A2W".to_owned()),
        Just("ticket:".to_owned()),
        Just("home:".to_owned()),
        any::<String>(),
    ]
}

/// Whatever people do.
pub fn moves() -> impl Strategy<Value = Move> {
    prop_oneof![
        12 => any::<usize>().prop_map(Move::Choose),
        10 => any::<usize>().prop_map(Move::Answer),
        5 => any::<usize>().prop_map(Move::Press),
        4 => typed().prop_map(Move::Type),
        1 => forged().prop_map(Move::Forge),
        2 => (one_of(&COMMANDS), one_of(&SERVICES)).prop_map(|(name, rest)| Move::Command(name, rest)),
        2 => any::<usize>().prop_map(Move::Begin),
        4 => (0..70_u64, proptest::option::of(typed())).prop_map(|(megabytes, words)| Move::File(megabytes, words)),
        2 => any::<usize>().prop_map(Move::Link),
        1 => (any::<bool>(), typed()).prop_map(|(own, phone)| Move::Contact(own, phone)),
        1 => Just(Move::Location),
        1 => (0..40_i64).prop_map(Move::Edit),
        1 => (0..5_usize).prop_map(Move::Odd),
        1 => any::<bool>().prop_map(Move::Leave),
        2 => (0..40_i64).prop_map(Move::Days),
    ]
}

/// What a broken counter might hand in.
pub fn nonsense() -> impl Strategy<Value = Move> {
    prop_oneof![
        any::<bool>().prop_map(Move::Found),
        any::<bool>().prop_map(Move::Did),
        any::<bool>().prop_map(Move::Submitted),
        Just(Move::NotSubmitted),
    ]
}
