//! Running a tool: arguments as they are, nothing to read, an end to its time and to its output.

use std::path::Path;
use std::pin::pin;
use std::process::Stdio;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt as _};
use tokio::process::Command;
use tokio::time::timeout;

use crate::device::Tool;
use crate::error::DeviceError;

/// Bytes of output that are read; what a tool says in earnest is far shorter.
const MOST_OUTPUT: u64 = 256 * 1024;
/// How long the output is waited for once the tool has ended: a server that it started may hold it open.
const LINGER: Duration = Duration::from_millis(300);

/// What came of running a tool.
#[derive(Debug, Default)]
pub(crate) struct Ran {
    /// What it wrote, its errors last.
    pub(crate) said: String,
    /// What it wrote, without its errors.
    pub(crate) answer: String,
    /// Whether it ended in time.
    pub(crate) has_ended: bool,
    /// Whether it ended well.
    pub(crate) is_success: bool,
}

impl Ran {
    /// The last line that says something, not too long.
    pub(crate) fn last_line(&self) -> String {
        let mut lines = self.said.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.next_back().unwrap_or("nothing").chars().take(300).collect()
    }
}

/// Runs a tool until it ends, or is ended when its time is over.
pub(crate) async fn run(tool: Tool, program: &Path, arguments: &[&str], limit: Duration) -> Result<Ran, DeviceError> {
    let mut command = Command::new(program);
    command
        .args(arguments)
        // What opens the vault is nobody else's.
        .env_remove("ASSURANCE_DESK_PASSPHRASE")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true);
    #[cfg(windows)]
    {
        const CREATE_NO_WINDOW: u32 = 0x0800_0000;
        command.creation_flags(CREATE_NO_WINDOW);
    }
    let mut child = command
        .spawn()
        .map_err(|source| DeviceError::NotStarted { tool, source })?;
    let (output, errors) = (child.stdout.take(), child.stderr.take());
    let (mut answer, mut complaint) = (Vec::new(), Vec::new());
    let ended = {
        let mut reading = pin!(async { tokio::join!(read(output, &mut answer), read(errors, &mut complaint)) });
        timeout(limit, async {
            tokio::select! {
                status = child.wait() => {
                    let _ = timeout(LINGER, reading).await;
                    status
                }
                _ = &mut reading => child.wait().await,
            }
        })
        .await
    };
    let answer = String::from_utf8_lossy(&answer).into_owned();
    Ok(Ran {
        said: format!("{answer}\n{}", String::from_utf8_lossy(&complaint)),
        answer,
        has_ended: ended.is_ok(),
        is_success: matches!(ended, Ok(Ok(status)) if status.success()),
    })
}

async fn read(from: Option<impl AsyncRead + Unpin>, into: &mut Vec<u8>) {
    let Some(from) = from else { return };
    // What was read before it broke is of use all the same.
    if let Err(error) = from.take(MOST_OUTPUT).read_to_end(into).await {
        tracing::debug!(%error, "the output of a tool broke");
    }
}
