//! A text as a QR code, and the code as one outline to fill.

use fast_qr::{ECL, QRBuilder, QRCode};
use std::fmt::Write;

/// The longest text, in bytes: what version 13 holds at level M. Its 69 modules on a side are about
/// the finest that a phone reads from a screen at the other end of a table.
pub const LONGEST: usize = 331;

/// Light modules around the code, on each side: ISO/IEC 18004 wants four.
pub const QUIET_ZONE: usize = 4;

/// The text does not fit in a code that can still be read from a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("longer than {LONGEST} bytes")]
pub struct TooLong;

/// A code, drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// Width and height, in modules, with the quiet zone.
    pub side: usize,
    /// The dark modules as the `d` of an SVG path, one unit for one module.
    pub path: String,
}

/// Draws this text as a code of level M, which reads with up to 15 % of it hidden or damaged.
///
/// # Errors
/// Where the text is longer than [`LONGEST`].
pub fn draw(text: &str) -> Result<Drawing, TooLong> {
    if text.len() > LONGEST {
        return Err(TooLong);
    }
    let code = QRBuilder::new(text)
        .ecl(ECL::M)
        .build()
        .map_err(|_| TooLong)?;
    Ok(Drawing {
        side: code.size + 2 * QUIET_ZONE,
        path: outline(&code),
    })
}

/// Each run of dark modules of a row as one rectangle.
fn outline(code: &QRCode) -> String {
    let mut path = String::new();
    for (y, row) in code.data.chunks(code.size).take(code.size).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|one, next| one.value() == next.value()) {
            if run.first().is_some_and(|module| module.value()) {
                let (left, top, width) = (x + QUIET_ZONE, y + QUIET_ZONE, run.len());
                // Writing to a text cannot fail.
                let _ = write!(path, "M{left} {top}h{width}v1h-{width}z");
            }
            x += run.len();
        }
    }
    path
}
