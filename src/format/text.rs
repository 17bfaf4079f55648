//! Being filled.
pub fn clean(text: &str) -> String {
    text.trim().to_owned()
}
pub fn fold(text: &str) -> String {
    text.to_lowercase()
}
pub fn neutral(text: &str) -> String {
    text.to_owned()
}
pub fn neutral_lines(text: &str) -> String {
    text.to_owned()
}
pub fn simplified(text: &str) -> String {
    text.to_owned()
}
