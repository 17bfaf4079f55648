use super::*;
use crate::agency::{Agency, OrgForm, Status};
use chrono::NaiveDate;

fn read(text: &str) -> Register {
    parse_register(text.as_bytes(), &mut |_| {}).expect("a good list")
}

fn refused(text: &str) -> ImportReport {
    parse_register(text.as_bytes(), &mut |_| {}).expect_err("a bad list")
}

fn file_error(bytes: &[u8]) -> Option<FileError> {
    parse_register(bytes, &mut |_| {}).expect_err("a bad file").file
}

fn reasons(text: &str) -> Vec<(u64, RowReason)> {
    refused(text).bad.into_iter().map(|bad| (bad.line, bad.reason)).collect()
}

const OURS: &str = "agency_code,agency_name_zh,agency_name_en,org_form,status,province,city,district,principal,\
    attorney_count,phone,email,postcode,address,fax,website,established_date,uscc\n\
    42999,武汉甲乙知识产权代理有限公司,\"Jia, Yi & Co.\",company,正常,湖北,武汉,武昌区,张三,12,027-1,a@b.cn,430000,\
    中南路1号,027-2,http://c.cn,2019-03-01,91420100MA0000000X\n";

#[test]
fn every_column_is_kept() {
    let agency = read(OURS).agencies.remove(0);
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(agency.code, "42999");
    assert_eq!(agency.name, "武汉甲乙知识产权代理有限公司");
    assert_eq!(agency.name_en, some("Jia, Yi & Co."));
    assert_eq!(agency.form, Some(OrgForm::Company));
    assert_eq!(agency.status, Status::Normal);
    assert_eq!((agency.province, agency.city, agency.district), (some("湖北"), some("武汉"), some("武昌区")));
    assert_eq!((agency.principal, agency.attorneys), (some("张三"), Some(12)));
    assert_eq!((agency.phone, agency.email, agency.postcode), (some("027-1"), some("a@b.cn"), some("430000")));
    assert_eq!((agency.address, agency.fax, agency.website), (some("中南路1号"), some("027-2"), some("http://c.cn")));
    assert_eq!(agency.established, NaiveDate::from_ymd_opt(2019, 3, 1));
    assert_eq!(agency.uscc, some("91420100MA0000000X"));
}

#[test]
fn the_columns_of_the_official_system_mean_the_same() {
    let official = "agencycode,agencyname,status,principal,zynum,phone,email,postcode,address,fax,agencyurl,createdate,\
        tyshxycode\n42999,武汉甲乙知识产权代理有限公司,正常,张三,12,027-1,a@b.cn,430000,湖北省武汉市武昌区中南路1号,027-2,\
        http://c.cn,2019-03-01 00:00:00,91420100MA0000000X\n";
    let chinese = "机构代码,机构名称,机构状态,负责人,执业代理师人数,联系电话,邮箱,邮编,地址,传真,网址,设立日期,\
        统一社会信用代码\n42999,武汉甲乙知识产权代理有限公司,正常,张三,12,027-1,a@b.cn,430000,湖北省武汉市武昌区中南路1号,\
        027-2,http://c.cn,2019年3月1日,91420100MA0000000X\n";
    assert_eq!(read(official), read(chinese));
    let agency = read(official).agencies.remove(0);
    let ours = read(OURS).agencies.remove(0);
    let taken_over = Agency { name_en: ours.name_en.clone(), address: ours.address.clone(), ..agency };
    assert_eq!(taken_over, ours, "province, city and district come from the address");
}

#[test]
fn bom_tabs_crlf_blank_lines_and_surplus_commas_do_no_harm() {
    let expected = read("agency_code,agency_name_zh\n11001,北京甲\n11002,北京乙\n");
    assert_eq!(read("\u{feff}agency_code,agency_name_zh\r\n11001,北京甲\r\n\r\n11002,北京乙\r\n"), expected);
    assert_eq!(read("agency_code\tagency_name_zh\n11001\t北京甲\n11002\t北京乙"), expected);
    assert_eq!(read("agency_code,agency_name_zh,,\n11001,北京甲,,\n,,,\n11002,北京乙,,\n"), expected);
    assert_eq!(read("agency_code,agency_name_zh\n11001,北京甲,,\n１１００２, 北京乙 \n"), expected);
}

#[test]
fn quoted_fields_hold_commas_quotes_and_breaks() {
    let list = read("code,name,address\n11001,\"甲,\"\"乙\"\"\",\"一层\n二层\"\n11002,丙,丁\n");
    assert_eq!(list.agencies[0].name, "甲,\"乙\"");
    assert_eq!(list.agencies[0].address.as_deref(), Some("一层 二层"));
    assert_eq!(list.agencies.len(), 2);
}

#[test]
fn unknown_columns_are_ignored_and_named() {
    let list = read("备注,code,name,Colour\nx,11001,甲,red\n");
    assert_eq!(list.ignored_columns, ["备注", "Colour"]);
    assert_eq!(refused("备注,code,name\nx,1,甲\n").ignored_columns, ["备注"]);
}

#[test]
fn rows_are_put_in_the_order_of_codes() {
    let list = read("code,name\n42001,甲\n11001,乙\n");
    let codes: Vec<&str> = list.agencies.iter().map(|agency| agency.code.as_str()).collect();
    assert_eq!(codes, ["11001", "42001"]);
    assert_eq!(list.by_code("42001").map(|agency| agency.name.as_str()), Some("甲"));
    assert_eq!(list.by_code("99999"), None);
}

