//! Our CRC-32 beside that of another hand.

use crc::{CRC_32_ISO_HDLC, Crc};
use numea::domain::checksum::{Crc32, checksum, crc_32};
use proptest::prelude::*;

const OTHER: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);

/// The value that the catalogue of CRCs gives for this text.
#[test]
fn the_sum_is_the_one_of_the_catalogue() {
    assert_eq!(checksum("123456789"), "cbf43926");
}

proptest! {
    #[test]
    fn any_bytes_whole_or_in_pieces_have_the_sum_of_another_hand(
        bytes in proptest::collection::vec(any::<u8>(), 0..200),
        cuts in proptest::collection::vec(any::<prop::sample::Index>(), 0..4),
    ) {
        let expected = OTHER.checksum(&bytes);
        prop_assert_eq!(crc_32(&bytes), expected);
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(bytes.len() + 1)).collect();
        cuts.sort_unstable();
        let mut sum = Crc32::start();
        let mut from = 0;
        for cut in cuts {
            sum.add_all(&bytes[from..cut]);
            from = cut;
        }
        for byte in &bytes[from..] {
            sum.add(*byte);
        }
        prop_assert_eq!(sum.so_far(), expected);
    }
}
