//! Names of applicants in one spelling, without their legal form.

use crate::place::fold::fold;

/// Legal forms behind Chinese names, the longer before their parts.
const FORMS_HAN: [&str; 8] =
    ["股份有限责任公司", "股份有限公司", "有限责任公司", "集团有限公司", "株式会社", "有限公司", "股份公司", "公司"];
/// Words of legal forms behind Latin names.
const FORMS_LATIN: [&str; 24] = [
    "co",
    "company",
    "corp",
    "corporation",
    "ltd",
    "limited",
    "inc",
    "incorporated",
    "llc",
    "llp",
    "lp",
    "plc",
    "gmbh",
    "ag",
    "kg",
    "kk",
    "sa",
    "sas",
    "spa",
    "srl",
    "bv",
    "nv",
    "ab",
    "oy",
];

/// The name without its legal form, without blanks; the whole name where nothing would be left.
pub(super) fn core(name: &str) -> String {
    let folded = fold(name);
    let mut words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    while words.len() > 1 && words.last().is_some_and(|last| FORMS_LATIN.contains(last)) {
        words.pop();
    }
    let whole = words.concat();
    FORMS_HAN.iter().find_map(|form| whole.strip_suffix(form).filter(|core| !core.is_empty())).map(str::to_owned).unwrap_or(whole)
}

#[cfg(test)]
mod tests {
    use super::core;

    #[test]
    fn legal_forms_and_spelling_do_not_matter() {
        for (one, other) in [
            ("武汉示例科技有限公司", "武漢示例科技（有限公司）"),
            ("示例 股份有限公司", "示例"),
            ("Example Optics Co., Ltd.", "EXAMPLE OPTICS"),
            ("Example GmbH & Co. KG", "example"),
        ] {
            assert_eq!(core(one), core(other), "{one}");
        }
    }

    #[test]
    fn what_a_name_begins_or_contains_is_another_name() {
        assert_ne!(core("武汉大学"), core("武汉大学人民医院"));
        assert_ne!(core("示例科技有限公司"), core("武汉示例科技有限公司"));
        assert_eq!(core("公司"), "公司");
        assert_eq!(core("Co"), "co");
        assert_eq!(core("..."), "");
    }
}
