//! The shapes of dates, after NFKC, lower case, simplified characters and Arabic digits.

use std::sync::LazyLock;

use regex::Regex;

macro_rules! patterns {
    ($($(#[$doc:meta])* $name:ident = $pattern:expr;)+) => {
        $($(#[$doc])* pub(super) static $name: LazyLock<Regex> =
            LazyLock::new(|| Regex::new($pattern).expect("a fixed pattern"));)+
    };
}

macro_rules! month_name {
    () => {
        concat!(
            "(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?",
            "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
        )
    };
}

macro_rules! weekday_name {
    () => {
        "(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
    };
}

patterns! {
    /// Words before a date that leave the day as it is.
    BEFORE = concat!(
        "^(?:(?:日期|时间|date|大概|大约|约|可能|应该|好像|就|是|在|于|从|on|around|about|approx\\.?|approximately|since",
        "|from|by)[: ]*)+",
    );
    /// The T of ISO 8601 before a time.
    ISO_T = "^([0-9]{4}-[0-9]{2}-[0-9]{2})t";
    /// The time of day behind a date.
    TIME = concat!(
        "(?:[ ,]|(?:的)?(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里))*(?: at )? ?",
        "(?:[0-9]{1,2}(?:点|时|:)(?:[0-9]{1,2}|半|多|整)?(?:分|:[0-9]{2}(?:\\.[0-9]+)?)?(?: ?[ap]\\.?m\\.?)?(?:z|[+-][0-9]{2}:?[0-9]{2})?",
        "|[0-9]{1,2} ?[ap]\\.?m\\.?",
        "|凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里| (?:in the )?(?:morning|afternoon|evening|noon|night))$",
    );
    /// A weekday said beside the date, before or behind it.
    WEEKDAY_BESIDE = concat!(
        "^", weekday_name!(), "[,.] *|[, ]*\\((?:周|星期|礼拜)?(?:[0-9日天]|[a-z]{3,9})\\)$",
        "|([日号])[, ]*(?:周|星期|礼拜)[1-6日天]$|, *", weekday_name!(), "$",
    );
    /// Words behind a date that leave the day as it is.
    AFTER = "(?:左右|前后|那天|这天|那一天|的时候|吧|了| or so)+$";

    /// A month, week or year alone.
    NO_DAY = concat!(
        "^(?:(?:[0-9]{4}|[0-9]{2})年|(?:今年|本年|去年|上年|前年|明年|后年)?[0-9]{1,2}月份?|(?:[0-9]{4}|[0-9]{2})年[0-9]{1,2}月份?",
        "|今年|去年|前年|明年|后年|上+个?月|这个?月|本月|下+个?月|上+个?(?:周|星期|礼拜)|(?:这个?|本)(?:周|星期|礼拜)|下+个?(?:周|星期|礼拜)",
        "|(?:last|this|next) (?:week|month|year)|[0-9]{4}[-/.][0-9]{1,2}|[0-9]{1,2}[-/.][0-9]{4}",
        "|(?:early |mid |late )?", month_name!(), "\\.?,? *(?:[0-9]{4})?|(?:19|20)[0-9]{2})$",
    );
    YEAR_FIRST = "^((?:19|20|21)[0-9]{2})(?:[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})[日号]?|(0[1-9]|1[0-2])([0-9]{2}))$";
    YEAR_LAST = "^([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})$|^([0-9]{2})([0-9]{2})([0-9]{4})$";
    SHORT_YEAR = "^([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{2})$|^([0-9]{2})([0-9]{2})([0-9]{2})$";
    MONTH_AND_DAY = "^([0-9]{1,2})[-/. ]([0-9]{1,2})$";
    CHINESE = "^(?:([0-9]{4}|[0-9]{2})年|(今年|本年|去年|上年|前年|明年|后年)的?)?([0-9]{1,2})月(?:份的?)?([0-9]{1,2})[日号]?$";
    MONTH_SAID = "^(上上|上|这|本|当|下下|下)个?月的?([0-9]{1,2})[日号]$";
    DAY_ONLY = "^(?:the )?([0-9]{1,2})(?:[日号]|st|nd|rd|th)$";
    ENGLISH_DAY_FIRST = concat!(
        "^(?:the )?(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?: of)?[ ,./-]*", month_name!(),
        r"\.?(?:[ ,./-]*'?(?P<year>[0-9]{4}|[0-9]{2}))?$",
    );
    ENGLISH_MONTH_FIRST = concat!(
        "^", month_name!(), r"\.?[ ./-]*(?:the )?(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?:[ ,./-]+'?(?P<year>[0-9]{4}|[0-9]{2}))?$",
    );
    DISTANCE_CHINESE = concat!(
        "^(?:(?P<count>[0-9]{1,4})|(?P<half>半))(?:个)?(?P<unit>天|日|周|星期|礼拜|月|年)",
        "(?:(?P<ago>之?以?前)|之?以?后)$",
    );
    DISTANCE_ENGLISH = concat!(
        "^(?:in )?(?P<count>[0-9]{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) ",
        "(?P<unit>day|week|month|year)s?(?:(?P<ago> ago| before| earlier)| from now| from today| later)?$",
    );
    WEEKDAY_CHINESE = "^(上上个?|上个?|这个?|本|下下个?|下个?)?(?:周|星期|礼拜)([1-7日天])$";
    WEEKDAY_ENGLISH = concat!("^(?:(last|past|previous|this|next) )?", weekday_name!(), "$");
}

/// Days that have a name of their own, as days from today.
pub(super) fn named_day(text: &str) -> Option<i64> {
    Some(match text {
        "大前天" => -3,
        "前天" | "前日" | "前晚" | "the day before yesterday" | "day before yesterday" => -2,
        "昨天" | "昨日" | "昨晚" | "昨夜" | "昨" | "yesterday" | "last night" => -1,
        "今天" | "今日" | "今早" | "今晚" | "今晨" | "今" | "当天" | "刚才" | "刚刚" | "现在" | "today" | "now" | "just now"
        | "this morning" | "this afternoon" | "tonight" | "this evening" | "this" => 0,
        "明天" | "明日" | "明早" | "明晚" | "明" | "tomorrow" => 1,
        "后天" | "后日" | "the day after tomorrow" | "day after tomorrow" => 2,
        "大后天" => 3,
        _ => return None,
    })
}

/// 去年 as years from this one.
pub(super) fn years_said(word: &str) -> i32 {
    match word {
        "前年" => -2,
        "去年" | "上年" => -1,
        "明年" => 1,
        "后年" => 2,
        _ => 0,
    }
}

/// 上, 上上, 下 and the like as steps from this week or month.
pub(super) fn steps_said(word: &str) -> i32 {
    word.chars()
        .map(|sign| match sign {
            '上' => -1,
            '下' => 1,
            _ => 0,
        })
        .sum()
}

/// "3", "a", "two" as a number.
pub(super) fn count_said(word: &str) -> i32 {
    const WORDS: [&str; 13] = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let spelled = WORDS.iter().position(|known| *known == word).and_then(|value| i32::try_from(value).ok());
    match word {
        "a" | "an" => 1,
        word => word.parse().ok().or(spelled).unwrap_or(0),
    }
}

/// 1 to 12 for an English month by its first three letters.
pub(super) fn month(name: &str) -> i32 {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let place = MONTHS.iter().position(|month| name.starts_with(month));
    place.and_then(|place| i32::try_from(place + 1).ok()).unwrap_or(0)
}

/// 0 for Monday to 6 for Sunday, from 1 to 7, 日, 天 or an English name.
pub(super) fn weekday_number(name: &str) -> i64 {
    const NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    match name {
        "日" | "天" => 6,
        name => {
            let place = NAMES.iter().position(|weekday| name.starts_with(weekday));
            let spelled = place.and_then(|place| i64::try_from(place).ok());
            name.parse::<i64>().ok().map(|number| number - 1).or(spelled).unwrap_or(0)
        }
    }
}
