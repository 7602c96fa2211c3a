use std::net::SocketAddr;
use std::path::PathBuf;

/// Why a practice workspace could not start, or could not stop cleanly.
#[derive(Debug, thiserror::Error)]
pub enum PracticeError {
    /// The address is taken or not ours to use.
    #[error("the practice workspace cannot listen on {address}: {source}")]
    Listen {
        /// The address that was asked for.
        address: SocketAddr,
        /// What the system said.
        source: std::io::Error,
    },
    /// The certificate or key for HTTPS cannot be read or used.
    #[error("the certificate {} with the key {} cannot be used for HTTPS: {source}", cert.display(), key.display())]
    Tls {
        /// The certificate file.
        cert: PathBuf,
        /// The key file.
        key: PathBuf,
        /// What was wrong with them.
        source: std::io::Error,
    },
    /// The state directory cannot be made, read or written.
    #[error("the state of the practice workspace in {} cannot be used: {source}", path.display())]
    State {
        /// The file or directory.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Another practice workspace is running on the same state directory.
    #[error("another practice workspace is using {}", path.display())]
    StateInUse {
        /// The directory.
        path: PathBuf,
    },
    /// The state file is there but is not a state file. It is left as it is.
    #[error(
        "{} is damaged and was left untouched; move it away to start with an empty workspace ({reason})",
        path.display()
    )]
    DamagedState {
        /// The file.
        path: PathBuf,
        /// Where reading it failed.
        reason: String,
    },
    /// The state file was written by a newer version of this program. It is left as it is.
    #[error(
        "{} was written by a newer version of this program (format {version}) and was left untouched",
        path.display()
    )]
    NewerState {
        /// The file.
        path: PathBuf,
        /// The format number in the file.
        version: u64,
    },
    /// A part of the workspace stopped in a way that is a mistake of the program.
    #[error("a part of the practice workspace stopped unexpectedly: {0}")]
    Task(String),
    /// The system gave no randomness or no key.
    #[error("the practice workspace could not make its signing key")]
    SigningKey,
    /// There is no such session to connect a device to.
    #[error("there is no session {session}")]
    NoSession {
        /// What was given as its UUID.
        session: String,
    },
    /// The session did not let the device in; the words are those of the mobile SDK.
    #[error("{reason}")]
    DeviceRefused {
        /// Why.
        reason: String,
    },
}
