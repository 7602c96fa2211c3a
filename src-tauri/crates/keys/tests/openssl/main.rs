//! OpenSSL reads what this crate writes, and this crate reads what OpenSSL writes.
//! Without the `openssl` program these tests say so and pass.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]
#![expect(clippy::print_stderr, reason = "a skipped test says that it was skipped")]

mod certificates;
mod encrypted;
mod pkcs12;
mod plain;
mod program;
