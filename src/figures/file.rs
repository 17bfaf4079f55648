//! Figures as files: CSV and a workbook that spreadsheets open right in Chinese, and a page for printing that needs nothing else.

use super::export::BOM;
use super::say::{Line, Paper, Sheet};
use crate::format::csv_cell;
use rust_xlsxwriter::{Format, FormatBorder, Workbook, XlsxError};

/// Every table below one another, as a CSV file.
pub fn csv(paper: &Paper) -> String {
    let mut text = String::from(BOM);
    let mut row = |cells: &mut dyn Iterator<Item = String>| {
        let cells: Vec<String> = cells.map(|cell| csv_cell(&cell)).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    };
    row(&mut std::iter::once(paper.title.clone()));
    paper.about.iter().for_each(|line| row(&mut std::iter::once(line.clone())));
    for sheet in &paper.sheets {
        row(&mut std::iter::empty());
        row(&mut std::iter::once(sheet.title.clone()));
        row(&mut sheet.columns.iter().cloned());
        for line in &sheet.lines {
            // Numbers without blanks: a spreadsheet counts with them.
            let cells = line.cells.iter().map(|words| words.number.map_or_else(|| words.text.clone(), |number| number.to_string()));
            row(&mut std::iter::once(line.label.clone()).chain(cells));
        }
    }
    row(&mut std::iter::empty());
    paper.notes.iter().for_each(|line| row(&mut std::iter::once(line.clone())));
    text
}

/// A workbook with a sheet for every table. Cells are numbers or plain strings, which no spreadsheet takes for a formula.
///
/// # Errors
/// It cannot be written; a bug of ours, as every name comes from our texts.
pub fn workbook(paper: &Paper) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let title = Format::new().set_bold().set_font_size(14);
    let words = Format::new().set_text_wrap();
    let first = book.add_worksheet().set_name(sheet_name(0, &paper.title))?;
    first.set_column_width(0, 90)?;
    first.write_string_with_format(0, 0, &paper.title, &title)?;
    for (at, line) in (1..).zip(paper.about.iter().chain(&paper.notes)) {
        first.write_string_with_format(at, 0, line, &words)?;
    }
    for (at, sheet) in paper.sheets.iter().enumerate() {
        fill(&mut book, at + 1, sheet)?;
    }
    book.save_to_buffer()
}

fn fill(book: &mut Workbook, number: usize, sheet: &Sheet) -> Result<(), XlsxError> {
    let (bold, head) = (Format::new().set_bold(), Format::new().set_bold().set_text_wrap().set_border_bottom(FormatBorder::Thin));
    let (count, share, hidden) = (
        Format::new().set_num_format("#,##0.##"),
        Format::new().set_num_format("0.0%"),
        Format::new().set_align(rust_xlsxwriter::FormatAlign::Right),
    );
    let page = book.add_worksheet().set_name(sheet_name(number, &sheet.title))?;
    page.set_column_width(0, 44)?;
    page.write_string_with_format(0, 0, &sheet.title, &bold)?;
    for (column, name) in (0..).zip(&sheet.columns) {
        page.write_string_with_format(2, column, name, &head)?;
        if column > 0 {
            page.set_column_width(column, 18)?;
        }
    }
    for (row, line) in (3..).zip(&sheet.lines) {
        let label = if line.sum { &bold } else { &Format::new() };
        page.write_string_with_format(row, 0, &line.label, label)?;
        for (column, words) in (1..).zip(&line.cells) {
            match words.number {
                Some(number) if words.text.ends_with('%') => page.write_number_with_format(row, column, number, &share)?,
                Some(number) => page.write_number_with_format(row, column, number, &count)?,
                None => page.write_string_with_format(row, column, &words.text, &hidden)?,
            };
        }
    }
    page.set_freeze_panes(3, 1)?;
    Ok(())
}

