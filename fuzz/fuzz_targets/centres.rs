#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| numea_fuzz::targets::centres(data));
