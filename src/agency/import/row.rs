//! One row of a list, each field read strictly; every fault is noted and reading goes on.

use super::{Column, Header, RowReason};
use crate::agency::{Agency, OrgForm, Status, region};
use crate::place::fold::compact;
use crate::place::{PlaceKind, PlaceMatch, Places};
use chrono::NaiveDate;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// No honest field is longer, in characters.
const LONGEST_FIELD: usize = 500;
const CITY: &str = "武汉";

static PLACES: LazyLock<Places> = LazyLock::new(Places::shipped);

pub(super) struct Row<'a> {
    header: &'a Header,
    record: &'a csv::StringRecord,
    pub(super) faults: Vec<RowReason>,
}

impl<'a> Row<'a> {
    pub(super) fn new(header: &'a Header, record: &'a csv::StringRecord) -> Self {
        let (wanted, found) = (header.width(), record.len());
        let surplus = record.iter().skip(wanted).any(|field| !field.trim().is_empty());
        let faults = if found < wanted || surplus { vec![RowReason::ColumnCount { wanted, found }] } else { Vec::new() };
        Self { header, record, faults }
    }

    /// The agency, to be used only if there are no faults.
    pub(super) fn agency(&mut self) -> Agency {
        let code = self.code();
        let name = self.text(Column::Name).unwrap_or_else(|| {
            self.faults.push(RowReason::NameMissing);
            String::new()
        });
        let address = self.text(Column::Address);
        let seat = self.seat(&code, &name, address.as_deref());
        Agency {
            form: form(&self.text(Column::Form).unwrap_or_default(), &name),
            name_en: self.text(Column::NameEn),
            status: self.text(Column::Status).map_or(Status::Unknown, status),
            province: seat.province,
            city: seat.city,
            district: seat.district,
            principal: self.text(Column::Principal),
            attorneys: self.number(Column::Attorneys),
            phone: self.text(Column::Phone),
            email: self.text(Column::Email),
            postcode: self.text(Column::Postcode),
            fax: self.text(Column::Fax),
            website: self.text(Column::Website),
            established: self.date(Column::Established),
            uscc: self.text(Column::Uscc),
            address,
            name,
            code,
        }
    }

    fn code(&mut self) -> String {
        let Some(written) = self.text(Column::Code) else {
            self.faults.push(RowReason::CodeMissing);
            return String::new();
        };
        let code: String = written.nfkc().collect();
        let digits = code.len() == 5 && code.bytes().all(|byte| byte.is_ascii_digit());
        if !digits || code.starts_with('0') {
            self.faults.push(RowReason::CodeMalformed(written));
        }
        code
    }

    /// A field without surrounding and doubled blanks; `None` if empty.
    fn text(&mut self, column: Column) -> Option<String> {
        let written = self.record.get(self.header.at(column)?)?;
        let text = written.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.chars().count() > LONGEST_FIELD {
            let reason = RowReason::TooLong { column: self.header.title(column), limit: LONGEST_FIELD };
            self.faults.push(reason);
            return None;
        }
        if text.contains(char::is_control) {
            self.faults.push(RowReason::ControlCharacter { column: self.header.title(column) });
            return None;
        }
        (!text.is_empty()).then_some(text)
    }

    fn number(&mut self, column: Column) -> Option<u32> {
        let value = self.text(column)?;
        let number = value.nfkc().collect::<String>().parse().ok();
        if number.is_none() {
            self.faults.push(RowReason::NumberMalformed { column: self.header.title(column), value });
        }
        number
    }

    fn date(&mut self, column: Column) -> Option<NaiveDate> {
        let value = self.text(column)?;
        let day = day(&value);
        if day.is_none() {
            self.faults.push(RowReason::DateMalformed { column: self.header.title(column), value });
        }
        day
    }

    fn seat(&mut self, code: &str, name: &str, address: Option<&str>) -> Seat {
        let (province, city) = (self.text(Column::Province), self.text(Column::City));
        let by_address = region::seat_of(address.unwrap_or_default());
        let by_name = region::seat_of(name);
        let by_code = region::by_code(code).map(|province| province.zh);
        let province = province.or_else(|| owned(by_address.province.or(by_name.province).or(by_code)));
        let city = city.or_else(|| owned(by_address.city.or(by_name.city)));
        let district = self.text(Column::District).or_else(|| {
            let in_city = city.as_deref().is_some_and(|city| compact(city).starts_with(CITY));
            address.filter(|_| in_city).and_then(district_of)
        });
        Seat { province, city, district }
    }
}

struct Seat {
    province: Option<String>,
    city: Option<String>,
    district: Option<String>,
}

fn owned(text: Option<&str>) -> Option<String> {
    text.map(str::to_owned)
}

/// The district or zone of the city that an address names, if it names just one.
fn district_of(address: &str) -> Option<String> {
    match PLACES.find(address) {
        PlaceMatch::One(place) if matches!(place.kind, PlaceKind::District | PlaceKind::Zone) => Some(place.zh.clone()),
        PlaceMatch::One(_) | PlaceMatch::Several(_) | PlaceMatch::None => None,
    }
}

fn status(word: String) -> Status {
    match compact(&word).as_str() {
        "正常" | "正常执业" | "执业" | "normal" | "active" => Status::Normal,
        "异常" | "异常名录" | "经营异常" | "经营异常名录" | "列入异常名录" | "列入经营异常名录" | "abnormal" => {
            Status::Abnormal
        }
        "吊销" | "已吊销" | "撤销" | "已撤销" | "revoked" => Status::Revoked,
        "注销" | "已注销" | "cancelled" | "canceled" => Status::Cancelled,
        _ => Status::Other(word),
    }
}

fn form(written: &str, name: &str) -> Option<OrgForm> {
    let words = compact(&format!("{written} {name}"));
    [
        ("specialpartnership", OrgForm::SpecialPartnership),
        ("特殊普通合伙", OrgForm::SpecialPartnership),
        ("lawfirm", OrgForm::LawFirm),
        ("律师事务所", OrgForm::LawFirm),
        ("partnership", OrgForm::Partnership),
        ("合伙", OrgForm::Partnership),
        ("company", OrgForm::Company),
        ("公司", OrgForm::Company),
    ]
    .into_iter()
    .find_map(|(word, form)| words.contains(word).then_some(form))
}

/// A day as lists write it, with or without a time behind it.
fn day(value: &str) -> Option<NaiveDate> {
    let plain: String = value.nfkc().collect();
    let date = plain.split([' ', 'T']).next()?.replace(['年', '月', '/', '.'], "-").replace('日', "");
    let compact = date.len() == 8 && date.bytes().all(|byte| byte.is_ascii_digit());
    let form = if compact { "%Y%m%d" } else { "%Y-%m-%d" };
    NaiveDate::parse_from_str(&date, form).ok()
}