#[test]
fn all_bad_rows_are_reported_and_nothing_is_taken_over() {
    let list = "code,name,设立日期,执业代理师人数,备注\n\
        11001,甲,2019-02-30,,\n\
        1100,乙,,,\n\
        ,丙,,,\n\
        11002,,,many,\n\
        11003,丁\n\
        11004,\"两\n行\",,,\n\
        11004,戊,,,\n\
        01234,己,,,\n\
        11005,庚\u{7},,,\n\
        11006,辛,,,,surplus\n";
    let column = |name: &str| name.to_owned();
    assert_eq!(
        reasons(list),
        [
            (2, RowReason::DateMalformed { column: column("设立日期"), value: "2019-02-30".to_owned() }),
            (3, RowReason::CodeMalformed("1100".to_owned())),
            (4, RowReason::CodeMissing),
            (5, RowReason::NameMissing),
            (5, RowReason::NumberMalformed { column: column("执业代理师人数"), value: "many".to_owned() }),
            (6, RowReason::ColumnCount { wanted: 5, found: 2 }),
            (9, RowReason::CodeRepeated { first_line: 7 }),
            (10, RowReason::CodeMalformed("01234".to_owned())),
            (11, RowReason::ControlCharacter { column: column("name") }),
            (11, RowReason::NameMissing),
            (12, RowReason::ColumnCount { wanted: 5, found: 6 }),
        ]
    );
    let report = refused(list);
    assert_eq!(report.rows, 10);
    assert_eq!(report.bad[6].code.as_deref(), Some("11004"));
}

#[test]
fn a_quote_that_is_never_closed_is_found() {
    let list = format!("code,name\n11001,\"甲\n{}", "11002,乙\n".repeat(100));
    assert!(reasons(&list).contains(&(2, RowReason::TooLong { column: "name".to_owned(), limit: 500 })));
}

#[test]
fn files_that_are_no_list_are_refused_with_the_reason() {
    assert_eq!(file_error(b""), Some(FileError::Empty));
    assert_eq!(file_error(b"\xef\xbb\xbf \n"), Some(FileError::Empty));
    assert_eq!(file_error(b"\xff\xfec\0o\0d\0e\0"), Some(FileError::Utf16));
    // "code,name\n11001," and a name in GB18030
    assert_eq!(file_error(b"code,name\n11001,\xce\xe4\xba\xba\n"), Some(FileError::NotUtf8 { line: 2 }));
    assert_eq!(file_error("name\n甲\n".as_bytes()), Some(FileError::NoCodeColumn));
    assert_eq!(file_error("code\n11001\n".as_bytes()), Some(FileError::NoNameColumn));
    assert_eq!(file_error("code,name\n".as_bytes()), Some(FileError::NoRows));
    assert_eq!(file_error("branchcode,agencycode,branchname\n1,11001,甲\n".as_bytes()), Some(FileError::BranchList));
    let twice = FileError::ColumnRepeated("机构代码".to_owned());
    assert_eq!(file_error("code,机构代码,name\n11001,11001,甲\n".as_bytes()), Some(twice));
}

#[test]
fn unknown_words_for_a_status_are_kept() {
    let list = read("code,name,状态\n11001,甲,异常名录\n11002,乙,休眠\n11003,丙,\n11004,丁,注销\n11005,戊,已撤销\n");
    let statuses: Vec<Status> = list.agencies.into_iter().map(|agency| agency.status).collect();
    let other = Status::Other("休眠".to_owned());
    assert_eq!(statuses, [Status::Abnormal, other, Status::Unknown, Status::Cancelled, Status::Revoked]);
}

#[test]
fn the_form_is_read_from_the_name() {
    let names = "code,name\n11001,甲有限责任公司\n11002,乙事务所(普通合伙)\n11003,丙事务所（特殊普通合伙）\n\
        11004,丁律师事务所\n11005,戊专利中心\n";
    let forms: Vec<Option<OrgForm>> = read(names).agencies.into_iter().map(|agency| agency.form).collect();
    let expected = [Some(OrgForm::Company), Some(OrgForm::Partnership), Some(OrgForm::SpecialPartnership), Some(OrgForm::LawFirm), None];
    assert_eq!(forms, expected);
}

#[test]
fn progress_grows_to_the_size_of_the_file() {
    let list = format!("code,name\n{}", (10_000..12_000).map(|code| format!("{code},甲{code}\n")).collect::<String>());
    let mut seen = Vec::new();
    parse_register(list.as_bytes(), &mut |done| seen.push(done)).expect("a good list");
    assert!(seen.len() > 5 && seen.is_sorted());
    assert_eq!(seen.last(), Some(&(list.len() as u64)));
}

#[test]
fn the_demo_has_26_agencies_of_unknown_status() {
    let demo = Register::demo();
    assert!(demo.demo);
    assert_eq!(demo.agencies.len(), 26);
    assert!(demo.agencies.iter().all(|agency| agency.status == Status::Unknown && agency.province.is_some()));
    assert!(demo.ignored_columns.is_empty());
    assert_eq!(demo.by_code("42104").map(|agency| agency.name.as_str()), Some("武汉开元知识产权代理有限公司"));
    let day = NaiveDate::from_ymd_opt(2026, 1, 2);
    let named = demo.with_origin("list", day);
    assert_eq!((named.source.as_str(), named.as_of), ("list", day));
}

mod any_bytes {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn are_read_or_refused_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = parse_register(&bytes, &mut |_| {});
        }

        #[test]
        fn below_a_header_are_read_or_refused_without_a_panic(rows in "[0-9,\"\n\u{7}甲a\t\\-]{0,120}") {
            let _ = parse_register(format!("code,name,设立日期\n{rows}").as_bytes(), &mut |_| {});
        }
    }
}
