//! Importing as a caller of this crate sees it: files in, what was found out. All samples are made here, keys too.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

mod any_input;
mod archives;
mod console_files;
mod keys_and_certificates;
mod other_tools;
mod samples;
mod several_files;
mod unusable;
