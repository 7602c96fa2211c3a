//! Assurance Desk: a window for people who test apps with Adobe Experience Platform Assurance, and the same work
//! without a window for scripts. This package is glue: arguments, the window, and nothing that knows HTTP or SQL.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod desktop;
#[cfg(target_os = "linux")]
mod graphics;
mod headless;
mod practice_host;
mod startup;
mod window;

use std::process::ExitCode;

use clap::Parser as _;

use crate::arguments::Arguments;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return headless::wrong_usage(&error),
    };
    startup::start_log();
    // One crypto backend for everything; a second installation is harmless.
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
    match arguments.command {
        Some(command) => headless::run(command, arguments.data),
        None => open_window(arguments),
    }
}

fn open_window(arguments: Arguments) -> ExitCode {
    #[cfg(target_os = "linux")]
    graphics::draw_as_this_computer_can();
    let opened = startup::data_folder(arguments.data).and_then(window::run);
    match opened {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => headless::refuse(&error),
    }
}
