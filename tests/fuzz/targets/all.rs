//! A target for every parser of bytes from outside. The fuzzer runs them one by one, and `tests/parsers.rs` runs all of them
//! for a moment with every test run.

mod archive_file;
mod archive_import;
mod archive_pieces;
mod assurance_answers;
mod assurance_event;
mod assurance_link;
mod authorities;
mod console_link;
mod gateway_headers;
mod import;
mod keys_one;
mod keys_read;
mod mailed;
mod material;
mod names;
mod open_link;
mod practice;
mod query;
mod ready_json;
mod requests;
mod subject;
mod token;

/// One parser, and what it is given.
#[derive(Clone, Copy)]
pub struct Target {
    /// What the fuzzer and the folders call it.
    pub name: &'static str,
    /// Gives it any bytes. Panics when it does what it must not.
    pub run: fn(&[u8]),
    /// Honest bytes, from which to set out.
    pub seeds: fn() -> Vec<Vec<u8>>,
    /// How many changed seeds it is given in a test run. Slow ones get fewer.
    pub rounds: usize,
}

macro_rules! targets {
    ($($name:ident $rounds:literal,)*) => {
        /// All of them.
        pub const TARGETS: &[Target] = &[$(Target {
            name: stringify!($name),
            run: $name::run,
            seeds: $name::seeds,
            rounds: $rounds,
        }),*];
    };
}

targets! {
    archive_file 60,
    archive_import 1500,
    archive_pieces 100,
    assurance_answers 2000,
    assurance_event 800,
    assurance_link 1500,
    authorities 400,
    console_link 3000,
    gateway_headers 2000,
    import 300,
    keys_one 300,
    keys_read 300,
    names 1500,
    open_link 5000,
    practice 300,
    query 1500,
    ready_json 3000,
    requests 800,
    subject 3000,
    token 2000,
}

/// Runs a target.
///
/// # Panics
/// When there is no such target, and when it finds something.
pub fn run(name: &str, data: &[u8]) {
    let target = TARGETS.iter().find(|target| target.name == name);
    (target.expect("a target has its name from the list").run)(data);
}

/// As much of it as is text.
fn text(data: &[u8]) -> &str {
    match std::str::from_utf8(data) {
        Ok(text) => text,
        Err(error) => std::str::from_utf8(&data[..error.valid_up_to()]).unwrap_or_default(),
    }
}

/// Seeds that are texts.
fn texts(list: &[&str]) -> Vec<Vec<u8>> {
    list.iter().map(|text| text.as_bytes().to_vec()).collect()
}