/// At most 31 signs, none of those that a workbook forbids, no two alike.
fn sheet_name(number: usize, title: &str) -> String {
    let clean: String = title.chars().filter(|sign| !r"[]:*?/\'".contains(*sign)).take(26).collect();
    format!("{number} {clean}").trim().to_owned()
}

/// How the page looks: calm on a screen, black on white on paper, a table never torn from its title.
const STYLE: &str = "
:root { color-scheme: light; --ink: #1a1a1a; --grey: #555; --line: #d0d0d0; --accent: #0b4f8a }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1.25rem; color: var(--ink); background: #fff;
  font: 1rem/1.6 'Noto Sans SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif }
h1 { font-size: 1.7rem; line-height: 1.3; margin: 0 0 .5rem; border-bottom: 3px solid var(--accent); padding-bottom: .5rem }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem }
.about, .notes { color: var(--grey); margin: 0; padding: 0; list-style: none }
.notes { margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: 1rem; font-size: .9rem }
figure { margin: 0 0 1rem } figure svg { font-family: inherit; width: 100%; max-width: 40rem; height: auto }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
th, td { text-align: right; padding: .35rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top }
th:first-child { text-align: left; font-weight: normal } thead th { font-weight: 600; border-bottom: 2px solid var(--ink) }
thead th:first-child, tr.sum th { font-weight: 600 } tr.sum td { font-weight: 600; border-top: 2px solid var(--ink) }
@media (max-width: 30rem) { body { padding: 1rem .75rem } th, td { padding: .3rem .35rem } }
@media print { @page { size: A4; margin: 18mm 16mm } body { padding: 0; max-width: none; font-size: 10.5pt }
  section { break-inside: avoid-page } section.long { break-inside: auto } thead { display: table-header-group }
  tr, figure { break-inside: avoid } h2 { break-after: avoid } }
";

/// Lines of a table from which on it may go over several pages.
const LONG: usize = 24;

/// One page that needs nothing else: words, tables and charts as SVG.
pub fn html(paper: &Paper) -> String {
    let mut page = String::new();
    let list = |class: &str, lines: &[String]| {
        let items: String = lines.iter().map(|line| format!("<li>{}</li>", escaped(line))).collect();
        format!("<ul class=\"{class}\">{items}</ul>\n")
    };
    page += &format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{}</h1>\n",
        escaped(&paper.language.0),
        escaped(&paper.title),
        escaped(&paper.title)
    );
    page += &list("about", &paper.about);
    for sheet in &paper.sheets {
        page += &section(sheet);
    }
    page += &list("notes", &paper.notes);
    page += "</main>\n</body>\n</html>\n";
    page
}

fn section(sheet: &Sheet) -> String {
    let class = if sheet.lines.len() > LONG { " class=\"long\"" } else { "" };
    let mut section = format!("<section{class} id=\"{}\">\n<h2>{}</h2>\n", sheet.name, escaped(&sheet.title));
    if let Some(svg) = drawing(sheet) {
        section += &format!("<figure role=\"img\" aria-label=\"{}\">{svg}</figure>\n", escaped(&sheet.title));
    }
    let heads: String = sheet.columns.iter().map(|name| format!("<th scope=\"col\">{}</th>", escaped(name))).collect();
    let rows: String = sheet.lines.iter().map(row).collect();
    section += &format!("<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</section>\n");
    section
}

/// The chart of a table as SVG that grows and shrinks with the page; none where the table says it better.
pub fn drawing(sheet: &Sheet) -> Option<String> {
    crate::chart::svg(sheet.chart.as_ref()?).ok()
}

fn row(line: &Line) -> String {
    let class = if line.sum { " class=\"sum\"" } else { "" };
    let cells: String = line.cells.iter().map(|words| format!("<td>{}</td>", escaped(&words.text))).collect();
    format!("<tr{class}><th scope=\"row\">{}</th>{cells}</tr>\n", escaped(&line.label))
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            '\'' => escaped += "&#39;",
            sign => escaped.push(sign),
        }
    }
    escaped
}
