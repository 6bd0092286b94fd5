//! QR codes in a picture of a camera, given as the brightness of each of its points.

use rqrr::PreparedImage;

/// Widest and highest picture that is looked at, in points.
pub const SIDE_MAX: usize = 1_920;

/// The texts of the codes in a picture of this width, row by row; none where there is no code that can be read.
pub fn codes(brightness: &[u8], width: usize) -> Vec<String> {
    let height = brightness.len().checked_div(width).unwrap_or_default();
    let is_bounded = (1..=SIDE_MAX).contains(&width) && (1..=SIDE_MAX).contains(&height);
    if !is_bounded || brightness.len() != width * height {
        return Vec::new();
    }
    let point = |x, y| brightness.get(y * width + x).copied().unwrap_or(u8::MAX);
    let mut picture = PreparedImage::prepare_from_greyscale(width, height, point);
    let grids = picture.detect_grids();
    let texts = grids.iter().filter_map(|grid| grid.decode().ok());
    texts.map(|(_, text)| text).collect()
}
