//! A cell of a table that a spreadsheet opens.

/// A cell of a CSV file, quoted where that is needed. What a spreadsheet would take for a formula is made words with a quotation
/// mark before it; a phone number with its plus stays as it is.
pub fn csv_cell(cell: &str) -> String {
    let cell = plain_cell(cell);
    if cell.contains([',', ';', '"', '\n', '\r', '\t']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

/// Words for a cell, never a formula.
fn plain_cell(cell: &str) -> String {
    let number = cell.bytes().skip(1).all(|sign| sign.is_ascii_digit() || b" -()".contains(&sign));
    let formula = cell.starts_with(['=', '@', '\t', '\r', '\n', '\0', '＝', '＠', '＋', '－'])
        || (cell.starts_with(['+', '-']) && !(number && cell.len() > 1));
    let words: String = cell.chars().filter(|sign| *sign != '\0').collect();
    if formula { format!("'{words}") } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_quoted_and_no_formula() {
        for (cell, written) in [
            ("王小明", "王小明"),
            ("Smith, Ann", "\"Smith, Ann\""),
            ("the \"best\"", "\"the \"\"best\"\"\""),
            ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("+8613807155501", "+8613807155501"),
            ("+44 20 7946 0000", "+44 20 7946 0000"),
            ("+A1", "'+A1"),
            ("-2+3", "'-2+3"),
            ("-", "'-"),
            ("\t=1", "\"'\t=1\""),
            ("\r\n=1", "\"'\r\n=1\""),
            ("\0=1", "'=1"),
            ("＝1", "'＝1"),
            ("", ""),
        ] {
            assert_eq!(csv_cell(cell), written, "{cell}");
        }
    }
}
