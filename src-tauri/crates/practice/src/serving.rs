//! The workspace's server: HTTP/1.1 over TCP or TLS, one task for each connection.

use std::io;
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::ConnectInfo;
use axum::response::Response;
use http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use rustls::ServerConfig;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::{sleep, timeout};
use tokio_rustls::TlsAcceptor;
use tower::ServiceExt as _;

use crate::faults::{Acceptor, Connection, CutConnection, Cutter, cut_if_marked};

/// How long open requests get when the workspace stops.
const GRACE: Duration = Duration::from_secs(1);
/// How long a client may take to agree on TLS.
const HANDSHAKE: Duration = Duration::from_secs(10);
/// Before another connection is taken after the system refused one, mostly for too many open files.
const PAUSE: Duration = Duration::from_millis(50);

/// A server that runs until it is stopped or cut.
pub(crate) struct Serving {
    stopping: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Serving {
    /// Answers what comes in at `listener` with `router`; over TLS if there is something to speak it with.
    ///
    /// # Errors
    /// When the runtime cannot watch the listener.
    pub(crate) fn start(
        listener: std::net::TcpListener,
        tls: Option<Arc<ServerConfig>>,
        acceptor: Acceptor,
        router: Router,
    ) -> io::Result<Self> {
        let stopping = watch::Sender::new(false);
        let server = Server {
            listener: TcpListener::from_std(listener)?,
            tls: tls.map(TlsAcceptor::from),
            acceptor,
            router,
            stopping: Stopping(stopping.subscribe()),
        };
        let task = tokio::spawn(server.run());
        Ok(Self { stopping, task })
    }

    /// Takes no more connections, closes the idle ones, and cuts those whose requests do not end within [`GRACE`].
    /// When this returns, nothing is open.
    pub(crate) async fn stop(&mut self) {
        self.stopping.send_replace(true);
        if let Err(error) = (&mut self.task).await {
            tracing::error!("serving the practice workspace stopped: {error}");
        }
    }

    /// Ends everything now: the port becomes free, and every connection closes where it is.
    pub(crate) fn cut(&self) {
        self.task.abort();
    }
}

/// Tells the server and each of its connections that the workspace stops.
#[derive(Clone)]
struct Stopping(watch::Receiver<bool>);

impl Stopping {
    /// Ends when the workspace stops, at once if it did already.
    async fn asked(&mut self) {
        // Without a sender there is no workspace either.
        let _ = self.0.wait_for(|stopping| *stopping).await;
    }
}

struct Server {
    listener: TcpListener,
    tls: Option<TlsAcceptor>,
    acceptor: Acceptor,
    router: Router,
    stopping: Stopping,
}

impl Server {
    async fn run(mut self) {
        // Dropping the set cuts what is in it; so whoever aborts this task ends all connections.
        let mut open = JoinSet::new();
        loop {
            tokio::select! {
                biased;
                () = self.stopping.asked() => break,
                // It closed; a handler that panicked closed no other.
                Some(_) = open.join_next() => {}
                (stream, client) = next(&self.listener) => self.take(stream, client, &mut open),
            }
        }
        drop(self.listener);
        let ended = timeout(GRACE, async { while open.join_next().await.is_some() {} }).await;
        if ended.is_err() {
            open.shutdown().await;
        }
    }

    /// Lets a new connection run beside the others, unless a fault closes it here.
    fn take(&self, stream: TcpStream, client: SocketAddr, open: &mut JoinSet<()>) {
        let Some((connection, cutter)) = self.acceptor.accept(stream) else {
            return;
        };
        let answers = Answers {
            router: self.router.clone(),
            client,
            cutter,
        };
        open.spawn(attend(connection, self.tls.clone(), answers, self.stopping.clone()));
    }
}

/// The next connection. Errors pass by themselves: the client left already, or files must be closed first.
async fn next(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    loop {
        match listener.accept().await {
            Ok(accepted) => return accepted,
            Err(error) => {
                tracing::debug!("a connection to the practice workspace was not taken: {error}");
                sleep(PAUSE).await;
            }
        }
    }
}

/// What the requests of one connection meet.
struct Answers {
    router: Router,
    client: SocketAddr,
    cutter: Cutter,
}

impl Answers {
    /// The answer to one request, which finds its client and the [`Cutter`] of its connection among its extensions.
    /// An error closes the connection without an answer.
    fn answer(
        &self,
        mut request: Request<Incoming>,
    ) -> impl Future<Output = Result<Response, CutConnection>> + Send + use<> {
        request.extensions_mut().insert(ConnectInfo(self.client));
        request.extensions_mut().insert(self.cutter.clone());
        let answer = self.router.clone().oneshot(request);
        async { cut_if_marked(answer.await) }
    }
}

/// What requests are read from and answers are written to: a connection, or the TLS on it. One type for both, so that
/// the program holds HTTP once.
type Wire = Pin<Box<dyn ReadWrite>>;

trait ReadWrite: AsyncRead + AsyncWrite + Send {}

impl<T: AsyncRead + AsyncWrite + Send> ReadWrite for T {}

/// One connection, from its first byte to its last.
async fn attend(connection: Connection, tls: Option<TlsAcceptor>, answers: Answers, mut stopping: Stopping) {
    let opened = tokio::select! {
        biased;
        // Nobody asked for anything yet.
        () = stopping.asked() => return,
        opened = open(connection, tls) => opened,
    };
    match opened {
        Ok(wire) => converse(wire, &answers, stopping).await,
        Err(error) => tracing::debug!("a client of the practice workspace and it found no TLS to speak: {error}"),
    }
}

/// Agrees with the client on TLS, if the workspace speaks it. Faults act on the connection, so they cut what TLS wrote.
async fn open(connection: Connection, tls: Option<TlsAcceptor>) -> io::Result<Wire> {
    Ok(match tls {
        Some(tls) => Box::pin(timeout(HANDSHAKE, tls.accept(connection)).await??),
        None => Box::pin(connection),
    })
}

/// Answers one request after the other until either side closes. When the workspace stops, the request that is open
/// is the last.
async fn converse(wire: Wire, answers: &Answers, mut stopping: Stopping) {
    // No timer: with one, hyper would also close connections that are idle for longer than it waits for a request's
    // headers, and clients that keep them would meet that as an error.
    let talk =
        http1::Builder::new().serve_connection(TokioIo::new(wire), service_fn(|request| answers.answer(request)));
    let mut talk = pin!(talk);
    let ended = tokio::select! {
        ended = talk.as_mut() => ended,
        () = stopping.asked() => {
            talk.as_mut().graceful_shutdown();
            talk.await
        }
    };
    if let Err(error) = ended {
        tracing::debug!("a connection to the practice workspace broke: {error}");
    }
}
