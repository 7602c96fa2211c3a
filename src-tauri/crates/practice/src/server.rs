use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::sync::Arc;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use tokio::task::{self, JoinHandle};

use crate::assurance::{self, Sessions};
use crate::credentials::Credentials;
use crate::device::Profile;
use crate::error::PracticeError;
use crate::faults::{self, Acceptor, Connections, Faults};
use crate::gateway::{GatewayRefusal, GatewayRow};
use crate::identity::Seeded;
use crate::options::Options;
use crate::persistence::{self, Saved, StateDirectory};
use crate::ready::Ready;
use crate::serving::Serving;
use crate::state::{Shared, State};
use crate::tokens::signing_key;
use crate::trace_id::with_trace_id;
use crate::{console, control, device, ims, platform, received, tags, tls};

/// A running practice workspace. Dropping it stops serving; [`Practice::stop`] also writes the state.
#[must_use = "a practice workspace that is dropped stops serving"]
pub struct Practice {
    state: Shared,
    connections: Connections,
    serving: Serving,
    background: Vec<JoinHandle<()>>,
}

impl Practice {
    /// Starts serving. When this returns, the workspace answers.
    ///
    /// # Errors
    /// When the address is taken, the files for HTTPS cannot be used, or the state directory cannot
    /// be read or holds a damaged state.
    pub async fn start(options: Options) -> Result<Self, PracticeError> {
        let (options, directory, saved) = task::spawn_blocking(|| open_state(options))
            .await
            .map_err(|panic| PracticeError::Task(panic.to_string()))??;
        let tls = match &options.tls {
            Some(files) => Some(tls::server_config(files).await?),
            None => None,
        };
        let (listener, address) = listen(options.listen)?;
        let base = base_url(address, tls.is_some());
        let ready = Ready::new(&base, &saved.identity, &saved.credentials);
        let state = Arc::new(State::new(options, directory, saved, ready));

        let connections = Connections::new();
        let acceptor = Acceptor {
            faults: state.faults.clone(),
            connections: connections.clone(),
        };
        let serving = Serving::start(listener, tls, acceptor, router(&state))
            .map_err(|source| PracticeError::Listen { address, source })?;
        let mut background = vec![device::spawn(Arc::clone(&state))];
        background.push(task::spawn_blocking(|| {
            if let Err(error) = signing_key() {
                tracing::error!("{error}");
            }
        }));
        if state.directory.is_some() {
            background.push(tokio::spawn(persistence::keep_saving(Arc::clone(&state))));
            state.changed();
        }
        Ok(Self {
            state,
            connections,
            serving,
            background,
        })
    }

    /// Where the workspace answers and which credentials it knows.
    #[must_use]
    pub fn ready(&self) -> &Ready {
        &self.state.ready
    }

    /// The faults that requests meet; empty at first.
    #[must_use]
    pub fn faults(&self) -> &Faults {
        &self.state.faults
    }

    /// Lets every connection that is open fall silent for good, without a word to either side, as a computer finds them
    /// that has slept for hours. New connections work.
    pub fn strand_connections(&self) {
        self.connections.strand();
    }

    /// Connects a simulated device to a session, as its user would with the link and the PIN.
    ///
    /// # Errors
    /// When there is no such session, or it takes no more devices.
    pub fn connect_device(&self, session: &str, device: Profile) -> Result<(), PracticeError> {
        let state = &self.state;
        let no_session = || PracticeError::NoSession {
            session: session.to_owned(),
        };
        let uuid = session.parse().map_err(|_| no_session())?;
        let session = state.sessions.find(uuid).ok_or_else(no_session)?;
        state
            .devices
            .connect(&state.sessions, state.options.seed, &session, Some(device), None)
            .map_err(|refusal| PracticeError::DeviceRefused {
                reason: refusal.to_string(),
            })?;
        state.changed();
        Ok(())
    }

    /// Stops serving after open requests had a moment to end, and writes the state.
    ///
    /// # Errors
    /// When the state cannot be written.
    pub async fn stop(mut self) -> Result<(), PracticeError> {
        self.serving.stop().await;
        for task in &self.background {
            task.abort();
        }
        let state = Arc::clone(&self.state);
        task::spawn_blocking(move || persistence::save(&state))
            .await
            .map_err(|panic| PracticeError::Task(panic.to_string()))?
    }
}

impl Drop for Practice {
    fn drop(&mut self) {
        self.serving.cut();
        for task in &self.background {
            task.abort();
        }
        if let Some(directory) = &self.state.directory {
            directory.close();
        }
    }
}

type OpenState = (Options, Option<StateDirectory>, Saved);

fn open_state(options: Options) -> Result<OpenState, PracticeError> {
    let directory = options.state_dir.as_deref().map(StateDirectory::open).transpose()?;
    let kept = match &directory {
        Some(directory) => directory.load()?,
        None => None,
    };
    let saved = kept.unwrap_or_else(|| {
        let Seeded {
            identity,
            oauth,
            service_account,
        } = Seeded::from_seed(options.seed);
        Saved {
            identity,
            credentials: Credentials::new(oauth, service_account),
            sessions: Sessions::default(),
        }
    });
    Ok((options, directory, saved))
}

fn listen(wanted: SocketAddr) -> Result<(TcpListener, SocketAddr), PracticeError> {
    let bound = || -> std::io::Result<_> {
        let listener = TcpListener::bind(wanted)?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        Ok((listener, address))
    };
    bound().map_err(|source| PracticeError::Listen {
        address: wanted,
        source,
    })
}

/// An address that means "every interface" is named by its loopback address.
fn base_url(address: SocketAddr, https: bool) -> String {
    let scheme = if https { "https" } else { "http" };
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => IpAddr::V4(Ipv4Addr::LOCALHOST),
        IpAddr::V6(ip) if ip.is_unspecified() => IpAddr::V6(Ipv6Addr::LOCALHOST),
        ip => ip,
    };
    format!("{scheme}://{}", SocketAddr::new(ip, address.port()))
}

fn router(state: &Shared) -> Router {
    let own = control::routes()
        .merge(device::routes())
        .layer(from_fn(control::this_machine_only));
    Router::new()
        .merge(ims::routes())
        .merge(console::routes())
        .merge(assurance::routes())
        .merge(platform::routes())
        .merge(tags::routes())
        .merge(own)
        .fallback(|| async { GatewayRefusal::from(GatewayRow::LinkNotFound) })
        .layer(from_fn_with_state(state.received.clone(), received::count))
        .layer(from_fn_with_state(state.faults.clone(), faults::apply))
        .layer(from_fn(with_trace_id))
        .with_state(Arc::clone(state))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_interface_is_named_by_loopback() {
        let any: SocketAddr = "0.0.0.0:8080".parse().unwrap();
        assert_eq!(base_url(any, false), "http://127.0.0.1:8080");
        let six: SocketAddr = "[::]:1".parse().unwrap();
        assert_eq!(base_url(six, true), "https://[::1]:1");
    }
}
