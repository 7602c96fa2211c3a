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
use tauri::{AppHandle, DragDropEvent, Manager, RunEvent, State, Url, WebviewUrl, WebviewWindowBuilder, WindowEvent};
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::watch;

use crate::desktop::WindowDesktop;
use crate::one_window::{self, Start};
use crate::practice_host::InProgramPractice;
use crate::startup::{self, StartupError};
use crate::updates::Source;
use crate::{headless, passphrase, web_view_crash};

/// Label of the only window; the capability names it too.
const MAIN: &str = "main";

/// Answers one command of the page.
#[tauri::command]
async fn rpc(opening: State<'_, Opening>, name: String, request: Value) -> Result<Value, Problem> {
    let desk = opening.desk().await;
    dispatch(&desk, &name, request).await
}

/// Sends ticks to the page until it goes away.
#[tauri::command]
async fn ticks(opening: State<'_, Opening>, channel: Channel<Tick>) -> Result<(), Problem> {
    let mut listener = opening.desk().await.ticks().listen();
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
    whole_files::create_private_folder(&data).map_err(|source| DeskError::DataFolder {
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
            app.manage(Opening::begin(app.handle(), data, updates));
            open_window(app.handle())?;
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
        RunEvent::Exit => {
            app.state::<Ending>().0.store(true, Ordering::Relaxed);
            // A program that starts anew does not come back from here.
            crate::log::finish();
        }
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
    let opening = app.state::<Opening>().inner().clone();
    tauri::async_runtime::spawn(async move {
        let desk = opening.desk().await;
        for asked in asked {
            desk.ask_to_open(asked).await;
        }
    });
}

/// The desk, which opens while the web view of the window starts.
#[derive(Clone)]
struct Opening(watch::Receiver<Option<Arc<Desk>>>);

impl Opening {
    /// Opens the desk beside the window's own thread. The program ends when it cannot be opened.
    fn begin(app: &AppHandle, data: PathBuf, updates: Option<Source>) -> Self {
        let (tell, opened) = watch::channel(None);
        let app = app.clone();
        tauri::async_runtime::spawn(async move {
            match open_desk(&app, data, updates) {
                Ok(desk) => {
                    tell.send_replace(Some(Arc::clone(&desk)));
                    // The keychain, or stretching a passphrase, takes a moment; the page asks for the vault first of all. What
                    // keeps it shut is told to the page, which asks again.
                    let _ = desk.open_vault().await;
                    desk.look_for_updates_at_start().await;
                }
                Err(error) => {
                    headless::refuse(&error);
                    app.exit(1);
                }
            }
        });
        Self(opened)
    }

    /// The desk once it is open.
    async fn desk(&self) -> Arc<Desk> {
        let mut opened = self.0.clone();
        let desk = opened
            .wait_for(Option::is_some)
            .await
            .ok()
            .and_then(|desk| desk.clone());
        match desk {
            Some(desk) => desk,
            // It could not be opened: the program ends, and this with it.
            None => std::future::pending().await,
        }
    }
}

fn open_desk(app: &AppHandle, data: PathBuf, updates: Option<Source>) -> Result<Arc<Desk>, StartupError> {
    let desk = Desk::open(DeskOptions {
        practice: Arc::new(InProgramPractice::new(data.join("practice"))),
        desktop: Arc::new(WindowDesktop::new(app.clone(), updates)),
        keychain: startup::keychain(),
        passphrase: passphrase::given(),
        data,
    })?;
    Ok(Arc::new(desk))
}

/// Whether an address is of our page, as each system names it.
pub(crate) fn is_ours(address: &Url) -> bool {
    address.scheme() == "tauri" || address.host_str() == Some("tauri.localhost")
}

fn open_window(app: &AppHandle) -> tauri::Result<()> {
    let window = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        .title("Assurance Desk")
        .inner_size(1280.0, 800.0)
        .min_inner_size(900.0, 600.0)
        // The page shows only itself: links go to the user's browser, through Rust.
        .on_navigation(is_ours)
        .build()?;
    web_view_crash::watch(&window)?;
    let app = app.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event {
            let opening = app.state::<Opening>().inner().clone();
            let paths = paths.iter().map(|path| path.display().to_string()).collect();
            tauri::async_runtime::spawn(async move { opening.desk().await.ticks().send(Tick::FilesDropped { paths }) });
        }
    });
    Ok(())
}
