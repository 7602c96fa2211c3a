//! The window host of the router: one Tauri window, two commands, and no rule of its own.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use api::commands::dispatch;
use api::contract::problem::Problem;
use api::contract::tick::Tick;
use api::desk::{Desk, DeskError, DeskOptions};
use api::openings::Asked;
use serde_json::Value;
use tauri::ipc::Channel;
use tauri::{AppHandle, DragDropEvent, Manager, RunEvent, State, WebviewUrl, WebviewWindowBuilder, WindowEvent};
use tokio::sync::broadcast::error::RecvError;

use crate::desktop::WindowDesktop;
use crate::one_window::{self, Start};
use crate::practice_host::InProgramPractice;
use crate::startup::{self, StartupError};
use crate::updates::Source;
use crate::{passphrase, web_view_crash};

/// Label of the only window; the capability names it too.
const MAIN: &str = "main";

/// Answers one command of the page.
#[tauri::command]
async fn rpc(desk: State<'_, Arc<Desk>>, name: String, request: Value) -> Result<Value, Problem> {
    dispatch(&desk, &name, request).await
}

/// Sends ticks to the page until it goes away.
#[tauri::command]
async fn ticks(desk: State<'_, Arc<Desk>>, channel: Channel<Tick>) -> Result<(), Problem> {
    let mut listener = desk.ticks().listen();
    tauri::async_runtime::spawn(async move {
        loop {
            match listener.recv().await {
                Ok(tick) => {
                    if channel.send(tick).is_err() {
                        break;
                    }
                }
                // The page was slow and lost some ticks; the next one brings it up to date.
                Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => break,
            }
        }
    });
    Ok(())
}

/// Opens the window with what was asked for and runs until it is closed; where a window is open already for this data
/// folder, that one takes it.
///
/// # Errors
/// When the data folder cannot be used or the window cannot be opened.
pub(crate) fn run(data: PathBuf, asked: Vec<Asked>) -> Result<(), StartupError> {
    vault::create_private_folder(&data).map_err(|source| DeskError::DataFolder {
        path: data.clone(),
        source,
    })?;
    let first = match one_window::begin(&data, &asked).map_err(StartupError::NoWriting)? {
        Start::First(first) => first,
        Start::HandedOver => return Ok(()),
    };
    let (updates, mut context) = (Source::of_this_build(), startup::context());
    let mut program = web_view_crash::watch_all(tauri::Builder::default());
    if let Some(source) = &updates {
        program = source.add_to(program, &mut context);
    }
    let app = program
        .plugin(tauri_plugin_clipboard_manager::init())
        .plugin(tauri_plugin_dialog::init())
        .plugin(
            tauri_plugin_opener::Builder::new()
                .open_js_links_on_click(false)
                .build(),
        )
        .invoke_handler(tauri::generate_handler![rpc, ticks])
        .setup(move |app| {
            app.manage(Ending::default());
            // The window first: its web view starts in a process of its own meanwhile. Nothing it asks is heard before this ends.
            open_window(app.handle())?;
            let desk = open_desk(app.handle(), data, updates)?;
            app.manage(desk.clone());
            open_vault_early(&desk);
            tauri::async_runtime::spawn(async move { desk.look_for_updates_at_start().await });
            open(app.handle(), asked);
            let handle = app.handle().clone();
            first.listen(move |asked| show(&handle, asked));
            Ok(())
        })
        .build(context)
        .map_err(StartupError::Window)?;
    app.run(on_event);
    Ok(())
}

/// macOS hands links and files to the program that runs; a newer version is started when this one ends.
#[expect(clippy::needless_pass_by_value, reason = "the event loop hands events over")]
fn on_event(app: &AppHandle, event: RunEvent) {
    match event {
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => {
            let asked = urls.iter().filter_map(|url| Asked::read(url.as_str(), "/".as_ref()));
            show(app, asked.collect());
        }
        RunEvent::Exit => app.state::<Ending>().0.store(true, Ordering::Relaxed),
        _ => {}
    }
}

/// Whether the program ends. The start that takes its place must not be handed over to it.
#[derive(Default)]
struct Ending(AtomicBool);

/// Brings the window before the others, with what somebody asked for; false when it is gone.
fn show(app: &AppHandle, asked: Vec<Asked>) -> bool {
    if app.state::<Ending>().0.load(Ordering::Relaxed) {
        return false;
    }
    let Some(window) = app.get_webview_window(MAIN) else {
        return false;
    };
    for shown in [window.unminimize(), window.show(), window.set_focus()] {
        if let Err(error) = shown {
            tracing::warn!(%error, "the window could not be brought to the front");
        }
    }
    open(app, asked);
    true
}

/// Lets the desk take what is to be opened; the page asks for it.
fn open(app: &AppHandle, asked: Vec<Asked>) {
    let desk = Arc::clone(&app.state::<Arc<Desk>>());
    tauri::async_runtime::spawn(async move {
        for asked in asked {
            desk.ask_to_open(asked).await;
        }
    });
}

fn open_desk(app: &AppHandle, data: PathBuf, updates: Option<Source>) -> Result<Arc<Desk>, StartupError> {
    // The desk starts background tasks, so it must be made inside the runtime.
    let _runtime = tauri::async_runtime::handle().inner().enter();
    let desk = Desk::open(DeskOptions {
        practice: Arc::new(InProgramPractice::new(data.join("practice"))),
        desktop: Arc::new(WindowDesktop::new(app.clone(), updates)),
        keychain: startup::keychain(),
        passphrase: passphrase::given(),
        data,
    })?;
    Ok(Arc::new(desk))
}

/// The keychain, or stretching a passphrase, takes a moment; the page asks for the vault first of all, and finds it open.
fn open_vault_early(desk: &Arc<Desk>) {
    let desk = Arc::clone(desk);
    tauri::async_runtime::spawn(async move {
        // What keeps it shut is told to the page, which asks again.
        let _ = desk.open_vault().await;
    });
}

fn open_window(app: &AppHandle) -> tauri::Result<()> {
    let window = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        .title("Assurance Desk")
        .inner_size(1280.0, 800.0)
        .min_inner_size(900.0, 600.0)
        // The page shows only itself: links go to the user's browser, through Rust.
        .on_navigation(|url| matches!(url.scheme(), "tauri") || url.host_str() == Some("tauri.localhost"))
        .build()?;
    web_view_crash::watch(&window)?;
    let app = app.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event {
            let ticks = app.state::<Arc<Desk>>().ticks().clone();
            let paths = paths.iter().map(|path| path.display().to_string()).collect();
            tauri::async_runtime::spawn(async move { ticks.send(Tick::FilesDropped { paths }) });
        }
    });
    Ok(())
}
