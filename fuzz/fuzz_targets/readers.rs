#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| privreg_fuzz::readers(bytes));
