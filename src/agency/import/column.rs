//! The columns of a list under all their names: ours, those of the official system and its Chinese headings.

use super::FileError;
use crate::place::fold::compact;

/// What a column means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Column {
    Code,
    Name,
    NameEn,
    Form,
    Status,
    Province,
    City,
    District,
    Principal,
    Attorneys,
    Phone,
    Email,
    Postcode,
    Address,
    Fax,
    Website,
    Established,
    Uscc,
}

/// Every name a column goes by, without spaces and underscores and in small letters.
const NAMES: &[(Column, &[&str])] = &[
    (Column::Code, &["agencycode", "机构代码", "代理机构代码", "代码", "code"]),
    (Column::Name, &["agencynamezh", "agencyname", "机构名称", "代理机构名称", "中文名称", "名称", "name", "namezh"]),
    (Column::NameEn, &["agencynameen", "英文名称", "机构英文名称", "nameen", "englishname"]),
    (Column::Form, &["orgform", "组织形式", "机构类型"]),
    (Column::Status, &["status", "机构状态", "状态", "执业状态"]),
    (Column::Province, &["province", "省份", "省", "所在省", "所属省份"]),
    (Column::City, &["city", "城市", "市", "所在市", "所属城市"]),
    (Column::District, &["district", "区", "区县", "所在区"]),
    (Column::Principal, &["principal", "负责人", "机构负责人"]),
    (Column::Attorneys, &["attorneycount", "zynum", "执业代理师人数", "代理师人数", "执业专利代理师人数"]),
    (Column::Phone, &["phone", "联系电话", "电话", "telephone"]),
    (Column::Email, &["email", "邮箱", "电子邮箱", "电子邮件"]),
    (Column::Postcode, &["postcode", "邮编", "邮政编码"]),
    (Column::Address, &["address", "地址", "机构地址", "联系地址"]),
    (Column::Fax, &["fax", "传真"]),
    (Column::Website, &["website", "agencyurl", "网址", "网站"]),
    (Column::Established, &["establisheddate", "createdate", "设立日期", "成立日期"]),
    (Column::Uscc, &["uscc", "tyshxycode", "统一社会信用代码"]),
];

/// Names that only the list of branches has.
const BRANCH: [&str; 4] = ["branchcode", "branchname", "分支机构代码", "分支机构名称"];

/// The header of a file.
#[derive(Debug)]
pub(super) struct Header {
    /// Meaning of each column of the file.
    meanings: Vec<Option<Column>>,
    /// The columns as the file names them.
    titles: Vec<String>,
    pub(super) ignored: Vec<String>,
}

impl Header {
    pub(super) fn read(record: &csv::StringRecord) -> Result<Self, FileError> {
        let titles: Vec<String> = record.iter().map(|title| title.trim().to_owned()).collect();
        let keys: Vec<String> = titles.iter().map(|title| compact(title)).collect();
        if keys.iter().any(|key| BRANCH.contains(&key.as_str())) {
            return Err(FileError::BranchList);
        }
        let meanings: Vec<Option<Column>> = keys.iter().map(|key| meaning(key)).collect();
        for (nth, found) in meanings.iter().enumerate() {
            if found.is_some() && meanings.iter().take(nth).any(|earlier| earlier == found) {
                return Err(FileError::ColumnRepeated(titles.get(nth).cloned().unwrap_or_default()));
            }
        }
        let ignored = titles.iter().zip(&meanings).filter(|(title, found)| found.is_none() && !title.is_empty());
        let ignored = ignored.map(|(title, _)| title.clone()).collect();
        let header = Self { meanings, titles, ignored };
        header.has(Column::Code).then_some(()).ok_or(FileError::NoCodeColumn)?;
        header.has(Column::Name).then_some(()).ok_or(FileError::NoNameColumn)?;
        Ok(header)
    }

    /// How many columns a row must have.
    pub(super) fn width(&self) -> usize {
        self.meanings.len()
    }

    pub(super) fn at(&self, column: Column) -> Option<usize> {
        self.meanings.iter().position(|found| *found == Some(column))
    }

    /// The column as the file names it.
    pub(super) fn title(&self, column: Column) -> String {
        self.at(column).and_then(|at| self.titles.get(at)).cloned().unwrap_or_default()
    }

    fn has(&self, column: Column) -> bool {
        self.at(column).is_some()
    }
}

fn meaning(key: &str) -> Option<Column> {
    let known = NAMES.iter().find(|(_, names)| names.contains(&key))?;
    Some(known.0)
}
