use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

/// How a practice workspace runs.
#[derive(Clone, Debug)]
pub struct Options {
    /// Address to listen on; port 0 picks a free one.
    pub listen: SocketAddr,
    /// The organization, client and technical account IDs, the first client secrets and the
    /// simulated devices all follow from this number. A state directory that already holds a
    /// workspace keeps its own IDs.
    pub seed: u64,
    /// Events that the simulated devices of one session send per second, all together.
    pub events_per_second: f64,
    /// Whether a new session gets its first simulated device by itself, a moment after it is made.
    pub autoconnect: bool,
    /// Where to keep certificates, secrets, sessions and events; `None` keeps them in memory only.
    pub state_dir: Option<PathBuf>,
    /// Serve HTTPS with this certificate instead of HTTP.
    pub tls: Option<TlsFiles>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            seed: 1,
            events_per_second: 2.0,
            autoconnect: true,
            state_dir: None,
            tls: None,
        }
    }
}

/// PEM files for HTTPS.
#[derive(Clone, Debug)]
pub struct TlsFiles {
    /// The certificate chain, the server's own certificate first.
    pub cert: PathBuf,
    /// Its private key.
    pub key: PathBuf,
}
