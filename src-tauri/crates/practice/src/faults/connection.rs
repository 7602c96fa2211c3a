use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::sync::watch;

use crate::faults::Faults;

/// Takes connections, and gives each a [`Cutter`] that its requests are to find among their extensions.
#[derive(Clone)]
pub(crate) struct Acceptor {
    pub(crate) faults: Faults,
    pub(crate) connections: Connections,
}

/// The connections of one workspace that are open. Clones share them.
#[derive(Clone, Debug)]
pub(crate) struct Connections(watch::Sender<u64>);

impl Connections {
    /// No connection yet.
    pub(crate) fn new() -> Self {
        Self(watch::Sender::new(0))
    }

    /// From now on nothing is read from those that are open or written to them, and nobody is told, as after a computer
    /// has slept for hours. Those that are opened from now on work.
    pub(crate) fn strand(&self) {
        self.0.send_modify(|stranded| *stranded += 1);
    }

    /// Ends when the connections that are open now are stranded.
    fn end(&self) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        let mut stranded = self.0.subscribe();
        Box::pin(async move {
            // Without a sender there is no workspace either.
            let _ = stranded.changed().await;
        })
    }
}

/// Closes a connection after some bytes more.
#[derive(Clone, Debug)]
pub(crate) struct Cutter(Arc<AtomicUsize>);

impl Cutter {
    pub(super) fn cut_after(&self, bytes: usize) {
        self.0.store(bytes, Ordering::Relaxed);
    }
}

impl Acceptor {
    /// The connection that faults act on, or nothing when one of them closes it at once.
    pub(crate) fn accept(&self, stream: TcpStream) -> Option<(Connection, Cutter)> {
        if self.faults.cuts_at_accept() {
            return None;
        }
        let cutter = Cutter(Arc::new(AtomicUsize::new(usize::MAX)));
        let connection = Connection {
            stream,
            cutter: cutter.clone(),
            stranded: Some(self.connections.end()),
        };
        Some((connection, cutter))
    }
}

/// A connection that ends when its [`Cutter`] says so, and falls silent when it is stranded.
pub(crate) struct Connection {
    stream: TcpStream,
    cutter: Cutter,
    /// `None` once it is.
    stranded: Option<Pin<Box<dyn Future<Output = ()> + Send>>>,
}

impl Connection {
    fn is_stranded(&mut self, context: &mut Context<'_>) -> bool {
        if let Some(end) = &mut self.stranded
            && end.as_mut().poll(context).is_ready()
        {
            self.stranded = None;
        }
        self.stranded.is_none()
    }
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.is_stranded(context) {
            return Poll::Pending;
        }
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Connection {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        if self.is_stranded(context) {
            return Poll::Pending;
        }
        let left = self.cutter.0.load(Ordering::Relaxed);
        if left == 0 {
            return Poll::Ready(Err(io::ErrorKind::ConnectionAborted.into()));
        }
        let most = bytes.len().min(left);
        let written = Pin::new(&mut self.stream).poll_write(context, &bytes[..most]);
        if let (Poll::Ready(Ok(written)), true) = (&written, left < usize::MAX) {
            self.cutter.cut_after(left - written);
        }
        written
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
