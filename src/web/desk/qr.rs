//! The square that an authenticator program reads, as SVG made here: no other server sees the secret.

use qrcodegen::{QrCode, QrCodeEcc};

/// White modules around the code (ISO/IEC 18004).
const QUIET: i32 = 4;

/// An SVG of the text; empty when it is too long for a code.
pub fn svg(text: &str, label: &str) -> String {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else { return String::new() };
    let side = code.size() + QUIET * 2;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let from = x;
            while x < code.size() && code.get_module(x, y) {
                x += 1;
            }
            if x > from {
                path.push_str(&format!("M{} {}h{}v1h-{}z", from + QUIET, y + QUIET, x - from, x - from));
            }
            x += 1;
        }
    }
    let label = crate::message::escape(label).replace('"', "&quot;");
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" width=\"232\" height=\"232\" role=\"img\" \
         aria-label=\"{label}\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path fill=\"#000\" d=\"{path}\"/></svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads the dark modules back out of the path.
    fn modules(svg: &str, side: usize) -> Vec<Vec<bool>> {
        let mut dark = vec![vec![false; side]; side];
        let path = svg.rsplit("d=\"").next().and_then(|rest| rest.split('"').next()).expect("a path");
        for run in path.split('M').filter(|run| !run.is_empty()) {
            let (place, rest) = run.split_once('h').expect("a run");
            let (x, y) = place.split_once(' ').expect("a place");
            let length: usize = rest.split('v').next().expect("a length").parse().expect("a number");
            let (x, y): (usize, usize) = (x.parse().expect("a number"), y.parse().expect("a number"));
            dark[y][x..x + length].fill(true);
        }
        dark
    }

    #[test]
    fn the_drawing_is_the_code_module_by_module_with_its_quiet_zone() {
        let text = "otpauth://totp/Office:li?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Office";
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).expect("a code");
        let side = (code.size() + 8) as usize;
        let dark = modules(&svg(text, "a \"label\" <x>"), side);
        for (y, row) in dark.iter().enumerate() {
            for (x, dark) in row.iter().enumerate() {
                assert_eq!(*dark, code.get_module(x as i32 - 4, y as i32 - 4), "{x} {y}");
            }
        }
        assert!(svg(text, "a \"label\" <x>").contains("a &quot;label&quot; &lt;x"));
    }

    #[test]
    fn a_text_that_is_too_long_gives_nothing() {
        assert_eq!(svg(&"x".repeat(5000), ""), "");
    }
}
