//! Assurance Desk: a window for people who test apps with Adobe Experience Platform Assurance, and the same work
//! without a window for scripts. This package is glue: arguments, the window, and nothing that knows HTTP or SQL.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod core_dumps;
mod desktop;
#[cfg(target_os = "linux")]
mod graphics;
mod headless;
mod log;
mod one_window;
mod passphrase;
mod practice_host;
mod search_threads;
mod startup;
mod updates;
mod web_view_crash;
mod window;

use std::process::ExitCode;

use clap::Parser as _;

use crate::arguments::{Arguments, Command};

fn main() -> ExitCode {
    core_dumps::none();
    passphrase::leave_environment();
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return headless::wrong_usage(&error),
    };
    // The environment can be changed only before the log has its thread.
    #[cfg(target_os = "linux")]
    if arguments.command.is_none() {
        graphics::draw_as_this_computer_can();
    }
    start_log(&arguments);
    // One crypto backend for everything; a second installation is harmless.
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
    if matches!(arguments.command, None | Some(Command::Serve(_))) {
        search_threads::behind_the_page();
    }
    let ended = match arguments.command {
        Some(command) => headless::run(command, arguments.data),
        None => open_window(arguments),
    };
    log::finish();
    ended
}

/// The window and the pages for a browser keep a log; a command for scripts leaves nothing behind.
fn start_log(arguments: &Arguments) {
    let name = match &arguments.command {
        None => Some("window"),
        Some(Command::Serve(_)) => Some("serve"),
        Some(_) => None,
    };
    let data = name.and_then(|name| Some((startup::data_folder(arguments.data.clone()).ok()?, name)));
    log::start(data.as_ref().map(|(data, name)| (data.as_path(), *name)));
}

fn open_window(arguments: Arguments) -> ExitCode {
    let data = startup::data_folder(arguments.data);
    match data.and_then(|data| window::run(data, arguments.open)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => headless::refuse(&error),
    }
}
